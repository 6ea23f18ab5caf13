import { setImmediate } from 'node:timers/promises'
import type { NewAuditEntry } from '../../src/domain/audit.ts'
import { AppError } from '../../src/domain/errors.ts'
import type { Flag, Import, MeasurementKey, MeasurementRevision, Observation } from '../../src/domain/measurement.ts'
import type { NewEvent } from '../../src/domain/event.ts'
import { periodRange } from '../../src/domain/period.ts'
import type { SeriesKey } from '../../src/domain/target.ts'
import type { Database } from '../database.ts'
import { type Deferred, insertRows, refusedAs } from '../statements.ts'
import { auditRows } from './audit.ts'
import { eventRows } from './events.ts'
import { createMeasurementArrivals } from './measurement-arrivals.ts'
import { createMeasurementPages } from './measurement-pages.ts'
import { importRows } from './imports.ts'
import { COLUMNS, fromRow, isSameKey, type RevisionRow } from './measurement-rows.ts'
import { unchangedFrom } from './reference-versions.ts'

const KEYS_PER_STATEMENT = 1_000
/** A series has dozens of rows, and others wait while they are read: some 20 ms for monthly figures of five years. */
const SERIES_PER_STATEMENT = 500
const ROWS_PER_TURN = 500
const COMPARED_PER_TURN = 20_000

/** Measurements: one append-only list of revisions, read a series at a time. The hot paths are hand-written SQL. */
export function createMeasurementStore (database: Database) {
  /**
   * The observations of the series as known at an instant (null: now): of each period the latest revision, unless it withdraws it.
   * In the order of the keys, within each by the text of the period. One statement for every 500 keys.
   * @param until only periods that end on or before this day; null: all
   */
  async function series (keys: readonly SeriesKey[], knownAt: string | null, until: string | null = null): Promise<Observation[]> {
    const found: Observation[] = []
    for (const chunk of inChunks(distinct(keys, ({ indicator, area, segment }) => [indicator, area, segment ?? '']), SERIES_PER_STATEMENT)) {
      if (found.length > 0) await setImmediate()
      const wanted = database.keyRows(['indicator', 'area', 'segment'], chunk.rows)
      const rows = await database.query<SeriesRow>(
        `select w.k, m.period, m.revision, m.withdrawn, m.value, m.flag, m.source from ${wanted.sql} w cross join measurements m
         where m.indicator = w.indicator and m.area = w.area and m.segment = w.segment ${knownAt === null ? '' : 'and m.recorded_at <= ?'} ${until === null ? '' : 'and m.period_end <= ?'}`,
        [...wanted.params, ...[knownAt, until].filter(bound => bound !== null)])
      // Reading very many rows takes one turn, going through them another.
      if (rows.length > ROWS_PER_TURN) await setImmediate()
      appendVisible(found, chunk.keys, rows)
    }
    return found
  }

  /** The latest revision of each key that there is, withdrawn ones included, in the order of the keys. */
  async function current (keys: readonly MeasurementKey[]): Promise<MeasurementRevision[]> {
    const found: MeasurementRevision[] = []
    for (const chunk of inChunks(distinct(keys, ({ indicator, area, segment, period }) => [indicator, area, segment ?? '', period]), KEYS_PER_STATEMENT)) {
      if (found.length > 0) await setImmediate()
      const wanted = database.keyRows(['indicator', 'area', 'segment', 'period'], chunk.rows)
      const rows = await database.query<RevisionRow>(
        `select ${COLUMNS} from ${wanted.sql} w cross join measurements m
         where m.indicator = w.indicator and m.area = w.area and m.segment = w.segment and m.period = w.period
         order by w.k, m.revision`, wanted.params)
      found.push(...rows.filter((row, at) => at + 1 === rows.length || !isSameKey(row, rows[at + 1]!)).map(fromRow))
    }
    return found
  }

  /**
   * Appends the revisions, all or none.
   * @param together the import that they belong to, which is written with them
   * @param events what is told of it
   * @param audit who does it
   * @param indicators the version of the indicators that they were checked against
   * @throws AppError `conflict` where another has written one of the revisions meanwhile: read what is current and try again;
   * or where another has undone the same import
   */
  async function append (revisions: readonly MeasurementRevision[], together?: Import, events: readonly NewEvent[] = [], audit: readonly NewAuditEntry[] = [], indicators?: number): Promise<void> {
    // Sorted: two writers of overlapping batches then wait for each other in one order, and cannot lock each other out.
    const sorted = await areSorted(revisions) ? revisions : revisions.toSorted(compareKeys)
    const ranges = new Map<string, Range>()
    const insert = (at: number) => refusedAs(insertRows(database, database.tables.measurements, toRows(sorted.slice(at, at + ROWS_PER_TURN), ranges)), writtenMeanwhile)
    const later = Array.from({ length: Math.ceil(sorted.length / ROWS_PER_TURN) }, (_, turn): Deferred => () => insert(turn * ROWS_PER_TURN))
    const rows = sorted.length <= ROWS_PER_TURN ? insert(0) : later
    await database.atomically(() => [...together === undefined ? [] : importRows(database, together, sorted), ...rows, ...auditRows(audit), ...eventRows(events), ...indicators === undefined ? [] : unchangedFrom('indicators', indicators)])
  }

  return { series, current, append, ...createMeasurementPages(database), ...createMeasurementArrivals(database) }
}

type SeriesRow = [k: number, period: string, revision: number, withdrawn: number, value: number | null, flag: Flag, source: string | null]

/** Appends what is visible of the rows: of each series and period the latest revision, where that is no withdrawal. */
function appendVisible (found: Observation[], keys: SeriesKey[], rows: SeriesRow[]): void {
  // SQLite reads them in order anyway, which asking it to would slow down; PostgreSQL need not.
  if (!rows.every((row, at) => at === 0 || compareRows(rows[at - 1]!, row) <= 0)) rows.sort(compareRows)
  for (const [at, [k, period, revision, withdrawn, value, flag, source]] of rows.entries()) {
    const next = rows[at + 1]
    const isLatest = next === undefined || next[0] !== k || next[1] !== period
    if (!isLatest || withdrawn === 1) continue
    const { indicator, area, segment } = keys[k]!
    // Each row brings texts of its own; where they say the same as the one before, that one is kept, for very many are.
    const before = found.at(-1)
    found.push({ indicator, area, segment, period, value, flag: before?.flag === flag ? before.flag : flag, revision, source: before?.source === source ? before.source : source })
  }
}

const compareRows = (a: SeriesRow, b: SeriesRow): number => a[0] - b[0] || compare(a[1], b[1]) || a[2] - b[2]

const compareKeys = (a: MeasurementRevision, b: MeasurementRevision): number =>
  compare(a.indicator, b.indicator) || compare(a.area, b.area) || compare(a.segment ?? '', b.segment ?? '') || compare(a.period, b.period) || a.revision - b.revision

/** Whether revisions are in the order of their keys, as batches come; sorting very many would stop others. */
async function areSorted (revisions: readonly MeasurementRevision[]): Promise<boolean> {
  for (let at = 1; at < revisions.length; at++) {
    if (compareKeys(revisions[at - 1]!, revisions[at]!) > 0) return false
    if (at % COMPARED_PER_TURN === 0) await setImmediate()
  }
  return true
}

type Range = { periodStart: string, periodEnd: string }

/** Makes the rows of revisions; a batch has few periods, whose days are worked out once. */
function toRows (revisions: MeasurementRevision[], ranges: Map<string, Range>) {
  return revisions.map(revision => {
    let range = ranges.get(revision.period)
    if (range === undefined) {
      const { start, end } = periodRange(revision.period)
      ranges.set(revision.period, range = { periodStart: start, periodEnd: end })
    }
    return { ...revision, ...range, segment: revision.segment ?? '', withdrawn: revision.withdrawn ? 1 : 0 }
  })
}

/** The keys without repetitions, and beside them the rows that go into the statement. */
function distinct<Key> (keys: readonly Key[], rowOf: (key: Key) => string[]): { keys: Key[], rows: string[][] } {
  const byText = new Map<string, { key: Key, row: string[] }>()
  for (const key of keys) {
    const row = rowOf(key)
    const text = row.join('\u0001')
    if (!byText.has(text)) byText.set(text, { key, row })
  }
  const found = [...byText.values()]
  return { keys: found.map(({ key }) => key), rows: found.map(({ row }) => row) }
}

function * inChunks<Key> ({ keys, rows }: { keys: Key[], rows: string[][] }, size: number) {
  for (let at = 0; at < keys.length; at += size) {
    yield { keys: keys.slice(at, at + size), rows: rows.slice(at, at + size) }
  }
}

const compare = (a: string, b: string): number => a < b ? -1 : a > b ? 1 : 0

const writtenMeanwhile = (): AppError =>
  new AppError('conflict', 'Another batch wrote some of the same measurements at the same moment, so nothing of this one was written. Send it again.')
