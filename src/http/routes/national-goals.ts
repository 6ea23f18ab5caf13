import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Services } from '../../services/index.ts'
import { nationalGoalInput, nationalGoalPatch, nationalGoalQuery } from '../../services/national-goals.ts'
import { nationalGoal, nationalGoalExample } from '../answers/national-goal.ts'
import { listed, listOf } from '../answers/shared.ts'
import { addOperation, idOf } from '../operation.ts'

/** The minister's employment goals. */
export function nationalGoalRoutes (app: FastifyInstance, { nationalGoals }: Services): void {
  addOperation(app, {
    method: 'GET',
    path: '/national-goals',
    operationId: 'listNationalGoals',
    summary: 'The national goals, by year and number',
    description: 'Whole unless a limit is given.',
    tag: 'National goals',
    query: nationalGoalQuery,
    answer: { schema: listOf(nationalGoal), example: listed(nationalGoalExample), statuses: { 200: 'The national goals.' } }
  }, async ({ query }) => await nationalGoals.list(query))

  addOperation(app, {
    method: 'GET',
    path: '/national-goals/:id',
    operationId: 'getNationalGoal',
    summary: 'One national goal',
    tag: 'National goals',
    params: idOf('Year and number.', nationalGoalExample.id),
    answer: { schema: nationalGoal, example: nationalGoalExample, statuses: { 200: 'The national goal.' } },
    errors: ['not_found']
  }, async ({ params }) => await nationalGoals.get(params.id))

  addOperation(app, {
    method: 'PUT',
    path: '/national-goals/:id',
    operationId: 'putNationalGoal',
    summary: 'Create or replace a national goal',
    description: 'Its id is the year, a hyphen and the number.',
    tag: 'National goals',
    scope: 'admin',
    params: idOf('Year and number.', nationalGoalExample.id),
    body: { schema: nationalGoalInput, example: { title: nationalGoalExample.title } },
    answer: { schema: nationalGoal, example: nationalGoalExample, statuses: { 200: 'Replaced.', 201: 'Created.' } }
  }, async ({ actor, params, body }, respond) => {
    const { goal, created } = await nationalGoals.put(actor, params.id, body)
    return respond(created ? 201 : 200, goal)
  })

  addOperation(app, {
    method: 'PATCH',
    path: '/national-goals/:id',
    operationId: 'updateNationalGoal',
    summary: 'Change of a national goal what is given',
    description: 'A merge patch (RFC 7396). Its year and number are its id and stay; national goals are listed by them, so they are not moved.',
    tag: 'National goals',
    scope: 'admin',
    params: idOf('Year and number.', nationalGoalExample.id),
    body: { schema: nationalGoalPatch, example: { title: nationalGoalExample.title } },
    answer: { schema: nationalGoal, example: nationalGoalExample, statuses: { 200: 'Changed, or as it was.' } },
    errors: ['not_found']
  }, async ({ actor, params, body }) => (await nationalGoals.update(actor, params.id, body)).goal)

  addOperation(app, {
    method: 'DELETE',
    path: '/national-goals/:id',
    operationId: 'removeNationalGoal',
    summary: 'Remove a national goal that no plan names',
    description: 'Refused with 409, naming what uses it: goals of plans, and earlier versions of plans.',
    tag: 'National goals',
    scope: 'admin',
    params: idOf('Year and number.', nationalGoalExample.id),
    answer: { schema: z.void(), statuses: { 204: 'Removed.' } },
    errors: ['not_found', 'conflict']
  }, async ({ actor, params }, respond) => {
    await nationalGoals.remove(actor, params.id)
    return respond(204, undefined)
  })
}
