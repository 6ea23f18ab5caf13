import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../src/services/actor.ts'
import { parse } from '../../src/services/input.ts'
import { type Statuses, statusesQuery } from '../../src/services/statuses.ts'
import { ADMIN, ANONYMOUS, indicatorBody, openServices, planBody, type TestServices } from '../support/services.ts'

const WINDOW = { start: '2024-01-01', deadline: '2024-12-31' }
const atMost = (value: number) => ({ kind: 'threshold', comparator: 'lte', value })
const target = (code: string, rule: object = atMost(3), change: object = {}) => ({ code, title: `Mål ${code}`, indicator: 'ledighed', window: WINDOW, rule, ...change })
const goal = (code: string, nationalGoals: string[], targets: object[]) => ({ code, kind: 'local', title: `Målsætning ${code}`, nationalGoals, targets })

/** Two adopted plans, a closed one of an earlier year, a draft and a withdrawn one. */
const PLANS = [
  planBody({ id: 'x-2024', kommune: '0250', title: 'A', goals: [goal('1', ['2024-1', '2024-2'], [target('1a'), target('1b', atMost(1))]), goal('2', [], [target('2a', { kind: 'monitor' })])] }),
  planBody({ id: 'y-2024', kommune: '0316', title: 'B', goals: [goal('1', ['2024-2'], [target('1a', { kind: 'milestone', deliverables: [{ code: 'a', title: 'Aftale' }] }, { indicator: null }), target('1b')])] }),
  planBody({ id: 'z-2023', kommune: '0316', title: 'C', kind: 'strategy', status: 'closed', period: { from: '2023-01-01', to: '2023-12-31' }, goals: [goal('1', ['2023-2'], [target('1a', atMost(3), { window: { start: '2023-01-01', deadline: '2023-12-31' } })])] }),
  planBody({ id: 'v-2024', kommune: '0400', status: 'draft', goals: [goal('1', [], [target('1a')])] }),
  planBody({ id: 'w-2024', kommune: '0400', status: 'withdrawn', goals: [goal('1', [], [target('1a')])] })
]

let test: TestServices
beforeAll(async () => {
  test = await openServices({ now: '2024-07-20T10:00:00.000Z' })
  const { services } = test
  await services.indicators.put(ADMIN, 'ledighed', indicatorBody())
  for (const plan of PLANS) {
    const { status } = plan
    await services.plans.putDocument(ADMIN, plan.id, { ...plan, status: status === 'draft' ? 'draft' : 'adopted' })
    if (status !== 'draft' && status !== 'adopted') await services.plans.putDocument(ADMIN, plan.id, plan, { expectedVersion: 1, reason: 'Slut' })
  }
  const rows = [['0250', '2024-06', 2.5], ['0316', '2024-06', 3.5], ['0316', '2023-12', 2]] as const
  await services.measurements.record(ADMIN, { measurements: rows.map(([area, period, value]) => ({ indicator: 'ledighed', area, period, value })) })
})
afterAll(async () => { await test.database.close() })

/** Asks as REST does: every parameter as text. */
const asked = (query: Record<string, string>, actor: Actor = ANONYMOUS): Promise<Statuses> => test.services.statuses.list(actor, parse(statusesQuery, { asOf: '2024-07-10', ...query }))
const idsOf = ({ items }: Statuses): string[] => items.map(item => item.target)
const ALL = ['x-2024.1a', 'x-2024.1b', 'x-2024.2a', 'y-2024.1a', 'y-2024.1b', 'z-2023.1a']

describe('the statuses of all kommuner', () => {
  it('are those of every target of adopted and closed plans, each as its own status says', async () => {
    const all = await asked({})
    expect(idsOf(all)).toEqual(ALL)
    for (const { subject: _, ...status } of all.items) expect(status).toEqual(await test.services.status.ofTarget(ANONYMOUS, status.target, { asOf: '2024-07-10' }))
    expect(all).toMatchObject({ asOf: '2024-07-10', knownAt: '2024-07-20T10:00:00.000Z', groups: null, nextCursor: null, total: { targets: 6, overall: 'off_track', coverage: 1 } })
  })

  it('say what they are of', async () => {
    const { items: [first], items } = await asked({})
    expect(first?.subject).toEqual({
      code: '1a',
      title: 'Mål 1a',
      segment: null,
      kommune: { id: '0250', name: 'Frederikssund' },
      plan: { id: 'x-2024', title: 'A', kind: 'annual_plan', status: 'adopted', period: { from: '2024-01-01', to: '2024-12-31' } },
      goal: { id: 'x-2024.1', code: '1', title: 'Målsætning 1', nationalGoals: ['2024-1', '2024-2'] },
      indicator: { id: 'ledighed', name: { da: 'Ledighed', en: 'Unemployment' }, unit: 'percent', decimals: 1 }
    })
    expect(items.find(item => item.target === 'y-2024.1a')?.subject.indicator).toBeNull()
  })

  it('are asked of today and of what is known now unless it is said otherwise', async () => {
    expect(await test.services.statuses.list(ANONYMOUS, {})).toMatchObject({ asOf: '2024-07-20', knownAt: '2024-07-20T10:00:00.000Z' })
    const before = await asked({ knownAt: '2024-01-01T00:00:00Z', target: 'x-2024.1a,z-2023.1a' })
    expect(before).toMatchObject({ knownAt: '2024-01-01T00:00:00.000Z', total: { counts: { no_data: 1, awaiting_data: 1 }, coverage: 0 } })
    expect(await asked({ plan: 'w-2024', knownAt: '2024-01-01T00:00:00Z' })).toMatchObject({ knownAt: '2024-01-01T00:00:00.000Z', items: [], total: { targets: 0, overall: null, counts: {}, coverage: null } })
  })

  it.each([
    [{ kommune: '0316' }, ['y-2024.1a', 'y-2024.1b', 'z-2023.1a']],
    [{ kommune: '316,250', planKind: 'annual_plan' }, ALL.slice(0, 5)],
    [{ plan: 'x-2024,z-2023', kommune: '0316' }, ['z-2023.1a']],
    [{ goal: 'x-2024.2,y-2024.1' }, ['x-2024.2a', 'y-2024.1a', 'y-2024.1b']],
    [{ target: 'y-2024.1b,x-2024.1a' }, ['x-2024.1a', 'y-2024.1b']],
    [{ indicator: 'ledighed', plan: 'y-2024' }, ['y-2024.1b']],
    [{ nationalGoal: '2024-1' }, ['x-2024.1a', 'x-2024.1b']],
    [{ nationalGoalNumber: '2' }, ['x-2024.1a', 'x-2024.1b', 'y-2024.1a', 'y-2024.1b', 'z-2023.1a']],
    [{ nationalGoal: '2023-2,2024-1', nationalGoalNumber: '2' }, ['z-2023.1a']],
    [{ nationalGoal: '2024-1', nationalGoalNumber: '2' }, []],
    [{ ruleKind: 'monitor,milestone' }, ['x-2024.2a', 'y-2024.1a']],
    [{ planStatus: 'closed' }, ['z-2023.1a']],
    [{ planStatus: 'withdrawn,draft' }, ['w-2024.1a']],
    [{ inForceOn: '2024-07-10' }, ALL.slice(0, 5)],
    [{ inForceOn: '2023-12-31' }, ['z-2023.1a']],
    [{ inForceOn: '2022-12-31' }, []],
    [{ status: 'on_track,achieved' }, ['x-2024.1a', 'y-2024.1a', 'z-2023.1a']],
    [{ final: 'true' }, ['z-2023.1a']],
    [{ final: 'false', status: 'achieved' }, []],
    [{ stale: 'true', late: 'true' }, []],
    [{ provisional: 'achieved' }, []],
    [{ provisional: 'achieved', asOf: '2025-01-15' }, ['x-2024.1a']]
  ] as [Record<string, string>, string[]][])('are filtered by %j', async (query, expected) => {
    expect(idsOf(await asked(query))).toEqual(expected)
  })

  it('tell of drafts only to those who may read them', async () => {
    const drafts = { planStatus: 'draft' }
    expect(idsOf(await asked(drafts))).toEqual([])
    expect(idsOf(await asked(drafts, ADMIN))).toEqual(['v-2024.1a'])
    expect(idsOf(await asked(drafts, { ...ANONYMOUS, scopes: ['drafts:read'], kommuner: ['0316'] }))).toEqual([])
    expect(idsOf(await asked({}, ADMIN))).toEqual(ALL)
    for (const [name, id] of [['plan', 'v-2024'], ['goal', 'v-2024.1'], ['target', 'v-2024.1a']] as const) await expect(asked({ [name]: id })).rejects.toMatchObject({ code: 'invalid_request' })
  })

  it.each([
    ['kommune', '0250,9999', 'unknown_kommune'], ['kommune', 'DK', 'unknown_kommune'], ['plan', 'x-2024,x', 'unknown_plan'], ['goal', 'x', 'unknown_goal'], ['target', 'x-2024.9z', 'unknown_target'],
    ['indicator', 'x', 'unknown_indicator'], ['nationalGoal', '2024-99', 'unknown_national_goal'], ['nationalGoalNumber', '98', 'unknown_national_goal'], ['cursor', 'x', 'invalid_cursor']
  ])('refuse %s=%s, naming the parameter', async (name, value, code) => {
    await expect(asked({ [name]: value })).rejects.toMatchObject({ code: 'invalid_request', problems: [{ pointer: `?${name}`, code }] })
  })

  it.each([['groupBy', 'size'], ['groupBy', ''], ['sort', 'title'], ['limit', '2001'], ['limit', '-1'], ['status', 'good'], ['final', '1'], ['nationalGoalNumber', '0'], ['inForceOn', '2024-02-30'], ['ruleKind', '__proto__'], ['on', '2024-01-01']])('refuse %s=%s', async (name, value) => {
    await expect((async () => await asked({ [name]: value }))()).rejects.toMatchObject({ code: 'invalid_request' })
  })

  it('are told before how many there are to judge, and are not judged where that throws', async () => {
    const counts: number[] = []
    await test.services.statuses.list(ANONYMOUS, { limit: 1, status: ['missed'] }, count => { counts.push(count) })
    expect(counts).toEqual([6])
    await expect(test.services.statuses.list(ANONYMOUS, {}, () => { throw new Error('too many') })).rejects.toThrow('too many')
  })
})

describe('a page of statuses', () => {
  it.each([
    ['target', ALL], ['-target', ALL.toReversed()],
    ['kommune', ['x-2024.1a', 'x-2024.1b', 'x-2024.2a', 'y-2024.1a', 'y-2024.1b', 'z-2023.1a']],
    ['-kommune', ['y-2024.1a', 'y-2024.1b', 'z-2023.1a', 'x-2024.1a', 'x-2024.1b', 'x-2024.2a']],
    ['status', ['y-2024.1b', 'x-2024.1b', 'x-2024.1a', 'y-2024.1a', 'z-2023.1a', 'x-2024.2a']],
    ['-status', ['x-2024.2a', 'z-2023.1a', 'x-2024.1a', 'y-2024.1a', 'x-2024.1b', 'y-2024.1b']]
  ])('follows page by %s, each target once, with the same total', async (sort, expected) => {
    const found: string[] = []
    let cursor: string | null = null
    do {
      const page: Statuses = await asked({ sort, limit: '2', ...cursor !== null && { cursor } })
      expect(page.total.targets).toBe(6)
      found.push(...idsOf(page))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(found).toEqual(expected)
  })

  it('is empty at limit 0, and there is no next one', async () => {
    expect(await asked({ limit: '0' })).toMatchObject({ items: [], nextCursor: null, total: { targets: 6 } })
  })

  it('is refused a cursor of another question', async () => {
    const { nextCursor } = await asked({ limit: '1' })
    await expect(asked({ limit: '1', kommune: '0250', cursor: nextCursor! })).rejects.toMatchObject({ problems: [{ pointer: '?cursor' }] })
  })
})

describe('groups of statuses', () => {
  const groupsBy = async (groupBy: string, query: Record<string, string> = {}) => (await asked({ groupBy, limit: '0', ...query })).groups ?? []
  const keysBy = async (groupBy: string, query?: Record<string, string>): Promise<[...(string | null)[], number][]> =>
    (await groupsBy(groupBy, query)).map(({ key, targets }) => [...groupBy.split(',').map(field => key[field as keyof typeof key]?.id ?? null), targets])

  it('hold together what rollUp says of their targets', async () => {
    const groups = await groupsBy('kommune')
    const plan = await test.services.status.ofPlan(ANONYMOUS, 'x-2024', { asOf: '2024-07-10' })
    expect(groups[0]).toEqual({ key: { kommune: { id: '0250', name: { da: 'Frederikssund', en: 'Frederikssund' } } }, targets: 3, overall: plan.overall, counts: plan.counts, coverage: plan.coverage })
  })

  it.each([
    ['kommune', [['0250', 3], ['0316', 3]]],
    ['plan', [['x-2024', 3], ['y-2024', 2], ['z-2023', 1]]],
    ['goal', [['x-2024.1', 2], ['x-2024.2', 1], ['y-2024.1', 2], ['z-2023.1', 1]]],
    ['indicator', [['ledighed', 5], [null, 1]]],
    ['nationalGoal', [['2023-2', 1], ['2024-1', 2], ['2024-2', 4], [null, 1]]],
    ['nationalGoalNumber', [['1', 2], ['2', 5], [null, 1]]],
    ['status', [['off_track', 1], ['at_risk', 1], ['on_track', 2], ['achieved', 1], ['monitored', 1]]],
    ['ruleKind', [['threshold', 4], ['milestone', 1], ['monitor', 1]]],
    ['region', [['1084', 3], ['1085', 3]]],
    ['rar', [['RAR-HOV', 3], ['RAR-SJ', 3]]],
    ['kommune,ruleKind', [['0250', 'threshold', 2], ['0250', 'monitor', 1], ['0316', 'threshold', 2], ['0316', 'milestone', 1]]],
    ['nationalGoal,nationalGoalNumber', [['2023-2', '2', 1], ['2024-1', '1', 2], ['2024-2', '2', 4], [null, null, 1]]]
  ])('by %s', async (groupBy, expected) => {
    expect(await keysBy(groupBy)).toEqual(expected)
  })

  it('by national goal are those that were asked for alone', async () => {
    expect(await keysBy('nationalGoal', { nationalGoal: '2024-1' })).toEqual([['2024-1', 2]])
    expect(await keysBy('nationalGoal', { nationalGoalNumber: '2' })).toEqual([['2023-2', 1], ['2024-2', 4]])
  })

  it('by region are of the day: Region Østdanmark takes over in 2027', async () => {
    expect(await keysBy('region', { asOf: '2026-12-31' })).toEqual([['1084', 3], ['1085', 3]])
    expect(await keysBy('region', { asOf: '2027-01-01' })).toEqual([['REGION-OESTDANMARK', 6]])
  })

  it('are of what the filter lets through, not of the page', async () => {
    expect(await keysBy('status', { status: 'at_risk,on_track', limit: '1' })).toEqual([['at_risk', 1], ['on_track', 2]])
    expect((await groupsBy('status'))[1]?.key.status).toEqual({ id: 'at_risk', name: { da: 'I risiko', en: 'At risk' } })
    expect(await groupsBy('kommune', { inForceOn: '2022-01-01' })).toEqual([])
  })
})
