import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export type Memory = { heap: number, resident: number }
const ADMIN_KEY = 'fuzz-run-admin-key-0123456789'
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const ERROR_LEVEL = 50
const MB = 1024 * 1024

/**
 * The server as an operator starts it, on a database of its own; `memory` is what it takes once everything it can be without is thrown away.
 * @param file the SQLite file, made anew
 */
export async function startServer (file: string) {
  const env = { ...process.env, DATABASE_URL: `file:${file}`, SQLITE_SYNCHRONOUS: 'normal', BOOTSTRAP_ADMIN_KEY: ADMIN_KEY, LOG_LEVEL: 'error', RATE_LIMIT: 'off', PORT: '0', PLAYGROUND: 'off' }
  const server: ChildProcess = spawn(process.execPath, ['--expose-gc', '--import', './test/fuzz/memory.ts', 'src/start.mjs'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  const errors: string[] = []
  const base = await new Promise<string>((resolve, reject) => {
    createInterface({ input: server.stdout! }).on('line', line => {
      const port = /http:\/\/localhost:(\d+)/.exec(line)?.[1]
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`)
      if (line.startsWith('{') && (JSON.parse(line) as { level: number }).level >= ERROR_LEVEL) errors.push(line)
    })
    server.once('exit', code => { reject(new Error(`The server ended with ${code}.`)) })
  })

  async function memory (): Promise<Memory> {
    server.send('memory')
    const [told] = await once(server, 'message') as [{ heapUsed: number, rss: number }]
    return { heap: told.heapUsed / MB, resident: told.rss / MB }
  }

  const hasEnded = (): boolean => server.exitCode !== null || server.signalCode !== null
  async function stop (): Promise<void> {
    if (hasEnded()) return
    const ended = once(server, 'exit')
    server.kill('SIGTERM')
    await ended
  }
  return { base, adminKey: ADMIN_KEY, errors, memory, hasEnded, stop }
}
