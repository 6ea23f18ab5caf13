import { z } from 'zod'
import { GOAL_KINDS, INITIATIVE_STATUSES, NOTE_KINDS, PLAN_KINDS, PLAN_STATUSES, type PlanDocument, RELATION_KINDS } from '../domain/plan.ts'
import { AGGREGATES, COMPARATORS, MODES, type Rule } from '../domain/target.ts'
import { day, duration, figure as number, periodInPlace, slug } from './input.ts'
import { patchOf } from './patches.ts'

/** A text that says something; its description is for those who write it. */
const text = (description: string, max = 2000) => z.string().trim().min(1).max(max).meta({ description, pattern: '\\S' })
const note = (description: string, max = 2000) => z.string().max(max).nullable().optional().meta({ description })
const location = note('The place in the source.', 1000)

/** A code inside a plan: `3a`, `2.O1`. */
const code = z.string().max(60).regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, { error: 'is not a code: letters, digits, dots, hyphens and underscores, beginning with a letter or digit' })
  .meta({ description: 'Its code in the plan, such as `3a` or `2.O1`: never used again for something else.' })
const areaId = z.string().min(1).max(60).overwrite(id => /^[1-9]\d\d$/.test(id) ? `0${id}` : id).meta({ description: 'The id of an area, such as `DK` or `0250`.' })

const window = z.strictObject({ start: day, deadline: day })
  .refine(({ start, deadline }) => start <= deadline, { error: 'the start lies after the deadline', path: ['deadline'] })
  .meta({ description: 'From when until when it is judged, both days included; the start is not after the deadline.' })
const range = z.strictObject({ from: day, to: day })
  .refine(({ from, to }) => from <= to, { error: 'the first day lies after the last', path: ['to'] })
  .meta({ description: 'The days that it covers, both included; the first is not after the last.' })

const fixedBaseline = [
  z.strictObject({ period: periodInPlace.meta({ description: 'The period whose figure it is.' }) }).meta({ id: 'BaselineOfPeriod', description: 'The figure of a period.' }),
  z.strictObject({
    value: number.meta({ description: 'The figure that the plan states.' }), on: day.meta({ description: 'The day that it is of.' }), benchmark: number.optional().meta({ description: 'That of the series compared with.' })
  }).meta({ id: 'StatedBaseline', description: 'A figure that the plan states.' })
] as const
const FROM_WHERE = 'Where the rule measures from.'
const levelBaseline = z.union(fixedBaseline).meta({ id: 'LevelBaseline' }).optional().meta({ description: FROM_WHERE })
export const baselineSchema = z.union([...fixedBaseline, z.strictObject({ lag: z.literal('P1Y') }).meta({ id: 'BaselineOfLag', description: 'The same period a year earlier.' })]).meta({ id: 'Baseline' })
const baseline = baselineSchema.optional().meta({ description: FROM_WHERE })
const benchmark = z.strictObject({ area: areaId.optional(), indicator: slug.optional().meta({ description: 'The id of the other indicator.' }) })
  .refine(({ area, indicator }) => area !== undefined || indicator !== undefined, { error: 'name the area or the indicator to compare with' })
  .meta({ id: 'Benchmark', description: 'The series to compare with: another area, another indicator, or both.', anyOf: [{ required: ['area'] }, { required: ['indicator'] }] })
const comparator = z.enum(COMPARATORS).meta({ id: 'Comparator', description: 'At least (gte), above (gt), at most (lte) or below (lt).' })
const margin = number.optional().meta({ description: 'The goal line, as a difference from what it is compared with; 0 where it is left out.' })
const mode = z.enum(MODES).optional().meta({ description: 'Whether it is counted in the unit (absolute, where it is left out) or in per cent of where it began (relative).' })
const ownIndicator = slug.nullable().optional().meta({ description: 'The id of the indicator that it is measured by.' })
const segment = z.string().max(100).nullable().optional().meta({ description: 'The segment that is measured; null is the whole.' })
const series = { indicator: slug.optional().meta({ description: 'The indicator, where it is not that of the target.' }), segment }
const smoothed = { ...series, smoothing: z.number().int().min(2).max(400).optional().meta({ description: 'Over how many periods each figure is averaged.' }) }
const latestAlone = { if: { properties: { smoothing: {} }, required: ['smoothing'] }, then: { properties: { aggregate: { const: 'latest' } } } }

const threshold = z.strictObject({ kind: z.literal('threshold'), ...smoothed, comparator, value: number.meta({ description: 'The figure to reach or keep.' }), aggregate: z.enum(AGGREGATES).optional().meta({ description: 'Which figure of the window counts; the latest where it is left out.' }), baseline: levelBaseline })
  .refine(rule => rule.smoothing === undefined || (rule.aggregate ?? 'latest') === 'latest', { error: 'smoothing goes only with the aggregate latest', path: ['smoothing'] })
  .meta({ id: 'ThresholdRule', description: 'A level to reach or keep.', ...latestAlone })
const change = z.strictObject({ kind: z.literal('change'), ...smoothed, comparator, amount: number.meta({ description: 'The change from the baseline; a fall is negative.' }), mode, baseline }).meta({ id: 'ChangeRule', description: 'A change since a baseline.' })
const benchmarkLevel = z.strictObject({ kind: z.literal('benchmark_level'), ...smoothed, comparator, margin, benchmark, baseline: levelBaseline }).meta({ id: 'BenchmarkLevelRule', description: 'A level compared with that of another series.' })
const benchmarkTrend = z.strictObject({ kind: z.literal('benchmark_trend'), ...smoothed, comparator, margin, mode, baseline, benchmark }).meta({ id: 'BenchmarkTrendRule', description: 'A change compared with that of another series.' })
const gapReduction = z.strictObject({ kind: z.literal('gap_reduction'), ...smoothed, amount: number.meta({ description: 'By how much the gap is to shrink.' }), baseline, benchmark }).meta({ id: 'GapReductionRule', description: 'A gap to another series that is to shrink.' })
const direction = z.strictObject({ kind: z.literal('direction'), ...smoothed, direction: z.enum(['increase', 'decrease']), baseline }).meta({ id: 'DirectionRule', description: 'The way that the figures are to go.' })
const deliverable = z.strictObject({ code, title: text('What is delivered.', 500), due: day.nullable().optional().meta({ description: 'By when; the deadline of the target where it is left out.' }) })
const milestone = z.strictObject({ kind: z.literal('milestone'), deliverables: z.array(deliverable).min(1).max(100).meta({ description: 'What it is made of.' }) }).meta({ id: 'MilestoneRule', description: 'Things to deliver.' })
const assessment = z.strictObject({ kind: z.literal('assessment'), reviewEvery: duration.optional().meta({ description: 'How often it is due; every year where it is left out.' }) }).meta({ id: 'AssessmentRule', description: 'Somebody judges it.' })
const monitor = z.strictObject({ kind: z.literal('monitor'), ...series }).meta({ id: 'MonitorRule', description: 'Figures that are followed and not judged.' })
const combination = z.strictObject({
  kind: z.enum(['all_of', 'any_of']),
  get rules () { return z.array(ruleSchema).min(2, { error: 'a combination needs two rules or more' }).max(20).meta({ description: 'The rules, two or more.' }) }
}).meta({ id: 'CombinedRule', description: 'Rules of which all, or any, are to be met.' })

/** A rule, told apart by its kind (see domain/target.ts). */
export const ruleSchema: z.ZodType<Rule> = z.lazy(() => z.discriminatedUnion('kind', [
  threshold, change, benchmarkLevel, benchmarkTrend, gapReduction, direction, milestone, assessment, monitor, combination
])).meta({ id: 'Rule', description: 'How a target is judged, told apart by its kind.' })

const target = z.strictObject({
  code,
  title: text('What it says.'),
  indicator: ownIndicator,
  segment,
  population: note('Who it is about, in the plan\'s words.'),
  followUp: note('Where it is followed up, in the plan\'s words.'),
  window,
  rule: ruleSchema,
  location
})
const objective = z.strictObject({ code, text: text('What the goal wants, in words.'), location })
const initiative = z.strictObject({
  code,
  title: text('What is done.', 500),
  summary: note('What it is about.', 4000),
  group: note('The heading that it stands under.', 300),
  status: z.enum(INITIATIVE_STATUSES).optional().meta({ description: 'How far it is; planned where it is left out.' }),
  location
})
const goal = z.strictObject({
  code,
  kind: z.enum(GOAL_KINDS).meta({ description: 'What sort of goal it is.' }),
  title: text('Its title.', 500),
  summary: note('What it is about.', 4000),
  nationalGoals: z.array(z.string().max(20)).max(20).optional().meta({ description: 'The ids of the national goals that it adopts, such as `2024-1`.' }),
  period: range.optional().meta({ description: 'The days that it covers; those of the plan where it is left out.' }),
  objectives: z.array(objective).max(500).optional().meta({ description: 'What it wants, in words.' }),
  initiatives: z.array(initiative).max(500).optional().meta({ description: 'What is done for it.' }),
  targets: z.array(target).max(200).optional().meta({ description: 'What it is measured by, in their order.' }),
  location
})
const commitment = z.strictObject({
  code, text: text('What is promised.'), quantity: number.meta({ description: 'How much.' }), unit: text('Of what.', 60), per: note('How often or for whom, such as `year`.', 60), due: day.nullable().optional().meta({ description: 'By when.' }), location
})
const swotEntry = z.strictObject({ text: text('What it says.'), location })
const swotEntries = (description: string) => z.array(swotEntry).max(100).meta({ description })
const swot = z.strictObject({ strengths: swotEntries('What is strong.'), weaknesses: swotEntries('What is weak.'), opportunities: swotEntries('What may help.'), threats: swotEntries('What may harm.') })
const relation = z.strictObject({ kind: z.enum(RELATION_KINDS), title: text('The title of the other.', 500), plan: slug.nullable().optional().meta({ description: 'The id of the other, where it is a plan here.' }), location })
const planNote = z.strictObject({ kind: z.enum(NOTE_KINDS), text: text('What it says.', 4000), location })
const paceLimits = z.strictObject({ onTrack: z.number().min(0).max(10).meta({ description: 'From this share of the expected way on it is on track.' }), atRisk: z.number().min(0).max(10).meta({ description: 'From this share on it is at risk, below it off track.' }) })
  .refine(({ onTrack, atRisk }) => atRisk <= onTrack, { error: 'the limit of at_risk lies above that of on_track', path: ['atRisk'] })
  .meta({ description: 'The limits of the pace that the plan sets itself; 0.95 and 0.6 where they are left out.' })

/** The schema of an item of each list of a plan. */
export const itemSchemas = { goals: goal, targets: target, objectives: objective, initiatives: initiative, commitments: commitment, notes: planNote } as const

/** The whole plan document. What one document says of itself is checked here; what it says of others in plan-checks.ts. */
export const planDocument = z.strictObject({
  id: slug.meta({ description: 'Its id, chosen once: lower-case letters, digits and single hyphens, such as `greve-2027`.' }),
  kommune: z.string().max(4).regex(/^\d{3,4}$/, { error: 'is not the code of a kommune: four digits such as 0250' }).overwrite(id => id.padStart(4, '0')).meta({ description: 'Whose plan it is, by the code of the kommune, such as `0250`.' }),
  title: text('Its title.', 500),
  kind: z.enum(PLAN_KINDS).meta({ description: 'What sort of plan it is.' }),
  period: range,
  status: z.enum(PLAN_STATUSES).optional().meta({ description: 'A draft where it is left out; it goes on to adopted and closed, and from each to withdrawn.' }),
  adoptedBy: note('Who adopted it, such as `Byrådet`.', 300),
  adoptedOn: day.nullable().optional().meta({ description: 'When it was adopted.' }),
  umbrella: slug.nullable().optional().meta({ description: 'The id of the plan or strategy that it stands under.' }),
  mandatedByLaw: z.boolean().optional().meta({ description: 'Whether a law asks for it; false where it is left out.' }),
  paceLimits: paceLimits.optional(),
  sources: z.array(z.strictObject({ title: text('Its title.', 500), location })).max(100).optional().meta({ description: 'The documents that it was read from.' }),
  goals: z.array(goal).max(100).meta({ description: 'A draft may be without goals; what is adopted has one or more.' }),
  commitments: z.array(commitment).max(200).optional().meta({ description: 'Promises with a number that are no targets, such as an answer within 24 hours.' }),
  swot: swot.optional().meta({ description: 'Its strengths, weaknesses, opportunities and threats.' }),
  relations: z.array(relation).max(200).optional().meta({ description: 'How it relates to other plans and documents.' }),
  notes: z.array(planNote).max(500).optional().meta({ description: 'What was found when it was read: discrepancies with the choice made, and context.' })
}).meta({ id: 'PlanDocument', description: 'An employment plan with its goals and targets, as one document.' }) satisfies z.ZodType<PlanDocument>

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
