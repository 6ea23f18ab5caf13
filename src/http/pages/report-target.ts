import { html } from 'ghtml'
import { benchmarkOf } from '../../domain/status/figure-clause.ts'
import { type FiguresInWords, figuresInWords } from '../../domain/status/figures-in-words.ts'
import { STATUS_NAMES } from '../../domain/status/phrases.ts'
import type { Chart } from '../../domain/status/chart.ts'
import { writeDay, writeDays } from '../../domain/status/wording.ts'
import type { Rule } from '../../domain/target.ts'
import type { Report, ReportPart, ReportTarget } from '../../services/reports.ts'
import { chartSvg, chartTable, type ChartSubject } from './chart.ts'
import { anchorOf, type View } from './layout.ts'
import { statusSign } from './signs.ts'
import type { Texts } from './texts.ts'

type Goal = Report['goals'][number]['goal']

/** A target with all that the council asks of it: what it is, how it stands and why, its figures, and what the administration says. */
export function targetSection (told: ReportTarget, goal: Goal, report: Report, view: View): string {
  const { t, own, language } = view
  const { target, status, parts } = told
  return html`<article class="target" id="${anchorOf(target.code)}">
<h3><span class="code">${target.code}</span> !${own(target.title)}</h3>
<p class="standing">!${statusSign(status.status, language)}!${status.final ? html` <span class="note">${t.final}</span>` : ''}!${news(told, report, view)}</p>
<p class="explanation">${status.explanation[language]}!${asides(told, view).map(text => html` ${text}`)}</p>
<dl class="facts">
!${fact(t.goal, own(goal.title))}
!${target.population === null ? '' : fact(t.population, own(target.population))}
!${fact(t.measuredBy, measuredBy(told, view))}
!${fact(t.criterion, criterion(told, view))}
!${fact(t.window, html`${writeDays(target.window.start, target.window.deadline, language)}`)}
!${target.followUp === null ? '' : fact(t.followUp, own(target.followUp))}
!${target.location === null ? '' : fact(t.place, own(target.location))}
</dl>
!${parts.map((part, at) => partSection(part, `${anchorOf(target.code)}-${at}`, parts.length > 1, report, view))}
!${deliverables(told, report, view)}
!${assessments(told, view)}
!${comments(told, report, view)}
</article>`
}

const fact = (name: string, value: string): string => value === '' ? '' : html`<div><dt>${name}</dt><dd>!${value}</dd></div>`

/** What is new since the last report. */
function news ({ change }: ReportTarget, { since }: Report, { t, language }: View): string {
  const day = writeDay(since, language)
  const said = [change.isOther ? t.was(STATUS_NAMES[change.before][language], day) : '', change.hasNewFigure ? t.newFigure(day) : '', change.hasNewRecord ? t.newRecord(day) : '', change.hasNewComment ? t.newComment(day) : '']
  return said.filter(text => text !== '').map(text => html` <span class="new">${text}</span>`).join('')
}

function asides ({ status }: ReportTarget, { t, language }: View): string[] {
  return [
    status.provisional !== null && !('aggregate' in status.rule) && status.current === null ? t.asItStands(STATUS_NAMES[status.provisional][language]) : '',
    status.stale ? t.stale : '',
    status.late ? t.late : ''
  ].filter(text => text !== '')
}

/** What is measured: the indicators with their definitions; where people judge, that they do. */
function measuredBy ({ parts }: ReportTarget, view: View): string {
  const { t, own, language } = view
  const said = parts.map(part => {
    const { indicator, evaluation: { rule } } = part
    if (indicator === null) return rule.kind === 'milestone' || rule.kind === 'assessment' ? html`${t.judgedBy[rule.kind]}` : ''
    const name = nameOfPart(part, language)
    return indicator.definition === null ? html`${name}` : html`${name.endsWith('.') ? name : `${name}.`} <span class="fine">!${own(indicator.definition)}</span>`
  })
  return [...new Set(said)].filter(text => text !== '').join('<br>')
}

/** What is to be reached, as it is calculated; the plan's own words are the title. */
function criterion ({ parts, target }: ReportTarget, { t, language }: View): string {
  const said = parts.map(part => {
    const { evaluation, input, benchmarkIndicator } = part
    if (evaluation.rule.kind === 'monitor') return html`${t.judgedBy.monitor}`
    const { goal } = figuresInWords(evaluation, input, language)
    return goal === null ? '' : html`!${parts.length > 1 ? html`${nameOfPart(part, language)}: ${goal}` : html`${capitalized(goal)}`}!${benchmarkIndicator === null ? '' : html` (${t.comparedWith(benchmarkIndicator.name[language])})`}`
  }).filter(text => text !== '')
  return said.length === 0 && deliverablesOf(target.rule).length > 0 ? html`${t.judgedBy.milestone}` : said.join('<br>')
}

/** The figures and the chart of one rule. */
function partSection (part: ReportPart, id: string, isOneOfSeveral: boolean, report: Report, view: View): string {
  const { t, language } = view
  const { indicator, evaluation, chart } = part
  if (indicator === null) return ''
  const figures = figuresInWords(evaluation, part.input, language)
  const subject = subjectOf(part, id, report.kommune.shortName, view)
  const facts = figureFacts(part, figures, view)
  const hasPoints = chart !== null && isTelling(chart)
  if (!isOneOfSeveral && facts.length === 0 && !hasPoints) return ''
  return html`<div class="part">
!${isOneOfSeveral ? html`<h4>${subject.name} !${statusSign(evaluation.status, language)}</h4><p class="explanation">${evaluation.explanation[language]}</p>` : ''}
!${facts.length === 0 ? '' : html`<dl class="figures">!${facts}</dl>`}
!${hasPoints ? html`<figure><div class="scroll chart" tabindex="0" role="region" aria-label="${t.chartOf(subject.name)}">!${chartSvg(chart, subject, language)}</div><details><summary>${t.table}</summary><div class="scroll" tabindex="0" role="region" aria-label="${`${t.table}: ${subject.name}`}">!${chartTable(chart, subject, language)}</div></details></figure>` : ''}
!${sources(part, view)}
</div>`
}

const capitalized = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** The indicator of a rule, and of which part of the population it counts. */
function nameOfPart ({ indicator, segment }: ReportPart, language: View['language']): string {
  const part = indicator?.segments.find(one => one.code === segment)?.name[language]
  return `${indicator?.name[language] ?? ''}${part === undefined ? '' : ` (${part})`}`
}

/** Whether a chart shows more than the figures beside it say: a development, or a figure on its way to the goal line. */
const isTelling = ({ own, window }: Chart): boolean => own.length > 1 || own.some(({ on }) => on >= window.start)

/** What the chart of a rule is called, and what is in it. */
export function subjectOf (part: ReportPart, id: string, kommune: string, { language }: Pick<View, 'language'>): ChartSubject {
  const { indicator, benchmarkIndicator, evaluation, input } = part
  const benchmark = benchmarkIndicator?.name[language] ?? capitalized(benchmarkOf(evaluation.rule, input, language).name)
  return { id, name: nameOfPart(part, language), own: kommune, benchmark, unit: indicator?.unit ?? 'count', decimals: indicator?.decimals ?? 0 }
}

/** How far the measure lies from the goal line, and on which side; null where there is none. */
export const distanceInWords = ({ distance, side }: FiguresInWords, t: Texts): string | null =>
  distance === null ? null : { better: t.better(distance), short: t.short(distance), on: t.onTheLine }[side ?? 'on']

function figureFacts ({ evaluation, benchmarkIndicator }: ReportPart, figures: FiguresInWords, { t, language }: View): string[] {
  const { trend } = evaluation
  const isProvisional = evaluation.evidence.some(one => one.flag === 'provisional')
  const rows: [string, string | null][] = [
    [t.figure, figures.current === null ? null : `${t.forPeriod(figures.current, figures.when ?? '')}${isProvisional ? `, ${t.isProvisional}` : ''}`],
    [t.compared, figures.benchmark === null ? null : t.forPeriod(figures.benchmark, benchmarkIndicator?.name[language] ?? figures.benchmarkName ?? '')],
    [t.baseline, figures.baseline === null ? null : t.forPeriod(figures.baseline, figures.since ?? '')],
    [t.distance, distanceInWords(figures, t)],
    [t.pace, figures.pace === null || evaluation.met === true || evaluation.final || (evaluation.pace ?? 0) <= 0 ? null : t.paceOf(figures.pace)],
    [t.trend, trend === null ? null : t.trends[trend]]
  ]
  return rows.filter(([, value]) => value !== null).map(([name, value]) => fact(name, html`${value}`))
}

function sources ({ evaluation: { evidence }, indicator }: ReportPart, { t, own }: View): string {
  // A figure that came without a source is of the indicator's.
  const said = [...new Set(evidence.flatMap(({ source }) => source ?? indicator?.source ?? []))]
  return said.length === 0 ? '' : html`<p class="fine">${t.figureSource}: !${said.map(own).join('; ')}</p>`
}

type Deliverable = { code: string, title: string, due?: string | null }
const deliverablesOf = (rule: Rule): Deliverable[] => 'rules' in rule ? rule.rules.flatMap(deliverablesOf) : rule.kind === 'milestone' ? rule.deliverables : []

function deliverables ({ target, deliverables: done }: ReportTarget, { asOf, since }: Report, { t, own, language }: View): string {
  const all = deliverablesOf(target.rule)
  if (all.length === 0) return ''
  return html`<h4>${t.deliverables}</h4><ul class="deliverables">!${all.map(({ code, title, due }) => {
    const record = done.find(one => one.code === code)
    const day = due ?? target.window.deadline
    const state = record?.doneOn != null ? t.done(writeDay(record.doneOn, language)) : `${t.notDone}; ${t.due(writeDay(day, language))}${asOf > day ? `, ${t.overdue}` : ''}`
    const isNew = record?.doneOn != null && record.doneOn > since
    return html`<li class="${record === undefined ? 'open' : 'done'}"><span class="code">${code}</span> !${own(title)}: <strong>${state}</strong>!${isNew ? html` <span class="new">${t.newDeliverable}</span>` : ''}!${record?.evidence == null ? '' : html`. ${t.evidence}: !${own(record.evidence)}`}</li>`
  })}</ul>`
}

function assessments ({ assessments: judged }: ReportTarget, { t, own, language }: View): string {
  if (judged.length === 0) return ''
  return html`<h4>${t.assessments}</h4><ul>!${judged.toReversed().map(({ on, status, note, evidence }) => html`<li>${t.judged(writeDay(on, language))}: !${statusSign(status, language)}!${note === null ? '' : html` !${own(note)}`}!${evidence === null ? '' : html` ${t.evidence}: !${own(evidence)}`}</li>`)}</ul>`
}

function comments ({ comments: said }: ReportTarget, { since }: Report, { t, own, language }: View): string {
  if (said.length === 0) return ''
  return html`<section class="comments"><h4>${t.comments}</h4>!${said.toReversed().map(({ on, text, author }) => html`<blockquote><p>!${own(text)}</p><footer>!${own(author)}, ${writeDay(on, language)}!${on > since ? html` <span class="new">${t.newDeliverable}</span>` : ''}</footer></blockquote>`)}</section>`
}
