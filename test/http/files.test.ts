import fc from 'fast-check'
import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeExcel, { type SheetData } from 'write-excel-file/node'
import { BODY_LIMIT } from '../../src/app.ts'
import { FILE_LIMIT } from '../../src/http/bodies.ts'
import { MEASUREMENT_FILES } from '../../src/services/measurement-files.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { codeOf, keyWith, pointersOf, restClient } from '../support/rest.ts'
import { indicatorBody, planBody } from '../support/services.ts'

let subject: TestApp
let rest: Awaited<ReturnType<typeof restClient>>
beforeAll(async () => {
  subject = await openTestApp({ now: '2026-06-01T10:00:00.000Z' })
  rest = await restClient(subject, asAdmin)
  await subject.app.listen({ port: 0 })
  await newIndicator('ledighed')
  await rest.put('/v1/plans/p/document', planBody())
})
afterAll(() => subject.close())

let indicators = 0
async function newIndicator (id = `indikator-${++indicators}`, change: object = {}): Promise<string> {
  expect((await rest.put(`/v1/indicators/${id}`, { ...indicatorBody(), ...change })).status).toBe(201)
  return id
}

const send = (type: string, body: string | Buffer, query = '', headers: Record<string, string> = {}) => rest.post(`/v1/measurements${query}`, body, { 'content-type': type, ...headers })
const csv = (body: string | Buffer, query = '', headers = {}) => send('text/csv', body, query, headers)
const values = async (indicator: string) => (await rest.get(`/v1/measurements?indicator=${indicator}`)).body.items.map((one: Record<string, unknown>) => [one.area, one.segment, one.period, one.value, one.flag])

/** A request that is written by hand, so that its body need not come. */
function open (headers: Record<string, string | number>): { call: ClientRequest, answer: Promise<IncomingMessage & { text: string }> } {
  const call = request({ port: (subject.app.server.address() as AddressInfo).port, path: '/v1/measurements', method: 'POST', headers: { ...asAdmin, 'content-type': 'text/csv', ...headers } })
  const answer = (async () => {
    const [response] = await once(call, 'response') as [IncomingMessage]
    let text = ''
    for await (const piece of response) text += String(piece)
    return Object.assign(response, { text })
  })()
  answer.catch(() => {})
  call.on('error', () => {}).flushHeaders()
  return { call, answer }
}

describe('a file', () => {
  const rows = (indicator: string) => [
    [indicator, '0250', null, '2024-05', 4.1, 'provisional'], [indicator, 'DK', 'unge', '2024-05', null, 'suppressed'], [indicator, '0250', null, '2024-06', 1234.5, 'final']
  ] as const
  const files: [keyof typeof MEASUREMENT_FILES, (indicator: string) => Promise<string | Buffer>][] = [
    ['csv', async indicator => `\ufeffIndikator;Kommune;Segment;Periode;Værdi;Status\r\n${indicator};Frederikssund;;2024M05;4,1;foreløbig\r\n${indicator};Hele landet;unge;2024-05;;diskret\r\n${indicator};250;;2024-06;1.234,5;\r\n`],
    ['ndjson', async indicator => rows(indicator).map(([indicator, area, segment, period, value, flag]) => JSON.stringify({ indicator, area, segment, period, value, flag })).join('\n')],
    ['jsonl', async indicator => rows(indicator).map(([indicator, area, segment, period, value, flag]) => `${JSON.stringify({ indicator, area, segment, period, value, flag })}\r\n`).join('')],
    ['xlsx', async indicator => await writeExcel([['indikator', 'område', 'segment', 'periode', 'værdi', 'flag'], ...rows(indicator)].map(row => row.map(value => ({ value }))) as SheetData, {}).toBuffer()]
  ]

  test.each(files)('of %s is recorded, and the same again changes nothing', async (kind, file) => {
    const indicator = await newIndicator()
    const body = await file(indicator)
    const first = await send(MEASUREMENT_FILES[kind], body, '?reason=Hentet%20i%20dag', { 'content-disposition': 'attachment; filename="maj.tal"' })
    expect(first.body).toMatchObject({ received: 3, created: 3, revised: 0, unchanged: 0, rejected: 0, skipped: 0, committed: true, errors: [], notices: [] })
    expect(await values(indicator)).toEqual([['0250', null, '2024-05', 4.1, 'provisional'], ['0250', null, '2024-06', 1234.5, 'final'], ['DK', 'unge', '2024-05', null, 'suppressed']])
    const { body: imported } = await rest.get(`/v1/imports/${first.body.import}`)
    expect(imported).toMatchObject({ kind: kind === 'jsonl' ? 'ndjson' : kind, fileName: 'maj.tal', reason: 'Hentet i dag', received: 3, created: 3, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect((await send(MEASUREMENT_FILES[kind], body)).body).toMatchObject({ import: null, created: 0, unchanged: 3 })
    expect((await rest.post(`/v1/imports/${first.body.import}/undo`)).body).toMatchObject({ withdrawn: 3 })
    expect(await values(indicator)).toEqual([])
  })

  test('names every bad row by its line and column, and is recorded whole or not at all', async () => {
    const indicator = await newIndicator('antal', { unit: 'count' })
    const body = `indicator;kommune;periode;tal;flag\n${indicator};0250;2024-01;1,5;\n${indicator};Ukendt;2024-02;2;\n${indicator};0250;2024;..;\n${indicator};0250;2024-04;;\n${indicator};0250;2024-05;1.234;\nukendt;0250;2024-06;5 %;måske\n${indicator};0250;2024-07;5 %;\n${indicator};0250\n`
    const refused = await csv(body)
    expect([refused.status, codeOf(refused)]).toEqual([422, 'batch_refused'])
    expect(refused.body).toMatchObject({ received: 8, created: 2, rejected: 6, committed: false })
    expect(refused.body.errors.map((one: Record<string, unknown>) => [one.row, one.pointer, one.code, one.value])).toEqual([
      [3, '/3/kommune', 'unknown_area', 'Ukendt'], [4, '/4/tal', 'invalid_number', '..'], [5, '/5/tal', 'value_required', null], [7, '/7/flag', 'invalid_value', 'måske'], [7, '/7/indicator', 'unknown_indicator', 'ukendt'], [8, '/8/tal', 'unit_mismatch', '5'], [9, '/9', 'field_count', `${indicator} | 0250`]
    ])
    expect(await values(indicator)).toEqual([])
    expect((await csv(body, '?dryRun=true')).body).toMatchObject({ created: 2, committed: false, dryRun: true })
    expect((await csv(body, '?atomic=false')).body).toMatchObject({ created: 2, rejected: 6, committed: true })
    expect(await values(indicator)).toEqual([['0250', null, '2024-01', 1.5, 'final'], ['0250', null, '2024-05', 1234, 'final']])
  })

  test('tells of the targets that it moves, collapses what it says twice and refuses what it says in two ways', async () => {
    const head = 'indicator,area,period,value\n'
    expect((await csv(`${head}ledighed,0250,2024-06,3.9\nledighed,Frederikssund,2024M06,3.90\n`)).body).toMatchObject({ created: 1, unchanged: 1, notices: [{ row: 3, pointer: '/3', code: 'duplicate_collapsed' }], affectedTargets: ['p.1a'] })
    expect((await csv(`${head}ledighed,0250,2024-07,3.9\nledighed,250,2024-07,4.0\n`)).body.errors).toMatchObject([{ row: 2, code: 'duplicate_row' }, { row: 3, code: 'duplicate_row' }])
  })

  test('of 25,000 rows is one import, or none where the last row is bad', async () => {
    const indicator = await newIndicator(undefined, { frequency: 'day' })
    const day = (at: number): string => new Date(Date.UTC(1950, 0, 1 + at)).toISOString().slice(0, 10)
    const body = `indicator;area;period;value\n${Array.from({ length: 25_000 }, (_, at) => `${indicator};0250;${day(at)};${at % 100},5\n`).join('')}`
    const refused = await csv(`${body}${indicator};0250;2024-13-01;1\n`)
    expect([refused.status, refused.body.created, refused.body.rejected, pointersOf(refused)]).toEqual([422, 25_000, 1, ['/25002/period']])
    expect(await values(indicator)).toEqual([])
    const { body: recorded } = await csv(body)
    expect(recorded).toMatchObject({ received: 25_000, created: 25_000, import: expect.any(String) })
    expect((await rest.get(`/v1/imports/${recorded.import}`)).body).toMatchObject({ created: 25_000 })
    expect((await csv(body)).body).toMatchObject({ unchanged: 25_000 })
  })

  test('is read in the charset that it says', async () => {
    const body = Buffer.from('indikator;område;periode;værdi\nledighed;Holbæk;2024-01;4,1\n', 'latin1')
    expect((await send('text/csv; charset="windows-1252"', body, '?dryRun=true')).body).toMatchObject({ created: 1 })
    const refused = await csv(body)
    expect([refused.status, codeOf(refused)]).toEqual([400, 'invalid_request'])
    expect(refused.body.detail).toContain('charset=windows-1252')
  })

  test('is read as the query says, where that means something', async () => {
    const body = 'indicator;area;period;value\nledighed;0250;2024-01;1.234\n'
    expect((await csv(body, '?dryRun=true')).body.errors).toMatchObject([{ row: 2, code: 'ambiguous_number', value: '1.234' }])
    expect((await csv(body, '?dryRun=true&decimal=point')).body).toMatchObject({ created: 1 })
    for (const [type, query] of [['text/csv', 'sheet=1'], ['application/x-ndjson', 'decimal=comma'], ['application/json', 'sheet=1'], ['application/json', 'decimal=comma'], ['text/csv', 'decimal=3'], ['text/csv', 'encoding=utf-8']] as const) {
      const refused = await send(type, '{}', `?${query}`)
      expect([refused.status, pointersOf(refused)], query).toEqual([400, [`?${query.split('=', 1)[0]}`]])
    }
  })

  test.each([
    ['attachment; filename=maj.csv', 'maj.csv'], ['attachment; filename="C:\\\\tal\\\\maj 2024.csv"', 'maj 2024.csv'], ["attachment; filename=x.csv; filename*=UTF-8''m%C3%A5l.csv", 'mål.csv'],
    [Buffer.from('attachment; filename="mål.csv"').toString('latin1'), 'mål.csv'], ["attachment; filename*=UTF-8''%E0%A4%A", null], [`attachment; filename*=UTF-8''${'a'.repeat(299)}%F0%9F%98%80.csv`, 'a'.repeat(299)], ['attachment', null]
  ])('is called as Content-Disposition says: %s', async (header, name) => {
    const indicator = await newIndicator()
    const { body } = await csv(`indicator,area,period,value\n${indicator},DK,2024-01,1\n`, '', { 'content-disposition': header })
    expect((await rest.get(`/v1/imports/${body.import}`)).body.fileName).toBe(name)
  })

  test.each([['text/csv', ''], ['text/csv', 'a;b\n1;2\n'], ['application/x-ndjson', ''], [MEASUREMENT_FILES.xlsx, 'PK'], [MEASUREMENT_FILES.xlsx, ''], ['text/csv; charset=utf-42', 'a']])('of %s with %j is a 400 problem', async (type, body) => {
    const refused = await send(type, body)
    expect([refused.status, codeOf(refused)]).toEqual([400, 'invalid_request'])
  })

  test('of any bytes is refused, never more than that', async () => {
    const piece = fc.oneof(fc.constantFrom('indicator;area;period;value\n', 'ledighed;0250;2024-01;4,1\n', '{"indicator":"ledighed"}\n', '[['.repeat(20_000), '"', '\0', '\ufeff'), fc.string()).map(text => Buffer.from(text))
    await fc.assert(fc.asyncProperty(fc.constantFrom(...Object.values(MEASUREMENT_FILES)), fc.array(fc.oneof(piece, fc.uint8Array({ maxLength: 50 })), { maxLength: 4 }), async (type, parts) => {
      expect([200, 400, 422]).toContain((await send(type, Buffer.concat(parts), '?dryRun=true')).status)
    }), { numRuns: 150 })
  })
})

describe('what is sent', () => {
  test('of another media type is refused, naming those that are taken', async () => {
    const refused = await send('text/plain', 'x')
    expect([refused.status, codeOf(refused)]).toEqual([415, 'unsupported_media_type'])
    for (const type of ['application/json', ...Object.values(MEASUREMENT_FILES)]) expect(refused.body.detail).toContain(type)
    const elsewhere = await rest.post('/v1/api-keys', 'a;b', { 'content-type': 'text/csv' })
    expect([elsewhere.status, elsewhere.body.detail]).toEqual([415, expect.not.stringContaining('csv,')])
    expect((await csv('x', '', { 'content-encoding': 'gzip' })).status).toBe(415)
  })

  test('may be larger than JSON, up to 50 MB', async () => {
    const indicator = await newIndicator()
    const body = `indicator;area;period;value;note\n${indicator};0250;2024-01;1;\n${';;;;\n'.repeat(BODY_LIMIT / 4)}`
    expect((await csv(body)).body).toMatchObject({ received: 1, created: 1 })
    const announced = open({ 'content-length': FILE_LIMIT + 1 })
    const refused = await announced.answer
    announced.call.destroy()
    expect([refused.statusCode, refused.headers['content-type'], JSON.parse(refused.text).detail]).toEqual([413, 'application/problem+json; charset=utf-8', expect.stringContaining('50 MB')])
  })

  test('without end is refused when it has passed 50 MB', async () => {
    const { call, answer } = open({ 'transfer-encoding': 'chunked' })
    const piece = Buffer.alloc(1024 * 1024, '\n')
    for (let sent = 0; sent <= 50; sent++) if (!call.write(piece)) await Promise.race([once(call, 'drain'), answer])
    expect((await answer).statusCode).toBe(413)
    call.destroy()
  })

  test('by someone who may not is refused before it comes', async () => {
    const { authorization } = await keyWith(subject, ['plans:write'])
    for (const [header, status] of [['', 401], ['Bearer wrong', 401], [authorization, 403]] as const) {
      const { call, answer } = open({ authorization: header, 'content-length': 40_000_000 })
      expect((await answer).statusCode, header).toBe(status)
      call.destroy()
    }
  })

  test('slowly keeps nobody waiting', async () => {
    const slow = Array.from({ length: 8 }, () => open({ 'content-length': 1000 }))
    for (const { call } of slow) call.write('i')
    await setTimeout(100)
    expect((await csv('x')).status).toBe(400)
    for (const { call } of slow) call.destroy()
  })

  test('eight at a time is recorded, each in its turn', async () => {
    const indicator = await newIndicator()
    const years = Array.from({ length: 64 }, (_, at) => 1950 + at)
    const statuses: number[] = []
    await Promise.all(Array.from({ length: 8 }, async () => {
      for (let year = years.pop(); year !== undefined; year = years.pop()) statuses.push((await csv(`indicator;area;period;value\n${indicator};0250;${year}-01;1\n`)).status)
    }))
    expect(statuses).toEqual(Array.from({ length: 64 }, () => 200))
  })

  test('by someone who hangs up is not recorded, and may be sent again', async () => {
    const indicator = await newIndicator(undefined, { frequency: 'day' })
    const day = (at: number): string => new Date(Date.UTC(1950, 0, 1 + at)).toISOString().slice(0, 10)
    const body = `indicator;area;period;value\n${Array.from({ length: 200_000 }, (_, at) => `${indicator};0250;${day(at % 20_000)};1\n`).join('')}`
    const key = { 'idempotency-key': 'lagt-paa' }
    const { call } = open({ ...key, 'content-length': body.length })
    await new Promise<void>(resolve => { call.end(body, resolve) })
    await setTimeout(200)
    call.destroy()
    // The key belongs to the first file until its work has ended, and for a day if that was kept.
    await expect.poll(async () => (await csv(`indicator,area,period,value\n${indicator},0250,2024-01-01,2\n`, '', key)).status, { timeout: 10_000 }).toBe(200)
    expect(await values(indicator)).toEqual([['0250', null, '2024-01-01', 2, 'final']])
  }, 20_000)

  test.each(['', '?atomic=false'])('that is something else is refused when 100,000 rows are bad%s', async query => {
    const indicator = await newIndicator()
    const refused = await csv(`indicator;area;period;value\n${indicator};0250;2024-01;1\n${'x\n'.repeat(100_001)}`, query)
    expect([refused.status, codeOf(refused), refused.body.detail]).toEqual([400, 'invalid_request', expect.stringMatching(/^More than 100,000 rows .* none was/)])
    expect(pointersOf(refused)).toEqual(Array.from({ length: 100 }, (_, at) => `/${at + 3}`))
    expect(refused.body.errors[0]).toEqual({ pointer: '/3', code: 'field_count', detail: 'has 1 field, and the header has 4' })
    expect(await values(indicator)).toEqual([])
  }, 20_000)
})

describe('with an Idempotency-Key', () => {
  test('the same file gets the same answer, another one none', async () => {
    const indicator = await newIndicator()
    const file = (value: number): string => `indicator,area,period,value\n${indicator},DK,2024-01,${value}\n`
    const key = { 'idempotency-key': 'fil-1' }
    const first = await csv(file(1), '', key)
    const again = await csv(file(1), '', key)
    expect([again.status, again.headers['idempotency-replayed'], again.body]).toEqual([200, 'true', first.body])
    expect(codeOf(await csv(file(2), '', key))).toBe('idempotency_key_reused')
    expect(codeOf(await send('text/csv; charset=windows-1252', file(1), '', key))).toBe('idempotency_key_reused')
    expect(await values(indicator)).toEqual([['DK', null, '2024-01', 1, 'final']])
  })
})
