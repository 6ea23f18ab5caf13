import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import writeExcel, { type SheetData } from 'write-excel-file/node'
import { AppError } from '../../../src/domain/errors.ts'
import { xlsxRows } from '../../../src/services/formats/xlsx.ts'
import { AREAS, found, inputs, problems, sent, workbookOf, zipOf } from './reading.ts'

const rows = (bytes: Uint8Array, options = {}) => xlsxRows(sent(bytes), AREAS, options)
const HEAD = ['indikator', 'kommune', 'periode', 'værdi']
const excel = async (data: unknown[][]): Promise<Buffer> => await writeExcel([HEAD, ...data].map(row => row.map(value => ({ value, ...value instanceof Date && { format: 'dd-mm-yyyy' } }))) as SheetData, {}).toBuffer()
const row = (change = {}) => ({ indicator: 'ledighed', area: '0250', period: '2024-06', value: 4.1, ...change })
const headXml = '<row r="1"><c r="A1" t="inlineStr"><is><t>indicator</t></is></c><c r="B1" t="inlineStr"><is><t>area</t></is></c><c r="C1" t="inlineStr"><is><t>period</t></is></c><c r="D1" t="inlineStr"><is><t>value</t></is></c></row>'
const rowXml = (value: string, period = '<c r="C2" t="str"><v>2024-06</v></c>', number = 2) => `<row r="${number}"><c r="A${number}" t="str"><v>ledighed</v></c><c r="B${number}"><v>250</v></c>${period}${value}</row>`

describe('a sheet', () => {
  test('of Excel is read with its types', async () => {
    const bytes = await excel([['ledighed', 'Frederikssund', '2024-06', 4.1], ['ledighed', 250, 2024, -3], [null, null, null, null], ['ledighed', 'Hele landet', new Date(Date.UTC(2024, 5, 30)), '4,1']])
    expect(await inputs(rows(bytes))).toEqual([row(), row({ period: '2024', value: -3 }), row({ area: 'DK', period: '2024-06-30' })])
    expect((await found(rows(bytes))).map(item => 'row' in item && item.row)).toEqual([2, 3, 5])
  })

  test('has texts as CSV has them', async () => {
    const bytes = await excel([['ledighed', '0250', '2024-06', '1.234'], ['ledighed', '0250', '2024-07', '..'], ['ledighed', '0250', '2024-08', true]])
    expect(await problems(rows(bytes))).toEqual([['/3/værdi', 'invalid_number', '..'], ['/4/værdi', 'invalid_type', 'true'], ['/2/værdi', 'ambiguous_number', '1.234']])
    expect(await inputs(rows(await excel([['ledighed', '0250', '2024-06', '1.234'], ['ledighed', '0250', '2024-07', '4,5']])))).toEqual([row({ value: 1234 }), row({ period: '2024-07', value: 4.5 })])
  })

  test.each([
    ['<c r="D2" s="0"><v>4.0999999999999996</v></c>', { value: 4.1 }],
    ['<c r="D2" s="1"><v>0.28999999999999998</v></c>', { value: 29 }],
    ['<c r="D2" s="4"><v>4.1</v></c>', { value: 4.1 }],
    ['<c r="D2" t="s"><v>1</v></c>', { value: 4.1 }],
    ['<c r="D2"><f>1+1</f><v>2</v></c>', { value: 2 }],
    ['<c><v>7</v></c>', { value: 7 }],
    ['<c r="D2" t="inlineStr"><is><r><t>4</t></r><r><t>,1</t></r><rPh><t>9</t></rPh></is></c>', { value: 4.1 }],
    ['<x:c r="D2"><x:v>4.1</x:v></x:c>', { value: 4.1 }],
    ['<c r="D2"><v><![CDATA[4.1]]></v></c>', { value: 4.1 }]
  ])('has the value of %s', async (cell, change) => {
    const strings = { 'xl/sharedStrings.xml': '<sst><si><t>x</t></si><si><r><t>4</t></r><r><t>,1</t></r><rPh><t>9</t></rPh></si></sst>' }
    expect(await inputs(rows(workbookOf(headXml + rowXml(cell), strings)))).toEqual([row(change)])
  })

  test('says of a number that is shown as per cent that it is', async () => {
    expect((await found(rows(workbookOf(headXml + rowXml('<c r="D2" s="1"><v>0.785</v></c>')))))[0]).toMatchObject({ percent: true, input: { value: 78.5 } })
  })

  test.each([[45_473, 2, '2024-06-30'], [45_473.75, 3, '2024-06-30'], [61, 2, '1900-03-01'], [59, 2, '1900-02-28'], [1, 2, '1900-01-01']])('has the day of %s', async (serial, style, day) => {
    expect(await inputs(rows(workbookOf(headXml + rowXml('<c r="D2"><v>1</v></c>', `<c r="C2" s="${style}"><v>${serial}</v></c>`))))).toEqual([row({ period: day, value: 1 })])
  })

  test.each([['14', '2024-06-30'], ['22', '2024-06-30'], ['27', '2024-06-30'], ['36', '2024-06-30'], ['45', '2024-06-30'], ['58', '2024-06-30'], ['13', '45473'], ['23', '45473'], ['37', '45473'], ['48', '45473'], ['59', '45473']])('knows Excel’s own format %s: %s', async (format, period) => {
    const styles = { 'xl/styles.xml': `<styleSheet><cellXfs><xf/><xf numFmtId="${format}"/></cellXfs></styleSheet>` }
    expect((await inputs(rows(workbookOf(headXml + rowXml('<c r="D2"><v>1</v></c>', '<c r="C2" s="1"><v>45473</v></c>'), styles))))[0]).toMatchObject({ period })
  })

  test('has shares where its own format says so, days that are written out, and its parts by their whole path', async () => {
    const more = {
      'xl/styles.xml': '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs></styleSheet>',
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>'
    }
    const bytes = workbookOf(headXml + rowXml('<c r="D2" s="1"><v>0.785</v></c>', '<c r="C2" t="d"><v>2024-06-30T00:00:00Z</v></c>'), more)
    expect(await inputs(rows(bytes))).toEqual([row({ period: '2024-06-30', value: 78.5 })])
  })

  test('counts days from 1904 where the workbook does', async () => {
    const workbook = { 'xl/workbook.xml': '<workbook><workbookPr date1904="1"/><sheets><sheet name="Tal" r:id="rId1"/></sheets></workbook>' }
    expect(await inputs(rows(workbookOf(headXml + rowXml('<c r="D2"><v>1</v></c>', '<c r="C2" s="2"><v>44011</v></c>'), workbook)))).toEqual([row({ period: '2024-06-30', value: 1 })])
  })

  test('is the first, or the one that is named or numbered', async () => {
    const bytes = await writeExcel([{ sheet: 'Læs mig', data: [[{ value: 'Hej' }]] }, { sheet: '1', data: [HEAD, ['ledighed', '0250', '2024-06', 4.1]].map(line => line.map(value => ({ value }))) as SheetData }]).toBuffer()
    await expect(found(rows(bytes))).rejects.toThrow('"Hej" (number 1, line 1)')
    expect(await inputs(rows(bytes, { sheet: '2' }))).toEqual([row()])
    expect(await inputs(rows(bytes, { sheet: '1' }))).toEqual([row()])
    await expect(found(rows(bytes, { sheet: 'Data' }))).rejects.toMatchObject({ message: expect.stringContaining('1 "Læs mig", 2 "1"'), problems: [{ pointer: '?sheet', code: 'unknown_sheet' }] })
  })
})

describe('a file that is none', () => {
  const deep = `${'<a>'.repeat(200)}`
  test.each([
    ['text', Buffer.from('indicator;area'), 'no XLSX'],
    ['nothing', Buffer.alloc(0), 'no XLSX'],
    ['an old or protected one', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'password'],
    ['a cut one', workbookOf(headXml).subarray(0, 300), 'broken'],
    ['one with a file twice', (bytes => { bytes.write('a', bytes.lastIndexOf('b.txt')); return bytes })(zipOf({ 'a.txt': 'a', 'b.txt': 'b' })), 'a.txt twice'],
    ['one of thousands of files', zipOf(Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`${at}`, '']))), '10001 files inside'],
    ['another archive', zipOf({ 'a.txt': 'a' }), 'no xl/_rels/workbook.xml.rels'],
    ['one with an encrypted part', (bytes => { bytes[bytes.indexOf('PK\x01\x02') + 8]! |= 1; return bytes })(workbookOf(headXml)), 'password'],
    ['one that unpacks to more than it declares', zipOf({ 'xl/_rels/workbook.xml.rels': `<a>${' '.repeat(1e6)}</a>` }, 100), 'too many bytes'],
    ['one that declares too much', zipOf({ 'xl/workbook.xml': 'a' }, 4e9), '500 MB'],
    ['one with a giant list of texts', zipOf({ 'xl/_rels/workbook.xml.rels': '<a/>' }, 20e6), '20 MB'],
    ['no XML', workbookOf('<row><c'), 'not well-formed'],
    ['XML without end', workbookOf(`<row><c><v>${'x'.repeat(3e6)}`), 'without end'],
    ['XML too deep', workbookOf(deep), 'too deeply'],
    ['a row beyond the last', workbookOf('<row r="1048577"><c><v>1</v></c></row>'), 'row beyond'],
    ['a row that is there twice', workbookOf(headXml + rowXml('<c r="D2"><v>1</v></c>') + rowXml('<c r="D2"><v>2</v></c>')), 'after row 2 it has one with the number "2"'],
    ['rows that fall', workbookOf('<row r="3"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>'), 'after row 3 it has one with the number "2"'],
    ['a row of no number', workbookOf('<row r="x"><c><v>1</v></c></row>'), 'number "x"'],
    ['a row between others', workbookOf('<row r="1.5"><c><v>1</v></c></row>'), 'number "1.5"'],
    ['tags with thousands of attributes', workbookOf(`<row r="1">${`<c ${Array.from({ length: 3000 }, (_, at) => `a${at}="1"`).join(' ')}/>`.repeat(300)}</row>`), 'more than 100 attributes'],
    ['tags with one attribute thousands of times', workbookOf(`<row r="1">${`<c ${'a="1" '.repeat(3000)}/>`.repeat(300)}</row>`), 'already defined'],
    ['a cell far to the right', workbookOf('<row r="1"><c r="XFD1"><v>1</v></c></row>'), 'beyond column'],
    ['a cell of no place', workbookOf('<row r="1"><c r="1A"><v>1</v></c></row>'), 'called "1A"'],
    ['a text that is not there', workbookOf('<row r="1"><c t="s"><v>7</v></c></row>'), 'not there'],
    ['no sheet', workbookOf('', { 'xl/workbook.xml': '<workbook/>' }), 'no sheet'],
    ['a sheet that is not there', workbookOf('', { 'xl/_rels/workbook.xml.rels': '<a/>' }), 'inside'],
    ['another encoding', workbookOf('<row r="1"><c t="str"><v>', { 'xl/worksheets/sheet1.xml': Buffer.from('<a>é</a>', 'latin1') as unknown as string }), 'not UTF-8']
  ])('is refused: %s', async (_, bytes, message) => {
    await expect(found(rows(bytes))).rejects.toMatchObject({ code: 'invalid_request', message: expect.stringContaining(message) })
  })

  test('is read no further when its sender has gone', async () => {
    const gone = new AppError('unavailable', 'gone')
    await expect(found(xlsxRows({ ...sent(workbookOf(headXml)), signal: AbortSignal.abort(gone) }, AREAS))).rejects.toBe(gone)
  })

  test('names nothing outside: entities of its own are not known', async () => {
    const sheet = `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet>${headXml}${rowXml('<c r="D2" t="str"><v>&b;</v></c>')}</worksheet>`
    expect(await problems(rows(workbookOf('', { 'xl/worksheets/sheet1.xml': sheet })))).toEqual([['/2/value', 'invalid_number', '&b;']])
  })

  test('is refused cleanly, whatever its bytes', async () => {
    const whole = workbookOf(headXml + rowXml('<c r="D2"><v>1</v></c>'))
    const change = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
    await fc.assert(fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }).map(bytes => Buffer.concat([Buffer.from('PK\x03\x04'), bytes])), change.map(changes => {
      const bytes = Buffer.from(whole)
      for (const [at, byte] of changes) bytes[at] = byte
      return bytes
    })), async bytes => {
      const error = await found(rows(bytes)).then(() => null, (error: unknown) => error)
      if (error !== null) expect(error).toBeInstanceOf(AppError)
    }), { numRuns: 500 })
  })
})
