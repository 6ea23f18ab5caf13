import type { NewEvent } from '../domain/event.ts'
import { itemId, type PlanDocument, type PlanStatus } from '../domain/plan.ts'
import { diffDocuments } from './plan-diff.ts'

/** How many targets are named in each list of an event; how many more there are stands beside them. */
const TARGETS_NAMED = 100

/** What a version of a plan says that it does, and when (an instant) and why it was put. */
type Put = { version: number, at: string, reason: string | null }

/**
 * What is told of a new version of a plan: that it is adopted, where it was not before, else that it changed. Of a draft nothing is told:
 * what becomes one is told of as it was, without its targets.
 * @param before the version that it replaces
 */
export function planEvents (before: PlanDocument | undefined, after: PlanDocument, { version, at, reason }: Put): NewEvent[] {
  const shown = [before, after].filter(plan => plan !== undefined && statusOf(plan) !== 'draft')
  const plan = shown.at(-1)
  if (plan === undefined) return []
  const status = { before: before === undefined ? null : statusOf(before), after: statusOf(after) }
  return [{
    type: status.after === 'adopted' && status.before !== 'adopted' ? 'plan.adopted' : 'plan.changed',
    subject: after.id,
    occurredAt: at,
    data: { plan: after.id, kommune: plan.kommune, version, status, title: plan.title, reason, targets: targetChanges(shown.includes(before) ? before : undefined, shown.includes(after) ? after : undefined) }
  }]
}

const statusOf = ({ status = 'draft' }: PlanDocument): PlanStatus => status

/** Which targets came, went and changed between what was shown and what is shown now, by id. */
function targetChanges (before: PlanDocument | undefined, after: PlanDocument | undefined) {
  const [old, current] = [targetsOf(before), targetsOf(after)]
  const lists = {
    added: [...current.keys()].filter(id => !old.has(id)),
    removed: [...old.keys()].filter(id => !current.has(id)),
    changed: [...current.keys()].filter(id => old.has(id) && diffDocuments(old.get(id), current.get(id)).length > 0)
  }
  const named = Object.fromEntries(Object.entries(lists).map(([name, ids]) => [name, ids.slice(0, TARGETS_NAMED)]))
  return { ...named, more: Object.values(lists).reduce((sum, ids) => sum + Math.max(ids.length - TARGETS_NAMED, 0), 0) }
}

/** Each target with the goal that it stands under: moved to another it has changed. */
function targetsOf (plan: PlanDocument | undefined): Map<string, unknown> {
  return new Map((plan?.goals ?? []).flatMap(goal => (goal.targets ?? []).map(target => [itemId(plan!.id, target.code), { ...target, goal: goal.code }])))
}
