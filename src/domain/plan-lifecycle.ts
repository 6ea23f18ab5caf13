import type { PlanStatus } from './plan.ts'

/**
 * Where a plan may go from each status. What was shown to all is never hidden again: an adopted plan is closed or withdrawn, not made a
 * draft. A draft is nobody's business: it is removed, not withdrawn before all. A new plan may begin anywhere, for there are plans from before this server.
 */
export const TRANSITIONS: Readonly<Record<PlanStatus, readonly PlanStatus[]>> = {
  draft: ['adopted'],
  adopted: ['closed', 'withdrawn'],
  closed: ['withdrawn'],
  withdrawn: []
}

/** Whether a plan may go from one status to another; staying is no transition, and allowed. */
export const mayBecome = (from: PlanStatus, to: PlanStatus): boolean => from === to || TRANSITIONS[from].includes(to)

/** What is possible from a status, in words: `an adopted plan can become closed or withdrawn`. */
export function possibleFrom (status: PlanStatus): string {
  const next = TRANSITIONS[status]
  const plan = `${status === 'adopted' ? 'an' : 'a'} ${status} plan`
  return next.length === 0 ? `${plan} stays so: copy it to go on with its content` : `${plan} can become ${next.join(' or ')}${status === 'draft' ? ', or be removed' : ''}`
}
