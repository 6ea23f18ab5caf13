import { type NumericRule, type ThresholdRule } from '../target.ts'
import { type Evaluation } from './status.ts'
import { type Language } from './wording.ts'

/** The words and figures of a clause, already written in its language. */
export type FigureWords = {
  language: Language
  when: string
  since: string
  value: (value: number | null) => string
  measure: (value: number) => string
  goal: string
  benchmarkName: string
}

/** What was measured and what it is held against: `summen til og med juni 2023 er 340, og målet er mindst 700`. */
export function figureClause (rule: NumericRule, evaluation: Evaluation, words: FigureWords): string {
  const { current, baseline } = evaluation
  if (current === null) return ''
  const { language, when, since, value, goal, benchmarkName } = words
  const da = language === 'da'
  const goalClause = da ? `og målet er ${goal}` : `and the goal is ${goal}`
  const measure = words.measure(current.measure)
  const figure = subject(rule, when, language)
  switch (rule.kind) {
    case 'threshold': return da ? `${figure} er ${measure}, ${goalClause}` : `${figure} is ${measure}, ${goalClause}`
    case 'benchmark_level': return da
      ? `${figure} er ${value(current.value)} mod ${value(current.benchmark)} for ${benchmarkName}, en forskel på ${measure}, ${goalClause}`
      : `${figure} is ${value(current.value)} against ${value(current.benchmark)} for ${benchmarkName}, a difference of ${measure}, ${goalClause}`
    case 'change': return da
      ? `${figure} er ${value(current.value)} mod ${value(baseline?.value ?? null)} (${since}), en ændring på ${measure}, ${goalClause}`
      : `${figure} is ${value(current.value)} against ${value(baseline?.value ?? null)} (${since}), a change of ${measure}, ${goalClause}`
    case 'benchmark_trend': return da
      ? `udviklingen fra ${since} til ${when} ligger ${measure} fra den for ${benchmarkName}, ${goalClause}`
      : `the change from ${since} to ${when} is ${measure} away from that of ${benchmarkName}, ${goalClause}`
    case 'gap_reduction': return gapClause(current, words, goalClause)
    case 'direction': {
      const aim = rule.direction === 'increase' ? (da ? 'en stigning' : 'an increase') : (da ? 'et fald' : 'a decrease')
      return da
        ? `${figure} er ${value(current.value)} mod ${value(baseline?.value ?? null)} (${since}), og målet er ${aim}`
        : `${figure} is ${value(current.value)} against ${value(baseline?.value ?? null)} (${since}), and the goal is ${aim}`
    }
  }
}

function gapClause (current: NonNullable<Evaluation['current']>, { language, when, since, value, measure, benchmarkName }: FigureWords, goalClause: string): string {
  const size = measure(Math.abs(current.measure))
  const pair = language === 'da' ? `${value(current.value)} mod ${value(current.benchmark)}` : `${value(current.value)} against ${value(current.benchmark)}`
  if (language === 'da') return `gabet til ${benchmarkName} er ${current.measure < 0 ? 'vokset' : 'mindsket'} med ${size} fra ${since} til ${when} (${pair}), ${goalClause}`
  return `the gap to ${benchmarkName} has ${current.measure < 0 ? 'grown' : 'narrowed'} by ${size} from ${since} to ${when} (${pair}), ${goalClause}`
}

const AGGREGATES: Record<NonNullable<ThresholdRule['aggregate']>, Record<Language, string>> = {
  latest: { da: 'tallet for', en: 'the figure for' },
  sum: { da: 'summen til og med', en: 'the sum up to and with' },
  mean: { da: 'gennemsnittet til og med', en: 'the mean up to and with' },
  max: { da: 'den højeste værdi til og med', en: 'the highest value up to and with' },
  min: { da: 'den laveste værdi til og med', en: 'the lowest value up to and with' }
}

function subject (rule: NumericRule, when: string, language: Language): string {
  if (rule.smoothing !== undefined) {
    return language === 'da' ? `gennemsnittet af ${rule.smoothing} perioder til og med ${when}` : `the mean of ${rule.smoothing} periods up to and with ${when}`
  }
  const aggregate = rule.kind === 'threshold' ? rule.aggregate ?? 'latest' : 'latest'
  return `${AGGREGATES[aggregate][language]} ${when}`
}
