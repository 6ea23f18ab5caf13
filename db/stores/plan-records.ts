import { type DateRange, type GoalDocument, type Initiative, type Commitment, type Note, type Objective, type PaceLimits, type PlanDocument, type PlanStatus, type Relation, type Source, type Swot, type SwotEntry, itemId } from '../../src/domain/plan.ts'
import type { Coded } from '../../src/domain/plan-codes.ts'
import type { TargetDocument } from '../../src/domain/target.ts'

/** The same type with nothing left out. */
type Filled<T> = { [K in keyof T]-?: Exclude<T[K], undefined> }
type FilledSwot = { [K in keyof Swot]: Filled<SwotEntry>[] }

/** A plan as it stands: its document without goals, every optional field filled. `version` counts from 1. */
export type PlanRecord = Omit<Filled<PlanDocument>, 'goals' | 'paceLimits' | 'swot' | 'sources' | 'commitments' | 'relations' | 'notes'> & {
  paceLimits: PaceLimits | null
  swot: FilledSwot | null
  sources: Filled<Source>[]
  commitments: Filled<Commitment>[]
  relations: Filled<Relation>[]
  notes: Filled<Note>[]
  version: number
  recordedAt: string
}

/** A goal as it stands: its document without targets, every optional field filled. `id` is plan.code; without a period of its own it has the plan's. */
export type GoalRecord = Omit<Filled<GoalDocument>, 'targets' | 'period' | 'objectives' | 'initiatives'> & {
  id: string
  plan: string
  kommune: string
  period: DateRange
  objectives: Filled<Objective>[]
  initiatives: Filled<Initiative>[]
}

/** A target as it stands, every optional field filled. `id` is plan.code, `goal` the goal's id, `paceLimits` the plan's own, null where it has none. */
export type TargetRecord = Filled<TargetDocument> & {
  id: string
  plan: string
  goal: string
  kommune: string
  planStatus: PlanStatus
  paceLimits: PaceLimits | null
}

/** A version of a plan as it stood, with its goals and targets. */
export type PlanAtVersion = { plan: PlanRecord, goals: GoalRecord[], targets: TargetRecord[] }

/** What the plan's row keeps: the document without its goals, and the codes that earlier versions used and this one does not. */
export type KeptPlan = Omit<PlanDocument, 'goals'> & { retired?: Coded[] }

/**
 * The records are filled when read, not when put, so that a field which is added later is never missing.
 * What the tables keep is the plan without its goals, the goal without its targets, and the target.
 */
export function fillPlan ({ retired: _, ...plan }: KeptPlan, version: number, recordedAt: string): PlanRecord {
  return {
    ...plan,
    status: statusOf(plan),
    adoptedBy: plan.adoptedBy ?? null,
    adoptedOn: plan.adoptedOn ?? null,
    umbrella: plan.umbrella ?? null,
    mandatedByLaw: plan.mandatedByLaw ?? false,
    paceLimits: plan.paceLimits ?? null,
    sources: (plan.sources ?? []).map(withLocation),
    commitments: (plan.commitments ?? []).map(commitment => ({ ...withLocation(commitment), per: commitment.per ?? null, due: commitment.due ?? null })),
    swot: plan.swot ? fillSwot(plan.swot) : null,
    relations: (plan.relations ?? []).map(relation => ({ ...withLocation(relation), plan: relation.plan ?? null })),
    notes: (plan.notes ?? []).map(withLocation),
    version,
    recordedAt
  }
}

/** @param goal as kept, so with a period */
export function fillGoal (plan: string, kommune: string, goal: Omit<GoalDocument, 'targets'> & { period: DateRange }): GoalRecord {
  return {
    ...withLocation(goal),
    id: itemId(plan, goal.code),
    plan,
    kommune,
    summary: goal.summary ?? null,
    nationalGoals: goal.nationalGoals ?? [],
    objectives: (goal.objectives ?? []).map(withLocation),
    initiatives: (goal.initiatives ?? []).map(initiative => ({
      ...withLocation(initiative),
      summary: initiative.summary ?? null,
      group: initiative.group ?? null,
      status: initiative.status ?? 'planned'
    }))
  }
}

export function fillTarget (place: Pick<TargetRecord, 'plan' | 'goal' | 'kommune' | 'planStatus' | 'paceLimits'>, target: TargetDocument): TargetRecord {
  return {
    ...withLocation(target),
    ...place,
    id: itemId(place.plan, target.code),
    indicator: target.indicator ?? null,
    segment: target.segment ?? null,
    population: target.population ?? null,
    followUp: target.followUp ?? null
  }
}

/** The records that a document was, or would be, read as. */
export function recordsOf (document: PlanDocument, version: number, recordedAt: string): PlanAtVersion {
  const { goals, ...head } = document
  const { id, kommune, period } = document
  const place = { plan: id, kommune, planStatus: statusOf(document), paceLimits: document.paceLimits ?? null }
  return {
    plan: fillPlan(head, version, recordedAt),
    goals: goals.map(({ targets: _, ...goal }) => fillGoal(id, kommune, { ...goal, period: goal.period ?? period })),
    targets: goals.flatMap(goal => (goal.targets ?? []).map(target => fillTarget({ ...place, goal: itemId(id, goal.code) }, target)))
  }
}

/** A plan that does not say so is a draft: nothing is shown to all before someone says that it was adopted. */
export const statusOf = (plan: Pick<PlanDocument, 'status'>): PlanStatus => plan.status ?? 'draft'

const withLocation = <T extends { location?: string | null }>(thing: T): T & { location: string | null } =>
  ({ ...thing, location: thing.location ?? null })

const fillSwot = ({ strengths, weaknesses, opportunities, threats }: Swot): FilledSwot => ({
  strengths: strengths.map(withLocation),
  weaknesses: weaknesses.map(withLocation),
  opportunities: opportunities.map(withLocation),
  threats: threats.map(withLocation)
})
