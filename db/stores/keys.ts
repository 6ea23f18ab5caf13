import { eq, sql } from 'drizzle-orm'
import { AppError } from '../../src/domain/errors.ts'
import type { Database } from '../database.ts'
import { fromJson, toJson } from '../json.ts'
import { insertRows, once, refusedAs } from '../statements.ts'

/** A key that lets a caller in. Only its hash is stored; `kommuner` null is all of them. Instants are ISO text. */
export type ApiKey = {
  id: string
  name: string
  hash: string
  scopes: string[]
  kommuner: string[] | null
  createdAt: string
  expiresAt: string | null
  revokedAt: string | null
}

/** The keys of callers. */
export function createKeyStore (database: Database) {
  const { db, tables: { keys } } = database
  const withHash = once(() => db.select().from(keys).where(eq(keys.hash, sql.placeholder('hash'))).prepare('key_by_hash'))

  /** Whether there is any key at all, revoked ones included. */
  const any = async (): Promise<boolean> => (await db.select({ id: keys.id }).from(keys).limit(1)).length > 0

  /** @throws AppError `conflict` where the id or the hash is taken */
  async function insert (key: ApiKey): Promise<void> {
    const row = { ...key, scopes: toJson(key.scopes), kommuner: key.kommuner && toJson(key.kommuner) }
    const taken = () => new AppError('conflict', `There is already a key with the id ${JSON.stringify(key.id)} or the same secret.`)
    await database.atomically(() => refusedAs(insertRows(database, keys, [row]), taken))
  }

  async function byHash (hash: string): Promise<ApiKey | undefined> {
    const [row] = await withHash().execute({ hash })
    return row && { ...row, scopes: fromJson(row.scopes), kommuner: row.kommuner === null ? null : fromJson(row.kommuner) }
  }

  return { any, insert, byHash }
}
