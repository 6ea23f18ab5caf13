/**
 * Calendar days as ISO text (`2024-08-31`) and as day numbers (whole days since 1970-01-01), so that distances are whole numbers
 * and no time zone can shift them.
 */
const DAY_MS = 86_400_000

/** A day number: days since 1970-01-01. */
export type Day = number

const days = new Map<string, Day>()
const texts = new Map<Day, string>()
const MOST_KNOWN = 20_000

/** Reads `YYYY-MM-DD`. @returns the day number, or null where the text is no day of the calendar */
export function parseDay (text: string): Day | null {
  const known = days.get(text)
  if (known !== undefined) return known
  const day = readDay(text)
  // What is no day may be any text, and as long.
  if (day === null) return null
  if (days.size >= MOST_KNOWN) days.clear()
  days.set(text, day)
  return day
}

function readDay (text: string): Day | null {
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
export function dayText (day: Day): string {
  const known = texts.get(day)
  if (known !== undefined) return known
  const text = new Date(day * DAY_MS).toISOString().slice(0, 10)
  if (texts.size >= MOST_KNOWN) texts.clear()
  texts.set(day, text)
  return text
}

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
const HOUR_MS = 3_600_000
const FIRST_WHOLE_HOUR = Date.UTC(1900)
let known: { hour: number, day: string } | undefined

/** The Danish calendar day of an instant (RFC 3339 text or epoch milliseconds), as ISO text. */
export function danishDay (instant: string | number): string {
  const date = new Date(instant)
  // Danish midnight is a whole hour of UTC since standard time came, so all instants of an hour have one day: mostly the one asked for before.
  const hour = Math.floor(date.getTime() / HOUR_MS)
  if (hour === known?.hour) return known.day
  const parts = new Map(copenhagen.formatToParts(date).map(part => [part.type, part.value]))
  const day = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
  if (date.getTime() >= FIRST_WHOLE_HOUR) known = { hour, day }
  return day
}
