import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '../../../src/domain/errors.ts'
import { previewTable } from '../../../src/services/formats/cell-preview.ts'
import type { TableRow } from '../../../src/services/formats/cells.ts'
import { rowsOf, tableOf } from '../../../src/services/formats/json-stat.ts'
import { readCube, valuesOf } from '../../../src/services/formats/json-stat-cube.ts'
import type { GivenRow, RowItem } from '../../../src/services/measurement-rows.ts'
import type { AreaIndex } from '../../../src/services/reference.ts'
import { STATBANK } from '../../fuzz/file-seeds.ts'
import { openServices } from '../../support/services.ts'
import { fileIn, mappingOf, readJsonStat } from './read-table.ts'

let areas: AreaIndex
beforeAll(async () => { areas = await (await openServices()).services.reference.areas() })

const mapping = (measure: string, members = {}) => mappingOf({ series: [{ measure, members, indicator: 'ledighed', segment: null }], ignored: { measures: [], members: {} } })
const read = (content: unknown, by = mapping('Fuldtidsledige')) => readJsonStat(fileIn(content), by, areas)
const FIGURES = [['DK', '2024M05', 3, 'final'], ['DK', '2024M06', 4, 'final'], ['0316', '2024M05', null, 'suppressed'], ['0316', '2024M06', 2.5, 'final']]
const shown = ({ given }: Awaited<ReturnType<typeof read>>) => given.map(({ area, period, value, flag }) => [area, period, value, flag])

/** A data set of 2.0 with the dimensions period and area, and what it is changed by. */
const set = (change: Record<string, unknown> = {}) => ({
  version: '2.0',
  class: 'dataset',
  label: 'Antal',
  id: ['area', 'period'],
  size: [2, 2],
  role: { geo: ['area'], time: ['period'] },
  dimension: { area: { category: { index: ['DK', '0316'] } }, period: { category: { index: ['2024-05', '2024-06'] } } },
  value: [3, 4, null, 2.5],
  ...change
})

describe('by a mapping', () => {
  test('StatBank\'s 1.x is read, its measure by label or by code', async () => {
    expect(shown(await read(STATBANK))).toEqual(FIGURES)
    expect(shown(await read(STATBANK, mapping('AUL01')))).toEqual(FIGURES)
    expect((await read(STATBANK)).given[2]).toMatchObject({ row: 2, pointer: '/dataset/value/2' })
  })

  test('2.0 is read; without a metric dimension the measure is the label of the data set', async () => {
    const expected = FIGURES.map(([area, period, ...rest]) => [area, String(period).replace('M', '-'), ...rest])
    expect(shown(await read(set(), mapping('Antal')))).toEqual(expected)
    expect(shown(await read(set({ role: undefined }), mapping('Antal')))).toEqual(expected)
    expect(shown(await read(set({ value: { 0: 3, 1: 4, 2: null, 3: 2.5 } }), mapping('Antal')))).toEqual(expected)
  })

  test('a cell that is left out is no measurement, unless its status says that it is', async () => {
    expect(shown(await read(set({ value: { 0: 3 } }), mapping('Antal')))).toEqual([['DK', '2024-05', 3, 'final']])
    expect(shown(await read(set({ value: { 0: 3 }, status: { 3: '..' } }), mapping('Antal')))).toEqual([['DK', '2024-05', 3, 'final'], ['0316', '2024-06', null, 'suppressed']])
  })

  test.each([['..', null, 'suppressed'], ['...', null, 'missing'], ['.', null, 'missing'], ['*', 4, 'provisional'], ['p', 4, 'provisional'], ['c', null, 'suppressed'], ['missing', null, 'missing'], ['provisional', 4, 'provisional'], ['final', null, 'suppressed']])(
    'the status %s means %s', async (status, value, flag) => {
      expect(shown(await read(set({ value: [3, value, 1, 1], status: [null, status, '', undefined] }), mapping('Antal')))[1]).toEqual(['DK', '2024-06', value, flag])
    })

  test('members are known by label or code, and an unknown one is an error at each of its cells', async () => {
    const withSex = set({ id: ['KØN', 'area', 'period'], size: [2, 2, 1], dimension: { KØN: { label: 'køn', category: { index: ['TOT', 'M'], label: { TOT: 'I alt', M: 'Mænd' } } }, area: { category: { index: ['DK', '0316'] } }, period: { category: { label: { '2024K1': '2024Q1' } } } } })
    expect(shown(await read(withSex, mappingOf({ ...mapping('Antal', { køn: 'I alt' }), ignored: { measures: [], members: { køn: ['M'] } } })))).toEqual([['DK', '2024K1', 3, 'final'], ['0316', '2024K1', 4, 'final']])
    expect(await read(withSex, mapping('Antal', { KØN: 'TOT' }))).toMatchObject({ refused: 2, problems: [{ row: 2, pointer: '/value/2', code: 'unknown_label', detail: expect.stringContaining('Mænd') }, { row: 3 }] })
    await expect(read(withSex, mapping('Antal'))).rejects.toMatchObject({ problems: [{ pointer: '/dimension/KØN', code: 'unknown_column' }] })
  })

  test('a dimension may be called anything', async () => {
    for (const name of ['constructor', 'toString', 'hasOwnProperty']) {
      const odd = set({ id: [name, 'period'], dimension: { [name]: { category: { index: ['a', 'b'] } }, period: set().dimension.period } })
      await expect(read(odd, mapping('Antal')), name).rejects.toMatchObject({ code: 'invalid_request' })
    }
  })

  test('an area whose code and name mean two areas is neither', async () => {
    const torn = set({ dimension: { area: { category: { index: ['DK', '0316'], label: { '0316': 'Aarhus' } } }, period: { category: { index: ['2024-05', '2024-06'] } } } })
    expect(await read(torn, mapping('Antal'))).toMatchObject({ refused: 2, problems: [{ code: 'unknown_area', detail: expect.stringContaining('0316 Aarhus') }, {}] })
  })
})

test.each([
  ['a collection', { class: 'collection', link: { item: [] } }, '/class', 'collection'],
  ['no data set', { a: 1 }, '', 'no data set'],
  ['two data sets', { a: STATBANK.dataset, b: STATBANK.dataset }, '', '2 data sets'],
  ['a size that does not fit', set({ size: [2] }), '/size', 'as many numbers'],
  ['sizes that are none', set({ size: [2, -1] }), '/size', 'as many numbers'],
  ['too many cells', set({ size: [1e6, 1e6] }), '/size', 'at most 5000000'],
  ['too many categories', set({ size: [2, 20_000], dimension: { ...set().dimension, period: { category: { index: Array.from({ length: 20_001 }, (_, at) => `p${at}`) } } } }), '/dimension/period', 'more than 20000 categories'],
  ['too many categories of 1.x', { a: { ...STATBANK.dataset, dimension: { ...STATBANK.dataset.dimension, 'T/d': { category: { index: Object.fromEntries(Array.from({ length: 20_001 }, (_, at) => [`p${at}`, at])) } } } } }, '/a/dimension/T~1d', 'more than 20000 categories'],
  ['too many labels', set({ dimension: { ...set().dimension, area: { category: { index: ['DK', '0316'], label: Object.fromEntries(Array.from({ length: 20_001 }, (_, at) => [`p${at}`, ''])) } } } }), '/dimension/area', 'more than 20000 categories'],
  ['too many dimensions', set({ id: Array.from({ length: 101 }, (_, at) => `d${at}`) }), '/id', '101 dimensions'],
  ['too few categories', set({ size: [2, 3], value: [1, 2, 3, 4, 5, 6] }), '/dimension/period/category', '3 categories'],
  ['a dimension that is not there', set({ id: ['area', 'tid'] }), '/dimension/tid', 'no category'],
  ['too few values', set({ value: [1, 2] }), '/value', '2 values'],
  ['too many values', set({ value: [1, 2, 3, 4, 5] }), '/value/4', 'not one of the 4'],
  ['a value of no cell', set({ value: { x: 1 } }), '/value/x', 'not one of the 4'],
  ['no values', set({ value: undefined }), '/value', '0 values'],
  ['an index with a hole', set({ dimension: { ...set().dimension, area: { category: { index: { DK: 0, '0316': 2 } } } } }), '/dimension/area/category', '2 categories'],
  ['an unknown status', set({ status: 'x' }), '/status/0', 'status "x"'],
  ['none marked as nil', set({ status: { 2: '-' } }), '/status/2', 'status "-"'],
  ['too few statuses', set({ status: ['..', '..'] }), '/status', '2 entries']
])('%s is refused, naming the place', async (_, content, pointer, named) => {
  await expect(read(content, mapping('Antal'))).rejects.toMatchObject({ code: 'invalid_request', message: expect.stringContaining(named), problems: [expect.objectContaining({ pointer })] })
})

describe('without a mapping', () => {
  async function rows (content: unknown, known = areas): Promise<RowItem[]> {
    const file = fileIn(content)
    const items: RowItem[] = []
    for await (const piece of rowsOf(file, await readCube(file), known).items) items.push(...piece)
    return items
  }
  const ours = (change = {}) => set({ id: ['indicator', 'area', 'period'], size: [1, 2, 2], dimension: { ...set().dimension, indicator: { category: { label: { ledighed: 'Ledighed' } } } }, ...change })

  test('dimensions that are ours are read', async () => {
    const items = await rows(ours()) as GivenRow[]
    expect(items.map(({ input }) => [input.indicator, input.area, input.period, input.value, input.flag])).toEqual([
      ['ledighed', 'DK', '2024-05', 3, undefined], ['ledighed', 'DK', '2024-06', 4, undefined], ['ledighed', '0316', '2024-05', null, 'suppressed'], ['ledighed', '0316', '2024-06', 2.5, undefined]
    ])
  })

  test('an area whose name is of several is refused at each of its cells, naming them', async () => {
    const ambiguous = ours({ dimension: { ...ours().dimension, area: { category: { index: ['DK', 'x'], label: { x: 'Herlev Twice' } } } } })
    const twin = { ...areas, byName: (text: string) => text === 'Herlev Twice' ? [areas.resolve('0163')!, areas.resolve('0316')!] : areas.byName(text) }
    const [, , third] = await rows(ambiguous, twin) as GivenRow[]
    expect(third).toMatchObject({ row: 2, input: { area: 'Herlev Twice' }, problems: [{ row: 2, pointer: '/value/2', code: 'ambiguous_area', value: 'Herlev Twice', remedy: expect.stringContaining('0163 or 0316') }] })
  })

  test('an area whose code and name mean two areas is neither', async () => {
    const torn = ours({ dimension: { ...ours().dimension, area: { category: { index: ['DK', '0316'], label: { '0316': 'Aarhus' } } } } })
    expect((await rows(torn) as GivenRow[]).map(({ input }) => input.area)).toEqual(['DK', 'DK', '0316 Aarhus', '0316 Aarhus'])
  })

  test('null without a status is no measurement where this server wrote it', async () => {
    expect((await rows(ours({ extension: { maalopfoelgning: {} } })))[2]).toEqual({ skipped: 1, notices: [] })
  })

  test.each([['others', STATBANK, 'OMRÅDE'], ['none for the indicator', set(), 'lacks indicator']])('%s need a mapping', async (_, content, named) => {
    await expect(rows(content)).rejects.toMatchObject({ code: 'invalid_request', message: expect.stringMatching(new RegExp(`${named}.*mapping`)), problems: [{ code: 'needs_mapping' }] })
  })
})

describe('others get their turn', () => {
  const names = Array.from({ length: 19_000 }, (_, at) => `no period ${at}`)
  const long = set({ id: ['area', 'period'], size: [1, names.length], dimension: { area: { category: { index: ['DK'] } }, period: { category: { index: names } } }, value: names.map(() => 1) })

  test('for labels are only understood of the cells that are read', async () => {
    const asked: string[] = []
    const counting = { ...areas, resolve: (text: string) => { asked.push(text); return areas.resolve(text) } }
    const file = fileIn(set({ size: [names.length, 1], dimension: { area: { category: { index: names } }, period: { category: { label: { '2024K1': '2024K1' } } } }, value: { 7: 1 } }))
    const table = tableOf(file, await readCube(file), null, counting)
    expect(asked).toEqual([])
    for await (const rows of table.rows) expect(rows.map(({ cells }) => cells[0])).toEqual(rows.length === 0 ? [] : ['no period 7'])
    expect(new Set(asked)).toEqual(new Set(['no period 7']))
  })

  test('while very many labels are previewed', async () => {
    const file = fileIn(long)
    const rows = tableOf(file, await readCube(file), null, areas)
    const read: TableRow[][] = []
    for await (const piece of rows.rows) read.push(piece)
    async function * again () { yield * read }
    const others = { turns: 0, areDone: false }
    const going = (async () => { for (; !others.areDone; others.turns++) await setImmediate() })()
    expect((await previewTable({ ...rows, rows: again() }, null, areas)).columns).toMatchObject([{}, { distinct: names.length }, {}])
    others.areDone = true
    await going
    expect(others.turns).toBeGreaterThanOrEqual(19)
  })

  test('while cells are read that only have a status', async () => {
    const file = fileIn(set({ size: [1000, 1000], dimension: { area: { category: { index: names.slice(0, 1000) } }, period: { category: { index: names.slice(0, 1000) } } }, value: { 0: 1 }, status: '..' }))
    const sizes: number[] = []
    for await (const piece of valuesOf(file, await readCube(file))) sizes.push(piece.length)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(2000)
    expect(sizes.reduce((sum, size) => sum + size)).toBe(1e6)
  })
})

test('whatever is sent as a data set is read or refused, and nothing else happens', async () => {
  const text = JSON.stringify(set())
  const mutated = fc.tuple(fc.integer({ min: 0, max: text.length }), fc.integer({ min: 0, max: 20 }), fc.string()).map(([at, length, inserted]) => text.slice(0, at) + inserted + text.slice(at + length))
  const changed = fc.record({ id: fc.jsonValue(), size: fc.jsonValue(), role: fc.jsonValue(), dimension: fc.jsonValue(), value: fc.jsonValue(), status: fc.jsonValue(), class: fc.jsonValue() }, { requiredKeys: [] }).map(change => JSON.stringify(set(change as Record<string, unknown>)))
  await fc.assert(fc.asyncProperty(fc.oneof(mutated, changed, fc.json()), async content => {
    try {
      await read(content, mapping('Antal'))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      expect(error.code).toBe('invalid_request')
    }
  }), { numRuns: 1000 })
})
