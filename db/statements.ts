import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Database } from './database.ts'

/**
 * One SQL statement with its parameters. `refused` makes the error that is thrown instead when the statement breaks a constraint; `isNews`
 * says that the list it stands in is told of once it is written, see `onNews` of a database.
 */
export type Statement = { sql: string, params: unknown[], refused?: () => Error, isNews?: boolean }

/** Statements that are written out when their turn comes, so that a very long list is not in the memory whole. It may be asked twice. */
export type Deferred = () => Statement[]

/** What an atomic list is made of: a statement, a drizzle builder that makes one, or some that are written out later. */
export type Planned = Statement | Deferred | { toSQL(): { sql: string, params: unknown[] } }

/** The statements of a list, one by one. */
export function * statementsOf (list: readonly Planned[]): Generator<Statement> {
  for (const planned of list) {
    if (typeof planned === 'function') yield * planned()
    else yield 'toSQL' in planned ? planned.toSQL() : planned
  }
}

/** The same statements, saying what it means when one of them breaks a constraint. */
export const refusedAs = (statements: Statement[], refused: () => Error): Statement[] =>
  statements.map(statement => ({ ...statement, refused }))

/** Multi-row inserts of the rows, as few as the engine likes. Example: `insertRows(database, t.goals, [{ id: 'x.1', … }])` */
export function insertRows<T extends PgTable> (database: Database, table: T, rows: T['$inferInsert'][]): Statement[] {
  return inChunks(database, rows).map(chunk => insertOf(table, chunk, ''))
}

/** As {@link insertRows}, replacing the rows whose primary key is there already. */
export function upsertRows<T extends PgTable> (database: Database, table: T, rows: T['$inferInsert'][]): Statement[] {
  const columns = Object.values(getTableColumns(table))
  const key = columns.filter(column => column.primary).map(column => `"${column.name}"`)
  const changes = columns.filter(column => !column.primary).map(column => `"${column.name}" = excluded."${column.name}"`)
  return inChunks(database, rows).map(chunk => insertOf(table, chunk, ` on conflict (${key.join(', ')}) do update set ${changes.join(', ')}`))
}

/** Makes a prepared statement at its first use: SQLite prepares only what has its tables, and stores may be made before a migration. */
export function once<T> (make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

function insertOf<T extends PgTable> (table: T, rows: T['$inferInsert'][], ending: string): Statement {
  const columns = Object.entries(getTableColumns(table))
  const names = columns.map(([, column]) => `"${column.name}"`)
  const places = `(${names.map(() => '?').join(', ')})`
  const params: unknown[] = []
  for (const row of rows as Record<string, unknown>[]) {
    for (const [property] of columns) params.push(row[property] ?? null)
  }
  return { sql: `insert into "${getTableName(table)}" (${names.join(', ')}) values ${rows.map(() => places).join(', ')}${ending}`, params }
}

function inChunks<Row> (database: Database, rows: Row[]): Row[][] {
  const chunks: Row[][] = []
  for (let at = 0; at < rows.length; at += database.rowsPerInsert) chunks.push(rows.slice(at, at + database.rowsPerInsert))
  return chunks
}
