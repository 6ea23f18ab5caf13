import { describe } from 'vitest'
import type { ChangeRule } from '../../src/domain/target.ts'
import { prov, table } from './case.ts'

const yearOnYear = (comparator: ChangeRule['comparator'], amount: number, more: Partial<ChangeRule> = {}): ChangeRule =>
  ({ kind: 'change', comparator, amount, baseline: { lag: 'P1Y' }, ...more })

describe('a baseline that moves along a year behind', () => {
  table({ rule: yearOnYear('gte', 2), asOf: '2024-07-10' }, [
    ['measures from the period of the same name a year earlier', { own: { '2023-05': 9, '2023-06': 10, '2024-06': 12 } }, { status: 'on_track', measure: 2, baseline: { period: '2023-06', on: '2023-06-30', value: 10, benchmark: null, measure: null } }],
    ['better than a year ago, but not enough: the pace has no fixed point', { own: { '2023-06': 10, '2024-06': 11 } }, { status: 'at_risk', reason: 'pace_unknown', expected: null, pace: null, progress: null, distance: -1 }],
    ['no better than a year ago', { own: { '2023-06': 10, '2024-06': 10 } }, { status: 'off_track', reason: null }],
    ['worse is off track and never slipped', { rule: yearOnYear('gte', -1), own: { '2023-06': 10, '2024-06': 8 } }, { status: 'off_track', reason: null }],
    ['a period whose namesake has no value is passed over', { own: { '2023-05': 9, '2024-05': 11, '2024-06': 20 } }, { status: 'on_track', measure: 2, period: '2024-05' }],
    ['an earlier year in the window can be the baseline', { window: '2023-01-01/2024-12-31', own: { '2023-06': 10, '2024-06': 12 } }, { status: 'on_track', measure: 2 }]
  ])
})

describe('periods that have no namesake a year earlier', () => {
  table({ rule: yearOnYear('gte', 2) }, [
    ['week 53', { frequency: 'week', window: '2020-01-01/2021-01-03', own: { '2019-W52': 10, '2020-W53': 20 }, asOf: '2021-01-03' }, { status: 'awaiting_data', reason: 'baseline_missing' }],
    ['29 February', { frequency: 'day', own: { '2023-02-28': 10, '2024-02-29': 20 }, asOf: '2024-03-01' }, { status: 'no_data', reason: 'baseline_missing' }],
    ['a range', { frequency: 'irregular', own: { '2023-01-01/2023-06-30': 10, '2024-01-01/2024-06-30': 20 }, asOf: '2024-07-01' }, { status: 'no_data', reason: 'baseline_missing' }],
    ['but a month of an irregular series has one', { frequency: 'irregular', own: { '2023-06': 10, '2024-06': 20 }, asOf: '2024-07-01' }, { status: 'on_track', measure: 10 }],
    ['a week does not count as later where it has none: week 52 decides', { frequency: 'week', window: '2020-01-01/2021-01-03', own: { '2019-W52': 10, '2020-W52': 20 }, asOf: '2021-01-03' }, { status: 'achieved', final: true, period: '2020-W52' }],
    ['but with a fixed baseline week 53 does', { rule: { ...yearOnYear('gte', 2), baseline: { period: '2019-W52' } }, frequency: 'week', window: '2020-01-01/2021-01-03', own: { '2019-W52': 10, '2020-W52': 20 }, asOf: '2021-01-03' }, { status: 'awaiting_data', provisional: 'achieved' }],
    ['what waits for week 52 does not wait for a suppressed week 53', { frequency: 'week', window: '2020-01-01/2021-01-03', own: { '2019-W51': 10, '2020-W51': 20, '2020-W53': 'suppressed' }, asOf: '2021-01-03' }, { status: 'awaiting_data', provisional: 'achieved', reason: null }],
    ['but for a suppressed week 52', { frequency: 'week', window: '2020-01-01/2021-01-03', own: { '2019-W51': 10, '2020-W51': 20, '2020-W52': 'suppressed' }, asOf: '2021-01-03' }, { status: 'awaiting_data', provisional: 'achieved', reason: 'suppressed' }],
    ['28 February decides a window that ends on the 29th', { frequency: 'day', window: '2024-02-01/2024-02-29', own: { '2023-02-28': 10, '2024-02-28': 20 }, asOf: '2024-03-01' }, { status: 'achieved', final: true, period: '2024-02-28' }]
  ])
})

describe('deciding with a lag', () => {
  table({ rule: yearOnYear('gte', 2), asOf: '2024-12-31' }, [
    ['decided', { own: { '2023-12': 10, '2024-12': 12 } }, { status: 'achieved', final: true }],
    ['the namesake is provisional', { own: { '2023-12': prov(10), '2024-12': 12 } }, { status: 'awaiting_data', provisional: 'achieved', reason: 'provisional' }],
    ['the deciding period’s namesake is suppressed', { own: { '2023-11': 10, '2023-12': 'suppressed', '2024-11': 12, '2024-12': 12 } }, { status: 'awaiting_data', provisional: 'achieved', reason: 'suppressed' }],
    ['the deciding period’s namesake is simply not there', { own: { '2023-11': 10, '2024-11': 12, '2024-12': 12 } }, { status: 'awaiting_data', provisional: 'achieved', reason: null }]
  ])
})

describe('why there is no measure: asked of the latest own period in the window', () => {
  table({ rule: yearOnYear('gte', 2, { mode: 'relative' }), asOf: '2024-07-10' }, [
    ['it lacks its namesake', { own: { '2023-05': 0, '2024-05': 11, '2024-06': 12 } }, { status: 'no_data', reason: 'baseline_missing' }],
    ['its namesake is 0, though the one before lacks it', { own: { '2023-06': 0, '2024-05': 11, '2024-06': 12 } }, { status: 'no_data', reason: 'baseline_zero' }],
    ['a break lies between', { own: { '2023-06': 9, '2024-05': 11, '2024-06': 12 }, breaks: ['2024-06-30'] }, { status: 'no_data', reason: 'series_break' }],
    ['a break after it does not', { rule: { kind: 'benchmark_trend', comparator: 'gte', baseline: { lag: 'P1Y' }, benchmark: { area: 'DK' } }, own: { '2023-06': 9, '2024-06': 12 }, country: { '2023-06': 9 }, breaks: ['2024-07-01'] }, { status: 'no_data', reason: 'benchmark_missing' }],
    ['no own value in the window: the baseline is not asked', { own: { '2023-06': 9, '2024-06': 'suppressed' } }, { status: 'no_data', reason: 'suppressed' }],
    ['nor without any figure', {}, { status: 'no_data', reason: 'no_measurement' }]
  ])
})
