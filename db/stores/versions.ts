import type { Database } from '../database.ts'

/** Where a log of what happened ends: the number and instant of its last entry; 0 and null where it is empty. */
export type LogEnd = { seq: number, at: string | null }
/** Where the audit trail and the events end, and the latest instant of the trail, which is not its last entry's where clocks differ. */
export type DataVersion = { audit: LogEnd, events: LogEnd, latestAt: string | null }

type Row = [auditSeq: number | null, auditAt: string | null, latestAt: string | null, eventsSeq: number | null, eventsAt: string | null]

/** Which version the data is of: every write leaves an audit entry, so what is read stays the same while the trail ends where it did. */
export function createVersionStore (database: Database) {
  /** In one small statement, for it is asked before every read. */
  async function current (): Promise<DataVersion> {
    const rows = await database.query<Row>(
      `select a.seq, a.at, (select max(at) from audit), e.seq, e.occurred_at from (select 1 as one) o
       left join (select seq, at from audit order by seq desc limit 1) a on true
       left join (select seq, occurred_at from events order by seq desc limit 1) e on true`, [])
    const [auditSeq = null, auditAt = null, latestAt = null, eventsSeq = null, eventsAt = null] = rows[0] ?? []
    return { audit: { seq: auditSeq ?? 0, at: auditAt }, events: { seq: eventsSeq ?? 0, at: eventsAt }, latestAt }
  }

  return { current }
}
