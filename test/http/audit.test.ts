import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, codesOf, dataOf } from '../graphql/ask.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { codeOf, keyWith, pointersOf, restClient } from '../support/rest.ts'
import { ADMIN, indicatorBody, planBody } from '../support/services.ts'

let subject: TestApp
let rest: Awaited<ReturnType<typeof restClient>>
beforeAll(async () => {
  subject = await openTestApp({ now: '2026-06-01T10:00:00.000Z' })
  rest = await restClient(subject, asAdmin)
  await subject.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
  await rest.put('/v1/plans/p/document', planBody())
  subject.clock.now = '2026-06-02T10:00:00.000Z'
  await rest.put('/v1/plans/q/document', planBody({ id: 'q', kommune: '0253' }))
})
afterAll(() => subject.close())

const subjectsOf = async (query: string): Promise<string[]> => (await rest.get(`/v1/audit${query}`)).body.items.map((one: { subject: { id: string } }) => one.subject.id)

describe('the trail', () => {
  test('tells the latest first, and is narrowed', async () => {
    const { body: { items: [latest] } } = await rest.get('/v1/audit?limit=1')
    const { body: me } = await rest.get('/v1/me')
    expect(latest).toMatchObject({ id: expect.stringMatching(/^aud-\d+$/), at: '2026-06-02T10:00:00.000Z', actor: { id: me.id, name: 'bootstrap' }, requestId: expect.any(String), action: 'plan.created', subject: { kind: 'plan', id: 'q' }, plan: 'q', kommune: '0253', reason: null })
    expect(await subjectsOf('?plan=p')).toEqual(['p'])
    expect(await subjectsOf('?kommune=253')).toEqual(['q'])
    expect(await subjectsOf(`?actor=${me.id}`)).toEqual(['q', 'p'])
    expect(await subjectsOf('?action=indicator.created')).toEqual(['ledighed'])
    expect(await subjectsOf('?subject=ledighed')).toEqual(['ledighed'])
    expect(await subjectsOf('?from=2026-06-02T12:00:00%2B02:00')).toEqual(['q'])
    expect(await subjectsOf('?to=2026-06-01T23:59:59Z&action=plan.created')).toEqual(['p'])
    expect(await subjectsOf('?plan=nothing')).toEqual([])
  })

  test('comes page by page', async () => {
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await rest.get(`/v1/audit?limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`)
      seen.push(...body.items.map((one: { id: string }) => one.id))
      cursor = body.nextCursor
    }
    expect(seen).toEqual(seen.toSorted((a, b) => Number(b.slice(4)) - Number(a.slice(4))))
    expect(seen.at(-1)).toBe('aud-1')
  })

  test.each([
    ['?kommune=9999', '?kommune'], ['?action=plan.eaten', '?action'], ['?from=i%20går', '?from'], ['?from=2026-06-02T00:00:00Z&to=2026-06-01T00:00:00Z', '?to'], ['?limit=0', '?limit'],
    ['?cursor=x', '?cursor'], [`?cursor=${Buffer.from('["-1"]').toString('base64url')}`, '?cursor'], [`?cursor=${Buffer.from('["99999999999999999999"]').toString('base64url')}`, '?cursor'], ['?plan=', '?plan'], ['?reason=x', '?reason']
  ])('refuses %s, naming the parameter', async (query, pointer) => {
    const response = await rest.get(`/v1/audit${query}`)
    expect([response.status, ...pointersOf(response)]).toEqual([400, pointer])
  })

  test('is for admins, and for keys of kommuner each its own', async () => {
    expect((await (await restClient(subject)).get('/v1/audit')).status).toBe(401)
    for (const headers of [await keyWith(subject, ['measurements:write']), await keyWith(subject, ['plans:write'])]) expect((await rest.get('/v1/audit', headers)).status).toBe(403)
    const own = await keyWith(subject, ['plans:write'], ['0253'])
    expect((await rest.get('/v1/audit', own)).body.items).toMatchObject([{ plan: 'q' }])
    const other = await rest.get('/v1/audit?kommune=0250', own)
    expect([other.status, codeOf(other)]).toEqual([403, 'forbidden'])
  })

  test('is the same in GraphQL, where a mutation leaves its entry too', async () => {
    const { body: { items } } = await rest.get('/v1/audit?plan=p')
    const query = '{ audit(filter: { plan: "p", action: PLAN_CREATED }, first: 1) { edges { cursor node { id at actor actorName requestId action subjectKind subject plan kommune reason changes { path op before after } } } pageInfo { hasNextPage } } }'
    const { audit: { edges: [{ node }] } } = await dataOf(subject, query, {}, asAdmin)
    const { actor, subject: done, ...same } = items[0]
    expect(node).toEqual({ ...same, action: 'PLAN_CREATED', subjectKind: 'PLAN', subject: done.id, actor: actor.id, actorName: actor.name, changes: items[0].changes.map((one: { op: string }) => ({ ...one, op: one.op.toUpperCase() })) })
    expect(codesOf(await ask(subject, query))).toEqual(['unauthenticated'])
    const put = 'mutation { putIndicator(id: "nyt", input: { name: { da: "a", en: "b" }, unit: COUNT, polarity: NEUTRAL, frequency: YEAR }) { created } }'
    await dataOf(subject, put, {}, { ...asAdmin, 'x-request-id': 'graphql-1' })
    expect((await rest.get('/v1/audit?subject=nyt')).body.items).toMatchObject([{ action: 'indicator.created', requestId: 'graphql-1' }])
  })
})

describe('the id of a request', () => {
  const idOf = async (headers: Record<string, string> = {}): Promise<unknown> => (await subject.app.inject({ url: '/v1/me', headers })).headers['x-request-id']

  test('is answered: the sender\'s own where it is sane, else a new one each time', async () => {
    expect(await idOf({ 'x-request-id': 'abc-123_X:9' })).toBe('abc-123_X:9')
    for (const odd of ['', 'a b', 'x'.repeat(129), '<script>', 'a;b', 'é']) {
      const [first, second] = [await idOf({ 'x-request-id': odd }), await idOf({ 'x-request-id': odd })]
      expect(first, odd).toMatch(/^[\da-f-]{36}$/)
      expect(second, odd).not.toBe(first)
    }
  })

  test('is answered beside refusals too, wherever they come from', async () => {
    for (const [url, status] of [['/v1/nothing', 404], ['/v1/plans?x=1', 400], ['/graphql?query={x}', 200], ['/%zz', 400], ['/health/live', 200]] as const) {
      const response = await subject.app.inject({ url, headers: { 'x-request-id': 'mine' } })
      expect([response.statusCode, response.headers['x-request-id']], url).toEqual([status, 'mine'])
    }
    expect((await subject.app.inject({ url: '/v1/me', headers: { authorization: 'Bearer nothing', 'x-request-id': 'mine' } })).headers['x-request-id']).toBe('mine')
  })

  test('is not among what a caller is told of itself', async () => {
    expect(Object.keys((await rest.get('/v1/me')).body)).not.toContain('requestId')
  })
})

describe('national goals', () => {
  test('are put by admins, and plans may adopt them', async () => {
    const created = await rest.put('/v1/national-goals/2027-1', { title: ' Flere i job ' })
    expect([created.status, created.body]).toEqual([201, { id: '2027-1', year: 2027, number: 1, title: 'Flere i job' }])
    const replaced = await rest.put('/v1/national-goals/2027-1', { id: '2027-1', title: 'Flere unge i job' })
    expect([replaced.status, replaced.body.title]).toEqual([200, 'Flere unge i job'])
    expect((await rest.get('/v1/national-goals?year=2027')).body.items).toEqual([replaced.body])
    expect((await rest.put('/v1/plans/r/document', planBody({ id: 'r', goals: [{ code: '1', kind: 'ministerial', title: 'x', nationalGoals: ['2027-1'] }] }))).status).toBe(201)
  })

  test.each([
    ['2027-0', { title: 'x' }, '/id'], ['2027-01', { title: 'x' }, '/id'], ['27-1', { title: 'x' }, '/id'], ['2027', { title: 'x' }, '/id'], ['1899-1', { title: 'x' }, '/id'], ['2027-1/2', { title: 'x' }, '/id'],
    ['2027-2', {}, '/title'], ['2027-2', { title: ' ' }, '/title'], ['2027-2', { title: 'x', year: 2027 }, '/year'], ['2027-2', { id: '2027-3', title: 'x' }, '/id'], ['2027-2', { title: 'a\0b' }, '/title'], ['2027-2', [], '']
  ])('refuses %s with %j', async (id, body, pointer) => {
    const response = await rest.put(`/v1/national-goals/${encodeURIComponent(id)}`, body)
    expect([response.status, ...pointersOf(response)]).toEqual([400, pointer])
  })

  test('are the whole country\'s', async () => {
    expect((await rest.put('/v1/national-goals/2027-3', { title: 'x' }, await keyWith(subject, ['plans:write']))).status).toBe(403)
  })
})
