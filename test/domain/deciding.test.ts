import { describe } from 'vitest'
import type { ThresholdRule } from '../../src/domain/target.ts'
import { everyMonth, prov, table } from './case.ts'

const rule = (comparator: ThresholdRule['comparator'], value: number, aggregate: ThresholdRule['aggregate'] = 'latest'): ThresholdRule => ({ kind: 'threshold', aggregate, comparator, value })

describe('the day of the deadline', () => {
  table({ rule: rule('gte', 5), own: { '2024-11': 6, '2024-12': 6 } }, [
    ['asked on the start it has begun', { frequency: 'day', own: { '2024-01-01': 6 }, asOf: '2024-01-01' }, { status: 'on_track', period: '2024-01-01' }],
    ['a window of one day', { frequency: 'day', window: '2024-01-01/2024-01-01', own: { '2024-01-01': 6 }, asOf: '2024-01-01' }, { status: 'achieved', final: true }],
    ['the day before it: on track', { asOf: '2024-12-30' }, { status: 'on_track', period: '2024-11' }],
    ['the deadline itself decides', { asOf: '2024-12-31' }, { status: 'achieved', final: true, period: '2024-12' }],
    ['nothing posted for the window', { own: { '2023-12': 6 }, asOf: '2024-12-31' }, { status: 'awaiting_data', reason: 'no_measurement_in_window' }],
    ['nothing at all', { own: {}, asOf: '2024-12-31' }, { status: 'awaiting_data', reason: 'no_measurement' }]
  ])
})

describe('the latest figure decides when no later period ends on or before the deadline', () => {
  table({ rule: rule('gte', 5), asOf: '2025-03-01' }, [
    ['December has not been posted', { own: { '2024-11': 6 } }, { status: 'awaiting_data', provisional: 'achieved' }],
    ['as things stand it is missed', { own: { '2024-11': 4 } }, { status: 'awaiting_data', provisional: 'missed' }],
    ['a deadline in mid-month: the month before decides', { window: '2024-01-01/2024-12-15', own: { '2024-11': 6, '2024-12': 4 } }, { status: 'achieved', final: true, period: '2024-11' }],
    ['a deadline on the last day but one', { window: '2024-01-01/2024-12-30', own: { '2024-11': 6 } }, { status: 'achieved', final: true }],
    ['earlier holes do not matter', { own: { '2024-12': 6 } }, { status: 'achieved', final: true }],
    ['figures after the deadline do not matter', { own: { '2024-12': 6, '2025-01': 4 } }, { status: 'achieved', final: true, period: '2024-12' }],
    ['December is suppressed', { own: { '2024-11': 6, '2024-12': 'suppressed' } }, { status: 'awaiting_data', provisional: 'achieved', reason: 'suppressed' }],
    ['December is missing', { own: { '2024-11': 6, '2024-12': 'missing' } }, { status: 'awaiting_data', provisional: 'achieved', reason: null }],
    ['an earlier suppressed month is not why', { own: { '2024-10': 'suppressed', '2024-11': 6 } }, { status: 'awaiting_data', provisional: 'achieved', reason: null }],
    ['December is provisional', { own: { '2024-12': prov(6) } }, { status: 'awaiting_data', provisional: 'achieved', reason: 'provisional' }],
    ['November is provisional and December lacks', { own: { '2024-11': prov(6) } }, { status: 'awaiting_data', provisional: 'achieved', reason: null }],
    ['an earlier provisional month does not matter', { own: { '2024-11': prov(6), '2024-12': 6 } }, { status: 'achieved', final: true }],
    ['a provisional baseline of a threshold does not make m', { rule: { ...rule('gte', 5), baseline: { period: '2023-12' } }, own: { '2023-12': prov(1), '2024-12': 6 } }, { status: 'achieved', final: true }],
    ['a provisional baseline of a change does', { rule: { kind: 'change', comparator: 'gte', amount: 5, baseline: { period: '2023-12' } }, own: { '2023-12': prov(1), '2024-12': 6 } }, { status: 'awaiting_data', provisional: 'achieved', reason: 'provisional' }],
    ['a year that ends after the deadline does not count', { frequency: 'year', window: '2023-01-01/2024-06-30', own: { 2023: 6 } }, { status: 'achieved', final: true }]
  ])
})

describe('an aggregate decides when every period in the window has a value', () => {
  table({ rule: rule('gte', 5, 'mean'), asOf: '2025-03-01' }, [
    ['all twelve', { own: everyMonth(2024, 6) }, { status: 'achieved', final: true }],
    ['one is not there', { own: { ...everyMonth(2024, 6, {}, 2), '2024-04': 6, '2024-12': 6 } }, { status: 'awaiting_data', provisional: 'achieved', reason: null }],
    ['one is suppressed', { own: everyMonth(2024, 6, { '2024-03': 'suppressed' }) }, { status: 'awaiting_data', provisional: 'achieved', reason: 'suppressed' }],
    ['one is missing', { own: everyMonth(2024, 6, { '2024-03': 'missing' }) }, { status: 'awaiting_data', provisional: 'achieved', reason: null }],
    ['one is provisional', { own: everyMonth(2024, 6, { '2024-03': prov(6) }) }, { status: 'awaiting_data', provisional: 'achieved', reason: 'provisional' }],
    ['one provisional and one lacking: more than finality is lacking', { own: everyMonth(2024, 6, { '2024-03': prov(6), '2024-04': 'missing' }) }, { status: 'awaiting_data', provisional: 'achieved', reason: null }],
    ['a month begun before the start belongs to a mean', { window: '2024-01-15/2024-12-31', own: everyMonth(2024, 6, { '2024-01': 'missing' }) }, { status: 'awaiting_data', provisional: 'achieved' }],
    ['but not to a sum', { rule: rule('lte', 70, 'sum'), window: '2024-01-15/2024-12-31', own: everyMonth(2024, 6, { '2024-01': 'missing' }) }, { status: 'achieved', final: true, measure: 66 }],
    ['a ceiling on a sum is kept when all are in', { rule: rule('lte', 72, 'sum'), own: everyMonth(2024, 6) }, { status: 'achieved', final: true }],
    ['a sum that fell short', { rule: rule('gte', 73, 'sum'), own: everyMonth(2024, 6) }, { status: 'missed', final: true }],
    ['a floor under a minimum is kept when all are in', { rule: rule('gte', 6, 'min'), own: everyMonth(2024, 6) }, { status: 'achieved', final: true }]
  ])
})

describe('irregular series: the latest figure decides', () => {
  const irregular = { frequency: 'irregular' as const, asOf: '2025-03-01' }
  table(irregular, [
    ['however early it lies', { rule: rule('gte', 5), own: { '2024-03-14': 6 } }, { status: 'achieved', final: true, stale: false }],
    ['provisional: only finality is lacking', { rule: rule('gte', 5), own: { '2024-03-14': prov(6) } }, { status: 'awaiting_data', provisional: 'achieved', reason: 'provisional' }],
    ['also where something suppressed ends on the deadline, which is not needed', { rule: rule('gte', 5), own: { '2024-03-14': prov(6), '2024-12-31': 'suppressed' } }, { status: 'awaiting_data', provisional: 'achieved', reason: 'provisional' }],
    ['an aggregate needs no full window', { rule: rule('lte', 5, 'mean'), own: { '2024-03-14': 4, '2024-06': 5 } }, { status: 'achieved', final: true, measure: 4.5 }],
    ['a sum with a floor is decided', { rule: rule('gte', 10, 'sum'), own: { '2024-03-14': 4 } }, { status: 'missed', final: true }],
    ['a sum with a ceiling only when an observation ends on the deadline', { rule: rule('lte', 10, 'sum'), own: { '2024-03-14': 4 } }, { status: 'awaiting_data', provisional: 'achieved', reason: null }],
    ['what is suppressed before the deadline is not what it waits for', { rule: rule('lte', 10, 'sum'), own: { '2024-03-14': 4, '2024-06-01': 'suppressed' } }, { status: 'awaiting_data', provisional: 'achieved', reason: null }],
    ['which one does', { rule: rule('lte', 10, 'sum'), own: { '2024-03-14': 4, '2024-10-01/2024-12-31': 5 } }, { status: 'achieved', final: true }],
    ['or is suppressed', { rule: rule('lte', 10, 'sum'), own: { '2024-03-14': 4, '2024-10-01/2024-12-31': 'suppressed' } }, { status: 'awaiting_data', provisional: 'achieved', reason: 'suppressed' }],
    ['of two that end on the same day the one that begins later is the latest', { rule: rule('gte', 5), own: { 2024: 9, '2024-12': 4, '2024-H2': 7 } }, { status: 'missed', final: true, period: '2024-12' }]
  ])
})

describe('at the ends of the calendar, 1900 and 2199', () => {
  table({ rule: rule('gte', 5), window: '2199-01-01/2199-12-31', asOf: '2199-12-31', knownOn: '2199-12-31' }, [
    ['the last month decides', { own: { '2199-12': 6 } }, { status: 'achieved', final: true, period: '2199-12' }],
    ['nothing later is overdue', { window: '2199-01-01/2250-12-31', own: { '2199-12': 6 }, asOf: '2240-01-01' }, { status: 'on_track', stale: false }],
    ['every month of a sum', { rule: rule('lte', 72, 'sum'), own: everyMonth(2199, 6) }, { status: 'achieved', final: true }],
    ['a mean that would begin before the first month has no value', { rule: { ...rule('gte', 5), smoothing: 3 }, window: '1900-01-01/1900-02-28', own: { '1900-01': 6, '1900-02': 'suppressed' }, breaks: ['1900-01-15'], asOf: '1900-03-10' }, { status: 'awaiting_data', reason: 'suppressed' }],
    ['nor has one that was never there', { rule: { ...rule('gte', 5), smoothing: 3 }, window: '1900-01-01/1900-12-31', own: { '1900-01': 6, '1900-02': 6 }, breaks: ['1900-01-15'], asOf: '1900-03-10' }, { status: 'no_data', reason: 'smoothing_incomplete' }]
  ])
})
