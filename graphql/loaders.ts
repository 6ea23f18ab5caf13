import type { Comment } from '../src/domain/comment.ts'
import type { Actor } from '../src/services/actor.ts'
import type { Services } from '../src/services/index.ts'
import { type Budget, STATUS_COST } from './cost.ts'
import { batched, createRounds, inGroups, manyById, oneById } from './batch.ts'
import { type AtVersion, targetsAt } from './versions.ts'

export type Loaders = ReturnType<typeof createLoaders>
export type Plan = Awaited<ReturnType<Services['plans']['get']>> & AtVersion
export type Goal = Awaited<ReturnType<Services['plans']['goal']>> & AtVersion
export type Target = Awaited<ReturnType<Services['plans']['target']>> & AtVersion
export type TargetPace = Awaited<ReturnType<Services['requiredPaces']['forTargets']>>[number]
export type TargetStatus = Awaited<ReturnType<Services['status']['forTargets']>>[number]
/** The day and the instant that a status is asked for. */
export type When = { asOf?: string, knownAt?: string }
type StatusWanted = { target: Target, when: When }
/** A plan's goals or targets that adopt any of some national goals. */
type Adopting = { plan: string, nationalGoals: readonly string[] }

/**
 * What one request reads, gathered level by level, so that the number of statements does not grow with what is read.
 * They remember: after a mutation a request needs new ones.
 */
export function createLoaders ({ reference, nationalGoals, plans, followUps, comments, status, requiredPaces }: Services, actor: Actor, budget: Budget) {
  const rounds = createRounds(budget.within)
  const goalsOfPlan = manyById(rounds, ids => plans.findGoals(actor, { plans: ids }), goal => [goal.plan])
  const targetsOfPlan = manyById(rounds, ids => plans.findTargets(actor, { plans: ids }), target => [target.plan])
  const targetsOfGoal = manyById(rounds, ids => plans.findTargets(actor, { goals: ids }), target => [target.goal])
  const goalsOfNationalGoal = manyById(rounds, ids => plans.findGoals(actor, { nationalGoals: ids }), goal => goal.nationalGoals)
  const adopting = <T extends { plan: string }>(find: (filter: { plans: string[], nationalGoals: readonly string[] }) => Promise<readonly T[]>) => batched<Adopting, T[]>(
    rounds,
    ({ plan, nationalGoals: ids }) => `${plan} ${ids.join(' ')}`,
    inGroups(({ nationalGoals: ids }) => ids.join(' '), async wanted => {
      const found = Map.groupBy(await find({ plans: wanted.map(one => one.plan), nationalGoals: wanted[0].nationalGoals }), one => one.plan)
      return wanted.map(one => found.get(one.plan) ?? [])
    }))
  const everyNationalGoal = once(() => rounds.during(budget.within(nationalGoals.all)))
  const statusOf = batched<StatusWanted, TargetStatus>(
    rounds,
    ({ target, when }) => `${target.id} ${target.at?.plan.version ?? ''} ${whenKey(when)}`,
    inGroups(({ when }) => whenKey(when), async wanted => {
      budget.spend(wanted.length * STATUS_COST)
      return await status.forTargets(wanted.map(one => one.target), wanted[0].when)
    }))
  const requiredPace = batched<StatusWanted, TargetPace>(
    rounds,
    ({ target, when }) => `${target.id} ${target.at?.plan.version ?? ''} ${whenKey(when)}`,
    inGroups(({ when }) => whenKey(when), async wanted => {
      budget.spend(wanted.length * STATUS_COST)
      return await requiredPaces.forTargets(wanted.map(one => one.target), wanted[0].when)
    }))
  const commentsOf = batched<{ target: string, knownAt: string | null }, Comment[]>(
    rounds,
    ({ target, knownAt }) => `${target} ${knownAt ?? ''}`,
    inGroups(({ knownAt }) => knownAt ?? '', async wanted => {
      const found = Map.groupBy(await comments.ofTargets(wanted.map(one => one.target), wanted[0].knownAt), comment => comment.target)
      return wanted.map(one => found.get(one.target) ?? [])
    }))
  const targetStatus = (target: Target, when: When): Promise<TargetStatus> => statusOf({ target, when })
  const statuses = (targets: Target[], when: When): Promise<TargetStatus[]> => Promise.all(targets.map(target => targetStatus(target, when)))

  /** A goal's roll-up, from the same statuses that its targets are given. */
  const goalStatus = async (goal: Goal, when: When) =>
    status.goalStatus(goal, await statuses(goal.at === undefined ? await targetsOfGoal(goal.id) : targetsAt(goal.at, [goal]), when), when)

  /** A plan's roll-up, from the same statuses that its targets are given. */
  const planStatus = async (plan: Plan, when: When) => {
    const { at } = plan
    const [goals, targets] = at === undefined ? await Promise.all([goalsOfPlan(plan.id), targetsOfPlan(plan.id)]) : [at.goals, targetsAt(at, at.goals)]
    return status.planStatus(plan.id, goals, targets, await statuses(targets, when), when)
  }

  /** The targets of the goals that adopt a national goal. */
  const targetsOfNationalGoal = async (id: string): Promise<Target[]> =>
    (await Promise.all((await goalsOfNationalGoal(id)).map(goal => targetsOfGoal(goal.id)))).flat()

  return {
    during: rounds.during,
    areas: once(() => rounds.during(budget.within(reference.areas))),
    everyNationalGoal,
    indicator: oneById(rounds, async ids => (await reference.indicators(ids)).values()),
    plan: oneById(rounds, ids => plans.find(actor, { ids })),
    plansOfKommune: manyById(rounds, ids => plans.find(actor, { kommuner: ids }), plan => [plan.kommune]),
    goal: oneById(rounds, ids => plans.findGoals(actor, { ids })),
    goalsOfPlan,
    goalsAdopting: adopting(filter => plans.findGoals(actor, filter)),
    goalsOfNationalGoal,
    target: oneById(rounds, ids => plans.findTargets(actor, { ids })),
    targetsOfPlan,
    targetsAdopting: adopting(filter => plans.findTargets(actor, filter)),
    targetsOfGoal,
    targetsOfNationalGoal,
    deliverablesOfTarget: manyById(rounds, followUps.deliverablesOfTargets, record => [record.target]),
    assessmentsOfTarget: manyById(rounds, followUps.assessmentsOfTargets, record => [record.target]),
    commentsOfTarget: (target: string, knownAt: string | null) => commentsOf({ target, knownAt }),
    targetStatus,
    requiredPace,
    goalStatus,
    planStatus
  }
}

const whenKey = ({ asOf = '', knownAt = '' }: When): string => `${asOf} ${knownAt}`

function once<T> (read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined
  return () => (reading ??= read())
}
