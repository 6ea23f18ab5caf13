import Client from 'better-sqlite3'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { openDatabase } from '../../db/database.ts'
import { CHECKED_AT_ONCE, openFile } from '../../db/sqlite-file.ts'
import { createStores } from '../../db/stores/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'maal-files-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

let path: string
let count = 0
beforeEach(() => { path = join(folder, `${++count}.sqlite`) })

const open = async (name = path) => await openDatabase(`file:${name}`)
/** A database of ours with something in it, closed again. */
async function make (): Promise<void> {
  const database = await open()
  await database.migrate()
  await createStores(database).meta.set('mine', 'yes')
  await database.close()
}
/** What opening is refused with; nothing may have been written to the file. */
async function refusal (name = path): Promise<string> {
  const before = existsSync(name) && statSync(name).isFile() ? readFileSync(name) : undefined
  const message = await open(name).then(() => 'opened', (error: Error) => error.message)
  if (before !== undefined) expect(readFileSync(name).equals(before)).toBe(true)
  return message
}

describe('a file', () => {
  test('is made where there is none, folders too, and opened again', async () => {
    path = join(folder, 'a', 'b', 'new.sqlite')
    await make()
    for (const url of [`file:${path}`, pathToFileURL(path).href]) {
      const database = await openDatabase(url)
      expect(await createStores(database).meta.get('mine')).toBe('yes')
      await database.close()
    }
  })

  test('before a migration it is ours, but not current', async () => {
    await (await open()).close()
    const database = await open()
    expect(await database.isCurrent()).toBe(false)
    await database.close()
  })

  test('that was emptied is refused, with the remedy', async () => {
    await make()
    truncateSync(path)
    expect(await refusal()).toMatch(/is empty.*Restore a backup.*or delete the file/)
  })

  test('that is gone while its last changes lie beside it is refused', async () => {
    writeFileSync(`${path}-wal`, 'changes')
    expect(await refusal()).toMatch(/is gone.*-wal.*Restore the file, or delete/)
    expect(existsSync(path)).toBe(false)
  })

  test('of another program is refused, with the remedy', async () => {
    new Client(path).exec('create table notes (text text)').close()
    expect(await refusal()).toMatch(/not a database of this program.*another path/)
  })

  test('that is no database is refused, with the remedy', async () => {
    writeFileSync(path, 'Kære dagbog, i dag skrev jeg en fil på mere end hundrede tegn, for at den ikke kunne ligne en database. '.repeat(5))
    expect(await refusal()).toMatch(/not a database of this program/)
  })

  test('that is a folder is refused', async () => {
    mkdirSync(path)
    expect(await refusal()).toMatch(/is not a file/)
  })

  test('that is damaged is refused', async () => {
    await make()
    const bytes = readFileSync(path)
    bytes.fill(0xA5, 8_192, 40_960)
    writeFileSync(path, bytes)
    expect(await refusal()).toMatch(/damaged[^]*Restore a backup/)
  })

  test.each<[string, number, number]>([['first page', 100, 4_000], ['second page', 4_096, 4_096], ['middle page', 40 * 4_096, 4_096]])('whose %s is damaged is refused', async (_name, at, length) => {
    await make()
    const bytes = readFileSync(path)
    bytes.fill(0xA5, at, at + length)
    writeFileSync(path, bytes)
    expect(await refusal()).toMatch(/damaged[^]*Restore a backup: npm run restore/)
  })

  test('that was cut short is refused', async () => {
    await make()
    truncateSync(path, 20 * 4_096)
    expect(await refusal()).toMatch(/damaged[^]*Restore a backup/)
  })

  test('whose log is none is refused; one that was never written to is nothing', async () => {
    await make()
    writeFileSync(`${path}-wal`, Buffer.alloc(10_000, 0xA5))
    expect(await refusal()).toMatch(/-wal is damaged.*Restore a backup.*or move .*-wal away/)
    for (const log of [Buffer.alloc(10_000), Buffer.alloc(10, 0xA5)]) {
      writeFileSync(`${path}-wal`, log)
      const database = await open()
      expect(await createStores(database).meta.get('mine')).toBe('yes')
      await database.close()
    }
  })

  test('that is damaged while it is read says what must be done', async () => {
    const database = await open()
    const cause = Object.assign(new Error('database disk image is malformed'), { code: 'SQLITE_CORRUPT_INDEX' })
    expect(database.explain(cause)).toMatchObject({ code: 'unavailable', message: expect.stringMatching(/damaged.*restore a backup/), cause })
    await database.close()
  })

  test('that is large is opened at once, and told of later where it is damaged', async () => {
    await make()
    const client = new Client(path)
    client.prepare('insert into meta (key, value) values (?, zeroblob(?))').run('large', CHECKED_AT_ONCE)
    client.pragma('wal_checkpoint(truncate)')
    client.close()
    const told: Error[] = []
    const openTold = async () => await openDatabase(`file:${path}`, { onDamage: error => { told.push(error) } })
    await (await openTold()).close()
    const bytes = readFileSync(path)
    bytes.fill(0xA5, 8_192, 40_960)
    writeFileSync(path, bytes)
    const database = await openTold()
    try {
      await vi.waitFor(() => { expect(told).toHaveLength(1) }, { timeout: 20_000 })
    } finally {
      await database.close()
    }
    expect(told[0]?.message).toMatch(/damaged[^]*Restore a backup/)
  }, 30_000)

  test.each(['emptied', 'removed', 'replaced'])('that is %s while the program runs fails the check', async how => {
    const database = await open()
    await database.migrate()
    await database.check()
    if (how === 'emptied') truncateSync(path)
    else renameSync(path, `${path}.old`)
    if (how === 'replaced') writeFileSync(path, readFileSync(`${path}.old`))
    await expect(database.check()).rejects.toMatchObject({ code: 'unavailable' })
  })
})

describe('a URL of another kind is refused, with the forms that are right and without its password', () => {
  test.each(['mysql://root:secret@host/db', 'data.sqlite', '', 'file:', 'file:x.sqlite?mode=memory', 'sqlite:x'])('%s', async url => {
    const message = await openDatabase(url).then(() => 'opened', (error: Error) => error.message)
    expect(message).toMatch(/file:path.*file::memory:.*postgres:\/\//)
    expect(message).not.toContain('secret')
  })

  test('a PostgreSQL that does not answer is named without its password', async () => {
    const message = await openDatabase('postgres://user:secret@127.0.0.1:1/maal').then(() => 'opened', (error: Error) => error.message)
    expect(message).toMatch(/127\.0\.0\.1:1\/maal.*ECONNREFUSED/)
    expect(message).not.toContain('secret')
  })
})

test('a commit waits for the disk, unless it is chosen not to', () => {
  const settingOf = (synchronous?: 'full' | 'normal') => {
    const connection = openFile(path, synchronous)
    const setting = connection.pragma('synchronous', { simple: true })
    connection.close()
    return setting
  }
  expect([settingOf(), settingOf('normal'), settingOf('full')]).toEqual([2, 1, 2])
})

test('the settings are those that were chosen', async () => {
  await make()
  const database = await open()
  const of = async (pragma: string) => (await database.query<[unknown]>(`pragma ${pragma}`, []))[0]![0]
  expect(await of('journal_mode')).toBe('wal')
  expect(await of('synchronous')).toBe(2)
  expect(await of('foreign_keys')).toBe(1)
  expect(await of('busy_timeout')).toBeLessThanOrEqual(250)
  const [[measurements]] = await database.query<[string]>("select sql from sqlite_master where name = 'measurements'", []) as [[string]]
  expect(measurements).toMatch(/WITHOUT ROWID/)
  await database.close()
})
