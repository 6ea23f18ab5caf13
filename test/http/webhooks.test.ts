import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ADMIN, indicatorBody } from '../support/services.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { codeOf, keyWith, pointersOf, restClient } from '../support/rest.ts'

let subject: TestApp
let admin: Awaited<ReturnType<typeof restClient>>
let stranger: Awaited<ReturnType<typeof restClient>>
beforeAll(async () => {
  subject = await openTestApp({ now: '2026-06-01T10:00:00.000Z' })
  admin = await restClient(subject, asAdmin)
  stranger = await restClient(subject)
  await subject.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
})
afterAll(() => subject.close())

const input = (change = {}) => ({ url: 'https://example.dk/maal', types: ['measurements.recorded'], kommuner: ['250'], description: 'Ledelsen', ...change })
let months = 0
const record = (area = '0250') => subject.services.measurements.record(ADMIN, { measurements: [{ indicator: 'ledighed', area, period: `${2000 + ++months}-06`, value: 3 }] })

/** Takes on what is due and answers it by hand, as a receiver would. */
async function answerAll (id: string, status: number): Promise<string[]> {
  while (await subject.services.deliveries.fanOut());
  const parcel = await subject.services.deliveries.take(id)
  for (const message of parcel?.messages ?? []) {
    await subject.services.deliveries.settle(parcel!, message, new Date(subject.clock.now), { status, error: status < 300 ? null : `answered ${status}`, retryAfter: null })
  }
  return parcel?.messages.map(one => one.id) ?? []
}

describe('webhooks', () => {
  test('are made, looked at, rotated, resumed and removed', async () => {
    const made = await admin.post('/v1/webhooks', input())
    expect([made.status, made.body.earlierUntil]).toEqual([201, null])
    expect(made.body.secret).toMatch(/^whsec_/)
    const { webhook } = made.body
    const { body: me } = await admin.get('/v1/me')
    expect(webhook).toMatchObject({ ...input({ kommuner: ['0250'] }), state: 'active', endedAt: null, endedBecause: null, createdAt: '2026-06-01T10:00:00.000Z', createdBy: me.id })
    expect((await admin.get(`/v1/webhooks/${webhook.id}`)).body).toEqual(webhook)
    expect((await admin.get('/v1/webhooks?sort=-createdAt&limit=1')).body).toEqual({ items: [webhook], nextCursor: null })
    const rotated = await admin.post(`/v1/webhooks/${webhook.id}/rotate`, { graceHours: 1 })
    expect([rotated.status, rotated.body.earlierUntil, rotated.body.secret === made.body.secret]).toEqual([200, '2026-06-01T11:00:00.000Z', false])
    expect((await admin.post(`/v1/webhooks/${webhook.id}/rotate`)).body.earlierUntil).toBe('2026-06-02T10:00:00.000Z')
    expect((await admin.post(`/v1/webhooks/${webhook.id}/resume`)).body).toEqual(webhook)
    expect((await admin.delete(`/v1/webhooks/${webhook.id}`)).status).toBe(204)
    for (const response of [await admin.get(`/v1/webhooks/${webhook.id}`), await admin.delete(`/v1/webhooks/${webhook.id}`)]) expect([response.status, codeOf(response)]).toEqual([404, 'not_found'])
  })

  test('show their secret to the first request alone, also with an Idempotency-Key', async () => {
    const first = await admin.post('/v1/webhooks', input(), { 'idempotency-key': 'hook' })
    const again = await admin.post('/v1/webhooks', input(), { 'idempotency-key': 'hook' })
    expect(again.headers['idempotency-replayed']).toBe('true')
    expect(again.body).toEqual({ ...first.body, secret: null })
    const path = `/v1/webhooks/${first.body.webhook.id}`
    const rotated = await admin.post(`${path}/rotate`, {}, { 'idempotency-key': 'turn' })
    expect((await admin.post(`${path}/rotate`, {}, { 'idempotency-key': 'turn' })).body).toEqual({ ...rotated.body, secret: null })
    expect((await admin.get('/v1/webhooks')).text).not.toContain('whsec_')
    await admin.delete(path)
  })

  test.each([
    [{ url: 'http://example.dk/' }, 422, '/url'], [{ url: 'https://169.254.169.254/latest/' }, 422, '/url'], [{ url: 'https://[::ffff:7f00:1]/' }, 422, '/url'], [{ url: 'https://me:secret@example.dk/' }, 422, '/url'],
    [{ kommuner: ['9999'] }, 422, '/kommuner/0'], [{ types: [] }, 400, '/types'], [{ types: ['everything'] }, 400, '/types/0'], [{ url: null }, 400, '/url'], [{ secret: 'x' }, 400, '/secret'], [{ description: 'a\ud800' }, 400, '/description']
  ])('are refused with the place: %j', async (change, status, pointer) => {
    const response = await admin.post('/v1/webhooks', input(change))
    expect([response.status, pointersOf(response)]).toEqual([status, [pointer]])
  })

  test('are refused to those who are no admins of the whole country, and bodies that are none', async () => {
    const { body: { webhook: { id } } } = await admin.post('/v1/webhooks', input())
    const writer = await keyWith(subject, ['measurements:write', 'plans:write', 'drafts:read'])
    for (const [headers, status] of [[{}, 401], [writer, 403]] as const) {
      const own = headers as Record<string, string>
      const answers = [
        await stranger.get('/v1/webhooks', own), await stranger.post('/v1/webhooks', input(), own), await stranger.get(`/v1/webhooks/${id}`, own), await stranger.delete(`/v1/webhooks/${id}`, own),
        await stranger.post(`/v1/webhooks/${id}/rotate`, {}, own), await stranger.post(`/v1/webhooks/${id}/resume`, undefined, own), await stranger.get(`/v1/webhooks/${id}/deliveries`, own),
        await stranger.post(`/v1/webhooks/${id}/replay`, { after: 'evt-0' }, own), await stranger.post(`/v1/webhooks/${id}/deliveries/x/replay`, undefined, own)
      ]
      expect(answers.map(answer => answer.status)).toEqual(answers.map(() => status))
    }
    for (const body of ['[]', 'null', '7', '{', '{"url":{"__proto__":1}}']) {
      for (const path of ['/v1/webhooks', `/v1/webhooks/${id}/replay`]) expect((await admin.post(path, body, { 'content-type': 'application/json' })).status).toBe(400)
    }
    await admin.delete(`/v1/webhooks/${id}`)
  })
})

describe('deliveries', () => {
  test('are listed with their attempts, and sent again', async () => {
    const { body: { webhook: { id } } } = await admin.post('/v1/webhooks', input())
    const path = `/v1/webhooks/${id}`
    await record()
    await record('0316')
    await record()
    const [first, second] = await answerAll(id, 503)
    const { body: { items } } = await admin.get(`${path}/deliveries`)
    expect(items.map((one: { event: string }) => one.event)).toEqual([second, first])
    expect(items[1]).toMatchObject({ type: 'measurements.recorded', subject: expect.stringMatching(/^imp-/), replay: 0, state: 'pending', settledAt: null, nextAttemptAt: expect.stringMatching(/^2026-06-01T10:00:05\./) })
    expect(items[1].attempts).toEqual([{ number: 1, at: '2026-06-01T10:00:00.000Z', durationMs: 0, status: 503, error: 'answered 503' }])
    const early = await admin.post(`${path}/deliveries/${items[1].id}/replay`)
    expect([early.status, codeOf(early)]).toEqual([409, 'conflict'])
    await admin.post(`${path}/resume`)
    expect(await answerAll(id, 200)).toEqual([first, second])
    const again = await admin.post(`${path}/deliveries/${items[1].id}/replay`)
    expect([again.status, again.body]).toMatchObject([201, { event: first, replay: 1, state: 'pending', attempts: [] }])
    expect((await admin.post(`${path}/replay`, { since: '2026-06-01T10:00:00Z' })).body).toEqual({ deliveries: 1, next: null })
    expect(await answerAll(id, 200)).toEqual([first, second])
    const page = await admin.get(`${path}/deliveries?state=delivered&limit=3`)
    expect(page.body.items.map((one: { event: string, replay: number }) => [one.event, one.replay])).toEqual([[second, 1], [second, 0], [first, 1]])
    const rest = await admin.get(`${path}/deliveries?state=delivered&limit=3&cursor=${page.body.nextCursor}`)
    expect([rest.body.items.length, rest.body.nextCursor]).toEqual([1, null])
    expect((await admin.get(`${path}/deliveries?state=pending`)).body.items).toEqual([])
  })

  test('of a webhook that ended wait until it is resumed', async () => {
    const { body: { webhook: { id } } } = await admin.post('/v1/webhooks', input({ kommuner: null }))
    await record('0316')
    await answerAll(id, 410)
    expect((await admin.get(`/v1/webhooks/${id}`)).body).toMatchObject({ state: 'ended', endedAt: '2026-06-01T10:00:00.000Z', endedBecause: 'answered 410' })
    await record('0316')
    expect(await answerAll(id, 200)).toEqual([])
    expect((await admin.post(`/v1/webhooks/${id}/resume`)).body).toMatchObject({ state: 'active', endedAt: null, endedBecause: null })
    expect((await answerAll(id, 200)).length).toBe(2)
  })

  test('refuse what they do not know', async () => {
    const { body: { webhook: { id } } } = await admin.post('/v1/webhooks', input())
    for (const query of ['state=lost', 'limit=0', 'cursor=x', `cursor=${Buffer.from('["9e99","0"]').toString('base64url')}`, 'type=x']) {
      expect((await admin.get(`/v1/webhooks/${id}/deliveries?${query}`)).status, query).toBe(400)
    }
    for (const body of [{}, { after: 'x' }, { after: 'evt-1', since: '2026-01-01T00:00:00Z' }, { since: 'yesterday' }]) expect((await admin.post(`/v1/webhooks/${id}/replay`, body)).status).toBe(400)
    expect((await admin.post(`/v1/webhooks/${id}/deliveries/x/replay`)).status).toBe(404)
    for (const unknown of ['x', 'x%00y', '%F0%9F%92%A9', 'x'.repeat(900)]) expect((await admin.get(`/v1/webhooks/${unknown}/deliveries`)).status, unknown).toBeGreaterThanOrEqual(400)
  })
})
