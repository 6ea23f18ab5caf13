import type { Database as Connection } from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { statSync } from 'node:fs'
import { AppError } from '../src/domain/errors.ts'
import type { Database, DatabaseOptions, Drizzle } from './database.ts'
import { APPLIED, APPLY, MIGRATIONS_TABLE, pendingMigrations, readMigrations } from './migrations.ts'
import { createAudience, isNews } from './news.ts'
import { tables } from './schema.sqlite.ts'
import { CHECKED_AT_ONCE, checkElsewhere, checkpointElsewhere, openFile, openMemory, openReader } from './sqlite-file.ts'
import { createWriter } from './sqlite-writer.ts'
import type { Statement } from './statements.ts'
import { type OnStatement, type Runnable, timed } from './timing.ts'

const MIGRATIONS = readMigrations('sqlite')
const TEMPORARY = /^SQLITE_(BUSY|LOCKED|IOERR|CANTOPEN)/
const DAMAGED = /^SQLITE_(CORRUPT|NOTADB)/

/** Opens a SQLite file, or `:memory:`. Files have two connections: one that writes, one that reads meanwhile. */
export function openSqlite (path: string, { patienceMs = 2_000, synchronous = 'full', onStatement, onDamage }: DatabaseOptions): Database {
  const isFile = path !== ':memory:'
  const writing = isFile ? openFile(path, synchronous) : openMemory()
  const reading = isFile ? openReader(path) : writing
  const file = isFile ? statSync(path) : undefined
  const stopCheck = onDamage !== undefined && file !== undefined && file.size > CHECKED_AT_ONCE ? checkElsewhere(path, onDamage) : undefined
  const toRead = prepareOnce(reading, onStatement)
  const toReadForDrizzle = prepareOnce(reading, onStatement)
  const toWrite = prepareOnce(writing, onStatement)
  const audience = createAudience()
  const dataVersion = isFile ? reading.prepare<[], number>('pragma data_version').pluck() : null
  let statements = 0

  const db = drizzle({ client: { prepare: toReadForDrizzle } as unknown as Connection, logger: { logQuery: () => { statements++ } } }) as unknown as Drizzle
  const writer = createWriter(writing, { readersElsewhere: isFile, patienceMs, run, checkpoint: () => checkpointElsewhere(path) })

  function run ({ sql, params, refused }: Statement): void {
    statements++
    try {
      toWrite(sql).run(...params)
    } catch (error) {
      throw refused !== undefined && codeOf(error).startsWith('SQLITE_CONSTRAINT') ? refused() : error
    }
  }

  async function query<Row extends unknown[]> (text: string, params: unknown[]): Promise<Row[]> {
    statements++
    return toRead(text).raw().all(...params) as Row[]
  }

  async function check (): Promise<void> {
    const now = isFile ? statSync(path, { throwIfNoEntry: false }) : undefined
    if (now?.ino !== file?.ino || now?.size === 0) throw new AppError('unavailable', 'The database file was removed, replaced or emptied while the program ran. Restart it.')
    await query('select 1', [])
  }

  return {
    dialect: 'sqlite',
    db,
    tables,
    rowsPerInsert: 100,
    query,
    atomically: async plan => {
      const list = plan(db)
      await writer.write(list)
      if (isNews(list)) audience.tell({ isOwn: true })
    },
    keyRows: (columns, rows) => ({
      sql: `(select key as k, ${columns.map((name, at) => `value ->> ${at} as ${name}`).join(', ')} from json_each(?))`,
      params: [JSON.stringify(rows)]
    }),
    oneOf: (column, values) => values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} in (select value from json_each(${JSON.stringify(values)}))`,
    skipLocked: '',
    textIn: (column, ...path) => sql<string | null>`${column} ->> ${`$.${path.join('.')}`}`,
    explain,
    migrate: async () => { await writer.idle(); migrate(writing) },
    isCurrent: async () => applied(reading).join() === MIGRATIONS.map(({ tag }) => tag).join(),
    alone: async work => await work(),
    check,
    // It tells what other connections committed, and all writes go by another.
    stamp: () => dataVersion?.get() ?? null,
    countStatements: () => statements,
    reads: null,
    onNews: audience.add,
    hearsOthers: () => false,
    load: writer.load,
    close: async () => {
      stopCheck?.()
      await writer.idle()
      reading.close()
      writing.close()
    }
  }
}

// Foreign keys are off while tables may be made anew (the pragma does nothing inside a transaction), and looked at before the commit.
// Nothing is served yet, so another that migrates the same file may be waited for here.
function migrate (connection: Connection): void {
  const patience = connection.pragma('busy_timeout', { simple: true }) as number
  connection.pragma('busy_timeout = 10000')
  connection.pragma('foreign_keys = off')
  try {
    connection.transaction(() => {
      connection.exec(MIGRATIONS_TABLE)
      const pending = pendingMigrations(MIGRATIONS, applied(connection))
      if (pending.length === 0) return
      for (const { tag, statements } of pending) {
        for (const statement of statements) connection.exec(statement)
        connection.prepare(APPLY).run(tag)
      }
      const broken = connection.pragma('foreign_key_check') as unknown[]
      if (broken.length > 0) throw new Error(`The migration would leave ${broken.length} rows that name something that is not there, so nothing was changed.`)
    }).immediate()
  } finally {
    connection.pragma('foreign_keys = on')
    connection.pragma(`busy_timeout = ${patience}`)
  }
}

function applied (connection: Connection): string[] {
  const isThere = connection.prepare("select 1 from sqlite_master where type = 'table' and name = 'applied_migrations'").get() !== undefined
  return isThere ? connection.prepare(APPLIED).pluck().all() as string[] : []
}

/** Keeps the statements that were prepared last, at most 300: texts that vary cannot fill the memory. */
function prepareOnce (connection: Connection, onStatement?: OnStatement): (text: string) => Runnable {
  const known = new Map<string, Runnable>()
  return text => {
    const prepared = known.get(text) ?? timed(connection.prepare(text), text, onStatement)
    if (!known.has(text)) {
      if (known.size >= 300) known.delete(known.keys().next().value!)
      known.set(text, prepared)
    }
    return prepared
  }
}

/** What an error of the driver means to a caller. */
function explain (error: unknown): unknown {
  const code = codeOf(error)
  if (code === 'SQLITE_FULL') return refused('storage_full', 'The disk of the database is full, so nothing was written. Whoever runs the server must make room; reads are answered meanwhile.', error)
  if (code.startsWith('SQLITE_READONLY')) return refused('unavailable', 'The database can only be read right now, so nothing was written. Whoever runs the server must make its file writable.', error)
  if (DAMAGED.test(code)) return refused('unavailable', 'The database file is damaged, so this could not be answered. Whoever runs the server must restore a backup: npm run restore.', error)
  return TEMPORARY.test(code) ? refused('unavailable', 'The database cannot answer right now. Try again in a moment.', error) : error
}

const codeOf = (error: unknown): string => String((error as { code?: string } | null)?.code)

const refused = (code: 'unavailable' | 'storage_full', message: string, cause: unknown): AppError => Object.assign(new AppError(code, message), { cause })
