import type { Flag, MeasurementKey } from '../../src/domain/measurement.ts'

/**
 * Which measurements. An absent list does not narrow, an empty one matches nothing. A segment null is the whole; `from` and `to` are the first and
 * last day that a period may end on; `flags` and `imports` are those of the latest revision.
 */
export type MeasurementFilter = {
  indicators?: readonly string[]
  areas?: readonly string[]
  segments?: readonly (string | null)[]
  from?: string
  to?: string
  knownAt?: string | null
  flags?: readonly Flag[]
  imports?: readonly string[]
}

/** By key, or by period and segment, forwards or backwards, which is for the measurements of one indicator and one area. */
export type MeasurementOrder = 'key' | 'period' | '-period'

/** A part of a statement with what its `?` stand for. */
export type Part = { sql: string, params: unknown[] }

const KEY = ['indicator', 'area', 'segment', 'period'] as const

/** What of a filter is a range of the key, walked along the index from behind a key on; the table is `m`. */
export function rangeOf ({ indicators, areas, segments }: MeasurementFilter, order: MeasurementOrder, after: MeasurementKey | undefined): Part & { sorted: string } {
  // With areas alone one range scan for each indicator, instead of the whole table.
  const isByArea = areas !== undefined && indicators === undefined
  const lists = left({ indicators, areas, segments: isSegmentInKey({ indicators, areas }) ? textsOf(segments) : undefined }, order === 'key' ? after : undefined)
  const conditions = [
    oneOf('m.indicator', lists.indicators),
    oneOf('m.area', lists.areas),
    oneOf('m.segment', lists.segments),
    ...after === undefined ? [] : [...isByArea ? [{ sql: 'i.id >= ?', params: [after.indicator] }] : [], order === 'key' ? afterKey(after, lists) : afterPeriod(after, order)]
  ]
  return {
    ...joined(isByArea ? 'indicators i cross join measurements m where m.indicator = i.id' : 'measurements m where 1 = 1', conditions),
    sorted: `${order !== 'key' ? `m.period ${order === 'period' ? 'asc' : 'desc'}, m.segment` : `${isByArea ? 'i.id' : 'm.indicator'}, m.area, m.segment, m.period`}, m.revision`
  }
}

/** What of a filter is no range of the key, each part beginning with `and`; null where nothing is left. */
export function restOf (filter: MeasurementFilter): Part | null {
  const { from, to, knownAt, flags, imports } = filter
  const conditions = [
    isSegmentInKey(filter) ? null : oneOf('m.segment', textsOf(filter.segments)),
    from === undefined ? null : { sql: 'm.period_end >= ?', params: [from] },
    to === undefined ? null : { sql: 'm.period_end <= ?', params: [to] },
    knownAt == null ? null : { sql: 'm.recorded_at <= ?', params: [knownAt] },
    oneOf('m.flag', flags),
    oneOf('m.import', imports),
    flags === undefined && imports === undefined ? null : isLatest(knownAt)
  ]
  return conditions.every(condition => condition === null) ? null : joined('', conditions)
}

const isSegmentInKey = ({ indicators, areas }: MeasurementFilter): boolean => indicators !== undefined && areas !== undefined

const textsOf = (segments: MeasurementFilter['segments']): string[] | undefined => segments?.map(segment => segment ?? '')

function oneOf (column: string, values: readonly string[] | undefined): Part | null {
  if (values === undefined) return null
  return values.length === 0 ? { sql: '1 = 0', params: [] } : { sql: `${column} in (${values.map(() => '?').join(', ')})`, params: [...values] }
}

function isLatest (knownAt: string | null | undefined): Part {
  const until = knownAt == null ? '' : ' and n.recorded_at <= ?'
  return {
    sql: `not exists (select 1 from measurements n where ${KEY.map(column => `n.${column} = m.${column}`).join(' and ')} and n.revision > m.revision${until})`,
    params: knownAt == null ? [] : [knownAt]
  }
}

function joined (start: string, conditions: (Part | null)[]): Part {
  const given = conditions.filter(condition => condition !== null)
  return { sql: [start, ...given.map(({ sql }) => sql)].join(' and '), params: given.flatMap(({ params }) => params) }
}

type Lists = { indicators: readonly string[] | undefined, areas: readonly string[] | undefined, segments: readonly string[] | undefined }

/** What of a filter's lists can still come after a key: what was gone through before is not walked through again. */
function left ({ indicators, areas, segments }: Lists, after: MeasurementKey | undefined): Lists {
  if (after === undefined) return { indicators, areas, segments }
  const rest = indicators?.filter(id => id >= after.indicator)
  return { indicators: rest, areas: rest?.length === 1 && rest[0] === after.indicator ? areas?.filter(id => id >= after.area) : areas, segments }
}

/** Columns that one value fixes are left out of the comparison: only then is it one range of the index, and not a walk from its start. */
function afterKey (after: MeasurementKey, { indicators, areas, segments }: Lists): Part {
  const fixed: Partial<Record<string, readonly string[] | undefined>> = { indicator: indicators, area: areas, segment: segments }
  const open = KEY.slice(KEY.findIndex(column => column === 'period' || fixed[column]?.length !== 1 || fixed[column][0] !== (after[column] ?? '')))
  return { sql: `(${open.map(column => `m.${column}`).join(', ')}) > (${open.map(() => '?').join(', ')})`, params: open.map(column => after[column] ?? '') }
}

function afterPeriod ({ period, segment }: MeasurementKey, order: MeasurementOrder): Part {
  return { sql: `(m.period ${order === 'period' ? '>' : '<'} ? or (m.period = ? and m.segment > ?))`, params: [period, period, segment ?? ''] }
}
