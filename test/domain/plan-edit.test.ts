import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlanDocument } from '../../src/domain/plan.ts'
import { codedItems, nextCode, retiredCodes, reusedCodes } from '../../src/domain/plan-codes.ts'
import { addItem, findItem, itemAt, mergePatch, moveItem, type PlanList, removeItem, replaceItem } from '../../src/domain/plan-edit.ts'
import { mayBecome, possibleFrom, TRANSITIONS } from '../../src/domain/plan-lifecycle.ts'
import { goal, plan, target } from '../db/samples.ts'

const PLAN = plan('p', [
  goal('1', [target('1a'), target('1b')], { objectives: [{ code: '1.O1', text: 'Før' }], initiatives: [{ code: '1.I1', title: 'En' }, { code: '1.I2', title: 'To' }] }),
  goal('2', [target('2a')])
], { commitments: [{ code: 'C1', text: 'Svar', quantity: 48, unit: 'hours' }], notes: [{ kind: 'context', text: 'a' }, { kind: 'context', text: 'b' }] })

const codesOf = (document: PlanDocument): string => document.goals.map(one => `${one.code}(${one.targets?.map(item => item.code).join() ?? ''})`).join(' ')
const at = (document: PlanDocument, list: PlanList, key: string) => findItem(document, list, key)!

describe('an item', () => {
  test.each([
    ['goals', '2', { list: 'goals', goal: null, at: 1 }],
    ['targets', '2a', { list: 'targets', goal: 1, at: 0 }],
    ['initiatives', '1.I2', { list: 'initiatives', goal: 0, at: 1 }],
    ['commitments', 'C1', { list: 'commitments', goal: null, at: 0 }],
    ['notes', '1', { list: 'notes', goal: null, at: 1 }],
    ['notes', '2', null], ['notes', '01', null], ['notes', '-1', null], ['targets', '1', null], ['goals', '1a', null], ['objectives', '', null]
  ] as const)('of %s %s is found', (list, key, place) => expect(findItem(PLAN, list, key)).toEqual(place))

  test('is added at the end or at a position, and its pointer is told', () => {
    const ended = addItem(PLAN, 'targets', target('1c'), { goal: 0 })
    expect([codesOf(ended.document), ended.pointer]).toEqual(['1(1a,1b,1c) 2(2a)', '/goals/0/targets/2'])
    expect(codesOf(addItem(PLAN, 'targets', target('1c'), { goal: 0, position: 0 }).document)).toBe('1(1c,1a,1b) 2(2a)')
    expect(codesOf(addItem(PLAN, 'goals', goal('3'), { goal: null, position: 1 }).document)).toBe('1(1a,1b) 3() 2(2a)')
    expect(addItem(PLAN, 'objectives', { code: '2.O1', text: 'Ny' }, { goal: 1 }).document.goals[1]!.objectives).toEqual([{ code: '2.O1', text: 'Ny' }])
  })

  test('moves in its list and to another goal, and nothing else does', () => {
    const move = (list: PlanList, key: string, to: { goal?: number, position?: number }) => codesOf(moveItem(PLAN, at(PLAN, list, key), to).document)
    expect(move('targets', '1a', {})).toBe('1(1b,1a) 2(2a)')
    expect(move('targets', '1b', { position: 0 })).toBe('1(1b,1a) 2(2a)')
    expect(move('targets', '1a', { goal: 1, position: 0 })).toBe('1(1b) 2(1a,2a)')
    expect(move('goals', '2', { position: 0 })).toBe('2(2a) 1(1a,1b)')
  })

  test('is removed and replaced', () => {
    expect(codesOf(removeItem(PLAN, at(PLAN, 'targets', '1a')).document)).toBe('1(1b) 2(2a)')
    expect(removeItem(PLAN, at(PLAN, 'notes', '0')).document.notes).toEqual([{ kind: 'context', text: 'b' }])
    expect(itemAt(replaceItem(PLAN, at(PLAN, 'targets', '1b'), target('1b', { title: 'Nyt' })).document, at(PLAN, 'targets', '1b'))).toMatchObject({ title: 'Nyt' })
  })
})

describe('a merge patch', () => {
  const rule = { kind: 'change', comparator: 'gte', amount: 1, baseline: { period: '2022' } }
  test.each([
    ['what is given alone', { a: 1, b: 2 }, { b: 3 }, { a: 1, b: 3 }],
    ['null clears', { a: 1, b: 2 }, { b: null, c: null }, { a: 1 }],
    ['objects are merged', { window: { start: '2024-01-01', deadline: '2024-12-31' } }, { window: { deadline: '2024-06-30' } }, { window: { start: '2024-01-01', deadline: '2024-06-30' } }],
    ['lists are replaced', { list: [1, 2] }, { list: [3] }, { list: [3] }],
    ['what is undefined is not given', { a: 1 }, { a: undefined }, { a: 1 }],
    ['nulls inside something new go too', {}, { window: { start: 'x', deadline: null } }, { window: { start: 'x' } }],
    ['the rule is merged', { rule }, { rule: { amount: 2 } }, { rule: { ...rule, amount: 2 } }],
    ['a rule of the same kind is merged', { rule }, { rule: { kind: 'change', mode: 'relative' } }, { rule: { ...rule, mode: 'relative' } }],
    ['a rule of another kind replaces it', { rule }, { rule: { kind: 'monitor' } }, { rule: { kind: 'monitor' } }],
    ['a baseline of another form replaces it', { rule }, { rule: { baseline: { value: 3, on: '2022-12-31' } } }, { rule: { ...rule, baseline: { value: 3, on: '2022-12-31' } } }],
    ['a baseline of the same form is merged', { baseline: { value: 3, on: 'x' } }, { baseline: { value: 4 } }, { baseline: { value: 4, on: 'x' } }],
    ['a calculation of another kind replaces it', { calculation: { kind: 'sum', of: [1, 2] } }, { calculation: { kind: 'ratio', factor: 100 } }, { calculation: { kind: 'ratio', factor: 100 } }],
    ['a segment becomes null, which is the whole', { rule }, { rule: { segment: null, mode: null } }, { rule: { ...rule, segment: null } }],
    ['a kind of something else is a field', { kind: 'local', title: 'x' }, { kind: 'ministerial' }, { kind: 'ministerial', title: 'x' }]
  ])('%s', (_, value, patch, merged) => expect(mergePatch(value, patch)).toEqual(merged))

  test('of great depth is refused', () => {
    const deep = Array.from({ length: 5_000 }).reduce<object>(inner => ({ a: inner }), {})
    expect(() => mergePatch({}, deep)).toThrow(/nested/)
  })
})

describe('codes', () => {
  test.each([
    ['goals', null, '3'], ['targets', '1', '1c'], ['targets', '2', '2b'], ['objectives', '1', '1.O2'], ['objectives', '2', '2.O1'], ['initiatives', '1', '1.I3'], ['commitments', null, 'C2']
  ] as const)('the next of %s under %s is %s', (list, under, code) => expect(nextCode(list, under, PLAN, [])).toBe(code))

  test('go on after z, in numbers where those are used, and past what was used before', () => {
    const letters = plan('p', [goal('1', Array.from({ length: 26 }, (_, place) => target(`1${String.fromCharCode(97 + place)}`)))])
    expect(nextCode('targets', '1', letters, [])).toBe('1aa')
    expect(nextCode('targets', 'S', plan('p', [goal('S', [target('S1'), target('S10')])]), [])).toBe('S11')
    expect(nextCode('targets', 'A', plan('p', [goal('A')]), [])).toBe('A1')
    expect(nextCode('targets', '1', PLAN, [{ list: 'targets', code: '1c', name: 'x' }])).toBe('1d')
    expect(nextCode('goals', null, plan('p', [goal('1', [target('2')])]), [])).toBe('3')
  })

  test('that are gone stand for what they last were', () => {
    const without = removeItem(PLAN, at(PLAN, 'targets', '1b')).document
    const retired = retiredCodes([], PLAN, without)
    expect(retired).toEqual([{ list: 'targets', code: '1b', name: 'Mål 1b' }])
    const again = (code: string, title: string) => reusedCodes(retired, without, addItem(without, 'targets', target(code, { title }), { goal: 1 }).document).map(one => one.item.pointer)
    expect(again('1b', 'Noget andet')).toEqual(['/goals/1/targets/1'])
    expect(again('1b', 'Mål 1b')).toEqual([])
    expect(again('1c', 'Noget andet')).toEqual([])
    expect(reusedCodes(retired, without, addItem(without, 'goals', goal('1b'), { goal: null }).document)).toHaveLength(1)
    expect(retiredCodes(retired, without, PLAN)).toEqual([])
    expect(reusedCodes([], PLAN, { ...PLAN, goals: [goal('1a', [target('1')])] }).map(one => one.item.code)).toEqual(['1a', '1'])
  })
})

type Step = { op: 'add' | 'move' | 'remove', list: PlanList, pick: number, goal: number, position: number }
const steps = fc.array(fc.record<Step>({
  op: fc.constantFrom('add', 'add', 'move', 'remove'), list: fc.constantFrom('goals', 'targets', 'objectives', 'initiatives', 'commitments'), pick: fc.nat(50), goal: fc.nat(50), position: fc.nat(50)
}), { maxLength: 40 })

test('any sequence of edits keeps codes unique, uses none again, and changes what it says and nothing else', () => {
  fc.assert(fc.property(steps, taken => {
    let document = PLAN
    let retired = retiredCodes([], PLAN, PLAN)
    for (const { op, list, pick, goal: chosen, position } of taken) {
      if (list === 'notes') continue
      const items = codedItems(document).filter(one => one.list === list)
      const under = ['goals', 'commitments'].includes(list) ? null : document.goals.length === 0 ? undefined : chosen % document.goals.length
      if (under === undefined) continue
      const place = items.length === 0 ? null : findItem(document, list, items[pick % items.length]!.code)
      const length = (where: number | null) => (where === null ? document[list as 'goals'] : document.goals[where]![list as 'targets'])?.length ?? 0
      const before = document
      if (op === 'add') {
        const code = nextCode(list, under === null ? null : document.goals[under]!.code, document, retired)
        const item = { code, title: `Ny ${pick}`, text: `Ny ${pick}`, quantity: 1, unit: 'x', kind: 'local', window: PLAN.goals[0]!.targets![0]!.window, rule: { kind: 'monitor' } }
        document = addItem(document, list, item as never, { goal: under, position: position % (length(under) + 1) }).document
        expect(codedItems(document).map(one => one.code).toSorted()).toEqual([...codedItems(before).map(one => one.code), code].toSorted())
      } else if (place !== null && op === 'move') {
        const most = length(under) - (place.goal === under ? 1 : 0)
        document = moveItem(document, place, { goal: under, position: position % (most + 1) }).document
        expect(codedItems(document).map(one => [one.list, one.code, one.name]).toSorted()).toEqual(codedItems(before).map(one => [one.list, one.code, one.name]).toSorted())
      } else if (place !== null) {
        const { code } = items[pick % items.length]!
        document = removeItem(document, place).document
        expect(findItem(document, list, code)).toBeNull()
      }
      expect(reusedCodes(retired, before, document)).toEqual([])
      retired = retiredCodes(retired, before, document)
      const spaces = codedItems(document).map(one => `${one.list === 'targets' ? 'goals' : one.list} ${one.code}`)
      expect(new Set(spaces).size).toBe(spaces.length)
    }
  }), { numRuns: 300 })
})

describe('the life of a plan', () => {
  test('goes one way', () => {
    const statuses = Object.keys(TRANSITIONS) as (keyof typeof TRANSITIONS)[]
    const allowed = statuses.flatMap(from => statuses.filter(to => from !== to && mayBecome(from, to)).map(to => `${from} > ${to}`))
    expect(allowed).toEqual(['draft > adopted', 'adopted > closed', 'adopted > withdrawn', 'closed > withdrawn'])
    expect(statuses.every(status => mayBecome(status, status))).toBe(true)
    expect([possibleFrom('draft'), possibleFrom('adopted'), possibleFrom('withdrawn')]).toEqual(['a draft plan can become adopted, or be removed', 'an adopted plan can become closed or withdrawn', 'a withdrawn plan stays so: copy it to go on with its content'])
  })
})
