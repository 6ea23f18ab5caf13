import type { Mapping } from '../../../src/domain/mapping.ts'
import { createCellReader } from '../../../src/services/formats/cell-reader.ts'
import type { Table } from '../../../src/services/formats/cells.ts'
import { openJobindsats } from '../../../src/services/formats/jobindsats.ts'
import { tableOf } from '../../../src/services/formats/json-stat.ts'
import { readCube } from '../../../src/services/formats/json-stat-cube.ts'
import { type FileBody, fileOf } from '../../../src/services/files.ts'
import type { RowItem, RowProblem } from '../../../src/services/measurement-rows.ts'
import type { AreaIndex } from '../../../src/services/reference.ts'

/** A mapping with one measure of two members, of one hierarchy column. */
export const mappingOf = (change: Partial<Mapping> = {}): Mapping => ({
  id: 'm',
  title: { da: 'Ledighed', en: 'Unemployment' },
  table: 'y1',
  period: 'Periode',
  area: 'Område',
  totals: { Ydelse: 'Ydelser i alt' },
  series: [
    { measure: 'Antal', members: {}, indicator: 'ledighed', segment: null },
    { measure: 'Antal', members: { Ydelse: 'A-dagpenge' }, indicator: 'ledighed', segment: 'dagpenge' }
  ],
  ignored: { measures: ['Andel'], members: { Ydelse: ['Andet'] } },
  query: null,
  note: null,
  ...change
})

/** A file of a text or of JSON, cut into pieces of so many bytes. */
export function fileIn (content: unknown, size = 1 << 20): FileBody {
  const bytes = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size))
  return { ...fileOf(bytes), pieces }
}

export type Given = { row: number, pointer: string, indicator: string, segment: string | null, area: string, period: string, value: number | null, flag: string }
/** What is read of a table: measurements in the order of the file, what is refused, what is skipped. */
export type Read = { given: Given[], problems: RowProblem[], refused: number, skipped: number, notices: RowProblem[] }

async function readAll (table: Table, mapping: Mapping, areas: AreaIndex): Promise<Read> {
  const reader = createCellReader(table, mapping, areas, null)
  const read: Read = { given: [], problems: [], refused: 0, skipped: 0, notices: [] }
  function take (item: RowItem): void {
    if ('skipped' in item) {
      read.skipped += item.skipped
      read.notices.push(...item.notices)
    } else if ('refused' in item) {
      read.refused += item.refused
      read.problems.push(...item.problems)
    } else {
      const { indicator, segment, area, period, value, flag = 'final' } = item.input as Omit<Given, 'row' | 'pointer'>
      read.given.push({ row: item.row, pointer: reader.pointerTo(item.row, 'value', item.column), indicator, segment, area, period, value, flag })
    }
  }
  for await (const rows of table.rows) rows.flatMap(reader.read).forEach(take)
  reader.finish().forEach(take)
  return read
}

/** Reads a file of Jobindsats by a mapping. */
export const readJobindsats = async (file: FileBody, mapping: Mapping, areas: AreaIndex, mediaType = 'application/json'): Promise<Read> =>
  await readAll(await openJobindsats(file, mediaType), mapping, areas)

/** Reads a data set of JSON-stat by a mapping. */
export const readJsonStat = async (file: FileBody, mapping: Mapping, areas: AreaIndex): Promise<Read> =>
  await readAll(tableOf(file, await readCube(file), mapping, areas), mapping, areas)
