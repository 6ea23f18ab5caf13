import { beforeEach, describe, expect, test } from 'vitest'
import { ADMIN, ANONYMOUS, indicatorBody, openServices, planBody, type TestServices } from '../support/services.ts'

let t: TestServices
beforeEach(async () => { t = await openServices() })
const put = (body: unknown, id = 'ledighed') => t.services.indicators.put(ADMIN, id, body)

test('is created with its defaults and replaced whole', async () => {
  const { indicator, created } = await put(indicatorBody())
  expect(created).toBe(true)
  expect(indicator).toEqual({ id: 'ledighed', ...indicatorBody(), definition: null, publicationLagDays: 0, breaks: [], source: null, decimals: 1, additive: false, calculation: null })
  expect(await put(indicatorBody({ unit: 'ratio', breaks: ['2024-01-01', '2020-01-01', '2024-01-01'] }))).toMatchObject({ created: false, indicator: { decimals: 2, breaks: ['2020-01-01', '2024-01-01'] } })
  expect(await t.services.indicators.get('ledighed')).toMatchObject({ unit: 'ratio' })
  expect((await put(indicatorBody({ unit: 'persons' }), 'personer')).indicator.decimals).toBe(0)
  expect((await t.services.indicators.list({ unit: ['ratio'] })).items.map(one => one.id)).toEqual(['ledighed'])
})

test.each([
  [{ name: { da: 'x' } }, '/name/en'], [{ unit: 'kilo' }, '/unit'], [{ polarity: 'up' }, '/polarity'], [{ frequency: 'decade' }, '/frequency'], [{ breaks: ['2024-02-30'] }, '/breaks/0'],
  [{ decimals: 1.5 }, '/decimals'], [{ calculation: { sum: ['a', 'b'] } }, '/calculation/kind'], [{ calculation: { kind: 'sum', of: [{ indicator: 'a' }] } }, '/calculation/of'], [{ calculation: { kind: 'difference', of: [{ indicator: 'a' }, { indicator: 'b' }, { indicator: 'c' }] } }, '/calculation/of'],
  [{ calculation: { kind: 'ratio', numerator: { indicator: 'a' }, denominator: { indicator: 'b' }, factor: 0 } }, '/calculation/factor'], [{ calculation: { kind: 'rolling_mean', of: { indicator: 'a' }, periods: 61 } }, '/calculation/periods'],
  [{ calculation: { kind: 'rolling_mean', of: { indicator: 'a', segment: '' }, periods: 12 } }, '/calculation/of/segment'], [{ additive: 1 }, '/additive'], [{ publicationLagDays: -1 }, '/publicationLagDays'], [{ navn: 'x' }, '/navn'], [{ id: 'other' }, '/id'],
  [{ segments: [{ code: 'a', name: { da: 'A', en: 'A' } }, { code: 'a', name: { da: 'B', en: 'B' } }] }, '/segments']
])('refuses %j, naming the place', async (change, pointer) => {
  await expect(put(indicatorBody(change))).rejects.toMatchObject({ code: 'invalid_request', problems: expect.arrayContaining([expect.objectContaining({ pointer })]) })
})

test('no page skips one whose id sorts as another\'s', async () => {
  for (const id of ['x-1', 'x-01', 'x-001', 'x-2']) await put(indicatorBody(), id)
  for (const sort of ['id', '-name'] as const) {
    const seen: string[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await t.services.indicators.list({ limit: 1, sort, ...cursor !== undefined && { cursor } })
      seen.push(...page.items.map(one => one.id))
      cursor = page.nextCursor
    }
    expect(seen.toSorted()).toEqual(['x-001', 'x-01', 'x-1', 'x-2'])
  }
})

test('a segment that has figures stays; one without may go', async () => {
  const segments = ['unge', 'andre'].map(code => ({ code, name: { da: code, en: code } }))
  const put = (codes: string[]) => t.services.indicators.put(ADMIN, 'delt', indicatorBody({ segments: segments.filter(({ code }) => codes.includes(code)) }))
  await put(['unge', 'andre'])
  await t.services.measurements.record(ADMIN, { measurements: [{ indicator: 'delt', area: '0250', segment: 'unge', period: '2024-06', value: 3 }] })
  await expect(put(['andre'])).rejects.toMatchObject({ code: 'conflict', problems: [{ pointer: '/segments', code: 'segment_in_use', detail: expect.stringContaining('unge') }] })
  expect((await put(['unge'])).indicator.segments).toHaveLength(1)
})

describe('a change', () => {
  const update = (patch: unknown, id = 'ledighed') => t.services.indicators.update(ADMIN, id, patch)

  test('is of what is given alone; null gives the default again', async () => {
    await put(indicatorBody({ source: 'Jobindsats', publicationLagDays: 45, decimals: 3 }))
    const { created, changes } = await update({ name: { en: 'Out of work' }, source: null, decimals: null })
    expect([created, changes.map(({ path, after }) => [path, after])]).toEqual([false, [['/source', null], ['/decimals', 1], ['/name/en', 'Out of work']]])
    expect(await t.services.indicators.get('ledighed')).toMatchObject({ name: { da: 'Ledighed', en: 'Out of work' }, source: null, decimals: 1, publicationLagDays: 45, segments: indicatorBody().segments })
    expect((await update({})).changes).toEqual([])
    expect((await t.services.indicators.update(ADMIN, 'ledighed', { unit: 'count' }, { validateOnly: true })).indicator.unit).toBe('count')
    expect((await t.services.indicators.get('ledighed')).unit).toBe('percent')
  })

  test('of a calculation: another kind replaces it whole, a segment may be the whole', async () => {
    for (const id of ['a', 'b']) await put(indicatorBody(), id)
    await put(indicatorBody({ calculation: { kind: 'sum', of: [{ indicator: 'a' }, { indicator: 'b' }] } }))
    const ratio = { kind: 'ratio', numerator: { indicator: 'a' }, denominator: { indicator: 'b' } }
    expect((await update({ calculation: ratio })).indicator.calculation).toEqual(ratio)
    const { indicator, changes } = await update({ calculation: { denominator: { segment: null }, factor: 100 } })
    expect(indicator.calculation).toEqual({ ...ratio, denominator: { indicator: 'b', segment: null }, factor: 100 })
    expect(changes.map(one => one.path)).toEqual(['/calculation/denominator/segment', '/calculation/factor'])
    expect((await update({ calculation: null })).indicator.calculation).toBe(null)
  })

  test.each([[{ unit: null }, '/unit'], [{ name: null }, '/name'], [{ name: { da: '' } }, '/name/da'], [{ navn: 'x' }, '/navn'], [{ id: 'other' }, '/id'], [[], ''], ['x', ''], [null, '']])('to %j is refused, naming the place', async (patch, pointer) => {
    await put(indicatorBody())
    await expect(update(patch)).rejects.toMatchObject({ code: 'invalid_request', problems: [{ pointer }] })
  })

  test('of none that there is, or by one who may not, is refused; so is another frequency of one with figures', async () => {
    await expect(update({}, 'nix')).rejects.toMatchObject({ code: 'not_found' })
    await expect(t.services.indicators.update(ANONYMOUS, 'nix', {})).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(t.services.indicators.remove(ANONYMOUS, 'nix')).rejects.toMatchObject({ code: 'unauthenticated' })
    await put(indicatorBody())
    await t.services.measurements.record(ADMIN, { measurements: [{ indicator: 'ledighed', area: '0250', period: '2024-06', value: 3 }] })
    await expect(update({ frequency: 'year' })).rejects.toMatchObject({ code: 'frequency_locked' })
  })

  test('of many at once loses none', async () => {
    await put(indicatorBody())
    await Promise.all([update({ source: 'x' }), update({ decimals: 4 }), update({ name: { en: 'E' } }), update({ name: { da: 'D' } })])
    expect(await t.services.indicators.get('ledighed')).toMatchObject({ source: 'x', decimals: 4, name: { da: 'D', en: 'E' } })
  })

  test('is told in the feed as a put is', async () => {
    await put(indicatorBody())
    await update({ decimals: 4 })
    expect(await t.stores.events.after(0, 10, ['indicator.changed'])).toMatchObject([{ subject: 'ledighed', data: { fields: ['decimals'] } }])
  })
})

describe('removing', () => {
  const remove = (id = 'ledighed', options = {}) => t.services.indicators.remove(ADMIN, id, options)
  const used = async (id: string): Promise<string> => await remove(id).then(() => 'removed', (error: unknown) => {
    expect(error).toMatchObject({ code: 'conflict', problems: [{ pointer: '', code: 'in_use' }] })
    return (error as Error).message
  })

  test('is for what nothing uses, and may be tried', async () => {
    await put(indicatorBody())
    await remove('ledighed', { validateOnly: true })
    expect(await remove()).toMatchObject({ id: 'ledighed' })
    await expect(remove()).rejects.toMatchObject({ code: 'not_found' })
    expect((await put(indicatorBody())).created).toBe(true)
  })

  test('is refused while anything uses it, which is named', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) await put(indicatorBody(), id)
    await t.services.plans.putDocument(ADMIN, 'p', planBody({ status: 'draft' }, { indicator: 'a' }))
    expect(await used('a')).toContain('the target p.1a')
    await t.services.planEdits.targets.update(ADMIN, 'p.1a', { indicator: 'b' }, { expectedVersion: 1 })
    expect(await used('a')).toContain('a version of the plan p')
    await put(indicatorBody({ calculation: { kind: 'sum', of: [{ indicator: 'b' }, { indicator: 'c' }] } }), 'sum')
    expect(await used('b')).toMatch(/the calculation of sum; the target p\.1a/)
    await t.services.mappings.put(ADMIN, 'm', { id: 'm', title: { da: 'a', en: 'b' }, table: 't', series: [{ measure: 'Antal', indicator: 'd' }] })
    expect(await used('d')).toContain('the mapping m')
    const { key } = await t.services.keys.create(ADMIN, { name: 'x', scopes: ['measurements:write'], indicators: ['e'] })
    expect(await used('e')).toContain(`the key ${key.id}`)
    await t.services.measurements.record(ADMIN, { measurements: [{ indicator: 'e', area: '0250', period: '2024-06', value: 3 }] })
    expect(await used('e')).toContain('figures that were posted')
    await t.services.planEdits.remove(ADMIN, 'p', { expectedVersion: 2 })
    expect(await used('a')).toBe('removed')
  })

  test('and a plan that is put at the same moment: never both', async () => {
    for (let round = 0; round < 5; round++) {
      await put(indicatorBody(), `i-${round}`)
      const [removed, written] = await Promise.allSettled([remove(`i-${round}`), t.services.plans.putDocument(ADMIN, `p-${round}`, planBody({ id: `p-${round}` }, { indicator: `i-${round}` }))])
      expect([removed.status, written.status].toSorted()).toEqual(['fulfilled', 'rejected'])
      if (written.status === 'rejected') expect(written.reason).toMatchObject({ code: 'unprocessable', problems: [{ code: 'unknown_indicator' }] })
      else expect(removed).toMatchObject({ reason: { problems: [{ code: 'in_use' }] } })
    }
  })
})

describe('a calculation', () => {
  const of = (...ids: string[]) => ({ kind: 'sum', of: ids.map(indicator => ({ indicator })) })
  const mean = (indicator: string) => ({ kind: 'rolling_mean', of: { indicator }, periods: 2 })
  const refused = async (work: Promise<unknown>, ...problems: [pointer: string, code: string][]) =>
    await expect(work).rejects.toMatchObject({ code: 'unprocessable', problems: problems.map(([pointer, code]) => ({ pointer, code })) })

  beforeEach(async () => {
    for (const id of ['a', 'b', 'c']) await put(indicatorBody(), id)
    await put(indicatorBody({ frequency: 'quarter' }), 'kvartal')
    await put(indicatorBody({ segments: [] }), 'uden')
  })

  test('may be null, and comes back as it was put', async () => {
    expect((await put(indicatorBody({ calculation: null }))).indicator.calculation).toBe(null)
    const calculation = { kind: 'ratio', numerator: { indicator: 'a' }, denominator: { indicator: 'uden', segment: null }, factor: 100 }
    expect((await put(indicatorBody({ calculation, additive: true }))).indicator).toMatchObject({ calculation, additive: true })
    expect((await t.services.indicators.get('ledighed')).calculation).toEqual(calculation)
  })

  test.each([
    ['of an indicator that is not there', of('a', 'x'), ['/calculation/of/1/indicator', 'unknown_indicator']],
    ['of another frequency', { kind: 'ratio', numerator: { indicator: 'a' }, denominator: { indicator: 'kvartal' } }, ['/calculation/denominator/indicator', 'frequency_mismatch']],
    ['of itself', of('a', 'ledighed'), ['/calculation', 'calculation_circular']],
    ['of the same part twice', of('a', 'b', 'a'), ['/calculation/of/2', 'duplicate_part']],
    ['of a segment that the part does not have', { kind: 'difference', of: [{ indicator: 'a' }, { indicator: 'b', segment: 'gamle' }] }, ['/calculation/of/1/segment', 'unknown_segment']],
    ['of a part without the segments that it declares', mean('uden'), ['/calculation/of/segment', 'unknown_segment']]
  ] as const)('%s is refused', async (_, calculation, problem) => {
    await put(indicatorBody())
    await refused(put(indicatorBody({ calculation })), problem as unknown as [string, string])
  })

  test('has no rolling mean of an irregular indicator', async () => {
    await put(indicatorBody({ frequency: 'irregular' }), 'ujaevn')
    await refused(put(indicatorBody({ frequency: 'irregular', calculation: mean('ujaevn') })), ['/calculation/kind', 'rolling_mean_irregular'])
  })

  test('that would lead round through others is refused, with the way', async () => {
    await put(indicatorBody({ calculation: of('b', 'c') }), 'a')
    await put(indicatorBody({ calculation: mean('a') }))
    await expect(put(indicatorBody({ calculation: of('ledighed', 'c') }), 'b')).rejects.toMatchObject({ problems: [{ pointer: '/calculation', detail: expect.stringContaining('b → ledighed → a → b') }] })
    await refused(put(indicatorBody({ calculation: mean('a') }), 'a'), ['/calculation', 'calculation_circular'])
  })

  test('may be five deep, counted through those that stand on it', async () => {
    for (const [id, part] of [['d1', 'a'], ['d2', 'd1'], ['d3', 'd2'], ['d4', 'd3'], ['d5', 'd4']] as const) await put(indicatorBody({ calculation: mean(part) }), id)
    await refused(put(indicatorBody({ calculation: mean('d5') }), 'd6'), ['/calculation', 'calculation_too_deep'])
    await expect(put(indicatorBody({ calculation: mean('b') }), 'a')).rejects.toMatchObject({ problems: [{ detail: expect.stringContaining('d5') }] })
    expect((await put(indicatorBody({ calculation: mean('a') }), 'd5')).indicator.calculation).toEqual(mean('a'))
  })

  test('keeps a part from changing into what it cannot read', async () => {
    await put(indicatorBody({ calculation: of('a', 'b') }))
    await refused(put(indicatorBody({ frequency: 'quarter' }), 'a'), ['/frequency', 'frequency_mismatch'])
    await refused(put(indicatorBody({ segments: [] }), 'a'), ['/segments', 'unknown_segment'])
    expect((await put(indicatorBody({ decimals: 3 }), 'a')).indicator.decimals).toBe(3)
  })
})

test('the frequency is locked once there are measurements', async () => {
  await put(indicatorBody())
  await put(indicatorBody({ frequency: 'quarter' }))
  await t.services.measurements.record(ADMIN, { measurements: [{ indicator: 'ledighed', area: 'DK', period: '2024-Q1', value: 1 }] })
  await expect(put(indicatorBody())).rejects.toMatchObject({ code: 'frequency_locked' })
  expect((await put(indicatorBody({ frequency: 'quarter', decimals: 2 }))).indicator.decimals).toBe(2)
})

test('is for admins, under an id that is a slug', async () => {
  await expect(t.services.indicators.put(ANONYMOUS, 'x', indicatorBody())).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(t.services.indicators.put({ ...ADMIN, scopes: ['plans:write'] }, 'x', indicatorBody())).rejects.toMatchObject({ code: 'forbidden', message: expect.stringContaining('admin') })
  await expect(put(indicatorBody(), 'Ledighed i pct.')).rejects.toMatchObject({ code: 'invalid_request' })
  await expect(t.services.indicators.get('nothing')).rejects.toMatchObject({ code: 'not_found' })
})
