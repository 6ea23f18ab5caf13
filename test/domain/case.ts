import { expect, test } from 'vitest'
import type { Frequency, Polarity, Unit } from '../../src/domain/indicator.ts'
import type { Observation } from '../../src/domain/measurement.ts'
import type { PaceLimits } from '../../src/domain/plan.ts'
import type { Rule } from '../../src/domain/target.ts'
import { evaluate, type EvaluationInput } from '../../src/domain/status/evaluate.ts'
import { indexSeries } from '../../src/domain/status/series.ts'
import type { Assessed, DoneDeliverable, Evaluation } from '../../src/domain/status/status.ts'

/** A figure of a table: final, provisional, or there but without a value. */
export type Figure = number | { provisional: number } | 'suppressed' | 'missing'
/** Figures by period: `{ '2024-06': 3.9 }`. */
export type Figures = Record<string, Figure>

/** A provisional figure. */
export const prov = (value: number): Figure => ({ provisional: value })

/**
 * One question to the engine. Unless it says otherwise: the year 2024, monthly figures where higher is better, in percent with one decimal.
 * `own` are the kommune's figures, `country` those of DK, `forecast` those of another indicator of the kommune (`indicator: 'forecast'`).
 */
export type Question = {
  rule: Rule
  /** First and last day: `2024-01-01/2024-12-31`. */
  window?: string
  asOf: string
  knownOn?: string
  own?: Figures
  country?: Figures
  forecast?: Figures
  frequency?: Frequency
  polarity?: Polarity
  unit?: Unit
  decimals?: number
  publicationLagDays?: number
  breaks?: string[]
  forecastBreaks?: string[]
  paceLimits?: PaceLimits
  done?: DoneDeliverable[]
  assessments?: Assessed[]
}

export const YEAR_2024 = '2024-01-01/2024-12-31'

const observations = (indicator: string, area: string, figures: Figures = {}): Observation[] =>
  Object.entries(figures).map(([period, figure]) => {
    const series = { indicator, area, segment: null, period, revision: 1, source: null }
    if (typeof figure === 'number') return { ...series, value: figure, flag: 'final' }
    return typeof figure === 'string' ? { ...series, value: null, flag: figure } : { ...series, value: figure.provisional, flag: 'provisional' }
  })

/** All observations of a question, as the engine takes them. */
export const observationsOf = ({ own, country, forecast }: Question): Observation[] =>
  [...observations('own', '0250', own), ...observations('own', 'DK', country), ...observations('forecast', '0250', forecast)]

/** The engine's input for a question; `posted` replaces its observations. */
export function inputOf (question: Question, posted: Observation[] = observationsOf(question)): EvaluationInput {
  const { rule, window = YEAR_2024, asOf, knownOn = '2099-12-31', frequency = 'month', polarity = 'higher_is_better', unit = 'percent', decimals = 1, publicationLagDays = 0 } = question
  const [start = '', deadline = ''] = window.split('/')
  const meaning = { frequency, polarity, unit, decimals, publicationLagDays }
  return {
    rule,
    window: { start, deadline },
    own: { indicator: 'own', area: '0250', segment: null },
    indicators: new Map([['own', { ...meaning, breaks: question.breaks ?? [] }], ['forecast', { ...meaning, breaks: question.forecastBreaks ?? [] }]]),
    series: indexSeries(posted),
    deliverables: question.done,
    assessments: question.assessments,
    asOf,
    knownOn,
    paceLimits: question.paceLimits ?? { onTrack: 0.95, atRisk: 0.6 },
    areaNames: new Map([['RAR-SJ', 'RAR Sjælland']])
  }
}

/** The engine's answer. */
export const answer = (question: Question): Evaluation => evaluate(inputOf(question))

/** What is expected of an answer. What is not named: not final, no reason, not provisional, not late; any other part is not looked at. */
export type Expected = Partial<Omit<Evaluation, 'rule' | 'window' | 'evidence' | 'children' | 'paceLimits' | 'explanation' | 'current'>> & { measure?: number, period?: string }

/** Checks an answer; numbers agree within 0.0001. */
export function expectAnswer (got: Evaluation, expected: Expected): void {
  const { measure, period, ...rest } = expected
  for (const [name, want] of Object.entries({ final: false, reason: null, provisional: null, late: false, ...rest })) {
    expectSame(got[name as keyof Evaluation], want, name)
  }
  if (measure !== undefined) expectSame(got.current?.measure, measure, 'measure')
  if (period !== undefined) expectSame(got.current?.period, period, 'period')
}

function expectSame (got: unknown, want: unknown, name: string): void {
  if (typeof want === 'number') {
    expect(typeof got, name).toBe('number')
    expect(Math.abs(got as number - want), `${name}: ${got} is not ${want}`).toBeLessThanOrEqual(0.0001)
  } else expect(got, name).toEqual(want)
}

/** A row of a table: what it shows, the question, the answer. */
export type Row = [name: string, question: Partial<Question>, expected: Expected]

/** Runs a table; each row's question is laid over `common`. */
export function table (common: Partial<Question>, rows: Row[]): void {
  for (const [name, question, expected] of rows) {
    test(name, () => expectAnswer(answer({ ...common, ...question } as Question), expected))
  }
}

/** The same figure for each month of a year: `everyMonth(2024, 10)`; another for some: `everyMonth(2024, 10, { '2024-03': 8 })`. */
export const everyMonth = (year: number, figure: Figure, but: Figures = {}, until = 12): Figures => ({
  ...Object.fromEntries(Array.from({ length: until }, (_, i) => [`${year}-${String(i + 1).padStart(2, '0')}`, figure])), ...but
})
