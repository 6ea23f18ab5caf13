import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Subject } from '../contract.ts'
import { change, goal, plan, target } from '../samples.ts'

export function describePlans (subject: Subject): void {
  describe('plans', () => {
    test('the document comes back as it was put, with every version', async () => {
      const first = plan('p-doc', [goal('1', [target('1a')])], { notes: [{ kind: 'context', text: 'Æøå' }] })
      const { status: _, ...second } = { ...first, title: 'Ny titel', goals: [] }
      expect(await subject.stores.plans.put(first, change(null))).toBe(1)
      expect(await subject.stores.plans.put(second, change(1, { reason: 'Rettelse', actor: 'Bo' }))).toBe(2)
      const versions = [
        { version: 1, recordedAt: '2024-03-01T00:00:00.000Z', actor: 'test', reason: null, status: 'adopted' },
        { version: 2, recordedAt: '2024-03-02T00:00:00.000Z', actor: 'Bo', reason: 'Rettelse', status: 'draft' }
      ]
      expect(await subject.stores.plans.document('p-doc')).toEqual({ document: second, ...versions[1] })
      expect(await subject.stores.plans.document('p-doc', 1)).toEqual({ document: first, ...versions[0] })
      expect(await subject.stores.plans.document('p-doc', 3)).toBeUndefined()
      expect(await subject.stores.plans.versions('p-doc', { limit: 9 })).toEqual(versions.toReversed())
      expect(await subject.stores.plans.versions('p-doc', { limit: 1 })).toEqual([versions[1]])
      expect(await subject.stores.plans.versions('p-doc', { limit: 9, after: 2 })).toEqual([versions[0]])
      expect((await subject.stores.plans.versions('p-doc', { limit: 9, ascending: true })).map(one => one.version)).toEqual((await subject.stores.plans.versions('p-doc', { limit: 9 })).map(one => one.version).toReversed())
      const knownAt = (instant: string) => subject.stores.plans.versionKnownAt('p-doc', instant)
      expect(await knownAt('2024-02-29T23:59:59.999Z')).toBeUndefined()
      expect([await knownAt('2024-03-01T00:00:00.000Z'), await knownAt('2024-03-01T23:59:59.999Z'), await knownAt('2099-01-01T00:00:00.000Z')]).toEqual([1, 1, 2])
      expect(await subject.stores.plans.document('nobody')).toBeUndefined()
      expect(await subject.stores.plans.versions('nobody', { limit: 9 })).toEqual([])
    })

    test('a version is read as the plan was then, and as it is now', async () => {
      const first = plan('p-then', [goal('1', [target('1a', { segment: 'unge' })]), goal('2', [], { period: { from: '2024-01-01', to: '2025-12-31' } })], { paceLimits: { onTrack: 0.9, atRisk: 0.5 } })
      await subject.stores.plans.put(first, change(null))
      const standing = { plan: (await subject.stores.plans.find({ ids: ['p-then'] }))[0], goals: await subject.stores.plans.goals({ plans: ['p-then'] }), targets: await subject.stores.plans.targets({ plans: ['p-then'] }) }
      expect(await subject.stores.plans.atVersion('p-then', 1)).toEqual(standing)
      await subject.stores.plans.put({ ...first, goals: [] }, change(1))
      expect(await subject.stores.plans.atVersion('p-then', 1)).toEqual(standing)
      expect(await subject.stores.plans.atVersion('p-then', 2)).toMatchObject({ plan: { version: 2 }, goals: [], targets: [] })
      expect(await subject.stores.plans.atVersion('p-then', 3)).toBeUndefined()
    })

    test('codes that are used no more are kept, and found where nobody kept them', async () => {
      const [one, two] = [plan('p-codes', [goal('1', [target('1a'), target('1b')])]), plan('p-codes', [goal('1', [target('1b')])])]
      const retired = [{ list: 'targets' as const, code: '1a', name: 'Mål 1a' }]
      await subject.stores.plans.put(one, change(null))
      expect(await subject.stores.plans.retired('p-codes')).toEqual([])
      await subject.stores.plans.put(two, change(1, { retired }))
      expect(await subject.stores.plans.retired('p-codes')).toEqual(retired)
      expect((await subject.stores.plans.find({ ids: ['p-codes'] }))[0]).not.toHaveProperty('retired')
      const { plans } = subject.database.tables
      const { goals: _, ...head } = two
      await subject.database.atomically(q => [q.update(plans).set({ record: JSON.stringify(head) }).where(eq(plans.id, 'p-codes'))])
      expect(await subject.stores.plans.retired('p-codes')).toEqual(retired)
      expect(await subject.stores.plans.retired('nobody')).toEqual([])
    })

    test('a plan is removed whole, and only as the version that was looked at', async () => {
      const put = async (expectedVersion: number | null, code: string) => await subject.stores.plans.put(plan('p-gone', [goal('1', [target(code)], { nationalGoals: ['2024-1'] })]), change(expectedVersion))
      await put(null, '1a')
      await put(1, '1b')
      const removal = { actor: 'test', reason: null, at: '2024-03-09T00:00:00.000Z' }
      for (const expectedVersion of [1, 3]) await expect(subject.stores.plans.remove('p-gone', { ...removal, expectedVersion })).rejects.toMatchObject({ code: 'version_conflict' })
      expect(await subject.stores.plans.targets({ plans: ['p-gone'] })).toHaveLength(1)
      const [putAgain, removed] = await Promise.allSettled([put(2, '1c'), subject.stores.plans.remove('p-gone', { ...removal, expectedVersion: 2 })])
      expect([putAgain, removed].filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      if (removed.status === 'rejected') await subject.stores.plans.remove('p-gone', { ...removal, expectedVersion: 3 })
      expect([await subject.stores.plans.document('p-gone'), await subject.stores.plans.goals({ plans: ['p-gone'] }), await subject.stores.plans.targets({ plans: ['p-gone'] })]).toEqual([undefined, [], []])
      expect(await put(null, '1a')).toBe(1)
    })

    test('a bare plan is found with every optional field filled', async () => {
      const bare = plan('p-bare', [goal('1')])
      delete bare.status
      await subject.stores.plans.put(bare, change(null))
      expect(await subject.stores.plans.find({ ids: ['p-bare'], includeDrafts: true })).toEqual([{
        id: 'p-bare',
        kommune: '0250',
        title: 'Plan p-bare',
        kind: 'annual_plan',
        period: { from: '2024-01-01', to: '2024-12-31' },
        status: 'draft',
        adoptedBy: null,
        adoptedOn: null,
        umbrella: null,
        mandatedByLaw: false,
        paceLimits: null,
        sources: [],
        commitments: [],
        swot: null,
        relations: [],
        notes: [],
        version: 1,
        recordedAt: '2024-03-01T00:00:00.000Z'
      }])
    })

    test('a full plan is found with what was put, and what stands inside filled', async () => {
      await subject.stores.plans.put(plan('p-full', [], {
        adoptedBy: 'Byrådet',
        adoptedOn: '2023-12-13',
        umbrella: 'p-umbrella',
        mandatedByLaw: true,
        paceLimits: { onTrack: 0.9, atRisk: 0.5 },
        sources: [{ title: 'Planen' }],
        commitments: [{ code: 'C1', text: 'Svar', quantity: 48, unit: 'hours' }],
        swot: { strengths: [{ text: 'God' }], weaknesses: [], opportunities: [], threats: [{ text: 'Skidt', location: 's. 2' }] },
        relations: [{ kind: 'continues', title: 'Før' }],
        notes: [{ kind: 'discrepancy', text: 'Uklart' }]
      }), change(null))
      expect(await subject.stores.plans.find({ ids: ['p-full'] })).toMatchObject([{
        status: 'adopted',
        adoptedBy: 'Byrådet',
        adoptedOn: '2023-12-13',
        umbrella: 'p-umbrella',
        mandatedByLaw: true,
        paceLimits: { onTrack: 0.9, atRisk: 0.5 },
        sources: [{ title: 'Planen', location: null }],
        commitments: [{ code: 'C1', text: 'Svar', quantity: 48, unit: 'hours', per: null, due: null, location: null }],
        swot: { strengths: [{ text: 'God', location: null }], weaknesses: [], opportunities: [], threats: [{ text: 'Skidt', location: 's. 2' }] },
        relations: [{ kind: 'continues', title: 'Før', plan: null, location: null }],
        notes: [{ kind: 'discrepancy', text: 'Uklart', location: null }]
      }])
    })

    test('are found by what the filter says, by id, drafts only where asked for', async () => {
      const put = async (id: string, changes: Parameters<typeof plan>[2]) => { await subject.stores.plans.put(plan(id, [], changes), change(null)) }
      await put('f-4', { kommune: 'F1', kind: 'strategy' })
      await put('f-1', { kommune: 'F1', status: 'draft' })
      await put('f-3', { kommune: 'F2', status: 'closed' })
      await put('f-2', { kommune: 'F1' })
      const kommuner = ['F1', 'F2']
      const found = async (filter: Parameters<typeof subject.stores.plans.find>[0]) => (await subject.stores.plans.find(filter)).map(({ id }) => id)
      expect(await found({ kommuner })).toEqual(['f-2', 'f-3', 'f-4'])
      expect(await found({ kommuner, includeDrafts: true })).toEqual(['f-1', 'f-2', 'f-3', 'f-4'])
      expect(await found({ kommuner: ['F1'] })).toEqual(['f-2', 'f-4'])
      expect(await found({ kommuner, kinds: ['strategy'] })).toEqual(['f-4'])
      expect(await found({ kommuner, statuses: ['closed', 'draft'] })).toEqual(['f-3'])
      expect(await found({ ids: ['f-1', 'f-2'] })).toEqual(['f-2'])
      expect(await found({ ids: [] })).toEqual([])
      expect(await found({})).toEqual(expect.arrayContaining(['f-2', 'p-full']))
    })

    describe('a put is refused', () => {
      test.each([
        ['where there is one and none was expected', null],
        ['where an older version was expected', 1],
        ['where a later version was expected', 3],
        ['where a version far ahead was expected', 7]
      ])('%s, and nothing is changed', async (_, expectedVersion) => {
        const id = `c-${expectedVersion}`
        await subject.stores.plans.put(plan(id, [goal('1', [target('1a')])]), change(null))
        await subject.stores.plans.put(plan(id, [goal('1', [target('1b')])]), change(1))
        await expect(subject.stores.plans.put(plan(id, [], { title: 'Anden' }), change(expectedVersion))).rejects.toMatchObject({ code: 'version_conflict' })
        expect((await subject.stores.plans.find({ ids: [id] }))[0]).toMatchObject({ title: `Plan ${id}`, version: 2 })
        expect((await subject.stores.plans.targets({ plans: [id] })).map(({ id }) => id)).toEqual([`${id}.1b`])
        expect(await subject.stores.plans.versions(id, { limit: 9 })).toHaveLength(2)
      })

      test('where a version of a plan that is not there was expected', async () => {
        await expect(subject.stores.plans.put(plan('c-nobody'), change(1))).rejects.toMatchObject({ code: 'version_conflict' })
        expect(await subject.stores.plans.find({ ids: ['c-nobody'] })).toEqual([])
      })
    })

    test('of eight puts of the same version at once exactly one wins, and what stands is wholly its own', async () => {
      const titles = Array.from({ length: 8 }, (_, at) => `Forsøg ${at}`)
      for (const expectedVersion of [null, 1]) {
        const puts = await Promise.allSettled(titles.map(async (title, at) =>
          await subject.stores.plans.put(plan('c-race', [goal(`g${at}`, [target(`t${at}`)])], { title }), change(expectedVersion))))
        const won = puts.findIndex(({ status }) => status === 'fulfilled')
        expect(puts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
        for (const put of puts) if (put.status === 'rejected') expect(put.reason).toMatchObject({ code: 'version_conflict' })
        expect((await subject.stores.plans.find({ ids: ['c-race'] }))[0]).toMatchObject({ title: titles[won], version: (expectedVersion ?? 0) + 1 })
        expect((await subject.stores.plans.targets({ plans: ['c-race'] })).map(({ code }) => code)).toEqual([`t${won}`])
      }
    })

    test('a code that stands twice fails the whole put, as no conflict of versions', async () => {
      await expect(subject.stores.plans.put(plan('c-twice', [goal('1', [target('1a'), target('1a')])]), change(null)))
        .rejects.not.toMatchObject({ code: 'version_conflict' })
      expect(await subject.stores.plans.document('c-twice')).toBeUndefined()
    })

    test('a put of a plan with 3,000 targets is one change', async () => {
      const many = goal('1', Array.from({ length: 3_000 }, (_, at) => target(`t${at}`)))
      await subject.stores.plans.put(plan('p-large', [many], { kommune: 'P1' }), change(null))
      const targets = await subject.stores.plans.targets({ kommuner: ['P1'] })
      expect(targets.map(({ code }) => code)).toEqual(many.targets!.map(({ code }) => code))
      expect(await subject.stores.plans.affectedBy([{ indicator: 'ledighed', area: 'P1', segment: null }])).toHaveLength(3_000)
    })
  })
}
