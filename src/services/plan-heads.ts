import { z } from 'zod'
import { AppError, notFound } from '../domain/errors.ts'
import { itemId, type PlanDocument, type PlanStatus } from '../domain/plan.ts'
import { mergePatch } from '../domain/plan-edit.ts'
import { mayBecome, possibleFrom } from '../domain/plan-lifecycle.ts'
import { type Actor, requireScope } from './actor.ts'
import { day, parse } from './input.ts'
import { patchFields } from './patches.ts'
import { auditOfPlanRemoval } from './plan-audit.ts'
import { diffDocuments } from './plan-diff.ts'
import { planInput, planPatch } from './plan-document.ts'
import type { PlanEditOptions } from './plan-items.ts'
import { type PlanWrite, type PlanWriter, reasonFor, statusOf } from './plan-writer.ts'
import type { Stores } from '../../db/stores/index.ts'

const reason = z.string().max(2000).optional().meta({ description: 'Why; needed for what is no draft any more.' })
export const adoptInput = z.strictObject({
  adoptedBy: z.string().max(300).nullable().optional().meta({ description: 'Who adopted it, such as the council.' }),
  adoptedOn: day.nullable().optional(),
  reason
}).meta({ id: 'AdoptInput' })
export const endInput = z.strictObject({ reason }).meta({ id: 'EndPlanInput' })

type Dependencies = { stores: Pick<Stores, 'plans' | 'followUps' | 'comments'>, writer: PlanWriter, now: () => Date }

/** Plans themselves: made, changed, adopted, closed, withdrawn and, while they are drafts, removed. */
export function createPlanHeadService ({ stores, writer, now }: Dependencies) {
  /** Makes a plan: a draft, with or without goals. @throws AppError `unprocessable` where its id is taken */
  async function create (actor: Actor, input: unknown, options: PlanEditOptions = {}): Promise<PlanWrite> {
    requireScope(actor, 'plans:write')
    const { goals = [], ...head } = parse(planInput, input)
    requireScope(actor, 'plans:write', head.kommune)
    await requireFree(head.id)
    return await writer.write(actor, head.id, () => ({ document: { ...head, status: 'draft', goals } }), { ...options, mustBeNew: true })
  }

  /** @throws AppError `unprocessable` where there is a plan of the id, seen by the caller or not */
  async function requireFree (id: string): Promise<void> {
    if (await stores.plans.document(id) === undefined) return
    const detail = `is taken: there is a plan ${id} already. Choose another id`
    throw new AppError('unprocessable', `/id: ${detail}`, [{ pointer: '/id', code: 'id_taken', detail }])
  }

  /** Changes of a plan what is given (see {@link mergePatch}); goals are edited by themselves. */
  const update = async (actor: Actor, plan: string, patch: unknown, options: PlanEditOptions = {}): Promise<PlanWrite> => await writer.write(actor, plan, before => {
    if (before === undefined) throw notFound('plan', plan)
    return { document: mergePatch(before.document, patchFields(patch, planPatch, ['goals'])) }
  }, { ...options, mustExist: true })

  async function become (actor: Actor, plan: string, status: PlanStatus, { reason: said, ...fields }: { reason?: string | undefined } & Partial<PlanDocument>, options: PlanEditOptions): Promise<PlanWrite> {
    const why = said ?? options.reason
    return await writer.write(actor, plan, before => {
      if (before === undefined) throw notFound('plan', plan)
      const from = statusOf(before.document)
      if (from === status || !mayBecome(from, status)) {
        const detail = `the plan ${plan} is ${from} and cannot be ${status === 'withdrawn' ? 'withdrawn' : status} now: ${possibleFrom(from)}`
        throw new AppError('unprocessable', detail, [{ pointer: '/status', code: 'transition_not_allowed', detail }])
      }
      return { document: { ...before.document, ...fields, status } }
    }, { ...options, mustExist: true, ...why !== undefined && { reason: why } })
  }

  /** Adopts a draft: from now on all see it. */
  async function adopt (actor: Actor, plan: string, input: unknown = {}, options: PlanEditOptions = {}): Promise<PlanWrite> {
    const { adoptedBy, adoptedOn, ...given } = parse(adoptInput, input)
    return await become(actor, plan, 'adopted', { ...given, ...adoptedBy !== undefined && { adoptedBy }, ...adoptedOn !== undefined && { adoptedOn } }, options)
  }

  /** Closes an adopted plan, whose time is over. */
  const close = async (actor: Actor, plan: string, input: unknown = {}, options: PlanEditOptions = {}): Promise<PlanWrite> =>
    await become(actor, plan, 'closed', parse(endInput, input), options)

  /** Withdraws a plan, which stays readable. */
  const withdraw = async (actor: Actor, plan: string, input: unknown = {}, options: PlanEditOptions = {}): Promise<PlanWrite> =>
    await become(actor, plan, 'withdrawn', parse(endInput, input), options)

  /**
   * Removes a draft with all its versions, as if it had never been; its id is then free.
   * @throws AppError `unprocessable` for a plan that is, or ever was, more than a draft, or whose targets have something recorded
   */
  async function remove (actor: Actor, plan: string, options: PlanEditOptions = {}): Promise<PlanWrite> {
    const before = await writer.current(actor, plan, { ...options, mustExist: true })
    if (before === undefined) throw notFound('plan', plan)
    const { document, version } = before
    await requireRemovable(document)
    writer.requireVersion(plan, before, options)
    const changes = diffDocuments(document, {})
    const outcome = { plan, item: plan, version: 0, created: false, changed: true, validateOnly: options.validateOnly ?? false, changes, warnings: [] }
    if (outcome.validateOnly) return { ...outcome, version }
    const [at, why] = [now().toISOString(), reasonFor(document, options.reason)]
    const audit = auditOfPlanRemoval(actor, { before: document, version, at, reason: why })
    await stores.plans.remove(plan, { expectedVersion: version, actor: actor.id, reason: why, at, audit }).catch(async (error: unknown) => { throw await writer.explained(error, plan, before) })
    return outcome
  }

  async function requireRemovable (document: PlanDocument): Promise<void> {
    const targets = document.goals.flatMap(goal => goal.targets ?? []).map(target => itemId(document.id, target.code))
    const recorded = [...await stores.followUps.deliverables(targets, null), ...await stores.followUps.assessments(targets, null), ...await stores.comments.ofTargets(targets, null)].map(one => one.target)
    const detail = statusOf(document) !== 'draft' || await stores.plans.wasShown(document.id)
      ? `the plan ${document.id} is ${statusOf(document)}${statusOf(document) === 'draft' ? ' and was more before' : ''}, and only what never was more than a draft can be removed: withdraw it`
      : recorded.length > 0 ? `something is recorded of ${[...new Set(recorded)].slice(0, 5).join(', ')}, which would then stand under nothing: withdraw the plan instead` : null
    if (detail !== null) throw new AppError('unprocessable', detail, [{ pointer: '', code: 'not_removable', detail }])
  }

  return { create, update, adopt, close, withdraw, remove, requireFree }
}
