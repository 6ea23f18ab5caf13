import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeExcel, { type SheetData } from 'write-excel-file/node'
import type { Cell } from '../../src/services/formats/table-rows.ts'
import { readWorkbook } from '../../src/services/formats/xlsx-parts.ts'
import { sheetRecords } from '../../src/services/formats/xlsx-sheet.ts'
import { openZip } from '../../src/services/formats/zip.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { keyWith } from '../support/rest.ts'
import { ADMIN, indicatorBody, planBody } from '../support/services.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
let subject: TestApp
beforeAll(async () => {
  subject = await openTestApp({ now: '2024-06-20T10:00:00.000Z' })
  await subject.services.indicators.put(ADMIN, 'ledighed', indicatorBody({ publicationLagDays: 30, decimals: 1 }))
  const [goal] = planBody().goals
  const level = { ...goal!.targets[0], code: '1b', title: 'Under landet', rule: { kind: 'benchmark_level', comparator: 'lte', benchmark: { area: 'DK' } } }
  await subject.services.plans.putDocument(ADMIN, 'p', planBody({ goals: [{ ...goal, targets: [goal!.targets[0], level] }] }))
  await subject.services.plans.putDocument(ADMIN, 'd', planBody({ id: 'd', status: 'draft' }))
  await subject.services.measurements.record(ADMIN, { measurements: [{ indicator: 'ledighed', area: '0250', period: '2024-02', value: 3.5 }, { indicator: 'ledighed', area: 'DK', period: '2024-04', value: null, flag: 'suppressed' }] })
})
afterAll(() => subject.close())

const fetched = async (query = '', headers: object = asAdmin, plan = 'p') => await subject.app.inject({ url: `/v1/plans/${plan}/missing-figures.xlsx${query}`, headers: { ...headers } })

/** The rows of a sheet, cell by cell under their headings. */
async function rowsOf (bytes: Uint8Array, sheet = 0): Promise<{ heading: Cell[], rows: Record<string, Cell>[] }> {
  const zip = await openZip(Buffer.from(bytes), 1e9)
  const workbook = await readWorkbook(zip)
  const records: (readonly Cell[])[] = []
  for await (const some of sheetRecords(zip.unpack(workbook.sheets[sheet]!.path), workbook)) records.push(...some.map(({ fields }) => fields))
  const [heading = [], ...rows] = records
  return { heading: [...heading], rows: rows.map(row => Object.fromEntries(heading.map((name, at) => [String(name), row[at] ?? null]))) }
}

const send = async (payload: Buffer, headers: object = asAdmin) =>
  (await subject.app.inject({ method: 'POST', url: '/v1/measurements?dryRun=true', payload, headers: { ...headers, 'content-type': XLSX } })).json<Record<string, unknown>>()
const written = async (heading: Cell[], rows: Record<string, Cell>[]): Promise<Buffer> =>
  await writeExcel([heading, ...rows.map(row => heading.map(name => row[String(name)] ?? null))].map(row => row.map(value => value instanceof Date ? { value, type: Date, format: 'dd-mm-yyyy' } : value)) as SheetData, {}).toBuffer()

describe('the figures that a plan waits for', () => {
  test('are a row each: what, for whom, when due, and who needs it', async () => {
    const { headers, rawPayload } = await fetched()
    expect([headers['content-type'], headers['content-disposition']]).toEqual([XLSX, 'attachment; filename="manglende-tal-p-2024-06-20.xlsx"'])
    const { heading, rows } = await rowsOf(rawPayload)
    expect(heading).toEqual(['indikatornavn', 'målgruppenavn', 'områdenavn', 'periode', 'værdi', 'enhed', 'markering', 'bemærkning', 'forventes', 'bruges af', 'indikator', 'område', 'målgruppe'])
    // Of the kommune January, before the figure that has come, and those up to the next one; of the country what comes after April too.
    expect(rows.map(row => [row.område, row.periode])).toEqual([['0250', '2024-01'], ['0250', '2024-03'], ['0250', '2024-04'], ['0250', '2024-05'], ['DK', '2024-01'], ['DK', '2024-02'], ['DK', '2024-03'], ['DK', '2024-05']])
    expect(rows[0]).toEqual({ indikatornavn: 'Ledighed', målgruppenavn: null, områdenavn: 'Frederikssund Kommune', periode: '2024-01', værdi: null, enhed: 'pct.', markering: null, bemærkning: null, forventes: new Date('2024-03-01'), 'bruges af': '1a Højst 3 pct.; 1b Under landet', indikator: 'ledighed', område: '0250', målgruppe: null })
    expect(rows.at(-1)).toMatchObject({ forventes: new Date('2024-06-30'), 'bruges af': '1b Under landet' })
    expect((await rowsOf(rawPayload, 1)).heading).toEqual(['Sådan udfyldes arket'])
  })

  test('are told in English, as of another day, of one area', async () => {
    const { rawPayload, headers } = await fetched('?lang=en&asOf=2024-03-31&area=0250')
    expect(headers['content-disposition']).toBe('attachment; filename="missing-figures-p-2024-03-31.xlsx"')
    const { heading, rows } = await rowsOf(rawPayload)
    expect(heading.slice(0, 5)).toEqual(['indicator name', 'segment name', 'area name', 'period', 'value'])
    expect(rows.map(row => row.period)).toEqual(['2024-01', '2024-03'])
  })

  test('sent back empty are nothing, and said to be', async () => {
    for (const lang of ['da', 'en']) {
      expect(await send((await fetched(`?lang=${lang}`)).rawPayload)).toMatchObject({ received: 0, skipped: 8, rejected: 0, errors: [], notices: expect.arrayContaining([expect.objectContaining({ row: 2, code: 'left_empty' })]) })
    }
  })

  test('filled in, sorted and with rows deleted are taken as they are', async () => {
    const { heading, rows } = await rowsOf((await fetched()).rawPayload)
    rows[0]!.værdi = 4.1
    Object.assign(rows[1]!, { værdi: '4,25', markering: 'Foreløbig', bemærkning: 'rettes' })
    rows[2]!.markering = 'diskretioneret'
    rows[3]!.værdi = 0
    expect(await send(await written(heading, rows.slice(0, 6).reverse()))).toMatchObject({ received: 4, created: 4, rejected: 0, skipped: 2, errors: [] })
  })

  test('with a note and no figure, or a figure that is none, are refused by name', async () => {
    const { heading, rows } = await rowsOf((await fetched()).rawPayload)
    rows[0]!.bemærkning = 'kommer senere'
    rows[1]!.værdi = '..'
    expect((await send(await written(heading, rows)))).toMatchObject({ rejected: 2, skipped: 6, errors: [{ row: 2, code: 'value_required' }, { row: 3, pointer: '/3/værdi', code: 'invalid_number' }] })
  })

  test('are only those that the key may write', async () => {
    const bound = await keyWith(subject, ['measurements:write'], ['0250'])
    const { rawPayload } = await fetched('', bound)
    expect((await rowsOf(rawPayload)).rows.map(row => row.område)).toEqual(['0250', '0250', '0250', '0250'])
    expect((await fetched('', bound)).headers.etag).not.toBe((await fetched('', await keyWith(subject, ['measurements:write'], ['0316']))).headers.etag)
    expect((await rowsOf((await fetched('', {})).rawPayload)).rows).toHaveLength(8)
  })

  test('are not told of a plan that is not there, or a draft of others', async () => {
    expect((await fetched('', {}, 'd')).statusCode).toBe(404)
    expect((await fetched('', asAdmin, 'd')).statusCode).toBe(200)
    expect((await fetched('', asAdmin, 'x')).statusCode).toBe(404)
  })
})
