import type { Day } from '../date.ts'
import { type Decimal, rounded, decimal } from '../decimal.ts'
import { comparePeriods, type Period } from '../period.ts'
import { aimsUp, meets } from './measures.ts'
import { isInWindow, measureAt, type Reading } from './reading.ts'
import type { Projection, Trend } from './status.ts'

type Measured = { day: Day, measure: Decimal }

/** The last `count` measures up to a period, in the window or before it, latest first; none from before the latest break. */
function lastMeasures (reading: Reading, latest: Period, count: number): Measured[] {
  const lastBreak = reading.breaks.findLast(day => day <= latest.end) ?? -Infinity
  const found: Measured[] = []
  for (const { period } of reading.own.points.toReversed()) {
    if (found.length === count) break
    const counts = period.end < reading.start || isInWindow(reading, period)
    if (!counts || period.end < lastBreak || comparePeriods(period, latest) > 0) continue
    const measure = measureAt(reading, period)
    if (measure !== null) found.push({ day: period.end, measure })
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
  const slopes = points.flatMap((a, i) => points.slice(i + 1).filter(b => b.x !== a.x).map(b => (b.y - a.y) / (b.x - a.x)))
  if (slopes.length === 0) return null
  const slope = median(slopes)
  // The deadline lies at x = 0, so the line's intercept is the measure there.
  const measure = roundedFloat(median(points.map(({ x, y }) => y - slope * x)))
  return { measure, met: meets(decimal(measure), meter.comparator, meter.goal) }
}

function median (values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] as number : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

/** To four decimals, half away from zero; twelve digits first, so that the noise of binary floats does not tip a half. */
const roundedFloat = (value: number): number => rounded(decimal(Number(value.toPrecision(12))))
