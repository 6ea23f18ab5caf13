import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, codesOf, dataOf } from '../graphql/ask.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { pointersOf, restClient } from '../support/rest.ts'
import { indicatorBody, planBody } from '../support/services.ts'

let subject: TestApp
let rest: Awaited<ReturnType<typeof restClient>>
beforeAll(async () => {
  subject = await openTestApp({ now: '2024-06-01T10:00:00.000Z' })
  rest = await restClient(subject)
  await rest.put('/v1/indicators/ledighed', indicatorBody(), asAdmin)
  await rest.put('/v1/plans/p/document', planBody(), asAdmin)
  await rest.post('/v1/measurements', { measurements: [{ indicator: 'ledighed', area: '0250', period: '2024-05', value: 2 }] }, asAdmin)
  while (await subject.services.dispatcher.run());
})
afterAll(() => subject.close())

const get = async (query: string) => (await rest.get(`/v1/changes${query}`)).body as { items: { id: string, type: string, data: { subject: string } }[], nextCursor: string, hasMore: boolean }

test('the feed is open to all, gone through from the beginning, and goes on where it ended', async () => {
  const whole = await get('')
  expect(whole.items.map(item => [item.id, item.type, item.data.subject])).toEqual([
    ['evt-1', 'plan.adopted', 'p'], ['evt-2', 'measurements.recorded', expect.stringMatching(/^imp-/)], ['evt-3', 'target.status_changed', 'p.1a']
  ])
  expect([whole.nextCursor, whole.hasMore]).toEqual(['evt-3', false])
  const first = await get('?limit=2')
  expect([first.items.length, first.nextCursor, first.hasMore]).toEqual([2, 'evt-2', true])
  expect((await get(`?limit=2&after=${first.nextCursor}`)).items).toEqual(whole.items.slice(2))
  expect(await get('?after=evt-3')).toEqual({ items: [], nextCursor: 'evt-3', hasMore: false })
  expect(await get('?after=now')).toEqual({ items: [], nextCursor: 'evt-3', hasMore: false })
  expect((await get('?type=plan.adopted,target.status_changed&kommune=250')).items.map(item => item.id)).toEqual(['evt-1', 'evt-3'])
  expect(await get('?kommune=0316')).toEqual({ items: [], nextCursor: 'evt-3', hasMore: false })
})

test('GraphQL tells the same, with types as enum values', async () => {
  const query = 'query ($after: String, $types: [EventType!]) { changes(after: $after, first: 2, types: $types, kommune: "0250") { items { id type timestamp data } nextCursor hasMore } }'
  const { changes } = await dataOf(subject, query)
  const page = await get('?limit=2')
  expect(changes).toEqual({ ...page, items: page.items.map(item => ({ ...item, type: item.type.replaceAll('.', '_').toUpperCase() })) })
  expect((await dataOf(subject, query, { after: 'evt-1', types: ['TARGET_STATUS_CHANGED'] })).changes).toMatchObject({ items: [{ id: 'evt-3' }], nextCursor: 'evt-3', hasMore: false })
  expect((await dataOf(subject, '{ changes(after: null, first: null, types: null) { nextCursor } }')).changes).toEqual({ nextCursor: 'evt-3' })
})

test('what is no place, type, number or kommune is refused by name', async () => {
  const refused = [
    ['after=x', '?after'], ['after=evt-4', '?after'], ['after=', '?after'], [`after=${'9'.repeat(41)}`, '?after'], ['after=evt-1&after=evt-2', '?after'], ['type=plan', '?type'], ['type=', '?type'],
    ['type=plan.adopted,', '?type'], ['type=__proto__', '?type'], ['limit=0', '?limit'], ['limit=501', '?limit'], ['limit=1e2', '?limit'], ['kommune=9999', '?kommune'], ['cursor=evt-1', '?cursor'], ['since=1', '?since']
  ]
  for (const [query, pointer] of refused) {
    const response = await rest.get(`/v1/changes?${query}`)
    expect([query, response.status, pointersOf(response)[0]]).toEqual([query, 400, pointer])
  }
  expect((await rest.post('/v1/changes', {})).status).toBe(405)
  for (const args of ['after: "x"', 'first: 0', 'first: 501', 'kommune: "9999"', 'after: "evt-99"']) expect(codesOf(await ask(subject, `{ changes(${args}) { nextCursor } }`)), args).toEqual(['invalid_request'])
})

test('a query that asks for the feed again and again is too costly', async () => {
  await subject.database.atomically(() => [
    { sql: "update event_counter set last = 603 where name = 'events'", params: [] },
    ...Array.from({ length: 600 }, (_, at) => ({ sql: "insert into events (seq, type, subject, occurred_at, data) values (?, 'plan.changed', 'p', '2024-06-01T00:00:00.000Z', '{}')", params: [at + 4] }))
  ])
  const aliases = Array.from({ length: 80 }, (_, at) => `a${at}: changes(first: 500) { items { id } }`).join(' ')
  const answer = await ask(subject, `{ ${aliases} }`)
  expect(answer.errors?.length).toBeGreaterThan(0)
  expect(new Set(codesOf(answer))).toEqual(new Set(['invalid_request']))
})
