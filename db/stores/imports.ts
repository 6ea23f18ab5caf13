import { setImmediate } from 'node:timers/promises'
import { and, asc, desc, eq, getTableColumns, gt, gte, lt, lte, or, type SQL } from 'drizzle-orm'
import { AppError } from '../../src/domain/errors.ts'
import type { Import, ImportKind, MeasurementRevision } from '../../src/domain/measurement.ts'
import type { SeriesKey } from '../../src/domain/target.ts'
import type { Database } from '../database.ts'
import { fromJson, toJson } from '../json.ts'
import { insertRows, refusedAs, type Statement } from '../statements.ts'
import { COLUMNS, fromRow, isSameKey, type RevisionRow } from './measurement-rows.ts'

/** A revision of an import with what stood before it (null: nothing) and the revision that is the latest now. */
export type ImportedRevision = { revision: MeasurementRevision, before: MeasurementRevision | null, latest: MeasurementRevision }

/** Which imports. An absent field does not narrow. `from` and `to` are instants, both included. */
export type ImportFilter = { actors?: readonly string[], kinds?: readonly ImportKind[], from?: string, to?: string }

const SERIES_PER_STATEMENT = 10

/** What was written together. */
export function createImportStore (database: Database) {
  const { db, tables: { imports } } = database
  const { series: _, ...columns } = getTableColumns(imports)

  /** The imports, the latest first and those before the import `after`; or, `ascending`, the first one first and those behind it. At most `limit`. */
  async function page ({ actors, kinds, from, to }: ImportFilter, { limit, after, ascending = false }: { limit: number, after?: Pick<Import, 'id' | 'recordedAt'>, ascending?: boolean }): Promise<Import[]> {
    const [beyond, order] = ascending ? [gt, asc] : [lt, desc]
    const isBeyond = ({ id, recordedAt }: Pick<Import, 'id' | 'recordedAt'>): SQL | undefined =>
      or(beyond(imports.recordedAt, recordedAt), and(eq(imports.recordedAt, recordedAt), beyond(imports.id, id)))
    const rows = await db.select(columns).from(imports)
      .where(and(
        actors && database.oneOf(imports.actor, actors),
        kinds && database.oneOf(imports.kind, kinds),
        from === undefined ? undefined : gte(imports.recordedAt, from),
        to === undefined ? undefined : lte(imports.recordedAt, to),
        after && isBeyond(after)))
      .orderBy(order(imports.recordedAt), order(imports.id)).limit(limit)
    return rows.map(fromImportRow)
  }

  /** Those of the imports that there are. */
  async function byIds (ids: readonly string[]): Promise<Import[]> {
    if (ids.length === 0) return []
    return (await db.select(columns).from(imports).where(database.oneOf(imports.id, ids))).map(fromImportRow)
  }

  async function byId (id: string): Promise<Import | undefined> {
    const [found] = await byIds([id])
    return found
  }

  /** The import that undid another; undefined where none did. */
  async function undoing (id: string): Promise<Import | undefined> {
    const [found] = await db.select(columns).from(imports).where(eq(imports.undoes, id))
    return found && fromImportRow(found)
  }

  /** The series that an import wrote to; none where there is no such import. */
  async function series (id: string): Promise<SeriesKey[]> {
    return (await seriesTexts(id)).map(([indicator = '', area = '', segment = '']) => ({ indicator, area, segment: segment === '' ? null : segment }))
  }

  async function seriesTexts (id: string): Promise<string[][]> {
    const [row] = await db.select({ series: imports.series }).from(imports).where(eq(imports.id, id))
    return row === undefined ? [] : fromJson(row.series)
  }

  /** Every revision that an import wrote, by key. */
  async function revisions (id: string): Promise<ImportedRevision[]> {
    const series = await seriesTexts(id)
    const found: ImportedRevision[] = []
    for (let at = 0; at < series.length; at += SERIES_PER_STATEMENT) {
      if (at > 0) await setImmediate()
      const wanted = database.keyRows(['indicator', 'area', 'segment'], series.slice(at, at + SERIES_PER_STATEMENT))
      const rows = await database.query<RevisionRow>(
        `select ${COLUMNS} from ${wanted.sql} w cross join measurements m
         where m.indicator = w.indicator and m.area = w.area and m.segment = w.segment
         order by w.k, m.period, m.revision`, wanted.params)
      found.push(...importedOf(shareTexts(rows), id))
    }
    return found
  }

  return { page, byId, byIds, undoing, series, revisions }
}

const fromImportRow = (row: Omit<Import, 'kind'> & { kind: string }): Import => ({ ...row, kind: row.kind as ImportKind })

/** Rows whose texts are one in the memory where they follow each other: of very many rows most of it. */
function shareTexts (rows: RevisionRow[]): RevisionRow[] {
  for (let at = 1; at < rows.length; at++) {
    const [row, before] = [rows[at] as unknown[], rows[at - 1] as unknown[]]
    for (const [column, value] of before.entries()) {
      if (row[column] === value) row[column] = value
    }
  }
  return rows
}

/** Of rows in the order of key and revision those that an import wrote. */
function importedOf (rows: RevisionRow[], id: string): ImportedRevision[] {
  const found: ImportedRevision[] = []
  for (let first = 0; first < rows.length;) {
    let end = first + 1
    while (end < rows.length && isSameKey(rows[first]!, rows[end]!)) end++
    const ofKey = rows.slice(first, end).map(fromRow)
    for (const [at, revision] of ofKey.entries()) {
      if (revision.import === id) found.push({ revision, before: ofKey[at - 1] ?? null, latest: ofKey.at(-1)! })
    }
    first = end
  }
  return found
}

/** The statement that writes an import beside its revisions, which are in the order of their keys. */
export function importRows (database: Database, one: Import, revisions: readonly MeasurementRevision[]): Statement[] {
  const isOfSameSeries = (a: MeasurementRevision, b: MeasurementRevision): boolean => a.indicator === b.indicator && a.area === b.area && a.segment === b.segment
  const series = revisions.filter((revision, at) => at === 0 || !isOfSameSeries(revision, revisions[at - 1]!)).map(({ indicator, area, segment }) => [indicator, area, segment ?? ''])
  return refusedAs(insertRows(database, database.tables.imports, [{ ...one, series: toJson(series) }]),
    () => new AppError('conflict', `The import ${one.undoes} was undone by another request.`))
}
