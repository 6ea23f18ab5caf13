import Client from 'better-sqlite3'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../db/database.ts'
import { insertRows } from '../../db/statements.ts'
import { createStores, type Stores } from '../../db/stores/index.ts'
import { measurement } from './samples.ts'

const folder = mkdtempSync(join(tmpdir(), 'maal-writes-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

let path: string
let database: Database
let stores: Stores
let count = 0

beforeEach(async () => {
  path = join(folder, `${++count}.sqlite`)
  database = await openDatabase(`file:${path}`, { patienceMs: 300 })
  await database.migrate()
  stores = createStores(database)
})
afterEach(async () => { await database.close() })

const batch = (indicator: string, size = 10_000) => Array.from({ length: size }, (_, at) => measurement({ indicator, area: `${at}` }))
const written = async () => (await database.query<[number]>('select count(*) from measurements', []))[0]![0]

describe('a long list', () => {
  test('lets readers in between its slices, who see none of it before all of it', async () => {
    const rows = Array.from({ length: 50_000 }, (_, at) => ({ key: `long-${at}`, value: 'x' }))
    const list = insertRows(database, database.tables.meta, rows)
    const readings: number[] = []
    const state = { isDone: false }
    const write = database.atomically(() => list).finally(() => { state.isDone = true })
    while (!state.isDone) {
      readings.push((await database.query<[number]>('select count(*) from meta', []))[0]![0])
      await setImmediate()
    }
    await write
    expect(readings.length).toBeGreaterThan(3)
    expect(readings.slice(0, -1).every(count => count === 0)).toBe(true)
    expect(await database.query('select count(*) from meta', [])).toEqual([[50_000]])
  })

  test('that fails at its end leaves nothing behind', async () => {
    await stores.measurements.append([measurement({ indicator: 'long', area: '9999' })])
    await expect(stores.measurements.append(batch('long'))).rejects.toMatchObject({ code: 'conflict' })
    expect(await written()).toBe(1)
  })

  test('keeps short ones waiting until it is through, and they are written then', async () => {
    const order: string[] = []
    const long = insertRows(database, database.tables.meta, Array.from({ length: 10_000 }, (_, at) => ({ key: `long-${at}`, value: 'x' })))
    await Promise.all([
      database.atomically(() => long).then(() => order.push('long')),
      stores.meta.set('short', '1').then(() => order.push('short')),
      database.atomically(() => [...long, { sql: 'this fails', params: [] }]).catch(() => order.push('failed')),
      setImmediate().then(() => stores.meta.set('late', '1')).then(() => order.push('late'))
    ])
    expect(order).toEqual(['long', 'short', 'late', 'failed'])
    expect(await database.query('select count(*) from meta', [])).toEqual([[10_002]])
    expect([await stores.meta.get('short'), await stores.meta.get('late')]).toEqual(['1', '1'])
  })

  test('that is very long is moved from the log into the file, and so is what comes after it', async () => {
    const rows = (name: string) => Array.from({ length: 60_000 }, (_, at) => ({ key: `${name}-${at}`, value: 'x'.repeat(50) }))
    await database.atomically(() => insertRows(database, database.tables.meta, rows('first')))
    await expect.poll(() => statSync(path).size).toBeGreaterThan(3_000_000)
    await database.atomically(() => insertRows(database, database.tables.meta, rows('second')))
    await database.close()
    database = await openDatabase(`file:${path}`)
    expect(await database.query('select count(*) from meta', [])).toEqual([[120_000]])
  })

  test('is waited for by a close', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => ({ key: `long-${at}`, value: 'x' }))
    const write = database.atomically(() => insertRows(database, database.tables.meta, rows))
    const other = stores.meta.set('last', '1')
    await database.close()
    await Promise.all([write, other])
    database = await openDatabase(`file:${path}`)
    expect(await database.query('select count(*) from meta', [])).toEqual([[10_001]])
    expect(await createStores(database).meta.get('last')).toBe('1')
  })
})

describe('short lists of one turn', () => {
  const refused = { sql: "insert into meta (key, value) values ('first', 'twice')", params: [], refused: () => new Error('there already') }

  test('are written by one commit', async () => {
    const reader = new Client(path, { readonly: true })
    const commits = () => reader.pragma('data_version', { simple: true }) as number
    const before = commits()
    await Promise.all(Array.from({ length: 20 }, (_, at) => stores.meta.set(`key-${at}`, 'x')))
    expect(commits()).toBe(before + 1)
    await Promise.all([stores.meta.set('one more', 'x')])
    expect(commits()).toBe(before + 2)
    reader.close()
    expect(await database.query('select count(*) from meta', [])).toEqual([[21]])
  })

  test('are each all or nothing: one that is refused takes no other with it', async () => {
    const outcomes = await Promise.allSettled([
      stores.meta.set('first', '1'),
      database.atomically(() => [{ sql: "insert into meta (key, value) values ('of the refused', '1')", params: [] }, refused]),
      stores.meta.set('last', '1')
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(outcomes[1]).toMatchObject({ reason: { message: 'there already' } })
    expect(await database.query('select key, value from meta order by key', [])).toEqual([['first', '1'], ['last', '1']])
  })

  test('are all refused where their commit fails, and the next are written', async () => {
    const orphan = { sql: "insert into goals (id, plan, position, record) values ('g', 'no such plan', 0, '{}')", params: [] }
    const deferred = { sql: 'pragma defer_foreign_keys = on', params: [] }
    const outcomes = await Promise.allSettled([stores.meta.set('first', '1'), database.atomically(() => [deferred, orphan])])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await database.query('select count(*) from meta', [])).toEqual([[0]])
    await stores.meta.set('next', '1')
    expect(await stores.meta.get('next')).toBe('1')
  })

  test('that are more than fit into a slice let others in between', async () => {
    const turns: number[] = []
    const state = { isDone: false }
    const rows = insertRows(database, database.tables.meta, Array.from({ length: 90 }, (_, at) => ({ key: `k-${at}`, value: 'x'.repeat(2_000) }))).map(one => ({ ...one, sql: one.sql.replace('insert', 'insert or replace') }))
    const writes = Promise.all(Array.from({ length: 200 }, () => database.atomically(() => rows))).finally(() => { state.isDone = true })
    for (let last = performance.now(); !state.isDone; last = performance.now()) {
      await setImmediate()
      turns.push(performance.now() - last)
    }
    await writes
    expect(turns.length).toBeGreaterThan(5)
  })
})

test('the builder reads, and refuses to write past the queue', async () => {
  const { meta } = database.tables
  await expect(async () => { await database.db.insert(meta).values({ key: 'past', value: '1' }) }).rejects.toThrow()
  expect(await stores.meta.get('past')).toBeNull()
})

describe('while another process holds the file', () => {
  let other: Client.Database
  beforeEach(() => { other = new Client(path); other.exec('begin immediate') })
  afterEach(() => { other.close() })

  test('a write waits without stopping the program, and is written when the file is free', async () => {
    let longestStall = 0
    let last = performance.now()
    const timer = setInterval(() => { longestStall = Math.max(longestStall, performance.now() - last); last = performance.now() }, 5)
    setTimeout(() => { other.exec('rollback') }, 150)
    await stores.meta.set('patient', '1')
    clearInterval(timer)
    expect(longestStall).toBeLessThan(120)
    expect(await stores.meta.get('patient')).toBe('1')
  })

  test.each([['short', 1], ['long', 10_000]])('a %s write gives up in the end, as unavailable, and the next one works', async (_, size) => {
    await expect(stores.measurements.append(batch('x', size))).rejects.toMatchObject({ code: 'unavailable' })
    expect(await written()).toBe(0)
    other.exec('rollback')
    await stores.measurements.append(batch('x', size))
    expect(await written()).toBe(size)
  })

  test('readers read', async () => {
    expect(await stores.areas.all()).toEqual([])
  })
})
