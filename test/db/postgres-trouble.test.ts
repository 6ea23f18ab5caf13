import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { type Database, openDatabase } from '../../db/database.ts'
import { insertRows } from '../../db/statements.ts'
import { createStores } from '../../db/stores/index.ts'
import { createPostgresDatabase } from '../support/postgres.ts'
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
    await expect(stores.indicators.byIds(['a\u0000b'])).rejects.toMatchObject({ code: 'invalid_request' })
  })

  describe('behind a connection that fails', () => {
    let proxy: Server
    const sockets = new Set<Socket>()
    let isHung = false

    beforeEach(async () => {
      isHung = false
      const { hostname, port } = new URL(url)
      proxy = createServer(from => {
        const to = connect(Number(port), hostname)
        for (const socket of [from, to]) sockets.add(socket.on('error', () => {}).on('close', () => { from.destroy(); to.destroy() }))
        from.on('data', data => { if (!isHung) to.write(data) })
        to.on('data', data => { if (!isHung) from.write(data) })
      })
      await new Promise<void>(resolve => { proxy.listen(0, '127.0.0.1', resolve) })
    })
    const cut = () => { for (const socket of sockets) socket.destroy() }
    afterEach(() => { cut(); proxy.close() })
    const openBehind = async () => await open(Object.assign(new URL(url), { host: `127.0.0.1:${(proxy.address() as AddressInfo).port}` }).href)

    test('everything is unavailable while it is gone, and works when it is back', async () => {
      const database = await openBehind()
      await database.migrate()
      const stores = createStores(database)
      const { port } = proxy.address() as AddressInfo
      cut()
      await new Promise(resolve => { proxy.close(resolve) })
      for (const use of [
        async () => await database.check(),
        async () => { await stores.areas.all() },
        async () => { await stores.measurements.series([{ indicator: 'x', area: 'x', segment: null }], null) },
        async () => await stores.meta.set('x', 'y'),
        async () => await stores.measurements.append([measurement()])
      ]) await expect(use()).rejects.toMatchObject({ code: 'unavailable' })
      await new Promise<void>(resolve => { proxy.listen(port, '127.0.0.1', resolve) })
      await stores.meta.set('x', 'y')
      expect(await stores.meta.get('x')).toBe('y')
    })

    test('a server that hangs fails the check within seconds', async () => {
      const database = await openBehind()
      isHung = true
      const start = performance.now()
      await expect(database.check()).rejects.toMatchObject({ code: 'unavailable' })
      expect(performance.now() - start).toBeLessThan(4_000)
      isHung = false
      await database.check()
    })
  })
})
