import { createHash } from 'node:crypto'
import pg from 'pg'
import type { Database } from '../../db/database.ts'
import type { TestPostgres } from './postgres.ts'

// The databases of one test file on the PostgreSQL of the run. Making one takes half a second, copying it some 20 ms; so each content is
// made once a run, by whoever needs it first, and every test has a copy.

type Server = Extract<TestPostgres, { missing: null }>

/** Any number: whoever makes a template holds the advisory lock of this one. */
const MAKING = 0x54454D50
const templates = new Map<string, Promise<void>>()
const open = new Map<string, Database>()
let connection: Promise<pg.Client> | undefined
let made = 0

/**
 * Opens a database of its own with some content. It is dropped when it is closed, or at the end of the test file.
 * @param content says what stands in it; what has the same name has the same content
 * @param fill makes the content in an empty database, where nobody has in this run
 * @param openAt opens the database of a URL
 */
export async function openCopy (server: Server, content: string, fill: (url: string) => Promise<void>, openAt: (url: string) => Promise<Database>): Promise<Database> {
  const template = `${server.prefix}_${createHash('sha256').update(content).digest('hex').slice(0, 12)}`
  if (!templates.has(template)) templates.set(template, make(server, template, fill))
  await templates.get(template)
  const name = `${server.prefix}_${process.pid}_${++made}`
  await ask(server, `create database ${name} template ${template} strategy file_copy`)
  const opened = await openAt(databaseOf(server, name))
  const close = async (): Promise<void> => {
    open.delete(name)
    await opened.close()
    await ask(server, `drop database if exists ${name} with (force)`)
  }
  const database = { ...opened, close }
  open.set(name, database)
  return database
}

/** Closes and drops what the tests of a file left open. */
export async function closeCopies (): Promise<void> {
  for (const database of [...open.values()]) await database.close()
  await (await connection)?.end()
  connection = undefined
}

// Under another name until it is whole, so that nobody copies half of it.
async function make (server: Server, template: string, fill: (url: string) => Promise<void>): Promise<void> {
  await ask(server, 'select pg_advisory_lock($1)', MAKING)
  try {
    if (await ask(server, 'select 1 from pg_database where datname = $1', template) > 0) return
    const raw = `${template}_raw`
    await ask(server, `drop database if exists ${raw} with (force)`)
    await ask(server, `create database ${raw}`)
    await fill(databaseOf(server, raw))
    await ask(server, `alter database ${raw} rename to ${template}`)
  } finally {
    await ask(server, 'select pg_advisory_unlock($1)', MAKING)
  }
}

/** Asks the server on the one connection that the file has for it. @returns how many rows there are */
async function ask ({ url }: Server, text: string, ...params: unknown[]): Promise<number> {
  connection ??= connected(url)
  return (await (await connection).query(text, params)).rowCount ?? 0
}

async function connected (url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}

const databaseOf = ({ url }: Server, name: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href
