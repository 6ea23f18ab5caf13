import { and, asc, between, desc, eq, getTableColumns, gt, lt, or, type SQL } from 'drizzle-orm'
import type { NewAuditEntry } from '../../src/domain/audit.ts'
import type { Attempt, Delivery, DeliveryState, Verdict } from '../../src/domain/delivery.ts'
import { AppError } from '../../src/domain/errors.ts'
import type { Event, EventType } from '../../src/domain/event.ts'
import type { Database } from '../database.ts'
import { fromJson } from '../json.ts'
import type { Statement } from '../statements.ts'
import { auditRows } from './audit.ts'

/** A delivery with the type of its event and every attempt so far. */
export type LoggedDelivery = Delivery & { type: EventType, log: Attempt[] }
/** A delivery that was taken on, with its event. */
export type LeasedDelivery = { id: string, attempts: number, event: Event }
export type NewDelivery = Pick<Delivery, 'id' | 'seq' | 'subject'>
/** What came of an attempt of whoever holds the token, and what follows from it. */
export type Settled = { id: string, token: string, attempt: Omit<Attempt, 'number'>, verdict: Verdict }
export type DeliveryFilter = { webhook: string, id?: string, states?: readonly DeliveryState[], types?: readonly EventType[] }

// Due, nobody's at the moment, and nothing of the same webhook and subject before it or under way: each subject is told in its order.
// Replays come after the first telling of their event, and before later events that are not told yet. Its three parameters are all the present instant.
// The offset keeps PostgreSQL from joining all with all, as it does where it has no statistics yet: so it looks up each subject in the index.
const SENDABLE = `d.state = 'pending' and d.next_attempt_at <= ? and (d.leased_until is null or d.leased_until <= ?)
  and not exists (select 1 from deliveries e where e.webhook = d.webhook and e.subject = d.subject and e.state = 'pending' and e.id <> d.id
    and (e.seq < d.seq or (e.seq = d.seq and e.replay < d.replay) or e.leased_until > ?) limit 1 offset 0)`

/** What is to be delivered to webhooks, and what came of it. */
export function createDeliveryStore (database: Database) {
  const { db, tables: { deliveries, deliveryAttempts, events } } = database
  const { lease: _, leasedUntil: __, ...columns } = getTableColumns(deliveries)

  /**
   * Adds what a webhook is to be told of the events up to `upTo`, and notes that they were looked at. What stands behind another of its
   * subject is due with it, so that those who look for what can be sent do not meet it before. Safe with several at once: what another
   * adds or has added is left to it, and the note never goes back. Nothing happens where the webhook has ended or is gone.
   */
  async function fanOut (webhook: string, rows: readonly NewDelivery[], { upTo, at }: { upTo: number, at: string }): Promise<void> {
    const wanted = database.keyRows(['id', 'seq', 'subject'], rows.map(({ id, seq, subject }) => [id, String(seq), subject]))
    await database.atomically(() => [
      // First, since it holds the webhook: nobody can end or remove it before the rows are there.
      { sql: `update webhooks set seq = ? where id in (select id from webhooks where id = ? and state = 'active' and seq < ? ${database.skipLocked})`, params: [upTo, webhook, upTo] },
      {
        sql: `insert into deliveries (id, webhook, seq, subject, replay, state, attempts, next_attempt_at, created_at)
          select n.id, w.id, cast(n.seq as integer), n.subject, 0, 'pending', 0,
            coalesce((select max(e.next_attempt_at) from deliveries e where e.webhook = w.id and e.subject = n.subject and e.state = 'pending' and e.next_attempt_at > ?), ?), ?
          from webhooks w cross join ${wanted.sql} n where w.id = ? and w.state = 'active' and w.seq = ?
          on conflict (webhook, seq, replay) do nothing`,
        params: [at, at, at, ...wanted.params, webhook, upTo]
      }
    ])
  }

  /** The active webhooks that something can be sent to now. */
  async function withDue (at: string): Promise<string[]> {
    const rows = await database.query<[string]>(
      `select w.id from webhooks w where w.state = 'active' and exists (select 1 from deliveries d where d.webhook = w.id and ${SENDABLE})`, [at, at, at])
    return rows.map(([id]) => id)
  }

  /** Takes on at most `limit` deliveries of a webhook that can be sent now, for whoever holds the token, until `until`. The earliest due first. */
  async function lease (webhook: string, token: string, { at, until, limit }: { at: string, until: string, limit: number }): Promise<LeasedDelivery[]> {
    // The conditions outside are looked at again where another instance took the same row in between.
    await database.atomically(() => [{
      sql: `with sendable as materialized (select d.id from deliveries d where d.webhook = ? and ${SENDABLE} order by d.next_attempt_at, d.seq limit ? ${database.skipLocked})
        update deliveries set lease = ?, leased_until = ? where state = 'pending' and (leased_until is null or leased_until <= ?) and id in (select id from sendable)`,
      params: [webhook, at, at, at, limit, token, until, at]
    }])
    const rows = await db.select({ id: deliveries.id, attempts: deliveries.attempts, event: events }).from(deliveries)
      .innerJoin(events, eq(events.seq, deliveries.seq)).where(and(eq(deliveries.lease, token), eq(deliveries.webhook, webhook))).orderBy(asc(deliveries.nextAttemptAt), asc(deliveries.seq))
    return rows.map(row => ({ ...row, event: { ...row.event, type: row.event.type as EventType, data: fromJson(row.event.data) } }))
  }

  /** Notes attempts and what follows from them; what stands behind one is due with it. Nothing happens to those whose lease has passed to another. */
  async function settle (all: readonly Settled[]): Promise<void> {
    const delivered = all.filter(({ verdict }) => verdict.state === 'delivered')
    await database.atomically(() => [...attemptsOf(all), ...deliveredOf(delivered), ...all.filter(one => !delivered.includes(one)).flatMap(undelivered)])
  }

  function attemptsOf (all: readonly Settled[]): Statement[] {
    const made = database.keyRows(['id', 'token', 'made_at', 'took', 'answer', 'trouble'], all.map(({ id, token, attempt: { at, durationMs, status, error } }) =>
      [id, token, at, String(durationMs), status === null ? '' : String(status), error ?? '']))
    return [{
      sql: `insert into delivery_attempts (delivery, number, at, duration_ms, status, error)
        select d.id, d.attempts + 1, m.made_at, cast(m.took as integer), cast(nullif(m.answer, '') as integer), nullif(m.trouble, '')
        from ${made.sql} m cross join deliveries d where d.id = m.id and d.lease = m.token`,
      params: made.params
    }]
  }

  function deliveredOf (all: readonly Settled[]): Statement[] {
    if (all.length === 0) return []
    const made = database.keyRows(['id', 'token', 'made_at'], all.map(({ id, token, attempt }) => [id, token, attempt.at]))
    return [{
      sql: `update deliveries set state = 'delivered', attempts = attempts + 1, next_attempt_at = null, settled_at = m.made_at, lease = null, leased_until = null
        from ${made.sql} m where deliveries.id = m.id and deliveries.lease = m.token`,
      params: made.params
    }]
  }

  /** Lets all deliveries of a token go as if they had not been taken on. */
  async function release (token: string): Promise<void> {
    await database.atomically(() => [{ sql: 'update deliveries set lease = null, leased_until = null where lease = ?', params: [token] }])
  }

  /** Deliveries with their attempts, those of the latest events first and before the delivery `after`; or, `ascending`, those of the first events, behind it. At most `limit`. */
  async function page ({ webhook, id, states, types }: DeliveryFilter, { limit, after, ascending = false }: { limit: number, after?: Pick<Delivery, 'seq' | 'replay'>, ascending?: boolean }): Promise<LoggedDelivery[]> {
    const [beyond, order] = ascending ? [gt, asc] : [lt, desc]
    const isBeyond = ({ seq, replay }: Pick<Delivery, 'seq' | 'replay'>): SQL | undefined =>
      or(beyond(deliveries.seq, seq), and(eq(deliveries.seq, seq), beyond(deliveries.replay, replay)))
    const found = await db.select({ ...columns, type: events.type }).from(deliveries).innerJoin(events, eq(events.seq, deliveries.seq))
      .where(and(eq(deliveries.webhook, webhook), id === undefined ? undefined : eq(deliveries.id, id), states && database.oneOf(deliveries.state, states), types && database.oneOf(events.type, types), after && isBeyond(after)))
      .orderBy(order(deliveries.seq), order(deliveries.replay)).limit(limit)
    const attempts = found.length === 0
      ? []
      : await db.select().from(deliveryAttempts).where(database.oneOf(deliveryAttempts.delivery, found.map(one => one.id))).orderBy(asc(deliveryAttempts.number))
    const logs = Map.groupBy(attempts, one => one.delivery)
    return found.map(({ type, state, ...row }) => ({
      ...row, state: state as DeliveryState, type: type as EventType, log: (logs.get(row.id) ?? []).map(({ delivery: _, ...attempt }) => attempt)
    }))
  }

  /** How many deliveries are still to be made, and since when the one is due that is due the longest; null where none is. */
  async function queue (): Promise<{ waiting: number, dueSince: string | null }> {
    const [row] = await database.query<[number | string, string | null]>("select count(*), min(next_attempt_at) from deliveries where state = 'pending'", [])
    return { waiting: Number(row?.[0] ?? 0), dueSince: row?.[1] ?? null }
  }

  /** Of the events from one number to another those that a webhook is still to be told of. */
  async function pendingOf (webhook: string, { from, to }: { from: number, to: number }): Promise<Set<number>> {
    const rows = await db.select({ seq: deliveries.seq }).from(deliveries)
      .where(and(eq(deliveries.webhook, webhook), between(deliveries.seq, from, to), eq(deliveries.state, 'pending')))
    return new Set(rows.map(({ seq }) => seq))
  }

  /** Adds deliveries of events once more. @throws AppError `conflict` where another did the same at that moment: nothing is added */
  async function replay (webhook: string, rows: readonly NewDelivery[], at: string, audit: readonly NewAuditEntry[] = []): Promise<void> {
    await database.atomically(() => [...rows.map(({ id, seq, subject }): Statement => ({
      sql: `insert into deliveries (id, webhook, seq, subject, replay, state, attempts, next_attempt_at, created_at)
        select ?, w.id, cast(? as integer), ?, 1 + coalesce((select max(replay) from deliveries where webhook = w.id and seq = ?), 0), 'pending', 0, ?, ? from webhooks w where w.id = ?`,
      params: [id, seq, subject, seq, at, at, webhook],
      refused: () => new AppError('conflict', 'Another request replays the same events at this moment: look at the deliveries before you ask again.')
    })), ...auditRows(audit)])
  }

  /** The number of the first event that happened at an instant or later; null where there is none. */
  async function firstSince (instant: string): Promise<number | null> {
    const [row] = await database.query<[number | null]>('select min(seq) from events where occurred_at >= ?', [instant])
    return row?.[0] ?? null
  }

  return { fanOut, withDue, lease, settle, release, page, queue, pendingOf, replay, firstSince }
}

/** What follows from an attempt that was no success. */
const undelivered = ({ id, token, attempt: { at, error }, verdict: { state, nextAttemptAt, endsWebhook } }: Settled): Statement[] => [
  ...endsWebhook
    ? [{
        sql: "update webhooks set state = 'ended', ended_at = ?, ended_because = ? where state = 'active' and id = (select webhook from deliveries where id = ? and lease = ?)",
        params: [at, error, id, token]
      }]
    : [],
  ...nextAttemptAt === null
    ? []
    : [{
        sql: `update deliveries set next_attempt_at = ? where next_attempt_at < ? and id in (
          select e.id from deliveries d join deliveries e on e.webhook = d.webhook and e.subject = d.subject and e.state = 'pending' and e.seq > d.seq
          where d.id = ? and d.lease = ?)`,
        params: [nextAttemptAt, nextAttemptAt, id, token]
      }],
  {
    sql: 'update deliveries set state = ?, attempts = attempts + 1, next_attempt_at = ?, settled_at = ?, lease = null, leased_until = null where id = ? and lease = ?',
    params: [state, nextAttemptAt, state === 'pending' ? null : at, id, token]
  }
]
