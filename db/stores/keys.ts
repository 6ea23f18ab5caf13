import { asc, eq, sql } from 'drizzle-orm'
import type { NewAuditEntry } from '../../src/domain/audit.ts'
import { AppError } from '../../src/domain/errors.ts'
import type { ApiKey } from '../../src/domain/key.ts'
import type { Database } from '../database.ts'
import { fromJson, toJson } from '../json.ts'
import { insertRows, once, refusedAs } from '../statements.ts'
import { auditRows } from './audit.ts'
import { unchangedFrom } from './reference-versions.ts'

/** The keys of callers. */
export function createKeyStore (database: Database) {
  const { db, tables: { keys, keySecrets } } = database
  const withHash = once(() => db.select({ key: keys, hash: keySecrets.hash, validUntil: keySecrets.validUntil }).from(keySecrets)
    .innerJoin(keys, eq(keys.id, keySecrets.key)).where(eq(keySecrets.hash, sql.placeholder('hash'))).prepare('key_by_hash'))

  /** Whether there is any key at all, revoked ones included. */
  const any = async (): Promise<boolean> => (await db.select({ id: keys.id }).from(keys).limit(1)).length > 0

  /** Every key, revoked ones included, the oldest first. */
  const all = async (): Promise<ApiKey[]> => (await db.select().from(keys).orderBy(asc(keys.createdAt), asc(keys.id))).map(keyOf)

  async function byId (id: string): Promise<ApiKey | undefined> {
    const [row] = await db.select().from(keys).where(eq(keys.id, id))
    return row && keyOf(row)
  }

  /** The key that a secret opens, and until when it does. */
  async function byHash (hash: string): Promise<{ key: ApiKey, hash: string, validUntil: string | null } | undefined> {
    const [row] = await withHash().execute({ hash })
    return row && { ...row, key: keyOf(row.key) }
  }

  /**
   * Adds a key.
   * @param change who does it, and the version of the indicators that it was checked against
   * @throws AppError `conflict` where the id or the secret is taken, or an indicator was changed meanwhile
   */
  async function insert (key: ApiKey, hash: string, { audit = [], indicators }: { audit?: readonly NewAuditEntry[], indicators?: number } = {}): Promise<void> {
    const row = { ...key, scopes: toJson(key.scopes), kommuner: key.kommuner && toJson(key.kommuner), indicators: key.indicators && toJson(key.indicators) }
    const secret = { hash, key: key.id, createdAt: key.createdAt, validUntil: null }
    const taken = () => new AppError('conflict', `There is already a key with the id ${JSON.stringify(key.id)} or the same secret.`)
    await database.atomically(() => [
      ...refusedAs([...insertRows(database, keys, [row]), ...insertRows(database, keySecrets, [secret])], taken),
      ...auditRows(audit),
      ...indicators === undefined ? [] : unchangedFrom('indicators', indicators)
    ])
  }

  /** Gives a key a new secret; those it has stop at `earlierUntil`, or before, if they were to. */
  async function addSecret (key: string, hash: string, change: { at: string, earlierUntil: string }, audit: readonly NewAuditEntry[] = []): Promise<void> {
    await database.atomically(() => [
      {
        sql: 'update key_secrets set valid_until = ? where key = ? and (valid_until is null or valid_until > ?)',
        params: [change.earlierUntil, key, change.earlierUntil]
      },
      ...insertRows(database, keySecrets, [{ hash, key, createdAt: change.at, validUntil: null }]),
      ...auditRows(audit)
    ])
  }

  /** Revokes a key for good; one that was revoked before stays as it was. */
  async function revoke (key: string, at: string, audit: readonly NewAuditEntry[] = []): Promise<void> {
    await database.atomically(() => [{ sql: 'update keys set revoked_at = ? where id = ? and revoked_at is null', params: [at, key] }, ...auditRows(audit)])
  }

  return { any, all, byId, byHash, insert, addSecret, revoke }
}

type Row = Omit<ApiKey, 'scopes' | 'kommuner' | 'indicators'> & { scopes: string, kommuner: string | null, indicators: string | null }

const keyOf = ({ scopes, kommuner, indicators, ...row }: Row): ApiKey => ({
  ...row, scopes: fromJson(scopes), kommuner: kommuner === null ? null : fromJson(kommuner), indicators: indicators === null ? null : fromJson(indicators)
})
