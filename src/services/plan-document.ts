import { z } from 'zod'
import { GOAL_KINDS, INITIATIVE_STATUSES, NOTE_KINDS, PLAN_KINDS, PLAN_STATUSES, type PlanDocument, RELATION_KINDS } from '../domain/plan.ts'
import { AGGREGATES, COMPARATORS, MODES, type Rule } from '../domain/target.ts'
import { day, duration, figure as number, periodInPlace, slug } from './input.ts'

const text = (max = 2000) => z.string().trim().min(1).max(max)
const note = (max = 2000) => z.string().max(max).nullable().optional()
const location = note(1000).meta({ description: 'The place in the source.' })

/** A code inside a plan: `3a`, `2.O1`. */
const code = z.string().max(60).regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, { error: 'is not a code: letters, digits, dots, hyphens and underscores, beginning with a letter or digit' })
const areaId = z.string().min(1).max(60).overwrite(id => /^[1-9]\d\d$/.test(id) ? `0${id}` : id)

const window = z.strictObject({ start: day, deadline: day })
  .refine(({ start, deadline }) => start <= deadline, { error: 'the start lies after the deadline', path: ['deadline'] })
const range = z.strictObject({ from: day, to: day })
  .refine(({ from, to }) => from <= to, { error: 'the first day lies after the last', path: ['to'] })

const fixedBaseline = [z.strictObject({ period: periodInPlace }), z.strictObject({ value: number, on: day, benchmark: number.optional() })] as const
const levelBaseline = z.union(fixedBaseline).optional()
const baseline = z.union([...fixedBaseline, z.strictObject({ lag: z.literal('P1Y') })]).optional()
const benchmark = z.strictObject({ area: areaId.optional(), indicator: slug.optional() })
  .refine(({ area, indicator }) => area !== undefined || indicator !== undefined, { error: 'name the area or the indicator to compare with' })
const comparator = z.enum(COMPARATORS)
const mode = z.enum(MODES).optional()
const series = { indicator: slug.optional(), segment: z.string().max(100).nullable().optional() }
const smoothed = { ...series, smoothing: z.number().int().min(2).max(400).optional() }

const threshold = z.strictObject({ kind: z.literal('threshold'), ...smoothed, comparator, value: number, aggregate: z.enum(AGGREGATES).optional(), baseline: levelBaseline })
  .refine(rule => rule.smoothing === undefined || (rule.aggregate ?? 'latest') === 'latest', { error: 'smoothing goes only with the aggregate latest', path: ['smoothing'] })
const change = z.strictObject({ kind: z.literal('change'), ...smoothed, comparator, amount: number, mode, baseline })
const benchmarkLevel = z.strictObject({ kind: z.literal('benchmark_level'), ...smoothed, comparator, margin: number.optional(), benchmark, baseline: levelBaseline })
const benchmarkTrend = z.strictObject({ kind: z.literal('benchmark_trend'), ...smoothed, comparator, margin: number.optional(), mode, baseline, benchmark })
const gapReduction = z.strictObject({ kind: z.literal('gap_reduction'), ...smoothed, amount: number, baseline, benchmark })
const direction = z.strictObject({ kind: z.literal('direction'), ...smoothed, direction: z.enum(['increase', 'decrease']), baseline })
const deliverable = z.strictObject({ code, title: text(500), due: day.nullable().optional() })
const milestone = z.strictObject({ kind: z.literal('milestone'), deliverables: z.array(deliverable).min(1).max(100) })
const assessment = z.strictObject({ kind: z.literal('assessment'), reviewEvery: duration.optional() })
const monitor = z.strictObject({ kind: z.literal('monitor'), ...series })
const combination = z.strictObject({
  kind: z.enum(['all_of', 'any_of']),
  get rules () { return z.array(ruleSchema).min(2, { error: 'a combination needs two rules or more' }).max(20) }
})

/** A rule, told apart by its kind (see domain/target.ts). */
export const ruleSchema: z.ZodType<Rule> = z.lazy(() => z.discriminatedUnion('kind', [
  threshold, change, benchmarkLevel, benchmarkTrend, gapReduction, direction, milestone, assessment, monitor, combination
])).meta({ id: 'Rule', description: 'How a target is judged, told apart by its kind.' })

const target = z.strictObject({
  code, title: text(), indicator: slug.nullable().optional(), segment: z.string().max(100).nullable().optional(), population: note(), followUp: note(), window, rule: ruleSchema, location
})
const objective = z.strictObject({ code, text: text(), location })
const initiative = z.strictObject({ code, title: text(500), summary: note(4000), group: note(300), status: z.enum(INITIATIVE_STATUSES).optional(), location })
const goal = z.strictObject({
  code,
  kind: z.enum(GOAL_KINDS),
  title: text(500),
  summary: note(4000),
  nationalGoals: z.array(z.string().max(20)).max(20).optional(),
  period: range.optional(),
  objectives: z.array(objective).max(500).optional(),
  initiatives: z.array(initiative).max(500).optional(),
  targets: z.array(target).max(200).optional(),
  location
})
const commitment = z.strictObject({ code, text: text(), quantity: number, unit: text(60), per: note(60), due: day.nullable().optional(), location })
const swotEntry = z.strictObject({ text: text(), location })
const swotEntries = z.array(swotEntry).max(100)
const relation = z.strictObject({ kind: z.enum(RELATION_KINDS), title: text(500), plan: slug.nullable().optional(), location })
const planNote = z.strictObject({ kind: z.enum(NOTE_KINDS), text: text(4000), location })
const paceLimits = z.strictObject({ onTrack: z.number().min(0).max(10), atRisk: z.number().min(0).max(10) })
  .refine(({ onTrack, atRisk }) => atRisk <= onTrack, { error: 'the limit of at_risk lies above that of on_track', path: ['atRisk'] })

/** The schema of an item of each list of a plan. */
export const itemSchemas = { goals: goal, targets: target, objectives: objective, initiatives: initiative, commitments: commitment, notes: planNote } as const

/** The whole plan document. What one document says of itself is checked here; what it says of others in plan-checks.ts. */
export const planDocument = z.strictObject({
  id: slug,
  kommune: z.string().regex(/^\d{3,4}$/, { error: 'is not the code of a kommune: four digits such as 0250' }).overwrite(id => id.padStart(4, '0')),
  title: text(500),
  kind: z.enum(PLAN_KINDS),
  period: range,
  status: z.enum(PLAN_STATUSES).optional(),
  adoptedBy: note(300),
  adoptedOn: day.nullable().optional(),
  umbrella: slug.nullable().optional(),
  mandatedByLaw: z.boolean().optional(),
  paceLimits: paceLimits.optional(),
  sources: z.array(z.strictObject({ title: text(500), location })).max(100).optional(),
  goals: z.array(goal).max(100).meta({ description: 'A draft may be without goals; what is adopted has one or more.' }),
  commitments: z.array(commitment).max(200).optional(),
  swot: z.strictObject({ strengths: swotEntries, weaknesses: swotEntries, opportunities: swotEntries, threats: swotEntries }).optional(),
  relations: z.array(relation).max(200).optional(),
  notes: z.array(planNote).max(500).optional()
}).meta({ id: 'PlanDocument' }) satisfies z.ZodType<PlanDocument>

/** What of a thing is given where only that changes: every field may be left out, and null clears those that need not be there. */
const patchOf = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, field instanceof z.ZodOptional ? field.nullable() : z.optional(field as z.ZodType)])))

const { id: _id, goals: _goals, ...head } = planDocument.shape
const { targets: _targets, ...goalHead } = goal.shape

/** What a new plan is made from: it is a draft, and may get its goals later. */
export const planInput = z.strictObject({ id: slug, ...head, goals: planDocument.shape.goals.optional() }).omit({ status: true }).meta({ id: 'PlanInput' })
/** What goals and targets are added as: the code may be left out, the next free one is then taken. */
export const goalInput = goal.extend({ code: code.optional() }).meta({ id: 'GoalInput' })
export const targetInput = target.extend({ code: code.optional() }).meta({ id: 'TargetInput' })

/** The documentation of merge patches; what comes of one is checked by the schema of the whole thing. */
export const planPatch = patchOf(head).meta({ id: 'PlanPatch', description: 'Only what is given changes; lists are replaced whole. Goals and targets have paths of their own.' })
export const goalPatch = patchOf(goalHead).meta({ id: 'GoalPatch', description: 'Only what is given changes; lists are replaced whole. Targets have paths of their own.' })
export const targetPatch = patchOf(target.shape).meta({ id: 'TargetPatch', description: 'Only what is given changes, inside `window` and `rule` too. A rule of another kind, or a baseline of another form, replaces the old one whole.' })
