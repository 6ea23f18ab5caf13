import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A PostgreSQL of our own, as the tests have it, that ends with this process. @throws Error where it cannot start, with what is missing */
export async function startPostgres (): Promise<{ url: string, stop: () => Promise<void> }> {
  const holder = fork(fileURLToPath(new URL('../support/postgres-server.ts', import.meta.url)), { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const ended = once(holder, 'exit')
  const told = await Promise.race([once(holder, 'message').then(([message]) => message as { url: string } | { missing: string }), ended.then(() => ({ missing: 'it ended at once' }))])
  if ('missing' in told) throw new Error(`PostgreSQL is not there: ${told.missing}. Name one in DATABASE_URL.`)
  const stop = async (): Promise<void> => {
    if (holder.connected) holder.disconnect()
    await ended
  }
  return { url: told.url, stop }
}
