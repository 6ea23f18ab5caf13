import { beforeEach, describe, expect, test } from 'vitest'
import { ADMIN, ANONYMOUS, indicatorBody, openServices, planBody, type TestServices } from '../support/services.ts'

let t: TestServices
const put = (id: string, change: object = {}) => t.services.indicators.put(ADMIN, id, indicatorBody({ unit: 'persons', ...change }))
const share = { unit: 'percent', calculation: { kind: 'ratio', numerator: { indicator: 'ledige' }, denominator: { indicator: 'arbejdsstyrke', segment: null }, factor: 100 } }
const record = (rows: [indicator: string, area: string, period: string, value: number | null][]) =>
  t.services.measurements.record(ADMIN, { measurements: rows.map(([indicator, area, period, value]) => ({ indicator, area, period, value, ...value === null && { flag: 'suppressed' } })) })
const series = (indicator: string, area: string, segment: string | null = null) => ({ indicator, area, segment })
const countOf = async (work: () => Promise<unknown>): Promise<number> => {
  const before = t.countReads()
  await work()
  return t.countReads() - before
}

/** Bornholm is the one kommune of its RAR; Sjælland's has seventeen. */
const SJAELLAND = ['0253', '0259', '0265', '0269', '0306', '0316', '0320', '0326', '0329', '0330', '0336', '0340', '0350', '0360', '0370', '0376', '0390']

beforeEach(async () => {
  t = await openServices()
  await put('ledige', { additive: true })
  await put('arbejdsstyrke', { additive: true })
  await put('andel', share)
  await put('gennemsnit', { unit: 'percent', calculation: { kind: 'rolling_mean', of: { indicator: 'andel' }, periods: 2 } })
})

describe('series are read', () => {
  test('posted and calculated, for exactly what is asked, as known at an instant', async () => {
    await record([['ledige', '0250', '2024-01', 3], ['arbejdsstyrke', '0250', '2024-01', 60], ['andel', '0250', '2024-02', 7]])
    t.clock.now = '2026-06-02T10:00:00.000Z'
    await record([['ledige', '0250', '2024-01', 6]])
    const values = async (knownAt: string | null) => (await t.services.series.read([series('andel', '0250'), series('ledige', '0250')], knownAt)).map(one => [one.indicator, one.period, one.value, one.revision])
    expect(await values(null)).toEqual([['andel', '2024-02', 7, 1], ['andel', '2024-01', 10, null], ['ledige', '2024-01', 6, 2]])
    expect(await values('2026-06-01T12:00:00.000Z')).toEqual([['andel', '2024-02', 7, 1], ['andel', '2024-01', 5, null], ['ledige', '2024-01', 3, 1]])
  })

  test('with the breaks of all that they are made of', async () => {
    await put('ledige', { additive: true, breaks: ['2024-02-01'] })
    await put('andel', { ...share, breaks: ['2023-01-01'] })
    const { indicators } = await t.services.series.gather([series('gennemsnit', '0250')], null)
    expect(['gennemsnit', 'andel', 'ledige', 'arbejdsstyrke'].map(id => indicators.get(id)?.breaks)).toEqual([['2023-01-01', '2024-02-01'], ['2023-01-01', '2024-02-01'], ['2024-02-01'], []])
  })

  test('in one query for figures, and one more for indicators where any is calculated', async () => {
    await t.services.reference.areas()
    const read = (...keys: Parameters<typeof series>[]) => countOf(() => t.services.series.read(keys.map(key => series(...key)), null))
    // The first one reads what is remembered.
    await read(['ledige', '0250'])
    expect(await read(['ledige', '0250'])).toBe(2)
    expect(await read(['ledige', 'RAR-SJ'])).toBe(2)
    expect(await read(['gennemsnit', '0250'])).toBe(3)
    expect(await read(['gennemsnit', '0250'], ['andel', 'RAR-SJ'], ['andel', 'RAR-HOV'], ['andel', '1084'], ['ledige', '0101', 'unge'])).toBe(3)
  })

  test('for a RAR from those who belong to it', async () => {
    await record(SJAELLAND.flatMap((area): [string, string, string, number][] => [['ledige', area, '2024-01', 2], ['arbejdsstyrke', area, '2024-01', area === '0253' ? 80 : 20]]))
    expect((await t.services.series.read([series('andel', 'RAR-SJ')], null)).map(({ value, made }) => [value, made?.method, made?.parts.length])).toEqual([[8.5, 'group_ratio', 34]])
    expect((await t.services.series.read([series('andel', 'DK')], null))).toEqual([])
  })

  test('made of others also where all of those are asked for beside them', async () => {
    await record([...SJAELLAND.map((area): [string, string, string, number] => ['ledige', area, '2024-01', 2]), ['arbejdsstyrke', '0253', '2024-01', 80]])
    const values = async (...keys: Parameters<typeof series>[]) => (await t.services.series.read(keys.map(key => series(...key)), null)).map(one => one.value)
    expect(await values(['ledige', '0253'], ['arbejdsstyrke', '0253'], ['andel', '0253'])).toEqual([2, 80, 2.5])
    expect((await values(['ledige', 'RAR-SJ'], ...SJAELLAND.map((area): Parameters<typeof series> => ['ledige', area])))[0]).toBe(34)
  })
})

describe('what reads a series', () => {
  const named = async (...keys: Parameters<typeof series>[]) => (await t.services.series.readersOf(keys.map(key => series(...key)))).map(({ indicator, area, segment }) => [indicator, area, segment].filter(part => part !== null).join(' ')).toSorted()

  test('is what is calculated from it, of its area and of the groups that it belongs to', async () => {
    expect(await named(['ledige', '0400'])).toEqual([
      'andel 0400', 'andel 1084', 'andel RAR-BOR', 'andel REGION-OESTDANMARK', 'gennemsnit 0400', 'gennemsnit 1084', 'gennemsnit RAR-BOR', 'gennemsnit REGION-OESTDANMARK', 'ledige 0400', 'ledige 1084', 'ledige RAR-BOR', 'ledige REGION-OESTDANMARK'
    ])
    expect(await named(['gennemsnit', '0400'])).toEqual(['gennemsnit 0400'])
    expect(await named(['ledige', 'DK', 'unge'])).toEqual(['andel DK unge', 'gennemsnit DK unge', 'ledige DK unge'])
    expect(await named()).toEqual([])
  })

  test('is every segment, where the part is always the same', async () => {
    expect((await named(['arbejdsstyrke', 'DK']))).toEqual(['andel DK', 'andel DK unge', 'arbejdsstyrke DK', 'gennemsnit DK', 'gennemsnit DK unge'])
  })

  test('makes the targets that may move, drafts only for those who see them', async () => {
    const [goal] = planBody().goals
    const rule = { kind: 'benchmark_level', comparator: 'lte', benchmark: { area: 'RAR-SJ' } }
    await t.services.plans.putDocument(ADMIN, 'p', planBody({ goals: [{ ...goal, targets: [{ ...goal!.targets[0], indicator: 'andel', rule }, { ...goal!.targets[0], code: '1b', indicator: 'gennemsnit' }] }] }))
    await t.services.plans.putDocument(ADMIN, 'q', planBody({ id: 'q', kommune: '0316', status: 'draft' }, { indicator: 'gennemsnit' }))
    expect(await t.services.series.affectedTargets([series('ledige', '0250')], true)).toEqual(['p.1a', 'p.1b'])
    expect(await t.services.series.affectedTargets([series('ledige', '0316')], true)).toEqual(['p.1a', 'q.1a'])
    expect(await t.services.series.affectedTargets([series('arbejdsstyrke', '0316')], false)).toEqual(['p.1a'])
    expect(await t.services.series.affectedTargets([series('ledige', '0101')], true)).toEqual([])
    expect(await t.services.series.affectedTargets([], true)).toEqual([])
  })
})

describe('freshness', () => {
  const waited = async (query = {}) => (await t.services.freshness.list(ANONYMOUS, { asOf: '2024-09-15', ...query })).items.map(one => [one.indicator, one.area, one.latestPeriod, one.targets.join()])
  const putPlan = (target: Record<string, unknown>) => t.services.plans.putDocument(ADMIN, 'p', planBody({}, target))

  test('of a calculated figure that nobody posts is that of the figures it is made of', async () => {
    await putPlan({ indicator: 'gennemsnit' })
    await record([['ledige', '0250', '2024-07', 3]])
    expect(await waited()).toEqual([['arbejdsstyrke', '0250', null, 'p.1a'], ['ledige', '0250', '2024-07', 'p.1a']])
    expect(await waited({ indicator: ['gennemsnit'] })).toHaveLength(2)
    expect(await waited({ indicator: ['ledige'] })).toHaveLength(1)
    await record([['andel', '0250', '2024-07', 5]])
    expect(await waited()).toEqual([['andel', '0250', '2024-07', 'p.1a']])
  })

  test('of a RAR is that of its members until it is posted itself', async () => {
    await putPlan({ indicator: 'ledige', rule: { kind: 'benchmark_level', comparator: 'lte', benchmark: { area: 'RAR-SJ' } } })
    expect((await waited()).map(([, area]) => area)).toEqual(['0250', ...SJAELLAND])
    await record([['ledige', 'RAR-SJ', '2024-07', 3]])
    expect((await waited()).map(([, area]) => area)).toEqual(['0250', 'RAR-SJ'])
  })

  test('of a share of a RAR is that of the counts of its members', async () => {
    await putPlan({ indicator: 'ledige', rule: { kind: 'benchmark_level', comparator: 'lte', benchmark: { area: 'RAR-BOR', indicator: 'andel' } } })
    expect((await waited()).map(([indicator, area]) => [indicator, area])).toEqual([['arbejdsstyrke', '0400'], ['ledige', '0250'], ['ledige', '0400']])
  })
})

test('a target on a share against its RAR, worked out by hand', async () => {
  // 0250 has 30 of 500 = 6 per cent. Its benchmark: 17 kommuner with 2 of 20 but one with 2 of 80, 34 of 400 = 8.5 per cent. So 2.5 points below, and the goal is 2.
  const [goal] = planBody().goals
  await t.services.plans.putDocument(ADMIN, 'p', planBody({ goals: [{ ...goal, targets: [{ ...goal!.targets[0], indicator: 'andel', rule: { kind: 'benchmark_level', comparator: 'lte', margin: -2, benchmark: { area: 'RAR-SJ' } } }] }] }))
  await record([['ledige', '0250', '2024-12', 30], ['arbejdsstyrke', '0250', '2024-12', 500], ...SJAELLAND.flatMap((area): [string, string, string, number][] => [['ledige', area, '2024-12', 2], ['arbejdsstyrke', area, '2024-12', area === '0253' ? 80 : 20]])])
  const status = () => t.services.status.ofTarget(ANONYMOUS, 'p.1a', { asOf: '2025-02-01' })
  const found = await status()
  expect(found).toMatchObject({ status: 'achieved', final: true, current: { period: '2024-12', value: 6, benchmark: 8.5, measure: -2.5 }, distance: 0.5 })
  expect(found.explanation.da).toContain('2,5')
  expect(found.evidence.map(({ area, value, revision, calculation }) => [area, value, revision, calculation?.method, calculation?.parts.length])).toEqual([['0250', 6, null, 'ratio', 2], ['RAR-SJ', 8.5, null, 'group_ratio', 34]])
  expect(found.evidence[0]?.calculation?.parts).toEqual([['ledige', 30], ['arbejdsstyrke', 500]].map(([indicator, value]) => ({ indicator, area: '0250', segment: null, period: '2024-12', value, flag: 'final', revision: 1, source: null })))
  await record([['ledige', '0316', '2024-12', null]])
  expect(await status()).toMatchObject({ status: 'awaiting_data', reason: 'benchmark_missing', current: null })
  await record([['andel', 'RAR-SJ', '2024-12', 7.9]])
  expect(await status()).toMatchObject({ status: 'missed', final: true, current: { benchmark: 7.9, measure: -1.9 } })
})

test('a share without an end is shown rounded, and judged as it is', async () => {
  await t.services.plans.putDocument(ADMIN, 'p', planBody({}, { indicator: 'andel', rule: { kind: 'monitor' } }))
  await record([['ledige', '0250', '2024-12', 1], ['arbejdsstyrke', '0250', '2024-12', 3]])
  expect(await t.services.status.ofTarget(ANONYMOUS, 'p.1a', { asOf: '2025-02-01' })).toMatchObject({ current: { value: 33.3333, measure: 33.3333 }, evidence: [{ value: 100 / 3 }] })
})

test('history counts the figures that others are made of', async () => {
  await t.services.plans.putDocument(ADMIN, 'p', planBody({}, { indicator: 'gennemsnit' }))
  const months = Array.from({ length: 240 }, (_, i) => `${2005 + Math.floor(i / 12)}-${String(i % 12 + 1).padStart(2, '0')}`)
  await record(months.flatMap((period): [string, string, string, number][] => [['ledige', '0250', period, 1], ['arbejdsstyrke', '0250', period, 50]]))
  const history = (step: string) => t.services.status.history(ANONYMOUS, 'p.1a', { from: '2024-01-01', to: '2024-12-31', step })
  await expect(history('P1D')).rejects.toMatchObject({ problems: [{ pointer: '?step' }] })
  expect((await history('P1M')).items.at(-1)).toMatchObject({ current: { value: 2 } })
})
