export const FLAGS = ['final', 'provisional', 'suppressed', 'missing'] as const
export type Flag = typeof FLAGS[number]

/** Whether a flag goes with no value: such a figure exists, but is not known. It is never read as zero. */
export const isWithoutValue = (flag: Flag): boolean => flag === 'suppressed' || flag === 'missing'

/** The natural key of a measurement. `segment` null is the whole; `period` is canonical (see period.ts). */
export type MeasurementKey = { indicator: string, area: string, segment: string | null, period: string }

/** A figure that was posted: one value of one series, as the latest revision known says. */
export type Posted = MeasurementKey & { value: number | null, flag: Flag, revision: number, source: string | null }

/** What the engine sees: a posted figure, or a calculated one (`revision` null), which is `made` of others. */
export type Observation = Omit<Posted, 'revision'> & { revision: number | null, made?: Making }

export const METHODS = ['sum', 'difference', 'ratio', 'rolling_mean', 'group_sum', 'group_ratio'] as const
export type Method = typeof METHODS[number]

/** How a figure was calculated, and of which, in their order; `missing` are the members of a group that have no figure. */
export type Making = { method: Method, parts: Observation[], missing: string[] }

/**
 * One revision of a measurement. Nothing is overwritten: a new value is a new revision, and so is a withdrawal (`withdrawn`, not visible).
 * `recordedAt` is an instant (RFC 3339, UTC, milliseconds); `actor` is who wrote it; `import` what it was written together with (null: alone).
 */
export type MeasurementRevision = Posted & {
  note: string | null
  withdrawn: boolean
  recordedAt: string
  actor: string
  import: string | null
}

/** How an import came in: as rows or a file of some format, as one measurement's withdrawal, or as the undoing of another import. */
export const IMPORT_KINDS = ['json', 'csv', 'ndjson', 'xlsx', 'jobindsats', 'json-stat', 'withdrawal', 'undo'] as const
export type ImportKind = typeof IMPORT_KINDS[number]

/**
 * Measurements that were written together. `reason` is why, in the words of who sent them; `undoes` is the import that it took back;
 * `hash` (SHA-256, hex) is that of the rows or the file as they were sent, empty where nothing was.
 */
export type Import = {
  id: string
  kind: ImportKind
  actor: string
  recordedAt: string
  fileName: string | null
  reason: string | null
  received: number
  created: number
  revised: number
  unchanged: number
  rejected: number
  hash: string
  undoes: string | null
}
