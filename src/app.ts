import helmet from '@fastify/helmet'
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import graphqlPlugin from '../graphql/index.ts'
import { isSubscribing } from '../graphql/subscriptions/index.ts'
import type { Database } from '../db/database.ts'
import { createFeed } from './events/feed.ts'
import { compressAnswers, refuseCompressed } from './http/compression.ts'
import { allowOrigins, type Origins } from './http/cors.ts'
import { answerError } from './http/errors.ts'
import healthPlugin from './http/health.ts'
import httpPlugin from './http/index.ts'
import { serveMetrics } from './http/metrics.ts'
import { shedLoad } from './http/overload.ts'
import pagesPlugin from './http/pages/index.ts'
import playgroundPlugin from './http/playground.ts'
import { limitRates } from './http/rate-limit.ts'
import { answerRequestIds, requestIdOf } from './http/request-id.ts'
import { createAuthentication, identifyCallers, refuseUnknownKeys, type TokenVerifier } from './http/security.ts'
import { answerUnreadable } from './http/unreadable.ts'
import { readJson } from './http/utf8.ts'
import type { Services } from './services/index.ts'

export type AppDependencies = {
  services: Services
  database: Pick<Database, 'check' | 'isCurrent' | 'countStatements'>
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
  /** Whose word of the sender's address is taken: addresses and networks of proxies. */
  trustProxy?: string[]
  /** Whether requests are refused while the process cannot keep up. */
  shedding?: boolean
}

/** How often it is looked for events while somebody subscribes to them: where nothing is new, that is one small statement. */
const FEED_EVERY_MS = 500
export const BODY_LIMIT = 5 * 1024 * 1024

/**
 * The application: every plugin in its order. It never listens and never reads the environment.
 * @returns a Fastify instance that is not ready yet: `await app.ready()` or `await app.listen(…)`
 */
export async function buildApp ({ services, database, logger, rateLimit: limit = null, tokens, playground = null, introspection = true, documents = null, origins = '*', build = '', metrics = null, trustProxy, shedding = false }: AppDependencies): Promise<FastifyInstance> {
  const app = Fastify({
    ...logger ? { loggerInstance: logger } : { logger: false },
    bodyLimit: BODY_LIMIT,
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
  app.removeContentTypeParser(['text/plain', 'application/json'])
  readJson(app, 'application/json')
  await app.register(helmet, { contentSecurityPolicy: { directives: { defaultSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], upgradeInsecureRequests: null } }, strictTransportSecurity: false })
  await compressAnswers(app)
  answerRequestIds(app)
  await allowOrigins(app, origins)
  if (shedding) await shedLoad(app)
  identifyCallers(app, { keys: services.keys, tokens })
  if (limit !== null) await limitRates(app, limit)
  refuseUnknownKeys(app)
  refuseCompressed(app)
  if (metrics !== null) await serveMetrics(app, { isOpen: metrics === 'open', measured: { statements: database.countStatements, evaluations: services.status.countEvaluations, deliveries: services.deliveries.queue } })
  await app.register(healthPlugin, { database })
  await app.register(httpPlugin, { services, build })
  await app.register(pagesPlugin, { services, build, hasPlayground: playground !== null })
  const feed = createFeed({ read: services.changes.list, everyMs: FEED_EVERY_MS, onError: error => { app.log.error({ err: error }, 'events cannot be read for subscriptions now: tried again') } })
  app.addHook('onClose', feed.stop)
  const mayUse = (origin: string, host: string | undefined): boolean => origins === '*' || origins.includes(origin) || URL.parse(origin)?.host === host
  await app.register(graphqlPlugin, { services, feed, authenticate: createAuthentication({ keys: services.keys, tokens }), mayUse, introspection, documents })
  if (playground !== null) await app.register(playgroundPlugin, { folder: playground })
  return app
}
