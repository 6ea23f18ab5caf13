import { beforeAll, describe, expect, test } from 'vitest'
import type { TargetFilter } from '../../../db/stores/index.ts'
import type { Subject } from '../contract.ts'
import { change, goal, plan, target } from '../samples.ts'

export function describeTargets (subject: Subject): void {
  describe('goals and targets', () => {
    const gap = { kind: 'gap_reduction', amount: 0.2, benchmark: { area: 'DK' }, baseline: { period: '2023-08' } } as const
    const both = { kind: 'all_of', rules: [{ kind: 'threshold', comparator: 'gte', value: 1, indicator: 't-virksomheder', segment: null }, { kind: 'monitor' }] } as const
    const first = plan('t-b', [
      goal('2', [target('2b', { segment: 'dagpenge' }), target('2a', { rule: gap })], { nationalGoals: ['2023-1', '2023-1'], period: { from: '2024-02-01', to: '2024-03-31' } }),
      goal('1', [target('1a', { indicator: null, rule: { kind: 'assessment' } }), target('1b', { indicator: 't-syge', segment: 's', rule: { ...both, rules: [...both.rules] }, population: 'Alle', followUp: 'Månedligt', location: 's. 3' })])
    ], { kommune: 'T1', paceLimits: { onTrack: 0.9, atRisk: 0.5 } })
    const second = plan('t-a', [goal('1', [target('1a')], { nationalGoals: ['2023-1', '2023-2'] }), goal('2')], { kommune: 'T2', status: 'closed' })
    const draft = plan('t-c', [goal('1', [target('1a')], { nationalGoals: ['2023-2'] })], { kommune: 'T1', status: 'draft' })
    const kommuner = ['T1', 'T2']

    beforeAll(async () => { for (const document of [first, second, draft]) await subject.stores.plans.put(document, change(null)) })

    const found = async (filter: Parameters<typeof subject.stores.plans.targets>[0], page?: { limit: number, after?: string, descending?: boolean }) =>
      (await subject.stores.plans.targets(filter, page)).map(({ id }) => id)
    const goals = async (filter: Parameters<typeof subject.stores.plans.goals>[0]) => (await subject.stores.plans.goals(filter)).map(({ id }) => id)

    test('a bare goal has every optional field filled, and the period of its plan', async () => {
      expect(await subject.stores.plans.goals({ ids: ['t-b.1'] })).toEqual([{
        id: 't-b.1',
        plan: 't-b',
        kommune: 'T1',
        code: '1',
        kind: 'focus_area',
        title: 'Fokus 1',
        summary: null,
        nationalGoals: [],
        period: { from: '2024-01-01', to: '2024-12-31' },
        objectives: [],
        initiatives: [],
        location: null
      }])
    })

    test('a goal keeps what was put, and what stands inside is filled', async () => {
      await subject.stores.plans.put(plan('t-goal', [goal('1', [], {
        period: { from: '2024-02-01', to: '2024-03-31' },
        objectives: [{ code: '1.O1', text: 'Færre' }],
        initiatives: [{ code: '1.I1', title: 'Kurser' }, { code: '1.I2', title: 'Møder', status: 'done', group: 'Fælles', summary: 'Kort', location: 's. 4' }]
      })]), change(null))
      expect(await subject.stores.plans.goals({ plans: ['t-goal'] })).toMatchObject([{
        period: { from: '2024-02-01', to: '2024-03-31' },
        objectives: [{ code: '1.O1', text: 'Færre', location: null }],
        initiatives: [
          { code: '1.I1', title: 'Kurser', summary: null, group: null, status: 'planned', location: null },
          { code: '1.I2', title: 'Møder', status: 'done', group: 'Fælles', summary: 'Kort', location: 's. 4' }
        ]
      }])
    })

    test('a target has every field filled, and what its plan says', async () => {
      expect(await subject.stores.plans.targets({ ids: ['t-b.1a', 't-b.1b', 't-a.1a'] })).toEqual([
        { id: 't-a.1a', plan: 't-a', goal: 't-a.1', kommune: 'T2', planStatus: 'closed', paceLimits: null, ...target('1a'), segment: null, population: null, followUp: null, location: null },
        { id: 't-b.1a', plan: 't-b', goal: 't-b.1', kommune: 'T1', planStatus: 'adopted', paceLimits: { onTrack: 0.9, atRisk: 0.5 }, ...target('1a', { rule: { kind: 'assessment' } }), indicator: null, segment: null, population: null, followUp: null, location: null },
        { id: 't-b.1b', plan: 't-b', goal: 't-b.1', kommune: 'T1', planStatus: 'adopted', paceLimits: { onTrack: 0.9, atRisk: 0.5 }, ...first.goals[1]!.targets![1]! }
      ])
    })

    test('goals come by plan and place, narrowed by what the filter says', async () => {
      expect(await goals({ plans: ['t-b', 't-a', 't-c'] })).toEqual(['t-a.1', 't-a.2', 't-b.2', 't-b.1'])
      expect(await goals({ plans: ['t-b', 't-c'], includeDrafts: true })).toEqual(['t-b.2', 't-b.1', 't-c.1'])
      expect(await goals({ nationalGoals: ['2023-1'] })).toEqual(['t-a.1', 't-b.2'])
      expect(await goals({ nationalGoals: ['2023-2'], includeDrafts: true })).toEqual(['t-a.1', 't-c.1'])
      expect(await goals({ ids: ['t-a.1', 't-c.1', 'nobody'], plans: ['t-a', 't-c'] })).toEqual(['t-a.1'])
      expect(await goals({ ids: [] })).toEqual([])
    })

    test.each([
      [{ kommuner }, ['t-a.1a', 't-b.2b', 't-b.2a', 't-b.1a', 't-b.1b']],
      [{ kommuner, includeDrafts: true }, ['t-a.1a', 't-b.2b', 't-b.2a', 't-b.1a', 't-b.1b', 't-c.1a']],
      [{ kommuner: ['T2'] }, ['t-a.1a']],
      [{ plans: ['t-b', 't-c'] }, ['t-b.2b', 't-b.2a', 't-b.1a', 't-b.1b']],
      [{ goals: ['t-b.1', 't-a.1'] }, ['t-a.1a', 't-b.1a', 't-b.1b']],
      [{ ids: ['t-c.1a', 't-b.1b'] }, ['t-b.1b']],
      [{ indicators: ['t-syge'] }, ['t-b.1b']],
      [{ indicators: ['t-virksomheder'] }, ['t-b.1b']],
      [{ indicators: ['ledighed'], kommuner: ['T1'] }, ['t-b.2b', 't-b.2a']],
      [{ nationalGoals: ['2023-1'] }, ['t-a.1a', 't-b.2b', 't-b.2a']],
      [{ nationalGoals: ['2023-1'], plans: ['t-b'], ids: ['t-b.2a', 't-a.1a'] }, ['t-b.2a']],
      [{ kommuner, ruleKinds: ['gap_reduction', 'assessment'] }, ['t-b.2a', 't-b.1a']],
      [{ kommuner, ruleKinds: ['all_of'] }, ['t-b.1b']],
      [{ kommuner, planStatuses: ['closed', 'withdrawn'] }, ['t-a.1a']],
      [{ plans: ['t-a', 't-b'], planKinds: ['strategy'] }, []],
      [{ plans: ['t-a'], planKinds: ['annual_plan'], on: '2024-12-31' }, ['t-a.1a']],
      [{ plans: ['t-a'], on: '2025-01-01' }, []],
      [{ ids: [] }, []]
    ] as [TargetFilter, string[]][])('targets of %j', async (filter, expected) => {
      expect(await found(filter)).toEqual(expected)
    })

    test('pages go on after a target, and start its plan again where it is gone', async () => {
      expect(await found({ kommuner }, { limit: 2 })).toEqual(['t-a.1a', 't-b.2b'])
      expect(await found({ kommuner }, { limit: 2, after: 't-b.2b' })).toEqual(['t-b.2a', 't-b.1a'])
      expect(await found({ kommuner }, { limit: 9, after: 't-a.1a' })).toEqual(['t-b.2b', 't-b.2a', 't-b.1a', 't-b.1b'])
      expect(await found({ kommuner }, { limit: 2, after: 't-b.1b' })).toEqual([])
      expect(await found({ kommuner }, { limit: 2, after: 't-b.gone' })).toEqual(['t-b.2b', 't-b.2a'])
      expect(await found({ kommuner }, { limit: 9, descending: true })).toEqual(['t-b.1b', 't-b.1a', 't-b.2a', 't-b.2b', 't-a.1a'])
      expect(await found({ kommuner }, { limit: 3, after: 't-b.2a', descending: true })).toEqual(['t-b.2b', 't-a.1a'])
      expect(await found({ kommuner }, { limit: 3, after: 't-b.gone', descending: true })).toEqual(['t-a.1a'])
    })

    test('a series names the targets that read it, as their own or to compare with', async () => {
      const by = async (indicator: string, area: string, segment: string | null = null) => await subject.stores.plans.affectedBy([{ indicator, area, segment }])
      expect(await by('ledighed', 'T1')).toEqual(['t-b.2a'])
      expect(await by('ledighed', 'T1', 'dagpenge')).toEqual(['t-b.2b'])
      expect(await by('ledighed', 'DK')).toEqual(['t-b.2a'])
      expect(await by('t-syge', 'T1')).toEqual([])
      expect(await by('t-syge', 'T1', 's')).toEqual(['t-b.1b'])
      expect(await by('t-virksomheder', 'T1')).toEqual(['t-b.1b'])
      expect(await subject.stores.plans.affectedBy([])).toEqual([])
      const series = [{ indicator: 'ledighed', area: 'T2', segment: null }, { indicator: 'ledighed', area: 'T1', segment: null }, { indicator: 'ledighed', area: 'DK', segment: null }]
      expect(await subject.stores.plans.affectedBy(series)).toEqual(['t-a.1a', 't-b.2a'])
      expect(await subject.stores.plans.affectedBy(series, { includeDrafts: true })).toEqual(['t-a.1a', 't-b.2a', 't-c.1a'])
    })

    test('a range, which reads its series twice, is named once', async () => {
      const range = { kind: 'all_of', rules: [{ kind: 'threshold', comparator: 'gte', value: 1 }, { kind: 'threshold', comparator: 'lte', value: 4 }] } as const
      await subject.stores.plans.put(plan('t-range', [goal('1', [target('1a', { rule: { ...range, rules: [...range.rules] } })])], { kommune: 'T3' }), change(null))
      expect(await subject.stores.plans.affectedBy([{ indicator: 'ledighed', area: 'T3', segment: null }])).toEqual(['t-range.1a'])
    })

    test('a new version replaces the goals, the targets and what they read', async () => {
      await subject.stores.plans.put(plan('t-new', [goal('1', [target('1a')], { nationalGoals: ['2030-1'] })], { kommune: 'T9' }), change(null))
      await subject.stores.plans.put(plan('t-new', [goal('2', [target('1a', { indicator: 't-nyt' })])], { kommune: 'T9' }), change(1))
      expect(await subject.stores.plans.targets({ kommuner: ['T9'] })).toMatchObject([{ id: 't-new.1a', goal: 't-new.2', indicator: 't-nyt' }])
      expect(await goals({ plans: ['t-new'] })).toEqual(['t-new.2'])
      expect(await goals({ nationalGoals: ['2030-1'] })).toEqual([])
      expect(await subject.stores.plans.affectedBy([{ indicator: 'ledighed', area: 'T9', segment: null }])).toEqual([])
      expect(await subject.stores.plans.affectedBy([{ indicator: 't-nyt', area: 'T9', segment: null }])).toEqual(['t-new.1a'])
    })

    test('each list is one statement, however much it names', async () => {
      const before = subject.database.countStatements()
      await found({ plans: Array.from({ length: 5_000 }, (_, at) => `p-${at}`), indicators: ['ledighed', 't-syge'], nationalGoals: ['2023-1'] }, { limit: 5, after: 't-a.1a' })
      await goals({ ids: ['t-a.1', 't-b.2'], nationalGoals: ['2023-1'] })
      await subject.stores.plans.affectedBy(Array.from({ length: 5_000 }, (_, at) => ({ indicator: `i-${at}`, area: 'T1', segment: null })))
      expect(subject.database.countStatements() - before).toBe(3)
    })
  })
}
