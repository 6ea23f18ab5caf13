import type { FastifyInstance } from 'fastify'
import type { Services } from '../services/index.ts'
import { chooseAnswerTypes } from './accept.ts'
import { answerError, answerUnknownPath } from './errors.ts'
import { tagAnswers } from './etags.ts'
import { readBodies } from './bodies.ts'
import { readMergePatches } from './merge-patch.ts'
import { readYamlBodies } from './yaml-bodies.ts'
import { answerOnce } from './idempotency.ts'
import { answerOtherMethods, collectMethods } from './methods.ts'
import { collectOperations, serveDocument } from './openapi.ts'
import { servePlanSchema } from './plan-schema.ts'
import { areaRoutes } from './routes/areas.ts'
import { auditRoutes } from './routes/audit.ts'
import { changeRoutes } from './routes/changes.ts'
import { commentRoutes } from './routes/comments.ts'
import { comparisonRoutes } from './routes/comparison.ts'
import { exportRoutes } from './routes/exports.ts'
import { figureRoutes } from './routes/figures.ts'
import { fileImportRoutes } from './routes/file-imports.ts'
import { freshnessRoutes } from './routes/freshness.ts'
import { goalRoutes } from './routes/goals.ts'
import { importRoutes } from './routes/imports.ts'
import { indicatorRoutes } from './routes/indicators.ts'
import { itemEditRoutes } from './routes/item-edits.ts'
import { keyRoutes } from './routes/keys.ts'
import { mappingRoutes } from './routes/mappings.ts'
import { measurementRoutes } from './routes/measurements.ts'
import { nationalGoalRoutes } from './routes/national-goals.ts'
import { outlookRoutes } from './routes/outlooks.ts'
import { planEditRoutes } from './routes/plan-edits.ts'
import { planRoutes } from './routes/plans.ts'
import { statusRoutes } from './routes/status.ts'
import { statusesRoutes } from './routes/statuses.ts'
import { targetRoutes } from './routes/targets.ts'
import { webhookRoutes } from './routes/webhooks.ts'
import { validatorCompiler } from './validation.ts'

const ROUTES = [areaRoutes, indicatorRoutes, nationalGoalRoutes, planRoutes, planEditRoutes, goalRoutes, targetRoutes, itemEditRoutes, measurementRoutes, importRoutes, fileImportRoutes, exportRoutes, mappingRoutes, freshnessRoutes, figureRoutes, keyRoutes, webhookRoutes, statusRoutes, statusesRoutes, comparisonRoutes, outlookRoutes, changeRoutes, commentRoutes, auditRoutes]

/**
 * The REST edge: `/v1`, its description at `/openapi.json` and a page to try it at `/docs`.
 * An encapsulated plugin: its compilers and error handler must not reach the root instance, or GraphQL does not start.
 */
export default async function httpPlugin (app: FastifyInstance, { services, build }: { services: Services, build: string }): Promise<void> {
  app.setValidatorCompiler(validatorCompiler)
  app.setErrorHandler(answerError)
  app.setNotFoundHandler(answerUnknownPath)
  chooseAnswerTypes(app)
  tagAnswers(app, { versions: services.versions, build })
  readBodies(app)
  readMergePatches(app)
  readYamlBodies(app)
  const methods = collectMethods(app)
  const operations = collectOperations(app)
  await app.register(async v1 => {
    answerOnce(v1, services)
    for (const addRoutes of ROUTES) addRoutes(v1, services)
  }, { prefix: '/v1' })
  await serveDocument(app, operations)
  servePlanSchema(app)
  answerOtherMethods(app, methods)
}
