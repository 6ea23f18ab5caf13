import { openDatabase } from '../../db/database.ts'
import { readSeed } from '../../db/seed/index.ts'
import { createStores } from '../../db/stores/index.ts'
import { createServices } from '../../src/services/index.ts'
import { loadSeed } from '../../src/services/seed.ts'
import { syntheticCountry } from '../bench/country.ts'
import type { Client, Json } from '../ha/client.ts'
import { prepare as prepareTargets } from '../ha/world.ts'

// What there is: the made-up country that is measured with, the targets whose status is known after each write (test/ha/world.ts), and beside them
// a plan whose status turns with the days that the clock passes, figures that come in big batches, and figures whose import is undone.

/** Its targets are due on the days of the clock's moments. */
export const TURNING = 'soak-dage'
/** Figures in big batches, each at a day of its own in one kommune. */
export const BIG = 'soak-dag'
/** Figures of imports of which every second is undone. */
export const UNDONE = 'soak-fortrudt'
/** Many figures, which slow readers take. */
export const LARGE = 'soak-stor'

export const BIG_ROWS = 200
export const UNDONE_ROWS = 10
const LARGE_BATCHES = 12
const DAY = 86_400_000
const FIRST_DAY = Date.UTC(1900, 0, 1)
const AREAS = ['0250', '0316', '0260', '0101', '0147', '0151', '0153', '0155', '0157', '0159', '0161', '0163', '0165', '0167', '0169', '0173', '0175', '0183', '0185', '0187']

const day = (number: number): string => new Date(FIRST_DAY + number * DAY).toISOString().slice(0, 10)
/** The rows of a write, by its number: no two writes have one in common. */
export const rowsOf = (indicator: string, write: number, count: number): Json[] =>
  Array.from({ length: count }, (_, place) => ({ indicator, area: AREAS[write % AREAS.length], period: day(Math.floor(write / AREAS.length) * count + place), value: write }))

/** Loads the country into the file, before the server runs. */
export async function loadCountry (databaseUrl: string, now: number): Promise<void> {
  const database = await openDatabase(databaseUrl)
  await database.migrate()
  const stores = createStores(database)
  await loadSeed(syntheticCountry(readSeed()), stores, createServices(stores, () => new Date(now)))
  await database.close()
}

/** @param days when the targets of {@link TURNING} are due */
export async function prepare (client: Client, days: string[]): Promise<void> {
  await prepareTargets(client)
  const indicator = { name: { da: 'Prøve', en: 'Trial' }, unit: 'count', polarity: 'higher_is_better', frequency: 'day' }
  for (const id of [BIG, UNDONE, LARGE]) await client.put(`/v1/indicators/${id}`, indicator)
  const targets = days.map((due, at) => ({ code: `t${at + 1}`, title: `Senest ${due}`, window: { start: '2026-01-01', deadline: due }, rule: { kind: 'milestone', deliverables: [{ code: `D${at + 1}`, title: 'Aftale', due }] } }))
  await client.put(`/v1/plans/${TURNING}/document`, {
    id: TURNING, kommune: '0250', title: 'Prøve', kind: 'annual_plan', period: { from: '2026-01-01', to: '2026-12-31' }, status: 'adopted', goals: [{ code: '1', kind: 'local', title: 'Et mål', targets }]
  })
  for (let batch = 0; batch < LARGE_BATCHES; batch++) await client.put('/v1/measurements', { measurements: rowsOf(LARGE, batch, 10_000) }, 'POST')
}
