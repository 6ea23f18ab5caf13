import type { FastifyInstance } from 'fastify'
import { AppError } from '../domain/errors.ts'
import type { Services } from '../services/index.ts'
import { answerError, answerUnknownPath } from './errors.ts'
import { answerOnce, keyOf } from './idempotency.ts'
import { answerOtherMethods, collectMethods } from './methods.ts'
import { collectOperations, serveDocument } from './openapi.ts'
import { areaRoutes } from './routes/areas.ts'
import { freshnessRoutes } from './routes/freshness.ts'
import { goalRoutes } from './routes/goals.ts'
import { importRoutes } from './routes/imports.ts'
import { indicatorRoutes } from './routes/indicators.ts'
import { keyRoutes } from './routes/keys.ts'
import { measurementRoutes } from './routes/measurements.ts'
import { nationalGoalRoutes } from './routes/national-goals.ts'
import { planRoutes } from './routes/plans.ts'
import { statusRoutes } from './routes/status.ts'
import { targetRoutes } from './routes/targets.ts'
import { identifyCallers } from './security.ts'
import { validatorCompiler } from './validation.ts'

const ROUTES = [areaRoutes, indicatorRoutes, nationalGoalRoutes, planRoutes, goalRoutes, targetRoutes, measurementRoutes, importRoutes, freshnessRoutes, keyRoutes, statusRoutes]

/**
 * The REST edge: `/v1`, its description at `/openapi.json` and a page to try it at `/docs`.
 * An encapsulated plugin: its compilers and error handler must not reach the root instance, or GraphQL does not start.
 */
export default async function httpPlugin (app: FastifyInstance, { services }: { services: Services }): Promise<void> {
  app.setValidatorCompiler(validatorCompiler)
  app.setErrorHandler(answerError)
  app.setNotFoundHandler(answerUnknownPath)
  readJson(app)
  const methods = collectMethods(app)
  const operations = collectOperations(app)
  await app.register(async v1 => {
    identifyCallers(v1, services)
    answerOnce(v1, services)
    for (const addRoutes of ROUTES) addRoutes(v1, services)
  }, { prefix: '/v1' })
  await serveDocument(app, operations)
  answerOtherMethods(app, methods)
}

/** Reads JSON bodies, as Fastify does; a DELETE may say that it sends JSON and send nothing. */
function readJson (app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '' && request.method === 'DELETE') return done(null, undefined)
    if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') return done(new AppError('unsupported_media_type', 'A body is read as it is: send it without Content-Encoding.'))
    if (keyOf(request) !== undefined) request.bodyText = body
    return parse(request, body, done)
  })
}
