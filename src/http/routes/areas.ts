import type { FastifyInstance } from 'fastify'
import { areaQuery, kommuneQuery } from '../../services/areas.ts'
import type { Services } from '../../services/index.ts'
import { area, areaExample } from '../answers/area.ts'
import { listed, listOf } from '../answers/shared.ts'
import { addOperation, pathText } from '../operation.ts'
import { z } from 'zod'

const areas = { schema: listOf(area), example: listed(areaExample) }

/** Kommuner, regions, RAR, councils and the country. */
export function areaRoutes (app: FastifyInstance, { areas: service }: Services): void {
  addOperation(app, {
    method: 'GET',
    path: '/kommuner',
    operationId: 'listKommuner',
    summary: 'The 98 kommuner',
    description: 'By name, whole unless a limit is given.',
    tag: 'Areas',
    query: kommuneQuery,
    answer: { ...areas, statuses: { 200: 'The kommuner.' } }
  }, async ({ query }) => await service.kommuner(query))

  addOperation(app, {
    method: 'GET',
    path: '/kommuner/:code',
    operationId: 'getKommune',
    summary: 'One kommune',
    tag: 'Areas',
    params: z.strictObject({ code: pathText('Four digits; three are taken too.', '0250') }),
    answer: { schema: area, example: areaExample, statuses: { 200: 'The kommune.' } },
    errors: ['not_found']
  }, async ({ params }) => await service.kommune(params.code))

  addOperation(app, {
    method: 'GET',
    path: '/areas',
    operationId: 'listAreas',
    summary: 'Areas of every kind',
    description: 'Whole unless a limit is given.',
    tag: 'Areas',
    query: areaQuery,
    answer: { ...areas, statuses: { 200: 'The areas.' } }
  }, async ({ query }) => await service.list(query))

  addOperation(app, {
    method: 'GET',
    path: '/areas/:id',
    operationId: 'getArea',
    summary: 'One area',
    tag: 'Areas',
    params: z.strictObject({ id: pathText('The id of the area, or its code in another source.', '0250') }),
    answer: { schema: area, example: areaExample, statuses: { 200: 'The area.' } },
    errors: ['not_found']
  }, async ({ params }) => await service.get(params.id))
}
