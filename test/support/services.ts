import { type Database, type DatabaseOptions, openDatabase } from '../../db/database.ts'
import { readSeed } from '../../db/seed/index.ts'
import { createStores } from '../../db/stores/index.ts'
import type { Timings } from '../../src/http/metrics.ts'
import { type Actor, SEED_ACTOR } from '../../src/services/actor.ts'
import { createServices } from '../../src/services/index.ts'
import { loadSeed } from '../../src/services/seed.ts'
import { openCopy } from './postgres-databases.ts'

export const ADMIN: Actor = { ...SEED_ACTOR, id: 'admin', name: 'admin' }
export { ANONYMOUS } from '../../src/services/actor.ts'

export type TestServices = Awaited<ReturnType<typeof openServices>>

/**
 * The services on a database of their own, with all areas and national goals. It is the one of a URL, if given, else in memory or, in the
 * project "postgres" of vitest.config.ts, on the PostgreSQL of the run.
 * @param options `seed` loads what a fresh server has; `now` is where the clock begins: `clock.now` moves it
 * @returns with `countReads`, the statements so far but those of the version and of what was written since: these are asked once for all who ask at
 * the same moment, which on PostgreSQL is a matter of luck
 */
export async function openServices ({ seed = false, now = '2026-06-01T10:00:00.000Z', databaseUrl, replicas = [], onStatement, onJudged }: { seed?: boolean, now?: string, databaseUrl?: string, replicas?: string[], onStatement?: Timings['onStatement'], onJudged?: Timings['onJudged'] } = {}) {
  const isOnPostgres = databaseUrl === undefined && process.env.TEST_ENGINE === 'postgres'
  let reads = 0
  const count: NonNullable<typeof onStatement> = (sql, ms) => {
    if (!/ from audit\b/.test(sql)) reads++
    onStatement?.(sql, ms)
  }
  const options = { replicas, onStatement: count }
  const database = isOnPostgres ? await openFilledCopy({ seed, now }, options) : await openDatabase(databaseUrl ?? 'file::memory:', options)
  if (!isOnPostgres) await fill(database, { seed, now })
  const stores = createStores(database)
  const clock = { now }
  const services = createServices(stores, () => new Date(clock.now), { onJudged })
  return { database, stores, services, clock, actor: SEED_ACTOR, countReads: () => reads }
}

type Content = { seed: boolean, now: string }

async function fill (database: Database, { seed, now }: Content): Promise<void> {
  await database.migrate()
  const stores = createStores(database)
  const { areas, nationalGoals, ...rest } = readSeed()
  await loadSeed(seed ? { areas, nationalGoals, ...rest } : { areas, nationalGoals, indicators: [], mappings: [], plans: [], measurements: [] }, stores, createServices(stores, () => new Date(now)))
}

async function openFilledCopy (content: Content, options: DatabaseOptions): Promise<Database> {
  const { inject } = await import('vitest')
  const server = inject('postgres')
  if (server.url === null) throw new Error(server.missing)
  return await openCopy(server, JSON.stringify(content), async url => {
    const database = await openDatabase(url)
    await fill(database, content)
    await database.close()
  }, async url => await openDatabase(url, { ...options, poolSize: 4 }))
}

/** Writes so often that nothing of what was read is remembered. */
export async function forget ({ indicators }: Pick<TestServices['services'], 'indicators'>): Promise<void> {
  for (let write = 0; write < 24; write++) await indicators.put(ADMIN, 'ubrugt', indicatorBody({ decimals: write % 2 }))
}

/** A monthly percentage where lower is better, with one segment. */
export const indicatorBody = (change: Record<string, unknown> = {}) => ({
  name: { da: 'Ledighed', en: 'Unemployment' }, unit: 'percent', polarity: 'lower_is_better', frequency: 'month', segments: [{ code: 'unge', name: { da: 'Unge', en: 'Young people' } }], ...change
})

/** A small adopted plan of Frederikssund with one target, `p.1a`: at most 3 per cent in 2024. */
export const planBody = (change: Record<string, unknown> = {}, target: Record<string, unknown> = {}) => ({
  id: 'p',
  kommune: '0250',
  title: 'En plan',
  kind: 'annual_plan',
  status: 'adopted',
  period: { from: '2024-01-01', to: '2024-12-31' },
  goals: [{
    code: '1',
    kind: 'local',
    title: 'Et mål',
    targets: [{ code: '1a', title: 'Højst 3 pct.', indicator: 'ledighed', window: { start: '2024-01-01', deadline: '2024-12-31' }, rule: { kind: 'threshold', comparator: 'lte', value: 3 }, ...target }]
  }],
  ...change
})
