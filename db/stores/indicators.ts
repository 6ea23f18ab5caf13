import type { NewAuditEntry } from '../../src/domain/audit.ts'
import type { NewEvent } from '../../src/domain/event.ts'
import type { Indicator } from '../../src/domain/indicator.ts'
import type { Database } from '../database.ts'
import { fromJson, toJson } from '../json.ts'
import { upsertRows } from '../statements.ts'
import { auditRows } from './audit.ts'
import { eventRows } from './events.ts'

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

  /** Every indicator, by id. */
  async function all (): Promise<Indicator[]> {
    return (await db.select().from(indicators).orderBy(indicators.id)).map(fromRow)
  }

  /** Those of the indicators that there are, by id. */
  async function byIds (ids: readonly string[]): Promise<Indicator[]> {
    if (ids.length === 0) return []
    return (await db.select().from(indicators).where(database.oneOf(indicators.id, ids)).orderBy(indicators.id)).map(fromRow)
  }

  /** Adds the indicator, or replaces the one with the same id. @param events what is told of it @param audit who does it */
  async function put ({ name, breaks, segments, additive, calculation, ...indicator }: Indicator, events: readonly NewEvent[] = [], audit: readonly NewAuditEntry[] = []): Promise<void> {
    const row = {
      ...indicator,
      nameDa: name.da,
      nameEn: name.en,
      breaks: toJson(breaks),
      segments: toJson(segments),
      additive: additive ? 1 : 0,
      calculation: calculation === null ? null : toJson(calculation)
    }
    await database.atomically(() => [...upsertRows(database, indicators, [row]), ...auditRows(audit), ...eventRows(events)])
  }

  return { all, byIds, put }
}
