import { Worker } from 'node:worker_threads'
import { AppError } from '../../domain/errors.ts'
import { createTurns } from '../turns.ts'
import type { Written, WrittenTable } from './written.ts'

/** A sheet is held whole while it is written; this many rows take some seconds and some hundred megabytes. */
export const MOST_XLSX_ROWS = 50_000
const DAY_FORMATS = { da: 'dd-mm-yyyy', en: 'yyyy-mm-dd' }
const AT_ONCE = 2
const MOST_WAITING = 50

/** A column (from 0, at most 25) that people fill in: it is coloured, and where it has `choices`, only those are taken. */
export type FillIn = { column: number, choices?: readonly string[] }
/** A sheet beside the table: lines of text, the first one the heading. */
export type TextSheet = { name: string, lines: readonly string[] }

/** What the worker is told before the rows come. */
export type SheetPlan = { name: string, headings: string[], widths: number[], fillIn: readonly FillIn[], texts: TextSheet | null, dayFormat: string }
/** What the worker is sent: rows, and null after the last ones. It answers with the bytes of the file. */
export type SheetMessage = Written[][] | null

export type SheetOptions = { name: string, fillIn?: readonly FillIn[], texts?: TextSheet, signal?: AbortSignal | undefined }

export type XlsxWriter = ReturnType<typeof createXlsxWriter>

/** Writes XLSX files, each in a thread of its own, for the library does all its work in one go; some at a time, the rest waits. */
export function createXlsxWriter () {
  const turns = createTurns(AT_ONCE, MOST_WAITING, 'Many XLSX files are being written at this moment: ask again in a moment, or for format=csv.')

  /**
   * A table as the bytes of an XLSX file: numbers and days with their types, the heading frozen.
   * @throws AppError `invalid_request` where there are too many rows
   */
  async function write<Row> (table: WrittenTable<Row>, options: SheetOptions): Promise<Uint8Array> {
    return await turns.take(async () => await writeSheet(table, options), options.signal)
  }

  return { write }
}

async function writeSheet<Row> ({ columns, rows, language }: WrittenTable<Row>, { name, fillIn = [], texts, signal }: SheetOptions): Promise<Uint8Array> {
  const plan: SheetPlan = { name, headings: columns.map(column => column.name[language]), widths: columns.map(({ width }) => width), fillIn, texts: texts ?? null, dayFormat: DAY_FORMATS[language] }
  const worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url), { workerData: plan })
  const bytes = new Promise<Uint8Array>((resolve, reject) => {
    worker.once('message', resolve).once('error', reject).once('exit', () => { reject(new Error('the thread that writes XLSX ended')) })
  })
  // Whoever fails first tells why; the other is not left alone.
  bytes.catch(() => {})
  const end = (): void => { worker.terminate().catch(() => {}) }
  signal?.addEventListener('abort', end, { once: true })
  try {
    await sendRows(worker, rows, row => columns.map(({ of }) => of(row, language)), signal)
    return await bytes
  } finally {
    signal?.removeEventListener('abort', end)
    await worker.terminate()
  }
}

async function sendRows<Row> (worker: Worker, rows: AsyncIterable<readonly Row[]>, cellsOf: (row: Row) => Written[], signal: AbortSignal | undefined): Promise<void> {
  const send = (message: SheetMessage): void => { worker.postMessage(message) }
  let count = 0
  for await (const some of rows) {
    signal?.throwIfAborted()
    count += some.length
    if (count > MOST_XLSX_ROWS) throw tooManyRows()
    send(some.map(cellsOf))
  }
  send(null)
}

function tooManyRows (): AppError {
  const detail = `would be more than ${MOST_XLSX_ROWS} rows: narrow it by the filters, or ask for format=csv or ndjson, which have no limit`
  return new AppError('invalid_request', `As XLSX this ${detail}.`, [{ pointer: '?format', code: 'too_many_rows', detail }])
}
