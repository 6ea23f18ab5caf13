import { type Bilingual, type Unit } from '../indicator.ts'
import { type Decimal, decimal } from '../decimal.ts'
import { isNumericRule, type NumericRule, ownSeries } from '../target.ts'
import { latestAssessment } from './assessments.ts'
import { toDay } from '../date.ts'
import { type EvaluationInput } from './evaluate.ts'
import { type FigureWords, figureClause } from './figure-clause.ts'
import { goalLimit, reasonClauses, STATUS_NAMES } from './phrases.ts'
import { type Evaluation, type Status } from './status.ts'
import { decimalsToTell, type Language, type Quantity, writeDay, writeFigure, writeNumber, writePeriod } from './wording.ts'

/**
 * One sentence in each language that says why a status is as it is, with the figures: the status, what was measured against what, and what follows.
 * @param evaluation the status as computed, all but its explanation
 * @param input what it was computed from
 */
export function explain (evaluation: Evaluation, input: EvaluationInput): Bilingual {
  return { da: sentence(evaluation, input, 'da'), en: sentence(evaluation, input, 'en') }
}

function sentence (evaluation: Evaluation, input: EvaluationInput, language: Language): string {
  const clauses = [...whatIsKnown(evaluation, input, language), ...whatFollows(evaluation, language)].filter(clause => clause !== '')
  return `${STATUS_NAMES[evaluation.status][language]}: ${clauses.join('; ')}.`
}

function whatIsKnown (evaluation: Evaluation, input: EvaluationInput, language: Language): string[] {
  const { rule, window, status } = evaluation
  const da = language === 'da'
  if (status === 'not_started') return [da ? `perioden begynder først ${writeDay(window.start, language)}` : `the period does not begin until ${writeDay(window.start, language)}`]
  switch (rule.kind) {
    case 'milestone': {
      const done = rule.deliverables.filter(({ code }) => input.deliverables?.some(one => one.code === code && one.on <= input.asOf)).length
      return [da ? `${done} af ${rule.deliverables.length} leverancer er gennemført` : `${done} of ${rule.deliverables.length} deliverables are done`]
    }
    case 'assessment': {
      const latest = latestAssessment(input.assessments ?? [], window, toDay(input.asOf))
      if (latest === undefined) return []
      const judged = STATUS_NAMES[latest.status][language].toLowerCase()
      return [da ? `vurderet som „${judged}“ den ${writeDay(latest.on, language)}` : `judged “${judged}” on ${writeDay(latest.on, language)}`]
    }
    case 'all_of':
    case 'any_of': return [childrenClause(evaluation, rule.kind, language)]
    case 'monitor': return [monitorClause(evaluation, input, language)]
    default: return evaluation.current === null ? [] : [figureClause(rule, evaluation, wordsFor(rule, evaluation, input, language))]
  }
}

function childrenClause ({ children }: Evaluation, kind: 'all_of' | 'any_of', language: Language): string {
  const counts = new Map<Status, number>()
  for (const { status } of children ?? []) counts.set(status, (counts.get(status) ?? 0) + 1)
  const list = [...counts].map(([status, count]) => `${count} ${STATUS_NAMES[status][language].toLowerCase()}`).join(', ')
  if (kind === 'all_of') return language === 'da' ? `alle dele skal nås, og de står sådan: ${list}` : `every part must be met, and they stand thus: ${list}`
  return language === 'da' ? `én af delene er nok, og de står sådan: ${list}` : `one of the parts is enough, and they stand thus: ${list}`
}

function monitorClause (evaluation: Evaluation, input: EvaluationInput, language: Language): string {
  if (evaluation.current === null) return language === 'da' ? 'der er endnu ingen tal' : 'there are no figures yet'
  const words = wordsFor(evaluation.rule, evaluation, input, language)
  return language === 'da'
    ? `tallet for ${words.when} er ${words.value(evaluation.current.value)}; det følges, men bedømmes ikke`
    : `the figure for ${words.when} is ${words.value(evaluation.current.value)}; it is followed but not judged`
}

/** How the figures of a rule are written: quantity, unit and decimals that tell the measure from the goal line. */
function wordsFor (rule: Evaluation['rule'], { current, goalLine, baseline }: Evaluation, input: EvaluationInput, language: Language): FigureWords {
  const indicator = input.indicators.get(ownSeries(rule, input.own)?.indicator ?? '')
  const unit: Unit = indicator?.unit ?? 'count'
  const decimals = indicator?.decimals ?? 0
  const quantity = isNumericRule(rule) ? quantityOf(rule) : 'value'
  const exact = (value: number): Decimal => decimal(value)
  const places = current !== null && goalLine !== null ? decimalsToTell(exact(current.measure), exact(goalLine.value), decimals) : decimals
  const figure = (value: number | null, as: Quantity, to: number): string => value === null ? '–' : writeFigure(value, as, unit, to, language)
  const benchmark = isNumericRule(rule) && 'benchmark' in rule ? rule.benchmark : {}
  return {
    language,
    when: current === null ? '' : writePeriod(current.period, language),
    since: baseline === null ? '' : baseline.period === null ? writeDay(baseline.on, language) : writePeriod(baseline.period, language),
    value: value => figure(value, 'value', decimals),
    measure: value => figure(value, quantity, places),
    goal: goalLine === null ? '' : goalLimit(goalLine.comparator, language, figure(goalLine.value, quantity, places)),
    benchmarkName: benchmark.indicator !== undefined
      ? (language === 'da' ? 'sammenligningstallet' : 'the comparison figure')
      : input.areaNames?.get(benchmark.area ?? '') ?? benchmark.area ?? ''
  }
}

function quantityOf (rule: NumericRule): Quantity {
  if (rule.kind === 'threshold') return 'value'
  return 'mode' in rule && rule.mode === 'relative' ? 'relative' : 'difference'
}

function whatFollows (evaluation: Evaluation, language: Language): string[] {
  const { status, rule, reason, provisional } = evaluation
  const why = reason === null ? '' : reasonClauses[reason][language]
  const da = language === 'da'
  if (status === 'awaiting_data') {
    const soFar = provisional === null ? '' : (da ? `foreløbigt: ${STATUS_NAMES[provisional].da.toLowerCase()}` : `so far: ${STATUS_NAMES[provisional].en.toLowerCase()}`)
    const waiting = isNumericRule(rule) && why === '' ? (da ? 'fristen er nået, men det tal, der afgør målet, mangler' : 'the deadline has come, but the figure that decides is not in yet') : why
    return [soFar, waiting]
  }
  if (rule.kind === 'milestone') return [milestoneVerdict(evaluation, language)]
  if (!isNumericRule(rule)) return [why]
  if (evaluation.current === null) return [why]
  if (status === 'achieved' || status === 'missed') return [da ? `målet er ${status === 'achieved' ? '' : 'ikke '}opfyldt` : `the goal is ${status === 'achieved' ? '' : 'not '}met`]
  return [progressClause(evaluation, language, why)]
}

function milestoneVerdict ({ status, late, window }: Evaluation, language: Language): string {
  const da = language === 'da'
  if (status === 'achieved') return late ? (da ? 'den sidste efter fristen' : 'the last one after the deadline') : ''
  if (status === 'missed') return da ? `fristen var ${writeDay(window.deadline, language)}` : `the deadline was ${writeDay(window.deadline, language)}`
  if (status === 'at_risk') return da ? 'mindst én har overskredet sin egen frist' : 'at least one is past its own due date'
  return status === 'on_track' ? (da ? `fristen er ${writeDay(window.deadline, language)}` : `the deadline is ${writeDay(window.deadline, language)}`) : ''
}

/** Before the deadline: met, or at what pace, or why the pace is not known. */
function progressClause ({ status, met, pace, paceLimits, reason, rule }: Evaluation, language: Language, why: string): string {
  const da = language === 'da'
  const isCeilingJudged = met === true && rule.kind === 'threshold' && rule.aggregate === 'sum' && (rule.comparator === 'lte' || rule.comparator === 'lt') && pace !== null
  if (met === true && !isCeilingJudged) return da ? 'målet er nået indtil videre' : 'the goal is met so far'
  if (reason !== null) return why
  if (status === 'off_track' && (pace === null || pace <= 0)) return da ? 'tallet er ikke bedre end ved udgangspunktet' : 'the figure is no better than at the baseline'
  if (pace === null) return ''
  const percent = decimal(pace).mul(100)
  const places = Math.max(...[paceLimits.onTrack, paceLimits.atRisk].map(limit => decimalsToTell(percent, decimal(limit).mul(100), 0)))
  const share = writeNumber(percent, Math.min(places, 2), language)
  return da ? `tempoet er ${share} pct. af det, der skal til` : `the pace is ${share} per cent of what it takes`
}
