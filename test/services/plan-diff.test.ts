import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchedPairs } from '../../src/services/list-matches.ts'
import { diffDocuments } from '../../src/services/plan-diff.ts'

const notes = (...texts: string[]) => ({ notes: texts.map(text => ({ kind: 'context', text })) })
const paths = (before: object, after: object) => diffDocuments(before, after).map(({ op, path }) => `${op} ${path}`)

describe('of lists without codes', () => {
  test.each([
    ['one that is changed', notes('a', 'b', 'c'), notes('a', 'x', 'c'), ['replace /notes/1/text']],
    ['one that comes', notes('a', 'b'), notes('a', 'x', 'b'), ['add /notes/1']],
    ['one that goes', notes('a', 'b', 'c'), notes('a', 'c'), ['remove /notes/1']],
    ['one that moves', notes('a', 'b', 'c', 'd'), notes('b', 'c', 'd', 'a'), ['remove /notes/0', 'add /notes/3']],
    ['several of each', notes('a', 'b', 'c', 'd', 'e'), notes('a', 'B', 'd', 'e', 'f'), ['replace /notes/1/text', 'remove /notes/2', 'add /notes/4']],
    ['the first of all', {}, notes('a'), ['add /notes']],
    ['all', notes('a', 'b'), notes(), ['remove /notes']],
    ['none', notes('a', 'a'), notes('a', 'a'), []],
    ['a part of a rule', { rule: { rules: [{ kind: 'monitor' }, { kind: 'threshold', value: 3 }] } }, { rule: { rules: [{ kind: 'monitor' }, { kind: 'threshold', value: 4 }] } }, ['replace /rule/rules/1/value']],
    ['texts', { breaks: ['2024-01-01'] }, { breaks: ['2024-01-01', '2025-01-01'] }, ['replace /breaks']],
    ['in a list in a field', { swot: { strengths: [{ text: 'a' }, { text: 'b' }] } }, { swot: { strengths: [{ text: 'a' }, { text: 'c' }] } }, ['replace /swot/strengths/1/text']]
  ])('%s is told', (_, before, after, told) => { expect(paths(before, after)).toEqual(told) })

  test('a segment that is null is told where it means the whole, and nowhere else', () => {
    expect(paths({ rule: { kind: 'monitor' } }, { rule: { kind: 'monitor', segment: null } })).toEqual(['add /rule/segment'])
    expect(paths({ rule: { kind: 'monitor', segment: null } }, { rule: { kind: 'monitor' } })).toEqual(['remove /rule/segment'])
    expect(paths({ rules: [{ kind: 'monitor' }] }, { rules: [{ kind: 'monitor', segment: null }] })).toEqual(['add /rules/0/segment'])
    expect(paths({ segment: null, population: null }, {})).toEqual([])
  })
})

test('what two lists have in common is in order in both, and all where they are the same', () => {
  const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
  fc.assert(fc.property(list, list, (left, right) => {
    const pairs = matchedPairs(left, right)
    expect(pairs.every(([a, b], at) => left[a] === right[b] && (at === 0 || (a > pairs[at - 1]![0] && b > pairs[at - 1]![1])))).toBe(true)
    expect(matchedPairs(left, left)).toHaveLength(left.length)
    expect(matchedPairs([...left, ...right], right).length).toBe(right.length)
  }))
})
