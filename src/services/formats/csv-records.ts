import { parse } from 'csv-parse'
import { AppError } from '../../domain/errors.ts'

/** A record of a CSV file with the line that it begins on, counted from 1. */
export type CsvRecord = { line: number, fields: string[] }

const LONGEST_RECORD = 1_000_000
const LONGEST_HEADER = 64 * 1024
const LINE_BREAK = /\r\n|\r|\n/
const DELIMITERS = ['\t', ';', ',']

/**
 * The records of CSV text, some at a time, the header first. The delimiter is the tab, semicolon or comma of the header row, or what Excel's
 * `sep=` line says; lines end in any way; blank ones are skipped. Records may differ in length.
 * @throws AppError `invalid_request` naming the line, where quotes are broken
 */
export async function * csvRecords (text: AsyncIterable<string>): AsyncGenerator<CsvRecord[]> {
  const { delimiter, pieces, firstLine } = await dialectOf(text)
  const reader = openReader(delimiter, firstLine)
  for await (const piece of pieces) yield await reader.read(piece)
  yield await reader.end()
}

type Dialect = { delimiter: string, firstLine: number, pieces: AsyncIterable<string> }

/** Reads as far as the header row, and gives the text on from where records begin. */
async function dialectOf (text: AsyncIterable<string>): Promise<Dialect> {
  const rest = text[Symbol.asyncIterator]()
  let start = ''
  let isWhole = false
  while (!isWhole && start.length < LONGEST_HEADER && filledLines(start).length <= 2) {
    const { value, done } = await rest.next()
    if (done === true) isWhole = true
    else start += value
  }
  const separator = /^sep=([,;\t|])\s*?(?:\r\n|\r|\n|$)/i.exec(start)
  const records = separator === null ? start : start.slice(separator[0].length)
  const [header = ''] = filledLines(records)
  async function * pieces (): AsyncGenerator<string> {
    if (records !== '') yield records
    yield * { [Symbol.asyncIterator]: () => rest }
  }
  return { delimiter: separator?.[1] ?? delimiterOf(header), firstLine: separator === null ? 1 : 2, pieces: pieces() }
}

const filledLines = (text: string): string[] => text.split(LINE_BREAK).filter(line => line.trim() !== '')

function delimiterOf (header: string): string {
  const outside = header.replace(/"[^"]*"/g, '')
  return DELIMITERS.find(one => outside.includes(one)) ?? ','
}

function openReader (delimiter: string, firstLine: number) {
  let line = firstLine
  let found: CsvRecord[] = []

  function take (fields: string[]): null {
    // Each counts as the first one: the parser makes an error for one of another length than the first, which takes longer than ten records.
    ;(parser.info as { records: number }).records = 0
    if (fields.some(field => field.trim() !== '')) found.push({ line, fields })
    line += 1 + fields.reduce((breaks, field) => breaks + breaksIn(field), 0)
    return null
  }

  // Records are taken where they are made, so that none goes through the stream's queue.
  const parser = parse({ delimiter, record_delimiter: ['\r\n', '\n', '\r'], max_record_size: LONGEST_RECORD, on_record: take })
  // Each step tells of its error itself.
  parser.on('error', () => {}).resume()

  async function step (send: (done: (error?: Error | null) => void) => void): Promise<CsvRecord[]> {
    await new Promise<void>((resolve, reject) => {
      send(error => { if (error == null) resolve(); else reject(refusedAt(line, (error as Error & { code?: string }).code)) })
    })
    const records = found
    found = []
    return records
  }

  return {
    read: (text: string) => step(done => { parser.write(text, done) }),
    end: () => step(done => { parser.end(done) })
  }
}

const breaksIn = (field: string): number => field.includes('\n') || field.includes('\r') ? field.split(LINE_BREAK).length - 1 : 0

const REASONS: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'something follows a closing quote that is no delimiter',
  INVALID_OPENING_QUOTE: 'a quote stands in the middle of a field that does not begin with one',
  CSV_MAX_RECORD_SIZE: `it is longer than ${LONGEST_RECORD} characters: perhaps a quote is never closed`
}

function refusedAt (line: number, code = ''): AppError {
  const detail = `The record that begins on line ${line} cannot be read: ${REASONS[code] ?? 'it is no CSV'}. Put quotes around the whole field, and write a quote inside of it twice.`
  return new AppError('invalid_request', detail, [{ pointer: `/${line}`, code: 'invalid_csv', detail }])
}
