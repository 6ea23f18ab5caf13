import { html } from 'ghtml'
import { benchmarkOf } from '../../domain/status/figure-clause.ts'
import { type FiguresInWords, figuresInWords } from '../../domain/status/figures-in-words.ts'
import { STATUS_NAMES } from '../../domain/status/phrases.ts'
import type { Chart } from '../../domain/status/chart.ts'
import type { Evaluation } from '../../domain/status/status.ts'
import { writeDay, writeDays } from '../../domain/status/wording.ts'
import type { Report, ReportPart, ReportTarget } from '../../services/reports.ts'
import { chartSvg, chartTable, type ChartSubject } from './chart.ts'
import { anchorOf, type View } from './layout.ts'
import { capitalized, criterion, measuredBy, nameOfPart } from './report-facts.ts'
import { assessments, comments, deliverables } from './report-records.ts'
import { statusSign } from './signs.ts'
import type { Texts } from './texts.ts'

/** A target with all that the council asks of it: how it stands and why, what it is, its figures, and what the administration says. */
export function targetSection (told: ReportTarget, report: Report, view: View): string {
  const { t, own, language } = view
  const { target, status, parts } = told
  return html`<article class="target" id="${anchorOf(target.code)}">
<h3><span class="code">${target.code}</span> !${own(target.title)}</h3>
!${standing(status, view, news(told, report, view))}
<dl class="facts">
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

const fact = (name: string, value: string): string => html`<div><dt>${name}</dt><dd>!${value}</dd></div>`

/** The status in its sign, and the rest of the sentence that begins with its name; then what is to be known beside it. */
function standing ({ status, explanation, final, stale }: Evaluation, { t, language }: View, beside = ''): string {
  const why = explanation[language].slice(STATUS_NAMES[status][language].length)
  return html`<p class="standing">!${statusSign(status, language)}${why}!${stale ? html` ${t.stale}` : ''}!${final ? html` <span class="note">${t.final}</span>` : ''}!${beside}</p>`
}

/** What is new since the last report. */
function news ({ change }: ReportTarget, { since }: Report, { t, language }: View): string {
  const day = writeDay(since, language)
  const said = [change.isOther ? t.was(STATUS_NAMES[change.before][language], day) : '', change.hasNewFigure ? t.newFigure(day) : '', change.hasNewRecord ? t.newRecord(day) : '', change.hasNewComment ? t.newComment(day) : '']
  return said.filter(text => text !== '').map(text => html` <span class="new">${text}</span>`).join('')
}

/** The figures and the chart of one rule. */
function partSection (part: ReportPart, id: string, isOneOfSeveral: boolean, report: Report, view: View): string {
  const { t, language } = view
  const { indicator, evaluation, chart } = part
  if (indicator === null) return isOneOfSeveral ? html`<div class="part"><h4>${nameOfPart(part, language)}</h4>!${standing(evaluation, view)}</div>` : ''
  const subject = subjectOf(part, id, report.kommune.shortName, view)
  const facts = figureFacts(part, figuresInWords(evaluation, part.input, language), view)
  const hasPoints = chart !== null && isTelling(chart)
  if (!isOneOfSeveral && facts.length === 0 && !hasPoints) return ''
  return html`<div class="part">
!${isOneOfSeveral ? html`<h4>${subject.name}</h4>!${standing(evaluation, view)}` : ''}
<div class="numbers">
!${facts.length === 0 ? '' : html`<div><dl class="figures">!${facts}</dl>!${sources(part, view)}</div>`}
!${hasPoints ? html`<figure><div class="scroll chart" tabindex="0" role="region" aria-label="${t.chartOf(subject.name)}">!${chartSvg(chart, subject, language)}</div><details><summary>${t.table}</summary><div class="scroll" tabindex="0" role="region" aria-label="${`${t.table}: ${subject.name}`}">!${chartTable(chart, subject, language)}</div></details></figure>` : ''}
</div>
</div>`
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
  const baseline = figures.baselineBenchmark === null ? figures.baseline : t.against(figures.baseline ?? '', figures.baselineBenchmark, benchmarkIndicator === null ? figures.benchmarkName : null)
  const rows: [string, string | null][] = [
    [t.figure, figures.current === null ? null : `${t.forPeriod(figures.current, figures.when ?? '')}${isProvisional ? `, ${t.isProvisional}` : ''}`],
    [t.compared, figures.benchmark === null ? null : t.forPeriod(figures.benchmark, benchmarkIndicator?.name[language] ?? figures.benchmarkName ?? '')],
    [t.baseline, baseline === null ? null : t.forPeriod(baseline, figures.since ?? '')],
    [t.distance, distanceInWords(figures, t)],
    [t.trend, trend === null ? null : t.trends[trend]]
  ]
  return rows.filter(([, value]) => value !== null).map(([name, value]) => fact(name, html`${value}`))
}

function sources ({ evaluation: { evidence }, indicator }: ReportPart, { t, own }: View): string {
  // A figure that came without a source is of the indicator's.
  const said = [...new Set(evidence.flatMap(({ source }) => source ?? indicator?.source ?? []))]
  return said.length === 0 ? '' : html`<p class="fine">${t.figureSource}: !${said.map(own).join('; ')}</p>`
}
