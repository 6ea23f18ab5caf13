import type { Rollup } from '../../src/domain/status/rollup.ts'
import type { ChildEvaluation, Evaluation } from '../../src/domain/status/status.ts'
import type { Context } from '../context.ts'
import type { TargetStatus as TargetStatusRecord } from '../loaders.ts'

const goalOf = ({ goal }: { goal: string }, _: unknown, { loaders }: Context) => loaders.goal(goal)
const planOf = ({ plan }: { plan: string }, _: unknown, { loaders }: Context) => loaders.plan(plan)
const ruleKind = ({ rule }: Evaluation) => rule.kind

/** Every status with its number, where the roll-up names only those that there are. */
const counts = ({ counts: found }: Rollup) => ({
  missed: found.missed ?? 0,
  offTrack: found.off_track ?? 0,
  atRisk: found.at_risk ?? 0,
  awaitingData: found.awaiting_data ?? 0,
  noData: found.no_data ?? 0,
  notStarted: found.not_started ?? 0,
  onTrack: found.on_track ?? 0,
  achieved: found.achieved ?? 0
})

export const PlanStatus = { plan: planOf, counts }
export const GoalStatus = { goal: goalOf, plan: planOf, counts }
export const GoalRollup = { goal: goalOf, counts }

export const TargetStatus = {
  target: ({ target }: TargetStatusRecord, _: unknown, { loaders }: Context) => loaders.target(target),
  ruleKind
}

export const ChildStatus = {
  indicator: ({ indicator }: ChildEvaluation, _: unknown, { loaders }: Context) => indicator === null ? null : loaders.indicator(indicator),
  ruleKind
}
