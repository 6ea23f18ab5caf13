import { afterEach, beforeEach, expect, test } from 'vitest'
import { createMeasurementPages } from '../../db/stores/measurement-pages.ts'
import { connection } from '../../graphql/connections.ts'
import { createServices, type Services } from '../../src/services/index.ts'
import type { MeasurementQuery } from '../../src/services/measurement-queries.ts'
import { ADMIN, indicatorBody, openServices, type TestServices } from '../support/services.ts'

// What very large tables need, tried on a small one: the same services on a store that looks at two rows in a statement and at four for a page.

let t: TestServices
let services: Services
beforeEach(async () => {
  t = await openServices()
  const { page } = createMeasurementPages(t.database, 2)
  const measurements: typeof t.stores.measurements = { ...t.stores.measurements, page: async (filter, wish) => await page(filter, { ...wish, most: 4 }) }
  services = createServices({ ...t.stores, measurements }, () => new Date(t.clock.now))
  for (const id of ['a', 'b']) await services.indicators.put(ADMIN, id, indicatorBody())
  const months = Array.from({ length: 12 }, (_, month) => `2024-${String(month + 1).padStart(2, '0')}`)
  await services.measurements.record(ADMIN, { measurements: ['a', 'b'].flatMap(indicator => months.map(period => ({ indicator, area: '0250', period, value: 1, flag: period === '2024-11' ? 'provisional' : 'final' }))) })
})
afterEach(async () => { await t.database.close() })

const asked = { flag: ['provisional'] } as const satisfies MeasurementQuery
const named = ({ indicator, period }: { indicator: string, period: string }) => `${indicator} ${period}`

test('a page of a list is short or empty where it looked at as many as it may, and its cursor leads on', async () => {
  const pages: string[][] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { items, nextCursor } = await services.measurements.list({ ...asked, limit: 5, ...cursor !== undefined && { cursor } })
    pages.push(items.map(named))
    cursor = nextCursor
  }
  expect(pages[0]).toEqual([])
  expect(pages.length).toBeGreaterThan(3)
  expect(pages.flat()).toEqual(['a 2024-11', 'b 2024-11'])
})

test('a connection of GraphQL leads on likewise, from an empty page too', async () => {
  const page = async (after: string | null) => await connection({ first: 5, after }, asked, 4, async paging => await services.measurements.list({ ...asked, ...paging }), one => [one.indicator, one.area, one.segment, one.period])
  const found: string[] = []
  for (let after: string | null = null; ;) {
    const { edges, pageInfo }: Awaited<ReturnType<typeof page>> = await page(after)
    found.push(...edges.map(({ node }) => named(node)))
    if (!pageInfo.hasNextPage) break
    expect(pageInfo.endCursor).not.toBe(after)
    after = pageInfo.endCursor
  }
  expect(found).toEqual(['a 2024-11', 'b 2024-11'])
})

test('an export goes on to the end', async () => {
  const { pieces } = await services.exports.measurements(asked, { format: 'ndjson', language: 'da' })
  const lines: string[] = []
  for await (const piece of pieces) lines.push(...String(piece).trim().split('\n'))
  expect(lines.map(line => named(JSON.parse(line) as { indicator: string, period: string }))).toEqual(['a 2024-11', 'b 2024-11'])
})
