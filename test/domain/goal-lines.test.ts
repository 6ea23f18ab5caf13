import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/domain/status/evaluate.ts'
import { figuresInWords } from '../../src/domain/status/figures-in-words.ts'
import type { Comparator, Rule } from '../../src/domain/target.ts'
import { answer, inputOf, type Question } from './case.ts'

const question = (rule: object): Question => ({ rule: rule as Rule, polarity: 'lower_is_better', asOf: '2024-07-10' })
const goals = (rule: object) => [figuresInWords(evaluate(inputOf(question(rule))), inputOf(question(rule)), 'da').goal, figuresInWords(evaluate(inputOf(question(rule))), inputOf(question(rule)), 'en').goal]
const since = { baseline: { period: '2023-12' } }
const compared = { benchmark: { area: 'DK' } }

/** Of a line at 2, −2 or 0 what it says for gte, gt, lte and lt, in Danish and English. */
type Lines = Partial<Record<'2' | '-2' | '0', [da: string, en: string][]>>
const COMPARATORS = ['gte', 'gt', 'lte', 'lt'] as const

/** `after` is what follows each of them. */
function lines (rule: (comparator: Comparator, value: number) => object, after: [da: string, en: string], expected: Lines): void {
  for (const [value, rows] of Object.entries(expected)) {
    for (const [i, [da, en]] of rows.entries()) {
      test(`${COMPARATORS[i]} ${value}: ${da}`, () => expect(goals(rule(COMPARATORS[i] as Comparator, Number(value)))).toEqual([da + after[0], en + after[1]]))
    }
  }
}

describe('a threshold is said as it stands', () => {
  test.each([['gte', 'mindst −2,0 pct.', 'at least −2.0 per cent'], ['gt', 'mere end −2,0 pct.', 'more than −2.0 per cent'], ['lte', 'højst −2,0 pct.', 'at most −2.0 per cent'], ['lt', 'mindre end −2,0 pct.', 'less than −2.0 per cent']])('%s', (comparator, da, en) => {
    expect(goals({ kind: 'threshold', comparator, value: -2 })).toEqual([da, en])
  })
  test.each([['latest', 'mindst 5,0 pct.', 'at least 5.0 per cent'], ['sum', 'mindst 5,0 pct. i alt', 'at least 5.0 per cent in all'], ['mean', 'mindst 5,0 pct. i gennemsnit', 'at least 5.0 per cent on average'], ['max', 'mindst 5,0 pct. som det højeste tal', 'at least 5.0 per cent as the highest figure'], ['min', 'mindst 5,0 pct. som det laveste tal', 'at least 5.0 per cent as the lowest figure']])('%s', (aggregate, da, en) => {
    expect(goals({ kind: 'threshold', comparator: 'gte', value: 5, aggregate })).toEqual([da, en])
  })
})

describe('a fall is said without a sign: of −2 or less it is at least 2', () => {
  const change = (comparator: Comparator, amount: number) => ({ kind: 'change', comparator, amount, ...since })
  lines(change, [' procentpoint fra december 2023', ' percentage points from December 2023'], {
    2: [['en stigning på mindst 2,0', 'an increase of at least 2.0'], ['en stigning på mere end 2,0', 'an increase of more than 2.0'], ['en stigning på højst 2,0', 'an increase of at most 2.0'], ['en stigning på mindre end 2,0', 'an increase of less than 2.0']],
    '-2': [['et fald på højst 2,0', 'a decrease of at most 2.0'], ['et fald på mindre end 2,0', 'a decrease of less than 2.0'], ['et fald på mindst 2,0', 'a decrease of at least 2.0'], ['et fald på mere end 2,0', 'a decrease of more than 2.0']]
  })
  lines(change, [' fra december 2023', ' from December 2023'], { 0: [['intet fald', 'no decrease'], ['en stigning', 'an increase'], ['ingen stigning', 'no increase'], ['et fald', 'a decrease']] })
})

describe('so are levels and trends compared', () => {
  const rows: Lines = {
    2: [['mindst 2,0 procentpoint højere', 'at least 2.0 percentage points higher'], ['mere end 2,0 procentpoint højere', 'more than 2.0 percentage points higher'], ['højst 2,0 procentpoint højere', 'at most 2.0 percentage points higher'], ['mindre end 2,0 procentpoint højere', 'less than 2.0 percentage points higher']],
    '-2': [['højst 2,0 procentpoint lavere', 'at most 2.0 percentage points lower'], ['mindre end 2,0 procentpoint lavere', 'less than 2.0 percentage points lower'], ['mindst 2,0 procentpoint lavere', 'at least 2.0 percentage points lower'], ['mere end 2,0 procentpoint lavere', 'more than 2.0 percentage points lower']]
  }
  const level = (comparator: Comparator, margin: number) => ({ kind: 'benchmark_level', comparator, margin, ...compared })
  const trend = (comparator: Comparator, margin: number) => ({ ...level(comparator, margin), kind: 'benchmark_trend', ...since })
  lines(level, [' end hele landet', ' than the whole country'], rows)
  lines(trend, [' end for hele landet fra december 2023', ' than for the whole country from December 2023'], rows)
  lines(level, [' hele landet', ' the whole country'], { 0: [['mindst det samme som', 'at least the same as'], ['et højere tal end', 'a higher figure than'], ['højst det samme som', 'at most the same as'], ['et lavere tal end', 'a lower figure than']] })
  lines(trend, [' hele landet fra december 2023', ' the whole country from December 2023'], { 0: [['mindst den samme ændring som for', 'at least the same change as for'], ['en højere ændring end for', 'a higher change than for'], ['højst den samme ændring som for', 'at most the same change as for'], ['en lavere ændring end for', 'a lower change than for']] })

  test.each([[2, 'gabet til hele landet mindskes med mindst 2,0 procentpoint', 'the gap to the whole country narrows by at least 2.0 percentage points'], [-2, 'gabet til hele landet vokser med højst 2,0 procentpoint', 'the gap to the whole country grows by at most 2.0 percentage points']])('a gap of %i', (amount, da, en) => {
    expect(goals({ kind: 'gap_reduction', amount, ...compared, baseline: { value: 4, benchmark: 3, on: '2023-12-31' } })).toEqual([`${da} fra 4,0 pct. (31. december 2023)`, `${en} from 4.0 per cent (31 December 2023)`])
  })
  test('a change that names no baseline does not say since when', () => {
    expect(goals({ kind: 'change', comparator: 'gte', amount: 2 })).toEqual(['en stigning på mindst 2,0 procentpoint', 'an increase of at least 2.0 percentage points'])
  })
  test('a year’s lag, a region, another indicator, an area without a name', () => {
    expect(goals({ kind: 'direction', direction: 'increase', baseline: { lag: 'P1Y' } })).toEqual(['en stigning i forhold til samme periode året før', 'an increase against the same period a year before'])
    const above = (benchmark: object) => goals({ kind: 'benchmark_level', comparator: 'gt', benchmark })
    expect([above({ area: 'RAR-SJ' }), above({ indicator: 'forecast' }), above({ area: '0316' })]).toEqual([['et højere tal end RAR Sjælland', 'a higher figure than RAR Sjælland'], ['et højere tal end sammenligningstallet', 'a higher figure than the comparison figure'], ['et højere tal end 0316', 'a higher figure than 0316']])
  })
})

describe('what was measured', () => {
  const explained = (more: object, asked: Partial<Question>) => answer({ ...question({ kind: 'threshold', comparator: 'gt', value: 100, ...more }), ...asked }).explanation
  test.each([
    ['sum', 'summen til og med juni 2024 er 14,0 pct.,', 'the sum up to and including June 2024 is 14.0 per cent,'], ['mean', 'gennemsnittet til og med juni 2024 er 7,0 pct.,', 'the mean up to and including June 2024 is 7.0 per cent,'],
    ['max', 'den højeste værdi til og med juni 2024 er 8,0 pct.,', 'the highest value up to and including June 2024 is 8.0 per cent,'], ['min', 'den laveste værdi til og med juni 2024 er 6,0 pct.,', 'the lowest value up to and including June 2024 is 6.0 per cent,']
  ])('%s', (aggregate, da, en) => {
    expect(explained({ aggregate }, { own: { '2024-05': 6, '2024-06': 8 } })).toEqual({ da: expect.stringContaining(`: ${da}`), en: expect.stringContaining(`: ${en}`) })
  })
  test.each([
    ['year', '2023', '2024', 'de 2 år til og med 2024', 'the 2 years up to and including 2024'], ['half', '2023-H2', '2024-H1', 'de 2 halvår til og med 1. halvår 2024', 'the 2 half-years up to and including the first half of 2024'],
    ['quarter', '2024-Q1', '2024-Q2', 'de 2 kvartaler til og med 2. kvartal 2024', 'the 2 quarters up to and including the second quarter of 2024'],
    ['week', '2024-W20', '2024-W21', 'de 2 uger til og med uge 21 i 2024', 'the 2 weeks up to and including week 21 of 2024'], ['day', '2024-06-01', '2024-06-02', 'de 2 dage til og med den 2. juni 2024', 'the 2 days up to and including 2 June 2024']
  ] as const)('the mean of two of a %s', (frequency, before, latest, da, en) => {
    expect(explained({ smoothing: 2 }, { frequency, window: '2024-01-01/2025-12-31', asOf: '2024-12-31', own: { [before]: 6, [latest]: 8 } })).toEqual({ da: expect.stringContaining(`gennemsnittet af ${da} er 7,0 pct.,`), en: expect.stringContaining(`the mean of ${en} is 7.0 per cent,`) })
  })
})

test('a gap that must not grow stands alone in the order of a main clause', () => {
  expect(goals({ kind: 'gap_reduction', amount: 0, ...compared, ...since })).toEqual(['gabet til hele landet vokser ikke fra december 2023', 'the gap to the whole country does not grow from December 2023'])
})
