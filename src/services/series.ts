import type { Membership } from '../domain/area.ts'
import { withAssumed } from '../domain/assumed.ts'
import { figuresOf } from '../domain/calculation.ts'
import { breaksOf, composed, type Composition, groupsOf, type Groups, seriesName, waysOf, withParts, withReaders } from '../domain/composition.ts'
import type { Indicator } from '../domain/indicator.ts'
import type { Observation } from '../domain/measurement.ts'
import type { SeriesKey } from '../domain/target.ts'
import { EMPTY, indexSeries, type Series, type SeriesIndex } from '../domain/status/series.ts'
import type { Recollection } from './memory.ts'
import type { Reference } from './reference.ts'
import type { Stores } from '../../db/stores/index.ts'

/** Figures as the engine reads them, the same with those that are assumed, and the indicators with the breaks of all that they are made of. */
export type Gathered = { observations: Observation[], assuming: Observation[], indicators: ReadonlyMap<string, Indicator> }

/** Kommuner taken together under a name, as an area. */
export type ChosenGroup = { id: string, members: readonly string[] }

/**
 * Series as they are read: what was posted goes first, a period without a figure is calculated from other series, a group's made of its members'.
 * The number of queries does not grow with the series.
 */
export function createSeriesService ({ stores, reference }: { stores: Pick<Stores, 'indicators' | 'measurements' | 'plans'>, reference: Reference }) {
  const groupsByAreas = new WeakMap<object, Groups>()

  async function groups (): Promise<Groups> {
    const { all } = await reference.areas()
    const known = groupsByAreas.get(all) ?? groupsOf(all)
    groupsByAreas.set(all, known)
    return known
  }

  let whole: { of: readonly unknown[], composition: Composition } | undefined

  /** What everything is made of; worked out anew where indicators or areas are others. */
  async function everything (): Promise<Composition> {
    const [all, known] = await Promise.all([stores.indicators.all(), groups()])
    if (whole?.of[0] !== all || whole.of[1] !== known) whole = { of: [all, known], composition: composed(new Map(all.map(indicator => [indicator.id, indicator])), known) }
    return whole.composition
  }

  /** What the series may be made of. All indicators are read only where one of theirs is calculated from others. */
  async function compositionOf (keys: readonly SeriesKey[], chosen?: ChosenGroup): Promise<Composition> {
    const [own, known] = await Promise.all([reference.indicators(keys.map(key => key.indicator)), groups()])
    const isCalculated = [...own.values()].some(indicator => indicator.calculation !== null)
    const { indicators } = isCalculated ? await everything() : { indicators: own }
    return composed(indicators, chosen === undefined ? known : new Map([...known, [chosen.id, chosen.members.map(always)]]))
  }

  /**
   * The figures of the series as known at an instant (null: now), and their indicators.
   * @param chosen a group that keys name as their area
   * @param assumed figures that `assuming` has as if they were posted
   * @param until only figures of periods that end on or before this day
   */
  async function gather (keys: readonly SeriesKey[], knownAt: string | null, { chosen, assumed = [], until }: { chosen?: ChosenGroup | undefined, assumed?: readonly Observation[], until?: string | undefined } = {}): Promise<Gathered> {
    const composition = await compositionOf(keys, chosen)
    const asked = [...named(keys).values()]
    const isMade = asked.some(key => isMadeOfOthers(key, composition))
    const posted = await stores.measurements.series(isMade ? withParts(asked, composition) : asked, knownAt, until)
    const made = (figures: Observation[]): Observation[] => isMade ? figuresOf(asked, figures, composition) : figures
    const observations = made(posted)
    return { observations, assuming: assumed.length === 0 ? observations : made(withAssumed(posted, assumed)), indicators: meanings(composition) }
  }

  /** As {@link gather}, of all that is known now, indexed; what was read before is not read again. */
  async function recall (keys: readonly SeriesKey[], { thing, series, keepSeries }: Recollection): Promise<Pick<Gathered, 'indicators'> & { index: SeriesIndex }> {
    const asked = named(keys)
    const ids = [...new Set(keys.map(key => key.indicator))].sort()
    const { composition, indicators } = await thing(`meaning of ${ids.join(' ')}`, async () => {
      const found = await compositionOf(keys)
      return { composition: found, indicators: meanings(found) }
    })
    const isMade = [...asked.values()].some(key => isMadeOfOthers(key, composition))
    const needed = isMade ? named(withParts([...asked.values()], composition)) : asked
    const index = new Map<string, Series>()
    const unread: SeriesKey[] = []
    for (const [name, key] of needed) {
      const known = series(name)
      if (known === undefined) unread.push(key)
      else index.set(name, known)
    }
    const read = unread.length === 0 ? undefined : indexSeries(await stores.measurements.series(unread, null))
    for (const key of unread) {
      const [name, found] = [seriesName(key), read?.get(seriesName(key)) ?? EMPTY]
      keepSeries(name, found)
      index.set(name, found)
    }
    if (!isMade) return { index, indicators }
    const posted = [...index.values()].flatMap(({ points }) => points.map(({ observation }) => observation))
    return { index: indexSeries(figuresOf([...asked.values()], posted, composition)), indicators }
  }

  /** The figures of the series, as {@link gather} finds them. */
  const read = async (keys: readonly SeriesKey[], knownAt: string | null): Promise<Observation[]> => (await gather(keys, knownAt)).observations

  /** The series and all whose figures may change with theirs: what is calculated from them, and the groups that their areas belong to. */
  async function readersOf (series: readonly SeriesKey[]): Promise<SeriesKey[]> {
    if (series.length === 0) return []
    return withReaders(series, await everything())
  }

  /**
   * The ids of the targets whose status may move when the series do, sorted.
   * @param draftsSeen whose drafts are told of, as `draftsSeenBy` says
   */
  const affectedTargets = async (series: readonly SeriesKey[], draftsSeen: boolean | readonly string[]): Promise<string[]> =>
    await stores.plans.affectedBy(await readersOf(series), { includeDrafts: draftsSeen })

  return { gather, recall, read, compositionOf, readersOf, affectedTargets }
}

export type SeriesService = ReturnType<typeof createSeriesService>

const named = (keys: readonly SeriesKey[]): Map<string, SeriesKey> => new Map(keys.map(key => [seriesName(key), key]))

/** Whether the figures of a series may be made of others'. Parts may all be asked for beside what is made of them, so their number tells nothing. */
const isMadeOfOthers = (key: SeriesKey, composition: Composition): boolean => waysOf(key, composition).length > 0

/** The indicators, with the breaks of all that they are made of. */
const meanings = ({ indicators }: Composition): ReadonlyMap<string, Indicator> =>
  new Map([...indicators].map(([id, indicator]) => [id, indicator.calculation === null ? indicator : { ...indicator, breaks: breaksOf(id, indicators) }]))

const always = (area: string): Membership => ({ area, validFrom: null, validTo: null })
