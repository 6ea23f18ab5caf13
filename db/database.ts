import type { AnyColumn, SQL } from 'drizzle-orm'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { fileURLToPath } from 'node:url'
import type { News } from './news.ts'
import type { OnReplica, Reads } from './reads.ts'
import type { Planned } from './statements.ts'
import type { OnStatement } from './timing.ts'
import type { Tables } from './tables.ts'

/** The query builder. PostgreSQL's type is the canonical one, see schema.sqlite.ts. */
export type Drizzle = NodePgDatabase

export type DatabaseOptions = {
  /** PostgreSQL: the most connections held at once. Default 10. */
  poolSize?: number
  /** SQLite: is told, some time after, that a large file turned out to be damaged; a small one is refused at once. Unless given, large files are not looked through. */
  onDamage?: (error: Error) => void
  /** PostgreSQL: copies of the database that reads may come from, as `postgres://…`. */
  replicas?: readonly string[]
  /** Is told when a copy is left out and when it is used again. */
  onReplica?: OnReplica
  /** SQLite: how long a write waits for another process to release the file, without stopping this one. Default 2,000 ms. */
  patienceMs?: number
  /** SQLite: `normal` does not wait for the disk at each commit, so that a power cut may take the last ones; the file stays sound. Default `full`. */
  synchronous?: 'full' | 'normal'
  /** Is told of each statement and its time, where it ran: for metrics and traces. */
  onStatement?: OnStatement
}

/**
 * An open database. Reads go through `db` or `query`, every write through `atomically`: on SQLite `db` reads on a connection of its own
 * and refuses to write. What differs between the engines is in sqlite.ts and postgres.ts; callers never ask which.
 */
export type Database = {
  readonly dialect: 'sqlite' | 'postgres'
  readonly db: Drizzle
  readonly tables: Tables
  /** The most rows that one multi-row insert should hold. */
  readonly rowsPerInsert: number
  /** Runs hand-written SQL with `?` for parameters; rows come as arrays. Prepared once per text on SQLite. */
  query<Row extends unknown[]>(sql: string, params: unknown[]): Promise<Row[]>
  /**
   * Runs a list of statements, planned before the first one runs, in order, all or nothing. `q` only builds.
   * Example: `database.atomically(q => [q.delete(t.keys).where(eq(t.keys.id, id)), ...insertRows(database, t.keys, [key])])`
   */
  atomically(plan: (q: Drizzle) => Planned[]): Promise<void>
  /** A from-item with one row for each of `rows`: `k` (its place, from 0), then the named columns. Its text does not depend on how many they are. */
  keyRows(columns: string[], rows: string[][]): { sql: string, params: unknown[] }
  /** Whether the column has one of the values: one parameter, however many they are. One value is compared with as such, so that an index serves what it is sorted by. */
  oneOf(column: AnyColumn, values: readonly string[]): SQL
  /** Ends a select whose rows are to be changed, so that those are left out which another is changing now; empty on SQLite, where one write waits for the other. */
  readonly skipLocked: string
  /** A text inside what a JSON column holds, by the names of the members on the way to it; null where it is not there. */
  textIn(column: AnyColumn, ...path: string[]): SQL<string | null>
  /** What an error of the driver means to a caller: `unavailable` where the database cannot answer now, otherwise the error itself. */
  explain(error: unknown): unknown
  /** Brings the schema to what the code expects; nothing happens where it is there already. */
  migrate(): Promise<void>
  /** Whether the schema is the one the code expects, neither older nor newer. */
  isCurrent(): Promise<boolean>
  /** Does something that only one instance may do at a time, such as filling a new database: the others wait. On SQLite there is only one. */
  alone<T>(work: () => Promise<T>): Promise<T>
  /** Throws `unavailable` where the database does not answer; quick, for readiness. */
  check(): Promise<void>
  /** A number that is another once anything was committed, by whatever process: cheaper than any statement. Null where there is none. */
  stamp(): number | null
  /** How many statements have run so far (transactions' begin and commit not counted). */
  countStatements(): number
  /** How many connections work now, and how many pieces of work wait for one; on SQLite it is writes, of which one runs at a time. */
  load(): { used: number, waiting: number }
  /** How the reads of a request are spread over copies of the database; null where there are none. */
  readonly reads: Reads | null
  /**
   * Tells when events or entries of the audit trail were written: at once where this process wrote them, soon where another did and
   * `hearsOthers()`. Some may go untold (a connection breaks, a pooler swallows it), so whoever waits for it looks by itself from time to time too.
   * @returns what ends it
   */
  onNews(listener: (news: News) => void): () => void
  /** Whether what other processes write is told too, as far as is known now. On SQLite it never is. */
  hearsOthers(): boolean
  /** Waits for the writes under way, then closes. */
  close(): Promise<void>
}

/**
 * Opens the database that a URL names, without migrating it.
 * @param url `file:data/maal.sqlite`, `file::memory:` or `postgres://user:password@host:5432/name`
 * @throws Error with the remedy, where the URL is of another kind, a file is not ours, was emptied or is damaged
 */
export async function openDatabase (url: string, options: DatabaseOptions = {}): Promise<Database> {
  if (/^postgres(ql)?:\/\//.test(url)) return (await import('./postgres.ts')).openPostgres(url, options)
  if (url === 'file::memory:') return (await import('./sqlite.ts')).openSqlite(':memory:', options)
  if (/^file:[^?#]+$/.test(url)) return (await import('./sqlite.ts')).openSqlite(pathOf(url), options)
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0]
  throw new Error(`DATABASE_URL ${scheme === undefined ? 'names no kind of database' : `begins with ${scheme}`}. Write file:path/to/data.sqlite (a SQLite file), file::memory: (SQLite, gone when the program ends) or postgres://user:password@host:5432/name (PostgreSQL).`)
}

/**
 * The path of the SQLite file that a URL names.
 * @throws Error with the remedy, where it names a server or a database in memory: those are backed up otherwise
 */
export function fileOfUrl (url: string): string {
  if (/^postgres(ql)?:\/\//.test(url)) throw new Error('DATABASE_URL names a PostgreSQL server, which has its own programs for this: pg_dump --format=custom writes a backup while others write, pg_restore reads it.')
  if (url === 'file::memory:' || !/^file:[^?#]+$/.test(url)) throw new Error('DATABASE_URL names no file. Write file:path/to/data.sqlite.')
  return pathOf(url)
}

const pathOf = (url: string): string => url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length)
