import type { Day } from '../date.ts'
import { decimal, type Decimal, mean } from '../decimal.ts'
import type { Observation } from '../measurement.ts'
import { comparePeriods, parsePeriod, type Period, shiftPeriod } from '../period.ts'
import type { SeriesKey } from '../target.ts'

/** An observation with its period read; the exact value is made when it is first needed. */
export type Point = { period: Period, observation: Observation, exact: Decimal | undefined }
/** The observations of one series, in the order of their periods. */
export type Series = { points: Point[], byPeriod: Map<string, Point> }
/** All series that an evaluation may read. */
export type SeriesIndex = ReadonlyMap<string, Series>

/** The name of a series in a {@link SeriesIndex}. */
const seriesName = ({ indicator, area, segment }: SeriesKey): string => `${indicator}\u0000${area}\u0000${segment ?? ''}`

const isOfSameSeries = (a: SeriesKey, b: SeriesKey): boolean => a.area === b.area && a.indicator === b.indicator && a.segment === b.segment

/** A series without figures. */
export const EMPTY: Series = { points: [], byPeriod: new Map() }

/**
 * Groups observations into series. Their order does not matter; of one key and period there must be one observation.
 * @throws PeriodError where a period is none
 */
export function indexSeries (observations: Iterable<Observation>): SeriesIndex {
  const index = new Map<string, Series>()
  let before: Observation | undefined
  let series: Series = EMPTY
  for (const observation of observations) {
    // They mostly come series by series, and a name for each would take longer than all the rest.
    if (before === undefined || !isOfSameSeries(before, observation)) {
      const name = seriesName(observation)
      series = index.get(name) ?? { points: [], byPeriod: new Map<string, Point>() }
      index.set(name, series)
    }
    before = observation
    const point: Point = { period: parsePeriod(observation.period), observation, exact: undefined }
    series.points.push(point)
    series.byPeriod.set(point.period.text, point)
  }
  for (const { points } of index.values()) points.sort((a, b) => comparePeriods(a.period, b.period))
  return index
}

/** The exact value of a point; null where it is suppressed or missing. */
export const pointValue = (point: Point): Decimal | null => {
  const { value } = point.observation
  if (value === null) return null
  point.exact ??= decimal(value)
  return point.exact
}

/**
 * One series as an evaluation sees it on a day: what ends later is not there, and with smoothing a value is the mean of `n` periods.
 * `value` is null for a mean that lacks a part or that a break runs through; `isWhole` tells the first apart from the second.
 */
export type View = {
  points: readonly Point[]
  at: (period: Period) => Point | undefined
  value: (period: Period) => Decimal | null
  isWhole: (period: Period) => boolean
  parts: (period: Period) => Point[]
}

/** The series under a key, visible on the day `asOf`. `breaks` are the first days of series that cannot be compared with what came before. */
export function viewSeries (index: SeriesIndex, key: SeriesKey, asOf: Day, smoothing: number, breaks: readonly Day[]): View {
  const { points: all, byPeriod } = index.get(seriesName(key)) ?? EMPTY
  let visible = all.length
  while (visible > 0 && (all[visible - 1] as Point).period.end > asOf) visible--
  const points = visible === all.length ? all : all.slice(0, visible)
  const at = (period: Period): Point | undefined => period.end > asOf ? undefined : byPeriod.get(period.text)
  if (smoothing < 2) {
    const value = (period: Period): Decimal | null => {
      const point = at(period)
      return point === undefined ? null : pointValue(point)
    }
    const parts = (period: Period): Point[] => [at(period)].filter(point => point !== undefined)
    return { points, at, value, isWhole: period => value(period) !== null, parts }
  }
  const periods = (last: Period): (Period | null)[] => Array.from({ length: smoothing }, (_, i) => shiftPeriod(last, i + 1 - smoothing))
  const parts = (last: Period): Point[] => periods(last).map(period => period === null ? undefined : at(period)).filter(point => point !== undefined)
  const values = (last: Period): Decimal[] => parts(last).map(pointValue).filter(value => value !== null)
  const isWhole = (last: Period): boolean => values(last).length === smoothing
  const isBroken = (last: Period): boolean => {
    if (breaks.length === 0) return false
    const first = periods(last)[0]
    return first !== null && first !== undefined && breaks.some(day => day > first.start && day <= last.end)
  }
  const means = new Map<string, Decimal | null>()
  const value = (last: Period): Decimal | null => {
    const known = means.get(last.text)
    if (known !== undefined) return known
    const found = values(last)
    const smoothed = found.length === smoothing && !isBroken(last) ? mean(found) : null
    means.set(last.text, smoothed)
    return smoothed
  }
  return { points, at, value, isWhole, parts }
}
