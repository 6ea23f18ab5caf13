import type { MeasurementKey } from '../domain/measurement.ts'
import { SEED_ACTOR } from './actor.ts'
import type { Services } from './index.ts'
import { MAX_ROWS } from './measurement-batch.ts'
import type { Seed, SeedMeasurement } from '../../db/seed/index.ts'
import type { Stores } from '../../db/stores/index.ts'

export type SeedReport = { areas: number, indicators: number, plans: number, measurements: number }

/**
 * Loads areas, the minister's goals, indicators, plans and the figures printed in them, through the services.
 * What is there already stays as it is: a plan or figure that someone changed since is not touched.
 */
export async function loadSeed (seed: Seed, stores: Stores, services: Services): Promise<SeedReport> {
  await stores.areas.putAll(seed.areas)
  await stores.nationalGoals.putAll(seed.nationalGoals)
  services.reference.refresh()
  const known = await services.reference.indicators(seed.indicators.map(indicator => indicator.id))
  const indicators = seed.indicators.filter(indicator => !known.has(indicator.id))
  for (const indicator of indicators) await services.indicators.put(SEED_ACTOR, indicator.id, indicator)
  const existing = new Set((await stores.plans.find({ ids: seed.plans.map(plan => plan.id), includeDrafts: true })).map(plan => plan.id))
  const plans = seed.plans.filter(plan => !existing.has(plan.id))
  for (const plan of plans) await services.plans.putDocument(SEED_ACTOR, plan.id, plan)
  const present = new Set((await stores.measurements.current(seed.measurements.map(keyOf))).map(nameOf))
  const rows = seed.measurements.filter(row => !present.has(nameOf(keyOf(row))))
  for (let at = 0; at < rows.length; at += MAX_ROWS) {
    await services.measurements.record(SEED_ACTOR, { measurements: rows.slice(at, at + MAX_ROWS) })
  }
  return { areas: seed.areas.length, indicators: indicators.length, plans: plans.length, measurements: rows.length }
}

const keyOf = ({ indicator, area, segment, period }: SeedMeasurement): MeasurementKey => ({ indicator, area, segment: segment ?? null, period })
const nameOf = ({ indicator, area, segment, period }: MeasurementKey): string => [indicator, area, segment ?? '', period].join('\u0000')
