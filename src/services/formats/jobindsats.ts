import { AppError } from '../../domain/errors.ts'
import type { FileBody } from '../files.ts'
import { shownValue } from '../measurement-rows.ts'
import { type Column, labelOf, type Table, type TableRow } from './cells.ts'
import { columnPointer } from './columns.ts'
import { type CsvRecord, csvRecords } from './csv-records.ts'
import type { DecimalMark } from './figures.ts'
import { type Found, jsonValues } from './json-values.ts'
import { readText } from './text.ts'

const MOST_COLUMNS = 500
const PATHS = ['$.columns', '$.rows.*', '$.code', '$.cause', '$.request_id', '$.*.Variables', '$.*.Data.*']

/**
 * The table in a file of Jobindsats: the answer of the API's v3 (`columns`, `rows`) or v2 (`Variables`, `Data`), or CSV. The head is read
 * first, wherever it stands, and then the rows, some at a time.
 * @param decimal the decimal mark of CSV whose figures do not tell it
 * @throws AppError `invalid_request` where it is no such file; an error of the API that was saved as a file is shown
 */
export async function openJobindsats (file: FileBody, mediaType: string, decimal?: DecimalMark): Promise<Table> {
  if (mediaType === 'text/csv') return { ...await openCsv(file), ...decimal !== undefined && { decimal } }
  const names: string[] = []
  const told: Record<string, unknown> = {}
  for await (const found of jsonValues(file, PATHS.filter(path => !path.endsWith('.*')), names)) {
    for (const { path, value } of found) {
      if (path[0] === 'columns') return openVersion3(file, columnsOf(value))
      if (path[1] === 'Variables' && typeof path[0] === 'number') return openVersion2(file, path[0], columnsOf(value))
      if (path.length === 1) told[String(path[0])] = value
    }
  }
  if ('cause' in told) throw refused(`This is no table but a refusal of Jobindsats: ${[told.code, told.cause].filter(part => part !== undefined).map(shownValue).join(' ')}. Fetch it again.`, 'error_answer')
  const has = names.length === 0 ? '' : `; it has ${names.map(name => JSON.stringify(name.slice(0, 100))).join(', ')}`
  throw refused(`This is no table of Jobindsats: it has neither columns and rows (v3) nor Variables and Data (v2)${has}.`, 'no_table')
}

const refused = (message: string, code: string, pointer = ''): AppError => new AppError('invalid_request', message, [{ pointer, code, detail: message }])

/** The columns, as v3 writes them (labels) or v2 (`Name` tells period and area, whose labels are others there). */
function columnsOf (given: unknown): Column[] {
  if (!Array.isArray(given) || given.length === 0 || given.length > MOST_COLUMNS) throw refused(`The columns are no list of 1 to ${MOST_COLUMNS} labels.`, 'no_table', '/columns')
  return given.map((column: unknown, at) => {
    const { Name: id, Label: label } = (typeof column === 'object' && column !== null ? column : { Label: column }) as Record<string, unknown>
    if (typeof label !== 'string' || labelOf(label) === '') throw refused(`Column ${at} has no label.`, 'no_table', `/columns/${at}`)
    return { name: label, ...id === 'period' && { role: 'period' as const }, ...id === 'area' && { role: 'area' as const } }
  })
}

const below = (place: string, column: number | undefined): string => column === undefined ? place : `${place}/${column}`

function openVersion3 (file: FileBody, columns: Column[]): Table {
  async function * rows (): AsyncGenerator<TableRow[]> {
    for await (const found of listAt(file, '$.rows', '/rows')) yield found.map(({ path, value }) => ({ row: path[1] as number, cells: cellsOf(value) }))
  }
  return { columns, rows: rows(), pointerTo: (row, column) => row === null ? below('/columns', column) : below(`/rows/${row}`, column) }
}

function openVersion2 (file: FileBody, table: number, columns: Column[]): Table {
  async function * rows (): AsyncGenerator<TableRow[]> {
    for await (const found of listAt(file, '$.*.Data', `/${table}/Data`)) {
      yield found.map(({ path, value }) => {
        if (path[0] !== table) throw refused('The file has several tables: send each as a file of its own.', 'several_tables', `/${path[0]}`)
        return { row: path[2] as number, cells: cellsOf(value) }
      })
    }
  }
  return { columns, rows: rows(), pointerTo: (row, column) => row === null ? below(`/${table}/Variables`, column) : below(`/${table}/Data/${row}`, column) }
}

/** The rows of the list at a path, some at a time. @throws AppError where no list stands there */
async function * listAt (file: FileBody, path: string, pointer: string): AsyncGenerator<Found[]> {
  const noList = (): AppError => refused(`${pointer} is no list of rows: send the file as it was fetched.`, 'no_table', pointer)
  let isEmpty = true
  for await (const found of jsonValues(file, [`${path}.*`])) {
    if (found.some(one => typeof one.path.at(-1) !== 'number')) throw noList()
    if (found.length > 0) isEmpty = false
    yield found
  }
  if (!isEmpty) return
  // Where there are no rows, what stands in their place is small.
  for await (const found of jsonValues(file, [path])) {
    if (found.some(({ value }) => Array.isArray(value))) return
  }
  throw noList()
}

/** The cells of a row: a list, or as PowerShell saves one, `{ "value": [ … ], "Count": … }`. */
function cellsOf (given: unknown): unknown[] {
  if (Array.isArray(given)) return given
  const { value } = (given ?? {}) as { value?: unknown }
  return Array.isArray(value) ? value : [given]
}

async function openCsv (file: FileBody): Promise<Table> {
  const records = csvRecords(readText(file))
  let first: CsvRecord[] = []
  for (let step = await records.next(); first.length === 0 && step.done !== true; step = await records.next()) {
    first = step.value
    if (first.length > 0) break
  }
  const [head, ...others] = first
  if (head === undefined) throw refused('The file is empty: its first line holds the names of the columns.', 'no_table')
  const columns = columnsOf(head.fields)
  const rowOf = ({ line, fields }: CsvRecord): TableRow => ({ row: line, cells: fields })
  async function * rows (): AsyncGenerator<TableRow[]> {
    yield others.map(rowOf)
    for await (const found of records) yield found.map(rowOf)
  }
  return { columns, rows: rows(), pointerTo: (row, column) => `/${row ?? head.line}${column === undefined ? '' : `/${columnPointer(columns[column]?.name ?? '')}`}` }
}
