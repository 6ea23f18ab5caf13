import type { Database } from '../database.ts'

/** How many requests were counted of a caller. */
export type RateCount = { caller: string, count: number }

/** How many requests callers sent in a minute, counted by all instances together. Minutes are numbered from 1970. */
export function createRateCountStore (database: Database) {
  /** Adds what was counted in a minute. @returns by caller, how many all instances have counted of it in that minute */
  async function add (minute: number, counts: readonly RateCount[]): Promise<Map<string, number>> {
    // In one order, so that no two instances wait for each other's rows.
    const rows = counts.toSorted((a, b) => a.caller < b.caller ? -1 : 1).map(({ caller, count }) => [caller, String(count)])
    const counted = database.keyRows(['caller', 'count'], rows)
    await database.atomically(() => [{
      sql: `insert into rate_counts (minute, caller, count) select cast(? as integer), caller, cast(count as integer) from ${counted.sql} c where true
        on conflict (minute, caller) do update set count = rate_counts.count + excluded.count`,
      params: [minute, ...counted.params]
    }])
    const callers = database.keyRows(['caller'], rows.map(([caller]) => [caller!]))
    const sums = await database.query<[caller: string, count: number]>(
      `select r.caller, r.count from ${callers.sql} c cross join rate_counts r where r.minute = ? and r.caller = c.caller`, [...callers.params, minute])
    return new Map(sums)
  }

  /** Forgets the minutes before one. */
  async function forget (minute: number): Promise<void> {
    await database.atomically(() => [{ sql: 'delete from rate_counts where minute < ?', params: [minute] }])
  }

  return { add, forget }
}
