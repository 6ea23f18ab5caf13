import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/domain/status/evaluate.ts'
import type { Baseline, Rule } from '../../src/domain/target.ts'
import { answer, everyMonth, inputOf, observationsOf, type Question } from './case.ts'

/** The figures that an answer was computed from: whose, and of which period. */
const used = (question: Partial<Question>): string[] =>
  answer({ asOf: '2024-07-10', ...question } as Question).evidence.map(({ indicator, area, period }) => `${indicator === 'own' ? area : indicator} ${period}`)

const threshold = (more: object = {}): Rule => ({ kind: 'threshold', comparator: 'gte', value: 75, ...more })
const compared = (more: object = {}): Rule => ({ kind: 'benchmark_trend', comparator: 'lte', baseline: { period: '2023-12' }, benchmark: { area: 'DK' }, ...more } as Rule)
const own = { '2023-06': 68, '2023-11': 69, '2023-12': 70, '2024-05': 71, '2024-06': 72 }
const country = { '2023-06': 58, '2023-12': 60, '2024-05': 61, '2024-06': 62 }

describe('the figures that a status was computed from, each once', () => {
  test.each<[string, Partial<Question>, string[]]>([
    ['a level: the figure, and the one its pace starts from', { rule: threshold() }, ['0250 2024-06', '0250 2023-12']],
    ['a level with a named baseline', { rule: threshold({ baseline: { period: '2023-06' } }) }, ['0250 2024-06', '0250 2023-06']],
    ['a stated baseline is in the plan, not among the figures', { rule: threshold({ baseline: { value: 60, on: '2023-12-31' } }) }, ['0250 2024-06']],
    ['a baseline behind a break is not used', { rule: threshold(), breaks: ['2024-02-01'] }, ['0250 2024-06']],
    ['a sum: its figures, from nothing', { rule: threshold({ aggregate: 'sum' }) }, ['0250 2024-05', '0250 2024-06']],
    ['a highest figure: all that it was found among', { rule: threshold({ aggregate: 'max' }) }, ['0250 2024-05', '0250 2024-06', '0250 2023-12']],
    ['a mean of months, then and now', { rule: threshold({ smoothing: 2 }) }, ['0250 2024-05', '0250 2024-06', '0250 2023-11', '0250 2023-12']],
    ['a change: what it is measured from', { rule: { kind: 'change', comparator: 'gte', amount: 1, baseline: { period: '2023-12' } } }, ['0250 2024-06', '0250 2023-12']],
    ['a comparison: the country’s too', { rule: { kind: 'benchmark_level', comparator: 'gte', benchmark: { area: 'DK' } } }, ['0250 2024-06', 'DK 2024-06', '0250 2023-12', 'DK 2023-12']],
    ['a comparison with another indicator', { rule: { kind: 'benchmark_level', comparator: 'gte', benchmark: { indicator: 'forecast' } }, forecast: { '2024-06': 70 } }, ['0250 2024-06', 'forecast 2024-06']],
    ['a trend: four', { rule: compared() }, ['0250 2024-06', 'DK 2024-06', '0250 2023-12', 'DK 2023-12']],
    ['a year’s lag: those of the year before', { rule: compared({ baseline: { lag: 'P1Y' } }) }, ['0250 2024-06', 'DK 2024-06', '0250 2023-06', 'DK 2023-06']],
    ['what is only followed: the latest figure', { rule: { kind: 'monitor' } }, ['0250 2024-06']],
    ['not what came later, nor what has no value', { rule: threshold({ aggregate: 'mean' }), own: everyMonth(2024, 70, { '2024-03': 'suppressed', '2024-04': 'missing' }) }, ['0250 2024-01', '0250 2024-02', '0250 2024-05', '0250 2024-06']]
  ])('%s', (_, question, expected) => expect(used({ own, country, ...question })).toEqual(expected))

  test.each<[string, Partial<Question>, string[]]>([
    ['before the window there is the baseline alone', { asOf: '2023-12-31' }, ['0250 2023-12', 'DK 2023-12']],
    ['and while no figure of the window is in', { asOf: '2024-03-10' }, ['0250 2023-12', 'DK 2023-12']],
    ['none where the baseline is stated', { asOf: '2024-03-10', rule: compared({ baseline: { value: 70, benchmark: 60, on: '2023-12-31' } satisfies Baseline }) }, []],
    ['none where it is missing', { asOf: '2024-03-10', rule: compared({ baseline: { period: '2022-12' } }) }, []]
  ])('%s', (_, question, expected) => expect(used({ own, country, rule: compared(), ...question })).toEqual(expected))

  test.each<Rule>([{ kind: 'milestone', deliverables: [{ code: 'a', title: 'A' }] }, { kind: 'assessment' }, { kind: 'all_of', rules: [threshold(), { kind: 'assessment' }] }])('none of a rule of kind $kind, whose parts have their own', rule => {
    expect(used({ rule, own })).toEqual([])
  })

  test('carries value, flag, revision and source as posted', () => {
    expect(answer({ rule: threshold(), asOf: '2024-07-10', own: { '2024-06': { provisional: 72.25 } } }).evidence).toEqual([
      { indicator: 'own', area: '0250', segment: null, period: '2024-06', value: 72.25, flag: 'provisional', revision: 1, source: null, calculation: null }
    ])
  })
})

describe('the current figure', () => {
  const current = (question: Partial<Question>) => answer({ asOf: '2024-07-10', ...question } as Question).current

  test('is shown as it was posted, with all its decimals', () => {
    expect(current({ rule: threshold(), own: { '2024-06': 70.123456 } })).toEqual({ period: '2024-06', value: 70.123456, benchmark: null, measure: 70.1235 })
    expect(current({ rule: { kind: 'monitor' }, own: { '2024-06': 70.123456 } })).toMatchObject({ value: 70.123456 })
  })

  test('is rounded where it was calculated', () => {
    const question: Question = { rule: threshold(), asOf: '2024-07-10', own: { '2024-06': 100 / 3 } }
    const calculated = observationsOf(question).map(one => ({ ...one, made: { method: 'ratio' as const, parts: [], missing: [] } }))
    expect(evaluate(inputOf(question, calculated)).current).toMatchObject({ value: 33.3333, measure: 33.3333 })
    expect(evaluate(inputOf({ ...question, rule: { kind: 'monitor' } }, calculated)).current).toMatchObject({ value: 33.3333 })
  })

  test('of a mean of months is the mean, the country’s too', () => {
    const rule: Rule = { kind: 'benchmark_level', comparator: 'gte', smoothing: 3, benchmark: { area: 'DK' } }
    expect(current({ rule: threshold({ smoothing: 2 }), own: { '2024-05': 70, '2024-06': 71 } })).toMatchObject({ value: 70.5, measure: 70.5 })
    expect(current({ rule, own: { '2024-04': 1, '2024-05': 1, '2024-06': 2 }, country: { '2024-04': 1, '2024-05': 2, '2024-06': 2 } })).toEqual({ period: '2024-06', value: 1.3333, benchmark: 1.6667, measure: -0.3333 })
  })

  test('is that of the target’s own segment', () => {
    const question: Question = { rule: threshold(), asOf: '2024-07-10', own: { '2024-06': 70 } }
    const [whole] = observationsOf(question)
    const posted = [whole!, { ...whole!, segment: 'unge', value: 50 }, { ...whole!, segment: 'seniorer', value: 60 }]
    const ofSegment = (segment: string | null) => evaluate({ ...inputOf(question, posted), own: { indicator: 'own', area: '0250', segment } }).current?.value
    expect([ofSegment(null), ofSegment('unge'), ofSegment('seniorer'), ofSegment('kvinder')]).toEqual([70, 50, 60, undefined])
  })

  test.each<[string | null, string]>([[null, 'a rule of kind threshold needs an indicator'], ['nobody', 'the indicator nobody is not known']])('a rule cannot measure the indicator %s', (indicator, why) => {
    const input = inputOf({ rule: threshold(), asOf: '2024-07-10' })
    expect(() => evaluate({ ...input, own: { ...input.own, indicator } })).toThrow(why)
  })
})
