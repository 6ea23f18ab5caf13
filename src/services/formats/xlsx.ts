import { AppError } from '../../domain/errors.ts'
import type { FileBody } from '../files.ts'
import type { RowItem, RowSource } from '../measurement-rows.ts'
import type { AreaIndex } from '../reference.ts'
import { createTableReader, type TableOptions } from './table-rows.ts'
import { readWorkbook, type Workbook } from './xlsx-parts.ts'
import { sheetRecords } from './xlsx-sheet.ts'
import { XmlError } from './xml.ts'
import { openZip, ZipError } from './zip.ts'

/** What a file may be unpacked: more than the most rows that Excel has, with long texts in them. */
const UNPACKED_LIMIT = 500_000_000
const OLDER_OR_PROTECTED = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * The rows of a sheet of an XLSX file in the long form, of the first sheet unless one is named. The file is unpacked as it is read.
 * A number that Excel shows as per cent is read as it is shown; a date is its day.
 */
export function xlsxRows (file: Pick<FileBody, 'pieces' | 'signal'>, areas: AreaIndex, { sheet, ...options }: TableOptions & { sheet?: string } = {}): RowSource {
  const table = createTableReader(areas, options)
  async function * items (): AsyncGenerator<RowItem[]> {
    const bytes = Buffer.concat(file.pieces)
    if (OLDER_OR_PROTECTED.every((byte, at) => bytes[at] === byte)) throw refused('The file is an older Excel file (.xls), or protected by a password: save it as .xlsx without a password.')
    if (bytes.length < 4 || bytes.toString('latin1', 0, 2) !== 'PK') throw refused('The file is no XLSX: save it as "Excel workbook (.xlsx)", or send it as what it is.')
    try {
      const zip = await openZip(bytes, UNPACKED_LIMIT, file.signal)
      const workbook = await readWorkbook(zip)
      for await (const records of sheetRecords(zip.unpack(sheetOf(workbook, sheet).path), workbook)) yield table.read(records)
    } catch (error) {
      if (!(error instanceof ZipError) && !(error instanceof XmlError)) throw error
      throw refused(`The file cannot be read as XLSX: ${error.message}. Open it in Excel and save it again as .xlsx.`)
    }
    yield table.rest()
  }
  return { pointerTo: table.pointerTo, items: items() }
}

function sheetOf ({ sheets }: Workbook, wanted: string | undefined): Workbook['sheets'][number] {
  const found = wanted === undefined ? sheets[0] : sheets.find(({ name }) => name === wanted) ?? (/^\d{1,4}$/.test(wanted) ? sheets[Number(wanted) - 1] : undefined)
  if (found !== undefined) return found
  if (wanted === undefined) throw refused('The file has no sheet.')
  const detail = `there is no sheet ${JSON.stringify(wanted)}: the file has ${sheets.slice(0, 20).map(({ name }, at) => `${at + 1} ${JSON.stringify(name)}`).join(', ')}`
  throw new AppError('invalid_request', `?sheet: ${detail}`, [{ pointer: '?sheet', code: 'unknown_sheet', detail }])
}

const refused = (detail: string): AppError => new AppError('invalid_request', detail, [{ pointer: '', code: 'invalid_xlsx', detail }])
