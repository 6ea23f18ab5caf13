import { pino } from 'pino'
import type { AddressInfo } from 'node:net'
import { openDatabase } from '../db/database.ts'
import { readSeed } from '../db/seed/index.ts'
import { createStores } from '../db/stores/index.ts'
import { buildApp } from './app.ts'
import { type Config, readConfig, SAFE_KEY_LENGTH } from './config.ts'
import { createServices } from './services/index.ts'
import { loadSeed } from './services/seed.ts'

// The process: configuration, database, application, listen, close. Only here and in cli.ts: process, clock, environment.

const SEEDED = 'seeded_at'
const now = (): Date => new Date()

async function start (config: Config): Promise<void> {
  const logger = pino({ level: config.LOG_LEVEL, redact: ['req.headers.authorization'] })
  const database = await openDatabase(config.DATABASE_URL)
  if (database.dialect === 'sqlite') await database.migrate()
  else if (!await database.isCurrent()) throw new Error('The database has another schema than this version expects. Run: npm run db:migrate')
  const stores = createStores(database)
  const services = createServices(stores, now)
  if (await stores.meta.get(SEEDED) === null) {
    const loaded = await loadSeed(readSeed(), stores, services)
    await stores.meta.set(SEEDED, now().toISOString())
    logger.info(loaded, 'loaded areas, indicators, the five plans and their figures')
  }
  if ((config.BOOTSTRAP_ADMIN_KEY?.length ?? SAFE_KEY_LENGTH) < SAFE_KEY_LENGTH) logger.warn(`BOOTSTRAP_ADMIN_KEY is short enough to be guessed: use ${SAFE_KEY_LENGTH} characters or more`)
  // Before listening, so that the key works from the first request on; shown at once, so that it is not lost where the port is taken.
  showKey(await services.keys.bootstrap(config.BOOTSTRAP_ADMIN_KEY))
  const app = await buildApp({ services, database, logger, rateLimit: config.RATE_LIMIT })
  await app.listen({ port: config.PORT, host: config.HOST })
  welcome(app.server.address() as AddressInfo)

  let closing = false
  const close = async (signal: string): Promise<void> => {
    if (closing) return
    closing = true
    logger.info(`${signal}: closing`)
    await app.close()
    await database.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => { close(signal).then(() => process.exit(0), fail) })
  }
}

function showKey (key: string | null): void {
  if (key !== null) console.log(`\n  Admin key       ${key}\n                  shown only now: keep it, and send it as Authorization: Bearer <key>`)
}

function welcome ({ address, port }: AddressInfo): void {
  const host = address === '::' || address === '0.0.0.0' || address === '127.0.0.1' ? 'localhost' : address.includes(':') ? `[${address}]` : address
  const base = `http://${host}:${port}`
  console.log(`
Målopfølgning svarer på ${base}

  REST            ${base}/v1/plans
  Status          ${base}/v1/plans/frederikssund-2024/status?asOf=2024-03-01
  Documentation   ${base}/docs
  OpenAPI         ${base}/openapi.json
  GraphQL         ${base}/graphql
`)
}

function fail (error: unknown): never {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

try {
  await start(readConfig(process.env))
} catch (error) {
  fail(error)
}
