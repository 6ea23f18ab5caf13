import { pino } from 'pino'
import { buildApp } from '../../src/app.ts'
import type { Origins } from '../../src/http/cors.ts'
import type { Timings } from '../../src/http/metrics.ts'
import { openServices } from './services.ts'

export const ADMIN_KEY = 'test-admin-key-0123456789'
/** Headers that let a test in as the admin. */
export const asAdmin = { authorization: `Bearer ${ADMIN_KEY}` }

/** The real time, to the hour: on PostgreSQL what was filled at the same time is filled once. */
const THIS_HOUR = `${new Date().toISOString().slice(0, 13)}:00:00.000Z`

export type TestApp = Awaited<ReturnType<typeof openTestApp>>

/**
 * The whole application on a database of its own (see {@link openServices}), ready for requests.
 * @param options `seed` loads what a fresh server has; `now` stops the clock at an instant (else at the real hour); `rateLimit` is requests a minute; `playground` is where the built page is; `timings` hears of statements and the engine
 */
export async function openTestApp ({ seed, now, databaseUrl, replicas, rateLimit = null, playground = null, introspection = true, origins, documents = null, metrics = null, timings, trustProxy }: { seed?: boolean, now?: string, databaseUrl?: string, replicas?: string[], rateLimit?: number | null, playground?: string | null, introspection?: boolean, origins?: Origins, documents?: { file: string, only: boolean } | null, metrics?: 'open' | 'key' | null, timings?: Timings, trustProxy?: string[] } = {}) {
  const { database, stores, services, clock, countReads } = await openServices({ ...seed !== undefined && { seed }, now: now ?? THIS_HOUR, ...databaseUrl && { databaseUrl }, ...replicas && { replicas }, onStatement: timings?.onStatement, onJudged: timings?.onJudged })
  await services.keys.bootstrap(ADMIN_KEY)
  const app = await buildApp({ services, database, logger: pino({ level: 'silent' }), rateLimit, playground, introspection, documents, metrics, timings, ...trustProxy && { trustProxy }, ...origins !== undefined && { origins } })
  await app.ready()
  const close = async (): Promise<void> => {
    await app.close()
    await database.close()
  }
  return { app, services, stores, database, clock, countReads, adminKey: ADMIN_KEY, close }
}
