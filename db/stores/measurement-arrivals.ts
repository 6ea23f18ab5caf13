import { comparePeriods, parsePeriod } from '../../src/domain/period.ts'
import type { SeriesKey } from '../../src/domain/target.ts'
import type { Database } from '../database.ts'

/** How far a series has come: its latest visible period (null: none), and who last wrote to it and when. */
export type Arrival = SeriesKey & { latestPeriod: string | null, recordedAt: string, actor: string }

type Row = [k: number, period: string, revision: number, withdrawn: number, recordedAt: string, actor: string]
const KEYS_PER_STATEMENT = 1_000

/** The part of the measurement store that tells what has arrived. */
export function createMeasurementArrivals (database: Database) {
  /** The arrivals of those series that were ever written to, in the order of the keys. One statement for every thousand keys. */
  async function arrivals (keys: readonly SeriesKey[]): Promise<Arrival[]> {
    const found: Arrival[] = []
    for (let at = 0; at < keys.length; at += KEYS_PER_STATEMENT) {
      const chunk = keys.slice(at, at + KEYS_PER_STATEMENT)
      const wanted = database.keyRows(['indicator', 'area', 'segment'], chunk.map(({ indicator, area, segment }) => [indicator, area, segment ?? '']))
      const rows = await database.query<Row>(
        `select w.k, m.period, m.revision, m.withdrawn, m.recorded_at, m.actor from ${wanted.sql} w cross join measurements m
         where m.indicator = w.indicator and m.area = w.area and m.segment = w.segment`, wanted.params)
      const bySeries = Map.groupBy(rows, row => row[0])
      for (const [k, key] of chunk.entries()) {
        const ofSeries = bySeries.get(k)
        if (ofSeries !== undefined) found.push({ ...key, ...arrivalOf(ofSeries) })
      }
    }
    return found
  }

  return { arrivals }
}

function arrivalOf (rows: Row[]): Omit<Arrival, keyof SeriesKey> {
  const revisions = new Map<string, Row>()
  for (const row of rows) {
    if ((revisions.get(row[1])?.[2] ?? 0) < row[2]) revisions.set(row[1], row)
  }
  const visible = [...revisions.values()].filter(([, , , withdrawn]) => withdrawn === 0).map(([, period]) => parsePeriod(period))
  const [, , , , recordedAt, actor] = rows.reduce((last, row) => row[4] > last[4] ? row : last)
  return { latestPeriod: visible.sort(comparePeriods).at(-1)?.text ?? null, recordedAt, actor }
}
