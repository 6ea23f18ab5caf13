import { AppError } from '../../domain/errors.ts'
import type { Flag } from '../../domain/measurement.ts'
import { type GivenRow, type PointerTo, remedyFor, type RowItem, type RowProblem, shownValue } from '../measurement-rows.ts'
import type { AreaIndex } from '../reference.ts'
import { createAreaReader, type Trouble } from './area-names.ts'
import { type Column, columnPointer, type Field, readHeader } from './columns.ts'
import { type ByMark, createMarkFinder } from './decimal-marks.ts'
import { type DecimalMark, readFigure } from './figures.ts'
import { unguarded } from './formula-guard.ts'

/** A cell: text as in CSV, or what a spreadsheet has typed. A `percent` is a number that is shown a hundred times larger, with the sign. */
export type Cell = string | number | boolean | Date | { percent: number } | null
export type TableRecord = { line: number, fields: readonly Cell[] }
/** `guarded`: an apostrophe before what looks like a formula is not part of the text. */
export type TableOptions = { decimal?: DecimalMark, guarded?: boolean }

const TEXTS_SHARED = 10_000
const FILLED_IN: readonly Column['field'][] = ['value', 'flag', 'source', 'note']
const FLAGS_IN_DANISH = new Map<string, Flag>([
  ['endelig', 'final'], ['foreløbig', 'provisional'], ['foreloebig', 'provisional'], ['diskret', 'suppressed'], ['diskretioneret', 'suppressed'], ['undertrykt', 'suppressed'], ['mangler', 'missing'], ['manglende', 'missing']
])

/**
 * Reads tables in the long form: a header row, then a measurement a row. What a figure like 1.234 means is decided by the other figures
 * of the table, or by `decimal`; so such rows come last, from `rest`.
 */
export function createTableReader (areas: AreaIndex, { decimal, guarded = false }: TableOptions = {}) {
  const areaOf = createAreaReader(areas)
  const marks = createMarkFinder(decimal)
  const waiting: { row: GivenRow, text: string, byMark: ByMark }[] = []
  const texts = new Map<string, string>()
  let columns: Column[] | undefined
  /** Of a table that asks for figures the columns to fill in. */
  let filledIn: number[] = []
  let isEmpty = true

  /** The same text as one in the memory: very many rows say the same. */
  function shared (text: string): string {
    const known = texts.get(text)
    if (known === undefined && texts.size < TEXTS_SHARED) texts.set(text, text)
    return known ?? text
  }

  const nameOf = (field: string): string => columns?.find(column => column.field === field)?.name ?? field
  const pointerTo: PointerTo = (row, field) => `/${row}${field === undefined ? '' : `/${columnPointer(nameOf(field))}`}`
  const problem = (row: number, field: Field, value: unknown, trouble: Trouble): RowProblem => ({ row, pointer: pointerTo(row, field), value: shownValue(value), ...trouble })

  /** Reads some records; the first of all is the header. */
  function read (records: readonly TableRecord[]): RowItem[] {
    const items: RowItem[] = []
    for (const record of records) {
      if (columns === undefined) {
        columns = readHeader(record.fields.map(cell => textOf(cell)), record.line)
        if (columns.some(({ field }) => field === 'expected')) filledIn = columns.flatMap(({ field }, at) => FILLED_IN.includes(field) ? [at] : [])
        continue
      }
      isEmpty = false
      const item = rowOf(record, columns)
      if (item !== null) items.push(item)
    }
    return items
  }

  function rowOf ({ line, fields }: TableRecord, columns: Column[]): RowItem | null {
    if (fields.length !== columns.length) return misfit(line, fields, columns)
    if (isLeftEmpty(fields)) return leftEmpty(line)
    const row: GivenRow = { row: line, input: {} }
    const problems: RowProblem[] = []
    let isWaiting = false
    for (const [at, { field }] of columns.entries()) {
      const cell = fields[at] as Cell
      if (field === 'beside' || field === 'expected') continue
      if (isBlank(cell)) {
        if (field === 'indicator' || field === 'area' || field === 'period') row.input[field] = ''
      } else if (field === null) problems.push({ row: line, pointer: `/${line}`, code: 'unnamed_column', value: shownValue(textOf(cell)), detail: `stands in column ${at + 1}, which has no name in the header`, remedy: 'name the column, or leave it out' })
      else if (typeof cell === 'boolean') problems.push(problem(line, field, cell, { code: 'invalid_type', detail: 'is true or false, which no field is', remedy: remedyFor(field) }))
      else if (field === 'value') isWaiting = readValue(row, cell, problems)
      else readText(row, field, textOf(cell), problems)
    }
    if (problems.length > 0) row.problems = problems
    return isWaiting ? null : row
  }

  const isLeftEmpty = (fields: readonly Cell[]): boolean => filledIn.length > 0 && filledIn.every(at => isBlank(fields[at] as Cell))
  const leftEmpty = (row: number): RowItem =>
    ({ skipped: 1, notices: [{ row, pointer: pointerTo(row, 'value'), code: 'left_empty', value: null, detail: 'is left empty, so nothing is recorded of it', remedy: null }] })

  function readText (row: GivenRow, field: Field, text: string, problems: RowProblem[]): void {
    if (field === 'area') {
      const { id, trouble } = areaOf(text)
      row.input.area = id
      if (trouble !== undefined) problems.push(problem(row.row, field, text, trouble))
    } else if (field === 'flag') row.input.flag = FLAGS_IN_DANISH.get(text.toLowerCase()) ?? text.toLowerCase()
    else row.input[field] = shared(guarded ? unguarded(text) : text)
  }

  /** Reads the value of a row. @returns whether the row must wait, because it may be one number or another */
  function readValue (row: GivenRow, cell: Exclude<Cell, null | boolean>, problems: RowProblem[]): boolean {
    if (typeof cell === 'number') row.input.value = cell
    else if (typeof cell === 'object' && 'percent' in cell) {
      row.input.value = cell.percent
      row.percent = true
    } else {
      const text = textOf(cell)
      const figure = readFigure(text)
      if (figure.kind !== 'unreadable' && figure.percent) row.percent = true
      marks.see(figure)
      if (figure.kind === 'ambiguous') return waiting.push({ row, text, byMark: figure.byMark }) > 0
      if (figure.kind === 'number') row.input.value = figure.value
      else {
        row.input.value = text
        problems.push(problem(row.row, 'value', text, { code: 'invalid_number', detail: figure.detail, remedy: figure.remedy }))
      }
    }
    return false
  }

  function misfit (line: number, fields: readonly Cell[], columns: Column[]): RowItem {
    return {
      refused: 1,
      problems: [{
        row: line,
        pointer: pointerTo(line),
        code: 'field_count',
        value: shownValue(fields.map(textOf).join(' | ')),
        detail: `has ${fields.length} ${fields.length === 1 ? 'field' : 'fields'}, and the header has ${columns.length}`,
        remedy: 'give it as many as the header; put quotes around a field that holds the delimiter'
      }]
    }
  }

  /** What waited for the other figures, at the end. @throws AppError `invalid_request` where the table is empty */
  function rest (): RowItem[] {
    if (columns === undefined || isEmpty) {
      const detail = columns === undefined ? 'The file is empty: send a header row, then a row for each measurement.' : 'The file has a header row and nothing below it: send a row for each measurement.'
      throw new AppError('invalid_request', detail, [{ pointer: '', code: 'no_rows', detail }])
    }
    return waiting.map(({ row, text, byMark }) => {
      const value = marks.decided(byMark)
      row.input.value = value ?? text
      if (value === undefined) {
        row.problems = [...row.problems ?? [], problem(row.row, 'value', text, { code: 'ambiguous_number', detail: marks.why(byMark), remedy: 'write it without thousands separators, or say decimal=comma or decimal=point in the query' })]
      }
      return row
    })
  }

  return { pointerTo, read, rest }
}

/** Whether nothing stands in a cell. */
export const isBlank = (cell: Cell): cell is null | string => cell === null || (typeof cell === 'string' && cell.trim() === '')

/** A cell as text; a date is its day. */
function textOf (cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return (typeof cell === 'object' ? `${cell.percent} %` : String(cell)).trim()
}
