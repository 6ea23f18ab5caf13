import { type Day, dayText, toDay } from '../date.ts'
import { type Decimal, rounded } from '../decimal.ts'
import type { Period } from '../period.ts'
import { isNumericRule, type MonitorRule, ownSeries, type Rule } from '../target.ts'
import type { EvaluationInput } from './evaluate.ts'
import { figureFor, isZeroBase, meets } from './measures.ts'
import { latestMeasured } from './numeric.ts'
import { aggregated, baseFor, type BasePoint, isInWindow, paceBase, type Reading, read } from './reading.ts'
import { type Point, pointValue, viewSeries } from './series.ts'

/** A figure on the last day of its period; `period` is null where it stands for a day alone. */
export type ChartPoint = { period: string | null, on: string, value: number }

/**
 * A rule as a picture in the unit of its indicator, on a day: the figures so far (of an aggregate as it stood at each), the benchmark's, where
 * the goal line lies at each period, and the even path there. Lines that the rule or the data does not have are empty.
 */
export type Chart = { own: ChartPoint[], benchmark: ChartPoint[], goal: ChartPoint[], expected: ChartPoint[], breaks: string[], window: { start: string, deadline: string } }

/** So much of the past is shown before the window, and at most so many figures of a series. */
const DAYS_BEFORE = 366
const MOST_POINTS = 400

/** The picture of a rule; null where it reads no series. The parts of a combination have their own. */
export function chartOf (rule: Rule, input: EvaluationInput): Chart | null {
  const key = ownSeries(rule, input.own)
  if (key === null) return null
  if (!isNumericRule(rule)) return chartOfMonitor(rule as MonitorRule, input)
  return chartOfReading(read(rule, key, input.window, toDay(input.asOf), input.series, input.indicators), input)
}

function chartOfMonitor (rule: MonitorRule, { own, series, asOf, window, indicators }: EvaluationInput): Chart {
  const key = ownSeries(rule, own) as NonNullable<ReturnType<typeof ownSeries>>
  const { points } = viewSeries(series, key, toDay(asOf), 1, [])
  const from = toDay(window.start) - DAYS_BEFORE
  const shown = valued(points.filter(({ period }) => period.end >= from), pointValue)
  return { own: shown, benchmark: [], goal: [], expected: [], breaks: breaksAmong(indicators.get(key.indicator)?.breaks.map(toDay) ?? [], shown), window }
}

function chartOfReading (reading: Reading, { window }: EvaluationInput): Chart {
  const from = Math.min(reading.start, reading.base?.day ?? reading.start) - DAYS_BEFORE
  const isShown = ({ period }: Point): boolean => period.end >= from && period.end <= Math.max(reading.deadline, reading.asOf)
  const own = reading.meter.aggregate === 'latest' ? valued(reading.own.points.filter(isShown), ({ period }) => reading.own.value(period)) : aggregates(reading)
  const benchmark = valued(reading.benchmark?.points.filter(isShown) ?? [], ({ period }) => reading.benchmark?.value(period) ?? null)
  return { own, benchmark, ...linesOf(reading), breaks: breaksAmong(reading.breaks, [...own, ...benchmark]), window }
}

const at = (period: Period, value: Decimal): ChartPoint => ({ period: period.text, on: dayText(period.end), value: rounded(value) })
const onDay = (day: Day, value: Decimal): ChartPoint => ({ period: null, on: dayText(day), value: rounded(value) })

function valued (points: readonly Point[], valueOf: (point: Point) => Decimal | null): ChartPoint[] {
  return points.slice(-MOST_POINTS).flatMap(point => {
    const value = valueOf(point)
    return value === null ? [] : [at(point.period, value)]
  })
}

/** An aggregate as it stood at each period of the window that has a value. */
function aggregates (reading: Reading): ChartPoint[] {
  let held: Decimal | null = null
  let count = 0
  const shown: ChartPoint[] = []
  for (const point of reading.own.points) {
    const value = isInWindow(reading, point.period) ? pointValue(point) : null
    if (value === null) continue
    if (held === null) held = value
    else held = reading.meter.aggregate === 'mean' ? held.mul(count).add(value).div(count + 1) : aggregated(reading, [held, value])
    count++
    shown.push(at(point.period, held))
  }
  return shown.slice(-MOST_POINTS)
}

/** The goal line and the even path to it. Where they follow a benchmark or a year's lag they have a figure at each of its periods, else at both ends. */
function linesOf (reading: Reading): Pick<Chart, 'goal' | 'expected'> {
  const { meter, start, deadline } = reading
  const base = latestBase(reading)
  const path = base === null || base.day >= deadline || meets(base.measure, meter.comparator, meter.goal) ? null : base
  const expectedAt = (day: Day): Decimal | null => path === null || day < path.day ? null : path.measure.add(meter.goal.sub(path.measure).mul(day - path.day).div(deadline - path.day))
  if (reading.benchmark === null && !reading.moving) {
    const goal = levelAt(reading, meter.goal, null, base)
    if (goal === null) return { goal: [], expected: [] }
    const from = path === null ? null : levelAt(reading, path.measure, null, base)
    return { goal: [onDay(start, goal), onDay(deadline, goal)], expected: path === null || from === null ? [] : [onDay(path.day, from), onDay(deadline, goal)] }
  }
  const periods = (reading.benchmark ?? reading.own).points.map(({ period }) => period).filter(period => period.end >= Math.min(start, path?.day ?? start) && period.end <= deadline).slice(-MOST_POINTS)
  const line = (measureAt: (day: Day) => Decimal | null): ChartPoint[] => periods.flatMap(period => {
    const measure = measureAt(period.end)
    const level = measure === null ? null : levelAt(reading, measure, period, base)
    return level === null ? [] : [at(period, level)]
  })
  return { goal: line(day => day < start ? null : meter.goal), expected: line(expectedAt) }
}

function latestBase (reading: Reading): BasePoint | null {
  const latest = latestMeasured(reading)
  return latest === null ? reading.base : paceBase(reading, latest)
}

/** The figure at which the measure of a period would be this; null where benchmark or baseline lacks. */
function levelAt (reading: Reading, measure: Decimal, period: Period | null, base: BasePoint | null): Decimal | null {
  const { meter } = reading
  if (meter.aggregate !== 'latest') return measure
  const benchmark = period === null ? null : reading.benchmark?.value(period) ?? null
  if (reading.benchmark !== null && benchmark === null) return null
  if (!meter.needsBaseline) return figureFor(meter, measure, benchmark, null)
  const pair = reading.moving ? (period === null ? null : baseFor(reading, period)?.pair ?? null) : base?.pair ?? null
  return pair === null || isZeroBase(meter, pair) ? null : figureFor(meter, measure, benchmark, pair)
}

/** The breaks that lie within what is shown. */
function breaksAmong (breaks: readonly Day[], points: readonly ChartPoint[]): string[] {
  const days = points.map(({ on }) => toDay(on))
  return breaks.filter(day => days.some(one => one < day) && days.some(one => one >= day)).map(dayText)
}
