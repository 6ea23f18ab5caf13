import { describe, expect, test } from 'vitest'
import { eventRows } from '../../../db/stores/events.ts'
import type { Settled } from '../../../db/stores/index.ts'
import { EVENT_TYPES, type EventType } from '../../../src/domain/event.ts'
import type { Webhook, WebhookSecret } from '../../../src/domain/webhook.ts'
import type { Subject } from '../contract.ts'

const at = '2024-01-01T00:00:00.000Z'
const later = '2024-01-01T00:01:00.000Z'
const muchLater = '2024-01-02T00:00:00.000Z'

const webhook = (id: string, changes: Partial<Webhook> = {}): Omit<Webhook, 'seq'> =>
  ({ id, url: `https://example.dk/${id}`, description: null, types: ['plan.changed'], kommuner: null, createdAt: at, createdBy: 'test', state: 'active', endedAt: null, endedBecause: null, ...changes })
const secret = (id: string, of: string, changes: Partial<WebhookSecret> = {}): WebhookSecret => ({ id, webhook: of, secret: `whsec_${id}`, createdAt: at, validUntil: null, ...changes })
const attempt = (changes = {}) => ({ at: later, durationMs: 12, status: 500, error: 'answered 500', ...changes })
const again = { state: 'pending', nextAttemptAt: muchLater, endsWebhook: false } as const
const delivered = { state: 'delivered', nextAttemptAt: null, endsWebhook: false } as const

export function describeWebhooks (subject: Subject): void {
  /** Writes events of some subjects. @returns their numbers */
  async function happen (subjects: string[], { type = 'plan.changed', occurredAt = at }: { type?: EventType, occurredAt?: string } = {}): Promise<number[]> {
    const before = await lastSeq()
    await subject.database.atomically(() => eventRows(subjects.map(one => ({ type, subject: one, occurredAt, data: { plan: one } }))))
    return subjects.map((_, place) => before + 1 + place)
  }

  async function lastSeq (): Promise<number> {
    const [row] = await subject.database.query<[number]>('select coalesce(max(seq), 0) from events', [])
    return Number(row?.[0])
  }

  const make = async (id: string, changes: Partial<Webhook> = {}) => { await subject.stores.webhooks.insert(webhook(id, changes), secret(`s-${id}`, id)) }
  const settle = async (id: string, token: string, attempt: Settled['attempt'], verdict: Settled['verdict']) => { await subject.stores.deliveries.settle([{ id, token, attempt, verdict }]) }
  const take = async (id: string, token: string, now = later, limit = 10) =>
    (await subject.stores.deliveries.lease(id, token, { at: now, until: new Date(Date.parse(now) + 30_000).toISOString(), limit })).map(one => one.id)

  /** A webhook with a delivery for an event of each of the subjects, `<id>-0`, `<id>-1` and so on. */
  async function withDeliveries (id: string, subjects: string[]): Promise<number[]> {
    await make(id)
    const seqs = await happen(subjects)
    await subject.stores.deliveries.fanOut(id, seqs.map((seq, place) => ({ id: `${id}-${place}`, seq, subject: subjects[place]! })), { upTo: seqs.at(-1)!, at })
    return seqs
  }

  describe('webhooks', () => {
    test('come back as they were put, beginning after the last event', async () => {
      await happen(['w-before'])
      const full = webhook('w-full', { description: 'Ledelsen', kommuner: ['0250'], types: ['plan.changed', 'plan.adopted'], createdAt: later })
      await subject.stores.webhooks.insert(full, secret('s-full', 'w-full'))
      await make('w-bare')
      const stored = { ...full, seq: await lastSeq() }
      expect(await subject.stores.webhooks.byId('w-full')).toEqual(stored)
      expect(await subject.stores.webhooks.byId('nobody')).toBeUndefined()
      const ids = (await subject.stores.webhooks.all()).map(one => one.id).filter(id => id.startsWith('w-'))
      expect(ids).toEqual(['w-bare', 'w-full'])
      await expect(make('w-bare')).rejects.toMatchObject({ code: 'conflict' })
    })

    test('have secrets until they stop, never later than before, and forget those that did', async () => {
      await make('w-secrets')
      const { addSecret, secrets } = subject.stores.webhooks
      await addSecret(secret('s2', 'w-secrets', { createdAt: later }), muchLater)
      await addSecret(secret('s3', 'w-secrets', { createdAt: '2024-01-01T00:02:00.000Z' }), '2024-01-03T00:00:00.000Z')
      const ends = await secrets('w-secrets', later)
      expect(ends.map(one => [one.id, one.validUntil])).toEqual([['s3', null], ['s2', '2024-01-03T00:00:00.000Z'], ['s-w-secrets', muchLater]])
      expect((await secrets('w-secrets', muchLater)).map(one => one.id)).toEqual(['s3', 's2'])
      await addSecret(secret('s4', 'w-secrets', { createdAt: muchLater }), muchLater)
      expect((await secrets('w-secrets', at)).map(one => one.id)).toEqual(['s4'])
    })

    test('are removed with all that hangs on them', async () => {
      await withDeliveries('w-gone', ['a'])
      await take('w-gone', 't-gone')
      await settle('w-gone-0', 't-gone', attempt(), again)
      await subject.stores.webhooks.remove('w-gone')
      expect(await subject.stores.webhooks.byId('w-gone')).toBeUndefined()
      expect(await subject.stores.webhooks.secrets('w-gone', at)).toEqual([])
      expect(await subject.stores.deliveries.page({ webhook: 'w-gone' }, { limit: 9 })).toEqual([])
    })

    test('are behind while there are events that were not looked at, and active', async () => {
      const behind = async () => (await subject.stores.webhooks.behind()).map(one => one.id).filter(id => id.startsWith('w-behind'))
      await make('w-behind')
      await make('w-behind-ended', { state: 'ended', endedAt: at, endedBecause: 'answered 410' })
      expect(await behind()).toEqual([])
      const [seq] = await happen(['a'])
      expect(await behind()).toEqual(['w-behind'])
      await subject.stores.deliveries.fanOut('w-behind', [], { upTo: seq!, at })
      expect(await behind()).toEqual([])
    })
  })

  describe('deliveries', () => {
    test('are added once, however many look at the same events, and the place never goes back', async () => {
      await make('d-fan')
      const seqs = await happen(['a', 'b', 'a'])
      const rows = (by: string, count: number) => seqs.slice(0, count).map((seq, place) => ({ id: `${by}-${place}`, seq, subject: 'a' }))
      await Promise.all(['x', 'y', 'z'].map(by => subject.stores.deliveries.fanOut('d-fan', rows(by, 3), { upTo: seqs[2]!, at })))
      await subject.stores.deliveries.fanOut('d-fan', rows('late', 2), { upTo: seqs[1]!, at })
      expect((await subject.stores.deliveries.page({ webhook: 'd-fan' }, { limit: 9 })).map(one => one.seq)).toEqual(seqs.toReversed())
      expect((await subject.stores.deliveries.page({ webhook: 'd-fan' }, { limit: 9, ascending: true, after: { seq: seqs[0]!, replay: 0 } })).map(one => one.seq)).toEqual(seqs.slice(1))
      expect(await subject.stores.deliveries.page({ webhook: 'd-fan', states: ['failed', 'delivered'] }, { limit: 9 })).toEqual([])
      const { type } = (await subject.stores.deliveries.page({ webhook: 'd-fan', states: ['pending'] }, { limit: 1 }))[0]!
      expect(await subject.stores.deliveries.page({ webhook: 'd-fan', types: [type] }, { limit: 9 })).toHaveLength(3)
      expect(await subject.stores.deliveries.page({ webhook: 'd-fan', types: EVENT_TYPES.filter(one => one !== type) }, { limit: 9 })).toEqual([])
      expect(await subject.stores.webhooks.byId('d-fan')).toMatchObject({ seq: seqs[2] })
    })

    test('are not added where the webhook has ended or is gone', async () => {
      await make('d-ended', { state: 'ended', endedAt: at, endedBecause: 'answered 410' })
      const before = (await subject.stores.webhooks.byId('d-ended'))!.seq
      const [seq] = await happen(['a'])
      for (const id of ['d-ended', 'd-nobody']) await subject.stores.deliveries.fanOut(id, [{ id: `${id}-0`, seq: seq!, subject: 'a' }], { upTo: seq!, at })
      expect(await subject.stores.deliveries.page({ webhook: 'd-ended' }, { limit: 9 })).toEqual([])
      expect(await subject.stores.webhooks.byId('d-ended')).toMatchObject({ seq: before })
    })

    test('are taken on with their events, one at a time of each subject, in order', async () => {
      const seqs = await withDeliveries('d-order', ['a', 'b', 'a', 'c'])
      expect(await subject.stores.deliveries.withDue(at)).toContain('d-order')
      const { waiting, dueSince } = await subject.stores.deliveries.queue()
      expect(waiting).toBeGreaterThan(0)
      expect(dueSince! <= at).toBe(true)
      const [first] = await subject.stores.deliveries.lease('d-order', 't1', { at, until: later, limit: 1 })
      expect(first).toEqual({ id: 'd-order-0', attempts: 0, event: { seq: seqs[0], type: 'plan.changed', subject: 'a', occurredAt: at, data: { plan: 'a' } } })
      expect(await take('d-order', 't2', at)).toEqual(['d-order-1', 'd-order-3'])
      expect(await take('d-order', 't3', at)).toEqual([])
      expect(await subject.stores.deliveries.withDue(at)).not.toContain('d-order')
      await settle('d-order-0', 't1', attempt({ status: 204, error: null }), delivered)
      expect(await take('d-order', 't4', at)).toEqual(['d-order-2'])
    })

    test('wait behind an earlier one that is tried again later, until it is settled', async () => {
      await withDeliveries('d-wait', ['a', 'a'])
      await take('d-wait', 't1')
      await settle('d-wait-0', 't1', attempt(), again)
      expect(await take('d-wait', 't2', '2024-01-01T23:59:59.999Z')).toEqual([])
      expect(await take('d-wait', 't3', muchLater)).toEqual(['d-wait-0'])
      await settle('d-wait-0', 't3', attempt({ at: muchLater }), { state: 'failed', nextAttemptAt: null, endsWebhook: false })
      expect(await take('d-wait', 't4', muchLater)).toEqual(['d-wait-1'])
    })

    test('what stands behind one that waits is due with it, also what comes later, and at once when the webhook is resumed', async () => {
      await withDeliveries('d-behind', ['a', 'a', 'b'])
      const due = async () => (await subject.stores.deliveries.page({ webhook: 'd-behind' }, { limit: 9 })).toReversed().map(one => one.nextAttemptAt)
      await take('d-behind', 't1')
      await settle('d-behind-0', 't1', attempt(), again)
      expect(await due()).toEqual([muchLater, muchLater, at])
      const [seq] = await happen(['a'])
      await subject.stores.deliveries.fanOut('d-behind', [{ id: 'd-behind-3', seq: seq!, subject: 'a' }], { upTo: seq!, at: later })
      expect(await due()).toEqual([muchLater, muchLater, at, muchLater])
      await subject.stores.webhooks.resume('d-behind', later)
      expect(await due()).toEqual([later, later, later, later])
    })

    test('of many that ask at once each goes to one', async () => {
      await withDeliveries('d-race', Array.from({ length: 20 }, (_, place) => `s${place}`))
      const taken = await Promise.all(Array.from({ length: 8 }, (_, place) => take('d-race', `race-${place}`, at, 5)))
      const all = taken.flat()
      expect(new Set(all).size).toBe(all.length)
      while (all.length < 20) {
        const more = await take('d-race', `race-more-${all.length}`, at, 5)
        expect(more.length).toBeGreaterThan(0)
        all.push(...more)
      }
      expect(new Set(all).size).toBe(20)
    })

    test('are taken on anew when a lease ends or is let go, and who lost it notes nothing', async () => {
      await withDeliveries('d-lease', ['a'])
      expect(await take('d-lease', 'crashed', at)).toEqual(['d-lease-0'])
      expect(await take('d-lease', 'early', '2024-01-01T00:00:29.999Z')).toEqual([])
      expect(await take('d-lease', 'next', '2024-01-01T00:00:30.000Z')).toEqual(['d-lease-0'])
      await settle('d-lease-0', 'crashed', attempt(), { state: 'failed', nextAttemptAt: null, endsWebhook: true })
      expect(await subject.stores.deliveries.page({ webhook: 'd-lease' }, { limit: 1 })).toMatchObject([{ state: 'pending', attempts: 0, log: [] }])
      expect(await subject.stores.webhooks.byId('d-lease')).toMatchObject({ state: 'active' })
      await subject.stores.deliveries.release('next')
      expect(await take('d-lease', 'third', '2024-01-01T00:00:31.000Z')).toEqual(['d-lease-0'])
    })

    test('show their attempts, the latest events first, page by page and by state', async () => {
      const seqs = await withDeliveries('d-page', ['a', 'b', 'c'])
      await take('d-page', 't1', later)
      await settle('d-page-0', 't1', attempt(), again)
      await settle('d-page-1', 't1', attempt({ status: null, error: 'no answer' }), again)
      await take('d-page', 't2', muchLater)
      await settle('d-page-0', 't2', attempt({ at: muchLater, status: 204, error: null, durationMs: 3 }), delivered)
      const { page } = subject.stores.deliveries
      const all = await page({ webhook: 'd-page' }, { limit: 9 })
      expect(all.map(one => one.id)).toEqual(['d-page-2', 'd-page-1', 'd-page-0'])
      const settled = { id: 'd-page-0', webhook: 'd-page', seq: seqs[0], type: 'plan.changed', subject: 'a', replay: 0, state: 'delivered', attempts: 2, nextAttemptAt: null, createdAt: at, settledAt: muchLater }
      expect(all[2]).toEqual({ ...settled, log: [{ number: 1, ...attempt() }, { number: 2, at: muchLater, durationMs: 3, status: 204, error: null }] })
      expect(await page({ webhook: 'd-page' }, { limit: 1, after: { seq: seqs[1]!, replay: 0 } })).toEqual([all[2]])
      expect((await page({ webhook: 'd-page', states: ['pending'] }, { limit: 9 })).map(one => one.id)).toEqual(['d-page-2', 'd-page-1'])
      expect(await page({ webhook: 'd-page', id: 'd-page-1' }, { limit: 1 })).toEqual([all[1]])
    })

    test('are noted many at a time, each with what came of it', async () => {
      await withDeliveries('d-many', ['a', 'a', 'b', 'c', 'd'])
      await take('d-many', 't1', at, 3)
      await take('d-many', 't2', at)
      const results: [string, string, Partial<Settled['attempt']>, Settled['verdict']][] = [
        ['0', 't1', { status: 500 }, again], ['2', 't1', { status: 204, error: null, durationMs: 7 }, delivered], ['3', 't1', { status: 200, error: null }, delivered], ['4', 't1', { status: 200, error: null }, delivered]
      ]
      await subject.stores.deliveries.settle(results.map(([place, token, change, verdict]) => ({ id: `d-many-${place}`, token, attempt: attempt(change), verdict })))
      const found = (await subject.stores.deliveries.page({ webhook: 'd-many' }, { limit: 9, ascending: true })).map(({ id, state, attempts, log }) => [id, state, attempts, log.map(one => one.status)])
      // The last was taken on by another.
      expect(found).toEqual([['d-many-0', 'pending', 1, [500]], ['d-many-1', 'pending', 0, []], ['d-many-2', 'delivered', 1, [204]], ['d-many-3', 'delivered', 1, [200]], ['d-many-4', 'pending', 0, []]])
    })

    test('an attempt can end the webhook; resumed it goes on with what is pending', async () => {
      await withDeliveries('d-end', ['a', 'b'])
      await take('d-end', 't1', later, 1)
      await settle('d-end-0', 't1', attempt({ status: 410, error: 'answered 410' }), { state: 'pending', nextAttemptAt: muchLater, endsWebhook: true })
      expect(await subject.stores.webhooks.byId('d-end')).toMatchObject({ state: 'ended', endedAt: later, endedBecause: 'answered 410' })
      expect(await subject.stores.deliveries.withDue(muchLater)).not.toContain('d-end')
      await subject.stores.webhooks.resume('d-end', later)
      expect(await subject.stores.webhooks.byId('d-end')).toMatchObject({ state: 'active', endedAt: null, endedBecause: null })
      expect(await subject.stores.deliveries.withDue(later)).toContain('d-end')
      expect(await take('d-end', 't2', later)).toEqual(['d-end-0', 'd-end-1'])
    })

    test('are replayed under the next number, before what is pending of later events, or not at all', async () => {
      const [first, second] = await withDeliveries('d-again', ['a', 'a'])
      const { replay, pendingOf, page } = subject.stores.deliveries
      await take('d-again', 't1')
      await settle('d-again-0', 't1', attempt({ status: 200, error: null }), delivered)
      expect(await pendingOf('d-again', { from: first!, to: second! })).toEqual(new Set([second]))
      await replay('d-again', [{ id: 'again-1', seq: first!, subject: 'a' }], later)
      expect(await take('d-again', 't2')).toEqual(['again-1'])
      await settle('again-1', 't2', attempt({ status: 200, error: null }), delivered)
      expect((await page({ webhook: 'd-again', id: 'again-1' }, { limit: 1 }))[0]).toMatchObject({ seq: first, replay: 1, state: 'delivered' })
      await expect(replay('d-again', [{ id: 'again-2', seq: first!, subject: 'a' }, { id: 'again-1', seq: second!, subject: 'a' }], later)).rejects.toMatchObject({ code: 'conflict' })
      expect(await page({ webhook: 'd-again', id: 'again-2' }, { limit: 1 })).toEqual([])
      await replay('nobody', [{ id: 'again-3', seq: first!, subject: 'a' }], later)
      expect(await page({ webhook: 'nobody' }, { limit: 1 })).toEqual([])
    })

    test('a replay waits while a later event of its subject is under way', async () => {
      const [first] = await withDeliveries('d-busy', ['a', 'a'])
      const { replay } = subject.stores.deliveries
      await take('d-busy', 't1')
      await settle('d-busy-0', 't1', attempt({ status: 200, error: null }), delivered)
      expect(await take('d-busy', 't2')).toEqual(['d-busy-1'])
      await replay('d-busy', [{ id: 'd-busy-again', seq: first!, subject: 'a' }], later)
      expect(await take('d-busy', 't3')).toEqual([])
      await settle('d-busy-1', 't2', attempt({ status: 200, error: null }), delivered)
      expect(await take('d-busy', 't4')).toEqual(['d-busy-again'])
    })

    test('the first event since an instant is known', async () => {
      const [seq] = await happen(['since'], { occurredAt: '2999-01-01T00:00:00.000Z' })
      expect(await subject.stores.deliveries.firstSince('2998-12-31T00:00:00.000Z')).toBe(seq)
      expect(await subject.stores.deliveries.firstSince('2999-01-02T00:00:00.000Z')).toBeNull()
    })
  })
}
