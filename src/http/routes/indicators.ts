import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services/index.ts'
import { indicatorInput, indicatorQuery } from '../../services/indicators.ts'
import { indicator, indicatorExample, indicatorInputExample } from '../answers/indicator.ts'
import { listed, listOf } from '../answers/shared.ts'
import { addOperation, idOf } from '../operation.ts'

const params = idOf('The id of the indicator.', indicatorExample.id)

/** What is measured. */
export function indicatorRoutes (app: FastifyInstance, { indicators }: Services): void {
  addOperation(app, {
    method: 'GET',
    path: '/indicators',
    operationId: 'listIndicators',
    summary: 'The indicators',
    description: 'Whole unless a limit is given.',
    tag: 'Indicators',
    query: indicatorQuery,
    answer: { schema: listOf(indicator), example: listed(indicatorExample), statuses: { 200: 'The indicators.' } }
  }, async ({ query }) => await indicators.list(query))

  addOperation(app, {
    method: 'GET',
    path: '/indicators/:id',
    operationId: 'getIndicator',
    summary: 'One indicator',
    tag: 'Indicators',
    params,
    answer: { schema: indicator, example: indicatorExample, statuses: { 200: 'The indicator.' } },
    errors: ['not_found']
  }, async ({ params }) => await indicators.get(params.id))

  addOperation(app, {
    method: 'PUT',
    path: '/indicators/:id',
    operationId: 'putIndicator',
    summary: 'Create or replace an indicator',
    description: 'What is left out has its default again. The frequency cannot change once there are measurements. A calculation is of indicators of the same frequency, at most five calculations deep.',
    tag: 'Indicators',
    scope: 'admin',
    params,
    body: { schema: indicatorInput, example: indicatorInputExample },
    answer: { schema: indicator, example: indicatorExample, statuses: { 200: 'Replaced.', 201: 'Created.' } },
    errors: ['frequency_locked', 'unprocessable']
  }, async ({ actor, params, body }, respond) => {
    const { indicator, created } = await indicators.put(actor, params.id, body)
    return respond(created ? 201 : 200, indicator)
  })
}
