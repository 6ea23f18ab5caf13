import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createFeed, type Feed } from '../../src/events/feed.ts'
import { AppError } from '../../src/domain/errors.ts'
import { ADMIN, indicatorBody, openServices, type TestServices } from '../support/services.ts'

let t: TestServices
let feed: Feed
let reads: number
let stop: AbortController
const errors: unknown[] = []
beforeEach(async () => {
  t = await openServices()
  await t.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
  reads = 0
  errors.length = 0
  stop = new AbortController()
  feed = createFeed({ read: async query => { reads++; return await t.services.changes.list(query) }, everyMs: 5, onError: error => errors.push(error) })
})
afterEach(async () => {
  stop.abort()
  await feed.stop()
  await t.database.close()
})

let value = 0
async function write (count: number): Promise<void> {
  for (let at = 0; at < count; at++) await t.services.measurements.record(ADMIN, { measurements: [{ indicator: 'ledighed', area: '0250', period: '2024-01', value: ++value }] })
}
const last = () => feed.placeOf('now')

/** The numbers of so many events; `pause` is how long each page takes the follower. */
async function follow (from: number, count: number, pause = 0): Promise<number[]> {
  const seen: number[] = []
  for await (const page of feed.follow(from, stop.signal)) {
    seen.push(...page.map(({ id }) => Number(id.slice(4))))
    if (seen.length >= count) break
    if (pause > 0) await setTimeout(pause)
  }
  return seen
}
const after = (from: number, count: number): number[] => Array.from({ length: count }, (_, at) => from + 1 + at)

describe('the feed', () => {
  test('hands on what was and what comes, each once and in order, whatever the place and the pace', { timeout: 30_000 }, async () => {
    await write(700)
    const end = await last()
    const COMING = 600
    const followers = [0, 1, 250, 251, 500, end - 1, end].flatMap(from => [0, 3].map(async pause => expect(await follow(from, end + COMING - from, pause)).toEqual(after(from, end + COMING - from))))
    // Some begin while it comes.
    const late = async () => { const from = await last(); expect((await follow(from, 50)).slice(0, 50)).toEqual(after(from, 50)) }
    const lates: Promise<void>[] = []
    for (let at = 0; at < COMING; at += 100) {
      await write(100)
      if (at < COMING - 200) lates.push(late())
      await setTimeout(2)
    }
    await Promise.all([...followers, ...lates])
    expect(errors).toEqual([])
  })

  test('reads once for all who follow, and nothing while nobody does', async () => {
    const from = await last()
    const many = Array.from({ length: 50 }, () => follow(from, 20))
    await setTimeout(20)
    reads = 0
    await write(20)
    await Promise.all(many)
    // One look at a time, and not one for each follower.
    expect(reads).toBeLessThan(60)
    await setTimeout(30)
    reads = 0
    await write(5)
    await setTimeout(50)
    expect(reads).toBe(0)
    expect(await follow(from, 25)).toEqual(after(from, 25))
  })

  test('ends at once for who ends, also while nothing happens', async () => {
    const pages = feed.follow(await last(), stop.signal)
    const next = pages.next()
    await setTimeout(20)
    stop.abort()
    expect(await next).toEqual({ done: true, value: undefined })
    await setTimeout(20)
    reads = 0
    await setTimeout(30)
    expect(reads).toBe(0)
  })

  test('goes on after a trouble of the database', async () => {
    const from = await last()
    const coming = follow(from, 3)
    await setTimeout(20)
    const failing = vi.spyOn(t.stores.events, 'last').mockRejectedValue(new AppError('unavailable', 'The database cannot answer right now.'))
    await setTimeout(30)
    failing.mockRestore()
    await write(3)
    expect(await coming).toEqual(after(from, 3))
    expect(errors.length).toBeGreaterThan(0)
  })

  test('looks at once when it is woken', async () => {
    const slow = createFeed({ read: t.services.changes.list, everyMs: 60_000, onError: () => {} })
    const from = await slow.placeOf(undefined)
    const pages = slow.follow(from, stop.signal)
    const next = pages.next()
    await setTimeout(20)
    await write(1)
    slow.wake()
    expect((await next).value).toMatchObject([{ id: `evt-${from + 1}` }])
    await pages.return()
    await slow.stop()
  })

  test('begins only at a place that there is', async () => {
    const end = await last()
    expect([await feed.placeOf('evt-0'), await feed.placeOf(`evt-${end}`), await feed.placeOf(undefined)]).toEqual([0, end, end])
    for (const place of ['', 'x', 'evt--1', `evt-${end + 1}`, 'evt-1e3']) await expect(feed.placeOf(place)).rejects.toMatchObject({ code: 'invalid_request', problems: [{ code: 'invalid_cursor' }] })
  })
})
