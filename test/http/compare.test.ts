import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SEED_ACTOR } from '../../src/services/actor.ts'
import { ask, codesOf, dataOf } from '../graphql/ask.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { pointersOf, restClient } from '../support/rest.ts'
import { indicatorBody, planBody } from '../support/services.ts'

const share = { kind: 'ratio', numerator: { indicator: 'ledige' }, denominator: { indicator: 'styrke' }, factor: 100 }
const ROW = 'area { id } name value flag reason rank of percentile country { ...D } rar { ...D } region { ...D } yearBefore { value change reason } targets { id } explanation { da en }'
const QUERY = `query ($indicator: ID!, $period: Period, $areas: [ID!], $memberOf: [ID!], $segment: String, $knownAt: DateTime) {
  compare(indicator: $indicator, period: $period, areas: $areas, memberOf: $memberOf, segment: $segment, knownAt: $knownAt) {
    indicator segment period yearBefore knownAt unit differenceUnit polarity ranked groups { area { id } name value flag reason } items { ${ROW} }
  }
} fragment D on ComparisonDistance { area { id } value flag reason distance }`

/** An answer of GraphQL in the words of REST. */
const asRest = (value: unknown): unknown => JSON.parse(JSON.stringify(value), (name: string, part: unknown) =>
  typeof part === 'object' && part !== null && !Array.isArray(part) && Object.keys(part).join() === 'id' ? (part as { id: string }).id : ['flag', 'reason', 'unit', 'differenceUnit', 'polarity'].includes(name) && typeof part === 'string' ? part.toLowerCase() : part)

describe('comparison', () => {
  let subject: TestApp
  let rest: Awaited<ReturnType<typeof restClient>>
  const get = async (query: string) => (await rest.get(`/v1/compare?${query}`)).body
  const areasOf = (body: { items: { area: string }[] }) => body.items.map(one => one.area)

  beforeAll(async () => {
    subject = await openTestApp({ now: '2024-08-20T10:00:00.000Z' })
    rest = await restClient(subject, asAdmin)
    for (const id of ['ledige', 'styrke']) await rest.put(`/v1/indicators/${id}`, indicatorBody({ unit: 'persons', additive: true }))
    await rest.put('/v1/indicators/andel', indicatorBody({ calculation: share }))
    await rest.put('/v1/indicators/ledighed', indicatorBody())
    await rest.put('/v1/plans/p/document', planBody())
    const counts = [['0253', 30, 400], ['0259', 20, 900], ['0265', 60, 1000]] as const
    await subject.services.measurements.record(SEED_ACTOR, { measurements: counts.flatMap(([area, persons, force]) => [['ledige', persons], ['styrke', force]].map(([indicator, value]) => ({ indicator, area, period: '2024-06', value }))) })
    const shares = [['0250', '2024-06', 3.9], ['0250', '2023-06', 4.1], ['0260', '2024-06', 3.2], ['DK', '2024-06', 3.4], ['RAR-HOV', '2024-06', 3.1], ['0260', '2024-07', 3], ['0250', '2024-07', 3.8], ['0253', '2024-06', 5]] as const
    await subject.services.measurements.record(SEED_ACTOR, { measurements: [...shares.map(([area, period, value]) => ({ indicator: 'ledighed', area, period, value })), { indicator: 'ledighed', area: '0270', period: '2024-06', flag: 'suppressed' }] })
  })
  afterAll(() => subject.close())

  test('shows all kommuner, those with and those without plans, the best first', async () => {
    const body = await get('indicator=ledighed&period=2024-06')
    expect(body).toMatchObject({ period: '2024-06', yearBefore: '2023-06', differenceUnit: 'percentage_points', polarity: 'lower_is_better', ranked: 3, nextCursor: null })
    expect(body.items).toHaveLength(98)
    expect(areasOf(body).slice(0, 3)).toEqual(['0260', '0250', '0253'])
    expect(body.items[1]).toMatchObject({ value: 3.9, rank: 2, of: 3, percentile: 50, country: { distance: 0.5 }, rar: { area: 'RAR-HOV', distance: 0.8 }, region: { area: '1084', reason: 'not_additive' }, yearBefore: { value: 4.1, change: -0.2 }, targets: ['p.1a'] })
    expect(body.items.find((one: { area: string }) => one.area === '0270')).toMatchObject({ value: null, reason: 'suppressed', rank: null, targets: [] })
    expect(body.groups.map((one: { area: string }) => one.area)).not.toContain('REGION-OESTDANMARK')
  })

  test('takes the latest period in which at least half have a figure', async () => {
    expect((await get('indicator=ledighed')).period).toBe('2024-07')
    expect((await get('indicator=ledighed&knownAt=2024-01-01T00:00:00Z'))).toMatchObject({ period: null, items: [], ranked: 0 })
  })

  test('weights a group by its members, and only where all are there', async () => {
    const sjaelland = (await get('indicator=andel&memberOf=RAR-SJ'))
    expect(sjaelland.groups.find((one: { area: string }) => one.area === 'RAR-SJ')).toMatchObject({ value: null, flag: 'missing', reason: 'missing' })
    const { items: members } = (await rest.get('/v1/kommuner?memberOf=RAR-SJ&on=2024-06-30')).body as { items: { id: string }[] }
    const rest0 = members.filter(one => !['0253', '0259', '0265'].includes(one.id)).flatMap(({ id }) => [['ledige', 0], ['styrke', 0]].map(([indicator, value]) => ({ indicator, area: id, period: '2024-06', value })))
    await subject.services.measurements.record(SEED_ACTOR, { measurements: rest0 })
    const { groups, items } = await get('indicator=andel&memberOf=RAR-SJ&period=2024-06')
    // 110 of 2300, and not the mean of 7.5, 2.2 and 6 per cent.
    expect(groups.find((one: { area: string }) => one.area === 'RAR-SJ')).toMatchObject({ value: 4.7826, reason: null })
    expect(items[0]).toMatchObject({ area: '0259', value: 2.2222, rank: 1, of: 3, rar: { distance: -2.5604 } })
  })

  test('is sorted and paged as lists are, in the period that it began with', async () => {
    expect(areasOf(await get('indicator=ledighed&period=2024-06&areas=250,0260,0253,0270&sort=value'))).toEqual(['0260', '0250', '0253', '0270'])
    expect(areasOf(await get('indicator=ledighed&period=2024-06&areas=0250,0260,0253,0270&sort=-rank'))).toEqual(['0253', '0250', '0260', '0270'])
    expect(areasOf(await get('indicator=ledighed&period=2024-06&areas=0250,0260,0253&sort=-name'))).toEqual(['0260', '0253', '0250'])
    expect(areasOf(await get('indicator=ledighed&period=2024-06&areas=0260,0250&sort=change'))).toEqual(['0250', '0260'])
    const first = await get('indicator=ledighed&limit=1')
    await subject.services.measurements.record(SEED_ACTOR, { measurements: [{ indicator: 'ledighed', area: '0250', period: '2024-08', value: 1 }, { indicator: 'ledighed', area: '0260', period: '2024-08', value: 1 }] })
    const second = await get(`indicator=ledighed&limit=1&cursor=${first.nextCursor}`)
    expect([first.period, areasOf(first), second.period, areasOf(second)]).toEqual(['2024-07', ['0260'], '2024-07', ['0250']])
    expect((await get('indicator=ledighed')).period).toBe('2024-08')
  })

  test('says the same in GraphQL', async () => {
    for (const variables of [{ indicator: 'ledighed', period: '2024-06' }, { indicator: 'ledighed', areas: ['0250', '0260'], segment: 'unge' }, { indicator: 'andel', memberOf: ['RAR-SJ', 'RAR-BOR'], knownAt: '2024-08-20T09:00:00.000Z' }, { indicator: 'ledighed', period: '2024M06', areas: ['RAR-SJ', 'RAR-HOV'] }]) {
      const query = Object.entries(variables).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')
      const { nextCursor: _, ...body } = await get(query)
      const { compare } = await dataOf(subject, QUERY, variables)
      expect(asRest(compare)).toEqual(body)
    }
  })

  test('takes a number of statements that does not grow with the areas', async () => {
    const statements = async (query: string) => {
      await get(query)
      const before = subject.countReads()
      await get(query)
      return subject.countReads() - before
    }
    expect(await statements('indicator=andel')).toBe(await statements('indicator=andel&areas=0250,0253'))
  })

  test.each([
    ['', '?indicator'], ['indicator=x', '?indicator'], ['indicator=ledighed&period=2024', '?period'], ['indicator=ledighed&period=2024-13', '?period'], ['indicator=ledighed&areas=', '?areas'], ['indicator=ledighed&areas=9999', '?areas'],
    ['indicator=ledighed&areas=0250,DK', '?areas'], ['indicator=ledighed&areas=0250&memberOf=RAR-SJ', '?memberOf'], ['indicator=ledighed&memberOf=0250', '?memberOf'], ['indicator=ledighed&segment=x', '?segment'], ['indicator=ledighed&sort=x', '?sort'],
    ['indicator=ledighed&cursor=x', '?cursor'], ['indicator=ledighed&limit=0', '?limit'], ['indicator=ledighed&knownAt=x', '?knownAt'], ['indicator=ledighed&x=1', '?x']
  ])('refuses ?%s by name', async (query, pointer) => {
    const response = await rest.get(`/v1/compare?${query}`)
    expect([response.status, pointersOf(response)[0]]).toEqual([400, pointer])
  })

  test('refuses in GraphQL what REST refuses', async () => {
    for (const argument of ['period: "2024"', 'period: "x"', 'areas: []', 'areas: ["0250", "DK"]', 'memberOf: ["9999"]', 'segment: "x"']) {
      expect(codesOf(await ask(subject, `{ compare(indicator: "ledighed", ${argument}) { period } }`)), argument).toEqual(['invalid_request'])
    }
  })
})
