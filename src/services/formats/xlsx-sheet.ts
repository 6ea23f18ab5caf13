import { decimal, nearest } from '../../domain/decimal.ts'
import { type Cell, isBlank, type TableRecord } from './table-rows.ts'
import { unescaped, type Workbook } from './xlsx-parts.ts'
import { readXml, XmlError } from './xml.ts'

const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 1_000
const LONGEST_CELL = 100_000
const DAY_MS = 86_400_000
const HUNDRED = decimal(100)

/**
 * The rows of a sheet that are not empty, some at a time, all as long as the first one, or longer where they have more cells. Of a formula
 * the result is read that was stored with it.
 * @throws XmlError
 */
export async function * sheetRecords (bytes: AsyncIterable<Uint8Array>, workbook: Workbook): AsyncGenerator<TableRecord[]> {
  let found: TableRecord[] = []
  let width = 0
  let row = { line: 0, cells: [] as Cell[] }
  let cell = { column: 0, type: 'n', style: 0, text: '' }
  let isValue = false
  let isPronunciation = false

  /** Begins a row. As their numbers rise, there are no more rows than numbers. */
  function beginRow (number: string | undefined): void {
    const line = Number(number ?? row.line + 1)
    if (line > MOST_ROWS) throw new XmlError(`it has a row beyond ${MOST_ROWS}`)
    if (!Number.isInteger(line) || line <= row.line) throw new XmlError(`after row ${row.line} it has one with the number ${JSON.stringify(number?.slice(0, 20))}`)
    row = { line, cells: [] }
  }

  function beginCell (reference: string | undefined, type: string | undefined, style: string | undefined): void {
    const column = reference === undefined ? row.cells.length : columnOf(reference)
    if (column >= MOST_COLUMNS) throw new XmlError(`row ${row.line} has a cell beyond column ${MOST_COLUMNS}`)
    cell = { column, type: type ?? 'n', style: Number(style ?? 0), text: '' }
  }

  function endCell (): void {
    while (row.cells.length <= cell.column) row.cells.push(null)
    row.cells[cell.column] = cellOf(cell, workbook)
  }

  function endRow (): void {
    let length = row.cells.length
    while (length > 0 && isBlank(row.cells[length - 1]!)) length--
    if (length === 0) return
    if (width === 0) width = length
    const fields = row.cells.slice(0, length)
    while (fields.length < width) fields.push(null)
    found.push({ line: row.line, fields })
  }

  const reading = readXml(bytes, {
    open: (name, attribute) => {
      if (name === 'row') beginRow(attribute('r'))
      else if (name === 'c') beginCell(attribute('r'), attribute('t'), attribute('s'))
      else if (name === 'v' || name === 't') isValue = !isPronunciation
      else if (name === 'rPh') isPronunciation = true
    },
    text: text => {
      if (isValue) cell.text += text
      if (cell.text.length > LONGEST_CELL) throw new XmlError(`row ${row.line} has a cell of more than ${LONGEST_CELL} characters`)
    },
    close: name => {
      if (name === 'v' || name === 't') isValue = false
      else if (name === 'rPh') isPronunciation = false
      else if (name === 'c') endCell()
      else if (name === 'row') endRow()
    }
  })
  while ((await reading.next()).done !== true) {
    yield found
    found = []
  }
}

/** The column of a reference such as AB12, counted from 0. */
function columnOf (reference: string): number {
  const [letters = ''] = /^[A-Z]{1,3}/.exec(reference) ?? []
  if (letters === '') throw new XmlError(`it has a cell called ${JSON.stringify(reference.slice(0, 20))}`)
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function cellOf ({ type, style, text }: { type: string, style: number, text: string }, { strings, styles, from1904 }: Workbook): Cell {
  if (text === '') return null
  switch (type) {
    case 's': {
      const shared = strings[Number(text)]
      if (shared === undefined) throw new XmlError('a cell names a text that is not there')
      return shared
    }
    case 'b': return text === '1'
    case 'n': {
      const value = Number(text)
      if (Number.isNaN(value)) return text
      const kind = styles[style] ?? 'number'
      return kind === 'date' ? dayOf(value, from1904) : kind === 'percent' && Number.isFinite(value) ? { percent: nearest(decimal(value).mul(HUNDRED)) } : value
    }
    case 'd': return text.slice(0, 10)
    default: return unescaped(text)
  }
}

/** The day of a serial number. Excel counts from 1900 and thinks that there was a 29 February then, which moves the days before it. */
function dayOf (serial: number, from1904: boolean): Date {
  const day = Math.floor(serial)
  if (from1904) return new Date(Date.UTC(1904, 0, 1) + day * DAY_MS)
  return new Date(Date.UTC(1899, 11, 30) + (day < 60 ? day + 1 : day) * DAY_MS)
}
