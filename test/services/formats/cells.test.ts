import { beforeAll, describe, expect, test } from 'vitest'
import { figureOf } from '../../../src/services/formats/cell-reader.ts'
import type { AreaIndex } from '../../../src/services/reference.ts'
import { openServices } from '../../support/services.ts'
import { fileIn, mappingOf, readJobindsats } from './read-table.ts'

let areas: AreaIndex
beforeAll(async () => { areas = await (await openServices()).services.reference.areas() })

const COLUMNS = ['Periode', 'Område', 'Ydelse', 'Antal', 'Andel']
const read = (rows: unknown[][], columns = COLUMNS, mapping = mappingOf()) => readJobindsats(fileIn({ columns, rows }), mapping, areas)

test('a wide row is a measurement for each series; what is known and not wanted is skipped and counted', async () => {
  const { given, skipped, refused } = await read([
    ['2024M05', 'Hele landet', 'Ydelser i alt', 10, 2.5], ['2024M05', 'Holbæk Kommune', 'A-dagpenge', 7, null], ['2024M05', '316', 'Andet', 1, 1]
  ])
  expect(given).toEqual([
    { row: 0, pointer: '/rows/0/3', indicator: 'ledighed', segment: null, area: 'DK', period: '2024M05', value: 10, flag: 'final' },
    { row: 1, pointer: '/rows/1/3', indicator: 'ledighed', segment: 'dagpenge', area: '0316', period: '2024M05', value: 7, flag: 'final' }
  ])
  expect([skipped, refused]).toEqual([4, 0])
})

test('null and an empty cell are suppressed, never zero; zero is zero', async () => {
  const { given } = await read([['2024M05', 'DK', 'Ydelser i alt', null, 1], ['2024M06', 'DK', 'Ydelser i alt', ' ', 1], ['2024M07', 'DK', 'Ydelser i alt', 0, 1]])
  expect(given.map(({ value, flag }) => [value, flag])).toEqual([[null, 'suppressed'], [null, 'suppressed'], [0, 'final']])
})

test.each([
  ['a member', ['2024M05', 'DK', 'Ny ydelse', 1, 1], 'unknown_label', '/rows/0/2', 'Ny ydelse'],
  ['an area', ['2024M05', 'Atlantis', 'Ydelser i alt', 1, 1], 'unknown_area', '/rows/0/1', 'Atlantis'],
  ['a period', ['maj 2024', 'DK', 'Ydelser i alt', 1, 1], 'unknown_period', '/rows/0/0', 'maj 2024'],
  ['a year to date', ['2024MYTD05', 'DK', 'Ydelser i alt', 1, 1], 'unknown_period', '/rows/0/0', 'year to date'],
  ['text for a figure', ['2024M05', 'DK', 'Ydelser i alt', '..', 1], 'not_a_figure', '/rows/0/3', 'Antal'],
  ['an object for a label', ['2024M05', 'DK', { toString: 1 }, 1, 1], 'unknown_label', '/rows/0/2', 'toString'],
  ['a truth for a figure', ['2024M05', 'DK', 'Ydelser i alt', true, 1], 'not_a_figure', '/rows/0/3', 'Antal'],
  ['a row that is too short', ['2024M05', 'DK', 'Ydelser i alt', 1], 'wrong_length', '/rows/0', '4 cells']
])('%s that is not known fails, naming label, row and column', async (_, row, code, pointer, named) => {
  const { given, problems, refused } = await read([row])
  expect(given).toEqual([])
  expect(refused).toBeGreaterThan(0)
  expect(problems).toEqual([expect.objectContaining({ row: 0, code, pointer, detail: expect.stringContaining(named) })])
  expect(problems[0]!.remedy).toMatch(/mapping m|null|as many cells/)
})

test('an unknown label in a row that is not wanted fails too', async () => {
  expect(await read([['2024M05', 'Atlantis', 'Andet', 1, 1]])).toMatchObject({ given: [], refused: 1, problems: [{ code: 'unknown_area' }] })
})

test('areas and periods may be ignored, under the names of their columns', async () => {
  const mapping = mappingOf({ ignored: { measures: '*', members: { Ydelse: '*', Område: ['Atlantis'], Periode: ['2024MYTD05'] } } })
  expect(await read([['2024M05', 'Atlantis', 'x', 1, 1], ['2024MYTD05', 'DK', 'x', 1, 1]], COLUMNS, mapping)).toMatchObject({ given: [], problems: [], skipped: 4 })
})

test('rows of an unstated area are skipped, with one notice', async () => {
  const { given, skipped, notices } = await read([['2024M05', 'DK', 'Ydelser i alt', 1, 1], ['2024M05', 'Uoplyst område', 'Ydelser i alt', 2, 1], ['2024M06', 'Uoplyst område', 'Ydelser i alt', 2, 1]])
  expect([given.length, skipped]).toEqual([1, 1 + 4])
  expect(notices).toEqual([expect.objectContaining({ row: 1, pointer: '/rows/1/1', code: 'area_unstated', detail: expect.stringContaining('2 rows with 4 figures') })])
})

describe('columns', () => {
  test.each([
    ['an unknown one', [...COLUMNS, 'Alder'], '/columns/5', 'unknown_column'],
    ['one that is there twice', [...COLUMNS, 'Antal'], '/columns/5', 'duplicate_column'],
    ['no area', ['Periode', 'Ydelse', 'Antal'], '/columns', 'missing_column'],
    ['no period', ['Område', 'Ydelse', 'Antal'], '/columns', 'missing_column'],
    ['no measure that a series names', ['Periode', 'Område', 'Ydelse', 'Andel'], '/columns', 'nothing_wanted']
  ])('%s: the file is refused', async (_, columns, pointer, code) => {
    await expect(read([], columns)).rejects.toMatchObject({ code: 'invalid_request', problems: expect.arrayContaining([expect.objectContaining({ pointer, code })]) })
  })

  test('a hierarchy that the file lacks is taken as its total, and other members of it as not asked for', async () => {
    const { given } = await read([['2024M05', 'DK', 10]], ['Periode', 'Område', 'Antal'])
    expect(given).toMatchObject([{ segment: null, value: 10 }])
  })

  test('a series of a member alone gets nothing of a file without its column', async () => {
    const onlyMember = mappingOf({ series: [mappingOf().series[1]!] })
    await expect(read([['2024M05', 'DK', 10]], ['Periode', 'Område', 'Antal'], onlyMember)).rejects.toMatchObject({ problems: [{ code: 'nothing_wanted' }] })
  })

  test('a hierarchy that the file lacks and whose total is not named: the file is refused', async () => {
    const untold = mappingOf({ totals: {}, series: [{ ...mappingOf().series[0]!, members: { Ydelse: 'Ydelser i alt' } }, mappingOf().series[1]!] })
    await expect(read([['2024M05', 'DK', 10]], ['Periode', 'Område', 'Antal'], untold)).rejects.toMatchObject({ problems: [{ code: 'missing_column', detail: expect.stringContaining("mapping's totals") }] })
    expect((await read([['2024M05', 'DK', 'Ydelser i alt', 10, 1]], COLUMNS, untold)).given).toMatchObject([{ value: 10 }])
  })

  test('labels are compared composed and with single spaces', async () => {
    const { given } = await read([['2024M05', 'Hele\u00a0landet', ' Ydelser  i alt', 10]], ['Periode', 'Omra\u030ade', 'Ydelse ', 'Antal'])
    expect(given).toMatchObject([{ area: 'DK', value: 10 }])
  })
})

test.each([[4.1, 4.1], ['4,1', 4.1], ['4.1', 4.1], ['1.234,5', 1234.5], ['83822', 83822], ['-0,2', -0.2], ['', null], [null, null], ['1.234', { ',': 1234, '.': 1.234 }], ['-', undefined], ['x', undefined], [{}, undefined]])(
  'the cell %j is %j', (cell, figure) => { expect(figureOf(cell)).toEqual(figure) })
