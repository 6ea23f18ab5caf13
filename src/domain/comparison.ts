import type { Area } from './area.ts'
import { compareWords } from './comparison-words.ts'
import { dayText, toDay } from './date.ts'
import { decimal, type Decimal, rounded } from './decimal.ts'
import type { Bilingual, Indicator, Unit } from './indicator.ts'
import type { Flag, Observation } from './measurement.ts'
import { comparePeriods, namesakeAYearEarlier, parsePeriod, type Period } from './period.ts'

/** Why there is no figure: none has come; it is withheld; it or a member's is missing; the area was not there; or a group's figure that is not posted cannot be made of its members'. */
export const NO_FIGURE = ['no_figure', 'suppressed', 'missing', 'not_valid', 'not_additive'] as const
/** Why there is no change: one of the two figures is not there, a break lies between them, or the period has no namesake a year earlier. */
export const NO_CHANGE = ['no_figure', 'series_break', 'no_earlier_period'] as const
export type NoFigure = typeof NO_FIGURE[number]
export type NoChange = typeof NO_CHANGE[number]

/** A figure, rounded to four decimals where it was calculated; without a value there is a reason. */
export type ComparedFigure = { value: number | null, flag: Flag | null, reason: NoFigure | null }
/** A group and how far a figure lies above it (below: negative), in the difference's unit; null where one of the two is not known. */
export type Distance = ComparedFigure & { area: string, distance: number | null }
/** The figure of the same period a year before, and the change since; of either null where it is not known. */
export type YearBefore = { value: number | null, change: number | null, reason: NoChange | null }

export type AreaComparison = ComparedFigure & {
  area: string
  name: string
  /** 1 is the best; those that are equal share it. Null without a figure. */
  rank: number | null
  /** How many have a rank. */
  of: number
  /** How many per cent of the others have a worse figure. Null without a figure, or without others. */
  percentile: number | null
  country: Distance | null
  rar: Distance | null
  region: Distance | null
  yearBefore: YearBefore
  explanation: Bilingual
}

/** What is compared, and how its figures are found. */
export type ComparisonInput = {
  indicator: Pick<Indicator, 'unit' | 'polarity' | 'decimals' | 'breaks'>
  period: Period
  areas: readonly Area[]
  /** The figure of an area in a period (its canonical text). */
  figure: (area: string, period: string) => Observation | undefined
  /** Any area, and what it is called in a sentence. */
  areaById: (id: string) => Area | undefined
  nameOf: (id: string) => string
  /** Whether figures of groups can be made of their members'. */
  groupsAreMade: boolean
}

/** What the difference of two figures is counted in. */
export const differenceUnit = (unit: Unit): Unit => unit === 'percent' ? 'percentage_points' : unit

/** Whether an area or a membership is there on a day; a day that is not known does not exclude. */
export const isValidOn = ({ validFrom, validTo }: { validFrom: string | null, validTo: string | null }, day: string): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)

/** The areas as they compare in a period, the best first, those without a figure last. Where the indicator is neutral the highest figure is first. */
export function compareAreas (input: ComparisonInput): AreaComparison[] {
  const { indicator, areas, period } = input
  const lowerIsBetter = indicator.polarity === 'lower_is_better'
  const exact = new Map(areas.map(area => [area.id, exactOf(area, input)]))
  const values = [...exact.values()].filter(value => value !== null).sort((a, b) => lowerIsBetter ? a.compare(b) : b.compare(a))
  // The values lie in their order, so that those before are better and those behind are worse.
  const isEqualTo = (value: Decimal) => (other: Decimal): boolean => other.equals(value)
  const rows = areas.map((area): AreaComparison => {
    const value = exact.get(area.id) ?? null
    const row = {
      area: area.id,
      name: area.name,
      ...figureOf(area, input),
      rank: value === null ? null : 1 + values.findIndex(isEqualTo(value)),
      of: values.length,
      percentile: value === null || values.length < 2 ? null : rounded(decimal(100 * (values.length - 1 - values.findLastIndex(isEqualTo(value)))).div(values.length - 1)),
      country: distanceTo(area, 'country', value, input),
      rar: distanceTo(area, 'rar', value, input),
      region: distanceTo(area, 'region', value, input),
      yearBefore: changeOf(area, value, input)
    }
    return { ...row, explanation: compareWords(row, { ...indicator, period: period.text, earlier: namesakeAYearEarlier(period)?.text ?? null, nameOf: input.nameOf }) }
  })
  return rows.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.area < b.area ? -1 : 1))
}

/** The figure of an area in the period as it is shown; none where the area was not there. */
export function figureOf (area: Area, { period, figure, groupsAreMade }: ComparisonInput): ComparedFigure {
  if (!isValidOn(area, dayText(period.end))) return { value: null, flag: null, reason: 'not_valid' }
  const found = figure(area.id, period.text)
  if (found === undefined) return { value: null, flag: null, reason: (area.kind === 'rar' || area.kind === 'region') && !groupsAreMade ? 'not_additive' : 'no_figure' }
  if (found.value === null) return { value: null, flag: found.flag, reason: found.flag === 'suppressed' ? 'suppressed' : 'missing' }
  return { value: found.made === undefined ? found.value : rounded(decimal(found.value)), flag: found.flag, reason: null }
}

function exactOf (area: Area, { period, figure }: ComparisonInput, at = period): Decimal | null {
  const value = isValidOn(area, dayText(at.end)) ? figure(area.id, at.text)?.value ?? null : null
  return value === null ? null : decimal(value)
}

/** How far an area lies from the group of a kind that it belongs to on the last day of the period; null where it belongs to none. */
function distanceTo (area: Area, kind: Area['kind'], value: Decimal | null, input: ComparisonInput): Distance | null {
  const day = dayText(input.period.end)
  const group = area.memberships.filter(link => isValidOn(link, day)).map(link => input.areaById(link.area)).find(one => one?.kind === kind)
  if (group === undefined) return null
  const other = exactOf(group, input)
  return { area: group.id, ...figureOf(group, input), distance: value === null || other === null ? null : rounded(value.sub(other)) }
}

function changeOf (area: Area, value: Decimal | null, input: ComparisonInput): YearBefore {
  const earlier = namesakeAYearEarlier(input.period)
  if (earlier === null) return { value: null, change: null, reason: 'no_earlier_period' }
  const before = exactOf(area, input, earlier)
  const shown = before === null ? null : rounded(before)
  if (value === null || before === null) return { value: shown, change: null, reason: 'no_figure' }
  const isBroken = input.indicator.breaks.map(toDay).some(day => day > earlier.end && day <= input.period.end)
  return isBroken ? { value: shown, change: null, reason: 'series_break' } : { value: shown, change: rounded(value.sub(before)), reason: null }
}

/**
 * The period to compare in where none is named: the latest in which at least half of the areas that have any figure have one, else that in which most
 * have. @returns null where no area has a figure
 * @param figures those of the areas that are compared
 */
export function periodToCompare (figures: Iterable<Observation>): Period | null {
  const areas = new Set<string>()
  const counts = new Map<string, number>()
  for (const { area, period, value } of figures) {
    if (value === null) continue
    areas.add(area)
    counts.set(period, (counts.get(period) ?? 0) + 1)
  }
  const periods = [...counts].map(([text, count]) => ({ period: parsePeriod(text), count })).sort((a, b) => comparePeriods(b.period, a.period))
  const most = Math.max(...counts.values())
  return periods.find(({ count }) => count >= Math.min(most, Math.ceil(areas.size / 2)))?.period ?? null
}
