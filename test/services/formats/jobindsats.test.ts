import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '../../../src/domain/errors.ts'
import { openJobindsats } from '../../../src/services/formats/jobindsats.ts'
import type { AreaIndex } from '../../../src/services/reference.ts'
import { openServices } from '../../support/services.ts'
import { fileIn, type Given, mappingOf, readJobindsats, readJsonStat } from './read-table.ts'

let areas: AreaIndex
beforeAll(async () => { areas = await (await openServices()).services.reference.areas() })

const COLUMNS = ['Periode', 'Område', 'Ydelse', 'Antal', 'Andel']
const ROWS = [['2024M05', 'Hele landet', 'Ydelser i alt', 10, 2.5], ['2024M05', 'Holbæk', 'A-dagpenge', null, 1]]
const FIGURES = [{ indicator: 'ledighed', segment: null, area: 'DK', period: '2024M05', value: 10, flag: 'final' }, { indicator: 'ledighed', segment: 'dagpenge', area: '0316', period: '2024M05', value: null, flag: 'suppressed' }]
const read = (content: unknown, mediaType?: string) => readJobindsats(fileIn(content), mappingOf(), areas, mediaType)
const figuresOf = (given: Given[]) => given.map(({ row: _, pointer: _p, ...figure }) => figure)

describe('a table is read', () => {
  test.each([
    ['v3', { columns: COLUMNS, rows: ROWS }, '/rows/1/3'],
    ['v3 whose columns come last', { rows: ROWS, more: { rows: [[1]], columns: ['x'] }, columns: COLUMNS }, '/rows/1/3'],
    ['v2', [{ Variables: COLUMNS.map(Label => ({ Label })), Data: ROWS }], '/0/Data/1/3'],
    ['v2 as it names its columns', [{ Variables: [{ Name: 'period', Label: 'Periode' }, { Name: 'area', Label: 'Area' }, { Name: '_y', Label: 'Ydelse' }, { Name: 'm1', Label: 'Antal' }, { Name: 'm2', Label: 'Andel' }], Data: ROWS }], '/0/Data/1/3'],
    ['v2 as PowerShell saves it', [{ Data: ROWS.map(value => ({ value, Count: 5 })), Variables: COLUMNS.map(Label => ({ Label })) }], '/0/Data/1/3']
  ])('%s', async (_, content, pointer) => {
    const { given } = await read(content)
    expect(figuresOf(given)).toEqual(FIGURES)
    expect(given[1]!.pointer).toBe(pointer)
  })

  test('v2 with the area before the period, and figures as text with a decimal comma', async () => {
    const { given } = await read([{ Variables: ['Area', 'Periode', 'Ydelse', 'Antal'].map(Label => ({ Label })), Data: [['Holbæk', '2024M05', 'A-dagpenge', '7,5']] }])
    expect(given).toMatchObject([{ area: '0316', value: 7.5 }])
  })

  test('CSV with a byte-order mark, semicolons and decimal commas; places are told by line and column', async () => {
    const { given } = await read('\ufeffPeriode;Område;Ydelse;Antal;Andel\r\n2024M05;Hele landet;Ydelser i alt;10;2,5\r\n\r\n2024M05;Holbæk;A-dagpenge;;1\r\n', 'text/csv')
    expect(figuresOf(given)).toEqual(FIGURES)
    expect(given.map(({ row, pointer }) => [row, pointer])).toEqual([[2, '/2/Antal'], [4, '/4/Antal']])
  })

  test('JSON with a byte-order mark, cut anywhere', async () => {
    const text = `\ufeff${JSON.stringify({ columns: COLUMNS, rows: ROWS })}`
    for (const size of [1, 2, 3, 7, 64]) expect(figuresOf((await readJobindsats(fileIn(text, size), mappingOf(), areas)).given)).toEqual(FIGURES)
  })
})

test.each([
  ['an error answer', { code: 422, cause: 'Unknown period type: M', request_id: 'x' }, /422 Unknown period type: M/],
  ['an error answer of v2', { 'Forkert nøgle eller nøglen er udløbet.': '' }, /Forkert nøgle/],
  ['another object', { a: 1 }, /neither columns and rows.*"a"/],
  ['a list', [1, 2], /neither columns/],
  ['no JSON', '<html></html>', /no JSON/],
  ['nothing', '', /no JSON/],
  ['half of it', '{"columns":["Periode","Område","Antal"],"rows":[["2024M05"', /ends in the middle/],
  ['more after it', '{"columns":["Periode","Område","Antal"],"rows":[]} {}', /no JSON/],
  ['columns that are none', { columns: 'x', rows: [] }, /no list of 1 to 500/],
  ['a column without a label', { columns: ['a', null], rows: [] }, /Column 1 has no label/],
  ['rows that are an object', { columns: COLUMNS, rows: { a: ROWS[0] } }, /\/rows is no list of rows/],
  ['rows that are an object of v2', [{ Variables: COLUMNS.map(Label => ({ Label })), Data: { a: ROWS[0] } }], /\/0\/Data is no list of rows/],
  ['rows that are an empty object', { columns: COLUMNS, rows: {} }, /\/rows is no list of rows/],
  ['rows that are a number', { columns: COLUMNS, rows: 5 }, /\/rows is no list of rows/],
  ['no rows of v2', [{ Variables: COLUMNS.map(Label => ({ Label })) }], /\/0\/Data is no list of rows/],
  ['several tables', [{ Variables: COLUMNS.map(Label => ({ Label })), Data: ROWS }, { Variables: [], Data: [[1]] }], /several tables/],
  ['endless brackets', '['.repeat(100_000), /nested more than 40 deep/]
])('%s is refused clearly', async (_, content, message) => {
  await expect(read(content)).rejects.toSatisfy(error => error instanceof AppError && error.code === 'invalid_request' && message.test(error.message))
})

test.each([['', /empty/], ['Periode;Område;Ydelse;Antal\n"2024M05;x', /cannot be read/]])('the CSV %j is refused clearly', async (text, message) => {
  await expect(read(text, 'text/csv')).rejects.toThrow(message)
})

const PERIODS = ['2024M01', '2024M02', '2024M03']
const AREAS = ['Hele landet', 'Holbæk', 'Aarhus']
const MEMBERS = ['Ydelser i alt', 'A-dagpenge', 'Andet']
const figure = fc.option(fc.oneof(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 0, max: 999 }).map(tenths => tenths / 10)), { nil: null })
/** A whole cube of figures: periods by areas by members. */
const cube = fc.array(figure, { minLength: 27, maxLength: 27 })
const coordinates = PERIODS.flatMap(period => AREAS.flatMap(area => MEMBERS.map(member => [period, area, member] as const)))
const axis = (labels: string[], code: (label: string, at: number) => string) => ({ category: { index: Object.fromEntries(labels.map((label, at) => [code(label, at), at])), label: Object.fromEntries(labels.map((label, at) => [code(label, at), label])) } })

test('the same table gives the same measurements in v3, v2, CSV and JSON-stat 1.x and 2.0', async () => {
  await fc.assert(fc.asyncProperty(cube, fc.integer({ min: 1, max: 300 }), async (values, size) => {
    const rows = coordinates.map((cell, at) => [...cell, values[at] as number | null])
    const columns = ['Periode', 'Område', 'Ydelse', 'Antal']
    const csv = [columns.join(';'), ...rows.map(row => row.map(cell => cell === null ? '' : String(cell).replace('.', ',')).join(';'))].join('\n')
    const dimensions = { Tid: axis(PERIODS, label => label), OMRÅDE: axis(AREAS, (_, at) => ['000', '316', '751'][at]!), Ydelse: axis(MEMBERS, (_, at) => `Y${at}`) }
    const [id, sizes, role] = [Object.keys(dimensions), [3, 3, 3], { time: ['Tid'], geo: ['OMRÅDE'] }]
    const sparse = Object.fromEntries(values.map((value, at) => [at, value]))
    const read = async (content: unknown, mediaType?: string) => figuresOf((await readJobindsats(fileIn(content, size), mappingOf(), areas, mediaType)).given)
    const readStat = async (content: unknown) => figuresOf((await readJsonStat(fileIn(content, size), mappingOf(), areas)).given)
    const expected = await read({ columns, rows })
    expect(expected).toHaveLength(18)
    expect(await read([{ Variables: columns.map(Label => ({ Label })), Data: rows }])).toEqual(expected)
    expect(await read(csv, 'text/csv')).toEqual(expected)
    expect(await readStat({ dataset: { label: 'Antal', dimension: { ...dimensions, id, size: sizes, role }, value: values } })).toEqual(expected)
    expect(await readStat({ version: '2.0', class: 'dataset', label: 'Antal', id, size: sizes, role, dimension: dimensions, value: sparse })).toEqual(expected)
  }), { numRuns: 60 })
})

test('whatever is sent as a table is read or refused, and nothing else happens', async () => {
  const text = JSON.stringify({ columns: COLUMNS, rows: ROWS })
  const mutated = fc.tuple(fc.integer({ min: 0, max: text.length }), fc.integer({ min: 0, max: 20 }), fc.string()).map(([at, length, inserted]) => text.slice(0, at) + inserted + text.slice(at + length))
  const anything = fc.oneof(mutated, fc.json(), fc.string(), fc.record({ columns: fc.jsonValue(), rows: fc.jsonValue() }).map(value => JSON.stringify(value)))
  await fc.assert(fc.asyncProperty(anything, fc.constantFrom('application/json', 'text/csv'), async (content, mediaType) => {
    try {
      const table = await openJobindsats(fileIn(content), mediaType)
      expect(table.columns.length).toBeGreaterThan(0)
      await readJobindsats(fileIn(content), mappingOf(), areas, mediaType)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      expect(error.code).toBe('invalid_request')
    }
  }), { numRuns: 600 })
})
