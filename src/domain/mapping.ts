import type { Bilingual } from './indicator.ts'

/** The cells that make one series: those of a measure whose hierarchy columns have these members (label by column), and in all others the total. */
export type MappedSeries = { measure: string, members: Record<string, string>, indicator: string, segment: string | null }

/** Labels that are known and not wanted: measures, and members by column; `*` is all that no series names. */
export type Ignored = { measures: string[] | '*', members: Record<string, string[] | '*'> }

export const PERIOD_TYPES = ['M', 'Q', 'QMAT', 'H', 'Y'] as const
export type PeriodType = typeof PERIOD_TYPES[number]

/** How the API of Jobindsats is asked for the table: the type of its periods, and what is asked of hierarchies besides the areas (`*` all, `/` the total). */
export type TableQuery = { periodType: PeriodType | null, hierarchies: Record<string, string> }

/**
 * How the labels of a source's table become series of ours. `table` is what the source calls the table, `period` and `area` the columns
 * that hold those; every other column is a measure or a hierarchy. `totals` is the total of each hierarchy (label by column): what a series
 * means that does not name the column, and what a file means that does not have it. `query` is null where the indicators say enough.
 */
export type Mapping = {
  id: string
  title: Bilingual
  table: string
  period: string
  area: string
  totals: Record<string, string>
  series: MappedSeries[]
  ignored: Ignored
  query: TableQuery | null
  note: string | null
}

/** The hierarchy columns that a mapping knows. */
export const hierarchiesOf = ({ totals, series }: Pick<Mapping, 'totals' | 'series'>): string[] =>
  [...new Set([...Object.keys(totals), ...series.flatMap(({ members }) => Object.keys(members))])]

/** The member that a series has in a hierarchy column: the one it names, or the total; undefined where neither is known. */
export const memberIn = ({ totals }: Pick<Mapping, 'totals'>, { members }: Pick<MappedSeries, 'members'>, column: string): string | undefined =>
  Object.hasOwn(members, column) ? members[column] : totals[column]
