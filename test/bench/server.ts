import Fastify from 'fastify'
import { openDatabase } from '../../db/database.ts'
import { readSeed } from '../../db/seed/index.ts'
import { createStores } from '../../db/stores/index.ts'
import { buildApp } from '../../src/app.ts'
import { createServices } from '../../src/services/index.ts'
import { loadSeed } from '../../src/services/seed.ts'
import { syntheticCountry } from './country.ts'

// The process under load: the application on the synthetic country, and beside it bare routes that send a static buffer of the same size.

const database = await openDatabase(process.env.DATABASE_URL ?? 'file::memory:')
await database.migrate()
const stores = createStores(database)
const services = createServices(stores, () => new Date())
await loadSeed(syntheticCountry(readSeed()), stores, services)
const app = await buildApp({ services, database })
await app.listen({ port: 0, host: '127.0.0.1' })

const bare = Fastify()
const buffers = new Map<string, Buffer>()
bare.get<{ Params: { size: string } }>('/:size', (request, reply) => {
  const { size } = request.params
  const buffer = buffers.get(size) ?? Buffer.alloc(Number(size), 'x')
  buffers.set(size, buffer)
  return reply.type('application/json').send(buffer)
})
await bare.listen({ port: 0, host: '127.0.0.1' })

const urlOf = ({ server }: typeof app | typeof bare): string => {
  const address = server.address()
  return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : ''
}
process.send?.({ app: urlOf(app), bare: urlOf(bare) })
process.on('disconnect', () => process.exit(0))
