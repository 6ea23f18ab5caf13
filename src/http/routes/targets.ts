import type { FastifyInstance } from 'fastify'
import { assessmentInput, assessmentQuery, deliverableInput, deliverableQuery } from '../../services/follow-ups.ts'
import type { Services } from '../../services/index.ts'
import { targetQuery } from '../../services/plan-queries.ts'
import { assessment, assessmentExample, deliverable, deliverableExample } from '../answers/follow-up.ts'
import { listed, listOf } from '../answers/shared.ts'
import { target, targetExample } from '../answers/target.ts'
import { createExpansions } from '../expansions.ts'
import { addOperation, idOf, pathText } from '../operation.ts'
import { etagOf } from '../preconditions.ts'

const called = 'The id of the target: the plan\'s, a dot and the code.'
const params = idOf(called, targetExample.id)
const judged = idOf(called, assessmentExample.target)

/** Targets, and what people record of them. */
export function targetRoutes (app: FastifyInstance, services: Services): void {
  const { plans, followUps } = services
  const { indicator, kommune, plan, goal, targetStatus: status } = createExpansions(services)
  const expand = { indicator, kommune, plan, goal, status }
  addOperation(app, {
    method: 'GET',
    path: '/targets',
    operationId: 'listTargets',
    summary: 'The targets of all plans, by id',
    tag: 'Plans',
    query: targetQuery,
    expand,
    answer: { schema: listOf(target), example: listed(targetExample), statuses: { 200: 'A page of targets.' } }
  }, async ({ actor, query }) => await plans.targets(actor, query))

  addOperation(app, {
    method: 'GET',
    path: '/targets/:id',
    operationId: 'getTarget',
    summary: 'One target',
    tag: 'Plans',
    params,
    expand,
    answer: { schema: target, example: targetExample, statuses: { 200: 'The target.' } },
    errors: ['not_found']
  }, async ({ actor, params }, respond) => {
    const version = await plans.versionOf(actor, params.id)
    return respond(200, await plans.target(actor, params.id), version === undefined ? {} : { etag: etagOf(version) })
  })

  addOperation(app, {
    method: 'GET',
    path: '/targets/:id/deliverables',
    operationId: 'listDeliverables',
    summary: 'The deliverables of a target that are recorded',
    description: 'Whole unless a limit is given.',
    tag: 'Follow-ups',
    params,
    query: deliverableQuery,
    answer: { schema: listOf(deliverable), example: listed(deliverableExample), statuses: { 200: 'The latest record of each.' } },
    errors: ['not_found']
  }, async ({ actor, params, query }) => await followUps.deliverables(actor, params.id, query))

  addOperation(app, {
    method: 'POST',
    path: '/targets/:id/deliverables/:code',
    operationId: 'recordDeliverable',
    summary: 'Record that a deliverable was done',
    description: 'Recording it again replaces what was recorded; the earlier record is kept for knownAt.',
    tag: 'Follow-ups',
    scope: 'plans:write',
    params: idOf(called, deliverableExample.target).extend({ code: pathText('The code of the deliverable in the target\'s rule.', deliverableExample.code) }),
    body: { schema: deliverableInput, example: { doneOn: '2023-03-31', evidence: 'Dagsorden, punkt 4' } },
    answer: { schema: deliverable, example: deliverableExample, statuses: { 201: 'Recorded.' } },
    errors: ['not_found', 'conflict', 'unprocessable']
  }, async ({ actor, params, body }, respond) => respond(201, await followUps.recordDeliverable(actor, params.id, params.code, body)))

  addOperation(app, {
    method: 'GET',
    path: '/targets/:id/assessments',
    operationId: 'listAssessments',
    summary: 'The assessments of a target, by day',
    description: 'Whole unless a limit is given.',
    tag: 'Follow-ups',
    params: judged,
    query: assessmentQuery,
    answer: { schema: listOf(assessment), example: listed(assessmentExample), statuses: { 200: 'The latest of each day.' } },
    errors: ['not_found']
  }, async ({ actor, params, query }) => await followUps.assessments(actor, params.id, query))

  addOperation(app, {
    method: 'POST',
    path: '/targets/:id/assessments',
    operationId: 'recordAssessment',
    summary: 'Record a judgement of a target',
    description: 'Only for targets that are judged by assessment. A second one of the same day replaces the first; the first is kept for knownAt.',
    tag: 'Follow-ups',
    scope: 'plans:write',
    params: judged,
    body: { schema: assessmentInput, example: { on: '2023-04-01', status: 'on_track', note: 'Følges i udvalget' } },
    answer: { schema: assessment, example: assessmentExample, statuses: { 201: 'Recorded.' } },
    errors: ['not_found', 'conflict', 'unprocessable']
  }, async ({ actor, params, body }, respond) => respond(201, await followUps.recordAssessment(actor, params.id, body)))
}
