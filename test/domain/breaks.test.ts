import { describe } from 'vitest'
import type { ChangeRule, ThresholdRule } from '../../src/domain/target.ts'
import { everyMonth, table } from './case.ts'

const change: ChangeRule = { kind: 'change', comparator: 'gte', amount: 2, baseline: { period: '2023-12' } }
const threshold: ThresholdRule = { kind: 'threshold', comparator: 'gte', value: 20 }

describe('a break takes a measure that reaches across it', () => {
  table({ rule: change, own: { '2023-12': 10, '2024-06': 12 }, asOf: '2024-07-10' }, [
    ['on the day after the baseline', { breaks: ['2024-01-01'] }, { status: 'no_data', reason: 'series_break' }],
    ['on the last day of the period', { breaks: ['2024-06-30'] }, { status: 'no_data', reason: 'series_break' }],
    ['not on the baseline’s own last day', { breaks: ['2023-12-31'] }, { status: 'on_track', measure: 2 }],
    ['not after the period', { breaks: ['2024-07-01'] }, { status: 'on_track', measure: 2 }],
    ['a benchmark’s break counts too', { rule: { kind: 'benchmark_trend', comparator: 'gte', baseline: { period: '2023-12' }, benchmark: { indicator: 'forecast' } }, forecast: { '2023-12': 1, '2024-06': 1 }, forecastBreaks: ['2024-03-01'] }, { status: 'no_data', reason: 'series_break' }],
    ['that of an indicator not compared with does not', { forecastBreaks: ['2024-03-01'] }, { status: 'on_track' }],
    ['a figure from before the break still counts', { own: { '2023-12': 10, '2024-05': 13, '2024-06': 12 }, breaks: ['2024-06-15'] }, { status: 'on_track', measure: 3, period: '2024-05' }],
    ['and does not decide', { own: { '2023-12': 10, '2024-11': 13, '2024-12': 12 }, breaks: ['2024-12-15'], asOf: '2025-01-10' }, { status: 'awaiting_data', provisional: 'achieved' }],
    ['after a stated baseline’s day', { rule: { ...change, baseline: { value: 10, on: '2024-01-31' } }, breaks: ['2024-02-01'] }, { status: 'no_data', reason: 'series_break' }],
    ['on a stated baseline’s day it does not', { rule: { ...change, baseline: { value: 10, on: '2024-02-01' } }, breaks: ['2024-02-01'] }, { status: 'on_track' }]
  ])
})

describe('a break takes away only the baseline of a threshold and a benchmark_level', () => {
  table({ rule: threshold, own: { '2023-10': 10, '2024-06': 12 }, asOf: '2024-07-10' }, [
    ['no break: far too slow', {}, { status: 'off_track', expected: 10 + 10 * 182 / 366 }],
    ['after the last day of the baseline’s period, though the pace starts on the day before the window', { breaks: ['2023-11-01'] }, { status: 'at_risk', reason: 'pace_unknown', measure: 12, pace: null, expected: null, progress: null }],
    ['on that last day it stays', { breaks: ['2023-10-31'] }, { status: 'off_track' }],
    ['on the last day of p', { breaks: ['2024-06-30'] }, { status: 'at_risk', reason: 'pace_unknown' }],
    ['after p it stays', { breaks: ['2024-07-01'] }, { status: 'off_track' }],
    ['of a stated one its day counts', { rule: { ...threshold, baseline: { value: 10, on: '2023-11-15' } }, breaks: ['2023-11-15'] }, { status: 'off_track' }],
    ['the day after', { rule: { ...threshold, baseline: { value: 10, on: '2023-11-15' } }, breaks: ['2023-11-16'] }, { status: 'at_risk', reason: 'pace_unknown' }],
    ['a benchmark_level alike', { rule: { kind: 'benchmark_level', comparator: 'gte', benchmark: { indicator: 'forecast' } }, forecast: { '2023-10': 20, '2024-06': 15 }, forecastBreaks: ['2024-02-01'] }, { status: 'at_risk', reason: 'pace_unknown', measure: -3 }],
    ['the zero of a sum stays', { rule: { ...threshold, aggregate: 'sum', value: 1200 }, own: everyMonth(2024, 10, {}, 6), breaks: ['2024-02-01'] }, { status: 'off_track', measure: 60, expected: 1200 * 182 / 366 }]
  ])
})

describe('trend and projection begin again at the latest break', () => {
  const own = { '2024-02': 9, '2024-03': 11, '2024-04': 10, '2024-05': 12, '2024-06': 13 }
  table({ rule: threshold, own, asOf: '2024-07-10' }, [
    ['no break', {}, { status: 'at_risk', reason: 'pace_unknown', trend: 'improving' }],
    ['one measure left: no trend', { breaks: ['2024-06-01'] }, { status: 'at_risk', reason: 'pace_unknown', trend: null, projection: null }],
    ['two left: a trend, no projection', { breaks: ['2024-05-01'] }, { status: 'at_risk', reason: 'pace_unknown', trend: 'improving', projection: null }],
    ['on the last day of p', { breaks: ['2024-06-30'] }, { status: 'at_risk', reason: 'pace_unknown', trend: null }],
    ['a figure of the very day begins the series', { frequency: 'day', own: { '2024-06-04': 9, '2024-06-05': 11, '2024-06-06': 13 }, breaks: ['2024-06-05'] }, { status: 'at_risk', reason: 'pace_unknown', trend: 'improving', projection: null }],
    ['a break after p changes nothing', { breaks: ['2024-07-05'] }, { status: 'at_risk', reason: 'pace_unknown', trend: 'improving' }],
    ['the latest of several, in whatever order they are named', { breaks: ['2024-06-01', '2024-03-01', '2024-01-01'] }, { status: 'at_risk', reason: 'pace_unknown', trend: null }],
    ['the benchmark’s among them', { rule: { kind: 'benchmark_level', comparator: 'gte', margin: 20, benchmark: { indicator: 'forecast' } }, forecast: own, breaks: ['2024-06-01'], forecastBreaks: ['2024-03-01'] }, { status: 'at_risk', reason: 'pace_unknown', trend: null }],
    ['a sum’s trend too', { rule: { ...threshold, value: 1200, aggregate: 'sum' }, breaks: ['2024-06-01'] }, { status: 'off_track', trend: null }]
  ])
})
