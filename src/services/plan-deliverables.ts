import { AppError, type Problem } from '../domain/errors.ts'
import { itemId, type PlanDocument } from '../domain/plan.ts'
import { type Deliverable, deliverablesOf, type TargetDocument } from '../domain/target.ts'
import { summaryOf } from './input.ts'
import type { Stores } from '../../db/stores/index.ts'

/** A target with the deliverables that it had and has, and the place of its rule. */
type Changed = { id: string, pointer: string, before: Deliverable[], after: Deliverable[] }

/**
 * Refuses a plan in which a deliverable that something is recorded on loses its code: what was recorded would stand under nothing, or
 * under another. A target that is removed whole takes its records with it, for its own code is never used again.
 * @throws AppError `unprocessable` with the place of each
 */
export async function checkDeliverables (before: PlanDocument, next: PlanDocument, stores: Pick<Stores, 'followUps'>): Promise<void> {
  const changed = changedTargets(before, next)
  if (changed.length === 0) return
  const recorded = await stores.followUps.deliverables(changed.map(({ id }) => id), null)
  const problems = changed.flatMap(({ id, pointer, before, after }): Problem[] => recorded.filter(one => one.target === id && one.doneOn !== null).flatMap(({ code, doneOn }) => {
    const was = before.find(one => one.code === code)
    if (was === undefined || keepsCode(was, before, after)) return []
    return [{ pointer, code: 'deliverable_recorded', detail: `the deliverable ${code} ${JSON.stringify(was.title.slice(0, 100))} was recorded as done on ${doneOn} and keeps its code: keep it, or record first that it was not done (doneOn null)` }]
  }))
  if (problems.length > 0) throw new AppError('unprocessable', summaryOf(problems), problems)
}

/** Whether a deliverable is still there under its code: with its title under another code it is that one. */
function keepsCode ({ code, title }: Deliverable, before: readonly Deliverable[], after: readonly Deliverable[]): boolean {
  const now = after.find(one => one.code === code)
  const hasMoved = after.some(one => one.code !== code && one.title === title && before.find(other => other.code === one.code)?.title !== title)
  return now !== undefined && (now.title === title || !hasMoved)
}

function changedTargets (before: PlanDocument, next: PlanDocument): Changed[] {
  const earlier = new Map(targetsOf(before).map(({ target }) => [target.code, deliverablesOf(target.rule)]))
  return targetsOf(next).flatMap(({ target, pointer }) => {
    const [was, is] = [earlier.get(target.code) ?? [], deliverablesOf(target.rule)]
    return was.every(one => is.some(other => other.code === one.code && other.title === one.title)) ? [] : [{ id: itemId(next.id, target.code), pointer: `${pointer}/rule`, before: was, after: is }]
  })
}

const targetsOf = ({ goals }: PlanDocument): { target: TargetDocument, pointer: string }[] =>
  goals.flatMap((goal, g) => (goal.targets ?? []).map((target, t) => ({ target, pointer: `/goals/${g}/targets/${t}` })))
