import { describe } from 'vitest'
import type { ThresholdRule } from '../../src/domain/target.ts'
import { everyMonth, prov, table } from './case.ts'

const window = '2023-01-01/2023-04-10' // a hundred days; 19 February is the fiftieth
const rise: ThresholdRule = { kind: 'threshold', comparator: 'gte', value: 100, baseline: { value: 0, on: '2022-12-31' } }
const day50 = (figure: number) => ({ '2023-02-19': figure })

describe('limits of the pace: expected is 50 of 100', () => {
  table({ window, frequency: 'day', asOf: '2023-02-20', rule: rise }, [
    ['0.95 exactly is on track', { own: day50(47.5) }, { status: 'on_track', pace: 0.95, expected: 50, progress: 0.475, met: false, distance: -52.5 }],
    ['just under is at risk', { own: day50(47.49) }, { status: 'at_risk', pace: 0.9498 }],
    ['what is under 0.95 but rounds to it is at risk', { own: day50(47.4999999) }, { status: 'at_risk', pace: 0.95 }],
    ['0.60 exactly is at risk', { own: day50(30) }, { status: 'at_risk', pace: 0.6 }],
    ['just under is off track', { own: day50(29.99) }, { status: 'off_track', pace: 0.5998, reason: null }],
    ['standing still', { own: day50(0) }, { status: 'off_track', pace: 0, reason: null }],
    ['met before the deadline is on track, however late', { own: { '2023-01-02': 100 }, asOf: '2023-04-09' }, { status: 'on_track', met: true, pace: 50, expected: 2, progress: 1 }],
    ['progress is not clamped', { own: day50(130) }, { status: 'on_track', progress: 1.3, pace: 2.6 }],
    ['a plan’s own limits', { own: day50(47.5), paceLimits: { onTrack: 1, atRisk: 0.96 } }, { status: 'off_track', pace: 0.95 }],
    ['a plan’s own limits, met exactly', { own: day50(35), paceLimits: { onTrack: 0.7, atRisk: 0.1 } }, { status: 'on_track', pace: 0.7 }],
    ['downwards', { rule: { ...rise, comparator: 'lte', value: 0, baseline: { value: 100, on: '2022-12-31' } }, own: day50(60) }, { status: 'at_risk', pace: 0.8, expected: 50, distance: -60 }],
    ['through zero', { rule: { ...rise, value: 10, baseline: { value: -10, on: '2022-12-31' } }, own: day50(-1) }, { status: 'at_risk', pace: 0.9, expected: 0 }]
  ])
})

describe('no pace', () => {
  table({ window, frequency: 'day', asOf: '2023-02-20' }, [
    ['without a baseline', { rule: { ...rise, baseline: undefined }, own: day50(99) }, { status: 'at_risk', reason: 'pace_unknown', pace: null }],
    ['where the baseline is not earlier', { rule: { ...rise, baseline: { value: 0, on: '2023-02-19' } }, own: day50(99) }, { status: 'at_risk', reason: 'pace_unknown', pace: null }],
    ['even where the figure is no better than it', { rule: { ...rise, baseline: { value: 99, on: '2023-02-19' } }, own: day50(0) }, { status: 'at_risk', reason: 'pace_unknown', pace: null }],
    ['where the line is where it began: met', { rule: { ...rise, baseline: { value: 100, on: '2022-12-31' } }, own: day50(101) }, { status: 'on_track', pace: null, expected: null, progress: null }],
    ['where the line is where it began: slipped', { rule: { ...rise, baseline: { value: 100, on: '2022-12-31' } }, own: day50(99) }, { status: 'off_track', reason: 'slipped', pace: null }],
    ['where the line is where it began and is not met there: stood still', { rule: { ...rise, comparator: 'gt', baseline: { value: 100, on: '2022-12-31' } }, own: day50(100) }, { status: 'off_track', reason: null, pace: null }]
  ])
})

describe('slipped: the line was met at the baseline', () => {
  table({ window, frequency: 'day', asOf: '2023-02-20' }, [
    ['and no longer is', { rule: { ...rise, value: 50, baseline: { value: 60, on: '2022-12-31' } }, own: day50(49) }, { status: 'off_track', reason: 'slipped', pace: 2.2, expected: 55 }],
    ['a worsening that still meets it is on track', { rule: { ...rise, value: 50, baseline: { value: 60, on: '2022-12-31' } }, own: day50(51) }, { status: 'on_track' }]
  ])
})

describe('pace of a sum', () => {
  const sum: ThresholdRule = { kind: 'threshold', aggregate: 'sum', comparator: 'gte', value: 366 }
  table({ rule: sum, asOf: '2024-07-10' }, [
    ['one a day is right on the way', { own: { '2024-01': 31, '2024-02': 29 } }, { status: 'on_track', expected: 60, pace: 1, progress: 60 / 366 }],
    ['a missing month is not slowness', { own: { '2024-01': 31, '2024-03': 31 } }, { status: 'on_track', expected: 62, pace: 1 }],
    ['nor a suppressed one', { own: { '2024-01': 31, '2024-02': 'suppressed', '2024-03': 31 } }, { status: 'on_track', expected: 62, pace: 1 }],
    ['a month without any is slowness', { own: { '2024-01': 31, '2024-02': 0, '2024-03': 31 } }, { status: 'at_risk', expected: 91, pace: 62 / 91 }],
    ['nothing at all so far', { own: { '2024-01': 0 } }, { status: 'off_track', pace: 0 }]
  ])
})

describe('pace of a sum under a ceiling: expected(t) / m, though it is within the line', () => {
  const ceiling: ThresholdRule = { kind: 'threshold', aggregate: 'sum', comparator: 'lte', value: 366 }
  table({ rule: ceiling, asOf: '2024-07-10' }, [
    ['right on the way', { own: everyMonth(2024, 30, {}, 2) }, { status: 'on_track', expected: 60, pace: 1, met: true }],
    ['0.95 is on track', { rule: { ...ceiling, value: 347.7 }, own: { '2024-01': 30, '2024-02': 30 } }, { status: 'on_track', expected: 57, pace: 0.95 }],
    ['used too fast', { own: { '2024-01': 40, '2024-02': 40 } }, { status: 'at_risk', pace: 0.75, met: true, progress: 80 / 366 }],
    ['used far too fast', { own: { '2024-01': 80, '2024-02': 80 } }, { status: 'off_track', pace: 0.375, met: true }],
    ['nothing used yet', { own: { '2024-01': 0 } }, { status: 'on_track', pace: null, expected: 31 }],
    ['less than nothing', { own: { '2024-01': -5 } }, { status: 'on_track', pace: null }],
    ['lt alike', { rule: { ...ceiling, comparator: 'lt' }, own: { '2024-01': 40, '2024-02': 40 } }, { status: 'at_risk', pace: 0.75 }],
    ['over it on provisional figures: off track, and slipped from the 0 it began with', { own: { '2024-01': prov(400) } }, { status: 'off_track', reason: 'slipped', pace: 31 / 400 }],
    ['a ceiling of 0 or less is judged as met or not', { rule: { ...ceiling, value: 0 }, own: { '2024-01': -5 } }, { status: 'on_track', pace: null, expected: null }],
    ['a line below 0 has the pace of any other sum', { rule: { ...ceiling, value: -366 }, own: { '2024-01': -24.8 } }, { status: 'at_risk', expected: -31, pace: 0.8, progress: 24.8 / 366 }],
    ['the pace is shown on any date', { own: everyMonth(2024, 30), asOf: '2025-01-10' }, { status: 'achieved', final: true, expected: 366, pace: 366 / 360 }]
  ])
})
