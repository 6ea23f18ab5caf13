import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { AppError } from '../domain/errors.ts'
import type { Indicator } from '../domain/indicator.ts'
import type { NationalGoal } from '../domain/national-goal.ts'
import { PLAN_KINDS, PLAN_STATUSES, type PlanStatus } from '../domain/plan.ts'
import { JUDGEMENTS, STATUSES } from '../domain/status/status.ts'
import { RULE_KINDS } from '../domain/target.ts'
import type { Actor } from './actor.ts'
import { anyOf, day, flag, wholeNumber } from './input.ts'
import { closedList, DEFAULT_LIMIT, type Page, paging, sortBy } from './lists.ts'
import type { PlanService } from './plans.ts'
import { type Reference, unknownParameter } from './reference.ts'
import { GROUP_FIELDS, groupsOf, type StatusGroup, type Summary, summaryOf } from './status-groups.ts'
import { type StatusService, statusQuery, type TargetStatus } from './status.ts'
import { createTurns } from './turns.ts'
import type { GoalRecord, PlanRecord, Stores, TargetRecord } from '../../db/stores/index.ts'

/** The most statuses of one answer: those of the whole country. */
export const MOST_STATUSES = 2_000
/** So many answers are made at once, whoever asks; others are served in between. */
const AT_ONCE = 2
const MOST_WAITING = 1_000
/** What counts unless it is said otherwise: what was adopted, whatever its year. Drafts are no promise yet, and what was withdrawn is one no more. */
const USUAL_STATUSES: PlanStatus[] = ['adopted', 'closed']

const id = z.string().min(1).max(160)
const goalNumber = z.string().regex(/^[1-9]\d?$/, { error: 'is not the number of a national goal: write one from 1 to 99' }).transform(Number).meta({ type: 'integer', minimum: 1, maximum: 99, pattern: undefined })
export const statusesQuery = z.strictObject({
  ...statusQuery.shape,
  kommune: anyOf(id, 'Only targets of this kommune\'s plans.'),
  plan: anyOf(id, 'Only targets of this plan.'),
  goal: anyOf(id, 'Only targets of this goal.'),
  target: anyOf(id, 'Only this target.'),
  indicator: anyOf(id, 'Only targets that read this indicator, benchmarks included.'),
  nationalGoal: anyOf(id, 'Only targets of goals that adopt this national goal.'),
  nationalGoalNumber: anyOf(goalNumber, 'Only targets of goals that adopt a national goal of this number, whatever its year.'),
  ruleKind: anyOf(z.enum(RULE_KINDS), 'Only targets that are judged by this kind of rule.'),
  planKind: anyOf(z.enum(PLAN_KINDS), 'Only targets of plans of this kind.'),
  planStatus: anyOf(z.enum(PLAN_STATUSES), 'Only targets of plans of this status; adopted and closed ones if absent. Drafts need the scope drafts:read.'),
  inForceOn: day.optional().meta({ description: 'Only targets of plans whose period covers this day; plans of every year if absent.' }),
  status: anyOf(z.enum(STATUSES), 'Only targets that have this status.'),
  provisional: anyOf(z.enum(JUDGEMENTS), 'Only targets that await data and would have this status as things stand.'),
  final: flag('Only targets whose status is decided by figures that are not provisional, or only the others.'),
  late: flag('Only milestones that were done after the deadline, or only the others.'),
  stale: flag('Only targets with a newer figure that ought to be out by now, or only the others.'),
  groupBy: anyOf(z.enum(GROUP_FIELDS), 'Group by this.').meta({ description: 'What to group by. Several with commas between: each combination is a group. A target under several national goals is in the group of each, and one under none in that of null; the total counts each once. Regions and RAR are those that the kommune belongs to on `asOf`.' }),
  limit: wholeNumber(0, MOST_STATUSES, `Items a page: 0 (the total and the groups alone) to ${MOST_STATUSES}; ${DEFAULT_LIMIT} if absent.`),
  cursor: paging.cursor,
  sort: sortBy(['target', 'kommune', 'status'])
})
export type StatusesQuery = z.output<typeof statusesQuery>

/** What a status is of, so that a list of them can be shown without asking for more. */
export type Subject = {
  code: string
  title: string
  segment: string | null
  kommune: { id: string, name: string }
  plan: Pick<PlanRecord, 'id' | 'title' | 'kind' | 'status' | 'period'>
  goal: Pick<GoalRecord, 'id' | 'code' | 'title' | 'nationalGoals'>
  indicator: Pick<Indicator, 'id' | 'name' | 'unit' | 'decimals'> | null
}
export type StatusItem = TargetStatus & { subject: Subject }
/** `total` and `groups` are of all that the filter lets through, `items` a page of it; `groups` is null where none were asked for. */
export type Statuses = { asOf: string, knownAt: string, total: Summary, groups: StatusGroup[] | null } & Page<StatusItem>

type Sortable = { id: string, item: StatusItem }
const SORT_KEYS = {
  target: ({ id }: Sortable) => id,
  kommune: ({ item }: Sortable) => item.subject.kommune.name,
  status: ({ item }: Sortable) => String(STATUSES.indexOf(item.status))
}

type Found = { targets: TargetRecord[], plans: Map<string, PlanRecord>, goals: Map<string, GoalRecord> }

/** The statuses of the targets of all kommuner, filtered and grouped. */
export function createStatusesService ({ stores, plans, status, reference }: { stores: Pick<Stores, 'nationalGoals'>, plans: PlanService, status: StatusService, reference: Reference }) {
  const turns = createTurns(AT_ONCE, MOST_WAITING, 'The statuses of the country are asked for by many at this moment: ask again in a moment.')

  /**
   * How all targets stand that a filter lets through. The number of queries does not grow with them, but for one for every 500 series.
   * @param beforeJudging is told how many targets are about to be judged, and may throw
   * @throws AppError `invalid_request` naming a parameter whose value does not exist
   */
  const list = (actor: Actor, query: StatusesQuery, beforeJudging?: (targets: number) => void): Promise<Statuses> => turns.take(async () => {
    await setImmediate()
    return await statusesOf(actor, query, beforeJudging)
  })

  async function statusesOf (actor: Actor, query: StatusesQuery, beforeJudging?: (targets: number) => void): Promise<Statuses> {
    const { asOf, knownAt } = status.asked(query)
    const everyGoal = await stores.nationalGoals.all()
    const wanted = wantedGoals(everyGoal, query)
    const found = await find(actor, query, wanted)
    beforeJudging?.(found.targets.length)
    const [judged, indicators, { all: areas, resolve }] = await Promise.all([
      status.forTargets(found.targets, { asOf, ...query.knownAt !== undefined && { knownAt: query.knownAt } }),
      reference.indicators(found.targets.flatMap(target => target.indicator ?? [])),
      reference.areas()
    ])
    const subject = (target: TargetRecord): Subject => subjectOf(target, found, indicators.get(target.indicator ?? ''), resolve(target.kommune)?.name ?? target.kommune)
    const items = judged.flatMap((one, at) => isWanted(one, query) ? [{ ...one, subject: subject(found.targets[at] as TargetRecord) }] : [])
    const page = closedList(items.map((item): Sortable => ({ id: item.target, item })), SORT_KEYS, { sort: 'target', ...query, limit: query.limit ?? DEFAULT_LIMIT, of: 'statuses' })
    return {
      asOf,
      knownAt: judged[0]?.knownAt ?? knownAt,
      total: summaryOf(items),
      groups: query.groupBy === undefined ? null : groupsOf(items, query.groupBy, { areas, nationalGoals: everyGoal, wanted, asOf }),
      items: page.items.map(({ item }) => item),
      nextCursor: page.nextCursor
    }
  }

  /** The targets that the filter lets through before they are judged, with their plans and goals. */
  async function find (actor: Actor, query: StatusesQuery, wanted: ReadonlySet<string> | null): Promise<Found> {
    const { goal, target, ruleKind } = query
    // One after the other, so that of two unknown names the same is told each time.
    const shown = await findPlans(actor, query)
    const indicators = await reference.indicatorsNamed('indicator', query.indicator)
    const filter = { plans: shown.map(one => one.id) }
    const [goals, targets, named] = await Promise.all([
      plans.findGoals(actor, goal === undefined ? filter : { ids: goal }),
      plans.findTargets(actor, {
        ...filter,
        ...goal && { goals: goal },
        ...target && { ids: target },
        ...indicators && { indicators: indicators.map(one => one.id) },
        ...wanted && { nationalGoals: [...wanted] },
        ...ruleKind && { ruleKinds: ruleKind }
      }),
      target === undefined ? [] : plans.findTargets(actor, { ids: target })
    ])
    requireAll(goal, goals, one => unknownParameter('goal', one, 'goal', 'see the goals of /v1/plans/{id}'))
    requireAll(target, named, one => unknownParameter('target', one, 'target', 'see /v1/targets'))
    // Read one after the other, so a plan that is changed between may show a target whose goal is not there: it is not told of this time.
    const known = { plans: byId(shown), goals: byId(goals) }
    return { ...known, targets: targets.filter(one => known.plans.has(one.plan) && known.goals.has(one.goal)) }
  }

  async function findPlans (actor: Actor, { kommune, plan, planKind, planStatus = USUAL_STATUSES, inForceOn }: StatusesQuery): Promise<PlanRecord[]> {
    const kommuner = await reference.kommuneIds('kommune', kommune)
    const found = await plans.find(actor, plan === undefined ? { ...kommuner && { kommuner } } : { ids: plan })
    requireAll(plan, found, one => unknownParameter('plan', one, 'plan', 'see /v1/plans'))
    return found.filter(one => planStatus.includes(one.status) && (planKind?.includes(one.kind) ?? true) && (kommuner?.includes(one.kommune) ?? true) &&
      (inForceOn === undefined || (one.period.from <= inForceOn && inForceOn <= one.period.to)))
  }

  return { list }
}

export type StatusesService = ReturnType<typeof createStatusesService>

const byId = <T extends { id: string }>(things: readonly T[]): Map<string, T> => new Map(things.map(thing => [thing.id, thing]))

/** @throws what `refusal` makes of the first id that is not among the things */
function requireAll (ids: readonly string[] | undefined, things: readonly { id: string }[], refusal: (id: string) => AppError): void {
  const known = new Set(things.map(thing => thing.id))
  const unknown = ids?.find(one => !known.has(one))
  if (unknown !== undefined) throw refusal(unknown)
}

/** The ids of the national goals that are asked for; null where none are. @throws AppError `invalid_request` */
function wantedGoals (all: readonly NationalGoal[], { nationalGoal: ids, nationalGoalNumber: numbers }: StatusesQuery): ReadonlySet<string> | null {
  requireAll(ids, all, one => unknownParameter('nationalGoal', one, 'national_goal', 'see /v1/national-goals'))
  const unknown = numbers?.find(number => !all.some(goal => goal.number === number))
  if (unknown !== undefined) throw unknownParameter('nationalGoalNumber', String(unknown), 'national_goal', 'see /v1/national-goals')
  if (ids === undefined && numbers === undefined) return null
  return new Set(all.filter(goal => (ids?.includes(goal.id) ?? true) && (numbers?.includes(goal.number) ?? true)).map(goal => goal.id))
}

function isWanted (one: TargetStatus, { status, provisional, final, late, stale }: StatusesQuery): boolean {
  return (status?.includes(one.status) ?? true) && (provisional === undefined || (one.provisional !== null && provisional.includes(one.provisional))) &&
    one.final === (final ?? one.final) && one.late === (late ?? one.late) && one.stale === (stale ?? one.stale)
}

/** The casts hold because targets without their plan and goal were left out. */
function subjectOf ({ code, title, segment, kommune, plan, goal }: TargetRecord, { plans, goals }: Found, indicator: Indicator | undefined, kommuneName: string): Subject {
  const { id, title: planTitle, kind, status, period } = plans.get(plan) as PlanRecord
  const adopted = goals.get(goal) as GoalRecord
  return {
    code,
    title,
    segment,
    kommune: { id: kommune, name: kommuneName },
    plan: { id, title: planTitle, kind, status, period },
    goal: { id: goal, code: adopted.code, title: adopted.title, nationalGoals: adopted.nationalGoals },
    indicator: indicator === undefined ? null : { id: indicator.id, name: indicator.name, unit: indicator.unit, decimals: indicator.decimals }
  }
}
