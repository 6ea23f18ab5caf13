import { afterEach, describe, expect, inject, test } from 'vitest'
import { AppError } from '../../src/domain/errors.ts'
import { createRateCounter } from '../../src/services/rate-counts.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { createPostgresDatabase } from '../support/postgres.ts'
import { codeOf, keyWith, restClient } from '../support/rest.ts'

let subject: TestApp | undefined
afterEach(async () => { await subject?.close(); subject = undefined })
const open = async (rateLimit: number | null) => {
  // A clock that stands, shortly after a minute began.
  subject = await openTestApp({ rateLimit, now: '2026-06-01T10:00:02.500Z' })
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
    expect((await Promise.all([1, 2, 3].map(() => rest.get('/v1/kommuner')))).map(response => response.status).toSorted((a, b) => a - b)).toEqual([200, 200, 429])
  })

  test('tells in each answer what is left, and in a refusal when to go on', async () => {
    const { rest, first } = await open(2)
    const [one, two, three] = [await rest.get('/v1/me', first), await rest.get('/v1/me', first), await rest.get('/v1/me', first)]
    expect([one, two, three].map(response => response.headers['ratelimit-policy'])).toEqual(Array(3).fill('"minute";q=2;w=60'))
    expect(one.headers.ratelimit).toMatch(/^"minute";r=1;t=58$/)
    expect(two.headers.ratelimit).toMatch(/^"minute";r=0;t=58$/)
    expect(codeOf(three)).toBe('rate_limited')
    expect(three.headers['retry-after']).toBe('58')
    expect(three.body.detail).toMatch(/The key tester has sent more than 2 requests in a minute: wait 58 seconds/)
  })

  test('begins anew with each minute of the clock', async () => {
    const { subject: { clock }, rest, first } = await open(1)
    const statuses: number[] = []
    for (const now of ['10:00:02.500', '10:00:59.999', '10:01:00.000', '10:01:30.000']) {
      clock.now = `2026-06-01T${now}Z`
      statuses.push((await rest.get('/v1/me', first)).status)
    }
    expect(statuses).toEqual([200, 429, 200, 429])
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
    // Which of the three comes last is chance.
    expect(guesses.map(response => response.status).toSorted((a, b) => a - b)).toEqual([401, 401, 429])
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

const { url } = inject('postgres')

describe.skipIf(url === null)('the rate limit of two instances on one PostgreSQL', () => {
  const LIMIT = 40

  test('is one: who has used it up at one is refused at the other soon, and another caller is not', async () => {
    const databaseUrl = await createPostgresDatabase(url!)
    const apps: TestApp[] = []
    try {
      for (let count = 0; count < 2; count++) apps.push(await openTestApp({ databaseUrl, rateLimit: LIMIT, now: '2026-06-01T10:00:02.500Z' }))
      const [one, two] = apps as [TestApp, TestApp]
      const ask = async ({ app }: TestApp, headers: Record<string, string>) => await app.inject({ url: '/v1/me', headers })
      const [caller, other] = [await keyWith(one, ['measurements:write']), await keyWith(one, ['measurements:write'])]
      const first = await Promise.all(Array.from({ length: LIMIT }, () => ask(one, caller)))
      expect(first.map(({ statusCode }) => statusCode)).toEqual(first.map(() => 200))
      expect((await ask(one, caller)).statusCode).toBe(429)
      let asked = 0
      await expect.poll(async () => {
        asked++
        return (await ask(two, caller)).statusCode
      }, { interval: 200, timeout: 6_000 }).toBe(429)
      // Alone it would have let through all of them.
      expect(asked).toBeLessThan(LIMIT)
      expect((await ask(two, caller)).headers.ratelimit).toBe('"minute";r=0;t=58')
      expect((await ask(two, other)).headers.ratelimit).toBe(`"minute";r=${LIMIT - 1};t=58`)
    } finally {
      for (const app of apps) await app.close()
    }
  })

  test('is each its own while the database does not answer, and one again afterwards', async () => {
    const databaseUrl = await createPostgresDatabase(url!)
    subject = await openTestApp({ databaseUrl, rateLimit: LIMIT, now: '2026-06-01T10:00:02.500Z' })
    const { stores, services: { rates } } = subject
    const failing = createRateCounter({ stores: { rateCounts: { ...stores.rateCounts, add: () => Promise.reject(new AppError('unavailable', 'not now')) } }, now: () => new Date(subject!.clock.now) })
    expect(failing.count('a').current).toBe(1)
    await expect(failing.share()).rejects.toThrow('not now')
    expect(failing.count('a')).toEqual({ current: 2, msLeft: 57_500 })
    rates.count('a')
    rates.count('a')
    await rates.share()
    await stores.rateCounts.add(Date.parse(subject.clock.now) / 60_000 | 0, [{ caller: 'a', count: 5 }])
    expect(rates.count('a').current).toBe(3)
    await rates.share()
    expect(rates.count('a').current).toBe(9)
  })
})
