import { createHash, randomUUID } from 'node:crypto'
import { AppError } from '../domain/errors.ts'
import type { Actor } from './actor.ts'
import type { KeyedAnswer, KeyedRequest, Stores } from '../../db/stores/index.ts'

/** How long an answer is kept for those who ask again, and how long a request without one is thought to be under way. */
const KEPT_MS = 24 * 3_600_000
const UNDER_WAY_MS = 600_000

/** A key that is claimed for this request, or the answer that was given to the same one before. */
export type Claim = { request: KeyedRequest, before: null } | { request: null, before: KeyedAnswer }

/** Requests that may be sent twice and are carried out once, told by a key that their sender chose. */
export function createIdempotencyService ({ stores: { idempotency }, now }: { stores: Pick<Stores, 'idempotency'>, now: () => Date }) {
  const ago = (ms: number): string => new Date(now().getTime() - ms).toISOString()

  /**
   * Claims a key for a request. Its holder must `keep` an answer or `release` the key.
   * @param what all that makes two requests the same
   * @throws AppError `invalid_request` for a key that is none, `idempotency_key_reused` where it was sent with another request,
   * `conflict` where the first one is still under way
   */
  async function claim (actor: Actor, key: string, what: readonly string[]): Promise<Claim> {
    if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
      const detail = 'is not a key: 1 to 255 printable characters without spaces, such as a UUID'
      throw new AppError('invalid_request', `Idempotency-Key ${detail}`, [{ pointer: 'Idempotency-Key', code: 'invalid_value', detail }])
    }
    const fingerprint = createHash('sha256').update(JSON.stringify(what)).digest('hex')
    const request = { actor: actor.id, key, token: randomUUID(), fingerprint, startedAt: now().toISOString() }
    const held = await idempotency.claim(request, { lostBefore: ago(UNDER_WAY_MS), forgottenBefore: ago(KEPT_MS) })
    if (held.fingerprint !== fingerprint) throw new AppError('idempotency_key_reused', 'This Idempotency-Key was sent before with another request: send each request a key of its own.')
    if (held.answer !== null) return { request: null, before: held.answer }
    if (held.token === request.token) return { request, before: null }
    throw new AppError('conflict', 'The first request with this Idempotency-Key is still under way: ask again in a moment.')
  }

  return { claim, keep: idempotency.keep, release: idempotency.release }
}
