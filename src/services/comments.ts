import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { AuditAction } from '../domain/audit.ts'
import type { Comment } from '../domain/comment.ts'
import { notFound } from '../domain/errors.ts'
import { type Actor, requireScope } from './actor.ts'
import { auditedRecord, refuseLater, told } from './follow-ups.ts'
import { day, instant, parse, type WriteOptions } from './input.ts'
import { closedList, type Page, paging, sortBy } from './lists.ts'
import type { PlanService } from './plans.ts'
import { refusedParameter } from './reference.ts'
import type { Stores, TargetRecord } from '../../db/stores/index.ts'

const fields = {
  on: day.meta({ description: 'The day that the remark is of.' }),
  text: z.string().trim().min(1).max(4000).meta({ description: 'What is said.' }),
  author: z.string().trim().min(1).max(200).meta({ description: 'Who says it, as the report names them.', example: 'Arbejdsmarkedschefen' })
}
export const commentInput = z.strictObject(fields).meta({ id: 'CommentInput' })
/** What of a comment changes. */
export const commentChange = z.strictObject(fields).partial().refine(given => Object.keys(given).length > 0, { error: 'changes nothing: give on, text or author' }).meta({ id: 'CommentChange' })
export const commentQuery = z.strictObject({
  from: day.optional().meta({ description: 'Only remarks of this day or later.' }),
  to: day.optional().meta({ description: 'Only remarks of this day or earlier.' }),
  knownAt: instant.optional().meta({ description: 'As known at this instant.' }),
  ...paging,
  sort: sortBy(['on', 'createdAt', 'author'])
})
export type CommentQuery = z.output<typeof commentQuery>
const SORT_KEYS = { on: ({ on, createdAt }: Comment) => `${on} ${createdAt}`, createdAt: ({ createdAt }: Comment) => createdAt, author: ({ author }: Comment) => author }

const contentOf = ({ on, text, author }: Comment) => ({ on, text, author })

/** What the administration remarks on targets, for the report. It decides nothing. */
export function createCommentService ({ stores, plans, now }: { stores: Pick<Stores, 'comments'>, plans: Pick<PlanService, 'target'>, now: () => Date }) {
  /** Writes a remark. @throws AppError `not_found` for the target, `unprocessable` where its day lies ahead */
  async function record (actor: Actor, target: string, input: unknown, { validateOnly = false }: WriteOptions = {}): Promise<Comment> {
    requireScope(actor, 'plans:write')
    const given = parse(commentInput, input)
    const found = await plans.target(actor, target)
    requireScope(actor, 'plans:write', found.kommune)
    refuseLater(given.on, now(), '/on')
    const at = now().toISOString()
    const comment: Comment = { id: `cmt-${randomUUID()}`, target, ...given, revision: 1, createdAt: at, recordedAt: at, actor: actor.id }
    if (!validateOnly) await append(actor, found, 'comment.recorded', undefined, comment)
    return comment
  }

  /** Changes what is given of a remark. @throws AppError `not_found`, or `conflict` where another changes it at the same moment */
  async function change (actor: Actor, id: string, input: unknown, { validateOnly = false }: WriteOptions = {}): Promise<Comment> {
    requireScope(actor, 'plans:write')
    const given = parse(commentChange, input)
    const { before, target } = await writable(actor, id)
    if (given.on !== undefined) refuseLater(given.on, now(), '/on')
    const comment: Comment = { ...before, ...given, revision: before.revision + 1, recordedAt: now().toISOString(), actor: actor.id }
    if (JSON.stringify(contentOf(comment)) === JSON.stringify(contentOf(before))) return before
    if (!validateOnly) await append(actor, target, 'comment.changed', before, comment)
    return comment
  }

  /** Takes a remark back; what it said stays known at earlier instants. @throws AppError `not_found` */
  async function withdraw (actor: Actor, id: string, { validateOnly = false }: WriteOptions = {}): Promise<void> {
    requireScope(actor, 'plans:write')
    const { before, target } = await writable(actor, id)
    if (!validateOnly) await append(actor, target, 'comment.withdrawn', before, { ...before, revision: before.revision + 1, recordedAt: now().toISOString(), actor: actor.id })
  }

  async function writable (actor: Actor, id: string): Promise<{ before: Comment, target: TargetRecord }> {
    const before = await stores.comments.byId(id)
    if (before === undefined) throw notFound('comment', id)
    const target = await plans.target(actor, before.target)
    requireScope(actor, 'plans:write', target.kommune)
    return { before, target }
  }

  async function append (actor: Actor, target: TargetRecord, action: AuditAction, before: Comment | undefined, after: Comment): Promise<void> {
    const withdrawn = action === 'comment.withdrawn'
    const { id, on, author, revision, recordedAt } = after
    await stores.comments.append(after, {
      withdrawn,
      audit: auditedRecord(actor, recordedAt, action, target, `/comments/${id}`, { before: before && contentOf(before), after: withdrawn ? {} : contentOf(after) }),
      events: told(target, recordedAt, { kind: 'comment', comment: id, on, author, revision, withdrawn })
    })
  }

  /** What is remarked on a target, by day. @throws AppError `not_found` */
  async function list (actor: Actor, target: string, query: CommentQuery): Promise<Page<Comment>> {
    const { from, to, knownAt, sort = 'on' } = query
    if (from !== undefined && to !== undefined && from > to) throw refusedParameter('to', `lies before from, ${from}`)
    await plans.target(actor, target)
    const found = (await stores.comments.ofTargets([target], knownAt ?? null)).filter(({ on }) => (from === undefined || on >= from) && (to === undefined || on <= to))
    return closedList(found, SORT_KEYS, { ...query, sort, of: `comments on ${target}` })
  }

  /** What is remarked on some targets, for callers that gather targets which the actor has seen. */
  const ofTargets = (targets: readonly string[], knownAt: string | null): Promise<Comment[]> => stores.comments.ofTargets(targets, knownAt)

  return { record, change, withdraw, list, ofTargets }
}
