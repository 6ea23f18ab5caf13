import type { FastifyInstance } from 'fastify'
import { exportQuery } from '../../services/exports.ts'
import type { Services } from '../../services/index.ts'
import { jsonStat, jsonStatExample } from '../answers/json-stat.ts'
import { addOperation } from '../operation.ts'

/** Figures out, as files that other programs read. */
export function exportRoutes (app: FastifyInstance, { exports }: Services): void {
  addOperation(app, {
    method: 'GET',
    path: '/exports/json-stat',
    operationId: 'exportJsonStat',
    summary: 'Measurements as JSON-stat 2.0',
    description: 'One data set with the dimensions indicator, segment, area and period. POST /v1/imports/json-stat takes it back, unchanged.',
    tag: 'Measurements',
    query: exportQuery,
    answer: { schema: jsonStat, example: jsonStatExample, statuses: { 200: 'The data set.' } }
  }, async ({ query }) => await exports.jsonStat(query))
}
