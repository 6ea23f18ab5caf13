import { AppError, notFound } from '../domain/errors.ts'
import type { PlanDocument, PlanStatus } from '../domain/plan.ts'
import { type Coded, retiredCodes, reusedCodes } from '../domain/plan-codes.ts'
import { mayBecome, possibleFrom } from '../domain/plan-lifecycle.ts'
import { seriesName } from '../domain/composition.ts'
import { type Actor, draftsSeenBy, requireScope } from './actor.ts'
import { parse, summaryOf } from './input.ts'
import { auditOfPlanPut } from './plan-audit.ts'
import { type CheckedPlan, checkPlan } from './plan-checks.ts'
import { type ExpectedVersion, isExpected, versionConflict } from './plan-conflicts.ts'
import { checkDeliverables } from './plan-deliverables.ts'
import { diffDocuments, type DocumentChange } from './plan-diff.ts'
import { planDocument } from './plan-document.ts'
import { planEvents } from './plan-events.ts'
import { ownSeriesOf, type Warning, warningsOf } from './plan-warnings.ts'
import type { Reference } from './reference.ts'
import { againstReference } from './reference-changes.ts'
import type { SeriesService } from './series.ts'
import type { Stores } from '../../db/stores/index.ts'

/**
 * What a write of a plan did, or with `validateOnly` would do. `item` is the id of what was written: the plan's own, or that of one of its items.
 * `version` is the one that the plan now has (0: it is not there); `created` tells whether the item is new; `warnings` are about what was written.
 */
export type PlanWrite = { plan: string, item: string, version: number, created: boolean, changed: boolean, validateOnly: boolean, changes: DocumentChange[], warnings: Warning[] }

/** `expectedVersion`: what the change was made on top of. `mustBeNew`: there must be no such plan yet. `mustExist`: there must be one; the edit says so. */
export type PlanWriteOptions = { expectedVersion?: ExpectedVersion, mustBeNew?: boolean, mustExist?: boolean, reason?: string, validateOnly?: boolean }

/** What a plan becomes; `item` is what is written, and `pointer` where it stands in the document: places are told from there. */
export type PlanEdit = { document: unknown, item?: string, pointer?: string, created?: boolean }

/** A plan as it is before a write. */
export type CurrentPlan = { document: PlanDocument, version: number, retired: readonly Coded[] }
type Current = CurrentPlan
type Dependencies = { stores: Pick<Stores, 'followUps' | 'indicators' | 'nationalGoals' | 'plans'>, reference: Reference, series: Pick<SeriesService, 'read'>, now: () => Date }

export type PlanWriter = ReturnType<typeof createPlanWriter>

/** The one way in which plans are written, whole or piece by piece. */
export function createPlanWriter ({ stores, reference, series, now }: Dependencies) {
  /**
   * The plan as it is, for an actor who may change it, and where it is the version that was expected.
   * @throws AppError `not_found` for a draft of others, `forbidden`, `version_conflict`
   */
  async function current (actor: Actor, plan: string, { expectedVersion, mustBeNew, mustExist }: PlanWriteOptions): Promise<Current | undefined> {
    requireScope(actor, 'plans:write')
    const [found, retired] = await Promise.all([stores.plans.document(plan), stores.plans.retired(plan)])
    if (found === undefined) {
      if (expectedVersion === undefined || mustExist === true) return undefined
      throw new AppError('version_conflict', `There is no plan ${plan} yet, so it has no version to match: put it without one.`)
    }
    const { document, version } = found
    if (statusOf(document) === 'draft' && !isOwn(actor, document.kommune)) throw notFound('plan', plan)
    requireScope(actor, 'plans:write', document.kommune)
    if (mustBeNew === true) throw new AppError('version_conflict', `The plan ${plan} exists already, at version ${version}.`)
    if (expectedVersion !== undefined && !isExpected(version, expectedVersion)) throw await versionConflict(plan, expectedVersion, found, stores)
    return { document, version, retired }
  }

  /** @throws AppError `precondition_required` where a plan that exists is to be changed by someone who does not say which version they saw */
  function requireVersion (plan: string, { version }: Current, { expectedVersion, validateOnly = false }: PlanWriteOptions): void {
    if (expectedVersion !== undefined || validateOnly) return
    throw new AppError('precondition_required', `The plan ${plan} exists: send the version that you changed, ${version}, as If-Match: "${version}" (in GraphQL expectedVersion), so that nobody's change is lost.`)
  }

  /**
   * Writes a plan, as one change: what it becomes is checked whole, and nothing half done. The same document again changes nothing.
   * @param edit what the plan becomes, from what it is (undefined: there is none)
   * @throws AppError `invalid_request` and `unprocessable` with the place of each problem, `precondition_required`, `version_conflict`, `reason_required`
   */
  const write = async (actor: Actor, plan: string, edit: (before: Current | undefined) => PlanEdit, options: PlanWriteOptions = {}): Promise<PlanWrite> =>
    await againstReference(async () => await writeOnce(actor, plan, edit, options))

  async function writeOnce (actor: Actor, plan: string, edit: (before: Current | undefined) => PlanEdit, options: PlanWriteOptions): Promise<PlanWrite> {
    const before = await current(actor, plan, options)
    const { document, item = plan, pointer = '', created = before === undefined } = edit(before)
    const { next, warnings, checkedAt } = await seenFrom(pointer, async () => await checked(actor, plan, document, before))
    if (before !== undefined) requireVersion(plan, before, options)
    const changes = diffDocuments(before?.document ?? {}, next)
    const outcome = { plan, item, created, changed: changes.length > 0, validateOnly: options.validateOnly ?? false, changes, warnings: warningsFrom(pointer, warnings) }
    if (outcome.validateOnly || !outcome.changed) return { ...outcome, version: before?.version ?? 0 }
    const reason = reasonFor(before?.document, options.reason)
    return { ...outcome, version: await put(actor, { before, next, changes, reason, checkedAt }) }
  }

  async function checked (actor: Actor, plan: string, document: unknown, before: Current | undefined): Promise<Pick<CheckedPlan, 'checkedAt'> & { next: PlanDocument, warnings: Warning[] }> {
    const next: PlanDocument = parse(planDocument, document)
    if (next.id !== plan) throw new AppError('invalid_request', '/id: is not the id of the path', [{ pointer: '/id', code: 'id_mismatch', detail: `is not the id of the path, ${plan}` }])
    requireScope(actor, 'plans:write', next.kommune)
    if (before !== undefined) {
      checkAgainst(before, next)
      await checkDeliverables(before.document, next, stores)
    }
    const { areas, indicators, checkedAt } = await checkPlan(next, reference, stores)
    const figures = new Set((await series.read(ownSeriesOf(next), null)).map(seriesName))
    return { next, checkedAt, warnings: warningsOf(next, { areas, indicators, hasFigures: key => figures.has(seriesName(key)) }) }
  }

  type Put = Pick<CheckedPlan, 'checkedAt'> & { before: Current | undefined, next: PlanDocument, changes: DocumentChange[], reason: string | null }
  async function put (actor: Actor, { before, next, changes, reason, checkedAt }: Put): Promise<number> {
    const at = now().toISOString()
    const version = (before?.version ?? 0) + 1
    const done = { before: before?.document, after: next, changes, version, at, reason }
    const retired = before === undefined ? [] : retiredCodes(before.retired, before.document, next)
    const change = { expectedVersion: before?.version ?? null, retired, checkedAt, actor: actor.id, reason, at, events: planEvents(before?.document, next, done), audit: auditOfPlanPut(actor, done) }
    try {
      return await stores.plans.put(next, change)
    } catch (error) {
      throw await explained(error, next.id, before)
    }
  }

  /** Where another was faster by a moment, the same refusal as for one who is late, with what changed. */
  async function explained (error: unknown, plan: string, before: Current | undefined): Promise<unknown> {
    if (!(error instanceof AppError) || error.code !== 'version_conflict' || before === undefined) return error
    const found = await stores.plans.document(plan)
    return found === undefined ? error : await versionConflict(plan, before.version, found, stores)
  }

  return { current, requireVersion, write, explained }
}

export const statusOf = ({ status = 'draft' }: Pick<PlanDocument, 'status'>): PlanStatus => status

function isOwn (actor: Actor, kommune: string): boolean {
  const seen = draftsSeenBy(actor)
  return actor.kommuner === null || actor.kommuner.includes(kommune) || seen === true
}

/** What a plan that is there may not become. */
function checkAgainst (before: Current, next: PlanDocument): void {
  const [from, to] = [statusOf(before.document), statusOf(next)]
  if (!mayBecome(from, to)) {
    const detail = `cannot go from ${from} to ${to}: ${possibleFrom(from)}`
    throw new AppError('unprocessable', `/status: ${detail}`, [{ pointer: '/status', code: 'transition_not_allowed', detail }])
  }
  const problems = reusedCodes(before.retired, before.document, next).map(({ item, was }) => ({
    pointer: `${item.pointer}/code`,
    code: 'code_reused',
    detail: `the code ${item.code} stood for something else before (${was.list.slice(0, -1)} ${JSON.stringify(was.name.slice(0, 100))}), and a code is never used again: choose another`
  }))
  if (problems.length > 0) throw new AppError('unprocessable', summaryOf(problems), problems)
}

/** @throws AppError `reason_required` where something that is no draft changes without one */
export function reasonFor (before: PlanDocument | undefined, given: string | undefined): string | null {
  const reason = given?.trim() || null
  if (before === undefined || reason !== null || statusOf(before) === 'draft') return reason
  throw new AppError('reason_required', `The plan ${before.id} is ${statusOf(before)}: say why it changes, in reason.`, [{ pointer: '?reason', code: 'reason_required', detail: `is needed to change a plan that is ${statusOf(before)}` }])
}

const isWithin = (pointer: string, place: string): boolean => pointer === place || pointer.startsWith(`${place}/`)

/** The warnings about what stands at a place of the document, told from there. */
const warningsFrom = (place: string, warnings: Warning[]): Warning[] =>
  place === '' ? warnings : warnings.filter(one => isWithin(one.pointer, place)).map(one => ({ ...one, pointer: one.pointer.slice(place.length) }))

/** Runs a check of the whole document; what it refuses at a place is told from there, as the caller sent it. */
async function seenFrom<T> (place: string, check: () => Promise<T>): Promise<T> {
  try {
    return await check()
  } catch (error) {
    if (place === '' || !(error instanceof AppError) || error.problems.length === 0) throw error
    const problems = error.problems.map(one => isWithin(one.pointer, place) ? { ...one, pointer: one.pointer.slice(place.length) } : one)
    throw new AppError(error.code, summaryOf(problems), problems, error.members)
  }
}
