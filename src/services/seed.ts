import { partsOf } from '../domain/composition.ts'
import type { Calculation } from '../domain/indicator.ts'
import type { MeasurementKey } from '../domain/measurement.ts'
import { SEED_ACTOR } from './actor.ts'
import type { Services } from './index.ts'
import { MAX_ROWS } from './measurements.ts'
import type { Seed, SeedDocument, SeedMeasurement } from '../../db/seed/index.ts'
import type { Stores } from '../../db/stores/index.ts'

export type SeedReport = { areas: number, indicators: number, mappings: number, plans: number, measurements: number }

/**
 * Loads areas, the minister's goals, indicators, mappings, plans and the figures printed in them, through the services.
 * What is there already stays as it is: a plan or figure that someone changed since is not touched.
 */
export async function loadSeed (seed: Seed, stores: Stores, services: Services): Promise<SeedReport> {
  await stores.areas.putAll(seed.areas)
  const goals = new Set((await stores.nationalGoals.all()).map(goal => goal.id))
  for (const { id, title } of seed.nationalGoals.filter(goal => !goals.has(goal.id))) await services.nationalGoals.put(SEED_ACTOR, id, { title })
  services.reference.refresh()
  const known = await services.reference.indicators(seed.indicators.map(indicator => indicator.id))
  const indicators = afterTheirParts(seed.indicators.filter(indicator => !known.has(indicator.id)))
  for (const indicator of indicators) await services.indicators.put(SEED_ACTOR, indicator.id, indicator)
  const mapped = new Set((await stores.mappings.all()).map(mapping => mapping.id))
  const mappings = seed.mappings.filter(mapping => !mapped.has(mapping.id))
  for (const mapping of mappings) await services.mappings.put(SEED_ACTOR, mapping.id, mapping)
  const existing = new Set((await stores.plans.find({ ids: seed.plans.map(plan => plan.id), includeDrafts: true })).map(plan => plan.id))
  const plans = seed.plans.filter(plan => !existing.has(plan.id))
  for (const plan of plans) await services.plans.putDocument(SEED_ACTOR, plan.id, plan)
  const present = new Set((await stores.measurements.current(seed.measurements.map(keyOf))).map(nameOf))
  const rows = seed.measurements.filter(row => !present.has(nameOf(keyOf(row))))
  for (let at = 0; at < rows.length; at += MAX_ROWS) {
    await services.measurements.record(SEED_ACTOR, { measurements: rows.slice(at, at + MAX_ROWS) })
  }
  return { areas: seed.areas.length, indicators: indicators.length, mappings: mappings.length, plans: plans.length, measurements: rows.length }
}

/** Indicators in an order in which each comes after those that it is calculated from. */
function afterTheirParts (indicators: readonly SeedDocument[]): SeedDocument[] {
  const byId = new Map(indicators.map(indicator => [indicator.id, indicator]))
  const ordered = new Set<SeedDocument>()
  const add = (indicator: SeedDocument): void => {
    for (const part of partsOf(indicator.calculation as Calculation | undefined ?? null)) if (byId.has(part.indicator)) add(byId.get(part.indicator)!)
    ordered.add(indicator)
  }
  indicators.forEach(add)
  return [...ordered]
}

const keyOf = ({ indicator, area, segment, period }: SeedMeasurement): MeasurementKey => ({ indicator, area, segment: segment ?? null, period })
const nameOf = ({ indicator, area, segment, period }: MeasurementKey): string => [indicator, area, segment ?? '', period].join('\u0000')
