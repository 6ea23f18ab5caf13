import type { Membership } from './area.ts'
import { dayText } from './date.ts'
import { sum } from './decimal.ts'
import { type Figures, made, quotient } from './making.ts'
import type { Observation } from './measurement.ts'
import { parsePeriod } from './period.ts'
import type { SeriesKey } from './target.ts'

/** A member of a group (`area`) and the figures that the group's are made of: its own, or those of numerator and denominator. */
export type MemberFigures = Membership & { series: readonly Figures[] }

/**
 * The figures of a group by period, from those who are members on the period's last day: their sum, or the sum of their numerators by that of their
 * denominators, times the factor. Missing where a member has no figure; none at all where no member has any.
 */
export function groupFigures (key: SeriesKey, members: readonly MemberFigures[], factor: number | undefined): Observation[] {
  const periods = new Set(members.flatMap(({ series }) => series.flatMap(figures => [...figures.keys()])))
  return [...periods].flatMap(period => {
    const present = membersOn(members, dayText(parsePeriod(period).end)).map(({ area, series }) => {
      const parts = series.map(figures => figures.get(period)).filter(part => part !== undefined)
      return { area, parts, isWhole: parts.length === series.length && parts.every(part => part.flag !== 'missing') }
    })
    const parts = present.flatMap(one => one.parts)
    if (parts.length === 0) return []
    const missing = present.filter(one => !one.isWhole).map(one => one.area)
    if (members[0]?.series.length === 1) return [made(key, period, { method: 'group_sum', parts, missing }, sum)]
    // Where no member misses one, numerators and denominators follow each other in turn.
    return [made(key, period, { method: 'group_ratio', parts, missing }, values =>
      quotient(sum(values.filter((_, at) => at % 2 === 0)), sum(values.filter((_, at) => at % 2 === 1)), factor))]
  })
}

/** Those who are members on a day, each once. */
function membersOn (members: readonly MemberFigures[], day: string): MemberFigures[] {
  const valid = members.filter(({ validFrom, validTo }) => (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo))
  return [...new Map(valid.map(member => [member.area, member])).values()]
}
