import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventRows } from '../../db/stores/events.ts'
import { createDeliverer } from '../../src/events/deliverer.ts'
import { createSender } from '../../src/events/send.ts'
import { createDeliveryService } from '../../src/services/deliveries.ts'
import { createWebhookService } from '../../src/services/webhooks.ts'
import { ADMIN, openServices, type TestServices } from '../support/services.ts'
import { openReceiver, type Received, type Receiver, type Reply } from './receiver.ts'

let t: TestServices
let open: { close: () => Promise<void> }[]
beforeEach(async () => {
  t = await openServices({ now: new Date().toISOString() })
  open = []
})
afterEach(async () => {
  await Promise.all(open.map(one => one.close()))
  await t.database.close()
})

const now = (): Date => new Date(t.clock.now)
const pass = (ms: number): void => { t.clock.now = new Date(now().getTime() + ms).toISOString() }
const ids = ({ received }: Receiver): string[] => received.map(one => one.headers['webhook-id']!)
const log = async (id: string) => (await t.stores.deliveries.page({ webhook: id }, { limit: 500 })).toReversed()

async function receiver (reply?: (request: Received, place: number) => Reply): Promise<Receiver> {
  const made = await openReceiver(reply)
  open.push(made)
  return made
}

/** A webhook that leads to a receiver of the test. */
async function subscribe ({ url }: { url: string }): Promise<{ id: string, secret: string }> {
  const webhooks = createWebhookService({ stores: t.stores, reference: t.services.reference, now, targets: 'any' })
  const { webhook: { id }, secret } = await webhooks.create(ADMIN, { url, types: ['plan.changed', 'target.status_changed'] })
  return { id, secret }
}

async function happen (...subjects: string[]): Promise<void> {
  await t.database.atomically(() => eventRows(subjects.map(subject => ({ type: 'target.status_changed', subject, occurredAt: t.clock.now, data: { target: subject, why: { da: 'Æ', en: 'Ø' } } }))))
}

function deliverer ({ targets = 'any', timeoutMs = 5_000, change = {} }: { targets?: 'any' | 'public', timeoutMs?: number, change?: Partial<ReturnType<typeof createDeliveryService>> } = {}) {
  const errors: unknown[] = []
  const service = { ...createDeliveryService({ stores: t.stores, now, random: () => 0 }), ...change }
  const made = createDeliverer({ deliveries: service, send: createSender({ targets, timeoutMs }), now, onError: error => { errors.push(error) }, noteAgainMs: 10 })
  const once = async (): Promise<void> => {
    while (await made.run());
    await made.idle()
  }
  return { ...made, errors, once }
}

test('the library of Standard Webhooks verifies what arrives, during a rotation with either secret, and refuses a changed body', async () => {
  const at = await receiver()
  const { id, secret } = await subscribe(at)
  await happen('p.1')
  await deliverer().once()
  const [first] = at.received
  const told = { id: 'evt-1', type: 'target.status_changed', timestamp: t.clock.now, data: { target: 'p.1', why: { da: 'Æ', en: 'Ø' }, subject: 'p.1' } }
  expect(new Webhook(secret).verify(first!.body, first!.headers)).toEqual(told)
  expect(first!.headers['webhook-id']).toBe('evt-1')
  expect(() => new Webhook(secret).verify(first!.body.replace('p.1', 'p.2'), first!.headers)).toThrow('No matching signature')
  const { secret: next } = await t.services.webhooks.rotate(ADMIN, id, { graceHours: 1 })
  await happen('p.1')
  await deliverer().once()
  for (const one of [secret, next]) expect(new Webhook(one).verify(at.received[1]!.body, at.received[1]!.headers)).toMatchObject({ id: 'evt-2' })
  pass(3_600_000)
  await t.services.webhooks.rotate(ADMIN, id, { graceHours: 0 })
  t.clock.now = new Date().toISOString()
  await happen('p.1')
  await deliverer().once()
  for (const one of [secret, next]) expect(() => new Webhook(one).verify(at.received[2]!.body, at.received[2]!.headers)).toThrow('No matching signature')
})

test('what fails is sent again by the schedule, with the same id and a time of its own, until it is given up', async () => {
  const at = await receiver(() => 500)
  const { id } = await subscribe(at)
  await happen('p.1', 'p.1')
  const { once } = deliverer()
  const began = now().getTime()
  await once()
  for (const [place, wait] of [5_000, 300_000, 1_800_000, 7_200_000, 18_000_000, 28_800_000, 36_000_000].entries()) {
    pass(wait - 1)
    await once()
    expect(at.received.length).toBe(place + 1)
    pass(1)
    await once()
    // With the last attempt it is given up, and the next event of the target is sent.
    expect(at.received.length).toBe(place + (place === 6 ? 3 : 2))
  }
  expect(ids(at)).toEqual([...Array.from({ length: 8 }, () => 'evt-1'), 'evt-2'])
  expect(now().getTime() - began).toBe(25.5 * 3_600_000 + 305_000)
  const [first, second] = await log(id)
  expect(first).toMatchObject({ state: 'failed', attempts: 8, nextAttemptAt: null, settledAt: t.clock.now })
  expect(first!.log.map(one => [one.number, one.status, one.error])).toEqual(Array.from({ length: 8 }, (_, place) => [place + 1, 500, 'answered 500']))
  expect(second).toMatchObject({ state: 'pending', attempts: 1 })
  expect(at.received.map(one => Number(one.headers['webhook-timestamp']))).toEqual([...first!.log, ...second!.log].map(one => Math.floor(Date.parse(one.at) / 1000)))
})

test('each target is told in its order, and one that waits keeps no other waiting', async () => {
  const fails = new Set(['evt-1', 'evt-4'])
  const at = await receiver(({ told }) => fails.delete(told.id) ? 503 : 204)
  await subscribe(at)
  await happen('p.1', 'p.1', 'p.2', 'p.2', 'p.1')
  const { once } = deliverer()
  await once()
  expect(ids(at)).toEqual(['evt-1', 'evt-3', 'evt-4'])
  pass(5_000)
  await once()
  const of = (subject: string) => at.received.filter(({ told }) => told.data.subject === subject).map(({ told }) => told.id)
  expect([of('p.1'), of('p.2')]).toEqual([['evt-1', 'evt-1', 'evt-2', 'evt-5'], ['evt-3', 'evt-4', 'evt-4']])
})

test('Retry-After is waited for', async () => {
  const at = await receiver((_, place) => place === 0 ? { status: 429, headers: { 'retry-after': '90' } } : 204)
  await subscribe(at)
  await happen('p.1')
  const { once } = deliverer()
  for (const wait of [0, 89_999, 1]) {
    pass(wait)
    await once()
  }
  expect(at.received.length).toBe(2)
})

test('410 ends the webhook; resumed it goes on with what was pending and what happened since', async () => {
  let isGone = true
  const at = await receiver(() => isGone ? 410 : 200)
  const { id } = await subscribe(at)
  await happen('p.1', 'p.1')
  const { once } = deliverer()
  await once()
  expect(await t.stores.webhooks.byId(id)).toMatchObject({ state: 'ended', endedAt: t.clock.now, endedBecause: 'answered 410: the receiver wants no more' })
  await happen('p.1')
  pass(86_400_000)
  await once()
  expect(ids(at)).toEqual(['evt-1'])
  isGone = false
  await t.services.webhooks.resume(ADMIN, id)
  await once()
  expect(ids(at)).toEqual(['evt-1', 'evt-1', 'evt-2', 'evt-3'])
  expect((await log(id)).map(one => one.state)).toEqual(['delivered', 'delivered', 'delivered'])
})

test('a receiver that hangs is given up after a while, and keeps nobody else waiting', async () => {
  const hanging = await receiver(() => undefined)
  const quick = await receiver()
  const { id } = await subscribe(hanging)
  await subscribe(quick)
  const { run, idle } = deliverer({ timeoutMs: 400 })
  await happen('p.1')
  await run()
  await expect.poll(() => hanging.received.length).toBe(1)
  for (let place = 2; place <= 6; place++) {
    await happen('p.1')
    await run()
    await expect.poll(() => ids(quick)).toContain(`evt-${place}`)
  }
  expect(ids(hanging)).toEqual(['evt-1'])
  await idle()
  expect((await log(id))[0]).toMatchObject({ state: 'pending', log: [{ status: null, error: 'no answer within 0.4 seconds' }] })
})

test('two deliverers at once send everything, each thing once', async () => {
  const at = await receiver()
  const { id } = await subscribe(at)
  const both = [deliverer(), deliverer()]
  const events = Array.from({ length: 60 }, (_, place) => `p.${place % 7}`)
  await happen(...events)
  await Promise.all(both.map(one => one.once()))
  expect(ids(at).toSorted()).toEqual(events.map((_, place) => `evt-${place + 1}`).toSorted())
  for (const subject of new Set(events)) {
    const own = at.received.filter(({ told }) => told.data.subject === subject).map(({ told }) => Number(told.id.slice('evt-'.length)))
    expect(own).toEqual(own.toSorted((a, b) => a - b))
  }
  expect((await log(id)).every(one => one.state === 'delivered' && one.log.length === 1)).toBe(true)
})

test('what was sent and not noted, for the process ended, is sent again with the same id once its lease has ended', async () => {
  const at = await receiver()
  const { id } = await subscribe(at)
  await happen('p.1', 'p.1')
  const ended = deliverer({ change: { settle: () => Promise.reject(new Error('the process ended')), release: async () => {} } })
  await ended.run()
  await expect.poll(() => ended.errors.length).toBeGreaterThan(0)
  await ended.stop(0)
  await deliverer().once()
  expect(ids(at)).toEqual(['evt-1'])
  pass(30_000)
  await deliverer().once()
  expect(ids(at)).toEqual(['evt-1', 'evt-1', 'evt-2'])
  expect(at.received[0]!.body).toBe(at.received[1]!.body)
  expect((await log(id)).map(one => one.state)).toEqual(['delivered', 'delivered'])
})

test('what cannot be noted at once is noted as soon as that is possible, and not sent again', async () => {
  const at = await receiver()
  const { id } = await subscribe(at)
  await happen('p.1', 'p.1')
  let failures = 3
  const service = createDeliveryService({ stores: t.stores, now })
  const { once, errors } = deliverer({ change: { settle: (...args) => failures-- > 0 ? Promise.reject(new Error('the database is away')) : service.settle(...args) } })
  await once()
  expect(errors).toHaveLength(3)
  expect(ids(at)).toEqual(['evt-1', 'evt-2'])
  expect((await log(id)).map(one => [one.state, one.log.length])).toEqual([['delivered', 1], ['delivered', 1]])
})

test('what can only be noted when its lease has ended is taken on anew', async () => {
  const at = await receiver()
  const { id } = await subscribe(at)
  await happen('p.1')
  const service = createDeliveryService({ stores: t.stores, now })
  let isAway = true
  const { once, errors } = deliverer({
    change: {
      settle: async (...args) => {
        if (!isAway) return await service.settle(...args)
        isAway = false
        pass(30_000)
        throw new Error('the database is away')
      }
    }
  })
  await once()
  expect(errors).toHaveLength(1)
  expect(ids(at)).toEqual(['evt-1', 'evt-1'])
  expect((await log(id)).map(one => one.state)).toEqual(['delivered'])
})

test('what was taken on and told so late that its lease may end is not sent, but left to the next look', async () => {
  const at = await receiver()
  await subscribe(at)
  await happen('p.1')
  const { lease } = t.stores.deliveries
  const slow = createDeliveryService({ stores: { ...t.stores, deliveries: { ...t.stores.deliveries, lease: async (...args) => { const taken = await lease(...args); pass(20_000); return taken } } }, now })
  await deliverer({ change: slow }).once()
  expect(ids(at)).toEqual([])
  await deliverer().once()
  expect(ids(at)).toEqual(['evt-1'])
})

test('a receiver that is slow for some keeps the others of its targets going', async () => {
  const slow: (() => void)[] = []
  const at = await receiver(({ told }) => told.data.subject === 'p.slow' ? response => { slow.push(() => response.writeHead(204).end()) } : 204)
  await subscribe(at)
  await happen('p.slow', ...Array.from({ length: 40 }, (_, place) => `p.${place % 5}`), 'p.slow')
  const { run, idle } = deliverer()
  await run()
  await expect.poll(() => at.received.length, { timeout: 10_000 }).toBe(41)
  expect(ids(at)).not.toContain('evt-42')
  slow[0]!()
  await expect.poll(() => ids(at), { timeout: 10_000 }).toContain('evt-42')
  slow[1]!()
  await idle()
})

test('a stop waits for what is under way, breaks it off when that takes too long, and leaves it to the next one at once', async () => {
  let isSlow = true
  const at = await receiver(() => isSlow ? undefined : 204)
  const { id } = await subscribe(at)
  await happen('p.1', 'p.2')
  const first = deliverer()
  await first.run()
  await expect.poll(() => at.received.length).toBe(2)
  const began = performance.now()
  await first.stop(50)
  expect(performance.now() - began).toBeLessThan(2_000)
  expect(first.errors).toEqual([])
  expect((await log(id)).map(one => [one.attempts, one.log])).toEqual([[0, []], [0, []]])
  await first.once()
  expect(at.received.length).toBe(2)
  isSlow = false
  await deliverer().once()
  expect(at.received.length).toBe(4)
})

test('a private address that a webhook has from before is not sent to, and the log says why', async () => {
  const at = await receiver()
  const { id } = await subscribe({ url: `https://localhost:${at.port}/` })
  await happen('p.1')
  await deliverer({ targets: 'public' }).once()
  expect(at.received).toEqual([])
  expect(await log(id)).toMatchObject([{ state: 'pending', log: [{ status: null, error: expect.stringContaining('not of the public internet') }] }])
})

test('a webhook that is removed while it is sent to is forgotten', async () => {
  let id = ''
  const at = await receiver(() => response => { t.services.webhooks.remove(ADMIN, id).then(() => response.writeHead(204).end(), () => response.destroy()) })
  id = (await subscribe(at)).id
  await happen('p.1', 'p.1')
  const { once, errors } = deliverer()
  await once()
  expect([at.received.length, errors, await t.stores.webhooks.all()]).toEqual([1, [], []])
})

test('where nothing is new, a look is two statements', async () => {
  await subscribe(await receiver())
  await happen('p.1')
  const { once } = deliverer()
  await once()
  const before = t.database.countStatements()
  await once()
  expect(t.database.countStatements() - before).toBe(2)
})
