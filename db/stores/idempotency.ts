import { and, eq } from 'drizzle-orm'
import type { Database } from '../database.ts'

/** A request that a caller gave an Idempotency-Key. `token` tells attempts apart; `answer` is null while the first one is under way. */
export type KeyedRequest = { actor: string, key: string, token: string, fingerprint: string, startedAt: string }
export type KeyedAnswer = { status: number, body: string }

/** What was answered to requests with an Idempotency-Key. */
export function createIdempotencyStore (database: Database) {
  const { db, tables: { idempotencyKeys: t } } = database

  /**
   * Claims a key for a request, unless another has it. What was claimed before `lostBefore` and never answered, or before `forgottenBefore`
   * at all, may be claimed anew; what is older than that goes.
   * @returns what holds the key now: the request itself where its token is there, otherwise the other with its answer
   */
  async function claim (request: KeyedRequest, { lostBefore, forgottenBefore }: { lostBefore: string, forgottenBefore: string }): Promise<KeyedRequest & { answer: KeyedAnswer | null }> {
    const { actor, key, token, fingerprint, startedAt } = request
    await database.atomically(() => [
      { sql: 'delete from idempotency_keys where started_at < ?', params: [forgottenBefore] },
      {
        sql: `insert into idempotency_keys (actor, key, token, fingerprint, started_at) values (?, ?, ?, ?, ?)
          on conflict (actor, key) do update set token = excluded.token, fingerprint = excluded.fingerprint, started_at = excluded.started_at
          where idempotency_keys.status is null and idempotency_keys.started_at < ?`,
        params: [actor, key, token, fingerprint, startedAt, lostBefore]
      }
    ])
    const [row] = await db.select().from(t).where(and(eq(t.actor, actor), eq(t.key, key)))
    // Let go by the other in between: then the key is nobody's, and this attempt must not go on as if it had it.
    if (row === undefined) return { ...request, token: '', answer: null }
    const { status, answer, ...held } = row
    return { ...held, answer: status === null || answer === null ? null : { status, body: answer } }
  }

  /** Keeps the answer of a request that still has its key. */
  async function keep ({ actor, key, token }: KeyedRequest, { status, body }: KeyedAnswer): Promise<void> {
    await database.atomically(() => [{
      sql: 'update idempotency_keys set status = ?, answer = ? where actor = ? and key = ? and token = ?', params: [status, body, actor, key, token]
    }])
  }

  /** Lets the key of a request go, so that the same one may be tried again. */
  async function release ({ actor, key, token }: KeyedRequest): Promise<void> {
    await database.atomically(() => [{ sql: 'delete from idempotency_keys where actor = ? and key = ? and token = ?', params: [actor, key, token] }])
  }

  return { claim, keep, release }
}
