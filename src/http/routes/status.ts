import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services/index.ts'
import { historyQuery, planStatusQuery, statusQuery } from '../../services/status.ts'
import { goalStatus, planStatus, statusHistory, targetStatus } from '../answers/status.ts'
import { goalStatusExample, planStatusExample, statusHistoryExample, targetStatusExample } from '../answers/status-examples.ts'
import { statusWriter } from '../answers/status-json.ts'
import { addOperation, idOf } from '../operation.ts'

const target = idOf('The id of the target: the plan\'s, a dot and the code.', targetStatusExample.target)

/** How targets, goals and plans stand. */
export function statusRoutes (app: FastifyInstance, { status }: Services): void {
  addOperation(app, {
    method: 'GET',
    path: '/targets/:id/status',
    operationId: 'getTargetStatus',
    summary: 'The status of a target on a day',
    description: 'With everything that it was computed from, so that anyone can do the sum again.',
    tag: 'Status',
    params: target,
    query: statusQuery,
    answer: { schema: targetStatus, example: targetStatusExample, statuses: { 200: 'The status.' } },
    errors: ['not_found']
  }, async ({ actor, params, query }) => await status.ofTarget(actor, params.id, query))

  addOperation(app, {
    method: 'GET',
    path: '/goals/:id/status',
    operationId: 'getGoalStatus',
    summary: 'The status of a goal, rolled up from its targets',
    tag: 'Status',
    params: idOf('The id of the goal: the plan\'s, a dot and the code.', goalStatusExample.goal),
    query: statusQuery,
    answer: { schema: goalStatus, write: statusWriter('targets'), example: goalStatusExample, statuses: { 200: 'The goal\'s status and its targets\'.' } },
    errors: ['not_found']
  }, async ({ actor, params, query }) => await status.ofGoal(actor, params.id, query))

  addOperation(app, {
    method: 'GET',
    path: '/plans/:id/status',
    operationId: 'getPlanStatus',
    summary: 'The status of a plan, of its goals and of every target',
    description: 'With `version`, that of an earlier version: its targets as they were put, judged by the figures known now (or at `knownAt`).',
    tag: 'Status',
    params: idOf('The id of the plan.', planStatusExample.plan),
    query: planStatusQuery,
    answer: { schema: planStatus, write: statusWriter('targets'), example: planStatusExample, statuses: { 200: 'The plan\'s status, its goals\' and its targets\'.' } },
    errors: ['not_found']
  }, async ({ actor, params, query }) => await status.ofPlan(actor, params.id, query))

  addOperation(app, {
    method: 'GET',
    path: '/targets/:id/history',
    operationId: 'getTargetHistory',
    summary: 'The status of a target as it was, step by step',
    tag: 'Status',
    params: target,
    query: historyQuery,
    answer: { schema: statusHistory, example: statusHistoryExample, statuses: { 200: 'The status on each day.' } },
    errors: ['not_found']
  }, async ({ actor, params, query }) => await status.history(actor, params.id, query))
}
