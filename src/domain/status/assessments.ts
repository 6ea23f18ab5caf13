import { addDuration, type Day, toDay } from '../date.ts'
import type { PaceLimits } from '../plan.ts'
import type { AssessmentRule, Window } from '../target.ts'
import { type Assessed, blank, type Evaluation } from './status.ts'

/** How often a target that is judged by people is judged anew, where its rule does not say. */
export const DEFAULT_REVIEW_EVERY = 'P1Y'

/** The latest judgement dated in the window's time and on or before `asOf`. */
export const latestAssessment = (assessments: readonly Assessed[], window: Window, asOf: Day): Assessed | undefined =>
  assessments.filter(({ on }) => on >= window.start && toDay(on) <= asOf).reduce<Assessed | undefined>((latest, next) => latest === undefined || next.on >= latest.on ? next : latest, undefined)

/** The status of a target that people judge: their latest judgement. */
export function evaluateAssessment (rule: AssessmentRule, window: Window, asOf: Day, limits: PaceLimits, assessments: readonly Assessed[]): Evaluation {
  const result = blank(rule, window, limits)
  if (asOf < toDay(window.start)) return { ...result, status: 'not_started' }
  const isOver = asOf >= toDay(window.deadline)
  const latest = latestAssessment(assessments, window, asOf)
  if (latest === undefined) return { ...result, status: isOver ? 'awaiting_data' : 'no_data', reason: 'not_assessed' }
  const decides = latest.status === 'achieved' || latest.status === 'missed'
  const stale = asOf > addDuration(toDay(latest.on), rule.reviewEvery ?? DEFAULT_REVIEW_EVERY)
  if (isOver && !decides) return { ...result, status: 'awaiting_data', provisional: latest.status, stale }
  return { ...result, status: latest.status, final: isOver && decides, stale }
}
