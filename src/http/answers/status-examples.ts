import type { z } from 'zod'
import type { goalStatus, planStatus, statusHistory, targetStatus } from './status.ts'
import { targetExample } from './target.ts'

const asked = { asOf: '2024-07-10', knownAt: '2026-01-01T00:00:00.000Z' }
const indicator = 'sygedagpenge-jobafklaring-pct-arbejdsstyrke'
const observed = (area: string, period: string, value: number) => ({ indicator, area, segment: null, period, value, flag: 'final' as const, revision: 1, source: 'Jobindsats', calculation: null })

/** Frederikssund's target 3a in July 2024: the gap fell by 0.1 of the 0.2 points. */
export const targetStatusExample: z.output<typeof targetStatus> = {
  target: targetExample.id,
  ...asked,
  status: 'at_risk',
  final: false,
  reason: null,
  provisional: null,
  late: false,
  stale: false,
  met: false,
  current: { period: '2024-06', value: 3.9, benchmark: 3.4, measure: 0.1 },
  baseline: { period: '2023-08', on: '2023-08-31', value: 4, benchmark: 3.4, measure: 0 },
  goalLine: { comparator: 'gte', value: 0.2 },
  expected: 0.1246,
  pace: 0.8026,
  paceLimits: { onTrack: 0.95, atRisk: 0.6 },
  progress: 0.5,
  distance: -0.1,
  trend: null,
  projection: null,
  evidence: [observed('0250', '2023-08', 4), observed('0250', '2024-06', 3.9), observed('DK', '2023-08', 3.4), observed('DK', '2024-06', 3.4)],
  children: null,
  explanation: {
    da: 'I risiko: gabet til hele landet er mindsket med 0,1 procentpoint fra august 2023 til juni 2024 (3,9 pct. mod 3,4 pct.), og målet er, at det mindskes med mindst 0,2 procentpoint; tempoet er 80 pct. af det, der skal til.',
    en: 'At risk: the gap to the whole country has narrowed by 0.1 percentage points from August 2023 to June 2024 (3.9 per cent against 3.4 per cent), and the goal is that it narrows by at least 0.2 percentage points; the pace is 80 per cent of what it takes.'
  },
  rule: targetExample.rule,
  window: targetExample.window
}

const rollup = { overall: 'at_risk' as const, counts: { at_risk: 1 }, coverage: 1 }

export const goalStatusExample: z.output<typeof goalStatus> = { goal: targetExample.goal, plan: targetExample.plan, ...asked, ...rollup, targets: [targetStatusExample] }
export const planStatusExample: z.output<typeof planStatus> = { plan: targetExample.plan, ...asked, ...rollup, goals: [{ goal: targetExample.goal, ...rollup }], targets: [targetStatusExample] }
export const statusHistoryExample: z.output<typeof statusHistory> = { target: targetExample.id, knownAt: asked.knownAt, items: [targetStatusExample] }
