import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Services } from '../../services/index.ts'
import { mappingInput, mappingQuery } from '../../services/mappings.ts'
import { mapping, mappingExample } from '../answers/mapping.ts'
import { listed, listOf } from '../answers/shared.ts'
import { addOperation, idOf } from '../operation.ts'

const params = idOf('The id of the mapping.', mappingExample.id)

/** How the labels of sources' tables become series. */
export function mappingRoutes (app: FastifyInstance, { mappings }: Services): void {
  addOperation(app, {
    method: 'GET',
    path: '/mappings',
    operationId: 'listMappings',
    summary: 'The mappings of sources\' tables',
    description: 'Whole unless a limit is given.',
    tag: 'Measurements',
    query: mappingQuery,
    answer: { schema: listOf(mapping), example: listed(mappingExample), statuses: { 200: 'The mappings.' } }
  }, async ({ query }) => await mappings.list(query))

  addOperation(app, {
    method: 'GET',
    path: '/mappings/:id',
    operationId: 'getMapping',
    summary: 'One mapping',
    tag: 'Measurements',
    params,
    answer: { schema: mapping, example: mappingExample, statuses: { 200: 'The mapping.' } },
    errors: ['not_found']
  }, async ({ params }) => await mappings.get(params.id))

  addOperation(app, {
    method: 'PUT',
    path: '/mappings/:id',
    operationId: 'putMapping',
    summary: 'Create or replace a mapping',
    description: 'What is left out has its default. Not for keys that are bound to kommuner or indicators: a mapping is everybody\'s. What was imported by it stays as it is.',
    tag: 'Measurements',
    scope: 'measurements:write',
    params,
    body: { schema: mappingInput, example: mappingExample },
    answer: { schema: mapping, example: mappingExample, statuses: { 200: 'Replaced.', 201: 'Created.' } }
  }, async ({ actor, params, body }, respond) => {
    const { mapping, created } = await mappings.put(actor, params.id, body)
    return respond(created ? 201 : 200, mapping)
  })

  addOperation(app, {
    method: 'DELETE',
    path: '/mappings/:id',
    operationId: 'deleteMapping',
    summary: 'Remove a mapping',
    description: 'What was imported by it stays.',
    tag: 'Measurements',
    scope: 'measurements:write',
    params,
    answer: { schema: z.void(), statuses: { 204: 'Removed.' } },
    errors: ['not_found']
  }, async ({ actor, params }, respond) => {
    await mappings.remove(actor, params.id)
    return respond(204, undefined)
  })
}
