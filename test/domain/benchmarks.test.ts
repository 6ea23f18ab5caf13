import { describe } from 'vitest'
import type { BenchmarkLevelRule, BenchmarkTrendRule, GapReductionRule } from '../../src/domain/target.ts'
import { table } from './case.ts'

const level = (more: Partial<BenchmarkLevelRule> = {}): BenchmarkLevelRule => ({ kind: 'benchmark_level', comparator: 'lte', benchmark: { area: 'DK' }, ...more })
const trend = (more: Partial<BenchmarkTrendRule> = {}): BenchmarkTrendRule =>
  ({ kind: 'benchmark_trend', comparator: 'lte', benchmark: { area: 'DK' }, baseline: { period: '2023-12' }, ...more })
const gap = (amount: number, more: Partial<GapReductionRule> = {}): GapReductionRule => ({ kind: 'gap_reduction', amount, benchmark: { area: 'DK' }, baseline: { period: '2023-12' }, ...more })

describe('benchmark_level', () => {
  table({ asOf: '2024-12-31' }, [
    ['measures v − b; the margin is 0 where none is said', { rule: level(), own: { '2024-12': 3.9 }, country: { '2024-12': 3.9 } }, { status: 'achieved', final: true, measure: 0, goalLine: { comparator: 'lte', value: 0 } }],
    ['a margin', { rule: level({ margin: 0.6 }), own: { '2024-12': 4.0 }, country: { '2024-12': 3.4 } }, { status: 'achieved', final: true, measure: 0.6 }],
    ['against another indicator of the kommune', { rule: level({ benchmark: { indicator: 'forecast' } }), own: { '2024-12': 4.0 }, forecast: { '2024-12': 3.5 }, country: { '2024-12': 9 } }, { status: 'missed', final: true, measure: 0.5 }],
    ['only equal periods are paired', { rule: level(), own: { '2024-11': 3.0, '2024-12': 4.0 }, country: { '2024-11': 3.5 } }, { status: 'awaiting_data', provisional: 'achieved', measure: -0.5, period: '2024-11' }],
    ['the benchmark’s suppressed deciding period is why it waits', { rule: level(), own: { '2024-11': 3.0, '2024-12': 4.0 }, country: { '2024-11': 3.5, '2024-12': 'suppressed' } }, { status: 'awaiting_data', provisional: 'achieved', reason: 'suppressed' }],
    ['a provisional benchmark does not decide', { rule: level(), own: { '2024-12': 3.0 }, country: { '2024-12': { provisional: 3.5 } } }, { status: 'awaiting_data', provisional: 'achieved', reason: 'provisional' }],
    ['no benchmark at all', { rule: level(), own: { '2024-12': 3.0 } }, { status: 'awaiting_data', reason: 'benchmark_missing' }],
    ['a benchmark indicator that nothing is known of has no figures and no breaks', { rule: level({ benchmark: { indicator: 'unknown' } }), own: { '2024-12': 3.0 } }, { status: 'awaiting_data', reason: 'benchmark_missing' }]
  ])
})

describe('benchmark_level: pace', () => {
  table({ window: '2023-01-01/2023-04-10', frequency: 'day', asOf: '2023-02-20', rule: level({ comparator: 'gte', margin: 10 }) }, [
    ['starts from the last difference before the window', { own: { '2022-12-30': 5, '2022-12-31': 9, '2023-02-19': 14 }, country: { '2022-12-30': 5, '2023-02-19': 10 } }, { status: 'at_risk', measure: 4, expected: 5, pace: 0.8 }],
    ['or from a stated pair', { rule: level({ comparator: 'gte', margin: 10, baseline: { value: 7, on: '2022-12-31', benchmark: 5 } }), own: { '2023-02-19': 15 }, country: { '2023-02-19': 10 } }, { status: 'at_risk', measure: 5, expected: 6, pace: 0.75, progress: 3 / 8 }],
    ['a difference that has stood still', { own: { '2022-12-31': 5, '2023-02-19': 14 }, country: { '2022-12-31': 1, '2023-02-19': 10 } }, { status: 'off_track', measure: 4, pace: 0 }]
  ])
})

describe('benchmark_trend', () => {
  table({ asOf: '2024-12-31' }, [
    ['own change less the benchmark’s', { rule: trend(), own: { '2023-12': 4.0, '2024-12': 3.5 }, country: { '2023-12': 3.4, '2024-12': 3.2 } }, { status: 'achieved', final: true, measure: -0.3 }],
    ['both relative', { rule: trend({ mode: 'relative', margin: -5 }), own: { '2023-12': 50, '2024-12': 45 }, country: { '2023-12': 200, '2024-12': 190 } }, { status: 'achieved', final: true, measure: -5 }],
    ['relative from an own 0', { rule: trend({ mode: 'relative' }), own: { '2023-12': 0, '2024-12': 45 }, country: { '2023-12': 200, '2024-12': 190 } }, { status: 'awaiting_data', reason: 'baseline_zero' }],
    ['relative from a benchmark’s 0', { rule: trend({ mode: 'relative' }), own: { '2023-12': 50, '2024-12': 45 }, country: { '2023-12': 0, '2024-12': 190 } }, { status: 'awaiting_data', reason: 'baseline_zero' }],
    ['a baseline that only the own series has', { rule: trend(), own: { '2023-12': 4.0, '2024-12': 3.5 }, country: { '2024-12': 3.2 } }, { status: 'awaiting_data', reason: 'baseline_missing' }],
    ['a stated baseline without its benchmark', { rule: trend({ baseline: { value: 4, on: '2023-12-31' } }), own: { '2024-12': 3.5 }, country: { '2024-12': 3.2 } }, { status: 'awaiting_data', reason: 'baseline_missing' }],
    ['a stated baseline with it', { rule: trend({ baseline: { value: 4, on: '2023-12-31', benchmark: 3.4 } }), own: { '2024-12': 3.5 }, country: { '2024-12': 3.2 } }, { status: 'achieved', final: true, measure: -0.3 }],
    ['a provisional figure in the baseline does not decide', { rule: trend(), own: { '2023-12': { provisional: 4.0 }, '2024-12': 3.5 }, country: { '2023-12': 3.4, '2024-12': 3.2 } }, { status: 'awaiting_data', provisional: 'achieved', reason: 'provisional' }]
  ])
})

describe('gap_reduction', () => {
  table({ asOf: '2024-12-31', rule: gap(0.2) }, [
    ['lower is better: the gap is v − b', { polarity: 'lower_is_better', own: { '2023-12': 4.0, '2024-12': 3.8 }, country: { '2023-12': 3.4, '2024-12': 3.4 } }, { status: 'achieved', final: true, measure: 0.2, goalLine: { comparator: 'gte', value: 0.2 } }],
    ['higher is better: the gap is b − v', { own: { '2023-12': 70, '2024-12': 71 }, country: { '2023-12': 75, '2024-12': 75.8 } }, { status: 'achieved', final: true, measure: 0.2 }],
    ['a gap that grew', { polarity: 'lower_is_better', own: { '2023-12': 4.0, '2024-12': 3.9 }, country: { '2023-12': 3.4, '2024-12': 3.1 } }, { status: 'missed', final: true, measure: -0.2 }],
    ['the country may move instead', { polarity: 'lower_is_better', own: { '2023-12': 4.0, '2024-12': 4.0 }, country: { '2023-12': 3.4, '2024-12': 3.7 } }, { status: 'achieved', final: true, measure: 0.3 }],
    ['0.6 less 0.4 is 0.2, exactly', { rule: gap(0.2), polarity: 'lower_is_better', own: { '2023-12': 4.0, '2024-12': 3.8 }, country: { '2023-12': 3.4, '2024-12': 3.4 } }, { status: 'achieved', final: true, distance: 0 }]
  ])
})
