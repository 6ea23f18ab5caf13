import type { Database } from './database.ts'

/** How many deliveries were settled before an instant, and how many attempts they took. */
export type Trimmable = { deliveries: number, attempts: number }

const DELIVERIES_AT_ONCE = 500

/**
 * What of the log of webhooks may go: deliveries that were made or given up before an instant, with their attempts. Nothing waits for them,
 * and their events stay, so they can still be replayed. Events, audit and revisions are never trimmed.
 */
export async function trimmable (database: Database, before: string): Promise<Trimmable> {
  const [row] = await database.query<[number | string, number | string]>(`select count(*), coalesce(sum(d.attempts), 0) from deliveries d where ${SETTLED}`, [before])
  return { deliveries: Number(row?.[0] ?? 0), attempts: Number(row?.[1] ?? 0) }
}

/**
 * Removes what is {@link trimmable}, some at a time, so that a server on the same database goes on meanwhile; it may be ended and begun again.
 * @returns how many deliveries went
 */
export async function trim (database: Database, before: string): Promise<number> {
  for (let gone = 0, last = ''; ;) {
    const found = await database.query<[string]>(`select d.id from deliveries d where d.id > ? and ${SETTLED} order by d.id limit ${DELIVERIES_AT_ONCE}`, [last, before])
    if (found.length === 0) return gone
    const { sql, params } = database.keyRows(['id'], found)
    // Attempts go with their delivery.
    await database.atomically(() => [{ sql: `delete from deliveries where id in (select w.id from ${sql} w)`, params }])
    gone += found.length
    last = found.at(-1)![0]
  }
}

const SETTLED = "d.state <> 'pending' and d.settled_at < ?"
