import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services/index.ts'
import { goal, goalExample } from '../answers/plan.ts'
import { createExpansions } from '../expansions.ts'
import { addOperation, idOf } from '../operation.ts'
import { etagOf } from '../preconditions.ts'

/** Goals of plans. */
export function goalRoutes (app: FastifyInstance, services: Services): void {
  const { plans } = services
  const { kommune, plan } = createExpansions(services)
  addOperation(app, {
    method: 'GET',
    path: '/goals/:id',
    operationId: 'getGoal',
    summary: 'One goal with its targets',
    tag: 'Plans',
    params: idOf('The id of the goal: the plan\'s, a dot and the code.', goalExample.id),
    expand: { kommune, plan },
    answer: { schema: goal, example: goalExample, statuses: { 200: 'The goal.' } },
    errors: ['not_found']
  }, async ({ actor, params }, respond) => {
    const version = await plans.versionOf(actor, params.id)
    return respond(200, await plans.wholeGoal(actor, params.id), version === undefined ? {} : { etag: etagOf(version) })
  })
}
