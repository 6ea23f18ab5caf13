import { questionOf, writeCursor } from '../../src/services/lists.ts'
import { AREAS, indicatorId, kommuner, SEGMENTS, seriesOf, YEARS } from './millions-country.ts'

// What is asked, over and over with other plans, days and series, so that no cache has the answer already.

/** One request: to a database of so many indicators, the n-th of its kind. */
export type Ask = (n: number, indicators: number) => { path: string, body?: unknown }
export type Subject = { name: string, /** Asked so many times a round. */ times: number, ask: Ask }

const FIRST_DAY = Date.UTC(2024, 0, 1)
const DAY_MS = 86_400_000
const BATCH_ROWS = 1_000

const at = <T>(list: readonly T[], n: number): T => list[n % list.length]!
const dayOf = (n: number): string => new Date(FIRST_DAY + (n * 11 % 730) * DAY_MS).toISOString().slice(0, 10)
const indicatorOf = (n: number, indicators: number): string => indicatorId(n * 37 % indicators)
const monthOf = (n: number): string => `${at(YEARS, n)}-${String(n % 12 + 1).padStart(2, '0')}`

/** The page behind a place in the middle of what a filter lets through. */
const deep = (filter: Record<string, string>, key: (string | null)[]): string => {
  const question = questionOf(Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, [value]])))
  return `/v1/measurements?${new URLSearchParams({ ...filter, cursor: writeCursor(key, question) })}`
}

const status: Ask = n => ({ path: `/v1/plans/synthetic-${at(kommuner, n * 5)}/status?asOf=${dayOf(n)}` })

const nested: Ask = n => ({
  path: '/graphql',
  body: { query: `{ plan(id: "synthetic-${at(kommuner, n * 5)}") { title goals { title targets { title status(asOf: "${dayOf(n)}") { status current { period value benchmark } explanation { da } } } } } }` }
})

const coming = (n: number): string => `2026-${String(n % 12 + 1).padStart(2, '0')}`
const figureOf = (n: number, indicators: number) => ({ ...seriesOf(n * 13, indicators), period: coming(n), value: n * 7919 % 1000 / 10 })

/** Figures of one indicator, as a table of a source has them: a month for all areas and segments, and what is left of the next. */
const batch: Ask = (n, indicators) => ({
  path: '/v1/measurements',
  body: {
    measurements: Array.from({ length: BATCH_ROWS }, (_, row) => {
      const segment = Math.floor(row / AREAS.length)
      return { indicator: indicatorOf(n, indicators), area: at(AREAS, row), segment: at(SEGMENTS, segment), period: coming(n + Math.floor(segment / SEGMENTS.length)), value: (n * 7919 + row) % 1000 / 10 }
    })
  }
})

export const SUBJECTS: readonly Subject[] = [
  { name: 'a plan\'s status', times: 400, ask: status },
  { name: 'GraphQL plan → goals → targets → status', times: 40, ask: nested },
  { name: 'statuses of the country, by kommune', times: 3, ask: n => ({ path: `/v1/statuses?groupBy=kommune&limit=0&asOf=${dayOf(n)}` }) },
  { name: 'comparison of all kommuner', times: 20, ask: (n, indicators) => ({ path: `/v1/compare?indicator=${indicatorOf(n, indicators)}&period=${monthOf(n)}` }) },
  { name: 'freshness of a plan', times: 20, ask: n => ({ path: `/v1/freshness?plan=synthetic-${at(kommuner, n)}&asOf=${dayOf(n)}` }) },
  { name: 'the start page', times: 3, ask: n => ({ path: `/?asOf=${dayOf(n)}` }) },
  { name: 'measurements of a series', times: 100, ask: (n, indicators) => ({ path: `/v1/measurements?indicator=${indicatorOf(n, indicators)}&area=${at(AREAS, n)}` }) },
  { name: 'the latest of a series', times: 40, ask: (n, indicators) => ({ path: `/v1/measurements?indicator=${indicatorOf(n, indicators)}&area=${at(AREAS, n)}&sort=-period&limit=1` }) },
  { name: 'measurements of an area', times: 40, ask: n => ({ path: `/v1/measurements?area=${at(AREAS, n)}` }) },
  { name: 'measurements of an area, deep page', times: 40, ask: (n, indicators) => ({ path: deep({ area: at(AREAS, n) }, [indicatorOf(n, indicators), at(AREAS, n), null, monthOf(n)]) }) },
  { name: 'measurements of a segment', times: 20, ask: n => ({ path: `/v1/measurements?segment=${at(SEGMENTS, n % 7 + 1)}` }) },
  { name: 'all measurements, deep page', times: 40, ask: (n, indicators) => ({ path: deep({}, [indicatorOf(n, indicators), at(AREAS, n), at(SEGMENTS, n), monthOf(n)]) }) },
  { name: 'measurements of a month', times: 20, ask: n => ({ path: `/v1/measurements?from=${at(YEARS, n)}-05-01&to=${at(YEARS, n)}-05-31` }) },
  { name: 'measurements of a month, an area', times: 20, ask: n => ({ path: `/v1/measurements?area=${at(AREAS, n)}&from=2023-05-01&to=2023-05-31` }) },
  { name: 'hidden measurements', times: 10, ask: () => ({ path: '/v1/measurements?flag=suppressed' }) },
  { name: 'measurements that are missing', times: 2, ask: () => ({ path: '/v1/measurements?flag=missing' }) },
  { name: 'measurements of an import', times: 10, ask: (n, indicators) => ({ path: `/v1/measurements?import=imp-${indicatorOf(n, indicators)}-${at(YEARS, n)}` }) },
  { name: 'measurements after all months', times: 2, ask: () => ({ path: '/v1/measurements?from=2031-01-01' }) },
  { name: 'export of 10 areas of an indicator', times: 4, ask: (n, indicators) => ({ path: `/v1/exports/measurements?format=csv&indicator=${indicatorOf(n, indicators)}&area=${Array.from({ length: 10 }, (_, i) => at(AREAS, n + i)).join()}` }) },
  { name: 'the latest imports', times: 20, ask: () => ({ path: '/v1/imports' }) },
  { name: 'the feed of changes', times: 20, ask: () => ({ path: '/v1/changes?after=now' }) },
  { name: 'POST of a figure', times: 60, ask: (n, indicators) => ({ path: '/v1/measurements', body: { measurements: [figureOf(n, indicators)] } }) },
  { name: `POST of ${BATCH_ROWS} figures`, times: 3, ask: batch }
]
