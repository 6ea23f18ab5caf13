// Kills the server with kill -9 in the middle of its work, again and again, and looks at what is left:
//   npm run test:kill            a hundred times on SQLite
//   KILLS=20 DATABASE_URL=postgres://… npm run test:kill
// Every acknowledged batch must be whole and every other whole or absent, every import must have its event, every event must have reached the
// webhook with a good signature and in the order of its subject, and the last announced status of each target must be the one that is computed.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createReceiver, type Received } from './receiver.ts'

const KILLS = Number(process.env.KILLS ?? 100)
const WRITERS = 3
const ROWS = 100
const KEY = 'kill-run-admin-key-0123456789'
const DAY = 86_400_000
const DRAIN_MS = 600_000

const folder = mkdtempSync(join(tmpdir(), 'maal-kill-'))
const databaseUrl = process.env.DATABASE_URL ?? `file:${join(folder, 'kill.sqlite')}`
const environment = { ...process.env, DATABASE_URL: databaseUrl, BOOTSTRAP_ADMIN_KEY: KEY, LOG_LEVEL: 'error', RATE_LIMIT: 'off', WEBHOOK_TARGETS: 'any', PORT: '0' }

let base = ''
let restarted: Promise<void> = Promise.resolve()

// Answers are looked at as they come: what they hold is what is tried here.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Json = any
type Answer = { status: number, body: Json }
async function call (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(base + path, {
    method,
    headers: { authorization: `Bearer ${KEY}`, ...body !== undefined && { 'content-type': 'application/json' }, ...headers },
    ...body !== undefined && { body: JSON.stringify(body) }
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? null : JSON.parse(text) }
}

async function must (method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Json> {
  const answer = await call(method, path, body, headers)
  if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  return answer.body
}

async function startServer (): Promise<ChildProcess> {
  const server = spawn(process.execPath, ['src/start.mjs'], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
  let told = ''
  for await (const chunk of server.stdout!) {
    told += String(chunk)
    const address = /http:\/\/localhost:\d+/.exec(told)?.[0]
    if (address === undefined) continue
    base = address
    server.stdout!.resume()
    return server
  }
  throw new Error(`the server did not start: ${told}`)
}

const month = (number: number): string => `${2015 + Math.floor(number / 12)}-${String(number % 12 + 1).padStart(2, '0')}`

async function prepare (receiver: { url: string }): Promise<{ webhook: string, secret: string, areas: string[], before: number }> {
  const indicator = { name: { da: 'Prøve', en: 'Trial' }, unit: 'count', polarity: 'higher_is_better' }
  await must('PUT', '/v1/indicators/proeve-dag', { ...indicator, frequency: 'day' })
  await must('PUT', '/v1/indicators/proeve-maaned', { ...indicator, frequency: 'month' })
  const target = (code: string, value: number) => ({ code, title: code, indicator: 'proeve-maaned', window: { start: '2015-01-01', deadline: '2030-12-31' }, rule: { kind: 'threshold', comparator: 'gte', value } })
  await must('PUT', '/v1/plans/proeve-2024/document', {
    id: 'proeve-2024', kommune: '0250', title: 'Prøve', kind: 'annual_plan', period: { from: '2024-01-01', to: '2024-12-31' }, status: 'adopted', goals: [{ code: '1', kind: 'local', title: 'Mål', targets: [target('1a', 10), target('1b', 50), target('1c', 90)] }]
  })
  const { webhook, secret } = await must('POST', '/v1/webhooks', { url: receiver.url, types: ['measurements.recorded', 'target.status_changed', 'plan.adopted', 'plan.changed'] })
  // What happened before the webhook was there it need not be told.
  const before = (await changes()).length
  const { items } = await must('GET', '/v1/kommuner')
  return { webhook: webhook.id, secret, before, areas: items.map((area: { id: string }) => area.id) }
}

type Batch = { number: number, area: string, days: string[], acknowledged: string | null }

/** Sends batches until told to stop; what fails is sent again with the same Idempotency-Key, or given up. */
async function write (batches: Batch[], areas: string[], state: { stop: boolean, next: number }): Promise<void> {
  while (!state.stop) {
    const number = state.next++
    const first = Date.UTC(1950, 0, 1) + Math.floor(number / areas.length) * ROWS * DAY
    const batch: Batch = { number, area: areas[number % areas.length]!, days: Array.from({ length: ROWS }, (_, at) => new Date(first + at * DAY).toISOString().slice(0, 10)), acknowledged: null }
    batches.push(batch)
    const measurements = [
      ...batch.days.map(period => ({ indicator: 'proeve-dag', area: batch.area, period, value: number })),
      // Moves the targets: each month's figure is another, and the months go round.
      { indicator: 'proeve-maaned', area: '0250', period: month(number % 120), value: number * 37 % 100 }
    ]
    const headers = { 'idempotency-key': randomUUID() }
    for (let tries = number % 4 === 0 ? 1 : 6; tries > 0; tries--) {
      try {
        const { status, body } = await call('POST', '/v1/measurements', { measurements }, headers)
        if (status !== 200 && status !== 503) throw new Error(`batch ${number} was answered with ${status}: ${JSON.stringify(body)}`)
        if (status === 200) {
          batch.acknowledged = body.import
          break
        }
        await setTimeout(50)
      } catch (error) {
        if (String(error).includes('was answered with')) throw error
        await restarted
      }
    }
  }
}

async function pages (path: string): Promise<Json[]> {
  const found: Json[] = []
  let cursor: string | null = null
  do {
    const page: Json = await must('GET', `${path}${path.includes('?') ? '&' : '?'}limit=500${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`)
    found.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return found
}

async function changes (): Promise<Json[]> {
  const found: Json[] = []
  for (let after = ''; ;) {
    const page: Json = await must('GET', `/v1/changes?limit=500${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`)
    if (page.items.length === 0) return found
    found.push(...page.items)
    after = page.nextCursor
  }
}

function check (about: string, problems: string[]): void {
  console.log(`${problems.length === 0 ? 'good' : 'BAD '}  ${about}`)
  for (const problem of problems.slice(0, 10)) console.log(`        ${problem}`)
  if (problems.length > 0) process.exitCode = 1
}

async function judge (batches: Batch[], received: Received[], before: number): Promise<void> {
  const values = new Map((await pages('/v1/measurements?indicator=proeve-dag')).map(one => [`${one.area} ${one.period}`, one]))
  const present = batches.map(batch => ({ batch, there: batch.days.filter(day => values.get(`${batch.area} ${day}`)?.value === batch.number).length }))
  const acknowledged = batches.filter(batch => batch.acknowledged !== null)
  console.log(`        ${batches.length} batches sent, ${acknowledged.length} acknowledged, ${present.filter(({ batch, there }) => batch.acknowledged === null && there === ROWS).length} written without an answer`)
  check('every acknowledged batch is whole', present.filter(({ batch, there }) => batch.acknowledged !== null && there !== ROWS).map(({ batch, there }) => `batch ${batch.number}: ${there} of ${ROWS}`))
  check('every other is whole or absent', present.filter(({ batch, there }) => batch.acknowledged === null && there !== 0 && there !== ROWS).map(({ batch, there }) => `batch ${batch.number}: ${there} of ${ROWS}`))
  check('nothing else is there', values.size === present.reduce((sum, { there }) => sum + there, 0) ? [] : [`${values.size} figures`])

  const events = await changes()
  const numbers = events.map(event => Number(String(event.id).replace('evt-', '')))
  check('events are numbered without gaps', numbers.every((number, at) => number === at + 1) ? [] : [`${numbers.length} events, the last is ${numbers.at(-1)}`])
  const imports = await pages('/v1/imports')
  const told = events.filter(event => event.type === 'measurements.recorded').map(event => event.data.import)
  check('every import has its event, once', [
    ...imports.filter(one => told.filter(id => id === one.id).length !== 1).map(one => `import ${one.id}`),
    ...acknowledged.filter(batch => !told.includes(batch.acknowledged)).map(batch => `batch ${batch.number}`)
  ])

  const wanted = events.filter((event, at) => numbers[at]! > before && ['measurements.recorded', 'target.status_changed', 'plan.adopted', 'plan.changed'].includes(event.type))
  const first = new Map<string, number>()
  received.forEach(({ id }, at) => { if (!first.has(id)) first.set(id, at) })
  console.log(`        ${wanted.length} events wanted, ${first.size} received in ${received.length} deliveries`)
  check('every event reached the webhook', wanted.filter(event => !first.has(event.id)).map(event => `${event.id} ${event.type}`))
  check('every signature was good', received.filter(({ good }) => !good).map(({ id }) => id))
  const bySubject = Map.groupBy(wanted, event => String(event.data.subject))
  check('in the order of each subject', [...bySubject].filter(([, list]) => list.some((event, at) => at > 0 && (first.get(event.id) ?? 0) < (first.get(list[at - 1].id) ?? 0))).map(([subject]) => subject))

  const statuses = await Promise.all(['1a', '1b', '1c'].map(async code => (await must('GET', `/v1/targets/proeve-2024.${code}/status`))))
  check('the last announced status of each target is the one that is computed', statuses.filter(status => {
    const last = events.findLast(event => event.type === 'target.status_changed' && event.data.target === status.target)
    return last?.data.after.status !== status.status
  }).map(status => `${status.target} is ${status.status}`))
}

/** Waits until nothing more happens and nothing more is to be delivered: what a killed server had in hand is free again after a while. */
async function drained (webhook: string): Promise<void> {
  const until = Date.now() + DRAIN_MS
  for (let quiet = 0, before = -1; quiet < 6 && Date.now() < until; await setTimeout(500)) {
    const { items: pending } = await must('GET', `/v1/webhooks/${webhook}/deliveries?state=pending&limit=1`)
    const now = (await changes()).length
    quiet = now === before && pending.length === 0 ? quiet + 1 : 0
    before = now
  }
}

const receiver = await createReceiver()
let server = await startServer()
const { webhook, secret, areas, before } = await prepare(receiver)
receiver.secret = secret
const batches: Batch[] = []
const state = { stop: false, next: 0 }
const began = Date.now()
const writers = Array.from({ length: WRITERS }, () => write(batches, areas, state))
for (let kill = 1; kill <= KILLS; kill++) {
  await setTimeout(50 + Math.random() * 1_500)
  const { promise, resolve } = Promise.withResolvers<void>()
  restarted = promise
  server.kill('SIGKILL')
  await once(server, 'exit')
  server = await startServer()
  resolve()
  if (kill % 10 === 0) console.log(`        killed ${kill} times in ${Math.round((Date.now() - began) / 1000)} s, ${batches.length} batches`)
}
state.stop = true
await Promise.all(writers)
await drained(webhook)
await judge(batches, receiver.received, before)
server.kill('SIGTERM')
await once(server, 'exit')
receiver.close()
rmSync(folder, { recursive: true, force: true })
