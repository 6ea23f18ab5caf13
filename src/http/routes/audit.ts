import type { FastifyInstance } from 'fastify'
import { auditQuery } from '../../services/audit.ts'
import type { Services } from '../../services/index.ts'
import { auditEntry, auditEntryExample, auditEntryOf } from '../answers/audit.ts'
import { listed, listOf } from '../answers/shared.ts'
import { addOperation } from '../operation.ts'

/** Who changed what. */
export function auditRoutes (app: FastifyInstance, { audit }: Services): void {
  addOperation(app, {
    method: 'GET',
    path: '/audit',
    operationId: 'listAudit',
    summary: 'Who changed what, the latest first',
    description: 'Every change that was made, by whom, when, in which request, from what to what, and why. Nothing changes or removes an entry. A key with `admin` sees them all; one that is bound to kommuner sees what concerns its own. A page may end before the limit where entries are large: go on with `nextCursor`.',
    tag: 'Audit',
    scope: 'plans:write',
    query: auditQuery,
    answer: { schema: listOf(auditEntry), example: listed(auditEntryExample), statuses: { 200: 'A page of entries.' } }
  }, async ({ actor, query }) => {
    const { items, nextCursor } = await audit.list(actor, query)
    return { items: items.map(auditEntryOf), nextCursor }
  })
}
