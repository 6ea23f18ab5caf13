import Client, { type Database as Connection } from 'better-sqlite3'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { APPLIED, readMigrations } from './migrations.ts'
import { APPLICATION_ID } from './sqlite-file.ts'

/** What a verified file holds: how many rows of what matters most, and the migrations that it has had. */
export type Contents = { migrations: string[], counts: Record<typeof COUNTED[number], number> }

const COUNTED = ['plans', 'targets', 'measurements', 'imports', 'events', 'audit', 'keys'] as const
/** What is numbered without gaps, so that a lost row shows. */
const NUMBERED = ['events', 'audit'] as const

/**
 * Copies a database into a new file, whole and as of one instant, while others write to it. The copy has been verified and is on the
 * disk when this returns; until then it stands under another name.
 * @returns what the copy holds
 * @throws Error with the remedy, where the copy would replace a file or does not pass {@link verify}
 */
export function backUp (path: string, copy: string): Contents {
  if (existsSync(copy)) throw new Error(`${copy} is there already, and a backup never replaces a file. Give another name.`)
  if (!existsSync(path)) throw new Error(`There is no database file ${path} to back up: DATABASE_URL says where it is.`)
  mkdirSync(dirname(copy), { recursive: true })
  const unfinished = `${copy}.unfinished`
  rmSync(unfinished, { force: true })
  try {
    const connection = new Client(path, { readonly: true, fileMustExist: true, timeout: 10_000 })
    try {
      connection.prepare('vacuum into ?').run(unfinished)
    } finally {
      connection.close()
    }
    const contents = verify(unfinished)
    intoPlace(unfinished, copy)
    return contents
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/**
 * Reads a whole file and looks whether it is a sound database of ours: every page, every key that names another row, every number of
 * what is numbered.
 * @throws Error that says what is wrong
 */
export function verify (path: string): Contents {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) throw new Error(`There is no file ${path}.`)
  const connection = new Client(path, { readonly: true, fileMustExist: true, timeout: 10_000 })
  try {
    if (connection.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw new Error('it is not a database of this program')
    const faults = connection.pragma('integrity_check(3)') as { integrity_check: string }[]
    if (faults[0]?.integrity_check !== 'ok') throw new Error(faults.map(fault => fault.integrity_check).join('; '))
    const orphans = connection.pragma('foreign_key_check') as { table: string }[]
    if (orphans.length > 0) throw new Error(`${orphans.length} rows of ${orphans[0]!.table} name something that is not there`)
    return contentsOf(connection)
  } catch (error) {
    throw new Error(`${path} is no sound database: ${error instanceof Error ? error.message : String(error)}. Take another backup.`, { cause: error })
  } finally {
    connection.close()
  }
}

/**
 * Puts a backup where the database is. What was there is kept beside it, under a name that ends in `.before-restore` and the instant.
 * @param instant now, as RFC 3339
 * @returns what the database holds now, and where the earlier one is; null where there was none
 * @throws Error with the remedy, where the backup is not sound, is of a newer version, or the database is in use
 */
export function restore (backup: string, path: string, instant: string): Contents & { earlier: string | null } {
  const contents = verify(backup)
  const known = new Set(readMigrations('sqlite').map(({ tag }) => tag))
  const newer = contents.migrations.filter(tag => !known.has(tag))
  if (newer.length > 0) throw new Error(`${backup} was made by a newer version of the program (it has ${newer.join(', ')}). Restore it with that version.`)
  const earlier = existsSync(path) ? `${path}.before-restore-${instant.replace(/[:.]/g, '')}` : null
  if (earlier !== null) refuseWhereUsed(path)
  mkdirSync(dirname(path), { recursive: true })
  const unfinished = join(dirname(path), `.${basename(path)}.unfinished`)
  rmSync(unfinished, { force: true })
  const connection = new Client(backup, { readonly: true, fileMustExist: true })
  try {
    connection.prepare('vacuum into ?').run(unfinished)
  } finally {
    connection.close()
  }
  for (const rest of ['', '-wal', '-shm']) if (earlier !== null && existsSync(path + rest)) renameSync(path + rest, earlier + rest)
  intoPlace(unfinished, path)
  return { ...contents, earlier }
}

function contentsOf (connection: Connection): Contents {
  const count = (table: string): number => connection.prepare(`select count(*) from ${table}`).pluck().get() as number
  for (const name of NUMBERED) {
    const written = (connection.prepare('select last from event_counter where name = ?').pluck().get(name) ?? 0) as number
    const [first, last] = connection.prepare(`select min(seq), max(seq) from ${name}`).raw().get() as [number | null, number | null]
    if ((last ?? 0) !== written || (first !== null && count(name) !== written - first + 1)) throw new Error(`${name} were numbered up to ${written}, and not all of them are there`)
  }
  return {
    migrations: connection.prepare(APPLIED).pluck().all() as string[],
    counts: Object.fromEntries(COUNTED.map(table => [table, count(table)])) as Contents['counts']
  }
}

/** Leaving the write-ahead log takes the file for oneself alone, so it fails while a server has it open. A damaged file tells nothing. */
function refuseWhereUsed (path: string): void {
  let connection: Connection | undefined
  try {
    connection = new Client(path, { fileMustExist: true, timeout: 500 })
    connection.pragma('journal_mode = delete')
  } catch (error) {
    if (String((error as { code?: string }).code).startsWith('SQLITE_BUSY')) throw new Error(`The database ${path} is in use: stop the server first.`, { cause: error })
  } finally {
    connection?.close()
  }
}

/** Gives a file its name once all of it is on the disk. */
function intoPlace (unfinished: string, path: string): void {
  synced(unfinished)
  renameSync(unfinished, path)
  synced(dirname(path))
}

function synced (path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
