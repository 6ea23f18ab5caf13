import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { ADMIN, indicatorBody, planBody } from '../support/services.ts'
import { codesOf, post } from './ask.ts'
import { listen, openClient, refusalOf, take } from './subscribing.ts'

const folder = mkdtempSync(join(tmpdir(), 'maal-documents-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
const persisted = (text: string, more: object = {}) => ({ persistedQuery: { version: 1, sha256Hash: hashOf(text), ...more } })
const QUERY = 'query ($code: ID!) { kommune(code: $code) { name } }'
const MUTATION = 'mutation { revokeKey(id: "x") { userErrors { code } } }'
const SUBSCRIPTION = 'subscription { planChanged { cursor } }'
const variables = { code: '0250' }
const DATA = { kommune: { name: 'Frederikssund' } }
const MISS = [{ message: 'PersistedQueryNotFound', extensions: { code: 'not_found' } }]

let files = 0
/** A file with a text, or with documents by their hash. */
function fileOf (content: string | string[]): string {
  const path = join(folder, `${++files}.json`)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(Object.fromEntries(content.map(text => [hashOf(text), text]))))
  return path
}

describe('a query by its hash', () => {
  let t: TestApp
  beforeEach(async () => { t = await openTestApp() })
  afterEach(async () => { await t.close() })
  const get = async (query: Record<string, string>) => {
    const response = await t.app.inject({ method: 'GET', url: '/graphql', query, headers: { accept: 'application/graphql-response+json' } })
    return { status: response.statusCode, cacheControl: response.headers['cache-control'], ...response.json() }
  }

  it('is not known before it came once with its text; then by POST, by GET and as documentId', async () => {
    const extensions = persisted(QUERY)
    expect(await post(t, { extensions, variables })).toMatchObject({ status: 200, data: undefined, errors: MISS })
    const [asked, id] = [{ extensions: JSON.stringify(extensions), variables: JSON.stringify(variables) }, { documentId: `sha256:${hashOf(QUERY)}` }]
    // What is refused must not be what is answered from a cache when the query has come.
    expect(await get(asked)).toMatchObject({ status: 400, cacheControl: 'no-store', errors: MISS })
    expect((await post(t, { query: QUERY, extensions, variables })).data).toEqual(DATA)
    for (let time = 1; time <= 3; time++) {
      expect((await post(t, { extensions, variables })).data).toEqual(DATA)
      expect((await post(t, { query: '', extensions: persisted(QUERY, { sha256Hash: hashOf(QUERY).toUpperCase() }), variables })).data).toEqual(DATA)
      expect((await post(t, { ...id, variables })).data).toEqual(DATA)
      expect(await get(asked)).toMatchObject({ status: 200, data: DATA })
      expect(await get({ ...id, variables: JSON.stringify(variables) })).toMatchObject({ status: 200, data: DATA })
    }
  })

  it('is answered to GET with an ETag, and 304 while the answer is the same', async () => {
    const text = '{ plan(id: "p") { title } }'
    await t.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
    await t.services.plans.putDocument(ADMIN, 'p', planBody())
    await post(t, { query: text, extensions: persisted(text) })
    const ask = async (headers: Record<string, string> = {}) => await t.app.inject({ url: '/graphql', query: { extensions: JSON.stringify(persisted(text)) }, headers })
    const first = await ask({ 'accept-encoding': 'br' })
    expect([first.statusCode, first.headers['cache-control'], first.headers.vary]).toEqual([200, 'no-cache', expect.stringMatching(/accept, accept-encoding, authorization/)])
    const etag = String(first.headers.etag)
    const second = await ask({ 'if-none-match': `"x", ${etag}` })
    expect([second.statusCode, second.body, second.headers.etag]).toEqual([304, '', etag])
    expect((await ask({ ...asAdmin, 'if-none-match': etag })).headers['cache-control']).toBe('private, no-cache')
    await t.services.plans.putDocument(ADMIN, 'p', planBody({ title: 'Ny' }), { expectedVersion: 1, reason: 'x' })
    const third = await ask({ 'if-none-match': etag })
    expect([third.statusCode, third.json()]).toEqual([200, { data: { plan: { title: 'Ny' } } }])
    expect((await t.app.inject({ url: '/graphql', method: 'POST', payload: { query: text } })).headers.etag).toBeUndefined()
  })

  it('by GET is no way to a mutation or a subscription', async () => {
    for (const [query, status] of [[MUTATION, 405], [SUBSCRIPTION, 400]] as const) {
      await post(t, { query, extensions: persisted(query) })
      expect((await get({ extensions: JSON.stringify(persisted(query)) })).status).toBe(status)
    }
  })

  it.each([
    [{ query: `${QUERY} `, extensions: persisted(QUERY) }, '/query'], [{ query: QUERY, documentId: hashOf('x') }, '/query'], [{ query: QUERY, extensions: persisted(QUERY, { version: 2 }) }, '/extensions/persistedQuery/version'],
    [{ extensions: persisted(QUERY, { sha256Hash: 'x' }) }, '/extensions/persistedQuery/sha256Hash'], [{ extensions: persisted(QUERY, { sha256Hash: ['x'] }) }, '/extensions/persistedQuery/sha256Hash'], [{ extensions: { persistedQuery: 'x' } }, '/extensions/persistedQuery/version'],
    [{ extensions: { persistedQuery: [] } }, '/extensions/persistedQuery/version'], [{ documentId: 7 }, '/documentId'], [{ documentId: '__proto__' }, '/documentId'], [{ documentId: '' }, '/documentId'], [{ documentId: hashOf('a'), extensions: persisted('b') }, '/documentId'],
    [{ extensions: { persistedQuery: null } }, '/query'], [{ documentId: null }, '/query'], [{ query: [QUERY], documentId: hashOf(QUERY) }, '/query'], [{ query: 5, extensions: persisted('5') }, '/query']
  ])('is refused where it is none: %j', async (body, pointer) => {
    const answer = await post(t, { ...body, variables })
    expect([answer.status, codesOf(answer), answer.errors?.[0]?.extensions.errors?.[0]?.pointer]).toEqual([400, ['invalid_request'], pointer])
  })

  it('is forgotten after many others, the one that was not asked for longest first', async () => {
    const texts = Array.from({ length: 501 }, (_, at) => `{ kommune(code: "0250") { name } } #${at}`)
    for (const text of texts) {
      await post(t, { query: text, extensions: persisted(text) })
      await post(t, { extensions: persisted(texts[0]!) })
    }
    expect((await post(t, { extensions: persisted(texts[0]!) })).data).toEqual(DATA)
    expect((await post(t, { extensions: persisted(texts[500]!) })).data).toEqual(DATA)
    expect((await post(t, { extensions: persisted(texts[1]!) })).errors).toMatchObject(MISS)
  })

  it('has the limits of every query', async () => {
    const long = `{ kommuner { id } } #${'x'.repeat(20_000)}`
    expect(codesOf(await post(t, { query: long, extensions: persisted(long) }))).toEqual(['payload_too_large'])
    const deep = `{ kommuner { ${'plans { kommune { '.repeat(8)} id ${'} }'.repeat(8)} } }`
    for (let time = 1; time <= 2; time++) expect((await post(t, { query: deep, extensions: persisted(deep) })).errors?.[0]?.message).toContain('levels deep')
    expect((await post(t, { extensions: persisted(deep) })).errors?.[0]?.message).toContain('levels deep')
  })

  it('may be a subscription', async () => {
    const client = openClient(await listen(t))
    expect(await refusalOf(client, '', {}, persisted(SUBSCRIPTION))).toMatchObject(MISS)
    await post(t, { query: SUBSCRIPTION, extensions: persisted(SUBSCRIPTION) })
    const stop = client.subscribe({ query: '', extensions: persisted(SUBSCRIPTION) }, { next: () => {}, error: error => { throw error }, complete: () => {} })
    await new Promise(resolve => setTimeout(resolve, 50))
    stop()
    await client.dispose()
  })
})

describe('a list of documents', () => {
  let t: TestApp
  const open = async (only: boolean): Promise<void> => { t = await openTestApp({ seed: only, documents: { file: fileOf([QUERY, MUTATION, 'subscription { planChanged(after: "evt-0") { cursor } }']), only } }) }

  it('is known from the start, beside all else', async () => {
    await open(false)
    expect((await post(t, { documentId: hashOf(QUERY), variables })).data).toEqual(DATA)
    expect((await post(t, { query: '{ plans { id } }' })).data).toEqual({ plans: [] })
    await t.close()
  })

  it('may be all that is run: by hash or as it stands, by POST, GET and WebSocket', async () => {
    await open(true)
    const other = '{ kommune(code: "0250") { name } }'
    for (const body of [{ query: QUERY }, { documentId: hashOf(QUERY) }, { extensions: persisted(QUERY) }, { query: QUERY, extensions: persisted(QUERY) }]) expect((await post(t, { ...body, variables })).data).toEqual(DATA)
    for (const body of [{ query: other }, { query: `${QUERY} ` }, { documentId: hashOf(other) }, { query: other, extensions: persisted(other) }, { extensions: persisted(other) }, { query: '{ __schema { types { name } } }' }]) {
      for (let time = 1; time <= 2; time++) {
        const answer = await post(t, body)
        expect([answer.status, codesOf(answer), answer.errors?.[0]?.message]).toEqual([403, ['forbidden'], expect.stringContaining('GRAPHQL_DOCUMENTS_ONLY')])
      }
    }
    const got = await t.app.inject({ method: 'GET', url: '/graphql', query: { query: other } })
    expect([got.statusCode, got.json().errors[0].extensions.code]).toEqual([403, 'forbidden'])
    const client = openClient(await listen(t))
    expect(await refusalOf(client, SUBSCRIPTION)).toMatchObject([{ message: expect.stringContaining('none of them'), extensions: { code: 'forbidden' } }])
    expect(await take(client, 'subscription { planChanged(after: "evt-0") { cursor } }', 1)).toHaveLength(1)
    await client.dispose()
    await t.close()
  })

  it.each([
    ['nix', 'cannot be read as JSON'], ['[]', 'is not an object of texts'], ['{"a":1}', 'is not an object of texts'], ['null', 'is not an object of texts'], ['{"abc":"{ plans { id } }"}', 'is not the SHA-256 of its text'],
    [`{"${hashOf('x')}":"{ plans { id } }"}`, `which is ${hashOf('{ plans { id } }')}`], [['{ nix }'], 'cannot be run: Cannot query field "nix"'], [['{ plans {'], 'cannot be run: Syntax'], [['{ a: plans { id } }', `{ kommuner { ${'plans { kommune { '.repeat(8)} id ${'} }'.repeat(8)} } }`], 'levels deep'],
    [[`{ plans { id } } #${'x'.repeat(20_000)}`], 'characters']
  ])('that is wrong stops the start, case %#', async (content, told) => {
    const file = fileOf(content)
    const error = await openTestApp({ documents: { file, only: false } }).then(() => null, (reason: Error) => reason)
    expect(error?.message).toContain(`GRAPHQL_DOCUMENTS: ${file}`)
    expect(error?.message).toContain(told)
  })

  it('that is not there stops the start', async () => {
    await expect(openTestApp({ documents: { file: '/nowhere/x.json', only: true } })).rejects.toThrow('GRAPHQL_DOCUMENTS: /nowhere/x.json cannot be read')
  })

  it('of ids with sha256: before them is taken, an empty one too', async () => {
    const test = await openTestApp({ documents: { file: fileOf(JSON.stringify({ [`sha256:${hashOf(QUERY)}`]: QUERY })), only: true } })
    expect((await post(test, { documentId: `sha256:${hashOf(QUERY)}`, variables })).data).toEqual(DATA)
    await test.close()
    const none = await openTestApp({ documents: { file: fileOf('{}'), only: true } })
    expect((await post(none, { query: QUERY, variables })).status).toBe(403)
    await none.close()
  })

  it('tells no schema where introspection is off, even by a document of the list', async () => {
    await expect(openTestApp({ introspection: false, documents: { file: fileOf(['{ __schema { types { name } } }']), only: true } })).rejects.toThrow('INTROSPECTION=off')
  })
})
