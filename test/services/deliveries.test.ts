import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eventRows } from '../../db/stores/events.ts'
import { type Answer, RETRIES_MS, verdictOn } from '../../src/domain/delivery.ts'
import { createDeliveryService, type Message, type Parcel } from '../../src/services/deliveries.ts'
import { ADMIN, openServices } from '../support/services.ts'

const at = new Date('2026-06-01T10:00:00.000Z')
const OK: Answer = { status: 204, error: null, retryAfter: null }
const BAD: Answer = { status: 500, error: 'answered 500', retryAfter: null }
const GONE: Answer = { status: 410, error: 'answered 410', retryAfter: null }

describe('the verdict on an answer', () => {
  const waitAfter = (answer: Partial<Answer>, attempts = 0, jitter = 0) => {
    const { nextAttemptAt } = verdictOn({ ...BAD, ...answer }, { attempts, at, jitter })
    return nextAttemptAt === null ? null : Date.parse(nextAttemptAt) - at.getTime()
  }

  test('follows the schedule, about a day in all, and gives up after it', () => {
    expect(Array.from({ length: 9 }, (_, attempts) => waitAfter({}, attempts))).toEqual([5_000, 300_000, 1_800_000, 7_200_000, 18_000_000, 28_800_000, 36_000_000, null, null])
    expect(verdictOn(BAD, { attempts: 7, at, jitter: 0 })).toEqual({ state: 'failed', nextAttemptAt: null, endsWebhook: false })
    expect(waitAfter({ status: null, error: 'no answer' }, 0, 1)).toBe(5_500)
  })

  test('2xx is delivered, 410 ends the webhook and leaves the delivery, even at the last attempt', () => {
    expect(verdictOn(OK, { attempts: 0, at, jitter: 0 })).toEqual({ state: 'delivered', nextAttemptAt: null, endsWebhook: false })
    expect(verdictOn(GONE, { attempts: 7, at, jitter: 0 })).toEqual({ state: 'pending', nextAttemptAt: at.toISOString(), endsWebhook: true })
  })

  test.each([
    [429, '60', 60_000], [503, '60', 60_000], [503, '1', 5_000], [500, '60', 5_000], [503, '999999999', RETRIES_MS.at(-1)], [503, 'soon', 5_000], [503, '-5', 5_000], [503, '1e9', 5_000], [503, '9999999999', 5_000],
    [503, 'Mon, 01 Jun 2026 10:02:00 GMT', 120_000], [503, 'Mon, 01 Jun 2020 10:02:00 GMT', 5_000], [503, 'Mon, 01 Jun 2099 10:02:00 GMT', RETRIES_MS.at(-1)]
  ])('%s with Retry-After %s waits %s ms', (status, retryAfter, wait) => {
    expect(waitAfter({ status, retryAfter })).toBe(wait)
  })
})

type Step =
  | { kind: 'happen', subject: string, type: 'plan.changed' | 'plan.adopted' }
  | { kind: 'look' }
  | { kind: 'take', worker: number }
  | { kind: 'finish', worker: number, fates: Fate[] }
  | { kind: 'wait', ms: number }
  | { kind: 'resume' }
/** What becomes of one sending: answered or refused, lost with its process before or after it arrived, or told that nobody is there. */
type Fate = 'ok' | 'bad' | 'crash before' | 'crash after' | 'gone'

const fate = fc.constantFrom<Fate>('ok', 'ok', 'bad', 'crash before', 'crash after', 'gone')
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('happen' as const), subject: fc.constantFrom('a', 'b', 'c'), type: fc.constantFrom('plan.changed' as const, 'plan.adopted' as const) }),
  fc.record({ kind: fc.constant('look' as const) }),
  fc.record({ kind: fc.constant('take' as const), worker: fc.nat(1) }),
  fc.record({ kind: fc.constant('finish' as const), worker: fc.nat(1), fates: fc.array(fate, { minLength: 8, maxLength: 8 }) }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(1, 5_000, 29_999, 30_000, 36_000_000) }),
  fc.record({ kind: fc.constant('resume' as const) })
)

test('whatever fails when, every wanted event arrives at least once, and in order of its subject, unless it was tried eight times', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async steps => {
    const t = await openServices({ now: at.toISOString() })
    const now = () => new Date(t.clock.now)
    const service = createDeliveryService({ stores: t.stores, now, random: () => 0 })
    const { webhook: { id } } = await t.services.webhooks.create(ADMIN, { url: 'https://example.dk/', types: ['plan.changed'] })
    const wanted: { id: string, subject: string }[] = []
    const arrived: string[] = []
    const held = new Map<number, { parcel: Parcel, until: number }>()
    let count = 0

    async function send (parcel: Parcel, message: Message, fate: Fate): Promise<void> {
      if (fate === 'ok' || fate === 'crash after') arrived.push(message.id)
      if (fate === 'ok') await service.settle(parcel, message, now(), OK)
      if (fate === 'bad') await service.settle(parcel, message, now(), BAD)
      if (fate === 'gone') await service.settle(parcel, message, now(), GONE)
    }

    for (const one of steps) {
      if (one.kind === 'happen') {
        await t.database.atomically(() => eventRows([{ type: one.type, subject: one.subject, occurredAt: t.clock.now, data: {} }]))
        count++
        if (one.type === 'plan.changed') wanted.push({ id: `evt-${count}`, subject: one.subject })
      }
      if (one.kind === 'look') await Promise.all([service.fanOut(), service.fanOut()])
      if (one.kind === 'take' && !held.has(one.worker)) {
        const parcel = await service.take(id)
        if (parcel !== null) held.set(one.worker, { parcel, until: now().getTime() + 30_000 })
      }
      if (one.kind === 'finish') {
        const own = held.get(one.worker)
        held.delete(one.worker)
        // An attempt lasts 15 seconds at most, so a worker whose lease has ended sends nothing any more.
        if (own !== undefined && own.until > now().getTime()) {
          for (const [place, message] of own.parcel.messages.entries()) await send(own.parcel, message, one.fates[place]!)
        }
      }
      if (one.kind === 'wait') t.clock.now = new Date(now().getTime() + one.ms).toISOString()
      if (one.kind === 'resume') await t.services.webhooks.resume(ADMIN, id)
    }

    t.clock.now = new Date(now().getTime() + 40_000_000).toISOString()
    await t.services.webhooks.resume(ADMIN, id)
    while (await service.fanOut());
    for (let parcel = await service.take(id); parcel !== null; parcel = await service.take(id)) {
      for (const message of parcel.messages) await send(parcel, message, 'ok')
    }

    const log = await t.stores.deliveries.page({ webhook: id }, { limit: 1_000 })
    const givenUp = new Set(log.filter(one => one.state === 'failed').map(one => `evt-${one.seq}`))
    for (const one of log) expect(one.state === 'delivered' || one.log.length >= 8).toBe(true)
    expect(log.length).toBe(wanted.length)
    for (const name of ['a', 'b', 'c']) {
      const expected = wanted.filter(({ id: event, subject }) => subject === name && (!givenUp.has(event) || arrived.includes(event))).map(one => one.id)
      const first = [...new Set(arrived)].filter(event => expected.includes(event))
      expect(first).toEqual(expected)
    }
    expect(wanted.map(one => one.id)).toEqual(expect.arrayContaining(arrived))
    await t.database.close()
  }), { numRuns: 60 })
}, 60_000)
