import { randomUUID } from 'node:crypto'
import { type Answer, verdictOn } from '../domain/delivery.ts'
import type { Event } from '../domain/event.ts'
import { isWanted } from '../domain/webhook.ts'
import { toldOf } from './changes.ts'
import { gathering } from './gathering.ts'
import type { Settled, Stores } from '../../db/stores/index.ts'

const EVENTS_A_TIME = 200
/** How many an instance sends to one webhook at a time. */
export const SENT_TOGETHER = 8
/**
 * How long what was taken on is left to who took it; after a crash another takes it up then. An attempt has its time in it (15 s at most),
 * and 5 s are left for clocks that differ.
 */
const LEASE_MS = 30_000
/** Where the database took longer than this to give it, there is no time left to send it. */
const LATE_MS = 10_000

/** One message to send: `id` is the event's, the same at every attempt; `body` is the event as JSON. */
export type Message = { delivery: string, attempts: number, id: string, body: string }
/** What was taken on for one webhook until an instant, to be sent now. `secrets` are all that are valid, the newest first. */
export type Parcel = { token: string, url: string, secrets: string[], messages: Message[], until: Date }

type Needs = { stores: Pick<Stores, 'webhooks' | 'deliveries' | 'events'>, now: () => Date, random?: () => number }

/**
 * What is to be sent to webhooks, and what follows from how it went; the sending itself is in src/events. Several instances may work at
 * once. Every event is delivered at least once: twice where a process ends between the answer and noting it.
 * @param random from 0 to 1, for the jitter between attempts
 */
export function createDeliveryService ({ stores, now, random = Math.random }: Needs) {
  const note = gathering<Settled>(all => stores.deliveries.settle(all))

  /** Turns new events into deliveries to those who want them. @returns whether there are more */
  async function fanOut (): Promise<boolean> {
    let hasMore = false
    const found = new Map<number, Event[]>()
    for (const webhook of await stores.webhooks.behind()) {
      const events = found.get(webhook.seq) ?? await stores.events.after(webhook.seq, EVENTS_A_TIME)
      found.set(webhook.seq, events)
      const rows = events.filter(event => isWanted(webhook, event)).map(({ seq, subject }) => ({ id: `dlv-${randomUUID()}`, seq, subject }))
      await stores.deliveries.fanOut(webhook.id, rows, { upTo: events.at(-1)?.seq ?? webhook.seq, at: now().toISOString() })
      hasMore ||= events.length === EVENTS_A_TIME
    }
    return hasMore
  }

  /** The webhooks that something can be sent to now. */
  const due = (): Promise<string[]> => stores.deliveries.withDue(now().toISOString())

  /** Takes on some of what can be sent to a webhook now, at most `limit`; null where there is nothing, or the webhook has ended. */
  async function take (id: string, limit = SENT_TOGETHER): Promise<Parcel | null> {
    const webhook = await stores.webhooks.byId(id)
    if (webhook?.state !== 'active') return null
    const at = now()
    const secrets = await stores.webhooks.secrets(id, at.toISOString())
    const token = randomUUID()
    const until = new Date(at.getTime() + LEASE_MS)
    const taken = await stores.deliveries.lease(id, token, { at: at.toISOString(), until: until.toISOString(), limit })
    if (taken.length === 0) return null
    if (now().getTime() > at.getTime() + LATE_MS) {
      await stores.deliveries.release(token)
      return null
    }
    const messages = taken.map(({ id: delivery, attempts, event }): Message => {
      const told = toldOf(event)
      return { delivery, attempts, id: told.id, body: JSON.stringify(told) }
    })
    return { token, url: webhook.url, secrets: secrets.map(one => one.secret), messages, until }
  }

  /** Notes what came of a message that was sent at `at`; together with others, where many come at once. */
  async function settle ({ token }: Parcel, { delivery, attempts }: Message, at: Date, answer: Answer): Promise<void> {
    const attempt = { at: at.toISOString(), durationMs: Math.max(0, now().getTime() - at.getTime()), status: answer.status, error: answer.error }
    await note({ id: delivery, token, attempt, verdict: verdictOn(answer, { attempts, at, jitter: random() }) })
  }

  /** Lets go what of a parcel was not sent. */
  const release = ({ token }: Parcel): Promise<void> => stores.deliveries.release(token)

  /** How many deliveries wait, and for how many seconds the one that is due the longest. */
  async function queue (): Promise<{ waiting: number, oldestSeconds: number }> {
    const { waiting, dueSince } = await stores.deliveries.queue()
    return { waiting, oldestSeconds: dueSince === null ? 0 : Math.max(0, (now().getTime() - Date.parse(dueSince)) / 1000) }
  }

  return { fanOut, due, take, settle, release, queue }
}
