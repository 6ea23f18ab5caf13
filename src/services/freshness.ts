import { z } from 'zod'
import { danishDay } from '../domain/date.ts'
import { type Awaited, awaitedOf } from '../domain/freshness.ts'
import { type SeriesKey, seriesOfRule, type Window } from '../domain/target.ts'
import type { Actor } from './actor.ts'
import { day, flag } from './input.ts'
import { closedList, type Page, paging } from './lists.ts'
import type { PlanService } from './plans.ts'
import type { Reference } from './reference.ts'
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
 * `targets` are those that read it.
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

type Read = { key: SeriesKey, windows: Window[], targets: string[] }
const nameOf = ({ indicator, area, segment }: SeriesKey): string => [indicator, area, segment ?? ''].join('\u0000')

/** Which figures have come and which are awaited. */
export function createFreshnessService ({ stores, plans, reference, now }: { stores: Pick<Stores, 'measurements' | 'plans'>, plans: PlanService, reference: Reference, now: () => Date }) {
  /** @throws AppError `invalid_request` naming a parameter whose value does not exist */
  async function list (actor: Actor, query: FreshnessQuery): Promise<Page<Freshness>> {
    const { asOf = danishDay(now().toISOString()), overdue } = query
    const kommuner = query.kommune === undefined ? undefined : [(await reference.kommuneParameter('kommune', query.kommune)).id]
    const only = query.indicator === undefined ? undefined : (await reference.indicatorParameter('indicator', query.indicator)).id
    const read = seriesRead(await plans.findTargets(actor, { ...kommuner && { kommuner } })).filter(({ key }) => only === undefined || key.indicator === only)
    const [indicators, arrivals] = await Promise.all([reference.indicators(read.map(({ key }) => key.indicator)), stores.measurements.arrivals(read.map(({ key }) => key))])
    const arrived = new Map(arrivals.map(arrival => [nameOf(arrival), arrival]))
    const all = read.flatMap(({ key, windows, targets }) => {
      const indicator = indicators.get(key.indicator)
      const arrival = arrived.get(nameOf(key))
      if (indicator === undefined) return []
      const latestPeriod = arrival?.latestPeriod ?? null
      const awaited = awaitedOf(indicator, latestPeriod, windows, asOf)
      return [{ id: nameOf(key), ...key, latestPeriod, awaited, lastRecordedAt: arrival?.recordedAt ?? null, lastActor: arrival?.actor ?? null, targets }]
    })
    const wanted = all.filter(one => overdue === undefined || overdue === ((one.awaited?.overdueDays ?? 0) > 0))
    const { items, nextCursor } = closedList(wanted, {}, query)
    return { items: items.map(({ id: _, ...freshness }) => freshness), nextCursor }
  }

  return { list }
}

/** Every series that the targets read, once, with the windows that it is read in. */
function seriesRead (targets: readonly TargetRecord[]): Read[] {
  const read = new Map<string, Read>()
  for (const target of targets) {
    for (const key of seriesOfRule(target.rule, { indicator: target.indicator, area: target.kommune, segment: target.segment })) {
      const one = read.get(nameOf(key)) ?? { key, windows: [], targets: [] }
      read.set(nameOf(key), one)
      if (one.targets.at(-1) === target.id) continue
      one.windows.push(target.window)
      one.targets.push(target.id)
    }
  }
  return [...read.values()]
}
