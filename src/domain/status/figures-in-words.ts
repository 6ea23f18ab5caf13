import { isNumericRule, type NumericRule } from '../target.ts'
import type { EvaluationInput } from './evaluate.ts'
import { decimal } from '../decimal.ts'
import { type FigureWords, goalInWords, wordsFor } from './figure-clause.ts'
import type { Evaluation } from './status.ts'
import { type Language, writeDay, writePeriod } from './wording.ts'

/** The figures of an evaluation, written out; null where there is none. `distance` has no sign: `side` says of which side of the goal line. */
export type FiguresInWords = {
  current: string | null
  when: string | null
  benchmark: string | null
  benchmarkName: string | null
  baseline: string | null
  baselineBenchmark: string | null
  since: string | null
  goal: string | null
  distance: string | null
  side: 'better' | 'short' | 'on' | null
}

/** The figures of an evaluation as they are written in a language, each with its unit and the decimals that its sentence has. */
export function figuresInWords (evaluation: Evaluation, input: EvaluationInput, language: Language): FiguresInWords {
  const { rule, current, baseline, goalLine, distance } = evaluation
  const words = wordsFor(evaluation, input, current === null ? null : decimal(current.measure), language)
  return {
    current: current === null ? null : currentInWords(rule, evaluation, words),
    when: current === null ? null : words.when,
    benchmark: current?.benchmark == null ? null : words.value(current.benchmark),
    benchmarkName: current?.benchmark == null && baseline?.benchmark == null ? null : words.benchmark.name,
    baseline: baseline?.value == null ? null : words.value(baseline.value),
    baselineBenchmark: baseline?.benchmark == null ? null : words.value(baseline.benchmark),
    since: baseline === null ? null : baseline.period === null ? writeDay(baseline.on, language) : writePeriod(baseline.period, language),
    goal: goalLine === null || !isNumericRule(rule) ? null : goalInWords(rule, goalLine, words),
    distance: distance === null ? null : words.between(Math.abs(distance)),
    side: distance === null ? null : distance > 0 ? 'better' : distance < 0 ? 'short' : 'on'
  }
}

/** The figure itself; of an aggregate what has come together. */
function currentInWords (rule: Evaluation['rule'], { current }: Evaluation, words: FigureWords): string {
  const isAggregate = isNumericRule(rule) && aggregateOf(rule) !== 'latest'
  return isAggregate ? words.measure() : words.value(current?.value ?? null)
}

const aggregateOf = (rule: NumericRule): string => rule.kind === 'threshold' ? rule.aggregate ?? 'latest' : 'latest'
