import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Processes } from './processes.ts'
import { until } from './processes.ts'

export const ADMIN_KEY = 'ha-run-admin-key-0123456789'
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const path = (name: string): string => `${ROOT}${name}`

/**
 * Migrates, then starts our servers, one on each of the ports. They are never started again: what becomes of them is part of the trial.
 * @returns `alive` tells which of them still run
 */
export async function openInstances ({ processes, databaseUrl, ports }: { processes: Processes, databaseUrl: string, ports: number[] }) {
  const env = { ...process.env, DATABASE_URL: databaseUrl, BOOTSTRAP_ADMIN_KEY: ADMIN_KEY, LOG_LEVEL: 'warn', RATE_LIMIT: '9999999', PLAYGROUND: 'off', WEBHOOK_TARGETS: 'any' }
  const migration = processes.start({ name: 'migrate', program: process.execPath, args: [path('src/cli.ts'), 'migrate'], env })
  const [code] = await once(migration, 'exit') as [number]
  if (code !== 0) throw new Error(`The database could not be migrated:\n${processes.log('migrate')}`)
  const servers = ports.map((port, at) => processes.start({ name: `api${at + 1}`, program: process.execPath, args: [path('src/start.mjs')], env: { ...env, PORT: String(port) } }))
  const ended = Promise.race(servers.map(async (server, at) => await once(server, 'exit').then(() => { throw new Error(`One of our servers ended:\n${processes.log(`api${at + 1}`)}`) })))
  ended.catch(() => {})
  await Promise.race([ended, until('our servers are ready (see api1.log)', async () => (await Promise.all(ports.map(isReady))).every(Boolean), { withinMs: 120_000 })])

  /** What the servers logged as errors, but for the background's that the database was away. */
  const errors = (): string[] => ports.flatMap((_, at) => processes.log(`api${at + 1}`).split('\n').filter(line => /^\{"level":[56]0/.test(line) && !line.includes('"code":"unavailable"')))

  return { errors, alive: () => servers.filter(server => server.exitCode === null && server.signalCode === null).length, areReady: async () => await Promise.all(ports.map(isReady)) }
}

const isReady = async (port: number): Promise<boolean> =>
  (await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(10_000) }).catch(() => null))?.ok === true
