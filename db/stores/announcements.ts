import { AppError } from '../../src/domain/errors.ts'
import type { NewEvent } from '../../src/domain/event.ts'
import type { Judgement, Reason, Status } from '../../src/domain/status/status.ts'
import type { Database } from '../database.ts'
import { fromJson, toJson } from '../json.ts'
import { insertRows, refusedAs, type Statement } from '../statements.ts'
import { eventRows } from './events.ts'

/** A status of a target as it was announced. `number` counts the target's announcements from 1; `asOf` is the Danish day that it was asked for. */
export type Announcement = {
  target: string
  number: number
  status: Status
  asOf: string
  announcedAt: string
  record: { final: boolean, reason: Reason | null, provisional: Judgement | null }
}

/**
 * How far the announcing has come: all events up to `seq` are worked through, of `last` that there are. `day` is the day that statuses are
 * asked for (a day number, 0: none yet), `passed` the last day for which every target was looked at. `turn` goes on with every step, so that
 * nothing is announced that was made of what was read before another's step.
 */
export type Progress = { seq: number, last: number, day: number, passed: number, turn: number }

const CURSORS = { seq: 'dispatcher', day: 'dispatcher.day', passed: 'dispatcher.passed', turn: 'dispatcher.turn' } as const
const MOVABLE = ['seq', 'day', 'passed'] as const
/** Turns are numbered anew after so many, so that their number always fits. */
const TURNS = 1_000_000_000
type Row = [target: string, number: number, status: Status, asOf: string, announcedAt: string, record: string]

/** Which statuses were announced, and how far that has come. */
export function createAnnouncementStore (database: Database) {
  /** In one small statement, for it is asked again and again. */
  async function progress (): Promise<Progress> {
    const rows = await database.query<[name: string, seq: number]>(
      "select name, seq from event_cursors where name in (?, ?, ?, ?) union all select 'last', last from event_counter where name = 'events'", Object.values(CURSORS))
    const at = new Map(rows)
    return { seq: at.get(CURSORS.seq) ?? 0, last: at.get('last') ?? 0, day: at.get(CURSORS.day) ?? 0, passed: at.get(CURSORS.passed) ?? 0, turn: at.get(CURSORS.turn) ?? 0 }
  }

  /** The last announcement of each of the targets, or of every target that has one; by target, in one statement. */
  async function latest (targets?: readonly string[]): Promise<Announcement[]> {
    if (targets?.length === 0) return []
    const wanted = targets === undefined
      ? { sql: '(select distinct target from announcements)', params: [] }
      : database.keyRows(['target'], [...new Set(targets)].map(target => [target]))
    const rows = await database.query<Row>(
      `select a.target, a.number, a.status, a.as_of, a.announced_at, a.record from ${wanted.sql} w cross join announcements a
       where a.target = w.target and a.number = (select max(b.number) from announcements b where b.target = w.target) order by a.target`, wanted.params)
    return rows.map(([target, number, status, asOf, announcedAt, record]) => ({ target, number, status, asOf, announcedAt, record: fromJson(record) }))
  }

  /**
   * Writes announcements, the events that tell of them and how far that brings, all or none.
   * @param from the progress that was read before anything that the announcements were made of
   * @param to what moves on
   * @throws AppError `conflict` where another has moved on or announced meanwhile: what it was made of may be old, so look again
   */
  async function append (announcements: readonly Announcement[], events: readonly NewEvent[], from: Progress, to: Partial<Pick<Progress, 'seq' | 'day' | 'passed'>> = {}): Promise<void> {
    const rows = announcements.map(({ record, ...row }) => ({ ...row, record: toJson(record) }))
    await database.atomically(() => [
      { sql: 'insert into event_cursors (name, seq) values (?, 0), (?, 0), (?, 0), (?, 0) on conflict (name) do nothing', params: Object.values(CURSORS) },
      // The turn by itself and first: whoever has its row has the others'.
      moved([CURSORS.turn, from.turn, (from.turn + 1) % TURNS]),
      moved(...MOVABLE.map((name): Move => [CURSORS[name], from[name], to[name] ?? from[name]])),
      ...refusedAs(insertRows(database, database.tables.announcements, rows), lookAgain),
      ...eventRows(events)
    ])
  }

  return { progress, latest, append }
}

type Move = [name: string, from: number, to: number]

/** Moves cursors that are where they are thought to be. Where one is not, its place would become null, which its column refuses. */
const moved = (...moves: Move[]): Statement => ({
  sql: `update event_cursors set seq = case ${moves.map(() => 'when name = ? and seq = ? then seq + ?').join(' ')} end where name in (${moves.map(() => '?').join(', ')})`,
  params: [...moves.flatMap(([name, from, to]) => [name, from, to - from]), ...moves.map(([name]) => name)],
  refused: lookAgain
})

const lookAgain = (): AppError => new AppError('conflict', 'Another instance has announced statuses meanwhile: look again at what is announced.')
