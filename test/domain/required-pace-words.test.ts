import { describe, expect, test } from 'vitest'
import { requiredPace } from '../../src/domain/status/required-pace.ts'
import type { NumericRule, Rule } from '../../src/domain/target.ts'
import { everyMonth, inputOf, prov, type Question } from './case.ts'

type Sentence = [name: string, question: Partial<Question>, da: string, en: string]

function sentences (common: Partial<Question>, rows: Sentence[]): void {
  for (const [name, question, da, en] of rows) {
    test(name, () => expect(requiredPace(inputOf({ asOf: '2024-07-10', ...common, ...question } as Question)).explanation).toEqual({ da, en }))
  }
}

const threshold = (value: number, more: object = {}): NumericRule => ({ kind: 'threshold', comparator: 'gte', value, ...more })
const sum = (value: number, more: object = {}): NumericRule => threshold(value, { aggregate: 'sum', ...more })
const change = (amount: number, more: object = {}): NumericRule => ({ kind: 'change', comparator: 'lte', amount, baseline: { period: '2023-12' }, ...more } as NumericRule)
const december = { '2023-12': 70 }

describe('a sum is so much for each period that is still to come', () => {
  sentences({ unit: 'count', decimals: 0 }, [
    ['a year', { frequency: 'year', window: '2023-01-01/2025-12-31', rule: sum(700), own: { 2023: 100 } }, 'Der skal 300 til om året i de år, der mangler tal for (2); hidtil 100 om året.', 'It takes 300 a year in the years still to come (2); so far 100 a year.'],
    ['a half-year', { frequency: 'half', rule: sum(700), own: { '2024-H1': 100 } }, 'Der skal 600 til i halvåret i de halvår, der mangler tal for (1); hidtil 100 i halvåret.', 'It takes 600 a half-year in the half-years still to come (1); so far 100 a half-year.'],
    ['a quarter', { frequency: 'quarter', rule: sum(700), own: { '2024-Q1': 100, '2024-Q2': 100 } }, 'Der skal 250 til i kvartalet i de kvartaler, der mangler tal for (2); hidtil 100 i kvartalet.', 'It takes 250 a quarter in the quarters still to come (2); so far 100 a quarter.'],
    ['a week', { frequency: 'week', rule: sum(610), own: { '2024-W01': 100 } }, 'Der skal 10 til om ugen i de uger, der mangler tal for (51); hidtil 100 om ugen.', 'It takes 10 a week in the weeks still to come (51); so far 100 a week.'],
    ['a day', { frequency: 'day', asOf: '2024-12-20', rule: sum(830), own: { '2024-12-19': 100 } }, 'Der skal 2 til om dagen i de dage, der mangler tal for (365); hidtil 100 om dagen.', 'It takes 2 a day in the days still to come (365); so far 100 a day.'],
    ['without a frequency it is what lacks in all', { frequency: 'irregular', rule: sum(700), own: { '2024-01-15': 100, '2024-02-15': 100 } }, 'Der mangler 500.', '500 remain.'],
    ['below a ceiling there is room', { rule: sum(700, { comparator: 'lt' }), own: { '2024-01': 50, '2024-02': 50 } }, 'Der er plads til 60 om måneden i de måneder, der mangler tal for (10); hidtil 50 om måneden.', 'There is room for 60 a month in the months still to come (10); so far 50 a month.'],
    ['of which nothing has come', { rule: sum(600, { comparator: 'lte' }) }, 'Der er plads til 50 om måneden i de måneder, der mangler tal for (12).', 'There is room for 50 a month in the months still to come (12).'],
    ['that is there already', { rule: sum(300), own: everyMonth(2024, 100, {}, 4) }, 'Målet er nået, som tallene står.', 'The goal is met as the figures stand.'],
    ['also where it may still change', { rule: sum(300), own: everyMonth(2024, 100, { '2024-03': prov(100) }, 3) }, 'Målet er nået, som tallene står.', 'The goal is met as the figures stand.'],
    ['from the deadline on figures are still to come', { rule: sum(70), asOf: '2025-01-10', own: { '2024-11': 10 } }, 'Fristen er nået, men tal mangler endnu; der skal 5,5 til om måneden i de måneder, der mangler tal for (11); hidtil 10 om måneden.', 'The deadline has come, but figures are still to come; it takes 5.5 a month in the months still to come (11); so far 10 a month.']
  ])
})

describe('a mean, a highest and a lowest figure', () => {
  const own = { '2024-01': 5, '2024-02': 5 }
  sentences({ own }, [
    ['on average', { rule: threshold(4, { comparator: 'lte', aggregate: 'mean' }) }, 'Tallet skal i gennemsnit være højst 3,8 pct. i de måneder, der mangler tal for (10).', 'The figure must be at most 3.8 per cent on average in the months still to come (10).'],
    ['less than nothing of persons there cannot be', { rule: threshold(0.5, { comparator: 'lte', aggregate: 'mean' }), unit: 'persons' }, 'Målet kan ikke nås, for tallet skulle være under nul.', 'The goal cannot be reached, for the figure would have to be below zero.'],
    ['a highest figure is to be reached once', { rule: threshold(7, { aggregate: 'max' }) }, 'Tallet skal være mindst 7,0 pct. mindst én gang i de måneder, der mangler tal for (10).', 'The figure must be at least 7.0 per cent at least once in the months still to come (10).'],
    ['or kept below each time', { rule: threshold(7, { comparator: 'lte', aggregate: 'max' }) }, 'Målet er nået, som tallene står; tallet skal være højst 7,0 pct. hver gang i de måneder, der mangler tal for (10).', 'The goal is met as the figures stand; the figure must be at most 7.0 per cent every time in the months still to come (10).'],
    ['a lowest figure that is to be kept above, before any has come', { rule: threshold(7, { comparator: 'gt', aggregate: 'min' }), own: {} }, 'Tallet skal være mere end 7,0 pct. hver gang i de måneder, der mangler tal for (12).', 'The figure must be more than 7.0 per cent every time in the months still to come (12).'],
    ['what is exceeded stays so', { rule: threshold(4, { comparator: 'lte', aggregate: 'max' }) }, 'Målet kan ikke nås, og kommende tal kan ikke ændre det.', 'The goal cannot be reached, and later figures cannot change that.'],
    ['without a frequency a mean is what lacks', { rule: threshold(7, { aggregate: 'mean' }), frequency: 'irregular', own: { '2024-03-01': 5 } }, 'Der mangler 2,0 procentpoint.', '2.0 percentage points remain.'],
    ['and one that is too high has as much to fall', { rule: threshold(4, { comparator: 'lte', aggregate: 'mean' }), frequency: 'irregular', own: { '2024-03-01': 5 } }, 'Der mangler 1,0 procentpoint.', '1.0 percentage points remain.'],
    ['a highest figure once, without saying of how many', { rule: threshold(7, { aggregate: 'max' }), frequency: 'irregular', own: { '2024-03-01': 5 } }, 'Tallet skal være mindst 7,0 pct. mindst én gang.', 'The figure must be at least 7.0 per cent at least once.'],
    ['a mean of months that roll', { rule: threshold(4, { comparator: 'lte', smoothing: 3 }), asOf: '2024-11-30', own: everyMonth(2024, 5, {}, 10) }, 'Tallet skal i gennemsnit være højst 3,5 pct. i de måneder, der mangler tal for (2). Prognose: 5,0 pct. ved udgangen af december 2024 (med 80 pct. sandsynlighed mellem 5,0 pct. og 5,0 pct.); målet nås sandsynligvis ikke.', 'The figure must be at most 3.5 per cent on average in the months still to come (2). Forecast: 5.0 per cent by the end of December 2024 (with 80 per cent probability between 5.0 per cent and 5.0 per cent); the goal will probably not be met.']
  ])
})

describe('a level is reached in the last period, in equal steps', () => {
  sentences({ rule: threshold(75), own: { ...december, '2024-06': 72.6 } }, [
    ['upwards', {}, 'Tallet for december 2024 skal være mindst 75,0 pct.; det er en stigning på 0,4 procentpoint om måneden (hidtil en stigning på 0,43 procentpoint om måneden).', 'The figure for December 2024 must be at least 75.0 per cent; that is an increase of 0.4 percentage points a month (so far an increase of 0.43 percentage points a month).'],
    ['downwards', { rule: threshold(60, { comparator: 'lte' }), own: { ...december, '2024-06': 67.6 } }, 'Tallet for december 2024 skal være højst 60,0 pct.; det er et fald på 1,27 procentpoint om måneden (hidtil et fald på 0,4 procentpoint om måneden).', 'The figure for December 2024 must be at most 60.0 per cent; that is a decrease of 1.27 percentage points a month (so far a decrease of 0.4 percentage points a month).'],
    ['after a way back', { own: { ...december, '2024-06': 68.2 } }, 'Tallet for december 2024 skal være mindst 75,0 pct.; det er en stigning på 1,13 procentpoint om måneden (hidtil et fald på 0,3 procentpoint om måneden).', 'The figure for December 2024 must be at least 75.0 per cent; that is an increase of 1.13 percentage points a month (so far a decrease of 0.3 percentage points a month).'],
    ['after none', { own: { ...december, '2024-06': 70 } }, 'Tallet for december 2024 skal være mindst 75,0 pct.; det er en stigning på 0,83 procentpoint om måneden (hidtil uændret om måneden).', 'The figure for December 2024 must be at least 75.0 per cent; that is an increase of 0.83 percentage points a month (so far no change a month).'],
    ['a step smaller than a decimal is no 0', { rule: threshold(72.61), decimals: 0 }, 'Tallet for december 2024 skal være mindst 72,6 pct.; det er en stigning på 0,002 procentpoint om måneden (hidtil en stigning på 0,4 procentpoint om måneden).', 'The figure for December 2024 must be at least 72.6 per cent; that is an increase of 0.002 percentage points a month (so far an increase of 0.4 percentage points a month).'],
    ['with one period left the figure says it all', { asOf: '2024-12-10', own: { ...december, '2024-11': 72.6 } }, 'Tallet for december 2024 skal være mindst 75,0 pct.', 'The figure for December 2024 must be at least 75.0 per cent.'],
    ['two left', { asOf: '2024-11-10', own: { ...december, '2024-10': 72.6 } }, 'Tallet for december 2024 skal være mindst 75,0 pct.; det er en stigning på 1,2 procentpoint om måneden (hidtil en stigning på 0,26 procentpoint om måneden).', 'The figure for December 2024 must be at least 75.0 per cent; that is an increase of 1.2 percentage points a month (so far an increase of 0.26 percentage points a month).'],
    ['met, and to be kept', { rule: threshold(72) }, 'Målet er nået, som tallene står; tallet for december 2024 skal være mindst 72,0 pct.', 'The goal is met as the figures stand; the figure for December 2024 must be at least 72.0 per cent.'],
    ['the deadline has passed', { asOf: '2025-01-10', own: { '2024-11': 74 } }, 'Fristen er nået, men tal mangler endnu; tallet for december 2024 skal være mindst 75,0 pct.', 'The deadline has come, but figures are still to come; the figure for December 2024 must be at least 75.0 per cent.'],
    ['and what is met lacks nothing', { asOf: '2025-01-10', own: { '2024-12': prov(76) } }, 'Målet er nået, som tallene står.', 'The goal is met as the figures stand.'],
    ['and so has the chance', { asOf: '2025-01-10', own: { '2024-12': prov(74) } }, 'Målet kan ikke nås, for det sidste tal er inde.', 'The goal cannot be reached, for the last figure is in.'],
    ['achieved', { asOf: '2025-01-10', own: { '2024-12': 76 } }, 'Målet er nået, som tallene står.', 'The goal is met as the figures stand.'],
    ['whenever it is measured, by the deadline', { frequency: 'irregular', rule: threshold(80), own: { '2024-05-01': 70 } }, 'Tallet senest 31. december 2024 skal være mindst 80,0 pct.', 'The figure by 31 December 2024 must be at least 80.0 per cent.'],
    ['no figure yet', { own: {} }, 'Tallet for december 2024 skal være mindst 75,0 pct.', 'The figure for December 2024 must be at least 75.0 per cent.'],
    ['a baseline above the line has no way to go', { own: { '2023-12': 80 } }, 'Tallet for december 2024 skal være mindst 75,0 pct.', 'The figure for December 2024 must be at least 75.0 per cent.'],
    ['nor has one on it', { rule: threshold(75, { comparator: 'gt' }), own: { '2023-12': 75 } }, 'Tallet for december 2024 skal være mere end 75,0 pct.', 'The figure for December 2024 must be more than 75.0 per cent.'],
    ['a mean of months has no steps', { rule: threshold(75, { smoothing: 2 }), own: { ...december, '2024-05': 71, '2024-06': 72 } }, 'Tallet skal i gennemsnit være mindst 75,0 pct. i de måneder, der mangler tal for (6).', 'The figure must be at least 75.0 per cent on average in the months still to come (6).']
  ])
})

describe('changes and comparisons say what the figure itself must be', () => {
  const gap = { kind: 'gap_reduction', amount: 0.2, baseline: { period: '2023-08' }, benchmark: { area: 'DK' } } as const
  const figures = { polarity: 'lower_is_better' as const, own: { '2023-08': 4, '2024-06': 3.9 }, country: { '2023-08': 3.4, '2024-06': 3.4 } }
  sentences({ ...figures, rule: gap }, [
    ['a gap', {}, 'Tallet for december 2024 skal være højst 3,8 pct., hvis hele landet bliver på 3,4 pct.; gabet skal mindskes med 0,02 procentpoint om måneden (hidtil: gabet er mindsket med 0,01 procentpoint om måneden).', 'The figure for December 2024 must be at most 3.8 per cent, if the whole country stays at 3.4 per cent; the gap must narrow by 0.02 percentage points a month (so far: the gap has narrowed by 0.01 percentage points a month).'],
    ['that has grown', { own: { '2023-08': 4, '2024-06': 4.2 } }, 'Tallet for december 2024 skal være højst 3,8 pct., hvis hele landet bliver på 3,4 pct.; gabet skal mindskes med 0,07 procentpoint om måneden (hidtil: gabet er vokset med 0,02 procentpoint om måneden).', 'The figure for December 2024 must be at most 3.8 per cent, if the whole country stays at 3.4 per cent; the gap must narrow by 0.07 percentage points a month (so far: the gap has grown by 0.02 percentage points a month).'],
    ['a level', { rule: { kind: 'benchmark_level', comparator: 'lte', margin: -1, benchmark: { area: 'DK' } } }, 'Tallet for december 2024 skal være højst 2,4 pct., hvis hele landet bliver på 3,4 pct.; det er et fald på 0,25 procentpoint om måneden.', 'The figure for December 2024 must be at most 2.4 per cent, if the whole country stays at 3.4 per cent; that is a decrease of 0.25 percentage points a month.'],
    ['a level of another indicator', { rule: { kind: 'benchmark_level', comparator: 'lte', margin: -1, benchmark: { indicator: 'forecast' } }, forecast: { '2024-06': 3.4 } }, 'Tallet for december 2024 skal være højst 2,4 pct., hvis sammenligningstallet bliver på 3,4 pct.; det er et fald på 0,25 procentpoint om måneden.', 'The figure for December 2024 must be at most 2.4 per cent, if the comparison figure stays at 3.4 per cent; that is a decrease of 0.25 percentage points a month.'],
    ['a trend', { rule: { ...gap, kind: 'benchmark_trend', comparator: 'lte', margin: -0.3 } as Rule }, 'Tallet for december 2024 skal være højst 3,7 pct., hvis hele landet bliver på 3,4 pct.; det er et fald på 0,03 procentpoint om måneden.', 'The figure for December 2024 must be at most 3.7 per cent, if the whole country stays at 3.4 per cent; that is a decrease of 0.03 percentage points a month.'],
    ['a change', { rule: change(-10), own: { '2023-12': 50, '2024-06': 48 } }, 'Tallet for december 2024 skal være højst 40,0 pct.; det er et fald på 1,33 procentpoint om måneden (hidtil et fald på 0,33 procentpoint om måneden).', 'The figure for December 2024 must be at most 40.0 per cent; that is a decrease of 1.33 percentage points a month (so far a decrease of 0.33 percentage points a month).'],
    ['a relative change: its steps in the unit of the figure', { rule: change(-10, { mode: 'relative' }), own: { '2023-12': 50, '2024-06': 48 } }, 'Tallet for december 2024 skal være højst 45,0 pct.; det er et fald på 0,5 procentpoint om måneden.', 'The figure for December 2024 must be at most 45.0 per cent; that is a decrease of 0.5 percentage points a month.'],
    ['a direction', { rule: { kind: 'direction', direction: 'decrease', baseline: { period: '2023-12' } }, own: { '2023-12': 50, '2024-06': 51 } }, 'Tallet for december 2024 skal være mindre end 50,0 pct.; det er et fald på 0,17 procentpoint om måneden (hidtil en stigning på 0,17 procentpoint om måneden).', 'The figure for December 2024 must be less than 50.0 per cent; that is a decrease of 0.17 percentage points a month (so far an increase of 0.17 percentage points a month).'],
    ['a year’s lag has no steps', { rule: { kind: 'direction', direction: 'decrease', baseline: { lag: 'P1Y' } }, own: { ...everyMonth(2023, 50), '2024-06': 51 } }, 'Tallet for december 2024 skal være mindre end 50,0 pct.', 'The figure for December 2024 must be less than 50.0 per cent.'],
    ['a baseline that meets the line has no way to go', { rule: { kind: 'direction', direction: 'decrease', baseline: { value: 50, on: '2024-06-30' } }, own: {} }, 'Tallet for december 2024 skal være mindre end 50,0 pct.', 'The figure for December 2024 must be less than 50.0 per cent.']
  ])
})

describe('what cannot be told, and why', () => {
  const lagging = { rule: change(-10, { mode: 'relative' }) }
  const ceiling = { rule: threshold(4, { comparator: 'lte', smoothing: 12 }), asOf: '2024-10-10', own: everyMonth(2024, 5, {}, 9) }
  sentences(lagging, [
    ['no baseline', { own: { '2024-06': 48 } }, 'Det kan ikke regnes ud: der mangler et udgangspunkt at måle fra.', 'It cannot be calculated: there is no baseline to measure from.'],
    ['a baseline of 0', { own: { '2023-12': 0, '2024-06': 48 } }, 'Det kan ikke regnes ud: udgangspunktet er 0, så der kan ikke regnes en ændring i procent.', 'It cannot be calculated: the baseline is 0, so there is no relative change to speak of.'],
    ['no benchmark', { rule: { kind: 'benchmark_level', comparator: 'lte', benchmark: { area: 'DK' } }, own: { '2024-06': 48 } }, 'Det kan ikke regnes ud: sammenligningstallet for samme periode mangler.', 'It cannot be calculated: the comparison figure for the same period is missing.'],
    ['a break still to come', { own: { '2023-12': 50, '2024-06': 48 }, breaks: ['2024-12-01'] }, 'Det kan ikke regnes ud: et databrud gør, at tallene ikke kan sammenlignes med de tidligere.', 'It cannot be calculated: a break in the series means that the figures cannot be compared with the earlier ones.'],
    ['a break in the months of the mean', { ...ceiling, breaks: ['2024-05-01'] }, 'Det kan ikke regnes ud: et databrud gør, at tallene ikke kan sammenlignes med de tidligere.', 'It cannot be calculated: a break in the series means that the figures cannot be compared with the earlier ones.'],
    ['a month of the mean that is suppressed', { ...ceiling, own: everyMonth(2024, 5, { '2024-05': 'suppressed' }, 9) }, 'Det kan ikke regnes ud: et tal, der skal bruges, mangler.', 'It cannot be calculated: a figure that is needed is missing.'],
    ['what is only followed', { rule: { kind: 'monitor' } }, 'Tallet følges, men bedømmes ikke: der er ingen linje at nå.', 'The figure is followed but not judged: there is no line to reach.'],
    ['one of several', { rule: { kind: 'any_of', rules: [{ kind: 'monitor' }, threshold(1)] } }, 'Én af delene er nok: se hver af dem.', 'One of the parts is enough: see each of them.'],
    ['all of several', { rule: { kind: 'all_of', rules: [{ kind: 'monitor' }, threshold(1)] } }, 'Alle dele skal nås: se hver af dem.', 'Every part must be met: see each of them.']
  ])
})

describe('what people do and judge', () => {
  const deliverables = [...'abcdefg'].map(code => ({ code, title: code.toUpperCase(), due: '2024-09-01' }))
  sentences({ rule: { kind: 'milestone', deliverables: deliverables.slice(0, 1) } }, [
    ['five at most are named', { rule: { kind: 'milestone', deliverables } }, 'Der mangler: »A« senest 1. september 2024, »B« senest 1. september 2024, »C« senest 1. september 2024, »D« senest 1. september 2024, »E« senest 1. september 2024, og 2 til.', 'Outstanding: “A” by 1 September 2024, “B” by 1 September 2024, “C” by 1 September 2024, “D” by 1 September 2024, “E” by 1 September 2024, and 2 more.'],
    ['five are all of five', { rule: { kind: 'milestone', deliverables: deliverables.slice(2) } }, 'Der mangler: »C« senest 1. september 2024, »D« senest 1. september 2024, »E« senest 1. september 2024, »F« senest 1. september 2024, »G« senest 1. september 2024.', 'Outstanding: “C” by 1 September 2024, “D” by 1 September 2024, “E” by 1 September 2024, “F” by 1 September 2024, “G” by 1 September 2024.'],
    ['all is done', { done: [{ code: 'a', on: '2024-07-10' }] }, 'Der er intet, der udestår.', 'Nothing is outstanding.'],
    ['a judgement', { rule: { kind: 'assessment', reviewEvery: 'P6M' } }, 'Der mangler: næste vurdering senest 1. juli 2024.', 'Outstanding: the next judgement by 1 July 2024.'],
    ['judged for good', { rule: { kind: 'assessment' }, asOf: '2025-01-10', assessments: [{ on: '2024-12-31', status: 'missed' }] }, 'Der er intet, der udestår.', 'Nothing is outstanding.']
  ])
})

describe('the forecast says what it is of', () => {
  const own = { '2023-12': 70, '2024-01': 70.4, '2024-02': 70.9, '2024-03': 71, '2024-04': 71.8, '2024-05': 72, '2024-06': 72.6 }
  const still = (value: number, before: string) => ({ [before]: value, ...everyMonth(2024, value, {}, 6) })
  const forecast = (question: Partial<Question>, language: 'da' | 'en') => /(?:Prognose|Forecast): .*$/.exec(requiredPace(inputOf({ asOf: '2024-07-10', own, ...question } as Question)).explanation[language])?.[0]
  test.each<[string, Partial<Question>, string, string]>([
    ['a level that is likely', { rule: threshold(71) }, 'Prognose: 75,23 pct. ved udgangen af december 2024 (med 80 pct. sandsynlighed mellem 74,75 pct. og 75,71 pct.); målet nås sandsynligvis.', 'Forecast: 75.23 per cent by the end of December 2024 (with 80 per cent probability between 74.75 per cent and 75.71 per cent); the goal will probably be met.'],
    ['that is not', { rule: threshold(90) }, 'Prognose: 75,23 pct. ved udgangen af december 2024 (med 80 pct. sandsynlighed mellem 74,75 pct. og 75,71 pct.); målet nås sandsynligvis ikke.', 'Forecast: 75.23 per cent by the end of December 2024 (with 80 per cent probability between 74.75 per cent and 75.71 per cent); the goal will probably not be met.'],
    ['a change', { rule: change(2, { comparator: 'gte' }) }, 'Prognose: en ændring på 5,28 procentpoint ved udgangen af december 2024 (med 80 pct. sandsynlighed mellem 4,68 procentpoint og 5,88 procentpoint); målet nås sandsynligvis.', 'Forecast: a change of 5.28 percentage points by the end of December 2024 (with 80 per cent probability between 4.68 percentage points and 5.88 percentage points); the goal will probably be met.'],
    ['a change that is said to be absolute', { rule: change(2, { comparator: 'gte', mode: 'absolute' }), own: still(70, '2023-12') }, 'Prognose: en ændring på 0,0 procentpoint ved udgangen af december 2024 (med 80 pct. sandsynlighed mellem 0,0 procentpoint og 0,0 procentpoint); målet nås sandsynligvis ikke.', 'Forecast: a change of 0.0 percentage points by the end of December 2024 (with 80 per cent probability between 0.0 percentage points and 0.0 percentage points); the goal will probably not be met.'],
    ['a relative change is in per cent', { rule: change(10, { comparator: 'gte', mode: 'relative' }), own: still(70, '2023-12') }, 'Prognose: en ændring på 0,0 pct. ved udgangen af december 2024 (med 80 pct. sandsynlighed mellem 0,0 pct. og 0,0 pct.); målet nås sandsynligvis ikke.', 'Forecast: a change of 0.0 per cent by the end of December 2024 (with 80 per cent probability between 0.0 per cent and 0.0 per cent); the goal will probably not be met.'],
    ['a gap', { rule: { kind: 'gap_reduction', amount: 0.2, baseline: { period: '2023-08' }, benchmark: { area: 'DK' } }, polarity: 'lower_is_better', own: { ...still(3.9, '2023-08'), '2023-08': 4 }, country: still(3.4, '2023-08') }, 'Prognose: et gab, der er mindsket med 0,1 procentpoint ved udgangen af december 2024 (med 80 pct. sandsynlighed mellem 0,1 procentpoint og 0,1 procentpoint); målet nås sandsynligvis ikke.', 'Forecast: a gap that has narrowed by 0.1 percentage points by the end of December 2024 (with 80 per cent probability between 0.1 percentage points and 0.1 percentage points); the goal will probably not be met.'],
    ['a difference', { rule: { kind: 'benchmark_level', comparator: 'lte', benchmark: { area: 'DK' } }, own: still(3.9, '2023-08'), country: still(3.4, '2023-08') }, 'Prognose: en forskel på 0,5 procentpoint ved udgangen af december 2024 (med 80 pct. sandsynlighed mellem 0,5 procentpoint og 0,5 procentpoint); målet nås sandsynligvis ikke.', 'Forecast: a difference of 0.5 percentage points by the end of December 2024 (with 80 per cent probability between 0.5 percentage points and 0.5 percentage points); the goal will probably not be met.'],
    ['a difference of changes, in points though it is of per cents', { rule: { kind: 'benchmark_trend', comparator: 'lte', mode: 'relative', baseline: { period: '2023-08' }, benchmark: { area: 'DK' } }, own: still(3.9, '2023-08'), country: still(3.4, '2023-08') }, 'Prognose: en forskel i ændring på 0,0 procentpoint ved udgangen af december 2024 (med 80 pct. sandsynlighed mellem 0,0 procentpoint og 0,0 procentpoint); målet nås sandsynligvis.', 'Forecast: a difference in change of 0.0 percentage points by the end of December 2024 (with 80 per cent probability between 0.0 percentage points and 0.0 percentage points); the goal will probably be met.'],
    ['figures that come when they come: by the deadline', { rule: threshold(80), frequency: 'irregular', own: { '2024-01-01': 70, '2024-02-01': 70, '2024-03-01': 70, '2024-04-01': 70, '2024-05-01': 70, '2024-06-01': 70 } }, 'Prognose: 70,0 pct. ved udgangen af 31. december 2024 (med 80 pct. sandsynlighed mellem 70,0 pct. og 70,0 pct.); målet nås sandsynligvis ikke.', 'Forecast: 70.0 per cent by the end of 31 December 2024 (with 80 per cent probability between 70.0 per cent and 70.0 per cent); the goal will probably not be met.']
  ])('%s', (_, question, da, en) => expect([forecast(question, 'da'), forecast(question, 'en')]).toEqual([da, en]))
})
