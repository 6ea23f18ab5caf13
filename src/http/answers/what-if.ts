import { z } from 'zod'
import { FLAGS } from '../../domain/measurement.ts'
import { JUDGEMENTS } from '../../domain/status/status.ts'
import { ruleSchema } from '../../services/plan-document.ts'
import type { WhatIf } from '../../services/what-if.ts'
import { date, instant, period, segmentCode } from './shared.ts'
import { targetStatus } from './status.ts'
import { targetStatusExample } from './status-examples.ts'
import { targetExample, window } from './target.ts'

const number = z.number().nullable()

export const whatIf = z.strictObject({
  target: z.string(),
  hypothetical: z.literal(true).meta({ description: 'Always true: nothing of it is stored.' }),
  asOf: date.meta({ description: 'The day of both statuses: as asked, else today, or the day of the latest thing that is assumed.' }),
  knownAt: instant,
  assumed: z.strictObject({
    measurements: z.array(z.strictObject({ indicator: z.string(), area: z.string(), segment: segmentCode, period, value: number, flag: z.enum(FLAGS) })),
    rule: ruleSchema.nullable().meta({ description: 'The whole rule as it would be; null where it stays.' }),
    window: window.nullable().meta({ description: 'The window as it would be; null where rule and window stay.' }),
    deliverables: z.array(z.strictObject({ code: z.string(), doneOn: date.nullable() })),
    assessment: z.strictObject({ on: date, status: z.enum(JUDGEMENTS) }).nullable()
  }).meta({ description: 'What was assumed, as it was understood.' }),
  actual: targetStatus.meta({ description: 'The status without the assumptions.' }),
  whatIf: targetStatus.meta({ description: 'The status with them, `final` as if they were posted. In its evidence what is assumed has neither revision nor calculation.' }),
  difference: z.strictObject({
    status: z.enum(['better', 'same', 'worse']).nullable().meta({ description: 'How the status changes, in the order missed, off_track, at_risk, awaiting_data, no_data, not_started, on_track, achieved; null where it is only followed.' }),
    measure: number,
    distance: number,
    pace: number,
    progress: number
  }).meta({ description: 'The figures with the assumptions less those without; null where one of them is not there.' })
}).meta({ id: 'WhatIf' }) satisfies z.ZodType<WhatIf>

export const whatIfBody = { measurements: [{ period: '2024-07', value: 3.8 }, { area: 'DK', period: '2024-07', value: 3.5 }] }
const { indicator } = targetExample
const assumed = [['0250', 3.8], ['DK', 3.5]] as const
const ofJuly = { indicator: indicator ?? '', segment: null, period: '2024-07', flag: 'final' as const }

export const whatIfExample: z.output<typeof whatIf> = {
  target: targetExample.id,
  hypothetical: true,
  asOf: '2024-07-31',
  knownAt: targetStatusExample.knownAt,
  assumed: { measurements: assumed.map(([area, value]) => ({ ...ofJuly, area, value })), rule: null, window: null, deliverables: [], assessment: null },
  actual: { ...targetStatusExample, asOf: '2024-07-31' },
  whatIf: {
    ...targetStatusExample,
    asOf: '2024-07-31',
    status: 'on_track',
    met: true,
    current: { period: '2024-07', value: 3.8, benchmark: 3.5, measure: 0.3 },
    expected: 0.1373,
    pace: 2.1851,
    progress: 1.5,
    distance: 0.1,
    trend: 'improving',
    evidence: [...targetStatusExample.evidence.filter(one => one.period === '2023-08'), ...assumed.map(([area, value]) => ({ ...ofJuly, area, value, revision: null, source: null, calculation: null }))],
    explanation: {
      da: 'På rette vej: gabet til hele landet er mindsket med 0,3 procentpoint fra august 2023 til juli 2024 (3,8 pct. mod 3,5 pct.), og målet er, at det mindskes med mindst 0,2 procentpoint; målet er nået indtil videre.',
      en: 'On track: the gap to the whole country has narrowed by 0.3 percentage points from August 2023 to July 2024 (3.8 per cent against 3.5 per cent), and the goal is that it narrows by at least 0.2 percentage points; the goal is met so far.'
    }
  },
  difference: { status: 'better', measure: 0.2, distance: 0.2, pace: 1.3825, progress: 1 }
}
