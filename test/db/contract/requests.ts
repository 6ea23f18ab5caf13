import { describe, expect, test } from 'vitest'
import type { NewAuditEntry } from '../../../src/domain/audit.ts'
import type { KeyedRequest } from '../../../db/stores/index.ts'
import { createStores } from '../../../db/stores/index.ts'
import type { Subject } from '../contract.ts'
import { indicator } from '../samples.ts'

const at = '2024-01-02T12:00:00.000Z'
const soon = '2024-01-02T12:00:10.000Z'
const limits = { lostBefore: '2024-01-02T11:59:30.000Z', forgottenBefore: '2024-01-01T12:00:00.000Z' }
const later = { ...limits, lostBefore: '2024-01-02T12:00:00.001Z' }
const request = (key: string, token: string): KeyedRequest => ({ actor: 'r', key, token, fingerprint: 'f', startedAt: at })
const entry = (claimed?: KeyedRequest): NewAuditEntry =>
  ({ at, actor: 'r', actorName: 'r', requestId: null, action: 'indicator.created', subjectKind: 'indicator', subject: 'r-keyed', plan: null, kommune: null, reason: null, changes: [], ...claimed && { claimed } })

/** What instances keep together about the requests that they answer. */
export function describeRequests (subject: Subject): void {
  describe('what was written under an Idempotency-Key', () => {
    test('stands at the key, which is then neither let go nor claimed anew', async () => {
      const { idempotency: { claim, release }, indicators } = subject.stores
      const held = request('written', '1')
      await claim(held, limits)
      await indicators.put(indicator('r-keyed'), { audit: [entry(held)] })
      await release(held)
      expect(await claim(request('written', '2'), later)).toEqual({ ...held, effect: 'indicator.created r-keyed', answer: null })
    })

    test('is not written where another attempt has the key by now', async () => {
      const { idempotency: { claim }, indicators } = subject.stores
      const [first, second] = [request('taken over', '1'), request('taken over', '2')]
      await claim(first, limits)
      await claim(second, later)
      await expect(indicators.put(indicator('r-late'), { audit: [entry(first)] })).rejects.toMatchObject({ code: 'conflict' })
      expect(await indicators.byIds(['r-late'])).toEqual([])
      await indicators.put(indicator('r-late'), { audit: [entry(second)] })
      expect(await claim(request('taken over', '3'), later)).toMatchObject({ token: '2', effect: 'indicator.created r-keyed' })
    })
  })

  test('an Idempotency-Key is held as long as its request says that it is under way', async () => {
    const { claim, renew } = subject.stores.idempotency
    const held = request('renewed', '1')
    await claim(held, limits)
    await renew({ ...held, token: 'another' }, soon)
    await renew(held, soon)
    expect(await claim(request('renewed', '2'), later)).toMatchObject({ token: '1', startedAt: soon })
    expect(await claim(request('renewed', '2'), { ...limits, lostBefore: '2024-01-02T12:00:10.001Z' })).toMatchObject({ token: '2' })
  })

  describe('counts of requests', () => {
    test('are added up by caller and minute, whoever counts', async () => {
      const { rateCounts } = subject.stores
      const other = createStores(subject.database).rateCounts
      expect(await rateCounts.add(100, [{ caller: 'key b', count: 2 }, { caller: 'address 10.0.0.1', count: 1 }])).toEqual(new Map([['key b', 2], ['address 10.0.0.1', 1]]))
      expect(await other.add(100, [{ caller: 'key b', count: 5 }])).toEqual(new Map([['key b', 7]]))
      expect(await rateCounts.add(101, [{ caller: 'key b', count: 1 }])).toEqual(new Map([['key b', 1]]))
      expect(await rateCounts.add(101, [])).toEqual(new Map())
    })

    test('come to the sum when many add at once', async () => {
      const { rateCounts } = subject.stores
      const callers = Array.from({ length: 30 }, (_, place) => ({ caller: `c${place}`, count: 1 }))
      await Promise.all(Array.from({ length: 8 }, (_, turn) => rateCounts.add(200, turn % 2 === 0 ? callers : callers.toReversed())))
      expect([...(await rateCounts.add(200, callers)).values()]).toEqual(callers.map(() => 9))
    })

    test('are forgotten', async () => {
      const { rateCounts } = subject.stores
      await rateCounts.forget(101)
      expect(await subject.database.query("select minute from rate_counts where caller = 'key b'", [])).toEqual([[101]])
    })
  })
}
