import { describe, expect, test } from 'vitest'
import type { Rule, TargetDocument } from '../../src/domain/target.ts'
import { type WarningSurroundings, warningsOf } from '../../src/services/plan-warnings.ts'
import { area, goal, indicator, plan, target } from '../db/samples.ts'

const INDICATORS = [
  indicator('ledighed'), indicator('beskaeftigelse', { polarity: 'higher_is_better' }), indicator('neutral', { polarity: 'neutral' }), indicator('personer', { unit: 'persons' }),
  indicator('aarlig', { frequency: 'year', publicationLagDays: 60 }), indicator('frit', { frequency: 'irregular', publicationLagDays: 400 })
]
const AREAS = [area('DK', { kind: 'country' }), area('RAR-X', { kind: 'rar', name: 'RAR X', validFrom: '2015-01-01', validTo: '2024-06-30' }), area('NY', { validFrom: '2024-02-01' })]
const SURROUNDINGS: WarningSurroundings = { indicators: new Map(INDICATORS.map(one => [one.id, one])), areas: { resolve: id => AREAS.find(one => one.id === id) } }

const warned = (rule: Rule, change: Partial<TargetDocument> = {}, surroundings = SURROUNDINGS) =>
  warningsOf(plan('p', [goal('1'), goal('2', [target('2a', { rule, ...change })])]), surroundings).map(({ pointer, code }) => `${pointer.replace('/goals/1/targets/0', '')} ${code}`)
const threshold = (change: object = {}): Rule => ({ kind: 'threshold', comparator: 'lte', value: 4, ...change })
const window = (start: string, deadline: string) => ({ window: { start, deadline } })
const YEAR = { indicator: 'aarlig' }
const compared = (where: string, change: object = {}): Rule => ({ kind: 'benchmark_level', comparator: 'lte', benchmark: { area: where }, ...change })

describe('a target is warned of', () => {
  test.each<[string, Rule, Partial<TargetDocument>, string[]]>([
    ['not, where nothing is wrong', threshold(), {}, []],
    ['where a share is above 100', threshold({ value: 100.5 }), {}, ['/rule/value percent_out_of_range']],
    ['where a share is below 0', threshold({ value: -1 }), {}, ['/rule/value percent_out_of_range']],
    ['not at 0 and 100', threshold({ value: 100 }), {}, []],
    ['not, where it is no share', threshold({ value: 700 }), { indicator: 'personer' }, []],
    ['not, where changes in per cent are meant', { kind: 'change', comparator: 'lte', amount: -120, mode: 'relative', baseline: { period: '2023-12' } }, {}, []],
    ['for gte where lower is better', threshold({ comparator: 'gte' }), {}, ['/rule/comparator against_polarity']],
    ['for lte where higher is better', threshold(), { indicator: 'beskaeftigelse' }, ['/rule/comparator against_polarity']],
    ['for lt of a benchmark where higher is better', compared('DK', { comparator: 'lt' }), { indicator: 'beskaeftigelse' }, ['/rule/comparator against_polarity']],
    ['for an increase where lower is better', { kind: 'direction', direction: 'increase', baseline: { period: '2023-12' } }, {}, ['/rule/direction against_polarity']],
    ['neither way where neither is better', threshold({ comparator: 'gte' }), { indicator: 'neutral' }, []],
    ['not of a gap, which knows its direction', { kind: 'gap_reduction', amount: 0.2, benchmark: { area: 'DK' }, baseline: { period: '2023-12' } }, {}, []],
    ['where the benchmark ends in the window', compared('RAR-X'), {}, ['/rule/benchmark/area benchmark_area_not_valid']],
    ['where the benchmark begins in the window', compared('NY'), {}, ['/rule/benchmark/area benchmark_area_not_valid']],
    ['not, where the benchmark is there in all of it', compared('RAR-X'), window('2024-01-01', '2024-06-30'), []],
    ['where it begins before the plan', threshold(), window('2023-12-31', '2024-12-31'), ['/window window_outside_period']],
    ['where it ends after the plan', threshold(), window('2024-01-01', '2025-01-01'), ['/window window_outside_period']],
    ['where a deliverable has no date', { kind: 'milestone', deliverables: [{ code: 'a', title: 'A', due: '2024-06-30' }, { code: 'b', title: 'B' }] }, {}, ['/rule/deliverables/1 due_missing']],
    ['where a deliverable is due outside the window', { kind: 'milestone', deliverables: [{ code: 'a', title: 'A', due: '2025-01-01' }, { code: 'b', title: 'B', due: '2023-12-31' }] }, {}, ['/rule/deliverables/0/due due_outside_window', '/rule/deliverables/1/due due_outside_window']],
    ['where the baseline is of another frequency', threshold({ baseline: { period: '2023' } }), {}, ['/rule/baseline/period baseline_frequency']],
    ['not, where any period will do', threshold({ baseline: { period: '2023-01-01/2023-03-01' } }), { indicator: 'frit' }, []],
    ['where the first figure comes after the deadline', threshold(), YEAR, ['/window/deadline deadline_before_figures']],
    ['where no period ends in the window', threshold(), window('2024-03-02', '2024-03-20'), ['/window/deadline deadline_before_figures']],
    ['not, where the first figure comes on the deadline', threshold(), window('2024-01-01', '2024-03-16'), []],
    ['of what an irregular indicator promises nothing', threshold(), { indicator: 'frit' }, []],
    ['not of what is judged by people', { kind: 'assessment' }, { indicator: null }, []]
  ])('%s', (_, rule, change, expected) => expect(warned(rule, change)).toEqual(expected))

  test('each part of a combination at its place, with the indicator that it names', () => {
    const rule: Rule = { kind: 'all_of', rules: [threshold({ value: 200 }), { kind: 'any_of', rules: [threshold({ indicator: 'beskaeftigelse' }), { kind: 'monitor' }] }] }
    expect(warned(rule)).toEqual(['/rule/rules/0/value percent_out_of_range', '/rule/rules/1/rules/0/comparator against_polarity'])
    expect(warned(threshold(), { indicator: 'nobody' })).toEqual([])
  })

  test('where its series has no figures', () => {
    const surroundings = { ...SURROUNDINGS, hasFigures: ({ indicator: id, segment }: { indicator: string, segment: string | null }) => id === 'ledighed' && segment === null }
    expect(warned(threshold(), {}, surroundings)).toEqual([])
    expect(warned({ kind: 'monitor' }, { segment: 'unge' }, surroundings)).toEqual(['/indicator no_figures'])
    expect(warned({ kind: 'all_of', rules: [threshold({ indicator: 'personer' }), { kind: 'monitor' }] }, {}, surroundings)).toEqual(['/rule/rules/0/indicator no_figures'])
    const unge = { segment: 'unge' }
    expect(warned({ kind: 'all_of', rules: [threshold(unge), { kind: 'any_of', rules: [threshold(unge), { kind: 'monitor' }] }, threshold({ segment: null })] }, unge, surroundings)).toEqual(['/indicator no_figures'])
  })

  test('in both languages, with what is usual named', () => {
    const [warning] = warningsOf(plan('p', [goal('1', [target('1a', { rule: threshold({ comparator: 'gte' }) })])]), SURROUNDINGS)
    expect(warning!.message).toEqual({
      da: 'Af indikatoren ledighed gælder, at lavere er bedre, og reglen siger gte. Det plejer at være lte.',
      en: 'Of the indicator ledighed lower is better, and the rule says gte. Usual is lte.'
    })
  })
})
