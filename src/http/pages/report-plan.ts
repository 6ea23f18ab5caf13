import { html } from 'ghtml'
import { INITIATIVE_STATUS_NAMES, NOTE_NAMES, RELATION_NAMES } from '../../domain/plan-names.ts'
import { NOTE_KINDS } from '../../domain/plan.ts'
import { writeDay } from '../../domain/status/wording.ts'
import type { Report } from '../../services/reports.ts'
import { linkTo, type View } from './layout.ts'
import { placesInTurn } from './places.ts'

type Goal = Report['goals'][number]['goal']
type Initiative = Goal['initiatives'][number]
type Located = { location?: string | null }

/** A list of what the plan says, each with its place in it. */
function list<Item extends Located> (items: readonly Item[], write: (item: Item) => string, view: View): string {
  const places = placesInTurn(items.map(item => item.location))
  return html`<ul class="said">!${items.map((item, at) => html`<li>!${write(item)}!${placed(places[at] ?? null, view)}</li>`)}</ul>`
}

const placed = (place: string | null, { own }: View): string => place === null ? '' : html` <span class="fine">(!${own(place)})</span>`

/** What a goal holds beside its targets: objectives, and initiatives as the plan speaks of them. */
export function goalDetails ({ objectives, initiatives }: Goal, view: View): string {
  const { t, own } = view
  return html`!${objectives.length === 0 ? '' : html`<h3>${t.objectives}</h3>!${list(objectives, ({ code, text }) => html`<span class="code">${code}</span> !${own(text)}`, view)}`}
!${initiatives.length === 0 ? '' : html`<h3>${t.initiatives}</h3>!${initiativeList(initiatives, view)}`}`
}

/** Initiatives in the plan's order; those of a group stand under the initiative that it is named after, or under its name. */
function initiativeList (initiatives: readonly Initiative[], view: View): string {
  const { own, language } = view
  const places = placesInTurn(initiatives.map(one => one.location))
  const shown = initiatives.map(({ code, title, summary, status }, at) =>
    html`<span class="code">${code}</span> <strong>!${own(title)}</strong> <span class="note">${INITIATIVE_STATUS_NAMES[status][language]}</span>!${summary === null ? '' : html` !${own(summary)}`}!${placed(places[at] ?? null, view)}`)
  const entries: { name: string, head: string, under: string[] }[] = []
  for (const [at, { title, group }] of initiatives.entries()) {
    const text = shown[at] ?? ''
    const last = entries.at(-1)
    if (group === null || group === title) entries.push({ name: title, head: text, under: [] })
    else if (last?.name === group) last.under.push(text)
    else entries.push({ name: group, head: html`<em>!${own(group)}</em>`, under: [text] })
  }
  return html`<ul class="said">!${entries.map(({ head, under }) => html`<li>!${head}!${under.length === 0 ? '' : html`<ul>!${under.map(one => html`<li>!${one}</li>`)}</ul>`}</li>`)}</ul>`
}

/** The plan's commitments. Whether they are kept nobody posts, so no more is said than when they are due. */
export function commitments ({ plan, asOf }: Report, view: View): string {
  const { t, own, language } = view
  if (plan.commitments.length === 0) return ''
  return html`<section aria-labelledby="commitments"><h2 id="commitments">${t.commitments}</h2><p class="fine">${t.commitmentsNote}</p>
!${list(plan.commitments, ({ code, text, due }) => html`<span class="code">${code}</span> !${own(text)}!${due === null ? '' : html` ${t.commitmentDue(writeDay(due, language), asOf > due)}`}`, view)}</section>`
}

/** What the plan builds on: analysis, relations, notes and sources. */
export function about (report: Report, view: View): string {
  const { t, own } = view
  const { sources } = report.plan
  return html`!${analysis(report, view)}!${relations(report, view)}!${notes(report, view)}
!${sources.length === 0 ? '' : html`<section aria-labelledby="sources"><h2 id="sources">${t.sources}</h2>!${list(sources, ({ title }) => own(title), view)}</section>`}`
}

function analysis ({ plan: { swot } }: Report, view: View): string {
  const { t, own } = view
  const parts = swot === null ? [] : (['strengths', 'weaknesses', 'opportunities', 'threats'] as const).filter(part => swot[part].length > 0)
  if (swot === null || parts.length === 0) return ''
  return html`<section aria-labelledby="swot"><h2 id="swot">${t.swot}</h2><div class="swot">!${parts.map(part => html`<div><h3>${t.swotParts[part]}</h3>!${list(swot[part], ({ text }) => own(text), view)}</div>`)}</div></section>`
}

function relations ({ plan }: Report, view: View): string {
  const { t, own, url, language } = view
  const linked = (id: string, text: string): string => html`<a href="${linkTo(url, `/reports/${encodeURIComponent(id)}`)}">!${text}</a>`
  if (plan.relations.length === 0 && plan.umbrella === null) return ''
  return html`<section aria-labelledby="relations"><h2 id="relations">${t.relations}</h2>!${plan.umbrella === null ? '' : html`<p>${t.umbrella} !${linked(plan.umbrella, html`${plan.umbrella}`)}</p>`}
!${list(plan.relations, ({ kind, title, plan: other }) => html`${RELATION_NAMES[kind][language]}: !${other === null ? own(title) : linked(other, own(title))}`, view)}</section>`
}

function notes ({ plan }: Report, view: View): string {
  const { t, own, language } = view
  if (plan.notes.length === 0) return ''
  const kinds = NOTE_KINDS.filter(kind => plan.notes.some(note => note.kind === kind))
  return html`<section aria-labelledby="notes"><h2 id="notes">${t.notes}</h2>!${kinds.map(kind => html`<h3>${NOTE_NAMES[kind][language]}</h3>!${list(plan.notes.filter(note => note.kind === kind), ({ text }) => own(text), view)}`)}</section>`
}
