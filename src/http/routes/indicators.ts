import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Services } from '../../services/index.ts'
import { indicatorInput, indicatorPatch, indicatorQuery } from '../../services/indicators.ts'
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
    errors: ['conflict', 'frequency_locked', 'unprocessable']
  }, async ({ actor, params, body }, respond) => {
    const { indicator, created } = await indicators.put(actor, params.id, body)
    return respond(created ? 201 : 200, indicator)
  })

  addOperation(app, {
    method: 'PATCH',
    path: '/indicators/:id',
    operationId: 'updateIndicator',
    summary: 'Change of an indicator what is given',
    description: 'A merge patch (RFC 7396): null gives a field its default again, lists are replaced whole. Inside the name and the calculation too; but a calculation of another kind replaces the old one whole, and `segment: null` in it is the whole. What is refused is as for PUT. Indicators have no order, so they are not moved.',
    tag: 'Indicators',
    scope: 'admin',
    params,
    body: { schema: indicatorPatch, example: { publicationLagDays: 60, source: null } },
    answer: { schema: indicator, example: { ...indicatorExample, publicationLagDays: 60, source: null }, statuses: { 200: 'Changed, or as it was.' } },
    errors: ['not_found', 'conflict', 'frequency_locked', 'unprocessable']
  }, async ({ actor, params, body }) => (await indicators.update(actor, params.id, body)).indicator)

  addOperation(app, {
    method: 'DELETE',
    path: '/indicators/:id',
    operationId: 'removeIndicator',
    summary: 'Remove an indicator that nothing uses',
    description: 'Refused with 409, naming what uses it: figures (withdrawn ones too), targets, earlier versions of plans, calculations, mappings and keys.',
    tag: 'Indicators',
    scope: 'admin',
    params,
    answer: { schema: z.void(), statuses: { 204: 'Removed.' } },
    errors: ['not_found', 'conflict']
  }, async ({ actor, params }, respond) => {
    await indicators.remove(actor, params.id)
    return respond(204, undefined)
  })
}
