import { type Day, toDay } from '../date.ts'
import { decimal, type Decimal, largest, mean, smallest, sum, ZERO } from '../decimal.ts'
import type { Frequency, Indicator } from '../indicator.ts'
import { isPeriod, namesakeAYearEarlier, parsePeriod, type Period } from '../period.ts'
import { type Baseline, benchmarkSeries, type NumericRule, type SeriesKey, type Window } from '../target.ts'
import { isZeroBase, type Meter, meterOf, type Pair } from './measures.ts'
import { type Point, type SeriesIndex, type View, viewSeries } from './series.ts'

/** What the engine needs to know of an indicator. */
export type IndicatorMeaning = Pick<Indicator, 'frequency' | 'polarity' | 'publicationLagDays' | 'breaks' | 'unit' | 'decimals'>

/**
 * A fixed point to measure from. `day` is where the pace starts (t₀), `lastDay` the last day the value speaks of (breaks after it separate),
 * `measure` the measure there (m₀). `pair` is null for the zero of a sum.
 */
export type BasePoint = { period: Period | null, day: Day, lastDay: Day, pair: Pair | null, measure: Decimal, points: Point[] }

/** One numeric rule read against its series on a day: everything the evaluator asks. */
export type Reading = {
  rule: NumericRule
  meter: Meter
  frequency: Frequency
  indicator: IndicatorMeaning
  start: Day
  deadline: Day
  asOf: Day
  own: View
  benchmark: View | null
  smoothing: number
  breaks: readonly Day[]
  /** Whether the baseline moves along a year behind each period. */
  moving: boolean
  /** The fixed baseline, before any break is asked of; null where it is not there, not named or moving. */
  base: BasePoint | null
  /** The measures that were asked for so far, by their periods. */
  measures: Map<Period, Decimal | null>
}

/** Opens the series of a rule on the day `asOf`. `own` is the rule's own series; indicators that are not known have no breaks. */
export function read (
  rule: NumericRule, own: SeriesKey, window: Window, asOf: Day, index: SeriesIndex, indicators: ReadonlyMap<string, IndicatorMeaning>
): Reading {
  const indicator = indicators.get(own.indicator)
  if (indicator === undefined) throw new RangeError(`the indicator ${own.indicator} is not known`)
  const benchmarkKey = 'benchmark' in rule ? benchmarkSeries(rule, own) : null
  const benchmarkBreaks = benchmarkKey === null ? [] : indicators.get(benchmarkKey.indicator)?.breaks ?? []
  const breaks = [...new Set([...indicator.breaks, ...benchmarkBreaks])].map(toDay).sort((a, b) => a - b)
  const smoothing = rule.smoothing ?? 1
  const meter = meterOf(rule, indicator.polarity)
  const reading: Reading = {
    rule,
    meter,
    frequency: indicator.frequency,
    indicator,
    start: toDay(window.start),
    deadline: toDay(window.deadline),
    asOf,
    own: viewSeries(index, own, asOf, smoothing, breaks),
    benchmark: benchmarkKey === null ? null : viewSeries(index, benchmarkKey, asOf, smoothing, breaks),
    smoothing,
    breaks,
    moving: rule.baseline !== undefined && 'lag' in rule.baseline,
    base: null,
    measures: new Map()
  }
  reading.base = findBase(reading, rule.baseline)
  return reading
}

/** Value and benchmark of a period; null where one that the rule needs is not there. */
function pairAt (reading: Reading, period: Period): Pair | null {
  const value = reading.own.value(period)
  if (value === null) return null
  if (reading.benchmark === null) return { value, benchmark: null }
  const benchmark = reading.benchmark.value(period)
  return benchmark === null ? null : { value, benchmark }
}

/** The observations that a pair is made of. */
export const partsAt = ({ own, benchmark }: Reading, period: Period): Point[] => [...own.parts(period), ...benchmark?.parts(period) ?? []]

function findBase (reading: Reading, baseline: Baseline | undefined): BasePoint | null {
  const { meter, start } = reading
  const dayBefore = start - 1
  if (meter.aggregate === 'sum') return { period: null, day: dayBefore, lastDay: dayBefore, pair: null, measure: ZERO, points: [] }
  if (reading.moving) return null
  if (baseline === undefined) return meter.needsBaseline ? null : lastBeforeWindow(reading)
  const measureOf = (pair: Pair): Decimal => meter.needsBaseline ? ZERO : meter.measure(pair, null)
  if ('value' in baseline) {
    // A benchmark beside the value of a rule that compares with none says nothing.
    const stated = reading.benchmark === null ? undefined : baseline.benchmark
    if (reading.benchmark !== null && stated === undefined) return null
    const pair = { value: decimal(baseline.value), benchmark: stated === undefined ? null : decimal(stated) }
    const day = toDay(baseline.on)
    return { period: null, day, lastDay: day, pair, measure: measureOf(pair), points: [] }
  }
  if (!('period' in baseline) || !isPeriod(baseline.period)) return null
  const period = parsePeriod(baseline.period)
  const pair = pairAt(reading, period)
  return pair === null ? null : { period, day: period.end, lastDay: period.end, pair, measure: measureOf(pair), points: partsAt(reading, period) }
}

function lastBeforeWindow (reading: Reading): BasePoint | null {
  for (const { period } of reading.own.points.toReversed()) {
    if (period.end >= reading.start) continue
    const pair = pairAt(reading, period)
    if (pair !== null) return { period, day: reading.start - 1, lastDay: period.end, pair, measure: reading.meter.measure(pair, null), points: partsAt(reading, period) }
  }
  return null
}

/** The baseline that a period is measured from: the fixed one, or with a lag the namesake's a year earlier; null where there is none. */
export function baseFor (reading: Reading, period: Period): { day: Day, period: Period | null, pair: Pair, points: Point[] } | null {
  if (!reading.moving) return reading.base?.pair ? { ...reading.base, pair: reading.base.pair } : null
  const earlier = namesakeAYearEarlier(period)
  if (earlier === null) return null
  const pair = pairAt(reading, earlier)
  return pair === null ? null : { day: earlier.end, period: earlier, pair, points: partsAt(reading, earlier) }
}

/** Whether a break lies after one day and on or before another. */
export const hasBreak = (reading: Reading, after: Day, until: Day): boolean => reading.breaks.some(day => day > after && day <= until)

/** The measure m of a period (for an aggregate the value v of that period alone); null where it has none. */
export function measureAt (reading: Reading, period: Period): Decimal | null {
  const known = reading.measures.get(period)
  if (known !== undefined) return known
  const measure = measured(reading, period)
  reading.measures.set(period, measure)
  return measure
}

function measured (reading: Reading, period: Period): Decimal | null {
  const { meter } = reading
  const pair = pairAt(reading, period)
  if (pair === null) return null
  if (!meter.needsBaseline) return meter.measure(pair, null)
  const base = baseFor(reading, period)
  if (base === null || isZeroBase(meter, base.pair) || period.end <= base.day || hasBreak(reading, base.day, period.end)) return null
  return meter.measure(pair, base.pair)
}

/** Whether the period counts as in the window: it ends there and, for a sum, begins there too. */
export const isInWindow = ({ start, deadline, meter }: Reading, period: Period): boolean =>
  period.end >= start && period.end <= deadline && (meter.aggregate !== 'sum' || period.start >= start)

/** The visible points of the window, from the first to the last. */
export const pointsInWindow = (reading: Reading): Point[] => reading.own.points.filter(({ period }) => isInWindow(reading, period))

/** The values of an aggregate put together; at least one. */
export function aggregated (reading: Reading, values: readonly Decimal[]): Decimal {
  switch (reading.meter.aggregate) {
    case 'sum': return sum(values)
    case 'mean': return mean(values)
    case 'max': return largest(values)
    case 'min': return smallest(values)
    case 'latest': return values.at(-1) as Decimal
  }
}

/**
 * The baseline that the pace of a measure at a period starts from: none for a moving one, and for a level rule none where a break separates the two
 * (the zero of a sum stays).
 */
export function paceBase (reading: Reading, period: Period): BasePoint | null {
  const { base, meter } = reading
  if (base === null || base.pair === null || meter.needsBaseline) return base
  return hasBreak(reading, base.lastDay, period.end) ? null : base
}
