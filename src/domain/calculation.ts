import { breaksOf, type Composition, memberParts, partSeries, partsOf, seriesName } from './composition.ts'
import { toDay } from './date.ts'
import { groupFigures } from './group-figures.ts'
import { combined, type Figures, rollingMeans } from './making.ts'
import type { Observation } from './measurement.ts'
import type { SeriesKey } from './target.ts'

const NONE: Figures = new Map()

/**
 * The figures of the series, in the order of the keys. A posted figure goes first, a suppressed one too; a period without one is calculated from the
 * parts of the indicator, and for a group of kommuner else made of its members' figures. Those carry what they were made of.
 * @param posted the posted figures of the series and of all that they may be made of (`withParts`)
 */
export function figuresOf (keys: readonly SeriesKey[], posted: readonly Observation[], composition: Composition): Observation[] {
  const { indicators, groups, totals } = composition
  const stored = Map.groupBy(posted, seriesName)
  const postedOf = (key: SeriesKey): Figures => new Map(stored.get(seriesName(key))?.map(figure => [figure.period, figure]))
  const known = new Map<string, Figures>()

  function all (key: SeriesKey): Figures {
    const name = seriesName(key)
    const before = known.get(name)
    if (before !== undefined) return before
    const found = new Map(postedOf(key))
    // A series that leads back to itself, which indicators are refused for, reads itself as posted.
    known.set(name, new Map(found))
    for (const figure of [...calculated(key), ...ofMembers(key)]) if (!found.has(figure.period)) found.set(figure.period, figure)
    known.set(name, found)
    return found
  }

  function calculated (key: SeriesKey): Observation[] {
    const calculation = indicators.get(key.indicator)?.calculation ?? null
    if (calculation === null) return []
    // For a group, sums and differences of what adds up take the group's sums. Anything else takes what was posted for the group, or is made of members.
    const takesSums = totals.has(key.indicator) && !indicators.get(key.indicator)?.additive
    const read = groups.has(key.area) && !takesSums ? postedOf : all
    const parts = partsOf(calculation).map(part => read(partSeries(part, key)))
    if (calculation.kind !== 'rolling_mean') return combined(key, calculation, parts)
    return rollingMeans(key, parts[0] ?? NONE, calculation.periods, breaksOf(calculation.of.indicator, indicators).map(toDay))
  }

  function ofMembers (key: SeriesKey): Observation[] {
    const members = groups.get(key.area) ?? []
    const parts = members.length === 0 ? [] : memberParts(key, composition)
    if (parts.length === 0) return []
    const calculation = indicators.get(key.indicator)?.calculation
    const figures = members.map(member => ({ ...member, series: parts.map(part => all(partSeries(part, { ...key, area: member.area }))) }))
    return groupFigures(key, figures, calculation?.kind === 'ratio' ? calculation.factor : undefined)
  }

  return keys.flatMap(key => [...all(key).values()])
}
