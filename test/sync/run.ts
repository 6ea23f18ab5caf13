// A client that follows ETags, cursors and subscriptions through an hour of changes, while the server is killed now and then, must end with exactly
// the server's data:
//   npm run test:sync -- --changes 3600                              on SQLite
//   DATABASE_URL=postgres://… npm run test:sync -- --servers 2       on an empty database of PostgreSQL, with two servers
// The same --seed is the same list of changes.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { followChanges } from './follow.ts'

const { values } = parseArgs({ options: { changes: { type: 'string', default: '3600' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) }, kills: { type: 'string', default: '6' }, pauses: { type: 'string', default: '6' }, servers: { type: 'string', default: '1' }, speed: { type: 'string', default: '30' } } })
const folder = mkdtempSync(join(tmpdir(), 'maal-sync-'))
const seed = Number(values.seed)
console.log(`        seed ${seed}`)
const { problems, figures } = await followChanges({
  databaseUrl: process.env.DATABASE_URL ?? `file:${join(folder, 'sync.sqlite')}`,
  changes: Number(values.changes),
  seed,
  kills: Number(values.kills),
  pauses: Number(values.pauses),
  servers: Number(values.servers),
  speed: Number(values.speed),
  log: text => { console.log(`        ${text}`) }
})
console.log(figures)
for (const [about, found] of Object.entries(problems)) {
  console.log(`${found.length === 0 ? 'good' : 'BAD '}  ${about}`)
  for (const problem of found.slice(0, 10)) console.log(`        ${problem}`)
  if (found.length > 10) console.log(`        and ${found.length - 10} more`)
  if (found.length > 0) process.exitCode = 1
}
rmSync(folder, { recursive: true, force: true })
