import type { Area } from '../domain/area.ts'
import type { Indicator } from '../domain/indicator.ts'
import type { Actor } from './actor.ts'
import type { PlanService } from './plans.ts'
import type { Reference } from './reference.ts'
import type { PlanStatusAnswer, StatusQuery, StatusService, TargetStatus } from './status.ts'
import type { GoalRecord, PlanRecord, TargetRecord } from '../../db/stores/index.ts'

type Found<T> = Promise<(T | null)[]>
/** The status of a plan and of its goals, without that of every target. */
export type PlanRollup = Omit<PlanStatusAnswer, 'targets'>

/**
 * What is usually fetched together with a list of things: for each the thing that it names, in the same order, null where it names none or
 * the actor may not see it. Each is a fixed number of reads, however many things there are.
 */
export function createExpansionService ({ plans, status, reference }: { plans: PlanService, status: StatusService, reference: Reference }) {
  const indicators = async (things: readonly { indicator: string | null }[]): Found<Indicator> => {
    const found = await reference.indicators(things.flatMap(({ indicator }) => indicator ?? []))
    return things.map(({ indicator }) => found.get(indicator ?? '') ?? null)
  }

  const areas = async (things: readonly { area: string | null }[]): Found<Area> => {
    const { resolve } = await reference.areas()
    return things.map(({ area }) => resolve(area ?? '') ?? null)
  }

  const kommuner = (things: readonly { kommune: string }[]): Found<Area> => areas(things.map(({ kommune }) => ({ area: kommune })))

  const plansOf = async (actor: Actor, things: readonly { plan: string }[]): Found<PlanRecord> =>
    byId(things.map(({ plan }) => plan), await plans.find(actor, { ids: unique(things.map(({ plan }) => plan)) }))

  const goals = async (actor: Actor, things: readonly { goal: string }[]): Found<GoalRecord> =>
    byId(things.map(({ goal }) => goal), await plans.findGoals(actor, { ids: unique(things.map(({ goal }) => goal)) }))

  const targets = async (actor: Actor, things: readonly { target: string }[]): Found<TargetRecord> =>
    byId(things.map(({ target }) => target), await plans.findTargets(actor, { ids: unique(things.map(({ target }) => target)) }))

  /** The statuses of targets that the actor has seen. @param when `asOf` and `knownAt`, as for a status */
  const targetStatuses = async (things: readonly { id: string }[], actor: Actor, when: StatusQuery): Found<TargetStatus> => {
    const found = await plans.findTargets(actor, { ids: things.map(({ id }) => id) })
    const statuses = new Map((await status.forTargets(found, when)).map(one => [one.target, one]))
    return things.map(({ id }) => statuses.get(id) ?? null)
  }

  /** The roll-up of a plan as it stood at its version. @param when `asOf` and `knownAt`, as for a status */
  const planStatusAt = async (actor: Actor, { id, version }: { id: string, version: number }, when: StatusQuery): Promise<PlanRollup> => {
    const { targets: _, ...rollup } = await status.ofPlan(actor, id, { ...when, version })
    return rollup
  }

  /** The roll-ups of plans as they are now. @param when `asOf` and `knownAt`, as for a status */
  const planStatuses = async (things: readonly { id: string }[], actor: Actor, when: StatusQuery): Found<PlanRollup> => {
    const ids = things.map(({ id }) => id)
    const [ofPlans, read] = await Promise.all([plans.findGoals(actor, { plans: ids }), plans.findTargets(actor, { plans: ids })])
    const statuses = new Map((await status.forTargets(read, when)).map(one => [one.target, one]))
    const [goalsBy, targetsBy] = [Map.groupBy(ofPlans, one => one.plan), Map.groupBy(read, one => one.plan)]
    return ids.map(id => {
      const own = targetsBy.get(id) ?? []
      const { targets: _, ...rollup } = status.planStatus(id, goalsBy.get(id) ?? [], own, own.map(one => statuses.get(one.id)!), when)
      return rollup
    })
  }

  return { indicators, areas, kommuner, plans: plansOf, goals, targets, targetStatuses, planStatuses, planStatusAt }
}

export type ExpansionService = ReturnType<typeof createExpansionService>

const unique = (ids: readonly string[]): string[] => [...new Set(ids)]

function byId<T extends { id: string }> (ids: readonly string[], found: readonly T[]): (T | null)[] {
  const known = new Map(found.map(one => [one.id, one]))
  return ids.map(id => known.get(id) ?? null)
}
