import type { NewEvent } from '../domain/event.ts'
import type { Import, MeasurementRevision } from '../domain/measurement.ts'
import type { SeriesKey } from '../domain/target.ts'

/** The series of some measurements, each once; quickest where those of a series follow each other. */
export function seriesOf (measurements: readonly SeriesKey[]): SeriesKey[] {
  const found = new Map<string, SeriesKey>()
  let before: SeriesKey | undefined
  for (const { indicator, area, segment } of measurements) {
    if (before !== undefined && before.indicator === indicator && before.area === area && before.segment === segment) continue
    before = { indicator, area, segment }
    const name = `${indicator}\u0000${area}\u0000${segment ?? ''}`
    if (!found.has(name)) found.set(name, before)
  }
  return [...found.values()]
}

/** What is told of an import: how many figures it changed, of what and where. Its figures are read by its id, or by indicator and area. */
export function recorded ({ id, kind, recordedAt, created, revised, undoes }: Import, revisions: readonly MeasurementRevision[]): NewEvent {
  const series = seriesOf(revisions)
  const withdrawn = revisions.filter(revision => revision.withdrawn).length
  return {
    type: 'measurements.recorded',
    subject: id,
    occurredAt: recordedAt,
    data: {
      import: id,
      kind,
      undoes,
      created,
      revised: revised - withdrawn,
      withdrawn,
      indicators: [...new Set(series.map(({ indicator }) => indicator))].sort(),
      areas: [...new Set(series.map(({ area }) => area))].sort()
    }
  }
}
