import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Services } from '../../services/index.ts'
import { flag } from '../../services/input.ts'
import { planDocument } from '../../services/plan-document.ts'
import { planQuery, versionQuery, versionsQuery } from '../../services/plan-queries.ts'
import { plan, planDocumentExample, planExample, planSummary, planSummaryExample } from '../answers/plan.ts'
import { planPut, planPutExample, planVersion, planVersionExample } from '../answers/plan-write.ts'
import { listed, listOf } from '../answers/shared.ts'
import { createExpansions } from '../expansions.ts'
import { addOperation, idOf } from '../operation.ts'
import { etagOf, preconditionOf } from '../preconditions.ts'
import { YAML } from '../yaml.ts'

const params = idOf('The id of the plan.', planExample.id)
const etagHeader = { ETag: 'The version of the plan, in quotes.' }
const putQuery = z.strictObject({
  reason: z.string().max(2000).optional().meta({ description: 'Why it changes; needed for an adopted plan.' }),
  dryRun: flag('Write nothing: only tell what would change.')
})

/** Plans, read as they stand and put as documents. */
export function planRoutes (app: FastifyInstance, services: Services): void {
  const { plans } = services
  const { kommune, planStatus: status, planStatusAt } = createExpansions(services)
  addOperation(app, {
    method: 'GET',
    path: '/plans',
    operationId: 'listPlans',
    summary: 'The plans, without their goals',
    description: 'Whole unless a limit is given. Drafts are shown to keys with the scope drafts:read.',
    tag: 'Plans',
    query: planQuery,
    expand: { kommune, status },
    answer: { schema: listOf(planSummary), example: listed(planSummaryExample), statuses: { 200: 'The plans.' } }
  }, async ({ actor, query }) => await plans.list(actor, query))

  addOperation(app, {
    method: 'GET',
    path: '/plans/:id',
    operationId: 'getPlan',
    summary: 'One plan with its goals and their targets',
    description: 'As it is, or as it stood at a version.',
    tag: 'Plans',
    params,
    query: versionQuery,
    expand: { kommune, status: planStatusAt },
    answer: { schema: plan, example: planExample, statuses: { 200: 'The plan.' } },
    errors: ['not_found']
  }, async ({ actor, params, query }, respond) => {
    const found = await plans.whole(actor, params.id, query.version)
    return respond(200, found, { etag: etagOf(found.version) })
  })

  addOperation(app, {
    method: 'GET',
    path: '/plans/:id/versions',
    operationId: 'listPlanVersions',
    summary: 'The versions of a plan, the latest first',
    description: 'Who put each, when and why. Versions that were drafts are told of only to keys with the scope drafts:read.',
    tag: 'Plans',
    params,
    query: versionsQuery,
    answer: { schema: listOf(planVersion), example: listed(planVersionExample), statuses: { 200: 'A page of versions.' } },
    errors: ['not_found']
  }, async ({ actor, params, query }) => await plans.versions(actor, params.id, query))

  addOperation(app, {
    method: 'GET',
    path: '/plans/:id/document',
    operationId: 'getPlanDocument',
    summary: 'The plan as the document that was put',
    description: 'The current one, or that of a version; as YAML where `Accept` names application/yaml. Texts that YAML would read as dates or numbers are in quotes.',
    tag: 'Plans',
    params,
    query: versionQuery,
    answer: { schema: planDocument, example: planDocumentExample, yaml: true, statuses: { 200: 'The document.' } },
    errors: ['not_found']
  }, async ({ actor, params, query, answerType }, respond) => {
    const { document, version } = await plans.document(actor, params.id, query.version)
    return respond(200, document, { etag: etagOf(version), ...answerType === YAML && { 'content-type': YAML } })
  })

  addOperation(app, {
    method: 'PUT',
    path: '/plans/:id/document',
    operationId: 'putPlanDocument',
    summary: 'Create or replace a plan, as one change',
    description: 'The same document again changes nothing. To replace a plan, If-Match names the version that was changed; what is no draft changes only with a reason. A plan goes from draft to adopted to closed, and from each to withdrawn. What looks wrong and may be meant is told in `warnings`. YAML is read by its core schema: dates stay texts, and tags are refused; problems name line and column. A `$schema`, such as the address of /schemas/plan.json, is taken and not kept.',
    tag: 'Plans',
    scope: 'plans:write',
    params,
    query: putQuery,
    headers: { 'If-Match': 'The ETag of the version that was changed; needed once the plan exists.', 'If-None-Match': '* where the plan must be new.' },
    body: { schema: planDocument, example: planDocumentExample, yaml: true },
    answer: { schema: planPut, example: planPutExample, statuses: { 200: 'Replaced, unchanged, or a dry run.', 201: 'Created.' }, headers: etagHeader },
    errors: ['not_found', 'version_conflict', 'precondition_required', 'reason_required', 'unprocessable']
  }, async ({ actor, params, query, headers, body }, respond) => {
    const put = await plans.putDocument(actor, params.id, body, { ...preconditionOf(headers), ...query })
    return respond(put.created && !put.dryRun ? 201 : 200, put, put.version > 0 ? { etag: etagOf(put.version) } : {})
  })
}
