import { describe, expect, test } from 'vitest'
import { requiredPace } from '../../src/domain/status/required-pace.ts'
import type { AssessmentRule } from '../../src/domain/target.ts'
import type { Judgement } from '../../src/domain/status/status.ts'
import { inputOf, table } from './case.ts'

const rule: AssessmentRule = { kind: 'assessment' }
const judged = (...list: [string, Judgement][]) => ({ assessments: list.map(([on, status]) => ({ on, status })) })

describe('assessments', () => {
  table({ rule, asOf: '2024-07-01' }, [
    ['before the start', { asOf: '2023-12-31', ...judged(['2023-12-01', 'achieved']) }, { status: 'not_started' }],
    ['on the start it has begun', { asOf: '2024-01-01' }, { status: 'no_data', reason: 'not_assessed' }],
    ['none yet', {}, { status: 'no_data', reason: 'not_assessed' }],
    ['the latest counts', judged(['2024-05-01', 'at_risk'], ['2024-03-01', 'on_track']), { status: 'at_risk' }],
    ['one dated on asOf counts', judged(['2024-03-01', 'on_track'], ['2024-07-01', 'off_track']), { status: 'off_track' }],
    ['one dated after asOf does not', judged(['2024-03-01', 'on_track'], ['2024-07-02', 'off_track']), { status: 'on_track' }],
    ['one dated on the start counts', judged(['2024-01-01', 'on_track']), { status: 'on_track' }],
    ['one dated before it does not', judged(['2023-12-31', 'on_track']), { status: 'no_data', reason: 'not_assessed' }],
    ['of two on a day the later recorded', judged(['2024-03-01', 'on_track'], ['2024-03-01', 'missed']), { status: 'missed' }],
    ['achieved before the deadline is not final', judged(['2024-03-01', 'achieved']), { status: 'achieved', final: false }],
    ['missed before the deadline is not final', judged(['2024-03-01', 'missed']), { status: 'missed', final: false }]
  ])
  table({ rule, asOf: '2024-12-31' }, [
    ['on the deadline achieved is final', judged(['2024-03-01', 'achieved']), { status: 'achieved', final: true }],
    ['on the deadline missed is final', judged(['2024-03-01', 'missed']), { status: 'missed', final: true }],
    ['another is not an end', judged(['2024-03-01', 'at_risk']), { status: 'awaiting_data', provisional: 'at_risk' }],
    ['none at the deadline', {}, { status: 'awaiting_data', reason: 'not_assessed' }],
    ['one after the deadline decides', { asOf: '2025-02-01', ...judged(['2024-03-01', 'at_risk'], ['2025-01-15', 'missed']) }, { status: 'missed', final: true }]
  ])
})

describe('assessments: stale', () => {
  table({ rule, window: '2024-01-01/2026-12-31', ...judged(['2024-02-29', 'on_track']) }, [
    ['a year on, where the rule does not say', { asOf: '2025-02-28' }, { status: 'on_track', stale: false }],
    ['the day after it', { asOf: '2025-03-01' }, { status: 'on_track', stale: true }],
    ['a rule’s own interval', { rule: { ...rule, reviewEvery: 'P3M' }, asOf: '2024-05-29' }, { status: 'on_track', stale: false }],
    ['the day after that', { rule: { ...rule, reviewEvery: 'P3M' }, asOf: '2024-05-30' }, { status: 'on_track', stale: true }],
    ['weeks and days', { rule: { ...rule, reviewEvery: 'P1W2D' }, asOf: '2024-03-10' }, { status: 'on_track', stale: true }],
    ['awaiting too', { asOf: '2027-01-01' }, { status: 'awaiting_data', provisional: 'on_track', stale: true }],
    ['final is never stale', { asOf: '2028-01-01', ...judged(['2024-02-29', 'achieved']) }, { status: 'achieved', final: true, stale: false }],
    ['unless nothing can be final', { asOf: '2028-01-01', knownOn: '2027-01-01', ...judged(['2024-02-29', 'achieved']) }, { status: 'achieved', final: false, stale: true }]
  ])
})

test.each(['P999999999Y', 'P8000Y'])('the next judgement after %s is due by the deadline', reviewEvery => {
  expect(requiredPace(inputOf({ rule: { ...rule, reviewEvery }, asOf: '2024-07-10' })).due).toEqual([{ code: null, title: null, by: '2024-12-31', overdue: false }])
})
