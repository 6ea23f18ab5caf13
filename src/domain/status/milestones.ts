import { type Day, toDay } from '../date.ts'
import type { PaceLimits } from '../plan.ts'
import type { MilestoneRule, Window } from '../target.ts'
import { blank, type DoneDeliverable, type Evaluation } from './status.ts'

/** The status of a milestone: whether its deliverables are done, and in time. */
export function evaluateMilestone (rule: MilestoneRule, window: Window, asOf: Day, limits: PaceLimits, done: readonly DoneDeliverable[]): Evaluation {
  const result = blank(rule, window, limits)
  const deadline = toDay(window.deadline)
  if (asOf < toDay(window.start)) return { ...result, status: 'not_started' }
  const doneDays = rule.deliverables.map(({ code }) => doneDay(done, code, asOf))
  if (doneDays.every(day => day !== null)) {
    return { ...result, status: 'achieved', final: true, met: true, late: doneDays.some(day => day > deadline) }
  }
  const isPastDue = rule.deliverables.some(({ due }, i) => doneDays[i] === null && asOf > (due ? toDay(due) : deadline))
  return { ...result, status: asOf > deadline ? 'missed' : isPastDue ? 'at_risk' : 'on_track', met: false }
}

function doneDay (done: readonly DoneDeliverable[], code: string, asOf: Day): Day | null {
  const days = done.filter(record => record.code === code).map(record => toDay(record.on)).filter(day => day <= asOf)
  return days.length === 0 ? null : Math.min(...days)
}
