import BetterSqlite from 'better-sqlite3'
import Fastify from 'fastify'
import { openDatabase } from '../../db/database.ts'
import { readSeed } from '../../db/seed/index.ts'
import { createStores } from '../../db/stores/index.ts'
import { buildApp } from '../../src/app.ts'
import { createServices } from '../../src/services/index.ts'
import { loadSeed } from '../../src/services/seed.ts'
import { syntheticCountry } from './country.ts'
import { createTasks } from './tasks.ts'

// The process under load: the application on the synthetic country, in a file as it is in use (synchronous full), and beside it bare routes:
// one sends a static buffer of a size, one does a single insert by better-sqlite3.

const [folder = '', key = ''] = process.argv.slice(2)
const database = await openDatabase(`file:${folder}/bench.sqlite`)
await database.migrate()
const stores = createStores(database)
const services = createServices(stores, () => new Date())
await loadSeed(syntheticCountry(readSeed()), stores, services)
await services.keys.bootstrap(key)
const app = await buildApp({ services, database, rateLimit: 1e9, shedding: true, metrics: 'key' })
await app.listen({ port: 0, host: '127.0.0.1' })

const raw = new BetterSqlite(`${folder}/bare.sqlite`)
raw.pragma('journal_mode = wal')
raw.pragma('synchronous = full')
raw.exec('create table measurements (indicator text, area text, segment text, period text, revision integer, value real, flag text, source text, note text, recorded_at text, actor text, primary key (indicator, area, segment, period, revision)) without rowid')
const insert = raw.prepare('insert into measurements values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
let revision = 0

const bare = Fastify()
const buffers = new Map<string, Buffer>()
bare.get<{ Params: { size: string } }>('/:size', (request, reply) => {
  const { size } = request.params
  const buffer = buffers.get(size) ?? Buffer.alloc(Number(size), 'x')
  buffers.set(size, buffer)
  return reply.type('application/json').send(buffer)
})
bare.post<{ Body: { measurements: { indicator: string, area: string, period: string, value: number }[] } }>('/insert', request => {
  for (const { indicator, area, period, value } of request.body.measurements) insert.run(indicator, area, '', period, ++revision, value, 'final', null, null, new Date().toISOString(), 'key')
  return { created: 1 }
})
await bare.listen({ port: 0, host: '127.0.0.1' })

const urlOf = ({ server }: typeof app | typeof bare): string => {
  const address = server.address()
  return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : ''
}
const spent = { sql: 0, engine: 0 }
const timedDatabase = await openDatabase(`file:${folder}/bench.sqlite`, { onStatement: (_sql, ms) => { spent.sql += ms } })
const timed = { spent, services: createServices(createStores(timedDatabase), () => new Date(), { onJudged: (_targets, ms) => { spent.engine += ms } }) }
const tasks = createTasks({ stores, services, raw, timed })
process.on('message', async (name: keyof typeof tasks) => { process.send?.(await tasks[name]()) })
process.on('disconnect', () => process.exit(0))
process.send?.({ app: urlOf(app), bare: urlOf(bare) })
