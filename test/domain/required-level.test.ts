import { describe, expect, test } from 'vitest'
import { requiredPace } from '../../src/domain/status/required-pace.ts'
import type { RequiredPace } from '../../src/domain/status/required-pace-parts.ts'
import type { NumericRule, Rule } from '../../src/domain/target.ts'
import { answer, everyMonth, inputOf, prov, type Figures, type Question } from './case.ts'

const pace = (question: Partial<Question>): RequiredPace => requiredPace(inputOf({ asOf: '2024-07-10', ...question } as Question))
const threshold = (value: number, more: object = {}): NumericRule => ({ kind: 'threshold', comparator: 'gte', value, ...more })
const ceiling = (value: number, more: object = {}): NumericRule => threshold(value, { comparator: 'lte', ...more })

type Row = [name: string, question: Partial<Question>, expected: Partial<RequiredPace>]
const table = (common: Partial<Question>, rows: Row[]): void => {
  for (const [name, question, expected] of rows) test(name, () => expect(pace({ ...common, ...question })).toMatchObject(expected))
}

describe('how it went for each period so far', () => {
  table({ rule: threshold(75) }, [
    ['since the baseline', { own: { '2023-12': 70, '2024-06': 73 } }, { soFar: 0.5, remaining: 2, perPeriod: 0.3333 }],
    ['one period after it', { own: { '2023-12': 70, '2024-01': 73 }, asOf: '2024-02-10' }, { soFar: 3 }],
    ['not for a figure that is no later', { rule: threshold(75, { baseline: { value: 70, on: '2024-06-30' } }), own: { '2024-06': 73 } }, { soFar: null, remaining: 2 }],
    ['nor one that is earlier', { rule: threshold(75, { baseline: { value: 70, on: '2024-08-31' } }), own: { '2024-06': 73 } }, { soFar: null, remaining: 2 }],
    ['without a baseline since the first figure of the window', { own: { '2024-02': 'suppressed', '2024-03': 70, '2024-06': 73 } }, { soFar: 1 }],
    ['the next after the first', { own: { '2024-05': 70, '2024-06': 73 } }, { soFar: 3 }],
    ['of one figure nothing is known', { own: { '2024-06': 73 } }, { soFar: null }],
    ['nor of none', { own: {} }, { soFar: null, remaining: null, perPeriod: null, needed: { in: 'last', comparator: 'gte', value: 75 } }],
    ['a baseline behind a break is none', { own: { '2023-12': 70, '2024-05': 72, '2024-06': 73 }, breaks: ['2024-03-01'] }, { soFar: 1 }],
    ['before any figure it is the way from the baseline', { own: { '2023-12': 69 } }, { soFar: null, remaining: 6, perPeriod: 0.5 }],
    ['figures without a frequency have no steps', { frequency: 'irregular', rule: threshold(75, { baseline: { value: 70, on: '2023-12-31' } }), own: { '2024-03-01': 71, '2024-06-01': 73 } }, { soFar: null, remaining: 2, perPeriod: null }]
  ])
})

describe('what the figure itself must be', () => {
  const change = { kind: 'change', comparator: 'gte', amount: 5 } as const
  table({}, [
    ['a change of figures that come when they come', { frequency: 'irregular', rule: { ...change, baseline: { value: 50, on: '2023-12-01' } }, own: { '2024-05-01': 52 } }, { state: 'required', needed: { in: 'last', comparator: 'gte', value: 55 } }],
    ['which have no figure of a year before their last', { frequency: 'irregular', rule: { ...change, baseline: { lag: 'P1Y' } }, own: { '2023-05-01': 50, '2024-05-01': 52 } }, { state: 'unknown', reason: 'baseline_missing' }],
    ['a comparison before any own figure: with the latest that the country has', { rule: { kind: 'benchmark_level', comparator: 'lte', margin: -1, benchmark: { area: 'DK' } }, country: { '2024-03': 3.2, '2024-04': 3.4, '2024-05': 'suppressed' } }, { needed: { in: 'last', comparator: 'lte', value: 2.4 }, assumption: { benchmark: 3.4, period: '2024-04' } }],
    ['and else in the period of the own', { rule: { kind: 'benchmark_level', comparator: 'lte', margin: -1, benchmark: { area: 'DK' } }, own: { '2024-03': 3 }, country: { '2024-03': 3.2, '2024-04': 3.4 } }, { assumption: { benchmark: 3.2, period: '2024-03' } }],
    ['where nothing is needed nothing is assumed', { rule: { kind: 'benchmark_level', comparator: 'lte', benchmark: { area: 'DK' } }, asOf: '2025-01-10', own: { '2024-12': 3 }, country: { '2024-12': 3.2 } }, { state: 'met', needed: null, assumption: null }]
  ])
})

describe('a mean of the latest months', () => {
  const months = (smoothing: number) => ({ rule: ceiling(4, { smoothing }), asOf: '2024-10-10', own: everyMonth(2024, 5, {}, 9) })
  const twelve = months(12)
  table(twelve, [
    ['three of twelve are left: they must bring down the nine', {}, { state: 'required', needed: { in: 'average', comparator: 'lte', value: 1 } }],
    ['two of two are left: the line itself', months(2), { needed: { in: 'average', comparator: 'lte', value: 4 } }],
    ['four, of which three are left', months(4), { needed: { in: 'average', comparator: 'lte', value: 3.6667 } }],
    ['a break where its first month begins takes none', { breaks: ['2024-01-01'] }, { state: 'required' }],
    ['the day after does', { breaks: ['2024-01-02'] }, { state: 'unknown', reason: 'series_break', needed: null }],
    ['on its last day too', { breaks: ['2024-12-31'] }, { state: 'unknown', reason: 'series_break' }],
    ['not after it', { breaks: ['2025-01-01'] }, { state: 'required' }],
    ['of two months only theirs', { ...months(2), breaks: ['2024-11-01'] }, { state: 'required' }],
    ['of two months, between them', { ...months(2), breaks: ['2024-11-02'] }, { state: 'unknown', reason: 'series_break' }],
    ['a month that is not there', { own: { ...everyMonth(2024, 5, {}, 4), '2024-06': 5, '2024-07': 5, '2024-08': 5, '2024-09': 5 } }, { state: 'unknown', reason: 'figure_missing', needed: null }],
    ['when all is in nothing is needed', { rule: ceiling(4, { smoothing: 2 }), asOf: '2025-01-10', own: everyMonth(2024, 5, { '2024-12': prov(5) }) }, { state: 'impossible', reason: 'no_figures_left', periodsLeft: 0, needed: null }]
  ])
})

describe('which periods are still to come', () => {
  const level = threshold(75)
  table({ rule: level }, [
    ['all but the first, when that is in', { own: { '2024-01': 5 }, asOf: '2024-02-10' }, { periodsLeft: 11, nextPeriod: '2024-02', lastPeriod: '2024-12' }],
    ['not one that ends after the deadline', { window: '2024-01-01/2024-12-15', own: { '2024-06': 5 } }, { periodsLeft: 5, lastPeriod: '2024-11' }],
    ['a level does not wait for what it has passed over', { own: { '2024-01': 5, '2024-06': 5 } }, { periodsLeft: 6, nextPeriod: '2024-07' }],
    ['figures from after the deadline do not end the waiting', { asOf: '2025-03-10', own: { '2024-11': 74, '2025-01': 80 } }, { state: 'awaiting_data', periodsLeft: 1, nextPeriod: '2024-12' }],
    ['with a year’s lag not week 53, which has none', { frequency: 'week', window: '2020-01-01/2021-01-03', asOf: '2020-12-20', rule: { kind: 'direction', direction: 'increase', baseline: { lag: 'P1Y' } }, own: { '2020-W50': 5 } }, { periodsLeft: 2, nextPeriod: '2020-W51', lastPeriod: '2020-W52' }],
    ['without one week 53 too', { frequency: 'week', window: '2020-01-01/2021-01-03', asOf: '2020-12-20', own: { '2020-W50': 5 } }, { periodsLeft: 3, lastPeriod: '2020-W53' }],
    ['a window of one period', { window: '2024-05-01/2024-05-31', asOf: '2024-05-10' }, { periodsLeft: 1, nextPeriod: '2024-05', lastPeriod: '2024-05' }],
    ['a window without a whole period', { window: '2024-05-10/2024-05-20', asOf: '2024-05-12' }, { periodsLeft: 0, nextPeriod: null, lastPeriod: null, noForecast: 'no_figures_left' }],
    ['a sum not for a month begun before its start', { rule: threshold(700, { aggregate: 'sum' }), window: '2024-01-15/2024-12-31' }, { periodsLeft: 11, nextPeriod: '2024-02' }],
    ['a mean for that too', { rule: threshold(700, { aggregate: 'mean' }), window: '2024-01-15/2024-12-31' }, { periodsLeft: 12, nextPeriod: '2024-01' }],
    ['up to the end of the calendar', { window: '2199-01-01/2199-12-31', asOf: '2199-11-30', own: { '2199-10': 5 } }, { periodsLeft: 2, nextPeriod: '2199-11', lastPeriod: '2199-12' }],
    ['beyond it none is known', { window: '2199-01-01/2250-12-31', asOf: '2199-11-30', own: { '2199-10': 5 } }, { periodsLeft: 0, nextPeriod: null, lastPeriod: null }],
    ['nor where all lies beyond it', { window: '2250-01-01/2250-12-31', asOf: '2199-11-30', rule: { kind: 'direction', direction: 'increase', baseline: { lag: 'P1Y' } } }, { periodsLeft: 0, nextPeriod: null, lastPeriod: null }],
    ['a mean of twelve at its beginning lacks figures', { rule: threshold(5, { smoothing: 12 }), window: '1900-01-01/1900-10-31', asOf: '1900-10-10', own: { '1900-09': 5 } }, { state: 'unknown', reason: 'figure_missing' }],
    ['of a mean that has all none', { rule: threshold(700, { aggregate: 'mean' }), asOf: '2025-01-10', own: everyMonth(2024, 5, { '2024-03': prov(5) }) }, { state: 'impossible', periodsLeft: 0, nextPeriod: null, needed: null }],
    ['of a sum that has all none', { rule: threshold(700, { aggregate: 'sum' }), asOf: '2025-01-10', own: everyMonth(2024, 5, { '2024-03': prov(5) }) }, { periodsLeft: 0, nextPeriod: null, lastPeriod: '2024-12' }]
  ])
})

describe('the state', () => {
  const sum = (more: object): NumericRule => threshold(100, { aggregate: 'sum', ...more })
  table({ unit: 'persons' }, [
    ['a deadline that is today has come', { rule: threshold(75), asOf: '2024-12-31', own: { '2024-11': 74 } }, { state: 'awaiting_data' }],
    ['missed for good before the deadline', { rule: sum({ comparator: 'lte' }), own: { '2024-01': 101 } }, { state: 'impossible', reason: 'cannot_be_mended', remaining: -1, needed: null, perPeriod: null }],
    ['missed on the deadline', { rule: threshold(75), asOf: '2024-12-31', own: { '2024-12': 74 } }, { state: 'impossible', reason: 'no_figures_left', remaining: 1 }],
    ['missed for good, and after the deadline nothing is forecast, though figures lack', { rule: sum({ comparator: 'lte' }), asOf: '2025-01-10', own: everyMonth(2024, 20, {}, 9) }, { state: 'impossible', reason: 'no_figures_left', periodsLeft: 3, noForecast: 'no_figures_left' }],
    ['before it still is', { rule: sum({ comparator: 'lte' }), asOf: '2024-10-10', own: everyMonth(2024, 20, {}, 9) }, { state: 'impossible', reason: 'cannot_be_mended', forecast: expect.objectContaining({ measure: 240 }) }],
    ['a ceiling of none is kept while there is none', { rule: threshold(0, { aggregate: 'sum', comparator: 'lte' }), own: { '2024-01': 0 } }, { state: 'met' }],
    ['a sum of which nothing has come is all that it takes', { rule: sum({}) }, { state: 'required', remaining: 100, soFar: null }],
    ['money may flow back', { unit: 'dkk', rule: sum({ comparator: 'lte' }), own: { '2024-01': prov(111) } }, { state: 'required', needed: { in: 'average', comparator: 'lte', value: -1 } }],
    ['fewer than none there cannot be', { rule: ceiling(-1), own: { '2024-01': 5 } }, { state: 'impossible', reason: 'below_zero', remaining: -6, needed: null }],
    ['nor fewer than 0', { rule: threshold(0, { comparator: 'lt' }), own: { '2024-01': 5 } }, { state: 'impossible', reason: 'below_zero' }],
    ['fewer than some there can be', { rule: threshold(5, { comparator: 'lt' }), own: { '2024-01': 8 } }, { state: 'required', needed: { in: 'last', comparator: 'lt', value: 5 } }],
    ['met as it stands, but the last figure has no year before it to be measured from', { unit: 'percent', rule: { kind: 'direction', direction: 'increase', baseline: { lag: 'P1Y' } }, asOf: '2025-01-10', own: { '2023-11': 4, '2024-11': 5, '2024-12': 6 } }, { state: 'unknown', reason: 'baseline_missing', periodsLeft: 0, needed: null }],
    ['none there can be', { rule: ceiling(0), own: { '2024-01': 5 } }, { state: 'required', needed: { in: 'last', comparator: 'lte', value: 0 } }],
    ['and more than fewer than none there always are', { rule: threshold(-1), own: {} }, { state: 'required', needed: { in: 'last', comparator: 'gte', value: -1 } }],
    ['a share below zero is strange, but a number', { unit: 'percent', rule: ceiling(-1), own: { '2024-01': 5 } }, { state: 'required', needed: { in: 'last', comparator: 'lte', value: -1 } }],
    ['a ceiling that is used up leaves room for nothing', { rule: sum({ comparator: 'lte' }), own: { '2024-01': 100 } }, { state: 'required', needed: { in: 'average', comparator: 'lte', value: 0 } }],
    ['no figure, all gone by', { rule: threshold(75), asOf: '2025-01-10', own: { '2024-12': 'suppressed' } }, { state: 'unknown', reason: 'figure_missing', periodsLeft: 0 }],
    ['without a baseline, all gone by', { rule: { kind: 'direction', direction: 'increase', baseline: { period: '2023-12' } }, asOf: '2025-01-10', own: { '2024-12': 5 } }, { state: 'unknown', reason: 'baseline_missing', periodsLeft: 0 }],
    ['provisionally short, all gone by', { rule: threshold(75), asOf: '2025-01-10', own: { '2024-12': prov(74) } }, { state: 'impossible', reason: 'no_figures_left', remaining: 1 }],
    ['provisionally met, all gone by', { rule: threshold(75), asOf: '2025-01-10', own: { '2024-12': prov(76) } }, { state: 'met', reason: null, needed: null }]
  ])
  test('a part of a combination that measures nothing has no indicator', () => {
    const { children } = pace({ rule: { kind: 'all_of', rules: [{ kind: 'assessment' }, threshold(5)] } })
    expect(children?.map(({ indicator, segment, state }) => [indicator, segment, state])).toEqual([[null, null, 'not_applicable'], ['own', null, 'required']])
  })
  test('of an irregular mean is not told for each', () => {
    expect(pace({ rule: threshold(5, { aggregate: 'mean' }), frequency: 'irregular', own: { '2024-03-01': 3 } })).toMatchObject({ state: 'required', remaining: 2, perPeriod: null, needed: null })
  })
  test('of a mean without figures is what each must be', () => {
    expect(pace({ rule: threshold(5, { aggregate: 'mean' }) })).toMatchObject({ state: 'required', remaining: null, soFar: null, needed: { in: 'average', comparator: 'gte', value: 5 } })
  })
})

describe('the forecast', () => {
  const year = (of: number, figure: number, until = 12): Figures => everyMonth(of, figure, {}, until)
  const season = { ...year(2022, 90), ...everyMonth(2023, 100, { '2023-12': 50 }), ...everyMonth(2024, 105, {}, 9) }
  const [autumn, level] = [{ asOf: '2024-10-10' }, threshold(75)]
  table({ ...autumn, rule: level, own: season }, [
    ['of a level: that month of last year, and the usual change', {}, { forecast: expect.objectContaining({ method: 'same_period_last_year', measure: 55, period: '2024-12', figures: 12, from: '2023-10', to: '2024-09' }) }],
    ['of a mean: nine times 105 are there; 105, 105 and 55 to come', { rule: threshold(75, { aggregate: 'mean' }) }, { forecast: expect.objectContaining({ measure: 100.8333 }) }],
    ['not by the season where a month of last year is missing', { rule: threshold(1300, { aggregate: 'sum' }), own: { ...season, '2023-11': 'suppressed' } }, { forecast: expect.objectContaining({ method: 'line' }) }],
    ['not of a mean of months', { rule: threshold(75, { smoothing: 2 }) }, { forecast: expect.objectContaining({ method: 'line' }) }],
    ['not where the baseline moves along', { rule: { kind: 'direction', direction: 'increase', baseline: { lag: 'P1Y' } } }, { forecast: expect.objectContaining({ method: 'line', from: '2023-10', figures: 12 }) }],
    ['years have no season', { frequency: 'year', window: '2024-01-01/2024-12-31', asOf: '2024-06-30', own: Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${2015 + i}`, 60 + i])) }, { forecast: expect.objectContaining({ method: 'line', figures: 9 }) }],
    ['nor have figures that come when they come', { frequency: 'irregular', own: Object.fromEntries(['2022', '2023', '2024'].flatMap(of => ['01-01', '02-01', '03-01', '04-01', '05-01', '06-01'].map(day => [`${of}-${day}`, 70]))) }, { forecast: expect.objectContaining({ method: 'line', figures: 12, period: null }) }],
    ['none of a lowest figure', { rule: threshold(75, { aggregate: 'min' }) }, { forecast: null, noForecast: 'not_forecast' }],
    ['none of an irregular sum', { frequency: 'irregular', rule: threshold(75, { aggregate: 'sum' }), own: { '2024-01-01': 1 } }, { forecast: null, noForecast: 'not_forecast' }],
    ['none without any figure', { own: {} }, { forecast: null, noForecast: 'too_few_figures' }],
    ['none where all lie on one day', { frequency: 'irregular', own: Object.fromEntries([1, 2, 3, 4, 5, 6].map(month => [`2024-0${month}-01/2024-06-30`, month])) }, { forecast: null, noForecast: 'too_few_figures' }]
  ])

  const falling = { own: Object.fromEntries([9, 8, 7.5, 6, 5, 4, 3.5, 2, 1].map((value, i) => [`2024-0${i + 1}`, value])) }
  const bounds = (rule: Rule, unit: Question['unit']) => {
    const { forecast } = pace({ ...autumn, rule, ...unit && { unit }, ...falling })
    return [forecast?.measure, forecast?.low].map(value => Math.sign(value ?? NaN))
  }
  test('of persons is never below none', () => {
    expect(bounds(ceiling(3), 'persons')).toEqual([0, 0])
    expect(bounds(ceiling(3), 'percent')).toEqual([-1, -1])
  })
  test('of a difference or a change it may be', () => {
    expect(bounds({ kind: 'change', comparator: 'lte', amount: -1, baseline: { value: 9, on: '2023-12-31' } }, 'persons')).toEqual([-1, -1])
    expect(bounds({ kind: 'change', comparator: 'lte', amount: -1, mode: 'relative', baseline: { value: 9, on: '2023-12-31' } }, 'persons')).toEqual([-1, -1])
  })

  test('is open where the line lies within the band, on either side of what is expected', () => {
    const own = Object.fromEntries([70, 70.9, 70.4, 71.6, 71, 72.2, 71.8, 72.4, 72].map((value, i) => [`2024-0${i + 1}`, value]))
    const { low, measure, high } = pace({ ...autumn, rule: level, own }).forecast!
    const prospect = (value: number, comparator: string) => pace({ ...autumn, rule: threshold(value, { comparator }), own }).forecast?.prospect
    expect(low < measure && measure < high).toBe(true)
    const around = [low - 0.01, (low + measure) / 2, (measure + high) / 2, high + 0.01]
    expect(around.map(value => prospect(value, 'gte'))).toEqual(['likely', 'open', 'open', 'unlikely'])
    expect(around.map(value => prospect(value, 'lte'))).toEqual(['unlikely', 'open', 'open', 'likely'])
  })

  test('is of the deadline, which the last period may end before', () => {
    const question = { rule: level, window: '2024-01-01/2024-12-15', own: Object.fromEntries([70, 71, 72, 73, 74, 74.5].map((value, i) => [`2024-0${i + 1}`, value])) }
    expect(pace(question).forecast?.measure).toBe(answer({ asOf: '2024-07-10', ...question }).projection?.measure)
  })
})

describe('what is due', () => {
  const deliverables = [{ code: 'a', title: 'A', due: '2024-09-01' }, { code: 'b', title: 'B' }, { code: 'c', title: 'C', due: '2024-03-01' }, { code: 'd', title: 'D', due: '2024-07-10' }, { code: 'e', title: 'E', due: '2024-09-01' }]
  const due = (question: Partial<Question>) => pace(question).due?.map(({ title, by, overdue }) => [title, by, overdue])

  test('of a milestone, the earliest first; on the day itself it is not overdue', () => {
    const rule: Rule = { kind: 'milestone', deliverables }
    const all = [['C', '2024-03-01', true], ['D', '2024-07-10', false], ['A', '2024-09-01', false], ['E', '2024-09-01', false], ['B', '2024-12-31', false]]
    expect(due({ rule })).toEqual(all)
    expect(due({ rule, done: [{ code: 'c', on: '2024-07-10' }, { code: 'd', on: '2024-02-01' }, { code: 'a', on: '2024-07-11' }] })).toEqual(all.slice(2))
  })

  test.each<[string, Partial<Question>, string, boolean]>([
    ['a year after the start unless said', { window: '2024-01-01/2025-12-31' }, '2025-01-01', false],
    ['by the deadline at the latest', {}, '2024-12-31', false],
    ['a judgement that ends all before the deadline is made anew', { assessments: [{ on: '2024-03-01', status: 'achieved' }], rule: { kind: 'assessment', reviewEvery: 'P1M' } }, '2024-04-01', true],
    ['on the day itself it is not overdue', { assessments: [{ on: '2024-06-10', status: 'on_track' }], rule: { kind: 'assessment', reviewEvery: 'P1M' } }, '2024-07-10', false],
    ['on the deadline and later one that was never made', { asOf: '2025-01-10' }, '2024-12-31', true],
    ['a last judgement that does not end it', { asOf: '2025-01-10', assessments: [{ on: '2024-12-31', status: 'at_risk' }] }, '2024-12-31', true]
  ])('of an assessment: %s', (_, question, by, overdue) => expect(due({ rule: { kind: 'assessment' }, ...question })).toEqual([[null, by, overdue]]))

  test.each(['achieved', 'missed'] as const)('nothing once it is judged %s on the deadline or later', status => {
    expect(due({ rule: { kind: 'assessment' }, asOf: '2024-12-31', assessments: [{ on: '2024-12-01', status }] })).toEqual([])
  })
})
