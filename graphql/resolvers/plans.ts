import type { Benchmark as BenchmarkOfRule, Rule as RuleOfTarget } from '../../src/domain/target.ts'
import { refusedParameter, unknownParameter } from '../../src/services/reference.ts'
import { connection, type PageArguments } from '../connections.ts'
import type { Context } from '../context.ts'
import { STATUS_COST } from '../cost.ts'
import { commitmentsOf, initiativesOf, notesOf, objectivesOf } from '../item-ids.ts'
import type { Goal as GoalRecord, Plan as PlanRecord, Target as TargetRecord } from '../loaders.ts'
import { type AtVersion, goalsAt, planAt, targetsAt } from '../versions.ts'
import { given } from './query.ts'

type When = { asOf?: string | null, knownAt?: string | null }
type Days = { from?: string | null, to?: string | null }
type Adopting = { nationalGoal?: string | null, nationalGoalNumber?: number | null }

const kommuneOf = async ({ kommune }: { kommune: string }, _: unknown, { loaders }: Context) => (await loaders.areas()).resolve(kommune)
const planOf = ({ plan, at }: { plan: string | null } & AtVersion, _: unknown, { loaders }: Context) => at !== undefined ? planAt(at) : plan === null ? null : loaders.plan(plan)
const targetOf = ({ target }: { target: string }, _: unknown, { loaders }: Context) => loaders.target(target)
const indicatorOf = ({ indicator }: { indicator?: string | null }, _: unknown, { loaders }: Context) => indicator == null ? null : loaders.indicator(indicator)

/**
 * The national goals that a filter means; null where there is no filter.
 * @throws AppError `invalid_request` where there is no such goal, as REST does
 */
async function adopted ({ nationalGoal, nationalGoalNumber }: Adopting, { loaders }: Context): Promise<string[] | null> {
  if (nationalGoal == null && nationalGoalNumber == null) return null
  const all = await loaders.everyNationalGoal()
  const named = all.filter(goal => goal.id === (nationalGoal ?? goal.id))
  if (named.length === 0) throw unknownParameter('nationalGoal', nationalGoal as string, 'national_goal', 'see nationalGoals')
  if (!all.some(goal => goal.number === (nationalGoalNumber ?? goal.number))) throw unknownParameter('nationalGoalNumber', String(nationalGoalNumber), 'national_goal', 'see nationalGoals')
  return named.filter(goal => goal.number === (nationalGoalNumber ?? goal.number)).map(goal => goal.id)
}

/** Whether a day is one of those that are asked for. @throws AppError `invalid_request` where they run backwards */
function isWithin ({ from, to }: Days): (one: { on: string }) => boolean {
  if (from != null && to != null && from > to) throw refusedParameter('to', `lies before from, ${from}`)
  return ({ on }) => (from == null || on >= from) && (to == null || on <= to)
}

async function goalsOf ({ id, at }: PlanRecord, filter: Adopting, context: Context): Promise<GoalRecord[]> {
  const nationalGoals = await adopted(filter, context)
  if (at !== undefined) return goalsAt(at, nationalGoals)
  return nationalGoals === null ? context.loaders.goalsOfPlan(id) : context.loaders.goalsAdopting({ plan: id, nationalGoals })
}

async function targetsOf ({ id, at }: PlanRecord, filter: Adopting, context: Context): Promise<TargetRecord[]> {
  const nationalGoals = await adopted(filter, context)
  if (at !== undefined) return targetsAt(at, goalsAt(at, nationalGoals))
  return nationalGoals === null ? context.loaders.targetsOfPlan(id) : context.loaders.targetsAdopting({ plan: id, nationalGoals })
}

export const Plan = {
  kommune: kommuneOf,
  planStatus: ({ status }: PlanRecord) => status,
  umbrella: ({ umbrella }: PlanRecord, _: unknown, { loaders }: Context) => umbrella === null ? null : loaders.plan(umbrella),
  goals: goalsOf,
  targets: targetsOf,
  commitments: commitmentsOf,
  notes: notesOf,
  versions: ({ id }: PlanRecord, page: PageArguments, { services, actor, budget }: Context) => {
    // Read plan by plan, so it costs as much as what is computed.
    budget.spend(STATUS_COST)
    return connection(page, { plan: id }, 1, paging => budget.within(() => services.plans.versions(actor, id, paging)), ({ version }) => [String(version)])
  },
  status: (plan: PlanRecord, when: When, { loaders }: Context) => loaders.planStatus(plan, given(when))
}

export const PlanVersion = { planStatus: ({ status }: Pick<PlanRecord, 'status'>) => status }

export const Relation = { plan: planOf }

export const Goal = {
  plan: planOf,
  kommune: kommuneOf,
  nationalGoals: async ({ nationalGoals }: GoalRecord, _: unknown, { loaders }: Context) => {
    const adoptedGoals = new Set(nationalGoals)
    return nationalGoals.length === 0 ? [] : (await loaders.everyNationalGoal()).filter(goal => adoptedGoals.has(goal.id))
  },
  objectives: objectivesOf,
  initiatives: initiativesOf,
  targets: (goal: GoalRecord, _: unknown, { loaders }: Context) => goal.at === undefined ? loaders.targetsOfGoal(goal.id) : targetsAt(goal.at, [goal]),
  status: (goal: GoalRecord, when: When, { loaders }: Context) => loaders.goalStatus(goal, given(when))
}

export const Target = {
  plan: planOf,
  goal: ({ goal, at }: TargetRecord, _: unknown, { loaders }: Context) => at === undefined ? loaders.goal(goal) : goalsAt(at).find(one => one.id === goal),
  kommune: kommuneOf,
  indicator: indicatorOf,
  ruleKind: ({ rule }: TargetRecord) => rule.kind,
  deliverables: async ({ id }: TargetRecord, { done }: { done?: boolean | null }, { loaders }: Context) => (await loaders.deliverablesOfTarget(id)).filter(({ doneOn }) => done == null || done === (doneOn !== null)),
  comments: async ({ id }: TargetRecord, { knownAt, ...days }: { knownAt?: string | null } & Days, { loaders }: Context) => (await loaders.commentsOfTarget(id, knownAt ?? null)).filter(isWithin(days)),
  assessments: async ({ id }: TargetRecord, { status, ...days }: { status?: string[] | null } & Days, { loaders }: Context) => (await loaders.assessmentsOfTarget(id)).filter(one => isWithin(days)(one) && (status?.includes(one.status) ?? true)),
  status: (target: TargetRecord, when: When, { loaders }: Context) => loaders.targetStatus(target, given(when)),
  requiredPace: (target: TargetRecord, when: When, { loaders }: Context) => loaders.requiredPace({ target, when: given(when) })
}

export const Rule = {
  indicator: (rule: RuleOfTarget, args: unknown, context: Context) => indicatorOf('indicator' in rule ? rule : {}, args, context)
}

export const Benchmark = {
  area: async ({ area }: BenchmarkOfRule, _: unknown, { loaders }: Context) => area === undefined ? null : (await loaders.areas()).resolve(area),
  indicator: indicatorOf
}

export const Deliverable = { target: targetOf }
export const Assessment = { target: targetOf }
export const Comment = { target: targetOf }
