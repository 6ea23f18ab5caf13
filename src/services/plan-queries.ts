import { z } from 'zod'
import { PLAN_KINDS, PLAN_STATUSES } from '../domain/plan.ts'
import { RULE_KINDS } from '../domain/target.ts'
import { anyOf, day, wholeNumber } from './input.ts'
import { paging, searched, sortBy } from './lists.ts'
import type { PlanRecord } from '../../db/stores/index.ts'

const id = z.string().min(1).max(160)
export const planQuery = z.strictObject({
  kommune: anyOf(id, 'Only plans of this kommune.'),
  kind: anyOf(z.enum(PLAN_KINDS), 'Only plans of this kind.'),
  status: anyOf(z.enum(PLAN_STATUSES), 'Only plans of this status; drafts need the scope drafts:read.'),
  nationalGoal: anyOf(id, 'Only plans with a goal that adopts this national goal.'),
  indicator: anyOf(id, 'Only plans with a target that reads this indicator, benchmarks included.'),
  on: day.optional().meta({ description: 'Only plans whose period covers this day.' }),
  from: day.optional().meta({ description: 'Only plans whose period ends on or after this day.' }),
  to: day.optional().meta({ description: 'Only plans whose period begins on or before this day.' }),
  q: searched('the id and the title'),
  ...paging,
  sort: sortBy(['id', 'title', 'kommune', 'kind', 'status', 'from', 'to', 'recordedAt'])
})
export type PlanQuery = z.output<typeof planQuery>

export const targetQuery = z.strictObject({
  plan: anyOf(id, 'Only targets of this plan.'),
  goal: anyOf(id, 'Only targets of this goal.'),
  kommune: anyOf(id, 'Only targets of this kommune\'s plans.'),
  indicator: anyOf(id, 'Only targets that read this indicator, benchmarks included.'),
  nationalGoal: anyOf(id, 'Only targets of goals that adopt this national goal.'),
  ruleKind: anyOf(z.enum(RULE_KINDS), 'Only targets whose rule is of this kind.'),
  planKind: anyOf(z.enum(PLAN_KINDS), 'Only targets of plans of this kind.'),
  planStatus: anyOf(z.enum(PLAN_STATUSES), 'Only targets of plans of this status; drafts need the scope drafts:read.'),
  on: day.optional().meta({ description: 'Only targets whose window covers this day.' }),
  ...paging,
  sort: z.enum(['plan', '-plan']).optional().meta({ description: 'By plan and place in it; - before it for the last ones first.' })
})
export type TargetQuery = z.output<typeof targetQuery>

export const versionQuery = z.strictObject({ version: wholeNumber(1, 999_999_999, 'The plan as it stood at this version; the current one if absent.') })
export const versionsQuery = z.strictObject({ ...paging, sort: sortBy(['version']) })
export type VersionQuery = z.output<typeof versionsQuery>

/** What plans are sorted by. */
export const PLAN_SORT_KEYS = {
  id: (plan: PlanRecord) => plan.id,
  title: (plan: PlanRecord) => plan.title,
  kommune: (plan: PlanRecord) => plan.kommune,
  kind: (plan: PlanRecord) => plan.kind,
  status: (plan: PlanRecord) => plan.status,
  from: (plan: PlanRecord) => plan.period.from,
  to: (plan: PlanRecord) => plan.period.to,
  recordedAt: (plan: PlanRecord) => plan.recordedAt
}
