import type { Rollup } from '../../src/domain/status/rollup.ts'
import type { Evaluation } from '../../src/domain/status/status.ts'

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
export const TargetStatus = { ruleKind }
export const ChildStatus = { ruleKind }
