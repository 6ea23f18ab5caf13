import { setImmediate } from 'node:timers/promises'
import type { Flag, MeasurementKey, MeasurementRevision } from '../../src/domain/measurement.ts'
import type { Database } from '../database.ts'
import { COLUMNS, fromRow, isSameKey, type RevisionRow } from './measurement-rows.ts'

/**
 * Which measurements. An absent list does not narrow, an empty one matches nothing. A segment null is the whole; `from` and `to` are the first and
 * last day that a period may end on; `flags` and `imports` are those of the latest revision.
 */
export type MeasurementFilter = {
  indicators?: readonly string[]
  areas?: readonly string[]
  segments?: readonly (string | null)[]
  from?: string
  to?: string
  knownAt?: string | null
  flags?: readonly Flag[]
  imports?: readonly string[]
}

/** By key, or by period and segment, forwards or backwards, which is for the measurements of one indicator and one area. */
export type MeasurementOrder = 'key' | 'period' | '-period'

const KEY = ['indicator', 'area', 'segment', 'period'] as const
/** So many rows are read in one statement, some milliseconds' work; others are served in between. */
const ROWS_A_READ = 4_000

/** The part of the measurement store that lists. */
export function createMeasurementPages (database: Database) {
  /**
   * The visible measurements that the filter lets through, in their order; at most `limit`, those after the key `after`.
   * All revisions are read in the order of the key and the latest ones picked here: a walk along the index that stops early, which
   * PostgreSQL does not make of a statement that asks for the latest ones itself.
   */
  async function page (filter: MeasurementFilter, { limit, after, order = 'key' }: { limit: number, after?: MeasurementKey | undefined, order?: MeasurementOrder }): Promise<MeasurementRevision[]> {
    const found: MeasurementRevision[] = []
    let start = after
    for (let size = 2 * limit + 1; ;) {
      const rows = await readRevisions(filter, order, start, size)
      const isEnd = rows.length < size
      const latest = rows.filter((row, at) => at + 1 < rows.length ? !isSameKey(row, rows[at + 1]!) : isEnd)
      const revisions = latest.map(fromRow)
      found.push(...revisions.filter(revision => isShown(revision, filter)))
      if (isEnd || found.length >= limit) return found.slice(0, limit)
      start = revisions.at(-1) ?? start
      // More where one key has more revisions than were read.
      size = revisions.length === 0 ? 2 * size : Math.max(size, Math.min(2 * size, ROWS_A_READ))
      await setImmediate()
    }
  }

  async function readRevisions (filter: MeasurementFilter, order: MeasurementOrder, after: MeasurementKey | undefined, limit: number): Promise<RevisionRow[]> {
    const { indicators, areas, segments } = left(filter, order === 'key' ? after : undefined)
    const params: unknown[] = []
    const given = (sql: string, ...values: unknown[]): string => { params.push(...values); return sql }
    const oneOf = (column: string, values: readonly string[] | undefined) => values !== undefined &&
      (values.length === 0 ? '1 = 0' : given(`${column} in (${values.map(() => '?').join(', ')})`, ...values))
    // With areas alone one range scan for each indicator, instead of the whole table.
    const isByArea = areas !== undefined && indicators === undefined
    const conditions = [
      oneOf('m.indicator', indicators),
      oneOf('m.area', areas),
      oneOf('m.segment', segments),
      filter.from !== undefined && given('m.period_end >= ?', filter.from),
      filter.to !== undefined && given('m.period_end <= ?', filter.to),
      filter.knownAt != null && given('m.recorded_at <= ?', filter.knownAt),
      after !== undefined && isByArea && given('i.id >= ?', after.indicator),
      after !== undefined && (order === 'key' ? given(...afterKey(after, { indicator: indicators, area: areas, segment: segments })) : given(...afterPeriod(after, order)))
    ].filter(condition => condition !== false)
    const from = isByArea ? 'indicators i cross join measurements m where m.indicator = i.id' : 'measurements m where 1 = 1'
    const sorted = order !== 'key' ? `m.period ${order === 'period' ? 'asc' : 'desc'}, m.segment` : `${isByArea ? 'i.id' : 'm.indicator'}, m.area, m.segment, m.period`
    return await database.query<RevisionRow>(`select ${COLUMNS} from ${[from, ...conditions].join(' and ')} order by ${sorted}, m.revision limit ?`, [...params, limit])
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

const isShown = ({ withdrawn, flag, import: together }: MeasurementRevision, { flags, imports }: MeasurementFilter): boolean =>
  !withdrawn && (flags === undefined || flags.includes(flag)) && (imports === undefined || (together !== null && imports.includes(together)))

type Lists = { indicators: readonly string[] | undefined, areas: readonly string[] | undefined, segments: readonly string[] | undefined }

/** What of a filter's lists can still come after a key: what was gone through before is not walked through again. */
function left ({ indicators, areas, segments }: MeasurementFilter, after: MeasurementKey | undefined): Lists {
  const texts = segments?.map(segment => segment ?? '')
  if (after === undefined) return { indicators, areas, segments: texts }
  const rest = indicators?.filter(id => id >= after.indicator)
  return { indicators: rest, areas: rest?.length === 1 && rest[0] === after.indicator ? areas?.filter(id => id >= after.area) : areas, segments: texts }
}

type Condition = [sql: string, ...values: string[]]

/** Columns that one value fixes are left out of the comparison: only then is it one range of the index, and not a walk from its start. */
function afterKey (after: MeasurementKey, fixed: Partial<Record<string, readonly string[] | undefined>>): Condition {
  const open = KEY.slice(KEY.findIndex(column => column === 'period' || fixed[column]?.length !== 1 || fixed[column][0] !== (after[column] ?? '')))
  return [`(${open.map(column => `m.${column}`).join(', ')}) > (${open.map(() => '?').join(', ')})`, ...open.map(column => after[column] ?? '')]
}

function afterPeriod ({ period, segment }: MeasurementKey, order: MeasurementOrder): Condition {
  return [`(m.period ${order === 'period' ? '>' : '<'} ? or (m.period = ? and m.segment > ?))`, period, period, segment ?? '']
}
