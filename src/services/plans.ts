import { isDeepStrictEqual } from 'node:util'
import { notFound } from '../domain/errors.ts'
import type { PlanDocument } from '../domain/plan.ts'
import { type Actor, draftsSeenBy } from './actor.ts'
import { closedList, DEFAULT_LIMIT, holdsWords, isDescending, numberOf, type Page, pageOf, questionOf, readCursor } from './lists.ts'
import type { Memory } from './memory.ts'
import { PLAN_SORT_KEYS, type PlanQuery, type TargetQuery, type VersionQuery } from './plan-queries.ts'
import type { PlanWrite, PlanWriteOptions, PlanWriter } from './plan-writer.ts'
import { type Reference, refusedParameter, unknownParameter } from './reference.ts'
import type { GoalFilter, GoalRecord, PlanAtVersion, PlanRecord, PlanVersion, Stores, TargetFilter, TargetRecord } from '../../db/stores/index.ts'

export type WholeGoal = GoalRecord & { targets: TargetRecord[] }
export type WholePlan = PlanRecord & { goals: WholeGoal[] }

/** What a put of a plan did, or would do. */
export type PlanPut = Omit<PlanWrite, 'item' | 'validateOnly'> & { dryRun: boolean }
export type PlanPutOptions = Omit<PlanWriteOptions, 'validateOnly'> & { dryRun?: boolean }

/** Plans with their goals and targets. Drafts are there only for those who may read them. */
export function createPlanService ({ stores, reference, writer, memory }: { stores: Pick<Stores, 'plans'>, reference: Reference, writer: PlanWriter, memory: Memory }) {
  const seen = (actor: Actor): { includeDrafts: boolean | readonly string[] } => ({ includeDrafts: draftsSeenBy(actor) })

  /** What a question finds, from memory where it was asked before. */
  async function remembered<Question extends object, T> (kind: string, question: Question, read: (question: Question) => Promise<T>): Promise<T> {
    const { thing } = await memory.recall()
    return await thing(`${kind} ${JSON.stringify(question)}`, () => read(question))
  }

  /** Targets as they are read, each the same object however it was asked for: what it was last found to be is known by it, see judging.ts. */
  async function sameTargets (found: TargetRecord[]): Promise<TargetRecord[]> {
    const { thing } = await memory.recall()
    const known = await thing('every target', async () => new Map<string, TargetRecord>())
    return found.map(target => {
      const before = known.get(target.id)
      if (before !== undefined && isDeepStrictEqual(before, target)) return before
      known.set(target.id, target)
      return target
    })
  }

  /** @throws AppError `invalid_request` naming a parameter whose value does not exist */
  async function list (actor: Actor, query: PlanQuery): Promise<Page<PlanRecord>> {
    const { kind, status, on, from, to, q } = query
    if (from !== undefined && to !== undefined && from > to) throw refusedParameter('to', `lies before from, ${from}`)
    const kommuner = await reference.kommuneIds('kommune', query.kommune)
    const ids = await plansWith(actor, query)
    const found = await stores.plans.find({ ...seen(actor), ...ids && { ids }, ...kommuner && { kommuner }, ...kind && { kinds: kind }, ...status && { statuses: status } })
    const isWanted = ({ id, title, period }: PlanRecord): boolean =>
      (on === undefined || (period.from <= on && on <= period.to)) && (from === undefined || period.to >= from) && (to === undefined || period.from <= to) && holdsWords(q, [id, title])
    return closedList(found.filter(isWanted), PLAN_SORT_KEYS, { ...query, of: 'plans' })
  }

  /** The plans that have a goal and a target as the query wants them; undefined where it does not say. */
  async function plansWith (actor: Actor, { nationalGoal, indicator }: PlanQuery): Promise<string[] | undefined> {
    const nationalGoals = await reference.nationalGoalIds('nationalGoal', nationalGoal)
    const indicators = (await reference.indicatorsNamed('indicator', indicator))?.map(({ id }) => id)
    const adopting = nationalGoals && (await findGoals(actor, { nationalGoals })).map(one => one.plan)
    const reading = indicators && (await findTargets(actor, { indicators })).map(one => one.plan)
    return adopting && reading ? adopting.filter(id => reading.includes(id)) : adopting ?? reading
  }

  /** @throws AppError `not_found` */
  async function get (actor: Actor, plan: string): Promise<PlanRecord> {
    const [record] = await find(actor, { ids: [plan] })
    if (record === undefined) throw notFound('plan', plan)
    return record
  }

  /** The plans that there are of some ids or kommuner, for callers that gather them. */
  const find = (actor: Actor, filter: { ids?: readonly string[], kommuner?: readonly string[] }): Promise<readonly PlanRecord[]> => remembered('plans', { ...filter, ...seen(actor) }, stores.plans.find)
  const findGoals = (actor: Actor, filter: Omit<GoalFilter, 'includeDrafts'>): Promise<readonly GoalRecord[]> => remembered('goals', { ...filter, ...seen(actor) }, stores.plans.goals)
  const findTargets = (actor: Actor, filter: Omit<TargetFilter, 'includeDrafts'>): Promise<readonly TargetRecord[]> =>
    remembered('targets', { ...filter, ...seen(actor) }, async one => await sameTargets(await stores.plans.targets(one)))

  /** A version of the document, the current one unless another is named. @throws AppError `not_found` */
  async function document (actor: Actor, plan: string, version?: number): Promise<{ document: PlanDocument, version: number }> {
    const current = await get(actor, plan)
    const found = await stores.plans.document(plan, version ?? current.version)
    if (found === undefined || !mayRead(actor, { status: found.status, kommune: found.document.kommune })) throw notFound('version of the plan', `${plan}/${version ?? current.version}`)
    return { document: found.document, version: found.version }
  }

  /** The plan with its goals and targets, as it is or as it stood at a version. @throws AppError `not_found` for a version that there is not, or that is a draft of others */
  async function atVersion (actor: Actor, plan: string, version?: number): Promise<PlanAtVersion> {
    const current = await get(actor, plan)
    // The current one by its number too: goals and targets that are read for themselves may be of a later version.
    const found = await remembered('version', { plan, version: version ?? current.version }, async one => {
      const read = await stores.plans.atVersion(one.plan, one.version)
      return read && { ...read, targets: await sameTargets(read.targets) }
    })
    if (found === undefined || !mayRead(actor, found.plan)) throw notFound('version of the plan', `${plan}/${version ?? current.version}`)
    return found
  }

  /** Who put each version, when and why, the latest first unless they are sorted otherwise. Versions that were drafts are told of only to those who may read them. @throws AppError `not_found` */
  async function versions (actor: Actor, plan: string, query: VersionQuery): Promise<Page<PlanVersion>> {
    const { limit = DEFAULT_LIMIT, cursor, sort = '-version' } = query
    const { kommune } = await get(actor, plan)
    const question = questionOf({ ...query, plan })
    const after = cursor === undefined ? undefined : numberOf(readCursor(cursor, 1, question)[0])
    const found = await stores.plans.versions(plan, { limit: limit + 1, ...after !== undefined && { after }, ascending: !isDescending(sort) })
    const page = pageOf(found, limit, one => [String(one.version)], question)
    return { ...page, items: page.items.filter(one => mayRead(actor, { ...one, kommune })) }
  }

  /** The version of the plan that a goal or target stands in; read before it, so that it is never newer than what is read. */
  const versionOf = async (actor: Actor, item: string): Promise<number | undefined> =>
    (await find(actor, { ids: [item.split('.', 1)[0] ?? item] }))[0]?.version

  /** @throws AppError `not_found` */
  async function goal (actor: Actor, goalId: string): Promise<GoalRecord> {
    const [record] = await findGoals(actor, { ids: [goalId] })
    if (record === undefined) throw notFound('goal', goalId)
    return record
  }

  /** @throws AppError `not_found` */
  async function target (actor: Actor, targetId: string): Promise<TargetRecord> {
    const [record] = await findTargets(actor, { ids: [targetId] })
    if (record === undefined) throw notFound('target', targetId)
    return record
  }

  /** The plan with its goals, and each of those with its targets, as it is or as it stood at a version. @throws AppError `not_found` */
  async function whole (actor: Actor, plan: string, version?: number): Promise<WholePlan> {
    const { plan: record, goals, targets: all } = await atVersion(actor, plan, version)
    const byGoal = Map.groupBy(all, one => one.goal)
    return { ...record, goals: goals.map(one => ({ ...one, targets: byGoal.get(one.id) ?? [] })) }
  }

  /** The goal with its targets. @throws AppError `not_found` */
  async function wholeGoal (actor: Actor, goalId: string): Promise<WholeGoal> {
    return { ...await goal(actor, goalId), targets: [...await findTargets(actor, { goals: [goalId] })] }
  }

  /** @throws AppError `invalid_request` naming a parameter whose value does not exist */
  async function targets (actor: Actor, query: TargetQuery): Promise<Page<TargetRecord>> {
    const { limit = DEFAULT_LIMIT, cursor, sort = 'plan' } = query
    const filter = await targetFilter(actor, query)
    const question = questionOf(query)
    const after = cursor === undefined ? undefined : readCursor(cursor, 1, question)[0] ?? undefined
    const found = await stores.plans.targets(filter, { limit: limit + 1, ...after !== undefined && { after }, descending: isDescending(sort) })
    return pageOf(found, limit, one => [one.id], question)
  }

  /** What a query of targets means to the store. @throws AppError `invalid_request` naming a parameter whose value does not exist */
  async function targetFilter (actor: Actor, query: Omit<TargetQuery, 'limit' | 'cursor' | 'sort'>): Promise<TargetFilter> {
    const { plan, goal, ruleKind, planKind, planStatus, on } = query
    await requireAll('plan', plan, ids => find(actor, { ids }), 'see /v1/plans')
    await requireAll('goal', goal, ids => findGoals(actor, { ids }), 'see the goals of /v1/plans/{id}')
    const kommuner = await reference.kommuneIds('kommune', query.kommune)
    const indicators = await reference.indicatorsNamed('indicator', query.indicator)
    const nationalGoals = await reference.nationalGoalIds('nationalGoal', query.nationalGoal)
    return {
      ...seen(actor),
      ...plan && { plans: plan },
      ...goal && { goals: goal },
      ...kommuner && { kommuner },
      ...indicators && { indicators: indicators.map(({ id }) => id) },
      ...nationalGoals && { nationalGoals },
      ...ruleKind && { ruleKinds: ruleKind },
      ...planKind && { planKinds: planKind },
      ...planStatus && { planStatuses: planStatus },
      ...on !== undefined && { on }
    }
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

  return { list, get, whole, find, findGoals, findTargets, document, atVersion, versions, versionOf, goal, wholeGoal, target, targets, targetFilter, putDocument }
}

export type PlanService = ReturnType<typeof createPlanService>

/** @throws AppError `invalid_request` naming the first of some ids that is not found */
async function requireAll (name: string, ids: readonly string[] | undefined, find: (ids: readonly string[]) => Promise<readonly { id: string }[]>, remedy: string): Promise<void> {
  if (ids === undefined) return
  const found = new Set((await find(ids)).map(({ id }) => id))
  const unknown = ids.find(id => !found.has(id))
  if (unknown !== undefined) throw unknownParameter(name, unknown, name, remedy)
}

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
