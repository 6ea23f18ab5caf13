import { html } from 'ghtml'
import { writeDay } from '../../domain/status/wording.ts'
import { deliverablesOf } from '../../domain/target.ts'
import type { Report, ReportTarget } from '../../services/reports.ts'
import type { View } from './layout.ts'
import { statusSign } from './signs.ts'

/** The deliverables of a target, each with the day that it was done; a due day only where it is not the target's deadline. */
export function deliverables ({ target, deliverables: done }: ReportTarget, { asOf, since }: Report, { t, own, language }: View): string {
  const all = deliverablesOf(target.rule)
  if (all.length === 0) return ''
  return html`<h4>${t.deliverables}</h4><ul class="deliverables">!${all.map(({ code, title, due }) => {
    const { doneOn, evidence } = done.find(one => one.code === code) ?? { doneOn: null, evidence: null }
    const day = due ?? target.window.deadline
    const open = [t.notDone, day === target.window.deadline ? '' : t.due(writeDay(day, language)), asOf > day ? t.overdue : ''].filter(text => text !== '').join(', ')
    return html`<li><span class="code">${code}</span> !${own(title)}: <strong>${doneOn === null ? open : t.done(writeDay(doneOn, language))}</strong>!${doneOn !== null && doneOn > since ? html` <span class="new">${t.isNew}</span>` : ''}!${evidence === null ? '' : html`. ${t.evidence}: !${own(evidence)}`}</li>`
  })}</ul>`
}

/** The judgements of a target, the latest first. */
export function assessments ({ assessments: judged }: ReportTarget, { t, own, language }: View): string {
  if (judged.length === 0) return ''
  return html`<h4>${t.assessments}</h4><ul>!${judged.toReversed().map(({ on, status, note, evidence }) => html`<li>${t.judged(writeDay(on, language))}: !${statusSign(status, language)}!${note === null ? '' : html` !${own(note)}`}!${evidence === null ? '' : html` ${t.evidence}: !${own(evidence)}`}</li>`)}</ul>`
}

/** What the administration says of a target, the latest first. */
export function comments ({ comments: said }: ReportTarget, { since }: Report, { t, own, language }: View): string {
  if (said.length === 0) return ''
  return html`<section class="comments"><h4>${t.comments}</h4>!${said.toReversed().map(({ on, text, author }) => html`<blockquote><p>!${own(text)}</p><footer>!${own(author)}, ${writeDay(on, language)}!${on > since ? html` <span class="new">${t.isNew}</span>` : ''}</footer></blockquote>`)}</section>`
}
