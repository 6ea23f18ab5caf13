import { html } from 'ghtml'
import { GOAL_KIND_NAMES, PLAN_KIND_NAMES, PLAN_STATUS_NAMES } from '../../domain/plan-names.ts'
import { decimal } from '../../domain/decimal.ts'
import { isChanged } from '../../domain/report.ts'
import { figuresInWords } from '../../domain/status/figures-in-words.ts'
import { RANKED_STATUSES, STATUSES } from '../../domain/status/status.ts'
import { writeDay, writeDays, writeInstant, writeNumber } from '../../domain/status/wording.ts'
import { DEFAULT_PACE_LIMITS } from '../../domain/plan.ts'
import type { Report, ReportGoal, ReportPart, ReportTarget } from '../../services/reports.ts'
import { sparkline } from './chart.ts'
import { anchorOf, linkTo, page, type View } from './layout.ts'
import { about, commitments, goalDetails } from './report-plan.ts'
import { distanceInWords, targetSection } from './report-target.ts'
import { statusSign } from './signs.ts'

/** The follow-up report of a plan, as councils get it: the whole on top, each goal with its targets, and what it all builds on. */
export function reportPage (report: Report, view: View, host: string): string {
  const { t, own, language } = view
  const { plan, kommune, asOf, knownAt } = report
  const content = html`
<div class="report">
<p class="kicker"><a href="${linkTo(view.url, `/kommuner/${kommune.id}`)}">${kommune.name}</a> · ${PLAN_KIND_NAMES[plan.kind][language]} · ${writeDays(plan.period.from, plan.period.to, language)}</p>
<h1>${t.report}: !${own(plan.title)}</h1>
<p class="lead"><strong>${t.asOf(writeDay(asOf, language))}</strong>, ${t.knownAt(writeInstant(knownAt, language))}; ${t.version(plan.version)}. !${adoption(report, view)}</p>
!${dayForm(report, view)}
!${summary(report, view)}
!${whatIsNew(report, view)}
!${report.goals.map(goal => goalSection(goal, report, view))}
!${commitments(report, view)}
!${about(report, view)}
!${legend(report, view)}
!${permanentLink(report, view, host)}
</div>`
  return page(view, plan.title.includes(kommune.name) ? t.reportOf(plan.title) : `${t.reportOf(plan.title)}, ${kommune.name}`, content)
}

/** Whether the plan was adopted, and as far as it says so by whom and when. */
function adoption ({ plan }: Report, { own, language }: View): string {
  const { status, adoptedBy, adoptedOn } = plan
  const said = [adoptedBy === null ? '' : own(adoptedBy), adoptedOn === null ? '' : html`${writeDay(adoptedOn, language)}`].filter(text => text !== '')
  return html`${PLAN_STATUS_NAMES[status][language]}!${said.length === 0 || status === 'draft' ? '' : html` (!${status === 'adopted' ? '' : html`${PLAN_STATUS_NAMES.adopted[language].toLowerCase()}: `}!${said.join(', ')})`}.`
}

/** Works without a script: the days are sent as the address. */
function dayForm ({ asOf, since }: Report, { t, url }: View): string {
  const kept = ['lang', 'knownAt', 'version'].flatMap(name => url.searchParams.getAll(name).filter(value => value !== '').map(value => html`<input type="hidden" name="${name}" value="${value}">`))
  return html`<form class="days" method="get" aria-label="${t.days}">!${kept}
<label>${t.chooseDay} <input type="date" name="asOf" value="${asOf}" required></label>
<label>${t.chooseSince} <input type="date" name="since" value="${since}" required></label>
<button type="submit">${t.show}</button></form>`
}

const everyTarget = ({ goals }: Report): ReportTarget[] => goals.flatMap(goal => goal.targets)

function summary (report: Report, view: View): string {
  const { t, language } = view
  const { overall, counts } = report.rollup
  const all = everyTarget(report)
  const judged = all.filter(one => one.status.status !== 'monitored').length
  const monitored = all.length - judged
  const known = judged - (counts.no_data ?? 0) - (counts.not_started ?? 0) - (counts.awaiting_data ?? 0)
  return html`<section aria-labelledby="overall">
<h2 id="overall">${t.overall}</h2>
!${overall === null
? html`<p>${t.nothingJudged}</p>`
: html`<p class="overall">!${statusSign(overall, language)} ${t.coverage(known, judged)}!${known === 0 ? '' : html` ${t.whatOverallIs}`}</p>
<ul class="counts">!${RANKED_STATUSES.toReversed().filter(status => counts[status] !== undefined).map(status => html`<li>!${statusSign(status, language)} <strong>${String(counts[status])}</strong></li>`)}</ul>`}
!${monitored === 0 ? '' : html`<p>${t.monitored(monitored)}</p>`}
!${all.length === 0 ? '' : overview(all, view)}
</section>`
}

/** Every target in one line, with its figures where any has some. */
function overview (targets: readonly ReportTarget[], view: View): string {
  const { t, own, language } = view
  const hasFigures = targets.some(({ parts }) => parts.some(part => part.evaluation.current !== null))
  const columns = [t.target, t.status, ...hasFigures ? [t.figure, t.distance, t.development] : []]
  return html`<table class="overview stacked"><thead><tr>!${columns.map(name => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>
!${targets.map(({ target, status, parts }) => html`<tr><th scope="row"><a href="#${anchorOf(target.code)}"><span class="code">${target.code}</span> !${own(target.title)}</a></th><td>!${statusSign(status.status, language)}</td>!${hasFigures ? figureCells(target.code, parts, view) : ''}</tr>`)}</tbody></table>`
}

/** The figure of a target that has one rule alone. */
function figureCells (code: string, parts: readonly ReportPart[], { t, language }: View): string {
  const [part] = parts.length === 1 ? parts : []
  const figures = part && figuresInWords(part.evaluation, part.input, language)
  return html`<td>${figures?.current == null ? '' : t.forPeriod(figures.current, figures.when ?? '')}</td><td>${figures === undefined ? '' : distanceInWords(figures, t) ?? ''}</td><td>!${sparkline(part?.chart ?? null, `${t.development} ${code}`)}</td>`
}

/** What has changed since the last report, in words: the targets themselves are marked too. */
function whatIsNew (report: Report, { t, own, language }: View): string {
  const since = writeDay(report.since, language)
  const changed = everyTarget(report).filter(({ change }) => isChanged(change))
  if (changed.length === 0) return html`<section aria-labelledby="new"><h2 id="new">${t.changedSince(since)}</h2><p>${t.nothingChanged(since)}</p></section>`
  const { overall } = report.before
  return html`<section aria-labelledby="new"><h2 id="new">${t.changedSince(since)}</h2>
!${overall === null || overall === report.rollup.overall ? '' : html`<p>${t.overall}: !${statusSign(overall, language)} → !${statusSign(report.rollup.overall ?? overall, language)}</p>`}
<ul>!${changed.map(({ target, status, change }) => html`<li><a href="#${anchorOf(target.code)}"><span class="code">${target.code}</span> !${own(target.title)}</a>: !${[
    change.isOther ? html`!${statusSign(change.before, language)} → !${statusSign(status.status, language)}` : '',
    change.hasNewFigure ? html`${t.newFigure(since)}` : '',
    change.hasNewRecord ? html`${t.newRecord(since)}` : '',
    change.hasNewComment ? html`${t.newComment(since)}` : ''
  ].filter(text => text !== '').join('; ')}</li>`)}</ul>
<p class="fine">${t.howCompared}</p></section>`
}

function goalSection (goal: ReportGoal, report: Report, view: View): string {
  const { t, own, language } = view
  const { code, kind, title, summary: text, period } = goal.goal
  const isOtherPeriod = period.from !== report.plan.period.from || period.to !== report.plan.period.to
  return html`<section class="goal" aria-labelledby="g-${anchorOf(code)}">
<p class="kicker">${GOAL_KIND_NAMES[kind][language]}!${isOtherPeriod ? html` · ${writeDays(period.from, period.to, language)}` : ''}</p>
<h2 id="g-${anchorOf(code)}"><span class="code">${code}</span> !${own(title)}</h2>
!${goal.rollup.overall === null ? '' : html`<p>!${statusSign(goal.rollup.overall, language)}</p>`}
!${text === null ? '' : html`<p>!${own(text)}</p>`}
!${goal.targets.length === 0 ? html`<p class="fine">${t.noTargets}</p>` : goal.targets.map(target => targetSection(target, goal.goal, report, view))}
!${goalDetails(goal.goal, report, view)}
</section>`
}

/** What the words mean, and by which limits of the pace they were given. */
function legend ({ plan }: Report, { t, language }: View): string {
  const { onTrack, atRisk } = plan.paceLimits ?? DEFAULT_PACE_LIMITS
  const percent = (limit: number): string => writeNumber(decimal(limit).mul(100), Number.isInteger(limit * 100) ? 0 : 1, language)
  return html`<section aria-labelledby="legend"><h2 id="legend">${t.legend}</h2>
<dl class="legend">!${STATUSES.toReversed().map(status => html`<div><dt>!${statusSign(status, language)}</dt><dd>${t.meanings[status]}</dd></div>`)}</dl>
<p class="fine">${t.paceLimits(percent(onTrack), percent(atRisk))}</p></section>`
}

/** The address that shows this very report for ever: its day, what was known, the version of the plan and what it is compared with. */
function permanentLink ({ plan, asOf, knownAt, since }: Report, { t, url, language }: View, host: string): string {
  const query = new URLSearchParams({ asOf, knownAt, version: String(plan.version), since, lang: language })
  const path = `${url.pathname}?${query.toString()}`
  const calculation = new URLSearchParams({ asOf, knownAt, version: String(plan.version) })
  return html`<section aria-labelledby="permanent"><h2 id="permanent">${t.permanent}</h2>
<p>${t.permanentNote}<br><a class="address" href="${path}">${host}${path}</a></p>
<p><a href="/v1/plans/${plan.id}/status?${calculation.toString()}">${t.calculation}</a></p></section>`
}
