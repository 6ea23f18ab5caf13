import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDuration, dayText, toDay } from '../../src/domain/date.ts'
import type { Observation } from '../../src/domain/measurement.ts'
import { namesakeAYearEarlier, parsePeriod, shiftPeriod } from '../../src/domain/period.ts'
import type { NumericRule, Rule } from '../../src/domain/target.ts'
import { evaluate } from '../../src/domain/status/evaluate.ts'
import { meterOf, aimsUp } from '../../src/domain/status/measures.ts'
import { STATUS_NAMES } from '../../src/domain/status/phrases.ts'
import { type Evaluation, RANKED_STATUSES, type RankedStatus, type Status } from '../../src/domain/status/status.ts'
import { type NumericQuestion, question, tenths } from './arbitrary.ts'
import { answer, inputOf, observationsOf } from './case.ts'

const RUNS = { numRuns: 600 }
const rank = (status: Status): number => RANKED_STATUSES.indexOf(status as RankedStatus)
/** How good an answer is; what awaits data counts as it stands. */
const goodness = ({ status, provisional }: Evaluation): number => rank(provisional ?? status)

describe('the engine', () => {
  test('gives the same answer for the same input, in whatever order it was posted', () => {
    fc.assert(fc.property(question().chain(asked => fc.tuple(fc.constant(asked), fc.shuffledSubarray(observationsOf(asked), { minLength: observationsOf(asked).length }))), ([asked, shuffled]) => {
      expect(evaluate(inputOf(asked, shuffled))).toEqual(answer(asked))
    }), RUNS)
  })

  test('does not see an observation that ends after asOf', () => {
    fc.assert(fc.property(question(), asked => {
      const seen = observationsOf(asked).filter(({ period }) => parsePeriod(period).end <= toDay(asked.asOf))
      expect(evaluate(inputOf(asked, seen))).toEqual(answer(asked))
    }), RUNS)
  })

  test('never throws, and every figure and sentence is whole', () => {
    fc.assert(fc.property(question(), asked => {
      const got = answer(asked)
      const figures = [got.expected, got.pace, got.progress, got.distance, got.current?.measure, got.projection?.measure, got.baseline?.value, got.goalLine?.value]
      for (const figure of figures) if (figure !== null && figure !== undefined) expect(Number.isFinite(figure)).toBe(true)
      for (const language of ['da', 'en'] as const) {
        const sentence = got.explanation[language]
        expect(sentence.startsWith(`${STATUS_NAMES[got.status][language]}: `)).toBe(true)
        expect(sentence).toMatch(/[^.;: ]\.$/)
        expect(sentence).not.toMatch(/undefined|null|NaN|\[object|#| {2}|–,|\( ?\)|-\d/)
      }
    }), RUNS)
  })

  test('known earlier than asked: the same status, not final', () => {
    fc.assert(fc.property(question(), asked => {
      const got = answer({ ...asked, knownOn: dayText(toDay(asked.asOf) - 1) })
      expect(got).toMatchObject({ status: answer(asked).status, final: false })
    }), RUNS)
  })

  test('says what fits together', () => {
    fc.assert(fc.property(question(), asked => {
      const { status, final, provisional, reason, met, current, window, stale } = answer(asked)
      const isOver = asked.asOf >= window.deadline
      if (final) expect(['achieved', 'missed']).toContain(status)
      if (final) expect([reason, provisional, stale]).toEqual([null, null, false])
      expect(final).toBe(status === 'achieved' || status === 'missed')
      expect(status === 'not_started').toBe(asked.asOf < window.start)
      expect(provisional !== null).toBe(status === 'awaiting_data' && current !== null)
      if (status === 'awaiting_data') expect(isOver).toBe(true)
      if (['on_track', 'at_risk', 'off_track', 'no_data'].includes(status)) expect(isOver).toBe(false)
      expect(met === null).toBe(current === null)
      if (['slipped', 'pace_unknown'].includes(reason ?? '')) expect(met).toBe(false)
    }), RUNS)
  })
})

/** The question with its current own figure moved by some tenths towards the better; null where there is none to move. */
function bettered (asked: NumericQuestion, tenthsBetter: number): [Observation[], Observation[]] | null {
  const current = answer(asked).current
  if (current === null) return null
  const { comparator } = meterOf(asked.rule, asked.polarity ?? 'neutral')
  const up = asked.rule.kind === 'gap_reduction' ? asked.polarity === 'higher_is_better' : aimsUp(comparator)
  const move = (by: number): Observation[] => observationsOf(asked).map(one =>
    one.area === '0250' && one.indicator === 'own' && one.period === current.period ? { ...one, value: (Math.round((one.value as number) * 10) + by) / 10 } : one)
  return [move(0), move(up ? tenthsBetter : -tenthsBetter)]
}

describe('a better current figure, all else equal', () => {
  test('never gives a worse status', () => {
    fc.assert(fc.property(question({ lags: false }), fc.integer({ min: 1, max: 120 }), (asked, better) => {
      const pair = bettered(asked, better)
      fc.pre(pair !== null)
      const [before, after] = (pair as [Observation[], Observation[]]).map(posted => evaluate(inputOf(asked, posted))) as [Evaluation, Evaluation]
      expect(goodness(after)).toBeGreaterThanOrEqual(goodness(before))
      expect(after.distance as number).toBeGreaterThanOrEqual(before.distance as number)
    }), RUNS)
  })
})

/** The rule seen in a mirror: what was up is down. */
function mirrored (rule: NumericRule): NumericRule | null {
  const flip = { gte: 'lte', gt: 'lt', lte: 'gte', lt: 'gt' } as const
  const baseline = rule.baseline !== undefined && 'value' in rule.baseline ? { ...rule.baseline, value: -rule.baseline.value, benchmark: -(rule.baseline.benchmark ?? 0) } : rule.baseline
  switch (rule.kind) {
    case 'threshold': {
      if (rule.aggregate === 'sum') return null // a sum rises; its mirror image would fall
      const aggregate = rule.aggregate === 'max' ? 'min' : rule.aggregate === 'min' ? 'max' : rule.aggregate
      return { ...rule, comparator: flip[rule.comparator], value: -rule.value, aggregate, baseline }
    }
    case 'change': return { ...rule, comparator: flip[rule.comparator], amount: -rule.amount, baseline }
    case 'benchmark_level':
    case 'benchmark_trend': return { ...rule, comparator: flip[rule.comparator], margin: -(rule.margin ?? 0), baseline }
    case 'direction': return { ...rule, direction: rule.direction === 'increase' ? 'decrease' : 'increase', baseline }
    case 'gap_reduction': return { ...rule, baseline }
  }
}

describe('two ways to say the same', () => {
  test('turned upside down the answer is the same', () => {
    fc.assert(fc.property(question(), asked => {
      const rule = mirrored(asked.rule)
      fc.pre(rule !== null)
      const posted = observationsOf(asked).map(one => ({ ...one, value: one.value === null ? null : -one.value }))
      const polarity = asked.polarity === 'higher_is_better' ? 'lower_is_better' : 'higher_is_better'
      const { status, final, reason, provisional, pace, trend, distance } = answer(asked)
      expect(evaluate(inputOf({ ...asked, rule: rule as Rule, polarity }, posted))).toMatchObject({ status, final, reason, provisional, pace, trend, distance })
    }), RUNS)
  })

  test('what is reached to the tenth is reached exactly', () => {
    fc.assert(fc.property(tenths, tenths, (from, to) => {
      const amount = Math.round((to - from) * 10) / 10
      const got = answer({ rule: { kind: 'change', comparator: 'gte', amount, baseline: { period: '2023-12' } }, own: { '2023-12': from, '2024-12': to }, asOf: '2024-12-31' })
      expect(got).toMatchObject({ status: 'achieved', final: true, distance: 0 })
      expect(answer({ rule: { kind: 'threshold', comparator: 'gt', value: to, aggregate: 'mean' }, own: { '2024-01': to, '2024-02': to, '2024-03': to }, asOf: '2024-06-01' })).toMatchObject({ met: false, distance: 0 })
    }), RUNS)
  })

  test('all_of is never better than a child, any_of never worse', () => {
    fc.assert(fc.property(question(), question(), (one, other) => {
      const rules: Rule[] = [one.rule, other.rule]
      const all = answer({ ...one, rule: { kind: 'all_of', rules } })
      const any = answer({ ...one, rule: { kind: 'any_of', rules } })
      for (const child of all.children ?? []) expect(rank(all.status)).toBeLessThanOrEqual(rank(child.status))
      for (const child of any.children ?? []) expect(rank(any.status)).toBeGreaterThanOrEqual(rank(child.status))
    }), RUNS)
  })
})

describe('calendar', () => {
  const day = fc.integer({ min: toDay('1901-01-01'), max: toDay('2198-12-31') })
  const period = fc.tuple(day, fc.constantFrom('year', 'half', 'quarter', 'month', 'week', 'day')).map(([at, kind]) => {
    const [year, month] = [dayText(at).slice(0, 4), Number(dayText(at).slice(5, 7))]
    const texts: Record<string, string> = { year, half: `${year}-H${Math.ceil(month / 6)}`, quarter: `${year}-Q${Math.ceil(month / 3)}`, month: dayText(at).slice(0, 7), week: `${year}-W${String(Math.max(1, (month - 1) * 4)).padStart(2, '0')}`, day: dayText(at) }
    return parsePeriod(texts[kind] as string)
  })

  test('moving there and back is standing still, and neighbours touch', () => {
    fc.assert(fc.property(period, fc.integer({ min: -40, max: 40 }), (from, steps) => {
      const to = shiftPeriod(from, steps)
      fc.pre(to !== null)
      expect(shiftPeriod(to as NonNullable<typeof to>, -steps)).toEqual(from)
      const next = shiftPeriod(from, 1)
      if (next !== null) expect(next.start).toBe(from.end + 1)
      expect(parsePeriod(from.text)).toEqual(from)
    }))
  })

  test('the namesake has the same name, a year earlier', () => {
    fc.assert(fc.property(period, from => {
      const earlier = namesakeAYearEarlier(from)
      if (earlier !== null) expect([earlier.text.slice(4), earlier.year, earlier.kind]).toEqual([from.text.slice(4), from.year - 1, from.kind])
    }))
  })

  test('days read as they are written, and a later day lies later', () => {
    fc.assert(fc.property(day, at => {
      expect(toDay(dayText(at))).toBe(at)
      expect(addDuration(at, 'P1M')).toBeGreaterThan(at)
      expect(addDuration(at, 'P12M')).toBe(addDuration(at, 'P1Y'))
    }))
  })
})
