import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readSeed } from '../../db/seed/index.ts'
import { type Area, AREA_KINDS } from '../../src/domain/area.ts'

const { areas, nationalGoals, indicators, plans, measurements } = readSeed()
const byId = new Map(areas.map(area => [area.id, area]))
const ofKind = (kind: Area['kind']) => areas.filter(area => area.kind === kind)
const kommuner = ofKind('kommune')
/** The areas of a kind that an area belongs to on a day. */
const within = (area: Area, kind: Area['kind'], day: string) => area.memberships
  .filter(({ validFrom, validTo }) => (validFrom ?? day) <= day && day <= (validTo ?? day))
  .map(membership => byId.get(membership.area)!)
  .filter(whole => whole.kind === kind)
  .map(({ id }) => id)

describe('the seed of areas', () => {
  test('has every area once, as many of each kind as there are', () => {
    expect(Object.fromEntries(AREA_KINDS.map(kind => [kind, ofKind(kind).length]))).toEqual({ country: 1, region: 6, rar: 8, council: 5, kommune: 98 })
    expect(byId.size).toBe(areas.length)
  })

  test('has ids, codes and days of the right form', () => {
    const day = /^\d{4}-\d{2}-\d{2}$/
    for (const area of areas) {
      const days = [area, ...area.memberships].flatMap(({ validFrom, validTo }) => [validFrom, validTo]).filter(value => value !== null)
      for (const value of days) expect(value, area.id).toMatch(day)
      expect(area.name.trim(), area.id).toBe(area.name)
      expect(area.memberships.every(({ area: whole }) => byId.has(whole) && whole !== area.id), area.id).toBe(true)
    }
    for (const { id, code, codes } of kommuner) expect([id, code, codes]).toEqual([expect.stringMatching(/^0\d{3}$/), id, { statbank: id.slice(1) }])
    expect(areas.filter(({ code }) => code === null).map(({ id }) => id).sort()).toEqual(['RBR-1081', 'RBR-1082', 'RBR-1083', 'RBR-1084', 'RBR-1085', 'REGION-OESTDANMARK'])
    expect(areas.filter(({ id, code }) => code !== null && code !== id)).toEqual([])
  })

  test('no name, alias or code stands for two areas of a kind', () => {
    for (const kind of AREA_KINDS) {
      const names = ofKind(kind).flatMap(({ name, aliases }) => [name, ...aliases]).map(name => name.toLocaleLowerCase('da'))
      expect(new Set(names).size, kind).toBe(names.length)
    }
    const codes = areas.flatMap(({ codes }) => Object.entries(codes).map(([source, code]) => `${source} ${code}`))
    expect(new Set(codes).size).toBe(codes.length)
  })

  test.each(['2016-01-01', '2024-06-30', '2026-12-31', '2027-01-01'])('every kommune belongs to one region, one RAR and one council on %s, and everything to the country', day => {
    for (const kommune of kommuner) {
      for (const kind of ['region', 'rar', 'council'] as const) expect(within(kommune, kind, day), `${kommune.id} ${kind}`).toHaveLength(1)
    }
    const existing = areas.filter(({ id, validFrom, validTo }) => id !== 'DK' && (validFrom ?? day) <= day && day <= (validTo ?? day))
    for (const area of existing) expect(within(area, 'country', day), area.id).toEqual(['DK'])
  })

  test('the eastern regions become one in 2027', () => {
    const east = kommuner.filter(kommune => within(kommune, 'region', '2027-01-01').includes('REGION-OESTDANMARK'))
    expect(east).toHaveLength(46)
    const before = east.map(kommune => within(kommune, 'region', '2026-12-31')[0])
    expect(Object.groupBy(before, region => region!)).toMatchObject({ 1084: { length: 29 }, 1085: { length: 17 } })
    expect(within(byId.get('0751')!, 'region', '2027-01-01')).toEqual(['1082'])
    expect([byId.get('1084')!.validTo, byId.get('1085')!.validTo, byId.get('REGION-OESTDANMARK')!.validFrom]).toEqual(['2026-12-31', '2026-12-31', '2027-01-01'])
  })

  test.each([
    ['0250', 'Frederikssund', '1084', 'RAR-HOV'], ['0316', 'Holbæk', '1085', 'RAR-SJ'], ['0326', 'Kalundborg', '1085', 'RAR-SJ'],
    ['0167', 'Hvidovre', '1084', 'RAR-HOV'], ['0766', 'Hedensted', '1082', 'RAR-OST'], ['0400', 'Bornholm', '1084', 'RAR-BOR']
  ])('%s is %s, in region %s and %s', (id, name, region, rar) => {
    const kommune = byId.get(id)!
    expect([kommune.name, within(kommune, 'region', '2024-01-01'), within(kommune, 'rar', '2024-01-01'), within(kommune, 'council', '2025-06-01')])
      .toEqual([name, [region], [rar], [`RBR-${region}`]])
  })
})

describe('the seed of national goals', () => {
  test('has six goals of 2019 and five of each year from 2021 to 2024, numbered from 1', () => {
    const counts = Object.fromEntries(Object.entries(Object.groupBy(nationalGoals, ({ year }) => year)).map(([year, goals]) => [year, goals!.map(({ number }) => number)]))
    expect(counts).toEqual({ 2019: [1, 2, 3, 4, 5, 6], 2021: [1, 2, 3, 4, 5], 2022: [1, 2, 3, 4, 5], 2023: [1, 2, 3, 4, 5], 2024: [1, 2, 3, 4, 5] })
    for (const { id, year, number, title } of nationalGoals) expect([id, title.length > 20]).toEqual([`${year}-${number}`, true])
  })
})

test('the other seeds are read from their folders, and name areas that there are', () => {
  for (const list of [indicators, plans]) {
    expect(list.length).toBeGreaterThan(0)
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
  }
  expect(measurements.filter(({ area }) => !byId.has(area))).toEqual([])
  expect(plans.filter(({ kommune }) => byId.get(String(kommune))?.kind !== 'kommune')).toEqual([])
})

const shared = new URL('../../../shared/data/', import.meta.url)
describe.skipIf(!existsSync(shared))('against the source data', () => {
  const read = (name: string) => JSON.parse(readFileSync(new URL(name, shared), 'utf8'))
  type Listed = { code: string | null, name: string, aliases?: string[], codes?: Record<string, string>, validFrom?: string, validTo?: string, region?: string, rar?: string }

  test.each([['kommuner', 'kommune'], ['regions', 'region'], ['rar', 'rar']] as const)('%s are the same, with their names, codes and days', (key, kind) => {
    const listed = read('areas.json')[key] as Listed[]
    expect(ofKind(kind).map(({ code, name, aliases, codes, validFrom, validTo }) => ({ code, name, aliases, codes, validFrom, validTo }))).toEqual(listed.map(area => ({
      code: area.code,
      name: area.name,
      aliases: area.aliases ?? [],
      codes: area.codes ?? (kind === 'kommune' ? { statbank: area.code!.slice(1) } : {}),
      validFrom: area.validFrom ?? null,
      validTo: area.validTo ?? null
    })))
  })

  test('kommuner belong to the same regions and RAR, councils are those of the regions, and the country is the same', () => {
    const { kommuner: listed, councils, country } = read('areas.json') as { kommuner: Listed[], councils: { name: string, region: string }[], country: Listed }
    expect(kommuner.map(kommune => [kommune.id, within(kommune, 'region', '2022-01-01'), within(kommune, 'rar', '2022-01-01'), within(kommune, 'council', '2025-06-01')]))
      .toEqual(listed.map(({ code, region, rar }) => [code, [region], [rar], [`RBR-${region}`]]))
    expect(ofKind('council').map(({ id, name }) => ({ name, region: id.slice(4) }))).toEqual(councils)
    expect(byId.get('DK')).toMatchObject(country)
  })

  test('national goals are the same', () => {
    const listed = read('national-goals.json').goals as Record<string, string[]>
    expect(nationalGoals.map(({ id, title }) => [id, title])).toEqual(Object.entries(listed).flatMap(([year, titles]) => titles.map((title, at) => [`${year}-${at + 1}`, title])))
  })
})
