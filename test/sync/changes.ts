import fc from 'fast-check'
import { AREAS, KOMMUNER, POSTED } from './world.ts'

// What may happen within an hour, as data: whoever does it picks from what there is, by the numbers.

const small = fc.nat(9_999)
const period = fc.tuple(fc.constantFrom(2025, 2026, 2027), fc.integer({ min: 1, max: 12 })).map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`)
const row = fc.record({
  indicator: fc.constantFrom(...POSTED),
  area: fc.constantFrom(...AREAS, ...KOMMUNER),
  period,
  segment: fc.constantFrom(null, null, null, 'unge'),
  flag: fc.constantFrom('final', 'final', 'final', 'provisional', 'suppressed'),
  value: fc.nat(100)
}).map(({ value, ...rest }) => ({ ...rest, value: rest.flag === 'suppressed' ? null : value }))
const rows = fc.uniqueArray(row, { minLength: 1, maxLength: 25, selector: one => [one.indicator, one.area, one.segment, one.period].join() })

export type Row = { indicator: string, area: string, period: string, segment: string | null, flag: string, value: number | null }

/** How often each happens, in parts; all but figures are `{ kind, pick, value }`. */
const PARTS = {
  withdrawFigure: 7,
  undoImport: 4,
  editPlan: 6,
  editTarget: 8,
  addTarget: 4,
  moveTarget: 2,
  removeTarget: 2,
  addGoal: 2,
  removeGoal: 1,
  putDocument: 4,
  createDraft: 3,
  copyPlan: 2,
  removeDraft: 2,
  adopt: 3,
  close: 1,
  withdraw: 1,
  comment: 4,
  changeComment: 2,
  withdrawComment: 1,
  deliverable: 4,
  assessment: 4,
  editIndicator: 2,
  createIndicator: 1,
  removeIndicator: 1,
  nationalGoal: 2,
  removeNationalGoal: 1,
  key: 1
}
export type Kind = keyof typeof PARTS
export type Change = { kind: 'figures', rows: Row[], by: 'json' | 'csv' | 'graphql' } | { kind: Kind, pick: number, value: number }

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 50, arbitrary: fc.record({ kind: fc.constant('figures' as const), rows, by: fc.constantFrom('json' as const, 'json' as const, 'csv' as const, 'graphql' as const) }) },
  ...Object.entries(PARTS).map(([kind, weight]) => ({ weight, arbitrary: fc.record({ kind: fc.constant(kind as Kind), pick: small, value: small }) }))
)

/** So many changes, the same for the same seed. */
export const changesOf = (count: number, seed: number): Change[] => fc.sample(change, { numRuns: count, seed })
