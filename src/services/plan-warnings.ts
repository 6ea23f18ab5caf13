import type { Area } from '../domain/area.ts'
import { seriesName } from '../domain/composition.ts'
import { dayText, toDay } from '../domain/date.ts'
import type { Bilingual, Indicator } from '../domain/indicator.ts'
import { firstPeriodEndingFrom, fitsFrequency, parsePeriod } from '../domain/period.ts'
import type { PlanDocument } from '../domain/plan.ts'
import { isNumericRule, type MilestoneRule, type NumericRule, ownSeries, type Rule, type SeriesKey, type TargetDocument, type Window } from '../domain/target.ts'

export const WARNING_CODES = [
  'percent_out_of_range', 'against_polarity', 'benchmark_area_not_valid', 'window_outside_period', 'due_missing', 'due_outside_window',
  'baseline_frequency', 'deadline_before_figures', 'no_figures'
] as const
export type WarningCode = typeof WARNING_CODES[number]

/** What looks wrong in a plan and may yet be meant: it is told beside the result of a write and stops nothing. `pointer` is a JSON pointer. */
export type Warning = { pointer: string, code: WarningCode, message: Bilingual }

/** What targets are looked at against. `hasFigures` tells of a series whether it has any figure; without it nothing is said of that. */
export type WarningSurroundings = {
  indicators: ReadonlyMap<string, Indicator>
  areas: { resolve: (id: string) => Pick<Area, 'id' | 'name' | 'validFrom' | 'validTo'> | undefined }
  hasFigures?: (series: SeriesKey) => boolean
}

type Warn = (pointer: string, code: WarningCode, da: string, en: string) => void
/** `without`: the series of the target that are known to be without figures, which is said once. */
type Looked = { target: TargetDocument, at: string, warn: Warn, without: Set<string> } & WarningSurroundings & { kommune: string }

/** Everything in a plan's targets that looks wrong, with its place. */
export function warningsOf (plan: PlanDocument, surroundings: WarningSurroundings): Warning[] {
  const warnings: Warning[] = []
  const warn: Warn = (pointer, code, da, en) => { warnings.push({ pointer, code, message: { da, en } }) }
  plan.goals.forEach((goal, g) => goal.targets?.forEach((target, t) => {
    const at = `/goals/${g}/targets/${t}`
    lookAtWindow(target.window, plan.period, at, warn)
    lookAtRule(target.rule, `${at}/rule`, { ...surroundings, target, kommune: plan.kommune, at, warn, without: new Set() })
  }))
  return warnings
}

/** Every own series that the plan's targets are judged by. */
export function ownSeriesOf (plan: PlanDocument): SeriesKey[] {
  const partsOf = (rule: Rule): Rule[] => 'rules' in rule ? rule.rules.flatMap(partsOf) : [rule]
  return plan.goals.flatMap(goal => goal.targets ?? []).flatMap(target => partsOf(target.rule).flatMap(rule => seriesOf(rule, target, plan.kommune) ?? []))
}

const seriesOf = (rule: Rule, { indicator = null, segment = null }: TargetDocument, kommune: string): SeriesKey | null =>
  ownSeries(rule, { indicator, area: kommune, segment })

function lookAtWindow ({ start, deadline }: Window, period: PlanDocument['period'], at: string, warn: Warn): void {
  if (start >= period.from && deadline <= period.to) return
  warn(`${at}/window`, 'window_outside_period',
    `Succeskriteriets periode ${start} til ${deadline} ligger ikke inden for planens, ${period.from} til ${period.to}.`,
    `The window ${start} to ${deadline} does not lie in the plan's period, ${period.from} to ${period.to}.`)
}

function lookAtRule (rule: Rule, at: string, looked: Looked): void {
  if ('rules' in rule) return rule.rules.forEach((part, i) => lookAtRule(part, `${at}/rules/${i}`, looked))
  if (rule.kind === 'milestone') return lookAtDeliverables(rule, at, looked)
  const { target, kommune, indicators, hasFigures, warn, without } = looked
  const series = seriesOf(rule, target, kommune)
  const indicator = series === null ? undefined : indicators.get(series.indicator)
  if (series === null || indicator === undefined) return
  if (hasFigures !== undefined && !without.has(seriesName(series)) && !hasFigures(series)) {
    without.add(seriesName(series))
    warn('indicator' in rule ? `${at}/indicator` : `${looked.at}/indicator`, 'no_figures',
      `Der er endnu ingen tal for indikatoren ${indicator.id} i kommunen: succeskriteriet har ingen data, før de kommer.`,
      `There are no figures of the indicator ${indicator.id} for the kommune yet: the target has no data until they come.`)
  }
  if (!isNumericRule(rule)) return
  lookAtLine(rule, indicator, at, warn)
  lookAtSeries(rule, indicator, at, looked)
}

const RISING: readonly string[] = ['gte', 'gt']
const BETTER = { higher_is_better: { da: 'højere er bedre', en: 'higher is better' }, lower_is_better: { da: 'lavere er bedre', en: 'lower is better' } }

/** The goal line: whether it can be reached, and whether it points the way that is better. */
function lookAtLine (rule: NumericRule, { id, unit, polarity }: Indicator, at: string, warn: Warn): void {
  if (rule.kind === 'threshold' && unit === 'percent' && rule.aggregate !== 'sum' && (rule.value > 100 || rule.value < 0)) {
    warn(`${at}/value`, 'percent_out_of_range', `Grænsen er ${danish(rule.value)} pct.; en andel ligger fra 0 til 100.`, `The line is ${rule.value} per cent; a share lies from 0 to 100.`)
  }
  if (polarity === 'neutral' || rule.kind === 'gap_reduction') return
  const isRising = rule.kind === 'direction' ? rule.direction === 'increase' : RISING.includes(rule.comparator)
  if (isRising === (polarity === 'higher_is_better')) return
  const [field, said] = rule.kind === 'direction' ? ['direction', rule.direction] : ['comparator', rule.comparator]
  const usual = rule.kind === 'direction' ? (isRising ? 'decrease' : 'increase') : (isRising ? 'lte' : 'gte')
  warn(`${at}/${field}`, 'against_polarity',
    `Af indikatoren ${id} gælder, at ${BETTER[polarity].da}, og reglen siger ${said}. Det plejer at være ${usual}.`,
    `Of the indicator ${id} ${BETTER[polarity].en}, and the rule says ${said}. Usual is ${usual}.`)
}

const danish = (value: number): string => String(value).replace('.', ',')

/** What the rule reads: its baseline, its benchmark, and whether a figure can be there in time. */
function lookAtSeries (rule: NumericRule, { id, frequency, publicationLagDays }: Indicator, at: string, { target: { window }, areas, warn }: Looked): void {
  if (rule.baseline !== undefined && 'period' in rule.baseline && !fitsFrequency(parsePeriod(rule.baseline.period), frequency)) {
    warn(`${at}/baseline/period`, 'baseline_frequency',
      `Udgangspunktet ${rule.baseline.period} er ikke en periode af indikatorens frekvens (${frequency}), så der findes intet tal for det.`,
      `The baseline ${rule.baseline.period} is no period of the indicator's frequency (${frequency}), so there is no figure for it.`)
  }
  const area = 'benchmark' in rule && rule.benchmark.area !== undefined ? areas.resolve(rule.benchmark.area) : undefined
  if (area !== undefined && ((area.validFrom ?? window.start) > window.start || (area.validTo ?? window.deadline) < window.deadline)) {
    warn(`${at}/benchmark/area`, 'benchmark_area_not_valid',
      `${area.name} (${area.id}) findes ikke i hele succeskriteriets periode: ${area.validFrom ?? '…'} til ${area.validTo ?? '…'}.`,
      `${area.name} (${area.id}) does not exist in the whole window: ${area.validFrom ?? '…'} to ${area.validTo ?? '…'}.`)
  }
  if (frequency === 'irregular') return
  const first = firstPeriodEndingFrom(frequency, toDay(window.start))
  if (first === null || first.end + publicationLagDays <= toDay(window.deadline)) return
  const out = dayText(first.end + publicationLagDays)
  warn(`${at.split('/rule', 1)[0]}/window/deadline`, 'deadline_before_figures',
    `Det første tal i succeskriteriets periode (${id}, ${first.text}) kommer ${out}, efter fristen ${window.deadline}.`,
    `The first figure in the window (${id}, ${first.text}) is out on ${out}, after the deadline ${window.deadline}.`)
}

function lookAtDeliverables ({ deliverables }: MilestoneRule, at: string, { target: { window }, warn }: Looked): void {
  deliverables.forEach(({ code, due }, i) => {
    if (due == null) {
      return warn(`${at}/deliverables/${i}`, 'due_missing',
        `Leverancen ${code} har ingen dato: fristen er succeskriteriets, ${window.deadline}.`, `The deliverable ${code} has no due date: it is the target's deadline, ${window.deadline}.`)
    }
    if (due >= window.start && due <= window.deadline) return
    warn(`${at}/deliverables/${i}/due`, 'due_outside_window',
      `Leverancen ${code} skal være klar ${due}, uden for succeskriteriets periode ${window.start} til ${window.deadline}.`,
      `The deliverable ${code} is due on ${due}, outside the window ${window.start} to ${window.deadline}.`)
  })
}
