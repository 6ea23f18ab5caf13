import { type Decimal, sum } from '../decimal.ts'
import { firstPeriodEndingFrom, namesakeAYearEarlier, type Period, shiftPeriod, stepsBetween } from '../period.ts'
import { valuedPoints } from './deciding.ts'
import { isInWindow, pointsInWindow, type Reading } from './reading.ts'
import { pointValue } from './series.ts'

/** So many periods are listed at most. */
const MOST_PERIODS = 800

/** The periods that count and have no figure yet. `count` and `periods` are null where the frequency does not tell, or there are too many to list. */
export type PeriodsLeft = { count: number | null, next: Period | null, last: Period | null, periods: Period[] | null }

/** The periods of the window that are still to come, or whose figures are. */
export function periodsLeft (reading: Reading): PeriodsLeft {
  const { frequency, deadline, start, own, moving, meter } = reading
  if (frequency === 'irregular') return { count: null, next: null, last: null, periods: [] }
  const first = firstInWindow(firstPeriodEndingFrom(frequency, start), reading)
  let last = firstPeriodEndingFrom(frequency, deadline)
  if (last !== null && last.end > deadline) last = shiftPeriod(last, -1)
  if (last !== null && moving && namesakeAYearEarlier(last) === null) last = shiftPeriod(last, -1)
  const none: PeriodsLeft = { count: 0, next: null, last: null, periods: [] }
  if (first === null || last === null || last.end < first.end) return none
  const seen = pointsInWindow(reading)
  // What is measured at its latest waits for what comes after; a sum, mean or extreme for every period.
  const newest = meter.aggregate === 'latest' ? own.points.findLast(({ period }) => period.end <= deadline)?.period : undefined
  const from = newest === undefined || newest.end < first.end ? first : shiftPeriod(newest, 1)
  if (from === null || from.end > last.end) return { ...none, last }
  const whole = stepsBetween(from, last) + 1
  const count = meter.aggregate === 'latest' ? whole : whole - seen.length
  if (count === 0) return { ...none, last }
  const listed = whole > MOST_PERIODS ? null : listOf(from, last).filter(period => own.at(period) === undefined)
  return { count, next: listed?.[0] ?? from, last, periods: listed }
}

const firstInWindow = (first: Period | null, reading: Reading): Period | null => first !== null && !isInWindow(reading, first) ? shiftPeriod(first, 1) : first

function listOf (from: Period, last: Period): Period[] {
  const periods: Period[] = []
  for (let period: Period | null = from; period !== null && period.end <= last.end; period = shiftPeriod(period, 1)) periods.push(period)
  return periods
}

/** What an aggregate holds already: the sum of its values and how many they are. */
export function gathered (reading: Reading): { sum: Decimal | null, count: number } {
  const last = reading.own.points.at(-1)
  const values = reading.meter.aggregate === 'latest' || last === undefined ? [] : valuedPoints(reading, last.period).map(point => pointValue(point) as Decimal)
  return { sum: sum(values), count: values.length }
}
