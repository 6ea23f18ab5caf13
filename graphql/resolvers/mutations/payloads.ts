import type { Context } from '../../context.ts'
import { commitmentsOf, initiativesOf, notesOf, objectivesOf } from '../../item-ids.ts'

/** What a write of a plan tells: the plan and the thing, by their ids; neither where it was refused. */
type Written = { plan?: string, item?: string, validateOnly: boolean }
type Ids = { plan: string, item: string }

const planOf = ({ plan }: { plan?: string }, _: unknown, { loaders }: Context) => plan === undefined ? null : loaders.plan(plan)
const targetOf = ({ target }: { target?: string }, _: unknown, { loaders }: Context) => target === undefined ? null : loaders.target(target)

/** The thing that was written, as it stands. */
const written = <Thing>(find: (ids: Ids, context: Context) => Promise<Thing | null | undefined>) =>
  async ({ plan, item }: Written, _: unknown, context: Context): Promise<Thing | null> => plan === undefined || item === undefined ? null : await find({ plan, item }, context) ?? null

export const PlanPayload = { plan: planOf }
export const PlanCopyPayload = { plan: planOf }
export const PlanPut = { plan: planOf, dryRun: ({ validateOnly }: Written) => validateOnly }

export const GoalPayload = { plan: planOf, goal: written(async ({ item }, { loaders }) => await loaders.goal(item)) }
export const TargetPayload = { plan: planOf, target: written(async ({ item }, { loaders }) => await loaders.target(item)) }
export const ObjectivePayload = {
  plan: planOf,
  objective: written(async ({ plan, item }, { loaders }) => (await loaders.goalsOfPlan(plan)).flatMap(objectivesOf).find(one => one.id === item))
}
export const InitiativePayload = {
  plan: planOf,
  initiative: written(async ({ plan, item }, { loaders }) => (await loaders.goalsOfPlan(plan)).flatMap(initiativesOf).find(one => one.id === item))
}
export const CommitmentPayload = {
  plan: planOf,
  commitment: written(async ({ plan, item }, { loaders }) => {
    const found = await loaders.plan(plan)
    return found && commitmentsOf(found).find(one => one.id === item)
  })
}
const noteOf = written(async ({ plan, item }, { loaders }: Context) => {
  const found = await loaders.plan(plan)
  return found && notesOf(found).find(one => one.id === item)
})
export const NotePayload = {
  plan: planOf,
  // Its id is its place, where another note stands once it is removed, and until a trial is done in earnest.
  note: async (payload: Written & { removed?: true }, args: unknown, context: Context) => payload.validateOnly || payload.removed ? null : await noteOf(payload, args, context)
}

export const IndicatorPut = {
  indicator: ({ indicator }: { indicator?: string }, _: unknown, { loaders }: Context) => indicator === undefined ? null : loaders.indicator(indicator)
}
export const NationalGoalPayload = {
  nationalGoal: async ({ nationalGoal }: { nationalGoal?: string }, _: unknown, { loaders }: Context) =>
    nationalGoal === undefined ? null : (await loaders.everyNationalGoal()).find(goal => goal.id === nationalGoal) ?? null
}
export const DeliverablePayload = { target: targetOf }
export const AssessmentPayload = { target: targetOf }
export const CommentPayload = { target: targetOf }
export const BatchSummary = {
  targets: async ({ affectedTargets }: { affectedTargets: string[] }, _: unknown, { loaders }: Context) =>
    (await Promise.all(affectedTargets.map(loaders.target))).filter(target => target !== null)
}
