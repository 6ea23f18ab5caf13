import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { setTimeout } from 'node:timers/promises'

export const ADMIN_KEY = 'sync-run-admin-key-0123456789'
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const TRIES = 8
const RETRY_MS = 100

// Answers are looked at as they come: what they hold is what is tried here.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any
export type Answer = { status: number, etag: string | null, text: string, json: () => Json }
export type Asked = { method?: string, body?: unknown, headers?: Record<string, string>, isAdmin?: boolean }
/** Nobody can say whether it was done: the server was killed meanwhile. */
export class Lost extends Error {}
/** A read that was answered by no data. */
export class Unread extends Error {
  readonly status: number
  constructor (path: string, { status, text }: Answer) {
    super(`GET ${path} answered ${status}: ${text}`)
    this.status = status
  }
}

/** The number of an event in the feed. */
export const numberOf = (id: string): number => Number(id.slice('evt-'.length))

export type Servers = Awaited<ReturnType<typeof openServers>>

/**
 * So many servers on one database, which may be killed and started again. Reads, and writes with an Idempotency-Key, are sent again where the server
 * is gone meanwhile.
 * @param clock when the servers' time begins (an instant), and how many times faster than ours it goes
 * @param environment what else the servers are told
 */
export async function openServers ({ databaseUrl, count = 1, clock, environment = {} }: { databaseUrl: string, count?: number, clock: { start: string, speed: number }, environment?: Record<string, string> }) {
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    BOOTSTRAP_ADMIN_KEY: ADMIN_KEY,
    LOG_LEVEL: 'error',
    RATE_LIMIT: 'off',
    PLAYGROUND: 'off',
    PORT: '0',
    SQLITE_SYNCHRONOUS: 'normal',
    SYNC_CLOCK: [Date.now(), Date.parse(clock.start), clock.speed].join(),
    ...environment
  }
  const run = (...args: string[]): ChildProcess => spawn(process.execPath, ['--import', './test/sync/clock.ts', ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const [code] = await once(run('src/cli.ts', 'migrate'), 'exit') as [number]
  if (code !== 0) throw new Error(`The database could not be migrated (${code}).`)
  const running: { process: ChildProcess, url: string }[] = []
  let next = 0
  let restarted: Promise<unknown> = Promise.resolve()
  let isRestarting = false
  const waiting = new Set<{ what: string, since: number, tries: number }>()

  async function start (): Promise<{ process: ChildProcess, url: string }> {
    const server = run('src/start.mjs')
    let told = ''
    for await (const chunk of server.stdout!) {
      told += String(chunk)
      const url = /http:\/\/localhost:\d+/.exec(told)?.[0]
      if (url === undefined) continue
      server.stdout!.resume()
      return { process: server, url }
    }
    throw new Error(`The server did not start: ${told}`)
  }

  /** One of the servers, in turn: whatever one is told the others know. */
  const url = (): string => running[next++ % count]!.url
  /** Where one of them is; another place after it was started again. */
  const urlOf = (place: number): string => running[place]!.url

  async function askOnce (path: string, { method = 'GET', body, headers, isAdmin = false }: Asked): Promise<Answer> {
    const response = await fetch(url() + path, {
      method,
      signal: AbortSignal.timeout(60_000),
      headers: { ...isAdmin && { authorization: `Bearer ${ADMIN_KEY}` }, ...typeof body === 'object' && { 'content-type': 'application/json' }, ...headers },
      ...body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }
    })
    const text = await response.text()
    return { status: response.status, etag: response.headers.get('etag'), text, json: () => JSON.parse(text) as Json }
  }

  async function ask (path: string, asked: Asked = {}): Promise<Answer> {
    const isSafe = (asked.method ?? 'GET') === 'GET' || asked.headers?.['idempotency-key'] !== undefined
    const wait = { what: `${asked.method ?? 'GET'} ${path}`, since: Date.now(), tries: 1 }
    waiting.add(wait)
    try {
      for (; ; wait.tries++) {
        try {
          const answer = await askOnce(path, asked)
          // Also while a key whose first request was cut off is held.
          if (answer.status !== 503 || wait.tries === TRIES) return answer
        } catch (error) {
          if (!(error instanceof TypeError) || wait.tries === TRIES) throw error
          if (!isSafe) throw new Lost()
          await restarted
        }
        await setTimeout(RETRY_MS * wait.tries)
      }
    } finally {
      waiting.delete(wait)
    }
  }

  /** What is waited for at this moment, in words. */
  const waits = (): string => [...isRestarting ? ['A server is being started again.'] : [], ...[...waiting].map(({ what, since, tries }) => `${what}: ${Date.now() - since} ms, try ${tries}.`)].join(' ')

  /** Reads one thing. @throws Unread */
  async function read (path: string, isAdmin = false): Promise<Json> {
    const answer = await ask(path, { isAdmin })
    if (answer.status !== 200) throw new Unread(path, answer)
    return answer.json()
  }

  /** Reads a list whole. */
  async function list (path: string, isAdmin = false): Promise<Json[]> {
    const found: Json[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Json = await read(`${path}${path.includes('?') ? '&' : '?'}limit=500${cursor && `&cursor=${encodeURIComponent(cursor)}`}`, isAdmin)
      found.push(...page.items)
      cursor = page.nextCursor
    }
    return found
  }

  /** Ends one of the servers in the middle of its work, and starts it again. */
  async function kill (signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL', place = Math.floor(Math.random() * count)): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    restarted = promise
    isRestarting = true
    const { process } = running[place]!
    process.kill(signal)
    await once(process, 'exit')
    running[place] = await start().finally(resolve)
    isRestarting = false
  }

  async function stop (): Promise<void> {
    await restarted
    await Promise.all(running.map(async ({ process }) => {
      process.kill('SIGTERM')
      await once(process, 'exit')
    }))
  }

  for (let at = 0; at < count; at++) running.push(await start())
  return { ask, read, list, kill, stop, url, urlOf, waits }
}
