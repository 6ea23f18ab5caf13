import type { MeasurementKey, MeasurementRevision } from '../../src/domain/measurement.ts'
import type { Database } from '../database.ts'
import { COLUMNS, fromRow, isSameKey, type RevisionRow } from './measurement-rows.ts'

/** Which measurements. `segment` null is the whole only, undefined any; `from` and `to` are the first and last day that a period may end on. */
export type MeasurementFilter = { indicator?: string, area?: string, segment?: string | null, from?: string, to?: string, knownAt?: string | null }

const KEY = ['indicator', 'area', 'segment', 'period'] as const

/** The part of the measurement store that lists. */
export function createMeasurementPages (database: Database) {
  /**
   * The visible measurements that the filter lets through, by key; at most `limit`, those after the key `after`.
   * All revisions are read in the order of the key and the latest ones picked here: a walk along the index that stops early, which
   * PostgreSQL does not make of a statement that asks for the latest ones itself.
   */
  async function page (filter: MeasurementFilter, { limit, after }: { limit: number, after?: MeasurementKey }): Promise<MeasurementRevision[]> {
    const found: MeasurementRevision[] = []
    let start = after
    for (let size = 2 * limit + 1; ; size *= 2) {
      const rows = await readRevisions(filter, start, size)
      const isEnd = rows.length < size
      const latest = rows.filter((row, at) => at + 1 < rows.length ? !isSameKey(row, rows[at + 1]!) : isEnd)
      const revisions = latest.map(fromRow)
      found.push(...revisions.filter(({ withdrawn }) => !withdrawn))
      if (isEnd || found.length >= limit) return found.slice(0, limit)
      start = revisions.at(-1) ?? start
    }
  }

  async function readRevisions (filter: MeasurementFilter, after: MeasurementKey | undefined, limit: number): Promise<RevisionRow[]> {
    const params: unknown[] = []
    // With an area alone one range scan for each indicator, instead of the whole table.
    const isByArea = filter.area !== undefined && filter.indicator === undefined
    // Columns that a filter fixes are left out of the comparison: only then is it one range of the index, and not a walk from its start.
    const open = KEY.slice(KEY.findIndex(column => column === 'period' || filter[column] === undefined))
    const given = (sql: string, ...values: unknown[]): string => { params.push(...values); return sql }
    const conditions = [
      filter.indicator !== undefined && given('m.indicator = ?', filter.indicator),
      filter.area !== undefined && given('m.area = ?', filter.area),
      filter.segment !== undefined && given('m.segment = ?', filter.segment ?? ''),
      filter.from !== undefined && given('m.period_end >= ?', filter.from),
      filter.to !== undefined && given('m.period_end <= ?', filter.to),
      filter.knownAt != null && given('m.recorded_at <= ?', filter.knownAt),
      after !== undefined && isByArea && given('i.id >= ?', after.indicator),
      after !== undefined && given(`(${open.map(column => `m.${column}`).join(', ')}) > (${open.map(() => '?').join(', ')})`, ...open.map(column => after[column] ?? ''))
    ].filter(condition => condition !== false)
    const [from, order] = isByArea
      ? ['indicators i cross join measurements m where m.indicator = i.id', 'i.id, m.segment, m.period, m.revision']
      : ['measurements m where 1 = 1', 'm.indicator, m.area, m.segment, m.period, m.revision']
    return await database.query<RevisionRow>(
      `select ${COLUMNS} from ${[from, ...conditions].join(' and ')} order by ${order} limit ?`, [...params, limit])
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
