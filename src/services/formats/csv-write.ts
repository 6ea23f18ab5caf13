import { stringify } from 'csv-stringify/sync'
import { guarded } from './formula-guard.ts'
import { plainNumber, type Written, type WrittenTable } from './written.ts'

/** How CSV is written: the international form, or the one that a Danish Excel opens rightly. */
export type CsvDialect = 'international' | 'danish'

const MONTH = /^(\d{4})-(\d{2})$/
/** What may be one number or another, such as 1.234 (see figures.ts). */
const AMBIGUOUS = /^-?[1-9]\d{0,2}\.\d{3}$/

/**
 * A table as CSV text, piece by piece. The Danish form has semicolons, decimal commas and a byte-order mark, and writes months as
 * 2024M06, for Excel makes a date of 2024-06. Texts that look like formulas have an apostrophe before them.
 */
export async function * csvText<Row> ({ columns, rows, language }: WrittenTable<Row>, dialect: CsvDialect): AsyncGenerator<string> {
  const isDanish = dialect === 'danish'
  // Of line breaks the library by itself puts quotes only around its own.
  const write = (records: (string | null)[][]): string => stringify(records, { delimiter: isDanish ? ';' : ',', record_delimiter: '\r\n', quoted_match: /[\r\n]/ })
  yield (isDanish ? '\ufeff' : '') + write([columns.map(({ name }) => name[language])])
  for await (const some of rows) {
    if (some.length > 0) yield write(some.map(row => columns.map(({ of }) => textOf(of(row, language), isDanish))))
  }
}

function textOf (cell: Written, isDanish: boolean): string | null {
  if (cell === null) return null
  if (typeof cell === 'string') return guarded(cell)
  if ('day' in cell) return cell.day
  if ('period' in cell) return isDanish ? cell.period.replace(MONTH, '$1M$2') : cell.period
  if (cell.number === null) return null
  const number = plainNumber(cell.number)
  const told = AMBIGUOUS.test(number) ? `${number}0` : number
  return isDanish ? told.replace('.', ',') : told
}
