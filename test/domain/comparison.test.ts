import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Area } from '../../src/domain/area.ts'
import { type AreaComparison, compareAreas, differenceUnit, periodToCompare } from '../../src/domain/comparison.ts'
import type { Polarity } from '../../src/domain/indicator.ts'
import type { Observation } from '../../src/domain/measurement.ts'
import { parsePeriod } from '../../src/domain/period.ts'

const area = (id: string, kind: Area['kind'], change: Partial<Area> = {}): Area => ({ id, kind, code: id, name: id, aliases: [], codes: {}, memberships: [], validFrom: null, validTo: null, note: null, ...change })
const member = (of: string, change = {}) => ({ area: of, validFrom: null, validTo: null, ...change })
const IN_GROUPS = [member('DK'), member('RAR-SJ'), member('1085', { validTo: '2026-12-31' }), member('NEW', { validFrom: '2027-01-01' })]
const KOMMUNER = ['A', 'B', 'C', 'D', 'E'].map(id => area(id, 'kommune', { memberships: IN_GROUPS }))
const GROUPS = [area('DK', 'country'), area('RAR-SJ', 'rar'), area('1085', 'region', { validTo: '2026-12-31' }), area('NEW', 'region', { validFrom: '2027-01-01' })]
const byId = new Map([...KOMMUNER, ...GROUPS].map(one => [one.id, one]))

type Given = Record<string, Record<string, number | 'suppressed' | 'missing'>>
const figuresOf = (given: Given): Observation[] => Object.entries(given).flatMap(([id, periods]) => Object.entries(periods).map(([period, value]): Observation =>
  ({ indicator: 'i', area: id, segment: null, period, revision: 1, source: null, ...typeof value === 'number' ? { value, flag: 'final' } : { value: null, flag: value } })))

function compare (given: Given, { polarity = 'lower_is_better', breaks = [], period = '2024-06', areas = KOMMUNER, groupsAreMade = false }: { polarity?: Polarity, breaks?: string[], period?: string, areas?: Area[], groupsAreMade?: boolean } = {}): Map<string, AreaComparison> {
  const figures = new Map(figuresOf(given).map(one => [`${one.area} ${one.period}`, one]))
  const rows = compareAreas({
    indicator: { unit: 'percent', decimals: 1, polarity, breaks }, period: parsePeriod(period), areas, figure: (id, at) => figures.get(`${id} ${at}`), areaById: id => byId.get(id), nameOf: id => id === 'A' ? 'A Kommune' : id, groupsAreMade
  })
  return new Map(rows.map(row => [row.area, row]))
}
const ranks = (rows: Map<string, AreaComparison>) => [...rows.values()].map(row => `${row.area}${row.rank ?? '-'}`)
const june = (values: Record<string, number | 'suppressed' | 'missing'>): Given => Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { '2024-06': value }]))

describe('ranks', () => {
  const given = june({ A: 3.9, B: 3.2, C: 3.5, D: 3.5, E: 'suppressed' })
  test('1 is the lowest where lower is better; equal ones share it and the next is passed over', () => expect(ranks(compare(given))).toEqual(['B1', 'C2', 'D2', 'A4', 'E-']))
  test('1 is the highest where higher is better', () => expect(ranks(compare(given, { polarity: 'higher_is_better' }))).toEqual(['A1', 'C2', 'D2', 'B4', 'E-']))
  test('1 is the highest of what is neither good nor bad', () => expect(ranks(compare(given, { polarity: 'neutral' }))).toEqual(['A1', 'C2', 'D2', 'B4', 'E-']))
  test('the percentile is how many per cent of the others are worse', () => {
    const rows = compare(given)
    expect(['A', 'B', 'C', 'E'].map(id => rows.get(id)?.percentile)).toEqual([0, 100, 33.3333, null])
    expect([rows.get('A')?.of, rows.get('E')?.of]).toEqual([4, 4])
  })
  test('alone there is nothing to be better than', () => expect(compare(june({ A: 3 })).get('A')).toMatchObject({ rank: 1, of: 1, percentile: null }))
})

describe('without a figure there is a reason', () => {
  test.each<[string, Parameters<typeof compare>[1], Given, object]>([
    ['none has come', {}, {}, { value: null, flag: null, reason: 'no_figure' }],
    ['it is suppressed', {}, june({ A: 'suppressed' }), { value: null, flag: 'suppressed', reason: 'suppressed' }],
    ['it is missing', {}, june({ A: 'missing' }), { value: null, flag: 'missing', reason: 'missing' }],
    ['the area was not there', { areas: [area('A', 'kommune', { validFrom: '2024-06-30' }), area('A', 'kommune', { validFrom: '2024-07-01' })] }, june({ A: 3 }), { value: null, flag: null, reason: 'not_valid' }]
  ])('%s', (_, options, given, expected) => expect(compare(given, options).get('A')).toMatchObject(expected))
  test('a group whose members do not add up says so', () => {
    expect(compare(june({ A: 3 })).get('A')?.rar).toEqual({ area: 'RAR-SJ', value: null, flag: null, reason: 'not_additive', distance: null })
    expect(compare(june({ A: 3 }), { groupsAreMade: true }).get('A')?.rar?.reason).toBe('no_figure')
    expect(compare(june({ A: 3 })).get('A')?.country?.reason).toBe('no_figure')
  })
})

describe('distances and changes', () => {
  const given: Given = { A: { '2024-06': 3.9, '2023-06': 4.1 }, DK: { '2024-06': 3.4 }, 1085: { '2024-06': 4 }, 'RAR-SJ': { '2024-06': 3.9 } }
  test('are exact, as printed', () => {
    expect(compare(given).get('A')).toMatchObject({ country: { area: 'DK', value: 3.4, distance: 0.5 }, region: { area: '1085', distance: -0.1 }, rar: { distance: 0 }, yearBefore: { value: 4.1, change: -0.2, reason: null } })
    expect([differenceUnit('percent'), differenceUnit('persons')]).toEqual(['percentage_points', 'persons'])
  })
  test('go to the groups of the end of the period', () => expect(compare({}, { period: '2027-01' }).get('A')?.region?.area).toBe('NEW'))
  test('a break between then and now leaves no change; one before then does', () => {
    for (const day of ['2023-07-01', '2024-06-30']) expect(compare(given, { breaks: [day] }).get('A')?.yearBefore).toEqual({ value: 4.1, change: null, reason: 'series_break' })
    for (const day of ['2023-06-30', '2024-07-01']) expect(compare(given, { breaks: [day] }).get('A')?.yearBefore.change).toBe(-0.2)
  })
  test('no figure then, or no such period, leaves none either', () => {
    expect(compare(june({ A: 3 })).get('A')?.yearBefore).toEqual({ value: null, change: null, reason: 'no_figure' })
    expect(compare({}, { period: '2020-W53' }).get('A')?.yearBefore.reason).toBe('no_earlier_period')
  })
  test('are said in a sentence', () => {
    expect(compare({ ...given, B: { '2024-06': 3 } }).get('A')?.explanation).toEqual({
      da: 'A Kommune: 3,9 pct. for juni 2024, nr. 2 af 2; 0,5 procentpoint højere end hele landet, det samme som RAR-SJ, 0,1 procentpoint lavere end 1085; et fald på 0,2 procentpoint siden juni 2023.',
      en: 'A Kommune: 3.9 per cent for June 2024, number 2 of 2; 0.5 percentage points higher than the whole country, the same as RAR-SJ, 0.1 percentage points lower than 1085; a decrease of 0.2 percentage points since June 2023.'
    })
    expect(compare({ A: { '2024-06': 3.9, '2023-06': 3.9 } }).get('A')?.explanation).toEqual({ da: 'A Kommune: 3,9 pct. for juni 2024; uændret siden juni 2023.', en: 'A Kommune: 3.9 per cent for June 2024; unchanged since June 2023.' })
    expect(compare(june({ A: 'suppressed' })).get('A')?.explanation.da).toBe('A Kommune: tallet er diskretioneret for juni 2024.')
  })
})

describe('the period, where none is named', () => {
  const chosen = (given: Given) => periodToCompare(figuresOf(given))?.text
  test('is the latest in which at least half have a figure', () => expect(chosen({ A: { '2024-05': 1, '2024-06': 1, '2024-07': 1 }, B: { '2024-05': 1, '2024-06': 1 }, C: { '2024-05': 1 } })).toBe('2024-06'))
  test('is else that in which most have, the latest of these', () => expect(chosen({ A: { '2024-05': 1 }, B: { '2024-06': 1 }, C: { '2024-07': 1 } })).toBe('2024-07'))
  test('counts no figure without a value, and is none without any', () => {
    expect(chosen({ A: { '2024-05': 1, '2024-06': 'suppressed' } })).toBe('2024-05')
    expect(chosen({ A: { '2024-06': 'missing' } })).toBeUndefined()
  })
})

test('whatever the figures: ranks count the better ones, and the other way round they are the same from the other end', () => {
  const value = fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined })
  fc.assert(fc.property(fc.array(value, { minLength: 5, maxLength: 5 }), values => {
    const given = june(Object.fromEntries(KOMMUNER.flatMap((one, i) => values[i] === undefined ? [] : [[one.id, values[i]]])))
    const [low, high] = [compare(given), compare(given, { polarity: 'higher_is_better' })]
    const there = values.filter(one => one !== undefined)
    KOMMUNER.forEach(({ id }, i) => {
      const own = values[i]
      const [a, b] = [low.get(id)!, high.get(id)!]
      if (own === undefined) return expect([a.rank, b.rank, a.percentile]).toEqual([null, null, null])
      const equal = there.filter(one => one === own).length
      expect(a.rank).toBe(1 + there.filter(one => one < own).length)
      expect(a.rank! + b.rank! + equal - 1).toBe(there.length + 1)
      if (there.length > 1) expect(a.percentile! + b.percentile! + 100 * (equal - 1) / (there.length - 1)).toBeCloseTo(100, 3)
    })
  }))
})
