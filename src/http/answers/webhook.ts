import { z } from 'zod'
import { DELIVERY_STATES } from '../../domain/delivery.ts'
import { EVENT_TYPES } from '../../domain/event.ts'
import { type Webhook, WEBHOOK_STATES } from '../../domain/webhook.ts'
import type { LoggedDelivery } from '../../services/delivery-log.ts'
import { instant } from './shared.ts'

export const webhook = z.strictObject({
  id: z.string(),
  url: z.string(),
  description: z.string().nullable(),
  types: z.array(z.enum(EVENT_TYPES)),
  kommuner: z.array(z.string()).nullable().meta({ description: 'Only events that concern these; null for all.' }),
  state: z.enum(WEBHOOK_STATES).meta({ description: 'One that ended is sent nothing until it is resumed.' }),
  endedAt: instant.nullable(),
  endedBecause: z.string().nullable(),
  lastEvent: z.string().nullable().meta({ description: 'The last event that was looked at for it; null where there is none.' }),
  createdAt: instant,
  createdBy: z.string().meta({ description: 'The id of the key that made it.' })
}).meta({ id: 'Webhook' })

export const openedWebhook = z.strictObject({
  webhook,
  secret: z.string().nullable().meta({ description: 'What deliveries are signed with. It is shown this once; null when an Idempotency-Key asks again.' }),
  earlierUntil: instant.nullable().meta({ description: 'Until when the secrets before it sign too; null where there were none.' })
}).meta({ id: 'OpenedWebhook' })

const attempt = z.strictObject({
  number: z.number().int(),
  at: instant,
  durationMs: z.number().int(),
  status: z.number().int().nullable().meta({ description: 'The HTTP status that was answered; null where there was no answer.' }),
  error: z.string().nullable().meta({ description: 'Why it is no success; null where it is one.' })
}).meta({ id: 'DeliveryAttempt' })

export const delivery = z.strictObject({
  id: z.string(),
  event: z.string().meta({ description: 'The event, which is also the `webhook-id` that is sent.' }),
  type: z.enum(EVENT_TYPES),
  subject: z.string().meta({ description: 'What the event happened to. The events of one subject are sent in their order.' }),
  replay: z.number().int().meta({ description: 'Which replay of the event it is; 0 is the first telling.' }),
  state: z.enum(DELIVERY_STATES),
  attempts: z.array(attempt),
  nextAttemptAt: instant.nullable().meta({ description: 'When it is tried next, at the earliest; null once it is settled.' }),
  createdAt: instant,
  settledAt: instant.nullable()
}).meta({ id: 'Delivery' })

export const replay = z.strictObject({
  deliveries: z.number().int().meta({ description: 'How many events are sent again.' }),
  next: z.string().nullable().meta({ description: 'Send it as `after` to go on; null where the replay came to the end.' })
}).meta({ id: 'Replay' })

const eventId = (seq: number): string => `evt-${seq}`

/** A webhook as it is answered. */
export const webhookOf = ({ seq, ...rest }: Webhook): z.output<typeof webhook> => ({ ...rest, lastEvent: seq === 0 ? null : eventId(seq) })

/** A delivery as it is answered, with its attempts. */
export const deliveryOf = ({ id, seq, type, subject, replay, state, log, nextAttemptAt, createdAt, settledAt }: LoggedDelivery): z.output<typeof delivery> =>
  ({ id, event: eventId(seq), type, subject, replay, state, attempts: log, nextAttemptAt, createdAt, settledAt })

export const webhookExample: z.output<typeof webhook> = {
  id: 'whk-4f7d1a52-90c3-4a55-8a64-0c1f2b3d4e5f',
  url: 'https://example.dk/maal',
  description: 'Kommunens ledelsesinformation',
  types: ['target.status_changed', 'plan.adopted'],
  kommuner: ['0250'],
  state: 'active',
  endedAt: null,
  endedBecause: null,
  lastEvent: 'evt-41',
  createdAt: '2026-11-23T08:00:00.000Z',
  createdBy: 'key-6c1f5f54-8a27-4b8e-9d0a-7f5a3d1c0e42'
}
export const openedWebhookExample: z.output<typeof openedWebhook> = { webhook: webhookExample, secret: 'whsec_…', earlierUntil: null }
export const deliveryExample: z.output<typeof delivery> = {
  id: 'dlv-9a1c6b0e-1f57-4b35-8d5c-2f4e6a7b8c9d',
  event: 'evt-42',
  type: 'target.status_changed',
  subject: 'frederikssund-2024.3a',
  replay: 0,
  state: 'delivered',
  attempts: [
    { number: 1, at: '2026-11-23T09:00:00.000Z', durationMs: 212, status: 503, error: 'answered 503' },
    { number: 2, at: '2026-11-23T09:00:05.100Z', durationMs: 87, status: 204, error: null }
  ],
  nextAttemptAt: null,
  createdAt: '2026-11-23T08:59:59.800Z',
  settledAt: '2026-11-23T09:00:05.100Z'
}
