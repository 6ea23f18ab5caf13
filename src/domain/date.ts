/**
 * Calendar days as ISO text (`2024-08-31`) and as day numbers (whole days since 1970-01-01), so that distances are whole numbers
 * and no time zone can shift them.
 */
const DAY_MS = 86_400_000

/** A day number: days since 1970-01-01. */
export type Day = number

/** Reads `YYYY-MM-DD`. @returns the day number, or null where the text is no day of the calendar */
export function parseDay (text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return null
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const exists = month >= 1 && month <= 12 && date >= 1 && date <= lastDate(year, month)
  return exists ? dayNumber(year, month, date) : null
}

/** The day number of a text that is known to be a day. @throws RangeError where it is none */
export function toDay (text: string): Day {
  const day = parseDay(text)
  if (day === null) throw new RangeError(`${JSON.stringify(text)} is not a day (YYYY-MM-DD)`)
  return day
}

/** The day number of a date; month and date may run over (month 13 is January of the next year, date 0 the last day before). */
export const dayNumber = (year: number, month: number, date: number): Day => {
  const instant = new Date(0)
  instant.setUTCFullYear(year, month - 1, date)
  return Math.round(instant.getTime() / DAY_MS)
}

/** How many days a month (from 1) has. */
const lastDate = (year: number, month: number): number =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** The ISO text of a day number. */
export const dayText = (day: Day): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** Weekday by ISO: Monday is 1, Sunday 7. */
export const isoWeekday = (day: Day): number => ((day + 3) % 7 + 7) % 7 + 1

// Nine digits are more than the calendar has, and few enough to be multiplied and still be written in digits.
const DURATION = /^P(?=\d)(?:(\d{1,9})Y)?(?:(\d{1,9})M)?(?:(\d{1,9})W)?(?:(\d{1,9})D)?$/

/** Whether the text is an ISO 8601 duration of whole years, months, weeks or days, such as P1Y, P6M or P2W. */
export const isDuration = (text: string): boolean => DURATION.test(text)

/** The day a duration after another; a day that the month does not have becomes the month's last. @throws RangeError where the text is no duration */
export function addDuration (day: Day, duration: string): Day {
  const match = DURATION.exec(duration)
  if (match === null) throw new RangeError(`${JSON.stringify(duration)} is not a duration of whole years, months, weeks or days`)
  const [years, months, weeks, days] = [1, 2, 3, 4].map(i => Number(match[i] ?? 0)) as [number, number, number, number]
  const from = new Date(day * DAY_MS)
  const monthsOn = from.getUTCMonth() + months
  const [year, month] = [from.getUTCFullYear() + years + Math.floor(monthsOn / 12), monthsOn % 12 + 1]
  return dayNumber(year, month, Math.min(from.getUTCDate(), lastDate(year, month))) + weeks * 7 + days
}

const copenhagen = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Copenhagen', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The Danish calendar day of an instant (RFC 3339 text or epoch milliseconds), as ISO text. */
export function danishDay (instant: string | number): string {
  const parts = new Map(copenhagen.formatToParts(new Date(instant)).map(part => [part.type, part.value]))
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
}
