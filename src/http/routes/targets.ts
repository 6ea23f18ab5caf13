import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { assessmentInput, deliverableInput } from '../../services/follow-ups.ts'
import type { Services } from '../../services/index.ts'
import { targetQuery } from '../../services/plans.ts'
import { assessment, assessmentExample, deliverable, deliverableExample } from '../answers/follow-up.ts'
import { listed, listOf } from '../answers/shared.ts'
import { target, targetExample } from '../answers/target.ts'
import { addOperation, idOf } from '../operation.ts'
import { etagOf } from '../preconditions.ts'

const params = idOf('The id of the target: the plan\'s, a dot and the code.', targetExample.id)

/** Targets, and what people record of them. */
export function targetRoutes (app: FastifyInstance, { plans, followUps }: Services): void {
  addOperation(app, {
    method: 'GET',
    path: '/targets',
    operationId: 'listTargets',
    summary: 'The targets of all plans, by id',
    tag: 'Plans',
    query: targetQuery,
    answer: { schema: listOf(target), example: listed(targetExample), statuses: { 200: 'A page of targets.' } }
  }, async ({ actor, query }) => await plans.targets(actor, query))

  addOperation(app, {
    method: 'GET',
    path: '/targets/:id',
    operationId: 'getTarget',
    summary: 'One target',
    tag: 'Plans',
    params,
    answer: { schema: target, example: targetExample, statuses: { 200: 'The target.' }, headers: { ETag: 'The version of its plan, in quotes.' } },
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
    tag: 'Follow-ups',
    params,
    answer: { schema: listOf(deliverable), example: listed(deliverableExample), statuses: { 200: 'The latest record of each.' } },
    errors: ['not_found']
  }, async ({ actor, params }) => listed(...await followUps.deliverables(actor, params.id)))

  addOperation(app, {
    method: 'POST',
    path: '/targets/:id/deliverables/:code',
    operationId: 'recordDeliverable',
    summary: 'Record that a deliverable was done',
    description: 'Recording it again replaces what was recorded; the earlier record is kept for knownAt.',
    tag: 'Follow-ups',
    scope: 'plans:write',
    params: params.extend({ code: z.string().meta({ description: 'The code of the deliverable in the target\'s rule.', example: deliverableExample.code }) }),
    body: { schema: deliverableInput, example: { doneOn: '2023-03-31', evidence: 'Dagsorden, punkt 4' } },
    answer: { schema: deliverable, example: deliverableExample, statuses: { 201: 'Recorded.' } },
    errors: ['not_found', 'conflict', 'unprocessable']
  }, async ({ actor, params, body }, respond) => respond(201, await followUps.recordDeliverable(actor, params.id, params.code, body)))

  addOperation(app, {
    method: 'GET',
    path: '/targets/:id/assessments',
    operationId: 'listAssessments',
    summary: 'The assessments of a target, by day',
    tag: 'Follow-ups',
    params,
    answer: { schema: listOf(assessment), example: listed(assessmentExample), statuses: { 200: 'The latest of each day.' } },
    errors: ['not_found']
  }, async ({ actor, params }) => listed(...await followUps.assessments(actor, params.id)))

  addOperation(app, {
    method: 'POST',
    path: '/targets/:id/assessments',
    operationId: 'recordAssessment',
    summary: 'Record a judgement of a target',
    description: 'Only for targets that are judged by assessment. A second one of the same day replaces the first; the first is kept for knownAt.',
    tag: 'Follow-ups',
    scope: 'plans:write',
    params,
    body: { schema: assessmentInput, example: { on: '2023-04-01', status: 'on_track', note: 'Følges i udvalget' } },
    answer: { schema: assessment, example: assessmentExample, statuses: { 201: 'Recorded.' } },
    errors: ['not_found', 'conflict', 'unprocessable']
  }, async ({ actor, params, body }, respond) => respond(201, await followUps.recordAssessment(actor, params.id, body)))
}
