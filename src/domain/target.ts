export const RULE_KINDS = ['threshold', 'change', 'benchmark_level', 'benchmark_trend', 'gap_reduction', 'direction', 'milestone', 'assessment', 'monitor', 'all_of', 'any_of'] as const
export const COMPARATORS = ['gte', 'gt', 'lte', 'lt'] as const
export const AGGREGATES = ['latest', 'sum', 'mean', 'max', 'min'] as const
export const MODES = ['absolute', 'relative'] as const

export type RuleKind = typeof RULE_KINDS[number]
export type Comparator = typeof COMPARATORS[number]
export type Aggregate = typeof AGGREGATES[number]
export type Mode = typeof MODES[number]

/** Where a rule measures from: a period of the series, a value stated in the plan, or the same period a year earlier. */
export type Baseline = { period: string } | { value: number, on: string, benchmark?: number } | { lag: 'P1Y' }

/** Another series to compare with: another area, another indicator, or both; same segment. */
export type Benchmark = { area?: string, indicator?: string }

/** A rule inside a combination may name its own series. */
type OwnSeries = { indicator?: string, segment?: string | null }
type Smoothed = { smoothing?: number }

export type ThresholdRule = OwnSeries & Smoothed & { kind: 'threshold', comparator: Comparator, value: number, aggregate?: Aggregate, baseline?: Baseline }
export type ChangeRule = OwnSeries & Smoothed & { kind: 'change', comparator: Comparator, amount: number, mode?: Mode, baseline?: Baseline }
export type BenchmarkLevelRule = OwnSeries & Smoothed & { kind: 'benchmark_level', comparator: Comparator, margin?: number, benchmark: Benchmark, baseline?: Baseline }
export type BenchmarkTrendRule = OwnSeries & Smoothed & { kind: 'benchmark_trend', comparator: Comparator, margin?: number, mode?: Mode, baseline?: Baseline, benchmark: Benchmark }
export type GapReductionRule = OwnSeries & Smoothed & { kind: 'gap_reduction', amount: number, baseline?: Baseline, benchmark: Benchmark }
export type DirectionRule = OwnSeries & Smoothed & { kind: 'direction', direction: 'increase' | 'decrease', baseline?: Baseline }
export type Deliverable = { code: string, title: string, due?: string | null }
export type MilestoneRule = { kind: 'milestone', deliverables: Deliverable[] }
export type AssessmentRule = { kind: 'assessment', reviewEvery?: string }
export type MonitorRule = OwnSeries & { kind: 'monitor' }
export type CombinedRule = { kind: 'all_of' | 'any_of', rules: Rule[] }

export type NumericRule = ThresholdRule | ChangeRule | BenchmarkLevelRule | BenchmarkTrendRule | GapReductionRule | DirectionRule
export type Rule = NumericRule | MilestoneRule | AssessmentRule | MonitorRule | CombinedRule

const NUMERIC_KINDS: readonly string[] = ['threshold', 'change', 'benchmark_level', 'benchmark_trend', 'gap_reduction', 'direction']

/** The deliverables of a rule, those of its parts included. */
export const deliverablesOf = (rule: Rule): Deliverable[] =>
  'rules' in rule ? rule.rules.flatMap(deliverablesOf) : rule.kind === 'milestone' ? rule.deliverables : []

/** Whether the rule compares a measured number with a goal line. */
export const isNumericRule = (rule: Rule): rule is NumericRule => NUMERIC_KINDS.includes(rule.kind)

/** From `start` to `deadline`, both ISO dates and both included. */
export type Window = { start: string, deadline: string }

/** A target (succeskriterium, resultatmål) as it stands in a plan document. */
export type TargetDocument = {
  code: string
  title: string
  indicator?: string | null
  segment?: string | null
  population?: string | null
  followUp?: string | null
  window: Window
  rule: Rule
  location?: string | null
}

/** A series a target reads: its figures move the target's status. */
export type SeriesKey = { indicator: string, area: string, segment: string | null }

/** The series of a target itself: `indicator` is null where its rule reads none. */
export type OwnSeriesOfTarget = { indicator: string | null, area: string, segment: string | null }

/**
 * Every series that the rule reads for a kommune: own and benchmark, of all children of a combination.
 * @param rule the target's rule
 */
export function seriesOfRule (rule: Rule, own: OwnSeriesOfTarget): SeriesKey[] {
  if (rule.kind === 'all_of' || rule.kind === 'any_of') return rule.rules.flatMap(child => seriesOfRule(child, own))
  const series = ownSeries(rule, own)
  if (series === null) return []
  return 'benchmark' in rule ? [series, benchmarkSeries(rule, series)] : [series]
}

/** The series that a rule reads as its own: the target's, unless it names another; null where it reads none. */
export function ownSeries (rule: Rule, own: OwnSeriesOfTarget): SeriesKey | null {
  if (!isNumericRule(rule) && rule.kind !== 'monitor') return null
  const indicator = rule.indicator ?? own.indicator
  return indicator === null ? null : { indicator, area: own.area, segment: rule.segment === undefined ? own.segment : rule.segment }
}

/** The series that a rule compares its own with. */
export const benchmarkSeries = (rule: { benchmark: Benchmark }, own: SeriesKey): SeriesKey =>
  ({ ...own, indicator: rule.benchmark.indicator ?? own.indicator, area: rule.benchmark.area ?? own.area })
