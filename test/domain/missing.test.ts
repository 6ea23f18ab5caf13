import { describe } from 'vitest'
import type { BenchmarkTrendRule, ThresholdRule } from '../../src/domain/target.ts'
import { table } from './case.ts'

/** A rule that every reason can apply to; each row takes one reason away. */
const rule: BenchmarkTrendRule = { kind: 'benchmark_trend', comparator: 'gte', mode: 'relative', smoothing: 2, baseline: { period: '2023-12' }, benchmark: { area: 'DK' } }
const base = { '2023-11': 5, '2023-12': 5 }

describe('why there is nothing to judge by: the first that applies, in this order', () => {
  const own = { ...base, '2024-01': 6, '2024-02': 6, '2024-03': 'suppressed' as const }
  table({ rule, own, country: base, breaks: ['2024-01-15'], asOf: '2024-04-10' }, [
    ['baseline_missing: not there', { country: {} }, { status: 'no_data', reason: 'baseline_missing' }],
    ['baseline_missing: not named', { rule: { ...rule, baseline: undefined } }, { status: 'no_data', reason: 'baseline_missing' }],
    ['baseline_zero', { country: { '2023-11': -1, '2023-12': 1 } }, { status: 'no_data', reason: 'baseline_zero' }],
    ['series_break: every mean after the baseline is taken', {}, { status: 'no_data', reason: 'series_break' }],
    ['suppressed: the latest own period of the window', { breaks: [] }, { status: 'no_data', reason: 'suppressed' }],
    ['not where a later one has a value', { breaks: [], own: { ...base, '2024-02': 'suppressed', '2024-03': 6 } }, { status: 'no_data', reason: 'smoothing_incomplete' }],
    ['smoothing_incomplete: own values, none with a mean', { breaks: [], own: { ...base, '2024-02': 6 } }, { status: 'no_data', reason: 'smoothing_incomplete' }],
    ['benchmark_missing: a mean with no benchmark of its period', { breaks: [], own: { ...base, '2024-02': 6, '2024-03': 6 } }, { status: 'no_data', reason: 'benchmark_missing' }],
    ['no_measurement_in_window', { breaks: [], own: base }, { status: 'no_data', reason: 'no_measurement_in_window' }],
    ['no_measurement', { breaks: [], own: { '2024-02': 'missing' }, rule: { ...rule, baseline: { value: 5, on: '2023-12-31', benchmark: 5 } } }, { status: 'no_data', reason: 'no_measurement' }],
    ['from the deadline on it is awaited', { asOf: '2024-12-31' }, { status: 'awaiting_data', reason: 'series_break' }]
  ])
})

describe('the same for rules that need no baseline', () => {
  const threshold: ThresholdRule = { kind: 'threshold', comparator: 'gte', value: 5 }
  table({ rule: threshold, asOf: '2024-04-10' }, [
    ['a named baseline that is missing is no reason', { rule: { ...threshold, baseline: { period: '2023-12' } } }, { status: 'no_data', reason: 'no_measurement' }],
    ['suppressed', { own: { '2023-12': 5, '2024-03': 'suppressed' } }, { status: 'no_data', reason: 'suppressed' }],
    ['missing is not suppressed', { own: { '2023-12': 5, '2024-03': 'missing' } }, { status: 'no_data', reason: 'no_measurement_in_window' }],
    ['before the window suppressed says nothing', { own: { '2023-12': 'suppressed' } }, { status: 'no_data', reason: 'no_measurement' }],
    ['a break takes no figure of a threshold', { own: { '2023-12': 5, '2024-03': 5 }, breaks: ['2024-02-01'] }, { status: 'on_track' }],
    ['but a mean of one', { rule: { ...threshold, smoothing: 2 }, own: { '2024-02': 5, '2024-03': 5 }, breaks: ['2024-03-01'] }, { status: 'no_data', reason: 'series_break' }],
    ['whatever day a baseline is stated for', { rule: { ...threshold, smoothing: 2, baseline: { value: 5, on: '2024-06-30' } }, own: { '2024-02': 5, '2024-03': 5 }, breaks: ['2024-03-01'] }, { status: 'no_data', reason: 'series_break' }],
    ['only before the start nothing is asked', { asOf: '2023-12-31' }, { status: 'not_started' }]
  ])
})

describe('fixed baseline inside the window', () => {
  table({ rule: { kind: 'change', comparator: 'gte', amount: 1, baseline: { period: '2024-02' } }, asOf: '2024-04-10' }, [
    ['own values on or before it alone are no measurement', { own: { '2024-01': 4, '2024-02': 5 } }, { status: 'no_data', reason: 'no_measurement' }],
    ['also where one lies before the window', { own: { '2023-12': 3, '2024-01': 4, '2024-02': 5 } }, { status: 'no_data', reason: 'no_measurement' }],
    ['and where the country has its figures', { rule: { kind: 'benchmark_trend', comparator: 'gte', baseline: { period: '2024-02' }, benchmark: { area: 'DK' } }, own: { '2024-01': 4, '2024-02': 5 }, country: { '2024-01': 4, '2024-02': 5 } }, { status: 'no_data', reason: 'no_measurement' }],
    ['of two, one taken by a break and one without the country’s figure, a figure is missing', { rule: { kind: 'benchmark_trend', comparator: 'gte', baseline: { period: '2024-01' }, benchmark: { area: 'DK' } }, own: { '2024-01': 4, '2024-02': 5, '2024-03': 5 }, country: { '2024-01': 4 }, breaks: ['2024-03-15'] }, { status: 'no_data', reason: 'benchmark_missing' }],
    ['a mean that a break before the stated baseline runs through is taken too', { rule: { kind: 'change', comparator: 'gte', amount: 1, smoothing: 3, baseline: { value: 5, on: '2024-01-31' } }, own: { '2023-12': 5, '2024-01': 5, '2024-02': 5 }, breaks: ['2024-01-10'] }, { status: 'no_data', reason: 'series_break' }],
    ['nor are they taken by a break', { own: { '2024-01': 4, '2024-02': 5 }, breaks: ['2024-03-01'] }, { status: 'no_data', reason: 'no_measurement' }],
    ['those after it are', { own: { '2024-02': 5, '2024-03': 7 }, breaks: ['2024-03-01'] }, { status: 'no_data', reason: 'series_break' }],
    ['one of them before the break is enough', { own: { '2024-02': 5, '2024-03': 7, '2024-04': 4 }, breaks: ['2024-04-15'], asOf: '2024-05-10' }, { status: 'on_track', measure: 2, period: '2024-03' }]
  ])
})
