import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { ADMIN_KEY } from './app.ts'

const PROGRAM = fileURLToPath(new URL('../../src/start.mjs', import.meta.url))

/**
 * Starts the server as an operator does, in a process of its own that takes {@link ADMIN_KEY}, on a free port.
 * @param env beside what every test needs; `DATABASE_URL` is a database in memory, unless given
 * @returns null where it ended before it listened; `said` is all that it wrote
 */
export async function startServer (env: Record<string, string> = {}) {
  const server = spawn(process.execPath, [PROGRAM], {
    env: { PATH: process.env.PATH, PORT: '0', DATABASE_URL: 'file::memory:', BOOTSTRAP_ADMIN_KEY: ADMIN_KEY, PLAYGROUND: 'off', ...env }
  })
  let text = ''
  const ended = once(server, 'close').then(([code]) => code as number | null)
  const listening = new Promise<string>(resolve => {
    const hear = (data: Buffer): void => {
      text += data.toString()
      const port = /http:\/\/localhost:(\d+)/.exec(text)?.[1]
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`)
    }
    server.stdout.on('data', hear)
    server.stderr.on('data', hear)
  })
  const address = await Promise.race([listening, ended.then(() => '')])
  return {
    /** Where it listens; empty where it ended before. */
    address,
    said: () => text,
    ended,
    signal: (name: NodeJS.Signals) => server.kill(name),
    /** Stops it as an orchestrator does. @returns its exit code */
    stop: async () => {
      server.kill('SIGTERM')
      return await ended
    }
  }
}
