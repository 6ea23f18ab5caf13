import { z } from 'zod'
import type { Problem } from '../domain/errors.ts'
import { type Indicator, isNeverNegative } from '../domain/indicator.ts'
import { FLAGS, isWithoutValue, type Flag, type MeasurementKey } from '../domain/measurement.ts'
import { fitsFrequency, parsePeriod } from '../domain/period.ts'
import { type Actor, actsFor, measures } from './actor.ts'
import { figure, period, problemsOf, slug, unstorableTexts } from './input.ts'
import type { AreaIndex } from './reference.ts'

export const MAX_ROWS = 10_000

/** One row of a batch. */
export const measurementRow = z.strictObject({
  indicator: slug.meta({ example: 'sygedagpenge-jobafklaring-pct-arbejdsstyrke' }),
  area: z.string().min(1).max(60).meta({ description: 'The id of an area; a kommune also by its three digits.', example: '0250' }),
  segment: z.string().min(1).max(100).nullable().optional().meta({ description: 'A segment that the indicator declares; null or absent is the whole.' }),
  period,
  value: figure.nullable().optional().meta({ description: 'Null where the flag is suppressed or missing.', example: 3.9 }),
  flag: z.enum(FLAGS).optional().meta({ description: 'Default final.' }),
  source: z.string().max(1000).nullable().optional().meta({ description: 'Where the figure is from.' }),
  note: z.string().max(2000).nullable().optional()
}).meta({ id: 'MeasurementInput' })

/** What is wrong with a row. `row` counts from 0, `pointer` leads to the place in the body. */
export type RowProblem = { row: number } & Problem
/** A row that may be written. */
export type CheckedRow = MeasurementKey & { row: number, value: number | null, flag: Flag, source: string | null, note: string | null }
export type CheckedBatch = { rows: CheckedRow[], collapsed: number, errors: RowProblem[], notices: RowProblem[] }

type ParsedRow = { row: number, given: z.output<typeof measurementRow> }
export type ReadRows = { parsed: ParsedRow[], errors: RowProblem[] }

const at = (row: number, pointer = ''): string => `/measurements/${row}${pointer}`

/** Reads the rows one by one: what is no row at all is reported with its place. */
export function readRows (rows: readonly unknown[]): ReadRows {
  const read: ReadRows = { parsed: [], errors: [] }
  rows.forEach((input, row) => {
    const result = measurementRow.safeParse(input)
    const problems = result.success ? unstorableTexts(input, at(row)) : problemsOf(result.error, at(row))
    if (result.success && problems.length === 0) read.parsed.push({ row, given: result.data })
    else for (const problem of problems) read.errors.push({ row, ...problem })
  })
  return read
}

/** What rows are checked against: the areas, the indicators that they name, and who sends them. */
export type BatchSurroundings = { areas: AreaIndex, indicators: ReadonlyMap<string, Indicator>, actor: Actor }

/**
 * Checks every row of a batch, and rows against each other: equal ones collapse with a notice, unequal ones of one key are all refused, naming each other.
 * Pure: what is stored plays no part.
 */
export function checkBatch ({ parsed, errors: unread }: ReadRows, surroundings: BatchSurroundings): CheckedBatch {
  const errors = [...unread]
  const byKey = new Map<string, CheckedRow[]>()
  for (const { row, given } of parsed) {
    const { checked, problems } = checkRow(row, given, surroundings)
    errors.push(...problems)
    if (problems.length > 0) continue
    const key = [checked.indicator, checked.area, checked.segment ?? '', checked.period].join('\u0000')
    const same = byKey.get(key)
    if (same === undefined) byKey.set(key, [checked])
    else same.push(checked)
  }
  const result: CheckedBatch = { rows: [], collapsed: 0, errors, notices: [] }
  for (const same of byKey.values()) settleDuplicates(same, result)
  result.rows.sort((a, b) => a.row - b.row)
  errors.sort((a, b) => a.row - b.row)
  return result
}

function settleDuplicates (same: CheckedRow[], result: CheckedBatch): void {
  const [first, ...others] = same as [CheckedRow, ...CheckedRow[]]
  if (others.every(({ value, flag }) => value === first.value && flag === first.flag)) {
    result.rows.push(first)
    result.collapsed += others.length
    result.notices.push(...others.map(({ row }) => ({ row, pointer: at(row), code: 'duplicate_collapsed', detail: `is the same as row ${first.row}, and counts once` })))
    return
  }
  for (const { row } of same) {
    const rest = same.slice(0, 11).map(other => other.row).filter(other => other !== row).slice(0, 10).join(', ')
    result.errors.push({ row, pointer: at(row), code: 'duplicate_row', detail: `has the same indicator, area, segment and period as row ${rest}, but another value or flag: send the right one alone` })
  }
}

function checkRow (row: number, given: ParsedRow['given'], { areas, indicators, actor }: BatchSurroundings): { checked: CheckedRow, problems: RowProblem[] } {
  const problems: RowProblem[] = []
  const report = (pointer: string, code: string, detail: string): void => { problems.push({ row, pointer: at(row, pointer), code, detail }) }
  const { value = null, flag = 'final', segment = null, source = null, note = null } = given
  const area = areas.resolve(given.area)
  if (area === undefined) report('/area', 'unknown_area', `there is no area ${JSON.stringify(given.area)}: see /v1/areas`)
  else if (!actsFor(actor, area.id)) report('/area', 'forbidden_area', `the key ${actor.name} is not for ${area.id}`)
  if (isWithoutValue(flag) && value !== null) report('/value', 'value_not_allowed', `a ${flag} figure has no value: write null, or another flag`)
  if (!isWithoutValue(flag) && value === null) report('/value', 'value_required', `a ${flag} figure has a value; where it is not known write the flag suppressed or missing`)
  if (!measures(actor, given.indicator)) report('/indicator', 'forbidden_indicator', `the key ${actor.name} is not for ${given.indicator}`)
  const indicator = indicators.get(given.indicator)
  if (indicator === undefined) report('/indicator', 'unknown_indicator', `there is no indicator ${JSON.stringify(given.indicator)}: see /v1/indicators`)
  else {
    if (segment !== null && !indicator.segments.some(one => one.code === segment)) {
      report('/segment', 'unknown_segment', `${indicator.id} declares no segment ${JSON.stringify(segment)}${indicator.segments.length === 0 ? ': leave it out' : `: it has ${indicator.segments.map(one => one.code).join(', ')}`}`)
    }
    if (!fitsFrequency(parsePeriod(given.period), indicator.frequency)) {
      report('/period', 'frequency_mismatch', `${given.period} is no ${indicator.frequency}, and that is what ${indicator.id} is measured by`)
    }
    if (value !== null && value < 0 && isNeverNegative(indicator.unit)) {
      report('/value', 'value_out_of_range', `${value} is below zero, which ${indicator.unit} never is; a correction is sent as the right value`)
    }
  }
  return { checked: { row, indicator: given.indicator, area: area?.id ?? given.area, segment, period: given.period, value, flag, source, note }, problems }
}
