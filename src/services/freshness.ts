import { z } from 'zod'
import { danishDay } from '../domain/date.ts'
import { awaitedFor, seriesName, withParts } from '../domain/composition.ts'
import { type Awaited, awaitedOf } from '../domain/freshness.ts'
import { type SeriesKey, seriesOfRule, type Window } from '../domain/target.ts'
import type { Actor } from './actor.ts'
import { day, flag } from './input.ts'
import { closedList, type Page, paging } from './lists.ts'
import type { PlanService } from './plans.ts'
import type { Reference } from './reference.ts'
import type { SeriesService } from './series.ts'
import type { Stores, TargetRecord } from '../../db/stores/index.ts'

const id = z.string().min(1).max(120)
export const freshnessQuery = z.strictObject({
  kommune: id.optional().meta({ description: 'Only series that targets of this kommune read, benchmarks included.' }),
  indicator: id.optional().meta({ description: 'Only this indicator.' }),
  overdue: flag('true: only series whose next figure ought to be out; false: only the others.'),
  asOf: day.optional().meta({ description: 'The day the question is asked for; today in Denmark if absent.' }),
  ...paging
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

/** A target and a series that it reads. */
type Want = { key: SeriesKey, target: TargetRecord }
type Read = { key: SeriesKey, windows: Window[], targets: string[] }

/** Which figures have come and which are awaited. */
export function createFreshnessService ({ stores, plans, series, reference, now }: { stores: Pick<Stores, 'measurements'>, plans: PlanService, series: SeriesService, reference: Reference, now: () => Date }) {
  /** @throws AppError `invalid_request` naming a parameter whose value does not exist */
  async function list (actor: Actor, query: FreshnessQuery): Promise<Page<Freshness>> {
    const { asOf = danishDay(now().toISOString()), overdue } = query
    const kommuner = query.kommune === undefined ? undefined : [(await reference.kommuneParameter('kommune', query.kommune)).id]
    const only = query.indicator === undefined ? undefined : (await reference.indicatorParameter('indicator', query.indicator)).id
    const wants = wantsOf(await plans.findTargets(actor, { ...kommuner && { kommuner } }))
    const keys = wants.map(({ key }) => key)
    const composition = await series.compositionOf(keys)
    const arrivals = await stores.measurements.arrivals(withParts(keys, composition))
    const arrived = new Map(arrivals.map(arrival => [seriesName(arrival), arrival]))
    const isPosted = (key: SeriesKey): boolean => arrived.get(seriesName(key))?.latestPeriod != null
    const isWanted = (key: SeriesKey, wanted: SeriesKey): boolean => only === undefined || key.indicator === only || wanted.indicator === only
    const read = seriesRead(wants.flatMap(({ key, target }) => awaitedFor(key, composition, isPosted).filter(one => isWanted(one, key)).map(one => ({ key: one, target }))))
    const all = read.flatMap(({ key, windows, targets }) => {
      const indicator = composition.indicators.get(key.indicator)
      const arrival = arrived.get(seriesName(key))
      if (indicator === undefined) return []
      const latestPeriod = arrival?.latestPeriod ?? null
      const awaited = awaitedOf(indicator, latestPeriod, windows, asOf)
      return [{ id: seriesName(key), ...key, latestPeriod, awaited, lastRecordedAt: arrival?.recordedAt ?? null, lastActor: arrival?.actor ?? null, targets }]
    })
    const wanted = all.filter(one => overdue === undefined || overdue === ((one.awaited?.overdueDays ?? 0) > 0))
    const { items, nextCursor } = closedList(wanted, {}, query)
    return { items: items.map(({ id: _, ...freshness }) => freshness), nextCursor }
  }

  return { list }
}

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
