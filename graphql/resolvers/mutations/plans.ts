import type { PlanList } from '../../../src/domain/plan-edit.ts'
import type { AddOptions, PlanEditOptions, RemoveOptions } from '../../../src/services/plan-items.ts'
import type { PlanWrite } from '../../../src/services/plan-writer.ts'
import type { PlanPutOptions } from '../../../src/services/plans.ts'
import { pathOf } from '../../user-errors.ts'
import { type Given, mutation, patchOf, withoutNulls } from './mutation.ts'

type OfId = { id: string } & PlanEditOptions

/** What a write of a plan did, its warnings with the paths of arguments. Without arguments a path is one of the plan's document. */
const written = <Write extends Pick<PlanWrite, 'warnings'>>(write: Write, args?: object) =>
  ({ ...write, warnings: write.warnings.map(({ pointer, ...warning }) => ({ ...warning, path: args === undefined ? pointer.split('/').slice(1) : pathOf(pointer, args) })) })

/** What adding to a list of a plan is done by. `parent` is the argument that names what the thing stands under. */
const addTo = (list: PlanList, parent: 'plan' | 'goal') => mutation<Given & AddOptions>(async ({ planEdits }, actor, args) => {
  const { [parent]: under, input, ...options } = args
  return written(await planEdits[list].add(actor, String(under), withoutNulls(input), options), args)
})

const updateOf = (list: PlanList) => mutation<OfId & { input: unknown }>(async ({ planEdits }, actor, args) => {
  const { id, input, ...options } = args
  return written(await planEdits[list].update(actor, id, patchOf(input), options), args)
})

const moveOf = (list: PlanList) => mutation<OfId & { goal?: string, position?: number }>(async ({ planEdits }, actor, args) => {
  const { id, goal, position, ...options } = args
  return written(await planEdits[list].move(actor, id, { ...goal !== undefined && { goal }, ...position !== undefined && { position } }, options), args)
})

const removeOf = (list: PlanList) => mutation<{ id: string } & RemoveOptions>(async ({ planEdits }, actor, { id, ...options }) =>
  ({ ...written(await planEdits[list].remove(actor, id, options)), removed: true }))

/** A step in the life of a plan. */
const become = (step: 'close' | 'withdraw') => mutation<OfId>(async ({ planEdits }, actor, args) => {
  const { id, ...options } = args
  return written(await planEdits[step](actor, id, {}, options), args)
})

export const ofPlans = {
  putPlanDocument: mutation<{ id: string, document: unknown } & PlanPutOptions & PlanEditOptions>(async ({ plans }, actor, args) => {
    const { id, document, dryRun = false, validateOnly = false, ...options } = args
    return written(await plans.putDocument(actor, id, document, { ...options, dryRun: dryRun || validateOnly }), args)
  }),
  createPlan: mutation<{ input: unknown } & PlanEditOptions>(async ({ planEdits }, actor, args) => {
    const { input, ...options } = args
    return written(await planEdits.create(actor, withoutNulls(input), options), args)
  }),
  updatePlan: mutation<OfId & { input: unknown }>(async ({ planEdits }, actor, args) => {
    const { id, input, ...options } = args
    return written(await planEdits.update(actor, id, patchOf(input), options), args)
  }),
  adoptPlan: mutation<OfId & { adoptedBy?: string, adoptedOn?: string }>(async ({ planEdits }, actor, args) => {
    const { id, adoptedBy, adoptedOn, ...options } = args
    return written(await planEdits.adopt(actor, id, { adoptedBy, adoptedOn }, options), args)
  }),
  closePlan: become('close'),
  withdrawPlan: become('withdraw'),
  removePlan: mutation<OfId>(async ({ planEdits }, actor, { id, ...options }) => await planEdits.remove(actor, id, options)),
  copyPlan: mutation<OfId & { to: number, newId?: string, title?: string }>(async ({ planEdits }, actor, { id, to, newId, title, ...options }) =>
    written(await planEdits.copy(actor, id, { to, id: newId, title }, options)), { id: 'newId' })
}

export const ofPlanItems = {
  addGoal: addTo('goals', 'plan'),
  updateGoal: updateOf('goals'),
  moveGoal: moveOf('goals'),
  removeGoal: removeOf('goals'),
  addTarget: addTo('targets', 'goal'),
  updateTarget: updateOf('targets'),
  moveTarget: moveOf('targets'),
  removeTarget: removeOf('targets'),
  addObjective: addTo('objectives', 'goal'),
  updateObjective: updateOf('objectives'),
  moveObjective: moveOf('objectives'),
  removeObjective: removeOf('objectives'),
  addInitiative: addTo('initiatives', 'goal'),
  updateInitiative: updateOf('initiatives'),
  moveInitiative: moveOf('initiatives'),
  removeInitiative: removeOf('initiatives'),
  addCommitment: addTo('commitments', 'plan'),
  updateCommitment: updateOf('commitments'),
  moveCommitment: moveOf('commitments'),
  removeCommitment: removeOf('commitments'),
  addNote: addTo('notes', 'plan'),
  updateNote: updateOf('notes'),
  moveNote: moveOf('notes'),
  removeNote: removeOf('notes')
}
