import { z } from 'zod'
import { danishDay } from '../domain/date.ts'
import { awaitedFor, seriesName, withParts } from '../domain/composition.ts'
import { type Awaited, awaitedOf } from '../domain/freshness.ts'
import { type SeriesKey, seriesOfRule, type Window } from '../domain/target.ts'
import type { Actor } from './actor.ts'
import { anyOf, day, flag } from './input.ts'
import { type Page, pageBy, paging, sortBy } from './lists.ts'
import type { PlanService } from './plans.ts'
import type { Reference } from './reference.ts'
import type { SeriesService } from './series.ts'
import type { Stores, TargetRecord } from '../../db/stores/index.ts'

const id = z.string().min(1).max(120)
export const freshnessQuery = z.strictObject({
  kommune: anyOf(id, 'Only series that targets of this kommune read, benchmarks included.'),
  plan: anyOf(z.string().min(1).max(160), 'Only series that targets of this plan read, benchmarks included.'),
  indicator: anyOf(id, 'Only this indicator.'),
  area: anyOf(id, 'Only series of this area.'),
  overdue: flag('true: only series whose next figure ought to be out; false: only the others.'),
  asOf: day.optional().meta({ description: 'The day the question is asked for; today in Denmark if absent.' }),
  ...paging,
  sort: sortBy(['series', 'latestPeriod', 'lastRecordedAt', 'overdueDays'])
})
export type FreshnessQuery = z.output<typeof freshnessQuery>

/**
 * How fresh a series is that targets read: its latest period, the figure awaited next (null where nothing more is read), and who last wrote to it.
 * `targets` are those that read it, or what is made of it: a calculated figure that nobody posts waits for the series that it is made of.
 */
export type Freshness = {
  indicator: string
  area: string
  segment: string | null
  latestPeriod: string | null
  awaited: Awaited | null
  lastRecordedAt: string | null
  lastActor: string | null
  targets: string[]
}

/** What a cursor calls a series: no cursor holds U+0000, which stands in other names of it. */
const nameOf = ({ indicator, area, segment }: SeriesKey): string => [indicator, area, segment ?? ''].join(' ')

const SORT_KEYS = {
  series: nameOf,
  latestPeriod: ({ latestPeriod }: Freshness) => latestPeriod ?? '',
  lastRecordedAt: ({ lastRecordedAt }: Freshness) => lastRecordedAt ?? '',
  overdueDays: ({ awaited }: Freshness) => String(awaited?.overdueDays ?? 0)
}

/** A target and a series that it reads. */
type Want = { key: SeriesKey, target: TargetRecord }
type Read = { key: SeriesKey, windows: Window[], targets: string[] }

/** Which figures have come and which are awaited. */
export function createFreshnessService ({ stores, plans, series, reference, now }: { stores: Pick<Stores, 'measurements'>, plans: PlanService, series: SeriesService, reference: Reference, now: () => Date }) {
  /** @throws AppError `invalid_request` naming a parameter whose value does not exist */
  async function list (actor: Actor, query: FreshnessQuery): Promise<Page<Freshness>> {
    const { asOf = danishDay(now().toISOString()), overdue } = query
    const only = (await reference.indicatorsNamed('indicator', query.indicator))?.map(({ id }) => id)
    const areas = await reference.areaIds('area', query.area)
    const wants = wantsOf(await plans.findTargets(actor, await plans.targetFilter(actor, { kommune: query.kommune, plan: query.plan })))
    const keys = wants.map(({ key }) => key)
    const composition = await series.compositionOf(keys)
    const arrivals = await stores.measurements.arrivals(withParts(keys, composition))
    const arrived = new Map(arrivals.map(arrival => [seriesName(arrival), arrival]))
    const isPosted = (key: SeriesKey): boolean => arrived.get(seriesName(key))?.latestPeriod != null
    const isWanted = (key: SeriesKey, wanted: SeriesKey): boolean => (only === undefined || only.includes(key.indicator) || only.includes(wanted.indicator)) && (areas?.includes(key.area) ?? true)
    const read = seriesRead(wants.flatMap(({ key, target }) => awaitedFor(key, composition, isPosted).filter(one => isWanted(one, key)).map(one => ({ key: one, target }))))
    const all = read.flatMap(({ key, windows, targets }) => {
      const indicator = composition.indicators.get(key.indicator)
      const arrival = arrived.get(seriesName(key))
      if (indicator === undefined) return []
      const latestPeriod = arrival?.latestPeriod ?? null
      const awaited = awaitedOf(indicator, latestPeriod, windows, asOf)
      return [{ ...key, latestPeriod, awaited, lastRecordedAt: arrival?.recordedAt ?? null, lastActor: arrival?.actor ?? null, targets }]
    })
    const wanted = all.filter(one => overdue === undefined || overdue === ((one.awaited?.overdueDays ?? 0) > 0))
    return pageBy(wanted, nameOf, SORT_KEYS, { ...query, sort: query.sort ?? 'series', of: 'series' })
  }

  return { list }
}

export type FreshnessService = ReturnType<typeof createFreshnessService>

/** The series that the targets' rules read. */
const wantsOf = (targets: readonly TargetRecord[]): Want[] => targets.flatMap(target =>
  seriesOfRule(target.rule, { indicator: target.indicator, area: target.kommune, segment: target.segment }).map(key => ({ key, target })))

/** Every series that is wanted, once, with the windows that it is read in. */
function seriesRead (wants: readonly Want[]): Read[] {
  const read = new Map<string, Read>()
  for (const { key, target } of wants) {
    const one = read.get(seriesName(key)) ?? { key, windows: [], targets: [] }
    read.set(seriesName(key), one)
    if (one.targets.at(-1) === target.id) continue
    one.windows.push(target.window)
    one.targets.push(target.id)
  }
  return [...read.values()]
}
