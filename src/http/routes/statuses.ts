import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services/index.ts'
import { statusesQuery } from '../../services/statuses.ts'
import { statuses, statusesExample } from '../answers/statuses.ts'
import { statusWriter } from '../answers/status-json.ts'
import { addOperation } from '../operation.ts'

/** How all targets of all kommuner stand. */
export function statusesRoutes (app: FastifyInstance, { statuses: service }: Services): void {
  addOperation(app, {
    method: 'GET',
    path: '/statuses',
    operationId: 'listStatuses',
    summary: 'The statuses of the targets of all kommuner, filtered and grouped',
    description: 'Filters go together; `total` and `groups` are of all that they let through, `items` a page of it. A map of the country: `groupBy=kommune&limit=0`. All targets in one answer: `limit=2000`. What all plans came to: `asOf=2024-12-31&inForceOn=2024-12-31`. Only what a group has targets of is there: a kommune without is in no group. Filtered by national goals, the groups by national goal are those alone. Where page follows page, send the first answer\'s `asOf` and `knownAt`, so that all are of one moment.',
    tag: 'Status',
    query: statusesQuery,
    answer: { schema: statuses, write: statusWriter('items'), example: statusesExample, statuses: { 200: 'The total, the groups and a page of statuses.' } }
  }, async ({ actor, query }) => await service.list(actor, query))
}
