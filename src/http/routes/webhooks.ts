import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { deliveryQuery, EVENTS_REPLAYED, replayInput } from '../../services/delivery-log.ts'
import type { Services } from '../../services/index.ts'
import { secretRotationInput, webhookInput, webhookQuery } from '../../services/webhooks.ts'
import { listed, listOf } from '../answers/shared.ts'
import { delivery, deliveryExample, deliveryOf, openedWebhook, openedWebhookExample, replay, webhook, webhookExample, webhookOf } from '../answers/webhook.ts'
import { addOperation, idOf, pathText } from '../operation.ts'

const tag = 'Webhooks'
const scope = 'admin'
const params = idOf('The id of the webhook.', webhookExample.id)
const deliveryParams = params.extend({ delivery: pathText('The id of the delivery.', deliveryExample.id) })
const shownOnce = 'The secret is shown this once.'

/** Who is told of events. */
export function webhookRoutes (app: FastifyInstance, { webhooks }: Services): void {
  addOperation(app, {
    method: 'GET',
    path: '/webhooks',
    operationId: 'listWebhooks',
    summary: 'The webhooks, ended ones included',
    tag,
    scope,
    query: webhookQuery,
    answer: { schema: listOf(webhook), example: listed(webhookExample), statuses: { 200: 'The webhooks, the oldest first.' } },
    etag: 'answer'
  }, async ({ actor, query }) => {
    const { items, nextCursor } = await webhooks.list(actor, query)
    return { items: items.map(webhookOf), nextCursor }
  })

  addOperation(app, {
    method: 'POST',
    path: '/webhooks',
    operationId: 'createWebhook',
    summary: 'Make a webhook',
    description: `It is told of what happens from now on, signed as Standard Webhooks say: check \`webhook-signature\` with one of their libraries, and tell repetitions by \`webhook-id\`. An event is sent until it is answered with 2xx, over about a day; 410 ends the webhook; redirects are not followed. ${shownOnce}`,
    tag,
    scope,
    body: { schema: webhookInput, example: { url: webhookExample.url, types: webhookExample.types, kommuner: webhookExample.kommuner, description: webhookExample.description } },
    answer: { schema: openedWebhook, example: openedWebhookExample, statuses: { 201: 'Made.' }, shownOnce: 'secret' },
    errors: ['unprocessable', 'conflict']
  }, async ({ actor, body }, respond) => {
    const { webhook, ...made } = await webhooks.create(actor, body)
    return respond(201, { webhook: webhookOf(webhook), ...made })
  })

  addOperation(app, {
    method: 'GET',
    path: '/webhooks/:id',
    operationId: 'getWebhook',
    summary: 'One webhook',
    tag,
    scope,
    params,
    answer: { schema: webhook, example: webhookExample, statuses: { 200: 'The webhook.' } },
    etag: 'answer',
    errors: ['not_found']
  }, async ({ actor, params }) => webhookOf(await webhooks.get(actor, params.id)))

  addOperation(app, {
    method: 'DELETE',
    path: '/webhooks/:id',
    operationId: 'removeWebhook',
    summary: 'Remove a webhook',
    description: 'With its secrets and the log of its deliveries. What is under way at that moment may still arrive.',
    tag,
    scope,
    params,
    answer: { schema: z.void(), statuses: { 204: 'Removed.' } },
    errors: ['not_found']
  }, async ({ actor, params }, respond) => {
    await webhooks.remove(actor, params.id)
    return respond(204, undefined)
  })

  addOperation(app, {
    method: 'POST',
    path: '/webhooks/:id/rotate',
    operationId: 'rotateWebhook',
    summary: 'Give a webhook a new secret',
    description: `The secrets before it sign beside it for a grace period, so that a receiver may change in its own time. ${shownOnce}`,
    tag,
    scope,
    params,
    body: { schema: secretRotationInput, example: { graceHours: 48 }, optional: true },
    answer: { schema: openedWebhook, example: { ...openedWebhookExample, earlierUntil: '2026-11-25T08:00:00.000Z' }, statuses: { 200: 'The new secret.' }, shownOnce: 'secret' },
    errors: ['not_found', 'conflict']
  }, async ({ actor, params, body }) => {
    const { webhook, ...made } = await webhooks.rotate(actor, params.id, body)
    return { webhook: webhookOf(webhook), ...made }
  })

  addOperation(app, {
    method: 'POST',
    path: '/webhooks/:id/resume',
    operationId: 'resumeWebhook',
    summary: 'Have a webhook go on at once',
    description: 'After it ended, with all that happened since; or, for one that waits for its next attempts, without waiting.',
    tag,
    scope,
    params,
    answer: { schema: webhook, example: webhookExample, statuses: { 200: 'It goes on.' } },
    errors: ['not_found']
  }, async ({ actor, params }) => webhookOf(await webhooks.resume(actor, params.id)))

  deliveryRoutes(app, webhooks)
}

/** What was sent to a webhook, and sending it again. */
function deliveryRoutes (app: FastifyInstance, { log }: Services['webhooks']): void {
  addOperation(app, {
    method: 'GET',
    path: '/webhooks/:id/deliveries',
    operationId: 'listDeliveries',
    summary: 'The deliveries of a webhook, the latest events first',
    description: 'Each with its attempts.',
    tag,
    scope,
    params,
    query: deliveryQuery,
    answer: { schema: listOf(delivery), example: listed(deliveryExample), statuses: { 200: 'A page of deliveries.' } },
    etag: 'answer',
    errors: ['not_found']
  }, async ({ actor, params, query }) => {
    const { items, nextCursor } = await log.list(actor, params.id, query)
    return { items: items.map(deliveryOf), nextCursor }
  })

  addOperation(app, {
    method: 'POST',
    path: '/webhooks/:id/deliveries/:delivery/replay',
    operationId: 'replayDelivery',
    summary: 'Send the event of a delivery again',
    description: 'With the same `webhook-id`, in a delivery of its own.',
    tag,
    scope,
    params: deliveryParams,
    answer: { schema: delivery, example: { ...deliveryExample, replay: 1, state: 'pending', attempts: [], nextAttemptAt: '2026-11-23T10:00:00.000Z', createdAt: '2026-11-23T10:00:00.000Z', settledAt: null }, statuses: { 201: 'The new delivery.' } },
    errors: ['not_found', 'conflict']
  }, async ({ actor, params }, respond) => respond(201, deliveryOf(await log.replayOne(actor, params.id, params.delivery))))

  addOperation(app, {
    method: 'POST',
    path: '/webhooks/:id/replay',
    operationId: 'replayWebhook',
    summary: 'Send events to a webhook again',
    description: `Those that it wants, after an event or since an instant, also from before it was made; what is still to be delivered is left alone. At most ${EVENTS_REPLAYED} at a time.`,
    tag,
    scope,
    params,
    body: { schema: replayInput, example: { after: 'evt-17' } },
    answer: { schema: replay, example: { deliveries: 25, next: null }, statuses: { 200: 'What is sent again.' } },
    errors: ['not_found', 'conflict']
  }, async ({ actor, params, body }) => await log.replay(actor, params.id, body))
}
