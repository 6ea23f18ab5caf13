import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { NewAuditEntry } from '../domain/audit.ts'
import { DELIVERY_STATES } from '../domain/delivery.ts'
import { AppError, notFound } from '../domain/errors.ts'
import { EVENT_TYPES } from '../domain/event.ts'
import { isWanted, type Webhook } from '../domain/webhook.ts'
import { type Actor, requireScope } from './actor.ts'
import { audited } from './audit-entries.ts'
import { anyOf, instant, parse, type WriteOptions } from './input.ts'
import { DEFAULT_LIMIT, isDescending, numberOf, type Page, pageOf, paging, questionOf, readCursor, sortBy } from './lists.ts'
import { diffDocuments } from './plan-diff.ts'
import type { createWebhookService } from './webhooks.ts'
import type { LoggedDelivery, NewDelivery, Stores } from '../../db/stores/index.ts'

export type { LoggedDelivery } from '../../db/stores/index.ts'

const EVENTS_READ = 500
/** How many events one replay looks at, and how many it sends again: who wants more goes on where it stopped. */
const EVENTS_LOOKED_AT = 10_000
export const EVENTS_REPLAYED = 1_000

export const deliveryQuery = z.strictObject({
  state: anyOf(z.enum(DELIVERY_STATES), 'Only deliveries that stand so.'),
  type: anyOf(z.enum(EVENT_TYPES), 'Only deliveries of events of this type.'),
  ...paging,
  sort: sortBy(['event'])
})
export type DeliveryQuery = z.output<typeof deliveryQuery>

/** From where events are sent again. */
export const replayInput = z.strictObject({
  after: z.string().max(13).regex(/^evt-\d{1,9}$/, { error: 'is not the id of an event: write one such as evt-17, or evt-0 for all' }).optional()
    .meta({ description: 'The events after this one: the `webhook-id` of the last that arrived.', example: 'evt-17' }),
  since: instant.optional().meta({ description: 'The events from this instant on.' })
}).refine(({ after, since }) => (after === undefined) !== (since === undefined), { error: 'takes either after or since, one of them' }).meta({ id: 'ReplayInput' })

/** What a replay did: how many events are sent again, and the event to go on after, null where it came to the end. */
export type Replay = { deliveries: number, next: string | null }

type Needs = { stores: Pick<Stores, 'deliveries' | 'events'>, webhooks: Pick<ReturnType<typeof createWebhookService>, 'get'>, now: () => Date }

/** What was delivered to webhooks and what was not, and sending it again. */
export function createDeliveryLog ({ stores, webhooks, now }: Needs) {
  const replayed = (actor: Actor, webhook: string, again: readonly NewDelivery[]): NewAuditEntry[] =>
    audited(actor, now().toISOString(), { action: 'webhook.replayed', subjectKind: 'webhook', subject: webhook, changes: diffDocuments({}, { deliveries: again.length, first: again.at(0)?.seq, last: again.at(-1)?.seq }) })
  const newDelivery = (seq: number, subject: string): NewDelivery => ({ id: `dlv-${randomUUID()}`, seq, subject })

  /** The deliveries of a webhook with their attempts, the latest events first unless they are sorted otherwise. @throws AppError `not_found` */
  async function list (actor: Actor, webhook: string, query: DeliveryQuery): Promise<Page<LoggedDelivery>> {
    await webhooks.get(actor, webhook)
    const { state, type, limit = DEFAULT_LIMIT, cursor, sort = '-event' } = query
    const question = questionOf({ ...query, webhook })
    const [seq, replay] = cursor === undefined ? [] : readCursor(cursor, 2, question).map(numberOf)
    const after = seq !== undefined && replay !== undefined ? { seq, replay } : undefined
    const found = await stores.deliveries.page({ webhook, ...state && { states: state }, ...type && { types: type } }, { limit: limit + 1, ...after && { after }, ascending: !isDescending(sort) })
    return pageOf(found, limit, one => [String(one.seq), String(one.replay)], question)
  }

  /**
   * Sends the event of a delivery again, in a delivery of its own.
   * @throws AppError `not_found`, or `conflict` where it is still to be delivered
   */
  async function replayOne (actor: Actor, webhook: string, id: string, { validateOnly = false }: WriteOptions = {}): Promise<LoggedDelivery> {
    await webhooks.get(actor, webhook)
    const [delivery] = await stores.deliveries.page({ webhook, id }, { limit: 1 })
    if (delivery === undefined) throw notFound('delivery', id)
    const { seq, subject } = delivery
    if ((await stores.deliveries.pendingOf(webhook, { from: seq, to: seq })).size > 0) {
      throw new AppError('conflict', `The event evt-${seq} is still to be delivered: POST /v1/webhooks/${webhook}/resume has it tried at once.`)
    }
    if (validateOnly) return delivery
    const again = newDelivery(seq, subject)
    await stores.deliveries.replay(webhook, [again], now().toISOString(), replayed(actor, webhook, [again]))
    const [made] = await stores.deliveries.page({ webhook, id: again.id }, { limit: 1 })
    if (made === undefined) throw notFound('webhook', webhook)
    return made
  }

  /**
   * Sends events again that a webhook wants, those from before it was made too; what is still to be delivered is left alone.
   * @throws AppError `invalid_request`, `not_found`, or `conflict` where another does the same
   */
  async function replay (actor: Actor, id: string, input: unknown, { validateOnly = false }: WriteOptions = {}): Promise<Replay> {
    requireScope(actor, 'admin')
    const { after, since } = parse(replayInput, input)
    const webhook = await webhooks.get(actor, id)
    const first = since === undefined ? Number(after?.slice('evt-'.length)) + 1 : await stores.deliveries.firstSince(since)
    if (first === null) return { deliveries: 0, next: null }
    const { rows, next } = await wantedFrom(webhook, first)
    const pending = rows.length === 0 ? new Set() : await stores.deliveries.pendingOf(id, { from: rows[0]!.seq, to: rows.at(-1)!.seq })
    const again = rows.filter(({ seq }) => !pending.has(seq))
    if (again.length > 0 && !validateOnly) await stores.deliveries.replay(id, again, now().toISOString(), replayed(actor, id, again))
    return { deliveries: again.length, next }
  }

  /** The events from a number on that a webhook wants and that were looked at for it; what comes later reaches it anyway. */
  async function wantedFrom (webhook: Webhook, first: number): Promise<{ rows: NewDelivery[], next: string | null }> {
    const rows: NewDelivery[] = []
    for (let seq = first - 1; ;) {
      const events = await stores.events.after(seq, EVENTS_READ)
      for (const event of events) {
        if (event.seq > webhook.seq) return { rows, next: null }
        if (rows.length === EVENTS_REPLAYED || event.seq >= first + EVENTS_LOOKED_AT) return { rows, next: `evt-${seq}` }
        if (isWanted(webhook, event)) rows.push(newDelivery(event.seq, event.subject))
        seq = event.seq
      }
      if (events.length < EVENTS_READ) return { rows, next: null }
    }
  }

  return { list, replayOne, replay }
}
