import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../../src/domain/errors.ts'
import { csvRows } from '../../../src/services/formats/csv.ts'
import { AREAS, cut, found, inputs, problems, sent } from './reading.ts'

const rows = (text: string | Uint8Array, options = {}) => csvRows(sent(text), AREAS, options)
const HEAD = 'indicator;area;period;value\n'
const row = (change = {}) => ({ indicator: 'ledighed', area: '0250', period: '2024-06', value: 4.1, ...change })

describe('a header', () => {
  test.each([
    ['commas', 'indicator,area,period,value\nledighed,0250,2024-06,4.1\n'],
    ['semicolons', 'indicator;area;period;value\nledighed;0250;2024-06;4,1\n'],
    ['tabs', 'indicator\tarea\tperiod\tvalue\nledighed\t0250\t2024-06\t4,1\n'],
    ['sep=', 'sep=;\r\nindicator;area;period;value\r\nledighed;0250;2024-06;4,1\r\n'],
    ['sep= of another kind', 'sep=|\nindicator|area|period|value\nledighed|0250|2024-06|4,1'],
    ['Danish names', 'Indikator;Kommune;Periode;Værdi\nledighed;Frederikssund;2024-06;4,1'],
    ['Danish names without its letters', 'INDIKATOR;OMRAADE; periode ;vaerdi\nledighed;250;2024-06;4,1'],
    ['letters made of two', 'indikator;område;periode;værdi\nledighed;0250;2024-06;4,1'.normalize('NFD')],
    ['another order', 'value,period,indicator,area\n4.1,2024-06,ledighed,0250'],
    ['quotes', '"indicator","area","period","value"\r\n"ledighed","0250","2024-06","4,1"\r\n'],
    ['a byte-order mark and blank lines', '\ufeff\n\n;;;\nindicator;area;period;value\n\n ;;;\nledighed;0250;2024-06;4,1\n\n'],
    ['lines of old Macs', 'indicator;area;period;value\rledighed;0250;2024-06;4,1\r'],
    ['an unnamed column that is empty', 'indicator;area;period;value;\nledighed;0250;2024-06;4,1;']
  ])('with %s is read', async (_, text) => {
    expect(await inputs(rows(text))).toEqual([row()])
  })

  test('fills all fields', async () => {
    const text = 'indikator;område;segment;periode;tal;status;kilde;bemærkning\nledighed;0250;unge;2024-06;;Foreløbig;Jobindsats;"a; ""b""\nc"'
    expect(await inputs(rows(text))).toEqual([{ indicator: 'ledighed', area: '0250', segment: 'unge', period: '2024-06', flag: 'provisional', source: 'Jobindsats', note: 'a; "b"\nc' }])
  })

  test.each([
    ['indicator;area;period;value;farve\n', '/1/farve', 'unknown_column', /"farve" \(number 5, line 1\).*indicator \(indikator\)/],
    ['\n\nindicator;area;period;a/b~c\n', '/3/a~1b~0c', 'unknown_column', /line 3/],
    ['indicator;kommune;område;period;value\n', '/1/område', 'doubled_column', /"kommune" and "område".*area/],
    ['indicator;period\n', '/1', 'missing_column', /no column for area, value/],
    ['ledighed 0250 2024-06 4,1\n', '/1/ledighed 0250 2024-06 4', 'unknown_column', /not known/],
    ['', '', 'no_rows', /empty/],
    ['\n\n', '', 'no_rows', /empty/],
    [HEAD, '', 'no_rows', /nothing below/],
    [`${'x'.repeat(100_000)};area\n`, `/1/${'x'.repeat(200)}…`, 'unknown_column', /not known/]
  ])('that does not tell is refused: %j', async (text, pointer, code, message) => {
    const error = await found(rows(text)).then(() => null, (error: unknown) => error as AppError)
    expect(error).toMatchObject({ code: 'invalid_request', problems: [{ pointer, code }] })
    expect(error!.message).toMatch(message)
  })
})

describe('lines', () => {
  test('are those of the file, where a quoted field spans several too', async () => {
    const text = 'indicator;area;period;value;note\r\nledighed;0250;2024-06;1;"a\r\nb\r\nc"\r\n\r\nledighed;0250;2024-07;x y;\r\nledighed;0250;2024-08;;\r\n'
    expect((await found(rows(text))).map(item => 'row' in item && item.row)).toEqual([2, 6, 7])
    expect(await problems(rows(text))).toEqual([['/6/value', 'invalid_number', 'x y']])
  })

  test('with too many or too few fields are refused by themselves', async () => {
    const text = `${HEAD}ledighed;0250;2024-06\nledighed;0250;2024-06;4;1\nledighed;0250;2024-06;4,1\n`
    expect(await problems(rows(text))).toEqual([['/2', 'field_count', 'ledighed | 0250 | 2024-06'], ['/3', 'field_count', 'ledighed | 0250 | 2024-06 | 4 | 1']])
    expect(await inputs(rows(text))).toEqual([row()])
  })

  test.each(['', ' ', ';;;'])('that are blank cost next to nothing: %j', async blank => {
    const text = `${HEAD}${`${blank}\n`.repeat(1_000_000)}ledighed;0250;2024-06;4,1\n`
    expect(await found(rows(text))).toEqual([{ row: 1_000_002, input: row() }])
  }, 5000)

  test('with something below no name are refused', async () => {
    expect(await problems(rows('indicator;area;period;value;\nledighed;0250;2024-06;4,1;her'))).toEqual([['/2', 'unnamed_column', 'her']])
  })

  test.each([
    [`${HEAD}ledighed;0250;2024-06;"4,1\nledighed;0250;2024-07;4,1\n`, 2, /never closed/],
    [`${HEAD}ledighed;0250;2024-06;"4",1\n`, 2, /follows a closing quote/],
    [`${HEAD}ledighed;0250;2024-06;4\nledighed;0250;2024-06;4"1\n`, 3, /middle of a field/],
    [`${HEAD}ledighed;0250;2024-06;"${'x\n'.repeat(600_000)}`, 2, /longer than/]
  ])('with broken quotes are refused with the whole file: %#', async (text, line, message) => {
    await expect(found(rows(text))).rejects.toMatchObject({ code: 'invalid_request', message: expect.stringMatching(message), problems: [{ pointer: `/${line}`, code: 'invalid_csv' }] })
  })
})

describe('cells', () => {
  const read = async (values: string[], options = {}): Promise<unknown[]> => (await inputs(rows(HEAD + values.map((value, at) => `ledighed;0250;${2000 + at};${value}\n`).join(''), options))).map(({ value }) => value)

  test('what 1.234 means is told by the other figures, wherever they stand', async () => {
    expect(await read(['1.234', '4,1', '2.345'])).toEqual([1234, 4.1, 2345])
    expect(await read(['"1,234"', '4.1'])).toEqual([1234, 4.1])
    expect(await read(['1.234', '1.234.567'])).toEqual([1234, 1_234_567])
    expect(await read(['1.234', '12.34'])).toEqual([1.234, 12.34])
    expect(await read(['1.234', '1.234,5 %'])).toEqual([1234, 1234.5])
  })

  test('or by the sender, whose word counts more', async () => {
    expect(await read(['1.234', '950'], { decimal: ',' })).toEqual([1234, 950])
    expect(await read(['1.234', '4,1'], { decimal: '.' })).toEqual([1.234, 4.1])
  })

  test('else the row is refused, with the value and both readings', async () => {
    const text = `${HEAD}ledighed;0250;2024-06;950\nledighed;0250;2024-07;1.234\n`
    expect(await problems(rows(text))).toEqual([['/3/value', 'ambiguous_number', '1.234']])
    const [item] = (await found(rows(text))).filter(item => 'problems' in item)
    expect(item).toMatchObject({ problems: [{ detail: expect.stringMatching(/1234 .*1\.234/), remedy: expect.stringContaining('decimal=comma') }] })
    expect(await problems(rows(`${text}ledighed;0250;2024-08;4,1\nledighed;0250;2024-09;4.1\n`))).toEqual([['/3/value', 'ambiguous_number', '1.234']])
  })

  test('a per cent sign is told on', async () => {
    expect((await found(rows(`${HEAD}ledighed;0250;2024-06;78,5 %\n`)))[0]).toMatchObject({ input: { value: 78.5 }, percent: true })
  })

  test.each([
    ['0250', '0250'], ['250', '0250'], ['Holbæk', '0316'], ['HOLBÆK KOMMUNE', '0316'], ['Hele landet', 'DK'], ['000', 'DK'], ['Århus', '0751'], ['Region Sjælland', '1085'], ['Uoplyst område', 'Uoplyst område'], ['9999', '9999']
  ])('the area %j is %s', async (text, id) => {
    expect(await inputs(rows(`${HEAD}ledighed;${text};2024-06;4,1`))).toEqual([row({ area: id })])
  })

  test('a name of two areas is refused, naming both', async () => {
    const [first, second] = AREAS.all
    const areas = { ...AREAS, resolve: () => undefined, byName: () => [first!, second!] }
    expect(await problems(csvRows(sent(`${HEAD}ledighed;Sund;2024-06;4,1`), areas))).toEqual([['/2/area', 'ambiguous_area', 'Sund']])
  })

  test.each([['final', 'final'], ['Endelig', 'final'], ['foreløbig', 'provisional'], ['PROVISIONAL', 'provisional'], ['diskret', 'suppressed'], ['diskretioneret', 'suppressed'], ['undertrykt', 'suppressed'], ['mangler', 'missing'], ['måske', 'måske'], ['constructor', 'constructor']])('the flag %j is %s', async (text, flag) => {
    expect(await inputs(rows(`indicator;area;period;value;flag\nledighed;0250;2024-06;4,1;${text}`))).toEqual([row({ flag })])
  })

  test('an empty value is none', async () => {
    expect(await inputs(rows('indicator;area;period;value;flag\nledighed;0250;2024-06;;diskret'))).toEqual([{ indicator: 'ledighed', area: '0250', period: '2024-06', flag: 'suppressed' }])
    expect(await inputs(rows('indicator;area;segment;period;value;flag\nledighed;0250; ;2024-06; 4,1 ; '))).toEqual([row()])
    expect(await inputs(rows(`${HEAD};;;1`))).toEqual([{ indicator: '', area: '', period: '', value: 1 }])
  })
})

describe('files of all kinds', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'æ', '😀', ' ', ';', ',', '\t', '"', '\n', '\r\n', '.', '1'), maxLength: 12 })
  const given = fc.record({ indicator: fc.constantFrom('ledighed', 'x-1'), area: fc.constantFrom('0250', 'DK'), period: fc.constantFrom('2024', '2024-06'), value: fc.option(fc.integer({ min: -99_999, max: 99_999 }).map(units => units / 100)), note: text.map(one => one.trim()) })
  const dialect = fc.record({
    delimiter: fc.constantFrom(',', ';', '\t'), newline: fc.constantFrom('\n', '\r\n', '\r'), mark: fc.constantFrom(',', '.'), group: fc.constantFrom('', ' ', '\u00a0'), bom: fc.boolean(), separator: fc.boolean(), order: fc.shuffledSubarray(['indicator', 'area', 'period', 'value', 'note'] as const, { minLength: 5 }), charset: fc.constantFrom('utf8', 'utf16le' as const)
  })

  test('are read back as they were written, however they are cut', async () => {
    await fc.assert(fc.asyncProperty(fc.array(given, { minLength: 1, maxLength: 8 }), dialect, fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 4 }), async (rows, { delimiter, newline, mark, group, bom, separator, order, charset }, sizes) => {
      const quoted = (field: string): string => /[",;\t\r\n]|^$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
      const written = (value: number | null): string => value === null ? '' : value.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, group).replace('.', mark)
      const lines = [order.join(delimiter), ...rows.map(row => order.map(name => quoted(name === 'value' ? written(row.value) : row[name])).join(delimiter))]
      const file = `${bom || charset === 'utf16le' ? '\ufeff' : ''}${separator ? `sep=${delimiter}${newline}` : ''}${lines.join(newline)}${newline}`
      const source = csvRows({ pieces: cut(Buffer.from(file, charset), sizes), charset: null }, AREAS)
      expect(await inputs(source)).toEqual(rows.map(({ value, note, ...row }) => ({ ...row, ...value !== null && { value: value + 0 }, ...note !== '' && { note } })))
    }), { numRuns: 200 })
  })

  test('are read no further when their sender has gone', async () => {
    const gone = new AbortController()
    const reading = csvRows({ ...sent(`${HEAD}${'ledighed;0250;2024-06;4,1\n'.repeat(10_000)}`), signal: gone.signal }, AREAS)
    const read = async (): Promise<void> => { for await (const items of reading.items) if (items.length > 0) gone.abort(new AppError('unavailable', 'gone')) }
    await expect(read()).rejects.toBeInstanceOf(AppError)
  })

  test('or refused, never more than that', async () => {
    const pieces = fc.array(fc.oneof(text, fc.constantFrom('indicator;area;period;value', 'sep=', '\0', '\ufeff', 'ledighed;0250;2024;1,5\n')), { maxLength: 20 }).map(parts => Buffer.from(parts.join('')))
    await fc.assert(fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), pieces), async bytes => {
      const error = await found(rows(bytes)).then(() => null, (error: unknown) => error)
      if (error !== null) expect(error).toBeInstanceOf(AppError)
    }), { numRuns: 300 })
  })
})
