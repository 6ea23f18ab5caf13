import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRateCounter } from '../../src/services/rate-counts.ts'
import { openServices, type TestServices } from '../support/services.ts'

let t: TestServices
beforeAll(async () => { t = await openServices() })
afterAll(() => t.database.close())

/** Counters of some instances on one database, by a clock that stands still; each has a minute of its own. */
let minutes = 0
function instances () {
  const clock = { now: new Date(Date.parse('2026-06-01T10:00:15.000Z') + 3_600_000 * minutes++) }
  const counter = () => createRateCounter({ stores: t.stores, now: () => clock.now })
  return { clock, one: counter(), other: counter() }
}

describe('requests are counted by caller and minute', () => {
  test('at once in one process, and from the beginning in the next minute', () => {
    const { clock, one } = instances()
    expect([one.count('a'), one.count('b'), one.count('a')]).toEqual([{ current: 1, msLeft: 45_000 }, { current: 1, msLeft: 45_000 }, { current: 2, msLeft: 45_000 }])
    clock.now = new Date(clock.now.getTime() + 45_000)
    expect(one.count('a')).toEqual({ current: 1, msLeft: 60_000 })
  })

  test('with those of the other instances, when both have shared', async () => {
    const { one, other } = instances()
    for (let i = 0; i < 3; i++) one.count('a')
    other.count('a')
    await one.share()
    await other.share()
    expect([one.count('a').current, other.count('a').current]).toEqual([4, 5])
    // What is shared once is not told again: one knows its 4 and now the other's 2.
    await other.share()
    await one.share()
    expect(one.count('a').current).toBe(7)
  })

  test('what is counted while it is shared is kept', async () => {
    const { one, other } = instances()
    one.count('a')
    one.count('b')
    await one.share()
    one.count('a')
    const sharing = one.share()
    one.count('a')
    await sharing
    await one.share()
    other.count('a')
    await other.share()
    expect([other.count('a').current, one.count('b').current]).toEqual([5, 2])
  })

  test('of more callers than are told apart the first are forgotten', () => {
    const { one } = instances()
    for (let caller = 0; caller < 50_000; caller++) one.count(`${caller}`)
    expect([one.count('0').current, one.count('new').current, one.count('1').current, one.count('0').current]).toEqual([2, 1, 2, 1])
  })
})
