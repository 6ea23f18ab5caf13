import { type Day, dayText, toDay } from './date.ts'
import type { Indicator } from './indicator.ts'
import { firstPeriodEndingFrom, parsePeriod, type Period, shiftPeriod } from './period.ts'
import type { Window } from './target.ts'

/** The next figure that a series owes: for which period, on which day it ought to be out, and how many days ago that was. */
export type Awaited = { period: string, expectedOn: string, overdueDays: number }

/**
 * What a series owes on a day: the period after its latest one, as long as a target reads it.
 * @param latest the latest period that has an observation (a suppressed one too); null where there is none yet
 * @param windows those of the targets that read the series
 * @returns null where nothing more is read, or for an irregular indicator, which owes no particular period
 */
export function awaitedOf ({ frequency, publicationLagDays }: Pick<Indicator, 'frequency' | 'publicationLagDays'>, latest: string | null, windows: readonly Window[], asOf: string): Awaited | null {
  if (frequency === 'irregular' || windows.length === 0) return null
  const from = Math.min(...windows.map(window => toDay(window.start)))
  const until = Math.max(...windows.map(window => toDay(window.deadline)))
  const first = firstPeriodEndingFrom(frequency, from)
  const next = later(first, latest === null ? null : shiftPeriod(parsePeriod(latest), 1))
  if (next === null || next.end > until) return null
  const expected: Day = next.end + publicationLagDays
  return { period: next.text, expectedOn: dayText(expected), overdueDays: Math.max(0, toDay(asOf) - expected) }
}

/** The later of two periods of one frequency: figures from before the windows are not owed. */
const later = (a: Period | null, b: Period | null): Period | null => a === null || b === null ? a ?? b : b.end > a.end ? b : a
