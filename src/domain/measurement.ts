export const FLAGS = ['final', 'provisional', 'suppressed', 'missing'] as const
export type Flag = typeof FLAGS[number]

/** Whether a flag goes with no value: such a figure exists, but is not known. It is never read as zero. */
export const isWithoutValue = (flag: Flag): boolean => flag === 'suppressed' || flag === 'missing'

/** The natural key of a measurement. `segment` null is the whole; `period` is canonical (see period.ts). */
export type MeasurementKey = { indicator: string, area: string, segment: string | null, period: string }

/** What the engine sees of a measurement: one value of one series, as the latest revision known says. */
export type Observation = MeasurementKey & { value: number | null, flag: Flag, revision: number, source: string | null }

/**
 * One revision of a measurement. Nothing is overwritten: a new value is a new revision, and so is a withdrawal (`withdrawn`, not visible).
 * `recordedAt` is an instant (RFC 3339, UTC, milliseconds); `actor` is who wrote it; `import` what it was written together with (null: alone).
 */
export type MeasurementRevision = Observation & {
  note: string | null
  withdrawn: boolean
  recordedAt: string
  actor: string
  import: string | null
}

/** Measurements that were written together. `undoes` is the import that it took back; `hash` is that of the rows as they were sent. */
export type Import = {
  id: string
  actor: string
  recordedAt: string
  received: number
  created: number
  revised: number
  unchanged: number
  rejected: number
  hash: string
  undoes: string | null
}
