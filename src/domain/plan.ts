import type { TargetDocument } from './target.ts'

export const PLAN_KINDS = ['annual_plan', 'strategy'] as const
export const PLAN_STATUSES = ['draft', 'adopted', 'closed', 'withdrawn'] as const
export const GOAL_KINDS = ['ambition', 'ministerial', 'local', 'focus_area', 'guideline', 'pillar', 'strategy', 'statutory'] as const
export const INITIATIVE_STATUSES = ['planned', 'ongoing', 'done', 'dropped'] as const
/** How a plan stands to another thing: it reports into this plan; this plan is its umbrella, continues it, draws on it, supplements it. */
export const RELATION_KINDS = ['reports_into', 'umbrella_of', 'continues', 'draws_on', 'supplements'] as const
export const NOTE_KINDS = ['discrepancy', 'context'] as const

export type PlanKind = typeof PLAN_KINDS[number]
export type PlanStatus = typeof PLAN_STATUSES[number]
export type GoalKind = typeof GOAL_KINDS[number]

/** First and last day (ISO dates, both included) that something covers. */
export type DateRange = { from: string, to: string }
/** Limits of the pace (a share of the expected way): from `onTrack` on green, from `atRisk` on amber, below red. */
export type PaceLimits = { onTrack: number, atRisk: number }

export type Objective = { code: string, text: string, location?: string | null }
export type Initiative = { code: string, title: string, summary?: string | null, group?: string | null, status?: typeof INITIATIVE_STATUSES[number], location?: string | null }
export type Commitment = { code: string, text: string, quantity: number, unit: string, per?: string | null, due?: string | null, location?: string | null }
export type SwotEntry = { text: string, location?: string | null }
export type Swot = { strengths: SwotEntry[], weaknesses: SwotEntry[], opportunities: SwotEntry[], threats: SwotEntry[] }
export type Relation = { kind: typeof RELATION_KINDS[number], title: string, plan?: string | null, location?: string | null }
export type Note = { kind: typeof NOTE_KINDS[number], text: string, location?: string | null }
export type Source = { title: string, location?: string | null }

export type GoalDocument = {
  code: string
  kind: GoalKind
  title: string
  summary?: string | null
  nationalGoals?: string[]
  period?: DateRange
  objectives?: Objective[]
  initiatives?: Initiative[]
  targets?: TargetDocument[]
  location?: string | null
}

/** A whole plan in one document: what the seed holds and what GET and PUT of `/v1/plans/{id}/document` carry. */
export type PlanDocument = {
  id: string
  kommune: string
  title: string
  kind: PlanKind
  period: DateRange
  status?: PlanStatus
  adoptedBy?: string | null
  adoptedOn?: string | null
  umbrella?: string | null
  mandatedByLaw?: boolean
  paceLimits?: PaceLimits
  sources?: Source[]
  goals: GoalDocument[]
  commitments?: Commitment[]
  swot?: Swot
  relations?: Relation[]
  notes?: Note[]
}

/** The limits with which Eurostat judges quantified targets; a plan may set its own. */
export const DEFAULT_PACE_LIMITS: PaceLimits = { onTrack: 0.95, atRisk: 0.6 }

/** The id of a goal or target: `frederikssund-2024.3a`. Codes are unique in the plan, goals and targets together. */
export const itemId = (plan: string, code: string): string => `${plan}.${code}`
