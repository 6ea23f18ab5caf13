import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import graphqlPlugin from '../graphql/index.ts'
import type { Database } from '../db/database.ts'
import { answerError } from './http/errors.ts'
import httpPlugin from './http/index.ts'
import { AppError } from './domain/errors.ts'
import type { Services } from './services/index.ts'

export type AppDependencies = {
  services: Services
  database: Pick<Database, 'check' | 'isCurrent'>
  logger?: FastifyBaseLogger
  /** Requests a minute that one address may send; null is no limit. */
  rateLimit?: number | null
}

export const BODY_LIMIT = 5 * 1024 * 1024

/**
 * The application: every plugin in its order. It never listens and never reads the environment.
 * @returns a Fastify instance that is not ready yet: `await app.ready()` or `await app.listen(…)`
 */
export async function buildApp ({ services, database, logger, rateLimit: limit = null }: AppDependencies): Promise<FastifyInstance> {
  const app = Fastify({
    ...logger ? { loggerInstance: logger } : { logger: false },
    bodyLimit: BODY_LIMIT,
    requestTimeout: 60_000,
    connectionTimeout: 65_000,
    http: { headersTimeout: 15_000, connectionsCheckingInterval: 5_000 },
    routerOptions: { maxParamLength: 1000, ignoreTrailingSlash: true },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    frameworkErrors: answerError
  })
  app.removeContentTypeParser('text/plain')
  await app.register(helmet, { contentSecurityPolicy: { directives: { defaultSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], upgradeInsecureRequests: null } }, strictTransportSecurity: false })
  if (limit !== null) {
    await app.register(rateLimit, {
      max: limit,
      timeWindow: 60_000,
      allowList: request => request.url.startsWith('/health/'),
      errorResponseBuilder: (_request, { after }) => new AppError('rate_limited', `Too many requests: wait ${after}, then go on.`)
    })
  }
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
  await app.register(graphqlPlugin, { services })
  return app
}
