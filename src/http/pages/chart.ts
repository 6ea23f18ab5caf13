import { scaleLinear, scaleUtc } from 'd3-scale'
import { curveLinear, line } from 'd3-shape'
import { html } from 'ghtml'
import { toDay } from '../../domain/date.ts'
import { decimal } from '../../domain/decimal.ts'
import type { Unit } from '../../domain/indicator.ts'
import type { Chart, ChartPoint } from '../../domain/status/chart.ts'
import { decimalsOf, writeDay, writeFigure, writeNumber, writePeriod } from '../../domain/status/wording.ts'
import type { Language } from '../languages.ts'
import { TEXTS } from './texts.ts'

/** What a chart is of, for its words: `name` of the indicator, `benchmark` what it is compared with, `id` unique on its page. */
export type ChartSubject = { id: string, name: string, own: string, benchmark: string, unit: Unit, decimals: number }

const WIDTH = 640
const HEIGHT = 232
const EDGE = { left: 62, right: 16, top: 44, bottom: 30 }
const DAY_MS = 86_400_000
/** About how wide a character is. */
const CHARACTER = 7.1
/** Lines differ in dashes and marks too, for those who see no colours and for prints in grey. All lie on white. */
const LINES = {
  own: { colour: '#0b5a8f', dash: '', width: 2.5 },
  benchmark: { colour: '#8a4b08', dash: '7 3', width: 2 },
  goal: { colour: '#1b7a3d', dash: '2 3', width: 2 },
  expected: { colour: '#6b7280', dash: '10 3 2 3', width: 1.5 }
} as const
type Series = keyof typeof LINES
const SERIES = ['expected', 'goal', 'benchmark', 'own'] as const

/**
 * A chart as SVG of its own, with a title and a description in words. It is drawn by attributes alone, so it needs no styles where it is
 * embedded and passes every policy.
 */
export function chartSvg (chart: Chart, subject: ChartSubject, language: Language): string {
  const t = TEXTS[language]
  const { x, y } = scalesOf(chart)
  const drawn = SERIES.filter(series => chart[series].length > 0)
  const path = line<ChartPoint>().x(point => x(dateOf(point.on))).y(point => y(point.value)).curve(curveLinear)
  const ticks = y.ticks(5)
  const decimals = Math.max(...ticks.map(tick => decimalsOf(decimal(tick))))
  const deadline = x(dateOf(chart.window.deadline))
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="${subject.id}-title ${subject.id}-desc" font-family="system-ui, sans-serif" font-size="13" fill="#1c2530">
<title id="${subject.id}-title">${t.chartOf(subject.name)}</title>
<desc id="${subject.id}-desc">${chartInWords(chart, subject, language)}</desc>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
!${legend(drawn.toReversed(), subject, language)}
!${ticks.map(tick => html`<line x1="${EDGE.left}" x2="${WIDTH - EDGE.right}" y1="${place(y(tick))}" y2="${place(y(tick))}" stroke="#d5dae0"/><text x="${EDGE.left - 8}" y="${place(y(tick) + 4)}" text-anchor="end">${writeNumber(decimal(tick), decimals, language)}</text>`)}
!${x.ticks(6).map(tick => html`<text x="${place(x(tick))}" y="${HEIGHT - 10}" text-anchor="middle">${writeTime(tick, language)}</text>`)}
<line x1="${place(deadline)}" x2="${place(deadline)}" y1="${EDGE.top - 4}" y2="${HEIGHT - EDGE.bottom}" stroke="#6b7280"/><text x="${place(deadline - 4)}" y="${EDGE.top + 6}" text-anchor="end" fill="#4b5563">${t.deadline}</text>
!${chart.breaks.map(day => html`<line x1="${place(x(dateOf(day)))}" x2="${place(x(dateOf(day)))}" y1="${EDGE.top}" y2="${HEIGHT - EDGE.bottom}" stroke="#b3261e" stroke-dasharray="1 3" stroke-width="2"/><text x="${place(x(dateOf(day)) + 4)}" y="${HEIGHT - EDGE.bottom - 6}" fill="#b3261e">${t.break_}</text>`)}
!${drawn.map(series => html`<path d="${path(chart[series]) ?? ''}" !${stroke(series)}/>!${marks(series, chart[series], x, y)}`)}
</svg>`
}

const dateOf = (day: string): Date => new Date(toDay(day) * DAY_MS)
const place = (value: number): string => value.toFixed(1)
const stroke = (series: Series): string => html`fill="none" stroke="${LINES[series].colour}" stroke-width="${LINES[series].width}"!${LINES[series].dash === '' ? '' : html` stroke-dasharray="${LINES[series].dash}"`}`

type Scales = { x: ReturnType<typeof scaleUtc<number>>, y: ReturnType<typeof scaleLinear<number>> }

function scalesOf ({ own, benchmark, goal, expected, window }: Chart): Scales {
  const points = [...own, ...benchmark, ...goal, ...expected]
  const days = [window.start, window.deadline, ...points.map(({ on }) => on)].sort()
  const values = points.map(({ value }) => value)
  const [low, high] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)]
  const room = low === high ? Math.max(Math.abs(low) * 0.1, 1) : (high - low) * 0.08
  // A figure that is never below zero has no axis below it.
  const floor = low >= 0 ? Math.max(0, low - room) : low - room
  return {
    x: scaleUtc([dateOf(days[0] as string), dateOf(days.at(-1) as string)], [EDGE.left, WIDTH - EDGE.right]),
    y: scaleLinear([floor, high + room], [HEIGHT - EDGE.bottom, EDGE.top]).nice(5)
  }
}

/** A year by its number, a month of it by three letters. */
function writeTime (date: Date, language: Language): string {
  const iso = date.toISOString()
  return iso.slice(5, 10) === '01-01' ? iso.slice(0, 4) : iso.slice(8, 10) === '01' ? writePeriod(iso.slice(0, 7), language).slice(0, 3) : `${Number(iso.slice(8, 10))}/${Number(iso.slice(5, 7))}`
}

/** The names of the lines above them, each as long as there is room for it beside the others. */
function legend (drawn: readonly Series[], subject: ChartSubject, language: Language): string[] {
  const most = Math.floor((WIDTH - EDGE.left) / drawn.length / CHARACTER - 8)
  let from = EDGE.left
  return drawn.map(series => {
    const name = nameOf(series, subject, language)
    const shown = name.length > Math.max(most, 16) ? `${name.slice(0, Math.max(most, 16) - 1)}…` : name
    const entry = html`<line x1="${place(from)}" x2="${place(from + 26)}" y1="16" y2="16" !${stroke(series)}/>!${mark(series, from + 13, 16)}<text x="${place(from + 32)}" y="20">${shown}</text>`
    from += 32 + (shown.length + 3) * CHARACTER
    return entry
  })
}

/** Figures are marked where they lie; lines of the goal are not figures. */
function mark (series: Series, x: number, y: number): string {
  const { colour } = LINES[series]
  if (series === 'own') return html`<circle cx="${place(x)}" cy="${place(y)}" r="3.5" fill="${colour}"/>`
  return series === 'benchmark' ? html`<rect x="${place(x - 3)}" y="${place(y - 3)}" width="6" height="6" fill="${colour}"/>` : ''
}

/** Of many figures only the last is marked. */
const marks = (series: Series, points: readonly ChartPoint[], x: Scales['x'], y: Scales['y']): string[] =>
  (points.length > 40 ? points.slice(-1) : points).map(point => mark(series, x(dateOf(point.on)), y(point.value)))

/** What a line is called. */
export function nameOf (series: Series, { own, benchmark }: ChartSubject, language: Language): string {
  const t = TEXTS[language]
  return { own, benchmark, goal: t.goalOfChart, expected: t.expected }[series]
}

/** The chart for those who do not see it. */
function chartInWords (chart: Chart, subject: ChartSubject, language: Language): string {
  const t = TEXTS[language]
  const lines = (['own', 'benchmark', 'goal'] as const).flatMap(series => {
    const [first, last] = [chart[series][0], chart[series].at(-1)]
    if (first === undefined || last === undefined) return []
    const name = nameOf(series, subject, language)
    const isLevel = first === last || (series === 'goal' && first.value === last.value)
    return isLevel ? [t.onePoint(name, write(last, subject, language), when(last, language))] : [t.fromTo(name, write(first, subject, language), when(first, language), write(last, subject, language), when(last, language))]
  })
  return [...chart.own.length === 0 ? [t.noPoints] : [], ...lines, ...chart.breaks.map(day => t.breakOn(writeDay(day, language)))].join(' ')
}

const write = ({ value }: ChartPoint, { unit, decimals }: ChartSubject, language: Language): string =>
  writeFigure(value, 'value', unit, Math.max(decimals, Math.min(decimalsOf(decimal(value)), decimals + 1)), language)
const when = ({ period, on }: ChartPoint, language: Language): string => period === null ? writeDay(on, language) : writePeriod(period, language)

/** The figures of a chart as a table, period by period. */
export function chartTable (chart: Chart, subject: ChartSubject, language: Language): string {
  const t = TEXTS[language]
  const shown = (['own', 'benchmark', 'goal'] as const).filter(series => chart[series].some(({ period }) => period !== null))
  const byPeriod = shown.map(series => new Map(chart[series].map(point => [point.period, point])))
  const rows = new Map(shown.flatMap(series => chart[series]).filter(({ period }) => period !== null).map(point => [point.period, point]))
  const cell = (point: ChartPoint | undefined): string => html`<td>${point === undefined ? '–' : write(point, subject, language)}</td>`
  return html`<table><thead><tr><th scope="col">${t.period}</th>!${shown.map(series => html`<th scope="col">${nameOf(series, subject, language)}</th>`)}</tr></thead><tbody>
!${[...rows.values()].sort((a, b) => a.on < b.on ? -1 : 1).map(point => html`<tr><th scope="row">${when(point, language)}</th>!${byPeriod.map(points => cell(points.get(point.period)))}</tr>`)}</tbody></table>`
}

/** The own figures as a small line without axes; nothing where there are fewer than two. */
export function sparkline (chart: Chart | null, label: string): string {
  const points = chart?.own ?? []
  if (points.length < 2) return ''
  const [width, height, room] = [96, 24, 3]
  const values = points.map(({ value }) => value)
  const x = scaleUtc([dateOf(points[0]?.on ?? ''), dateOf(points.at(-1)?.on ?? '')], [room, width - room])
  const y = scaleLinear([Math.min(...values), Math.max(...values)], [height - room, room])
  const last = points.at(-1) as ChartPoint
  return html`<svg class="sparkline" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${label}"><path d="${line<ChartPoint>().x(point => x(dateOf(point.on))).y(point => y(point.value))(points) ?? ''}" !${stroke('own')}/><circle cx="${place(x(dateOf(last.on)))}" cy="${place(y(last.value))}" r="2.5" fill="${LINES.own.colour}"/></svg>`
}
