import type { NewAuditEntry } from '../../src/domain/audit.ts'
import type { NewEvent } from '../../src/domain/event.ts'
import type { Indicator } from '../../src/domain/indicator.ts'
import type { Database } from '../database.ts'
import { fromJson, toJson } from '../json.ts'
import { type Statement, upsertRows } from '../statements.ts'
import { auditRows } from './audit.ts'
import { eventRows } from './events.ts'
import { changed, changedFrom, refusedWhere, versionOf } from './reference-versions.ts'
import { planVersionsNaming, type Use } from './uses.ts'

/** Every indicator, by id, and the version that they are of. */
type Catalogue = { version: number, all: readonly Indicator[] }

/** What is measured. */
export function createIndicatorStore (database: Database) {
  const { db, tables: { indicators } } = database
  type Row = typeof indicators.$inferSelect

  const fromRow = ({ nameDa, nameEn, ...row }: Row): Indicator => ({
    ...row,
    name: { da: nameDa, en: nameEn },
    unit: row.unit as Indicator['unit'],
    polarity: row.polarity as Indicator['polarity'],
    frequency: row.frequency as Indicator['frequency'],
    breaks: fromJson(row.breaks),
    segments: fromJson(row.segments),
    additive: row.additive === 1,
    calculation: row.calculation === null ? null : fromJson(row.calculation)
  })

  let known: Catalogue | undefined

  /** See {@link versionOf}. */
  const version = async (): Promise<number> => await versionOf(database, 'indicators')

  /** Every indicator, by id, and their version. They change seldom, and are read anew where it is another. */
  async function catalogue (): Promise<Catalogue> {
    const current = await version()
    // Read after the version, so they are of that one or newer.
    if (known?.version !== current) known = { version: current, all: (await db.select().from(indicators).orderBy(indicators.id)).map(fromRow) }
    return known
  }

  /** Every indicator, by id. */
  const all = async (): Promise<readonly Indicator[]> => (await catalogue()).all

  /** Those of the indicators that there are, by id. */
  async function byIds (ids: readonly string[]): Promise<Indicator[]> {
    const wanted = new Set(ids)
    return wanted.size === 0 ? [] : (await all()).filter(({ id }) => wanted.has(id))
  }

  /**
   * Adds the indicator, or replaces the one with the same id.
   * @param change what is told of it, who does it, the version that it was checked against, and the segments (null: all, '': the whole)
   * that must have no figures
   * @throws AppError `conflict` where an indicator was put meanwhile, `measured` where there are figures
   */
  async function put ({ name, breaks, segments, additive, calculation, ...indicator }: Indicator, { events = [], audit = [], version, unmeasured, measured }: IndicatorChange = {}): Promise<void> {
    const row = {
      ...indicator,
      nameDa: name.da,
      nameEn: name.en,
      breaks: toJson(breaks),
      segments: toJson(segments),
      additive: additive ? 1 : 0,
      calculation: calculation === null ? null : toJson(calculation)
    }
    await database.atomically(() => [
      ...auditRows(audit),
      ...version === undefined ? changed('indicators') : changedFrom('indicators', version),
      ...unmeasured === undefined ? [] : [refusedWhere(figuresOf(indicator.id, unmeasured), measured)],
      ...upsertRows(database, indicators, [row]),
      ...eventRows(events)
    ])
  }

  /** What refers to an indicator, figures apart: the targets and plans that name it, in any version, mappings, calculations and keys. By kind and id. */
  async function usesOf (id: string): Promise<Use[]> {
    const { sql, params } = usesQuery(id)
    return (await database.query<[Use['kind'], string]>(`select kind, id from (${sql}) as uses order by kind, id`, params)).map(([kind, id]) => ({ kind, id }))
  }

  /**
   * Removes an indicator that nothing uses.
   * @param change the version that it was checked against
   * @throws AppError `conflict` where an indicator was put meanwhile, `used` where something uses it
   */
  async function remove (id: string, { audit = [], version, used }: { audit?: readonly NewAuditEntry[], version: number, used: () => Error }): Promise<void> {
    await database.atomically(() => [
      ...auditRows(audit),
      ...changedFrom('indicators', version),
      refusedWhere(figuresOf(id, null), used),
      refusedWhere(usesQuery(id), used),
      { sql: 'delete from indicators where id = ?', params: [id] }
    ])
  }

  return { catalogue, all, byIds, version, put, usesOf, remove }
}

/** See `put`. `measured` makes the error for figures that must not be there. */
export type IndicatorChange = { events?: readonly NewEvent[], audit?: readonly NewAuditEntry[], version?: number, unmeasured?: readonly string[] | null, measured?: () => Error }

function figuresOf (indicator: string, segments: readonly string[] | null): Statement {
  const ofSegments = segments === null ? '' : ` and segment in (${segments.map(() => '?').join(', ')})`
  return { sql: `select 1 from measurements where indicator = ?${ofSegments}`, params: [indicator, ...segments ?? []] }
}

/** Everything that refers to an indicator. In JSON as it is stored its id stands in quotes, which nothing in a text does. */
function usesQuery (id: string): Statement {
  const member = `%"indicator":"${id}"%`
  const versions = planVersionsNaming(member)
  return {
    sql: `select 'target' as kind, id from targets where indicator = ?
      union select 'target', target from target_series where indicator = ?
      union ${versions.sql}
      union select 'calculation', id from indicators where calculation like ?
      union select 'mapping', id from mappings where record like ?
      union select 'key', id from keys where revoked_at is null and indicators like ?`,
    params: [id, id, ...versions.params, member, member, `%"${id}"%`]
  }
}
