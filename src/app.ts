import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import graphqlPlugin from '../graphql/index.ts'
import { isSubscribing } from '../graphql/subscriptions/index.ts'
import type { Database } from '../db/database.ts'
import { createFeed } from './events/feed.ts'
import { createLoop } from './events/loop.ts'
import { answerFromCache, type CountRequest, createAnswerCache, keepAnswers, repeatedly } from './http/answer-cache.ts'
import { compressAnswers, refuseCompressed } from './http/compression.ts'
import { allowOrigins, type Origins } from './http/cors.ts'
import { spreadReads } from './http/data-versions.ts'
import { answerError } from './http/errors.ts'
import { closeConnections } from './http/going.ts'
import healthPlugin from './http/health.ts'
import httpPlugin from './http/index.ts'
import { countRequests, createTimings, serveMetrics, type Timings } from './http/metrics.ts'
import { shedLoad } from './http/overload.ts'
import pagesPlugin from './http/pages/index.ts'
import playgroundPlugin from './http/playground.ts'
import { limitRates } from './http/rate-limit.ts'
import { answerRequestIds, requestIdOf } from './http/request-id.ts'
import { createRequestLog, logAborted } from './http/request-log.ts'
import { secureAnswers } from './http/security-headers.ts'
import { createAuthentication, identifyCallers, refuseUnknownKeys, type TokenVerifier } from './http/security.ts'
import { answerUnreadable } from './http/unreadable.ts'
import { readJson } from './http/utf8.ts'
import type { Services } from './services/index.ts'

export type AppDependencies = {
  services: Services
  database: Pick<Database, 'dialect' | 'check' | 'isCurrent' | 'countStatements' | 'load' | 'reads' | 'onNews' | 'hearsOthers'>
  logger?: FastifyBaseLogger
  /** Requests a minute that one key, or one address without a key, may send; null is no limit. */
  rateLimit?: number | null
  /** Lets in those who send a token of an issuer; without it there are keys alone. */
  tokens?: TokenVerifier
  /** Where the built page at `/graphiql` is; null is without it. */
  playground?: string | null
  /** Whether GraphQL tells its schema. */
  introspection?: boolean
  /** A file of GraphQL documents that may be asked for by their hash; with `only` nothing else is run. */
  documents?: { file: string, only: boolean } | null
  /** Which origins' pages may use the API from a browser; all, unless given. */
  origins?: Origins
  /** The version of this program. */
  build?: string
  /** Who may read `/metrics`: `open` anybody, `key` an admin's key; null is without them. */
  metrics?: 'open' | 'key' | null
  /** What of the metrics is timed outside of the application. */
  timings?: Timings
  /** Makes spans of requests. */
  traceRequests?: (app: FastifyInstance) => Promise<void>
  /** Whether the process is about to end: it then says that it is not ready. */
  isGoing?: () => boolean
  /** Whose word of the sender's address is taken: addresses and networks of proxies. */
  trustProxy?: string[]
  /** Whether requests are refused while the process cannot keep up. */
  shedding?: boolean
}

/** How often it is looked for events while somebody subscribes to them; seldom where the database tells of them. Where nothing is new, that is one small statement. */
const FEED_EVERY_MS = 500
const FEED_EVERY_MS_WHEN_TOLD = 5_000
/** How often instances on one database tell each other how many requests they have counted. */
const SHARE_RATES_EVERY_MS = 500
export const BODY_LIMIT = 5 * 1024 * 1024

/**
 * The application: every plugin in its order. It never listens and never reads the environment.
 * @returns a Fastify instance that is not ready yet: `await app.ready()` or `await app.listen(…)`
 */
export async function buildApp ({ services, database, logger, rateLimit: limit = null, tokens, playground = null, introspection = true, documents = null, origins = '*', build = '', metrics = null, timings = createTimings(), traceRequests, isGoing, trustProxy, shedding = false }: AppDependencies): Promise<FastifyInstance> {
  const app = Fastify({
    ...logger ? { loggerInstance: logger, logController: createRequestLog() } : { logger: false },
    // Requests on connections that are open when the server goes are still answered.
    return503OnClosing: false,
    bodyLimit: BODY_LIMIT,
    // A machine that is busy when we start is no reason not to.
    pluginTimeout: 60_000,
    trustProxy: trustProxy ?? false,
    // Long enough for a file of 50 MB on a slow line; a connection on which nothing moves is closed sooner.
    requestTimeout: 300_000,
    connectionTimeout: 65_000,
    http: { headersTimeout: 15_000, connectionsCheckingInterval: 5_000, shouldUpgradeCallback: isSubscribing },
    routerOptions: { maxParamLength: 1000, ignoreTrailingSlash: true },
    genReqId: requestIdOf,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    frameworkErrors: answerError,
    clientErrorHandler: answerUnreadable
  })
  await traceRequests?.(app)
  // For the paths that no plugin below has, such as OPTIONS anywhere.
  app.setErrorHandler(answerError)
  app.removeContentTypeParser(['text/plain', 'application/json'])
  readJson(app, 'application/json')
  const spread = spreadReads(app, database.reads)
  if (isGoing) closeConnections(app, isGoing)
  const cache = createAnswerCache(services)
  await compressAnswers(app)
  keepAnswers(app, cache)
  const feed = createFeed({ read: services.changes.list, everyMs: () => database.hearsOthers() ? FEED_EVERY_MS_WHEN_TOLD : FEED_EVERY_MS, onError: error => { app.log.error({ err: error }, 'events cannot be read for subscriptions now: tried again') } })
  const stopHearing = database.onNews(feed.wake)
  app.addHook('onClose', async () => {
    stopHearing()
    await feed.stop()
  })
  if (metrics !== null) countRequests(app, timings)
  let count: CountRequest = async () => []
  answerFromCache(app, cache, request => count(request))
  await secureAnswers(app)
  answerRequestIds(app)
  logAborted(app)
  await allowOrigins(app, origins)
  if (shedding) await shedLoad(app)
  identifyCallers(app, { keys: services.keys, tokens })
  if (limit !== null) {
    count = await limitRates(app, limit, services.rates)
    // A SQLite file has one process: it has counted all there is.
    if (database.dialect === 'postgres') shareRates(app, services)
  }
  refuseUnknownKeys(app)
  refuseCompressed(app)
  if (metrics !== null) {
    const { status, deliveries } = services
    await serveMetrics(app, { isOpen: metrics === 'open', timings, measured: { statements: database.countStatements, evaluations: status.countEvaluations, deliveries: deliveries.queue, load: database.load, cache: cache.counts, subscriptions: feed.followers } })
  }
  await app.register(healthPlugin, { database, isGoing })
  await app.register(httpPlugin, { services, build })
  await app.register(pagesPlugin, { services, build, hasPlayground: playground !== null })
  const mayUse = (origin: string, host: string | undefined): boolean => origins === '*' || origins.includes(origin) || URL.parse(origin)?.host === host
  await app.register(graphqlPlugin, { services, answers: { repeat: repeatedly(cache, services), forget: request => { request.keptFor = null } }, feed, authenticate: createAuthentication({ keys: services.keys, tokens }), mayUse, introspection, documents, spread: database.reads === null ? undefined : spread })
  if (playground !== null) await app.register(playgroundPlugin, { folder: playground })
  return app
}

/** Where the database does not answer, each instance counts alone: nobody is refused for that. */
function shareRates (app: FastifyInstance, { rates }: Pick<Services, 'rates'>): void {
  const loop = createLoop({
    work: async () => {
      await rates.share()
      return false
    },
    everyMs: SHARE_RATES_EVERY_MS,
    onError: error => { app.log.warn({ err: error }, 'requests are counted by this instance alone for now: tried again') }
  })
  loop.start()
  app.addHook('onClose', loop.stop)
}
