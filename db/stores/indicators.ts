import type { NewAuditEntry } from '../../src/domain/audit.ts'
import { AppError } from '../../src/domain/errors.ts'
import type { NewEvent } from '../../src/domain/event.ts'
import type { Indicator } from '../../src/domain/indicator.ts'
import type { Database } from '../database.ts'
import { fromJson, toJson } from '../json.ts'
import { type Statement, upsertRows } from '../statements.ts'
import { auditRows } from './audit.ts'
import { countedOn, eventRows } from './events.ts'

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

  /** How often indicators were put. Who reads it before the indicators, and hands it on, is refused where one changed meanwhile. */
  async function version (): Promise<number> {
    const [row] = await database.query<[number]>("select last from event_counter where name = 'indicators'", [])
    return row?.[0] ?? 0
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
    // Counters first, in the order in which writers of figures take them: whoever wrote figures before is then done, and is seen.
    await database.atomically(() => [
      ...auditRows(audit),
      ...version === undefined ? [] : [countedOn('events', 0), countedOn('indicators', 0), counted(version)],
      ...unmeasured === undefined ? [] : [hasNone(indicator.id, unmeasured, measured)],
      ...upsertRows(database, indicators, [row]),
      ...eventRows(events)
    ])
  }

  return { all, byIds, version, put }
}

/** See `put`. `measured` makes the error for figures that must not be there. */
export type IndicatorChange = { events?: readonly NewEvent[], audit?: readonly NewAuditEntry[], version?: number, unmeasured?: readonly string[] | null, measured?: () => Error }

const changedMeanwhile = (): AppError => new AppError('conflict', 'An indicator was changed at the same moment, so nothing was written. Send it again.')

// A counter may not be null, so these are refused where their condition does not hold.
const counted = (version: number): Statement =>
  ({ sql: "update event_counter set last = case when last = ? then last + 1 end where name = 'indicators'", params: [version], refused: changedMeanwhile })

function hasNone (indicator: string, segments: readonly string[] | null, measured: (() => Error) | undefined): Statement {
  const ofSegments = segments === null ? '' : ` and segment in (${segments.map(() => '?').join(', ')})`
  return {
    sql: `update event_counter set last = case when not exists (select 1 from measurements where indicator = ?${ofSegments}) then last end where name = 'events'`,
    params: [indicator, ...segments ?? []],
    ...measured && { refused: measured }
  }
}

/**
 * The statements that refuse what was checked against indicators of another version. The counter is held first: what a statement reads of
 * other rows is as it was when the statement began, not when it had waited.
 */
export const indicatorsUnchanged = (version: number): Statement[] => [countedOn('events', 0), {
  sql: "update event_counter set last = case when coalesce((select last from event_counter where name = 'indicators'), 0) = ? then last end where name = 'events'",
  params: [version],
  refused: changedMeanwhile
}]
