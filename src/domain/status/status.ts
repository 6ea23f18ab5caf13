import type { Lineage } from '../lineage.ts'
import type { Flag } from '../measurement.ts'
import type { Bilingual } from '../indicator.ts'
import type { Comparator, Rule, Window } from '../target.ts'
import type { PaceLimits } from '../plan.ts'

/** From worst to best, as combinations rank them; `monitored` takes no part. */
export const RANKED_STATUSES = ['missed', 'off_track', 'at_risk', 'awaiting_data', 'no_data', 'not_started', 'on_track', 'achieved'] as const
export const STATUSES = [...RANKED_STATUSES, 'monitored'] as const
export const JUDGEMENTS = ['on_track', 'at_risk', 'off_track', 'achieved', 'missed'] as const
export const REASONS = [
  'baseline_missing', 'baseline_zero', 'series_break', 'suppressed', 'smoothing_incomplete', 'benchmark_missing', 'no_measurement_in_window',
  'no_measurement', 'provisional', 'slipped', 'pace_unknown', 'not_assessed'
] as const
export const TRENDS = ['improving', 'steady', 'worsening'] as const

export type RankedStatus = typeof RANKED_STATUSES[number]
export type Status = typeof STATUSES[number]
export type Judgement = typeof JUDGEMENTS[number]
export type Reason = typeof REASONS[number]
export type Trend = typeof TRENDS[number]

/** An observation that the status was computed from. */
export type Evidence = {
  indicator: string,
  area: string,
  segment: string | null,
  period: string
  value: number | null,
  flag: Flag,
  /** Null where it was calculated. */
  revision: number | null,
  source: string | null
  calculation: Lineage | null
}

/** The figure that is judged: the value at a period, its benchmark where the rule has one, and the measure made of them. */
export type Current = { period: string, value: number | null, benchmark: number | null, measure: number }
/** Where the pace starts: `on` is its day; `period` is null where the plan states the value, or for the zero of a sum. */
export type BaselineFigure = { period: string | null, on: string, value: number | null, benchmark: number | null, measure: number | null }
export type GoalLine = { comparator: Comparator, value: number }
export type Projection = { measure: number, met: boolean }

/** What the engine answers of one rule. Figures are rounded to four decimals; null where the rule or the data has none. */
export type Evaluation = {
  status: Status
  final: boolean
  reason: Reason | null
  provisional: Judgement | null
  late: boolean
  stale: boolean
  met: boolean | null
  current: Current | null
  baseline: BaselineFigure | null
  goalLine: GoalLine | null
  expected: number | null
  pace: number | null
  paceLimits: PaceLimits
  progress: number | null
  distance: number | null
  trend: Trend | null
  projection: Projection | null
  evidence: Evidence[]
  children: ChildEvaluation[] | null
  explanation: Bilingual
  rule: Rule
  window: Window
}

/** A part of a combination: a rule of its own on a series of its own. */
export type ChildEvaluation = Evaluation & { indicator: string | null, segment: string | null }

/** A milestone's deliverable done on a day, an assessment's judgement of a day (ISO dates). */
export type DoneDeliverable = { code: string, on: string }
export type Assessed = { on: string, status: Judgement }

/** An evaluation before anything is known: every part says nothing yet. */
export const blank = (rule: Rule, window: Window, paceLimits: PaceLimits): Evaluation => ({
  status: 'no_data',
  final: false,
  reason: null,
  provisional: null,
  late: false,
  stale: false,
  met: null,
  current: null,
  baseline: null,
  goalLine: null,
  expected: null,
  pace: null,
  paceLimits,
  progress: null,
  distance: null,
  trend: null,
  projection: null,
  evidence: [],
  children: null,
  explanation: { da: '', en: '' },
  rule,
  window
})
