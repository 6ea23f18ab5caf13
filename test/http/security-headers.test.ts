import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../support/app.ts'

// What browsers are told besides the answer: of data and of pages each what is of use there.

const OF_DATA = { 'content-security-policy': "default-src 'none';frame-ancestors 'none'", 'cross-origin-resource-policy': 'same-origin', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' }
const OF_PAGES = ['content-security-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy', 'origin-agent-cluster', 'referrer-policy', 'x-content-type-options', 'x-frame-options']

let subject: TestApp
beforeAll(async () => { subject = await openTestApp({ seed: true, playground: '/nowhere' }) })
afterAll(() => subject.close())

const graphql = { method: 'POST', url: '/graphql', payload: { query: '{ areas { items { id } } }' } } as const

describe('headers for browsers', () => {
  test('data may load nothing and stand in no frame: read, refused, unknown, answered again or not at all', async () => {
    const { headers } = await subject.app.inject('/v1/plans')
    const requests = [
      '/v1/plans', '/v1/plans', '/v1/plans', { url: '/v1/plans', headers: { 'if-none-match': String(headers.etag) } }, '/v1/plans/nix', '/v1/nix', '/nix', '/v1/measurements/export?format=csv&indicator=nix',
      '/openapi.json', '/health/live', { method: 'POST', url: '/v1/plans', payload: {} } as const, { method: 'OPTIONS', url: '/v1/plans' } as const, graphql, graphql, graphql, '/graphql?query={'
    ]
    for (const request of requests) expect([request, (await subject.app.inject(request)).headers]).toEqual([request, expect.objectContaining(OF_DATA)])
  })

  test('what is only for pages is not told of data', async () => {
    for (const request of ['/v1/plans', '/v1/plans/nix', graphql]) {
      const { headers } = await subject.app.inject(request)
      expect(OF_PAGES.filter(name => headers[name] !== undefined)).toEqual(Object.keys(OF_DATA))
    }
  })

  test('pages are told all that helmet has, with policies of their own', async () => {
    for (const url of ['/', '/kommuner/0250', '/reports/frederikssund-2024', '/reports/nix', '/docs', '/graphiql']) {
      const { headers } = await subject.app.inject(url)
      expect([url, OF_PAGES.filter(name => headers[name] === undefined)]).toEqual([url, []])
      expect(headers['content-security-policy']).toMatch(/default-src '(self|none)';/)
      expect(headers['content-security-policy']).not.toBe(OF_DATA['content-security-policy'])
    }
  })
})
