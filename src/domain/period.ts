import { type Day, dayNumber, dayText, isoWeekday, parseDay } from './date.ts'
import type { Frequency } from './indicator.ts'

export type PeriodKind = Exclude<Frequency, 'irregular'> | 'range'

/**
 * A stretch of time that an observation covers. `text` is the canonical spelling: `2024`, `2024-H1`, `2024-Q2`, `2024-08`, `2024-W35`,
 * `2024-08-31` or `2023-01-01/2023-12-31`; `start` and `end` are its first and last day, as day numbers.
 */
export type Period = { text: string, kind: PeriodKind, year: number, part: number, start: Day, end: Day }

/** Why a text is no period, in words for the one who sent it. */
export class PeriodError extends Error {}

const FORMS = 'write a year 2024, half 2024-H1, quarter 2024-Q2, month 2024-08, ISO week 2024-W35, day 2024-08-31 or range 2023-01-01/2023-12-31'
const memo = new Map<string, Period>()

/**
 * Reads a period in its canonical spelling or that of Jobindsats (2024Y01, 2026M08, 2023Q1, 2023QMAT02) or StatBank (2020K1, 2020H1, 2024U05).
 * @throws PeriodError with what is wrong and how it is written
 */
export function parsePeriod (text: string): Period {
  const known = memo.get(text)
  if (known !== undefined) return known
  const period = readPeriod(text)
  if (memo.size >= 20_000) memo.clear()
  memo.set(text, period)
  return period
}

/** Whether the text is a period that {@link parsePeriod} reads. */
export function isPeriod (text: string): boolean {
  try {
    parsePeriod(text)
    return true
  } catch {
    return false
  }
}

/** First and last day of a period, as ISO text. @throws PeriodError */
export function periodRange (text: string): { start: string, end: string } {
  const { start, end } = parsePeriod(text)
  return { start: dayText(start), end: dayText(end) }
}

const SPELLINGS: readonly [RegExp, PeriodKind][] = [
  [/^(\d{4})(?:Y01)?$/, 'year'],
  [/^(\d{4})-?H([12])$/, 'half'],
  [/^(\d{4})-?[QK]0?([1-4])$/, 'quarter'],
  [/^(\d{4})QMAT0?([1-4])$/, 'quarter'],
  [/^(\d{4})(?:-|M)(\d{2})$/, 'month'],
  [/^(\d{4})(?:-?W|U)(\d{2})$/, 'week']
]

function readPeriod (text: string): Period {
  for (const [pattern, kind] of SPELLINGS) {
    const match = pattern.exec(text)
    if (match !== null) return periodOf(kind, Number(match[1]), Number(match[2] ?? 1), text)
  }
  if (/YTD/i.test(text)) throw new PeriodError(`${JSON.stringify(text)} is a year to date, which is not a period of its own here: post months, or an indicator that is defined as year to date`)
  const [from, to, ...rest] = text.split('/')
  const start = parseDay(from ?? '')
  if (start === null || rest.length > 0) throw new PeriodError(`${JSON.stringify(text)} is not a period: ${FORMS}`)
  checkYear(Number(text.slice(0, 4)), text)
  const year = Number(text.slice(0, 4))
  if (to === undefined) return { text, kind: 'day', year, part: 0, start, end: start }
  const end = parseDay(to)
  if (end === null) throw new PeriodError(`${JSON.stringify(text)} is not a period: ${FORMS}`)
  checkYear(Number(to.slice(0, 4)), text)
  if (end < start) throw new PeriodError(`${JSON.stringify(text)} ends before it begins`)
  return { text, kind: 'range', year, part: 0, start, end }
}

function checkYear (year: number, text: string): void {
  if (year < 1900 || year > 2199) throw new PeriodError(`${JSON.stringify(text)} lies outside the years 1900 to 2199`)
}

const pad = (part: number): string => String(part).padStart(2, '0')

/** The canonical spelling of a period that is counted in months. */
function textOf (kind: PeriodKind, year: number, part: number): string {
  switch (kind) {
    case 'half': return `${year}-H${part}`
    case 'quarter': return `${year}-Q${part}`
    case 'month': return `${year}-${pad(part)}`
    default: return String(year)
  }
}

/** The period of a kind in a year. `part` counts from 1 (ignored for a year). @throws PeriodError where the year has no such part */
function periodOf (kind: PeriodKind, year: number, part: number, text = `${year}`): Period {
  checkYear(year, text)
  const months = (name: string, length: number): Period => ({
    text: name, kind, year, part, start: dayNumber(year, (part - 1) * length + 1, 1), end: dayNumber(year, part * length + 1, 0)
  })
  switch (kind) {
    case 'year': return { text: String(year), kind, year, part: 1, start: dayNumber(year, 1, 1), end: dayNumber(year, 12, 31) }
    case 'half': return months(textOf(kind, year, part), 6)
    case 'quarter': return months(textOf(kind, year, part), 3)
    case 'month':
      if (part < 1 || part > 12) throw new PeriodError(`${JSON.stringify(text)} has no month ${part}`)
      return months(textOf(kind, year, part), 1)
    case 'week': {
      if (part < 1 || part > weeksOf(year)) throw new PeriodError(`${JSON.stringify(text)}: ${year} has weeks 01 to ${weeksOf(year)}`)
      const start = firstMonday(year) + (part - 1) * 7
      return { text: `${year}-W${pad(part)}`, kind, year, part, start, end: start + 6 }
    }
    default: throw new PeriodError(`${JSON.stringify(text)} is not a period: ${FORMS}`)
  }
}

/** The Monday of ISO week 1: the week that holds 4 January. */
const firstMonday = (year: number): Day => dayNumber(year, 1, 4) - isoWeekday(dayNumber(year, 1, 4)) + 1
const weeksOf = (year: number): number => (firstMonday(year + 1) - firstMonday(year)) / 7

const PARTS: Partial<Record<PeriodKind, number>> = { year: 1, half: 2, quarter: 4, month: 12 }

const neighbours = new WeakMap<Period, { before?: Period | null, after?: Period | null }>()

/** The period of the same kind `steps` later (earlier where negative); null for a range, and outside the calendar. */
export function shiftPeriod (period: Period, steps: number): Period | null {
  if (steps !== 1 && steps !== -1) return shifted(period, steps)
  let known = neighbours.get(period)
  if (known === undefined) neighbours.set(period, known = {})
  const side = steps === 1 ? 'after' : 'before'
  const neighbour = known[side] === undefined ? shifted(period, steps) : known[side]
  known[side] = neighbour
  return neighbour
}

function shifted (period: Period, steps: number): Period | null {
  if (period.kind === 'range') return null
  try {
    if (period.kind === 'day') return parsePeriod(dayText(period.start + steps))
    if (period.kind === 'week') return weekOf(period.start + steps * 7)
    const parts = PARTS[period.kind] as number
    const index = period.year * parts + period.part - 1 + steps
    return parsePeriod(textOf(period.kind, Math.floor(index / parts), index % parts + 1))
  } catch {
    return null
  }
}

function weekOf (monday: Day): Period {
  const year = Number(dayText(monday + 3).slice(0, 4))
  return periodOf('week', year, (monday - firstMonday(year)) / 7 + 1)
}

/** How many periods of their kind one lies after another (before: negative). @throws RangeError for ranges, and for periods of two kinds */
export function stepsBetween (from: Period, to: Period): number {
  if (from.kind !== to.kind || from.kind === 'range') throw new RangeError(`${from.text} and ${to.text} are not periods of one frequency`)
  if (from.kind === 'day') return to.start - from.start
  if (from.kind === 'week') return (to.start - from.start) / 7
  const parts = PARTS[from.kind] as number
  return (to.year - from.year) * parts + to.part - from.part
}

/** The period of the same name one year earlier; null for a range, and for week 53 and 29 February, which the year before does not have. */
export function namesakeAYearEarlier (period: Period): Period | null {
  if (period.kind === 'range') return null
  const earlier = `${period.year - 1}${period.text.slice(4)}`
  return isPeriod(earlier) ? parsePeriod(earlier) : null
}

const FIRST_DAY = dayNumber(1900, 1, 1)

/** The first period of a frequency that ends on or after a day; null beyond the calendar. */
export function firstPeriodEndingFrom (frequency: Exclude<Frequency, 'irregular'>, day: Day): Period | null {
  try {
    return periodWith(frequency, Math.max(day, FIRST_DAY))
  } catch {
    return null
  }
}

/** The period of a frequency that a day lies in. @throws PeriodError beyond the calendar */
function periodWith (frequency: Exclude<Frequency, 'irregular'>, day: Day): Period {
  const iso = dayText(day)
  const [year, month] = [Number(iso.slice(0, 4)), Number(iso.slice(5, 7))]
  switch (frequency) {
    case 'day': return parsePeriod(iso)
    case 'week': return weekOf(day - isoWeekday(day) + 1)
    case 'month': return periodOf('month', year, month)
    case 'quarter': return periodOf('quarter', year, Math.ceil(month / 3))
    case 'half': return periodOf('half', year, Math.ceil(month / 6))
    case 'year': return periodOf('year', year, 1)
  }
}

/** Whether an observation of an indicator with this frequency may have this period (`irregular` takes any). */
export const fitsFrequency = (period: Period, frequency: Frequency): boolean => frequency === 'irregular' || period.kind === frequency

/** Orders periods by their last day; of two that end on the same day the one that begins later is the later. */
export const comparePeriods = (a: Period, b: Period): number => a.end - b.end || a.start - b.start || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)
