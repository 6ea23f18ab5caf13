import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { type Database, openDatabase } from '../../db/database.ts'
import { insertRows } from '../../db/statements.ts'
import { eventRows } from '../../db/stores/events.ts'
import { createStores } from '../../db/stores/index.ts'
import { createPostgresDatabase } from '../support/postgres.ts'
import { openProxy } from '../support/proxy.ts'
import { measurement } from './samples.ts'

const server = inject('postgres').url

describe.skipIf(server === null)('PostgreSQL in trouble', () => {
  let url: string
  const opened: Database[] = []
  const open = async (at = url) => {
    const database = await openDatabase(at, { poolSize: 4 })
    opened.push(database)
    return database
  }
  beforeEach(async () => { url = await createPostgresDatabase(server!) })
  afterEach(async () => { for (const database of opened.splice(0)) await database.close() })

  test('of several that migrate a new database at once one does it, and all find it current', async () => {
    const databases = await Promise.all([open(), open(), open(), open()])
    expect(await databases[0]!.isCurrent()).toBe(false)
    await Promise.all(databases.map(async database => { await database.migrate() }))
    expect(await Promise.all(databases.map(async database => await database.isCurrent()))).toEqual([true, true, true, true])
  })

  test('a migration takes, and waits for another, longer than any request may', async () => {
    const other = new pg.Client({ connectionString: url })
    await other.connect()
    await other.query('select pg_advisory_lock($1)', [0x4D4F5046])
    const database = await open(`${url}?query_timeout=200`)
    await expect(database.query('select pg_sleep(1)', [])).rejects.toThrow()
    const migrated = database.migrate()
    await setTimeout(600)
    await other.end()
    await migrated
    expect(await database.isCurrent()).toBe(true)
  })

  test('connections that the server ended are replaced, and a write that was cut off left nothing', async () => {
    const database = await open()
    await database.migrate()
    const stores = createStores(database)
    const cutOff = database.atomically(() => [
      ...insertRows(database, database.tables.meta, [{ key: 'cut', value: 'x' }]),
      { sql: 'select pg_sleep(10)', params: [] }
    ])
    const explained = cutOff.catch((error: unknown) => database.explain(error))
    await setTimeout(200)
    const other = new pg.Client({ connectionString: url })
    await other.connect()
    await other.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()')
    await other.end()
    expect(await explained).toMatchObject({ code: 'unavailable' })
    await setTimeout(50)
    expect(await stores.meta.get('cut')).toBeNull()
    await stores.meta.set('after', 'x')
    expect(await stores.meta.get('after')).toBe('x')
  })

  test('reads go on where a connection has lost what was prepared on it, as behind a pooler', async () => {
    const database = await openDatabase(url, { poolSize: 1 })
    opened.push(database)
    await database.migrate()
    const stores = createStores(database)
    const read = async () => [await stores.versions.current(), await stores.meta.get('x')]
    const before = await read()
    expect(await database.query('select count(*) > 0 from pg_prepared_statements', [])).toEqual([[true]])
    await database.atomically(() => [{ sql: 'deallocate all', params: [] }])
    expect(await Promise.all([read(), read()])).toEqual([before, before])
    await database.atomically(() => [{ sql: 'deallocate all', params: [] }])
    expect(await read()).toEqual(before)
  })

  test('who listens for what others write does so again after its connection was ended, and looks for what it missed', async () => {
    const [database, other] = [await open(), await open()]
    await database.migrate()
    let heard = 0
    other.onNews(() => { heard++ })
    const hears = async () => await vi.waitFor(() => { expect(other.hearsOthers()).toBe(true) }, { timeout: 10_000, interval: 10 })
    await hears()
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'")
    await client.end()
    await vi.waitFor(() => { expect(other.hearsOthers()).toBe(false) }, { timeout: 2_000, interval: 1 })
    const before = heard
    await hears()
    expect(heard).toBe(before + 1)
    await database.atomically(() => eventRows([{ type: 'indicator.changed', subject: 'x', occurredAt: '2024-01-01T00:00:00.000Z', data: {} }]))
    await vi.waitFor(() => { expect(heard).toBe(before + 2) }, { timeout: 2_000, interval: 5 })
  })

  test('lists that lock each other out are run again, and both are written', async () => {
    const database = await open()
    await database.migrate()
    const { meta } = database.tables
    await database.atomically(() => insertRows(database, meta, [{ key: 'a', value: '' }, { key: 'b', value: '' }]))
    const append = (key: string, text: string) => ({ sql: 'update meta set value = value || ? where key = ?', params: [text, key] })
    const sleep = { sql: 'select pg_sleep(0.3)', params: [] }
    await Promise.all([
      database.atomically(() => [append('a', '1'), sleep, append('b', '1')]),
      database.atomically(() => [append('b', '2'), sleep, append('a', '2')])
    ])
    const { get } = createStores(database).meta
    for (const key of ['a', 'b']) expect([...(await get(key))!].sort()).toEqual(['1', '2'])
  })

  test('a text with U+0000, which it cannot store, is the caller\'s fault', async () => {
    const database = await open()
    await database.migrate()
    const stores = createStores(database)
    await expect(stores.measurements.append([measurement({ note: 'a\u0000b' })])).rejects.toMatchObject({ code: 'invalid_request' })
    await expect(stores.indicators.usesOf('a\u0000b')).rejects.toMatchObject({ code: 'invalid_request' })
  })

  test('a server that only reads is not ready, and is left as soon as another can be reached', async () => {
    await (await open()).migrate()
    const owner = new pg.Client({ connectionString: url })
    await owner.connect()
    const { pathname } = new URL(url)
    await owner.query(`alter database ${pathname.slice(1)} set default_transaction_read_only = on`)
    const database = await open()
    const stores = createStores(database)
    await expect(database.check()).rejects.toMatchObject({ code: 'unavailable' })
    await expect(stores.meta.set('x', 'y')).rejects.toMatchObject({ code: 'unavailable' })
    // The connections that there are go on reading only; a new one does not.
    await owner.query(`alter database ${pathname.slice(1)} reset default_transaction_read_only`)
    await owner.end()
    await stores.meta.set('x', 'y')
    await database.check()
  })

  describe('behind a connection that fails', () => {
    let proxy: Awaited<ReturnType<typeof openProxy>>
    let database: Database
    beforeEach(async () => {
      proxy = await openProxy(url)
      database = await open(proxy.url)
      await database.migrate()
    })
    afterEach(() => { proxy.close() })

    test('everything is unavailable while it is gone, and works when it is back', async () => {
      const stores = createStores(database)
      await proxy.goAway()
      for (const use of [
        async () => await database.check(),
        async () => { await stores.areas.all() },
        async () => { await stores.measurements.series([{ indicator: 'x', area: 'x', segment: null }], null) },
        async () => await stores.meta.set('x', 'y'),
        async () => await stores.measurements.append([measurement()])
      ]) await expect(use()).rejects.toMatchObject({ code: 'unavailable' })
      await proxy.comeBack()
      await stores.meta.set('x', 'y')
      expect(await stores.meta.get('x')).toBe('y')
    })

    test('a server that hangs fails the check within seconds', async () => {
      proxy.state.isHung = true
      const start = performance.now()
      await expect(database.check()).rejects.toMatchObject({ code: 'unavailable' })
      expect(performance.now() - start).toBeLessThan(4_000)
      proxy.state.isHung = false
      await database.check()
    })

    test.each([['lost', 1], ['lost', 2], ['unconfirmed', 1], ['unconfirmed', 2]] as const)('a commit whose answer is %s is not called done, nor sent again (%i statements)', async (commits, count) => {
      const key = Array.from({ length: count }, (_, at) => String(at))
      const written = database.atomically(() => key.flatMap(key => insertRows(database, database.tables.meta, [{ key, value: 'x' }])))
      proxy.state.commits = commits
      expect(await written.then(() => null, (error: unknown) => database.explain(error))).toMatchObject({ code: 'unavailable' })
      proxy.state.commits = 'answered'
      const { meta } = createStores(database)
      for (const each of key) expect(await meta.get(each)).toBe('x')
      await meta.set('after', 'y')
      expect(await meta.get('after')).toBe('y')
    })
  })
})
