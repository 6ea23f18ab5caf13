import fc from 'fast-check'
import { dayText, toDay } from '../../src/domain/date.ts'
import { type Frequency, FREQUENCIES } from '../../src/domain/indicator.ts'
import { firstPeriodEndingFrom, shiftPeriod } from '../../src/domain/period.ts'
import { AGGREGATES, type Baseline, COMPARATORS, MODES, type NumericRule } from '../../src/domain/target.ts'
import { type Figure, type Figures, prov, type Question } from './case.ts'

/** Figures in tenths, as they are printed. */
export const tenths = fc.integer({ min: -50, max: 150 }).map(value => value / 10)

const figure: fc.Arbitrary<Figure> = fc.oneof(
  { weight: 8, arbitrary: tenths }, { weight: 1, arbitrary: tenths.map(prov) }, { weight: 1, arbitrary: fc.constantFrom<Figure>('suppressed', 'missing') }
)

const START = toDay('2024-01-01')
const LENGTH: Record<Frequency, number> = { year: 365, half: 182, quarter: 91, month: 30, week: 7, day: 1, irregular: 30 }

/** Fifteen neighbouring periods of a frequency, five of them before the window. */
function periodsOf (frequency: Frequency): string[] {
  let period = firstPeriodEndingFrom(frequency === 'irregular' ? 'month' : frequency, START - 1)
  period = period === null ? null : shiftPeriod(period, -4)
  const found: string[] = []
  for (; period !== null && found.length < 15; period = shiftPeriod(period, 1)) found.push(period.text)
  return found
}

const figuresOf = (periods: string[]): fc.Arbitrary<Figures> =>
  fc.array(fc.option(figure, { freq: 5 }), { minLength: periods.length, maxLength: periods.length })
    .map(cells => Object.fromEntries(periods.flatMap((period, i) => cells[i] === null || cells[i] === undefined ? [] : [[period, cells[i]]])))

const fixedBaseline = (periods: string[]): fc.Arbitrary<Baseline> => fc.oneof(
  fc.constantFrom(...periods.slice(0, 5)).map(period => ({ period })),
  fc.record({ value: tenths, on: fc.constantFrom('2023-10-15', '2023-12-31'), benchmark: tenths })
)

const lag = fc.constant<Baseline>({ lag: 'P1Y' })

/** Any numeric rule that a plan may hold; `lags` says whether its baseline may move. */
function ruleOf (periods: string[], frequency: Frequency, lags: boolean): fc.Arbitrary<NumericRule> {
  const comparator = fc.constantFrom(...COMPARATORS)
  const mode = fc.constantFrom(...MODES)
  const fixed = fixedBaseline(periods)
  const needed = fc.option(lags ? fc.oneof(fixed, lag) : fixed, { nil: undefined, freq: 8 })
  const forPace = fc.option(fixed, { nil: undefined })
  const smoothing = frequency === 'irregular' ? fc.constant(undefined) : fc.option(fc.integer({ min: 2, max: 3 }), { nil: undefined, freq: 1 })
  const benchmark = fc.constantFrom({ area: 'DK' }, { indicator: 'forecast' })
  return fc.oneof<fc.Arbitrary<NumericRule>[]>(
    fc.record({ kind: fc.constant('threshold' as const), comparator, value: tenths, baseline: forPace, smoothing }),
    fc.record({ kind: fc.constant('threshold' as const), comparator, value: tenths.map(value => value * 4), aggregate: fc.constantFrom(...AGGREGATES), baseline: forPace }),
    fc.record({ kind: fc.constant('change' as const), comparator, amount: tenths, mode, baseline: needed, smoothing }),
    fc.record({ kind: fc.constant('benchmark_level' as const), comparator, margin: tenths, benchmark, baseline: forPace, smoothing }),
    fc.record({ kind: fc.constant('benchmark_trend' as const), comparator, margin: tenths, mode, benchmark, baseline: needed, smoothing }),
    fc.record({ kind: fc.constant('gap_reduction' as const), amount: tenths, benchmark, baseline: needed, smoothing }),
    fc.record({ kind: fc.constant('direction' as const), direction: fc.constantFrom('increase' as const, 'decrease' as const), baseline: needed, smoothing })
  )
}

export type NumericQuestion = Question & { rule: NumericRule, frequency: Frequency }

/** Any question about a numeric rule. */
export const question = ({ lags = true }: { lags?: boolean } = {}): fc.Arbitrary<NumericQuestion> => fc.constantFrom(...FREQUENCIES).chain(frequency => {
  const periods = periodsOf(frequency)
  const length = LENGTH[frequency]
  const breaks = fc.array(fc.integer({ min: -3 * length, max: 9 * length }).map(days => dayText(START + days)), { maxLength: 1 })
  return fc.record({
    rule: ruleOf(periods, frequency, lags),
    frequency: fc.constant(frequency),
    polarity: fc.constantFrom('higher_is_better' as const, 'lower_is_better' as const),
    window: fc.integer({ min: length, max: 9 * length }).map(days => `2024-01-01/${dayText(START + days)}`),
    asOf: fc.integer({ min: -1, max: 12 * length }).map(days => dayText(START + days)),
    own: figuresOf(periods),
    country: figuresOf(periods),
    forecast: figuresOf(periods),
    breaks,
    forecastBreaks: breaks,
    publicationLagDays: fc.constantFrom(0, 40)
  })
})
