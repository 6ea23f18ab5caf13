import { z } from 'zod'
import { notFound } from '../domain/errors.ts'
import { PLAN_KINDS, PLAN_STATUSES, type PlanDocument } from '../domain/plan.ts'
import { type Actor, draftsSeenBy } from './actor.ts'
import { day, wholeNumber } from './input.ts'
import { closedList, DEFAULT_LIMIT, type Page, pageOf, paging, readCursor, sortBy } from './lists.ts'
import type { PlanWrite, PlanWriteOptions, PlanWriter } from './plan-writer.ts'
import { type Reference, unknownParameter } from './reference.ts'
import type { GoalFilter, GoalRecord, PlanAtVersion, PlanRecord, PlanVersion, Stores, TargetFilter, TargetRecord } from '../../db/stores/index.ts'

const id = z.string().min(1).max(160)
export const planQuery = z.strictObject({
  kommune: id.optional().meta({ description: 'Only plans of this kommune.' }),
  kind: z.enum(PLAN_KINDS).optional().meta({ description: 'Only plans of this kind.' }),
  status: z.enum(PLAN_STATUSES).optional().meta({ description: 'Only plans of this status; drafts need the scope drafts:read.' }),
  on: day.optional().meta({ description: 'Only plans whose period covers this day.' }),
  ...paging,
  sort: sortBy(['id', 'title', 'kommune', 'from'])
})
export type PlanQuery = z.output<typeof planQuery>

export const targetQuery = z.strictObject({
  plan: id.optional().meta({ description: 'Only targets of this plan.' }),
  goal: id.optional().meta({ description: 'Only targets of this goal.' }),
  kommune: id.optional().meta({ description: 'Only targets of this kommune\'s plans.' }),
  indicator: id.optional().meta({ description: 'Only targets that read this indicator, benchmarks included.' }),
  nationalGoal: id.optional().meta({ description: 'Only targets of goals that adopt this national goal.' }),
  ...paging
})
export type TargetQuery = z.output<typeof targetQuery>

export const versionQuery = z.strictObject({ version: wholeNumber(1, 999_999_999, 'The plan as it stood at this version; the current one if absent.') })
export const versionsQuery = z.strictObject(paging)
export type VersionQuery = z.output<typeof versionsQuery>

export type WholeGoal = GoalRecord & { targets: TargetRecord[] }
export type WholePlan = PlanRecord & { goals: WholeGoal[] }

/** What a put of a plan did, or would do. */
export type PlanPut = Omit<PlanWrite, 'item' | 'validateOnly'> & { dryRun: boolean }
export type PlanPutOptions = Omit<PlanWriteOptions, 'validateOnly'> & { dryRun?: boolean }

const SORT_KEYS = { id: (plan: PlanRecord) => plan.id, title: (plan: PlanRecord) => plan.title, kommune: (plan: PlanRecord) => plan.kommune, from: (plan: PlanRecord) => plan.period.from }

/** Plans with their goals and targets. Drafts are there only for those who may read them. */
export function createPlanService ({ stores, reference, writer }: { stores: Pick<Stores, 'plans'>, reference: Reference, writer: PlanWriter }) {
  const seen = (actor: Actor): { includeDrafts: boolean | readonly string[] } => ({ includeDrafts: draftsSeenBy(actor) })

  async function list (actor: Actor, query: PlanQuery): Promise<Page<PlanRecord>> {
    const { kommune, kind, status, on } = query
    const found = await stores.plans.find({
      ...seen(actor),
      ...kommune !== undefined && { kommuner: [(await reference.kommuneParameter('kommune', kommune)).id] },
      ...kind && { kinds: [kind] },
      ...status && { statuses: [status] }
    })
    return closedList(found.filter(({ period }) => on === undefined || (period.from <= on && on <= period.to)), SORT_KEYS, query)
  }

  /** @throws AppError `not_found` */
  async function get (actor: Actor, plan: string): Promise<PlanRecord> {
    const [found] = await stores.plans.find({ ids: [plan], ...seen(actor) })
    if (found === undefined) throw notFound('plan', plan)
    return found
  }

  /** The plans that there are of some ids or kommuner, for callers that gather them. */
  const find = (actor: Actor, filter: { ids?: readonly string[], kommuner?: readonly string[] }): Promise<PlanRecord[]> => stores.plans.find({ ...filter, ...seen(actor) })
  const findGoals = (actor: Actor, filter: Omit<GoalFilter, 'includeDrafts'>): Promise<GoalRecord[]> => stores.plans.goals({ ...filter, ...seen(actor) })
  const findTargets = (actor: Actor, filter: Omit<TargetFilter, 'includeDrafts'>): Promise<TargetRecord[]> =>
    stores.plans.targets({ ...filter, ...seen(actor) })

  /** A version of the document, the current one unless another is named. @throws AppError `not_found` */
  async function document (actor: Actor, plan: string, version?: number): Promise<{ document: PlanDocument, version: number }> {
    const current = await get(actor, plan)
    const found = await stores.plans.document(plan, version ?? current.version)
    if (found === undefined || !mayRead(actor, { status: found.status, kommune: found.document.kommune })) throw notFound('version of the plan', `${plan}/${version ?? current.version}`)
    return { document: found.document, version: found.version }
  }

  /** The plan with its goals and targets, as it is or as it stood at a version. @throws AppError `not_found` for a version that there is not, or that is a draft of others */
  async function atVersion (actor: Actor, plan: string, version?: number): Promise<PlanAtVersion> {
    const record = await get(actor, plan)
    if (version === undefined) {
      const [goals, targets] = await Promise.all([findGoals(actor, { plans: [plan] }), findTargets(actor, { plans: [plan] })])
      return { plan: record, goals, targets }
    }
    const found = await stores.plans.atVersion(plan, version)
    if (found === undefined || !mayRead(actor, found.plan)) throw notFound('version of the plan', `${plan}/${version}`)
    return found
  }

  /** Who put each version, when and why, the latest first. Versions that were drafts are told of only to those who may read them. @throws AppError `not_found` */
  async function versions (actor: Actor, plan: string, { limit = DEFAULT_LIMIT, cursor }: VersionQuery): Promise<Page<PlanVersion>> {
    const { kommune } = await get(actor, plan)
    const before = cursor === undefined ? undefined : Number(readCursor(cursor, 1)[0])
    const found = await stores.plans.versions(plan, { limit: limit + 1, ...before !== undefined && { before: Number.isSafeInteger(before) ? before : 0 } })
    const page = pageOf(found, limit, one => [String(one.version)])
    return { ...page, items: page.items.filter(one => mayRead(actor, { ...one, kommune })) }
  }

  /** The version of the plan that a goal or target stands in; read before it, so that it is never newer than what is read. */
  const versionOf = async (actor: Actor, item: string): Promise<number | undefined> =>
    (await find(actor, { ids: [item.split('.', 1)[0] ?? item] }))[0]?.version

  /** @throws AppError `not_found` */
  async function goal (actor: Actor, goalId: string): Promise<GoalRecord> {
    const [found] = await stores.plans.goals({ ids: [goalId], ...seen(actor) })
    if (found === undefined) throw notFound('goal', goalId)
    return found
  }

  /** @throws AppError `not_found` */
  async function target (actor: Actor, targetId: string): Promise<TargetRecord> {
    const [found] = await stores.plans.targets({ ids: [targetId], ...seen(actor) })
    if (found === undefined) throw notFound('target', targetId)
    return found
  }

  /** The plan with its goals, and each of those with its targets, as it is or as it stood at a version. @throws AppError `not_found` */
  async function whole (actor: Actor, plan: string, version?: number): Promise<WholePlan> {
    const { plan: record, goals, targets: all } = await atVersion(actor, plan, version)
    const byGoal = Map.groupBy(all, one => one.goal)
    return { ...record, goals: goals.map(one => ({ ...one, targets: byGoal.get(one.id) ?? [] })) }
  }

  /** The goal with its targets. @throws AppError `not_found` */
  async function wholeGoal (actor: Actor, goalId: string): Promise<WholeGoal> {
    return { ...await goal(actor, goalId), targets: await findTargets(actor, { goals: [goalId] }) }
  }

  /** @throws AppError `invalid_request` naming a parameter whose value does not exist */
  async function targets (actor: Actor, query: TargetQuery): Promise<Page<TargetRecord>> {
    const { plan, goal: goalId, kommune, indicator, nationalGoal, limit = DEFAULT_LIMIT, cursor } = query
    if (plan !== undefined && (await find(actor, { ids: [plan] })).length === 0) throw unknownParameter('plan', plan, 'plan', 'see /v1/plans')
    if (goalId !== undefined && (await findGoals(actor, { ids: [goalId] })).length === 0) throw unknownParameter('goal', goalId, 'goal', 'see the goals of /v1/plans/{id}')
    const filter = {
      ...seen(actor),
      ...plan !== undefined && { plans: [plan] },
      ...goalId !== undefined && { goals: [goalId] },
      ...kommune !== undefined && { kommuner: [(await reference.kommuneParameter('kommune', kommune)).id] },
      ...indicator !== undefined && { indicators: [(await reference.indicatorParameter('indicator', indicator)).id] },
      ...nationalGoal !== undefined && { nationalGoals: [await reference.nationalGoalParameter('nationalGoal', nationalGoal)] }
    }
    const after = cursor === undefined ? undefined : readCursor(cursor, 1)[0] ?? undefined
    const found = await stores.plans.targets(filter, { limit: limit + 1, ...after !== undefined && { after } })
    return pageOf(found, limit, one => [one.id])
  }

  /**
   * Creates or replaces a plan by its document, as one change; the same document again changes nothing. The `$schema` by which an editor
   * completes it is not kept.
   * @throws AppError as {@link PlanWriter.write}
   */
  async function putDocument (actor: Actor, plan: string, input: unknown, { dryRun, ...options }: PlanPutOptions = {}): Promise<PlanPut> {
    const { validateOnly, item: _, ...put } = await writer.write(actor, plan, () => ({ document: withoutSchema(input) }), { ...options, ...dryRun !== undefined && { validateOnly: dryRun } })
    return { ...put, dryRun: validateOnly }
  }

  return { list, get, whole, find, findGoals, findTargets, document, atVersion, versions, versionOf, goal, wholeGoal, target, targets, putDocument }
}

export type PlanService = ReturnType<typeof createPlanService>

function withoutSchema (input: unknown): unknown {
  if (typeof input !== 'object' || input === null || !('$schema' in input) || typeof input.$schema !== 'string') return input
  const { $schema: _, ...document } = input
  return document
}

/** Whether the actor may read what is, or was, of this status. */
function mayRead (actor: Actor, { status, kommune }: Pick<PlanRecord, 'status' | 'kommune'>): boolean {
  const drafts = draftsSeenBy(actor)
  return status !== 'draft' || (typeof drafts === 'boolean' ? drafts : drafts.includes(kommune))
}
