import { and, eq, gt, inArray } from 'drizzle-orm'
import type { Event, EventType, NewEvent } from '../../src/domain/event.ts'
import type { Database } from '../database.ts'
import { fromJson, toJson } from '../json.ts'
import type { Statement } from '../statements.ts'

const EVENTS_PER_STATEMENT = 50

/** What has happened. Events are written by the stores of what they tell of, in the same atomic list. */
export function createEventStore (database: Database) {
  const { db, tables: { events, eventCounter } } = database

  /** The events after a place, in their order; at most `limit`, those of some types where they are named. */
  async function after (seq: number, limit: number, types?: readonly EventType[]): Promise<Event[]> {
    const rows = await db.select().from(events)
      .where(and(gt(events.seq, seq), types && inArray(events.type, [...types]))).orderBy(events.seq).limit(limit)
    return rows.map(row => ({ ...row, type: row.type as EventType, data: fromJson(row.data) }))
  }

  /** The number of the last event; 0 where there is none. Every event up to it is there to be read. */
  async function last (): Promise<number> {
    const [row] = await db.select({ last: eventCounter.last }).from(eventCounter).where(eq(eventCounter.name, 'events'))
    return row?.last ?? 0
  }

  return { after, last }
}

/** Counts so many things on from the last one; whoever does holds the counter until it commits. */
export const countedOn = (name: 'events' | 'audit' | 'indicators' | 'national_goals', count: number): Statement => ({
  sql: 'insert into event_counter (name, last) values (?, ?) on conflict (name) do update set last = event_counter.last + excluded.last',
  params: [name, count],
  isNews: count > 0
})

/**
 * The statements that write events: last in their list, for the counter's row is held from here to the commit, so that events become
 * visible in the order of their numbers.
 */
export function eventRows (events: readonly NewEvent[]): Statement[] {
  if (events.length === 0) return []
  const statements: Statement[] = [countedOn('events', events.length)]
  for (let at = 0; at < events.length; at += EVENTS_PER_STATEMENT) {
    const chunk = events.slice(at, at + EVENTS_PER_STATEMENT)
    statements.push({
      sql: `insert into events (seq, type, subject, occurred_at, data) ${chunk.map(() => "select last - ?, ?, ?, ?, ? from event_counter where name = 'events'").join(' union all ')}`,
      params: chunk.flatMap(({ type, subject, occurredAt, data }, place) => [events.length - 1 - at - place, type, subject, occurredAt, toJson(data)])
    })
  }
  return statements
}
