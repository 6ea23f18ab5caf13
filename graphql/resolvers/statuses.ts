import type { Rollup } from '../../src/domain/status/rollup.ts'
import type { Evaluation } from '../../src/domain/status/status.ts'
import type { Statuses as StatusesAnswer } from '../../src/services/statuses.ts'
import type { Context } from '../context.ts'

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

export const PlanStatus = { counts }
export const GoalStatus = { counts }
export const GoalRollup = { counts }
export const StatusSummary = { counts }
export const StatusGroup = { counts }
// Read here, so that they count in what the query costs.
export const Statuses = { items: ({ items }: StatusesAnswer) => items, groups: ({ groups }: StatusesAnswer) => groups }
export const TargetStatus = {
  ruleKind,
  subject: ({ target }: { target: string }, _: unknown, { loaders }: Context) => loaders.target(target)
}
export const ChildStatus = { ruleKind }
