import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { AppError } from '../../src/domain/errors.ts'
import { ADMIN, indicatorBody } from '../support/services.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { codeOf, keyWith, restClient } from '../support/rest.ts'

let subject: TestApp
let rest: Awaited<ReturnType<typeof restClient>>
beforeEach(async () => {
  await subject?.close()
  subject = await openTestApp({ now: '2026-06-01T10:00:00.000Z' })
  rest = await restClient(subject, asAdmin)
  await subject.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
})
afterAll(() => subject.close())

const batch = (value: number) => ({ measurements: [{ indicator: 'ledighed', area: '0250', period: '2024-06', value }] })
const post = (body: unknown, key: string, more = {}) => rest.post('/v1/measurements', body, { 'idempotency-key': key, ...more })

describe('an Idempotency-Key', () => {
  test('gives the first answer again, whatever happened since, and nothing is done twice', async () => {
    const first = await post(batch(3), 'a')
    expect([first.status, first.body.created, first.headers['idempotency-replayed']]).toEqual([200, 1, undefined])
    expect((await post(batch(4), 'b')).body).toMatchObject({ revised: 1 })
    const again = await post(batch(3), 'a')
    expect([again.status, again.headers['idempotency-replayed']]).toEqual([200, 'true'])
    expect(again.body).toEqual(first.body)
    expect((await rest.get('/v1/measurements')).body.items).toMatchObject([{ value: 4, revision: 2 }])
  })

  test('belongs to one request and one caller', async () => {
    await post(batch(3), 'a')
    const other = await post(batch(4), 'a')
    expect([other.status, codeOf(other)]).toEqual([422, 'idempotency_key_reused'])
    expect(codeOf(await rest.post('/v1/measurements?dryRun=true', batch(3), { 'idempotency-key': 'a' }))).toBe('idempotency_key_reused')
    expect((await post(batch(4), 'a', await keyWith(subject, ['measurements:write']))).body).toMatchObject({ revised: 1 })
  })

  test('gives a refusal again too, but what may be tried again is', async () => {
    const bad = { measurements: [{ ...batch(3).measurements[0], area: '9999' }] }
    const first = await post(bad, 'bad')
    const again = await post(bad, 'bad')
    expect([first.status, again.status, again.headers['idempotency-replayed'], again.type]).toEqual([422, 422, 'true', 'application/problem+json'])
    expect(again.body).toEqual(first.body)
    const failing = vi.spyOn(subject.services.measurements, 'record').mockRejectedValueOnce(new AppError('unavailable', 'not now'))
    expect((await post(batch(3), 'later')).status).toBe(503)
    failing.mockRestore()
    expect((await post(batch(3), 'later')).body).toMatchObject({ created: 1 })
  })

  test('is carried out once when it comes many times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(batch(3), 'race')))
    for (const answer of answers) {
      if (answer.status === 200) expect(answer.body).toMatchObject({ created: 1 })
      else expect([answer.status, codeOf(answer), answer.headers['retry-after']]).toEqual([503, 'unavailable', '1'])
    }
    expect((await post(batch(3), 'race')).body).toMatchObject({ created: 1 })
    expect((await rest.get('/v1/measurements')).body.items).toMatchObject([{ revision: 1 }])
  })

  test('is forgotten after 24 hours', async () => {
    await post(batch(3), 'a')
    subject.clock.now = '2026-06-02T09:59:59.000Z'
    expect((await post(batch(3), 'a')).headers['idempotency-replayed']).toBe('true')
    subject.clock.now = '2026-06-02T10:00:01.000Z'
    expect((await post(batch(3), 'a')).body).toMatchObject({ unchanged: 1 })
  })

  test('is free half a minute after its server ended, if that had written nothing', async () => {
    const [failing, forgotten] = [vi.spyOn(subject.services.measurements, 'record').mockRejectedValueOnce(new AppError('unavailable', 'not now')), vi.spyOn(subject.services.idempotency, 'release').mockResolvedValueOnce()]
    expect((await post(batch(3), 'ended')).status).toBe(503)
    failing.mockRestore()
    forgotten.mockRestore()
    expect((await post(batch(3), 'ended')).status).toBe(503)
    subject.clock.now = '2026-06-01T10:00:30.000Z'
    expect((await post(batch(3), 'ended')).status).toBe(503)
    subject.clock.now = '2026-06-01T10:00:30.001Z'
    expect((await post(batch(3), 'ended')).body).toMatchObject({ created: 1 })
  })

  test('is no longer held where the clock was set back after its server ended', async () => {
    const [failing, forgotten] = [vi.spyOn(subject.services.measurements, 'record').mockRejectedValueOnce(new AppError('unavailable', 'not now')), vi.spyOn(subject.services.idempotency, 'release').mockResolvedValueOnce()]
    expect((await post(batch(3), 'ended')).status).toBe(503)
    failing.mockRestore()
    forgotten.mockRestore()
    subject.clock.now = '2026-06-01T09:00:00.000Z'
    expect((await post(batch(3), 'ended')).status).toBe(503)
    subject.clock.now = '2026-06-01T09:00:30.000Z'
    expect((await post(batch(3), 'ended')).status).toBe(503)
    subject.clock.now = '2026-06-01T09:00:30.001Z'
    expect((await post(batch(3), 'ended')).body).toMatchObject({ created: 1 })
  })

  test('whose server ended after it had written is never carried out again, and what it wrote is told', async () => {
    const failing = vi.spyOn(subject.services.idempotency, 'keep').mockRejectedValueOnce(new AppError('unavailable', 'not now'))
    expect((await post(batch(3), 'written')).body).toMatchObject({ created: 1 })
    failing.mockRestore()
    expect((await post(batch(3), 'written')).body.detail).toContain('still under way')
    subject.clock.now = '2026-06-01T10:00:30.001Z'
    const again = await post(batch(3), 'written')
    const [{ id }] = (await rest.get('/v1/imports')).body.items
    expect([again.status, codeOf(again)]).toEqual([409, 'conflict'])
    expect(again.body.detail).toContain(`was carried out (measurements.recorded ${id})`)
    expect((await rest.get('/v1/measurements')).body.items).toMatchObject([{ value: 3, revision: 1 }])
    subject.clock.now = '2026-06-02T10:00:01.000Z'
    expect((await post(batch(3), 'written')).body).toMatchObject({ unchanged: 1 })
  })

  test('is held as long as its request is under way, however long that is', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    try {
      const { promise, resolve } = Promise.withResolvers<void>()
      const { record } = subject.services.measurements
      const slow = vi.spyOn(subject.services.measurements, 'record').mockImplementationOnce(async (...args) => { await promise; return await record(...args) })
      const first = post(batch(3), 'slow').then(response => response)
      await vi.waitUntil(() => slow.mock.calls.length > 0)
      for (const now of ['10:00:20', '10:00:40', '10:01:00']) {
        subject.clock.now = `2026-06-01T${now}.000Z`
        vi.advanceTimersByTime(10_000)
        await vi.waitUntil(async () => (await subject.database.query<[string]>("select started_at from idempotency_keys where key = 'slow'", []))[0]![0] === subject.clock.now)
        expect((await post(batch(3), 'slow')).status).toBe(503)
      }
      resolve()
      expect((await first).body).toMatchObject({ created: 1 })
      expect(vi.getTimerCount()).toBe(0)
    } finally {
      vi.useRealTimers()
    }
  })

  test('does not show a secret again', async () => {
    const send = () => rest.post('/v1/api-keys', { name: 'Natlig', scopes: ['measurements:write'] }, { 'idempotency-key': 'k' })
    const first = await send()
    expect(first.body.secret).toMatch(/^maal_/)
    const again = await send()
    expect([again.status, again.body]).toEqual([201, { ...first.body, secret: null }])
  })

  test.each(['', 'with space', 'ø', 'x'.repeat(256)])('that is none is refused: %j', async key => {
    const response = await subject.app.inject({ method: 'POST', url: '/v1/measurements', headers: { ...asAdmin, 'idempotency-key': key }, payload: batch(3) })
    expect([response.statusCode, response.json<{ errors: unknown[] }>().errors]).toEqual([400, [expect.objectContaining({ pointer: 'Idempotency-Key' })]])
  })
})
