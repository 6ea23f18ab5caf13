import Client, { type Database as Connection } from 'better-sqlite3'
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

/** A file up to so many bytes is read through for damage before it is used; of a larger one that would keep the server from starting. */
export const CHECKED_AT_ONCE = 32 * 1024 * 1024

/** 'MOPF' in ASCII, in the header of every file of ours (PRAGMA application_id). */
export const APPLICATION_ID = 0x4D4F5046

/**
 * Opens a SQLite file for writing, making it where there is none. A file that is there is never taken for a new one.
 * @throws Error with the remedy: an emptied file, another program's file, a damaged one
 */
export function openFile (path: string, synchronous: 'full' | 'normal' = 'full'): Connection {
  const connection = openOrCreate(path)
  connection.pragma(`synchronous = ${synchronous}`)
  // What a savepoint may have to undo is then no file, for which a read-only file system has no place.
  connection.pragma('temp_store = memory')
  return connection
}

function openOrCreate (path: string): Connection {
  const file = statSync(path, { throwIfNoEntry: false })
  if (file === undefined) return createFile(path)
  if (!file.isFile()) throw new Error(`The database ${path} is not a file. Give DATABASE_URL the path of a file: file:${path}/data.sqlite`)
  if (file.size === 0) throw new Error(`The database file ${path} is empty: its contents are gone, or a first start was cut off. Restore a backup (npm run restore), or delete the file to start anew.`)
  requireLog(`${path}-wal`)
  const connection = new Client(path, { fileMustExist: true })
  try {
    if (connection.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw new Error(foreign(path))
    connection.pragma('busy_timeout = 50')
    const verdict = file.size > CHECKED_AT_ONCE ? SOUND : connection.pragma('quick_check(1)', { simple: true })
    if (verdict !== SOUND) throw damaged(path, verdict)
    connection.pragma('shrink_memory')
    return prepared(connection)
  } catch (error) {
    connection.close()
    throw named(path, error)
  }
}

/** A second connection to a file that is open already, which can only read. */
export function openReader (path: string): Connection {
  const connection = prepared(new Client(path, { fileMustExist: true }))
  connection.pragma('busy_timeout = 100')
  connection.pragma('query_only = on')
  return connection
}

/** Moves what is in the log of a file into the file, in another thread. */
export async function checkpointElsewhere (path: string): Promise<void> {
  await once(new Worker(new URL('./sqlite-checkpoint.ts', import.meta.url), { workerData: path }), 'exit')
}

/**
 * Reads a whole file through for damage, in another process, which can be ended at any time.
 * @param onDamage is told what is wrong; nobody is where the file is sound
 * @returns what ends it
 */
export function checkElsewhere (path: string, onDamage: (error: Error) => void): () => void {
  const child = execFile(process.execPath, [fileURLToPath(new URL('./sqlite-check.ts', import.meta.url)), path], (_error, verdict) => {
    // One that was ended has said nothing.
    if (verdict !== '' && verdict !== SOUND) onDamage(damaged(path, verdict))
  })
  return () => { child.kill('SIGKILL') }
}

/** A database that lives as long as its connection. */
export const openMemory = (): Connection => prepared(new Client(':memory:'))

function createFile (path: string): Connection {
  for (const rest of [`${path}-wal`, `${path}-journal`]) {
    if (existsSync(rest)) throw new Error(`The database file ${path} is gone, but ${rest} is there and may hold its last changes. Restore the file, or delete ${rest} to start anew.`)
  }
  mkdirSync(dirname(path), { recursive: true })
  const connection = new Client(path)
  connection.pragma(`application_id = ${APPLICATION_ID}`)
  return prepared(connection)
}

// busy_timeout is short because the wait stops the whole program; the writer waits longer on its own, without stopping it.
function prepared (connection: Connection): Connection {
  connection.pragma('busy_timeout = 10')
  connection.pragma('journal_mode = wal')
  connection.pragma('synchronous = full')
  connection.pragma('foreign_keys = on')
  // Of pages (4 KB each) the system keeps more, for all connections: in KB.
  connection.pragma('cache_size = -4000')
  return connection
}

/** SQLite passes over a log that is none, and with it the last changes. One that a crash has cut short was never written to, or begins as it should. */
function requireLog (path: string): void {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) < LOG_HEADER) return
  const descriptor = openSync(path, 'r')
  const header = Buffer.alloc(4)
  readSync(descriptor, header)
  closeSync(descriptor)
  if (![0, 0x377F0682, 0x377F0683].includes(header.readUInt32BE())) throw new Error(`${path} is damaged, and may have held the last changes. Restore a backup (npm run restore -- <backup>), or move ${path} away to go on without them.`)
}

const LOG_HEADER = 32
const SOUND = 'ok'

const damaged = (path: string, verdict: unknown): Error =>
  new Error(`The database file ${path} is damaged (${String(verdict)}). Restore a backup: npm run restore -- <backup>.`)

const foreign = (path: string): string =>
  `The file ${path} is not a database of this program, so it is left alone. Give DATABASE_URL another path, or restore a backup there.`

function named (path: string, error: unknown): unknown {
  const code = (error as { code?: string }).code
  if (code === 'SQLITE_NOTADB') return new Error(foreign(path), { cause: error })
  if (code === 'SQLITE_CORRUPT') return new Error(`The database file ${path} is damaged. Restore a backup: npm run restore -- <backup>.`, { cause: error })
  return error
}
