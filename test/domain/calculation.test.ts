import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Membership } from '../../src/domain/area.ts'
import { figuresOf } from '../../src/domain/calculation.ts'
import { composed } from '../../src/domain/composition.ts'
import type { Calculation, Indicator } from '../../src/domain/indicator.ts'
import { lineageOf, sizeOf } from '../../src/domain/lineage.ts'
import type { Observation } from '../../src/domain/measurement.ts'
import { type Figure, type Figures, prov } from './case.ts'

/** Posted figures by series: `a@0250` is the indicator a of 0250, `a@0250/unge` its segment. */
type Posted = Record<string, Figures>

const SUM: Calculation = { kind: 'sum', of: [{ indicator: 'a' }, { indicator: 'b' }] }
const DIFFERENCE: Calculation = { kind: 'difference', of: [{ indicator: 'a' }, { indicator: 'b' }] }
const SHARE: Calculation = { kind: 'ratio', numerator: { indicator: 'a' }, denominator: { indicator: 'b' }, factor: 100 }
const MEAN: Calculation = { kind: 'rolling_mean', of: { indicator: 'a' }, periods: 3 }

const always = (area: string): Membership => ({ area, validFrom: null, validTo: null })
const GROUPS = new Map([['RAR', [always('0250'), always('0260'), always('0270')]]])

const indicator = (id: string, changes: Partial<Indicator> = {}): Indicator => ({
  id, name: { da: id, en: id }, definition: null, unit: 'count', polarity: 'neutral', frequency: 'month', publicationLagDays: 0, breaks: [], source: null, decimals: 1, segments: [], additive: false, calculation: null, ...changes
})

function observed (name: string, period: string, figure: Figure): Observation {
  const [id = '', place = ''] = name.split('@')
  const [area = '', segment = null] = place.split('/')
  const key = { indicator: id, area, segment, period, revision: 1, source: null }
  if (typeof figure === 'string') return { ...key, value: null, flag: figure }
  return typeof figure === 'number' ? { ...key, value: figure, flag: 'final' } : { ...key, value: figure.provisional, flag: 'provisional' }
}

/** What is read of a series: `calc` is calculated as given, `a`, `b` and others are posted; `additive` names those that add up. */
function read (name: string, posted: Posted, calculation: Calculation | null, { additive = [], indicators = [], groups = GROUPS }: { additive?: string[], indicators?: Indicator[], groups?: ReadonlyMap<string, Membership[]> } = {}): Observation[] {
  const all = new Map(['a', 'b', 'c'].map(id => [id, indicator(id, { additive: additive.includes(id) })]))
  all.set('calc', indicator('calc', { calculation, additive: additive.includes('calc') }))
  for (const one of indicators) all.set(one.id, one)
  const observations = Object.entries(posted).flatMap(([series, figures]) => Object.entries(figures).map(([period, figure]) => observed(series, period, figure)))
  const { indicator: id, area, segment } = observed(name, '2024-01', 0)
  return figuresOf([{ indicator: id, area, segment }], observations, composed(all, groups))
}

/** The figures by period, as a table writes them. */
const shown = (observations: Observation[]): Figures => Object.fromEntries(observations.map(({ period, value, flag }): [string, Figure] =>
  [period, value === null ? flag as 'suppressed' | 'missing' : flag === 'provisional' ? prov(value) : value]))

const PERIOD = '2024-01'
const one = (figures: Record<string, Figure>): Posted => Object.fromEntries(Object.entries(figures).map(([series, figure]) => [series, { [PERIOD]: figure }]))

describe('a calculated figure', () => {
  test.each<[string, Calculation, Record<string, Figure>, Figure | undefined]>([
    ['adds up exactly', SUM, { 'a@0250': 0.1, 'b@0250': 0.2 }, 0.3],
    ['takes one from the other', DIFFERENCE, { 'a@0250': 4, 'b@0250': 3.4 }, 0.6],
    ['divides, times its factor', SHARE, { 'a@0250': 7, 'b@0250': 10 }, 70],
    ['is the number nearest to a share without an end', SHARE, { 'a@0250': 1, 'b@0250': 3 }, 100 / 3],
    ['has no share of nothing', SHARE, { 'a@0250': 1, 'b@0250': 0 }, 'missing'],
    ['is suppressed where a part is', SUM, { 'a@0250': 1, 'b@0250': 'suppressed' }, 'suppressed'],
    ['is suppressed rather than missing', SUM, { 'a@0250': 'missing', 'b@0250': 'suppressed' }, 'suppressed'],
    ['is missing where a part is', DIFFERENCE, { 'a@0250': 'missing', 'b@0250': 2 }, 'missing'],
    ['is not out where a part is not', SUM, { 'a@0250': 1 }, undefined],
    ['is not out where a part is not and another is suppressed', SUM, { 'a@0250': 'suppressed' }, undefined],
    ['is provisional where a part is', SUM, { 'a@0250': 1, 'b@0250': prov(2) }, prov(3)],
    ['gives way to a posted one', SUM, { 'a@0250': 1, 'b@0250': 2, 'calc@0250': 5 }, 5],
    ['gives way to a suppressed one', SUM, { 'a@0250': 1, 'b@0250': 2, 'calc@0250': 'suppressed' }, 'suppressed'],
    ['is of its own area alone', SUM, { 'a@0250': 1, 'b@0260': 2, 'b@DK': 3 }, undefined]
  ])('%s', (_, calculation, figures, expected) => {
    expect(shown(read('calc@0250', one(figures), calculation))).toEqual(expected === undefined ? {} : { [PERIOD]: expected })
  })

  test('of the country is calculated as any area\'s', () => {
    expect(shown(read('calc@DK', one({ 'a@DK': 1, 'b@DK': 2, 'a@0250': 9 }), SUM))).toEqual({ [PERIOD]: 3 })
  })

  test('of a segment takes the same segment, unless a part names one', () => {
    const posted = one({ 'a@0250': 100, 'a@0250/unge': 10, 'b@0250': 1, 'b@0250/unge': 2 })
    expect(shown(read('calc@0250/unge', posted, SUM))).toEqual({ [PERIOD]: 12 })
    const ofWhole: Calculation = { kind: 'ratio', numerator: { indicator: 'a' }, denominator: { indicator: 'a', segment: null }, factor: 100 }
    expect(shown(read('calc@0250/unge', posted, ofWhole))).toEqual({ [PERIOD]: 10 })
    const ofYoung: Calculation = { kind: 'sum', of: [{ indicator: 'a', segment: 'unge' }, { indicator: 'b', segment: 'unge' }] }
    expect(shown(read('calc@0250', posted, ofYoung))).toEqual({ [PERIOD]: 12 })
  })

  test('that would be beyond all numbers is missing', () => {
    const square = indicator('square', { calculation: { kind: 'ratio', numerator: { indicator: 'big' }, denominator: { indicator: 'small' } } })
    const [big, small] = [['big', 'a', 'b'], ['small', 'b', 'a']].map(([id = '', over = '', under = '']) => indicator(id, { calculation: { kind: 'ratio', numerator: { indicator: over }, denominator: { indicator: under } } }))
    expect(shown(read('square@0250', one({ 'a@0250': 1e200, 'b@0250': 1e-100 }), null, { indicators: [square, big!, small!] }))).toEqual({ [PERIOD]: 'missing' })
  })

  test('that leads back to itself reads itself as posted', () => {
    const [x, y] = [['x', 'y'], ['y', 'x']].map(([id = '', part = '']) => indicator(id, { calculation: { kind: 'sum', of: [{ indicator: part }, { indicator: 'a' }] } }))
    expect(shown(read('x@0250', one({ 'a@0250': 1 }), null, { indicators: [x!, y!] }))).toEqual({})
  })
})

describe('a rolling mean', () => {
  const months = (values: (Figure | null)[]): Figures => Object.fromEntries(values.flatMap((figure, i) => figure === null ? [] : [[`2023-${String(i + 10).padStart(2, '0')}`.replace('2023-13', '2024-01'), figure]]))

  test.each<[string, (Figure | null)[], Figures]>([
    ['takes the periods that end with its own, over the turn of the year', [1, 2, 4, 9], { '2023-12': 7 / 3, '2024-01': 5 }],
    ['needs every period', [1, null, 4, 9], {}],
    ['is suppressed with one of them', ['suppressed', 2, 4, 9], { '2023-12': 'suppressed', '2024-01': 5 }],
    ['is missing with one of them', [1, 2, 4, 'missing'], { '2023-12': 7 / 3, '2024-01': 'missing' }]
  ])('%s', (_, values, expected) => {
    expect(shown(read('calc@0250', { 'a@0250': months(values) }, MEAN))).toEqual(expected)
  })

  test.each<[string, Figures]>([['2023-10-01', { '2023-12': 7 / 3, '2024-01': 5 }], ['2023-11-01', { '2024-01': 5 }], ['2024-01-31', { '2023-12': 7 / 3 }]])('has no value across a break on %s', (day, expected) => {
    const broken = indicator('a', { breaks: [day] })
    expect(shown(read('calc@0250', { 'a@0250': months([1, 2, 4, 9]) }, MEAN, { indicators: [broken] }))).toEqual(expected)
  })
})

describe('the figure of a group', () => {
  test.each<[string, string, Record<string, Figure>, string[], Figure | undefined, string[]]>([
    ['is the sum of its members\'', 'a@RAR', { 'a@0250': 1, 'a@0260': 2, 'a@0270': 4 }, ['a'], 7, []],
    ['is the posted one first', 'a@RAR', { 'a@RAR': 9, 'a@0250': 1, 'a@0260': 2, 'a@0270': 4 }, ['a'], 9, []],
    ['is not made of figures that do not add up', 'a@RAR', { 'a@0250': 1, 'a@0260': 2, 'a@0270': 4 }, [], undefined, []],
    ['is suppressed where a member is', 'a@RAR', { 'a@0250': 1, 'a@0260': 'suppressed' }, ['a'], 'suppressed', ['0270']],
    ['is missing where a member has none', 'a@RAR', { 'a@0250': 1, 'a@0270': 'missing' }, ['a'], 'missing', ['0260', '0270']],
    ['of a share is numerators by denominators', 'calc@RAR', { 'a@0250': 1, 'b@0250': 2, 'a@0260': 10, 'b@0260': 100, 'a@0270': 4, 'b@0270': 23 }, ['a', 'b'], 12, []],
    ['of a share is missing where a member lacks a denominator', 'calc@RAR', { 'a@0250': 1, 'b@0250': 2, 'a@0260': 10, 'a@0270': 4, 'b@0270': 23 }, ['a', 'b'], 'missing', ['0260']],
    ['of a share is suppressed where a denominator is', 'calc@RAR', { 'a@0250': 1, 'b@0250': 2, 'a@0260': 10, 'b@0260': 'suppressed', 'a@0270': 4, 'b@0270': 23 }, ['a', 'b'], 'suppressed', []],
    ['of a share of nothing is missing', 'calc@RAR', { 'a@0250': 1, 'b@0250': 0, 'a@0260': 1, 'b@0260': 0, 'a@0270': 1, 'b@0270': 0 }, ['a', 'b'], 'missing', []],
    ['of a share does not come of members\' shares', 'calc@RAR', { 'calc@0250': 1, 'calc@0260': 2, 'calc@0270': 3 }, ['a', 'b'], undefined, []],
    ['of a share needs parts that add up', 'calc@RAR', { 'a@0250': 1, 'b@0250': 2, 'a@0260': 10, 'b@0260': 100, 'a@0270': 4, 'b@0270': 23 }, ['a'], undefined, []],
    ['of a share is that of the group\'s own posted figures before its members\'', 'calc@RAR', { 'a@RAR': 1, 'b@RAR': 4, 'a@0250': 1, 'b@0250': 2 }, ['a', 'b'], 25, []],
    ['is provisional where a member is', 'a@RAR', { 'a@0250': 1, 'a@0260': prov(2), 'a@0270': 4 }, ['a'], prov(7), []]
  ])('%s', (_, name, figures, additive, expected, missing) => {
    const found = read(name, one(figures), SHARE, { additive })
    expect(shown(found)).toEqual(expected === undefined ? {} : { [PERIOD]: expected })
    expect(found.flatMap(observation => lineageOf(observation)?.missing ?? [])).toEqual(missing)
  })

  test('of a sum of what adds up is calculated from the group\'s figures, and names who is missing', () => {
    const posted = one({ 'a@0250': 1, 'a@0260': 2, 'a@0270': 3, 'b@0250': 10, 'b@0260': 20, 'b@0270': 30 })
    const [found] = read('calc@RAR', posted, SUM, { additive: ['a', 'b'] })
    expect(found).toMatchObject({ value: 66, revision: null })
    expect(lineageOf(found!)).toMatchObject({ method: 'sum', parts: [{ area: 'RAR', value: 6, revision: null }, { area: 'RAR', value: 60 }, { area: '0250', value: 1, revision: 1 }, {}, {}, { value: 10 }, {}, {}] })
    const [lacking] = read('calc@RAR', one({ 'a@0250': 1, 'a@0260': 2, 'a@0270': 3, 'b@0250': 10, 'b@0260': 20 }), SUM, { additive: ['a', 'b'] })
    expect([lacking?.flag, lineageOf(lacking!)?.missing]).toEqual(['missing', ['0270']])
  })

  test('of a sum of shares, and of a rolling mean, is there where the parts are posted for the group', () => {
    expect(read('calc@RAR', one({ 'a@0250': 1, 'a@0260': 2, 'a@0270': 3, 'b@RAR': 1 }), SUM, { additive: ['a'] })).toEqual([])
    expect(shown(read('calc@RAR', one({ 'a@RAR': 1, 'b@RAR': 2 }), SUM))).toEqual({ [PERIOD]: 3 })
    const quarter = { '2023-11': 1, '2023-12': 2, '2024-01': 3 }
    expect(shown(read('calc@RAR', { 'a@RAR': quarter }, MEAN))).toEqual({ '2024-01': 2 })
    expect(read('calc@RAR', { 'a@0250': quarter, 'a@0260': quarter, 'a@0270': quarter }, MEAN, { additive: ['a'] })).toEqual([])
  })

  test('is of those who are members on the last day of the period', () => {
    const groups = new Map([['RAR', [always('0250'), { area: '0260', validFrom: null, validTo: '2024-01-30' }, { area: '0270', validFrom: '2024-02-29', validTo: null }, { area: '0250', validFrom: '2020-01-01', validTo: null }]]])
    const posted = Object.fromEntries(['0250', '0260', '0270'].map((area, i) => [`a@${area}`, { '2023-12': 10 ** i, '2024-01': 10 ** i, '2024-02': 10 ** i }]))
    expect(shown(read('a@RAR', posted, null, { additive: ['a'], groups }))).toEqual({ '2023-12': 11, '2024-01': 1, '2024-02': 101 })
  })
})

describe('the lineage', () => {
  test('lists the parts in order, then those of each calculated part, each once', () => {
    const twice = indicator('twice', { calculation: { kind: 'difference', of: [{ indicator: 'calc' }, { indicator: 'a' }] } })
    const [found] = read('twice@0250', one({ 'a@0250': 1, 'b@0250': 2 }), SUM, { indicators: [twice] })
    expect(lineageOf(found!)).toEqual({
      method: 'difference',
      parts: [['calc', 3, null], ['a', 1, 1], ['b', 2, 1]].map(([indicator, value, revision]) => ({ indicator, area: '0250', segment: null, period: PERIOD, value, flag: 'final', revision, source: null })),
      missing: []
    })
    expect(sizeOf(found!)).toBe(5)
  })

  test('of a posted figure is none', () => {
    expect(read('a@0250', one({ 'a@0250': 1 }), null).map(lineageOf)).toEqual([null])
  })
})

describe('whatever the figures', () => {
  const figure: fc.Arbitrary<Figure> = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 9_999 }).map(value => value / 10) }, { weight: 1, arbitrary: fc.constantFrom<Figure>('suppressed', 'missing') })
  const member = fc.record({ a: figure, b: figure })
  const AREAS = ['0250', '0260', '0270']
  const postedOf = (members: { a: Figure, b: Figure }[]): Posted => one(Object.fromEntries(members.flatMap(({ a, b }, i) => [[`a@${AREAS[i]}`, a], [`b@${AREAS[i]}`, b]])))
  const members = fc.tuple(member, member, member)

  test('a sum with a suppressed part is never a number, and one without is never without', () => {
    fc.assert(fc.property(fc.array(figure, { minLength: 2, maxLength: 20 }), figures => {
      const parts = figures.map((_, i) => indicator(`p${i}`))
      const calculation: Calculation = { kind: 'sum', of: parts.map(({ id }) => ({ indicator: id })) }
      const [found] = read('calc@0250', one(Object.fromEntries(figures.map((value, i) => [`p${i}@0250`, value]))), calculation, { indicators: parts })
      const tenths = figures.reduce<number>((total, value) => total + (typeof value === 'number' ? Math.round(value * 10) : NaN), 0)
      expect(found?.value).toBe(Number.isNaN(tenths) ? null : tenths / 10)
      expect(found?.flag).toBe(figures.includes('suppressed') ? 'suppressed' : figures.includes('missing') ? 'missing' : 'final')
    }))
  })

  test('the share of a group is the mean of its members\', weighted by their denominators', () => {
    fc.assert(fc.property(members, figures => {
      const [found] = read('calc@RAR', postedOf(figures), SHARE, { additive: ['a', 'b'] })
      const all = figures.flatMap(({ a, b }) => [a, b])
      const shares = figures.map(({ a, b }) => ({ over: a as number, under: b as number }))
      const weight = shares.reduce((total, { under }) => total + under, 0)
      const expected = all.includes('suppressed') ? 'suppressed' : all.includes('missing') || weight === 0 ? 'missing' : 'final'
      expect(found?.flag).toBe(expected)
      if (expected !== 'final' || shares.some(({ under }) => under === 0)) return
      expect(found?.value).toBeCloseTo(shares.reduce((total, { over, under }) => total + (over / under * 100) * (under / weight), 0), 6)
    }))
  })

  test('nothing depends on the order in which figures are read', () => {
    fc.assert(fc.property(members, fc.constantFrom(SUM, DIFFERENCE, SHARE), (figures, calculation) => {
      const posted = postedOf(figures)
      const backwards = Object.fromEntries(Object.entries(posted).reverse())
      expect(shown(read('calc@RAR', backwards, calculation, { additive: ['a', 'b'] }))).toEqual(shown(read('calc@RAR', posted, calculation, { additive: ['a', 'b'] })))
    }))
  })
})
