import { z } from 'zod'
import { AppError, notFound } from '../domain/errors.ts'
import { PLAN_KINDS, PLAN_STATUSES, type PlanDocument } from '../domain/plan.ts'
import { type Actor, draftsSeenBy, requireScope } from './actor.ts'
import { day, parse } from './input.ts'
import { closedList, DEFAULT_LIMIT, type Page, pageOf, paging, readCursor, sortBy } from './lists.ts'
import { checkPlan } from './plan-checks.ts'
import { diffDocuments, type DocumentChange } from './plan-diff.ts'
import { planDocument } from './plan-document.ts'
import { planEvents } from './plan-events.ts'
import { type Reference, unknownParameter } from './reference.ts'
import type { GoalFilter, GoalRecord, PlanRecord, Stores, TargetFilter, TargetRecord } from '../../db/stores/index.ts'

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

export type WholeGoal = GoalRecord & { targets: TargetRecord[] }
export type WholePlan = PlanRecord & { goals: WholeGoal[] }

/** What a put of a plan did, or would do. */
export type PlanPut = { plan: string, version: number, created: boolean, changed: boolean, dryRun: boolean, changes: DocumentChange[] }
/** `expectedVersion`: what the put was made on top of: a version, one of several, or any that there is. */
export type PlanPutOptions = { expectedVersion?: number | readonly number[] | 'any', mustBeNew?: boolean, reason?: string, dryRun?: boolean }

const SORT_KEYS = { id: (plan: PlanRecord) => plan.id, title: (plan: PlanRecord) => plan.title, kommune: (plan: PlanRecord) => plan.kommune, from: (plan: PlanRecord) => plan.period.from }
const RETRY = 'read the plan again and put your change on top of it'

/** Plans with their goals and targets. Drafts are there only for those who may read them. */
export function createPlanService ({ stores, reference, now }: { stores: Pick<Stores, 'plans' | 'nationalGoals'>, reference: Reference, now: () => Date }) {
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

  /** The current document with its version. @throws AppError `not_found` */
  async function document (actor: Actor, plan: string): Promise<{ document: PlanDocument, version: number }> {
    const { version } = await get(actor, plan)
    const found = await stores.plans.document(plan, version)
    if (found === undefined) throw notFound('plan', plan)
    return { document: found.document, version: found.version }
  }

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

  /** The plan with its goals, and each of those with its targets. @throws AppError `not_found` */
  async function whole (actor: Actor, plan: string): Promise<WholePlan> {
    const record = await get(actor, plan)
    const [goals, all] = await Promise.all([findGoals(actor, { plans: [plan] }), findTargets(actor, { plans: [plan] })])
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
   * Creates or replaces a plan by its document, as one change; the same document again changes nothing.
   * @throws AppError `invalid_request` and `unprocessable` with the place of each problem, `precondition_required`, `version_conflict`, `reason_required`
   */
  async function putDocument (actor: Actor, plan: string, input: unknown, options: PlanPutOptions = {}): Promise<PlanPut> {
    requireScope(actor, 'plans:write')
    const next: PlanDocument = parse(planDocument, input)
    if (next.id !== plan) throw new AppError('invalid_request', '/id: is not the id of the path', [{ pointer: '/id', code: 'id_mismatch', detail: `is not the id of the path, ${plan}` }])
    requireScope(actor, 'plans:write', next.kommune)
    await checkPlan(next, reference, stores)
    const before = await stores.plans.document(plan)
    checkPrecondition(plan, before?.version, options)
    if (before !== undefined) requireScope(actor, 'plans:write', before.document.kommune)
    const changes = diffDocuments(before?.document ?? {}, next)
    const outcome = { plan, created: before === undefined, changed: changes.length > 0, dryRun: options.dryRun ?? false, changes }
    if (outcome.dryRun || !outcome.changed) return { ...outcome, version: before?.version ?? 0 }
    const reason = options.reason?.trim() || null
    if (before?.document.status === 'adopted' && reason === null) {
      throw new AppError('reason_required', `The plan ${plan} is adopted: say why it changes, in reason.`, [{ pointer: '?reason', code: 'reason_required', detail: 'is needed to change an adopted plan' }])
    }
    const at = now().toISOString()
    const events = planEvents(before?.document, next, { version: (before?.version ?? 0) + 1, at, reason })
    const version = await stores.plans.put(next, { expectedVersion: before?.version ?? null, actor: actor.id, reason, at, events })
    return { ...outcome, version }
  }

  return { list, get, whole, find, findGoals, findTargets, document, goal, wholeGoal, target, targets, putDocument }
}

export type PlanService = ReturnType<typeof createPlanService>

/** What a put was made on top of must be what is there. */
function checkPrecondition (plan: string, version: number | undefined, { expectedVersion, mustBeNew = false, dryRun = false }: PlanPutOptions): void {
  if (version === undefined) {
    if (expectedVersion !== undefined) throw new AppError('version_conflict', `There is no plan ${plan} yet, so it has no version to match: put it without one.`)
    return
  }
  if (mustBeNew) throw new AppError('version_conflict', `The plan ${plan} exists already, at version ${version}.`)
  if (expectedVersion === undefined) {
    if (dryRun) return
    throw new AppError('precondition_required', `The plan ${plan} exists: send the version that you changed, ${version}, as If-Match: "${version}" (in GraphQL expectedVersion), so that nobody's change is lost.`)
  }
  if (expectedVersion === 'any' || [expectedVersion].flat().includes(version)) return
  throw new AppError('version_conflict', `The plan ${plan} is at version ${version}, and your change was made on top of another: ${RETRY}.`)
}
