import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { followChanges } from './follow.ts'

// A few minutes of changes on SQLite; an hour of them, and two servers on PostgreSQL: npm run test:sync.

// Mostly it takes 20 s; beside much else on a small machine several times as long.
const PATIENCE_MS = 600_000

async function follow (databaseUrl: string, servers: number): Promise<void> {
  const { problems, figures } = await followChanges({ databaseUrl, servers, changes: 100, seed: 1, kills: 1, speed: 240 })
  expect(problems).toEqual(Object.fromEntries(Object.keys(problems).map(about => [about, []])))
  // Nothing found wrong is worth something only where much was looked at.
  expect(figures.made).toBeGreaterThanOrEqual(100)
  expect(figures.statusChanges).toBeGreaterThan(60)
  expect(Math.min(figures.everybody.current, figures.admin.current, figures.everybody.compared, figures.subscriptions.told)).toBeGreaterThan(50)
  expect(Math.min(figures.pages.walks, figures.subscriptions.connections)).toBeGreaterThan(2)
}

test('who follows ETags, the feed, subscriptions and cursors ends with the data of the server, which is killed meanwhile', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'maal-sync-'))
  try {
    await follow(`file:${join(folder, 'sync.sqlite')}`, 1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, PATIENCE_MS)
