import { type Logger, pino } from 'pino'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { requireWhole } from '../db/copy.ts'
import { openDatabase } from '../db/database.ts'
import { readSeed } from '../db/seed/index.ts'
import { createStores } from '../db/stores/index.ts'
import { buildApp } from './app.ts'
import { type Config, readConfig, SAFE_KEY_LENGTH } from './config.ts'
import { createDeliverer } from './events/deliverer.ts'
import { createLoop } from './events/loop.ts'
import { createSender } from './events/send.ts'
import { PLAYGROUND_FOLDER } from './http/playground.ts'
import type { TokenVerifier } from './http/security.ts'
import { createServices, type Services } from './services/index.ts'
import { loadSeed } from './services/seed.ts'
import { signInOf } from './sign-in/settings.ts'
import { createTokenVerifier } from './sign-in/token-verifier.ts'

// The process: configuration, database, application, listen, close. Only here and in cli.ts: process, clock, environment.

const SEEDED = 'seeded_at'
const now = (): Date => new Date()
/** How often it is looked whether statuses changed: where nothing is new, that is one small statement. */
const DISPATCH_EVERY_MS = 500
/** How often it is looked whether something is to be sent to webhooks, and how long a stop waits for what is being sent. */
const DELIVER_EVERY_MS = 500
const DELIVERY_PATIENCE_MS = 5_000

async function start (config: Config): Promise<void> {
  const logger = pino({ level: config.LOG_LEVEL, redact: ['req.headers.authorization'] })
  const database = await openDatabase(config.DATABASE_URL, { synchronous: config.SQLITE_SYNCHRONOUS })
  if (database.dialect === 'sqlite') await database.migrate()
  else if (!await database.isCurrent()) throw new Error('The database has another schema than this version expects. Run: npm run db:migrate')
  await requireWhole(database)
  const stores = createStores(database)
  const services = createServices(stores, now, { webhookTargets: config.WEBHOOK_TARGETS })
  if ((config.BOOTSTRAP_ADMIN_KEY?.length ?? SAFE_KEY_LENGTH) < SAFE_KEY_LENGTH) logger.warn(`BOOTSTRAP_ADMIN_KEY is short enough to be guessed: use ${SAFE_KEY_LENGTH} characters or more`)
  // Before listening, so that the key works from the first request on; shown at once, so that it is not lost where the port is taken.
  await database.alone(async () => {
    if (await stores.meta.get(SEEDED) === null) {
      const loaded = await loadSeed(readSeed(), stores, services)
      await stores.meta.set(SEEDED, now().toISOString())
      logger.info(loaded, 'loaded areas, indicators, the five plans and their figures')
    }
    showKey(await services.keys.bootstrap(config.BOOTSTRAP_ADMIN_KEY))
  })
  const tokens = await openSignIn(config, services, logger)
  const { version: build } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
  const app = await buildApp({ services, database, logger, tokens, rateLimit: config.RATE_LIMIT, playground: config.PLAYGROUND ? PLAYGROUND_FOLDER : null, introspection: config.INTROSPECTION, documents: documentsOf(config), origins: config.CORS_ORIGINS, build, metrics: config.METRICS, shedding: true, ...config.TRUST_PROXY && { trustProxy: config.TRUST_PROXY } })
  await app.listen({ port: config.PORT, host: config.HOST })
  welcome(app.server.address() as AddressInfo, config)

  const deliverer = createDeliverer({
    deliveries: services.deliveries,
    send: createSender({ targets: config.WEBHOOK_TARGETS }),
    now,
    onError: error => { logger.error({ err: error }, 'a delivery to a webhook cannot be noted now: sent again') }
  })
  const loops = [
    createLoop({
      work: () => services.dispatcher.run((error, target) => { logger.error({ err: error, target }, 'the status of a target cannot be computed: it is left out of what is announced') }),
      everyMs: DISPATCH_EVERY_MS,
      onError: error => { logger.error({ err: error }, 'changes of statuses cannot be announced now: tried again') }
    }),
    createLoop({
      work: deliverer.run,
      everyMs: DELIVER_EVERY_MS,
      onError: error => { logger.error({ err: error }, 'webhooks cannot be looked at now: tried again') }
    })
  ]
  for (const loop of loops) loop.start()

  let closing = false
  const close = async (signal: string): Promise<void> => {
    if (closing) return
    closing = true
    logger.info(`${signal}: closing`)
    await Promise.all([app.close(), deliverer.stop(DELIVERY_PATIENCE_MS), ...loops.map(loop => loop.stop())])
    await database.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => { close(signal).then(() => process.exit(0), fail) })
  }
}

const documentsOf = ({ GRAPHQL_DOCUMENTS: file, GRAPHQL_DOCUMENTS_ONLY: only }: Config) => file === undefined ? null : { file, only }

/** @returns what lets in the issuer's tokens; undefined where no issuer is configured */
async function openSignIn (config: Config, { reference }: Services, logger: Logger): Promise<TokenVerifier | undefined> {
  const settings = signInOf(config)
  if (settings === null) return undefined
  const tokens = createTokenVerifier(settings, { reference, now, onTrouble: error => { logger.warn({ err: error }, 'the keys of OIDC_ISSUER cannot be fetched now: tried again') } })
  await tokens.checkKommuner()
  return tokens
}

function showKey (key: string | null): void {
  if (key !== null) console.log(`\n  Admin key       ${key}\n                  shown only now: keep it, and send it as Authorization: Bearer <key>`)
}

function welcome ({ address, port }: AddressInfo, { PLAYGROUND }: Config): void {
  const host = address === '::' || address === '0.0.0.0' || address === '127.0.0.1' ? 'localhost' : address.includes(':') ? `[${address}]` : address
  const base = `http://${host}:${port}`
  console.log(`
Målopfølgning svarer på ${base}

  Plans           ${base}/
  Report          ${base}/reports/frederikssund-2024?asOf=2024-03-01
  REST            ${base}/v1/plans
  Status          ${base}/v1/plans/frederikssund-2024/status?asOf=2024-03-01
  Documentation   ${base}/docs
  OpenAPI         ${base}/openapi.json
  GraphQL         ${base}/graphql`)
  console.log(PLAYGROUND ? `  Playground      ${base}/graphiql\n` : '')
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
