import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { type Database, openDatabase } from '../../db/database.ts'
import { createReplicas } from '../../db/postgres-replicas.ts'
import type { OnReplica } from '../../db/reads.ts'
import { eventRows } from '../../db/stores/events.ts'
import { BEGINNING } from '../../src/domain/position.ts'
import { ask, startPair } from '../support/postgres-pair.ts'

const pair = inject('postgres').url === null ? null : await startPair()
const within = { timeout: 10_000, interval: 20 }
const event = { type: 'indicator.changed', subject: 'ledighed', occurredAt: '2024-01-01T00:00:00.000Z', data: {} } as const

describe.skipIf(pair === null)('replicas of PostgreSQL', () => {
  const { primary, replica } = pair ?? { primary: '', replica: '' }
  let database: Database
  const opened: { close: () => Promise<void> }[] = []

  beforeAll(async () => {
    database = await open([replica])
    await database.migrate()
    await vi.waitFor(async () => { expect(await readFrom(database, isReplica)).toBe(true) }, within)
  })
  afterEach(async () => {
    for (const one of opened.splice(1)) await one.close()
    await ask(replica, 'select pg_wal_replay_resume() where pg_is_wal_replay_paused()')
  })
  afterAll(async () => {
    await database?.close()
    await pair?.stop()
  })

  async function open (replicas: string[], onReplica: OnReplica = () => {}): Promise<Database> {
    const one = await openDatabase(primary, { poolSize: 4, replicas, onReplica })
    opened.push(one)
    return one
  }
  const isReplica = async (one: Database): Promise<boolean> => (await one.query<[boolean]>('select pg_is_in_recovery()', []))[0]![0]
  const write = async (): Promise<void> => await database.atomically(() => eventRows([event]))
  const readFrom = async <T>(one: Database, read: (one: Database) => Promise<T>, seen = BEGINNING): Promise<T> => await one.reads!.within(async () => {
    await one.reads!.spread(seen)
    return await read(one)
  })

  test('serve the work that says so, and no other', async () => {
    expect(await isReplica(database)).toBe(false)
    await database.reads!.within(async () => {
      expect(await isReplica(database)).toBe(false)
      await database.reads!.spread(BEGINNING)
      expect(await isReplica(database)).toBe(true)
      expect((await database.db.select().from(database.tables.events)).length).toBeGreaterThanOrEqual(0)
      expect(await database.reads!.within(async () => await isReplica(database))).toBe(false)
      await setTimeout(1)
      expect(await isReplica(database)).toBe(true)
      await write()
      expect(await isReplica(database), 'after a write').toBe(false)
    })
    expect(await isReplica(database)).toBe(false)
  })

  test('are passed over by who has seen more than they have, until they have it', async () => {
    await ask(replica, 'select pg_wal_replay_pause()')
    await write()
    const seen = await database.reads!.position()
    const there = await readFrom(database, async one => await one.reads!.position())
    expect(there.events).toBeLessThan(seen.events)
    expect(await readFrom(database, isReplica)).toBe(true)
    expect(await readFrom(database, isReplica, seen)).toBe(false)
    expect(await readFrom(database, isReplica, { ...there, audit: there.audit + 1 })).toBe(false)
    expect(await readFrom(database, isReplica, there)).toBe(true)
    await ask(replica, 'select pg_wal_replay_resume()')
    await vi.waitFor(async () => { expect(await readFrom(database, isReplica, seen)).toBe(true) }, within)
    expect(await readFrom(database, async one => await one.reads!.position(), seen)).toEqual(seen)
  })

  test('one that breaks off in the middle is followed by the primary, for all the rest of the work', async () => {
    const read = readFrom(database, async one => [await one.query('select pg_is_in_recovery(), pg_sleep(0.5)', []), await isReplica(one)])
    await setTimeout(150)
    await ask(replica, 'select pg_terminate_backend(pid) from pg_stat_activity where query like \'%pg_sleep%\' and pid <> pg_backend_pid()')
    expect(await read).toEqual([[[false, '']], false])
    expect(await readFrom(database, isReplica)).toBe(true)
  })

  test('what is wrong is said by the primary', async () => {
    await expect(readFrom(database, async one => await one.query('select nonsense', []))).rejects.toThrow('"nonsense"')
  })

  test('one that is not there when the server starts is used once it is, and left out when it has gone again', async () => {
    const { hostname, port } = new URL(replica)
    const sockets = new Set<Socket>()
    const proxy = createServer(from => {
      const to = connect(Number(port), hostname)
      for (const socket of [from, to]) sockets.add(socket.on('error', () => {}).on('close', () => { from.destroy(); to.destroy() }))
      from.pipe(to).pipe(from)
    })
    const listen = async (at = 0) => await new Promise<void>(resolve => { proxy.listen(at, '127.0.0.1', resolve) })
    await listen()
    const { port: through } = proxy.address() as AddressInfo
    await new Promise(resolve => { proxy.close(resolve) })
    const told: unknown[] = []
    const one = await open([Object.assign(new URL(replica), { host: `127.0.0.1:${through}` }).href], ({ host, isUsed }) => { told.push([host, isUsed]) })
    await one.check()
    expect(await readFrom(one, isReplica)).toBe(false)
    await listen(through)
    await vi.waitFor(async () => { expect(await readFrom(one, isReplica)).toBe(true) }, within)
    for (const socket of sockets) socket.destroy()
    await new Promise(resolve => { proxy.close(resolve) })
    expect(await readFrom(one, isReplica)).toBe(false)
    await one.check()
    await vi.waitFor(() => { expect(told).toEqual([true, false].map(isUsed => [`127.0.0.1:${through}/postgres`, isUsed])) }, within)
  })

  test('one that lacks for too long what the primary has is left out, and taken back when it has it', async () => {
    const pools = [primary, replica].map(connectionString => new pg.Pool({ connectionString, max: 2 }))
    const told: [boolean, string | null][] = []
    const replicas = createReplicas({ primary: pools[0]!, servers: [{ host: 'replica', pool: pools[1]! }], onReplica: ({ isUsed, reason }) => { told.push([isUsed, reason]) } }, { lookEvery: 20, mostBehind: 300 })
    opened.push({ close: async () => { await replicas.close(); await pools[0]!.end() } })
    await replicas.start()
    await ask(replica, 'select pg_wal_replay_pause()')
    await setTimeout(500)
    expect(told, 'nothing was written, so it lacks nothing').toEqual([[true, null]])
    await write()
    await vi.waitFor(() => { expect(told[1]).toEqual([false, 'is too far behind']) }, within)
    await ask(replica, 'select pg_wal_replay_resume()')
    await vi.waitFor(() => { expect(told[2]).toEqual([true, null]) }, within)
    for (const end = performance.now() + 700; performance.now() < end;) await write()
    expect(told.length, 'always a little behind, never too far').toBe(3)
  })

  test('what has more than the primary is no replica of it', async () => {
    const other = (await ask(primary, 'create database other')) && Object.assign(new URL(primary), { pathname: '/other' }).href
    const strange = await openDatabase(other)
    opened.push(strange)
    await strange.migrate()
    const whole = await database.reads!.position()
    await strange.atomically(() => eventRows(Array.from({ length: whole.events + 1 }, () => event)))
    const told: unknown[] = []
    const one = await open([other], replica => { told.push(replica) })
    expect(await readFrom(one, async some => await some.reads!.position())).toEqual(whole)
    expect(told).toEqual([])
  })
})
