import { parentPort, workerData } from 'node:worker_threads'
import writeExcel, { type Cell } from 'write-excel-file/node'
import type { Written } from './written.ts'
import type { SheetMessage, SheetPlan, TextSheet } from './xlsx-write.ts'

/** The thread that writes an XLSX file: see xlsx-write.ts, which sends it rows and waits for the bytes. */
const { name, headings, widths, fillIn, texts, dayFormat } = workerData as SheetPlan
type Content = Parameters<typeof writeExcel>[0][number]
type Feature = NonNullable<NonNullable<Parameters<typeof writeExcel>[1]>['features']>[number]

const FONT = { fontFamily: 'Calibri', fontSize: 11 }
const HEADING = { fontWeight: 'bold', backgroundColor: '#DDE6F0' } as const
const TO_FILL_IN = { backgroundColor: '#FFF8DC', borderColor: '#B0A060', borderStyle: 'thin' } as const
const rows: Cell[][] = [headings.map(value => ({ value: xmlText(value), type: String, ...HEADING }))]

parentPort!.on('message', (message: SheetMessage) => {
  // What fails here ends the thread, and its maker hears of it.
  if (message === null) finish().catch((error: unknown) => { queueMicrotask(() => { throw error }) })
  else for (const row of message) rows.push(row.map(cellOf))
})

function cellOf (cell: Written, column: number): Cell {
  const isToFillIn = fillIn.some(one => one.column === column)
  const look = isToFillIn ? TO_FILL_IN : {}
  if (cell === null || cell === '') return isToFillIn ? TO_FILL_IN : null
  if (typeof cell === 'string') return { value: xmlText(cell), type: String, ...look }
  if ('day' in cell) return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: dayFormat, ...look }
  if ('period' in cell) return { value: cell.period, type: String, ...look }
  const format = `#,##0${cell.decimals === 0 ? '' : `.${'0'.repeat(cell.decimals)}`}`
  return { ...cell.number !== null && { value: cell.number }, type: Number, format, ...look }
}

/**
 * A text as Excel stores it: what XML has not, or would change, as _x000D_. Names such as `constructor` are written so too, for the library
 * looks texts up in a plain object.
 */
function xmlText (text: string): string {
  const whole = text in {} ? `_x${hex(text)}_${text.slice(1)}` : text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  return whole.replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, one => `_x${hex(one)}_`)
}

function hex (text: string): string {
  return text.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
}

/** The lists that cells are chosen from, which the library does not know. */
const choices: Feature = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        insert: (_options, { sheetIndex }) => {
          const lists = fillIn.filter(one => one.choices !== undefined)
          if (sheetIndex !== 0 || lists.length === 0) return undefined
          const rules = lists.map(({ column, choices = [] }) => {
            const letter = String.fromCharCode(65 + column)
            return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${letter}2:${letter}${Math.max(2, rows.length)}"><formula1>"${choices.join(',')}"</formula1></dataValidation>`
          })
          return `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
        }
      }
    }
  }
}

const sheetOf = ({ name, lines }: TextSheet): Content =>
  ({ sheet: name, columns: [{ width: 110 }], data: lines.map((value, at) => [{ value, type: String, wrap: true, ...at === 0 && { fontWeight: 'bold' } }]) })

async function finish (): Promise<void> {
  const table: Content = { sheet: name, data: rows, stickyRowsCount: 1, columns: widths.map(width => ({ width })) }
  const beside = texts === null ? [] : [sheetOf(texts)]
  const bytes = await writeExcel([table, ...beside], { ...FONT, features: [choices] }).toBuffer()
  parentPort!.postMessage(bytes)
}
