export const DELIVERY_STATES = ['pending', 'delivered', 'failed'] as const
export type DeliveryState = typeof DELIVERY_STATES[number]

/** One event for one webhook; `replay` counts how often it was asked for again. `nextAttemptAt` is null once it is settled. */
export type Delivery = {
  id: string
  webhook: string
  seq: number
  subject: string
  replay: number
  state: DeliveryState
  attempts: number
  nextAttemptAt: string | null
  createdAt: string
  settledAt: string | null
}

/** What came of one attempt: the status that was answered (null: no answer) and why that is no success (null: it is). */
export type Attempt = { number: number, at: string, durationMs: number, status: number | null, error: string | null }

/** What a receiver answered to an attempt. `retryAfter` is its header. */
export type Answer = Pick<Attempt, 'status' | 'error'> & { retryAfter: string | null }

/** How a delivery stands after an attempt. */
export type Verdict = Pick<Delivery, 'state' | 'nextAttemptAt'> & { endsWebhook: boolean }

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** How long after each failed attempt the next one comes, in milliseconds: eight attempts over about a day. */
export const RETRIES_MS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 8 * HOUR, 10 * HOUR]
const LONGEST_WAIT_MS = Math.max(...RETRIES_MS)
/** At most so much longer, so that what failed together does not come back together. */
const JITTER = 0.1

const GONE = 410
/** Too many requests and unavailable: the two answers that may say when to come again. */
const COME_AGAIN = [429, 503]

/**
 * Judges an answer: 2xx is delivered, 410 ends the webhook, and everything else is tried again until the schedule ends.
 * @param attempts how many there were before this one
 * @param at when this one began
 * @param jitter from 0 to 1
 */
export function verdictOn ({ status, error, retryAfter }: Answer, { attempts, at, jitter }: { attempts: number, at: Date, jitter: number }): Verdict {
  if (status !== null && error === null) return { state: 'delivered', nextAttemptAt: null, endsWebhook: false }
  // It stays pending: who resumes the webhook goes on where it ended.
  if (status === GONE) return { state: 'pending', nextAttemptAt: at.toISOString(), endsWebhook: true }
  const scheduled = RETRIES_MS[attempts]
  if (scheduled === undefined) return { state: 'failed', nextAttemptAt: null, endsWebhook: false }
  const asked = status !== null && COME_AGAIN.includes(status) ? Math.min(waitOf(retryAfter, at), LONGEST_WAIT_MS) : 0
  const wait = Math.max(scheduled * (1 + JITTER * jitter), asked)
  return { state: 'pending', nextAttemptAt: new Date(at.getTime() + wait).toISOString(), endsWebhook: false }
}

/** What a Retry-After header asks for, in milliseconds: it holds seconds or a date. 0 where it says nothing that can be read. */
function waitOf (retryAfter: string | null, at: Date): number {
  if (retryAfter === null) return 0
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter) * SECOND
  const until = Date.parse(retryAfter)
  return Number.isNaN(until) ? 0 : Math.max(0, until - at.getTime())
}
