// An hour's worth of changes as fast as they go, through four servers on one PostgreSQL, of which one is killed and another stopped meanwhile. No event may
// be lost, none acknowledged twice (unless its server ended before it could note it), each target's are told in order, and every change of a status once.
// Then the same Idempotency-Key to all of them at once, and to servers that are killed:
//   npm run test:instances -- --changes 3600
//   DATABASE_URL=postgres://… npm run test:instances     on an empty database of yours, instead of a PostgreSQL from npm
//   npm run test:instances -- --sqlite                   one server on a SQLite file
// The same --seed is the same list of changes.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createPostgresDatabase } from '../support/postgres.ts'
import { startPostgres } from './postgres.ts'
import { replayHour } from './replay.ts'
import { trySameKey } from './same-key.ts'

const ROUNDS = 50

const { values } = parseArgs({ options: { changes: { type: 'string', default: '3600' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) }, servers: { type: 'string', default: '4' }, writers: { type: 'string', default: '8' }, sqlite: { type: 'boolean', default: false } } })
const folder = mkdtempSync(join(tmpdir(), 'maal-instances-'))
const postgres = values.sqlite || process.env.DATABASE_URL ? undefined : await startPostgres()
const databaseUrl = values.sqlite ? `file:${join(folder, 'instances.sqlite')}` : postgres === undefined ? process.env.DATABASE_URL! : await createPostgresDatabase(postgres.url)
const servers = values.sqlite ? 1 : Number(values.servers)
console.log(`        seed ${values.seed}`)
try {
  tell(await replayHour({ databaseUrl, servers, changes: Number(values.changes), writers: Number(values.writers), seed: Number(values.seed), log: text => { console.log(`        ${text}`) } }))
  if (postgres !== undefined) tell(await trySameKey({ databaseUrl: await createPostgresDatabase(postgres.url), servers, rounds: ROUNDS }))
} finally {
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
}

function tell ({ problems, figures }: { problems: Record<string, string[]>, figures: object }): void {
  console.dir(figures, { depth: 5 })
  for (const [about, found] of Object.entries(problems)) {
    console.log(`${found.length === 0 ? 'good' : 'BAD '}  ${about}`)
    for (const problem of found.slice(0, 10)) console.log(`        ${problem}`)
    if (found.length > 10) console.log(`        and ${found.length - 10} more`)
    if (found.length > 0) process.exitCode = 1
  }
}
