import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { AppError } from '../../src/domain/errors.ts'
import { BODY_LIMIT } from '../../src/app.ts'
import { ADMIN_KEY, asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { codeOf, restClient } from '../support/rest.ts'

let subject: TestApp
let rest: Awaited<ReturnType<typeof restClient>>
beforeAll(async () => {
  subject = await openTestApp({ now: '2026-06-01T10:00:00.000Z' })
  rest = await restClient(subject)
})
afterAll(() => subject.close())

const send = (method: 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'OPTIONS', url: string, payload?: string, headers: Record<string, string> = {}) => subject.app.inject({ method, url, headers, ...payload !== undefined && { payload } })
const post = (payload: string, type = 'application/json') => send('POST', '/v1/measurements', payload, { ...asAdmin, 'content-type': type })

describe('paths and methods', () => {
  test.each(['/v1', '/v1/ukendt', '/v2/plans', '/v1/plans/x/ukendt', '/openapi.yaml'])('%s is a 404 problem', async path => {
    const response = await rest.get(path)
    expect([response.status, response.type, codeOf(response)]).toEqual([404, 'application/problem+json', 'not_found'])
  })

  test.each([
    ['PATCH', '/v1/plans', 'GET, HEAD, POST, OPTIONS'],
    ['PUT', '/v1/measurements', 'GET, HEAD, POST, OPTIONS'],
    ['POST', '/v1/measurements/x', 'GET, HEAD, DELETE, OPTIONS'],
    ['DELETE', '/v1/plans/x/document', 'GET, HEAD, PUT, OPTIONS'],
    ['POST', '/openapi.json', 'GET, HEAD, OPTIONS']
  ] as const)('%s %s is a 405 problem that names the methods', async (method, url, allow) => {
    const response = await send(method, url, 'whatever', { 'content-type': 'text/csv' })
    expect([response.statusCode, response.headers.allow, response.json<{ code: string }>().code]).toEqual([405, allow, 'method_not_allowed'])
  })

  test('OPTIONS names the methods', async () => {
    const response = await send('OPTIONS', '/v1/measurements')
    expect([response.statusCode, response.headers.allow, response.body]).toEqual([204, 'GET, HEAD, POST, OPTIONS', ''])
  })

  test('OPTIONS of a path that there is not, with a body that cannot be read, is a problem too', async () => {
    const response = await send('OPTIONS', '/nowhere', '{x', { 'content-type': 'application/json' })
    expect([response.statusCode, response.headers['content-type'], response.json<{ code: string }>().code]).toEqual([400, expect.stringContaining('application/problem+json'), 'invalid_request'])
  })

  test('HEAD answers as GET does, without the body', async () => {
    const [head, get] = [await rest.head('/v1/kommuner', { 'accept-encoding': 'identity' }), await rest.get('/v1/kommuner', { 'accept-encoding': 'identity' })]
    expect([head.status, head.text, head.headers['content-length']]).toEqual([200, undefined, get.headers['content-length']])
    expect((await rest.head('/v1/kommuner/9999')).status).toBe(404)
  })

  test('a slash at the end is the same path', async () => {
    expect((await subject.app.inject('/v1/kommuner/')).statusCode).toBe(200)
  })

  test('a path that is no URL is a 400 problem', async () => {
    const response = await subject.app.inject('/v1/plans/%E0%A4%A')
    expect([response.statusCode, response.headers['content-type']]).toEqual([400, 'application/problem+json; charset=utf-8'])
  })
})

describe('bodies', () => {
  test.each([['{"measurements":', 'half'], ['', 'empty'], ['{"measurements":[],"__proto__":{"a":1}}', '__proto__'], ['{"constructor":{"prototype":{"a":1}}}', 'constructor']])('%j is a 400 problem', async body => {
    const response = await post(body)
    expect(response.statusCode).toBe(400)
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(response.json<{ code: string, errors: { code: string }[] }>()).toMatchObject({ code: 'invalid_request', errors: [{ pointer: '', code: 'invalid_json' }] })
  })

  test('compressed are a 415 problem', async () => {
    const response = await send('POST', '/v1/measurements', 'not really gzip', { ...asAdmin, 'content-type': 'application/json', 'content-encoding': 'gzip' })
    expect([response.statusCode, response.json<{ detail: string }>().detail]).toEqual([415, expect.stringContaining('Content-Encoding')])
  })

  test.each(['text/tab-separated-values', 'text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'json'])('of the type %s are a 415 problem that names the one that is taken', async type => {
    const response = await post('a;b', type)
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([415, 'unsupported_media_type'])
    expect(response.json<{ detail: string }>().detail).toContain('application/json')
  })

  test('nested deeper than anything that is taken are refused before they are read', async () => {
    const rule = Array.from({ length: 800 }).reduce<object>(inner => ({ kind: 'all_of', rules: [inner] }), { kind: 'monitor' })
    const response = await send('POST', '/v1/plans', JSON.stringify({ id: 'p', goals: [{ targets: [{ rule }] }] }), { ...asAdmin, 'content-type': 'application/json' })
    expect([response.statusCode, response.json<{ detail: string }>().detail]).toEqual([400, 'The input is nested too deeply: at most 64 levels are read.'])
  })

  test('JSON with a charset is taken', async () => {
    expect((await post('{"measurements":[{}]}', 'application/json; charset=utf-8')).statusCode).toBe(422)
  })

  test('larger than the limit is a 413 problem', async () => {
    const response = await post(JSON.stringify({ measurements: ['x'.repeat(BODY_LIMIT)] }))
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([413, 'payload_too_large'])
  })

  test('a DELETE with a body of another type is refused as documented', async () => {
    const response = await rest.delete('/v1/measurements/ukendt', { ...asAdmin, 'content-type': 'text/csv', 'content-length': '3' }, 'a;b')
    expect([response.status, codeOf(response)]).toEqual([415, 'unsupported_media_type'])
  })

  test('a DELETE may say that it sends JSON, and send nothing', async () => {
    const response = await send('DELETE', '/v1/measurements/ukendt', undefined, { ...asAdmin, 'content-type': 'application/json' })
    expect(response.statusCode).toBe(404)
  })
})

describe('keys', () => {
  test.each(['Bearer wrong-key-0123456789', `Basic ${ADMIN_KEY}`, 'Bearer ', ADMIN_KEY])('%j is refused, for reading too', async authorization => {
    const response = await rest.get('/v1/plans', { authorization })
    expect([response.status, codeOf(response), response.headers['www-authenticate']]).toEqual([401, 'unauthenticated', 'Bearer'])
    expect(response.text).not.toContain('0123456789')
  })
})

describe('faults', () => {
  test('tell nothing of the inside, and are logged', async () => {
    const fault = new Error('select * from secrets')
    const failing = vi.spyOn(subject.stores.plans, 'find').mockRejectedValue(fault)
    const response = await rest.get('/v1/plans')
    failing.mockRestore()
    expect([response.status, codeOf(response)]).toEqual([500, 'internal'])
    expect(response.text).not.toMatch(/secrets|Error|\.ts/)
  })

  test('a database that cannot answer is a 503 problem with Retry-After', async () => {
    const failing = vi.spyOn(subject.stores.plans, 'find').mockRejectedValue(new AppError('unavailable', 'The database cannot answer right now.'))
    const response = await rest.get('/v1/plans')
    failing.mockRestore()
    expect([response.status, codeOf(response), response.headers['retry-after']]).toEqual([503, 'unavailable', '1'])
  })

  test('too many requests are a 429 problem with Retry-After', async () => {
    const limited = await openTestApp({ rateLimit: 2 })
    try {
      const client = await restClient(limited)
      await client.get('/v1/areas/DK')
      const response = await client.get('/v1/areas/DK')
      expect([response.status, codeOf(response)]).toEqual([429, 'rate_limited'])
      expect(Number(response.headers['retry-after'])).toBeGreaterThan(0)
    } finally {
      await limited.close()
    }
  })
})

describe('the documentation page', () => {
  test('loads everything from our own origin', async () => {
    const response = await rest.page('/docs')
    expect([response.status, response.type]).toEqual([200, 'text/html'])
    expect(response.headers['content-security-policy']).toContain("default-src 'self'")
    expect(response.headers['content-security-policy']).not.toContain('http')
    const links = [...response.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link as string)
    expect(links.length).toBeGreaterThan(3)
    for (const link of links) {
      expect(link).toMatch(/^\/docs\//)
      expect((await rest.page(link)).status, link).toBe(200)
    }
    expect(response.text).not.toMatch(/<script>|<script [^>]*>\s*[^<\s]/)
    expect((await rest.page('/docs/json')).body).toEqual(rest.document)
  })
})
