import { html } from 'ghtml'
import { writeDay } from '../../domain/status/wording.ts'
import type { Report } from '../../services/reports.ts'
import { linkTo, type View } from './layout.ts'

type Goal = Report['goals'][number]['goal']

const located = (location: string | null, { own }: View): string => location === null ? '' : html` <span class="fine">(!${own(location)})</span>`

/** What a goal holds beside its targets: the minister's goals that it adopts, objectives, and initiatives as the plan says they stand. */
export function goalDetails ({ nationalGoals, objectives, initiatives }: Goal, report: Report, view: View): string {
  const { t, own } = view
  const named = nationalGoals.map(id => {
    const goal = report.nationalGoals.get(id)
    return goal === undefined ? html`<li>${id}</li>` : html`<li>${String(goal.year)}, ${String(goal.number)}: !${own(goal.title)}</li>`
  })
  return html`!${named.length === 0 ? '' : html`<h3>${t.nationalGoals}</h3><ul>!${named}</ul>`}
!${objectives.length === 0 ? '' : html`<h3>${t.objectives}</h3><ul>!${objectives.map(({ text, location }) => html`<li>!${own(text)}!${located(location, view)}</li>`)}</ul>`}
!${initiatives.length === 0
? ''
: html`<h3>${t.initiatives}</h3><p class="fine">${t.initiativesNote}</p><ul class="initiatives">!${initiatives.map(({ title, summary, status, location }) =>
    html`<li><strong>!${own(title)}</strong> <span class="note">${t.initiativeStatuses[status]}</span>!${summary === null ? '' : html`<br>!${own(summary)}`}!${located(location, view)}</li>`)}</ul>`}`
}

/** The plan's commitments. Whether they are kept nobody posts, so no more is said than when they are due. */
export function commitments ({ plan, asOf }: Report, view: View): string {
  const { t, own, language } = view
  if (plan.commitments.length === 0) return ''
  return html`<section aria-labelledby="commitments"><h2 id="commitments">${t.commitments}</h2><p class="fine">${t.commitmentsNote}</p>
<ul>!${plan.commitments.map(({ code, text, due, location }) => html`<li><span class="code">${code}</span> !${own(text)}!${due === null ? '' : html` ${t.commitmentDue(writeDay(due, language), asOf > due)}`}!${located(location, view)}</li>`)}</ul></section>`
}

/** What the plan builds on: analysis, relations, notes and sources. */
export function about ({ plan }: Report, view: View): string {
  const { t, own, url } = view
  const { swot, relations, notes, sources } = plan
  const parts = swot === null ? [] : (['strengths', 'weaknesses', 'opportunities', 'threats'] as const).filter(part => swot[part].length > 0)
  return html`!${swot === null || parts.length === 0 ? '' : html`<section aria-labelledby="swot"><h2 id="swot">${t.swot}</h2>!${parts.map(part => html`<h3>${t.swotParts[part]}</h3><ul>!${swot[part].map(({ text, location }) => html`<li>!${own(text)}!${located(location, view)}</li>`)}</ul>`)}</section>`}
!${relations.length === 0
? ''
: html`<section aria-labelledby="relations"><h2 id="relations">${t.relations}</h2><ul>!${relations.map(({ kind, title, plan: other, location }) =>
    html`<li>${t.relationKinds[kind]}: !${other === null ? own(title) : html`<a href="${linkTo(url, `/reports/${encodeURIComponent(other)}`)}">!${own(title)}</a>`}!${located(location, view)}</li>`)}</ul></section>`}
!${notes.length === 0 ? '' : html`<section aria-labelledby="notes"><h2 id="notes">${t.notes}</h2><ul class="notes">!${notes.map(({ kind, text, location }) => html`<li><strong>${t.noteKinds[kind]}:</strong> !${own(text)}!${located(location, view)}</li>`)}</ul></section>`}
!${sources.length === 0 ? '' : html`<section aria-labelledby="sources"><h2 id="sources">${t.sources}</h2><ul>!${sources.map(({ title, location }) => html`<li>!${own(title)}!${located(location, view)}</li>`)}</ul></section>`}`
}
