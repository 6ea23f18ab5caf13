import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvRows } from '../../../src/services/formats/csv.ts'
import { type CsvDialect, csvText } from '../../../src/services/formats/csv-write.ts'
import { guarded, unguarded } from '../../../src/services/formats/formula-guard.ts'
import { plainNumber, type WrittenColumn } from '../../../src/services/formats/written.ts'
import { xlsxRows } from '../../../src/services/formats/xlsx.ts'
import { createXlsxWriter, MOST_XLSX_ROWS } from '../../../src/services/formats/xlsx-write.ts'
import { AREAS, found, inputs, sent } from './reading.ts'

type Row = { area: string, period: string, value: number | null, note: string | null }
const COLUMNS: WrittenColumn<Row>[] = [
  { name: { da: 'indikator', en: 'indicator' }, width: 10, of: () => 'ledighed' },
  { name: { da: 'område', en: 'area' }, width: 10, of: row => row.area },
  { name: { da: 'periode', en: 'period' }, width: 10, of: row => ({ period: row.period }) },
  { name: { da: 'værdi', en: 'value' }, width: 10, of: ({ value }) => value === null ? null : { number: value, decimals: 1 } },
  { name: { da: 'bemærkning', en: 'note' }, width: 10, of: row => row.note }
]
const row = (change: Partial<Row> = {}): Row => ({ area: '0250', period: '2024-06', value: 4.1, note: null, ...change })
const tableOf = (rows: Row[], language: 'da' | 'en' = 'da') => ({ columns: COLUMNS, rows: (async function * () { yield rows })(), language })
async function csv (rows: Row[], dialect: CsvDialect): Promise<string> {
  let text = ''
  for await (const piece of csvText(tableOf(rows, dialect === 'danish' ? 'da' : 'en'), dialect)) text += piece
  return text
}
const { write } = createXlsxWriter()
const xlsx = (rows: Row[], options = {}) => write(tableOf(rows), { name: 'Tal', ...options })

describe('CSV', () => {
  test('has a Danish form, for Excel, and an international one', async () => {
    const rows = [row({ value: -1234.5, note: 'a; "b"\nc' }), row({ period: '2024', value: null })]
    expect(await csv(rows, 'danish')).toBe('\ufeffindikator;område;periode;værdi;bemærkning\r\nledighed;0250;2024M06;-1234,5;"a; ""b""\nc"\r\nledighed;0250;2024;;\r\n')
    expect(await csv(rows, 'international')).toBe('indicator,area,period,value,note\r\nledighed,0250,2024-06,-1234.5,"a; ""b""\nc"\r\nledighed,0250,2024,,\r\n')
  })

  test.each([[0.1 + 0.2, '0.30000000000000004'], [1e-12, '0.000000000001'], [-1.5e-7, '-0.00000015'], [1e15, '1000000000000000'], [12, '12']])('writes %d out', (value, text) => {
    expect(plainNumber(value)).toBe(text)
  })

  test('writes no figure that may be read as another', async () => {
    for (const dialect of ['danish', 'international'] as const) {
      expect(await inputs(csvRows(sent(await csv([row({ value: 1.234 }), row({ value: -999.999 })], dialect)), AREAS))).toMatchObject([{ value: 1.234 }, { value: -999.999 }])
    }
  })

  test.each(['=1+1', '+45 12', '-', '@SUM(A1)', '\t=1', ' =1', "'=1", "''+1", '＝1'])('gives no formula to a spreadsheet: %j', text => {
    expect(guarded(text)).toBe(`'${text}`)
    expect(unguarded(guarded(text))).toBe(text)
  })

  test.each(['a=1', "'a'", '’=1', '', '4,1'])('leaves the apostrophe away where there is none: %j', text => {
    expect([guarded(text), unguarded(text)]).toEqual([text, text])
  })
})

describe('XLSX', () => {
  test('keeps what XML has not, and names that objects have', async () => {
    const notes = ['constructor', '__proto__', 'toString', '_x0041_', 'a\u0001b\r\nc', '<&>"\'', '=1+1', "'=1", '\ufffe', 'æøå 🇩🇰']
    expect((await inputs(xlsxRows(sent(await xlsx(notes.map(note => row({ note })))), AREAS))).map(({ note }) => note)).toEqual(notes)
  })

  test('has days as days, and a heading that stays', async () => {
    const bytes = await write({ columns: [{ name: { da: 'Dag', en: 'Day' }, width: 12, of: () => ({ day: '2024-02-29' }) }], rows: (async function * () { yield [1] })(), language: 'da' }, { name: 'Dage' })
    await expect(found(xlsxRows(sent(bytes), AREAS))).rejects.toThrow('"Dag"')
  })

  test('refuses more rows than a sheet is made of, with the way out', async () => {
    const many = Array.from({ length: MOST_XLSX_ROWS + 1 }, () => row())
    await expect(xlsx(many)).rejects.toMatchObject({ code: 'invalid_request', message: expect.stringContaining('csv or ndjson'), problems: [{ pointer: '?format', code: 'too_many_rows' }] })
  })

  test('ends when nobody waits for it', async () => {
    await expect(xlsx([row()], { signal: AbortSignal.abort(new Error('gone')) })).rejects.toThrow('gone')
  })
})

describe('what is written is read again', () => {
  const value = fc.oneof(fc.double({ min: -1e15, max: 1e15, noNaN: true }).filter(one => one === 0 || Math.abs(one) >= 1e-12), fc.integer({ min: -999_999, max: 999_999 }).map(one => one / 1000), fc.integer())
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.stringMatching(/^['=+@\-;,"\s\t_x00]{0,6}[a-z]?$/)).filter(one => !one.includes('\0') && one.isWellFormed())
  const rows = fc.array(fc.record({ area: fc.constantFrom('0250', 'DK', '0101'), period: fc.constantFrom('2024', '2024-06', '2024-Q2', '2024-W05', '2024-06-30', '2023-01-01/2023-12-31'), value: fc.option(value.map(one => one + 0)), note: fc.option(text) }), { minLength: 1, maxLength: 8 })
  const read = (row: Row) => ({ indicator: 'ledighed', area: row.area, period: row.period.replace(/^(\d{4})-(\d\d)$/, '$1M$2'), ...row.value !== null && { value: row.value }, ...row.note?.trim() && { note: row.note.trim() } })
  const told = (row: Record<string, unknown>) => ({ ...row, ...typeof row.note === 'string' && { note: row.note.trim() }, period: String(row.period).replace(/^(\d{4})-(\d\d)$/, '$1M$2') })

  test.each(['danish', 'international'] as const)('from CSV, %s', async dialect => {
    await fc.assert(fc.asyncProperty(rows, async rows => {
      expect((await inputs(csvRows(sent(await csv(rows, dialect)), AREAS))).map(told)).toEqual(rows.map(read))
    }), { numRuns: 200 })
  })

  test('from XLSX', async () => {
    await fc.assert(fc.asyncProperty(rows, async rows => {
      expect((await inputs(xlsxRows(sent(await xlsx(rows)), AREAS))).map(told)).toEqual(rows.map(read))
    }), { numRuns: 15 })
  }, 30_000)
})
