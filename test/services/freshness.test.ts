import { beforeEach, describe, expect, test } from 'vitest'
import { owedBy } from '../../src/domain/freshness.ts'
import { ADMIN, ANONYMOUS, indicatorBody, openServices, planBody, type TestServices } from '../support/services.ts'

let t: TestServices
const list = (query = {}) => t.services.freshness.list(ANONYMOUS, { asOf: '2024-09-15', ...query })
const record = (rows: object[]) => t.services.measurements.record(ADMIN, { measurements: rows.map(row => ({ indicator: 'ledighed', area: '0250', value: 3, ...row })) })

beforeEach(async () => {
  t = await openServices()
  await t.services.indicators.put(ADMIN, 'ledighed', indicatorBody({ publicationLagDays: 45 }))
  const [goal] = planBody().goals
  const level = { ...goal!.targets[0], code: '1b', rule: { kind: 'benchmark_level', comparator: 'lte', benchmark: { area: 'DK' } } }
  await t.services.plans.putDocument(ADMIN, 'p', planBody({ goals: [{ ...goal, targets: [goal!.targets[0], level] }] }))
})

describe('freshness', () => {
  test('has each series that targets read once, own and benchmark', async () => {
    await record([{ period: '2024-06' }, { period: '2024-07', value: null, flag: 'suppressed' }, { period: '2024-05' }])
    expect((await list()).items).toEqual([
      {
        indicator: 'ledighed',
        area: '0250',
        segment: null,
        latestPeriod: '2024-07',
        awaited: { period: '2024-08', expectedOn: '2024-10-15', overdueDays: 0 },
        lastRecordedAt: '2026-06-01T10:00:00.000Z',
        lastActor: 'admin',
        targets: ['p.1a', 'p.1b']
      },
      { indicator: 'ledighed', area: 'DK', segment: null, latestPeriod: null, awaited: { period: '2024-01', expectedOn: '2024-03-16', overdueDays: 183 }, lastRecordedAt: null, lastActor: null, targets: ['p.1b'] }
    ])
  })

  test('a withdrawn figure is awaited again, and its withdrawal is what was last written', async () => {
    await record([{ period: '2024-06' }, { period: '2024-07' }])
    t.clock.now = '2026-06-02T10:00:00.000Z'
    const july = (await t.services.measurements.list({ from: '2024-07-31' })).items[0]!
    await t.services.measurements.withdraw({ ...ADMIN, id: 'other' }, july.id)
    expect((await list()).items[0]).toMatchObject({ latestPeriod: '2024-06', awaited: { period: '2024-07' }, lastRecordedAt: '2026-06-02T10:00:00.000Z', lastActor: 'other' })
  })

  test('can be narrowed, and is paged', async () => {
    await record([{ period: '2024-07' }])
    const areas = async (query: object) => (await list(query)).items.map(one => one.area)
    expect([await areas({ overdue: true }), await areas({ overdue: false }), await areas({ kommune: ['250'] }), await areas({ kommune: ['0316'] })]).toEqual([['DK'], ['0250'], ['0250', 'DK'], []])
    expect(await areas({ indicator: ['ledighed'] })).toHaveLength(2)
    const first = await list({ limit: 1 })
    expect((await list({ limit: 1, cursor: first.nextCursor! })).items.map(one => one.area)).toEqual(['DK'])
    await expect(list({ indicator: ['nothing'] })).rejects.toMatchObject({ problems: [{ pointer: '?indicator' }] })
    await expect(list({ kommune: ['9999'] })).rejects.toMatchObject({ problems: [{ pointer: '?kommune' }] })
  })

  test('drafts owe nothing to strangers', async () => {
    await t.services.plans.putDocument(ADMIN, 'q', planBody({ id: 'q', kommune: '0316', status: 'draft' }))
    expect((await list()).items.map(one => one.area)).not.toContain('0316')
    expect((await t.services.freshness.list(ADMIN, { asOf: '2024-09-15' })).items.map(one => one.area)).toContain('0316')
  })

  test('takes as many statements for many series as for one', async () => {
    const count = async (work: () => Promise<unknown>): Promise<number> => {
      const before = t.countReads()
      await work()
      return t.countReads() - before
    }
    // After a write all is read anew.
    const put = async (kommune: string): Promise<void> => { await t.services.plans.putDocument(ADMIN, `p-${kommune}`, planBody({ id: `p-${kommune}`, kommune })) }
    await list()
    await put('0316')
    const few = await count(() => list())
    for (const kommune of ['0766', '0167', '0101']) await put(kommune)
    expect(await count(() => list())).toBe(few)
  })
})

describe('what a series owes', () => {
  const window = (start: string, deadline: string) => ({ start, deadline })
  const monthly = { frequency: 'month', publicationLagDays: 30 } as const
  const periods = (...of: Parameters<typeof owedBy>) => owedBy(...of).map(one => one.period)

  test('is each period without a figure that ought to be out, and the next one', () => {
    expect(owedBy(monthly, new Set(['2024-02']), [window('2024-01-01', '2024-12-31')], '2024-04-15')).toEqual([
      { period: '2024-01', expectedOn: '2024-03-01', overdueDays: 45 }, { period: '2024-03', expectedOn: '2024-04-30', overdueDays: 0 }
    ])
  })

  test('is of the windows alone, and ends with them', () => {
    expect(periods(monthly, new Set(), [window('2023-01-01', '2023-02-28'), window('2023-06-15', '2023-07-31')], '2030-01-01')).toEqual(['2023-01', '2023-02', '2023-06', '2023-07'])
    expect(periods(monthly, new Set(), [], '2030-01-01')).toEqual([])
    expect(periods({ frequency: 'irregular', publicationLagDays: 0 }, new Set(), [window('2023-01-01', '2023-12-31')], '2030-01-01')).toEqual([])
  })
})
