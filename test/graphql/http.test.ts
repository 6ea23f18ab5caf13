import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { ADMIN } from '../support/services.ts'
import { ask, codesOf, dataOf, post } from './ask.ts'

const GRAPHQL = 'application/graphql-response+json'
const RECORD = 'mutation M { recordMeasurements(input: { measurements: [] }) { committed } }'

describe('GraphQL over HTTP', () => {
  let test: TestApp
  beforeEach(async () => { test = await openTestApp() })
  afterEach(async () => { await test.close() })

  const get = async (query: Record<string, string>, headers: Record<string, string> = {}) => await test.app.inject({ method: 'GET', url: '/graphql', query, headers })

  it.each([
    [undefined, 'application/json; charset=utf-8', 200], ['*/*', 'application/json; charset=utf-8', 200], ['application/json', 'application/json; charset=utf-8', 200],
    [GRAPHQL, `${GRAPHQL}; charset=utf-8`, 400], [`${GRAPHQL}, application/json;q=0.9`, `${GRAPHQL}; charset=utf-8`, 400], [`${GRAPHQL};q=0.5, application/json`, 'application/json; charset=utf-8', 200]
  ])('answers Accept: %s with %s, and a query that cannot run with %d', async (accept, type, status) => {
    const headers: Record<string, string> = accept === undefined ? {} : { accept }
    const good = await ask(test, '{ plans { id } }', undefined, headers)
    expect([good.status, good.headers['content-type'], good.body]).toEqual([200, type, '{"data":{"plans":[]}}'])
    for (const query of ['{ nix }', '{ plans {', 'query ($on: Date) { plans(filter: { on: $on }) { id } }']) {
      const bad = await ask(test, query, { on: 'x' }, headers)
      expect([bad.status, bad.headers['content-type'], codesOf(bad)]).toEqual([status, type, ['invalid_request']])
    }
    // An error inside an answer is an answer.
    expect((await ask(test, '{ plan(id: "x") { id } }', undefined, headers)).status).toBe(200)
  })

  it('answers GET, with variables as JSON text', async () => {
    const response = await get({ query: 'query ($code: ID!) { kommune(code: $code) { name } }', variables: '{"code":"0250"}' })
    expect(response.json()).toEqual({ data: { kommune: { name: 'Frederikssund' } } })
    expect((await get({ query: '{ kommuner { id } }', variables: '[]' })).statusCode).toBe(400)
    expect((await get({ query: '{ kommuner { id } }', variables: '{' })).json().errors[0].extensions.code).toBe('invalid_request')
  })

  it('refuses a mutation by GET, whatever else the text holds', async () => {
    const two = `query Q { kommuner { id } } ${RECORD}`
    for (let time = 1; time <= 3; time++) {
      for (const query of [{ query: RECORD }, { query: two, operationName: 'M' }] as Record<string, string>[]) {
        const response = await get(query, asAdmin)
        expect([response.statusCode, response.headers.allow, response.json().errors[0].extensions.code]).toEqual([405, 'POST', 'method_not_allowed'])
      }
      expect((await get({ query: two, operationName: 'Q' })).json().data.kommuner).toHaveLength(98)
    }
  })

  it('answers HEAD as GET, without the body, and lets it write nothing', async () => {
    const head = async (query: Record<string, string>) => await test.app.inject({ method: 'HEAD', url: '/graphql', query, headers: asAdmin })
    const [one, other] = [await head({ query: '{ plans { id } }' }), await get({ query: '{ plans { id } }' }, asAdmin)]
    expect([one.statusCode, one.body, one.headers['content-type'], one.headers['content-length'], one.headers.etag]).toEqual([200, '', other.headers['content-type'], other.headers['content-length'], other.headers.etag])
    const note = 'mutation { createKey(input: { name: "x", scopes: [ADMIN] }) { userErrors { code } } }'
    for (let time = 1; time <= 2; time++) expect((await head({ query: note })).statusCode).toBe(405)
    expect(await test.services.keys.list(ADMIN, {})).toMatchObject({ items: [{ name: 'bootstrap' }] })
    expect((await head({ query: 'subscription { planChanged { cursor } }' })).statusCode).toBe(400)
  })

  it('runs the operation that is named, each time', async () => {
    const query = 'query A { a: nationalGoals(year: 2023) { number } } query B { b: nationalGoals(year: 2024) { number } }'
    for (let time = 1; time <= 4; time++) {
      for (const operationName of ['A', 'B']) expect(Object.keys((await post(test, { query, operationName })).data)).toEqual([operationName.toLowerCase()])
    }
    for (const operationName of ['C', undefined]) {
      expect(codesOf(await post(test, { query, operationName }))).toEqual(['invalid_request'])
      expect(codesOf(await post(test, { query, operationName, variables: {} }))).toEqual(['invalid_request'])
      expect((await get({ query, ...operationName && { operationName } })).statusCode).toBe(400)
    }
  })

  it.each([
    ['PUT', { 'content-type': 'application/json' }, '{}', 405, 'method_not_allowed'], ['DELETE', {}, undefined, 405, 'method_not_allowed'],
    ['POST', { 'content-type': 'text/plain' }, '{"query":"{ plans { id } }"}', 415, 'unsupported_media_type'], ['POST', { 'content-type': 'application/graphql' }, '{ plans { id } }', 415, 'unsupported_media_type'],
    ['POST', { 'content-type': 'application/x-www-form-urlencoded' }, 'query={plans{id}}', 415, 'unsupported_media_type'],
    ['POST', { 'content-type': 'application/json' }, '{"query":', 400, 'invalid_request'], ['POST', { 'content-type': 'application/json' }, '', 400, 'invalid_request'],
    ['POST', { 'content-type': 'application/json' }, '[{"query":"{ plans { id } }"}]', 400, 'invalid_request'], ['POST', { 'content-type': 'application/json' }, '{"__proto__":{"query":"x"}}', 400, 'invalid_request'],
    ['POST', { 'content-type': 'application/json' }, JSON.stringify({ query: '{ plans { id } }', variables: { a: 'x'.repeat(6_000_000) } }), 413, 'payload_too_large'], ['GET', {}, undefined, 400, 'invalid_request']
  ] as const)('refuses %s with %j, body %#', async (method, headers, payload, status, code) => {
    const response = await test.app.inject({ method, url: '/graphql', headers, payload })
    expect([response.statusCode, response.json().errors[0].extensions.code]).toEqual([status, code])
    expect(response.json().data).toBeUndefined()
  })

  it.each([
    {}, { query: 1 }, { query: ' ' }, { query: '{ plans { id } }', variables: [] }, { query: '{ plans { id } }', variables: 'x' }, { query: '{ plans { id } }', operationName: 1 }, { query: '{ plans { id } }', extensions: 0 }
  ])('refuses the body %j', async body => {
    const answer = await post(test, body)
    expect([answer.status, codesOf(answer)]).toEqual([400, ['invalid_request']])
  })

  it('takes null for what a client leaves out', async () => {
    expect((await post(test, { query: '{ plans { id } }', variables: null, operationName: null, extensions: null })).data).toEqual({ plans: [] })
  })

  it('refuses a query that is JSON text, which would run as a ready syntax tree', async () => {
    const field = { kind: 'Field', name: { kind: 'Name', value: '__typename' } }
    const tree = { kind: 'Document', definitions: [{ kind: 'OperationDefinition', operation: 'query', selectionSet: { kind: 'SelectionSet', selections: [field] } }] }
    for (const query of [JSON.stringify(tree), ` \n${JSON.stringify(tree)}`, '1', 'null', '"x"', '[]', '-1']) {
      const answer = await ask(test, query)
      expect([answer.status, codesOf(answer), answer.errors?.[0]?.message]).toEqual([400, ['invalid_request'], expect.stringContaining('is JSON')])
    }
  })

  it.each([
    ['deep', '{ plans { goals { plan { goals { plan { goals { plan { goals { plan { goals { plan { goals { id } } } } } } } } } } } } }', 'levels deep'],
    ['deep through fragments', '{ plans { ...A } } fragment A on Plan { goals { plan { goals { plan { ...B } } } } } fragment B on Plan { goals { plan { goals { plan { goals { plan { goals { plan { id } } } } } } } } }', 'levels deep'],
    ['wide', `{ plans { ${Array.from({ length: 1_001 }, (_, at) => `a${at}: id`).join(' ')} } }`, 'fields'],
    ['wide through fragments', `{ plans { ...A ...A } } fragment A on Plan { ${'...B '.repeat(30)} } fragment B on Plan { ${'id '.repeat(30)} }`, 'fields'],
    ['wide at its root', `{ ${Array.from({ length: 51 }, (_, at) => `a${at}: plans { id }`).join(' ')} }`, 'at its root'],
    ['full of words', `{ plans { ${'id '.repeat(4_100)} } }`, 'more than 4000 tokens']
  ])('refuses a query that is too %s', async (_, query, told) => {
    const answer = await ask(test, query)
    expect(codesOf(answer)).toEqual(['invalid_request'])
    expect(answer.errors?.[0]).toMatchObject({ message: expect.stringContaining(told), extensions: { errors: [{ code: 'query_too_large' }], cost: expect.any(Number), limit: expect.any(Number) } })
  })

  it.each([
    ['long', `{ plans { id } } #${'x'.repeat(20_000)}`, 'payload_too_large'], ['full of words', `{ plans { ${'id '.repeat(4_100)} } }`, 'invalid_request'],
    ['nested', `{ plans(filter: ${'['.repeat(3_900)}`, 'invalid_request'], ['nested in introspection', `{ __schema ${'{ types { fields { type '.repeat(600)} { name } ${'} } }'.repeat(600)} }`, 'invalid_request'],
    ['circular', '{ plans { ...A } } fragment A on Plan { goals { plan { ...A } } }', 'invalid_request']
  ])('refuses a query that is too %s', async (_, query, code) => {
    expect(codesOf(await ask(test, query))[0]).toBe(code)
  })

  it('refuses a wrong key, and says how to send one', async () => {
    for (const authorization of ['Bearer nobody', 'Basic eDp5']) {
      const answer = await ask(test, '{ plans { id } }', undefined, { authorization })
      expect([answer.status, codesOf(answer), answer.headers['www-authenticate']]).toEqual([401, ['unauthenticated'], 'Bearer'])
    }
    expect((await ask(test, '{ plans { id } }', undefined, asAdmin)).data).toEqual({ plans: [] })
  })

  it('says nothing of what goes wrong inside', async () => {
    vi.spyOn(test.services.plans, 'list').mockRejectedValue(new TypeError('secret of the database'))
    for (let time = 1; time <= 3; time++) {
      const answer = await ask(test, '{ plans { id } kommune(code: "0250") { id } }')
      expect([answer.status, codesOf(answer)]).toEqual([200, ['internal']])
      expect(answer.body).not.toContain('secret')
    }
  })

  it('tells the place of an error in a list as a number', async () => {
    vi.spyOn(test.services.plans, 'find').mockRejectedValue(new TypeError('secret'))
    const answer = await ask(test, '{ kommuner(memberOf: "1084") { plans { id } } }')
    expect(answer.errors?.[0]?.path).toEqual(['kommuner', 0, 'plans'])
  })

  it('is fast enough not to be taken down by one query', async () => {
    const begun = performance.now()
    await dataOf(test, '{ kommuner { id regions { id } memberships { area { id memberships { area { id } } } } } }')
    expect(performance.now() - begun).toBeLessThan(2_000)
  })
})
