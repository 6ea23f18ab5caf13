import { describe, expect, test } from 'vitest'
import type { MilestoneRule } from '../../src/domain/target.ts'
import { answer, table } from './case.ts'

const rule: MilestoneRule = { kind: 'milestone', deliverables: [{ code: 'a', title: 'A', due: '2024-06-30' }, { code: 'b', title: 'B' }] }
const [a, b] = [{ code: 'a', on: '2024-06-01' }, { code: 'b', on: '2024-11-01' }]

describe('milestones', () => {
  table({ rule }, [
    ['before the start', { asOf: '2023-12-31', done: [] }, { status: 'not_started' }],
    ['also where something is done already', { asOf: '2023-12-31', done: [{ code: 'a', on: '2023-12-01' }] }, { status: 'not_started' }],
    ['on the start it has begun', { asOf: '2024-01-01' }, { status: 'on_track', met: false }],
    ['nothing due yet', { asOf: '2024-06-30' }, { status: 'on_track', met: false }],
    ['one past its own due date', { asOf: '2024-07-01' }, { status: 'at_risk' }],
    ['done, its due date no longer counts', { asOf: '2024-07-01', done: [a] }, { status: 'on_track' }],
    ['done late, its due date no longer counts', { asOf: '2024-09-01', done: [{ code: 'a', on: '2024-08-15' }] }, { status: 'on_track' }],
    ['done after asOf is not done yet', { asOf: '2024-08-01', done: [{ code: 'a', on: '2024-08-15' }] }, { status: 'at_risk' }],
    ['a due date not given is the deadline: on the day it is not past', { asOf: '2024-12-31', done: [a] }, { status: 'on_track' }],
    ['the day after the deadline it is missed, never final', { asOf: '2025-01-01', done: [a] }, { status: 'missed', final: false }],
    ['all done, on the day', { asOf: '2024-11-01', done: [a, b] }, { status: 'achieved', final: true, met: true, late: false }],
    ['the last done on the deadline is not late', { asOf: '2025-02-01', done: [a, { code: 'b', on: '2024-12-31' }] }, { status: 'achieved', final: true, late: false }],
    ['the last done after the deadline is', { asOf: '2025-02-01', done: [a, { code: 'b', on: '2025-01-01' }] }, { status: 'achieved', final: true, late: true }],
    ['of two records of one deliverable the earlier counts', { asOf: '2025-02-01', done: [{ code: 'b', on: '2025-01-01' }, b, a] }, { status: 'achieved', final: true, late: false }],
    ['asked on the deadline, it is not done yet', { asOf: '2024-12-31', done: [a, { code: 'b', on: '2025-01-01' }] }, { status: 'on_track' }],
    ['a record of another deliverable says nothing', { asOf: '2025-01-01', done: [a, { code: 'x', on: '2024-01-01' }] }, { status: 'missed' }]
  ])

  test('has no number', () => {
    const { current, goalLine, expected, pace, trend, stale } = answer({ rule, asOf: '2024-07-01' })
    expect([current, goalLine, expected, pace, trend, stale]).toEqual([null, null, null, null, null, false])
  })
})
