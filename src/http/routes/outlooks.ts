import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services/index.ts'
import { statusQuery } from '../../services/status.ts'
import { whatIfInput } from '../../services/what-if.ts'
import { requiredPace, requiredPaceExample } from '../answers/required-pace.ts'
import { whatIf, whatIfBody, whatIfExample } from '../answers/what-if.ts'
import { addOperation, idOf } from '../operation.ts'

const params = idOf('The id of the target: the plan\'s, a dot and the code.', requiredPaceExample.target)

/** What it takes to reach a target, and what its status would be if something were otherwise. */
export function outlookRoutes (app: FastifyInstance, { requiredPaces, whatIf: service }: Services): void {
  addOperation(app, {
    method: 'GET',
    path: '/targets/:id/required-pace',
    operationId: 'getRequiredPace',
    summary: 'What it takes from now on to reach a target, and a forecast',
    description: 'By period and in the figure\'s own unit, from the same figures as the status; what it is compared with is assumed to stay. The forecast is what may come if it goes on as before, with the band in which it lies with 80 per cent probability.',
    tag: 'Status',
    params,
    query: statusQuery,
    answer: { schema: requiredPace, example: requiredPaceExample, statuses: { 200: 'What it takes.' } },
    errors: ['not_found']
  }, async ({ actor, params, query }) => await requiredPaces.ofTarget(actor, params.id, query))

  addOperation(app, {
    method: 'POST',
    path: '/targets/:id/what-if',
    operationId: 'whatIf',
    summary: 'The status of a target if figures, its rule or its window were otherwise',
    description: 'Nothing is stored, and no key is needed for a target that all may read. What is assumed is checked as when it is written. The day is `asOf`; without it today or, where something later is assumed, the day of that.',
    tag: 'Status',
    params,
    query: statusQuery,
    body: { schema: whatIfInput, example: whatIfBody },
    answer: { schema: whatIf, example: whatIfExample, statuses: { 200: 'The status as it is and as it would be.' } },
    errors: ['not_found', 'unprocessable']
  }, async ({ actor, params, query, body }) => await service.ofTarget(actor, params.id, body, query))
}
