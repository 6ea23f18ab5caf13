import Client from 'better-sqlite3'
import { once } from 'node:events'
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { fileOfUrl, openDatabase } from '../../db/database.ts'
import { readSeed } from '../../db/seed/index.ts'
import { backUp, restore, verify } from '../../db/sqlite-backup.ts'
import { createStores } from '../../db/stores/index.ts'
import { createServices } from '../../src/services/index.ts'
import { OPERATOR } from '../../src/services/actor.ts'
import { loadSeed } from '../../src/services/seed.ts'

const folder = mkdtempSync(join(tmpdir(), 'maal-backups-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

const INSTANT = '2026-11-23T11:30:00.000Z'
let path: string
let copy: string
let count = 0
beforeEach(() => {
  path = join(folder, `${++count}.sqlite`)
  copy = join(folder, 'copies', `${count}.sqlite`)
})

/** A database with the seed in it, open. */
async function seeded () {
  const database = await openDatabase(`file:${path}`)
  await database.migrate()
  const stores = createStores(database)
  const services = createServices(stores, () => new Date(INSTANT))
  await loadSeed(readSeed(), stores, services)
  return { database, services }
}
const rowOf = (month: number) => ({ indicator: 'sygedagpenge-jobafklaring-pct-arbejdsstyrke', area: '0250', period: `${2000 + Math.floor(month / 12)}-${String(month % 12 + 1).padStart(2, '0')}`, value: 1 })

describe('a backup', () => {
  test('holds everything and is read again as it was', async () => {
    const { database, services } = await seeded()
    const before = await services.plans.document(OPERATOR, 'frederikssund-2024')
    const { counts } = backUp(path, copy)
    expect(counts).toMatchObject({ plans: 5, measurements: 165 })
    expect(verify(copy).counts).toEqual(counts)
    await services.measurements.record(OPERATOR, { measurements: [rowOf(1)] })
    await database.close()
    const { earlier } = restore(copy, path, INSTANT)
    const again = await openDatabase(`file:${path}`)
    expect(await again.isCurrent()).toBe(true)
    expect(await createServices(createStores(again), () => new Date(INSTANT)).plans.document(OPERATOR, 'frederikssund-2024')).toEqual(before)
    await again.close()
    expect(verify(path).counts).toEqual(counts)
    expect(verify(earlier!).counts.measurements).toBe(counts.measurements + 1)
  })

  test('is taken while another writes, of one instant: every batch whole or absent', async () => {
    const { database, services } = await seeded()
    // The copy is made in a thread of its own, as the command makes it in a process of its own.
    const code = `import(${JSON.stringify(fileURLToPath(new URL('../../db/sqlite-backup.ts', import.meta.url)))}).then(({ backUp }) => require('node:worker_threads').parentPort.postMessage(backUp(${JSON.stringify(path)}, ${JSON.stringify(copy)})))`
    const worker = new Worker(code, { eval: true })
    const found: ReturnType<typeof backUp>[] = []
    const copied = once(worker, 'message').then(([contents]) => { found.push(contents as ReturnType<typeof backUp>) })
    let batches = 0
    while (found.length === 0 && batches < 20_000) {
      await services.measurements.record(OPERATOR, { measurements: Array.from({ length: 7 }, (_, at) => ({ ...rowOf(at), value: ++batches })) })
      await setImmediate()
    }
    await copied
    await database.close()
    const [{ counts }] = found as [ReturnType<typeof backUp>]
    expect(batches).toBeGreaterThan(0)
    expect((counts.measurements - 165) % 7).toBe(0)
    expect(counts.imports - 1).toBe((counts.measurements - 165) / 7)
  }, 30_000)

  test('never replaces a file, and leaves nothing unfinished', async () => {
    const { database } = await seeded()
    await database.close()
    backUp(path, copy)
    const bytes = readFileSync(copy)
    expect(() => backUp(path, copy)).toThrow(/is there already/)
    expect(readFileSync(copy).equals(bytes)).toBe(true)
    expect(() => backUp(join(folder, 'none.sqlite'), `${copy}.2`)).toThrow(/no database file.*DATABASE_URL/)
    expect(readdirSync(join(folder, 'copies')).filter(name => name.includes('unfinished') || name.endsWith('.2'))).toEqual([])
  })

  test('of a damaged database is refused', async () => {
    const { database } = await seeded()
    await database.close()
    damage(path)
    expect(() => backUp(path, copy)).toThrow()
    expect(existsSync(copy)).toBe(false)
  })
})

describe('what is verified', () => {
  test.each<[string, (file: string) => void]>([
    ['is cut off', file => truncateSync(file, Math.floor(statSync(file).size / 2))],
    ['has pages overwritten', damage],
    ['has a row that names something that is not there', change("delete from plans where id = 'holbaek-2023'")],
    ['lacks an event', change('delete from events where seq = 2')],
    ['lacks the last event', change('delete from events where seq = (select max(seq) from events)')],
    ['lacks all events', change('delete from events')],
    ['is another program\'s', change('pragma application_id = 1')]
  ])('and %s is refused', async (_, spoil) => {
    const { database } = await seeded()
    await database.close()
    backUp(path, copy)
    spoil(copy)
    expect(() => verify(copy)).toThrow(/is no sound database: .*Take another backup/)
    const bytes = readFileSync(path)
    expect(() => restore(copy, path, INSTANT)).toThrow(/is no sound database/)
    expect(readFileSync(path).equals(bytes)).toBe(true)
  })
})

describe('restoring', () => {
  test('is refused while the database is in use', async () => {
    const { database, services } = await seeded()
    backUp(path, copy)
    expect(() => restore(copy, path, INSTANT)).toThrow(/in use: stop the server/)
    expect((await services.measurements.record(OPERATOR, { measurements: [rowOf(3)] })).created).toBe(1)
    await database.close()
  })

  test('puts a sound database where a damaged or no one is, and keeps the damaged one', async () => {
    const { database } = await seeded()
    await database.close()
    const { counts } = backUp(path, copy)
    damage(path)
    const bytes = readFileSync(path)
    const { earlier } = restore(copy, path, INSTANT)
    expect(readFileSync(earlier!).subarray(100).equals(bytes.subarray(100))).toBe(true)
    expect(verify(path).counts).toEqual(counts)
    rmSync(path)
    expect(restore(copy, path, INSTANT)).toMatchObject({ earlier: null, counts })
  })

  test('of a newer version\'s backup is refused', async () => {
    const { database } = await seeded()
    await database.close()
    backUp(path, copy)
    change("insert into applied_migrations values ('9999_later', '2099')")(copy)
    expect(() => restore(copy, path, INSTANT)).toThrow(/newer version.*9999_later/)
  })
})

test('only files are backed up so', () => {
  expect(fileOfUrl('file:data/x.sqlite')).toBe('data/x.sqlite')
  expect(() => fileOfUrl('postgres://a/b')).toThrow(/pg_dump/)
  expect(() => fileOfUrl('file::memory:')).toThrow(/names no file/)
})

/** Overwrites pages in the middle of a file. */
function damage (file: string): void {
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, Buffer.alloc(64 * 1024, 0x5a), 0, 64 * 1024, 128 * 1024)
  closeSync(descriptor)
}

function change (statement: string) {
  return (file: string): void => {
    const connection = new Client(file)
    connection.pragma('foreign_keys = off')
    connection.exec(statement)
    connection.close()
  }
}

test('a file that is not there, or is a folder, is no backup', () => {
  for (const wrong of [join(folder, 'none.sqlite'), folder]) expect(() => verify(wrong)).toThrow(`There is no file ${wrong}.`)
})
