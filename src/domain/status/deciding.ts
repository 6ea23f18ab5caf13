import { firstPeriodEndingFrom, namesakeAYearEarlier, type Period, shiftPeriod } from '../period.ts'
import type { Decimal } from '../decimal.ts'
import { aimsUp, meets } from './measures.ts'
import { aggregated, baseFor, isInWindow, partsAt, pointsInWindow, type Reading } from './reading.ts'
import type { Reason } from './status.ts'
import { type Point, pointValue } from './series.ts'

const isProvisional = (point: Point): boolean => point.observation.flag === 'provisional'
const isSuppressed = (point: Point | undefined): boolean => point?.observation.flag === 'suppressed'

/** The points of the window that have a value, up to and with a period: what an aggregate is made of. */
export const valuedPoints = (reading: Reading, until: Period): Point[] =>
  pointsInWindow(reading).filter(point => point.period.end <= until.end && pointValue(point) !== null)

/** The observations that the measure of a period is made of. */
export function observationsOf (reading: Reading, period: Period): Point[] {
  if (reading.meter.aggregate !== 'latest') return valuedPoints(reading, period)
  const base = reading.meter.needsBaseline ? baseFor(reading, period)?.points ?? [] : []
  return [...partsAt(reading, period), ...base]
}

/**
 * A sum of values that are never negative and a maximum only rise, a minimum only falls: once over the line, nothing that comes changes it.
 * Judged on final observations alone. @returns null where nothing is settled
 */
export function settledEarly (reading: Reading): 'achieved' | 'missed' | null {
  const { aggregate, comparator, goal } = reading.meter
  if (aggregate === 'latest' || aggregate === 'mean') return null
  const values = pointsInWindow(reading).filter(point => !isProvisional(point)).map(pointValue).filter(value => value !== null)
  if (values.length === 0 || (aggregate === 'sum' && values.some(isNegative))) return null
  const rises = aggregate !== 'min'
  const met = meets(aggregated(reading, values), comparator, goal)
  if (rises === aimsUp(comparator)) return met ? 'achieved' : null
  return met ? null : 'missed'
}

const isNegative = (value: Decimal): boolean => value.s < 0n && value.n !== 0n

export type Decision = { decides: true } | { decides: false, reason: Reason | null }

/** Whether the measure at the latest period p decides, from the deadline on; if not, what it waits for. */
export function decide (reading: Reading, latest: Period): Decision {
  const complete = isLast(reading, latest) && isFull(reading, latest)
  if (!complete) return { decides: false, reason: neededPoints(reading).some(isSuppressed) ? 'suppressed' : null }
  return observationsOf(reading, latest).some(isProvisional) ? { decides: false, reason: 'provisional' } : { decides: true }
}

/** No later period of the frequency ends on or before the deadline (with a lag: none that has a namesake a year earlier). */
function isLast (reading: Reading, latest: Period): boolean {
  const { frequency, deadline, meter } = reading
  if (frequency === 'irregular') return meter.aggregate !== 'sum' || aimsUp(meter.comparator) || latest.end === deadline
  for (let next = shiftPeriod(latest, 1); next !== null && next.end <= deadline; next = shiftPeriod(next, 1)) {
    if (!reading.moving || namesakeAYearEarlier(next) !== null) return false
  }
  return true
}

/** For an aggregate every period of the window must have a value. */
function isFull (reading: Reading, latest: Period): boolean {
  if (reading.meter.aggregate === 'latest' || reading.frequency === 'irregular') return true
  const valued = new Set(valuedPoints(reading, latest).map(point => point.period.text))
  return periodsOfWindow(reading).every(period => valued.has(period.text))
}

function periodsOfWindow (reading: Reading): Period[] {
  if (reading.frequency === 'irregular') return []
  const periods: Period[] = []
  let period = firstPeriodEndingFrom(reading.frequency, reading.start)
  for (; period !== null && period.end <= reading.deadline; period = shiftPeriod(period, 1)) {
    if (isInWindow(reading, period)) periods.push(period)
  }
  return periods
}

/** The observations that would decide, as far as they are there: what may be suppressed of them is why the answer waits. */
function neededPoints (reading: Reading): (Point | undefined)[] {
  const { own, benchmark, meter, deadline, frequency } = reading
  if (frequency === 'irregular') return pointsInWindow(reading).filter(point => point.period.end === deadline)
  const periods = periodsOfWindow(reading)
  if (meter.aggregate !== 'latest') return periods.map(period => own.at(period))
  const decider = periods.findLast(period => !reading.moving || namesakeAYearEarlier(period) !== null)
  if (decider === undefined) return []
  const year = reading.moving ? namesakeAYearEarlier(decider) : null
  return [decider, year].filter(period => period !== null).flatMap(last => {
    const behind = Array.from({ length: reading.smoothing }, (_, i) => shiftPeriod(last, -i)).filter(period => period !== null)
    return behind.flatMap(period => [own.at(period), benchmark?.at(period)])
  })
}
