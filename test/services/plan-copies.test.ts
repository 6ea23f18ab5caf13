import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PlanDocument } from '../../src/domain/plan.ts'
import { copyOf } from '../../src/domain/plan-copy.ts'
import type { Rule } from '../../src/domain/target.ts'
import { ADMIN, openServices, type TestServices } from '../support/services.ts'
import { goal, plan, target } from '../db/samples.ts'

let t: TestServices
beforeAll(async () => { t = await openServices({ seed: true }) })
afterAll(() => t.database.close())

const read = async (id: string): Promise<PlanDocument> => (await t.services.plans.document(ADMIN, id)).document
const record = (rows: [indicator: string, area: string, period: string, value: number, flag?: string][]) =>
  t.services.measurements.record(ADMIN, { measurements: rows.map(([indicator, area, period, value, flag = 'final']) => ({ indicator, area, period, value, flag })) })

describe('Frederikssund 2024 becomes 2025', () => {
  const SICK = 'sygedagpenge-jobafklaring-pct-arbejdsstyrke'

  test('with everything moved by a year, and the rest as it was', async () => {
    const old = await read('frederikssund-2024')
    const copy = await t.services.planEdits.copy(ADMIN, 'frederikssund-2024', { to: 2025 })
    expect(copy).toMatchObject({ plan: 'frederikssund-2025', item: 'frederikssund-2025', version: 1, created: true, changed: true, validateOnly: false })
    const made = await read('frederikssund-2025')
    expect(made).toMatchObject({ title: 'Beskæftigelsesplan 2025 – Frederikssund Kommune', status: 'draft', period: { from: '2025-01-01', to: '2025-12-31' } })
    expect(made.relations?.at(-1)).toEqual({ kind: 'continues', title: 'Beskæftigelsesplan 2024 – Frederikssund Kommune', plan: 'frederikssund-2024' })
    const year = { start: '2025-01-01', deadline: '2025-12-31' }
    const expected = structuredClone(old.goals)
    for (const one of expected) {
      one.period = { from: '2025-01-01', to: '2025-12-31' }
      for (const item of one.targets ?? []) item.window = year
    }
    const sick = expected.flatMap(one => one.targets ?? []).find(one => one.code === '3a')!
    sick.rule = { kind: 'gap_reduction', amount: 0.2, benchmark: { area: 'DK' }, baseline: { period: '2024-08' } }
    expect(made.goals).toEqual(expected)
    expect([made.adoptedBy, made.adoptedOn, made.commitments, made.sources]).toEqual([undefined, undefined, old.commitments, old.sources])
    expect(copy.proposals).toEqual([{
      target: 'frederikssund-2025.3a',
      pointer: '/goals/2/targets/0/rule/baseline',
      from: { period: '2023-08' },
      to: { period: '2024-08' },
      why: { da: expect.stringContaining('flyttet fra 2023-08 til 2024-08'), en: expect.stringContaining('moved from 2023-08 to 2024-08') }
    }])
    expect(await read('frederikssund-2024')).toEqual(old)
  })

  test('with the final gap of 2024 as the baseline, once both figures are in and final', async () => {
    const proposed = async () => (await t.services.planEdits.copy(ADMIN, 'frederikssund-2024', { to: 2026 }, { validateOnly: true })).proposals.map(one => one.to)
    await record([[SICK, '0250', '2024-12', 3.8]])
    expect(await proposed()).toEqual([{ period: '2025-08' }])
    await record([[SICK, 'DK', '2024-12', 3.4, 'provisional']])
    expect(await proposed()).toEqual([{ period: '2025-08' }])
    await record([[SICK, 'DK', '2024-12', 3.4]])
    expect(await proposed()).toEqual([{ period: '2024-12' }])
    await expect(read('frederikssund-2026')).rejects.toMatchObject({ code: 'not_found' })
  })
})

test.each([
  ['hedensted-2021', 2022, 'hedensted-2022', 1], ['holbaek-2023', 2024, 'holbaek-2024', 1], ['hvidovre-2023', 2025, 'hvidovre-2025', 2], ['kalundborg-2018-2021', 2022, 'kalundborg-2022-2025', 4]
])('%s becomes %i', async (id, to, made, years) => {
  const old = await read(id)
  const { proposals } = await t.services.planEdits.copy(ADMIN, id, { to })
  const copy = await read(made)
  const later = (day: string): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
  expect(copy.period).toEqual({ from: later(old.period.from), to: later(old.period.to) })
  const windows = (document: PlanDocument) => document.goals.flatMap(one => one.targets ?? []).map(one => [one.code, one.window] as const)
  expect(windows(copy)).toEqual(windows(old).map(([code, { start, deadline }]) => [code, { start: later(start), deadline: later(deadline) }]))
  expect(copy.commitments?.map(one => one.due)).toEqual(old.commitments?.map(one => one.due == null ? one.due : later(one.due)))
  for (const { from, to } of proposals) if (from !== null && 'period' in from) expect(to).toEqual({ period: `${Number(from.period.slice(0, 4)) + years}${from.period.slice(4)}` })
  expect(copy.goals.map(one => [one.objectives, one.initiatives])).toEqual(old.goals.map(one => [one.objectives, one.initiatives]))
  const stated = proposals.filter(one => one.from !== null && 'value' in one.from)
  expect(stated.map(one => [one.target, one.to])).toEqual(id === 'hedensted-2021' ? [['hedensted-2022.V1', { value: 48, on: '2020-12-31' }]] : [])
})

describe('a copy', () => {
  test.each([
    [{ to: 2024 }, '/to', 'year_not_later'], [{ to: 2020 }, '/to', 'year_not_later'], [{ to: 2025, id: 'holbaek-2023' }, '/id', 'id_taken'], [{ to: '2025' }, '/to', 'invalid_type'], [{}, '/to', 'invalid_type'], [{ to: 2025, id: 'Ø' }, '/id', 'invalid_format'], [{ to: 9999 }, '/to', 'too_big']
  ])('of %j is refused', async (input, pointer, code) => {
    await expect(t.services.planEdits.copy(ADMIN, 'frederikssund-2024', input)).rejects.toMatchObject({ problems: [{ pointer, code }] })
  })

  test('of a plan whose id holds no year needs one, and takes a title', async () => {
    await t.services.plans.putDocument(ADMIN, 'uden-aar', { ...await read('holbaek-2023'), id: 'uden-aar' })
    await expect(t.services.planEdits.copy(ADMIN, 'uden-aar', { to: 2024 })).rejects.toMatchObject({ problems: [{ code: 'id_required' }] })
    await t.services.planEdits.copy(ADMIN, 'uden-aar', { to: 2024, id: 'med-aar', title: 'Vores plan' })
    expect((await read('med-aar')).title).toBe('Vores plan')
  })

  test('moves days, weeks and baselines to what the year has', () => {
    const rule = (baseline?: object): Rule => ({ kind: 'change', comparator: 'gte', amount: 1, ...baseline && { baseline } } as Rule)
    const moved = (one: Rule, years = 1) => copyOf(plan('p', [goal('1', [target('1a', { rule: one, window: { start: '2024-02-29', deadline: '2024-06-30' } })])]), { id: 'q', years, finalPeriod: () => null })
    const ruleOf = (one: Rule, years?: number) => moved(one, years).document.goals[0]!.targets![0]!.rule
    expect(moved(rule()).document.goals[0]!.targets![0]!.window).toEqual({ start: '2025-02-28', deadline: '2025-06-30' })
    for (const [from, to] of [['2023', '2024'], ['2023-H2', '2024-H2'], ['2020-W53', '2021-W52'], ['2020-W52', '2021-W52'], ['2024-02-29', '2025-02-28'], ['2023-01-01/2023-02-28', '2024-01-01/2024-02-29']] as const) {
      expect(ruleOf(rule({ period: from })), from).toMatchObject({ baseline: { period: to } })
    }
    expect(ruleOf(rule({ lag: 'P1Y' }), 3)).toMatchObject({ baseline: { lag: 'P1Y' } })
    expect(moved(rule()).proposals).toMatchObject([{ code: '1a', from: null, to: null }])
    expect(moved({ kind: 'threshold', comparator: 'gte', value: 1 }).proposals).toEqual([])
    expect(ruleOf({ kind: 'all_of', rules: [{ kind: 'milestone', deliverables: [{ code: 'a', title: 'A', due: '2024-03-31' }, { code: 'b', title: 'B' }] }, rule({ period: '2023-12' })] })).toMatchObject({ rules: [{ deliverables: [{ due: '2025-03-31' }, { code: 'b' }] }, { baseline: { period: '2024-12' } }] })
  })
})
