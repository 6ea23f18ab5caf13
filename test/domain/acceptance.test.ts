import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Observation } from '../../src/domain/measurement.ts'
import type { Rule, Window } from '../../src/domain/target.ts'
import type { PaceLimits } from '../../src/domain/plan.ts'
import type { IndicatorMeaning } from '../../src/domain/status/reading.ts'
import { evaluate } from '../../src/domain/status/evaluate.ts'
import { indexSeries } from '../../src/domain/status/series.ts'
import type { Assessed, DoneDeliverable } from '../../src/domain/status/status.ts'

/** The cases that the spec comes with, computed by another implementation; they lie beside the repository and not in it. */
const source = new URL('../../../shared/acceptance/status-vectors.json', import.meta.url)

type Vector = {
  name: string
  input: {
    rule: Rule
    window: Window
    indicator: string
    area: string
    indicators: Record<string, Partial<IndicatorMeaning>>
    observations: Partial<Observation>[]
    asOf: string
    paceLimits?: PaceLimits
    deliverables?: DoneDeliverable[]
    assessments?: Assessed[]
  }
  expected: Record<string, unknown>
}

const vectors: Vector[] = existsSync(source) ? JSON.parse(readFileSync(source, 'utf8')) : []

function answer ({ indicator, area, observations, indicators, paceLimits, ...input }: Vector['input']): Record<string, unknown> {
  const meaning = { publicationLagDays: 0, breaks: [], unit: 'percent', decimals: 1 }
  const evaluation = evaluate({
    ...input,
    own: { indicator, area, segment: null },
    indicators: new Map(Object.entries(indicators).map(([id, given]) => [id, { ...meaning, ...given } as IndicatorMeaning])),
    series: indexSeries(observations.map(given => ({ segment: null, flag: 'final', revision: 1, source: null, ...given }) as Observation)),
    knownOn: '2026-01-01',
    paceLimits: paceLimits ?? { onTrack: 0.95, atRisk: 0.6 }
  })
  return { ...evaluation, measure: evaluation.current?.measure ?? null, period: evaluation.current?.period ?? null }
}

/** Numbers agree within 0.0001, also inside of a projection. */
function expectSame (got: unknown, want: unknown, name: string): void {
  if (typeof want === 'number') expect(Math.abs(Number(got) - want), `${name}: ${got} is not ${want}`).toBeLessThanOrEqual(0.0001 + 1e-9)
  else if (typeof want === 'object' && want !== null) {
    for (const [key, value] of Object.entries(want)) expectSame((got as Record<string, unknown> | null)?.[key], value, `${name}.${key}`)
  } else expect(got, name).toBe(want)
}

describe.skipIf(vectors.length === 0)('acceptance vectors', () => {
  test.each(vectors.map(vector => [vector.name, vector] as const))('%s', (_, { input, expected }) => {
    const got = answer(input)
    for (const [name, want] of Object.entries({ reason: null, provisional: null, late: false, ...expected })) expectSame(got[name], want, name)
  })
})
