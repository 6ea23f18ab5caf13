// The moments that the server's clock is moved to, and what day it is then in Denmark: told by ICU, not by our code.

const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short' })
/** The Danish day of an instant, in milliseconds. */
export const dayOf = (instant: number): string => format.format(instant)

const HOUR = 3_600_000
/** So long before a moment the clock is set, so that the server passes it at the real pace. */
const BEFORE_MS = 8_000
/** What is done to the clock: it is set to an instant, or goes back. */
export type Step = { what: string, to: number, back?: never } | { what: string, back: number, to?: never }

const FIRST_YEAR = 2026
const lastSunday = (year: number, month: number): number => {
  const last = new Date(Date.UTC(year, month + 1, 0))
  return Date.UTC(year, month, last.getUTCDate() - last.getUTCDay())
}

/** When the server's clock begins: on the day before the first change. */
export const BEGIN = lastSunday(FIRST_YEAR, 9) - 4 * HOUR

/** The steps of so many years: both changes of the clock, Danish midnight beside each, and an hour back over midnight and in the middle of a day. */
export function steps (years: number): Step[] {
  return Array.from({ length: years }, (_, at): Step[] => {
    const [autumn, spring] = [lastSunday(FIRST_YEAR + at, 9), lastSunday(FIRST_YEAR + at + 1, 2)]
    return [
      { what: 'Danish midnight in summer time', to: autumn - 2 * HOUR - BEFORE_MS },
      { what: 'the change to winter time', to: autumn + HOUR - BEFORE_MS },
      { what: 'Danish midnight in winter time', to: autumn + 23 * HOUR - BEFORE_MS },
      { what: 'an hour back, to before midnight', back: HOUR },
      { what: 'the change to summer time', to: spring + HOUR - BEFORE_MS },
      { what: 'Danish midnight', to: spring + 22 * HOUR - BEFORE_MS },
      { what: 'an hour back, to before midnight', back: HOUR }
    ]
  }).flat()
}

/** The days beside the moments of so many years. */
export const daysOf = (years: number): string[] => [...new Set(steps(years).flatMap(({ to }) => to === undefined ? [] : [dayOf(to), dayOf(to + HOUR)]))]
