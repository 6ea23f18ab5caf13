import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventRows } from '../../db/stores/events.ts'
import type { EventType } from '../../src/domain/event.ts'
import { isWanted } from '../../src/domain/webhook.ts'
import { createWebhookService } from '../../src/services/webhooks.ts'
import { ADMIN, ANONYMOUS, openServices, type TestServices } from '../support/services.ts'

let t: TestServices
beforeEach(async () => { t = await openServices() })
afterEach(() => t.database.close())

const make = (change: Record<string, unknown> = {}) => t.services.webhooks.create(ADMIN, { url: 'https://example.dk/maal', types: ['plan.changed'], ...change })
const happen = async (count: number, occurredAt = t.clock.now, type: EventType = 'plan.changed') => {
  await t.database.atomically(() => eventRows(Array.from({ length: count }, (_, place) => ({ type, subject: `p-${place % 3}`, occurredAt, data: { kommune: '0250' } }))))
}
/** Sends all that is due, successfully. @returns the ids of the events */
async function deliver (id: string): Promise<string[]> {
  const sent: string[] = []
  while (await t.services.deliveries.fanOut());
  for (let parcel = await t.services.deliveries.take(id); parcel !== null; parcel = await t.services.deliveries.take(id)) {
    const taken = parcel
    await Promise.all(taken.messages.map(message => t.services.deliveries.settle(taken, message, new Date(t.clock.now), { status: 200, error: null, retryAfter: null })))
    sent.push(...taken.messages.map(message => message.id))
  }
  return sent
}

describe('making', () => {
  test('gives a secret that is shown once, and begins with what happens from then on', async () => {
    await happen(2)
    const { webhook, secret, earlierUntil } = await make({ kommuner: ['250', '0250'], description: ' Ledelsen ' })
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(earlierUntil).toBeNull()
    expect(webhook).toEqual({ id: webhook.id, url: 'https://example.dk/maal', description: 'Ledelsen', types: ['plan.changed'], kommuner: ['0250'], createdAt: t.clock.now, createdBy: 'admin', state: 'active', endedAt: null, endedBecause: null, seq: 2 })
    expect(await t.services.webhooks.get(ADMIN, webhook.id)).toEqual(webhook)
    expect(JSON.stringify(await t.services.webhooks.list(ADMIN, {}))).not.toContain(secret)
    await happen(2)
    expect(await deliver(webhook.id)).toEqual(['evt-3', 'evt-4'])
  })

  test.each([
    [{ url: undefined }, 'invalid_request', '/url'], [{ url: 7 }, 'invalid_request', '/url'], [{ url: `https://example.dk/${'x'.repeat(2000)}` }, 'invalid_request', '/url'], [{ types: [] }, 'invalid_request', '/types'],
    [{ types: ['plan.gone'] }, 'invalid_request', '/types/0'], [{ types: ['plan.changed', 'plan.changed'] }, 'invalid_request', '/types'], [{ kommuner: [] }, 'invalid_request', '/kommuner'], [{ secret: 'mine' }, 'invalid_request', '/secret'],
    [{ description: 'x\0' }, 'invalid_request', '/description'], [{ kommuner: ['0250', '9999'] }, 'unprocessable', '/kommuner/1'], [{ kommuner: ['1084'] }, 'unprocessable', '/kommuner/0']
  ])('refuses %j, naming the place', async (change, code, pointer) => {
    await expect(make(change)).rejects.toMatchObject({ code, problems: [expect.objectContaining({ pointer })] })
  })

  test.each([
    ['example.dk', 'invalid_url'], ['//example.dk/', 'invalid_url'], ['ftp://example.dk/', 'invalid_url'], ['javascript:alert(1)', 'invalid_url'], ['file:///etc/passwd', 'invalid_url'], ['https://example.dk:0/', 'invalid_url'], ['https://', 'invalid_url'], ['https://[::1', 'invalid_url'],
    ['https://user@example.dk/', 'url_with_credentials'], ['https://user:password@example.dk/', 'url_with_credentials'], ['http://example.dk/', 'url_not_https'],
    ...['127.0.0.1', '127.1', '2130706433', '0x7f.1', '0177.0.0.1', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.0.1', '169.254.169.254', '100.64.0.1', '192.0.2.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', 'localhost', 'LOCALHOST.', 'maal.localhost', 'intern', 'db.local', 'api.internal', '１２７.0.0.1', '...', 'a..b', 'example.dk..', 'x.lan', 'x.home', 'x.corp', 'x.test', 'x.example', 'x.invalid', 'x.home.arpa', 'home.arpa', 'maal-.dk', `${'a'.repeat(64)}.dk`, 'x.y1',
      '[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:93.184.215.14]', '[fe80::1]', '[fc00::1]', '[fd12::1]', '[ff02::1]', '[2001:db8::1]', '[2002:7f00:1::]', '[2001::1]', '[64:ff9b::1]'].map(host => [`https://${host}/`, 'private_url'])
  ])('refuses the address %s', async (url, code) => {
    await expect(make({ url })).rejects.toMatchObject({ code: 'unprocessable', problems: [expect.objectContaining({ pointer: '/url', code })] })
  })

  test.each(['https://example.dk', 'https://example.dk:8443/a?b=c', 'https://93.184.215.14/', 'https://172.32.0.1/', 'https://[2606:4700::1111]/', 'https://[2001:4860:4860::8888]/', 'https://blåbærgrød.dk/', 'https://example.dk./', 'https://lan.corp.dk/', 'https://lokal.københavn/'])('takes %s', async url => {
    expect((await make({ url })).webhook.url).toBe(new URL(url).href)
  })

  test('takes any address of the web where the operator allows it', async () => {
    const open = createWebhookService({ stores: t.stores, reference: t.services.reference, now: () => new Date(t.clock.now), targets: 'any' })
    for (const url of ['http://localhost:8080/', 'http://10.0.0.1/', 'https://[::1]/']) expect((await open.create(ADMIN, { url, types: ['plan.adopted'] })).webhook.url).toBe(url)
    await expect(open.create(ADMIN, { url: 'http://a:b@localhost/', types: ['plan.adopted'] })).rejects.toMatchObject({ code: 'unprocessable' })
  })

  test('is for admins of the whole country, as everything here', async () => {
    const { webhook: { id } } = await make()
    const { webhooks } = t.services
    const writer = { ...ADMIN, scopes: ['plans:write'] as const }
    const bound = { ...ADMIN, kommuner: ['0250'] }
    for (const [actor, code] of [[ANONYMOUS, 'unauthenticated'], [writer, 'forbidden'], [bound, 'forbidden']] as const) {
      const tried = [
        webhooks.create(actor, {}), webhooks.list(actor, {}), webhooks.get(actor, id), webhooks.remove(actor, id), webhooks.rotate(actor, id, {}), webhooks.resume(actor, id),
        webhooks.log.list(actor, id, {}), webhooks.log.replay(actor, id, {}), webhooks.log.replayOne(actor, id, 'x')
      ]
      for (const one of await Promise.allSettled(tried)) expect(one).toMatchObject({ status: 'rejected', reason: { code } })
    }
    expect(await webhooks.get(ADMIN, id)).toMatchObject({ state: 'active' })
  })

  test('stops at a hundred', async () => {
    for (let count = 0; count < 100; count++) await make()
    await expect(make()).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('delete one') })
  })
})

test('a webhook wants events of its types and kommuner; what names no kommune concerns them all', () => {
  const webhook = { types: ['plan.changed', 'measurements.recorded', 'indicator.changed'] as EventType[], kommuner: ['0250'] }
  const wants = (type: EventType, data: Record<string, unknown>) => isWanted(webhook, { type, data })
  expect([wants('plan.changed', { kommune: '0250' }), wants('plan.changed', { kommune: '0316' }), wants('plan.adopted', { kommune: '0250' })]).toEqual([true, false, false])
  expect([wants('measurements.recorded', { areas: ['0101', '0250'] }), wants('measurements.recorded', { areas: ['DK'] })]).toEqual([true, false])
  expect([wants('indicator.changed', {}), wants('plan.changed', { kommune: null })]).toEqual([true, true])
  expect(isWanted({ ...webhook, kommuner: null }, { type: 'plan.changed', data: { kommune: '0316' } })).toBe(true)
})

describe('secrets', () => {
  const valid = async (id: string) => (await t.stores.webhooks.secrets(id, t.clock.now)).map(one => one.secret)

  test('are rotated: the earlier ones sign until their grace has passed', async () => {
    const { webhook: { id }, secret: first } = await make()
    t.clock.now = '2026-06-01T11:00:00.000Z'
    const { secret: second, earlierUntil } = await t.services.webhooks.rotate(ADMIN, id, { graceHours: 2 })
    expect(earlierUntil).toBe('2026-06-01T13:00:00.000Z')
    expect(await valid(id)).toEqual([second, first])
    t.clock.now = '2026-06-01T13:00:00.000Z'
    expect(await valid(id)).toEqual([second])
    const { secret: third } = await t.services.webhooks.rotate(ADMIN, id, { graceHours: 0 })
    expect(await valid(id)).toEqual([third])
    expect((await t.services.webhooks.rotate(ADMIN, id, undefined)).earlierUntil).toBe('2026-06-02T13:00:00.000Z')
  })

  test('are bounded, since each is a signature', async () => {
    const { webhook: { id } } = await make()
    for (let count = 1; count < 5; count++) await t.services.webhooks.rotate(ADMIN, id, {})
    await expect(t.services.webhooks.rotate(ADMIN, id, {})).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('graceHours 0') })
    await t.services.webhooks.rotate(ADMIN, id, { graceHours: 0 })
    expect((await valid(id)).length).toBe(1)
    for (const graceHours of [-1, 2161, '1', null]) await expect(t.services.webhooks.rotate(ADMIN, id, { graceHours })).rejects.toMatchObject({ code: 'invalid_request' })
    await expect(t.services.webhooks.rotate(ADMIN, 'nobody', {})).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('replays', () => {
  test('of one delivery send its event again, once it is settled', async () => {
    const { webhook: { id } } = await make()
    await happen(2)
    await t.services.deliveries.fanOut()
    const { items: [second] } = await t.services.webhooks.log.list(ADMIN, id, {})
    await expect(t.services.webhooks.log.replayOne(ADMIN, id, second!.id)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('resume') })
    await deliver(id)
    expect(await t.services.webhooks.log.replayOne(ADMIN, id, second!.id)).toMatchObject({ seq: 2, replay: 1, state: 'pending', attempts: 0, log: [] })
    expect(await deliver(id)).toEqual(['evt-2'])
    const { items } = await t.services.webhooks.log.list(ADMIN, id, { limit: 2 })
    expect(items.map(one => [one.seq, one.replay, one.state])).toEqual([[2, 1, 'delivered'], [2, 0, 'delivered']])
    const other = await make()
    for (const [webhook, delivery] of [[id, 'x'], ['x', second!.id], [other.webhook.id, second!.id]] as const) {
      await expect(t.services.webhooks.log.replayOne(ADMIN, webhook, delivery)).rejects.toMatchObject({ code: 'not_found' })
    }
  })

  test('of a stretch send what is wanted, from before the webhook too, and nothing twice', async () => {
    await happen(2)
    await happen(1, t.clock.now, 'plan.adopted')
    const { webhook: { id } } = await make()
    await happen(2, '2026-06-01T12:00:00.000Z')
    expect(await deliver(id)).toEqual(['evt-4', 'evt-5'])
    await happen(1, '2026-06-01T13:00:00.000Z')
    const { replay } = t.services.webhooks.log
    // The sixth was not looked at yet: it comes anyway.
    expect(await replay(ADMIN, id, { after: 'evt-1' })).toEqual({ deliveries: 3, next: null })
    expect((await deliver(id)).toSorted()).toEqual(['evt-2', 'evt-4', 'evt-5', 'evt-6'])
    expect(await replay(ADMIN, id, { since: '2026-06-01T14:00:00+02:00' })).toEqual({ deliveries: 3, next: null })
    expect(await replay(ADMIN, id, { since: '2026-06-01T12:00:00Z' })).toEqual({ deliveries: 0, next: null })
    expect(await deliver(id)).toEqual(['evt-4', 'evt-5', 'evt-6'])
    expect(await replay(ADMIN, id, { since: '2027-01-01T00:00:00Z' })).toEqual({ deliveries: 0, next: null })
    expect(await replay(ADMIN, id, { after: 'evt-999999999' })).toEqual({ deliveries: 0, next: null })
  })

  test('are bounded, and go on where they stopped', async () => {
    await happen(1_200)
    const { webhook: { id } } = await make()
    const { replay } = t.services.webhooks.log
    expect(await replay(ADMIN, id, { after: 'evt-0' })).toEqual({ deliveries: 1_000, next: 'evt-1000' })
    expect(await replay(ADMIN, id, { after: 'evt-1000' })).toEqual({ deliveries: 200, next: null })
    expect(new Set(await deliver(id)).size).toBe(1_200)
  })

  test.each([[{}], [undefined], [{ after: 'evt-1', since: '2026-01-01T00:00:00Z' }], [{ after: '1' }], [{ after: 'evt--1' }], [{ after: 'evt-99999999999' }], [{ since: '2026-01-01' }], [{ after: 'evt-1', limit: 5 }]])('refuses %j', async input => {
    const { webhook: { id } } = await make()
    await expect(t.services.webhooks.log.replay(ADMIN, id, input)).rejects.toMatchObject({ code: 'invalid_request' })
  })

  test('the log is paged, by state too, and takes no other cursor', async () => {
    const { webhook: { id } } = await make()
    await happen(5)
    await deliver(id)
    await happen(2)
    await t.services.deliveries.fanOut()
    const { list } = t.services.webhooks.log
    const seen: number[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await list(ADMIN, id, { limit: 3, ...cursor && { cursor } })
      seen.push(...page.items.map(one => one.seq))
      cursor = page.nextCursor
    }
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1])
    expect((await list(ADMIN, id, { state: ['pending'] })).items.map(one => one.seq)).toEqual([7, 6])
    for (const key of [['1e300', '0'], ['-1', '0'], [null, '0'], ['1', '99999999999']]) {
      await expect(list(ADMIN, id, { cursor: Buffer.from(JSON.stringify(key)).toString('base64url') })).rejects.toMatchObject({ code: 'invalid_request' })
    }
  })
})
