import { toDay } from '../date.ts'
import type { PaceLimits } from '../plan.ts'
import { type CombinedRule, isNumericRule, type MonitorRule, type NumericRule, ownSeries, type OwnSeriesOfTarget, type Rule, type SeriesKey, type Window } from '../target.ts'
import { evaluateAssessment } from './assessments.ts'
import { combine } from './combine.ts'
import { explain } from './explain.ts'
import { evaluateMilestone } from './milestones.ts'
import { type Computed, evaluateNumeric, evidenceOf, shownValue } from './numeric.ts'
import { type IndicatorMeaning, read } from './reading.ts'
import { viewSeries, type SeriesIndex } from './series.ts'
import { type Assessed, blank, type ChildEvaluation, type DoneDeliverable, type Evaluation } from './status.ts'

/** A rule and all it is judged by. Nothing else moves the answer: no clock, no database. */
export type EvaluationInput = {
  rule: Rule
  window: Window
  own: OwnSeriesOfTarget
  indicators: ReadonlyMap<string, IndicatorMeaning>
  /** The observations as known, grouped by `indexSeries`. */
  series: SeriesIndex
  deliverables?: readonly DoneDeliverable[]
  assessments?: readonly Assessed[]
  /** The day the question is asked for, ISO. */
  asOf: string
  /** The Danish day of the instant of knowledge, ISO: where `asOf` lies after it nothing is final. */
  knownOn: string
  paceLimits: PaceLimits
  /** Names of areas for the sentences; an area that is not there is called by its id. */
  areaNames?: ReadonlyMap<string, string>
}

/**
 * The status of a rule on a day, with its whole reasoning.
 * @throws RangeError where an indicator or date of the rule is not known (plans are checked when they are written)
 */
export function evaluate (input: EvaluationInput): Evaluation {
  const { evaluation, measure } = evaluateRule(input)
  const final = evaluation.final && input.asOf <= input.knownOn
  // The parts tell whether a newer figure is overdue; what is final does not wait for one.
  const known = { ...evaluation, final, stale: evaluation.stale && !final }
  return { ...known, explanation: explain(known, input, measure) }
}

function evaluateRule (input: EvaluationInput): Computed {
  const { rule } = input
  return isNumericRule(rule) ? evaluateSeries(rule, input) : { evaluation: evaluateOther(rule, input), measure: null }
}

function evaluateOther (rule: Exclude<Rule, NumericRule>, input: EvaluationInput): Evaluation {
  const { window, paceLimits } = input
  const asOf = toDay(input.asOf)
  switch (rule.kind) {
    case 'milestone': return evaluateMilestone(rule, window, asOf, paceLimits, input.deliverables ?? [])
    case 'assessment': return evaluateAssessment(rule, window, asOf, paceLimits, input.assessments ?? [])
    case 'monitor': return evaluateMonitor(rule, input)
    case 'all_of':
    case 'any_of': return evaluateCombination(rule, input)
  }
}

function seriesOf (rule: NumericRule | MonitorRule, own: OwnSeriesOfTarget): SeriesKey {
  const key = ownSeries(rule, own)
  if (key === null) throw new RangeError(`a rule of kind ${rule.kind} needs an indicator`)
  return key
}

function evaluateSeries (rule: NumericRule, { own, window, asOf, series, indicators, paceLimits }: EvaluationInput): Computed {
  const reading = read(rule, seriesOf(rule, own), window, toDay(asOf), series, indicators)
  return evaluateNumeric(reading, window, paceLimits)
}

function evaluateMonitor (rule: MonitorRule, { own, window, asOf, series, paceLimits }: EvaluationInput): Evaluation {
  const result: Evaluation = { ...blank(rule, window, paceLimits), status: 'monitored' }
  const latest = viewSeries(series, seriesOf(rule, own), toDay(asOf), 1, []).points.findLast(point => point.observation.value !== null)
  if (latest === undefined) return result
  const value = shownValue(latest) as number
  return { ...result, current: { period: latest.period.text, value, benchmark: null, measure: value }, evidence: evidenceOf([latest]) }
}

function evaluateCombination (rule: CombinedRule, input: EvaluationInput): Evaluation {
  const children = rule.rules.map((child): ChildEvaluation => {
    const { indicator, segment } = ownSeries(child, input.own) ?? { indicator: null, segment: null }
    return { indicator, segment, ...evaluate({ ...input, rule: child }) }
  })
  return { ...blank(rule, input.window, input.paceLimits), ...combine(rule.kind, children), children }
}
