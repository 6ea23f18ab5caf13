import { setImmediate } from 'node:timers/promises'
import { AppError } from '../../domain/errors.ts'
import type { Flag } from '../../domain/measurement.ts'
import { hierarchiesOf, type Mapping } from '../../domain/mapping.ts'
import { isPeriod, parsePeriod } from '../../domain/period.ts'
import type { RowItem } from '../measurement-rows.ts'
import type { AreaIndex } from '../reference.ts'
import { createMatcher, type LabelStatus, type Matcher } from './cell-matcher.ts'
import { createCellReader } from './cell-reader.ts'
import { areasOf, type Column, isAreaUnstated, labelOf, type Role, rolesOf, type Table, type TableRow } from './cells.ts'

/** A label of a column: `becomes` is the area or period that it is; `rows` how many rows have it. */
export type PreviewedLabel = { label: string, status: LabelStatus, becomes: string | null, rows: number }
export type PreviewedColumn = { name: string, role: Exclude<Role, 'measures' | 'value'>, status: LabelStatus, distinct: number, labels: PreviewedLabel[] }
export type PreviewedExample = { row: number, indicator: string, area: string, segment: string | null, period: string, value: number | null, flag: Flag }

/** What a file would become. Lists are bounded; `distinct` and the counts are of all. */
export type Preview = {
  columns: PreviewedColumn[]
  series: { indicator: string, segment: string | null, cells: number }[]
  notMapped: { column: string, label: string | null, cells: number }[]
  examples: PreviewedExample[]
  cells: number
  skipped: number
}

const LISTED = 100
const EXAMPLES = 5
const MOST_DISTINCT = 20_000
const LABELS_PER_TURN = 1_000

/** Tells what the columns and labels of a table would become, by a mapping or (null) as far as they tell themselves. Nothing is refused. */
export async function previewTable (table: Table, mapping: Mapping | null, areas: AreaIndex): Promise<Preview> {
  const rows = table.rows[Symbol.asyncIterator]()
  let first: TableRow[] = []
  for (let step = await rows.next(); first.length === 0 && step.done !== true; step = await rows.next()) {
    first = step.value
    if (first.length > 0) break
  }
  const roles = rolesOf(table.columns, mapping, first[0]?.cells ?? null)
  const names = table.columns.map(({ name }) => labelOf(name))
  const counts = table.columns.map(() => new Map<string, number>())
  const reading = readingOf(table, mapping, roles, areas)
  const width = roles.includes('value') ? 1 : roles.filter(role => role === 'measure' || role === 'unknown').length
  const summary = { examples: [] as PreviewedExample[], cells: 0, skipped: 0, bySeries: new Map<string, Preview['series'][number]>() }

  function take (row: TableRow): void {
    summary.cells += width
    for (const [at, role] of roles.entries()) {
      if (role === 'measure' || role === 'value' || (role === 'unknown' && !/\p{L}/u.test(labelOf(row.cells[at] ?? '')))) continue
      const count = counts[at]!
      const label = labelOf(row.cells[at])
      if (count.has(label) || count.size < MOST_DISTINCT) count.set(label, (count.get(label) ?? 0) + 1)
    }
    for (const item of reading?.read(row) ?? []) tally(summary, item)
  }

  for (const row of first) take(row)
  for (let step = await rows.next(); step.done !== true; step = await rows.next()) step.value.forEach(take)
  for (const item of reading?.finish() ?? []) tally(summary, item)
  const matcher = mapping === null ? null : matcherOf(mapping, roles, names)
  const columns: (PreviewedColumn | null)[] = []
  for (const [at, column] of table.columns.entries()) columns.push(await describe(column, roles[at]!, counts[at]!, { mapping, matcher, areas }))
  return {
    columns: columns.filter(column => column !== null).slice(0, LISTED).map(column => ({ ...column, labels: column.labels.slice(0, LISTED) })),
    series: [...summary.bySeries.values()].slice(0, 10 * LISTED),
    notMapped: mapping === null ? [] : notMapped(columns.filter(column => column !== null), summary.cells / Math.max(1, width)).slice(0, 10 * LISTED),
    examples: summary.examples,
    cells: summary.cells,
    skipped: summary.skipped
  }
}

/** The reader of the rows; null where the table does not fit the mapping, which its columns then show. */
function readingOf (table: Table, mapping: Mapping | null, roles: readonly Role[], areas: AreaIndex) {
  if (mapping === null || roles.includes('unknown')) return null
  try {
    return createCellReader(table, mapping, areas, null)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

function matcherOf (mapping: Mapping, roles: readonly Role[], names: readonly string[]): Matcher {
  const hierarchies = hierarchiesOf(mapping)
  return createMatcher(mapping, [...new Set([...hierarchies, ...names.filter((_, at) => roles[at] === 'hierarchy')])])
}

function tally (summary: { examples: PreviewedExample[], skipped: number, bySeries: Map<string, Preview['series'][number]> }, item: RowItem): void {
  if ('skipped' in item) summary.skipped += item.skipped
  if (!('input' in item)) return
  const { indicator, area, segment, period, value, flag = 'final' } = item.input as Omit<PreviewedExample, 'row'>
  const name = `${indicator}\u0000${segment ?? ''}`
  const series = summary.bySeries.get(name) ?? { indicator, segment, cells: 0 }
  summary.bySeries.set(name, series)
  series.cells++
  if (summary.examples.length < EXAMPLES) summary.examples.push({ row: item.row, indicator, area, segment, period: parsePeriod(period).text, value, flag })
}

type Knowing = { mapping: Mapping | null, matcher: Matcher | null, areas: AreaIndex }

async function describe ({ name }: Column, role: Role, counts: ReadonlyMap<string, number>, knowing: Knowing): Promise<PreviewedColumn | null> {
  if (role === 'value') return null
  const labels: PreviewedLabel[] = []
  for (const [label, rows] of counts) {
    labels.push({ label, ...meaningOf(labelOf(name), label, role, knowing), rows })
    if (labels.length % LABELS_PER_TURN === 0) await setImmediate()
  }
  labels.sort((a, b) => Number(b.status === 'unmapped') - Number(a.status === 'unmapped') || b.rows - a.rows)
  const { matcher } = knowing
  const status = role === 'measure' ? matcher?.statusOfMeasure(labelOf(name)) ?? 'unmapped' : role === 'unknown' || (matcher === null && role === 'hierarchy') ? 'unmapped' : 'mapped'
  return { name, role: role === 'measures' ? 'measure' : role, status, distinct: counts.size, labels }
}

function meaningOf (column: string, label: string, role: Role, { matcher, areas }: Knowing): { status: LabelStatus, becomes: string | null } {
  if ((role === 'area' || role === 'period') && (matcher?.isIgnored(column, label) === true || (role === 'area' && isAreaUnstated(label)))) return { status: 'ignored', becomes: null }
  if (role === 'period') return isPeriod(label) ? { status: 'mapped', becomes: parsePeriod(label).text } : { status: 'unmapped', becomes: null }
  if (role === 'area') {
    const found = areasOf(areas, label)
    return found.length === 1 ? { status: 'mapped', becomes: found[0]!.id } : { status: 'unmapped', becomes: null }
  }
  if (matcher === null || role === 'unknown') return { status: 'unmapped', becomes: null }
  return { status: role === 'measures' ? matcher.statusOfMeasure(label) : matcher.statusOfMember(column, label), becomes: null }
}

function notMapped (columns: readonly PreviewedColumn[], rows: number): Preview['notMapped'] {
  return columns.flatMap(({ name, role, status, labels }): Preview['notMapped'] => role === 'unknown' || (role === 'measure' && labels.length === 0 && status === 'unmapped')
    ? [{ column: name, label: null, cells: rows }]
    : labels.filter(label => label.status === 'unmapped').map(label => ({ column: name, label: label.label, cells: label.rows })))
}
