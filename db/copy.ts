import { getTableConfig } from 'drizzle-orm/pg-core'
import { createHash } from 'node:crypto'
import type { Database } from './database.ts'
import { tables } from './schema.postgres.ts'
import type { Statement } from './statements.ts'

/** How many rows of each table were copied. */
export type Copied = Record<string, number>

const ROWS_A_PAGE = 2_000
/** In `meta` while a database is being filled: what is half filled is not served. */
const COPYING = 'copying'

/**
 * Copies everything that a database holds into an empty one, of the same or of the other engine: keys, revisions, audit and events too.
 * Afterwards every row is read back and compared.
 * @param onTable is told of each table as it is copied
 * @throws Error with the remedy, where the schemas are not those of this version, `to` is not empty, or `from` is written to meanwhile
 */
export async function copyDatabase (from: Database, to: Database, onTable: (name: string, rows: number) => void = () => {}): Promise<Copied> {
  if (!await from.isCurrent()) throw new Error('The database to copy from has another schema than this version expects. Run npm run db:migrate for it first.')
  if (!await to.isCurrent()) throw new Error('The database to copy to has another schema than this version expects. Run npm run db:migrate for it first.')
  await requireWhole(from)
  await requireEmpty(to)
  const before = await stateOf(from)
  await to.atomically(() => [{ sql: 'insert into meta (key, value) values (?, ?)', params: [COPYING, 'half filled'] }])
  const copied: Copied = {}
  for (const shape of SHAPES) {
    copied[shape.name] = await copyTable(shape, from, to)
    onTable(shape.name, copied[shape.name]!)
  }
  if (await stateOf(from) !== before) throw new Error(`The database was written to while it was copied, so the copy is not whole. ${REMEDY}`)
  for (const shape of SHAPES) {
    if (await fingerprint(from, shape) !== await fingerprint(to, shape)) throw new Error(`What was copied of ${shape.name} is not what stands there. ${REMEDY}`)
  }
  await to.atomically(() => [{ sql: 'delete from meta where key = ?', params: [COPYING] }])
  return copied
}

/** @throws Error with the remedy, where a copy into this database was begun and not finished */
export async function requireWhole (database: Database): Promise<void> {
  const found = await database.query('select 1 from meta where key = ?', [COPYING])
  if (found.length > 0) throw new Error('A copy into this database was begun and not finished. Empty it, migrate it, and copy again: npm run db:copy')
}

const REMEDY = 'Stop every server that uses either database, empty the one to copy to, and copy again.'

type Shape = { name: string, columns: string[], key: string[] }

/** Every table in the order in which rows may name others. Both engines have the same; drizzle tells keys by engine, so one is asked. */
const SHAPES: readonly Shape[] = Object.values(tables).map(table => {
  const { name, columns, primaryKeys } = getTableConfig(table)
  const key = primaryKeys[0]?.columns ?? columns.filter(column => column.primary)
  return { name, columns: columns.map(column => column.name), key: key.map(column => column.name) }
})

async function requireEmpty (database: Database): Promise<void> {
  for (const { name } of SHAPES) {
    const rows = await database.query<[unknown]>(`select 1 from ${name} limit 1`, [])
    if (rows.length > 0) throw new Error(`The database to copy to is not empty: there is something in ${name}. Give a new one, which was only migrated.`)
  }
}

/** What tells whether a database was written to: the counters of what is numbered. */
const stateOf = async (database: Database): Promise<string> => JSON.stringify(await database.query('select name, last from event_counter order by name', []))

async function copyTable (shape: Shape, from: Database, to: Database): Promise<number> {
  let count = 0
  for await (const rows of pagesOf(from, shape)) {
    await to.atomically(() => inserts(to, shape, rows))
    count += rows.length
  }
  return count
}

function inserts ({ rowsPerInsert }: Database, { name, columns }: Shape, rows: unknown[][]): Statement[] {
  const places = `(${columns.map(() => '?').join(', ')})`
  return Array.from({ length: Math.ceil(rows.length / rowsPerInsert) }, (_, at) => rows.slice(at * rowsPerInsert, (at + 1) * rowsPerInsert)).map(chunk => ({
    sql: `insert into ${name} (${columns.map(quoted).join(', ')}) values ${chunk.map(() => places).join(', ')}`,
    params: chunk.flat()
  }))
}

/** A table's rows page by page, in the order of its key. */
async function * pagesOf (database: Database, { name, columns, key }: Shape): AsyncGenerator<unknown[][]> {
  const order = key.map(quoted).join(', ')
  const places = key.map(column => columns.indexOf(column))
  for (let after: unknown[] | undefined; ;) {
    const where = after === undefined ? '' : `where (${order}) > (${key.map(() => '?').join(', ')})`
    const rows = await database.query(`select ${columns.map(quoted).join(', ')} from ${name} ${where} order by ${order} limit ${ROWS_A_PAGE}`, after ?? [])
    if (rows.length > 0) yield rows
    if (rows.length < ROWS_A_PAGE) return
    after = places.map(place => rows.at(-1)![place])
  }
}

/** A hash of everything in a table; the mark of the copying itself left out. */
async function fingerprint (database: Database, shape: Shape): Promise<string> {
  const hash = createHash('sha256')
  for await (const rows of pagesOf(database, shape)) {
    for (const row of rows) if (shape.name !== 'meta' || row[0] !== COPYING) hash.update(JSON.stringify(row))
  }
  return hash.digest('hex')
}

const quoted = (name: string): string => `"${name}"`
