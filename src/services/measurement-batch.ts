import { setImmediate } from 'node:timers/promises'
import type { Area } from '../domain/area.ts'
import { AppError } from '../domain/errors.ts'
import { type Indicator, isNeverNegative } from '../domain/indicator.ts'
import { isWithoutValue, type Flag, type MeasurementKey } from '../domain/measurement.ts'
import { fitsFrequency, parsePeriod } from '../domain/period.ts'
import { type Actor, actsFor, measures } from './actor.ts'
import { type GivenRow, type MeasurementRow, type PointerTo, readRow, remedyFor, type RowItem, type RowProblem, type RowSource, shownValue } from './measurement-rows.ts'
import type { AreaIndex } from './reference.ts'

/** A row that may be written. */
export type CheckedRow = MeasurementKey & { row: number, column?: string, value: number | null, flag: Flag, source: string | null, note: string | null }

/**
 * What came of checking rows. `rows` may be written, sorted by series and period; `collapsed` ones said what another said; `skipped` ones
 * were not wanted. `errors` and `notices` are listed for the first {@link MAX_LISTED} rows that have any; the counts are of all.
 */
export type CheckedBatch = { received: number, rows: CheckedRow[], collapsed: number, rejected: number, skipped: number, errors: RowProblem[], notices: RowProblem[] }

/** What rows are checked against: the areas, the indicators, and who sends them. */
export type BatchSurroundings = { areas: AreaIndex, indicators: ReadonlyMap<string, Indicator>, actor: Actor }

export const MAX_LISTED = 10_000
/** More bad rows than this are no mistake in a file, but another file. */
export const MOST_REJECTED = 100_000
const SHOWN_THEN = 100
const ROWS_PER_TURN = 1_000

/**
 * Checks every row, and rows against each other: equal ones collapse with a notice, unequal ones of one key are all refused, naming each
 * other. What is stored plays no part. Others get their turn meanwhile.
 * @throws AppError `invalid_request` with the first problems, as soon as more than {@link MOST_REJECTED} rows are rejected
 */
export async function checkRows ({ pointerTo, items }: RowSource, surroundings: BatchSurroundings): Promise<CheckedBatch> {
  const batch: CheckedBatch = { received: 0, rows: [], collapsed: 0, rejected: 0, skipped: 0, errors: [], notices: [] }
  const errors = listing(batch.errors)
  const notices = listing(batch.notices)
  const bySeries = new Map<string, Map<string, CheckedRow | CheckedRow[]>>()

  function reject (rows: number, problems: RowProblem[]): void {
    batch.rejected += rows
    errors(problems)
    if (batch.rejected > MOST_REJECTED) throw tooManyRejected(batch.errors)
  }

  function take (item: RowItem): void {
    if ('skipped' in item) {
      batch.skipped += item.skipped
      return notices(item.notices)
    }
    if ('refused' in item) {
      batch.received += item.refused
      return reject(item.refused, item.problems)
    }
    batch.received++
    const { checked, problems } = readAndCheck(item, pointerTo, surroundings)
    if (checked === null || problems.length > 0) return reject(1, problems)
    const name = `${checked.indicator}\u0000${checked.area}\u0000${checked.segment ?? ''}`
    const periods = bySeries.get(name) ?? new Map<string, CheckedRow | CheckedRow[]>()
    bySeries.set(name, periods)
    const before = periods.get(checked.period)
    if (Array.isArray(before)) before.push(checked)
    else periods.set(checked.period, before === undefined ? checked : [before, checked])
  }

  for await (const chunk of items) {
    for (let at = 0; at < chunk.length; at += ROWS_PER_TURN) {
      chunk.slice(at, at + ROWS_PER_TURN).forEach(take)
      if (chunk.length > ROWS_PER_TURN) await setImmediate()
    }
  }

  function settle (same: CheckedRow | CheckedRow[]): void {
    if (Array.isArray(same)) same.sort((a, b) => a.row - b.row)
    if (!Array.isArray(same)) {
      batch.rows.push(same)
    } else if (same.every(({ value, flag }) => value === same[0]!.value && flag === same[0]!.flag)) {
      batch.rows.push(same[0]!)
      batch.collapsed += same.length - 1
      notices(collapsed(same, pointerTo))
    } else {
      reject(same.length, contradicting(same, pointerTo))
    }
  }

  let settled = 0
  for (const name of [...bySeries.keys()].sort()) {
    const periods = bySeries.get(name)!
    bySeries.delete(name)
    for (const period of [...periods.keys()].sort()) {
      settle(periods.get(period)!)
      if (++settled % ROWS_PER_TURN === 0) await setImmediate()
    }
  }
  for (const list of [batch.errors, batch.notices]) list.sort((a, b) => a.row - b.row)
  return batch
}

function tooManyRejected (errors: readonly RowProblem[]): AppError {
  const first = errors.toSorted((a, b) => a.row - b.row).slice(0, SHOWN_THEN).map(({ pointer, code, detail }) => ({ pointer, code, detail }))
  return new AppError('invalid_request', `More than ${MOST_REJECTED.toLocaleString('en')} rows of the file cannot be recorded, so none was: look at the first ones, and send the file as what it is.`, first)
}

/** Adds problems to a list, until it tells of as many rows as are listed. */
function listing (list: RowProblem[]): (problems: RowProblem[]) => void {
  let rows = 0
  return problems => {
    if (rows >= MAX_LISTED || problems.length === 0) return
    rows += new Set(problems.map(({ row }) => row)).size
    list.push(...problems)
  }
}

const collapsed = ([first, ...others]: CheckedRow[], pointerTo: PointerTo): RowProblem[] => others.slice(0, MAX_LISTED).map(({ row, value, column }) =>
  ({ row, pointer: pointerTo(row, undefined, column), code: 'duplicate_collapsed', value: shownValue(value), detail: `is the same as row ${first!.row}, and counts once`, remedy: null }))

function contradicting (same: CheckedRow[], pointerTo: PointerTo): RowProblem[] {
  return same.slice(0, MAX_LISTED).map(({ row, value, column }) => {
    const rest = same.slice(0, 11).map(other => other.row).filter(other => other !== row).slice(0, 10).join(', ')
    return {
      row,
      pointer: pointerTo(row, undefined, column),
      code: 'duplicate_row',
      value: shownValue(value),
      detail: `has the same indicator, area, segment and period as row ${rest}, but another value or flag`,
      remedy: 'send the right one alone'
    }
  })
}

/** Reads a row and checks it. Where its format could not read a field, what others say of the same field is left out. */
function readAndCheck (item: GivenRow, pointerTo: PointerTo, surroundings: BatchSurroundings): { checked: CheckedRow | null, problems: RowProblem[] } {
  const read = readRow(item, pointerTo)
  const found = 'problems' in read ? { checked: null, problems: [...read.problems, ...checkUnread(item, read.problems, pointerTo, surroundings)] } : checkRow(item, read.given, pointerTo, surroundings)
  if (item.problems === undefined) return found
  const told = new Set(item.problems.map(({ pointer }) => pointer))
  return { checked: null, problems: [...item.problems, ...found.problems.filter(({ pointer }) => !told.has(pointer))] }
}

type Report = (field: keyof MeasurementRow, code: string, detail: string, remedy: string) => void

/** Adds problems of a row to a list. */
const reporter = (problems: RowProblem[], { row, column }: GivenRow, given: Record<string, unknown>, pointerTo: PointerTo): Report => (field, code, detail, remedy) => {
  problems.push({ row, pointer: pointerTo(row, field, column), code, value: shownValue(given[field]), detail, remedy })
}

function checkArea (text: string, report: Report, { areas, actor }: BatchSurroundings): Area | undefined {
  const area = areas.resolve(text)
  if (area === undefined) report('area', 'unknown_area', `there is no area ${JSON.stringify(text)}`, remedyFor('area'))
  else if (!actsFor(actor, area.id)) report('area', 'forbidden_area', `the key ${actor.name} is not for ${area.id}`, `send it with a key that is for ${area.id}, or leave the row out`)
  return area
}

function checkIndicator (id: string, report: Report, { indicators, actor }: BatchSurroundings): Indicator | undefined {
  if (!measures(actor, id)) report('indicator', 'forbidden_indicator', `the key ${actor.name} is not for ${id}`, `send it with a key that is for ${id}, or leave the row out`)
  const indicator = indicators.get(id)
  if (indicator === undefined) report('indicator', 'unknown_indicator', `there is no indicator ${JSON.stringify(id)}`, remedyFor('indicator'))
  return indicator
}

/** What is wrong with the names of a row of which something else could not be read, so that all is told at once. */
function checkUnread (item: GivenRow, unread: readonly RowProblem[], pointerTo: PointerTo, surroundings: BatchSurroundings): RowProblem[] {
  const problems: RowProblem[] = []
  const { area, indicator } = item.input as Record<string, unknown> | null ?? {}
  const isRead = (field: string): boolean => !unread.some(({ pointer }) => pointer === pointerTo(item.row, field, item.column))
  const report = reporter(problems, item, { area, indicator }, pointerTo)
  if (typeof area === 'string' && isRead('area')) checkArea(area, report, surroundings)
  if (typeof indicator === 'string' && isRead('indicator')) checkIndicator(indicator, report, surroundings)
  return problems
}

function checkRow (item: GivenRow, given: MeasurementRow, pointerTo: PointerTo, surroundings: BatchSurroundings): { checked: CheckedRow, problems: RowProblem[] } {
  const { row, column, percent } = item
  const problems: RowProblem[] = []
  const report = reporter(problems, item, given, pointerTo)
  const { value = null, flag = 'final', segment = null, source = null, note = null } = given
  const area = checkArea(given.area, report, surroundings)
  const indicator = checkIndicator(given.indicator, report, surroundings)
  if (isWithoutValue(flag) && value !== null) report('value', 'value_not_allowed', `a ${flag} figure has no value`, 'write null, or another flag')
  if (!isWithoutValue(flag) && value === null) report('value', 'value_required', `a ${flag} figure has a value`, 'write it; where it is not known write the flag suppressed or missing')
  if (indicator !== undefined) {
    if (segment !== null && !indicator.segments.some(one => one.code === segment)) {
      report('segment', 'unknown_segment', `${indicator.id} declares no segment ${JSON.stringify(segment)}`, indicator.segments.length === 0 ? 'leave it out' : `it has ${indicator.segments.map(one => one.code).join(', ')}`)
    }
    if (!fitsFrequency(parsePeriod(given.period), indicator.frequency)) {
      report('period', 'frequency_mismatch', `${given.period} is no ${indicator.frequency}, and that is what ${indicator.id} is measured by`, `send a ${indicator.frequency}, or another indicator`)
    }
    if (percent === true && indicator.unit !== 'percent' && indicator.unit !== 'percentage_points') {
      report('value', 'unit_mismatch', `has a per cent sign, and ${indicator.id} is measured in ${indicator.unit}`, 'send the figure in that unit, without the sign')
    }
    if (value !== null && value < 0 && isNeverNegative(indicator.unit)) {
      report('value', 'value_out_of_range', `${value} is below zero, which ${indicator.unit} never is`, 'send the right value: a correction is a new value of the same measurement')
    }
  }
  return { checked: { row, ...column !== undefined && { column }, indicator: indicator?.id ?? given.indicator, area: area?.id ?? given.area, segment, period: given.period, value, flag, source, note }, problems }
}
