import { describe } from 'vitest'
import { dayText, toDay } from '../../src/domain/date.ts'
import type { ThresholdRule } from '../../src/domain/target.ts'
import { everyMonth, prov, table } from './case.ts'

const rise: ThresholdRule = { kind: 'threshold', comparator: 'gte', value: 20 }
const keep: ThresholdRule = { kind: 'threshold', comparator: 'lte', value: 100 }

describe('none of it where no period in the window has a measure', () => {
  table({ rule: rise, own: { '2023-10': 1, '2023-11': 2, '2023-12': 3 } }, [
    ['no data', { asOf: '2024-03-01' }, { status: 'no_data', reason: 'no_measurement_in_window', met: null, expected: null, pace: null, progress: null, distance: null, trend: null, projection: null, stale: false }],
    ['not started', { asOf: '2023-12-31' }, { status: 'not_started', met: null, distance: null, trend: null, projection: null, stale: false }]
  ])
})

describe('trend: the last two measures along the good direction', () => {
  table({ rule: keep, asOf: '2024-07-10' }, [
    ['lower is the good direction of lte', { own: { '2024-05': 9, '2024-06': 8 } }, { status: 'on_track', trend: 'improving' }],
    ['worsening', { own: { '2024-05': 8, '2024-06': 9 } }, { status: 'on_track', trend: 'worsening' }],
    ['steady', { own: { '2024-05': 8, '2024-06': 8 } }, { status: 'on_track', trend: 'steady' }],
    ['not the indicator’s polarity but the comparator counts', { rule: { ...rise, value: 5 }, polarity: 'lower_is_better', own: { '2024-05': 8, '2024-06': 9 } }, { status: 'on_track', trend: 'improving' }],
    ['one measure has no trend', { own: { '2024-06': 8 } }, { status: 'on_track', trend: null }],
    ['the one before may lie before the window', { own: { '2023-10': 9, '2024-06': 8 } }, { status: 'on_track', trend: 'improving' }],
    ['a hole between is passed over', { own: { '2024-03': 9, '2024-05': 'suppressed', '2024-06': 8 } }, { status: 'on_track', trend: 'improving' }],
    ['figures after the deadline do not count', { own: { '2024-11': 9, '2024-12': 8, '2025-01': 7 }, asOf: '2025-03-01' }, { status: 'achieved', final: true, trend: 'improving', period: '2024-12' }],
    ['for an aggregate the last two values, not the last two sums', { rule: { ...rise, aggregate: 'sum', value: 1000 }, own: { '2024-05': 90, '2024-06': 80 } }, { status: 'on_track', trend: 'worsening' }],
    ['a month that lies across the start of a sum is in neither', { rule: { ...rise, aggregate: 'sum', value: 1000 }, window: '2024-01-15/2024-12-31', own: { '2024-01': 90, '2024-02': 80 }, asOf: '2024-03-01' }, { status: 'on_track', trend: null }],
    ['for a change the periods from the baseline back have no measure', { rule: { kind: 'change', comparator: 'gte', amount: 1, baseline: { period: '2024-05' } }, own: { '2024-05': 9, '2024-06': 8 } }, { status: 'off_track', trend: null }],
    ['of two that end on the same day the one that begins later is the later', { frequency: 'irregular', own: { '2024-06': 8, '2024-Q2': 9, '2024-H1': 7 } }, { status: 'on_track', trend: 'improving', period: '2024-06' }]
  ])
})

describe('projection: a Theil–Sen line to the deadline', () => {
  const days = { frequency: 'day' as const, window: '2024-01-01/2024-01-11' }
  const squares = Object.fromEntries(Array.from({ length: 13 }, (_, k) => [dayText(toDay('2023-12-21') + k), k * k]))
  table({ rule: rise, asOf: '2024-01-04' }, [
    ['through three measures on a line', { ...days, own: { '2024-01-01': 1, '2024-01-02': 2, '2024-01-03': 3 } }, { status: 'at_risk', reason: 'pace_unknown', projection: { measure: 11, met: false } }],
    ['met where it reaches the goal line', { ...days, rule: { ...rise, value: 11 }, own: { '2024-01-01': 1, '2024-01-02': 2, '2024-01-03': 3 } }, { status: 'at_risk', reason: 'pace_unknown', projection: { measure: 11, met: true } }],
    ['fewer than three', { ...days, own: { '2024-01-02': 2, '2024-01-03': 3 } }, { status: 'at_risk', reason: 'pace_unknown', projection: null }],
    ['an outlier moves it less than a mean would: slopes 1, 1, 1, 8, 11.5, 22, intercepts −10.5, −7, −3.5, 7', { ...days, own: { '2024-01-01': 1, '2024-01-02': 2, '2024-01-03': 3, '2024-01-04': 25 } }, { status: 'on_track', projection: { measure: 11 * 4.5 - 5.25, met: true } }],
    ['measures before the window count', { ...days, own: { '2023-12-30': 1, '2023-12-31': 2, '2024-01-01': 3 } }, { status: 'at_risk', pace: 11 / 18, projection: { measure: 13, met: false } }],
    ['only the last twelve of 0², 1² … 12²: slope 13, intercept −33', { ...days, window: '2024-01-01/2024-01-12', own: squares }, { status: 'on_track', projection: { measure: 13 * 22 - 33, met: true } }],
    ['none for aggregates', { ...days, rule: { ...rise, aggregate: 'mean' }, own: { '2024-01-01': 1, '2024-01-02': 2, '2024-01-03': 3 } }, { status: 'at_risk', reason: 'pace_unknown', projection: null }],
    ['none from the deadline on', { ...days, window: '2024-01-01/2024-01-04', own: { '2024-01-01': 1, '2024-01-02': 2, '2024-01-03': 3 } }, { status: 'awaiting_data', provisional: 'missed', projection: null }],
    ['equal days have no slope between them', { window: '2024-01-01/2024-01-11', frequency: 'irregular', own: { '2024-01-01': 1, '2024-01-02/2024-01-03': 3, '2024-01-03': 3 } }, { status: 'at_risk', reason: 'pace_unknown', projection: { measure: 11, met: false } }],
    ['all on one day: no line', { window: '2024-01-01/2024-01-11', frequency: 'irregular', own: { '2024-01-01/2024-01-03': 1, '2024-01-02/2024-01-03': 3, '2024-01-03': 3 } }, { status: 'at_risk', reason: 'pace_unknown', projection: null }]
  ])
})

describe('stale: the period after the current one ought to be out', () => {
  table({ rule: keep, publicationLagDays: 40, own: { '2024-03': 5 } }, [
    ['April’s figure is due on 9 June', { asOf: '2024-06-09' }, { status: 'on_track', stale: false }],
    ['the day after it is late', { asOf: '2024-06-10' }, { status: 'on_track', stale: true }],
    ['a suppressed April does not help', { own: { '2024-03': 5, '2024-04': 'suppressed' }, asOf: '2024-06-10' }, { status: 'on_track', stale: true }],
    ['a provisional one does', { own: { '2024-03': 5, '2024-04': prov(5) }, asOf: '2024-06-10' }, { status: 'on_track', stale: false }],
    ['never where it is final', { own: everyMonth(2024, 5), asOf: '2026-06-10' }, { status: 'achieved', final: true, stale: false }],
    ['unless nothing can be final', { own: everyMonth(2024, 5), asOf: '2026-06-10', knownOn: '2026-06-09' }, { status: 'achieved', final: false, stale: true }],
    ['awaiting data', { asOf: '2025-06-10' }, { status: 'awaiting_data', provisional: 'achieved', stale: true }],
    ['never for irregular', { frequency: 'irregular', asOf: '2024-12-30' }, { status: 'on_track', stale: false }],
    ['the week after week 52 of 2020 is week 53', { frequency: 'week', publicationLagDays: 0, window: '2020-01-01/2021-12-31', own: { '2020-W52': 5 }, asOf: '2021-01-03' }, { status: 'on_track', stale: false }],
    ['and ends on 3 January', { frequency: 'week', publicationLagDays: 0, window: '2020-01-01/2021-12-31', own: { '2020-W52': 5 }, asOf: '2021-01-04' }, { status: 'on_track', stale: true }]
  ])
})
