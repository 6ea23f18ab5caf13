import { z } from 'zod'
import { AppError } from '../domain/errors.ts'
import type { ImportKind } from '../domain/measurement.ts'
import { type Actor, requireScope } from './actor.ts'
import type { FileBody } from './files.ts'
import { csvRows } from './formats/csv.ts'
import { ndjsonRows } from './formats/ndjson.ts'
import { xlsxRows } from './formats/xlsx.ts'
import type { BatchSummary, MeasurementService, RecordOptions } from './measurements.ts'
import type { RowSource } from './measurement-rows.ts'
import { type AreaIndex, type Reference, refusedParameter } from './reference.ts'

/** How a file is to be read, where it does not tell by itself. */
export const readingOptions = {
  sheet: z.string().trim().min(1).max(100).optional().meta({ description: 'Of an XLSX file the sheet, by its name or its number from 1. Default the first.' }),
  decimal: z.enum(['comma', 'point']).optional().meta({ description: 'The decimal mark of a file whose figures do not tell it: whether 1.234 is 1234 (comma) or 1.234 (point).' })
}
type ReadingOptions = { sheet?: string, decimal?: 'comma' | 'point' }

/** Refuses what means nothing for a body of its kind. @throws AppError `invalid_request` */
export function refuseReadingOptions (options: ReadingOptions, kind: string): void {
  for (const name of ['sheet', 'decimal'] as const) {
    if (options[name] !== undefined) throw refusedParameter(name, `means nothing for ${kind}: leave it out`)
  }
}

type Format = { kind: ImportKind, rows: (file: FileBody, areas: AreaIndex, options: ReadingOptions) => RowSource }
const markOf = ({ decimal }: ReadingOptions) => decimal === undefined ? {} : { decimal: decimal === 'comma' ? ',' as const : '.' as const }
const ndjson: Format = { kind: 'ndjson', rows: ndjsonRows }
const FORMATS: Record<string, Format> = {
  'text/csv': { kind: 'csv', rows: (file, areas, options) => csvRows(file, areas, markOf(options)) },
  'application/x-ndjson': ndjson,
  'application/jsonl': ndjson,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { kind: 'xlsx', rows: (file, areas, { sheet, ...options }) => xlsxRows(file, areas, { ...markOf(options), ...sheet !== undefined && { sheet } }) }
}

/** The media types of files with measurements, by the endings of their names. */
export const MEASUREMENT_FILES = {
  csv: 'text/csv', ndjson: 'application/x-ndjson', jsonl: 'application/jsonl', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
} as const

/** Files of measurements in the long form: a measurement a row. */
export function createMeasurementFileService ({ measurements, reference }: { measurements: Pick<MeasurementService, 'recordRows'>, reference: Reference }) {
  /**
   * Records the rows of a file as one batch: all or none, or with `atomic: false` the good ones.
   * @param mediaType one of {@link MEASUREMENT_FILES}
   * @throws AppError `invalid_request` where the file cannot be read as a whole, `batch_refused` with the summary where rows are bad,
   * `unsupported_media_type`
   */
  async function record (actor: Actor, file: FileBody, mediaType: string, { sheet, decimal, ...options }: RecordOptions & ReadingOptions = {}): Promise<BatchSummary> {
    requireScope(actor, 'measurements:write')
    const format = FORMATS[mediaType]
    if (format === undefined) throw new AppError('unsupported_media_type', `Measurements are not read from ${mediaType}: send ${Object.values(MEASUREMENT_FILES).join(', ')}.`)
    if (format.kind !== 'xlsx') refuseReadingOptions({ sheet }, mediaType)
    if (format.kind === 'ndjson') refuseReadingOptions({ decimal }, mediaType)
    const rows = format.rows(file, await reference.areas(), { ...sheet !== undefined && { sheet }, ...decimal !== undefined && { decimal } })
    return await measurements.recordRows(actor, rows, { kind: format.kind, hash: file.hash }, options)
  }

  return { record }
}
