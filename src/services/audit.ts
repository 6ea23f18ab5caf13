import { z } from 'zod'
import { AUDIT_ACTIONS, type AuditEntry } from '../domain/audit.ts'
import { AppError } from '../domain/errors.ts'
import { type Actor, requireScope } from './actor.ts'
import { instant } from './input.ts'
import { DEFAULT_LIMIT, type Page, paging, readCursor, writeCursor } from './lists.ts'
import { type Reference, refusedParameter } from './reference.ts'
import type { AuditFilter, Stores } from '../../db/stores/index.ts'

const id = z.string().min(1).max(400)
export const auditQuery = z.strictObject({
  plan: id.optional().meta({ description: 'Only what concerns this plan: the plan itself, and what people record of its targets.' }),
  kommune: id.optional().meta({ description: 'Only what concerns this kommune alone: its plans, and figures of its area.' }),
  actor: id.optional().meta({ description: 'Only what this one did: the id of a key.' }),
  action: z.enum(AUDIT_ACTIONS).optional().meta({ description: 'Only what was done so.' }),
  subject: id.optional().meta({ description: 'Only what was done to this one, by its id.' }),
  from: instant.optional().meta({ description: 'Only from this instant on.' }),
  to: instant.optional().meta({ description: 'Only up to this instant.' }),
  ...paging
})
export type AuditQuery = z.output<typeof auditQuery>

/** Who changed what, when, from what to what, and why. It is only read here: what changes something writes its entry itself. */
export function createAuditService ({ stores, reference }: { stores: Pick<Stores, 'audit'>, reference: Reference }) {
  /**
   * The entries, the latest first. A key with `admin` sees them all, one with `plans:write` that is bound to kommuner those of its own.
   * @throws AppError `forbidden`, or `invalid_request` naming a parameter
   */
  async function list (actor: Actor, { kommune, from, to, limit = DEFAULT_LIMIT, cursor, ...query }: AuditQuery): Promise<Page<AuditEntry>> {
    const own = kommunerSeenBy(actor)
    if (from !== undefined && to !== undefined && from > to) throw refusedParameter('to', `lies before from, ${from}`)
    const asked = kommune === undefined ? undefined : (await reference.kommuneParameter('kommune', kommune)).id
    if (asked !== undefined) requireScope(actor, 'plans:write', asked)
    const filter: AuditFilter = { ...query, from, to, kommuner: asked === undefined ? own : [asked] }
    const { entries, hasMore } = await stores.audit.page(filter, { limit, after: cursor === undefined ? undefined : placeOf(cursor) })
    const last = entries.at(-1)
    return { items: entries, nextCursor: hasMore && last !== undefined ? writeCursor([String(last.seq)]) : null }
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

/** @throws AppError `invalid_request` */
function placeOf (cursor: string): number {
  const [seq] = readCursor(cursor, 1)
  if (/^\d{1,9}$/.test(seq ?? '')) return Number(seq)
  throw refusedParameter('cursor', 'is not a cursor of this list: take nextCursor of the last answer as it is', 'invalid_cursor')
}
