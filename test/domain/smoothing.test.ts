import { describe } from 'vitest'
import type { ThresholdRule } from '../../src/domain/target.ts'
import { everyMonth, prov, table } from './case.ts'

const smoothed = (smoothing: number, more: Partial<ThresholdRule> = {}): ThresholdRule => ({ kind: 'threshold', comparator: 'gte', value: 5, smoothing, ...more })

describe('smoothing: a value is the mean of n consecutive periods', () => {
  table({ rule: smoothed(3), asOf: '2024-07-10' }, [
    ['ending at the period', { own: { '2024-04': 3, '2024-05': 4, '2024-06': 8 } }, { status: 'on_track', measure: 5, period: '2024-06' }],
    ['exact, also in thirds', { own: { '2024-04': 5, '2024-05': 5, '2024-06': 5.1 } }, { status: 'on_track', measure: 5.0333 }],
    ['without a value unless all n have one', { own: { '2024-03': 5, '2024-04': 5, '2024-05': 5, '2024-06': 'suppressed' } }, { status: 'on_track', measure: 5, period: '2024-05' }],
    ['they may reach back before the window', { own: { '2023-11': 4, '2023-12': 5, '2024-01': 6 }, asOf: '2024-02-01' }, { status: 'on_track', measure: 5, period: '2024-01' }],
    ['too few', { own: { '2024-05': 5, '2024-06': 5 } }, { status: 'no_data', reason: 'smoothing_incomplete' }],
    ['a hole', { own: { '2024-03': 5, '2024-04': 5, '2024-06': 5 } }, { status: 'no_data', reason: 'smoothing_incomplete' }],
    ['a mean before the window alone', { own: { '2023-10': 5, '2023-11': 5, '2023-12': 5 } }, { status: 'no_data', reason: 'no_measurement_in_window' }],
    ['raw figures before the window, no mean at all', { own: { '2023-12': 5 } }, { status: 'no_data', reason: 'no_measurement' }],
    ['the latest raw figure suppressed comes first', { own: { '2024-05': 5, '2024-06': 'suppressed' } }, { status: 'no_data', reason: 'suppressed' }],
    ['weeks run on over week 53', { frequency: 'week', window: '2021-01-01/2021-12-31', own: { '2020-W52': 4, '2020-W53': 5, '2021-W01': 6 }, asOf: '2021-02-01' }, { status: 'on_track', measure: 5, period: '2021-W01' }]
  ])
})

describe('smoothing: baselines, benchmarks and deciding', () => {
  const own = { '2023-05': 10, '2023-06': 12, '2024-05': 13, '2024-06': 14 }
  table({ asOf: '2024-07-10' }, [
    ['the pace starts from a mean too', { rule: smoothed(2, { value: 20 }), own: { '2023-11': 8, '2023-12': 12, '2024-05': 14, '2024-06': 16 } }, { status: 'on_track', measure: 15, expected: 10 + 10 * 182 / 366, pace: 5 / (10 * 182 / 366) }],
    ['with a lag both ends are means', { rule: { kind: 'change', comparator: 'gte', amount: 2.5, baseline: { lag: 'P1Y' }, smoothing: 2 }, own }, { status: 'on_track', measure: 2.5 }],
    ['a mean is shown rounded, and so are its baseline and benchmark', { rule: { kind: 'benchmark_trend', comparator: 'gte', margin: 1, baseline: { period: '2023-06' }, benchmark: { area: 'DK' }, smoothing: 3 }, own: { '2023-04': 1, '2023-05': 1, '2023-06': 2, '2024-04': 2, '2024-05': 2, '2024-06': 3 }, country: { '2023-04': 0, '2023-05': 0, '2023-06': 1, '2024-04': 0, '2024-05': 0, '2024-06': 2 } }, { status: 'on_track', measure: 0.6667, baseline: { period: '2023-06', on: '2023-06-30', value: 1.3333, benchmark: 0.3333, measure: 0 } }],
    ['a named baseline is a mean', { rule: { kind: 'change', comparator: 'gte', amount: 2.5, baseline: { period: '2023-06' }, smoothing: 2 }, own }, { status: 'on_track', measure: 2.5 }],
    ['that lacks a part', { rule: { kind: 'change', comparator: 'gte', amount: 2.5, baseline: { period: '2023-05' }, smoothing: 2 }, own }, { status: 'no_data', reason: 'baseline_missing' }],
    ['the benchmark is smoothed alike', { rule: { kind: 'benchmark_level', comparator: 'gte', benchmark: { area: 'DK' }, smoothing: 2 }, own, country: { '2024-05': 13, '2024-06': 15 } }, { status: 'at_risk', reason: 'pace_unknown', measure: -0.5 }],
    ['a benchmark without a mean', { rule: { kind: 'benchmark_level', comparator: 'gte', benchmark: { area: 'DK' }, smoothing: 2 }, own, country: { '2024-06': 15 } }, { status: 'no_data', reason: 'benchmark_missing' }],
    ['one provisional part keeps it from deciding', { rule: smoothed(3), own: { '2024-10': 5, '2024-11': prov(5), '2024-12': 5 }, asOf: '2024-12-31' }, { status: 'awaiting_data', provisional: 'achieved', reason: 'provisional' }],
    ['one suppressed part is why it waits', { rule: smoothed(3), own: everyMonth(2024, 5, { '2024-11': 'suppressed' }), asOf: '2024-12-31' }, { status: 'awaiting_data', provisional: 'achieved', reason: 'suppressed', period: '2024-10' }]
  ])
})

describe('smoothing and breaks', () => {
  const own = { '2024-04': 5, '2024-05': 5, '2024-06': 5 }
  table({ rule: smoothed(3), own, asOf: '2024-07-10' }, [
    ['a break after the first day of the first period takes the mean', { breaks: ['2024-04-02'] }, { status: 'no_data', reason: 'series_break' }],
    ['one on that first day does not', { breaks: ['2024-04-01'] }, { status: 'on_track' }],
    ['one on the last day of the period does', { breaks: ['2024-06-30'] }, { status: 'no_data', reason: 'series_break' }],
    ['one on the day after does not', { breaks: ['2024-07-01'] }, { status: 'on_track' }],
    ['with a mean from before the break the series goes on', { own: { '2024-03': 5, ...own }, breaks: ['2024-06-01'] }, { status: 'on_track', period: '2024-05' }]
  ])
})
