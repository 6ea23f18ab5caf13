import { describe } from 'vitest'
import type { ChangeRule, DirectionRule } from '../../src/domain/target.ts'
import { table } from './case.ts'

const change = (comparator: ChangeRule['comparator'], amount: number, more: Partial<ChangeRule> = {}): ChangeRule =>
  ({ kind: 'change', comparator, amount, baseline: { period: '2023-12' }, ...more })
const direction = (way: DirectionRule['direction'], baseline: DirectionRule['baseline'] = { period: '2023-12' }): DirectionRule => ({ kind: 'direction', direction: way, baseline })

describe('change', () => {
  table({ asOf: '2024-12-31' }, [
    ['absolute is v − v₀, the mode where none is said', { rule: change('gte', 0.6), own: { '2023-12': 3.4, '2024-12': 4.0 } }, { status: 'achieved', final: true, measure: 0.6, distance: 0 }],
    ['relative is in per cent of v₀', { rule: change('lte', -10, { mode: 'relative' }), own: { '2023-12': 50, '2024-12': 45 } }, { status: 'achieved', final: true, measure: -10 }],
    ['relative to the size of a negative v₀', { rule: change('gte', 50, { mode: 'relative' }), own: { '2023-12': -10, '2024-12': -5 } }, { status: 'achieved', final: true, measure: 50 }],
    ['a third is exact', { rule: change('gt', 33.3333, { mode: 'relative' }), own: { '2023-12': 3, '2024-12': 4 } }, { status: 'achieved', final: true, measure: 33.3333, met: true }],
    ['relative from 0 has no value', { rule: change('gte', 10, { mode: 'relative' }), own: { '2023-12': 0, '2024-12': 4 } }, { status: 'awaiting_data', reason: 'baseline_zero' }],
    ['absolute from 0 has one', { rule: change('gte', 4), own: { '2023-12': 0, '2024-12': 4 } }, { status: 'achieved', final: true, measure: 4 }],
    ['a direction from 0 too', { rule: direction('increase'), own: { '2023-12': 0, '2024-12': 4 } }, { status: 'achieved', final: true, measure: 4 }],
    ['and a gap of 0', { rule: { kind: 'gap_reduction', amount: -1, baseline: { period: '2023-12' }, benchmark: { area: 'DK' } }, own: { '2023-12': 0, '2024-12': 4 }, country: { '2023-12': 0, '2024-12': 5 } }, { status: 'achieved', final: true, measure: -1 }],
    ['a trend of absolute changes from 0', { rule: { kind: 'benchmark_trend', comparator: 'gte', mode: 'absolute', baseline: { period: '2023-12' }, benchmark: { area: 'DK' } }, own: { '2023-12': 0, '2024-12': 4 }, country: { '2023-12': 0, '2024-12': 3 } }, { status: 'achieved', final: true, measure: 1 }],
    ['a stated baseline', { rule: change('gte', 4, { baseline: { value: 48, on: '2020-12-31' } }), own: { '2024-12': 53 } }, { status: 'achieved', final: true, measure: 5 }],
    ['a benchmark stated beside it, where the rule compares with none, says nothing', { rule: change('gte', 4, { mode: 'relative', baseline: { value: 48, on: '2020-12-31', benchmark: 0 } }), own: { '2024-12': 60 } }, { status: 'achieved', final: true, measure: 25 }],
    ['no baseline named', { rule: change('gte', 4, { baseline: undefined }), own: { '2024-12': 53 } }, { status: 'awaiting_data', reason: 'baseline_missing' }],
    ['a baseline without a value', { rule: change('gte', 4), own: { '2023-12': 'suppressed', '2024-12': 53 } }, { status: 'awaiting_data', reason: 'baseline_missing' }],
    ['a baseline that is no period of the calendar', { rule: change('gte', 4, { baseline: { period: '2023-13' } }), own: { '2024-12': 53 } }, { status: 'awaiting_data', reason: 'baseline_missing' }],
    ['a baseline that ends after asOf is not visible', { rule: change('gte', 4, { baseline: { period: '2025-01' } }), own: { '2024-12': 53, '2025-01': 50 } }, { status: 'awaiting_data', reason: 'baseline_missing' }]
  ])
})

describe('change: the way from the baseline', () => {
  const window = '2023-01-01/2023-04-10'
  table({ window, frequency: 'day', asOf: '2023-02-20', rule: change('gte', 10, { baseline: { value: 50, on: '2022-12-31' } }) }, [
    ['m₀ is 0 on the baseline’s day', { own: { '2023-02-19': 54 } }, { status: 'at_risk', measure: 4, expected: 5, pace: 0.8, progress: 0.4 }],
    ['a baseline long before the start begins the way there', { rule: change('gte', 10, { baseline: { value: 50, on: '2022-09-22' } }), own: { '2023-02-19': 54 } }, { status: 'off_track', expected: 7.5, pace: 4 / 7.5 }],
    ['no better than 0 has stood still', { own: { '2023-02-19': 50 } }, { status: 'off_track', measure: 0, pace: 0 }],
    ['or moved away', { own: { '2023-02-19': 49 } }, { status: 'off_track', measure: -1, pace: -0.2 }],
    ['a line that 0 meets, no longer met, has slipped', { rule: change('gte', -2, { baseline: { value: 50, on: '2022-12-31' } }), own: { '2023-02-19': 47 } }, { status: 'off_track', reason: 'slipped', measure: -3 }],
    ['periods that end on or before the baseline’s day have no measure', { rule: change('gte', 10, { baseline: { value: 50, on: '2023-02-19' } }), own: { '2023-02-18': 54, '2023-02-19': 70 } }, { status: 'no_data', reason: 'no_measurement' }],
    ['the day after has one', { rule: change('gte', 10, { baseline: { value: 50, on: '2023-02-18' } }), own: { '2023-02-18': 54, '2023-02-19': 70 } }, { status: 'on_track', measure: 20 }],
    ['lower is the aim of lte', { rule: change('lte', -10, { baseline: { value: 50, on: '2022-12-31' } }), own: { '2023-02-19': 45.25 } }, { status: 'on_track', pace: 0.95, met: false, distance: -5.25 }]
  ])
})

describe('direction', () => {
  table({ asOf: '2024-12-31' }, [
    ['an increase is more than the baseline', { rule: direction('increase'), own: { '2023-12': 7.3, '2024-12': 7.4 } }, { status: 'achieved', final: true, measure: 0.1, goalLine: { comparator: 'gt', value: 0 } }],
    ['the same is no increase', { rule: direction('increase'), own: { '2023-12': 7.3, '2024-12': 7.3 } }, { status: 'missed', final: true, measure: 0 }],
    ['a decrease is less', { rule: direction('decrease'), own: { '2023-12': 7.3, '2024-12': 7.2 } }, { status: 'achieved', final: true, measure: -0.1, goalLine: { comparator: 'lt', value: 0 } }],
    ['the same is no decrease', { rule: direction('decrease'), own: { '2023-12': 7.3, '2024-12': 7.3 } }, { status: 'missed', final: true }],
    ['before the deadline, the same has stood still', { rule: direction('increase'), own: { '2023-12': 7.3, '2024-06': 7.3 }, asOf: '2024-07-01' }, { status: 'off_track', expected: null, pace: null, progress: null }],
    ['before the deadline, met', { rule: direction('decrease'), own: { '2023-12': 7.3, '2024-06': 7.0 }, asOf: '2024-07-01' }, { status: 'on_track', measure: -0.3, pace: null }],
    ['without a baseline', { rule: direction('increase', { period: '2022-12' }), own: { '2024-12': 7.3 } }, { status: 'awaiting_data', reason: 'baseline_missing' }]
  ])
})
