import { afterEach, describe, expect, test } from 'vitest'
import type { Origins } from '../../src/http/cors.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'

let subject: TestApp
const open = async (origins?: Origins, rateLimit: number | null = null): Promise<void> => { subject = await openTestApp({ rateLimit, ...origins !== undefined && { origins } }) }
afterEach(() => subject.close())

const ORIGIN = 'https://www.example.dk'
const preflight = (url: string, origin: string, method = 'PATCH') =>
  subject.app.inject({ method: 'OPTIONS', url, headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': 'authorization,content-type,if-match' } })
const get = (url: string, origin: string, headers: Record<string, string> = {}) => subject.app.inject({ url, headers: { origin, ...headers } })
const corsHeaders = (headers: Record<string, unknown>): string[] => Object.keys(headers).filter(name => name.startsWith('access-control-'))

describe('pages of other origins', () => {
  test('may use everything where nothing is configured, without the credentials that a browser keeps', async () => {
    await open()
    for (const url of ['/v1/plans', '/v1/plans/x', '/graphql', '/openapi.json']) {
      const response = await preflight(url, ORIGIN)
      expect([url, response.statusCode, response.body, response.headers['access-control-allow-origin']]).toEqual([url, 204, '', '*'])
      expect(response.headers['access-control-allow-methods']).toBe('GET, HEAD, POST, PUT, PATCH, DELETE')
      for (const name of ['Authorization', 'Content-Type', 'If-Match', 'If-None-Match', 'Idempotency-Key', 'X-Request-Id']) expect(response.headers['access-control-allow-headers']).toContain(name)
      expect(Number(response.headers['access-control-max-age'])).toBeGreaterThan(600)
      expect(response.headers['access-control-allow-credentials']).toBeUndefined()
    }
    const response = await get('/v1/plans', ORIGIN, asAdmin)
    expect([response.statusCode, response.headers['access-control-allow-origin'], response.headers['access-control-allow-credentials']]).toEqual([200, '*', undefined])
    for (const name of ['ETag', 'RateLimit', 'Retry-After', 'X-Request-Id', 'Location']) expect(response.headers['access-control-expose-headers']).toContain(name)
  })

  test('may read refusals and 304 too', async () => {
    await open('*', 4)
    const { headers } = await get('/v1/plans', ORIGIN)
    const answers = [await get('/v1/plans', ORIGIN, { 'if-none-match': String(headers.etag) }), await get('/v1/plans/x', ORIGIN), await get('/v1/me', ORIGIN, { authorization: 'Bearer x' }), await get('/v1/plans', ORIGIN)]
    expect(answers.map(answer => [answer.statusCode, answer.headers['access-control-allow-origin']])).toEqual([[304, '*'], [404, '*'], [401, '*'], [429, '*']])
    // A preflight costs none of the requests that a caller has.
    expect((await preflight('/v1/plans', ORIGIN)).statusCode).toBe(204)
  })

  test('may where they are named; others get no CORS headers, and no refusal', async () => {
    await open([ORIGIN, 'http://localhost:5173'])
    for (const origin of [ORIGIN, 'http://localhost:5173']) {
      expect((await preflight('/v1/plans', origin)).headers['access-control-allow-origin']).toBe(origin)
      const response = await get('/v1/plans', origin)
      expect([response.headers['access-control-allow-origin'], response.headers.vary]).toEqual([origin, expect.stringContaining('Origin')])
    }
    for (const origin of ['https://example.dk', `${ORIGIN}:8443`, 'http://www.example.dk', `${ORIGIN}.evil.dk`, 'null', '*', '']) {
      const [asked, response] = [await preflight('/v1/plans', origin), await get('/v1/plans', origin)]
      expect([asked.statusCode, asked.headers.allow, corsHeaders(asked.headers)]).toEqual([204, 'GET, HEAD, POST, OPTIONS', []])
      expect([response.statusCode, corsHeaders(response.headers), response.headers.vary]).toEqual([200, [], expect.stringContaining('Origin')])
    }
  })

  test('may not where it is off', async () => {
    await open([])
    const response = await get('/v1/plans', ORIGIN)
    expect([response.statusCode, corsHeaders(response.headers), corsHeaders((await preflight('/v1/plans', ORIGIN)).headers)]).toEqual([200, [], []])
  })

  test('an OPTIONS that is no preflight names the methods all the same', async () => {
    await open()
    const response = await subject.app.inject({ method: 'OPTIONS', url: '/v1/plans', headers: { origin: ORIGIN } })
    expect([response.statusCode, response.headers.allow, response.headers['access-control-allow-methods']]).toEqual([204, 'GET, HEAD, POST, OPTIONS', undefined])
  })
})
