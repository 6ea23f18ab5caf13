import type { Bilingual } from '../indicator.ts'
import { type Decimal, decimal } from '../decimal.ts'
import { isNumericRule, type NumericRule } from '../target.ts'
import { latestAssessment } from './assessments.ts'
import { toDay } from '../date.ts'
import type { EvaluationInput } from './evaluate.ts'
import { figureClause, type FigureWords, wordsFor } from './figure-clause.ts'
import { reasonClauses, STATUS_NAMES } from './phrases.ts'
import type { Evaluation, Status } from './status.ts'
import { decimalsToTell, type Language, writeDay, writeNumber } from './wording.ts'

/**
 * One sentence in each language that says why a status is as it is, with the figures: the status, what was measured against what, and what follows.
 * @param evaluation the status as computed, all but its explanation
 * @param input what it was computed from
 * @param measure the measure before it was rounded; null where the rule has none
 */
export function explain (evaluation: Evaluation, input: EvaluationInput, measure: Decimal | null): Bilingual {
  return { da: sentence(evaluation, input, measure, 'da'), en: sentence(evaluation, input, measure, 'en') }
}

function sentence (evaluation: Evaluation, input: EvaluationInput, measure: Decimal | null, language: Language): string {
  const words = wordsFor(evaluation, input, measure, language)
  const clauses = [whatIsKnown(evaluation, input, words), whatFollows(evaluation, input.asOf, words)].filter(clause => clause !== '')
  const text = `${STATUS_NAMES[evaluation.status][language]}: ${clauses.join('; ')}`
  return text.endsWith('.') ? text : `${text}.`
}

const inSentence = (status: Status, language: Language): string => STATUS_NAMES[status][language].toLowerCase()

function whatIsKnown (evaluation: Evaluation, input: EvaluationInput, words: FigureWords): string {
  const { rule, window, status, children } = evaluation
  const { language } = words
  const da = language === 'da'
  if (status === 'not_started') return da ? `perioden begynder først den ${writeDay(window.start, language)}` : `the period does not begin until ${writeDay(window.start, language)}`
  switch (rule.kind) {
    case 'milestone': {
      const done = rule.deliverables.filter(({ code }) => input.deliverables?.some(one => one.code === code && one.on <= input.asOf)).length
      const all = rule.deliverables.length
      if (all === 1) return da ? `leverancen er ${done === 1 ? '' : 'ikke registreret som '}gennemført` : `the deliverable is ${done === 1 ? '' : 'not recorded as '}done`
      return da ? `${done} af ${all} leverancer er registreret som gennemført` : `${done} of ${all} deliverables ${done === 1 ? 'is' : 'are'} recorded as done`
    }
    case 'assessment': {
      const latest = latestAssessment(input.assessments ?? [], window, toDay(input.asOf))
      if (latest === undefined) return ''
      return da ? `vurderet som »${inSentence(latest.status, 'da')}« den ${writeDay(latest.on, language)}` : `judged “${inSentence(latest.status, 'en')}” on ${writeDay(latest.on, language)}`
    }
    case 'all_of':
    case 'any_of': return childrenClause(status, rule.kind, children ?? [], language)
    case 'monitor': return monitorClause(evaluation, words)
    default: return evaluation.current === null ? '' : figureClause(rule, evaluation, words)
  }
}

function childrenClause (status: Status, kind: 'all_of' | 'any_of', children: readonly Evaluation[], language: Language): string {
  const da = language === 'da'
  if (status === 'monitored') return da ? 'delene følges, men bedømmes ikke' : 'the parts are followed but not judged'
  const counts = new Map<Status, number>()
  for (const child of children) counts.set(child.status, (counts.get(child.status) ?? 0) + 1)
  const list = [...counts].map(([one, count]) => da ? `${count} som »${inSentence(one, 'da')}«` : `${count} as “${inSentence(one, 'en')}”`).join(', ')
  if (kind === 'all_of') return da ? `alle dele skal nås; de står sådan: ${list}` : `every part must be met; they stand as follows: ${list}`
  return da ? `én af delene er nok; de står sådan: ${list}` : `one of the parts is enough; they stand as follows: ${list}`
}

function monitorClause ({ current }: Evaluation, { language, when, value }: FigureWords): string {
  if (current === null) return reasonClauses.no_measurement[language]
  return language === 'da'
    ? `tallet for ${when} er ${value(current.value)}; det følges, men bedømmes ikke`
    : `the figure for ${when} is ${value(current.value)}; it is followed but not judged`
}

function whatFollows (evaluation: Evaluation, asOf: string, words: FigureWords): string {
  const { status, rule, reason, current } = evaluation
  const { language } = words
  if (rule.kind === 'milestone') return milestoneVerdict(evaluation, rule.deliverables.length === 1, language)
  if (status === 'awaiting_data') return waitingClause(evaluation, language)
  const why = reason === null ? '' : reasonClauses[reason][language]
  if (!isNumericRule(rule) || current === null) return why
  if (status !== 'achieved' && status !== 'missed') return progressClause(rule, evaluation, words, why)
  const isSettledEarly = asOf < evaluation.window.deadline
  return isSettledEarly ? (language === 'da' ? 'kommende tal kan ikke ændre det' : 'later figures cannot change that') : ''
}

/** From the deadline on, undecided: how it stands and what is lacking. */
function waitingClause ({ rule, reason, provisional }: Evaluation, language: Language): string {
  const da = language === 'da'
  const why = reason === null ? null : reasonClauses[reason][language]
  if (rule.kind === 'assessment') return why ?? (da ? 'fristen er nået, men den endelige vurdering mangler' : 'the deadline has come, but the final judgement is not in yet')
  if (!isNumericRule(rule)) return ''
  const waits = why ?? (da ? 'fristen er nået, men det tal, der afgør målet, mangler endnu' : 'the deadline has come, but the figure that decides is not in yet')
  if (provisional === null) return waits
  const isMet = provisional === 'achieved'
  return `${da ? `som tallene står, er målet ${isMet ? '' : 'ikke '}opfyldt` : `as the figures stand, the goal is ${isMet ? '' : 'not '}met`}; ${waits}`
}

function milestoneVerdict ({ status, late, window }: Evaluation, isOnlyOne: boolean, language: Language): string {
  const da = language === 'da'
  if (status === 'achieved') return late ? (da ? isOnlyOne ? 'det skete efter fristen' : 'den sidste efter fristen' : isOnlyOne ? 'that was after the deadline' : 'the last one after the deadline') : ''
  if (status === 'missed') return da ? `fristen var den ${writeDay(window.deadline, language)}` : `the deadline was ${writeDay(window.deadline, language)}`
  if (status === 'at_risk') return da ? `${isOnlyOne ? 'den' : 'mindst én'} har overskredet sin egen frist` : `${isOnlyOne ? 'it' : 'at least one'} is past its own due date`
  return status === 'on_track' ? (da ? `fristen er den ${writeDay(window.deadline, language)}` : `the deadline is ${writeDay(window.deadline, language)}`) : ''
}

/** Before the deadline: met, or at what pace, or why the pace is not known. */
function progressClause (rule: NumericRule, { status, met, pace, expected, paceLimits, reason }: Evaluation, { language, inUnit }: FigureWords, why: string): string {
  const da = language === 'da'
  if (met === true) {
    // A sum under a ceiling is judged by its pace though it is within the line.
    const isCeiling = rule.kind === 'threshold' && rule.aggregate === 'sum' && (rule.comparator === 'lte' || rule.comparator === 'lt')
    if (!isCeiling || pace === null || expected === null) return da ? 'målet er nået indtil videre' : 'the goal is met so far'
    return da ? `jævnt fordelt er der plads til ${inUnit(expected)} indtil nu` : `spread evenly, there is room for ${inUnit(expected)} so far`
  }
  if (reason !== null) return why
  if (status === 'off_track' && (pace === null || pace <= 0)) return standstill(rule, language)
  if (pace === null) return ''
  const share = writePace(pace, status, paceLimits, language)
  return da ? `tempoet er ${share} pct. af det, der skal til` : `the pace is ${share} per cent of what it takes`
}

/** A pace as per cent of what it takes, without the unit; with decimals only where they tell it from a limit, and words where not even they do. */
function writePace (pace: number, status: Evaluation['status'], { onTrack, atRisk }: Evaluation['paceLimits'], language: Language): string {
  const percent = decimal(pace).mul(100)
  const places = Math.max(...[onTrack, atRisk].map(limit => decimalsToTell(percent, decimal(limit).mul(100), 0)))
  const isJustUnder = (status === 'at_risk' && pace >= onTrack) || (status === 'off_track' && pace >= atRisk)
  return `${isJustUnder ? (language === 'da' ? 'knap ' : 'just under ') : ''}${writeNumber(percent, places, language)}`
}

function standstill (rule: NumericRule, language: Language): string {
  const isLagged = rule.baseline !== undefined && 'lag' in rule.baseline
  const compares = 'benchmark' in rule
  if (language === 'da') return `${compares ? 'forskellen' : 'tallet'} er ikke bedre end ${isLagged ? 'et år tidligere' : 'ved udgangspunktet'}`
  return `the ${compares ? 'difference' : 'figure'} is no better than ${isLagged ? 'a year earlier' : 'at the baseline'}`
}
