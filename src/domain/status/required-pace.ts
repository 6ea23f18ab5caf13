import { toDay } from '../date.ts'
import { type Decimal, rounded, ZERO } from '../decimal.ts'
import { isNeverNegative } from '../indicator.ts'
import type { Period } from '../period.ts'
import { isNumericRule, type NumericRule, ownSeries, type Rule } from '../target.ts'
import { dueOf } from './due.ts'
import { evaluate, type EvaluationInput } from './evaluate.ts'
import { aimsUp } from './measures.ts'
import { currentMeasure, latestMeasured } from './numeric.ts'
import { outlookOf } from './outlook.ts'
import { isCeiling } from './pace.ts'
import { gathered, type PeriodsLeft, periodsLeft } from './periods-left.ts'
import { read, type Reading } from './reading.ts'
import { ofLatest } from './required-level.ts'
import { type FoundPace, NO_PACE, type RequiredPace } from './required-pace-parts.ts'
import { paceWords } from './required-pace-words.ts'
import type { Evaluation } from './status.ts'

/** What it takes from now on to reach the goal line of a rule, on the day `asOf`, and what is to be expected. */
export function requiredPace (input: EvaluationInput): RequiredPace {
  const { rule } = input
  const evaluation = evaluate(input)
  if (isNumericRule(rule)) return paceOfNumeric(rule, input, evaluation)
  const children = 'rules' in rule
    ? rule.rules.map(child => {
      const { indicator, segment } = ownSeries(child, input.own) ?? { indicator: null, segment: null }
      return { indicator, segment, ...requiredPace({ ...input, rule: child }) }
    })
    : null
  const pace = { ...blankPace(rule, evaluation), due: dueOf(rule, input), children }
  return { ...pace, explanation: paceWords(pace, evaluation, input, NO_PACE) }
}

const blankPace = ({ kind }: Rule, { goalLine, current }: Evaluation): Omit<RequiredPace, 'explanation'> => ({
  kind, state: 'not_applicable', reason: null, goalLine, current, periodsLeft: null, nextPeriod: null, lastPeriod: null, remaining: null, perPeriod: null, soFar: null, needed: null, assumption: null, due: null, children: null, forecast: null, noForecast: null
})

function paceOfNumeric (rule: NumericRule, input: EvaluationInput, evaluation: Evaluation): RequiredPace {
  const key = ownSeries(rule, input.own)
  if (key === null) throw new RangeError(`a rule of kind ${rule.kind} needs an indicator`)
  const reading = read(rule, key, input.window, toDay(input.asOf), input.series, input.indicators)
  const left = periodsLeft(reading)
  const latest = latestMeasured(reading)
  const found = reading.meter.aggregate === 'latest' ? ofLatest(reading, latest, left) : ofAggregate(reading, latest, left)
  const { state, reason, exact } = settled(found, reading, evaluation, left)
  const outlook = outlookOf(reading, { last: left.last, periods: state === 'impossible' && reason === 'no_figures_left' ? [] : left.periods, ...gathered(reading) })
  const pace = {
    ...blankPace(rule, evaluation),
    state,
    reason,
    periodsLeft: left.count,
    nextPeriod: left.next?.text ?? null,
    lastPeriod: left.last?.text ?? null,
    remaining: shown(exact.remaining),
    perPeriod: shown(exact.perPeriod),
    soFar: shown(exact.soFar),
    needed: exact.needed === null ? null : { in: found.in ?? 'last', comparator: found.comparator ?? reading.meter.comparator, value: rounded(exact.needed) },
    assumption: exact.needed === null ? null : found.assumption ?? null,
    ...outlook
  }
  return { ...pace, explanation: paceWords(pace, evaluation, input, exact) }
}

const shown = (value: Decimal | null): number | null => value === null ? null : rounded(value)

/** The state that follows from how the target stands; where it is decided, or nothing can come any more, nothing is needed. */
function settled (found: FoundPace, reading: Reading, evaluation: Evaluation, { count }: PeriodsLeft): Pick<FoundPace, 'state' | 'reason' | 'exact'> {
  const { asOf, deadline, indicator } = reading
  const bare = { ...NO_PACE, soFar: found.exact.soFar }
  if (evaluation.status === 'achieved') return { state: 'met', reason: null, exact: bare }
  if (evaluation.status === 'missed') return { state: 'impossible', reason: asOf < deadline ? 'cannot_be_mended' : 'no_figures_left', exact: { ...bare, remaining: found.exact.remaining } }
  if (count === 0) {
    if (evaluation.met === null || found.state === 'unknown') return { state: 'unknown', reason: found.reason ?? 'figure_missing', exact: bare }
    return { state: evaluation.met ? 'met' : 'impossible', reason: evaluation.met ? null : 'no_figures_left', exact: { ...bare, remaining: found.exact.remaining } }
  }
  if (found.state === 'unknown') return found
  // A provisional figure may still be mended, but not by those to come.
  if (evaluation.met === false && (found.in === 'each' || (isCeiling(reading) && isNeverNegative(indicator.unit)))) return { state: 'impossible', reason: 'cannot_be_mended', exact: { ...bare, remaining: found.exact.remaining } }
  const { needed } = found.exact
  const isBelowZero = needed !== null && isNeverNegative(indicator.unit) && (needed.compare(0) < 0 || (needed.compare(0) === 0 && found.comparator === 'lt')) && (found.comparator === 'lte' || found.comparator === 'lt')
  if (isBelowZero && !isCeiling(reading)) return { state: 'impossible', reason: 'below_zero', exact: { ...bare, remaining: found.exact.remaining } }
  if (evaluation.met === true && !isCeiling(reading)) return { ...found, state: 'met' }
  return { ...found, state: asOf >= deadline ? 'awaiting_data' : 'required' }
}

/** A sum is filled up evenly; a mean brought to the line by the mean of the rest; a highest or lowest value is one figure. */
function ofAggregate (reading: Reading, latest: Period | null, { count: left }: PeriodsLeft): FoundPace {
  const { aggregate, comparator, goal } = reading.meter
  const { sum: held, count } = gathered(reading)
  const total = held ?? ZERO
  const measure = latest === null ? (aggregate === 'sum' ? ZERO : null) : currentMeasure(reading, latest)
  const remaining = measure === null ? null : goal.sub(measure)
  const base = { state: 'required' as const, reason: null, comparator }
  if (aggregate === 'sum') {
    const each = left === null || left === 0 ? null : goal.sub(total).div(left)
    return { ...base, in: 'average', exact: { ...NO_PACE, remaining, perPeriod: each, needed: each, soFar: count === 0 ? null : total.div(count) } }
  }
  if (aggregate === 'mean') {
    const rest = left === null || left === 0 ? null : goal.mul(count + left).sub(total).div(left)
    return { ...base, in: 'average', exact: { ...NO_PACE, remaining, needed: rest, soFar: measure } }
  }
  const isEnough = (aggregate === 'max') === aimsUp(comparator)
  return { ...base, in: isEnough ? 'any' : 'each', exact: { ...NO_PACE, remaining, needed: left === 0 ? null : goal } }
}
