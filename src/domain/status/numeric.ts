import { dayText } from '../date.ts'
import { type Decimal, rounded, ZERO } from '../decimal.ts'
import { lineageOf } from '../lineage.ts'
import type { PaceLimits } from '../plan.ts'
import { type Period, shiftPeriod } from '../period.ts'
import type { Window } from '../target.ts'
import { decide, observationsOf, settledEarly, valuedPoints } from './deciding.ts'
import { aimsUp, meets } from './measures.ts'
import { reasonWithoutMeasure } from './missing.ts'
import { isCeiling, judgePace, type Pace, paceOf } from './pace.ts'
import { aggregated, baseFor, type BasePoint, isInWindow, measureAt, paceBase, type Reading } from './reading.ts'
import { type BaselineFigure, blank, type Evaluation, type Evidence, type Judgement, type Reason, type Status } from './status.ts'
import { type Point, pointValue } from './series.ts'
import { projectionAt, trendAt } from './trend.ts'

type Verdict = { status: Status, final: boolean, reason: Reason | null, provisional: Judgement | null }
const open = (status: Status, reason: Reason | null = null): Verdict => ({ status, final: false, reason, provisional: null })
const closed = (status: Status): Verdict => ({ status, final: true, reason: null, provisional: null })

/** An evaluation with its measure as it is before it is rounded for output: the sentences need it. */
export type Computed = { evaluation: Evaluation, measure: Decimal | null }
const unmeasured = (evaluation: Evaluation): Computed => ({ evaluation, measure: null })

/** The status of a numeric rule, read on a day. Sentences come later; nothing here depends on `knownAt`. */
export function evaluateNumeric (reading: Reading, window: Window, limits: PaceLimits): Computed {
  const { rule, meter, asOf, start, deadline } = reading
  const result: Evaluation = {
    ...blank(rule, window, limits),
    goalLine: { comparator: meter.comparator, value: rounded(meter.goal) },
    baseline: baselineFigure(reading.base),
    evidence: evidenceOf(reading.base?.points ?? [])
  }
  if (asOf < start) return unmeasured({ ...result, ...open('not_started') })
  const latest = latestMeasured(reading)
  if (latest === null) return unmeasured({ ...result, ...open(asOf >= deadline ? 'awaiting_data' : 'no_data', reasonWithoutMeasure(reading)) })

  const measure = currentMeasure(reading, latest)
  const met = meets(measure, meter.comparator, meter.goal)
  const base = paceBase(reading, latest)
  const pace = paceOf(reading, base, latest, measure)
  const verdict = judge(reading, { latest, measure, met, base, pace, limits })
  const distance = aimsUp(meter.comparator) ? measure.sub(meter.goal) : meter.goal.sub(measure)
  const evaluation: Evaluation = {
    ...result,
    ...verdict,
    met,
    stale: isOverdue(reading, latest),
    current: { period: latest.text, value: shown(reading, latest, 'own'), benchmark: shown(reading, latest, 'benchmark'), measure: rounded(measure) },
    baseline: reading.moving ? movingFigure(reading, latest) : baselineFigure(base),
    expected: roundedOrNull(pace.expected),
    pace: roundedOrNull(pace.pace),
    progress: roundedOrNull(pace.progress),
    distance: rounded(distance),
    trend: trendAt(reading, latest),
    projection: projectionAt(reading, latest),
    evidence: evidenceOf([...observationsOf(reading, latest), ...base?.points ?? []])
  }
  return { evaluation, measure }
}

/** The latest period of the window that has a measure. */
export function latestMeasured (reading: Reading): Period | null {
  return reading.own.points.findLast(({ period }) => isInWindow(reading, period) && measureAt(reading, period) !== null)?.period ?? null
}

/** The measure that is judged at the latest period that has one. */
export function currentMeasure (reading: Reading, latest: Period): Decimal {
  if (reading.meter.aggregate === 'latest') return measureAt(reading, latest) as Decimal
  return aggregated(reading, valuedPoints(reading, latest).map(point => pointValue(point) as Decimal))
}

type Standing = { latest: Period, measure: Decimal, met: boolean, base: BasePoint | null, pace: Pace, limits: PaceLimits }

/** Steps 4 to 8 of the evaluation, in their order. */
function judge (reading: Reading, { latest, measure, met, base, pace, limits }: Standing): Verdict {
  const { meter, asOf, deadline, moving } = reading
  const settled = settledEarly(reading)
  if (settled !== null) return closed(settled)
  if (asOf >= deadline) {
    const decision = decide(reading, latest)
    const result = met ? 'achieved' : 'missed'
    return decision.decides ? closed(result) : { ...open('awaiting_data', decision.reason), provisional: result }
  }
  if (met && !isCeiling(reading)) return open('on_track')
  if (met) return open(pace.pace === null ? 'on_track' : judgePace(pace.pace, limits))
  const reference = moving ? ZERO : base?.measure ?? null
  const hasMoved = moving || (base !== null && latest.end > base.day)
  if (reference !== null && hasMoved && !isBetter(measure, reference, meter.comparator)) {
    return open('off_track', !moving && meets(reference, meter.comparator, meter.goal) ? 'slipped' : null)
  }
  return pace.pace === null ? open('at_risk', 'pace_unknown') : open(judgePace(pace.pace, limits))
}

const isBetter = (measure: Decimal, reference: Decimal, comparator: Reading['meter']['comparator']): boolean =>
  aimsUp(comparator) ? measure.compare(reference) > 0 : measure.compare(reference) < 0

/** Whether a newer figure ought to be out: `asOf` is later than the end of the next period plus the publication lag. */
function isOverdue (reading: Reading, latest: Period): boolean {
  if (reading.frequency === 'irregular') return false
  const next = shiftPeriod(latest, 1)
  return next !== null && reading.asOf > next.end + reading.indicator.publicationLagDays
}

const roundedOrNull = (value: Decimal | null): number | null => value === null ? null : rounded(value)

/** The figure of a period as posted; what is calculated is rounded. */
function shown (reading: Reading, period: Period, series: 'own' | 'benchmark'): number | null {
  const view = reading[series]
  if (view === null) return null
  if (reading.smoothing < 2) return shownValue(view.at(period))
  return roundedOrNull(view.value(period))
}

/** The value of a point as it is shown: as posted, rounded where it was calculated. */
export const shownValue = (point: Point | undefined): number | null =>
  point?.observation.made === undefined ? point?.observation.value ?? null : roundedOrNull(pointValue(point))

function baselineFigure (base: BasePoint | null): BaselineFigure | null {
  if (base === null) return null
  const { period, day, pair, measure } = base
  return { period: period?.text ?? null, on: dayText(day), value: roundedOrNull(pair?.value ?? null), benchmark: roundedOrNull(pair?.benchmark ?? null), measure: rounded(measure) }
}

function movingFigure (reading: Reading, latest: Period): BaselineFigure | null {
  const base = baseFor(reading, latest)
  if (base === null) return null
  return {
    period: base.period?.text ?? null, on: dayText(base.day), value: rounded(base.pair.value), benchmark: roundedOrNull(base.pair.benchmark), measure: null
  }
}

/** The observations used, each once, in the order in which they were used. */
export const evidenceOf = (points: readonly Point[]): Evidence[] =>
  [...new Set(points)].map(({ period, observation }) => {
    const { indicator, area, segment, value, flag, revision, source } = observation
    return { indicator, area, segment, period: period.text, value, flag, revision, source, calculation: lineageOf(observation) }
  })
