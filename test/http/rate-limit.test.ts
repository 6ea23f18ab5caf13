import { afterEach, describe, expect, test } from 'vitest'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { codeOf, keyWith, restClient } from '../support/rest.ts'

let subject: TestApp | undefined
afterEach(async () => { await subject?.close(); subject = undefined })
const open = async (rateLimit: number | null) => {
  subject = await openTestApp({ rateLimit })
  return { subject, rest: await restClient(subject), first: await keyWith(subject, ['measurements:write']), second: await keyWith(subject, ['measurements:write']) }
}

describe('the rate limit', () => {
  test('counts each key by itself, and those without one by address', async () => {
    const { rest, first, second } = await open(3)
    const statuses = async (headers: Record<string, string>, count: number) => {
      const found: number[] = []
      for (let at = 0; at < count; at++) found.push((await rest.get('/v1/me', headers)).status)
      return found
    }
    expect(await statuses(first, 4)).toEqual([200, 200, 200, 429])
    expect(await statuses(second, 4)).toEqual([200, 200, 200, 429])
    // Fetching the document before has counted once.
    expect((await Promise.all([1, 2, 3].map(() => rest.get('/v1/kommuner')))).map(response => response.status)).toEqual([200, 200, 429])
  })

  test('tells in each answer what is left, and in a refusal when to go on', async () => {
    const { rest, first } = await open(2)
    const [one, two, three] = [await rest.get('/v1/me', first), await rest.get('/v1/me', first), await rest.get('/v1/me', first)]
    expect([one, two, three].map(response => response.headers['ratelimit-policy'])).toEqual(Array(3).fill('"minute";q=2;w=60'))
    expect(one.headers.ratelimit).toMatch(/^"minute";r=1;t=(59|60)$/)
    expect(two.headers.ratelimit).toMatch(/^"minute";r=0;t=(59|60)$/)
    expect(codeOf(three)).toBe('rate_limited')
    expect(Number(three.headers['retry-after'])).toBeGreaterThan(50)
    expect(three.body.detail).toMatch(/The key tester has sent more than 2 requests in a minute: wait \d+ seconds/)
  })

  test.each([
    ['trusted', ['192.0.2.0/24'], '192.0.2.7', [200, 200, 429, 200]],
    ['not trusted', ['198.51.100.1'], '192.0.2.7', [200, 200, 429, 429]],
    ['there not', undefined, '192.0.2.7', [200, 200, 429, 429]]
  ] as const)('counts by the address that a proxy tells, where the proxy is %s', async (_, trustProxy, remoteAddress, expected) => {
    subject = await openTestApp({ rateLimit: 2, ...trustProxy && { trustProxy: [...trustProxy] } })
    const found: number[] = []
    // The first address of the four is the sender's own word, which counts for nothing.
    for (const sender of ['203.0.113.1', '203.0.113.1', '9.9.9.9, 203.0.113.1', '203.0.113.2']) {
      found.push((await subject.app.inject({ url: '/v1/kommuner', remoteAddress, headers: { 'x-forwarded-for': sender } })).statusCode)
    }
    expect(found).toEqual(expected)
  })

  test('counts those who guess keys', async () => {
    const { rest } = await open(3)
    const guesses = await Promise.all([1, 2, 3].map(guess => rest.get('/v1/me', { authorization: `Bearer guess-${guess}` })))
    expect(guesses.map(response => response.status)).toEqual([401, 401, 429])
  })

  test('holds for GraphQL too, and never for health', async () => {
    const { subject: { app }, first } = await open(1)
    const ask = async () => (await app.inject({ method: 'POST', url: '/graphql', headers: first, payload: { query: '{ kommuner { id } }' } })).statusCode
    expect([await ask(), await ask()]).toEqual([200, 429])
    const health = await Promise.all(Array.from({ length: 20 }, () => app.inject('/health/live')))
    expect(health.every(response => response.statusCode === 200 && response.headers.ratelimit === undefined)).toBe(true)
  })

  test('can be off', async () => {
    const { rest } = await open(null)
    const answers = await Promise.all(Array.from({ length: 20 }, () => rest.get('/v1/me', asAdmin)))
    expect(answers.every(response => response.status === 200 && response.headers.ratelimit === undefined)).toBe(true)
  })
})
