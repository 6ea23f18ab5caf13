import type { Decimal } from '../decimal.ts'
import type { Bilingual } from '../indicator.ts'
import type { Comparator, Rule } from '../target.ts'
import type { Due } from './due.ts'
import type { Outlook } from './outlook.ts'
import type { Current, GoalLine } from './status.ts'

/**
 * `required`: so much it takes; `awaiting_data`: the deadline has passed, and so must the figures be that are still to come; `met`: as the figures stand;
 * `impossible`: not any more; `unknown`: it cannot be calculated; `not_applicable`: the rule measures no figure of its own.
 */
export const PACE_STATES = ['required', 'awaiting_data', 'met', 'impossible', 'unknown', 'not_applicable'] as const
export const PACE_REASONS = ['no_figures_left', 'cannot_be_mended', 'below_zero', 'baseline_missing', 'baseline_zero', 'series_break', 'benchmark_missing', 'figure_missing'] as const
/** Of which periods still to come the needed figure is told: the last one, each, at least one, or their average. */
export const NEEDED_IN = ['last', 'each', 'any', 'average'] as const

export type PaceState = typeof PACE_STATES[number]
export type PaceReason = typeof PACE_REASONS[number]
/** What the figure itself must be, in its own unit. */
export type Needed = { in: typeof NEEDED_IN[number], comparator: Comparator, value: number }
/** That the benchmark stays as it was in a period. */
export type Assumption = { benchmark: number, period: string }

/** What it takes to reach the goal line. Measures are those of the status; figures are rounded to four decimals. */
export type RequiredPace = {
  kind: Rule['kind']
  state: PaceState
  reason: PaceReason | null
  goalLine: GoalLine | null
  current: Current | null
  /** How many periods have no figure yet, the next and the last of them; null where that is not known. */
  periodsLeft: number | null
  nextPeriod: string | null
  lastPeriod: string | null
  /** The goal line less the measure, as a whole and for each period left; null where the measure does not add up over periods. */
  remaining: number | null
  perPeriod: number | null
  /** What it was for each period so far. */
  soFar: number | null
  needed: Needed | null
  assumption: Assumption | null
  due: Due[] | null
  children: (RequiredPace & { indicator: string | null, segment: string | null })[] | null
  explanation: Bilingual
} & Outlook

/** The exact figures of a required pace, before they are rounded: the sentences need them. */
export type ExactPace = { remaining: Decimal | null, perPeriod: Decimal | null, soFar: Decimal | null, needed: Decimal | null, ownPerPeriod: Decimal | null }

export const NO_PACE: ExactPace = { remaining: null, perPeriod: null, soFar: null, needed: null, ownPerPeriod: null }

/** What is found of a numeric rule before it is asked how the target stands. */
export type FoundPace = { state: PaceState, reason: PaceReason | null, exact: ExactPace, in?: Needed['in'], comparator?: Comparator, assumption?: Assumption | null }
