import type { Logger } from 'pino'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { requireWhole } from '../db/copy.ts'
import { openDatabase } from '../db/database.ts'
import type { OnReplica } from '../db/reads.ts'
import { readSeed } from '../db/seed/index.ts'
import { createStores } from '../db/stores/index.ts'
import { buildApp } from './app.ts'
import { type Config, readConfig, SAFE_KEY_LENGTH } from './config.ts'
import { createDeliverer } from './events/deliverer.ts'
import { createLoop } from './events/loop.ts'
import { createSender } from './events/send.ts'
import { createTimings } from './http/metrics.ts'
import { PLAYGROUND_FOLDER } from './http/playground.ts'
import type { TokenVerifier } from './http/security.ts'
import { createLogger, withoutSecrets } from './logging.ts'
import { createServices, type Services } from './services/index.ts'
import { loadSeed } from './services/seed.ts'
import { signInOf } from './sign-in/settings.ts'
import { isTraced } from './telemetry/settings.ts'

// The process: configuration, database, application, listen, close. Only here and in cli.ts: process, clock, environment.

const SEEDED = 'seeded_at'
const now = (): Date => new Date()
/** How often it is looked whether statuses changed: where nothing is new, that is one small statement. */
const DISPATCH_EVERY_MS = 500
/** How often it is looked whether something is to be sent to webhooks, and how long a stop waits for what is being sent. */
const DELIVER_EVERY_MS = 500
const DELIVERY_PATIENCE_MS = 5_000
/** How soon both look after something was written here; what other instances write, those work through themselves. */
const WAKE_AFTER_MS = 20
/** How long a stop waits for the collector of traces. */
const TRACE_PATIENCE_MS = 3_000
/** How long a stop waits for requests under way; orchestrators kill after 30 seconds. */
const STOP_PATIENCE_MS = 20_000

async function start (config: Config): Promise<void> {
  const logger = createLogger(config.LOG_LEVEL)
  process.on('uncaughtException', error => {
    logger.fatal({ err: error }, 'the program cannot go on')
    process.exit(1)
  })
  const { version: build } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
  const timings = config.METRICS === null ? undefined : createTimings()
  const tracing = await openTracing(config, build, logger)
  const database = await openDatabase(config.DATABASE_URL, { synchronous: config.SQLITE_SYNCHRONOUS, replicas: config.DATABASE_REPLICA_URLS ?? [], onReplica: replicaLog(logger), onDamage: fail, onStatement: toAll(timings?.onStatement, tracing?.onStatement) })
  if (database.dialect === 'sqlite') await database.migrate()
  else if (!await database.isCurrent()) throw new Error('The database has another schema than this version expects. Run: npm run db:migrate')
  await requireWhole(database)
  const stores = createStores(database)
  const services = createServices(stores, now, { webhookTargets: config.WEBHOOK_TARGETS, onJudged: toAll(timings?.onJudged, tracing?.onJudged) })
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
  let isGoing = false
  const app = await buildApp({ services, database, logger, tokens, rateLimit: config.RATE_LIMIT, playground: config.PLAYGROUND ? PLAYGROUND_FOLDER : null, introspection: config.INTROSPECTION, documents: documentsOf(config), origins: config.CORS_ORIGINS, build, metrics: config.METRICS, timings, traceRequests: tracing?.traceRequests, isGoing: () => isGoing, shedding: true, ...config.TRUST_PROXY && { trustProxy: config.TRUST_PROXY } })
  const { HOST: host, PORT: port } = config
  await app.listen({ port, host }).catch((error: Error) => { throw new Error(`Nothing can listen at HOST ${host}, PORT ${port}: ${error.message}`, { cause: error }) })
  welcome(app.server.address() as AddressInfo, config)

  const send = createSender({ targets: config.WEBHOOK_TARGETS })
  const deliverer = createDeliverer({
    deliveries: services.deliveries,
    send: tracing?.tracedSend(send) ?? send,
    now,
    onError: error => { logger.error({ err: error }, 'a delivery to a webhook cannot be noted now: sent again') }
  })
  const loops = [
    createLoop({
      work: () => services.dispatcher.run((error, target) => { logger.error({ err: error, target }, 'the status of a target cannot be computed: it is left out of what is announced') }),
      everyMs: DISPATCH_EVERY_MS,
      wakeAfterMs: WAKE_AFTER_MS,
      onError: error => { logger.error({ err: error }, 'changes of statuses cannot be announced now: tried again') }
    }),
    createLoop({
      work: deliverer.run,
      everyMs: DELIVER_EVERY_MS,
      wakeAfterMs: WAKE_AFTER_MS,
      onError: error => { logger.error({ err: error }, 'webhooks cannot be looked at now: tried again') }
    })
  ]
  for (const loop of loops) loop.start()
  database.onNews(({ isOwn }) => { if (isOwn) for (const loop of loops) loop.wake() })

  const close = async (signal: string): Promise<void> => {
    if (isGoing) {
      logger.warn(`${signal} again: ended at once`)
      process.exit(1)
    }
    isGoing = true
    logger.info(`${signal}: closing`)
    await pause(config.DRAIN_SECONDS * 1000)
    endAfter(STOP_PATIENCE_MS, logger)
    await Promise.all([app.close(), deliverer.stop(DELIVERY_PATIENCE_MS), ...loops.map(loop => loop.stop())])
    await tracing?.stop(TRACE_PATIENCE_MS)
    await database.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => { close(signal).then(() => process.exit(0), fail) })
  }
}

/** @returns what makes traces; undefined where no collector is configured */
async function openTracing (config: Config, build: string, logger: Logger) {
  if (!isTraced(config)) return undefined
  const { openTracing: open } = await import('./telemetry/tracing.ts')
  const onTrouble = (why: string): void => { logger.warn({ why: withoutSecrets(why).slice(0, 500) }, 'traces cannot be sent now') }
  return open({ build, dialect: config.DATABASE_URL.startsWith('file:') ? 'sqlite' : 'postgres', onTrouble })
}

const replicaLog = (logger: Logger): OnReplica => ({ host, isUsed, reason }) => {
  if (isUsed) logger.info({ replica: host }, 'reads come from this replica too')
  else logger.warn({ replica: host, reason: withoutSecrets(reason ?? '') }, 'this replica is left out, until it has caught up')
}

/** One function that tells all of these; undefined where there are none, so that nothing is measured for nobody. */
function toAll<Told extends unknown[]> (...listeners: (((...told: Told) => void) | undefined)[]): ((...told: Told) => void) | undefined {
  const given = listeners.filter(listener => listener !== undefined)
  return given.length === 0 ? undefined : (...told) => { for (const listener of given) listener(...told) }
}

/** Ends the process where it has not ended by itself by then. */
function endAfter (ms: number, logger: Logger): void {
  setTimeout(() => {
    logger.warn(`what is under way after ${ms / 1000} seconds is broken off`)
    process.exit(1)
  }, ms).unref()
}

const documentsOf = ({ GRAPHQL_DOCUMENTS: file, GRAPHQL_DOCUMENTS_ONLY: only }: Config) => file === undefined ? null : { file, only }

/** @returns what lets in the issuer's tokens; undefined where no issuer is configured */
async function openSignIn (config: Config, { reference }: Services, logger: Logger): Promise<TokenVerifier | undefined> {
  const settings = signInOf(config)
  if (settings === null) return undefined
  const { createTokenVerifier } = await import('./sign-in/token-verifier.ts')
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
  console.error(withoutSecrets(error instanceof Error ? error.message : String(error)))
  process.exit(1)
}

try {
  await start(readConfig(process.env))
} catch (error) {
  fail(error)
}
