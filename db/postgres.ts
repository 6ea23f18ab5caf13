import { DrizzleQueryError, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { AppError } from '../src/domain/errors.ts'
import type { Database, DatabaseOptions, Drizzle } from './database.ts'
import { APPLIED, APPLY, MIGRATIONS_TABLE, pendingMigrations, readMigrations } from './migrations.ts'
import { tables } from './schema.postgres.ts'
import { type Planned, type Statement, statementsOf } from './statements.ts'

const MIGRATIONS = readMigrations('postgres')
// Any number of ours: whoever migrates holds the advisory lock of this one.
const MIGRATION_LOCK = 0x4D4F5046
/** Likewise: whoever fills a new database. */
const FILLING_LOCK = MIGRATION_LOCK + 1
const TRIES = 3

/** Opens a pool of connections to PostgreSQL. @throws Error where the server cannot be reached or refuses */
export async function openPostgres (url: string, { poolSize = 10 }: DatabaseOptions): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    keepAlive: true,
    application_name: 'maalopfoelgning',
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    query_timeout: 35_000,
    idle_in_transaction_session_timeout: 60_000
  })
  // A connection that breaks is replaced by the pool, and its query fails; without listeners it would end the program, idle or in use.
  pool.on('error', () => {})
  pool.on('connect', client => { client.on('error', () => {}) })
  let statements = 0
  const db: Drizzle = drizzle({ client: pool, logger: { logQuery: () => { statements++ } } })

  async function run (client: pg.Pool | pg.PoolClient, { sql: text, params, refused }: Statement): Promise<void> {
    statements++
    try {
      await client.query({ text: numbered(text), values: params })
    } catch (error) {
      throw refused !== undefined && codeOf(error).startsWith('23') ? refused() : error
    }
  }

  async function inTransaction (client: pg.PoolClient, list: Planned[]): Promise<void> {
    await client.query('begin')
    try {
      for (const statement of statementsOf(list)) await run(client, statement)
      await client.query('commit')
    } catch (error) {
      await rollBack(client)
      throw error
    }
  }

  async function query<Row extends unknown[]> (text: string, params: unknown[]): Promise<Row[]> {
    statements++
    return (await pool.query<Row>({ text: numbered(text), values: params, rowMode: 'array' })).rows
  }

  async function atomically (list: Planned[]): Promise<void> {
    const only = list.length === 1 && typeof list[0] !== 'function' ? statementsOf(list).next().value : undefined
    for (let tries = 1; ; tries++) {
      try {
        return only === undefined ? await withClient(pool, async client => { await inTransaction(client, list) }) : await run(pool, only)
      } catch (error) {
        if (tries === TRIES || !UNLUCKY.has(codeOf(error))) throw error
      }
    }
  }

  async function check (): Promise<void> {
    try {
      await pool.query({ text: 'select 1', query_timeout: 2_000 } as pg.QueryConfig)
    } catch (error) {
      throw unavailable(error)
    }
  }

  try {
    await withClient(pool, async client => { await client.query('select 1') })
  } catch (error) {
    await pool.end()
    throw new Error(`PostgreSQL does not answer at ${hostOf(url)}: ${messageOf(error)}. Is it running, and is DATABASE_URL right?`, { cause: error })
  }

  return {
    dialect: 'postgres',
    db,
    tables,
    rowsPerInsert: 1_000,
    query,
    atomically: async plan => { await atomically(plan(db)) },
    // Arrays, since the planner looks at their length: few keys then become few walks along an index.
    keyRows: (columns, rows) => ({
      sql: `(select (r.place - 1)::int as k, ${columns.join(', ')} from unnest(${columns.map(() => '?::text[]').join(', ')}) with ordinality as r (${columns.join(', ')}, place))`,
      params: columns.map((_, at) => rows.map(row => row[at]))
    }),
    oneOf: (column, values) => values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = any(${sql.param(values)})`,
    textIn: (column, ...path) => sql<string | null>`${column}::json #>> ${sql.param(path)}`,
    explain,
    migrate: async () => { await withClient(pool, migrate) },
    isCurrent: async () => await withClient(pool, async client => (await applied(client)).join() === MIGRATIONS.map(({ tag }) => tag).join()),
    alone: async work => await withClient(pool, async client => await alone(client, work)),
    check,
    countStatements: () => statements,
    close: async () => { await pool.end() }
  }
}

// The error that led here says more than that the connection is gone as well.
const rollBack = async (client: pg.PoolClient): Promise<unknown> => await client.query('rollback').catch(() => {})

// The lock ends with the transaction. Another that migrates at the same time waits, and then finds nothing to do.
async function migrate (client: pg.PoolClient): Promise<void> {
  const once = async (text: string, ...params: unknown[]) => { await client.query({ text: numbered(text), values: params }) }
  await once('begin')
  try {
    await once('set local statement_timeout = 0')
    await once('select pg_advisory_xact_lock(?)', MIGRATION_LOCK)
    await once(MIGRATIONS_TABLE)
    for (const { tag, statements } of pendingMigrations(MIGRATIONS, await applied(client))) {
      for (const statement of statements) await client.query(statement)
      await once(APPLY, tag)
    }
    await once('commit')
  } catch (error) {
    await rollBack(client)
    throw error
  }
}

// The lock belongs to the connection, so it ends with the process too.
async function alone<T> (client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query('select pg_advisory_lock($1)', [FILLING_LOCK])
  try {
    return await work()
  } finally {
    await client.query('select pg_advisory_unlock($1)', [FILLING_LOCK])
  }
}

async function applied (client: pg.PoolClient): Promise<string[]> {
  const { rows: [table] } = await client.query<{ name: string | null }>("select to_regclass('applied_migrations') as name")
  if (table?.name == null) return []
  return (await client.query<{ tag: string }>(APPLIED)).rows.map(({ tag }) => tag)
}

// A connection is used again only where the server itself refused something; after anything else nobody knows what state it is in.
async function withClient<T> (pool: pg.Pool, use: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    const result = await use(client)
    client.release()
    return result
  } catch (error) {
    client.release(!(error instanceof AppError || error instanceof pg.DatabaseError))
    throw error
  }
}

const numberedTexts = new Map<string, string>()

/** The text with $1, $2 … for each `?`. No statement of ours has a question mark of another kind. */
function numbered (text: string): string {
  const known = numberedTexts.get(text)
  if (known !== undefined) return known
  let place = 0
  const made = text.replace(/\?/g, () => `$${++place}`)
  if (numberedTexts.size >= 300) numberedTexts.clear()
  numberedTexts.set(text, made)
  return made
}

// Serialization failure and deadlock: nothing was written, and the list can simply run again.
const UNLUCKY = new Set(['40001', '40P01'])
// Lost connections, a server that shuts down, starts up, is full, only reads (a standby) or takes too long.
const TEMPORARY = /^(08|53|57|25006|40001|40P01|55P03|E(CONN|PIPE|HOST|NET|NOTFOUND|TIMEDOUT|AI_AGAIN))/
const TEMPORARY_TEXT = /timeout|timed out|terminated|not queryable|Cannot use a pool/i

function explain (error: unknown): unknown {
  const cause = error instanceof DrizzleQueryError ? error.cause : error
  if (cause instanceof AppError) return cause
  if (['22021', '22P05'].includes(codeOf(cause))) return Object.assign(new AppError('invalid_request', 'A text holds the character U+0000, which cannot be stored. Leave it out.'), { cause })
  if (codeOf(cause) === '53100') return Object.assign(new AppError('storage_full', 'The disk of the database is full, so nothing was written. Whoever runs the server must make room; reads are answered meanwhile.'), { cause })
  const isTemporary = TEMPORARY.test(codeOf(cause)) || (!(cause instanceof pg.DatabaseError) && TEMPORARY_TEXT.test(messageOf(cause)))
  return isTemporary ? unavailable(cause) : error
}

const codeOf = (error: unknown): string => String((error as { code?: string } | null)?.code)

const messageOf = (error: unknown): string =>
  error instanceof AggregateError ? error.errors.map(messageOf).join('; ') : error instanceof Error ? error.message : String(error)

const unavailable = (cause: unknown): AppError =>
  Object.assign(new AppError('unavailable', 'The database cannot answer right now. Try again in a moment.'), { cause })

/** Host and database only: the password of a URL is never shown. */
function hostOf (url: string): string {
  const { host, pathname } = URL.canParse(url) ? new URL(url) : { host: 'the address in DATABASE_URL', pathname: '' }
  return `${host}${pathname}`
}
