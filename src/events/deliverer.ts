import { setTimeout as wait } from 'node:timers/promises'
import { type createDeliveryService, type Message, type Parcel, SENT_TOGETHER } from '../services/deliveries.ts'
import type { Send } from './send.ts'
import { signatureHeaders } from './sign.ts'

type DelivererOptions = {
  deliveries: ReturnType<typeof createDeliveryService>
  send: Send
  now: () => Date
  onError: (error: unknown) => void
  /** How long after it could not be noted what was answered it is tried again, in milliseconds. Default 1,000. */
  noteAgainMs?: number
}

/**
 * Sends what is due to webhooks. `run` starts it and does not wait: each webhook is served by itself, so that a slow one keeps nobody
 * else waiting. `idle` waits until all are served; `stop` starts no more, waits so long for what is under way, and breaks it off then.
 */
export function createDeliverer ({ deliveries, send, now, onError, noteAgainMs = 1_000 }: DelivererOptions) {
  const served = new Map<string, Promise<void>>()
  const stopping = new AbortController()
  const breakOff = new AbortController()

  /** One look at what is new and due. @returns whether there is more to do at once */
  async function run (): Promise<boolean> {
    const hasMore = await deliveries.fanOut()
    for (const webhook of await deliveries.due()) {
      if (stopping.signal.aborted || served.has(webhook)) continue
      served.set(webhook, serve(webhook).catch(onError).finally(() => { served.delete(webhook) }))
    }
    return hasMore
  }

  /** Keeps so many under way as may be, and takes on more when half of them are free, until there is nothing more. */
  async function serve (webhook: string): Promise<void> {
    const parcels = new Set<Promise<void>>()
    const count = { underWay: 0, ended: 0 }
    let next = Promise.withResolvers<void>()

    async function sendAll (parcel: Parcel): Promise<void> {
      await Promise.all(parcel.messages.map(async message => {
        await deliver(parcel, message).catch(onError)
        count.underWay--
        count.ended++
        next.resolve()
        next = Promise.withResolvers()
      }))
      if (breakOff.signal.aborted) await deliveries.release(parcel)
    }

    while (!stopping.signal.aborted) {
      const before = count.ended
      const parcel = await deliveries.take(webhook, SENT_TOGETHER - count.underWay)
      if (parcel !== null) {
        count.underWay += parcel.messages.length
        const sending = sendAll(parcel).catch(onError).finally(() => { parcels.delete(sending) })
        parcels.add(sending)
        while (count.underWay > SENT_TOGETHER / 2) await next.promise
      } else if (count.ended === before) {
        // What ended meanwhile may have made way for another of its subject.
        if (count.underWay === 0) break
        await next.promise
      }
    }
    await Promise.all(parcels)
  }

  async function deliver (parcel: Parcel, message: Message): Promise<void> {
    const { id, body } = message
    const at = now()
    const answer = await send({ url: parcel.url, headers: signatureHeaders({ id, at, body }, parcel.secrets), body }, breakOff.signal)
    if (answer.status === null && breakOff.signal.aborted) return
    await note(() => deliveries.settle(parcel, message, at, answer), parcel.until)
  }

  /** Tries to note an answer until it is noted or another takes the message on: what is not noted is sent again. */
  async function note (settle: () => Promise<void>, until: Date): Promise<void> {
    for (;;) {
      try {
        await settle()
        return
      } catch (error) {
        onError(error)
        if (breakOff.signal.aborted || now().getTime() + noteAgainMs >= until.getTime()) return
      }
      await wait(noteAgainMs, undefined, { signal: breakOff.signal }).catch(() => {})
    }
  }

  async function idle (): Promise<void> {
    await Promise.all(served.values())
  }

  async function stop (patienceMs: number): Promise<void> {
    stopping.abort()
    const timer = setTimeout(() => { breakOff.abort() }, patienceMs)
    await idle()
    clearTimeout(timer)
  }

  return { run, idle, stop }
}
