import type { Services } from '../services/index.ts'
import { statusQuery } from '../services/status.ts'
import { area } from './answers/area.ts'
import { indicator } from './answers/indicator.ts'
import { goal, planSummary } from './answers/plan.ts'
import { planStatus, targetStatus } from './answers/status.ts'
import { target } from './answers/target.ts'
import type { Expansion } from './answer-shape.ts'

const goalSummary = goal.omit({ targets: true }).meta({ id: 'GoalSummary' })
const planRollup = planStatus.omit({ targets: true }).meta({ id: 'PlanRollup' })

/** What reads can be expanded with, each by its name in `expand`. */
export function createExpansions ({ expansions: service }: Pick<Services, 'expansions'>) {
  return {
    indicator: { schema: indicator, load: (_, things) => service.indicators(things) } satisfies Expansion<{ indicator: string | null }>,
    area: { schema: area, load: (_, things) => service.areas(things) } satisfies Expansion<{ area: string }>,
    kommune: { schema: area, load: (_, things) => service.kommuner(things) } satisfies Expansion<{ kommune: string }>,
    plan: { schema: planSummary, load: (actor, things) => service.plans(actor, things) } satisfies Expansion<{ plan: string }>,
    goal: { schema: goalSummary, load: (actor, things) => service.goals(actor, things) } satisfies Expansion<{ goal: string }>,
    target: { schema: target, load: (actor, things) => service.targets(actor, things) } satisfies Expansion<{ target: string }>,
    targetStatus: { schema: targetStatus, query: statusQuery.shape, load: (actor, things, when) => service.targetStatuses(things, actor, when) } satisfies Expansion<{ id: string }>,
    planStatus: { schema: planRollup, query: statusQuery.shape, load: (actor, things, when) => service.planStatuses(things, actor, when) } satisfies Expansion<{ id: string }>,
    planStatusAt: { schema: planRollup, query: statusQuery.shape, load: async (actor, things, when) => await Promise.all(things.map(thing => service.planStatusAt(actor, thing, when))) } satisfies Expansion<{ id: string, version: number }>
  }
}
