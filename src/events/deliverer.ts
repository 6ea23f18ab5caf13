import type { createDeliveryService, Message, Parcel } from '../services/deliveries.ts'
import type { Send } from './send.ts'
import { signatureHeaders } from './sign.ts'

type DelivererOptions = {
  deliveries: ReturnType<typeof createDeliveryService>
  send: Send
  now: () => Date
  onError: (error: unknown) => void
}

/**
 * Sends what is due to webhooks. `run` starts it and does not wait: each webhook is served by itself, so that a slow one keeps nobody
 * else waiting. `idle` waits until all are served; `stop` starts no more, waits so long for what is under way, and breaks it off then.
 */
export function createDeliverer ({ deliveries, send, now, onError }: DelivererOptions) {
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

  async function serve (webhook: string): Promise<void> {
    while (!stopping.signal.aborted) {
      const parcel = await deliveries.take(webhook)
      if (parcel === null) return
      await Promise.all(parcel.messages.map(message => deliver(parcel, message).catch(onError)))
      if (breakOff.signal.aborted) await deliveries.release(parcel)
    }
  }

  async function deliver (parcel: Parcel, message: Message): Promise<void> {
    const { id, body } = message
    const at = now()
    const answer = await send({ url: parcel.url, headers: signatureHeaders({ id, at, body }, parcel.secrets), body }, breakOff.signal)
    if (answer.status === null && breakOff.signal.aborted) return
    await deliveries.settle(parcel, message, at, answer)
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
