import fc from 'fast-check'
import JSONstat from 'jsonstat-toolkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { gunzipSync } from 'node:zlib'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { keyWith } from '../support/rest.ts'
import { ADMIN, indicatorBody, planBody } from '../support/services.ts'

const TYPES = { csv: 'text/csv', 'csv-da': 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ndjson: 'application/x-ndjson', 'json-stat': 'application/json' }
type Format = keyof typeof TYPES
const NOW = '2026-06-01T10:00:00.000Z'

async function openMeasured (): Promise<TestApp> {
  const app = await openTestApp({ now: NOW })
  const segments = [{ code: '=unge', name: { da: 'Unge', en: 'Young' } }, { code: 'a;b', name: { da: 'A', en: 'A' } }]
  for (const id of ['ledighed', 'antal']) await app.services.indicators.put(ADMIN, id, indicatorBody({ segments, unit: id === 'antal' ? 'ratio' : 'percent', decimals: 1 }))
  return app
}

const get = (app: TestApp, url: string, headers = {}) => app.app.inject({ url: `/v1${url}`, headers: { ...asAdmin, ...headers } })
const send = async (app: TestApp, format: Format, payload: Buffer) =>
  (await app.app.inject({ method: 'POST', url: format === 'json-stat' ? '/v1/imports/json-stat' : '/v1/measurements', payload, headers: { ...asAdmin, 'content-type': TYPES[format] } })).json<Record<string, unknown>>()
const exported = async (app: TestApp, format: Format, query = ''): Promise<Buffer> => {
  const { statusCode, rawPayload, headers } = await get(app, `/exports/measurements?format=${format}${format === 'json-stat' ? '&indicator=ledighed,antal' : ''}${query}`)
  expect([statusCode, headers['content-type']?.toString().split(';')[0]]).toEqual([200, TYPES[format]])
  return rawPayload
}

describe('measurements come back unchanged', () => {
  let [from, to]: TestApp[] = []
  beforeAll(async () => {
    from = await openMeasured()
    to = await openMeasured()
  })
  afterAll(async () => { await from?.close(); await to?.close() })

  const value = fc.oneof(fc.double({ min: -1e15, max: 1e15, noNaN: true }).filter(one => one === 0 || Math.abs(one) >= 1e-12), fc.integer({ min: -99_999, max: 99_999 }).map(one => one / 1000))
  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.constantFrom('=cmd|\' /C calc\'!A0', '"a"; "b"\r\nc,', '-', "'=1", 'constructor', '4,1')).map(one => one.trim()).filter(one => one !== '' && !one.includes('\0') && one.isWellFormed())
  const figure = fc.oneof(fc.record({ value: value.map(one => one + 0), flag: fc.constantFrom('final', 'provisional') }), fc.constantFrom({ value: null, flag: 'suppressed' }, { value: null, flag: 'missing' }))
  const rows = fc.uniqueArray(fc.tuple(fc.constantFrom('ledighed', 'antal'), fc.constantFrom('0250', 'DK', 'RAR-SJ'), fc.constantFrom(null, '=unge', 'a;b'), fc.integer({ min: 1, max: 12 }), figure, fc.option(text), fc.option(text)), { selector: one => one.slice(0, 4).join(), minLength: 1, maxLength: 25 })
    .map(all => all.map(([indicator, area, segment, month, figure, source, note]) => ({ indicator, area, segment, period: `2024-${String(month).padStart(2, '0')}`, ...figure, source, note })))

  test.each(Object.keys(TYPES) as Format[])('from %s', async format => {
    await fc.assert(fc.asyncProperty(rows, fc.constantFrom('', '&lang=da', '&lang=en'), async (rows, lang) => {
      const { statusCode } = await from!.app.inject({ method: 'POST', url: '/v1/measurements', payload: { measurements: rows }, headers: asAdmin })
      expect(statusCode).toBe(200)
      const all = await exported(from!, format, format === 'json-stat' ? '' : lang)
      const count = (await exported(from!, 'ndjson')).toString().trim().split('\n').length
      expect(await send(from!, format, all)).toMatchObject({ received: count, unchanged: count, created: 0, revised: 0, rejected: 0, errors: [] })
      expect(await send(to!, format, all)).toMatchObject({ received: count, rejected: 0, errors: [] })
      // What stands already keeps its source and note.
      const bare = async (app: TestApp) => (await exported(app, 'ndjson')).toString().trim().split('\n').map(line => ({ ...JSON.parse(line) as object, source: null, note: null }))
      expect(await bare(to!)).toEqual(await bare(from!))
    }), { numRuns: format === 'xlsx' ? 5 : 12 })
  }, 60_000)
})

describe('a file', () => {
  let subject: TestApp
  beforeAll(async () => {
    subject = await openMeasured()
    const measurements = [
      { indicator: 'ledighed', area: '0250', period: '2024-06', value: 3.25, source: '=A1', note: 'a; b' },
      { indicator: 'ledighed', area: 'DK', period: '2024-06', value: null, flag: 'suppressed' },
      { indicator: 'ledighed', area: 'DK', period: '2024-07', value: 1234.5, flag: 'provisional' }
    ]
    await subject.services.measurements.record(ADMIN, { measurements })
    await subject.services.plans.putDocument(ADMIN, 'p', planBody())
    await subject.services.plans.putDocument(ADMIN, 'q', planBody({ id: 'q', status: 'draft', title: 'En kladde' }))
  })
  afterAll(() => subject.close())

  test('of measurements is in the language and the form that is asked for', async () => {
    expect((await exported(subject, 'csv-da')).toString()).toBe([
      '\ufeffindikator;indikatornavn;enhed;område;områdenavn;målgruppe;målgruppenavn;periode;værdi;markering;kilde;bemærkning',
      'ledighed;Ledighed;pct.;0250;Frederikssund Kommune;;;2024M06;3,25;endelig;\'=A1;"a; b"', 'ledighed;Ledighed;pct.;DK;Hele landet;;;2024M06;;diskretioneret;;', 'ledighed;Ledighed;pct.;DK;Hele landet;;;2024M07;1234,5;foreløbig;;', ''
    ].join('\r\n'))
    expect((await exported(subject, 'csv', '&area=0250')).toString()).toBe('indicator,indicator name,unit,area,area name,segment,segment name,period,value,flag,source,note\r\nledighed,Unemployment,per cent,0250,Frederikssund Kommune,,,2024-06,3.25,final,\'=A1,a; b\r\n')
    expect((await exported(subject, 'ndjson', '&flag=provisional')).toString()).toBe('{"indicator":"ledighed","area":"DK","segment":null,"period":"2024-07","value":1234.5,"flag":"provisional","source":null,"note":null}\n')
  })

  test.each(['csv', 'csv-da', 'xlsx', 'ndjson'] as const)('of measurements keeps sources and notes: %s', async format => {
    const other = await openMeasured()
    expect(await send(other, format, await exported(subject, format))).toMatchObject({ created: 3, rejected: 0 })
    expect((await exported(other, 'ndjson')).toString()).toBe((await exported(subject, 'ndjson')).toString())
    await other.close()
  })

  test('is chosen by Accept where no format is said, and its language by Accept-Language', async () => {
    const answer = async (headers: object, query = '') => {
      const { statusCode, headers: { 'content-type': type, 'content-disposition': name }, payload } = await get(subject, `/exports/measurements${query}`, headers)
      return [statusCode, type, name, payload.split(/[,;]/)[0]]
    }
    const csv = 'text/csv; charset=utf-8'
    expect(await answer({})).toEqual([200, csv, 'attachment; filename="measurements-2026-06-01.csv"', 'indicator'])
    expect(await answer({ 'accept-language': 'da, en;q=0.5' })).toEqual([200, csv, 'attachment; filename="maalinger-2026-06-01.csv"', 'indikator'])
    expect((await answer({ accept: 'application/x-ndjson' }))[1]).toBe('application/x-ndjson')
    expect((await answer({ accept: TYPES.xlsx }, '?area=0250&indicator=ledighed')).slice(0, 3)).toEqual([200, TYPES.xlsx, 'attachment; filename="maalinger-0250-ledighed-2026-06-01.xlsx"'])
    expect((await answer({ accept: 'image/png' }))[0]).toBe(406)
    expect((await answer({ accept: 'image/png' }, '?format=csv-da'))[3]).toBe('\ufeffindikator')
    const tags = await Promise.all([{}, { 'accept-language': 'da' }].map(async headers => (await get(subject, '/exports/measurements', headers)).headers.etag))
    expect(new Set(tags).size).toBe(2)
    expect((await get(subject, '/exports/measurements', { 'if-none-match': tags[0] })).statusCode).toBe(304)
  })

  test('is compressed where that is taken, and not made for HEAD', async () => {
    const packed = await get(subject, '/exports/measurements?format=ndjson&fields=', { 'accept-encoding': 'gzip' })
    expect(packed.statusCode).toBe(400)
    await subject.services.measurements.record(ADMIN, { measurements: Array.from({ length: 600 }, (_, at) => ({ indicator: 'antal', area: '0250', period: `${1950 + Math.floor(at / 12)}-${String(at % 12 + 1).padStart(2, '0')}`, value: at })) })
    const { headers, rawPayload } = await get(subject, '/exports/measurements?format=ndjson&indicator=antal', { 'accept-encoding': 'gzip' })
    expect(headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(rawPayload).toString().trim().split('\n')).toHaveLength(600)
    const head = await subject.app.inject({ method: 'HEAD', url: '/v1/exports/measurements?format=xlsx' })
    expect([head.statusCode, head.payload, head.headers['content-disposition']]).toEqual([200, '', 'attachment; filename="maalinger-2026-06-01.xlsx"'])
  })

  test('is of one moment, however many pages it is read in', async () => {
    const { rawPayload } = await get(subject, '/exports/measurements?format=ndjson&knownAt=2020-01-01T00:00:00Z')
    expect(rawPayload.toString()).toBe('')
  })

  test.each(['/exports/measurements?format=pdf', '/exports/measurements?area=9999', '/exports/measurements?limit=5', '/exports/measurements?format=json-stat', '/exports/measurements?lang=de', '/exports/measurements?from=2024-07-01&to=2024-06-01', '/exports/statuses?status=fine', '/exports/statuses?kommune=9999', '/exports/statuses?groupBy=kommune', '/exports/plans?kommune=9999', '/exports/plans?format=json-stat', '/plans/p/missing-figures.xlsx?asOf=x', '/plans/p/missing-figures.xlsx?format=csv'])('that cannot be made is refused: %s', async url => {
    const { statusCode, headers } = await get(subject, url)
    expect([statusCode, headers['content-type']]).toEqual([400, 'application/problem+json; charset=utf-8'])
    expect(headers['content-disposition']).toBeUndefined()
  })

  test('of statuses has a row for each target', async () => {
    const [head, row, ...rest] = (await get(subject, '/exports/statuses?format=csv-da&asOf=2024-08-15')).payload.slice(1).split('\r\n').map(line => line.split(';'))
    const cells = Object.fromEntries(head!.map((name, at) => [name, row![at]]))
    expect(rest).toEqual([['']])
    expect(cells).toMatchObject({
      dato: '2024-08-15', kommunekode: '0250', kommune: 'Frederikssund', plan: 'p', målkode: 'p.1', kode: 'p.1a', regel: 'Grænseværdi', fra: '2024-01-01', frist: '2024-12-31', afgjort: 'nej', indikatornavn: 'Ledighed', enhed: 'pct.', periode: '2024M06', tal: '3,25', krav: 'højst', grænse: '3'
    })
    const [one] = (await get(subject, '/exports/statuses?format=ndjson&asOf=2024-08-15')).payload.trim().split('\n').map(line => JSON.parse(line) as Record<string, unknown>)
    const [item] = (await get(subject, '/statuses?asOf=2024-08-15')).json<{ items: Record<string, unknown>[] }>().items
    expect(one).toEqual(item)
    expect((await get(subject, '/exports/statuses?format=csv-da&asOf=2024-08-15')).payload).toContain(`;"${(one!.explanation as { da: string }).da}"\r\n`)
    expect((await get(subject, '/exports/statuses?lang=en&asOf=2024-08-15&plan=p')).headers['content-disposition']).toBe('attachment; filename="status-p-2024-08-15.csv"')
  })

  test('of statuses is a data set that readers of JSON-stat take', async () => {
    const body = (await get(subject, '/exports/statuses?format=json-stat&asOf=2024-08-15&lang=en')).json<Record<string, unknown>>()
    const data = JSONstat(body)
    expect(data.Dimension('target').Category('p.1a').label).toBe('Frederikssund: Højst 3 pct.')
    const { items: [item] } = (await get(subject, '/statuses?asOf=2024-08-15')).json<{ items: { distance: number, status: string }[] }>()
    expect(data.Data({ figure: 'current' })).toMatchObject({ value: 3.25, status: item!.status })
    expect([data.Data({ figure: 'distance' }).value, data.Data({ figure: 'benchmark' }).value]).toEqual([item!.distance, null])
  })

  test('of plans has a row for each target, and documents that can be put again', async () => {
    const reader = await keyWith(subject, ['measurements:write'])
    const plans = async (format: string, headers = {}) => (await get(subject, `/exports/plans?format=${format}`, headers)).payload.trim().split(/\r?\n/)
    expect(await plans('csv', reader)).toHaveLength(2)
    expect((await plans('csv'))[2]).toMatch(/^q,0250,Frederikssund,En kladde,Employment plan,Draft,2024-01-01,2024-12-31,,q.1,Local goal,Et mål,,q.1a,/)
    expect((await plans('ndjson', reader)).map(line => (JSON.parse(line) as { id: string }).id)).toEqual(['p'])
    for (const line of await plans('ndjson')) {
      const document = JSON.parse(line) as { id: string }
      const put = await subject.app.inject({ method: 'PUT', url: `/v1/plans/${document.id}/document?reason=x`, payload: document, headers: { ...asAdmin, 'if-match': '"1"' } })
      expect(put.json()).toMatchObject({ changed: false, version: 1 })
    }
  })
})
