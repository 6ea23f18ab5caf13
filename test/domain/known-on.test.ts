import { describe } from 'vitest'
import { everyMonth, table } from './case.ts'

describe('where asOf lies after the Danish day of knownAt nothing is final', () => {
  const common = { own: { '2023-12': 1, '2024-12': 6 }, asOf: '2024-12-31' }
  table({ ...common, rule: { kind: 'threshold', comparator: 'gte', value: 5 } }, [
    ['known on the day itself: final', { knownOn: '2024-12-31' }, { status: 'achieved', final: true }],
    ['known the day before: the status is what it would be if nothing more came in', { knownOn: '2024-12-30' }, { status: 'achieved', final: false }],
    ['missed alike', { own: { '2024-12': 4 }, knownOn: '2024-12-30' }, { status: 'missed', final: false }],
    ['settled early alike', { rule: { kind: 'threshold', comparator: 'gte', value: 5, aggregate: 'sum' }, own: everyMonth(2024, 6, {}, 2), asOf: '2024-06-01', knownOn: '2024-05-31' }, { status: 'achieved', final: false, stale: true }],
    ['milestones', { rule: { kind: 'milestone', deliverables: [{ code: 'a', title: 'A' }] }, done: [{ code: 'a', on: '2024-05-01' }], knownOn: '2024-12-30' }, { status: 'achieved', final: false }],
    ['assessments', { rule: { kind: 'assessment' }, assessments: [{ on: '2024-05-01', status: 'achieved' }], knownOn: '2024-12-30' }, { status: 'achieved', final: false }],
    ['combinations and their children', { rule: { kind: 'any_of', rules: [{ kind: 'threshold', comparator: 'gte', value: 5 }, { kind: 'threshold', comparator: 'gte', value: 4 }] }, knownOn: '2024-12-30' }, { status: 'achieved', final: false }]
  ])
})
