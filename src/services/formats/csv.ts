import type { FileBody } from '../files.ts'
import type { RowItem, RowSource } from '../measurement-rows.ts'
import type { AreaIndex } from '../reference.ts'
import { csvRecords } from './csv-records.ts'
import { createTableReader, type TableOptions } from './table-rows.ts'
import { readText } from './text.ts'

/** The rows of a CSV file in the long form: a header row, then a measurement a row. Rows are told by their lines. */
export function csvRows (file: Pick<FileBody, 'pieces' | 'charset' | 'signal'>, areas: AreaIndex, options?: TableOptions): RowSource {
  const table = createTableReader(areas, { ...options, guarded: true })
  async function * items (): AsyncGenerator<RowItem[]> {
    for await (const records of csvRecords(readText(file))) yield table.read(records)
    yield table.rest()
  }
  return { pointerTo: table.pointerTo, items: items() }
}
