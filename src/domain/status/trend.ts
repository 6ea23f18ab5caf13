import type { Day } from '../date.ts'
import { type Decimal, rounded, decimal } from '../decimal.ts'
import { lineThrough } from '../forecast.ts'
import { comparePeriods, type Period } from '../period.ts'
import { aimsUp, meets } from './measures.ts'
import { isInWindow, measureAt, type Reading } from './reading.ts'
import type { Projection, Trend } from './status.ts'

type Measured = { period: Period, day: Day, measure: Decimal }

/** The last `count` measures up to a period, in the window or before it, latest first; none from before the latest break. */
export function lastMeasures (reading: Reading, latest: Period, count: number): Measured[] {
  const lastBreak = reading.breaks.findLast(day => day <= latest.end) ?? -Infinity
  const found: Measured[] = []
  for (const { period } of reading.own.points.toReversed()) {
    if (found.length === count) break
    const counts = period.end < reading.start || isInWindow(reading, period)
    if (!counts || period.end < lastBreak || comparePeriods(period, latest) > 0) continue
    const measure = measureAt(reading, period)
    if (measure !== null) found.push({ period, day: period.end, measure })
  }
  return found
}

/** Where the last two measures point, along the comparator's good direction; null with fewer than two. */
export function trendAt (reading: Reading, latest: Period): Trend | null {
  const [now, before] = lastMeasures(reading, latest, 2)
  if (now === undefined || before === undefined) return null
  const order = now.measure.compare(before.measure)
  if (order === 0) return 'steady'
  return (order > 0) === aimsUp(reading.meter.comparator) ? 'improving' : 'worsening'
}

/**
 * The measure at the deadline by a Theil–Sen line through the last 12 measures (at least 3); an estimate, in binary floats.
 * Null for aggregates, and from the deadline on.
 */
export function projectionAt (reading: Reading, latest: Period): Projection | null {
  const { meter, deadline, asOf } = reading
  if (meter.aggregate !== 'latest' || asOf >= deadline) return null
  const points = lastMeasures(reading, latest, 12).map(({ day, measure }) => ({ x: day - deadline, y: measure.valueOf() }))
  if (points.length < 3) return null
  const line = lineThrough(points)
  if (line === null) return null
  // The deadline lies at x = 0, so the line's intercept is the measure there.
  const measure = roundedFloat(line.intercept)
  return { measure, met: meets(decimal(measure), meter.comparator, meter.goal) }
}

/** To four decimals, half away from zero; twelve digits first, so that the noise of binary floats does not tip a half. */
export const roundedFloat = (value: number): number => rounded(decimal(Number(value.toPrecision(12))))
