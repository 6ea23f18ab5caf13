import { decimal, type Decimal, fixed, isZero } from '../decimal.ts'
import type { Bilingual, Frequency } from '../indicator.ts'
import { isNumericRule, type NumericRule, type Rule } from '../target.ts'
import type { EvaluationInput } from './evaluate.ts'
import { type FigureWords, wordsFor } from './figure-clause.ts'
import { aimsUp } from './measures.ts'
import type { Forecast } from './outlook.ts'
import { CHANGE_WORDS, GAP_WORDS, goalLimit, PERIODS, reasonClauses, signed } from './phrases.ts'
import type { ExactPace, PaceReason, RequiredPace } from './required-pace-parts.ts'
import type { Evaluation } from './status.ts'
import { decimalsOf, decimalsToTell, type Language, type Quantity, writeDay, writeFigure, writePeriod } from './wording.ts'

const EACH: Record<Frequency, Bilingual> = {
  year: { da: 'om året', en: 'a year' },
  half: { da: 'i halvåret', en: 'a half-year' },
  quarter: { da: 'i kvartalet', en: 'a quarter' },
  month: { da: 'om måneden', en: 'a month' },
  week: { da: 'om ugen', en: 'a week' },
  day: { da: 'om dagen', en: 'a day' },
  irregular: { da: '', en: '' }
}
const REASONS: Record<Exclude<PaceReason, 'baseline_missing' | 'baseline_zero' | 'series_break' | 'benchmark_missing'>, Bilingual> = {
  no_figures_left: { da: 'målet kan ikke nås, for det sidste tal er inde', en: 'the goal cannot be reached, for the last figure is in' },
  cannot_be_mended: { da: 'målet kan ikke nås, og kommende tal kan ikke ændre det', en: 'the goal cannot be reached, and later figures cannot change that' },
  below_zero: { da: 'målet kan ikke nås, for tallet skulle være under nul', en: 'the goal cannot be reached, for the figure would have to be below zero' },
  figure_missing: { da: 'et tal, der skal bruges, mangler', en: 'a figure that is needed is missing' }
}

type Pace = Omit<RequiredPace, 'explanation'>
type Words = FigureWords & { write: (value: Decimal, quantity?: Quantity) => string, difference: (value: Decimal) => string, quantity: Quantity }

/** What it takes, in a sentence in each language, and what is to be expected, which is said to be a forecast. `exact` are the figures before they are rounded. */
export function paceWords (pace: Pace, evaluation: Evaluation, input: EvaluationInput, exact: ExactPace): Bilingual {
  const say = (language: Language): string => {
    const words = wordsOf(evaluation, input, language)
    const known = capital(whatItTakes(pace, evaluation.rule, input, exact, words))
    return pace.forecast === null ? known : `${known} ${forecastWords(pace.forecast, evaluation.rule as NumericRule, input, words)}`
  }
  return { da: say('da'), en: say('en') }
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`

function wordsOf (evaluation: Evaluation, input: EvaluationInput, language: Language): Words {
  const words = wordsFor(evaluation, input, null, language)
  const { unit, decimals } = words
  const quantity = quantityOfRule(evaluation.rule)
  const places = (value: Decimal): number => {
    const wanted = Math.max(decimals, Math.min(decimalsOf(value), decimals + 1))
    return value.compare(0) !== 0 && Number(fixed(value, wanted)) === 0 ? decimalsToTell(value, decimal(0), wanted) : wanted
  }
  const write = (value: Decimal, as: Quantity = 'value'): string => writeFigure(value, as, unit, places(value), language)
  return { ...words, quantity, write, difference: value => write(value, quantity === 'value' ? 'difference' : quantity) }
}

function quantityOfRule (rule: Rule): Quantity {
  if (!isNumericRule(rule) || rule.kind === 'threshold') return 'value'
  if (!('mode' in rule) || rule.mode !== 'relative') return 'difference'
  return rule.kind === 'benchmark_trend' ? 'relative_difference' : 'relative'
}

function whatItTakes (pace: Pace, rule: Rule, { window }: EvaluationInput, exact: ExactPace, words: Words): string {
  const { language } = words
  const da = language === 'da'
  const { state, reason } = pace
  switch (rule.kind) {
    case 'milestone':
    case 'assessment': return dueWords(pace, language)
    case 'monitor': return da ? 'tallet følges, men bedømmes ikke: der er ingen linje at nå' : 'the figure is followed but not judged: there is no line to reach'
    case 'all_of': return da ? 'alle dele skal nås: se hver af dem' : 'every part must be met: see each of them'
    case 'any_of': return da ? 'én af delene er nok: se hver af dem' : 'one of the parts is enough: see each of them'
  }
  if (reason !== null) {
    const why = reason in REASONS ? REASONS[reason as keyof typeof REASONS] : reasonClauses[reason as keyof typeof reasonClauses]
    return state === 'unknown' ? `${da ? 'det kan ikke regnes ud' : 'it cannot be calculated'}: ${why[language]}` : why[language]
  }
  const met = state === 'met' ? (da ? 'målet er nået, som tallene står' : 'the goal is met as the figures stand') : state === 'awaiting_data' ? (da ? 'fristen er nået, men tal mangler endnu' : 'the deadline has come, but figures are still to come') : ''
  const takes = state === 'met' && rule.kind === 'threshold' && rule.aggregate === 'sum' ? '' : needWords(pace, rule, window.deadline, exact, words)
  return [met, takes].filter(part => part !== '').join('; ')
}

function needWords (pace: Pace, rule: NumericRule, deadline: string, exact: ExactPace, words: Words): string {
  const { needed, goalLine, periodsLeft, lastPeriod } = pace
  const { language, frequency, write, benchmark } = words
  const da = language === 'da'
  if (goalLine === null || exact.needed === null || needed === null) return remainingWords(pace, exact, words)
  const limit = goalLimit(needed.comparator, language, write(exact.needed))
  const each = EACH[frequency][language]
  const rest = periodsLeft === null ? '' : da ? ` i de ${PERIODS[frequency].da}, der mangler tal for (${periodsLeft})` : ` in the ${PERIODS[frequency].en} still to come (${periodsLeft})`
  const soFar = exact.soFar === null ? '' : da ? `; hidtil ${write(exact.soFar)} ${each}` : `; so far ${write(exact.soFar)} ${each}`
  const aggregate = rule.kind === 'threshold' ? rule.aggregate ?? 'latest' : 'latest'
  if (aggregate === 'sum') {
    const isRoom = needed.comparator === 'lte' || needed.comparator === 'lt'
    if (isRoom) return (da ? `der er plads til ${write(exact.needed)} ${each}${rest}` : `there is room for ${write(exact.needed)} ${each}${rest}`) + soFar
    return (da ? `der skal ${write(exact.needed)} til ${each}${rest}` : `it takes ${write(exact.needed)} ${each}${rest}`) + soFar
  }
  if (aggregate === 'mean') return da ? `tallet skal i gennemsnit være ${limit}${rest}` : `the figure must be ${limit} on average${rest}`
  if (needed.in === 'each') return da ? `tallet skal være ${limit} hver gang${rest}` : `the figure must be ${limit} every time${rest}`
  if (needed.in === 'any') return da ? `tallet skal være ${limit} mindst én gang${rest}` : `the figure must be ${limit} at least once${rest}`
  const last = lastPeriod === null ? (da ? `senest ${writeDay(deadline, language)}` : `by ${writeDay(deadline, language)}`) : da ? `for ${writePeriod(lastPeriod, language)}` : `for ${writePeriod(lastPeriod, language)}`
  const must = needed.in === 'average'
    ? (da ? `tallet skal i gennemsnit være ${limit}${rest}` : `the figure must be ${limit} on average${rest}`)
    : (da ? `tallet ${last} skal være ${limit}` : `the figure ${last} must be ${limit}`)
  const { assumption } = pace
  const stays = assumption === null ? '' : da ? `, hvis ${benchmark.name} bliver på ${write(decimal(assumption.benchmark))}` : `, if ${benchmark.name} stays at ${write(decimal(assumption.benchmark))}`
  return must + stays + stepWords(pace, rule, exact, words)
}

/** How far it is to the goal line where nothing can be told of what is to come; nothing where it is reached. */
function remainingWords ({ goalLine }: Pace, { remaining }: ExactPace, { language, difference }: Words): string {
  if (remaining === null || goalLine === null || (remaining.compare(0) > 0) !== aimsUp(goalLine.comparator) || isZero(remaining)) return ''
  return language === 'da' ? `der mangler ${difference(remaining.abs())}` : `${difference(remaining.abs())} remain`
}

/** How much that is for each period, and how much it was so far. */
function stepWords ({ state, periodsLeft, goalLine }: Pace, rule: NumericRule, { perPeriod, soFar, ownPerPeriod }: ExactPace, { language, frequency, write, difference }: Words): string {
  const da = language === 'da'
  const each = EACH[frequency][language]
  if (state === 'met' || perPeriod === null || ownPerPeriod === null || periodsLeft === null || periodsLeft < 2 || rule.smoothing !== undefined) return ''
  // Where the baseline meets the line already there is no way to go.
  if (goalLine === null || (aimsUp(goalLine.comparator) ? perPeriod.compare(0) <= 0 : perPeriod.compare(0) >= 0)) return ''
  const isGap = rule.kind === 'gap_reduction'
  const step = isGap
    ? (da ? `gabet skal mindskes med ${difference(perPeriod)}` : `the gap must narrow by ${difference(perPeriod)}`)
    : `${da ? 'det er' : 'that is'} ${signed(CHANGE_WORDS, ownPerPeriod.valueOf(), write(ownPerPeriod.abs(), 'difference'), language)}`
  const isOwn = rule.kind === 'threshold' || rule.kind === 'direction' || (rule.kind === 'change' && rule.mode !== 'relative')
  const before = soFar === null || !(isGap || isOwn)
    ? ''
    : isGap
      ? ` (${da ? 'hidtil: gabet' : 'so far: the gap'} ${signed(GAP_WORDS, soFar.valueOf(), difference(soFar.abs()), language)} ${each})`
      : ` (${da ? 'hidtil' : 'so far'} ${signed(CHANGE_WORDS, soFar.valueOf(), write(soFar.abs(), 'difference'), language).replace('altså uændret', 'uændret').replace('which is no change', 'no change')} ${each})`
  return `; ${step} ${each}${before}`
}

function dueWords ({ due }: Pace, language: Language): string {
  const da = language === 'da'
  if (due === null || due.length === 0) return da ? 'der er intet, der udestår' : 'nothing is outstanding'
  const list = due.slice(0, 5).map(({ title, by }) => title === null
    ? (da ? `næste vurdering senest ${writeDay(by, language)}` : `the next judgement by ${writeDay(by, language)}`)
    : (da ? `»${title}« senest ${writeDay(by, language)}` : `“${title}” by ${writeDay(by, language)}`))
  const more = due.length > 5 ? (da ? `, og ${due.length - 5} til` : `, and ${due.length - 5} more`) : ''
  return `${da ? 'der mangler' : 'outstanding'}: ${list.join(', ')}${more}`
}

const PROSPECT_WORDS: Record<Forecast['prospect'], Bilingual> = {
  likely: { da: 'målet nås sandsynligvis', en: 'the goal will probably be met' },
  open: { da: 'det er åbent, om målet nås', en: 'it is open whether the goal will be met' },
  unlikely: { da: 'målet nås sandsynligvis ikke', en: 'the goal will probably not be met' }
}
const MEASURED: Record<NumericRule['kind'], Bilingual> = {
  threshold: { da: '', en: '' },
  change: { da: 'en ændring på ', en: 'a change of ' },
  direction: { da: 'en ændring på ', en: 'a change of ' },
  benchmark_level: { da: 'en forskel på ', en: 'a difference of ' },
  benchmark_trend: { da: 'en forskel i ændring på ', en: 'a difference in change of ' },
  gap_reduction: { da: 'et gab, der er mindsket med ', en: 'a gap that has narrowed by ' }
}

function forecastWords ({ measure, low, high, prospect, period }: Forecast, rule: NumericRule, { window }: EvaluationInput, { language, write, quantity }: Words): string {
  const da = language === 'da'
  const when = period === null ? writeDay(window.deadline, language) : writePeriod(period, language)
  const [middle, from, to] = [measure, low, high].map(value => write(decimal(value), quantity))
  return da
    ? `Prognose: ${MEASURED[rule.kind].da}${middle} ved udgangen af ${when} (med 80 pct. sandsynlighed mellem ${from} og ${to}); ${PROSPECT_WORDS[prospect].da}.`
    : `Forecast: ${MEASURED[rule.kind].en}${middle} by the end of ${when} (with 80 per cent probability between ${from} and ${to}); ${PROSPECT_WORDS[prospect].en}.`
}
