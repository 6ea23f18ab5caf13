import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

export type Pair = { primary: string, replica: string, stop: () => Promise<void> }

/** Starts a PostgreSQL and a replica of it that follows by streaming. @returns where they are; null where they cannot start */
export async function startPair (): Promise<Pair | null> {
  const holder = fork(fileURLToPath(new URL('postgres-pair-server.ts', import.meta.url)), { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  const ended = once(holder, 'exit')
  const told = await Promise.race([once(holder, 'message').then(([message]) => message as Pick<Pair, 'primary' | 'replica'> | { missing: string }), ended.then(() => ({ missing: 'it ended at once' }))])
  if ('missing' in told) {
    console.warn(`A PostgreSQL with a replica cannot start, its tests are skipped: ${told.missing}`)
    return null
  }
  await isFollowing(told.replica)
  const stop = async (): Promise<void> => {
    if (holder.connected) holder.disconnect()
    await ended
  }
  return { ...told, stop }
}

async function isFollowing (url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      const rows = await ask(url, 'select 1 from pg_stat_wal_receiver')
      if (rows.length > 0) return
    } catch (error) {
      if (tries > 100) throw error
    }
    await setTimeout(100)
  }
}

/** Runs a statement on a connection of its own. */
export async function ask (url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

/** The same server's database of another name. */
export const databaseAt = (url: string, name: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href
