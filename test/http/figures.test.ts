import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, codesOf, dataOf } from '../graphql/ask.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { codeOf, pointersOf, restClient } from '../support/rest.ts'
import { indicatorBody, planBody } from '../support/services.ts'

let subject: TestApp
let rest: Awaited<ReturnType<typeof restClient>>

const share = { kind: 'ratio', numerator: { indicator: 'ledige' }, denominator: { indicator: 'styrke', segment: null }, factor: 100 }

beforeAll(async () => {
  subject = await openTestApp({ now: '2026-01-01T00:00:00.000Z' })
  rest = await restClient(subject, asAdmin)
  for (const id of ['ledige', 'styrke']) expect((await rest.put(`/v1/indicators/${id}`, indicatorBody({ unit: 'persons', additive: true }))).body).toMatchObject({ additive: true, calculation: null })
  expect((await rest.put('/v1/indicators/andel', indicatorBody({ calculation: share }))).body).toMatchObject({ additive: false, calculation: share })
  const rows = [['ledige', '0250', '2024-01', 1], ['styrke', '0250', '2024-01', 40], ['ledige', '0260', '2024-01', 5], ['styrke', '0260', '2024-01', 60], ['ledige', '0250', '2024-02', 2], ['styrke', '0250', '2024-02', 40], ['andel', '0250', '2024-02', 4.9]]
  const measurements = rows.map(([indicator, area, period, value]) => ({ indicator, area, period, value, source: 'Jobindsats' }))
  expect((await rest.post('/v1/measurements', { measurements: [...measurements, { indicator: 'ledige', area: '0270', period: '2024-01', flag: 'suppressed' }, { indicator: 'styrke', area: '0270', period: '2024-01', value: 30 }] })).status).toBe(200)
})
afterAll(() => subject.close())

const part = (indicator: string, area: string, value: number | null, period = '2024-01') => ({ indicator, area, segment: null, period, value, flag: value === null ? 'suppressed' : 'final', revision: 1, source: value === null ? null : 'Jobindsats' })

describe('the figures of an indicator', () => {
  test('are those of an area, posted ones first', async () => {
    expect((await rest.get('/v1/figures?indicator=andel&area=250')).body).toEqual({
      indicator: 'andel',
      area: '0250',
      members: null,
      segment: null,
      items: [
        { period: '2024-01', value: 2.5, flag: 'final', revision: null, source: null, calculation: { method: 'ratio', parts: [part('ledige', '0250', 1), part('styrke', '0250', 40)], missing: [] } },
        { period: '2024-02', value: 4.9, flag: 'final', revision: 1, source: 'Jobindsats', calculation: null }
      ],
      nextCursor: null
    })
  })

  test('are those of kommuner taken together, weighted, and missing where one has none', async () => {
    const { body } = await rest.get('/v1/figures?indicator=andel&areas=260,0250')
    expect(body).toMatchObject({ area: null, members: ['0250', '0260'], nextCursor: null })
    expect(body.items).toEqual([
      { period: '2024-01', value: 6, flag: 'final', revision: null, source: null, calculation: { method: 'group_ratio', parts: [part('ledige', '0250', 1), part('styrke', '0250', 40), part('ledige', '0260', 5), part('styrke', '0260', 60)], missing: [] } },
      { period: '2024-02', value: null, flag: 'missing', revision: null, source: null, calculation: { method: 'group_ratio', parts: [part('ledige', '0250', 2, '2024-02'), part('styrke', '0250', 40, '2024-02')], missing: ['0260'] } }
    ])
    const suppressed = (await rest.get('/v1/figures?indicator=ledige&areas=0250,0260,0270&to=2024-01-31')).body.items
    expect(suppressed).toEqual([{ period: '2024-01', value: null, flag: 'suppressed', revision: null, source: null, calculation: { method: 'group_sum', parts: [part('ledige', '0250', 1), part('ledige', '0260', 5), part('ledige', '0270', null)], missing: [] } }])
  })

  test('can be narrowed, as of then, and are paged by period', async () => {
    const periods = async (query: string) => (await rest.get(`/v1/figures?indicator=andel&area=0250&${query}`)).body.items.map((one: { period: string }) => one.period)
    expect([await periods('from=2024-02-01'), await periods('to=2024-02-28'), await periods('knownAt=2025-12-31T00:00:00Z'), await periods('segment=unge'), await periods('segment=')]).toEqual([['2024-02'], ['2024-01'], [], [], ['2024-01', '2024-02']])
    const first = (await rest.get('/v1/figures?indicator=andel&area=0250&limit=1')).body
    const second = (await rest.get(`/v1/figures?indicator=andel&area=0250&limit=1&cursor=${first.nextCursor}`)).body
    expect([first.items[0].period, second.items[0].period, second.nextCursor]).toEqual(['2024-01', '2024-02', null])
  })

  test('end a page early where they are made of many', async () => {
    const years = Array.from({ length: 60 }, (_, i) => String(1950 + i))
    await rest.put('/v1/indicators/aar', indicatorBody({ frequency: 'year', unit: 'persons', additive: true }))
    await rest.put('/v1/indicators/aar-middel', indicatorBody({ frequency: 'year', unit: 'persons', additive: true, calculation: { kind: 'rolling_mean', of: { indicator: 'aar' }, periods: 30 } }))
    const kommuner = (await rest.get('/v1/kommuner')).body.items.map((one: { id: string }) => one.id) as string[]
    await rest.post('/v1/measurements', { measurements: kommuner.flatMap(area => years.map(period => ({ indicator: 'aar', area, period, value: 1 }))) })
    const path = `/v1/figures?indicator=aar-middel&areas=${kommuner.join()}`
    const first = (await rest.get(path)).body
    expect(first.items).toHaveLength(6)
    expect(first.items[0]).toMatchObject({ period: '1979', value: 98, calculation: { method: 'group_sum' } })
    expect((await rest.get(`${path}&cursor=${first.nextCursor}`)).body.items[0].period).toBe('1985')
  })

  test.each([
    ['', '?indicator'], ['indicator=andel', '?area'], ['indicator=x&area=0250', '?indicator'], ['indicator=andel&area=9999', '?area'], ['indicator=andel&area=0250&areas=0250,0260', '?areas'], ['indicator=andel&areas=0250', '?areas'],
    ['indicator=andel&areas=0250,250', '?areas'], ['indicator=andel&areas=0250,DK', '?areas'], ['indicator=andel&areas=', '?areas'], ['indicator=andel&areas=,', '?areas'], ['indicator=andel&area=0250&segment=x', '?segment'],
    ['indicator=andel&area=0250&from=2024-02-01&to=2024-01-01', '?to'], ['indicator=andel&area=0250&cursor=x', '?cursor'], ['indicator=andel&area=0250&cursor=WyJ4Il0', '?cursor'], ['indicator=andel&area=0250&limit=0', '?limit'], ['indicator=andel&area=0250&x=1', '?x'],
    ['indicator=andel&areas=%00', '?areas'], [`indicator=andel&areas=${'0250,'.repeat(300)}`, '?areas'], ['indicator=__proto__&area=constructor', '?indicator']
  ])('are refused for %s', async (query, pointer) => {
    const response = await rest.get(`/v1/figures?${query}`)
    expect([response.status, pointersOf(response)]).toEqual([400, [pointer]])
  })

  test('are the same in GraphQL', async () => {
    const fields = 'indicator area members segment nextCursor items { period value flag revision source calculation { method missing parts { indicator area segment period value flag revision source } } }'
    const { one, group } = await dataOf(subject, `{ one: figures(indicator: "andel", area: "0250", limit: 1) { ${fields} } group: figures(indicator: "andel", areas: ["0250", "0260"]) { ${fields} } }`)
    // The words of the domain are written in capitals there.
    const told = (body: unknown): unknown => JSON.parse(JSON.stringify(body).replace(/"(flag|method)":"(\w+)"/g, (_, name, word: string) => `"${name}":"${word.toUpperCase()}"`))
    expect(one).toEqual(told((await rest.get('/v1/figures?indicator=andel&area=0250&limit=1')).body))
    expect(group).toEqual(told((await rest.get('/v1/figures?indicator=andel&areas=0250,0260')).body))
    for (const args of ['area: "9999"', 'areas: []', 'area: "0250", limit: 0', 'area: "0250", limit: 501', 'area: "0250", cursor: "x"', '']) {
      expect(codesOf(await ask(subject, `{ figures(indicator: "andel" ${args}) { segment } }`)), args).toEqual(['invalid_request'])
    }
  })

  test('cost what they are made of, in GraphQL', async () => {
    const kommuner = (await rest.get('/v1/kommuner')).body.items.map((one: { id: string }) => one.id) as string[]
    const asked = (name: string): string => `${name}: figures(indicator: "aar-middel", areas: $areas) { items { calculation { parts { value } } } }`
    const query = `query ($areas: [ID!]) { ${['a', 'b'].map(asked).join(' ')} }`
    const { errors } = await ask(subject, query, { areas: kommuner })
    expect(errors?.[0]?.extensions.errors?.[0]?.code).toBe('query_too_costly')
  })
})

describe('a calculated indicator', () => {
  test('is refused by REST and GraphQL alike, with the place', async () => {
    const response = await rest.put('/v1/indicators/andel', indicatorBody({ calculation: { ...share, numerator: { indicator: 'x' } } }))
    expect([response.status, codeOf(response), pointersOf(response)]).toEqual([422, 'unprocessable', ['/calculation/numerator/indicator']])
    const query = 'mutation ($input: IndicatorInput!) { putIndicator(id: "andel", input: $input) { indicator { additive calculation } userErrors { path code } } }'
    const input = { name: { da: 'Andel', en: 'Share' }, unit: 'PERCENT', polarity: 'NEUTRAL', frequency: 'MONTH', additive: null }
    const put = async (calculation: unknown) => (await ask(subject, query, { input: { ...input, calculation } }, asAdmin)).data.putIndicator
    expect(await put({ ...share, numerator: { indicator: 'x' } })).toEqual({ indicator: null, userErrors: [{ path: ['input', 'calculation', 'numerator', 'indicator'], code: 'unknown_indicator' }] })
    expect((await put('sum')).userErrors).toMatchObject([{ path: ['input', 'calculation'] }])
    expect(await put(share)).toEqual({ indicator: { additive: false, calculation: share }, userErrors: [] })
    await rest.put('/v1/indicators/andel', indicatorBody({ calculation: share }))
  })

  test('is judged, and the evidence shows what it was calculated from', async () => {
    // 1 of 40 is 2.5 per cent, posted 4.9 in February: at most 3 was the goal, met in January alone.
    await rest.put('/v1/plans/p/document', planBody({}, { indicator: 'andel' }))
    const at = async (asOf: string) => (await rest.get(`/v1/targets/p.1a/status?asOf=${asOf}`)).body
    expect(await at('2024-01-31')).toMatchObject({ status: 'on_track', current: { value: 2.5 }, evidence: [{ indicator: 'andel', value: 2.5, revision: null, source: null, calculation: { method: 'ratio', parts: [part('ledige', '0250', 1), part('styrke', '0250', 40)], missing: [] } }] })
    const { current, evidence } = await at('2024-02-29')
    expect([current.value, evidence]).toEqual([4.9, [{ ...part('andel', '0250', 4.9, '2024-02'), calculation: null }]])
  })
})
