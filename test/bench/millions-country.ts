import type { Flag, Import, MeasurementRevision } from '../../src/domain/measurement.ts'
import type { PlanDocument } from '../../src/domain/plan.ts'
import type { Stores } from '../../db/stores/index.ts'
import { readSeed, type Seed } from '../../db/seed/index.ts'
import { SEED_ACTOR } from '../../src/services/actor.ts'
import { auditedImport } from '../../src/services/audit-entries.ts'
import { recorded } from '../../src/services/measurement-events.ts'
import type { Services } from '../../src/services/index.ts'
import { noise, syntheticCountry } from './country.ts'

// A made-up country as large as is wanted: the same plans and series of the same length, of more and more indicators.

export const YEARS = [2021, 2022, 2023, 2024, 2025] as const
export const SEGMENTS = [null, '30-49', '50-plus', 'kvinder', 'maend', 'under-30', 'ydelse-a', 'ydelse-b'] as const
const SOURCE = 'synthetic'
/** Every so many figures are revised in the year after, and every so many of a segment are hidden. */
const REVISED = 33
const HIDDEN = 67

const seed = readSeed()
export const kommuner = seed.areas.filter(area => area.kind === 'kommune').map(area => area.id)
const TARGETS_A_PLAN = 10
/** The series that a plan's target reads; those of one plan are all different. */
export const seriesOf = (place: number, indicators: number): { indicator: string, area: string, segment: string | null } => ({
  indicator: indicatorId((place * 7 + Math.floor(place / SEGMENTS.length)) % indicators),
  area: kommuner[Math.floor(place / TARGETS_A_PLAN) % kommuner.length]!,
  segment: SEGMENTS[place % SEGMENTS.length]!
})
/** 98 kommuner, the RAR and the country. */
export const AREAS = seed.areas.filter(area => ['kommune', 'rar', 'country'].includes(area.kind)).map(area => area.id).sort()
const MONTHS_OF = (year: number): string[] => Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`)
/** What one indicator takes, its revisions too. */
export const ROWS_AN_INDICATOR = Math.round(AREAS.length * SEGMENTS.length * YEARS.length * 12 * (1 + 1 / REVISED))
export const indicatorId = (i: number): string => `millions-${String(i + 1).padStart(4, '0')}`

/** The plans of test/bench/country.ts, whose targets read series from all over the table. */
export function countryOf (indicators: number): Seed {
  const { plans, ...country } = syntheticCountry(seed)
  const spread = (plan: PlanDocument, p: number): PlanDocument => ({
    ...plan,
    goals: plan.goals.map((goal, g) => ({
      ...goal,
      targets: goal.targets!.map((target, t) => {
        const { indicator, segment } = seriesOf(p * TARGETS_A_PLAN + g * 2 + t, indicators)
        return { ...target, indicator, ...segment !== null && { segment } }
      })
    }))
  })
  return {
    ...country,
    indicators: Array.from({ length: indicators }, (_, i) => ({
      ...country.indicators[0]!,
      id: indicatorId(i),
      name: { da: `Syntetisk ${i + 1}`, en: `Synthetic ${i + 1}` },
      segments: SEGMENTS.filter(code => code !== null).map(code => ({ code, name: { da: code, en: code } }))
    })),
    plans: (plans as PlanDocument[]).map(spread),
    measurements: []
  }
}

/**
 * Fills a database with so many indicators, as files of a year and a file of revisions each would: figures, imports, events and audit,
 * by the store that the services write with.
 * @param onIndicator is told of each indicator that is there
 */
export async function fill (stores: Stores, { reference }: Services, indicators: number, onIndicator: (i: number) => void): Promise<void> {
  for (let i = 0; i < indicators; i++) {
    for (const year of YEARS) await write(figuresOf(i, year), `${year}`)
    await write(revisionsOf(i), 'revisions')
    onIndicator(i)
  }

  async function write (figures: MeasurementRevision[], name: string): Promise<void> {
    const { import: id, actor, recordedAt, revision } = figures[0]!
    const [created, revised] = revision === 1 ? [figures.length, 0] : [0, figures.length]
    const together: Import = {
      id: id!, kind: 'csv', actor, recordedAt, received: figures.length, created, revised, unchanged: 0, rejected: 0, fileName: `${name}.csv`, reason: null, hash: '', undoes: null
    }
    await stores.measurements.append(figures, together, [recorded(together, figures)], await auditedImport(SEED_ACTOR, together, figures, reference))
  }
}

function figuresOf (i: number, year: number): MeasurementRevision[] {
  return keysOf(i, [year]).map((key, at) => figure(key, at + i * 7919 + year, { revision: 1, recordedAt: `${year + 1}-01-${String(i % 27 + 1).padStart(2, '0')}T08:00:00.000Z`, import: `imp-${key.indicator}-${year}` }))
}

function revisionsOf (i: number): MeasurementRevision[] {
  return keysOf(i, YEARS).filter((_, at) => at % REVISED === 0).map((key, at) => figure(key, at + i, { revision: 2, recordedAt: '2026-02-01T08:00:00.000Z', import: `imp-${key.indicator}-revisions` }))
}

type Key = { indicator: string, area: string, segment: string | null, period: string }

const keysOf = (i: number, years: readonly number[]): Key[] => AREAS.flatMap(area => SEGMENTS.flatMap(segment => years.flatMap(MONTHS_OF).map(period => ({ indicator: indicatorId(i), area, segment, period }))))

function figure (key: Key, at: number, { revision, recordedAt, import: together }: { revision: number, recordedAt: string, import: string }): MeasurementRevision {
  const isHidden = key.segment !== null && at % HIDDEN === 0
  const flag: Flag = isHidden ? 'suppressed' : 'final'
  return { ...key, value: isHidden ? null : Math.round((3 + 2 * noise(at)) * 10) / 10, flag, revision, source: SOURCE, note: null, withdrawn: false, recordedAt, actor: SEED_ACTOR.id, import: together }
}
