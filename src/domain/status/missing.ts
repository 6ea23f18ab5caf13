import { isZeroBase } from './measures.ts'
import { baseFor, hasBreak, isInWindow, measureAt, pointsInWindow, type Reading } from './reading.ts'
import type { Reason } from './status.ts'
import type { Point } from './series.ts'

/** Why no period of the window has a measure: the first that applies. */
export function reasonWithoutMeasure (reading: Reading): Reason {
  const { own, smoothing, benchmark } = reading
  const inWindow = pointsInWindow(reading)
  const whole = inWindow.filter(point => own.isWhole(point.period))
  const baselineReason = reading.moving ? movingBaselineReason(reading, whole.at(-1)) : fixedBaselineReason(reading, whole)
  if (baselineReason !== null) return baselineReason
  if (inWindow.at(-1)?.observation.flag === 'suppressed') return 'suppressed'
  const hasRaw = inWindow.some(point => point.observation.value !== null)
  if (smoothing > 1 && hasRaw && !inWindow.some(point => own.value(point.period) !== null)) return 'smoothing_incomplete'
  if (benchmark !== null && inWindow.some(({ period }) => own.value(period) !== null && benchmark.value(period) === null)) return 'benchmark_missing'
  const valued = own.points.filter(point => own.value(point.period) !== null)
  return valued.length > 0 && !valued.some(({ period }) => isInWindow(reading, period)) ? 'no_measurement_in_window' : 'no_measurement'
}

function fixedBaselineReason (reading: Reading, whole: Point[]): Reason | null {
  const { meter, base } = reading
  if (meter.needsBaseline && base === null) return 'baseline_missing'
  if (meter.needsBaseline && base?.pair && isZeroBase(meter, base.pair)) return 'baseline_zero'
  const since = meter.needsBaseline && base !== null ? base.day : -Infinity
  const later = whole.filter(({ period }) => period.end > since)
  const isTaken = ({ period }: Point): boolean => reading.own.value(period) === null || hasBreak(reading, since, period.end)
  const taken = meter.needsBaseline ? isTaken : ({ period }: Point) => reading.own.value(period) === null
  return later.length > 0 && later.every(taken) ? 'series_break' : null
}

/** With a lag the question is asked of the latest period of the window that has a value of its own. */
function movingBaselineReason (reading: Reading, latest: Point | undefined): Reason | null {
  if (latest === undefined) return null
  const base = baseFor(reading, latest.period)
  if (base === null) return 'baseline_missing'
  if (isZeroBase(reading.meter, base.pair)) return 'baseline_zero'
  const isTaken = reading.own.value(latest.period) === null || hasBreak(reading, base.day, latest.period.end)
  return isTaken && measureAt(reading, latest.period) === null ? 'series_break' : null
}
