import { and, asc, desc, gt, gte, lt, lte, type SQL } from 'drizzle-orm'
import type { AuditAction, AuditEntry, AuditSubject, NewAuditEntry } from '../../src/domain/audit.ts'
import type { Database } from '../database.ts'
import { fromJson, toJson } from '../json.ts'
import type { Statement } from '../statements.ts'
import { countedOn } from './events.ts'
import { effectOf } from './idempotency.ts'

/** Which entries. An absent field does not narrow, an empty list matches nothing. `from` and `to` are instants, both included. */
export type AuditFilter = {
  plans?: readonly string[]
  kommuner?: readonly string[]
  actors?: readonly string[]
  actions?: readonly AuditAction[]
  subjects?: readonly string[]
  from?: string
  to?: string
}

const ENTRIES_A_READ = 20
/** A page ends where its changes hold more than so many characters. */
const MOST_TEXT = 2_000_000

/** Who changed what. Entries are written by the stores of what was changed, in the same atomic list; nothing here changes or removes one. */
export function createAuditStore (database: Database) {
  const { db, tables: { audit } } = database

  /**
   * The entries, the latest first and those before the entry `after`; or, `ascending`, the first one first and those behind it.
   * @returns at most `limit`, fewer where they are very large, and whether there are more
   */
  async function page (filter: AuditFilter, { limit, after, ascending = false }: { limit: number, after?: number, ascending?: boolean }): Promise<{ entries: AuditEntry[], hasMore: boolean }> {
    const entries: AuditEntry[] = []
    let text = 0
    for (let last = after; ;) {
      const rows = await db.select().from(audit)
        .where(and(matching(filter), last === undefined ? undefined : (ascending ? gt : lt)(audit.seq, last)))
        .orderBy((ascending ? asc : desc)(audit.seq)).limit(ENTRIES_A_READ)
      for (const row of rows) {
        if (entries.length === limit || text > MOST_TEXT) return { entries, hasMore: true }
        entries.push({ ...row, action: row.action as AuditAction, subjectKind: row.subjectKind as AuditSubject, changes: fromJson(row.changes) })
        text += row.changes.length
        last = row.seq
      }
      if (rows.length < ENTRIES_A_READ) return { entries, hasMore: false }
    }
  }

  function matching ({ plans, kommuner, actors, actions, subjects, from, to }: AuditFilter): SQL | undefined {
    return and(
      plans && database.oneOf(audit.plan, plans),
      kommuner && database.oneOf(audit.kommune, kommuner),
      actors && database.oneOf(audit.actor, actors),
      actions && database.oneOf(audit.action, actions),
      subjects && database.oneOf(audit.subject, subjects),
      from === undefined ? undefined : gte(audit.at, from),
      to === undefined ? undefined : lte(audit.at, to))
  }

  return { page }
}

/**
 * The statements that write entries: after what they tell of and before the events, so that all writers hold the two counters in one
 * order and cannot lock each other out.
 */
export function auditRows (entries: readonly NewAuditEntry[]): Statement[] {
  if (entries.length === 0) return []
  return [...effectOf(entries), countedOn('audit', entries.length), ...entries.map((entry, place) => ({
    sql: `insert into audit (seq, at, actor, actor_name, request_id, action, subject_kind, subject, plan, kommune, reason, changes)
      select last - ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from event_counter where name = 'audit'`,
    params: [
      entries.length - 1 - place, entry.at, entry.actor, entry.actorName, entry.requestId, entry.action, entry.subjectKind, entry.subject, entry.plan, entry.kommune, entry.reason, toJson(entry.changes)
    ]
  }))]
}
