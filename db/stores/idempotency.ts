import { and, eq } from 'drizzle-orm'
import type { NewAuditEntry } from '../../src/domain/audit.ts'
import type { Claimed } from '../../src/domain/claimed.ts'
import { AppError } from '../../src/domain/errors.ts'
import type { Database } from '../database.ts'
import type { Statement } from '../statements.ts'

/** A request that a caller gave an Idempotency-Key. `startedAt` is when it began, or when it last said that it is still under way. */
export type KeyedRequest = Claimed & { fingerprint: string, startedAt: string }
export type KeyedAnswer = { status: number, body: string }
/** What holds a key. `effect` is what it wrote, '' nothing; `answer` is null while it is under way. */
export type KeyHolder = KeyedRequest & { effect: string, answer: KeyedAnswer | null }

/** What was answered to requests with an Idempotency-Key. */
export function createIdempotencyStore (database: Database) {
  const { db, tables: { idempotencyKeys: t } } = database

  /**
   * Claims a key for a request, unless another has it. What gave no sign of life since `lostBefore` and wrote nothing, or is from before
   * `forgottenBefore`, may be claimed anew; what is older than that goes.
   * @returns what holds the key now: the request itself where its token is there, otherwise the other with its answer
   */
  async function claim (request: KeyedRequest, { lostBefore, forgottenBefore }: { lostBefore: string, forgottenBefore: string }): Promise<KeyHolder> {
    const { actor, key, token, fingerprint, startedAt } = request
    await database.atomically(() => [
      { sql: 'delete from idempotency_keys where started_at < ?', params: [forgottenBefore] },
      {
        sql: `insert into idempotency_keys (actor, key, token, fingerprint, started_at) values (?, ?, ?, ?, ?)
          on conflict (actor, key) do update set token = excluded.token, fingerprint = excluded.fingerprint, started_at = excluded.started_at
          where idempotency_keys.status is null and idempotency_keys.effect = '' and idempotency_keys.started_at < ?`,
        params: [actor, key, token, fingerprint, startedAt, lostBefore]
      }
    ])
    const [row] = await db.select().from(t).where(and(eq(t.actor, actor), eq(t.key, key)))
    // Let go by the other in between: then the key is nobody's, and this attempt must not go on as if it had it.
    if (row === undefined) return { ...request, token: '', effect: '', answer: null }
    const { status, answer, ...held } = row
    return { ...held, answer: status === null || answer === null ? null : { status, body: answer } }
  }

  /** Says that a request is still under way. */
  async function renew ({ actor, key, token }: Claimed, at: string): Promise<void> {
    await database.atomically(() => [{ sql: 'update idempotency_keys set started_at = ? where actor = ? and key = ? and token = ?', params: [at, actor, key, token] }])
  }

  /** Keeps the answer of a request that still has its key. */
  async function keep ({ actor, key, token }: Claimed, { status, body }: KeyedAnswer): Promise<void> {
    await database.atomically(() => [{
      sql: 'update idempotency_keys set status = ?, answer = ? where actor = ? and key = ? and token = ?', params: [status, body, actor, key, token]
    }])
  }

  /** Lets the key of a request go that wrote nothing, so that the same one may be tried again. */
  async function release ({ actor, key, token }: Claimed): Promise<void> {
    await database.atomically(() => [{ sql: "delete from idempotency_keys where actor = ? and key = ? and token = ? and effect = ''", params: [actor, key, token] }])
  }

  return { claim, renew, keep, release }
}

/**
 * Notes at the key that entries are written under what its request did, in the list that does it: where its server ends before it can answer, nobody
 * does it again. Where another attempt has the key by now, its column refuses the null, and nothing of the list is written.
 */
export function effectOf (entries: readonly NewAuditEntry[]): Statement[] {
  const [first] = entries
  if (first?.claimed === undefined) return []
  const { claimed: { actor, key, token }, action, subject } = first
  return [{
    sql: 'update idempotency_keys set effect = case when token = ? then ? end where actor = ? and key = ?',
    params: [token, `${action} ${subject}`, actor, key],
    refused: () => new AppError('conflict', 'Another attempt with this Idempotency-Key has begun meanwhile, so nothing was written here: ask again in a moment.')
  }]
}
