import { AppError, type Problem } from '../../domain/errors.ts'
import type { Mapping, MappedSeries } from '../../domain/mapping.ts'
import { isPeriod } from '../../domain/period.ts'
import { type GivenRow, type PointerTo, type RowItem, type RowProblem, shownValue } from '../measurement-rows.ts'
import type { AreaIndex } from '../reference.ts'
import { createMatcher } from './cell-matcher.ts'
import { areasOf, isAreaUnstated, labelOf, type Role, rolesOf, type Table, type TableRow } from './cells.ts'
import { type ByMark, createMarkFinder } from './decimal-marks.ts'
import { readFigure } from './figures.ts'

export type CellReader = ReturnType<typeof createCellReader>

/** A row's members: which are unknown, and the series of each measure (null: not wanted). */
type Combination = { unknown: number[], series: (MappedSeries | null)[] }

const REMEMBERED = 20_000

/**
 * Reads the rows of a table by a mapping: each cell that a series names is a measurement, others are skipped. A label that the mapping does
 * not know is an error that names it.
 * @param source what each measurement says that it is from
 * @throws AppError `invalid_request` naming every column that the mapping does not know, or that the table lacks
 */
export function createCellReader (table: Table, mapping: Mapping, areas: AreaIndex, source: string | null) {
  const roles = rolesOf(table.columns, mapping, null)
  refuseUnknown(table, mapping, roles)
  const names = table.columns.map(({ name }) => labelOf(name))
  const at = (role: Role): number => roles.indexOf(role)
  const all = (role: Role): number[] => roles.flatMap((one, column) => one === role ? [column] : [])
  const [periodAt, areaAt, hierarchies, isLong] = [at('period'), at('area'), all('hierarchy'), roles.includes('value')]
  const values = isLong ? [at('value')] : all('measure')
  const labelled = isLong ? [at('measures'), ...hierarchies] : hierarchies
  const matcher = createMatcher(mapping, hierarchies.map(column => names[column] ?? ''))
  refuseNothing(table, mapping, matcher.series.map(({ measure }) => measure), isLong ? null : values.map(column => names[column] ?? ''))
  const combinations = new Map<string, Combination>()
  const areaIds = new Map<string, { id: string } | { detail: string }>()
  const unstated = { row: 0, rows: 0, figures: 0 }
  const marks = createMarkFinder(table.decimal)
  const waiting: { row: number, column: number, text: string, byMark: ByMark, given: (value: number) => GivenRow }[] = []
  const remedy = `add it to the mapping ${mapping.id}: to series, or to ignored`

  function combinationOf (labels: readonly string[]): Combination {
    const key = labels.join('\u0000')
    let known = combinations.get(key)
    if (known === undefined) {
      const members = isLong ? labels.slice(1) : labels
      known = {
        unknown: labelled.filter((column, index) => statusOf(column, labels[index] ?? '') === 'unmapped'),
        series: isLong ? [matcher.seriesOf(labels[0] ?? '', members)] : values.map(column => matcher.seriesOf(names[column] ?? '', members))
      }
      if (combinations.size >= REMEMBERED) combinations.clear()
      combinations.set(key, known)
    }
    return known
  }

  const statusOf = (column: number, label: string) => roles[column] === 'measures' ? matcher.statusOfMeasure(label) : matcher.statusOfMember(names[column] ?? '', label)

  function areaOf (label: string): { id: string } | { detail: string } {
    let known = areaIds.get(label)
    if (known === undefined) {
      const found = areasOf(areas, label)
      known = found.length === 1
        ? { id: found[0]!.id }
        : { detail: found.length === 0 ? `is no area that is known: ${JSON.stringify(label)}` : `${JSON.stringify(label)} may be ${found.map(({ id }) => id).join(' or ')}` }
      if (areaIds.size >= REMEMBERED) areaIds.clear()
      areaIds.set(label, known)
    }
    return known
  }

  /**
   * What a row says: its measurements, or what is unknown in it. Figures that may be two numbers are decided by the others of the table, those
   * that are not wanted included, and come from `finish`.
   */
  function read ({ row, cells, flag }: TableRow): RowItem[] {
    if (cells.length !== names.length) {
      const detail = `has ${cells.length} cells, and there are ${names.length} columns`
      return [{ refused: Math.max(1, values.length), problems: [{ row, pointer: table.pointerTo(row), code: 'wrong_length', value: shownValue(cells), detail, remedy: 'write as many cells as there are columns' }] }]
    }
    const [area, period] = [labelOf(cells[areaAt]), labelOf(cells[periodAt])]
    if (matcher.isIgnored(names[areaAt] ?? '', area) || matcher.isIgnored(names[periodAt] ?? '', period)) return [{ skipped: values.length, notices: [] }]
    if (isAreaUnstated(area)) {
      if (unstated.rows++ === 0) unstated.row = row
      unstated.figures += values.length
      return [{ skipped: values.length, notices: [] }]
    }
    for (const column of values) if (typeof cells[column] === 'string') marks.see(readFigure(cells[column]))
    const { unknown, series } = combinationOf(labelled.map(column => labelOf(cells[column])))
    const place = areaOf(area)
    const problem = (column: number, code: string, detail: string): RowProblem => ({ row, pointer: table.pointerTo(row, column), code, value: shownValue(cells[column]), detail, remedy })
    const problems = unknown.map(column => problem(column, 'unknown_label', `the mapping does not know ${JSON.stringify(labelOf(cells[column]))} in the column ${JSON.stringify(names[column])}`))
    if ('detail' in place) problems.push(problem(areaAt, 'unknown_area', place.detail))
    if (!isPeriod(period)) problems.push({ ...problem(periodAt, 'unknown_period', `${JSON.stringify(period)} is no period that can be recorded${/YTD/i.test(period) ? ': it is a year to date' : ''}`), remedy: `${remedy} under ${JSON.stringify(names[periodAt])}, or leave the row out` })
    const wanted = series.filter(one => one !== null).length
    const skipped: RowItem[] = wanted === series.length ? [] : [{ skipped: series.length - wanted, notices: [] }]
    if (problems.length > 0 || 'detail' in place) return [{ refused: Math.max(1, wanted), problems }, ...wanted === 0 ? [] : skipped]
    return [...series.flatMap((one, index) => one === null ? [] : cell(row, cells, values[index]!, { area: place.id, period, ...flag != null && { flag } }, one)), ...skipped]
  }

  function cell (row: number, cells: readonly unknown[], column: number, said: Record<string, unknown>, { indicator, segment }: MappedSeries): RowItem[] {
    const given = (value: number | null): GivenRow => ({ row, column: String(column), input: { indicator, segment, ...value === null && { flag: 'suppressed' }, ...said, value, source } })
    const figure = figureOf(cells[column])
    if (figure === undefined) return [noFigure(row, column, cells[column], { code: 'not_a_figure', detail: 'is no figure that can be read for sure', remedy: 'write the figure plainly, and null (in CSV nothing) where it is suppressed' })]
    if (figure === null || typeof figure === 'number') return [given(figure)]
    waiting.push({ row, column, text: String(cells[column]), byMark: figure, given })
    return []
  }

  const noFigure = (row: number, column: number, cell: unknown, { detail, ...why }: Pick<RowProblem, 'code' | 'detail' | 'remedy'>): RowItem =>
    ({ refused: 1, problems: [{ row, pointer: table.pointerTo(row, column), value: shownValue(cell), detail: `in the column ${JSON.stringify(names[column])} ${detail}`, ...why }] })

  function decided ({ row, column, text, byMark, given }: typeof waiting[number]): RowItem {
    const value = marks.decided(byMark)
    return value === undefined
      ? noFigure(row, column, text, { code: 'ambiguous_number', detail: marks.why(byMark), remedy: 'write it without thousands separators, or of CSV say decimal=comma or decimal=point' })
      : given(value)
  }

  /** What waited for the other figures, and what is to be said when all rows are read. */
  const finish = (): RowItem[] => [...waiting.map(decided), ...unstatedAreas()]

  function unstatedAreas (): RowItem[] {
    if (unstated.rows === 0) return []
    const detail = `"Uoplyst" is no area: ${unstated.rows} rows with ${unstated.figures} figures were skipped, this one first`
    return [{ skipped: 0, notices: [{ row: unstated.row, pointer: table.pointerTo(unstated.row, areaAt), code: 'area_unstated', value: null, detail, remedy: null }] }]
  }

  const pointerTo: PointerTo = (row, field, column) =>
    table.pointerTo(row, field === 'area' ? areaAt : field === 'period' ? periodAt : column === undefined ? undefined : Number(column))

  return { read, finish, pointerTo, roles, matcher, areaOf }
}

/** The figure of a cell: null where it is suppressed, both numbers where it may be two; undefined where it is not to be read for sure. */
export function figureOf (cell: unknown): number | null | ByMark | undefined {
  if (cell === null || typeof cell === 'number') return cell
  if (typeof cell !== 'string') return undefined
  if (cell.trim() === '') return null
  const figure = readFigure(cell)
  return figure.kind === 'number' ? figure.value : figure.kind === 'ambiguous' ? figure.byMark : undefined
}

function refuseUnknown ({ columns, pointerTo }: Table, mapping: Mapping, roles: readonly Role[]): void {
  const problems: Problem[] = columns.flatMap(({ name }, at) => roles[at] !== 'unknown'
    ? columns.findIndex(other => labelOf(other.name) === labelOf(name)) === at ? [] : [{ pointer: pointerTo(null, at), code: 'duplicate_column', detail: `is the second column called ${JSON.stringify(name)}: leave one out` }]
    : [{ pointer: pointerTo(null, at), code: 'unknown_column', detail: `the mapping ${mapping.id} does not know the column ${JSON.stringify(name)}: add it to the mapping, to the members of its series or to ignored, or fetch the table without it` }])
  for (const [role, name] of [['period', mapping.period], ['area', mapping.area]] as const) {
    if (!roles.includes(role)) problems.push({ pointer: pointerTo(null), code: 'missing_column', detail: `there is no column ${JSON.stringify(name)}, which holds the ${role} in the mapping ${mapping.id}` })
  }
  if (problems.length > 0) throw new AppError('invalid_request', `The file does not fit the mapping: ${problems[0]!.detail}${problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''}.`, problems)
}

/** A file from which nothing can come is not the file that was meant. @param measures those of a wide table; null where its rows tell */
function refuseNothing ({ pointerTo }: Table, mapping: Mapping, wanted: readonly string[], measures: readonly string[] | null): void {
  if (wanted.some(measure => measures === null || measures.includes(measure))) return
  const detail = `no cell of the file is one that a series of the mapping ${mapping.id} names: it takes ${[...new Set(mapping.series.map(({ measure }) => JSON.stringify(measure)))].slice(0, 10).join(', ')}`
  throw new AppError('invalid_request', `The file does not fit the mapping: ${detail}.`, [{ pointer: pointerTo(null), code: 'nothing_wanted', detail }])
}
