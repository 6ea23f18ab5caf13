import { describe, expect, test } from 'vitest'
import { chartOf } from '../../src/domain/status/chart.ts'
import { evaluate } from '../../src/domain/status/evaluate.ts'
import { figuresInWords } from '../../src/domain/status/figures-in-words.ts'
import type { Rule } from '../../src/domain/target.ts'
import { everyMonth, inputOf, type Question } from './case.ts'

const chart = (question: Question) => {
  const drawn = chartOf(question.rule, inputOf(question))
  const values = (points: { on: string, value: number }[] = []) => points.map(({ on, value }) => [on, value])
  return { own: values(drawn?.own), benchmark: values(drawn?.benchmark), goal: values(drawn?.goal), expected: values(drawn?.expected), breaks: drawn?.breaks }
}

describe('a chart shows in the unit of the indicator', () => {
  test('a threshold: the level, and the way from the last figure before the window', () => {
    expect(chart({ rule: { kind: 'threshold', comparator: 'gte', value: 75 }, asOf: '2024-03-31', own: { '2023-12': 70, '2024-01': 71, '2024-02': 'suppressed', '2024-03': 72.5, '2024-04': 99 } })).toEqual({
      own: [['2023-12-31', 70], ['2024-01-31', 71], ['2024-03-31', 72.5]],
      benchmark: [],
      goal: [['2024-01-01', 75], ['2024-12-31', 75]],
      expected: [['2023-12-31', 70], ['2024-12-31', 75]],
      breaks: []
    })
  })

  test('a sum: what has come together, from nothing', () => {
    expect(chart({ rule: { kind: 'threshold', comparator: 'gte', value: 700, aggregate: 'sum' }, unit: 'count', asOf: '2024-03-31', own: { '2023-12': 60, '2024-01': 50, '2024-02': 60, '2024-03': 55 } })).toMatchObject({
      own: [['2024-01-31', 50], ['2024-02-29', 110], ['2024-03-31', 165]], goal: [['2024-01-01', 700], ['2024-12-31', 700]], expected: [['2023-12-31', 0], ['2024-12-31', 700]]
    })
  })

  test('a mean, a highest and a lowest figure as they stood', () => {
    const aggregated = (aggregate: 'mean' | 'max' | 'min') => chart({ rule: { kind: 'threshold', comparator: 'gte', value: 9, aggregate }, asOf: '2024-04-30', own: { '2024-01': 4, '2024-02': 8, '2024-03': 3, '2024-04': 9 } }).own.map(([, value]) => value)
    expect([aggregated('mean'), aggregated('max'), aggregated('min')]).toEqual([[4, 6, 5, 6], [4, 8, 8, 9], [4, 4, 3, 3]])
  })

  test('a change: the level that it comes to', () => {
    const rule = { kind: 'change', comparator: 'lte', amount: -10, mode: 'relative', baseline: { period: '2023-12' } } as const
    expect(chart({ rule, asOf: '2024-01-31', own: { '2023-12': 50, '2024-01': 49 } })).toMatchObject({ goal: [['2024-01-01', 45], ['2024-12-31', 45]], expected: [['2023-12-31', 50], ['2024-12-31', 45]] })
  })

  test('a comparison: a line that follows the benchmark', () => {
    const rule = { kind: 'benchmark_level', comparator: 'lte', margin: -1, benchmark: { area: 'DK' } } as const
    expect(chart({ rule, polarity: 'lower_is_better', asOf: '2024-02-29', own: { '2024-01': 3 }, country: { '2023-12': 2.8, '2024-01': 2.9, '2024-02': 3.1 } })).toMatchObject({
      own: [['2024-01-31', 3]], benchmark: [['2023-12-31', 2.8], ['2024-01-31', 2.9], ['2024-02-29', 3.1]], goal: [['2024-01-31', 1.9], ['2024-02-29', 2.1]], expected: []
    })
  })

  test('a gap: where it would be narrow enough, and evenly narrowed so far', () => {
    const rule = { kind: 'gap_reduction', amount: 0.2, benchmark: { area: 'DK' }, baseline: { period: '2023-08' } } as const
    expect(chart({ rule, polarity: 'lower_is_better', asOf: '2024-07-10', own: { '2023-08': 4, '2024-06': 3.9 }, country: { '2023-08': 3.4, '2024-06': 3.4 } })).toMatchObject({
      goal: [['2024-06-30', 3.8]], expected: [['2023-08-31', 4], ['2024-06-30', 3.8754]]
    })
  })

  test('a year\'s lag: a line that is the year before', () => {
    const rule = { kind: 'direction', direction: 'decrease', baseline: { lag: 'P1Y' } } as const
    expect(chart({ rule, asOf: '2024-02-29', own: { ...everyMonth(2023, 5, { '2023-02': 6 }), '2024-01': 4, '2024-02': 7 } })).toMatchObject({ goal: [['2024-01-31', 5], ['2024-02-29', 6]], expected: [] })
  })

  test('a mean of several months, and none across a break', () => {
    const question: Question = { rule: { kind: 'threshold', comparator: 'gte', value: 9, smoothing: 2 }, asOf: '2024-04-30', own: { '2024-01': 4, '2024-02': 8, '2024-03': 3, '2024-04': 9 }, breaks: ['2024-03-01', '2030-01-01'] }
    expect(chart(question)).toMatchObject({ own: [['2024-02-29', 6], ['2024-04-30', 6]], breaks: ['2024-03-01'] })
  })

  test('no way where the goal is met from the start, no level without a baseline, no chart where people judge', () => {
    expect(chart({ rule: { kind: 'threshold', comparator: 'gte', value: 75 }, asOf: '2024-03-31', own: { '2023-12': 80 } }).expected).toEqual([])
    expect(chart({ rule: { kind: 'change', comparator: 'gte', amount: 1, baseline: { period: '2022-12' } }, asOf: '2024-03-31', own: { '2024-01': 80 } })).toMatchObject({ goal: [], expected: [] })
    expect(chartOf({ kind: 'assessment' }, inputOf({ rule: { kind: 'assessment' }, asOf: '2024-03-31' }))).toBeNull()
  })

  test('of the past what lies within a year before the window or the baseline, and up to asOf', () => {
    const own = { ...everyMonth(2022, 1), ...everyMonth(2023, 2), ...everyMonth(2024, 3), '2025-01': 4, '2025-02': 5 }
    const ends = (rule: Rule, more: Partial<Question> = {}) => {
      const shown = chart({ rule, asOf: '2025-01-31', own, country: own, ...more })
      return [shown.own[0]?.[0], shown.own.at(-1)?.[0], shown.benchmark[0]?.[0], shown.benchmark.at(-1)?.[0]]
    }
    expect(ends({ kind: 'monitor' })).toEqual(['2022-12-31', '2025-01-31', undefined, undefined])
    // 2022-12-31 lies 366 days before the first of January 2024, and so it does before the baseline of a threshold.
    expect(ends({ kind: 'monitor' }, { window: '2024-01-02/2024-12-31' })[0]).toBe('2023-01-31')
    expect(ends({ kind: 'benchmark_level', comparator: 'gte', benchmark: { area: 'DK' }, baseline: { value: 1, benchmark: 1, on: '2023-07-31' } })).toEqual(['2022-07-31', '2025-01-31', '2022-07-31', '2025-01-31'])
    expect(ends({ kind: 'benchmark_level', comparator: 'gte', benchmark: { area: 'DK' }, baseline: { value: 1, benchmark: 1, on: '2024-02-29' } })).toEqual(['2022-12-31', '2025-01-31', '2022-12-31', '2025-01-31'])
  })

  test('of a benchmark’s line only the window and the way there', () => {
    const country = { ...everyMonth(2023, 3), ...everyMonth(2024, 3), '2025-01': 3 }
    const line = (more: object, asked: Partial<Question> = {}) => {
      const { goal, expected } = chart({ rule: { kind: 'benchmark_level', comparator: 'gte', margin: 1, benchmark: { area: 'DK' }, ...more } as Rule, asOf: '2025-01-31', own: country, country, ...asked })
      return [goal[0]?.[0], goal.at(-1)?.[0], expected[0]?.[0], expected.at(-1)?.[0]]
    }
    expect(line({})).toEqual(['2024-01-31', '2024-12-31', '2023-12-31', '2024-12-31'])
    expect(line({ baseline: { value: 3, benchmark: 3, on: '2024-02-29' } })).toEqual(['2024-01-31', '2024-12-31', '2024-02-29', '2024-12-31'])
    expect(line({ baseline: { value: 3, benchmark: 3, on: '2023-06-30' } })).toEqual(['2024-01-31', '2024-12-31', '2023-06-30', '2024-12-31'])
    expect(line({}, { frequency: 'day', country: { '2023-12-31': 3, '2024-01-01': 3, '2024-01-02': 3 } }).slice(0, 2)).toEqual(['2024-01-01', '2024-01-02'])
  })

  test('of a benchmark’s line nothing where that has no value', () => {
    const { goal } = chart({ rule: { kind: 'benchmark_level', comparator: 'gte', margin: 1, benchmark: { area: 'DK' } }, asOf: '2024-07-10', country: { '2024-01': 3, '2024-02': 'suppressed', '2024-03': 4 } })
    expect(goal).toEqual([['2024-01-31', 4], ['2024-03-31', 5]])
  })

  test('no way from a baseline at the deadline, nor from one behind a break', () => {
    const level = { kind: 'threshold', comparator: 'gte', value: 75 } as const
    const own = { '2023-12': 70, '2024-05': 71 }
    expect(chart({ rule: { ...level, baseline: { value: 70, on: '2024-12-30' } }, asOf: '2024-07-10', own }).expected).toEqual([['2024-12-30', 70], ['2024-12-31', 75]])
    expect(chart({ rule: { ...level, baseline: { value: 70, on: '2024-12-31' } }, asOf: '2024-07-10', own }).expected).toEqual([])
    expect(chart({ rule: level, asOf: '2024-07-10', own, breaks: ['2024-02-01'] })).toMatchObject({ goal: [['2024-01-01', 75], ['2024-12-31', 75]], expected: [] })
    // Before any figure of the window nothing lies behind it yet.
    expect(chart({ rule: level, asOf: '2024-07-10', own: { '2023-12': 70 }, breaks: ['2024-02-01'] }).expected).toEqual([['2023-12-31', 70], ['2024-12-31', 75]])
  })

  test('the breaks that lie among the figures', () => {
    const breaks = ['2024-01-31', '2024-02-29', '2024-03-01', '2024-03-31', '2024-04-01']
    const own = { '2024-01': 1, '2024-02': 2, '2024-03': 3 }
    expect(chart({ rule: { kind: 'threshold', comparator: 'gte', value: 75 }, asOf: '2024-07-10', own, breaks }).breaks).toEqual(['2024-02-29', '2024-03-01', '2024-03-31'])
    expect(chart({ rule: { kind: 'monitor' }, asOf: '2024-07-10', own, breaks }).breaks).toEqual(['2024-02-29', '2024-03-01', '2024-03-31'])
    expect(chart({ rule: { kind: 'monitor' }, asOf: '2024-07-10', own: {}, breaks }).breaks).toEqual([])
  })

  test('has every list, also where it is empty', () => {
    const empty = { benchmark: [], goal: [], expected: [], breaks: [], window: { start: '2024-01-01', deadline: '2024-12-31' } }
    const drawn = (rule: Rule) => chartOf(rule, inputOf({ rule, asOf: '2024-03-31', own: { '2024-01': 1 } }))
    const january = [{ period: '2024-01', on: '2024-01-31', value: 1 }]
    expect(drawn({ kind: 'monitor' })).toEqual({ ...empty, own: january })
    expect(drawn({ kind: 'change', comparator: 'gte', amount: 1, baseline: { period: '2022-12' } })).toEqual({ ...empty, own: january })
    expect(drawn({ kind: 'direction', direction: 'increase', baseline: { lag: 'P1Y' } })).toEqual({ ...empty, own: january })
    expect(drawn({ kind: 'gap_reduction', amount: 1, baseline: { period: '2022-12' }, benchmark: { area: 'DK' } })).toEqual({ ...empty, own: january })
  })

  test('what is only followed, and at most 400 figures', () => {
    const days = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [new Date(Date.UTC(2023, 11, 1 + at)).toISOString().slice(0, 10), at]))
    expect(chart({ rule: { kind: 'monitor' }, frequency: 'day', asOf: '2026-01-01', own: days }).own).toHaveLength(400)
    expect(chart({ rule: { kind: 'threshold', comparator: 'gte', value: 1, aggregate: 'max' }, frequency: 'day', window: '2023-12-01/2026-01-01', asOf: '2026-01-01', own: days }).own).toSatisfy((own: unknown[]) => own.length === 400 && JSON.stringify(own.at(-1)) === '["2025-04-13",499]')
  })

  test('the last figure lies on the side of the goal line that the status says', () => {
    const rules: Rule[] = [
      { kind: 'threshold', comparator: 'gte', value: 5 }, { kind: 'threshold', comparator: 'lt', value: 5 }, { kind: 'change', comparator: 'gte', amount: 1, baseline: { period: '2023-12' } },
      { kind: 'change', comparator: 'lte', amount: -5, mode: 'relative', baseline: { period: '2023-12' } }, { kind: 'benchmark_level', comparator: 'gt', margin: 0.5, benchmark: { area: 'DK' } },
      { kind: 'benchmark_trend', comparator: 'gte', mode: 'relative', margin: 2, baseline: { period: '2023-12' }, benchmark: { area: 'DK' } }, { kind: 'gap_reduction', amount: 0.3, baseline: { period: '2023-12' }, benchmark: { area: 'DK' } },
      { kind: 'direction', direction: 'increase', baseline: { lag: 'P1Y' } }
    ]
    for (const rule of rules) {
      for (const value of [3.9, 4.4, 5, 5.6, 7]) {
        const input = inputOf({ rule, asOf: '2024-02-29', own: { '2023-02': 5, '2023-12': 4.5, '2024-02': value }, country: { '2023-02': 4.9, '2023-12': 4.8, '2024-02': 4.7 } })
        const [status, drawn] = [evaluate(input), chartOf(rule, input)]
        const goal = drawn?.goal.findLast(({ on }) => on <= '2024-02-29')?.value ?? drawn?.goal[0]?.value
        const isAbove = value > (goal ?? NaN) || (value === goal && ['gte', 'lte'].includes(status.goalLine?.comparator ?? ''))
        const aimsUp = ['gte', 'gt'].includes(status.goalLine?.comparator ?? '') && rule.kind !== 'direction'
        const isMet = aimsUp || rule.kind === 'direction' ? isAbove : value < (goal ?? NaN) || (value === goal && status.goalLine?.comparator === 'lte')
        expect([rule, value, isMet]).toEqual([rule, value, status.met])
      }
    }
  })
})

describe('figures in words', () => {
  const words = (question: Question, language: 'da' | 'en' = 'da') => figuresInWords(evaluate(inputOf(question)), inputOf(question), language)

  test('of a gap, in both languages', () => {
    const question: Question = { rule: { kind: 'gap_reduction', amount: 0.2, benchmark: { area: 'DK' }, baseline: { period: '2023-08' } }, polarity: 'lower_is_better', asOf: '2024-07-10', own: { '2023-08': 4, '2024-06': 3.9 }, country: { '2023-08': 3.4, '2024-06': 3.4 } }
    expect(words(question)).toEqual({
      current: '3,9 pct.', when: 'juni 2024', benchmark: '3,4 pct.', benchmarkName: 'hele landet', baseline: '4,0 pct.', baselineBenchmark: '3,4 pct.', since: 'august 2023', goal: 'gabet til hele landet mindskes med mindst 0,2 procentpoint fra august 2023', distance: '0,1 procentpoint', side: 'short'
    })
    expect(words(question, 'en')).toMatchObject({ current: '3.9 per cent', goal: 'the gap to the whole country narrows by at least 0.2 percentage points from August 2023', distance: '0.1 percentage points' })
  })

  test.each<[string, Partial<Question>]>([
    ['mindst 1,0 procentpoint lavere end hele landet', { rule: { kind: 'benchmark_level', comparator: 'lte', margin: -1, benchmark: { area: 'DK' } } }],
    ['mindst det samme som RAR Sjælland', { rule: { kind: 'benchmark_level', comparator: 'gte', benchmark: { area: 'RAR-SJ' } } }],
    ['et lavere tal end hele landet', { rule: { kind: 'benchmark_level', comparator: 'lt', benchmark: { area: 'DK' } } }],
    ['mindst den samme ændring som for hele landet i forhold til samme periode året før', { rule: { kind: 'benchmark_trend', comparator: 'gte', baseline: { lag: 'P1Y' }, benchmark: { area: 'DK' } } }],
    ['et fald i forhold til samme periode året før', { rule: { kind: 'direction', direction: 'decrease', baseline: { lag: 'P1Y' } } }],
    ['et fald fra 48,0 pct. (31. december 2020)', { rule: { kind: 'direction', direction: 'decrease', baseline: { value: 48, on: '2020-12-31' } } }],
    ['en stigning på mindst 10,0 pct. fra 2022', { rule: { kind: 'change', comparator: 'gte', amount: 10, mode: 'relative', baseline: { period: '2022' } } }]
  ])('the goal line: %s', (goal, question) => {
    expect(words({ asOf: '2024-03-01', ...question } as Question).goal).toBe(goal)
  })

  test('a sum as it has come together, on the line and beyond it', () => {
    const sum = (own: Question['own']) => words({ rule: { kind: 'threshold', comparator: 'gte', value: 1700, aggregate: 'sum' }, unit: 'count', decimals: 0, asOf: '2024-03-31', ...own && { own } })
    expect(sum({ '2024-01': 900, '2024-02': 800 })).toMatchObject({ current: '1.700', distance: '0', side: 'on' })
    expect(sum({ '2024-01': 900, '2024-02': 801 })).toMatchObject({ current: '1.701', distance: '1', side: 'better' })
    expect(sum({})).toEqual({ current: null, when: null, benchmark: null, benchmarkName: null, baseline: null, baselineBenchmark: null, since: '31. december 2023', goal: 'mindst 1.700 i alt', distance: null, side: null })
  })

  test('names the benchmark where one has a figure, now or in the baseline', () => {
    const level = { rule: { kind: 'benchmark_level', comparator: 'lte', benchmark: { area: 'DK' } } as const, asOf: '2024-07-10' }
    expect(words({ ...level, own: { '2024-06': 3.9 }, country: { '2024-06': 3.4 } })).toMatchObject({ benchmark: '3,4 pct.', benchmarkName: 'hele landet', baseline: null, baselineBenchmark: null, since: null })
    expect(words({ ...level, own: { '2023-12': 3.9 }, country: { '2023-12': 3.4 } })).toMatchObject({ current: null, benchmark: null, benchmarkName: 'hele landet', baseline: '3,9 pct.', baselineBenchmark: '3,4 pct.', since: 'december 2023' })
    expect(words({ ...level, own: { '2024-06': 3.9 } })).toMatchObject({ benchmark: null, benchmarkName: null })
    expect(words({ rule: { kind: 'threshold', comparator: 'gte', value: 5 }, asOf: '2024-07-10', own: { '2023-12': 4, '2024-06': 5 } })).toMatchObject({ current: '5,0 pct.', benchmark: null, benchmarkName: null, baseline: '4,0 pct.', baselineBenchmark: null })
  })

  test('the figure has the indicator’s decimals, only the sentence as many as tell it from the line', () => {
    expect(words({ rule: { kind: 'threshold', comparator: 'gte', value: 4.1 }, asOf: '2024-07-10', own: { '2024-06': 4.06 } })).toMatchObject({ current: '4,1 pct.', distance: '0,04 procentpoint', side: 'short' })
  })

  test('what is only followed or judged has no goal line', () => {
    expect(words({ rule: { kind: 'monitor' }, asOf: '2024-07-10', own: { '2024-06': 4.06 } })).toMatchObject({ current: '4,1 pct.', when: 'juni 2024', goal: null, distance: null, side: null })
    expect(words({ rule: { kind: 'assessment' }, asOf: '2024-07-10' })).toMatchObject({ current: null, goal: null })
  })
})
