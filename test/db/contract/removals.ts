import { describe, expect, test } from 'vitest'
import type { PlanDocument } from '../../../src/domain/plan.ts'
import type { Subject } from '../contract.ts'
import { change, goal, indicator, measurement, plan, target } from '../samples.ts'

const used = () => new Error('it is used')

export function describeRemovals (subject: Subject): void {
  /** Puts a plan as a service does: checked against what there is at some versions. */
  const putPlan = async (document: PlanDocument, checkedAt: { indicators: number, nationalGoals: number }) =>
    await subject.stores.plans.put(document, { expectedVersion: null, actor: 'test', reason: null, at: '2026-01-01T00:00:00.000Z', checkedAt })
  const versions = async () => ({ indicators: await subject.stores.indicators.version(), nationalGoals: await subject.stores.nationalGoals.version() })
  const measuring = (id: string, indicator: string) => plan(id, [goal('1', [target('1a', { indicator, rule: { kind: 'threshold', comparator: 'lte', value: 3 } })])])

  describe('indicators that are removed', () => {
    const remove = async (id: string, version?: number) => await subject.stores.indicators.remove(id, { version: version ?? await subject.stores.indicators.version(), used })

    test('are gone where nothing uses them, and counted as a change', async () => {
      const { indicators } = subject.stores
      await indicators.put(indicator('r-free'))
      const version = await indicators.version()
      expect(await indicators.usesOf('r-free')).toEqual([])
      await remove('r-free')
      expect([await indicators.byIds(['r-free']), await indicators.version()]).toEqual([[], version + 1])
      await indicators.put(indicator('r-free'))
      await expect(remove('r-free', version)).rejects.toMatchObject({ code: 'conflict' })
      expect(await indicators.byIds(['r-free'])).toHaveLength(1)
    })

    test('stay where anything uses them, each by its kind and id', async () => {
      const { indicators, keys, mappings, measurements } = subject.stores
      for (const id of ['r-target', 'r-benchmark', 'r-bare', 'r-earlier', 'r-part', 'r-mapped', 'r-bound', 'r-figure', 'r-figured']) await indicators.put(indicator(id))
      await indicators.put(indicator('r-sum', { calculation: { kind: 'sum', of: [{ indicator: 'r-part' }, { indicator: 'r-free' }] } }))
      await mappings.put({ id: 'r-m', title: { da: 'a', en: 'a' }, table: 't', period: 'Periode', area: 'Område', totals: {}, series: [{ measure: 'x', members: {}, indicator: 'r-mapped', segment: null }], ignored: { measures: [], members: {} }, query: null, note: null }, { recordedAt: '2026-01-01T00:00:00.000Z', actor: 'test' })
      await keys.insert({ id: 'r-key', name: 'r', scopes: [], kommuner: null, indicators: ['r-bound'], createdAt: '2026-01-01T00:00:00.000Z', createdBy: 'test', expiresAt: null, revokedAt: null }, 'hash of r-key')
      await measurements.append([measurement({ indicator: 'r-figured' })])
      const targets = [
        target('1a', { indicator: 'r-target', rule: { kind: 'benchmark_level', comparator: 'lte', benchmark: { indicator: 'r-benchmark' } } }),
        target('1b', { indicator: 'r-bare', rule: { kind: 'assessment' } })
      ]
      await subject.stores.plans.put(measuring('r-plan', 'r-earlier'), change(null))
      await subject.stores.plans.put(plan('r-plan', [goal('1', targets)]), change(1))
      const uses = async (id: string) => (await indicators.usesOf(id)).map(use => `${use.kind} ${use.id}`)
      expect(await uses('r-target')).toEqual(['plan r-plan', 'target r-plan.1a'])
      expect(await uses('r-benchmark')).toEqual(['plan r-plan', 'target r-plan.1a'])
      expect(await uses('r-bare')).toEqual(['plan r-plan', 'target r-plan.1b'])
      expect(await uses('r-earlier')).toEqual(['plan r-plan'])
      expect([await uses('r-part'), await uses('r-free')]).toEqual([['calculation r-sum'], ['calculation r-sum']])
      expect([await uses('r-mapped'), await uses('r-bound'), await uses('r-figured')]).toEqual([['mapping r-m'], ['key r-key'], []])
      for (const id of ['r-target', 'r-benchmark', 'r-bare', 'r-earlier', 'r-part', 'r-mapped', 'r-bound', 'r-figured']) await expect(remove(id), id).rejects.toThrow('it is used')
      expect(await uses('r-figure')).toEqual([])
      await remove('r-figure')
      await keys.revoke('r-key', '2026-01-02T00:00:00.000Z')
      await remove('r-bound')
    })

    test('and a use of them at the same moment: never both', async () => {
      const { indicators, measurements } = subject.stores
      for (let round = 0; round < 10; round++) {
        const id = `r-race-${round}`
        await indicators.put(indicator(id))
        const at = await versions()
        const [removed, ...users] = await Promise.allSettled([
          remove(id, at.indicators),
          putPlan(measuring(`r-race-plan-${round}`, id), at),
          measurements.append([measurement({ indicator: id })], undefined, [], [], at.indicators)
        ])
        const isRemoved = removed.status === 'fulfilled'
        expect(await indicators.byIds([id])).toHaveLength(isRemoved ? 0 : 1)
        expect(users.some(({ status }) => status === 'fulfilled')).toBe(!isRemoved)
      }
    })
  })

  describe('national goals that are removed', () => {
    const remove = async (id: string, version?: number) => await subject.stores.nationalGoals.remove(id, { audit: [], version: version ?? await subject.stores.nationalGoals.version(), used })
    const make = async (number: number) => await subject.stores.nationalGoals.putAll([{ id: `2100-${number}`, year: 2100, number, title: 'Et' }], { version: await subject.stores.nationalGoals.version() })
    const adopting = (id: string, ...nationalGoals: string[]) => plan(id, [{ ...goal('1', []), nationalGoals }])
    const ids = async () => (await subject.stores.nationalGoals.all()).map(one => one.id).filter(id => id.startsWith('2100-'))

    test('are gone where no version of a plan names them', async () => {
      const { nationalGoals } = subject.stores
      for (const number of [1, 2, 3, 10]) await make(number)
      await subject.stores.plans.put(adopting('r-goals', '2100-1', '2100-10'), change(null))
      await subject.stores.plans.put(adopting('r-goals', '2100-10'), change(1))
      expect([await nationalGoals.usesOf('2100-1'), await nationalGoals.usesOf('2100-10'), await nationalGoals.usesOf('2100-2')])
        .toEqual([[{ kind: 'plan', id: 'r-goals' }], [{ kind: 'goal', id: 'r-goals.1' }, { kind: 'plan', id: 'r-goals' }], []])
      await expect(remove('2100-1')).rejects.toThrow('it is used')
      await expect(remove('2100-10')).rejects.toThrow('it is used')
      const version = await nationalGoals.version()
      await remove('2100-2')
      await expect(remove('2100-3', version)).rejects.toMatchObject({ code: 'conflict' })
      await expect(nationalGoals.putAll([{ id: '2100-2', year: 2100, number: 2, title: 'Et' }], { version })).rejects.toMatchObject({ code: 'conflict' })
      expect(await ids()).toEqual(['2100-1', '2100-3', '2100-10'])
    })

    test('and a plan that names them at the same moment: never both', async () => {
      for (let round = 0; round < 10; round++) {
        await make(20 + round)
        const [at, id] = [await versions(), `2100-${20 + round}`]
        const [removed, named] = await Promise.allSettled([remove(id, at.nationalGoals), putPlan(adopting(`r-race-goals-${round}`, id), at)])
        expect([removed.status, named.status].toSorted()).toEqual(['fulfilled', 'rejected'])
        expect((await ids()).includes(id)).toBe(named.status === 'fulfilled')
      }
    })
  })
}
