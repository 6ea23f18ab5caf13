import { AppError } from '../../src/domain/errors.ts'
import type { Database } from '../database.ts'
import type { Statement } from '../statements.ts'
import { countedOn } from './events.ts'

/** What others refer to and are checked against, by the counter of its changes. */
export type ReferenceCounter = 'indicators' | 'national_goals'

const CHANGED: Record<ReferenceCounter, () => AppError> = {
  indicators: () => new AppError('conflict', 'An indicator was changed at the same moment, so nothing was written. Send it again.'),
  national_goals: () => new AppError('conflict', 'A national goal was changed at the same moment, so nothing was written. Send it again.')
}

/** How often they were put or removed. Who reads it before them, and hands it on, is refused where one changed meanwhile. */
export async function versionOf (database: Database, name: ReferenceCounter): Promise<number> {
  const [row] = await database.query<[number]>('select last from event_counter where name = ?', [name])
  return row?.[0] ?? 0
}

/** The statements that count a change of them on. */
export const changed = (name: ReferenceCounter): Statement[] => [countedOn('events', 0), countedOn(name, 1)]

/**
 * The statements that count a change of them on, and refuse one that was checked against another version. They come after the audit trail's
 * own counter and before what they guard: whoever wrote before is then done, and is seen.
 */
export const changedFrom = (name: ReferenceCounter, version: number): Statement[] => [countedOn('events', 0), countedOn(name, 0), {
  // A counter may not be null, so this is refused where its condition does not hold.
  sql: 'update event_counter set last = case when last = ? then last + 1 end where name = ?',
  params: [version, name],
  refused: CHANGED[name]
}]

/**
 * The statements that refuse what was checked against them at another version. The counter is held first: what a statement reads of
 * other rows is as it was when the statement began, not when it had waited.
 */
export const unchangedFrom = (name: ReferenceCounter, version: number): Statement[] => [countedOn('events', 0), {
  sql: "update event_counter set last = case when coalesce((select last from event_counter where name = ?), 0) = ? then last end where name = 'events'",
  params: [name, version],
  refused: CHANGED[name]
}]

/** A statement that is refused where a query finds anything. It reads what others have committed where the counters are held before it. */
export const refusedWhere = (query: Omit<Statement, 'refused'>, refused: (() => Error) | undefined): Statement => ({
  sql: `update event_counter set last = case when not exists (${query.sql}) then last end where name = 'events'`,
  params: query.params,
  ...refused && { refused }
})
