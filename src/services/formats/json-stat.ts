import { isWithoutValue, type Flag, FLAGS } from '../../domain/measurement.ts'
import { hierarchiesOf, type Mapping } from '../../domain/mapping.ts'
import { isPeriod } from '../../domain/period.ts'
import type { FileBody } from '../files.ts'
import { type RowItem, type RowSource, shownValue } from '../measurement-rows.ts'
import type { AreaIndex } from '../reference.ts'
import { createAreaReader } from './area-names.ts'
import { areasOf, type Column, labelOf, type Role, type Table, type TableRow } from './cells.ts'
import { type Category, type Cube, type Dimension, refused, valuesOf } from './json-stat-cube.ts'

const ROLES = { time: 'period', geo: 'area', metric: 'measures' } as const satisfies Record<string, Role>

/**
 * A data set as a long table, for a mapping: a column for each dimension, one for the measure where no dimension says it (the label of the
 * data set), and the value. Columns and members are given by their labels or codes, whichever the mapping knows.
 */
export function tableOf (file: FileBody, cube: Cube, mapping: Mapping | null, areas: AreaIndex): Table {
  const taken = new Set<Role>()
  const axes = cube.dimensions.map(dimension => {
    const role = dimension.role === null ? undefined : ROLES[dimension.role]
    const isFirst = role !== undefined && !taken.has(role)
    if (isFirst) taken.add(role)
    return axisOf(dimension, isFirst ? role : undefined, mapping, areas)
  })
  const hasMeasures = taken.has('measures')
  const columns: Column[] = [...axes.map(({ column }) => column), ...hasMeasures ? [] : [{ name: 'measure', role: 'measures' as const }], { name: 'value', role: 'value' }]
  const labelsAt = cellLabels(cube.dimensions, axes.map(({ labelAt }) => labelAt))
  const measure = hasMeasures ? [] : [cube.label]

  async function * rows (): AsyncGenerator<TableRow[]> {
    for await (const piece of valuesOf(file, cube)) {
      yield piece.filter(({ cell, value }) => isThere(cube, cell, value)).map(({ cell, value }) => ({ row: cell, cells: [...labelsAt(cell), ...measure, value], flag: flagOf(cube, cell, value) }))
    }
  }

  return { columns, rows: rows(), pointerTo: (row, column) => row === null ? `${cube.place}/dimension${column === undefined || column >= axes.length ? '' : `/${cube.dimensions[column]?.id}`}` : `${cube.place}/value/${row}` }
}

function axisOf (dimension: Dimension, role: Role | undefined, mapping: Mapping | null, areas: AreaIndex): { column: Column, labelAt: LabelAt } {
  const columns = mapping === null ? [] : [...hierarchiesOf(mapping), mapping.period, mapping.area]
  const name = [dimension.label, dimension.id].find(text => columns.includes(labelOf(text))) ?? dimension.label
  const means = role ?? (labelOf(name) === mapping?.area || /^område$/i.test(labelOf(dimension.id)) ? 'area' : labelOf(name) === mapping?.period || /^(?:tid|time)$/i.test(dimension.id) ? 'period' : undefined)
  const column: Column = { name, ...means && { role: means } }
  const known = new Set(mapping === null ? [] : knownLabels(mapping, means === 'measures' ? null : labelOf(name)))
  return { column, labelAt: whenNeeded(dimension, category => labelFor(category, means, known, areas)) }
}

/** The label of a category, by its place. */
type LabelAt = (place: number) => string

/** Spells categories as cells name them: few at a time, and none of a data set that is refused. */
function whenNeeded ({ categories }: Dimension, spell: (category: Category) => string): LabelAt {
  const spelt: string[] = []
  return place => {
    spelt[place] ??= spell(categories[place]!)
    return spelt[place]
  }
}

const NONE: ReadonlySet<unknown> = new Set()

/** The spelling of a category that is understood: of its label and its code. @param known the labels that the mapping knows of the column */
function labelFor ({ code, label }: Category, role: Role | undefined, known: ReadonlySet<unknown>, areas: AreaIndex): string {
  if (role === 'period') return isPeriod(code) ? code : label
  if (role === 'area') {
    const [byCode, byLabel] = [areasOf(areas, code), areasOf(areas, label)]
    // A code that means one area here and a label that means another: neither is taken.
    if (byCode.length === 1 && byLabel.length === 1 && byCode[0] !== byLabel[0]) return `${code} ${label}`
    return byCode.length === 1 ? code : label
  }
  return [label, code].find(text => known.has(labelOf(text))) ?? label
}

/** The labels that a mapping knows of a column; of the measures where the column is null. */
const knownLabels = ({ series, ignored }: Mapping, column: string | null): (string | undefined)[] => column === null
  ? [...series.map(({ measure }) => measure), ...ignored.measures]
  : [...series.flatMap(({ members }) => Object.hasOwn(members, column) ? members[column] : []), ...Object.hasOwn(ignored.members, column) ? ignored.members[column] ?? [] : []]

/** The labels of a cell, by its number: row-major, the last dimension the fastest. */
function cellLabels (dimensions: readonly Dimension[], labels: readonly LabelAt[]): (cell: number) => string[] {
  const sizes = dimensions.map(({ categories }) => categories.length)
  return cell => {
    const found: string[] = []
    let rest = cell
    for (let at = sizes.length - 1; at >= 0; at--) {
      const size = sizes[at]!
      found[at] = labels[at]!(rest % size)
      rest = Math.floor(rest / size)
    }
    return found
  }
}

const isThere = ({ isOurs, statusAt }: Cube, cell: number, value: unknown): boolean => !(isOurs && value === null && statusAt(cell) === null)

/**
 * What statuses mean. StatBank: `..` too uncertain or confidential, `...` not there yet, `.` cannot occur, `*` preliminary.
 * Eurostat and others: p preliminary, e estimated, c confidential, `:` not available. `-` (none) is no figure: null is never read as zero.
 */
const STATUSES: Record<string, Flag> = { '..': 'suppressed', '...': 'missing', '.': 'missing', '*': 'provisional', p: 'provisional', e: 'provisional', c: 'suppressed', ':': 'missing', ...Object.fromEntries(FLAGS.map(flag => [flag, flag])) }

/** The flag of a cell: what its status says; without one null is suppressed. */
function flagOf ({ place, statusAt }: Cube, cell: number, value: unknown): Flag | null {
  const status = statusAt(cell)
  const flag = status === null ? null : Object.hasOwn(STATUSES, status) ? STATUSES[status]! : undefined
  if (flag === undefined) throw refused(`the status ${JSON.stringify(status)} of cell ${cell} is not known: write one of ${Object.keys(STATUSES).join(', ')}, or leave it out`, `${place}/status/${cell}`, 'unknown_status')
  return value === null && (flag === null || !isWithoutValue(flag)) ? 'suppressed' : flag
}

const OURS = ['indicator', 'area', 'segment', 'period'] as const

/**
 * The rows of a data set whose dimensions are ours, as the export writes them: indicator, area, period and, where there are any, segment.
 * @throws AppError `invalid_request` where it has others, or lacks one
 */
export function rowsOf (file: FileBody, cube: Cube, areas: AreaIndex): RowSource {
  const fields = cube.dimensions.map(({ id }) => OURS.find(name => name === id.toLowerCase()))
  const others = cube.dimensions.filter((_, at) => fields[at] === undefined).map(({ id }) => JSON.stringify(id))
  const lacking = OURS.filter(name => name !== 'segment' && !fields.includes(name))
  if (others.length > 0 || lacking.length > 0 || new Set(fields).size !== fields.length) {
    throw refused(`without a mapping its dimensions are indicator, area, period and perhaps segment; ${[others.length > 0 && `it has ${others.join(', ')}`, lacking.length > 0 && `it lacks ${lacking.join(', ')}`].filter(Boolean).join(', ') || 'one is there twice'}. Say ?mapping= for a table of a source`, `${cube.place}/dimension`, 'needs_mapping')
  }
  const areaOf = createAreaReader(areas)
  const labelsAt = cellLabels(cube.dimensions, cube.dimensions.map((dimension, at) => {
    const field = fields[at]
    return whenNeeded(dimension, category => field === 'area' || field === 'period' ? labelFor(category, field, NONE, areas) : category.code)
  }))
  const pointerTo = (row: number): string => `${cube.place}/value/${row}`

  function rowOf (cell: number, value: unknown): RowItem {
    if (!isThere(cube, cell, value)) return { skipped: 1, notices: [] }
    const flag = flagOf(cube, cell, value)
    const input: Record<string, unknown> = { value, source: cube.isOurs ? null : cube.source?.slice(0, 1000) ?? null, ...flag !== null && { flag } }
    for (const [at, label] of labelsAt(cell).entries()) input[fields[at]!] = fields[at] === 'segment' && label === '' ? null : label
    const { id, trouble } = areaOf(String(input.area))
    return { row: cell, input: { ...input, area: id }, ...trouble && { problems: [{ row: cell, pointer: pointerTo(cell), value: shownValue(id), ...trouble }] } }
  }
  async function * items (): AsyncGenerator<RowItem[]> {
    for await (const piece of valuesOf(file, cube)) yield piece.map(({ cell, value }) => rowOf(cell, value))
  }
  return { pointerTo, items: items() }
}
