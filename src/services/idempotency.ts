import { createHash, randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { AppError } from '../domain/errors.ts'
import type { Actor } from './actor.ts'
import type { KeyedAnswer, KeyedRequest, Stores } from '../../db/stores/index.ts'

/** How long an answer is kept for those who ask again. */
const KEPT_MS = 24 * 3_600_000
/** How often a request says that it is under way, and how long it is believed without: after that its server has ended. */
export const RENEWED_EVERY_MS = 10_000
const BELIEVED_MS = 30_000
/** How often it is tried to let a key go while the database is away. */
const RETRIED_EVERY_MS = 1_000

/** A key that is claimed for this request, or the answer that was given to the same one before. */
export type Claim = { request: KeyedRequest, before: null } | { request: null, before: KeyedAnswer }

/** Requests that may be sent twice and are carried out once, told by a key that their sender chose. */
export function createIdempotencyService ({ stores: { idempotency }, now }: { stores: Pick<Stores, 'idempotency'>, now: () => Date }) {
  const ago = (ms: number): string => new Date(now().getTime() - ms).toISOString()

  /**
   * Claims a key for a request. Its holder must `renew` it while it is under way, and `keep` an answer or `release` the key at its end.
   * @param what all that makes two requests the same
   * @throws AppError `invalid_request` for a key that is none, `idempotency_key_reused` where it was sent with another request,
   * `unavailable` where the first one is still under way, `conflict` where it wrote something and ended without an answer
   */
  async function claim (actor: Actor, key: string, what: readonly string[]): Promise<Claim> {
    if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
      const detail = 'is not a key: 1 to 255 printable characters without spaces, such as a UUID'
      throw new AppError('invalid_request', `Idempotency-Key ${detail}`, [{ pointer: 'Idempotency-Key', code: 'invalid_value', detail }])
    }
    const fingerprint = createHash('sha256').update(JSON.stringify(what)).digest('hex')
    const request = { actor: actor.id, key, token: randomUUID(), fingerprint, startedAt: now().toISOString() }
    const held = await idempotency.claim(request, { lostBefore: ago(BELIEVED_MS), forgottenBefore: ago(KEPT_MS) }).catch((error: unknown) => {
      // It may have the key although nobody heard of it.
      releaseLater(request)
      throw error
    })
    if (held.fingerprint !== fingerprint) throw new AppError('idempotency_key_reused', 'This Idempotency-Key was sent before with another request: send each request a key of its own.')
    if (held.answer !== null) return { request: null, before: held.answer }
    if (held.token === request.token) return { request, before: null }
    if (held.effect !== '' && held.startedAt < ago(BELIEVED_MS)) {
      throw new AppError('conflict', `The first request with this Idempotency-Key was carried out (${held.effect}), but its server ended before it could answer. Nothing was done again: read what it wrote, and give a new request a key of its own.`)
    }
    // From before the clock was set back: where its server has ended, it is believed no longer than any other. One that is at work renews it itself.
    if (held.startedAt > request.startedAt) await idempotency.renew(held, request.startedAt)
    throw new AppError('unavailable', 'The first request with this Idempotency-Key is still under way: send it again after Retry-After seconds.')
  }

  /** Says that a request with a key is still under way. */
  const renew = (request: KeyedRequest): Promise<void> => idempotency.renew(request, now().toISOString())

  /** Lets a key go whose request failed and wrote nothing. Where the database is away it goes as soon as it is back, and this does not wait for it. */
  async function release (request: KeyedRequest): Promise<void> {
    await idempotency.release(request).catch(() => { releaseLater(request) })
  }

  /** Tries again in the background, until nobody believes in the request any longer. */
  function releaseLater (request: KeyedRequest, tries = BELIEVED_MS / RETRIED_EVERY_MS): void {
    setTimeout(RETRIED_EVERY_MS, undefined, { ref: false })
      .then(async () => { await idempotency.release(request) })
      .catch(() => { if (tries > 1) releaseLater(request, tries - 1) })
  }

  return { claim, renew, keep: idempotency.keep, release }
}
