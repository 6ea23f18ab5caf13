import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Services } from '../../services/index.ts'
import { flag } from '../../services/input.ts'
import { copyInput } from '../../services/plan-copies.ts'
import { planInput, planPatch } from '../../services/plan-document.ts'
import { adoptInput, endInput } from '../../services/plan-heads.ts'
import { planDocumentExample, planExample } from '../answers/plan.ts'
import { planCopy, planCopyExample, planWrite, planWriteExample } from '../answers/plan-write.ts'
import { addOperation, idOf } from '../operation.ts'
import { etagOf, preconditionOf } from '../preconditions.ts'

const { goals: _goals, status: _status, ...head } = planDocumentExample
const params = idOf('The id of the plan.', planExample.id)
const validateOnly = flag('Write nothing: only tell what would change, what is wrong and what looks so.')
const example = { ...planWriteExample, item: planExample.id, changes: [{ path: '/adoptedBy', op: 'replace' as const, before: null, after: 'Byrådet' }], warnings: [] }

/** What edits share: who may, by which version, and what is answered. */
export const editQuery = z.strictObject({
  reason: z.string().max(2000).optional().meta({ description: 'Why it changes; needed for a plan that is no draft.' }),
  validateOnly
})
export const editing = {
  tag: 'Plans',
  scope: 'plans:write',
  headers: { 'If-Match': 'The ETag of the plan\'s version that was changed; needed unless nothing is written.' },
  errors: ['not_found', 'version_conflict', 'precondition_required', 'reason_required', 'unprocessable']
} as const
export const etagHeader = { ETag: 'The version of the plan, in quotes.' }
const CREATED = { 200: 'Only tried.', 201: 'Created.' }

/** Answers what a write did: 201 where it made something. */
export const answerWrite = <Write extends { created: boolean, validateOnly: boolean, version: number }>(respond: (status: number, body: Write, headers?: Record<string, string>) => FastifyReply, write: Write): FastifyReply =>
  respond(write.created && !write.validateOnly ? 201 : 200, write, write.version > 0 ? { etag: etagOf(write.version) } : {})

/** Plans written piece by piece, and what becomes of them. */
export function planEditRoutes (app: FastifyInstance, { planEdits }: Services): void {
  addOperation(app, {
    method: 'POST',
    path: '/plans',
    operationId: 'createPlan',
    summary: 'Make a plan, as a draft',
    description: 'From its head; goals and targets are added one by one, or sent along.',
    ...editing,
    headers: {},
    query: z.strictObject({ validateOnly }),
    body: { schema: planInput, example: { ...head, id: 'frederikssund-2028', title: 'Beskæftigelsesplan 2028 – Frederikssund Kommune', period: { from: '2028-01-01', to: '2028-12-31' } } },
    answer: { schema: planWrite, example: { ...example, plan: 'frederikssund-2028', item: 'frederikssund-2028', version: 1, created: true, changes: [{ path: '/title', op: 'add' as const, before: null, after: 'Beskæftigelsesplan 2028 – Frederikssund Kommune' }] }, statuses: CREATED, headers: etagHeader },
    errors: ['version_conflict', 'unprocessable']
  }, async ({ actor, query, body }, respond) => answerWrite(respond, await planEdits.create(actor, body, query)))

  addOperation(app, {
    method: 'PATCH',
    path: '/plans/:id',
    operationId: 'updatePlan',
    summary: 'Change of a plan what is given',
    description: 'A merge patch (RFC 7396): null clears, lists are replaced whole. Goals and targets have paths of their own.',
    ...editing,
    params,
    query: editQuery,
    body: { schema: planPatch, example: { adoptedBy: 'Byrådet', paceLimits: null } },
    answer: { schema: planWrite, example, statuses: { 200: 'Changed, unchanged, or only tried.' }, headers: etagHeader }
  }, async ({ actor, params, query, headers, body }, respond) => answerWrite(respond, await planEdits.update(actor, params.id, body, { ...preconditionOf(headers), ...query })))

  addOperation(app, {
    method: 'DELETE',
    path: '/plans/:id',
    operationId: 'deletePlan',
    summary: 'Remove a draft',
    description: 'Only what never was more than a draft, and of which nothing is recorded: other plans are withdrawn. Its versions go with it.',
    ...editing,
    params,
    query: editQuery,
    answer: { schema: planWrite, example: { ...example, version: 0, changes: [{ path: '/title', op: 'remove' as const, before: planExample.title, after: null }] }, statuses: { 200: 'Removed, or only tried.' } }
  }, async ({ actor, params, query, headers }, respond) => answerWrite(respond, await planEdits.remove(actor, params.id, { ...preconditionOf(headers), ...query })))

  addOperation(app, {
    method: 'POST',
    path: '/plans/:id/copy',
    operationId: 'copyPlan',
    summary: 'Make the draft of a later year from a plan',
    description: 'Periods, windows, deadlines and due dates move by the years between. A baseline becomes the last period of the old window where its figures are in and final, else it moves along; each is named in `proposals`. The draft says which plan it continues.',
    ...editing,
    headers: {},
    params,
    query: z.strictObject({ validateOnly }),
    body: { schema: copyInput, example: { to: 2025 } },
    answer: { schema: planCopy, example: planCopyExample, statuses: CREATED, headers: etagHeader },
    errors: ['not_found', 'version_conflict', 'unprocessable']
  }, async ({ actor, params, query, body }, respond) => answerWrite(respond, await planEdits.copy(actor, params.id, body, query)))

  for (const { name, operationId, summary, description, schema, body } of TURNS) {
    addOperation(app, {
      method: 'POST',
      path: `/plans/:id/${name}`,
      operationId,
      summary,
      description,
      ...editing,
      params,
      query: editQuery,
      body: { schema, example: body, optional: true },
      answer: { schema: planWrite, example: { ...example, changes: [{ path: '/status', op: 'replace' as const, before: 'draft', after: name }] }, statuses: { 200: 'Done, or only tried.' }, headers: etagHeader }
    }, async ({ actor, params, query, headers, body }, respond) => answerWrite(respond, await planEdits[name](actor, params.id, body, { ...preconditionOf(headers), ...query })))
  }
}

const TURNS = [
  { name: 'adopt', operationId: 'adoptPlan', summary: 'Adopt a draft', description: 'From now on all see it, and it changes only with a reason.', schema: adoptInput, body: { adoptedBy: 'Byrådet', adoptedOn: '2023-12-13' } },
  { name: 'close', operationId: 'closePlan', summary: 'Close an adopted plan', description: 'Its time is over; it stays readable. Needs a reason.', schema: endInput, body: { reason: 'Planens år er gået' } },
  { name: 'withdraw', operationId: 'withdrawPlan', summary: 'Withdraw a plan', description: 'It stays readable. A draft is removed instead. It needs a reason.', schema: endInput, body: { reason: 'Erstattet af en ny plan' } }
] as const
