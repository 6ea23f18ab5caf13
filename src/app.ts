import helmet from '@fastify/helmet'
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import graphqlPlugin from '../graphql/index.ts'
import type { Database } from '../db/database.ts'
import { answerError } from './http/errors.ts'
import httpPlugin from './http/index.ts'
import playgroundPlugin from './http/playground.ts'
import { limitRates } from './http/rate-limit.ts'
import { answerRequestIds, requestIdOf } from './http/request-id.ts'
import { identifyCallers, refuseUnknownKeys, type TokenVerifier } from './http/security.ts'
import { answerUnreadable } from './http/unreadable.ts'
import type { Services } from './services/index.ts'

export type AppDependencies = {
  services: Services
  database: Pick<Database, 'check' | 'isCurrent'>
  logger?: FastifyBaseLogger
  /** Requests a minute that one key, or one address without a key, may send; null is no limit. */
  rateLimit?: number | null
  /** Lets in those who send a token of an issuer; without it there are keys alone. */
  tokens?: TokenVerifier
  /** Where the built page at `/graphiql` is; null is without it. */
  playground?: string | null
  /** Whether GraphQL tells its schema. */
  introspection?: boolean
}

export const BODY_LIMIT = 5 * 1024 * 1024

/**
 * The application: every plugin in its order. It never listens and never reads the environment.
 * @returns a Fastify instance that is not ready yet: `await app.ready()` or `await app.listen(…)`
 */
export async function buildApp ({ services, database, logger, rateLimit: limit = null, tokens, playground = null, introspection = true }: AppDependencies): Promise<FastifyInstance> {
  const app = Fastify({
    ...logger ? { loggerInstance: logger } : { logger: false },
    bodyLimit: BODY_LIMIT,
    // Long enough for a file of 50 MB on a slow line; a connection on which nothing moves is closed sooner.
    requestTimeout: 300_000,
    connectionTimeout: 65_000,
    http: { headersTimeout: 15_000, connectionsCheckingInterval: 5_000 },
    routerOptions: { maxParamLength: 1000, ignoreTrailingSlash: true },
    genReqId: requestIdOf,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    frameworkErrors: answerError,
    clientErrorHandler: answerUnreadable
  })
  app.removeContentTypeParser('text/plain')
  await app.register(helmet, { contentSecurityPolicy: { directives: { defaultSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], upgradeInsecureRequests: null } }, strictTransportSecurity: false })
  answerRequestIds(app)
  identifyCallers(app, { keys: services.keys, tokens })
  if (limit !== null) await limitRates(app, limit)
  refuseUnknownKeys(app)
  app.get('/health/live', () => ({ status: 'ok' }))
  app.get('/health/ready', async (_request, reply) => {
    try {
      await database.check()
      if (await database.isCurrent()) return { status: 'ok' }
      return await reply.code(503).send({ status: 'unavailable', detail: 'The database has another schema than this version expects: run npm run db:migrate.' })
    } catch {
      return reply.code(503).send({ status: 'unavailable', detail: 'The database does not answer.' })
    }
  })
  await app.register(httpPlugin, { services })
  await app.register(graphqlPlugin, { services, introspection })
  if (playground !== null) await app.register(playgroundPlugin, { folder: playground })
  return app
}
