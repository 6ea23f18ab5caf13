import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { ADMIN_KEY } from '../support/app.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
export type ServerProcess = Awaited<ReturnType<typeof startServer>>

/**
 * The server as an operator starts it, in a process that can be killed. It takes {@link ADMIN_KEY}.
 * @param options `port` 0 is any; `startedAt` is what its clock says when it starts, and from then on it goes as ours
 */
export async function startServer ({ databaseUrl, port, origins, startedAt }: { databaseUrl: string, port: number, origins: string, startedAt: string }) {
  const server: ChildProcess = spawn(process.execPath, ['--import', './test/sync/clock.ts', 'src/start.mjs'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: databaseUrl, CORS_ORIGINS: origins, BOOTSTRAP_ADMIN_KEY: ADMIN_KEY, LOG_LEVEL: 'error', PLAYGROUND: 'off', SYNC_CLOCK: [Date.now(), Date.parse(startedAt), 1].join() }
  })
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    server.stdout!.on('data', (text: Buffer) => {
      said += text.toString()
      const found = /http:\/\/localhost:(\d+)/.exec(said)
      if (found !== null) resolve(`http://127.0.0.1:${found[1]}`)
    })
    server.once('exit', code => reject(new Error(`The server ended (${code}) before it listened: ${said}`)))
  })
  const stop = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill(signal)
    await ended
  }
  return { url: address, stop }
}
