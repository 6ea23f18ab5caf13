import { describe, expect, inject, test } from 'vitest'
import { createPostgresDatabase } from '../support/postgres.ts'
import { replayHour } from './replay.ts'

const { url } = inject('postgres')

describe.skipIf(url === null)('two servers on one PostgreSQL', () => {
  // The hour itself, with servers that are killed: npm run test:instances.
  test('tell every event to every receiver once, each target\'s in order, and announce each change of a status once', async () => {
    const { problems, figures } = await replayHour({ databaseUrl: await createPostgresDatabase(url!), servers: 2, changes: 30, seed: 1, isDisturbed: false })
    expect(Object.entries(problems).filter(([, found]) => found.length > 0)).toEqual([])
    expect(figures.events).toBeGreaterThan(30)
  }, 120_000)
})
