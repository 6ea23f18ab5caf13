import { html } from 'ghtml'
import { decimal } from '../../domain/decimal.ts'
import { DEFAULT_PACE_LIMITS } from '../../domain/plan.ts'
import { type Status, STATUSES } from '../../domain/status/status.ts'
import { writeNumber } from '../../domain/status/wording.ts'
import { isNumericRule } from '../../domain/target.ts'
import type { Report } from '../../services/reports.ts'
import type { View } from './layout.ts'
import { statusSign } from './signs.ts'

const BY_PACE = ['on_track', 'at_risk', 'off_track'] as const

/** What the words of this report mean, and by which limits of the pace they were given. */
export function legend (report: Report, { t, language }: View): string {
  const { onTrack, atRisk } = report.plan.paceLimits ?? DEFAULT_PACE_LIMITS
  const percent = (limit: number): string => writeNumber(decimal(limit).mul(100), Number.isInteger(limit * 100) ? 0 : 1, language)
  const targets = report.goals.flatMap(goal => goal.targets)
  const rules = targets.flatMap(({ parts }) => parts.map(part => part.evaluation.rule))
  const said = new Set<Status>(targets.flatMap(({ status, change, parts }) => [status.status, change.before, ...parts.map(part => part.evaluation.status)]))
  for (const { rollup } of [report, ...report.goals]) if (rollup.overall !== null) said.add(rollup.overall)
  const judgedBy = { figures: rules.some(isNumericRule), deliverables: rules.some(rule => rule.kind === 'milestone'), judgements: rules.some(rule => rule.kind === 'assessment') }
  const meaningOf = (status: Status): string => {
    const meaning = t.meanings[status]
    if (typeof meaning === 'string') return meaning
    return (['figures', 'deliverables', 'judgements'] as const).filter(by => judgedBy[by]).flatMap(by => meaning[by] ?? []).join('; ')
  }
  const hasInitiatives = report.goals.some(({ goal }) => goal.initiatives.length > 0)
  if (said.size === 0 && !hasInitiatives) return ''
  return html`<section aria-labelledby="legend"><h2 id="legend">${t.legend}</h2>
!${said.size === 0 ? '' : html`<dl class="legend">!${STATUSES.toReversed().filter(status => said.has(status)).map(status => html`<div><dt>!${statusSign(status, language)}</dt><dd>${meaningOf(status)}</dd></div>`)}</dl>`}
!${judgedBy.figures && BY_PACE.some(status => said.has(status)) ? html`<p class="fine">${t.paceLimits(percent(onTrack), percent(atRisk))}</p>` : ''}
!${hasInitiatives ? html`<p class="fine">${t.initiativesNote}</p>` : ''}</section>`
}
