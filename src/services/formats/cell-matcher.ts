import { AppError } from '../../domain/errors.ts'
import { hierarchiesOf, type MappedSeries, type Mapping, memberIn } from '../../domain/mapping.ts'

export type LabelStatus = 'mapped' | 'ignored' | 'unmapped'
export type Matcher = ReturnType<typeof createMatcher>

/**
 * Finds the series of cells by a mapping, for a table that has some of the mapping's hierarchy columns. A column that it lacks was not asked
 * for, so its cells are those of that column's total.
 * @throws AppError `invalid_request` where the table lacks a column whose total the mapping does not tell
 */
export function createMatcher (mapping: Mapping, hierarchies: readonly string[]) {
  const lacking = hierarchiesOf(mapping).filter(column => !hierarchies.includes(column))
  const withoutTotal = lacking.find(column => !Object.hasOwn(mapping.totals, column))
  if (withoutTotal !== undefined) {
    const detail = `The file has no column ${JSON.stringify(withoutTotal)}, and the mapping ${mapping.id} names no total of it: fetch the table with that column, or add its total to the mapping's totals.`
    throw new AppError('invalid_request', detail, [{ pointer: '', code: 'missing_column', detail }])
  }
  const asked = mapping.series.filter(series => lacking.every(column => memberIn(mapping, series, column) === mapping.totals[column]))
  const byCell = new Map(asked.map(series => [cellKey(series.measure, hierarchies.map(column => memberIn(mapping, series, column) ?? '')), series]))
  const named = new Map(hierarchies.map(column => [column, new Set([mapping.totals[column], ...mapping.series.map(({ members }) => members[column])])]))
  const measures = new Set(mapping.series.map(({ measure }) => measure))
  const { ignored } = mapping
  const ignoredOf = (column: string) => Object.hasOwn(ignored.members, column) ? ignored.members[column] : undefined
  const isListed = (list: readonly string[] | '*' | undefined, label: string): boolean => list === '*' || list?.includes(label) === true

  /** The series of a cell, its members in the order of the columns; null where no series names it. */
  const seriesOf = (measure: string, members: readonly string[]): MappedSeries | null => byCell.get(cellKey(measure, members)) ?? null

  function statusOfMember (column: string, label: string): LabelStatus {
    if (named.get(column)?.has(label)) return 'mapped'
    return isListed(ignoredOf(column), label) ? 'ignored' : 'unmapped'
  }

  function statusOfMeasure (label: string): LabelStatus {
    if (measures.has(label)) return 'mapped'
    return isListed(ignored.measures, label) ? 'ignored' : 'unmapped'
  }

  /** Whether an area or a period is not wanted. */
  const isIgnored = (column: string, label: string): boolean => isListed(ignoredOf(column), label)

  return { seriesOf, statusOfMember, statusOfMeasure, isIgnored, series: asked }
}

const cellKey = (measure: string, members: readonly string[]): string => [measure, ...members].join('\u0000')
