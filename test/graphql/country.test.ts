import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSeed } from '../../db/seed/index.ts'
import { loadSeed } from '../../src/services/seed.ts'
import { syntheticCountry } from '../bench/country.ts'
import { forget } from '../support/services.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { ask, codesOf, dataOf } from './ask.ts'

const WHEN = 'asOf: "2024-09-15"'
/** What a table of the whole country shows. */
const TABLE = `query ($limit: Int) { statuses(${WHEN}, limit: $limit, groupBy: [KOMMUNE, NATIONAL_GOAL]) {
  total { targets overall coverage counts { missed offTrack atRisk awaitingData noData notStarted onTrack achieved } }
  groups { key { kommune { id name { da } } nationalGoal { id name { da en } } } targets overall coverage counts { onTrack } }
  items { target status final reason stale met current { period value benchmark measure } baseline { period value measure } goalLine { comparator value } expected pace progress distance trend
    projection { measure met } explanation { da en } evidence { area period value }
    subject { title kommune { name } plan { title period { from } } goal { title nationalGoals { title } } indicator { name { da } unit } } }
  nextCursor } }`
const REST = '/v1/statuses?asOf=2024-09-15&limit=2000&groupBy=kommune,nationalGoal'

/** The most thread time in milliseconds that one turn of the event loop took while something was done: what others do on the machine does not count. */
async function longestTurn (work: () => Promise<unknown>): Promise<number> {
  const spent = (): number => (({ user, system }) => (user + system) / 1_000)(process.threadCpuUsage())
  let longest = 0
  const done = new AbortController()
  const watched = (async () => {
    for (let before = spent(); !done.signal.aborted;) {
      await setImmediate()
      const now = spent()
      longest = Math.max(longest, now - before)
      before = now
    }
  })()
  await work()
  done.abort()
  await watched
  return longest
}

describe('the whole country in one query', { timeout: 60_000 }, () => {
  let few: TestApp
  let all: TestApp
  beforeAll(async () => {
    const seed = readSeed()
    const country = syntheticCountry(seed)
    few = await openTestApp({ now: '2026-07-01T10:00:00Z' })
    all = await openTestApp({ now: '2026-07-01T10:00:00Z' })
    await loadSeed({ ...country, plans: country.plans.slice(0, 5) }, few.stores, few.services)
    await loadSeed(country, all.stores, all.services)
  }, 60_000)
  afterAll(async () => {
    await few.close()
    await all.close()
  })

  const graphql = (test: TestApp) => async () => await dataOf(test, TABLE, { limit: 2000 })
  const rest = (test: TestApp) => async () => (await test.app.inject(REST)).json()
  /** Of what is asked for the second time, with nothing remembered. */
  async function statementsOf ({ countReads, services }: TestApp, work: () => Promise<unknown>): Promise<number> {
    await work()
    await forget(services)
    const before = countReads()
    await work()
    return countReads() - before
  }

  it('is 980 targets, each in one group of its kommune', async () => {
    const { statuses } = await graphql(all)()
    expect(statuses.total.targets).toBe(980)
    expect(statuses.items).toHaveLength(980)
    expect(statuses.groups).toHaveLength(98 * 5)
    expect(new Set(statuses.groups.map((group: { key: { kommune: { id: string } } }) => group.key.kommune.id)).size).toBe(98)
    expect(statuses.nextCursor).toBeNull()
    expect(statuses.items[0].subject).toMatchObject({ title: 'Synthetic target 1', kommune: { name: 'København' }, goal: { nationalGoals: [{ title: expect.any(String) }] }, indicator: { unit: 'PERCENT' } })
  })

  it('takes as many SQL statements for 98 plans as for five, in both, and few of them', async () => {
    expect((await rest(few)()).total.targets).toBe(50)
    const inRest = await statementsOf(few, rest(few))
    // One more for more than 500 series; and two who read the catalogue of indicators at the same moment may both have to.
    const more = 2
    expect(Math.abs(await statementsOf(all, rest(all)) - inRest)).toBeLessThanOrEqual(more)
    expect(inRest).toBeLessThanOrEqual(9)
    const inGraphql = await statementsOf(few, graphql(few))
    expect(Math.abs(await statementsOf(all, graphql(all)) - inGraphql)).toBeLessThanOrEqual(more)
    expect(inGraphql).toBeLessThanOrEqual(14)
    expect(await statementsOf(all, async () => await dataOf(all, TABLE, { limit: 0 }))).toBeLessThanOrEqual(10)
  })

  it('lets others in between, in both', async () => {
    for (const work of [rest(all), graphql(all)]) {
      await work()
      const turns = []
      for (let time = 0; time < 3; time++) turns.push(await longestTurn(work))
      expect(Math.min(...turns)).toBeLessThan(60)
    }
  })

  it('costs five a status, whatever the page, so that five times the country is too much to ask at once', async () => {
    const country = (times: number): string => `{ ${Array.from({ length: times }, (_, at) => `a${at}: statuses(${WHEN}, limit: 0) { total { targets } }`).join(' ')} }`
    expect(codesOf(await ask(all, country(4)))).toEqual([])
    const refused = await ask(all, country(5))
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'invalid_request', errors: [{ code: 'query_too_costly' }] })
  })
})
