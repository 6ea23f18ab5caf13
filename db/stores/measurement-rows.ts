import type { Flag, MeasurementRevision } from '../../src/domain/measurement.ts'

/** The columns of a whole revision, in the order of {@link RevisionRow}; the table is `m`. */
export const COLUMNS = 'm.indicator, m.area, m.segment, m.period, m.revision, m.value, m.flag, m.withdrawn, m.source, m.note, m.recorded_at, m.actor, m.import'

export type RevisionRow = [
  indicator: string, area: string, segment: string, period: string, revision: number, value: number | null, flag: Flag,
  withdrawn: number, source: string | null, note: string | null, recordedAt: string, actor: string, importId: string | null
]

export const fromRow = ([indicator, area, segment, period, revision, value, flag, withdrawn, source, note, recordedAt, actor, importId]: RevisionRow): MeasurementRevision =>
  ({ indicator, area, segment: segment === '' ? null : segment, period, value, flag, revision, source, note, withdrawn: withdrawn === 1, recordedAt, actor, import: importId })

export const isSameKey = (a: RevisionRow, b: RevisionRow): boolean =>
  a[3] === b[3] && a[2] === b[2] && a[1] === b[1] && a[0] === b[0]
