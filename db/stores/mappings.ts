import { eq } from 'drizzle-orm'
import type { NewAuditEntry } from '../../src/domain/audit.ts'
import type { Mapping } from '../../src/domain/mapping.ts'
import type { Database } from '../database.ts'
import { fromJson, toJson } from '../json.ts'
import { upsertRows } from '../statements.ts'
import { auditRows } from './audit.ts'
import { unchangedFrom } from './reference-versions.ts'

/** How the labels of sources' tables become series. */
export function createMappingStore (database: Database) {
  const { db, tables: { mappings } } = database

  /** Every mapping, by id. */
  const all = async (): Promise<Mapping[]> =>
    (await db.select({ record: mappings.record }).from(mappings).orderBy(mappings.id)).map(({ record }) => fromJson(record))

  async function byId (id: string): Promise<Mapping | undefined> {
    const [row] = await db.select({ record: mappings.record }).from(mappings).where(eq(mappings.id, id))
    return row && fromJson(row.record)
  }

  /**
   * Adds the mapping, or replaces the one with the same id. `recordedAt` is an instant, `actor` who put it.
   * @param change who does it, and the version of the indicators that it was checked against
   * @throws AppError `conflict` where an indicator was changed meanwhile
   */
  const put = async (mapping: Mapping, { recordedAt, actor }: { recordedAt: string, actor: string }, { audit = [], indicators }: { audit?: readonly NewAuditEntry[], indicators?: number } = {}): Promise<void> =>
    await database.atomically(() => [
      ...upsertRows(database, mappings, [{ id: mapping.id, record: toJson(mapping), recordedAt, actor }]),
      ...auditRows(audit),
      ...indicators === undefined ? [] : unchangedFrom('indicators', indicators)
    ])

  /** Removes the mapping, if it is there. */
  const remove = async (id: string, audit: readonly NewAuditEntry[] = []): Promise<void> =>
    await database.atomically(() => [{ sql: 'delete from mappings where id = ?', params: [id] }, ...auditRows(audit)])

  return { all, byId, put, remove }
}
