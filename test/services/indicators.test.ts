import { beforeEach, expect, test } from 'vitest'
import { ADMIN, ANONYMOUS, indicatorBody, openServices, type TestServices } from '../support/services.ts'

let t: TestServices
beforeEach(async () => { t = await openServices() })
const put = (body: unknown, id = 'ledighed') => t.services.indicators.put(ADMIN, id, body)

test('is created with its defaults and replaced whole', async () => {
  const { indicator, created } = await put(indicatorBody())
  expect(created).toBe(true)
  expect(indicator).toEqual({ id: 'ledighed', ...indicatorBody(), definition: null, publicationLagDays: 0, breaks: [], source: null, decimals: 1 })
  expect(await put(indicatorBody({ unit: 'ratio', breaks: ['2024-01-01', '2020-01-01', '2024-01-01'] }))).toMatchObject({ created: false, indicator: { decimals: 2, breaks: ['2020-01-01', '2024-01-01'] } })
  expect(await t.services.indicators.get('ledighed')).toMatchObject({ unit: 'ratio' })
  expect((await put(indicatorBody({ unit: 'persons' }), 'personer')).indicator.decimals).toBe(0)
  expect((await t.services.indicators.list({ unit: 'ratio' })).items.map(one => one.id)).toEqual(['ledighed'])
})

test.each([
  [{ name: { da: 'x' } }, '/name/en'], [{ unit: 'kilo' }, '/unit'], [{ polarity: 'up' }, '/polarity'], [{ frequency: 'decade' }, '/frequency'], [{ breaks: ['2024-02-30'] }, '/breaks/0'],
  [{ decimals: 1.5 }, '/decimals'], [{ calculation: { sum: ['a', 'b'] } }, '/calculation'], [{ publicationLagDays: -1 }, '/publicationLagDays'], [{ navn: 'x' }, '/navn'], [{ id: 'other' }, '/id'],
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

test('a calculation may be null', async () => {
  expect((await put(indicatorBody({ calculation: null }))).indicator).not.toHaveProperty('calculation')
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
