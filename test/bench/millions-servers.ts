import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '../../db/database.ts'
import { createStores } from '../../db/stores/index.ts'
import { createServices } from '../../src/services/index.ts'
import { loadSeed } from '../../src/services/seed.ts'
import { countryOf, fill } from './millions-country.ts'
import { START } from './program.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const ADMIN_KEY = 'millions-bench-admin-key'
/** In `meta` of a database that is filled: how many indicators are in it. */
const FILLED = 'millions'

export type Server = Awaited<ReturnType<typeof startServer>>

/** Fills the database with so many indicators, unless it has them already, and announces how everything stands, as a server would. */
export async function ensureFilled (url: string, indicators: number, onIndicator: (i: number) => void): Promise<void> {
  const database = await openDatabase(url, { synchronous: 'normal' })
  try {
    await database.migrate()
    const stores = createStores(database)
    const filled = await stores.meta.get(FILLED)
    if (filled === String(indicators)) return
    if (filled !== null) throw new Error(`${url} was filled with ${filled} indicators, not ${indicators}: remove it.`)
    const services = createServices(stores, () => new Date())
    await loadSeed(countryOf(indicators), stores, services)
    await stores.meta.set('seeded_at', new Date().toISOString())
    await fill(stores, services, indicators, onIndicator)
    while (await services.dispatcher.run());
    await stores.meta.set(FILLED, String(indicators))
  } finally {
    await database.close()
  }
}

/** The server on a database, in a process of its own. `readyMs` is how long it took from its start until it was ready. */
export async function startServer (databaseUrl: string) {
  const before = performance.now()
  const child = spawn(process.execPath, START, {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: '0', RATE_LIMIT: 'off', LOG_LEVEL: 'error', PLAYGROUND: 'off', BOOTSTRAP_ADMIN_KEY: ADMIN_KEY },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const base = await addressOf(child)
  await ask({ path: '/health/ready' })
  const readyMs = performance.now() - before

  /** Sends a request and reads the answer whole. @returns how long it took, in milliseconds @throws Error where it is no 2xx */
  async function ask ({ path, body }: { path: string, body?: unknown }): Promise<number> {
    const sent = performance.now()
    const response = await fetch(base + path, {
      headers: { authorization: `Bearer ${ADMIN_KEY}`, ...body !== undefined && { 'content-type': 'application/json' } },
      ...body !== undefined && { method: 'POST', body: JSON.stringify(body) }
    })
    const text = await response.text()
    const took = performance.now() - sent
    if (!response.ok || text.startsWith('{"data":null')) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 500)}`)
    return took
  }

  async function stop (): Promise<void> {
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }

  /** What the process has in memory, in megabytes. */
  const memory = (): number => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024

  return { ask, stop, memory, readyMs }
}

async function addressOf (child: ChildProcess): Promise<string> {
  let told = ''
  for await (const chunk of child.stdout!) {
    told += String(chunk)
    const port = /http:\/\/localhost:(\d+)/.exec(told)?.[1]
    if (port === undefined) continue
    child.stdout!.resume()
    return `http://127.0.0.1:${port}`
  }
  throw new Error(`The server did not start: ${told}`)
}
