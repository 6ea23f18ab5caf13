import { AppError } from '../../domain/errors.ts'
import { type MeasurementRow, shownValue } from '../measurement-rows.ts'

export type Field = keyof MeasurementRow
/** A column of a table: its name as it stands there, and the field that it fills (null: it has no name, and must be empty). */
export type Column = { name: string, field: Field | null }

const NAMES: Record<Field, readonly string[]> = {
  indicator: ['indicator', 'indikator'],
  area: ['area', 'område', 'omraade', 'kommune', 'kommunekode', 'kommunenr', 'kommunenavn', 'areal'],
  segment: ['segment', 'målgruppe', 'maalgruppe'],
  period: ['period', 'periode', 'år', 'aar'],
  value: ['value', 'værdi', 'vaerdi', 'tal'],
  flag: ['flag', 'status', 'markering'],
  source: ['source', 'kilde'],
  note: ['note', 'bemærkning', 'bemaerkning']
}
const FIELD_OF = new Map(Object.entries(NAMES).flatMap(([field, names]) => names.map(name => [name, field as Field])))
const REQUIRED = ['indicator', 'area', 'period', 'value'] as const
const KNOWN = Object.entries(NAMES).map(([field, [, danish]]) => danish === undefined ? field : `${field} (${danish})`).join(', ')

/**
 * The columns of a header row, by their English or Danish names, whatever their case.
 * @throws AppError `invalid_request` naming a column that is unknown, there twice, or missing
 */
export function readHeader (cells: readonly string[], line: number): Column[] {
  const columns = cells.map((cell, at): Column => {
    const name = cell.normalize('NFC').trim()
    const field = FIELD_OF.get(name.toLowerCase()) ?? null
    if (name !== '' && field === null) throw refused(line, name, 'unknown_column', `The column ${shown(name)} (number ${at + 1}, line ${line}) is not known: the columns are ${KNOWN}. Rename it, or leave it out.`)
    return { name, field }
  })
  for (const [at, { name, field }] of columns.entries()) {
    const before = field === null ? undefined : columns.slice(0, at).find(other => other.field === field)
    if (before !== undefined) throw refused(line, name, 'doubled_column', `The columns ${shown(before.name)} and ${shown(name)} (line ${line}) both say the ${field}: leave one out.`)
  }
  const missing = REQUIRED.filter(field => !columns.some(column => column.field === field))
  if (missing.length > 0) {
    throw refused(line, '', 'missing_column', `There is no column for ${missing.join(', ')} (line ${line} is the header, with commas, semicolons or tabs between its columns): the columns are ${KNOWN}, and the first of them are needed: ${REQUIRED.join(', ')}.`)
  }
  return columns
}

/** A column as part of a pointer. */
export const columnPointer = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

const shown = (name: string): string => JSON.stringify(shownValue(name))

function refused (line: number, name: string, code: string, detail: string): AppError {
  return new AppError('invalid_request', detail, [{ pointer: name === '' ? `/${line}` : `/${line}/${columnPointer(shownValue(name)!)}`, code, detail }])
}
