import { z } from 'zod'
import { type Event, EVENT_TYPES, type EventType } from '../domain/event.ts'
import { isWanted } from '../domain/webhook.ts'
import { anyOf, wholeNumber } from './input.ts'
import { DEFAULT_LIMIT, MAX_LIMIT } from './lists.ts'
import { type Reference, refusedParameter } from './reference.ts'
import type { Stores } from '../../db/stores/index.ts'

/** An event as it is told, in the feed and to webhooks: an id of its own, what happened, when, and what is told of it. */
export type ToldEvent = { id: string, type: EventType, timestamp: string, data: Record<string, unknown> & { subject: string } }

/** How an event is told. Example: `{ id: 'evt-7', type: 'plan.adopted', timestamp: '2026-01-01T00:00:00.000Z', data: { …, subject: 'x-2026' } }` */
export const toldOf = ({ seq, type, subject, occurredAt, data }: Event): ToldEvent =>
  ({ id: idOf(seq), type, timestamp: occurredAt, data: { ...data, subject } })

const idOf = (seq: number): string => `evt-${seq}`

export const changeQuery = z.strictObject({
  after: z.string().max(40).optional().meta({ description: 'Where to go on: the last answer\'s `nextCursor`, or the id of an event. `now` begins with what happens from now on; without it the feed begins at the first event.' }),
  limit: wholeNumber(1, MAX_LIMIT, `Events an answer: 1 to ${MAX_LIMIT}.`),
  type: anyOf(z.enum(EVENT_TYPES), 'Only events of this type.'),
  kommune: anyOf(z.string().min(1).max(160), 'Only what concerns this kommune: its plans and targets, figures of its area, and changed indicators, which are everybody\'s.'),
  subject: anyOf(z.string().min(1).max(400), 'Only what happened to this one: an import, a plan, a target or an indicator, by its id.')
})
export type ChangeQuery = z.output<typeof changeQuery>

/** `nextCursor` is always there: the place to go on from. `hasMore`: there is more to fetch at once, even where a filter left `items` empty. */
export type Changes = { items: ToldEvent[], nextCursor: string, hasMore: boolean }

/** A filter goes through at most so many events for one answer, and then hands on the cursor. */
const MOST_LOOKED_AT = 1_000
const EVENTS_A_READ = 250

/** The feed of what has happened, for those who poll. It tells only of what everybody may read. */
export function createChangeService ({ stores, reference }: { stores: Pick<Stores, 'events'>, reference: Reference }) {
  /**
   * The events after a place, each once, in the order in which the changes became visible.
   * @throws AppError `invalid_request` where `after` is no place of this feed, or the kommune does not exist
   */
  async function list ({ after, limit = DEFAULT_LIMIT, type, kommune, subject }: ChangeQuery): Promise<Changes> {
    const kommuner = await reference.kommuneIds('kommune', kommune) ?? null
    const wanted = { types: type ?? [...EVENT_TYPES], kommuner }
    const isFiltered = type !== undefined || kommuner !== null || subject !== undefined
    const last = await stores.events.last()
    const start = placeOf(after, last)
    const items: Event[] = []
    let at = start
    while (at < last && items.length < limit && at - start < MOST_LOOKED_AT) {
      for (const event of await stores.events.after(at, isFiltered ? EVENTS_A_READ : Math.min(limit - items.length, EVENTS_A_READ))) {
        if (items.length === limit) break
        at = event.seq
        if (isWanted(wanted, event) && (subject?.includes(event.subject) ?? true)) items.push(event)
      }
    }
    return { items: items.map(toldOf), nextCursor: idOf(at), hasMore: at < last }
  }

  return { list }
}

function placeOf (after: string | undefined, last: number): number {
  if (after === undefined) return 0
  if (after === 'now') return last
  const seq = /^evt-(\d{1,15})$/.exec(after)?.[1]
  if (seq === undefined) throw refusedParameter('after', 'is no place in this feed: take nextCursor of the last answer as it is, the id of an event, or now', 'invalid_cursor')
  if (Number(seq) > last) throw refusedParameter('after', `lies after the last event, evt-${last}: was the database restored from a copy? Begin again without it`, 'invalid_cursor')
  return Number(seq)
}
