import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayText } from '../../src/domain/date.ts'
import { parsePeriod, shiftPeriod } from '../../src/domain/period.ts'
import { requiredPace } from '../../src/domain/status/required-pace.ts'
import type { RequiredPace } from '../../src/domain/status/required-pace-parts.ts'
import type { NumericRule } from '../../src/domain/target.ts'
import { answer, everyMonth, type Figures, inputOf, prov, type Question } from './case.ts'

const pace = (question: Partial<Question>): RequiredPace => requiredPace(inputOf(question as Question))
const GAP: NumericRule = { kind: 'gap_reduction', amount: 0.2, baseline: { period: '2023-08' }, benchmark: { area: 'DK' } }
const gap = { rule: GAP, polarity: 'lower_is_better' as const, asOf: '2024-07-10', own: { '2023-08': 4, '2024-06': 3.9 }, country: { '2023-08': 3.4, '2024-06': 3.4 } }
const year2023 = { window: '2023-01-01/2023-12-31', unit: 'count' as const, decimals: 0, asOf: '2023-07-10' }
const SUM: NumericRule = { kind: 'threshold', comparator: 'gte', aggregate: 'sum', value: 700 }
const half2023 = { '2023-01': 50, '2023-02': 60, '2023-03': 55, '2023-04': 60, '2023-05': 55, '2023-06': 60 }

describe('what it takes from now on', () => {
  test.each<[string, Partial<Question>, Partial<RequiredPace>]>([
    ['700 requests a year, 340 by June: 60 a month', { ...year2023, rule: SUM, own: half2023 }, { state: 'required', remaining: 360, perPeriod: 60, soFar: 56.6667, periodsLeft: 6, nextPeriod: '2023-07', lastPeriod: '2023-12', needed: { in: 'average', comparator: 'gte', value: 60 } }],
    ['a month that is missing can still come', { ...year2023, rule: SUM, own: { '2023-01': 50, '2023-03': 50 } }, { periodsLeft: 10, nextPeriod: '2023-02', perPeriod: 60 }],
    ['a suppressed month cannot', { ...year2023, rule: SUM, own: { '2023-01': 50, '2023-02': 'suppressed' } }, { periodsLeft: 10, nextPeriod: '2023-03', perPeriod: 65 }],
    ['no figure yet: the twelfth part of it all', { ...year2023, rule: { ...SUM, value: 720 }, own: {} }, { periodsLeft: 12, perPeriod: 60, soFar: null }],
    ['a ceiling: there is room for so much', { ...year2023, rule: { ...SUM, comparator: 'lte' }, own: half2023 }, { state: 'required', perPeriod: 60, needed: { in: 'average', comparator: 'lte', value: 60 } }],
    ['the line is crossed before the deadline: met', { ...year2023, rule: { ...SUM, value: 300 }, own: half2023 }, { state: 'met', needed: null }],
    ['a ceiling that is broken cannot be mended', { ...year2023, rule: { ...SUM, comparator: 'lte', value: 300 }, own: half2023 }, { state: 'impossible', reason: 'cannot_be_mended', needed: null }],
    ['nor by later figures one that is broken by a provisional figure', { ...year2023, rule: { ...SUM, comparator: 'lte', value: 300 }, own: { ...half2023, '2023-06': prov(60) } }, { state: 'impossible', reason: 'cannot_be_mended', remaining: -40, needed: null }],
    ['nor a lowest value', { asOf: '2024-10-10', rule: { kind: 'threshold', comparator: 'gt', aggregate: 'min', value: 7 }, own: everyMonth(2024, 8, { '2024-03': prov(5) }, 9) }, { state: 'impossible', reason: 'cannot_be_mended', needed: null }],
    ['a mean of 5 in nine months, 4 in the year: 1 in the rest', { asOf: '2024-10-10', rule: { kind: 'threshold', comparator: 'lte', aggregate: 'mean', value: 4 }, own: everyMonth(2024, 5, {}, 9) }, { state: 'required', soFar: 5, perPeriod: null, needed: { in: 'average', comparator: 'lte', value: 1 } }],
    ['the same of persons, and more than there is room for', { asOf: '2024-10-10', unit: 'persons', rule: { kind: 'threshold', comparator: 'lte', aggregate: 'mean', value: 3 }, own: everyMonth(2024, 5, {}, 9) }, { state: 'impossible', reason: 'below_zero' }],
    ['a highest value is to be reached once', { asOf: '2024-10-10', rule: { kind: 'threshold', comparator: 'gte', aggregate: 'max', value: 7 }, own: everyMonth(2024, 5, {}, 9) }, { state: 'required', needed: { in: 'any', comparator: 'gte', value: 7 }, noForecast: 'not_forecast' }],
    ['a highest value is to be kept each time', { asOf: '2024-10-10', rule: { kind: 'threshold', comparator: 'lte', aggregate: 'max', value: 7 }, own: everyMonth(2024, 5, {}, 9) }, { state: 'met', needed: { in: 'each', comparator: 'lte', value: 7 } }],
    ['a level: 2.4 points in six months', { asOf: '2024-07-10', rule: { kind: 'threshold', comparator: 'gte', value: 75 }, own: { '2023-12': 70, '2024-06': 72.6 } }, { state: 'required', remaining: 2.4, perPeriod: 0.4, soFar: 0.4333, needed: { in: 'last', comparator: 'gte', value: 75 } }],
    ['a gap, if the country stays where it is', gap, { state: 'required', remaining: 0.1, perPeriod: 0.0167, soFar: 0.01, needed: { in: 'last', comparator: 'lte', value: 3.8 }, assumption: { benchmark: 3.4, period: '2024-06' } }],
    ['a gap where higher is better', { ...gap, polarity: 'higher_is_better', country: { '2023-08': 4.6, '2024-06': 4.4 } }, { needed: { in: 'last', comparator: 'gte', value: 4 }, remaining: 0.1 }],
    ['one point below the country', { asOf: '2024-07-10', rule: { kind: 'benchmark_level', comparator: 'lte', margin: -1, benchmark: { area: 'DK' } }, own: { '2024-06': 3.9 }, country: { '2024-06': 3.4 } }, { remaining: -1.5, perPeriod: -0.25, needed: { in: 'last', comparator: 'lte', value: 2.4 } }],
    ['a fall of 10 per cent since 2023', { asOf: '2024-07-10', rule: { kind: 'change', comparator: 'lte', amount: -10, mode: 'relative', baseline: { period: '2023-12' } }, own: { '2023-12': 50, '2024-06': 48 } }, { remaining: -6, perPeriod: -1, soFar: -0.6667, needed: { in: 'last', comparator: 'lte', value: 45 } }],
    ['5 per cent below the same month of last year', { asOf: '2024-10-10', rule: { kind: 'change', comparator: 'lte', amount: -5, mode: 'relative', baseline: { lag: 'P1Y' } }, own: { ...everyMonth(2023, 100, { '2023-12': 80 }), ...everyMonth(2024, 98, {}, 9) } }, { perPeriod: null, needed: { in: 'last', comparator: 'lte', value: 76 } }],
    ['a mean of twelve months: what the last three must be', { asOf: '2024-10-10', rule: { kind: 'threshold', comparator: 'lte', value: 4, smoothing: 12 }, own: everyMonth(2024, 5, {}, 9) }, { state: 'required', needed: { in: 'average', comparator: 'lte', value: 1 } }],
    ['the deadline has passed, December is still to come', { asOf: '2025-01-10', rule: { kind: 'threshold', comparator: 'gte', value: 75 }, own: { '2024-11': 74 } }, { state: 'awaiting_data', periodsLeft: 1, nextPeriod: '2024-12', perPeriod: 1 }],
    ['the deadline has passed, and so has the chance', { asOf: '2025-01-10', rule: { kind: 'threshold', comparator: 'gte', value: 75 }, own: { '2024-12': 74 } }, { state: 'impossible', reason: 'no_figures_left', periodsLeft: 0, remaining: 1 }],
    ['no baseline', { ...gap, own: { '2024-06': 3.9 } }, { state: 'unknown', reason: 'baseline_missing' }],
    ['no benchmark', { ...gap, rule: { kind: 'benchmark_level', comparator: 'lte', benchmark: { area: 'DK' } }, country: {} }, { state: 'unknown', reason: 'benchmark_missing' }],
    ['a break that is known to come', { ...gap, breaks: ['2024-10-01'] }, { state: 'unknown', reason: 'series_break' }],
    ['figures that come when they come', { asOf: '2024-10-10', frequency: 'irregular', rule: { kind: 'threshold', comparator: 'gte', value: 80 }, own: { '2024-05-01': 70 } }, { state: 'required', periodsLeft: null, perPeriod: null, remaining: 10, needed: { in: 'last', comparator: 'gte', value: 80 } }],
    ['before it begins', { asOf: '2023-07-10', rule: { kind: 'threshold', comparator: 'gte', value: 75 }, own: { '2023-06': 70 } }, { state: 'required', periodsLeft: 12, nextPeriod: '2024-01', lastPeriod: '2024-12' }],
    ['what is only followed', { asOf: '2024-07-10', rule: { kind: 'monitor' }, own: { '2024-06': 1 } }, { state: 'not_applicable', needed: null, due: null }]
  ])('%s', (_, question, expected) => expect(pace(question)).toMatchObject(expected))

  test('a milestone tells what is due by when, an assessment when it is judged next', () => {
    const milestone = pace({ asOf: '2024-10-10', rule: { kind: 'milestone', deliverables: [{ code: 'b', title: 'Møde' }, { code: 'a', title: 'Aftale', due: '2024-06-30' }, { code: 'c', title: 'Plan' }] }, done: [{ code: 'c', on: '2024-05-01' }] })
    expect(milestone.due).toEqual([{ code: 'a', title: 'Aftale', by: '2024-06-30', overdue: true }, { code: 'b', title: 'Møde', by: '2024-12-31', overdue: false }])
    expect(milestone.explanation.da).toBe('Der mangler: »Aftale« senest 30. juni 2024, »Møde« senest 31. december 2024.')
    const assessed = (on?: string) => pace({ asOf: '2024-08-10', rule: { kind: 'assessment', reviewEvery: 'P6M' }, assessments: on === undefined ? [] : [{ on, status: 'on_track' }] }).due
    expect([assessed(), assessed('2024-03-15'), assessed('2024-08-01')]).toEqual([[{ code: null, title: null, by: '2024-07-01', overdue: true }], [{ code: null, title: null, by: '2024-09-15', overdue: false }], [{ code: null, title: null, by: '2024-12-31', overdue: false }]])
  })

  test('a combination tells it of each part', () => {
    const { state, children, explanation } = pace({ ...gap, rule: { kind: 'all_of', rules: [GAP, { kind: 'monitor' }] } })
    expect([state, children?.map(child => [child.indicator, child.state])]).toEqual(['not_applicable', [['own', 'required'], ['own', 'not_applicable']]])
    expect(explanation.en).toBe('Every part must be met: see each of them.')
  })

  test('says it in Danish and in English', () => {
    expect(pace({ ...year2023, rule: SUM, own: half2023 }).explanation).toEqual({
      da: 'Der skal 60 til om måneden i de måneder, der mangler tal for (6); hidtil 56,7 om måneden. Prognose: 723,3 ved udgangen af december 2023 (med 80 pct. sandsynlighed mellem 666,3 og 780,2); det er åbent, om målet nås.',
      en: 'It takes 60 a month in the months still to come (6); so far 56.7 a month. Forecast: 723.3 by the end of December 2023 (with 80 per cent probability between 666.3 and 780.2); it is open whether the goal will be met.'
    })
    expect(pace(gap).explanation.da).toBe('Tallet for december 2024 skal være højst 3,8 pct., hvis hele landet bliver på 3,4 pct.; gabet skal mindskes med 0,02 procentpoint om måneden (hidtil: gabet er mindsket med 0,01 procentpoint om måneden).')
  })
})

describe('the forecast', () => {
  const level = { asOf: '2024-07-10', rule: { kind: 'threshold', comparator: 'gte', value: 75 } as NumericRule }
  test('is that of the projection, with a band', () => {
    const question = { ...level, own: { '2023-12': 70, '2024-01': 70.4, '2024-02': 70.9, '2024-03': 71, '2024-04': 71.8, '2024-05': 72, '2024-06': 72.6 } }
    const { forecast } = pace(question)
    expect(forecast).toMatchObject({ forecast: true, method: 'line', level: 0.8, figures: 7, from: '2023-12', to: '2024-06', prospect: 'open' })
    expect(forecast?.measure).toBe(answer(question).projection?.measure)
  })
  test('goes by the same months of last year where they are known', () => {
    const own = { ...everyMonth(2022, 90), ...everyMonth(2023, 100, { '2023-12': 50 }), ...everyMonth(2024, 105, { '2024-08': 108 }, 9) }
    const { forecast } = pace({ asOf: '2024-10-10', unit: 'count', decimals: 0, rule: { ...SUM, value: 1300 } as NumericRule, own })
    // 948 by September; 105, 105 and 55 if each month is five above that of last year, as is usual.
    expect(forecast).toMatchObject({ method: 'same_period_last_year', measure: 948 + 105 + 105 + 55, figures: 12, prospect: 'unlikely' })
  })
  test.each<[string, Figures, Partial<Question>, string]>([
    ['of few figures', { '2024-05': 70, '2024-06': 71 }, {}, 'too_few_figures'],
    ['of figures from before a break', everyMonth(2024, 70, {}, 6), { breaks: ['2024-05-01'] }, 'too_few_figures'],
    ['when all is in', everyMonth(2024, 70), { asOf: '2025-01-10' }, 'no_figures_left'],
    ['for longer than can be listed', Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`2024-01-0${i + 1}`, 1])), { frequency: 'day', window: '2024-01-01/2190-12-31' }, 'too_far']
  ])('is none %s', (_, own, question, reason) => expect(pace({ ...level, own, ...question })).toMatchObject({ forecast: null, noForecast: reason }))
})

describe('whoever does what it takes reaches the line exactly', () => {
  const tenth = fc.integer({ min: 0, max: 100 }).map(value => value / 10)
  const rule: fc.Arbitrary<NumericRule> = fc.oneof<fc.Arbitrary<NumericRule>[]>(
    fc.record({ kind: fc.constant('threshold' as const), comparator: fc.constantFrom('gte' as const, 'lte' as const), value: tenth, aggregate: fc.constantFrom('latest' as const, 'sum' as const, 'mean' as const) }),
    fc.record({ kind: fc.constant('threshold' as const), comparator: fc.constant('gte' as const), value: tenth, smoothing: fc.integer({ min: 2, max: 9 }) }),
    fc.record({ kind: fc.constant('change' as const), comparator: fc.constant('gte' as const), amount: tenth, baseline: fc.constant({ period: '2023-12' }), mode: fc.constantFrom('absolute' as const, 'relative' as const) }),
    fc.record({ kind: fc.constant('benchmark_level' as const), comparator: fc.constant('lte' as const), margin: tenth, benchmark: fc.constant({ area: 'DK' }) }),
    fc.record({ kind: fc.constant('benchmark_trend' as const), comparator: fc.constant('gte' as const), margin: tenth, benchmark: fc.constant({ area: 'DK' }), baseline: fc.constant({ period: '2023-12' }) }),
    fc.record({ kind: fc.constant('gap_reduction' as const), amount: tenth, benchmark: fc.constant({ area: 'DK' }), baseline: fc.constant({ period: '2023-12' }) })
  )
  const years = (months: number[]): Figures => Object.fromEntries(months.map((value, i) => [shiftPeriod(parsePeriod('2023-01'), i)!.text, value]))

  test('whatever the rule', () => {
    fc.assert(fc.property(rule, fc.array(tenth, { minLength: 13, maxLength: 23 }), fc.array(tenth, { minLength: 24, maxLength: 24 }), (rule, months, country) => {
      const own = years(months.map(value => value + 1))
      const question = { rule, own, country: years(country), asOf: dayText(parsePeriod(Object.keys(own).at(-1)!).end) }
      const { state, needed, periodsLeft, nextPeriod, assumption } = pace(question)
      fc.pre(needed !== null && nextPeriod !== null && state !== 'impossible')
      const left = Array.from({ length: periodsLeft! }, (_, i) => shiftPeriod(parsePeriod(nextPeriod!), i)!.text)
      const filled = { ...question, asOf: '2024-12-31', own: { ...own, ...Object.fromEntries(left.map(period => [period, needed!.value])) }, country: { ...question.country, ...assumption && { '2024-12': assumption.benchmark } } }
      const { current, goalLine } = answer(filled)
      // What is needed is told to four decimals, of each of up to eleven months.
      expect(Math.abs(current!.measure - goalLine!.value)).toBeLessThanOrEqual(0.011)
    }), { numRuns: 400 })
  })
})
