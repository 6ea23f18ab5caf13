import { html } from 'ghtml'
import { GOAL_KIND_NAMES, PLAN_KIND_NAMES, PLAN_STATUS_NAMES } from '../../domain/plan-names.ts'
import { isChanged } from '../../domain/report.ts'
import { figuresInWords } from '../../domain/status/figures-in-words.ts'
import { RANKED_STATUSES } from '../../domain/status/status.ts'
import { writeDay, writeDays, writeInstant } from '../../domain/status/wording.ts'
import type { NationalGoal } from '../../domain/national-goal.ts'
import type { Report, ReportGoal, ReportPart, ReportTarget } from '../../services/reports.ts'
import { sparkline } from './chart.ts'
import { anchorOf, linkTo, page, type View } from './layout.ts'
import { legend } from './report-legend.ts'
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
  const shown = RANKED_STATUSES.toReversed().filter(status => counts[status] !== undefined)
  const ahead = all.filter(one => one.status.status === 'on_track' && one.target.rule.kind === 'milestone' && one.deliverables.length === 0).length
  return html`<section aria-labelledby="overall">
<h2 id="overall">${t.overall}</h2>
!${overall === null
? html`<p>${t.nothingJudged}</p>`
: html`<p class="overall">!${statusSign(overall, language)} ${t.coverage(known, judged)}!${ahead === 0 ? '' : html` ${t.onlyAhead(ahead)}`}!${known === 0 ? '' : html` ${t.whatOverallIs}`}</p>
!${shown.length === 1 ? '' : html`<ul class="counts">!${shown.map(status => html`<li>!${statusSign(status, language)} <strong>${String(counts[status])}</strong></li>`)}</ul>`}`}
!${monitored === 0 ? '' : html`<p>${t.monitored(monitored)}</p>`}
!${all.length === 0 ? '' : overview(all, view)}
</section>`
}

/** Every target in one line, with its figures where any has some. */
function overview (targets: readonly ReportTarget[], view: View): string {
  const { t, own, language } = view
  const hasFigures = targets.some(({ parts }) => parts.some(part => part.evaluation.current !== null))
  const columns = [t.target, t.status, ...hasFigures ? [t.figure, t.distance, t.development] : []]
  return html`<table class="${hasFigures ? 'overview stacked' : 'overview plain stacked'}"><thead><tr>!${columns.map(name => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>
!${targets.map(({ target, status, parts }) => html`<tr><th scope="row"><a href="#${anchorOf(target.code)}"><span class="code">${target.code}</span> !${own(target.title)}</a></th><td>!${statusSign(status.status, language)}</td>!${hasFigures ? figureCells(target.code, parts, view) : ''}</tr>`)}</tbody></table>`
}

/** The figure of a target that has one rule alone. */
function figureCells (code: string, parts: readonly ReportPart[], { t, language }: View): string {
  const [part] = parts.length === 1 ? parts : []
  const figures = part && figuresInWords(part.evaluation, part.input, language)
  return html`<td>${figures?.current == null ? '' : t.forPeriod(figures.current, figures.when ?? '')}</td><td>${figures === undefined ? '' : distanceInWords(figures, t) ?? ''}</td><td>!${sparkline(part?.chart ?? null, `${t.development} ${code}`)}</td>`
}

/** What has changed since the last report, in words: the targets themselves are marked too. */
function whatIsNew (report: Report, view: View): string {
  const { t, own, language } = view
  const since = writeDay(report.since, language)
  const changed = everyTarget(report).filter(({ change }) => isChanged(change))
  if (changed.length === 0) return html`<p>${t.nothingChanged(since)}</p>`
  const { overall } = report.before
  return html`<section aria-labelledby="new"><h2 id="new">${t.changedSince(since)}</h2>
!${overall === null || overall === report.rollup.overall ? '' : html`<p>${t.overall}: !${statusSign(overall, language)} → !${statusSign(report.rollup.overall ?? overall, language)}</p>`}
<ul>!${[...Map.groupBy(changed, one => changeOf(one, report, view))].map(([what, alike]) => alike.length > MOST_TITLES
  ? html`<li>!${what}: !${alike.map(({ target }) => html`<a href="#${anchorOf(target.code)}" class="code">${target.code}</a>`).join(', ')}</li>`
  : alike.map(({ target }) => html`<li><a href="#${anchorOf(target.code)}"><span class="code">${target.code}</span> !${own(target.title)}</a>: !${what}</li>`).join(''))}</ul>
<p class="fine">${t.howCompared}</p></section>`
}

/** Of so many targets with the same change the titles are told; of more their codes, for all stand in the table above. */
const MOST_TITLES = 3

function changeOf ({ status, change }: ReportTarget, report: Report, { t, language }: View): string {
  const since = writeDay(report.since, language)
  return [
    change.isOther ? html`!${statusSign(change.before, language)} → !${statusSign(status.status, language)}` : '',
    change.hasNewFigure ? html`${t.newFigure(since)}` : '',
    change.hasNewRecord ? html`${t.newRecord(since)}` : '',
    change.hasNewComment ? html`${t.newComment(since)}` : ''
  ].filter(text => text !== '').join('; ')
}

function goalSection (goal: ReportGoal, report: Report, view: View): string {
  const { own, t } = view
  const { code, title, summary: text, location } = goal.goal
  return html`<section class="goal" aria-labelledby="g-${anchorOf(code)}">
!${kicker(goal, report, view)}
<h2 id="g-${anchorOf(code)}"><span class="code">${code}</span> !${own(title)}</h2>
!${otherNationalGoals(goal, report, view)}
!${text === null && location === null ? '' : html`<p>!${text === null ? '' : own(text)}!${location === null ? '' : html` <span class="fine">(!${own(location)})</span>`}</p>`}
!${goal.targets.length === 0 ? html`<p class="fine">${t.noTargets}</p>` : goal.targets.map(target => targetSection(target, report, view))}
!${goalDetails(goal.goal, view)}
</section>`
}

/** What kind of goal it is, the minister's goal that it is word for word, its period where that is not the plan's, and how it stands. */
function kicker ({ goal, rollup }: ReportGoal, report: Report, { t, language }: View): string {
  const { kind, title, period } = goal
  const same = nationalGoalsOf(goal, report).filter(one => isSameText(one.title, title)).map(one => t.nationalGoalOf(one.number, one.year))
  const isOtherPeriod = period.from !== report.plan.period.from || period.to !== report.plan.period.to
  const said = [...kind === 'ministerial' && same.length > 0 ? [] : [GOAL_KIND_NAMES[kind][language]], ...same, ...isOtherPeriod ? [writeDays(period.from, period.to, language)] : []]
  return html`<p class="kicker">${said.join(' · ')}!${rollup.overall === null ? '' : html` !${statusSign(rollup.overall, language)}`}</p>`
}

/** The minister's goals that it adopts in other words than its own title. */
function otherNationalGoals ({ goal }: ReportGoal, report: Report, { t, own }: View): string {
  const unknown = goal.nationalGoals.filter(id => !report.nationalGoals.has(id)).map(id => html`<li>${id}</li>`)
  const named = nationalGoalsOf(goal, report).filter(one => !isSameText(one.title, goal.title)).map(one => html`<li>${t.nationalGoalOf(one.number, one.year)}: !${own(one.title)}</li>`)
  return named.length + unknown.length === 0 ? '' : html`<ul class="fine">!${named}!${unknown}</ul>`
}

const nationalGoalsOf = ({ nationalGoals }: ReportGoal['goal'], report: Report): NationalGoal[] => nationalGoals.flatMap(id => report.nationalGoals.get(id) ?? [])
const isSameText = (a: string, b: string): boolean => [a, b].map(text => text.trim().replace(/\.$/, '').toLowerCase()).every((text, _, [first]) => text === first)

/** The address that shows this very report for ever: its day, what was known, the version of the plan and what it is compared with. */
function permanentLink ({ plan, asOf, knownAt, since }: Report, { t, url, language }: View, host: string): string {
  const query = new URLSearchParams({ asOf, knownAt, version: String(plan.version), since, lang: language })
  const path = `${url.pathname}?${query.toString()}`
  const calculation = new URLSearchParams({ asOf, knownAt, version: String(plan.version) })
  return html`<section aria-labelledby="permanent"><h2 id="permanent">${t.permanent}</h2>
<p>${t.permanentNote}<br><a class="address" href="${path}">${host}${path}</a></p>
<p><a href="/v1/plans/${plan.id}/status?${calculation.toString()}">${t.calculation}</a></p></section>`
}
