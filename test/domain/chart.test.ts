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

  test('what is only followed, and at most 400 figures', () => {
    const days = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [new Date(Date.UTC(2023, 11, 1 + at)).toISOString().slice(0, 10), at]))
    expect(chart({ rule: { kind: 'monitor' }, frequency: 'day', asOf: '2026-01-01', own: days }).own).toHaveLength(400)
    expect(chart({ rule: { kind: 'threshold', comparator: 'gte', value: 1, aggregate: 'max' }, frequency: 'day', window: '2023-12-01/2026-01-01', asOf: '2026-01-01', own: days }).own.at(-1)).toEqual(['2025-04-13', 499])
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
    expect(sum({})).toMatchObject({ current: null, distance: null, side: null, goal: 'mindst 1.700 i alt' })
  })
})
