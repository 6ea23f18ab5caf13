import { z } from 'zod'
import { AppError } from '../domain/errors.ts'
import type { Mapping } from '../domain/mapping.ts'
import { type Actor, requireScope } from './actor.ts'
import type { FileBody } from './files.ts'
import { type Preview, previewTable } from './formats/cell-preview.ts'
import { createCellReader } from './formats/cell-reader.ts'
import type { Table } from './formats/cells.ts'
import { openJobindsats } from './formats/jobindsats.ts'
import { rowsOf, tableOf } from './formats/json-stat.ts'
import { readCube } from './formats/json-stat-cube.ts'
import type { MappingService } from './mappings.ts'
import { refuseReadingOptions } from './measurement-files.ts'
import type { RowItem, RowSource } from './measurement-rows.ts'
import type { BatchSummary, MeasurementService, RecordOptions } from './measurements.ts'
import { type Reference, refusedParameter } from './reference.ts'

export const TABLE_FORMATS = ['jobindsats', 'json-stat'] as const
export type TableFormat = typeof TABLE_FORMATS[number]

const mapping = z.string().min(1).max(100)
/** Which mapping a table is read by. */
export const mappingParameter = {
  mapping: mapping.optional().meta({ description: 'The id of a mapping of /v1/mappings, which says what becomes of the table\'s labels.', example: 'jobindsats-y25i01' })
}

export type TablePreview = { format: TableFormat, mapping: string | null } & Preview
/** A file of tables and how it is read. `mediaType` is application/json or text/csv; `decimal` the decimal mark of CSV whose figures do not tell it. */
export type TableFile = { format: TableFormat, file: FileBody, mediaType: string, mapping?: string, decimal?: keyof typeof MARKS }
const MARKS = { comma: ',', point: '.' } as const

function refuseUnread ({ format, mediaType, decimal }: TableFile): void {
  if (decimal !== undefined && (format !== 'jobindsats' || mediaType !== 'text/csv')) refuseReadingOptions({ decimal }, format === 'jobindsats' ? mediaType : format)
}

/** Tables of sources (Jobindsats, StatBank and others by JSON-stat), read by saved mappings. */
export function createFileImportService ({ measurements, mappings, reference }: { measurements: MeasurementService, mappings: MappingService, reference: Reference }) {
  /**
   * Records the figures of a table: all or none, unless `atomic` is false.
   * @throws AppError as `measurements.recordRows`; `invalid_request` where the file cannot be read or does not fit the mapping
   */
  async function record (actor: Actor, table: TableFile, options: RecordOptions): Promise<BatchSummary> {
    requireScope(actor, 'measurements:write')
    refuseUnread(table)
    const { format, file } = table
    const mapping = await mappingOf(table.mapping)
    const sent = { kind: format, hash: file.hash }
    return await measurements.recordRows(actor, format === 'jobindsats' ? await jobindsatsRows(table, mapping) : await jsonStatRows(file, mapping), sent, options)
  }

  /** What a table would become, so that its mapping can be written or mended. Nothing is written. */
  async function preview (actor: Actor, sent: TableFile): Promise<TablePreview> {
    requireScope(actor, 'measurements:write')
    refuseUnread(sent)
    const { format, file } = sent
    const mapping = await mappingOf(sent.mapping)
    const areas = await reference.areas()
    const table = format === 'jobindsats' ? await jobindsatsTable(sent) : tableOf(file, await readCube(file), mapping, areas)
    return { format, mapping: mapping?.id ?? null, ...await previewTable(table, mapping, areas) }
  }

  async function mappingOf (id: string | undefined): Promise<Mapping | null> {
    if (id === undefined) return null
    return await mappings.get(id).catch((error: unknown) => {
      throw error instanceof AppError && error.code === 'not_found' ? refusedParameter('mapping', `there is no mapping ${JSON.stringify(id)}: see /v1/mappings`, 'unknown_mapping') : error
    })
  }

  const jobindsatsTable = async ({ file, mediaType, decimal }: TableFile): Promise<Table> => await openJobindsats(file, mediaType, decimal && MARKS[decimal])

  async function jobindsatsRows (table: TableFile, mapping: Mapping | null): Promise<RowSource> {
    if (mapping === null) throw refusedParameter('mapping', 'is needed to read a table of Jobindsats: send the id of one of /v1/mappings; POST /v1/imports/preview shows what a new one must name', 'required')
    return rowsBy(await jobindsatsTable(table), mapping, `Jobindsats ${mapping.table}`)
  }

  async function jsonStatRows (file: FileBody, mapping: Mapping | null): Promise<RowSource> {
    const [cube, areas] = [await readCube(file), await reference.areas()]
    return mapping === null ? rowsOf(file, cube, areas) : await rowsBy(tableOf(file, cube, mapping, areas), mapping, [cube.source, mapping.table].filter(text => text !== null).join(' ').slice(0, 1000))
  }

  async function rowsBy (table: Table, mapping: Mapping, source: string): Promise<RowSource> {
    const reader = createCellReader(table, mapping, await reference.areas(), source)
    async function * items (): AsyncGenerator<RowItem[]> {
      for await (const rows of table.rows) yield rows.flatMap(reader.read)
      yield reader.finish()
    }
    return { pointerTo: reader.pointerTo, items: items() }
  }

  return { record, preview }
}
