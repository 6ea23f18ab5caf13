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

/**
 * Every figure that a series owes on a day: of each period that a target reads and that has none the one that ought to be out, and the next
 * one that is awaited.
 * @param posted the periods that have an observation (a suppressed one too)
 * @returns none for an irregular indicator, which owes no particular period
 */
export function owedBy ({ frequency, publicationLagDays }: Pick<Indicator, 'frequency' | 'publicationLagDays'>, posted: ReadonlySet<string>, windows: readonly Window[], asOf: string): Awaited[] {
  if (frequency === 'irregular' || windows.length === 0) return []
  const stretches = windows.map(({ start, deadline }) => ({ start: toDay(start), end: toDay(deadline) }))
  const until = Math.max(...stretches.map(({ end }) => end))
  const today = toDay(asOf)
  const owed: Awaited[] = []
  let period = firstPeriodEndingFrom(frequency, Math.min(...stretches.map(({ start }) => start)))
  for (; period !== null && period.end <= until; period = shiftPeriod(period, 1)) {
    const { text, end } = period
    if (posted.has(text) || !stretches.some(one => one.start <= end && end <= one.end)) continue
    const expected: Day = end + publicationLagDays
    owed.push({ period: text, expectedOn: dayText(expected), overdueDays: Math.max(0, today - expected) })
    if (expected > today) break
  }
  return owed
}

/** The later of two periods of one frequency: figures from before the windows are not owed. */
const later = (a: Period | null, b: Period | null): Period | null => a === null || b === null ? a ?? b : b.end > a.end ? b : a
