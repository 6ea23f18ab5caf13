import autocannon, { type Request } from 'autocannon'
import BetterSqlite from 'better-sqlite3'
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Part, pictureOf } from './picture.ts'
import { FLAGS, START } from './program.ts'
import { readSeed } from '../../db/seed/index.ts'
import type { createTasks } from './tasks.ts'

// Each request of the application is measured in turn with a bare Fastify route that sends a static buffer of the same size: the ratio is
// what counts, for machines are noisy. It is given by requests a second and by what the server's processor does for each request, which
// others on the machine disturb less. BENCH_ROUNDS (5) and BENCH_SECONDS (3) make it longer or shorter.

const PICTURE = fileURLToPath(new URL('./status-request.svg', import.meta.url))
const BARE = 'a bare Fastify route that sends as much'
const AROUND = 'version, ETag, limits, headers, metrics'

type Tasks = ReturnType<typeof createTasks>
type Load = { url: string, method?: 'GET' | 'POST', body?: string, headers?: Record<string, string>, requests?: Request[] }
type Speed = { perSecond: number, cpu: number }

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5)
const SECONDS = Number(process.env.BENCH_SECONDS ?? 3)
const PLAN = 'synthetic-0250'
const AS_OF = '2024-09-15'
const INDICATORS = 12
const KEY = 'bench-admin-key-0123456789'
const JSON_BODY = { 'content-type': 'application/json' }
const WITH_KEY = { ...JSON_BODY, authorization: `Bearer ${KEY}` }

const nested = (plan: string): string => JSON.stringify({ query: `{ plan(id: "${plan}") { title goals { title targets { title status(asOf: "${AS_OF}") { status final reason current { period value benchmark measure } explanation { da } } } } } }` })
const statusPath = (plan: string): string => `/v1/plans/${plan}/status?asOf=${AS_OF}`

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] as number
const row = (...cells: (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`)
const header = (...cells: string[]): void => { console.log(); row(...cells); row(...cells.map(() => '---')) }

const folder = mkdtempSync(join(tmpdir(), 'maal-bench-'))
const child = fork(fileURLToPath(new URL('./server.ts', import.meta.url)), [folder, KEY], { stdio: 'inherit', execArgv: FLAGS })
const [{ app, bare }] = await once(child, 'message') as [{ app: string, bare: string }]

/** Has the server do something itself, and waits for what comes of it. */
async function told<Name extends keyof Tasks> (name: Name): Promise<Awaited<ReturnType<Tasks[Name]>>> {
  const answered = once(child, 'message')
  child.send(name)
  return (await answered)[0] as Awaited<ReturnType<Tasks[Name]>>
}

/** Requests a second, and microseconds of the server's processor for each. */
async function speedOf (load: Load): Promise<Speed> {
  const before = await told('cpu')
  const { errors, requests, statusCodeStats } = await autocannon({ connections: 10, duration: SECONDS, ...load })
  const after = await told('cpu')
  const refused = Object.keys(statusCodeStats ?? {}).filter(status => Number(status) >= 400)
  if (errors > 0 || refused.length > 0) throw new Error(`${load.url} failed ${errors} times and answered ${refused.join(', ')}`)
  return { perSecond: requests.average, cpu: (after.user + after.system - before.user - before.system) / requests.total }
}

async function sizeOf ({ url, ...load }: Load): Promise<{ size: number, etag: string }> {
  const answer = await fetch(url, load)
  const text = await answer.text()
  if (!answer.ok || text.includes('"errors":[')) throw new Error(`${url}: ${answer.status} ${text.slice(0, 500)}`)
  return { size: Buffer.byteLength(text), etag: answer.headers.get('etag') ?? '' }
}

/** @returns what the processor does for each request, and for each of the reference, in microseconds */
async function compare (name: string, asked: string, size: number, load: Load, reference: Load = { url: `${bare}/${size}` }): Promise<{ own: number, limit: number }> {
  const rounds: { own: Speed, limit: Speed }[] = []
  for (let round = 0; round < ROUNDS; round++) rounds.push({ own: await speedOf(load), limit: await speedOf(reference) })
  row(name, asked, size, Math.round(median(rounds.map(({ own }) => own.perSecond))), Math.round(median(rounds.map(({ limit }) => limit.perSecond))),
    median(rounds.map(({ own, limit }) => own.perSecond / limit.perSecond)).toFixed(2), median(rounds.map(({ own, limit }) => limit.cpu / own.cpu)).toFixed(2))
  return { own: median(rounds.map(({ own }) => own.cpu)), limit: median(rounds.map(({ limit }) => limit.cpu)) }
}

// Figures of all kommuner are revised in turn, for nobody revises one dozens of times; each connection then reads the plan whose figure it changed.
const KOMMUNER: string[] = readSeed().areas.filter(area => area.kind === 'kommune').map(area => area.id)
let next = 0
function nextFigure () {
  const turn = Math.floor(next++ / KOMMUNER.length)
  const month = 5 + Math.floor(turn / INDICATORS) % 39
  return { indicator: `synthetic-${turn % INDICATORS + 1}`, area: KOMMUNER[next % KOMMUNER.length]!, period: `${2021 + Math.floor(month / 12)}-${String(month % 12 + 1).padStart(2, '0')}`, value: (30 + next % 19) / 10 }
}
const changing: Request = {
  method: 'POST',
  path: '/v1/measurements',
  headers: WITH_KEY,
  setupRequest: (request, context: { kommune?: string }) => {
    const figure = nextFigure()
    context.kommune = figure.area
    return { ...request, body: JSON.stringify({ measurements: [figure] }) }
  }
}

/**
 * A read after each change: what both take, less what the change and something small take, in whose place the read is; for changes share
 * commits, and are the dearer the fewer of them come at once.
 * @returns what the processor does for each, in microseconds
 */
async function afterChange (name: string, asked: string, size: number, reading: (kommune: string) => Request): Promise<number> {
  const read: Request = { setupRequest: (request, context: { kommune?: string }) => ({ ...request, ...reading(context.kommune ?? KOMMUNER[0]!) }) }
  const small: Request = { method: 'GET', path: '/health/live' }
  const rounds: { own: number, limit: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const both = await speedOf({ url: app, requests: [changing, read] })
    const change = await speedOf({ url: app, requests: [changing, small] })
    const alone = await speedOf({ url: app, requests: [small] })
    rounds.push({ own: 2 * (both.cpu - change.cpu) + alone.cpu, limit: (await speedOf({ url: `${bare}/${size}` })).cpu })
  }
  row(name, asked, size, `${Math.round(median(rounds.map(({ own }) => own)))} µs`, `${Math.round(median(rounds.map(({ limit }) => limit)))} µs`, '', median(rounds.map(({ own, limit }) => limit / own)).toFixed(2))
  return median(rounds.map(({ own }) => own))
}

/** The program as it is run, on a database of its own; ready when this resolves, which takes so many seconds. */
async function startServer (database: string) {
  const port = 20_000 + process.pid % 20_000
  const url = `http://127.0.0.1:${port}`
  const began = performance.now()
  const env = { ...process.env, DATABASE_URL: `file:${folder}/${database}.sqlite`, PORT: String(port), LOG_LEVEL: 'silent', RATE_LIMIT: 'off', BOOTSTRAP_ADMIN_KEY: KEY }
  const server: ChildProcess = spawn(process.execPath, START, { cwd: fileURLToPath(new URL('../..', import.meta.url)), stdio: 'ignore', env })
  const stop = async (): Promise<void> => {
    server.kill()
    await once(server, 'exit')
  }
  for (;;) {
    if (await fetch(`${url}/health/ready`).then(answer => answer.ok, () => false)) return { url, stop, seconds: (performance.now() - began) / 1000 }
    if (performance.now() - began > 120_000) {
      await stop()
      throw new Error('The server was not ready within two minutes.')
    }
    await setTimeout(5)
  }
}

async function secondsToReady (): Promise<number> {
  const { seconds, stop } = await startServer('seeded')
  await stop()
  return seconds
}

/** The resident memory of a server that has answered all of the above for as long, on the same country, in MB. */
async function memoryAfterAll (): Promise<number> {
  const { url, stop } = await startServer('memory')
  try {
    const statuses: Request = { setupRequest: request => ({ ...request, path: `/v1/plans/synthetic-${KOMMUNER[++next % KOMMUNER.length]!}/status?asOf=2024-${String(1 + next % 12).padStart(2, '0')}-${String(1 + next % 28).padStart(2, '0')}` }) }
    const own = (path: (kommune: string) => Request): Request => ({ setupRequest: (request, { kommune = KOMMUNER[0]! }: { kommune?: string }) => ({ ...request, ...path(kommune) }) })
    const nestedRead = own(kommune => ({ method: 'POST', path: '/graphql', headers: JSON_BODY, body: nested(`synthetic-${kommune}`) }))
    for (const requests of [[statuses], [changing], [changing, own(kommune => ({ method: 'GET', path: statusPath(`synthetic-${kommune}`) }))], [nestedRead], [changing, nestedRead]]) {
      await autocannon({ connections: 10, duration: SECONDS * ROUNDS, url, requests })
    }
    for (let month = 1; month <= ROUNDS; month++) await (await fetch(`${url}/v1/statuses?asOf=2024-0${1 + month % 9}-01&limit=2000`)).text()
    for (let year = 0; year < ROUNDS; year++) {
      const measurements = Array.from({ length: 10_000 }, (_, i) => ({ indicator: `synthetic-${1 + i % INDICATORS}`, area: KOMMUNER[Math.floor(i / INDICATORS) % KOMMUNER.length]!, period: `${1900 + year * 10 + Math.floor(i / 1440)}-${String(1 + Math.floor(i / 120) % 12).padStart(2, '0')}`, value: 3.5 }))
      const { status: answered } = await fetch(`${url}/v1/measurements`, { method: 'POST', headers: WITH_KEY, body: JSON.stringify({ measurements }) })
      if (answered !== 200) throw new Error(`a batch was answered with ${answered}`)
    }
    const metrics = await (await fetch(`${url}/metrics`, { headers: WITH_KEY })).text()
    return Number(/^process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1]) / 2 ** 20
  } finally {
    await stop()
  }
}

async function repeated<T> (times: number, work: () => Promise<T>): Promise<T[]> {
  const found: T[] = []
  for (let time = 0; time < times; time++) found.push(await work())
  return found
}

try {
  // As it is before anything is changed.
  const source = new BetterSqlite(`${folder}/bench.sqlite`)
  source.prepare('vacuum into ?').run(`${folder}/memory.sqlite`)
  source.close()
  console.log(`${ROUNDS} rounds of ${SECONDS} s each, in turn with the reference; medians`)
  const query = { url: `${app}/graphql`, method: 'POST' as const, headers: JSON_BODY, body: nested(PLAN) }
  const status = { url: app + statusPath(PLAN) }
  const page = { url: `${app}/v1/measurements?indicator=synthetic-1&area=0250` }
  const { size, etag } = await sizeOf(status)
  const { size: querySize } = await sizeOf(query)

  header('what', 'asked', 'bytes', 'requests/s', 'reference', 'ratio', 'ratio by processor')
  const unchanged = await compare('GET plan status, data unchanged', '0.70', size, status)
  await compare('the same, 304 (reference: the whole answer)', '0.85', size, { ...status, headers: { 'if-none-match': etag } })
  await compare('the same, 304 (reference: an empty answer)', '', 0, { ...status, headers: { 'if-none-match': etag } })
  await compare('GraphQL plan → goals → targets → status, data unchanged', '0.30', querySize, query)
  await compare('GET page of 50 measurements, data unchanged', '0.25', (await sizeOf(page)).size, page)
  const single: Load = { url: app, requests: [changing] }
  await compare('POST one measurement', '0.5', 0, single, { ...single, url: bare, requests: [{ ...changing, path: '/insert' }] })
  const changed = await afterChange('GET plan status, each after a change', '0.20', size, kommune => ({ method: 'GET', path: statusPath(`synthetic-${kommune}`) }))
  await afterChange('GraphQL, each after a change', '0.12', querySize, kommune => ({ method: 'POST', path: '/graphql', headers: JSON_BODY, body: nested(`synthetic-${kommune}`) }))
  await afterChange('GET page of 50 measurements, each after a change', '0.25', (await sizeOf(page)).size, kommune => ({ method: 'GET', path: `/v1/measurements?indicator=synthetic-1&area=${kommune}` }))

  const { whole, sql, engine, written } = await told('parts')
  const rest = (name: string, us: number): Part => ({ name, us: Math.max(us, 0) })
  writeFileSync(PICTURE, pictureOf('Where the time of one status request goes: a plan of ten targets, 22 KB of JSON', [
    { name: 'nothing was written', parts: [{ name: BARE, us: unchanged.limit }, rest(AROUND, unchanged.own - unchanged.limit)] },
    { name: 'after a new figure', parts: [{ name: BARE, us: unchanged.limit }, rest(AROUND, changed - unchanged.limit - whole), { name: 'statements: the version, what was written, the series', us: sql }, { name: 'the engine, with its sentences', us: engine }, rest('the rest of the service', whole - sql - engine - written), { name: 'writing the JSON', us: written }] }
  ]))

  header('what', 'asked', 'measured')
  const countries = await repeated(ROUNDS + 2, () => told('country'))
  const of = (read: (one: (typeof countries)[number]) => number): number => median(countries.map(read))
  row('statuses of 980 targets after a change, times what writing them out takes', '5', of(({ changed, written }) => (changed.ms + written.ms) / written.ms).toFixed(1))
  row('the same with nothing remembered', '5', of(({ first, written }) => (first.ms + written.ms) / written.ms).toFixed(1))
  row('their longest slice, after a change and with nothing remembered', '60 ms', `${of(({ changed }) => changed.slice).toFixed(0)} and ${of(({ first }) => first.slice).toFixed(0)} ms`)
  const batches = await repeated(ROUNDS, () => told('batch'))
  row('batch of 10,000 new rows, by plain inserts', '0.5', median(batches.map(({ created, plain }) => plain.ms / created.ms)).toFixed(2))
  row('batch of 10,000 unchanged rows, by plain inserts', '0.7', median(batches.map(({ unchanged, plain }) => plain.ms / unchanged.ms)).toFixed(2))
  row('the longest that others wait meanwhile', '50 ms', `${median(batches.map(({ created, unchanged }) => Math.max(created.slice, unchanged.slice))).toFixed(0)} ms`)
  const engines = await repeated(ROUNDS + 2, () => told('engine'))
  row('numeric evaluations a second, without projection and sentences', '60,000', Math.round(median(engines.map(({ alone }) => alone))))
  row('the same with them', '', Math.round(median(engines.map(({ whole }) => whole))))
  row('memory after all this', '250 MB', `${Math.round(await memoryAfterAll())} MB`)
  await secondsToReady()
  row('from the start to ready', '1.0 s', `${median(await repeated(ROUNDS, secondsToReady)).toFixed(2)} s`)
} finally {
  child.disconnect()
  rmSync(folder, { recursive: true, force: true })
}
