import { beforeEach, describe, expect, test } from 'vitest'
import { readSeed } from '../../db/seed/index.ts'
import { hierarchiesOf } from '../../src/domain/mapping.ts'
import { ADMIN, ANONYMOUS, indicatorBody, openServices, type TestServices } from '../support/services.ts'

let t: TestServices
beforeEach(async () => {
  t = await openServices()
  await t.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
})

const series = (change: Record<string, unknown> = {}) => ({ measure: 'Antal', members: { Køn: 'I alt' }, indicator: 'ledighed', ...change })
const body = (change: Record<string, unknown> = {}) => ({ id: 'm', title: { da: 'Ledighed', en: 'Unemployment' }, table: 'y1', series: [series()], ...change })
const put = (change: Record<string, unknown> = {}, id = 'm') => t.services.mappings.put(ADMIN, id, body(change))

test('is created with its defaults, replaced whole, listed and removed', async () => {
  const whole = { ...body(), period: 'Periode', area: 'Område', totals: {}, series: [series({ segment: null })], ignored: { measures: [], members: {} }, query: null, note: null }
  expect(await put()).toMatchObject({ created: true, mapping: whole })
  expect(await put({ note: 'Ny' })).toEqual({ created: false, mapping: { ...whole, note: 'Ny' }, changes: [{ path: '/note', op: 'add', before: null, after: 'Ny' }] })
  expect(await t.services.mappings.get('m')).toEqual({ ...whole, note: 'Ny' })
  expect((await t.services.mappings.list({ sort: '-title' })).items.map(one => one.id)).toEqual(['m'])
  await t.services.mappings.remove(ADMIN, 'm')
  await expect(t.services.mappings.get('m')).rejects.toMatchObject({ code: 'not_found' })
  await expect(t.services.mappings.remove(ADMIN, 'm')).rejects.toMatchObject({ code: 'not_found' })
})

test('labels are kept as they are compared: composed, with single spaces', async () => {
  const [apart, composed] = ['Ko\u0308n', 'K\u00f6n']
  const { mapping } = await put({ series: [series({ measure: ' Antal\u00a0 personer ', members: { [apart]: 'I  alt' } })] })
  expect(mapping.series[0]).toMatchObject({ measure: 'Antal personer', members: { [composed]: 'I alt' } })
})

test.each([
  ['an indicator that there is not', { series: [series({ indicator: 'x' })] }, '/series/0/indicator', 'unknown_indicator'],
  ['a segment that is not declared', { series: [series({ segment: 'x' })] }, '/series/0/segment', 'unknown_segment'],
  ['two series of the same cells', { series: [series(), series({ segment: 'unge' })] }, '/series/1', 'duplicate'],
  ['a series that does not name a column of another', { series: [series(), series({ measure: 'Andel', members: {} })] }, '/series/1/members', 'ambiguous'],
  ['a series that says the total as another leaves it out', { totals: { Køn: 'I alt' }, series: [series(), series({ members: {}, segment: 'unge' })] }, '/series/1', 'duplicate'],
  ['ignored members of a column that no series names', { ignored: { members: { 'Al/der': '*' } } }, '/ignored/members/Al~1der', 'ambiguous'],
  ['a measure that is the column of the areas', { series: [series({ measure: 'Område' })] }, '/series/0/measure', 'invalid_value'],
  ['a hierarchy that is a measure too', { series: [series({ members: { Antal: 'I alt' } })] }, '/series', 'invalid_value'],
  ['one column for period and area', { area: 'Periode' }, '/area', 'invalid_value'],
  ['another id than the path\'s', { id: 'other' }, '/id', 'id_mismatch'],
  ['two totals of one column', { totals: { Køn: 'I alt', ' Køn': 'Alle' } }, '/totals/ Køn', 'duplicate'],
  ['two members of one column', { series: [series({ members: { Køn: 'I alt', Kön: 'x', 'Ko\u0308n ': 'y' } })] }, '/series/0/members/Ko\u0308n ', 'duplicate'],
  ['ignored members of one column twice', { ignored: { members: { Køn: '*', 'Køn ': ['Mænd'] } } }, '/ignored/members/Køn ', 'duplicate'],
  ['an empty label', { series: [series({ measure: '  ' })] }, '/series/0/measure', 'invalid_value'],
  ['no series', { series: [] }, '/series', 'too_small'],
  ['an unknown field', { serier: [] }, '/serier', 'unknown_field'],
  ['an odd hierarchy', { query: { hierarchies: { 'a b': '*' } } }, '/query/hierarchies/a b', 'invalid_key'],
  ['a period type that there is not', { query: { periodType: 'MYTD' } }, '/query/periodType', 'invalid_value']
])('refuses %s, naming the place', async (_, change, pointer, code) => {
  await expect(put(change)).rejects.toMatchObject({ code: 'invalid_request', problems: expect.arrayContaining([expect.objectContaining({ pointer, code })]) })
})

test('is written by those who write measurements, and by no bound key', async () => {
  const write = (actor: typeof ADMIN) => t.services.mappings.put(actor, 'm', body())
  await expect(write(ANONYMOUS)).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(write({ ...ADMIN, scopes: ['plans:write'] })).rejects.toMatchObject({ code: 'forbidden' })
  for (const bound of [{ kommuner: ['0250'] }, { indicators: ['ledighed'] }]) await expect(write({ ...ADMIN, scopes: ['measurements:write'], ...bound })).rejects.toMatchObject({ code: 'forbidden', message: expect.stringContaining('everybody') })
  expect((await write({ ...ADMIN, scopes: ['measurements:write'] })).created).toBe(true)
  await expect(t.services.mappings.remove({ ...ADMIN, kommuner: ['0250'] }, 'm')).rejects.toMatchObject({ code: 'forbidden' })
})

describe('the seeded mappings', () => {
  test('are all taken, stay as somebody changed them, and every hierarchy column has a total', async () => {
    const seeded = await openServices({ seed: true })
    const all = (await seeded.services.mappings.list({})).items
    expect(all.map(({ id }) => id).toSorted()).toEqual(readSeed().mappings.map(({ id }) => id).toSorted())
    expect(all.length).toBeGreaterThanOrEqual(14)
    for (const mapping of all) {
      for (const column of hierarchiesOf(mapping)) expect(mapping.totals[column], `${mapping.id}: ${column}`).toMatch(/i alt$/i)
    }
  })
})
