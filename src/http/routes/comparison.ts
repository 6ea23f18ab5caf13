import type { FastifyInstance } from 'fastify'
import { compareQuery } from '../../services/comparison.ts'
import type { Services } from '../../services/index.ts'
import { comparison, comparisonExample } from '../answers/comparison.ts'
import { addOperation } from '../operation.ts'

/** How kommuner compare. */
export function comparisonRoutes (app: FastifyInstance, { comparison: service }: Services): void {
  addOperation(app, {
    method: 'GET',
    path: '/compare',
    operationId: 'compare',
    summary: 'How kommuner compare on an indicator in one period',
    description: 'All kommuner, those with and those without plans, unless `areas` or `memberOf` says which: value, rank, percentile, distance to country, RAR and region, and the change in a year. Ranks are among those compared. The best comes first unless `sort` says otherwise; those without a figure come last. Whole unless a limit is given.',
    tag: 'Status',
    query: compareQuery,
    answer: { schema: comparison, example: comparisonExample, statuses: { 200: 'The areas, and the groups that they are compared with.' } }
  }, async ({ query }) => await service.compare(query))
}
