import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { ask, startPair } from '../support/postgres-pair.ts'
import { indicatorBody } from '../support/services.ts'

const pair = inject('postgres').url === null ? null : await startPair()
const VERSION = /^\d+\.\d+$/

test('without replicas none is told, and one that is sent is only checked', async () => {
  const { app, close } = await openTestApp()
  const ask = async (version: string) => await app.inject({ url: '/v1/areas', headers: { 'data-version': version } })
  const [good, bad] = [await ask('1041.2210'), await ask('yesterday')]
  expect([good.statusCode, good.headers['data-version'], bad.statusCode]).toEqual([200, undefined, 400])
  await close()
})

describe.skipIf(pair === null)('reads spread over a replica', () => {
  const { primary, replica } = pair ?? { primary: '', replica: '' }
  let t: TestApp
  let base: string
  let number = 0
  let id: string

  beforeAll(async () => {
    // A replica is used from the first look on only where it has the tables.
    await (await openTestApp({ databaseUrl: primary })).close()
    await vi.waitFor(async () => { expect(await ask(replica, 'select 1 from meta')).toBeDefined() }, { timeout: 10_000, interval: 20 })
    t = await openTestApp({ databaseUrl: primary, replicas: [replica] })
    await t.app.listen({ port: 0, host: '127.0.0.1' })
    base = `http://127.0.0.1:${(t.app.server.address() as AddressInfo).port}`
  })
  beforeEach(async () => {
    await ask(replica, 'select pg_wal_replay_resume() where pg_is_wal_replay_paused()')
    id = `indicator-${++number}`
    const version = versionOf(await send('PUT', `/v1/indicators/${id}`, indicatorBody()))
    await vi.waitFor(async () => { expect(await hereAt(version)).toBe(true) }, { timeout: 10_000, interval: 20 })
    await ask(replica, 'select pg_wal_replay_pause()')
  })
  afterEach(async () => { await ask(replica, 'select pg_wal_replay_resume()') })
  afterAll(async () => {
    await t?.close()
    await pair?.stop()
  })

  const send = async (method: string, url: string, body?: unknown, headers: Record<string, string> = asAdmin): Promise<Response> =>
    await fetch(base + url, { method, ...body !== undefined && { body: JSON.stringify(body) }, headers: { ...body !== undefined && { 'content-type': 'application/json' }, ...headers } })
  const get = async (url: string, headers: Record<string, string> = {}): Promise<Response> => await send('GET', url, undefined, headers)
  const versionOf = ({ headers }: Response): string => headers.get('data-version') ?? ''
  /** Whether the replica itself has come so far. */
  const hereAt = async (version: string): Promise<boolean> => {
    const [row] = await ask(replica, 'select (select max(seq) from audit) as audit, (select max(seq) from events) as events')
    const [audit = 0, events = 0] = version.split('.').map(Number)
    return Number(row!.audit) >= audit && Number(row!.events) >= events
  }
  const rename = async (name: string): Promise<Response> => await send('PUT', `/v1/indicators/${id}`, indicatorBody({ name: { da: name, en: name } }))
  const nameIn = async (response: Response): Promise<string> => (await response.json() as { name: { da: string } }).name.da
  const query = 'query ($id: ID!) { indicator(id: $id) { name { da } } }'
  const graphql = async (headers: Record<string, string> = {}): Promise<Response> => await send('POST', '/graphql', { query, variables: { id } }, headers)
  const byGet = async (headers: Record<string, string> = {}): Promise<Response> => await get(`/graphql?query=${encodeURIComponent(query)}&variables=${encodeURIComponent(JSON.stringify({ id }))}`, headers)
  const nameInAnswer = async (response: Response): Promise<string> => (await response.json() as { data: { indicator: { name: { da: string } } } }).data.indicator.name.da

  test('who sends the version of a write back reads what was written, and who does not may read what was before', async () => {
    const written = await rename('Nyt')
    expect(versionOf(written)).toMatch(VERSION)
    const [before, after] = [await get(`/v1/indicators/${id}`), await get(`/v1/indicators/${id}`, { 'data-version': versionOf(written) })]
    expect([await nameIn(before), await nameIn(after)]).toEqual(['Ledighed', 'Nyt'])
    expect(versionOf(after)).toBe(versionOf(written))
    expect(versionOf(before)).not.toBe(versionOf(written))
    expect(await nameIn(await get(`/v1/indicators/${id}`, { 'data-version': versionOf(before) }))).toBe('Ledighed')
  })

  test('so it is with queries of GraphQL, by POST and by GET, while a mutation answers from what it wrote', async () => {
    const mutation = 'mutation ($id: ID!, $input: IndicatorInput!) { putIndicator(id: $id, input: $input) { indicator { name { da } } userErrors { code } } }'
    const input = indicatorBody({ name: { da: 'Nyt', en: 'New' } })
    const written = await send('POST', '/graphql', { query: mutation, variables: { id, input: { ...input, unit: 'PERCENT', polarity: 'LOWER_IS_BETTER', frequency: 'MONTH' } } })
    expect(await written.json()).toMatchObject({ data: { putIndicator: { indicator: { name: { da: 'Nyt' } } } } })
    const seen = { 'data-version': versionOf(written) }
    expect(versionOf(written)).toMatch(VERSION)
    expect([await nameInAnswer(await graphql()), await nameInAnswer(await byGet())]).toEqual(['Ledighed', 'Ledighed'])
    expect([await nameInAnswer(await graphql(seen)), await nameInAnswer(await byGet(seen))]).toEqual(['Nyt', 'Nyt'])
    expect(versionOf(await graphql(seen))).toBe(versionOf(written))
  })

  test('what a replica answered is not kept for those who have seen more, nor what the primary answered lost', async () => {
    await rename('Nyt')
    for (let times = 0; times < 2; times++) expect(await nameInAnswer(await graphql())).toBe('Ledighed')
    const current = (await t.database.reads!.position())
    const seen = { 'data-version': `${current.audit}.${current.events}` }
    for (let times = 0; times < 2; times++) expect([await nameInAnswer(await graphql(seen)), await nameIn(await get(`/v1/indicators/${id}`, seen))]).toEqual(['Nyt', 'Nyt'])
  })

  test('a copy of what was before is not called current to who has seen more', async () => {
    const copy = (await get(`/v1/indicators/${id}`)).headers.get('etag')!
    const written = await rename('Nyt')
    expect((await get(`/v1/indicators/${id}`, { 'if-none-match': copy })).status).toBe(304)
    const answer = await get(`/v1/indicators/${id}`, { 'if-none-match': copy, 'data-version': versionOf(written) })
    expect([answer.status, await nameIn(answer)]).toEqual([200, 'Nyt'])
  })

  test('who was told of an event reads what it tells of, and the feed is never behind', async () => {
    await rename('Nyt')
    const feed = await get('/v1/changes?after=now')
    const { nextCursor } = await feed.json() as { nextCursor: string }
    expect(await nameIn(await get(`/v1/indicators/${id}`, { 'data-version': `evt-1, ${nextCursor}` }))).toBe('Nyt')
    expect((await get(`/v1/changes?after=${nextCursor}`)).status).toBe(200)
    const page = await send('POST', '/graphql', { query: `{ changes(after: "${nextCursor}") { nextCursor } }` }, {})
    expect(await page.json()).toEqual({ data: { changes: { nextCursor } } })
  })

  test('a conflict names the version that it is about', async () => {
    const answer = await send('POST', '/v1/plans', { id: 'x' }, asAdmin)
    expect([answer.status < 500, versionOf(answer)]).toEqual([true, expect.stringMatching(VERSION)])
  })

  test('a key that was revoked opens nothing from then on, and a new one does at once', async () => {
    const { key, secret } = await (await send('POST', '/v1/api-keys', { name: 'x', scopes: ['drafts:read'] })).json() as { key: { id: string }, secret: string }
    const asIt = { authorization: `Bearer ${secret}` }
    expect((await get('/v1/me', asIt)).status).toBe(200)
    expect((await send('DELETE', `/v1/api-keys/${key.id}`)).status).toBe(204)
    expect((await get('/v1/me', asIt)).status).toBe(401)
  })

  test('what is no version is refused by name', async () => {
    for (const version of ['', 'x', '1', '1.', '1.2.3', '-1.2', '1.2;', 'evt-', '1.2,,', '9999999999999999.1', 'evt-1 evt-2']) {
      const answer = await get('/v1/areas', { 'data-version': version })
      expect(answer.status, version).toBe(400)
      expect(await answer.json()).toMatchObject({ code: 'invalid_request', errors: [{ pointer: 'Data-Version' }] })
      const queried = await send('POST', '/graphql', { query: '{ __typename }' }, { 'data-version': version })
      expect([queried.status, await queried.json()]).toMatchObject([400, { errors: [{ extensions: { code: 'invalid_request' } }] }])
    }
  })

  test('a version that there is not yet is answered by the primary', async () => {
    const answer = await get(`/v1/indicators/${id}`, { 'data-version': '999999999999999.999999999999999' })
    expect([answer.status, await nameIn(answer)]).toEqual([200, 'Ledighed'])
  })

  test('a file comes from the replica to its end', async () => {
    const written = await send('POST', '/v1/measurements', { measurements: Array.from({ length: 48 }, (_, month) => ({ indicator: id, area: '0250', period: `${2020 + Math.floor(month / 12)}-${String(month % 12 + 1).padStart(2, '0')}`, value: 4 })) })
    expect(written.status).toBe(200)
    const rows = async (headers = {}): Promise<number> => (await (await get(`/v1/exports/measurements?format=csv&indicator=${id}`, headers)).text()).trim().split('\n').length - 1
    expect([await rows(), await rows({ 'data-version': versionOf(written) })]).toEqual([0, 48])
  })
})
