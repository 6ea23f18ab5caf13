import type { Webhook as WebhookRecord } from '../../src/domain/webhook.ts'
import type { DeliveryQuery, LoggedDelivery } from '../../src/services/delivery-log.ts'
import { connection, type PageArguments } from '../connections.ts'
import type { Context } from '../context.ts'
import { STATUS_COST } from '../cost.ts'
import { filtered, type Given } from '../filters.ts'

const eventId = (seq: number): string => `evt-${seq}`

const kommunerOf = async ({ kommuner }: { kommuner: string[] | null }, _: unknown, { loaders }: Context) => {
  const { resolve } = await loaders.areas()
  return kommuner?.map(resolve) ?? null
}

export const Key = { kommuner: kommunerOf }

export const Webhook = {
  kommuner: kommunerOf,
  lastEvent: ({ seq }: WebhookRecord) => seq === 0 ? null : eventId(seq),
  deliveries: ({ id }: WebhookRecord, { first, after, ...filter }: PageArguments & Given<Pick<DeliveryQuery, 'state' | 'type'>>, { services, actor, budget }: Context) => {
    // Read webhook by webhook, so it costs as much as what is computed.
    budget.spend(STATUS_COST)
    const asked = filtered(filter)
    return connection({ first, after }, { ...asked, webhook: id }, 2, paging => budget.within(() => services.webhooks.log.list(actor, id, { ...paging, ...asked })), ({ seq, replay }) => [String(seq), String(replay)])
  }
}

export const Delivery = {
  event: ({ seq }: LoggedDelivery) => eventId(seq),
  // Read here, so that attempts count in what the query costs.
  attempts: ({ log }: LoggedDelivery) => log
}
