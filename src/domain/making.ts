import { decimal, type Decimal, isZero, mean, nearest, sum } from './decimal.ts'
import type { Calculation } from './indicator.ts'
import type { Making, Observation } from './measurement.ts'
import { parsePeriod, shiftPeriod } from './period.ts'
import type { SeriesKey } from './target.ts'

/** The figures of a series by period. */
export type Figures = ReadonlyMap<string, Observation>
/** What is done with the values of the parts; null where they give none. */
type Arithmetic = (values: Decimal[]) => Decimal | null

/**
 * A figure made of others: suppressed where one of them is, else missing where one is, a member has none or the sum has no result;
 * else as provisional as they are. Its value is the number nearest to the exact result.
 */
export function made ({ indicator, area, segment }: SeriesKey, period: string, making: Making, arithmetic: Arithmetic): Observation {
  const has = (flag: Observation['flag']): boolean => making.parts.some(part => part.flag === flag)
  const figure = { indicator, area, segment, period, revision: null, source: null, made: making }
  if (has('suppressed')) return { ...figure, value: null, flag: 'suppressed' }
  const exact = has('missing') || making.missing.length > 0 ? null : arithmetic(making.parts.map(({ value }) => decimal(value as number)))
  const value = exact === null ? null : nearest(exact)
  if (value === null || !Number.isFinite(value)) return { ...figure, value: null, flag: 'missing' }
  return { ...figure, value, flag: has('provisional') ? 'provisional' : 'final' }
}

/** A ratio times its factor; none where the denominator is zero. */
export const quotient = (numerator: Decimal, denominator: Decimal, factor = 1): Decimal | null =>
  isZero(denominator) ? null : numerator.div(denominator).mul(decimal(factor))

function arithmeticOf (calculation: Exclude<Calculation, { kind: 'rolling_mean' }>): Arithmetic {
  switch (calculation.kind) {
    case 'sum': return sum
    case 'difference': return ([from, less]) => (from as Decimal).sub(less as Decimal)
    case 'ratio': return ([numerator, denominator]) => quotient(numerator as Decimal, denominator as Decimal, calculation.factor)
  }
}

/** A sum, difference or ratio of each period in which all parts are there. */
export function combined (key: SeriesKey, calculation: Exclude<Calculation, { kind: 'rolling_mean' }>, parts: readonly Figures[]): Observation[] {
  return [...parts[0]?.keys() ?? []].flatMap(period => {
    const figures = parts.map(part => part.get(period)).filter(figure => figure !== undefined)
    return figures.length < parts.length ? [] : [made(key, period, { method: calculation.kind, parts: figures, missing: [] }, arithmeticOf(calculation))]
  })
}

/** The mean of each period and those before it, `count` in all, where they are there and no break (day numbers) runs through them. */
export function rollingMeans (key: SeriesKey, figures: Figures, count: number, breaks: readonly number[]): Observation[] {
  const before = new Map([...figures.keys()].map(text => [text, shiftPeriod(parsePeriod(text), -1)?.text ?? '']))
  return [...figures.keys()].flatMap(last => {
    const parts: Observation[] = []
    for (let text: string | undefined = last; text !== undefined && parts.length < count; text = before.get(text)) {
      const part = figures.get(text)
      if (part !== undefined) parts.unshift(part)
    }
    const first = parts[0]
    if (parts.length < count || first === undefined) return []
    const [start, end] = [parsePeriod(first.period).start, parsePeriod(last).end]
    return breaks.some(day => day > start && day <= end) ? [] : [made(key, last, { method: 'rolling_mean', parts, missing: [] }, mean)]
  })
}
