import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Services } from '../../services/index.ts'
import { keyInput, keyQuery, rotationInput } from '../../services/keys.ts'
import { key, keyExample, me, meExample, openedKey, openedKeyExample } from '../answers/key.ts'
import { listed, listOf } from '../answers/shared.ts'
import { addOperation, idOf } from '../operation.ts'

const params = idOf('The id of the key.', keyExample.id)
const shownOnce = 'The secret is shown this once: only its hash is kept.'

/** Who may write. */
export function keyRoutes (app: FastifyInstance, { keys }: Services): void {
  addOperation(app, {
    method: 'GET',
    path: '/me',
    operationId: 'getMe',
    summary: 'Who the caller is and what it may do',
    description: 'Without a key: anonymous, who may read what is adopted.',
    tag: 'Keys',
    answer: { schema: me, example: meExample, statuses: { 200: 'The caller.' } },
    etag: 'answer'
  }, async ({ actor: { requestId: _, ...actor } }) => ({ ...actor, scopes: [...actor.scopes], kommuner: actor.kommuner && [...actor.kommuner], indicators: actor.indicators && [...actor.indicators] }))

  addOperation(app, {
    method: 'GET',
    path: '/api-keys',
    operationId: 'listKeys',
    summary: 'The keys, revoked ones included',
    tag: 'Keys',
    scope: 'admin',
    query: keyQuery,
    answer: { schema: listOf(key), example: listed(keyExample), statuses: { 200: 'The keys, the oldest first.' } }
  }, async ({ actor, query }) => await keys.list(actor, query))

  addOperation(app, {
    method: 'POST',
    path: '/api-keys',
    operationId: 'createKey',
    summary: 'Make a key',
    description: shownOnce,
    tag: 'Keys',
    scope: 'admin',
    body: { schema: keyInput, example: { name: keyExample.name, scopes: keyExample.scopes, kommuner: keyExample.kommuner, expiresAt: keyExample.expiresAt } },
    answer: { schema: openedKey, example: openedKeyExample, statuses: { 201: 'Made.' }, shownOnce: 'secret' },
    errors: ['unprocessable']
  }, async ({ actor, body }, respond) => respond(201, await keys.create(actor, body)))

  addOperation(app, {
    method: 'GET',
    path: '/api-keys/:id',
    operationId: 'getKey',
    summary: 'One key',
    tag: 'Keys',
    scope: 'admin',
    params,
    answer: { schema: key, example: keyExample, statuses: { 200: 'The key.' } },
    errors: ['not_found']
  }, async ({ actor, params }) => await keys.get(actor, params.id))

  addOperation(app, {
    method: 'POST',
    path: '/api-keys/:id/rotate',
    operationId: 'rotateKey',
    summary: 'Give a key a new secret',
    description: `The secrets before it go on for a grace period. ${shownOnce}`,
    tag: 'Keys',
    scope: 'admin',
    params,
    body: { schema: rotationInput, example: { graceHours: 48 }, optional: true },
    answer: { schema: openedKey, example: { ...openedKeyExample, earlierUntil: '2026-11-25T08:00:00.000Z' }, statuses: { 200: 'The new secret.' }, shownOnce: 'secret' },
    errors: ['not_found', 'conflict']
  }, async ({ actor, params, body }) => await keys.rotate(actor, params.id, body))

  addOperation(app, {
    method: 'DELETE',
    path: '/api-keys/:id',
    operationId: 'revokeKey',
    summary: 'Revoke a key, at once and for good',
    description: 'The last key with the scope admin cannot be revoked. A key that was revoked before stays so.',
    tag: 'Keys',
    scope: 'admin',
    params,
    answer: { schema: z.void(), statuses: { 204: 'Revoked.' } },
    errors: ['not_found', 'conflict']
  }, async ({ actor, params }, respond) => {
    await keys.revoke(actor, params.id)
    return respond(204, undefined)
  })
}
