import { pino } from 'pino'
import { openDatabase } from '../../db/database.ts'
import { readSeed } from '../../db/seed/index.ts'
import { createStores } from '../../db/stores/index.ts'
import { buildApp } from '../../src/app.ts'
import { createServices } from '../../src/services/index.ts'
import { loadSeed } from '../../src/services/seed.ts'

export const ADMIN_KEY = 'test-admin-key-0123456789'
/** Headers that let a test in as the admin. */
export const asAdmin = { authorization: `Bearer ${ADMIN_KEY}` }

export type TestApp = Awaited<ReturnType<typeof openTestApp>>

/**
 * The whole application on a database of its own (in memory, unless a URL is given), ready for requests.
 * @param options `seed` loads what a fresh server has; `now` stops the clock at an instant
 */
export async function openTestApp ({ seed = false, now, databaseUrl = 'file::memory:' }: { seed?: boolean, now?: string, databaseUrl?: string } = {}) {
  const database = await openDatabase(databaseUrl)
  await database.migrate()
  const stores = createStores(database)
  const clock = now === undefined ? () => new Date() : () => new Date(now)
  const services = createServices(stores, clock)
  await services.keys.bootstrap(ADMIN_KEY)
  const { areas, nationalGoals, ...rest } = readSeed()
  await loadSeed(seed ? { areas, nationalGoals, ...rest } : { areas, nationalGoals, indicators: [], plans: [], measurements: [] }, stores, services)
  const app = await buildApp({ services, database, logger: pino({ level: 'silent' }) })
  await app.ready()
  const close = async (): Promise<void> => {
    await app.close()
    await database.close()
  }
  return { app, services, stores, database, adminKey: ADMIN_KEY, close }
}
