import { decimal, type Decimal, isZero, relativeChange, ZERO } from '../decimal.ts'
import type { Polarity } from '../indicator.ts'
import type { Aggregate, Comparator, Mode, NumericRule } from '../target.ts'

/** The value of a period and, for rules that compare, of the benchmark in the same period. */
export type Pair = { value: Decimal, benchmark: Decimal | null }

/**
 * What a numeric rule kind measures; everything else about it is the evaluator's. A new kind needs an entry in {@link meterOf} and no more.
 * `needsBaseline`: no measure without one, and the measure at the baseline is 0 (a moving baseline has no such point).
 * `measure(now, base)` takes `base` only where the rule needs one; it is not called for a base that {@link isZeroBase} refuses.
 */
export type Meter = {
  comparator: Comparator
  goal: Decimal
  aggregate: Aggregate
  needsBaseline: boolean
  relative: boolean
  measure: (now: Pair, base: Pair | null) => Decimal
}

const sub = (a: Decimal | null, b: Decimal | null): Decimal => (a ?? ZERO).sub(b ?? ZERO)
const change = (mode: Mode | undefined, now: Decimal | null, base: Decimal | null): Decimal =>
  mode === 'relative' ? relativeChange(now ?? ZERO, base ?? ZERO) : sub(now, base)

/** How far behind the benchmark a pair lies: positive is worse. */
const gap = (pair: Pair | null, polarity: Polarity): Decimal =>
  polarity === 'lower_is_better' ? sub(pair?.value ?? null, pair?.benchmark ?? null) : sub(pair?.benchmark ?? null, pair?.value ?? null)

/** The meter of a rule; `polarity` is the rule's indicator's. */
export function meterOf (rule: NumericRule, polarity: Polarity): Meter {
  const plain = { aggregate: 'latest' as const, relative: false }
  switch (rule.kind) {
    case 'threshold':
      return { ...plain, comparator: rule.comparator, goal: decimal(rule.value), aggregate: rule.aggregate ?? 'latest', needsBaseline: false, measure: now => now.value }
    case 'benchmark_level':
      return { ...plain, comparator: rule.comparator, goal: decimal(rule.margin ?? 0), needsBaseline: false, measure: now => sub(now.value, now.benchmark) }
    case 'change':
      return {
        ...plain, comparator: rule.comparator, goal: decimal(rule.amount), needsBaseline: true, relative: rule.mode === 'relative', measure: (now, base) => change(rule.mode, now.value, base?.value ?? null)
      }
    case 'benchmark_trend':
      return {
        ...plain,
        comparator: rule.comparator,
        goal: decimal(rule.margin ?? 0),
        needsBaseline: true,
        relative: rule.mode === 'relative',
        measure: (now, base) => change(rule.mode, now.value, base?.value ?? null).sub(change(rule.mode, now.benchmark, base?.benchmark ?? null))
      }
    case 'gap_reduction':
      return { ...plain, comparator: 'gte', goal: decimal(rule.amount), needsBaseline: true, measure: (now, base) => gap(base, polarity).sub(gap(now, polarity)) }
    case 'direction':
      return { ...plain, comparator: rule.direction === 'increase' ? 'gt' : 'lt', goal: ZERO, needsBaseline: true, measure: (now, base) => sub(now.value, base?.value ?? null) }
  }
}

/** Whether a relative change from this base has no value. */
export const isZeroBase = (meter: Meter, base: Pair): boolean =>
  meter.relative && (isZero(base.value) || (base.benchmark !== null && isZero(base.benchmark)))

/** m comparator g. */
export function meets (measure: Decimal, comparator: Comparator, goal: Decimal): boolean {
  const order = measure.compare(goal)
  switch (comparator) {
    case 'gte': return order >= 0
    case 'gt': return order > 0
    case 'lte': return order <= 0
    case 'lt': return order < 0
  }
}

/** Whether more is better along the comparator. */
export const aimsUp = (comparator: Comparator): boolean => comparator === 'gte' || comparator === 'gt'

/**
 * The figure at which the measure would be exactly this: every measure is a straight line in the figure, so two points of it tell.
 * @param benchmark the benchmark of the period, `base` what is measured from; each where the rule needs it
 */
export function figureFor ({ measure }: Meter, wanted: Decimal, benchmark: Decimal | null, base: Pair | null): Decimal {
  const atZero = measure({ value: ZERO, benchmark }, base)
  return wanted.sub(atZero).div(measure({ value: ONE, benchmark }, base).sub(atZero))
}

const ONE = decimal(1)
