import type { Bilingual, Frequency, Unit } from '../indicator.ts'
import { decimal, type Decimal, ZERO } from '../decimal.ts'
import { isNumericRule, type NumericRule, ownSeries, type Rule, type ThresholdRule } from '../target.ts'
import type { EvaluationInput } from './evaluate.ts'
import { CHANGE_WORDS, GAP_ALONE_WORDS, GAP_GOAL_WORDS, GAP_WORDS, goalLimit, LEVEL_WORDS, PERIODS, signed, signedGoal, type SignedWords, TREND_WORDS } from './phrases.ts'
import type { Evaluation, GoalLine } from './status.ts'
import { decimalsOf, decimalsToTell, type Language, type Quantity, writeDay, writeFigure, writePeriod } from './wording.ts'

/** How the figures of one rule are written in one language. */
export type FigureWords = {
  language: Language
  /** The periods of the current and of the baseline figure. */
  when: string
  since: string
  frequency: Frequency
  unit: Unit
  decimals: number
  /** A value of the indicator. */
  value: (value: number | null) => string
  /** The measure, with the decimals that tell it from the goal line, and its size without a sign. */
  measure: () => string
  size: () => string
  /** The goal line in full and its size; any figure in the measure's unit and decimals. */
  goal: () => string
  goalSize: () => string
  inUnit: (value: number) => string
  /** A difference of two measures. */
  between: (value: number) => string
  /** The benchmark, as in `for hele landet`; `isIndicator` where it is another indicator and has no name here. */
  benchmark: { name: string, isIndicator: boolean }
}

/** The words for an evaluation: quantity, unit and decimals of its rule. `exact` is the measure before it was rounded. */
export function wordsFor ({ rule, current, goalLine, baseline }: Evaluation, input: EvaluationInput, exact: Decimal | null, language: Language): FigureWords {
  const indicator = input.indicators.get(ownSeries(rule, input.own)?.indicator ?? '')
  const unit: Unit = indicator?.unit ?? 'count'
  const decimals = indicator?.decimals ?? 0
  const quantity = isNumericRule(rule) ? quantityOf(rule) : 'value'
  const measure = exact ?? ZERO
  const goal = decimal(goalLine?.value ?? 0)
  const places = exact === null ? decimals : decimalsToTell(exact, goal, decimals)
  const write = (value: number | Decimal, to = places): string => writeFigure(value, quantity, unit, to, language)
  const goalPlaces = Math.max(places, decimalsOf(goal))
  return {
    language,
    when: current === null ? '' : writePeriod(current.period, language),
    since: baseline === null ? '' : writePeriod(baseline.period ?? baseline.on, language),
    frequency: indicator?.frequency ?? 'irregular',
    unit,
    decimals,
    value: value => value === null ? '–' : writeFigure(value, 'value', unit, decimals, language),
    measure: () => write(measure),
    size: () => write(measure.abs()),
    goal: () => write(goal, goalPlaces),
    goalSize: () => write(goal.abs(), goalPlaces),
    inUnit: value => write(value),
    between: value => writeFigure(value, BETWEEN[quantity], unit, places, language),
    benchmark: benchmarkOf(rule, input, language)
  }
}

/** What the difference of two of a quantity is: of two shares in per cent, percentage points. */
const BETWEEN: Record<Quantity, Quantity> = { value: 'difference', difference: 'difference', relative: 'relative_difference', relative_difference: 'relative_difference' }

function quantityOf (rule: NumericRule): Quantity {
  if (rule.kind === 'threshold') return 'value'
  if (!('mode' in rule) || rule.mode !== 'relative') return 'difference'
  return rule.kind === 'benchmark_trend' ? 'relative_difference' : 'relative'
}

const COUNTRY: Bilingual = { da: 'hele landet', en: 'the whole country' }
const COMPARISON: Bilingual = { da: 'sammenligningstallet', en: 'the comparison figure' }

/** What a rule is compared with, as in `for hele landet`. */
export function benchmarkOf (rule: Rule, { areaNames }: EvaluationInput, language: Language): FigureWords['benchmark'] {
  const { area, indicator } = isNumericRule(rule) && 'benchmark' in rule ? rule.benchmark : {}
  if (indicator !== undefined) return { name: COMPARISON[language], isIndicator: true }
  return { name: area === 'DK' ? COUNTRY[language] : areaNames?.get(area ?? '') ?? area ?? '', isIndicator: false }
}

/** What was measured and what it is held against: `summen til og med juni 2023 er 340, og målet er mindst 700`. */
export function figureClause (rule: NumericRule, { current, baseline, goalLine }: Evaluation, words: FigureWords): string {
  if (current === null || goalLine === null) return ''
  const { language, when, since, value, benchmark } = words
  const da = language === 'da'
  const is = da ? 'er' : 'is'
  const and = da ? 'og målet er' : 'and the goal is'
  const measure = (as: SignedWords): string => signed(as, current.measure, words.size(), language)
  const goal = (as: SignedWords): string => signedGoal(as, goalLine, words.goalSize(), language)
  const figure = subject(rule, words)
  const pair = `${value(current.value)} ${da ? 'mod' : 'against'} ${value(current.benchmark)}`
  switch (rule.kind) {
    case 'threshold': return `${figure} ${is} ${words.measure()}, ${and} ${goalLimit(goalLine.comparator, language, words.goal())}`
    case 'change':
    case 'direction': return `${figure} ${is} ${value(current.value)} ${da ? 'mod' : 'against'} ${value(baseline?.value ?? null)} (${since}), ${measure(CHANGE_WORDS)}, ${and} ${goal(CHANGE_WORDS)}`
    case 'benchmark_level': return `${figure} ${is} ${value(current.value)} ${against(value(current.benchmark), words)}, ${da ? 'altså' : 'that is'} ${measure(LEVEL_WORDS)}, ${and} ${goal(LEVEL_WORDS)}`
    case 'benchmark_trend': {
      const than = current.measure === 0 ? (da ? 'som' : 'as') : (da ? 'end' : 'than')
      const change = da ? `ændringen fra ${since} til ${when} er` : `the change from ${since} to ${when} is`
      return `${change} ${measure(TREND_WORDS)} ${than} for ${benchmark.name} (${pair}), ${and} ${goal(TREND_WORDS)}`
    }
    case 'gap_reduction': return da
      ? `gabet til ${benchmark.name} ${measure(GAP_WORDS)} fra ${since} til ${when} (${pair}), ${and}, at det ${goal(GAP_GOAL_WORDS)}`
      : `the gap to ${benchmark.name} ${measure(GAP_WORDS)} from ${since} to ${when} (${pair}), ${and} that it ${goal(GAP_GOAL_WORDS)}`
  }
}

/** How the figures of a period are taken together, after the goal line. */
const TAKEN_AS: Record<NonNullable<ThresholdRule['aggregate']>, Bilingual> = {
  latest: { da: '', en: '' },
  sum: { da: ' i alt', en: ' in all' },
  mean: { da: ' i gennemsnit', en: ' on average' },
  max: { da: ' som det højeste tal', en: ' as the highest figure' },
  min: { da: ' som det laveste tal', en: ' as the lowest figure' }
}

/** The goal line in words that can stand alone: `mindst 75,0 pct.`, `et fald på mindst 3,0 procentpoint`. */
export function goalInWords (rule: NumericRule, goalLine: GoalLine, words: FigureWords): string {
  const { language, benchmark } = words
  const da = language === 'da'
  const goal = (as: SignedWords): string => signedGoal(as, goalLine, words.goalSize(), language)
  switch (rule.kind) {
    case 'threshold': return `${goalLimit(goalLine.comparator, language, words.goal())}${TAKEN_AS[rule.aggregate ?? 'latest'][language]}`
    case 'change':
    case 'direction': return `${goal(CHANGE_WORDS)}${from(rule, words)}`
    case 'benchmark_level': return `${goal(LEVEL_WORDS)} ${than(goalLine, language)} ${benchmark.name}`
    case 'benchmark_trend': return `${goal(TREND_WORDS)} ${than(goalLine, language)} for ${benchmark.name}${from(rule, words)}`
    case 'gap_reduction': return `${da ? 'gabet til' : 'the gap to'} ${benchmark.name} ${goal(GAP_ALONE_WORDS)}${from(rule, words)}`
  }
}

/** What is measured from: ` fra august 2023`; nothing where the plan does not say. */
function from ({ baseline }: NumericRule, { language, value }: FigureWords): string {
  if (baseline === undefined) return ''
  if ('lag' in baseline) return language === 'da' ? ' i forhold til samme periode året før' : ' against the same period a year before'
  const start = 'period' in baseline ? writePeriod(baseline.period, language) : `${value(baseline.value)} (${writeDay(baseline.on, language)})`
  return `${language === 'da' ? ' fra' : ' from'} ${start}`
}

/** `mindst det samme som`, `et højere tal end`. */
function than ({ comparator, value }: GoalLine, language: Language): string {
  const isSame = value === 0 && (comparator === 'gte' || comparator === 'lte')
  if (language === 'da') return isSame ? 'som' : 'end'
  return isSame ? 'as' : 'than'
}

function against (figure: string, { language, benchmark }: FigureWords): string {
  if (benchmark.isIndicator) return language === 'da' ? `mod et sammenligningstal på ${figure}` : `against a comparison figure of ${figure}`
  return language === 'da' ? `mod ${figure} for ${benchmark.name}` : `against ${figure} for ${benchmark.name}`
}

const AGGREGATES: Record<NonNullable<ThresholdRule['aggregate']>, Bilingual> = {
  latest: { da: 'tallet for', en: 'the figure for' },
  sum: { da: 'summen til og med', en: 'the sum up to and including' },
  mean: { da: 'gennemsnittet til og med', en: 'the mean up to and including' },
  max: { da: 'den højeste værdi til og med', en: 'the highest value up to and including' },
  min: { da: 'den laveste værdi til og med', en: 'the lowest value up to and including' }
}

function subject (rule: NumericRule, { language, when, frequency }: FigureWords): string {
  if (rule.smoothing !== undefined) {
    const periods = `${rule.smoothing} ${PERIODS[frequency][language]}`
    return language === 'da' ? `gennemsnittet af de ${periods} til og med ${when}` : `the mean of the ${periods} up to and including ${when}`
  }
  const aggregate = rule.kind === 'threshold' ? rule.aggregate ?? 'latest' : 'latest'
  return `${AGGREGATES[aggregate][language]} ${when}`
}
