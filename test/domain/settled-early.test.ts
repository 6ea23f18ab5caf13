import { describe } from 'vitest'
import type { ThresholdRule } from '../../src/domain/target.ts'
import { prov, table } from './case.ts'

const rule = (aggregate: ThresholdRule['aggregate'], comparator: ThresholdRule['comparator'], value: number): ThresholdRule => ({ kind: 'threshold', aggregate, comparator, value })

describe('settled early: what can only rise', () => {
  table({ own: { '2024-01': 60, '2024-02': 40 }, asOf: '2024-03-01' }, [
    ['a sum that has reached its line is achieved at once', { rule: rule('sum', 'gte', 100) }, { status: 'achieved', final: true, measure: 100 }],
    ['gt not at equality', { rule: rule('sum', 'gt', 100) }, { status: 'on_track', met: false }],
    ['a sum over its ceiling is missed at once', { rule: rule('sum', 'lte', 99) }, { status: 'missed', final: true }],
    ['lt at equality is missed', { rule: rule('sum', 'lt', 100) }, { status: 'missed', final: true }],
    ['lte at equality is not: nothing more may come, though', { rule: rule('sum', 'lte', 100) }, { status: 'off_track', pace: 100 * 60 / 366 / 100 }],
    ['a negative figure: the sum may fall again', { rule: rule('sum', 'gte', 100), own: { '2024-01': 120, '2024-02': -10 } }, { status: 'on_track', met: true }],
    ['a maximum that reached its line', { rule: rule('max', 'gte', 60) }, { status: 'achieved', final: true, period: '2024-02' }],
    ['a maximum over its ceiling', { rule: rule('max', 'lt', 60) }, { status: 'missed', final: true }],
    ['a maximum may be negative', { rule: rule('max', 'gte', -5), own: { '2024-01': -4, '2024-02': -9 } }, { status: 'achieved', final: true, measure: -4 }]
  ])
})

describe('settled early: what can only fall', () => {
  table({ own: { '2024-01': 60, '2024-02': 40 }, asOf: '2024-03-01' }, [
    ['a minimum that reached its line', { rule: rule('min', 'lte', 40) }, { status: 'achieved', final: true }],
    ['lt not at equality', { rule: rule('min', 'lt', 40) }, { status: 'at_risk', reason: 'pace_unknown' }],
    ['a minimum under its floor is missed', { rule: rule('min', 'gte', 41) }, { status: 'missed', final: true }],
    ['at the floor it is not', { rule: rule('min', 'gte', 40) }, { status: 'on_track' }]
  ])
})

describe('settled early: what is never settled', () => {
  table({ own: { '2024-01': 60, '2024-02': 40 }, asOf: '2024-03-01' }, [
    ['a mean', { rule: rule('mean', 'gte', 50) }, { status: 'on_track' }],
    ['the latest figure', { rule: rule('latest', 'gte', 40) }, { status: 'on_track' }]
  ])
})

describe('settled early: on observations that are not provisional alone', () => {
  table({ rule: rule('sum', 'gte', 100), asOf: '2024-03-01' }, [
    ['a provisional figure does not settle', { own: { '2024-01': 60, '2024-02': prov(40) } }, { status: 'on_track', measure: 100, met: true }],
    ['without it enough: settled', { own: { '2024-01': 100, '2024-02': prov(40) } }, { status: 'achieved', final: true, measure: 140 }],
    ['a provisional negative figure does not keep it open', { own: { '2024-01': 100, '2024-02': prov(-40) } }, { status: 'achieved', final: true, measure: 60 }],
    ['only provisional figures settle nothing', { own: { '2024-01': prov(200) } }, { status: 'on_track', measure: 200 }],
    ['nor where nothing is all it takes', { rule: rule('sum', 'gte', 0), own: { '2024-01': prov(5) } }, { status: 'on_track', measure: 5 }],
    ['nor where even that is too much', { rule: rule('sum', 'lte', -1), own: { '2024-01': prov(5) } }, { status: 'off_track', measure: 5 }],
    ['a provisional maximum', { rule: rule('max', 'lte', 50), own: { '2024-01': 40, '2024-02': prov(60) } }, { status: 'at_risk', reason: 'pace_unknown' }]
  ])
})

describe('settled early: also after the deadline, however much is missing', () => {
  table({ asOf: '2025-02-01' }, [
    ['a sum', { rule: rule('sum', 'gte', 100), own: { '2024-01': 60, '2024-05': 40, '2024-12': 'suppressed' } }, { status: 'achieved', final: true }],
    ['and it does not go stale', { rule: rule('sum', 'gte', 100), own: { '2024-01': 100 } }, { status: 'achieved', final: true, stale: false }],
    ['not settled, it waits', { rule: rule('sum', 'gte', 100), own: { '2024-01': 60 } }, { status: 'awaiting_data', provisional: 'missed', stale: true }]
  ])
})
