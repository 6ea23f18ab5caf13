import { html } from 'ghtml'
import { RULE_NAMES } from '../../domain/plan-names.ts'
import { DEFAULT_REVIEW_EVERY } from '../../domain/status/assessments.ts'
import { benchmarkOf } from '../../domain/status/figure-clause.ts'
import { figuresInWords } from '../../domain/status/figures-in-words.ts'
import { writeDay } from '../../domain/status/wording.ts'
import { deliverablesOf } from '../../domain/target.ts'
import type { ReportPart, ReportTarget } from '../../services/reports.ts'
import type { View } from './layout.ts'

/** What is measured: each indicator once, with the parts of the population it counts and its definition; where people judge, that they do. */
export function measuredBy ({ parts }: ReportTarget, view: View): string {
  const { own, language } = view
  const named = [...Map.groupBy(parts, ({ indicator, evaluation: { rule } }) => indicator?.id ?? rule.kind).values()].map(same => {
    const [{ indicator, evaluation: { rule } }] = same as [ReportPart]
    if (indicator === null) return html`${RULE_NAMES[rule.kind][language]}`
    const segments = [...new Set(same.flatMap(part => segmentOf(part, language) ?? []))]
    const name = `${indicator.name[language]}${segments.length === 0 ? '' : ` (${segments.join(', ')})`}`
    return indicator.definition === null ? html`${name}` : html`${name.endsWith('.') ? name : `${name}.`} <span class="fine">!${own(indicator.definition)}</span>`
  })
  return named.join('<br>')
}

/** What is to be reached, as it is calculated; the plan's own words are the title. Parts that all have the same goal are told once. */
export function criterion ({ parts, target: { rule } }: ReportTarget, view: View): string {
  const goals = parts.map(part => goalOf(part, view))
  const [first = ''] = goals
  const areAlike = goals.every(goal => goal === first)
  if (parts.length === 1) return html`${capitalized(first)}`
  if (areAlike && 'rules' in rule && rule.rules.length === parts.length) return html`${capitalized(first)}, ${view.t.forParts[rule.kind]}`
  return parts.map((part, at) => html`${nameOfPart(part, view.language)}: ${goals[at] ?? ''}`).join('<br>')
}

function goalOf ({ evaluation, input, benchmarkIndicator }: ReportPart, { t, language }: View): string {
  const { rule, window } = evaluation
  switch (rule.kind) {
    case 'milestone': return t.deliverablesBy(deliverablesOf(rule).length, writeDay(window.deadline, language))
    case 'assessment': return t.assessedEvery(rule.reviewEvery ?? DEFAULT_REVIEW_EVERY)
    case 'monitor': return t.onlyFollowed
  }
  const { goal } = figuresInWords(evaluation, input, language)
  if (benchmarkIndicator === null || !('benchmark' in rule)) return goal ?? ''
  const { area } = rule.benchmark
  const of = area === undefined ? null : benchmarkOf({ ...rule, benchmark: { area } }, input, language).name
  return `${goal ?? ''}, ${t.comparedWith(benchmarkIndicator.name[language], of)}`
}

export const capitalized = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** The indicator of a rule, and of which part of the population it counts; where it has none, what kind of rule it is. */
export function nameOfPart (part: ReportPart, language: View['language']): string {
  const segment = segmentOf(part, language)
  return `${part.indicator?.name[language] ?? RULE_NAMES[part.evaluation.rule.kind][language]}${segment === null ? '' : ` (${segment})`}`
}

const segmentOf = ({ indicator, segment }: ReportPart, language: View['language']): string | null =>
  indicator?.segments.find(one => one.code === segment)?.name[language] ?? null
