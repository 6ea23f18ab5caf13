import { z } from 'zod'
import { PLAN_STATUSES } from '../../domain/plan.ts'
import { ruleSchema } from '../../services/plan-document.ts'
import { date, location, segmentCode } from './shared.ts'

export const window = z.strictObject({ start: date, deadline: date }).meta({ description: 'Both days included.' })
export const paceLimits = z.strictObject({
  onTrack: z.number().meta({ description: 'From this share of the expected way on, on_track.' }),
  atRisk: z.number().meta({ description: 'From this share on, at_risk; below, off_track.' })
})

export const target = z.strictObject({
  id: z.string().meta({ description: 'The plan\'s id, a dot and the code.' }),
  plan: z.string(),
  goal: z.string(),
  kommune: z.string(),
  planStatus: z.enum(PLAN_STATUSES),
  code: z.string(),
  title: z.string(),
  indicator: z.string().nullable(),
  segment: segmentCode,
  population: z.string().nullable(),
  followUp: z.string().nullable().meta({ description: 'How the plan says that it is followed up.' }),
  window,
  rule: ruleSchema,
  paceLimits: paceLimits.nullable().meta({ description: 'The plan\'s own; null where it has none.' }),
  location
}).meta({ id: 'Target' })

export const targetExample: z.output<typeof target> = {
  id: 'frederikssund-2024.3a',
  plan: 'frederikssund-2024',
  goal: 'frederikssund-2024.3',
  kommune: '0250',
  planStatus: 'adopted',
  code: '3a',
  title: 'Gabet til landsgennemsnittet på sygedagpenge og jobafklaring er mindst 0,2 procentpoint mindre',
  indicator: 'sygedagpenge-jobafklaring-pct-arbejdsstyrke',
  segment: null,
  population: 'Borgere på sygedagpenge og i jobafklaringsforløb',
  followUp: 'Jobindsats og egne beregninger',
  window: { start: '2024-01-01', deadline: '2024-12-31' },
  rule: { kind: 'gap_reduction', amount: 0.2, benchmark: { area: 'DK' }, baseline: { period: '2023-08' } },
  paceLimits: null,
  location: 'Fokusområde 3, Resultatmål 3a; Bilag 2, Resultatmål 3a'
}
