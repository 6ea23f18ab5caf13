import { z } from 'zod'
import { AUDIT_ACTIONS, type AuditEntry } from '../domain/audit.ts'
import { AppError } from '../domain/errors.ts'
import { type Actor, requireScope } from './actor.ts'
import { anyOf, instant } from './input.ts'
import { DEFAULT_LIMIT, isDescending, numberOf, type Page, paging, questionOf, readCursor, sortBy, writeCursor } from './lists.ts'
import { type Reference, refusedParameter } from './reference.ts'
import type { AuditFilter, Stores } from '../../db/stores/index.ts'

const id = z.string().min(1).max(400)
export const auditQuery = z.strictObject({
  plan: anyOf(id, 'Only what concerns this plan: the plan itself, and what people record of its targets.'),
  kommune: anyOf(id, 'Only what concerns this kommune alone: its plans, and figures of its area.'),
  actor: anyOf(id, 'Only what this one did: the id of a key.'),
  action: anyOf(z.enum(AUDIT_ACTIONS), 'Only what was done so.'),
  subject: anyOf(id, 'Only what was done to this one, by its id.'),
  from: instant.optional().meta({ description: 'Only from this instant on.' }),
  to: instant.optional().meta({ description: 'Only up to this instant.' }),
  ...paging,
  sort: sortBy(['at'])
})
export type AuditQuery = z.output<typeof auditQuery>

/** Who changed what, when, from what to what, and why. It is only read here: what changes something writes its entry itself. */
export function createAuditService ({ stores, reference }: { stores: Pick<Stores, 'audit'>, reference: Reference }) {
  /**
   * The entries, the latest first unless they are sorted otherwise. A key with `admin` sees them all, one with `plans:write` that is bound to
   * kommuner those of its own.
   * @throws AppError `forbidden`, or `invalid_request` naming a parameter
   */
  async function list (actor: Actor, query: AuditQuery): Promise<Page<AuditEntry>> {
    const { plan, kommune, actor: by, action, subject, from, to, limit = DEFAULT_LIMIT, cursor, sort = '-at' } = query
    const own = kommunerSeenBy(actor)
    if (from !== undefined && to !== undefined && from > to) throw refusedParameter('to', `lies before from, ${from}`)
    const asked = await reference.kommuneIds('kommune', kommune)
    for (const one of asked ?? []) requireScope(actor, 'plans:write', one)
    const kommuner = asked ?? own
    const filter: AuditFilter = {
      ...plan && { plans: plan }, ...kommuner && { kommuner }, ...by && { actors: by }, ...action && { actions: action }, ...subject && { subjects: subject }, ...from !== undefined && { from }, ...to !== undefined && { to }
    }
    const question = questionOf({ ...query, of: 'audit' })
    const after = cursor === undefined ? undefined : numberOf(readCursor(cursor, 1, question)[0])
    const { entries, hasMore } = await stores.audit.page(filter, { limit, ...after !== undefined && { after }, ascending: !isDescending(sort) })
    const last = entries.at(-1)
    return { items: entries, nextCursor: hasMore && last !== undefined ? writeCursor([String(last.seq)], question) : null }
  }

  return { list }
}

/** The kommuner whose entries the actor may see; undefined is all of them, and what concerns none. */
function kommunerSeenBy (actor: Actor): readonly string[] | undefined {
  requireScope(actor, 'plans:write')
  if (actor.kommuner !== null) return actor.kommuner
  if (!actor.scopes.includes('admin')) throw new AppError('forbidden', `The key ${actor.name} is neither bound to kommuner nor has it the scope admin: the audit trail is for admins, and for kommuner each its own.`)
  return undefined
}
