import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openTestApp, type TestApp } from '../support/app.ts'
import { createPostgresDatabase } from '../support/postgres.ts'

const postgres = inject('postgres')

/** Asked of the seeded server on both databases. */
const QUESTIONS = [
  '/v1/kommuner', '/v1/areas?memberOf=1084', '/v1/indicators?sort=-name', '/v1/national-goals', '/v1/plans?kommune=250', '/v1/targets?limit=500', '/v1/targets?nationalGoal=2023-5',
  '/v1/targets?indicator=sygedagpenge-jobafklaring-pct-arbejdsstyrke', '/v1/measurements?limit=500', '/v1/measurements?area=DK&from=2023-01-01', '/v1/plans/hvidovre-2023',
  '/v1/plans/frederikssund-2024/status?asOf=2024-07-10', '/v1/goals/holbaek-2023.1/status', '/v1/targets/frederikssund-2024.3a/history?to=2025-02-15', '/v1/plans/%00', '/v1/targets?plan=%00'
]

describe.skipIf(postgres.url === null)('PostgreSQL and SQLite', () => {
  let apps: TestApp[] = []
  beforeAll(async () => {
    const databaseUrl = await createPostgresDatabase(postgres.url ?? '')
    const now = '2026-06-01T10:00:00.000Z'
    apps = await Promise.all([openTestApp({ seed: true, now }), openTestApp({ seed: true, now, databaseUrl })])
  })
  afterAll(() => Promise.all(apps.map(app => app.close())))

  test.each(QUESTIONS)('answer the same to %s', async url => {
    const [sqlite, other] = await Promise.all(apps.map(({ app }) => app.inject(url)))
    expect(other?.statusCode).toBeLessThan(500)
    // Imports are named at random.
    const told = (text = ''): unknown => JSON.parse(text.replace(/"imp-[\w-]+"/g, '"imp"'))
    expect(told(other?.body)).toEqual(told(sqlite?.body))
    expect(other?.headers['content-type']).toBe(url.includes('%00') ? 'application/problem+json; charset=utf-8' : 'application/json; charset=utf-8')
  })
})
