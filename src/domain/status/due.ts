import { addDuration, dayText, toDay } from '../date.ts'
import type { Rule } from '../target.ts'
import { DEFAULT_REVIEW_EVERY, latestAssessment } from './assessments.ts'
import type { EvaluationInput } from './evaluate.ts'

/** What is due by when (ISO date) of what is not measured: a deliverable that is not done, or the next judgement (`code` and `title` null). */
export type Due = { code: string | null, title: string | null, by: string, overdue: boolean }

/** What is still due of a milestone or an assessment, the earliest first; null for any other rule. */
export function dueOf (rule: Rule, { window, asOf, deliverables = [], assessments = [] }: EvaluationInput): Due[] | null {
  if (rule.kind === 'milestone') {
    const isDone = (code: string): boolean => deliverables.some(one => one.code === code && one.on <= asOf)
    return rule.deliverables.filter(({ code }) => !isDone(code))
      .map(({ code, title, due }) => ({ code, title, by: due ?? window.deadline, overdue: asOf > (due ?? window.deadline) })).sort((a, b) => a.by < b.by ? -1 : a.by > b.by ? 1 : 0)
  }
  if (rule.kind !== 'assessment') return null
  const latest = latestAssessment(assessments, window, toDay(asOf))
  if (latest !== undefined && asOf >= window.deadline && (latest.status === 'achieved' || latest.status === 'missed')) return []
  const next = addDuration(toDay(latest?.on ?? window.start), rule.reviewEvery ?? DEFAULT_REVIEW_EVERY)
  // A duration may lead beyond all days that there are.
  const by = next < toDay(window.deadline) ? dayText(next) : window.deadline
  return [{ code: null, title: null, by, overdue: asOf > by }]
}
