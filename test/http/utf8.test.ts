import { afterAll, beforeAll, expect, test } from 'vitest'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { planBody } from '../support/services.ts'

let subject: TestApp
beforeAll(async () => { subject = await openTestApp() })
afterAll(async () => { await subject.close() })

// Decoded loosely, å would be kept as � and nobody would notice.
test.each([
  ['PUT', '/v1/plans/p/document', 'application/json', planBody({ title: 'En dårlig plan' })],
  ['PATCH', '/v1/plans/p', 'application/merge-patch+json', { title: 'En dårlig plan' }],
  ['POST', '/graphql', 'application/json', { query: '{ kommune(code: "Ærø") { name } }' }]
] as const)('JSON that is no UTF-8 is refused, and its place named: %s %s', async (method, url, type, body) => {
  const send = async (encoding: BufferEncoding) => await subject.app.inject({ method, url, headers: { ...asAdmin, 'content-type': type }, payload: Buffer.from(JSON.stringify(body), encoding) })
  const refused = await send('latin1')
  expect(refused.statusCode).toBe(400)
  expect(refused.body).toMatch(/The body is not UTF-8 at line 1, column \d+: save it as UTF-8\./)
  expect((await send('utf8')).body).not.toContain('not UTF-8')
})
