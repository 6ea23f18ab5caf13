import { describe, expect, test } from 'vitest'
import type { CombinedRule, Rule } from '../../src/domain/target.ts'
import { type Judgement, RANKED_STATUSES } from '../../src/domain/status/status.ts'
import { best, worst } from '../../src/domain/status/combine.ts'
import { answer, table } from './case.ts'

const atLeast = (value: number, indicator?: string): Rule => ({ kind: 'threshold', comparator: 'gte', value, ...(indicator ? { indicator } : {}) })
const all = (...rules: Rule[]): CombinedRule => ({ kind: 'all_of', rules })
const any = (...rules: Rule[]): CombinedRule => ({ kind: 'any_of', rules })
const monitor: Rule = { kind: 'monitor' }
const judgement: Rule = { kind: 'assessment' }
const judged = (status: Judgement) => ({ assessments: [{ on: '2024-02-01', status }] })

test('from worst to best', () => {
  expect(RANKED_STATUSES).toEqual(['missed', 'off_track', 'at_risk', 'awaiting_data', 'no_data', 'not_started', 'on_track', 'achieved'])
  expect(worst(['on_track', 'monitored', 'no_data'])).toBe('no_data')
  expect(best(['on_track', 'monitored', 'no_data'])).toBe('on_track')
  expect(worst(['monitored'])).toBeNull()
})

describe('combinations before the deadline', () => {
  const own = { '2024-06': 6 }
  table({ own, asOf: '2024-07-10' }, [
    ['all_of is its worst child', { rule: all(atLeast(5), atLeast(7)) }, { status: 'at_risk', reason: null }],
    ['any_of its best', { rule: any(atLeast(5), atLeast(7)) }, { status: 'on_track' }],
    ['a child may name its own indicator', { rule: all(atLeast(5), atLeast(5, 'forecast')), forecast: { '2024-06': 4 } }, { status: 'at_risk' }],
    ['no data is worse than on track', { rule: all(atLeast(5), atLeast(5, 'forecast')) }, { status: 'no_data', reason: null }],
    ['and better than at risk', { rule: any(atLeast(7), atLeast(5, 'forecast')) }, { status: 'no_data' }],
    ['a monitor child takes no part', { rule: all(atLeast(5), { kind: 'monitor', indicator: 'forecast' }) }, { status: 'on_track' }],
    ['nor is it the best', { rule: any(atLeast(7), monitor) }, { status: 'at_risk' }],
    ['only monitors: monitored', { rule: all(monitor, monitor) }, { status: 'monitored' }],
    ['also before the start', { rule: all(monitor, monitor), asOf: '2023-01-01' }, { status: 'monitored' }],
    ['a nested one of only monitors takes no part', { rule: all(any(monitor, monitor), atLeast(5)) }, { status: 'on_track' }],
    ['before the start', { rule: all(atLeast(5), judgement, monitor), asOf: '2023-12-31' }, { status: 'not_started' }],
    ['nested', { rule: any(atLeast(7), all(atLeast(5), judgement)), ...judged('on_track') }, { status: 'on_track' }],
    ['a range is two thresholds', { rule: all(atLeast(5), { kind: 'threshold', comparator: 'lte', value: 7 }) }, { status: 'on_track' }]
  ])
})

describe('combinations: final', () => {
  const own = { '2024-12': 6 }
  table({ own, asOf: '2024-12-31' }, [
    ['all children are', { rule: all(atLeast(5), judgement), ...judged('achieved') }, { status: 'achieved', final: true }],
    ['one final missed decides all_of', { rule: all(atLeast(7), judgement) }, { status: 'missed', final: true }],
    ['a missed that is not final does not', { rule: all(judgement, { kind: 'milestone', deliverables: [{ code: 'a', title: 'A' }] }), asOf: '2025-01-01', ...judged('achieved') }, { status: 'missed', final: false }],
    ['one final achieved decides any_of', { rule: any(atLeast(5), judgement) }, { status: 'achieved', final: true }],
    ['one final achieved does not decide all_of', { rule: all(atLeast(5), judgement) }, { status: 'awaiting_data', final: false }],
    ['one final missed does not decide any_of', { rule: any(atLeast(7), judgement) }, { status: 'awaiting_data', final: false }],
    ['all missed decide any_of', { rule: any(atLeast(7), judgement), ...judged('missed') }, { status: 'missed', final: true }],
    ['a monitor child does not keep it open', { rule: all(atLeast(5), monitor) }, { status: 'achieved', final: true }]
  ])
})

test('the children carry reason, provisional and late; each says which series is its own', () => {
  const rule = all({ kind: 'milestone', deliverables: [{ code: 'a', title: 'A' }] }, atLeast(5), { kind: 'monitor', indicator: 'forecast' })
  const got = answer({ rule, own: { '2024-11': 6, '2024-12': 'suppressed' }, forecast: { '2023-05': 7 }, done: [{ code: 'a', on: '2025-01-02' }], asOf: '2025-01-10' })
  expect(got).toMatchObject({ status: 'awaiting_data', reason: null, provisional: null, late: false, met: null, current: null })
  expect(got.children).toMatchObject([
    { indicator: null, status: 'achieved', late: true },
    { indicator: 'own', status: 'awaiting_data', provisional: 'achieved', reason: 'suppressed' },
    { indicator: 'forecast', status: 'monitored', current: { period: '2023-05', value: 7, measure: 7 } }
  ])
})

describe('monitor', () => {
  table({ rule: monitor, asOf: '2024-07-10' }, [
    ['the latest visible value', { own: { '2024-05': 5, '2024-06': 6, '2024-07': 7 } }, { status: 'monitored', period: '2024-06', measure: 6, met: null, trend: null, goalLine: null }],
    ['in the window or not', { own: { '2019-05': 5 } }, { status: 'monitored', period: '2019-05' }],
    ['that is one', { own: { '2024-05': 5, '2024-06': 'suppressed' } }, { status: 'monitored', period: '2024-05' }],
    ['before the window too', { own: { '2023-05': 5 }, asOf: '2023-06-01' }, { status: 'monitored', period: '2023-05' }],
    ['none', {}, { status: 'monitored', stale: false }],
    ['never final', { own: { '2024-12': 5 }, asOf: '2025-01-01' }, { status: 'monitored', final: false }]
  ])
})
