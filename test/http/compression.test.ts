import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'

let subject: TestApp
beforeAll(async () => { subject = await openTestApp({ seed: true, now: '2026-06-01T10:00:00.000Z' }) })
afterAll(() => subject.close())

const get = (url: string, encoding?: string, headers: Record<string, string> = {}) => subject.app.inject({ url, headers: { ...headers, ...encoding !== undefined && { 'accept-encoding': encoding } } })
const READ: Record<string, (bytes: Buffer) => Buffer> = { br: brotliDecompressSync, gzip: gunzipSync }

describe('answers', () => {
  test.each(['/v1/targets?limit=200', '/v1/kommuner', '/v1/plans/frederikssund-2024/document', '/openapi.json', '/schemas/plan.json', '/graphql/schema.graphql', '/graphql?query={plans{id%20title%20goals{id%20title%20targets{id%20title}}}}', '/docs/static/swagger-ui.css'])('%s comes as br or gzip to who takes it, and is the same', async url => {
    const plain = await get(url)
    expect([plain.statusCode, plain.headers['content-encoding'], plain.rawPayload.length > 1024]).toEqual([200, undefined, true])
    for (const encoding of ['br', 'gzip']) {
      const packed = await get(url, encoding)
      expect([packed.statusCode, packed.headers['content-encoding'], packed.headers['content-type'], packed.headers.etag]).toEqual([200, encoding, plain.headers['content-type'], plain.headers.etag])
      expect(String(packed.headers.vary).toLowerCase()).toContain('accept-encoding')
      expect(READ[encoding]!(packed.rawPayload).equals(plain.rawPayload)).toBe(true)
      expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2)
    }
  })

  test.each([['gzip, deflate, br', 'br'], ['gzip;q=1.0, br;q=0.5', 'gzip'], ['*', 'gzip'], ['identity', undefined], ['zstd', undefined], ['br;q=0', undefined], ['', undefined], ['x'.repeat(5000), undefined], [';;q=,', undefined]])('Accept-Encoding: %s is answered as %s', async (accepted, expected) => {
    const response = await get('/v1/kommuner', accepted)
    expect([response.statusCode, response.headers['content-encoding']]).toEqual([200, expected])
  })

  test.each(['br', 'gzip', 'identity'])('to HEAD have the headers of those to GET, asked for as %s', async encoding => {
    const headers = { 'accept-encoding': encoding }
    const told = ({ headers: { date: _, 'x-request-id': __, 'transfer-encoding': ___, ...rest } }: Awaited<ReturnType<typeof get>>) => rest
    for (const url of ['/v1/kommuner', '/v1/kommuner/0250', '/openapi.json']) {
      const [got, head] = [await get(url, encoding), await subject.app.inject({ method: 'HEAD', url, headers })]
      expect([head.statusCode, head.rawPayload.length, told(head)]).toEqual([200, 0, told(got)])
      const known = await subject.app.inject({ method: 'HEAD', url, headers: { ...headers, 'if-none-match': String(got.headers.etag) } })
      expect([known.statusCode, known.headers.etag, known.headers['content-length']]).toEqual([304, got.headers.etag, undefined])
    }
  })

  test('that are small come as they are, refusals too', async () => {
    for (const url of ['/v1/kommuner/0250', '/v1/plans/ukendt', '/health/live']) expect((await get(url, 'br')).headers['content-encoding'], url).toBeUndefined()
  })

  test('that are YAML are packed too', async () => {
    const packed = await get('/v1/plans/frederikssund-2024/document', 'br', { accept: 'application/yaml' })
    expect([packed.headers['content-encoding'], packed.headers['content-type'], brotliDecompressSync(packed.rawPayload).toString()]).toEqual(['br', 'application/yaml', expect.stringMatching(/^id: frederikssund-2024\n/)])
  })

  test('that an Idempotency-Key asks for again are the first, packed or not', async () => {
    const ask = (encoding: string) => subject.app.inject({ method: 'POST', url: '/v1/plans/frederikssund-2024/copy?validateOnly=false', headers: { ...asAdmin, 'content-type': 'application/json', 'idempotency-key': 'kopi', 'accept-encoding': encoding }, payload: '{"to":2025}' })
    const first = await ask('gzip')
    expect([first.statusCode, first.headers['content-encoding']]).toEqual([201, 'gzip'])
    const again = await ask('identity')
    expect([again.statusCode, again.headers['idempotency-replayed'], again.body === gunzipSync(first.rawPayload).toString()]).toEqual([201, 'true', true])
  })
})

describe('bodies', () => {
  test('that are never read are not looked at: a read may be sent any Content-Encoding', async () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS'] as const) {
      expect([200, 204]).toContain((await subject.app.inject({ method, url: '/v1/plans', headers: { 'content-encoding': 'gzip' } })).statusCode)
    }
  })

  const bomb = gzipSync(Buffer.alloc(50_000_000))
  test.each([
    ['POST', '/v1/measurements', 'application/json'], ['POST', '/v1/measurements', 'text/csv'], ['PUT', '/v1/plans/x/document', 'application/yaml'], ['PATCH', '/v1/plans/x', 'application/merge-patch+json'], ['POST', '/graphql', 'application/json']
  ] as const)('%s %s of %s are never unpacked, so that a bomb is none', async (method, url, type) => {
    for (const encoding of ['gzip', 'br', 'deflate', 'x']) {
      const response = await subject.app.inject({ method, url, headers: { ...asAdmin, 'content-type': type, 'content-encoding': encoding }, payload: bomb })
      expect([response.statusCode, response.body, response.headers['accept-encoding']]).toEqual([415, expect.stringContaining('without Content-Encoding'), 'identity'])
    }
  })
})
