import { decimal, type Decimal, rounded, sum, ZERO } from '../decimal.ts'
import { firstPeriodEndingFrom, type Period, shiftPeriod, stepsBetween } from '../period.ts'
import type { Comparator } from '../target.ts'
import { isZeroBase, type Pair } from './measures.ts'
import type { PeriodsLeft } from './periods-left.ts'
import { baseFor, hasBreak, measureAt, paceBase, pointsInWindow, type Reading } from './reading.ts'
import { type FoundPace, NO_PACE, type PaceReason } from './required-pace-parts.ts'
import { pointValue } from './series.ts'

/** A level is reached in the last period: in equal steps of the measure, and by the figure that then meets the line exactly. */
export function ofLatest (reading: Reading, latest: Period | null, { count: left, last, next }: PeriodsLeft): FoundPace {
  const { meter } = reading
  const start = latest === null ? null : measureAt(reading, latest)
  const base = latest === null ? reading.base : paceBase(reading, latest)
  const measure = start ?? (reading.moving ? null : base?.measure ?? null)
  const remaining = measure === null ? null : meter.goal.sub(measure)
  const perPeriod = remaining === null || left === null || left === 0 || reading.moving ? null : remaining.div(left)
  const exact = { ...NO_PACE, remaining, perPeriod, soFar: latest === null || start === null || reading.moving ? null : soFarOf(reading, latest, start, base?.day ?? null, base?.measure ?? null) }
  const bench = benchmarkNow(reading, latest)
  const pair = basePair(reading, last)
  const unknown = (reason: PaceReason): FoundPace => ({ state: 'unknown', reason, exact })
  if (reading.benchmark !== null && bench === null) return unknown('benchmark_missing')
  if (meter.needsBaseline) {
    if (pair === null) return unknown('baseline_missing')
    if (isZeroBase(meter, pair.pair)) return unknown('baseline_zero')
    if (last !== null && hasBreak(reading, pair.day, last.end)) return unknown('series_break')
  }
  const at = (value: Decimal): Decimal => meter.measure({ value, benchmark: bench?.value ?? null }, pair?.pair ?? null)
  // Every measure is a straight line in the figure, so that two points of it tell the figure that meets the goal line.
  const slope = at(ONE).sub(at(ZERO))
  const level = meter.goal.sub(at(ZERO)).div(slope)
  const raw = rawFigure(reading, level, last, left)
  if (raw === null) return unknown(last !== null && next !== null && smoothingBreaks(reading, last) ? 'series_break' : 'figure_missing')
  const comparator = slope.compare(0) > 0 ? meter.comparator : MIRRORED[meter.comparator]
  const assumption = bench === null ? null : { benchmark: rounded(bench.value), period: bench.period }
  return { state: 'required', reason: null, comparator, in: reading.smoothing < 2 ? 'last' : 'average', assumption, exact: { ...exact, needed: raw, ownPerPeriod: perPeriod === null ? null : perPeriod.div(slope) } }
}

const ONE = decimal(1)
const MIRRORED: Record<Comparator, Comparator> = { gte: 'lte', gt: 'lt', lte: 'gte', lt: 'gt' }

/** The baseline that the last period is measured from. */
function basePair (reading: Reading, last: Period | null): { day: number, pair: Pair } | null {
  if (!reading.moving) return reading.base?.pair ? { day: reading.base.day, pair: reading.base.pair } : null
  return last === null ? null : baseFor(reading, last)
}

/** The benchmark as it stands: in the period of the current figure, else the latest there is. */
function benchmarkNow ({ benchmark }: Reading, latest: Period | null): { value: Decimal, period: string } | null {
  if (benchmark === null) return null
  const period = latest ?? benchmark.points.findLast(point => benchmark.value(point.period) !== null)?.period
  const value = period === undefined ? null : benchmark.value(period)
  return period === undefined || value === null ? null : { value, period: period.text }
}

/** The figure that the periods still to come must have on average, where a mean of several is judged; null where one of the earlier ones is not known. */
function rawFigure (reading: Reading, level: Decimal, last: Period | null, left: number | null): Decimal | null {
  const { smoothing, own } = reading
  if (smoothing < 2 || last === null || left === null || left === 0) return level
  if (smoothingBreaks(reading, last)) return null
  const known = Array.from({ length: Math.max(0, smoothing - left) }, (_, i) => shiftPeriod(last, -left - i)).map(period => period === null ? undefined : own.at(period))
  const values = known.map(point => point === undefined ? null : pointValue(point)).filter(value => value !== null)
  if (values.length < known.length) return null
  return level.mul(smoothing).sub(sum(values)).div(Math.min(smoothing, left))
}

function smoothingBreaks ({ smoothing, breaks }: Reading, last: Period): boolean {
  const first = smoothing < 2 ? last : shiftPeriod(last, 1 - smoothing)
  return smoothing > 1 && first !== null && breaks.some(day => day > first.start && day <= last.end)
}

/** How much the measure moved for each period since the baseline, or since the first figure of the window where there is none; null with one figure. */
function soFarOf (reading: Reading, latest: Period, measure: Decimal, baseDay: number | null, baseMeasure: Decimal | null): Decimal | null {
  const { frequency } = reading
  if (frequency === 'irregular') return null
  if (baseDay !== null && baseMeasure !== null) {
    const first = firstPeriodEndingFrom(frequency, baseDay + 1)
    const steps = first === null || latest.end <= baseDay ? 0 : stepsBetween(first, latest) + 1
    return steps < 1 ? null : measure.sub(baseMeasure).div(steps)
  }
  const first = pointsInWindow(reading).find(({ period }) => measureAt(reading, period) !== null)?.period
  const steps = first === undefined ? 0 : stepsBetween(first, latest)
  return first === undefined || steps < 1 ? null : measure.sub(measureAt(reading, first) as Decimal).div(steps)
}
