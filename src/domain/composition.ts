import type { Area, Membership } from './area.ts'
import type { Calculation, Indicator, Part } from './indicator.ts'
import type { SeriesKey } from './target.ts'

/** The kommuner that belong to a group, and when; a kommune may come twice. */
export type Groups = ReadonlyMap<string, readonly Membership[]>
export type Indicators = ReadonlyMap<string, Indicator>

/** All that says which series are made of which. `totals` are the indicators whose figures may be added up over areas. */
export type Composition = { indicators: Indicators, groups: Groups, totals: ReadonlySet<string> }

/** What is made of what, among some indicators and groups of kommuner. */
export const composed = (indicators: Indicators, groups: Groups): Composition => ({ indicators, groups, totals: totalsOf(indicators) })

/** The kinds of area whose figures can be made of their members'. The country's are published. */
const GROUP_KINDS: readonly string[] = ['rar', 'region']

/** Every RAR and region with its kommuner, by id. */
export function groupsOf (areas: readonly Area[]): Groups {
  const groups = new Map<string, Membership[]>(areas.filter(area => GROUP_KINDS.includes(area.kind)).map(area => [area.id, []]))
  for (const { id, kind, memberships } of areas) {
    if (kind !== 'kommune') continue
    for (const link of memberships) groups.get(link.area)?.push({ ...link, area: id })
  }
  return groups
}

/** The name of a series: equal for equal keys. */
export const seriesName = ({ indicator, area, segment }: SeriesKey): string => `${indicator}\u0000${area}\u0000${segment ?? ''}`

/** The series that an indicator is calculated from, in their order. */
export function partsOf (calculation: Calculation | null): Part[] {
  switch (calculation?.kind) {
    case undefined: return []
    case 'sum':
    case 'difference': return calculation.of
    case 'ratio': return [calculation.numerator, calculation.denominator]
    case 'rolling_mean': return [calculation.of]
  }
}

/** The series that a part is of, for the series that is asked for. */
export const partSeries = ({ indicator, segment }: Part, { area, segment: asked }: SeriesKey): SeriesKey =>
  ({ indicator, area, segment: segment === undefined ? asked : segment })

/** The indicators whose figures may be added up over areas: those that are additive, and sums and differences of such. */
function totalsOf (indicators: Indicators): Set<string> {
  const known = new Map<string, boolean>()
  const isTotal = (id: string): boolean => {
    const before = known.get(id)
    if (before !== undefined) return before
    known.set(id, false)
    const { additive = false, calculation = null } = indicators.get(id) ?? {}
    const adds = calculation?.kind === 'sum' || calculation?.kind === 'difference'
    const found = additive || (adds && calculation.of.every(part => isTotal(part.indicator)))
    known.set(id, found)
    return found
  }
  return new Set([...indicators.keys()].filter(isTotal))
}

/** The series of each member that a group's figure is made of: its own where they add up, numerator and denominator of a ratio; none where there is no such figure. */
export function memberParts ({ indicator: id }: SeriesKey, { indicators, totals }: Composition): Part[] {
  const { additive = false, calculation = null } = indicators.get(id) ?? {}
  if (additive) return [{ indicator: id }]
  return calculation?.kind === 'ratio' && partsOf(calculation).every(part => totals.has(part.indicator)) ? partsOf(calculation) : []
}

/** The ways to make the figures of a series, each the series that it takes: its own calculation, then its members' figures. None for what is only posted. */
export function waysOf (key: SeriesKey, composition: Composition): SeriesKey[][] {
  const { indicators, groups } = composition
  const parts = partsOf(indicators.get(key.indicator)?.calculation ?? null).map(part => partSeries(part, key))
  const members = groups.get(key.area)
  const ofEach = members === undefined ? [] : memberParts(key, composition)
  const ofMembers = (members ?? []).flatMap(({ area }) => ofEach.map(part => partSeries(part, { ...key, area })))
  return [parts, ofMembers].filter(way => way.length > 0)
}

/** The series and all that their figures may be made of, each once. */
export function withParts (keys: readonly SeriesKey[], composition: Composition): SeriesKey[] {
  const found = new Map(keys.map(key => [seriesName(key), key]))
  // A map is walked through to the end of what is added on the way.
  for (const key of found.values()) {
    for (const part of waysOf(key, composition).flat()) if (!found.has(seriesName(part))) found.set(seriesName(part), part)
  }
  return [...found.values()]
}

/**
 * The posted series that a series waits for: itself where figures of it are posted, or where it is made of nothing; else those that it is made of, in
 * the first way that figures have come for.
 * @param isPosted whether figures of a series have come
 */
export function awaitedFor (key: SeriesKey, composition: Composition, isPosted: (key: SeriesKey) => boolean): SeriesKey[] {
  const seen = new Set<string>()
  const found: SeriesKey[] = []
  const visit = (one: SeriesKey): void => {
    if (seen.has(seriesName(one))) return
    seen.add(seriesName(one))
    const ways = isPosted(one) ? [] : waysOf(one, composition)
    if (ways.length === 0) found.push(one)
    else (ways.find(way => withParts(way, composition).some(isPosted)) ?? ways.at(-1))?.forEach(visit)
  }
  visit(key)
  return found
}

const knownReaders = new WeakMap<Composition, ReturnType<typeof findReaders>>()

/** Who reads what: by indicator the indicators that have it as a part, by area the groups that it belongs to. */
function readersIn (composition: Composition) {
  const known = knownReaders.get(composition) ?? findReaders(composition)
  knownReaders.set(composition, known)
  return known
}

function findReaders ({ indicators, groups }: Composition) {
  const readers = [...indicators.values()].flatMap(reader => partsOf(reader.calculation).map(part => ({ reader, part })))
  const groupsOfArea = new Map<string, Set<string>>()
  for (const [group, members] of groups) {
    for (const { area } of members) groupsOfArea.set(area, (groupsOfArea.get(area) ?? new Set()).add(group))
  }
  return { byPart: Map.groupBy(readers, ({ part }) => part.indicator), groupsOfArea }
}

/** The series and all whose figures may be made of theirs, each once: what changes when they do. */
export function withReaders (keys: readonly SeriesKey[], composition: Composition): SeriesKey[] {
  const { totals } = composition
  const { byPart, groupsOfArea } = readersIn(composition)
  const found = new Map(keys.map(key => [seriesName(key), key]))
  const add = (key: SeriesKey): void => { if (!found.has(seriesName(key))) found.set(seriesName(key), key) }
  for (const key of found.values()) {
    for (const { reader, part } of byPart.get(key.indicator) ?? []) {
      if (part.segment === undefined) add({ ...key, indicator: reader.id })
      else if (part.segment === key.segment) [null, ...reader.segments.map(one => one.code)].forEach(segment => add({ ...key, indicator: reader.id, segment }))
    }
    if (totals.has(key.indicator) || memberParts(key, composition).length > 0) groupsOfArea.get(key.area)?.forEach(area => add({ ...key, area }))
  }
  return [...found.values()]
}

/** The breaks of an indicator and of all that it is made of: first days (ISO) of what is not comparable with what came before. */
export function breaksOf (id: string, indicators: Indicators): string[] {
  const found = new Set([id])
  for (const one of found) partsOf(indicators.get(one)?.calculation ?? null).forEach(part => found.add(part.indicator))
  return [...new Set([...found].flatMap(one => indicators.get(one)?.breaks ?? []))].sort()
}
