import { setImmediate } from 'node:timers/promises'
import type { MeasurementKey, MeasurementRevision } from '../../src/domain/measurement.ts'
import type { Database } from '../database.ts'
import { type MeasurementFilter, type MeasurementOrder, rangeOf, restOf } from './measurement-filters.ts'
import { COLUMNS, fromRow, isSameKey, type RevisionRow } from './measurement-rows.ts'

/** What a walk found; `reached` is the key up to which it has looked where it stopped before its end, null where it came to the end or found enough. */
export type MeasurementPage = { found: MeasurementRevision[], reached: MeasurementKey | null }

type Wish = { limit: number, after?: MeasurementKey | undefined, order?: MeasurementOrder, most?: number }
/** The revisions of whole keys, and the last key behind which there may be more; null where one key has more revisions than were read. */
type Step = { rows: RevisionRow[], reached: MeasurementKey | null, walked: number, isEnd: boolean }

/** So many rows are read in one statement, some milliseconds' work; others are served in between. */
const ROWS_A_READ = 4_000
/** So many rows of the index one statement may go through in search of those that are wanted, likewise some milliseconds' work. */
const ROWS_A_WALK = 10_000

/** The part of the measurement store that lists. `walkOf` is how many rows of the index one statement goes through. */
export function createMeasurementPages (database: Database, walkOf = ROWS_A_WALK) {
  /**
   * The visible measurements that the filter lets through, in their order; at most `limit`, those after the key `after`.
   * All revisions are read in the order of the key and the latest ones picked here: a walk along the index that stops early, which
   * PostgreSQL does not make of a statement that asks for the latest ones itself.
   * @param most how many rows may be gone through in search of them, about; all, unless given
   */
  async function page (filter: MeasurementFilter, { limit, after, order = 'key', most = Infinity }: Wish): Promise<MeasurementPage> {
    const found: MeasurementRevision[] = []
    let start = after
    let walked = 0
    for (let size = 2 * limit + 1, walk = walkOf; ;) {
      const step = await readStep(filter, order, start, { size, walk })
      const latest = step.rows.filter((row, at) => at + 1 === step.rows.length || !isSameKey(row, step.rows[at + 1]!))
      found.push(...latest.map(fromRow).filter(revision => !revision.withdrawn))
      walked += step.walked
      if (step.isEnd || found.length >= limit) return { found: found.slice(0, limit), reached: null }
      if (step.reached !== null && walked >= most) return { found, reached: step.reached }
      // More where one key has more revisions than were read.
      size = step.reached === null ? 2 * size : Math.max(size, Math.min(2 * size, ROWS_A_READ))
      walk = step.reached === null ? 2 * walk : walkOf
      start = step.reached ?? start
      await setImmediate()
    }
  }

  /** Reads on from behind a key: `size` rows at most, going through `walk` rows of the range at most. */
  async function readStep (filter: MeasurementFilter, order: MeasurementOrder, after: MeasurementKey | undefined, { size, walk }: { size: number, walk: number }): Promise<Step> {
    const range = rangeOf(filter, order, after)
    const rest = restOf(filter)
    const isBounded = rest !== null && !(filter.indicators?.length === 1 && filter.areas?.length === 1)
    const [sql, params] = isBounded
      // As a walk of its own, which ends after so many rows whether or not they are wanted. Both engines keep its order; asked for it
      // once more, SQLite would go through all of the walk and sort.
      ? [`select ${COLUMNS} from (select m.* from ${range.sql} order by ${range.sorted} limit ?) m where 1 = 1${rest.sql} limit ?`, [...range.params, walk, ...rest.params, size]]
      : [`select ${COLUMNS} from ${range.sql}${rest?.sql ?? ''} order by ${range.sorted} limit ?`, [...range.params, ...rest?.params ?? [], size]]
    const rows = await database.query<RevisionRow>(sql, params)
    if (rows.length === size) {
      const whole = rows.slice(0, rows.findIndex(row => isSameKey(row, rows.at(-1)!)))
      return { rows: whole, reached: whole.length === 0 ? null : fromRow(whole.at(-1)!), walked: rows.length, isEnd: false }
    }
    if (!isBounded) return { rows, reached: null, walked: rows.length, isEnd: true }
    const [last, beyond] = await database.query<KeyRow>(`select ${BY_KEY} from ${range.sql} order by ${range.sorted} limit 2 offset ?`, [...range.params, walk - 1])
    if (last === undefined || beyond === undefined) return { rows, reached: null, walked: walk, isEnd: true }
    // The walk ended amid the revisions of a key: it has to go further.
    if (last.join('\u0000') === beyond.join('\u0000')) return { rows: [], reached: null, walked: walk, isEnd: false }
    const [indicator, area, segment, period] = last
    return { rows, reached: { indicator, area, segment: segment === '' ? null : segment, period }, walked: walk, isEnd: false }
  }

  /** Every revision of a measurement, the first one first; none where there is no such measurement. */
  async function revisions ({ indicator, area, segment, period }: MeasurementKey): Promise<MeasurementRevision[]> {
    const rows = await database.query<RevisionRow>(
      `select ${COLUMNS} from measurements m where m.indicator = ? and m.area = ? and m.segment = ? and m.period = ? order by m.revision`,
      [indicator, area, segment ?? '', period])
    return rows.map(fromRow)
  }

  /** Whether anything was ever measured by the indicator, in some segments where they are named; withdrawn measurements included. */
  async function hasAny (indicator: string, segments: readonly string[] | null = null): Promise<boolean> {
    const ofSegments = segments === null ? '' : ` and segment in (${segments.map(() => '?').join(', ')})`
    return (await database.query(`select 1 from measurements where indicator = ?${ofSegments} limit 1`, [indicator, ...segments ?? []])).length > 0
  }

  return { page, revisions, hasAny }
}

const BY_KEY = 'm.indicator, m.area, m.segment, m.period'
type KeyRow = [indicator: string, area: string, segment: string, period: string]
