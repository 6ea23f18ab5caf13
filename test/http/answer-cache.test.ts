import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { ADMIN, indicatorBody } from '../support/services.ts'

const URL = '/v1/plans/frederikssund-2024/status?asOf=2024-03-01'
const QUERY = { query: '{ plan(id: "frederikssund-2024") { title status(asOf: "2024-03-01") { overall } } }' }

let subject: TestApp
beforeAll(async () => {
  subject = await openTestApp({ seed: true, now: '2026-06-01T10:00:00.000Z', rateLimit: 1_000, metrics: 'open' })
  await subject.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
})
afterAll(() => subject.close())

/** Three times: an answer is kept when it is asked for the second time. */
const thrice = async (work: () => Promise<unknown>): Promise<void> => { for (let time = 0; time < 3; time++) await work() }
const get = (url: string, headers: Record<string, string> = {}) => subject.app.inject({ url, headers })
const ask = (payload: object) => subject.app.inject({ method: 'POST', url: '/graphql', payload })
let number = 0
const write = async () => await subject.services.measurements.record(ADMIN, { measurements: [{ indicator: 'ledighed', area: '0250', period: `${1900 + ++number}-06`, value: 3 }] })

/** How many answers came from the cache meanwhile. */
async function hits (work: () => Promise<unknown>): Promise<number> {
  const count = async (): Promise<number> => Number(/^answer_cache_hits_total (\d+)/m.exec((await get('/metrics')).body)?.[1])
  const before = await count()
  await work()
  return await count() - before
}

/** The headers, without those that each answer has of its own. */
const told = ({ headers: { date: _, 'x-request-id': __, ratelimit: ___, ...headers } }: Awaited<ReturnType<typeof get>>) => headers

describe('an answer', () => {
  test.each<Record<string, string>>([{}, { 'accept-encoding': 'br' }, { 'accept-encoding': 'gzip' }])('is given again with the same head and body, asked for with %j', async headers => {
    await write()
    expect(await hits(() => get(URL, headers))).toBe(0)
    const first = await get(URL, headers)
    const again = await get(URL, { ...headers, 'x-request-id': 'igen' })
    expect([again.statusCode, told(again), again.rawPayload.equals(first.rawPayload)]).toEqual([200, told(first), true])
    expect([again.headers['x-request-id'], again.headers.ratelimit]).toEqual(['igen', expect.stringMatching(/^"minute";r=\d+;t=\d+$/)])
    expect(await hits(() => get(URL, headers))).toBe(1)
  })

  test('is 304 to who holds it, with the head of any 304', async () => {
    await write()
    const { headers: { etag } } = await get(URL, { 'accept-encoding': 'br' })
    const held = { 'if-none-match': String(etag) }
    const first = await get(URL, held)
    await get(URL, held)
    expect(await hits(() => get(URL, held))).toBe(1)
    const again = await get(URL, held)
    expect([again.statusCode, again.body, told(again)]).toEqual([304, '', told(first)])
    expect((await get(URL, { 'if-none-match': '"another"' })).statusCode).toBe(200)
  })

  test('is another after a write, and on another day', async () => {
    const { headers: { etag } } = await get(URL)
    await write()
    expect((await get(URL)).headers.etag).not.toBe(etag)
    const today = '/v1/plans/frederikssund-2024/status'
    const before = (await get(today)).json().asOf
    subject.clock.now = '2026-06-01T22:00:00.000Z'
    expect([before, (await get(today)).json().asOf]).toEqual(['2026-06-01', '2026-06-02'])
  })

  test('is that of those without a key, to them alone', async () => {
    await thrice(() => get('/v1/plans'))
    expect(await hits(() => get('/v1/plans'))).toBe(1)
    expect(await hits(() => get('/v1/plans', asAdmin))).toBe(0)
    expect((await get('/v1/plans', { authorization: 'Bearer ukendt' })).statusCode).toBe(401)
  })

  test('that refuses is never kept', async () => {
    for (const url of ['/v1/plans/ukendt', '/v1/plans?ukendt=1', '/v1/api-keys']) expect(await hits(() => thrice(() => get(url))), url).toBe(0)
  })

  test('counts as a request: who has sent too many is refused', async () => {
    const small = await openTestApp({ now: '2026-06-01T10:00:00.000Z', rateLimit: 3 })
    const codes = []
    for (let time = 0; time < 5; time++) codes.push((await small.app.inject('/v1/kommuner')).statusCode)
    expect(codes).toEqual([200, 200, 200, 429, 429])
    await small.close()
  })
})

describe('a query', () => {
  test('is answered again as it was, until something is written', async () => {
    await write()
    const first = await ask(QUERY)
    expect(await hits(() => ask(QUERY))).toBe(0)
    expect(await hits(async () => { expect((await ask(QUERY)).body).toBe(first.body) })).toBe(1)
    await write()
    expect(await hits(() => ask(QUERY))).toBe(0)
  })

  test('asked once after each write is not kept', async () => {
    for (let time = 0; time < 4; time++) {
      await write()
      expect(await hits(() => ask(QUERY))).toBe(0)
    }
  })

  test('is told apart by its variables', async () => {
    const of = (id: string) => ({ query: 'query ($id: ID!) { plan(id: $id) { id } }', variables: { id } })
    for (const id of ['frederikssund-2024', 'holbaek-2023', 'frederikssund-2024', 'frederikssund-2024', 'holbaek-2023']) expect((await ask(of(id))).json().data.plan.id).toBe(id)
  })

  test('that fails is never kept', async () => {
    for (const query of ['{ ukendt }', '{ plan(id: "ukendt") { id } nationalGoals(year: [1]) { id } }', '{', 'mutation { deletePlan(id: "x") { userErrors { code } } }']) {
      expect(await hits(() => thrice(() => ask({ query }))), query).toBe(0)
    }
  })
})
