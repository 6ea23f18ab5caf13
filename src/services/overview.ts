import { z } from 'zod'
import { notFound } from '../domain/errors.ts'
import type { NationalGoal } from '../domain/national-goal.ts'
import type { PlanStatus } from '../domain/plan.ts'
import { type Rollup, rollUp } from '../domain/status/rollup.ts'
import type { Status } from '../domain/status/status.ts'
import type { Actor } from './actor.ts'
import type { PlanService } from './plans.ts'
import type { Reference } from './reference.ts'
import { statusQuery, type StatusQuery, type StatusService } from './status.ts'
import type { PlanRecord, Stores } from '../../db/stores/index.ts'

export const overviewQuery = z.strictObject({ asOf: statusQuery.shape.asOf })

export type PlanOverview = { plan: PlanRecord, rollup: Rollup }
export type KommuneOverview = { id: string, name: string, plans: PlanOverview[] }
export type CountryOverview = { asOf: string, kommuner: KommuneOverview[], nationalGoals: { goal: NationalGoal, kommuner: number, rollup: Rollup }[] }

/** What counts: what was adopted. */
const SHOWN: readonly PlanStatus[] = ['adopted', 'closed']
const names = new Intl.Collator('da')

/** How the plans of the country stand, for the pages that show them all. */
export function createOverviewService ({ stores, plans, status, reference }: { stores: Pick<Stores, 'nationalGoals'>, plans: PlanService, status: StatusService, reference: Reference }) {
  /** The plans of every kommune that are in force on the day, or else its latest, and how they stand under each national goal. */
  async function ofCountry (actor: Actor, query: StatusQuery): Promise<CountryOverview> {
    const { asOf } = status.asked(query)
    const found = await plans.find(actor, {})
    const shown = [...Map.groupBy(found.filter(one => SHOWN.includes(one.status)), one => one.kommune).values()].flatMap(own => inForce(own, asOf))
    const [judged, goals, nationalGoals] = await Promise.all([judge(actor, shown, asOf), plans.findGoals(actor, { plans: shown.map(one => one.id) }), stores.nationalGoals.all()])
    const goalsOf = new Map(goals.map(goal => [goal.id, goal.nationalGoals]))
    return {
      asOf,
      kommuner: await byKommune(shown, judged),
      nationalGoals: nationalGoals.flatMap(goal => {
        const own = judged.filter(one => goalsOf.get(one.goal)?.includes(goal.id))
        return own.length === 0 ? [] : [{ goal, kommuner: new Set(own.map(one => one.kommune)).size, rollup: rollUp(own.map(one => one.status)) }]
      })
    }
  }

  /** The plans of a kommune over the years, the latest first. @throws AppError `not_found` where there is no such kommune */
  async function ofKommune (actor: Actor, code: string, query: StatusQuery): Promise<KommuneOverview & { asOf: string }> {
    const { asOf } = status.asked(query)
    const { names: areaNames, resolve } = await reference.areas()
    const kommune = resolve(code)
    if (kommune?.kind !== 'kommune') throw notFound('kommune', code)
    const found = (await plans.find(actor, { kommuner: [kommune.id] })).toSorted(latestFirst)
    const [overview] = await byKommune(found, await judge(actor, found, asOf))
    return { asOf, id: kommune.id, name: areaNames.get(kommune.id) ?? kommune.name, plans: overview?.plans ?? [] }
  }

  type Judged = { plan: string, goal: string, kommune: string, status: Status }

  async function judge (actor: Actor, shown: readonly PlanRecord[], asOf: string): Promise<Judged[]> {
    const targets = await plans.findTargets(actor, { plans: shown.map(one => one.id) })
    const statuses = await status.forTargets(targets, { asOf })
    return targets.map(({ plan, goal, kommune }, at) => ({ plan, goal, kommune, status: statuses[at]?.status ?? 'no_data' }))
  }

  async function byKommune (shown: readonly PlanRecord[], judged: readonly Judged[]): Promise<KommuneOverview[]> {
    const { names: areaNames } = await reference.areas()
    const byPlan = Map.groupBy(judged, one => one.plan)
    const overviews = [...Map.groupBy(shown, one => one.kommune)].map(([id, own]) => ({
      id, name: areaNames.get(id) ?? id, plans: own.map(plan => ({ plan, rollup: rollUp((byPlan.get(plan.id) ?? []).map(one => one.status)) }))
    }))
    return overviews.sort((a, b) => names.compare(a.name, b.name))
  }

  return { ofCountry, ofKommune }
}

export type OverviewService = ReturnType<typeof createOverviewService>

const latestFirst = (a: PlanRecord, b: PlanRecord): number => a.period.to < b.period.to ? 1 : a.period.to > b.period.to ? -1 : a.id < b.id ? -1 : 1

/** Of the plans of one kommune those that cover the day; where none does, the latest of those that have begun, or else the first to come. */
function inForce (own: readonly PlanRecord[], asOf: string): PlanRecord[] {
  const sorted = own.toSorted(latestFirst)
  const covering = sorted.filter(({ period }) => period.from <= asOf && asOf <= period.to)
  return covering.length > 0 ? covering : [sorted.find(({ period }) => period.from <= asOf) ?? sorted.at(-1)].filter(plan => plan !== undefined)
}
