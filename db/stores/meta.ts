import { eq, sql } from 'drizzle-orm'
import type { Database } from '../database.ts'
import { once, upsertRows } from '../statements.ts'

/** Small facts about the database itself, such as whether it was seeded. */
export function createMetaStore (database: Database) {
  const { db, tables: { meta } } = database
  const byKey = once(() => db.select({ value: meta.value }).from(meta).where(eq(meta.key, sql.placeholder('key'))).prepare('meta_by_key'))

  /** The value, null where there is none. */
  const get = async (key: string): Promise<string | null> => (await byKey().execute({ key }))[0]?.value ?? null

  const set = async (key: string, value: string): Promise<void> =>
    await database.atomically(() => upsertRows(database, meta, [{ key, value }]))

  return { get, set }
}
