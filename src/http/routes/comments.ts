import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { commentChange, commentInput, commentQuery } from '../../services/comments.ts'
import type { Services } from '../../services/index.ts'
import { comment, commentExample } from '../answers/follow-up.ts'
import { listed, listOf } from '../answers/shared.ts'
import { addOperation, idOf } from '../operation.ts'

const target = idOf('The id of the target: the plan\'s, a dot and the code.', commentExample.target)
const params = idOf('The id of the comment.', commentExample.id)
const { on, text, author } = commentExample

/** What the administration remarks on targets. */
export function commentRoutes (app: FastifyInstance, { comments }: Services): void {
  addOperation(app, {
    method: 'GET',
    path: '/targets/:id/comments',
    operationId: 'listComments',
    summary: 'The administration\'s remarks on a target, by day',
    description: 'Whole unless a limit is given.',
    tag: 'Follow-ups',
    params: target,
    query: commentQuery,
    answer: { schema: listOf(comment), example: listed(commentExample), statuses: { 200: 'Each as it stands, or stood at knownAt.' } },
    errors: ['not_found']
  }, async ({ actor, params, query }) => await comments.list(actor, params.id, query))

  addOperation(app, {
    method: 'POST',
    path: '/targets/:id/comments',
    operationId: 'recordComment',
    summary: 'Write a remark on a target',
    description: 'The report shows it beside the status, which it does not change.',
    tag: 'Follow-ups',
    scope: 'plans:write',
    params: target,
    body: { schema: commentInput, example: { on, text, author } },
    answer: { schema: comment, example: commentExample, statuses: { 201: 'Written.' } },
    errors: ['not_found', 'unprocessable']
  }, async ({ actor, params, body }, respond) => respond(201, await comments.record(actor, params.id, body)))

  addOperation(app, {
    method: 'PATCH',
    path: '/comments/:id',
    operationId: 'changeComment',
    summary: 'Change a remark',
    description: 'Only what is given. It is a new revision; the earlier one is kept for knownAt.',
    tag: 'Follow-ups',
    scope: 'plans:write',
    params,
    body: { schema: commentChange, example: { text } },
    answer: { schema: comment, example: { ...commentExample, revision: 2 }, statuses: { 200: 'Changed.' } },
    errors: ['not_found', 'conflict', 'unprocessable']
  }, async ({ actor, params, body }) => await comments.change(actor, params.id, body))

  addOperation(app, {
    method: 'DELETE',
    path: '/comments/:id',
    operationId: 'withdrawComment',
    summary: 'Take a remark back',
    description: 'It is out of sight from now on; what it said is kept for knownAt.',
    tag: 'Follow-ups',
    scope: 'plans:write',
    params,
    answer: { schema: z.void(), statuses: { 204: 'Taken back.' } },
    errors: ['not_found', 'conflict']
  }, async ({ actor, params }, respond) => {
    await comments.withdraw(actor, params.id)
    return respond(204, undefined)
  })
}
