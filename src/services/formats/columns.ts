import { AppError } from '../../domain/errors.ts'
import type { Bilingual } from '../../domain/indicator.ts'
import type { Flag } from '../../domain/measurement.ts'
import { type MeasurementRow, shownValue } from '../measurement-rows.ts'

export type Field = keyof MeasurementRow
/**
 * A column of a table: its name as it stands there, and the field that it fills; `beside` is one that only tells people more, `expected` as
 * well, of tables to fill in; null: it has no name, and must be empty.
 */
export type Column = { name: string, field: Field | 'beside' | 'expected' | null }

/** The names of each field: in English, in Danish, and others that mean it. */
const NAMES: Record<Field, readonly [string, ...string[]]> = {
  indicator: ['indicator', 'indikator'],
  area: ['area', 'område', 'omraade', 'kommune', 'kommunekode', 'kommunenr', 'kommunenavn', 'areal'],
  segment: ['segment', 'målgruppe', 'maalgruppe'],
  period: ['period', 'periode', 'år', 'aar'],
  value: ['value', 'værdi', 'vaerdi', 'tal'],
  flag: ['flag', 'markering', 'status'],
  source: ['source', 'kilde'],
  note: ['note', 'bemærkning', 'bemaerkning']
}
/** What files of our own tell people beside the measurements, and the importer reads past. */
export const BESIDE = {
  indicatorName: { da: 'indikatornavn', en: 'indicator name' },
  unit: { da: 'enhed', en: 'unit' },
  areaName: { da: 'områdenavn', en: 'area name' },
  segmentName: { da: 'målgruppenavn', en: 'segment name' },
  neededBy: { da: 'bruges af', en: 'needed by' }
} satisfies Record<string, Bilingual>
/** When a figure is due. A table with this column asks for figures: a row of it that is left empty is no measurement. */
export const EXPECTED: Bilingual = { da: 'forventes', en: 'due on' }

/** What flags are called in files for people. */
export const FLAG_NAMES: Record<Flag, Bilingual> = {
  final: { da: 'endelig', en: 'final' },
  provisional: { da: 'foreløbig', en: 'provisional' },
  suppressed: { da: 'diskretioneret', en: 'suppressed' },
  missing: { da: 'mangler', en: 'missing' }
}

/** The column of a field, as files of our own name it. */
export const nameOf = (field: Field): Bilingual => ({ da: NAMES[field][1] ?? field, en: NAMES[field][0] })

const FIELD_OF = new Map<string, Column['field']>([
  ...Object.entries(NAMES).flatMap(([field, names]) => names.map(name => [name, field as Field] as const)),
  ...Object.values(BESIDE).flatMap(({ da, en }) => [[da, 'beside'], [en, 'beside']] as const),
  [EXPECTED.da, 'expected'], [EXPECTED.en, 'expected']
])
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
    const before = field === null || field === 'beside' ? undefined : columns.slice(0, at).find(other => other.field === field)
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
