import { DrizzleQueryError, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { AppError } from '../src/domain/errors.ts'
import type { Database, DatabaseOptions, Drizzle } from './database.ts'
import { APPLIED, APPLY, MIGRATIONS_TABLE, pendingMigrations, readMigrations } from './migrations.ts'
import { createAudience, isNews } from './news.ts'
import { createListener } from './postgres-news.ts'
import { createReader, numbered } from './postgres-prepared.ts'
import { createReplicas } from './postgres-replicas.ts'
import { tables } from './schema.postgres.ts'
import { type Planned, type Statement, statementsOf } from './statements.ts'
import { timing } from './timing.ts'

const MIGRATIONS = readMigrations('postgres')
// Any number of ours: whoever migrates holds the advisory lock of this one.
const MIGRATION_LOCK = 0x4D4F5046
/** Likewise: whoever fills a new database. */
const FILLING_LOCK = MIGRATION_LOCK + 1
const TRIES = 3
/** A step of a migration may take long: 24 days, the longest that a timer can wait. */
const MIGRATING = { query_timeout: 2 ** 31 - 1 }

/** Of every connection; times in milliseconds. */
const SETTINGS = {
  keepAlive: true,
  application_name: 'maalopfoelgning',
  connectionTimeoutMillis: 5_000,
  statement_timeout: 30_000,
  query_timeout: 35_000,
  idle_in_transaction_session_timeout: 60_000
} satisfies pg.PoolConfig
/** What a replica does not answer in this time is asked of the primary. */
const OF_REPLICAS = { connectionTimeoutMillis: 2_000, statement_timeout: 5_000, query_timeout: 5_000 } satisfies pg.PoolConfig

/** Opens a pool of connections to PostgreSQL. @throws Error where the server cannot be reached or refuses */
export async function openPostgres (url: string, { poolSize = 10, onStatement, replicas: replicaUrls = [], onReplica }: DatabaseOptions): Promise<Database> {
  const config = { ...SETTINGS, connectionString: url, max: poolSize }
  const pool = openPool(config)
  const audience = createAudience()
  const listener = createListener({ config, send: async (text, values) => await pool.query(text, values), onOthers: () => { audience.tell({ isOwn: false }) } })
  const servers = replicaUrls.map(replica => ({ host: hostOf(replica), pool: openPool({ ...config, ...OF_REPLICAS, connectionString: replica }) }))
  const replicas = servers.length === 0 ? null : createReplicas({ primary: pool, servers, onReplica })
  const reader = createReader(replicas?.query ?? (async (query, params) => await pool.query(query, params)))
  let statements = 0
  const timed = timing(onStatement)
  // What drizzle builds comes by here, and nothing else.
  const client = { query: (query: pg.QueryConfig, params: unknown[]) => timed(query.text, () => reader.run(query, params)) } as unknown as pg.Pool
  const db: Drizzle = drizzle({ client, logger: { logQuery: () => { statements++ } } })

  async function run (client: pg.PoolClient, { sql: text, params, refused }: Statement): Promise<void> {
    statements++
    try {
      await timed(text, () => client.query({ text: numbered(text), values: params }))
    } catch (error) {
      throw refused !== undefined && codeOf(error).startsWith('23') ? refused() : error
    }
  }

  async function inTransaction (client: pg.PoolClient, list: Planned[]): Promise<void> {
    await client.query('begin')
    try {
      for (const statement of statementsOf(list)) await run(client, statement)
      // In one message, so that telling costs no way there and back.
      await client.query(isNews(list) ? `${listener.telling}; commit` : 'commit')
    } catch (error) {
      await rollBack(client, error)
      throw error
    }
  }

  async function query<Row extends unknown[]> (text: string, params: unknown[]): Promise<Row[]> {
    statements++
    return await timed(text, () => reader.rows(text, params)) as Row[]
  }

  async function atomically (list: Planned[]): Promise<void> {
    replicas?.stay()
    await write(list)
    if (isNews(list)) audience.tell({ isOwn: true })
  }

  async function write (list: Planned[]): Promise<void> {
    const only = list.length === 1 && typeof list[0] !== 'function' ? statementsOf(list).next().value : undefined
    for (let tries = 1; ; tries++) {
      try {
        return await withClient(pool, async client => { await (only === undefined ? inTransaction(client, list) : run(client, only)) })
      } catch (error) {
        if (tries === TRIES || !UNLUCKY.has(codeOf(error))) throw error
      }
    }
  }

  async function check (): Promise<void> {
    try {
      await withClient(pool, async client => {
        const { rows: [row] } = await client.query<{ answer: string }>({ text: "select current_setting('transaction_read_only') as answer", query_timeout: 2_000 } as pg.QueryConfig)
        if (row?.answer !== 'off') throw new Error('The server only reads: it is a standby, or was made so.')
      })
    } catch (error) {
      throw unavailable(error)
    }
  }

  try {
    await withClient(pool, async client => { await client.query('select 1') })
    await replicas?.start()
  } catch (error) {
    await Promise.all([replicas?.close(), pool.end()])
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
    skipLocked: 'for update skip locked',
    textIn: (column, ...path) => sql<string | null>`${column}::json #>> ${sql.param(path)}`,
    explain,
    migrate: async () => { await withClient(pool, migrate) },
    isCurrent: async () => await withClient(pool, async client => (await applied(client)).join() === MIGRATIONS.map(({ tag }) => tag).join()),
    alone: async work => await withClient(pool, async client => await alone(client, work)),
    check,
    stamp: () => null,
    countStatements: () => statements,
    load: () => ({ used: pool.totalCount - pool.idleCount, waiting: pool.waitingCount }),
    reads: replicas?.reads ?? null,
    onNews: told => {
      listener.start()
      return audience.add(told)
    },
    hearsOthers: listener.hears,
    close: async () => {
      await Promise.all([listener.stop(), replicas?.close()])
      await pool.end()
    }
  }
}

function openPool (config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config)
  // A connection that breaks is replaced by the pool, and its query fails; without listeners it would end the program, idle or in use.
  pool.on('error', () => {})
  pool.on('connect', client => {
    client.on('error', () => {})
    client.on('notice', ({ routine }) => { if (routine === 'SyncRepWaitForLSN') unconfirmed.add(client) })
  })
  return pool
}

/** Connections whose last commit is on no standby, since somebody cancelled the wait for one: PostgreSQL only warns of it, and calls it done. */
const unconfirmed = new WeakSet<pg.ClientBase>()

/** Whether the server itself refused something. After anything else nobody knows what state the connection is in, nor whether a commit was carried out. */
const isRefusal = (error: unknown): boolean => error instanceof AppError || error instanceof pg.DatabaseError

// The error that led here says more than that the connection is gone as well. On one that hangs there is nothing to wait for.
async function rollBack (client: pg.PoolClient, error: unknown): Promise<void> {
  if (isRefusal(error)) await client.query('rollback').catch(() => {})
}

// The lock ends with the transaction. Another that migrates at the same time waits, and then finds nothing to do.
async function migrate (client: pg.PoolClient): Promise<void> {
  const once = async (text: string, ...params: unknown[]) => { await client.query({ text: numbered(text), values: params, ...MIGRATING }) }
  await once('begin')
  try {
    await once('set local statement_timeout = 0')
    await once('select pg_advisory_xact_lock(?)', MIGRATION_LOCK)
    await once(MIGRATIONS_TABLE)
    for (const { tag, statements } of pendingMigrations(MIGRATIONS, await applied(client))) {
      for (const text of statements) await client.query({ text, ...MIGRATING })
      await once(APPLY, tag)
    }
    await once('commit')
  } catch (error) {
    await rollBack(client, error)
    throw error
  }
}

// The lock ends with the transaction, so also with the process; behind a pooler too, where a connection is only lent for a transaction.
async function alone<T> (client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    await client.query('set local idle_in_transaction_session_timeout = 0')
    await client.query('select pg_advisory_xact_lock($1)', [FILLING_LOCK])
    return await work()
  } finally {
    await client.query('commit')
  }
}

async function applied (client: pg.PoolClient): Promise<string[]> {
  const { rows: [table] } = await client.query<{ name: string | null }>("select to_regclass('applied_migrations') as name")
  if (table?.name == null) return []
  return (await client.query<{ tag: string }>(APPLIED)).rows.map(({ tag }) => tag)
}

// A connection is used again only where the server itself refused something, and not for being a standby: then the next one may lead to the primary.
async function withClient<T> (pool: pg.Pool, use: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    const result = await use(client)
    if (unconfirmed.has(client)) throw new Error('The wait for a standby was cancelled: nobody knows whether the commit outlives the primary.')
    client.release()
    return result
  } catch (error) {
    client.release(!isRefusal(error) || codeOf(error) === READ_ONLY)
    throw error
  }
}

// Serialization failure and deadlock: nothing was written, and the list can simply run again.
const UNLUCKY = new Set(['40001', '40P01'])
/** A write was sent to a standby. */
const READ_ONLY = '25006'
// Lost connections, a server that shuts down, starts up, is full, only reads (a standby) or takes too long.
const TEMPORARY = /^(08|53|57|25006|40001|40P01|55P03|E(CONN|PIPE|HOST|NET|NOTFOUND|TIMEDOUT|AI_AGAIN))/
const TEMPORARY_TEXT = /timeout|timed out|terminated|not queryable|Cannot use a pool|wait for a standby/i

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
