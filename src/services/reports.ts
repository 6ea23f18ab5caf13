import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { Comment } from '../domain/comment.ts'
import { type Change, changeBetween, quarterBefore } from '../domain/report.ts'
import { notFound } from '../domain/errors.ts'
import type { Indicator } from '../domain/indicator.ts'
import type { NationalGoal } from '../domain/national-goal.ts'
import { type Chart, chartOf } from '../domain/status/chart.ts'
import { evaluate, type EvaluationInput } from '../domain/status/evaluate.ts'
import { type Rollup, rollUp } from '../domain/status/rollup.ts'
import type { Evaluation } from '../domain/status/status.ts'
import { ownSeries, type Rule } from '../domain/target.ts'
import type { Actor } from './actor.ts'
import { day } from './input.ts'
import type { PlanService } from './plans.ts'
import { type Reference, refusedParameter } from './reference.ts'
import { planStatusQuery, type StatusQuery, type StatusService } from './status.ts'
import type { AssessmentRecord, DeliverableRecord, GoalRecord, PlanRecord, Stores, TargetRecord } from '../../db/stores/index.ts'

/** So many targets are told of in one turn of the event loop; others are served in between. */
const TARGETS_PER_TURN = 25

export const reportQuery = z.strictObject({ ...planStatusQuery.shape, since: day.optional().meta({ description: 'The day of the last report; three months before if absent.' }) })
export type ReportQuery = z.output<typeof reportQuery>

/** A rule of a target with what it says on the day: the target's own, or one part of a combination. `input` is what it is judged by. */
export type ReportPart = { indicator: Indicator | null, segment: string | null, benchmarkIndicator: Indicator | null, evaluation: Evaluation, input: EvaluationInput, chart: Chart | null }

/** A target as the report tells of it: `parts` are the rules that are judged by themselves, `change` what is new since the last report. */
export type ReportTarget = {
  target: TargetRecord
  status: Evaluation
  parts: ReportPart[]
  change: Change
  comments: Comment[]
  deliverables: DeliverableRecord[]
  assessments: AssessmentRecord[]
}
export type ReportGoal = { goal: GoalRecord, rollup: Rollup, targets: ReportTarget[] }
export type Report = {
  plan: PlanRecord
  kommune: { id: string, name: string, shortName: string }
  asOf: string
  knownAt: string
  since: string
  rollup: Rollup
  before: Rollup
  goals: ReportGoal[]
  nationalGoals: ReadonlyMap<string, NationalGoal>
}

type Recorded = { comments: readonly Comment[], deliverables: readonly DeliverableRecord[], assessments: readonly AssessmentRecord[] }

/** The follow-up report of a plan, and single targets for charts and badges. */
export function createReportService ({ stores, plans, status, reference }: { stores: Pick<Stores, 'plans' | 'comments' | 'followUps' | 'nationalGoals'>, plans: PlanService, status: StatusService, reference: Reference }) {
  /**
   * Everything that the report of a plan tells, read in a fixed number of statements. Without a version it is the one known at `knownAt`.
   * What is new is so against the day `since` (a quarter earlier if absent), seen by the same figures.
   * @throws AppError `not_found` for the plan or the version, `invalid_request` where `since` lies after the day
   */
  async function ofPlan (actor: Actor, id: string, query: ReportQuery): Promise<Report> {
    const { asOf } = status.asked(query)
    const since = query.since ?? quarterBefore(asOf)
    if (since > asOf) throw refusedParameter('since', `lies after the day of the report, ${asOf}`)
    const { plan, goals, targets } = await plans.atVersion(actor, id, await versionOf(actor, id, query))
    const { kommune: kommuneId } = plan
    const ids = targets.map(target => target.id)
    const [inputs, indicators, comments, deliverables, assessments, nationalGoals, areas] = await Promise.all([
      status.inputsOf(targets, { ...query, asOf }),
      reference.indicators(targets.flatMap(target => indicatorsOf(target.rule, target.indicator))),
      stores.comments.ofTargets(ids, query.knownAt ?? null),
      stores.followUps.deliverables(ids, query.knownAt ?? null),
      stores.followUps.assessments(ids, query.knownAt ?? null),
      stores.nationalGoals.all(),
      reference.areas()
    ])
    const { knownAt } = status.asked(query)
    const told: ReportTarget[] = []
    for (const [at, target] of targets.entries()) {
      if (at > 0 && at % TARGETS_PER_TURN === 0) await setImmediate()
      told.push(tellTarget(target, inputs[at] as EvaluationInput, { since, indicators, comments, deliverables, assessments }))
    }
    return {
      plan,
      kommune: { id: kommuneId, name: areas.names.get(kommuneId) ?? kommuneId, shortName: areas.resolve(kommuneId)?.name ?? kommuneId },
      asOf,
      knownAt,
      since,
      rollup: rollUp(told.map(one => one.status.status)),
      before: rollUp(told.map(one => one.change.before)),
      goals: goals.map(goal => {
        const own = told.filter(one => one.target.goal === goal.id)
        return { goal, rollup: rollUp(own.map(one => one.status.status)), targets: own }
      }),
      nationalGoals: new Map(nationalGoals.map(goal => [goal.id, goal]))
    }
  }

  /** The version to tell of; undefined is the current one. */
  async function versionOf (actor: Actor, id: string, { version, knownAt }: ReportQuery): Promise<number | undefined> {
    if (version !== undefined || knownAt === undefined) return version
    await plans.get(actor, id)
    const known = await stores.plans.versionKnownAt(id, knownAt)
    if (known === undefined) throw notFound('version of the plan known then', `${id}?knownAt=${knownAt}`)
    return known
  }

  /** One target as it stands, for a chart or a badge. @throws AppError `not_found` */
  async function ofTarget (actor: Actor, id: string, query: StatusQuery): Promise<{ target: TargetRecord, asOf: string, status: Evaluation, parts: ReportPart[] }> {
    const target = await plans.target(actor, id)
    const { asOf } = status.asked(query)
    const [[input], indicators] = await Promise.all([status.inputsOf([target], { ...query, asOf }), reference.indicators(indicatorsOf(target.rule, target.indicator))])
    const found = evaluate(input as EvaluationInput)
    return { target, asOf, status: found, parts: partsOf(found, input as EvaluationInput, indicators) }
  }

  return { ofPlan, ofTarget }
}

export type ReportService = ReturnType<typeof createReportService>

/** Every indicator that a rule names, benchmarks included. */
function indicatorsOf (rule: Rule, own: string | null): string[] {
  if ('rules' in rule) return rule.rules.flatMap(child => indicatorsOf(child, own))
  const named = 'indicator' in rule && rule.indicator !== undefined ? rule.indicator : own
  const benchmark = 'benchmark' in rule ? rule.benchmark.indicator : undefined
  return [named, benchmark].filter(id => id != null)
}

function tellTarget (target: TargetRecord, input: EvaluationInput, { since, indicators, comments, deliverables, assessments }: Recorded & { since: string, indicators: ReadonlyMap<string, Indicator> }): ReportTarget {
  const status = evaluate(input)
  const remarks = comments.filter(one => one.target === target.id && one.on <= input.asOf)
  const done = deliverables.filter(one => one.target === target.id && one.doneOn !== null && one.doneOn <= input.asOf)
  const judged = assessments.filter(one => one.target === target.id && one.on <= input.asOf)
  const days = { recorded: [...done.flatMap(one => one.doneOn ?? []), ...judged.map(one => one.on)], remarked: remarks.map(one => one.on) }
  return {
    target,
    status,
    parts: partsOf(status, input, indicators),
    change: changeBetween(evaluate({ ...input, asOf: since }), status, since, days),
    comments: remarks,
    deliverables: done,
    assessments: judged
  }
}

/** The rules that are judged by themselves: of a combination its parts, and theirs. */
function partsOf (evaluation: Evaluation, input: EvaluationInput, indicators: ReadonlyMap<string, Indicator>): ReportPart[] {
  if (evaluation.children !== null) return evaluation.children.flatMap(child => partsOf(child, { ...input, rule: child.rule }, indicators))
  const series = ownSeries(evaluation.rule, input.own)
  const benchmark = 'benchmark' in evaluation.rule ? evaluation.rule.benchmark.indicator ?? '' : ''
  return [{ indicator: indicators.get(series?.indicator ?? '') ?? null, segment: series?.segment ?? null, benchmarkIndicator: indicators.get(benchmark) ?? null, evaluation, input, chart: chartOf(evaluation.rule, input) }]
}
