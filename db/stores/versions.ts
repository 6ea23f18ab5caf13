import { setImmediate } from 'node:timers/promises'
import type { AuditAction } from '../../src/domain/audit.ts'
import type { DocumentChange } from '../../src/domain/document-change.ts'
import type { Database } from '../database.ts'
import { fromJson } from '../json.ts'

/** Where a log of what happened ends: the number and instant of its last entry; 0 and null where it is empty. */
export type LogEnd = { seq: number, at: string | null }
/** Where the audit trail and the events end, and the latest instant of the trail, which is not its last entry's where clocks differ. */
export type DataVersion = { audit: LogEnd, events: LogEnd, latestAt: string | null }

/** What was written by one entry of the audit trail: where it is figures, those of each of these indicators with each of these areas. */
export type Written = { action: AuditAction, indicators: ReadonlySet<string>, areas: ReadonlySet<string> }

type Row = [auditSeq: number | null, auditAt: string | null, latestAt: string | null, eventsSeq: number | null, eventsAt: string | null]

/** Which version the data is of: every write leaves an audit entry, so what is read stays the same while the trail ends where it did. */
export function createVersionStore (database: Database) {
  let known: { stamp: number, version: DataVersion } | undefined

  /** In one small statement, for it is asked before every read; in none where the database tells otherwise that nothing was written. */
  async function read (): Promise<DataVersion> {
    const stamp = database.stamp()
    if (stamp !== null && stamp === known?.stamp) return known.version
    const rows = await database.query<Row>(
      `select a.seq, a.at, (select max(at) from audit), e.seq, e.occurred_at from (select 1 as one) o
       left join (select seq, at from audit order by seq desc limit 1) a on true
       left join (select seq, occurred_at from events order by seq desc limit 1) e on true`, [])
    const [auditSeq = null, auditAt = null, latestAt = null, eventsSeq = null, eventsAt = null] = rows[0] ?? []
    const version = { audit: { seq: auditSeq ?? 0, at: auditAt }, events: { seq: eventsSeq ?? 0, at: eventsAt }, latestAt }
    // Read after the stamp, so the version is of that one or newer.
    known = stamp === null ? undefined : { stamp, version }
    return version
  }

  /** What was written after an entry of the audit trail; null where that entry is not there. */
  async function writtenSince ({ seq, at }: LogEnd): Promise<Written[] | null> {
    const [known, ...written] = await database.query<[seq: number, at: string, action: AuditAction, changes: string | null]>(
      "select seq, at, action, case subject_kind when 'import' then changes end from audit where seq >= ? order by seq", [seq])
    if (known?.[0] !== seq || known[1] !== at) return null
    return written.map(([, , action, text]) => {
      const changes = text === null ? [] : fromJson<DocumentChange[]>(text)
      const listed = (path: string): Set<string> => new Set(changes.find(change => change.path === path)?.after as string[] | undefined)
      return { action, indicators: listed('/indicators'), areas: listed('/areas') }
    })
  }

  // Each request may read from a replica of its own.
  return { current: database.reads === null ? together(read) : read, writtenSince }
}

/** The same, asked once for all who ask in one turn of the event loop: after the last of them, so that it is not too old for any. */
function together<T> (ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined
  return () => {
    asked ??= setImmediate().then(() => {
      asked = undefined
      return ask()
    })
    return asked
  }
}
