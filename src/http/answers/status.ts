import { z } from 'zod'
import { FLAGS } from '../../domain/measurement.ts'
import { type ChildEvaluation, JUDGEMENTS, RANKED_STATUSES, type RankedStatus, REASONS, STATUSES, TRENDS } from '../../domain/status/status.ts'
import { COMPARATORS } from '../../domain/target.ts'
import { ruleSchema } from '../../services/plan-document.ts'
import type { GoalStatus, PlanStatusAnswer, StatusHistory, TargetStatus } from '../../services/status.ts'
import { lineage } from './figure.ts'
import { bilingual, date, instant, period, segmentCode } from './shared.ts'
import { paceLimits, window } from './target.ts'

const figure = z.number().nullable()

export const status = z.enum(STATUSES).meta({ id: 'Status', description: 'How a target stands.' })
const judgement = z.enum(JUDGEMENTS).meta({ id: 'Judgement', description: 'What figures or people can find of a target.' })
const reason = z.enum(REASONS).meta({ id: 'StatusReason' })

const evidence = z.strictObject({
  indicator: z.string(), area: z.string(), segment: segmentCode, period, value: figure, flag: z.enum(FLAGS), revision: z.number().int().nullable().meta({ description: 'Null where it was calculated.' }), source: z.string().nullable(), calculation: lineage.nullable().meta({ description: 'How it was calculated; null where it was posted.' })
}).meta({ id: 'Evidence' })

const evaluation = {
  status,
  final: z.boolean().meta({ description: 'Decided by figures that are not provisional.' }),
  reason: reason.nullable().meta({ description: 'What is missing, or why there is no better status.' }),
  provisional: judgement.nullable().meta({ description: 'With awaiting_data: what it would be as things stand.' }),
  late: z.boolean().meta({ description: 'A milestone whose last deliverable was done after the deadline.' }),
  stale: z.boolean().meta({ description: 'A newer figure ought to be out by now.' }),
  met: z.boolean().nullable().meta({ description: 'Whether the measure meets the goal line now; null without a measure.' }),
  current: z.strictObject({ period, value: figure, benchmark: figure, measure: z.number() }).nullable().meta({ description: 'The figure that is judged.' }),
  baseline: z.strictObject({ period: period.nullable(), on: date, value: figure, benchmark: figure, measure: figure }).nullable().meta({ description: 'Where the pace starts.' }),
  goalLine: z.strictObject({ comparator: z.enum(COMPARATORS), value: z.number() }).nullable().meta({ description: 'What the measure is compared with.' }),
  expected: figure.meta({ description: 'Where the measure would be by now on a straight line.' }),
  pace: figure.meta({ description: 'The way gone as a share of the way expected by now.' }),
  paceLimits,
  progress: figure.meta({ description: 'The way gone as a share of the whole way.' }),
  distance: figure.meta({ description: 'From the goal line; positive is better than it.' }),
  trend: z.enum(TRENDS).nullable(),
  projection: z.strictObject({ measure: z.number(), met: z.boolean() }).nullable().meta({ description: 'The measure at the deadline by a Theil–Sen line.' }),
  evidence: z.array(evidence).meta({ description: 'Every observation that the status was computed from.' }),
  explanation: bilingual.meta({ description: 'One sentence with the figures, in Danish and in English.' }),
  rule: ruleSchema,
  window
}

/** A part of a combination, itself perhaps a combination. */
const childStatus: z.ZodType<ChildEvaluation> = z.strictObject({
  indicator: z.string().nullable(), segment: segmentCode, ...evaluation, get children () { return z.array(childStatus).nullable() }
}).meta({ id: 'ChildStatus' })
const children = z.array(childStatus).nullable().meta({ description: 'The parts of a combination.' })

/** What is told where a status changes. */
export const judged = { status, final: evaluation.final, reason: evaluation.reason, provisional: evaluation.provisional, current: evaluation.current, goalLine: evaluation.goalLine, asOf: date }

export const asked = { asOf: date.meta({ description: 'The day the question is asked for.' }), knownAt: instant.meta({ description: 'The instant of knowledge.' }) }

export const targetStatus = z.strictObject({ target: z.string(), ...asked, ...evaluation, children }).meta({ id: 'TargetStatus' }) satisfies z.ZodType<TargetStatus>

const overallStatus = z.enum(RANKED_STATUSES).meta({ id: 'OverallStatus', description: 'How several targets stand together.' })
/** Written out and not a record, so that types made of the document know the names. */
const statusCounts = z.strictObject(Object.fromEntries(RANKED_STATUSES.map(one => [one, z.number().int().optional()])) as Record<RankedStatus, z.ZodOptional<z.ZodNumber>>)
  .meta({ id: 'StatusCounts', description: 'How many targets have which status, of those that any has; those only monitored are left out.' })

export const rollup = {
  overall: overallStatus.nullable().meta({ description: 'The worst status among the targets covered; null where nothing is judged.' }),
  counts: statusCounts,
  coverage: figure.meta({ description: 'The share of targets with a status other than no_data, not_started and awaiting_data.' })
}

export const goalStatus = z.strictObject({ goal: z.string(), plan: z.string(), ...asked, ...rollup, targets: z.array(targetStatus) })
  .meta({ id: 'GoalStatus' }) satisfies z.ZodType<GoalStatus>

export const planStatus = z.strictObject({
  plan: z.string(), ...asked, ...rollup, goals: z.array(z.strictObject({ goal: z.string(), ...rollup })), targets: z.array(targetStatus)
}).meta({ id: 'PlanStatus' }) satisfies z.ZodType<PlanStatusAnswer>

export const statusHistory = z.strictObject({ target: z.string(), knownAt: asked.knownAt, items: z.array(targetStatus) })
  .meta({ id: 'StatusHistory' }) satisfies z.ZodType<StatusHistory>
