import { afterEach, describe, expect, inject, test } from 'vitest'
import { copyDatabase, requireWhole } from '../../db/copy.ts'
import { type Database, openDatabase } from '../../db/database.ts'
import { createStores } from '../../db/stores/index.ts'
import { createServices } from '../../src/services/index.ts'
import { createPostgresDatabase } from '../support/postgres.ts'
import { ADMIN, openServices } from '../support/services.ts'

const NOW = '2026-06-01T10:00:00.000Z'
const INDICATOR = 'sygedagpenge-jobafklaring-pct-arbejdsstyrke'
const { url } = inject('postgres')

const open: Database[] = []
afterEach(async () => { await Promise.all(open.splice(0).map(database => database.close())) })

/** A new database, migrated and empty. */
async function empty (databaseUrl: string): Promise<Database> {
  const database = await openDatabase(databaseUrl)
  open.push(database)
  await database.migrate()
  return database
}

/** A database with something in every kind of table. */
async function full () {
  const { database, services } = await openServices({ seed: true, now: NOW, databaseUrl: 'file::memory:' })
  open.push(database)
  const { key, secret } = await services.keys.create(ADMIN, { name: 'Indberetning', scopes: ['measurements:write'], kommuner: ['0250'] })
  await services.keys.rotate(ADMIN, key.id, {})
  await services.webhooks.create(ADMIN, { url: 'https://example.org/haendelser', types: ['measurements.recorded'] })
  for (const value of [3.9, 0.1 + 0.2, 1e-7]) await services.measurements.record(ADMIN, { measurements: [{ indicator: INDICATOR, area: '0250', period: '2024-06', value, note: 'Æ "citat" 😀\n' }] })
  await services.comments.record(ADMIN, 'frederikssund-2024.3a', { on: '2024-07-01', text: 'Vi følger det.', author: 'Jobcentret' })
  await services.planEdits.targets.update(ADMIN, 'frederikssund-2024.3a', { title: 'Ny titel' }, { expectedVersion: 1, reason: 'Rettet' })
  await services.dispatcher.run(error => { throw error })
  return { database, services, secret }
}

/** What a database tells, by the services. */
async function told (database: Database) {
  const services = createServices(createStores(database), () => new Date(NOW))
  return {
    plan: await services.plans.document(ADMIN, 'frederikssund-2024'),
    versions: await services.plans.versions(ADMIN, 'frederikssund-2024', {}),
    status: await services.status.ofPlan(ADMIN, 'frederikssund-2024', { asOf: '2024-07-10' }),
    measurements: await services.measurements.list({ limit: 500 }),
    keys: await services.keys.list(ADMIN, {}),
    webhooks: await services.webhooks.list(ADMIN, {}),
    changes: await services.changes.list({ limit: 500 }),
    audit: await services.audit.list(ADMIN, { limit: 100 }),
    comments: await services.comments.list(ADMIN, 'frederikssund-2024.3a', {})
  }
}

describe('a copy', () => {
  test.skipIf(url === null)('goes from SQLite to PostgreSQL and back, and tells the same on each; what comes after goes on', async () => {
    const { database, secret } = await full()
    const expected = await told(database)
    const server = await empty(await createPostgresDatabase(url!))
    const copied = await copyDatabase(database, server)
    expect(copied).toMatchObject({ plans: 5, measurements: 168, keys: 1, key_secrets: 2, webhooks: 1, comments: 1, plan_versions: 6 })
    expect(await told(server)).toEqual(expected)
    const services = createServices(createStores(server), () => new Date(NOW))
    expect(await services.keys.authenticate(`Bearer ${secret}`)).toMatchObject({ name: 'Indberetning' })
    expect(await services.measurements.record(ADMIN, { measurements: [{ indicator: INDICATOR, area: '0250', period: '2024-06', value: 4 }] })).toMatchObject({ revised: 1 })
    const back = await empty('file::memory:')
    await copyDatabase(server, back)
    expect(await told(back)).toEqual(await told(server))
    await requireWhole(back)
  }, 60_000)

  test('into a database that holds something is refused, and nothing is changed', async () => {
    const { database } = await full()
    const other = await openServices({ databaseUrl: 'file::memory:' })
    open.push(other.database)
    await expect(copyDatabase(database, other.database)).rejects.toThrow(/not empty: there is something in/)
    await requireWhole(other.database)
  })

  test('takes only what has the schema of this version', async () => {
    const { database } = await full()
    const other = await openDatabase('file::memory:')
    open.push(other)
    await expect(copyDatabase(database, other)).rejects.toThrow(/copy to has another schema.*db:migrate/)
    await expect(copyDatabase(other, database)).rejects.toThrow(/copy from has another schema.*db:migrate/)
  })

  test.each(['measurements', 'meta'])('that is written to while %s is copied is told, and is not served', async table => {
    const { database, services } = await full()
    const to = await empty('file::memory:')
    const writing: Promise<unknown>[] = []
    const copying = copyDatabase(database, to, name => {
      if (name === table) writing.push(services.measurements.record(ADMIN, { measurements: [{ indicator: INDICATOR, area: '0250', period: '2024-05', value: 4 }] }))
    })
    await expect(copying).rejects.toThrow(/Stop every server.*copy again/)
    expect((await Promise.all(writing)).length).toBe(1)
    await expect(requireWhole(to)).rejects.toThrow(/not finished.*db:copy/)
    await expect(copyDatabase(to, await empty('file::memory:'))).rejects.toThrow(/not finished/)
  })
})
