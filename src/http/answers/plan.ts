import { z } from 'zod'
import { GOAL_KINDS, INITIATIVE_STATUSES, NOTE_KINDS, PLAN_KINDS, PLAN_STATUSES, type PlanDocument, RELATION_KINDS } from '../../domain/plan.ts'
import { date, instant, location } from './shared.ts'
import { paceLimits, target, targetExample } from './target.ts'

const range = z.strictObject({ from: date, to: date }).meta({ description: 'Both days included.' })
const code = z.string()

export const goal = z.strictObject({
  id: z.string().meta({ description: 'The plan\'s id, a dot and the code.' }),
  plan: z.string(),
  kommune: z.string(),
  code,
  kind: z.enum(GOAL_KINDS),
  title: z.string(),
  summary: z.string().nullable(),
  nationalGoals: z.array(z.string()).meta({ description: 'The national goals that it adopts.' }),
  period: range,
  objectives: z.array(z.strictObject({ code, text: z.string(), location })),
  initiatives: z.array(z.strictObject({ code, title: z.string(), summary: z.string().nullable(), group: z.string().nullable(), status: z.enum(INITIATIVE_STATUSES), location })),
  location,
  targets: z.array(target)
}).meta({ id: 'Goal' })

const swotEntries = z.array(z.strictObject({ text: z.string(), location }))

/** A plan as lists show it: without its goals. */
export const planSummary = z.strictObject({
  id: z.string(),
  kommune: z.string(),
  title: z.string(),
  kind: z.enum(PLAN_KINDS),
  period: range,
  status: z.enum(PLAN_STATUSES),
  adoptedBy: z.string().nullable(),
  adoptedOn: date.nullable(),
  umbrella: z.string().nullable().meta({ description: 'The plan that this one stands under.' }),
  mandatedByLaw: z.boolean(),
  paceLimits: paceLimits.nullable().meta({ description: 'Its own limits; null where it has none, and those of Eurostat (0.95 and 0.6) are used.' }),
  sources: z.array(z.strictObject({ title: z.string(), location })),
  commitments: z.array(z.strictObject({ code, text: z.string(), quantity: z.number(), unit: z.string(), per: z.string().nullable(), due: date.nullable(), location })),
  swot: z.strictObject({ strengths: swotEntries, weaknesses: swotEntries, opportunities: swotEntries, threats: swotEntries }).nullable(),
  relations: z.array(z.strictObject({ kind: z.enum(RELATION_KINDS), title: z.string(), plan: z.string().nullable(), location })),
  notes: z.array(z.strictObject({ kind: z.enum(NOTE_KINDS), text: z.string(), location })),
  version: z.number().int().meta({ description: 'Counts from 1 with each change; its ETag is the number in quotes.' }),
  recordedAt: instant
}).meta({ id: 'PlanSummary' })

export const plan = planSummary.extend({ goals: z.array(goal) }).meta({ id: 'Plan' })

export const goalExample: z.output<typeof goal> = {
  id: 'frederikssund-2024.3',
  plan: 'frederikssund-2024',
  kommune: '0250',
  code: '3',
  kind: 'focus_area',
  title: 'Færre og kortere sygedagpengeforløb',
  summary: null,
  nationalGoals: [],
  period: { from: '2024-01-01', to: '2024-12-31' },
  objectives: [{ code: '3.O1', text: 'Sygemeldte skal hurtigere tilbage i arbejde og beholde deres job, mens de er syge.', location: 'Fokusområde 3, indledning, afsnit 1' }],
  initiatives: [{ code: '3.I1', title: 'Tidlig, tæt og arbejdspladsrettet indsats', summary: null, group: null, status: 'planned', location: 'Fokusområde 3, indledning, afsnit 1' }],
  location: 'Fokusområde 3',
  targets: [targetExample]
}

export const planSummaryExample: z.output<typeof planSummary> = {
  id: 'frederikssund-2024',
  kommune: '0250',
  title: 'Beskæftigelsesplan 2024 – Frederikssund Kommune',
  kind: 'annual_plan',
  period: { from: '2024-01-01', to: '2024-12-31' },
  status: 'adopted',
  adoptedBy: null,
  adoptedOn: null,
  umbrella: null,
  mandatedByLaw: false,
  paceLimits: null,
  sources: [{ title: 'Mål og strategier for indsatsen i 2024', location: 'Side 5-13' }],
  commitments: [{ code: 'C1', text: 'Borgernes tilfredshed med jobcenteret undersøges en gang om året.', quantity: 1, unit: 'surveys', per: 'year', due: null, location: 'Fokusområde 1, indledning, afsnit 5' }],
  swot: null,
  relations: [],
  notes: [],
  version: 1,
  recordedAt: '2026-01-01T00:00:00.000Z'
}

export const planExample: z.output<typeof plan> = { ...planSummaryExample, goals: [goalExample] }

export const planDocumentExample: PlanDocument = {
  id: 'frederikssund-2024',
  kommune: '0250',
  title: 'Beskæftigelsesplan 2024 – Frederikssund Kommune',
  kind: 'annual_plan',
  period: { from: '2024-01-01', to: '2024-12-31' },
  status: 'adopted',
  goals: [{
    code: '3',
    kind: 'focus_area',
    title: 'Færre og kortere sygedagpengeforløb',
    targets: [{ code: targetExample.code, title: targetExample.title, indicator: targetExample.indicator, window: targetExample.window, rule: targetExample.rule }]
  }]
}
