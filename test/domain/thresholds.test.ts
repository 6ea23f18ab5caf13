import { describe } from 'vitest'
import type { ThresholdRule } from '../../src/domain/target.ts'
import { everyMonth, table } from './case.ts'

const threshold = (comparator: ThresholdRule['comparator'], value: number, more: Partial<ThresholdRule> = {}): ThresholdRule => ({ kind: 'threshold', comparator, value, ...more })

describe('threshold: comparators', () => {
  table({ own: { '2024-12': 75 }, asOf: '2024-12-31' }, [
    ['gte is met at equality', { rule: threshold('gte', 75) }, { status: 'achieved', final: true, met: true, distance: 0 }],
    ['gt is not met at equality', { rule: threshold('gt', 75) }, { status: 'missed', final: true, met: false, distance: 0 }],
    ['lte is met at equality', { rule: threshold('lte', 75) }, { status: 'achieved', final: true, met: true }],
    ['lt is not met at equality', { rule: threshold('lt', 75) }, { status: 'missed', final: true, met: false }],
    ['gte just below', { rule: threshold('gte', 75.01) }, { status: 'missed', final: true, distance: -0.01 }],
    ['lte: distance is positive when better than the line', { rule: threshold('lte', 80) }, { status: 'achieved', final: true, distance: 5 }]
  ])
})

describe('threshold: latest', () => {
  table({ rule: threshold('gte', 75), asOf: '2024-07-10' }, [
    ['the latest visible period in the window counts', { own: { '2024-05': 80, '2024-06': 70 } }, { status: 'at_risk', reason: 'pace_unknown', measure: 70, period: '2024-06' }],
    ['an observation whose period ends after asOf is not visible', { own: { '2024-06': 80, '2024-07': 70 } }, { status: 'on_track', measure: 80, period: '2024-06' }],
    ['an observation is visible on the last day of its period', { own: { '2024-06': 80 }, asOf: '2024-06-30' }, { status: 'on_track', period: '2024-06' }],
    ['and not the day before', { own: { '2024-06': 80 }, asOf: '2024-06-29' }, { status: 'no_data', reason: 'no_measurement' }],
    ['a suppressed later figure is passed over, never read as zero', { own: { '2024-05': 80, '2024-06': 'suppressed' } }, { status: 'on_track', measure: 80, period: '2024-05' }],
    ['a missing later figure is passed over', { own: { '2024-05': 80, '2024-06': 'missing' } }, { status: 'on_track', measure: 80, period: '2024-05' }],
    ['zero is a figure', { own: { '2024-05': 80, '2024-06': 0 } }, { status: 'at_risk', reason: 'pace_unknown', measure: 0, period: '2024-06' }],
    ['a period belongs to the window by its last day: a year that ends in it', { frequency: 'year', window: '2024-07-01/2025-06-30', own: { 2024: 80 }, asOf: '2025-01-10' }, { status: 'on_track', period: '2024' }],
    ['a period whose last day is the start is in the window', { window: '2024-05-31/2024-12-31', own: { '2024-05': 80 } }, { status: 'on_track', period: '2024-05' }],
    ['a period that ends the day before the start is not', { window: '2024-06-01/2024-12-31', own: { '2024-05': 80 } }, { status: 'no_data', reason: 'no_measurement_in_window' }]
  ])
})

describe('threshold: aggregates over the window', () => {
  const own = { '2023-12': 100, '2024-01': 10, '2024-02': 30, '2024-03': 20 }
  table({ own, asOf: '2024-04-10' }, [
    ['sum adds the figures of the window alone', { rule: threshold('gte', 1000, { aggregate: 'sum' }) }, { status: 'off_track', measure: 60, period: '2024-03', pace: 60 / (1000 * 91 / 366) }],
    ['mean', { rule: threshold('gte', 20, { aggregate: 'mean' }) }, { status: 'on_track', measure: 20 }],
    ['a mean of thirds is exact', { rule: threshold('gte', 10, { aggregate: 'mean' }), own: { '2024-01': 10, '2024-02': 10, '2024-03': 10.1 } }, { status: 'on_track', measure: 10.0333 }],
    ['max', { rule: threshold('lte', 40, { aggregate: 'max' }) }, { status: 'on_track', measure: 30, period: '2024-03' }],
    ['min', { rule: threshold('gte', 5, { aggregate: 'min' }) }, { status: 'on_track', measure: 10, period: '2024-03' }],
    ['suppressed figures are left out, not counted as zero', { rule: threshold('gte', 20, { aggregate: 'mean' }), own: { '2024-01': 10, '2024-02': 'suppressed', '2024-03': 30 } }, { status: 'on_track', measure: 20, period: '2024-03' }],
    ['the current period is the latest that has a figure', { rule: threshold('gte', 5, { aggregate: 'min' }), own: { '2024-01': 10, '2024-02': 'missing' } }, { status: 'on_track', measure: 10, period: '2024-01' }],
    ['0.1 and 0.2 make 0.3 exactly', { rule: threshold('gte', 0.3, { aggregate: 'sum' }), own: { '2024-01': 0.1, '2024-02': 0.2 } }, { status: 'achieved', final: true, measure: 0.3, distance: 0 }]
  ])
})

describe('threshold: a sum also asks for the first day', () => {
  const rule = threshold('gte', 1000, { aggregate: 'sum' })
  const window = '2024-01-15/2024-12-31'
  table({ rule, window, asOf: '2024-04-10' }, [
    ['a month begun before the start is not summed', { own: { '2024-01': 500, '2024-02': 100 } }, { status: 'on_track', measure: 100, met: false, pace: 100 / (1000 * 29 / 352) }],
    ['alone it is no measurement in the window', { own: { '2024-01': 500 } }, { status: 'no_data', reason: 'no_measurement_in_window' }],
    ['a mean takes it: it ends in the window', { rule: threshold('gte', 300, { aggregate: 'mean' }), own: { '2024-01': 500, '2024-02': 100 } }, { status: 'on_track', measure: 300 }],
    ['it is not missed when the sum decides', { own: everyMonth(2024, 10, { '2024-01': 'missing' }), asOf: '2025-01-10' }, { status: 'missed', final: true, measure: 110 }]
  ])
})

describe('threshold: where the pace starts', () => {
  const window = '2023-01-01/2023-04-10' // a hundred days
  const common = { window, frequency: 'day' as const, asOf: '2023-02-20' }
  table({ ...common, rule: threshold('gte', 100) }, [
    ['the last figure before the window, set on the day before the start', { own: { '2022-11-03': 0, '2023-02-19': 50 } }, { status: 'on_track', expected: 50, pace: 1, progress: 0.5 }],
    ['that has a value', { own: { '2022-11-03': 0, '2022-11-04': 'suppressed', '2023-02-19': 50 } }, { status: 'on_track', expected: 50, pace: 1 }],
    ['none before the window: the pace is not known', { own: { '2023-02-19': 50 } }, { status: 'at_risk', reason: 'pace_unknown', expected: null, pace: null, progress: null, baseline: null }],
    ['a named period, on its last day', { rule: threshold('gte', 100, { baseline: { period: '2022-12-11' } }), own: { '2022-12-11': 40, '2022-12-31': 0, '2023-02-19': 70 } }, { status: 'at_risk', expected: 75, pace: 30 / 35, progress: 0.5 }],
    ['a named one that is missing is not replaced', { rule: threshold('gte', 100, { baseline: { period: '2022-12-11' } }), own: { '2022-12-31': 0, '2023-02-19': 50 } }, { status: 'at_risk', reason: 'pace_unknown' }],
    ['a stated value on its day', { rule: threshold('gte', 100, { baseline: { value: 40, on: '2022-12-11' } }), own: { '2023-02-19': 70 } }, { status: 'at_risk', expected: 75, pace: 30 / 35 }],
    ['a baseline on or after the current period gives no pace', { rule: threshold('gte', 100, { baseline: { value: 40, on: '2023-02-19' } }), own: { '2023-02-19': 30 } }, { status: 'at_risk', reason: 'pace_unknown' }],
    ['for a sum it is 0 on the day before the start, whatever is named', { rule: threshold('gte', 200, { aggregate: 'sum', baseline: { value: 40, on: '2022-12-11' } }), own: { '2023-02-18': 2, '2023-02-19': 2 } }, { status: 'on_track', expected: 4, pace: 1 }],
    ['for a mean it is the last value before the window', { rule: threshold('gte', 100, { aggregate: 'mean' }), own: { '2022-12-30': 80, '2022-12-31': 20, '2023-02-18': 50, '2023-02-19': 70 } }, { status: 'on_track', measure: 60, expected: 60, pace: 1 }]
  ])
})
