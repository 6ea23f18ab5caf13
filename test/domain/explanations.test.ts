import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/domain/status/evaluate.ts'
import type { Rule } from '../../src/domain/target.ts'
import { answer, everyMonth, inputOf, observationsOf, prov, type Question } from './case.ts'

type Sentence = [name: string, question: Partial<Question>, da: string, en: string]

function sentences (common: Partial<Question>, rows: Sentence[]): void {
  for (const [name, question, da, en] of rows) {
    test(name, () => expect(answer({ asOf: '2024-07-10', rule: { kind: 'monitor' }, ...common, ...question }).explanation).toEqual({ da, en }))
  }
}

const threshold = (value: number, more: object = {}): Rule => ({ kind: 'threshold', comparator: 'gte', value, ...more })
const change = (amount: number, more: object = {}): Rule => ({ kind: 'change', comparator: 'gte', amount, baseline: { period: '2023-12' }, ...more } as Rule)

describe('thresholds and aggregates', () => {
  sentences({ own: { '2023-12': 70, '2024-06': 72 } }, [
    ['a pace', { rule: threshold(75) },
      'I risiko: tallet for juni 2024 er 72,0 pct., og målet er mindst 75,0 pct.; tempoet er 80 pct. af det, der skal til.',
      'At risk: the figure for June 2024 is 72.0 per cent, and the goal is at least 75.0 per cent; the pace is 80 per cent of what it takes.'],
    ['met so far', { rule: threshold(72, { comparator: 'lte' }) },
      'På rette vej: tallet for juni 2024 er 72,0 pct., og målet er højst 72,0 pct.; målet er nået indtil videre.',
      'On track: the figure for June 2024 is 72.0 per cent, and the goal is at most 72.0 per cent; the goal is met so far.'],
    ['no known pace', { rule: threshold(75), own: { '2024-06': 72 } },
      'I risiko: tallet for juni 2024 er 72,0 pct., og målet er mindst 75,0 pct.; målet er endnu ikke nået, og tempoet kan ikke bedømmes.',
      'At risk: the figure for June 2024 is 72.0 per cent, and the goal is at least 75.0 per cent; the goal is not yet met, and the pace cannot be judged.'],
    ['stood still', { rule: threshold(75), own: { '2023-12': 72, '2024-06': 72 } },
      'Ikke på rette vej: tallet for juni 2024 er 72,0 pct., og målet er mindst 75,0 pct.; tallet er ikke bedre end ved udgangspunktet.',
      'Off track: the figure for June 2024 is 72.0 per cent, and the goal is at least 75.0 per cent; the figure is no better than at the baseline.'],
    ['slipped', { rule: threshold(70), own: { '2023-12': 70, '2024-06': 69 } },
      'Ikke på rette vej: tallet for juni 2024 er 69,0 pct., og målet er mindst 70,0 pct.; målet var nået ved udgangspunktet, men er det ikke længere.',
      'Off track: the figure for June 2024 is 69.0 per cent, and the goal is at least 70.0 per cent; the goal was met at the baseline but no longer is.'],
    ['decided: nothing more to say', { rule: threshold(72), own: { '2024-12': 72 }, asOf: '2025-01-10' },
      'Opfyldt: tallet for december 2024 er 72,0 pct., og målet er mindst 72,0 pct.',
      'Achieved: the figure for December 2024 is 72.0 per cent, and the goal is at least 72.0 per cent.'],
    ['a settled sum of a count, with thousands', { rule: threshold(12_000, { aggregate: 'sum' }), unit: 'count', decimals: 0, own: { '2024-05': 6_000, '2024-06': 6_500 } },
      'Opfyldt: summen til og med juni 2024 er 12.500, og målet er mindst 12.000; kommende tal kan ikke ændre det.',
      'Achieved: the sum up to and including June 2024 is 12,500, and the goal is at least 12,000; later figures cannot change that.'],
    ['a ceiling', { rule: threshold(366, { comparator: 'lte', aggregate: 'sum' }), unit: 'persons', decimals: 0, own: { '2024-01': 40, '2024-02': 40 } },
      'I risiko: summen til og med februar 2024 er 80 personer, og målet er højst 366 personer; jævnt fordelt er der plads til 60 personer indtil nu.',
      'At risk: the sum up to and including February 2024 is 80 persons, and the goal is at most 366 persons; spread evenly, there is room for 60 persons so far.'],
    ['a mean of months', { rule: threshold(70, { smoothing: 2 }), own: { '2024-05': 70, '2024-06': 71 } },
      'På rette vej: gennemsnittet af de 2 måneder til og med juni 2024 er 70,5 pct., og målet er mindst 70,0 pct.; målet er nået indtil videre.',
      'On track: the mean of the 2 months up to and including June 2024 is 70.5 per cent, and the goal is at least 70.0 per cent; the goal is met so far.'],
    ['money', { rule: threshold(1_500_000, { comparator: 'lte' }), unit: 'dkk', decimals: 0, own: { '2024-06': 1_234_567 } },
      'På rette vej: tallet for juni 2024 er 1.234.567 kr., og målet er højst 1.500.000 kr.; målet er nået indtil videre.',
      'On track: the figure for June 2024 is 1,234,567 DKK, and the goal is at most 1,500,000 DKK; the goal is met so far.']
  ])
})

describe('as many decimals as it takes to tell the measure from the goal line', () => {
  const decided = (own: number, goal: number, decimals = 1): Partial<Question> => ({ rule: threshold(goal), own: { '2024-12': own }, asOf: '2024-12-31', decimals })
  sentences({}, [
    ['two', decided(4.06, 4.1), 'Ikke opfyldt: tallet for december 2024 er 4,06 pct., og målet er mindst 4,10 pct.', 'Missed: the figure for December 2024 is 4.06 per cent, and the goal is at least 4.10 per cent.'],
    ['four at most', decided(4.099999, 4.1), 'Ikke opfyldt: tallet for december 2024 er 4,1000 pct., og målet er mindst 4,1000 pct.', 'Missed: the figure for December 2024 is 4.1000 per cent, and the goal is at least 4.1000 per cent.'],
    ['rounded once: 4.34995 is 4.3', decided(4.34995, 4.5), 'Ikke opfyldt: tallet for december 2024 er 4,3 pct., og målet er mindst 4,5 pct.', 'Missed: the figure for December 2024 is 4.3 per cent, and the goal is at least 4.5 per cent.'],
    ['the goal line is never rounded to another', decided(4.1, 4.25), 'Ikke opfyldt: tallet for december 2024 er 4,1 pct., og målet er mindst 4,25 pct.', 'Missed: the figure for December 2024 is 4.1 per cent, and the goal is at least 4.25 per cent.'],
    ['more than four where the indicator has them', decided(4.5, 4.6, 5), 'Ikke opfyldt: tallet for december 2024 er 4,50000 pct., og målet er mindst 4,60000 pct.', 'Missed: the figure for December 2024 is 4.50000 per cent, and the goal is at least 4.60000 per cent.'],
    ['a true minus sign', decided(-4.5, -4.1), 'Ikke opfyldt: tallet for december 2024 er −4,5 pct., og målet er mindst −4,1 pct.', 'Missed: the figure for December 2024 is −4.5 per cent, and the goal is at least −4.1 per cent.']
  ])
})

describe('the pace', () => {
  const window = { window: '2023-01-01/2023-04-10', frequency: 'day', asOf: '2023-02-20' } as const
  const rise = threshold(100, { baseline: { value: 0, on: '2022-12-31' } })
  const said = (own: number) => {
    const { da, en } = answer({ ...window, rule: rise, own: { '2023-02-19': own } } as Question).explanation
    return [da, en].map(text => text.split('; ').at(-1))
  }
  test.each([
    ['has decimals where they tell it from a limit', 47.49, 'tempoet er 94,98 pct. af det, der skal til.', 'the pace is 94.98 per cent of what it takes.'],
    ['has words where its rounded figure is the limit', 47.499999, 'tempoet er knap 95 pct. af det, der skal til.', 'the pace is just under 95 per cent of what it takes.'],
    ['also at the lower one', 29.999999, 'tempoet er knap 60 pct. af det, der skal til.', 'the pace is just under 60 per cent of what it takes.'],
    ['and decimals from the lower one', 29.9, 'tempoet er 59,8 pct. af det, der skal til.', 'the pace is 59.8 per cent of what it takes.'],
    ['else none', 40.24, 'tempoet er 80 pct. af det, der skal til.', 'the pace is 80 per cent of what it takes.'],
    ['on the limit none', 30, 'tempoet er 60 pct. af det, der skal til.', 'the pace is 60 per cent of what it takes.'],
    ['is none on a way back', -5, 'tallet er ikke bedre end ved udgangspunktet.', 'the figure is no better than at the baseline.']
  ])('%s', (_, figure, ...words) => expect(said(figure)).toEqual(words))

  const year = (rule: Rule, own: Question['own']) => answer({ rule, asOf: '2024-07-10', ...own && { own } }).explanation.en.split('; ').at(-1)
  const ceiling = (comparator: string) => threshold(366, { comparator, aggregate: 'sum' })
  test('of a sum under a ceiling is the room there is, unless nothing is used', () => {
    expect(year(ceiling('lt'), { '2024-01': 40 })).toBe('spread evenly, there is room for 31.0 per cent so far.')
    expect(year(ceiling('lte'), { '2024-01': 0 })).toBe('the goal is met so far.')
  })
  test('of a sum that is to be reached, and is, nothing more is said', () => {
    expect(year(threshold(30, { aggregate: 'sum' }), { '2024-01': prov(40) })).toBe('the goal is met so far.')
  })
})

describe('changes: a difference of percentages is in procentpoint, a relative change in pct.', () => {
  const own = { '2023-12': 40, '2024-12': 42 }
  sentences({ own, asOf: '2024-12-31' }, [
    ['a rise', { rule: change(1) }, 'Opfyldt: tallet for december 2024 er 42,0 pct. mod 40,0 pct. (december 2023), en stigning på 2,0 procentpoint, og målet er en stigning på mindst 1,0 procentpoint.', 'Achieved: the figure for December 2024 is 42.0 per cent against 40.0 per cent (December 2023), an increase of 2.0 percentage points, and the goal is an increase of at least 1.0 percentage points.'],
    ['absolute, said so', { rule: change(1, { mode: 'absolute' }) }, 'Opfyldt: tallet for december 2024 er 42,0 pct. mod 40,0 pct. (december 2023), en stigning på 2,0 procentpoint, og målet er en stigning på mindst 1,0 procentpoint.', 'Achieved: the figure for December 2024 is 42.0 per cent against 40.0 per cent (December 2023), an increase of 2.0 percentage points, and the goal is an increase of at least 1.0 percentage points.'],
    ['relative', { rule: change(10, { mode: 'relative' }) }, 'Ikke opfyldt: tallet for december 2024 er 42,0 pct. mod 40,0 pct. (december 2023), en stigning på 5,0 pct., og målet er en stigning på mindst 10,0 pct.', 'Missed: the figure for December 2024 is 42.0 per cent against 40.0 per cent (December 2023), an increase of 5.0 per cent, and the goal is an increase of at least 10.0 per cent.'],
    ['a fall of so many or more', { rule: change(-1, { comparator: 'lte', baseline: { value: 44, on: '2023-11-05' } }) }, 'Opfyldt: tallet for december 2024 er 42,0 pct. mod 44,0 pct. (den 5. november 2023), et fald på 2,0 procentpoint, og målet er et fald på mindst 1,0 procentpoint.', 'Achieved: the figure for December 2024 is 42.0 per cent against 44.0 per cent (5 November 2023), a decrease of 2.0 percentage points, and the goal is a decrease of at least 1.0 percentage points.'],
    ['a fall that must not be greater', { rule: change(-1) }, 'Opfyldt: tallet for december 2024 er 42,0 pct. mod 40,0 pct. (december 2023), en stigning på 2,0 procentpoint, og målet er et fald på højst 1,0 procentpoint.', 'Achieved: the figure for December 2024 is 42.0 per cent against 40.0 per cent (December 2023), an increase of 2.0 percentage points, and the goal is a decrease of at most 1.0 percentage points.'],
    ['a direction, unchanged', { rule: { kind: 'direction', direction: 'decrease', baseline: { value: 42, on: '2023-12-31' } } }, 'Ikke opfyldt: tallet for december 2024 er 42,0 pct. mod 42,0 pct. (den 31. december 2023), altså uændret, og målet er et fald.', 'Missed: the figure for December 2024 is 42.0 per cent against 42.0 per cent (31 December 2023), which is no change, and the goal is a decrease.'],
    ['a year earlier', { rule: change(1, { baseline: { lag: 'P1Y' } }), own: { '2023-06': 42, '2024-06': 42 }, asOf: '2024-07-10' }, 'Ikke på rette vej: tallet for juni 2024 er 42,0 pct. mod 42,0 pct. (juni 2023), altså uændret, og målet er en stigning på mindst 1,0 procentpoint; tallet er ikke bedre end et år tidligere.', 'Off track: the figure for June 2024 is 42.0 per cent against 42.0 per cent (June 2023), which is no change, and the goal is an increase of at least 1.0 percentage points; the figure is no better than a year earlier.']
  ])
})

describe('comparisons', () => {
  const figures = { own: { '2023-08': 4.0, '2024-06': 3.9 }, country: { '2023-08': 3.4, '2024-06': 3.4 }, forecast: { '2024-06': 3.7 }, polarity: 'lower_is_better' as const }
  const base = { baseline: { period: '2023-08' }, benchmark: { area: 'DK' } }
  sentences(figures, [
    ['a gap', { rule: { kind: 'gap_reduction', amount: 0.2, ...base } }, 'I risiko: gabet til hele landet er mindsket med 0,1 procentpoint fra august 2023 til juni 2024 (3,9 pct. mod 3,4 pct.), og målet er, at det mindskes med mindst 0,2 procentpoint; tempoet er 80 pct. af det, der skal til.', 'At risk: the gap to the whole country has narrowed by 0.1 percentage points from August 2023 to June 2024 (3.9 per cent against 3.4 per cent), and the goal is that it narrows by at least 0.2 percentage points; the pace is 80 per cent of what it takes.'],
    ['a gap that may not grow', { rule: { kind: 'gap_reduction', amount: 0, ...base }, own: { '2023-08': 4.0, '2024-06': 4.1 } }, 'Ikke på rette vej: gabet til hele landet er vokset med 0,1 procentpoint fra august 2023 til juni 2024 (4,1 pct. mod 3,4 pct.), og målet er, at det ikke vokser; målet var nået ved udgangspunktet, men er det ikke længere.', 'Off track: the gap to the whole country has grown by 0.1 percentage points from August 2023 to June 2024 (4.1 per cent against 3.4 per cent), and the goal is that it does not grow; the goal was met at the baseline but no longer is.'],
    ['a level', { rule: { kind: 'benchmark_level', comparator: 'lte', benchmark: { area: 'DK' } } }, 'Ikke på rette vej: tallet for juni 2024 er 3,9 pct. mod 3,4 pct. for hele landet, altså 0,5 procentpoint højere, og målet er højst det samme; tempoet er 34 pct. af det, der skal til.', 'Off track: the figure for June 2024 is 3.9 per cent against 3.4 per cent for the whole country, that is 0.5 percentage points higher, and the goal is at most the same; the pace is 34 per cent of what it takes.'],
    ['against another indicator', { rule: { kind: 'benchmark_level', comparator: 'lte', margin: -0.3, benchmark: { indicator: 'forecast' } } }, 'I risiko: tallet for juni 2024 er 3,9 pct. mod et sammenligningstal på 3,7 pct., altså 0,2 procentpoint højere, og målet er mindst 0,3 procentpoint lavere; målet er endnu ikke nået, og tempoet kan ikke bedømmes.', 'At risk: the figure for June 2024 is 3.9 per cent against a comparison figure of 3.7 per cent, that is 0.2 percentage points higher, and the goal is at least 0.3 percentage points lower; the goal is not yet met, and the pace cannot be judged.'],
    ['a trend', { rule: { kind: 'benchmark_trend', comparator: 'lt', ...base } }, 'På rette vej: ændringen fra august 2023 til juni 2024 er 0,1 procentpoint lavere end for hele landet (3,9 pct. mod 3,4 pct.), og målet er en lavere ændring; målet er nået indtil videre.', 'On track: the change from August 2023 to June 2024 is 0.1 percentage points lower than for the whole country (3.9 per cent against 3.4 per cent), and the goal is a lower change; the goal is met so far.'],
    ['a relative trend: a difference of two relative changes is in procentpoint', { rule: { kind: 'benchmark_trend', comparator: 'lte', mode: 'relative', margin: -3, ...base } }, 'På rette vej: ændringen fra august 2023 til juni 2024 er 2,5 procentpoint lavere end for hele landet (3,9 pct. mod 3,4 pct.), og målet er mindst 3,0 procentpoint lavere; tempoet er 134 pct. af det, der skal til.', 'On track: the change from August 2023 to June 2024 is 2.5 percentage points lower than for the whole country (3.9 per cent against 3.4 per cent), and the goal is at least 3.0 percentage points lower; the pace is 134 per cent of what it takes.'],
    ['a trend that stands where the benchmark’s does', { rule: { kind: 'benchmark_trend', comparator: 'lt', ...base }, own: { '2023-08': 4.0, '2024-06': 4.0 } }, 'Ikke på rette vej: ændringen fra august 2023 til juni 2024 er den samme som for hele landet (4,0 pct. mod 3,4 pct.), og målet er en lavere ændring; forskellen er ikke bedre end ved udgangspunktet.', 'Off track: the change from August 2023 to June 2024 is the same as for the whole country (4.0 per cent against 3.4 per cent), and the goal is a lower change; the difference is no better than at the baseline.']
  ])
})

describe('waiting and lacking', () => {
  sentences({ rule: threshold(5), asOf: '2025-01-10' }, [
    ['the deciding figure is not in', { own: { '2024-11': 6 } }, 'Afventer data: tallet for november 2024 er 6,0 pct., og målet er mindst 5,0 pct.; som tallene står, er målet opfyldt; fristen er nået, men det tal, der afgør målet, mangler endnu.', 'Awaiting data: the figure for November 2024 is 6.0 per cent, and the goal is at least 5.0 per cent; as the figures stand, the goal is met; the deadline has come, but the figure that decides is not in yet.'],
    ['it is provisional', { own: { '2024-12': prov(4) } }, 'Afventer data: tallet for december 2024 er 4,0 pct., og målet er mindst 5,0 pct.; som tallene står, er målet ikke opfyldt; de tal, der afgør målet, er foreløbige.', 'Awaiting data: the figure for December 2024 is 4.0 per cent, and the goal is at least 5.0 per cent; as the figures stand, the goal is not met; the figures that decide are provisional.'],
    ['nothing at all', {}, 'Afventer data: der er endnu ingen tal.', 'Awaiting data: there are no figures yet.'],
    ['nothing in the window', { own: { '2023-12': 6 }, asOf: '2024-03-01' }, 'Ingen data: der er endnu ingen tal fra målets periode.', 'No data: there are no figures from the target’s period yet.'],
    ['suppressed', { own: { '2024-01': 'suppressed' }, asOf: '2024-03-01' }, 'Ingen data: et tal, der skal bruges, er diskretioneret.', 'No data: a figure that is needed is suppressed.'],
    ['not started', { asOf: '2023-12-31' }, 'Ikke startet: perioden begynder først den 1. januar 2024.', 'Not started: the period does not begin until 1 January 2024.'],
    ['no baseline', { rule: change(1), own: { '2024-06': 6 } }, 'Afventer data: der mangler et udgangspunkt at måle fra.', 'Awaiting data: there is no baseline to measure from.']
  ])
})

describe('milestones, assessments, monitors and combinations', () => {
  const milestone: Rule = { kind: 'milestone', deliverables: [{ code: 'a', title: 'A', due: '2024-06-30' }, { code: 'b', title: 'B' }] }
  sentences({ own: everyMonth(2024, 6) }, [
    ['past its due date', { rule: milestone }, 'I risiko: 0 af 2 leverancer er registreret som gennemført; mindst én har overskredet sin egen frist.', 'At risk: 0 of 2 deliverables are recorded as done; at least one is past its own due date.'],
    ['on its way', { rule: milestone, done: [{ code: 'a', on: '2024-06-01' }] }, 'På rette vej: 1 af 2 leverancer er registreret som gennemført; fristen er den 31. december 2024.', 'On track: 1 of 2 deliverables is recorded as done; the deadline is 31 December 2024.'],
    ['one done today, one tomorrow', { rule: milestone, done: [{ code: 'a', on: '2024-07-10' }, { code: 'b', on: '2024-07-11' }] }, 'På rette vej: 1 af 2 leverancer er registreret som gennemført; fristen er den 31. december 2024.', 'On track: 1 of 2 deliverables is recorded as done; the deadline is 31 December 2024.'],
    ['in time', { rule: milestone, done: [{ code: 'a', on: '2024-06-01' }, { code: 'b', on: '2024-06-02' }] }, 'Opfyldt: 2 af 2 leverancer er registreret som gennemført.', 'Achieved: 2 of 2 deliverables are recorded as done.'],
    ['past the deadline', { rule: milestone, done: [{ code: 'a', on: '2024-06-01' }], asOf: '2025-02-01' }, 'Ikke opfyldt: 1 af 2 leverancer er registreret som gennemført; fristen var den 31. december 2024.', 'Missed: 1 of 2 deliverables is recorded as done; the deadline was 31 December 2024.'],
    ['a milestone before it begins', { rule: milestone, asOf: '2023-12-31' }, 'Ikke startet: perioden begynder først den 1. januar 2024.', 'Not started: the period does not begin until 1 January 2024.'],
    ['late', { rule: milestone, done: [{ code: 'a', on: '2024-06-01' }, { code: 'b', on: '2025-01-02' }], asOf: '2025-02-01' }, 'Opfyldt: 2 af 2 leverancer er registreret som gennemført; den sidste efter fristen.', 'Achieved: 2 of 2 deliverables are recorded as done; the last one after the deadline.'],
    ['a single one, past its due date', { rule: { kind: 'milestone', deliverables: [{ code: 'a', title: 'A', due: '2024-06-30' }] } }, 'I risiko: leverancen er ikke registreret som gennemført; den har overskredet sin egen frist.', 'At risk: the deliverable is not recorded as done; it is past its own due date.'],
    ['a single one, late', { rule: { kind: 'milestone', deliverables: [{ code: 'a', title: 'A' }] }, done: [{ code: 'a', on: '2025-01-02' }], asOf: '2025-02-01' }, 'Opfyldt: leverancen er gennemført; det skete efter fristen.', 'Achieved: the deliverable is done; that was after the deadline.'],
    ['judged', { rule: { kind: 'assessment' }, assessments: [{ on: '2024-06-01', status: 'off_track' }] }, 'Ikke på rette vej: vurderet som »ikke på rette vej« den 1. juni 2024.', 'Off track: judged “off track” on 1 June 2024.'],
    ['judged, but not in the end', { rule: { kind: 'assessment' }, assessments: [{ on: '2024-06-01', status: 'at_risk' }], asOf: '2025-01-01' }, 'Afventer data: vurderet som »i risiko« den 1. juni 2024; fristen er nået, men den endelige vurdering mangler.', 'Awaiting data: judged “at risk” on 1 June 2024; the deadline has come, but the final judgement is not in yet.'],
    ['never judged', { rule: { kind: 'assessment' } }, 'Ingen data: der er endnu ingen vurdering.', 'No data: it has not been assessed yet.'],
    ['followed', {}, 'Følges: tallet for juni 2024 er 6,0 pct.; det følges, men bedømmes ikke.', 'Monitored: the figure for June 2024 is 6.0 per cent; it is followed but not judged.'],
    ['followed, without figures', { own: {} }, 'Følges: der er endnu ingen tal.', 'Monitored: there are no figures yet.'],
    ['all of', { rule: { kind: 'all_of', rules: [threshold(5), threshold(6), threshold(7)] } }, 'I risiko: alle dele skal nås; de står sådan: 2 som »på rette vej«, 1 som »i risiko«.', 'At risk: every part must be met; they stand as follows: 2 as “on track”, 1 as “at risk”.'],
    ['all of, waiting', { rule: { kind: 'all_of', rules: [threshold(5), threshold(6)] }, own: { '2024-11': 7 }, asOf: '2025-01-10' }, 'Afventer data: alle dele skal nås; de står sådan: 2 som »afventer data«.', 'Awaiting data: every part must be met; they stand as follows: 2 as “awaiting data”.'],
    ['any of', { rule: { kind: 'any_of', rules: [threshold(5), threshold(7)] } }, 'På rette vej: én af delene er nok; de står sådan: 1 som »på rette vej«, 1 som »i risiko«.', 'On track: one of the parts is enough; they stand as follows: 1 as “on track”, 1 as “at risk”.'],
    ['only followed', { rule: { kind: 'any_of', rules: [{ kind: 'monitor' }, { kind: 'monitor' }] } }, 'Følges: delene følges, men bedømmes ikke.', 'Monitored: the parts are followed but not judged.']
  ])
})

test('an area without a name is called by its id', () => {
  const question: Question = { rule: { kind: 'benchmark_level', comparator: 'gte', benchmark: { area: '0316' } }, asOf: '2024-07-10', own: { '2024-06': 5 } }
  const [own] = observationsOf(question)
  const { areaNames: _, ...input } = inputOf(question, [own!, { ...own!, area: '0316', value: 4 }])
  expect(evaluate(input).explanation.en).toContain('5.0 per cent against 4.0 per cent for 0316, that is 1.0 percentage points higher')
})
