import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { codeOf, keyWith, restClient } from '../support/rest.ts'
import { indicatorBody, planBody } from '../support/services.ts'

let subject: TestApp
let rest: Awaited<ReturnType<typeof restClient>>
beforeAll(async () => {
  subject = await openTestApp({ now: '2026-06-01T10:00:00.000Z' })
  rest = await restClient(subject, asAdmin)
  await rest.put('/v1/plans/p/document', planBody({}, { indicator: await newIndicator('ledighed') }))
})
afterAll(() => subject.close())

async function newIndicator (id: string, change: object = {}): Promise<string> {
  expect((await rest.put(`/v1/indicators/${id}`, { ...indicatorBody(), ...change })).status).toBe(201)
  return id
}

const row = (indicator: string, change: object = {}) => ({ indicator, area: '0250', period: '2024-01', value: 4.1, ...change })
const record = (rows: object[], query = '') => rest.post(`/v1/measurements${query}`, { measurements: rows })

describe('recording', () => {
  test('new, the same again, and another value', async () => {
    const indicator = await newIndicator('gentagelse')
    expect((await record([row(indicator)])).body).toMatchObject({ received: 1, created: 1, revised: 0, unchanged: 0, rejected: 0, dryRun: false, committed: true, errors: [] })
    expect((await record([row(indicator)])).body).toMatchObject({ created: 0, unchanged: 1, committed: true })
    expect((await record([row(indicator, { value: 4.2 })])).body).toMatchObject({ created: 0, revised: 1, committed: true })
    const { body } = await rest.get(`/v1/measurements?indicator=${indicator}`)
    expect(body.items).toMatchObject([{ area: '0250', period: '2024-01', value: 4.2, revision: 2, flag: 'final' }])
  })

  test('a kommune by three digits is the same as by four', async () => {
    const indicator = await newIndicator('tre-cifre')
    await record([row(indicator)])
    expect((await record([row(indicator, { area: '250' })])).body).toMatchObject({ unchanged: 1 })
    expect((await rest.get(`/v1/measurements?indicator=${indicator}&area=250`)).body.items).toHaveLength(1)
  })

  test('other spellings of a period are stored in the canonical one', async () => {
    const indicator = await newIndicator('perioder')
    await record([row(indicator, { period: '2024M03' })])
    expect((await rest.get(`/v1/measurements?indicator=${indicator}`)).body.items[0].period).toBe('2024-03')
  })

  test('the targets that read a changed figure are named', async () => {
    expect((await record([row('ledighed', { period: '2024-07' })])).body.affectedTargets).toEqual(['p.1a'])
    expect((await record([row('ledighed', { period: '2024-07' })])).body.affectedTargets).toEqual([])
  })

  test('a suppressed figure has no value', async () => {
    const indicator = await newIndicator('diskretion')
    expect((await record([row(indicator, { value: null, flag: 'suppressed' })])).body.created).toBe(1)
    expect((await rest.get(`/v1/measurements?indicator=${indicator}`)).body.items[0]).toMatchObject({ value: null, flag: 'suppressed' })
    expect((await record([row(indicator, { value: 0, flag: 'suppressed' })])).body.errors).toMatchObject([{ pointer: '/measurements/0/value', code: 'value_not_allowed' }])
  })
})

describe('a batch with bad rows', () => {
  const bad = (indicator: string) => [
    row(indicator), row(indicator, { area: '9999' }), row('ukendt-indikator'), row(indicator, { period: '2024' }), row(indicator, { segment: 'ukendt' }),
    row(indicator, { value: 'fire' }), row(indicator, { farve: 1 }), 7
  ] as object[]
  const places = [
    [1, '/measurements/1/area', 'unknown_area'], [2, '/measurements/2/indicator', 'unknown_indicator'], [3, '/measurements/3/period', 'frequency_mismatch'],
    [4, '/measurements/4/segment', 'unknown_segment'], [5, '/measurements/5/value', 'invalid_type'], [6, '/measurements/6/farve', 'unknown_field'], [7, '/measurements/7', 'invalid_type']
  ]
  const placesOf = (body: { errors: { row: number, pointer: string, code: string }[] }) => body.errors.map(error => [error.row, error.pointer, error.code])

  test('is refused whole, and every bad row is named', async () => {
    const indicator = await newIndicator('afvist')
    const response = await record(bad(indicator))
    expect(response.status).toBe(422)
    expect(response.type).toBe('application/problem+json')
    expect(response.body).toMatchObject({ code: 'batch_refused', type: 'urn:problem:maalopfoelgning:batch_refused', received: 8, created: 1, rejected: 7, committed: false, dryRun: false })
    expect(placesOf(response.body)).toEqual(places)
    expect((await rest.get(`/v1/measurements?indicator=${indicator}`)).body.items).toEqual([])
  })

  test('writes the good rows with atomic=false', async () => {
    const indicator = await newIndicator('delvis')
    const response = await record(bad(indicator), '?atomic=false')
    expect(response.status).toBe(200)
    expect(response.body).toMatchObject({ created: 1, rejected: 7, committed: true })
    expect(placesOf(response.body)).toEqual(places)
    expect((await rest.get(`/v1/measurements?indicator=${indicator}`)).body.items).toHaveLength(1)
  })

  test('a dry run tells the same and writes nothing', async () => {
    const indicator = await newIndicator('proeve')
    const response = await record(bad(indicator), '?dryRun=true')
    expect(response.status).toBe(200)
    expect(response.body).toMatchObject({ created: 1, rejected: 7, dryRun: true, committed: false })
    expect(placesOf(response.body)).toEqual(places)
    expect((await record([row(indicator)], '?dryRun=true')).body).toMatchObject({ created: 1, committed: false })
    expect((await rest.get(`/v1/measurements?indicator=${indicator}`)).body.items).toEqual([])
  })

  test('flags in the query are true or false, nothing else', async () => {
    for (const [query, pointer] of [['?dryRun=1', '?dryRun'], ['?atomic=False', '?atomic'], ['?dryRun=', '?dryRun'], ['?dryrun=true', '?dryrun']]) {
      const response = await record([row('ledighed')], query)
      expect(response.status).toBe(400)
      expect(response.body.errors[0].pointer).toBe(pointer)
    }
    expect((await record([row('ledighed', { period: '2023-01' })], '?dryRun=false&atomic=true')).body).toMatchObject({ committed: true })
  })

  test.each([[{}], [{ measurements: [] }], [{ measurements: 7 }], [[]], [{ measurements: [row('ledighed')], mere: 1 }]])('%j is no batch', async body => {
    const response = await rest.post('/v1/measurements', body)
    expect(response.status).toBe(400)
    expect(response.body.errors[0].pointer).toMatch(/^(\/measurements|\/mere|)$/)
  })
})

describe('reading', () => {
  test('by segment, stretch and what was known', async () => {
    const indicator = await newIndicator('laesning')
    await record([row(indicator), row(indicator, { segment: 'unge', value: 6 }), row(indicator, { period: '2024-02' })])
    const items = async (query: string) => (await rest.get(`/v1/measurements?indicator=${indicator}${query}`)).body.items.map((one: { segment: string | null, period: string }) => `${one.segment} ${one.period}`)
    expect(await items('')).toEqual(['null 2024-01', 'null 2024-02', 'unge 2024-01'])
    expect(await items('&segment=unge')).toEqual(['unge 2024-01'])
    expect(await items('&segment=')).toEqual(['null 2024-01', 'null 2024-02'])
    expect(await items('&from=2024-02-01')).toEqual(['null 2024-02'])
    expect(await items('&to=2024-01-31')).toEqual(['null 2024-01', 'unge 2024-01'])
    expect(await items('&knownAt=2026-05-31T00:00:00Z')).toEqual([])
  })

  test('by an id of any length', async () => {
    const code = 'ø'.repeat(100)
    const indicator = await newIndicator(`lang-${'x'.repeat(90)}`, { segments: [{ code, name: { da: 'Lang', en: 'Long' } }] })
    await record([row(indicator, { segment: code })])
    const [measurement] = (await rest.get(`/v1/measurements?indicator=${indicator}`)).body.items
    expect((await rest.get(`/v1/measurements/${measurement.id}`)).body).toEqual(measurement)
  })

  test('in pages', async () => {
    const indicator = await newIndicator('sider')
    await record(Array.from({ length: 9 }, (_, i) => row(indicator, { period: `2024-0${i + 1}` })))
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const { body } = await rest.get(`/v1/measurements?indicator=${indicator}&limit=4${cursor && `&cursor=${cursor}`}`)
      expect(body.items.length).toBeLessThanOrEqual(4)
      seen.push(...body.items.map((one: { period: string }) => one.period))
      cursor = body.nextCursor as string | null
    }
    expect(seen).toEqual(Array.from({ length: 9 }, (_, i) => `2024-0${i + 1}`))
  })

  test('withdrawing takes it out of sight and keeps its history', async () => {
    const indicator = await newIndicator('tilbagetrukket')
    await record([row(indicator)])
    await record([row(indicator, { value: 5 })])
    const [{ id }] = (await rest.get(`/v1/measurements?indicator=${indicator}`)).body.items
    expect((await rest.get(`/v1/measurements/${id}`)).body).toMatchObject({ id, value: 5, revision: 2 })
    const gone = await rest.delete(`/v1/measurements/${id}`)
    expect([gone.status, gone.text]).toEqual([204, ''])
    expect((await rest.get(`/v1/measurements/${id}`)).status).toBe(404)
    expect((await rest.delete(`/v1/measurements/${id}`)).status).toBe(404)
    const { body } = await rest.get(`/v1/measurements/${id}/revisions`)
    expect(body.nextCursor).toBeNull()
    expect(body.items.map((one: { value: number, withdrawn: boolean }) => [one.value, one.withdrawn])).toEqual([[4.1, false], [5, false], [5, true]])
  })
})

describe('who may', () => {
  test('nobody writes without a key', async () => {
    const stranger = await restClient(subject)
    for (const response of [await stranger.post('/v1/measurements', { measurements: [row('ledighed')] }), await stranger.delete('/v1/measurements/x')]) {
      expect([response.status, codeOf(response)]).toEqual([401, 'unauthenticated'])
      expect(response.headers['www-authenticate']).toBe('Bearer')
    }
  })

  test('a key needs the scope, and the kommune', async () => {
    const plans = await keyWith(subject, ['plans:write'])
    expect(codeOf(await rest.post('/v1/measurements', { measurements: [row('ledighed')] }, plans))).toBe('forbidden')
    const bound = await keyWith(subject, ['measurements:write'], ['0265'])
    const response = await rest.post('/v1/measurements', { measurements: [row('ledighed', { area: '0265', period: '2024-05' }), row('ledighed', { period: '2024-05' })] }, bound)
    expect(response.status).toBe(422)
    expect(response.body.errors).toMatchObject([{ row: 1, pointer: '/measurements/1/area', code: 'forbidden_area' }])
    const [{ id }] = (await rest.get('/v1/measurements?indicator=ledighed&area=0250')).body.items
    expect((await rest.delete(`/v1/measurements/${id}`, bound)).status).toBe(403)
  })
})
