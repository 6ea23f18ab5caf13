import type { Area } from '../../domain/area.ts'
import type { Flag } from '../../domain/measurement.ts'
import { hierarchiesOf, type Mapping } from '../../domain/mapping.ts'
import type { AreaIndex } from '../reference.ts'
import type { DecimalMark } from './figures.ts'

/**
 * What a column of a table holds. A table is wide, with a column for each measure, or long: its `measures` column says which measure stands
 * in its `value` column.
 */
export type Role = 'period' | 'area' | 'hierarchy' | 'measure' | 'measures' | 'value' | 'unknown'

/** A column; `role` where the format itself says what it holds. */
export type Column = { name: string, role?: Role }

/** A row of a table, its cells in the order of the columns. `flag` where the format says it of the row's value. */
export type TableRow = { row: number, cells: readonly unknown[], flag?: Flag | null }

/**
 * A table of cells as its format gives it. `pointerTo` is where a row, or the cell of a column of it, stands in the file; row null is the
 * head. `decimal` is the decimal mark of figures that do not tell it, where somebody said it; else the others tell.
 */
export type Table = {
  columns: readonly Column[]
  rows: AsyncIterable<TableRow[]>
  pointerTo: (row: number | null, column?: number) => string
  decimal?: DecimalMark
}

const labels = new Map<unknown, string>()
const REMEMBERED = 20_000

/** Labels as they are compared: composed letters, white space of any kind as one space. A file has few, many times over. */
export function labelOf (text: unknown): string {
  const known = labels.get(text)
  if (known !== undefined) return known
  const label = (typeof text === 'string' ? text : JSON.stringify(text) ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()
  if (labels.size >= REMEMBERED) labels.clear()
  if (typeof text === 'string' && text.length < 500) labels.set(text, label)
  return label
}

/** The area that a text means, by its id, a source's code or its name; of an ambiguous name all that it may mean, none where it is unknown. */
export function areasOf (areas: AreaIndex, text: string): readonly Area[] {
  const found = areas.resolve(text)
  return found === undefined ? areas.byName(text) : [found]
}

/** What Jobindsats calls those whose kommune is not known. */
export const isAreaUnstated = (label: string): boolean => /^uoplyst\b/i.test(label)

const PERIODS = ['periode', 'period', 'tid', 'time']
const AREAS = ['område', 'area', 'omraade']

/**
 * The role of each column: what the format says, else what the mapping says, else (without a mapping) what it looks like.
 * @param sample the cells of the first row, to tell members from figures; null where there is none
 */
export function rolesOf (columns: readonly Column[], mapping: Mapping | null, sample: readonly unknown[] | null): Role[] {
  const roles = columns.map(({ name, role }, at) => role ?? (mapping === null ? guessed(sample?.[at]) : mapped(labelOf(name), mapping)))
  for (const [role, names] of [['period', PERIODS], ['area', AREAS]] as const) {
    if (roles.includes(role)) continue
    const at = columns.findIndex(({ name, role }) => role === undefined && names.includes(labelOf(name).toLowerCase()))
    if (at >= 0) roles[at] = role
  }
  return roles
}

function mapped (name: string, mapping: Mapping): Role {
  const { period, area, series, ignored } = mapping
  if (name === period) return 'period'
  if (name === area) return 'area'
  if (hierarchiesOf(mapping).includes(name)) return 'hierarchy'
  return ignored.measures === '*' || ignored.measures.includes(name) || series.some(({ measure }) => measure === name) ? 'measure' : 'unknown'
}

const guessed = (cell: unknown): Role => typeof cell === 'string' && /\p{L}/u.test(cell) ? 'hierarchy' : 'measure'
