import fc, { type Arbitrary } from 'fast-check'
import type { Indicator } from '../../src/domain/indicator.ts'
import type { PlanDocument } from '../../src/domain/plan.ts'
import type { Judgement } from '../../src/domain/status/status.ts'
import { AGGREGATES, COMPARATORS, MODES, type Rule } from '../../src/domain/target.ts'
import type { Row, Writing } from './model.ts'

/** What is asked after a step: the day, how far back the knowledge goes, and which version. */
export type Look = { asOf: string, back: number, version: number }
export type Clock = { minutes: number } | { to: 'midnight' | 'newYear' | 'summer' | 'winter' }
type Doing =
  | { do: 'post', rows: Row[], atomic: boolean, dryRun: boolean, by: 'rest' | 'graphql' | 'csv' }
  | { do: 'withdraw' | 'undo', at: number }
  | { do: 'put', document: PlanDocument, writing: Writing }
  | { do: 'become', plan: number, to: 'adopt' | 'close' | 'withdraw', writing: Writing, by: 'rest' | 'graphql' }
  | { do: 'remove', plan: number, writing: Writing }
  | { do: 'copy', plan: number }
  | { do: 'change', at: number, title: string | null, rule: Rule | null, writing: Writing }
  | { do: 'add', plan: number, rule: Rule, writing: Writing }
  | { do: 'drop', at: number, writing: Writing }
  | { do: 'deliver', at: number, code: string, doneOn: string | null }
  | { do: 'assess', at: number, on: string, status: Judgement }
  | { do: 'comment', at: number, on: string, text: string }
  | { do: 'retract', at: number }
export type Step = { doing: Doing, clock: Clock, look: Look }

const of = (id: string, change: Partial<Indicator>): Indicator => ({
  id, name: { da: `Dansk ${id}`, en: `English ${id}` }, definition: null, unit: 'percent', polarity: 'lower_is_better', frequency: 'month', publicationLagDays: 0, breaks: [], source: null, decimals: 1, segments: [], additive: false, calculation: null, ...change
})
/** What is measured in the model's world. */
export const INDICATORS: readonly Indicator[] = [
  of('andel', { segments: [{ code: 'unge', name: { da: 'Unge', en: 'Young' } }], publicationLagDays: 14 }),
  of('antal', { unit: 'count', polarity: 'higher_is_better', decimals: 0 }),
  of('brudt', { breaks: ['2024-03-01'] }),
  of('kvartal', { unit: 'persons', polarity: 'higher_is_better', frequency: 'quarter', decimals: 0 })
]
const MONTHS = ['2023-11', '2023-12', '2024-01', '2024-02', '2024-03', '2024-06', '2024-11', '2024-12', '2025-01']
const QUARTERS = ['2023-Q4', '2024-Q1', '2024-Q2', '2024-Q4']
const AREAS = ['0250', '0316', 'DK']
const DAYS = ['2023-12-31', '2024-01-01', '2024-02-29', '2024-03-31', '2024-06-30', '2024-07-10', '2024-12-30', '2024-12-31', '2025-01-01', '2025-02-15']

const tenths = fc.integer({ min: 0, max: 80 }).map(value => value / 10)
// Few of each, so that a figure is often written again, with the same value too.
const level = fc.constantFrom(0, 1, 2.5, 4, 7.5)
const cell: Arbitrary<Pick<Row, 'value' | 'flag'>> = fc.oneof(
  { weight: 6, arbitrary: level.map(value => ({ value })) },
  { weight: 2, arbitrary: level.map(value => ({ value, flag: 'provisional' as const })) },
  { weight: 1, arbitrary: fc.constantFrom('suppressed' as const, 'missing' as const).map(flag => ({ value: null, flag })) }
)
const hot: Arbitrary<Row> = fc.tuple(fc.constantFrom('andel', 'antal'), fc.constantFrom('0250', 'DK'), fc.constantFrom('2023-12', '2024-06', '2024-12'), cell).map(([indicator, area, period, figure]) => ({ indicator, area, period, ...figure }))
const wide: Arbitrary<Row> = fc.constantFrom(...INDICATORS).chain(({ id, frequency, segments }) => fc.tuple(fc.constantFrom(...AREAS, '0250'), fc.constantFrom(...frequency === 'quarter' ? QUARTERS : MONTHS), cell, fc.constantFrom(null, null, ...segments.map(one => one.code)))
  .map(([area, period, figure, segment]) => ({ indicator: id, area, period, ...figure, ...segment !== null && { segment } })))
const good = fc.oneof(hot, wide)
/** Whether a row is right by itself: those that are not are made of one that is. */
export const isGood = ({ indicator, area, period, value, flag = 'final' }: Row): boolean =>
  INDICATORS.some(({ id, frequency, unit }) => id === indicator && (frequency === 'quarter') === period.includes('Q') && (unit === 'percent' || value === null || value >= 0)) && AREAS.includes(area) && (value === null) === (flag === 'suppressed' || flag === 'missing')
const bad: Arbitrary<Row> = fc.tuple(good, fc.constantFrom<Partial<Row>[]>({ indicator: 'ukendt' }, { area: '9999' }, { indicator: 'antal', value: -1, flag: 'final', period: '2024-01' }, { indicator: 'kvartal', period: '2024-01' }, { value: null, flag: 'final' }, { value: 1, flag: 'suppressed' })).map(([row, change]) => ({ ...row, segment: null, ...change }))
const rows = fc.oneof({ weight: 5, arbitrary: fc.array(good, { minLength: 1, maxLength: 12 }) }, { weight: 1, arbitrary: fc.array(fc.oneof({ weight: 4, arbitrary: good }, { weight: 1, arbitrary: bad }), { minLength: 1, maxLength: 8 }) })

const benchmark = fc.constant({ area: 'DK' })
const fixed = fc.oneof(fc.constantFrom(...MONTHS.slice(0, 3)).map(period => ({ period })), tenths.map(value => ({ value, on: '2023-12-31', benchmark: 3 })))
const baseline = fc.oneof({ weight: 4, arbitrary: fixed }, { weight: 1, arbitrary: fc.constant({ lag: 'P1Y' as const }) })
const comparator = fc.constantFrom(...COMPARATORS)
const numeric: Arbitrary<Rule> = fc.oneof<Arbitrary<Rule>[]>(
  fc.record({ kind: fc.constant('threshold'), comparator, value: tenths, aggregate: fc.constantFrom(...AGGREGATES) }),
  fc.record({ kind: fc.constant('threshold'), comparator, value: tenths, smoothing: fc.constant(2), baseline: fixed }),
  fc.record({ kind: fc.constant('change'), comparator, amount: tenths.map(value => -value), mode: fc.constantFrom(...MODES), baseline }),
  fc.record({ kind: fc.constant('benchmark_level'), comparator, margin: tenths, benchmark }),
  fc.record({ kind: fc.constant('benchmark_trend'), comparator, margin: tenths, mode: fc.constantFrom(...MODES), baseline, benchmark }),
  fc.record({ kind: fc.constant('gap_reduction'), amount: tenths, baseline, benchmark }),
  fc.record({ kind: fc.constant('direction'), direction: fc.constantFrom('increase', 'decrease'), baseline })
)
const milestone: Arbitrary<Rule> = fc.subarray(['a', 'b', 'c'], { minLength: 1 }).map(codes => ({ kind: 'milestone', deliverables: codes.map(code => ({ code, title: `Leverance ${code}`, due: code === 'a' ? '2024-06-30' : null })) }))
const judged: Arbitrary<Rule> = fc.constantFrom<Rule>({ kind: 'assessment', reviewEvery: 'P6M' }, { kind: 'monitor' })
const simple = fc.oneof({ weight: 5, arbitrary: numeric }, { weight: 1, arbitrary: milestone }, { weight: 1, arbitrary: judged })
// Of all parts one alone has deliverables, whose codes are unique in a target.
const combined: Arbitrary<Rule> = fc.tuple(fc.constantFrom('all_of', 'any_of'), fc.array(fc.oneof(numeric, judged), { minLength: 1, maxLength: 3 }), milestone).map(([kind, parts, last]): Rule => ({ kind, rules: [...parts, last] }))
const rule = fc.oneof({ weight: 5, arbitrary: simple }, { weight: 1, arbitrary: combined })

const target = (code: string) => fc.tuple(fc.constantFrom(...INDICATORS.slice(0, 3)), fc.boolean(), rule, fc.constantFrom('2024-12-31', '2024-06-30')).map(([{ id, segments }, isOfSegment, one, deadline]) => ({
  code, title: `Mål ${code}`, indicator: id, segment: isOfSegment ? segments[0]?.code ?? null : null, window: { start: '2024-01-01', deadline }, rule: one
}))
const goal = (code: string) => fc.tuple(target(`${code}a`), fc.option(target(`${code}b`)), fc.option(target(`${code}c`))).map(([first, ...others]) => ({ code, kind: 'local' as const, title: `Del ${code}`, targets: [first, ...others.filter(one => one !== null)] }))
const document: Arbitrary<PlanDocument> = fc.tuple(fc.constantFrom(['plan-a-2024', '0250'] as const, ['plan-b-2024', '0316'] as const), fc.constantFrom('draft' as const, 'draft' as const, 'adopted' as const), goal('1'), fc.option(goal('2'))).map(([[id, kommune], status, first, second]) => ({
  id, kommune, title: 'Beskæftigelsesplan 2024', kind: 'annual_plan', period: { from: '2024-01-01', to: '2024-12-31' }, status, goals: second === null ? [first] : [first, second]
}))

const at = fc.nat(999)
const writing: Arbitrary<Writing> = fc.record({ version: fc.oneof({ weight: 8, arbitrary: fc.constant('current' as const) }, { weight: 1, arbitrary: fc.constantFrom('stale' as const, 'none' as const) }), reason: fc.nat(5).map(one => one > 0) })
const weighted: [number, Arbitrary<Doing>][] = [
  [16, fc.record({ do: fc.constant('post'), rows, atomic: fc.nat(3).map(one => one > 0), dryRun: fc.nat(9).map(one => one === 0), by: fc.constantFrom('rest', 'rest', 'graphql', 'csv') })],
  [2, fc.record({ do: fc.constant('withdraw'), at })],
  [3, fc.record({ do: fc.constant('undo'), at })],
  [6, fc.record({ do: fc.constant('put'), document, writing: fc.tuple(writing, fc.nat(7)).map(([one, dry]) => ({ ...one, dryRun: dry === 0 })) })],
  [4, fc.record({ do: fc.constant('become'), plan: at, to: fc.constantFrom('adopt', 'adopt', 'close', 'withdraw'), writing, by: fc.constantFrom('rest', 'graphql') })],
  [1, fc.record({ do: fc.constant('remove'), plan: at, writing })],
  [2, fc.record({ do: fc.constant('copy'), plan: at })],
  [3, fc.record({ do: fc.constant('change'), at, title: fc.option<string>(fc.constantFrom('Et andet mål', 'Et tredje mål')), rule: fc.option<Rule>(rule), writing })],
  [2, fc.record({ do: fc.constant('add'), plan: at, rule, writing })],
  [1, fc.record({ do: fc.constant('drop'), at, writing })],
  [3, fc.record({ do: fc.constant('deliver'), at, code: fc.constantFrom('a', 'b', 'c'), doneOn: fc.option<string>(fc.constantFrom(...DAYS)) })],
  [2, fc.record({ do: fc.constant('assess'), at, on: fc.constantFrom(...DAYS), status: fc.constantFrom('on_track', 'at_risk', 'off_track', 'achieved', 'missed') })],
  [2, fc.record({ do: fc.constant('comment'), at, on: fc.constantFrom(...DAYS), text: fc.constantFrom('En bemærkning', 'Æ, ø og å') })],
  [1, fc.record({ do: fc.constant('retract'), at })]
]
const doing = fc.oneof(...weighted.map(([weight, arbitrary]) => ({ weight, arbitrary })))
const clock: Arbitrary<Clock> = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(1, 90, 60 * 24 * 20, 60 * 24 * 75).map(minutes => ({ minutes })) }, { weight: 1, arbitrary: fc.constantFrom('midnight' as const, 'newYear' as const, 'summer' as const, 'winter' as const).map(to => ({ to })) })
const look: Arbitrary<Look> = fc.record({ asOf: fc.constantFrom(...DAYS), back: fc.nat(8), version: fc.nat(9) })

/** A life of the server, step by step. */
export const steps = (most: number): Arbitrary<Step[]> => fc.array(fc.record({ doing, clock, look }), { minLength: Math.ceil(most / 2), maxLength: most, size: 'max' })

const CHANGES = { midnight: [], newYear: ['2023-12-31T23:00:00.000Z', '2024-12-31T23:00:00.000Z', '2025-12-31T23:00:00.000Z'], summer: ['2024-03-31T01:00:00.000Z', '2025-03-30T01:00:00.000Z'], winter: ['2024-10-27T01:00:00.000Z', '2025-10-26T01:00:00.000Z'] }
/** The next instant of a clock: some minutes on, or to a millisecond before a change of the day, the year or the hour, so that the next step stands behind it. */
export function movedClock (now: string, clock: Clock): string {
  const later = (ms: number): string => new Date(Date.parse(now) + ms).toISOString()
  if ('minutes' in clock) return later(clock.minutes * 60_000 + 7)
  const midnight = `${later(0).slice(0, 10)}T22:59:59.999Z`
  const next = clock.to === 'midnight' ? midnight : CHANGES[clock.to].map(instant => new Date(Date.parse(instant) - 1).toISOString()).find(instant => instant > now)
  return next !== undefined && next > now ? next : later(1)
}
