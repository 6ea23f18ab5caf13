import type { PlanDocument } from '../../src/domain/plan.ts'
import type { Rule, TargetDocument } from '../../src/domain/target.ts'
import type { Seed } from '../../db/seed/index.ts'

// A made-up country for measuring speed. Everything in it is synthetic, says so, and is never loaded by a server that people use.

const SOURCE = 'synthetic'
const INDICATORS = 12
const MONTHS = Array.from({ length: 60 }, (_, i) => `${2021 + Math.floor((i + 5) / 12)}-${String((i + 5) % 12 + 1).padStart(2, '0')}`)
const PLAN_YEAR = 2024

const indicatorId = (i: number): string => `synthetic-${i + 1}`
/** The same pseudo-random number for the same seed, in [0, 1). */
export const noise = (seed: number): number => {
  const x = Math.sin(seed * 12.9898) * 43758.5453
  return x - Math.floor(x)
}

const DK = { area: 'DK' }
const BASE = { period: `${PLAN_YEAR - 1}-12` }
const RULES: readonly Rule[] = [
  { kind: 'threshold', comparator: 'lte', value: 4 },
  { kind: 'threshold', comparator: 'gte', value: 40, aggregate: 'sum' },
  { kind: 'change', comparator: 'lte', amount: -0.3, baseline: BASE },
  { kind: 'change', comparator: 'lte', amount: -2, mode: 'relative', baseline: { lag: 'P1Y' } },
  { kind: 'benchmark_level', comparator: 'lte', margin: -0.5, benchmark: DK },
  { kind: 'benchmark_trend', comparator: 'lte', benchmark: DK, baseline: BASE },
  { kind: 'gap_reduction', amount: 0.2, benchmark: DK, baseline: BASE },
  { kind: 'direction', direction: 'decrease', baseline: BASE },
  { kind: 'threshold', comparator: 'lte', value: 4, smoothing: 12 },
  { kind: 'all_of', rules: [{ kind: 'threshold', comparator: 'lte', value: 5 }, { kind: 'benchmark_level', comparator: 'lte', benchmark: DK }] }
]

function planOf (kommune: string, k: number): PlanDocument {
  const targets = RULES.map((rule, i): TargetDocument => ({
    code: `${i % 5 + 1}${'ab'[Math.floor(i / 5)]}`,
    title: `Synthetic target ${i + 1}`,
    indicator: indicatorId((i + k) % INDICATORS),
    window: { start: `${PLAN_YEAR}-01-01`, deadline: `${PLAN_YEAR}-12-31` },
    rule
  }))
  return {
    id: `synthetic-${kommune}`,
    kommune,
    title: 'Synthetic plan',
    kind: 'annual_plan',
    status: 'adopted',
    period: { from: `${PLAN_YEAR}-01-01`, to: `${PLAN_YEAR}-12-31` },
    goals: [1, 2, 3, 4, 5].map(number => ({
      code: String(number), kind: 'ministerial', title: `Synthetic goal ${number}`, nationalGoals: [`${PLAN_YEAR}-${number}`], targets: targets.filter(target => target.code.startsWith(String(number)))
    }))
  }
}

/** 98 plans of 10 targets of every numeric rule kind, 12 indicators of 60 months for each kommune and the country: 71,280 figures. */
export function syntheticCountry ({ areas, nationalGoals }: Pick<Seed, 'areas' | 'nationalGoals'>): Seed {
  const kommuner = areas.filter(area => area.kind === 'kommune').map(area => area.id)
  const figures = ['DK', ...kommuner].flatMap((area, a) => Array.from({ length: INDICATORS }, (_, i) => MONTHS.map((period, m) => ({
    indicator: indicatorId(i), area, period, value: Math.round((3 + 2 * noise(a * 31 + i) + 0.4 * Math.sin(m / 2) + 0.3 * noise(a * 7919 + i * 104729 + m)) * 10) / 10, source: SOURCE
  })))).flat()
  return {
    areas,
    nationalGoals,
    mappings: [],
    indicators: Array.from({ length: INDICATORS }, (_, i) => ({
      id: indicatorId(i), name: { da: `Syntetisk ${i + 1}`, en: `Synthetic ${i + 1}` }, unit: 'percent', polarity: 'lower_is_better', frequency: 'month', publicationLagDays: 45, source: SOURCE
    })),
    plans: kommuner.map(planOf),
    measurements: figures
  }
}
