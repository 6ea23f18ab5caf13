import type { EventType } from '../domain/event.ts'
import type { Actor } from './actor.ts'
import type { ToldEvent } from './changes.ts'
import { MOST_VALUES } from './input.ts'
import type { PlanService } from './plans.ts'
import { type Reference, refusedParameter, unknownParameter } from './reference.ts'

/** Hands on what happens as it happens, from some place in the feed on. */
export type ChangeFeed = {
  /** The number of the event that a place stands for; of the last one where none is given. @throws AppError `invalid_request` where it is no place */
  placeOf: (after: string | undefined) => Promise<number>
  /** The events after a number, each once and in their order, some at a time; it ends when the signal says so. */
  follow: (seq: number, signal: AbortSignal) => AsyncGenerator<ToldEvent[], void>
}

/** Picks those of some events that are asked for, in their order. */
export type Watch = (events: readonly ToldEvent[]) => Promise<ToldEvent[]>

type Values = string[]
/** What is asked for: any of the values of each filter that is given. */
export type StatusWatch = { plan?: Values, kommune?: Values, target?: Values, indicator?: Values, nationalGoal?: Values }
export type MeasurementWatch = { indicator?: Values, area?: Values }
export type PlanWatch = { kommune?: Values, plan?: Values }

const isAny = (values: readonly string[] | undefined, value: unknown): boolean => values === undefined || values.includes(value as string)
const isAnyOf = (values: readonly string[] | undefined, those: unknown): boolean => values === undefined || (those as string[]).some(one => values.includes(one))
const ofTypes = (events: readonly ToldEvent[], ...types: EventType[]): ToldEvent[] => events.filter(({ type }) => types.includes(type))

/** Which events those want to hear of who follow the feed. A filter that names something that there is not is refused, as in a list. */
export function createChangeWatchService ({ reference, plans }: { reference: Reference, plans: Pick<PlanService, 'find' | 'findTargets'> }) {
  /** @throws AppError `invalid_request` for a plan that the actor may not see, too */
  async function planIds (actor: Actor, ids: Values | undefined): Promise<Values | undefined> {
    if (ids === undefined) return undefined
    const known = new Set((await plans.find(actor, { ids })).map(plan => plan.id))
    for (const id of ids) if (!known.has(id)) throw unknownParameter('plan', id, 'plan', 'see /v1/plans')
    return ids
  }

  /** @throws AppError `invalid_request` for a target that the actor may not see, too */
  async function targetIds (actor: Actor, ids: Values | undefined): Promise<Values | undefined> {
    if (ids === undefined) return undefined
    const known = new Set((await plans.findTargets(actor, { ids })).map(target => target.id))
    for (const id of ids) if (!known.has(id)) throw unknownParameter('target', id, 'target', 'see /v1/targets')
    return ids
  }

  /** The changes of status of some targets. By indicator and national goal a target is looked up as it is now, as in a list of targets. */
  async function statuses (actor: Actor, filter: StatusWatch): Promise<Watch> {
    checkSizes(filter)
    const [inPlans, kommuner, those] = [await planIds(actor, filter.plan), await reference.kommuneIds('kommune', filter.kommune), await targetIds(actor, filter.target)]
    const indicators = (await reference.indicatorsNamed('indicator', filter.indicator))?.map(({ id }) => id)
    const nationalGoals = await reference.nationalGoalIds('nationalGoal', filter.nationalGoal)
    const needsTargets = indicators !== undefined || nationalGoals !== undefined
    return async events => {
      const told = ofTypes(events, 'target.status_changed').filter(({ data }) => isAny(inPlans, data.plan) && isAny(kommuner, data.kommune) && isAny(those, data.subject))
      if (!needsTargets || told.length === 0) return told
      const ids = [...new Set(told.map(({ data }) => data.subject))]
      const found = await plans.findTargets(actor, { ids, ...indicators && { indicators }, ...nationalGoals && { nationalGoals } })
      const wanted = new Set(found.map(target => target.id))
      return told.filter(({ data }) => wanted.has(data.subject))
    }
  }

  /** What was recorded, withdrawn or taken back, of any of some indicators and in any of some areas. */
  async function measurements (filter: MeasurementWatch): Promise<Watch> {
    checkSizes(filter)
    const indicators = (await reference.indicatorsNamed('indicator', filter.indicator))?.map(({ id }) => id)
    const areas = await reference.areaIds('area', filter.area)
    return async events => ofTypes(events, 'measurements.recorded').filter(({ data }) => isAnyOf(indicators, data.indicators) && isAnyOf(areas, data.areas))
  }

  /** Plans that are adopted, changed, closed or withdrawn. */
  async function changesOfPlans (actor: Actor, filter: PlanWatch): Promise<Watch> {
    checkSizes(filter)
    const [kommuner, those] = [await reference.kommuneIds('kommune', filter.kommune), await planIds(actor, filter.plan)]
    return async events => ofTypes(events, 'plan.adopted', 'plan.changed').filter(({ data }) => isAny(kommuner, data.kommune) && isAny(those, data.subject))
  }

  return { statuses, measurements, plans: changesOfPlans }
}

function checkSizes (filter: StatusWatch & MeasurementWatch): void {
  for (const [name, values] of Object.entries(filter)) {
    if (values.length > MOST_VALUES) throw refusedParameter(name, `names ${values.length} values, and at most ${MOST_VALUES} are taken`, 'too_big')
  }
}
