import { decimal, type Decimal } from '../decimal.ts'
import type { PaceLimits } from '../plan.ts'
import type { Period } from '../period.ts'
import { aimsUp } from './measures.ts'
import { valuedPoints } from './deciding.ts'
import type { BasePoint, Reading } from './reading.ts'

/** How far along the straight way from the baseline to the goal line a measure is. Null where there is no way to speak of. */
export type Pace = { expected: Decimal | null, pace: Decimal | null, progress: Decimal | null }

const NONE: Pace = { expected: null, pace: null, progress: null }

/** Whether the rule keeps a sum below a line above zero: such a sum is within the line from the start, so its pace is what counts. */
export const isCeiling = ({ meter }: Reading): boolean => meter.aggregate === 'sum' && !aimsUp(meter.comparator) && meter.goal.compare(0) > 0

/** Days gone (t − t₀) at a period: for a sum the days of the periods summed, so that a missing month is not slowness. */
function daysGone (reading: Reading, base: BasePoint, period: Period): number {
  if (reading.meter.aggregate !== 'sum') return period.end - base.day
  return valuedPoints(reading, period).reduce((days, point) => days + point.period.end - point.period.start + 1, 0)
}

/**
 * expected(t) = m₀ + (g − m₀) × (t − t₀) / (T − t₀), pace = (m − m₀) / (expected(t) − m₀), progress = (m − m₀) / (g − m₀).
 * @param base where the pace starts, null where that is not known
 */
export function paceOf (reading: Reading, base: BasePoint | null, period: Period, measure: Decimal): Pace {
  const { goal } = reading.meter
  if (base === null) return NONE
  const gone = daysGone(reading, base, period)
  const way = goal.sub(base.measure)
  if (gone <= 0 || way.compare(0) === 0) return NONE
  const expected = base.measure.add(way.mul(gone).div(reading.deadline - base.day))
  const done = measure.sub(base.measure)
  const pace = done.div(expected.sub(base.measure))
  const ceilingPace = measure.compare(0) > 0 ? expected.div(measure) : null
  return { expected, pace: isCeiling(reading) ? ceilingPace : pace, progress: done.div(way) }
}

/** The colour of a pace by the plan's limits. */
export function judgePace (pace: Decimal, limits: PaceLimits): 'on_track' | 'at_risk' | 'off_track' {
  if (pace.compare(decimal(limits.onTrack)) >= 0) return 'on_track'
  return pace.compare(decimal(limits.atRisk)) >= 0 ? 'at_risk' : 'off_track'
}
