import type { Area } from '../../src/domain/area.ts'
import type { Database } from '../database.ts'
import { fromJson, toJson } from '../json.ts'
import { upsertRows } from '../statements.ts'

/** Kommuner, regions, RAR, councils and the country. */
export function createAreaStore (database: Database) {
  const { db, tables: { areas } } = database

  /** Every area, by id. */
  async function all (): Promise<Area[]> {
    const rows = await db.select().from(areas).orderBy(areas.id)
    return rows.map(row => ({
      ...row,
      kind: row.kind as Area['kind'],
      aliases: fromJson(row.aliases),
      codes: fromJson(row.codes),
      memberships: fromJson(row.memberships)
    }))
  }

  /** Adds the areas, or replaces those with the same id, as one change. */
  async function putAll (list: Area[]): Promise<void> {
    const rows = list.map(({ aliases, codes, memberships, ...area }) =>
      ({ ...area, aliases: toJson(aliases), codes: toJson(codes), memberships: toJson(memberships) }))
    await database.atomically(() => upsertRows(database, areas, rows))
  }

  return { all, putAll }
}
