import { html } from 'ghtml'
import { PLAN_KIND_NAMES, PLAN_STATUS_NAMES } from '../../domain/plan-names.ts'
import { RANKED_STATUSES } from '../../domain/status/status.ts'
import type { Rollup } from '../../domain/status/rollup.ts'
import { writeDay, writeDays } from '../../domain/status/wording.ts'
import type { CountryOverview, KommuneOverview, PlanOverview } from '../../services/overview.ts'
import { linkTo, page, type View } from './layout.ts'
import { statusSign } from './signs.ts'

/** The front page: every kommune with its plans and how they stand, the same by national goal, and the ways on. */
export function countryPage ({ asOf, kommuner, nationalGoals }: CountryOverview, view: View): string {
  const { t, own, language } = view
  return page(view, t.product, html`<h1>${t.country}</h1>
<p class="lead">${t.countryIntro}</p>
!${dayForm(asOf, view)}
<section aria-labelledby="kommuner"><h2 id="kommuner">${t.kommuner}</h2>
!${kommuner.length === 0
? html`<p>${t.noPlans}</p>`
: html`<p class="fine">${t.asOf(writeDay(asOf, language))}. ${t.latestOnly} ${t.whatOverallIs}</p>
<table class="stacked"><thead><tr><th scope="col">${t.kommune}</th><th scope="col">${t.plan}</th><th scope="col">${t.overall}</th><th scope="col">${t.counts}</th></tr></thead><tbody>
!${kommuner.flatMap(({ id, name, plans }) => plans.map((one, at) => html`<tr>!${at > 0 ? '' : html`<th scope="row" rowspan="${String(plans.length)}"><a href="${linkTo(view.url, `/kommuner/${id}`)}">${name}</a></th>`}!${planCells(one, asOf, view)}</tr>`))}</tbody></table>`}
</section>
!${nationalGoals.length === 0
? ''
: html`<section aria-labelledby="goals"><h2 id="goals">${t.byNationalGoal}</h2>
<table class="stacked"><thead><tr><th scope="col">${t.nationalGoal}</th><th scope="col">${t.overall}</th><th scope="col">${t.counts}</th></tr></thead><tbody>
!${nationalGoals.map(({ goal, rollup }) => html`<tr><th scope="row">${String(goal.year)}, ${String(goal.number)}: !${own(goal.title)}</th>!${rollupCells(rollup, view)}</tr>`)}</tbody></table></section>`}
!${ways(view)}`)
}

/** The plans of a kommune over the years. */
export function kommunePage ({ asOf, name, plans }: KommuneOverview & { asOf: string }, view: View): string {
  const { t, language } = view
  return page(view, t.plansOf(name), html`<h1>${t.plansOf(name)}</h1>
!${dayForm(asOf, view)}
!${plans.length === 0
  ? html`<p>${t.noPlansOf}</p><p><a href="${linkTo(view.url, '/')}">${t.wayOn}</a></p>`
  : html`<p class="fine">${t.asOf(writeDay(asOf, language))}. ${t.whatOverallIs}</p>
<table class="stacked"><thead><tr><th scope="col">${t.plan}</th><th scope="col">${t.overall}</th><th scope="col">${t.counts}</th></tr></thead><tbody>!${plans.map(one => html`<tr>!${planCells(one, asOf, view)}</tr>`)}</tbody></table>`}`)
}

function dayForm (asOf: string, { t, url }: View): string {
  const lang = url.searchParams.get('lang')
  return html`<form class="days" method="get" aria-label="${t.days}">!${lang === null ? '' : html`<input type="hidden" name="lang" value="${lang}">`}<label>${t.chooseDay} <input type="date" name="asOf" value="${asOf}" required></label> <button type="submit">${t.show}</button></form>`
}

/** A plan with its years and how it stands; the day that was asked for stays in the link. */
function planCells ({ plan, rollup }: PlanOverview, asOf: string, view: View): string {
  const { own, url, language } = view
  const day = url.searchParams.has('asOf') ? { asOf } : undefined
  return html`<td><a href="${linkTo(url, `/reports/${plan.id}`, day)}">!${own(plan.title)}</a><br><span class="fine">${PLAN_KIND_NAMES[plan.kind][language]}, ${writeDays(plan.period.from, plan.period.to, language)}!${plan.status === 'adopted' ? '' : html`, ${PLAN_STATUS_NAMES[plan.status][language].toLowerCase()}`}</span></td>!${rollupCells(rollup, view)}`
}

function rollupCells ({ overall, counts }: Rollup, { language }: View): string {
  return html`<td>!${overall === null ? '–' : statusSign(overall, language)}</td><td><ul class="counts small">!${RANKED_STATUSES.toReversed().filter(status => counts[status] !== undefined).map(status => html`<li>!${statusSign(status, language)} <strong>${String(counts[status])}</strong></li>`)}</ul></td>`
}

function ways ({ t, hasPlayground }: View): string {
  const { docs, playground, openapi, schema, feed } = t.waysList
  const links = [['/docs', docs], ...hasPlayground ? [['/graphiql', playground]] : [], ['/openapi.json', openapi], ['/graphql/schema.graphql', schema], ['/v1/changes', feed]]
  return html`<section aria-labelledby="ways"><h2 id="ways">${t.ways}</h2><ul>!${links.map(([path, name]) => html`<li><a href="${path}">${name}</a></li>`)}</ul></section>`
}
