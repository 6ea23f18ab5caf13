import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { addDuration, danishDay, dayText, toDay } from '../domain/date.ts'
import { sizeOf } from '../domain/lineage.ts'
import type { Observation } from '../domain/measurement.ts'
import type { EvaluationInput } from '../domain/status/evaluate.ts'
import { rollUp, type Rollup } from '../domain/status/rollup.ts'
import { indexSeries } from '../domain/status/series.ts'
import type { Assessed, DoneDeliverable, Evaluation } from '../domain/status/status.ts'
import type { Actor } from './actor.ts'
import { day, duration, instant } from './input.ts'
import { type Evidence, inputOf, isRecorded, judged, keysOf, type Knowledge } from './judging.ts'
import type { Memory } from './memory.ts'
import { versionQuery } from './plan-queries.ts'
import type { PlanService } from './plans.ts'
import { type Reference, refusedParameter } from './reference.ts'
import type { SeriesService } from './series.ts'
import type { AssessmentRecord, DeliverableRecord, GoalRecord, Stores, TargetRecord } from '../../db/stores/index.ts'

const when = {
  asOf: day.optional().meta({ description: 'The day the question is asked for; today in Denmark if absent.' }),
  knownAt: instant.optional().meta({ description: 'The instant of knowledge; now if absent.' })
}
export const statusQuery = z.strictObject(when)
export type StatusQuery = z.output<typeof statusQuery>
export const planStatusQuery = z.strictObject({ ...when, ...versionQuery.shape })
export type PlanStatusQuery = z.output<typeof planStatusQuery>

/** So many targets are judged in one turn of the event loop, a few milliseconds' work; others are served in between. */
const TARGETS_PER_TURN = 50
const MAX_STEPS = 400
/** The most figures that one history may go through, those that a calculated one is made of too, each counted on every day: it bounds the answer to some tens of megabytes. */
const MAX_READINGS = 500_000
export const historyQuery = z.strictObject({
  from: day.optional().meta({ description: 'The first day; the start of the window if absent.' }),
  to: day.optional().meta({ description: 'The last day; today in Denmark if absent.' }),
  step: duration.optional().meta({ description: `From one day to the next; P1M if absent. At most ${MAX_STEPS} days.` }),
  knownAt: when.knownAt
})
export type HistoryQuery = z.output<typeof historyQuery>

export type TargetStatus = { target: string, asOf: string, knownAt: string } & Evaluation
export type GoalRollup = { goal: string } & Rollup
export type GoalStatus = GoalRollup & { plan: string, asOf: string, knownAt: string, targets: TargetStatus[] }
export type PlanStatusAnswer = { plan: string, asOf: string, knownAt: string } & Rollup & { goals: GoalRollup[], targets: TargetStatus[] }
export type StatusHistory = { target: string, knownAt: string, items: TargetStatus[] }

/** Told how many targets the engine has judged, and in how many milliseconds, with those in which others had their turn. */
export type OnJudged = (targets: number, ms: number) => void

/** The status of targets, goals and plans, computed when asked. */
export function createStatusService ({ stores, plans, series, reference, memory, now, onJudged }: { stores: Pick<Stores, 'followUps'>, memory: Memory, plans: PlanService, series: SeriesService, reference: Reference, now: () => Date, onJudged?: OnJudged }) {
  const today = (): string => danishDay(now().toISOString())
  let evaluations = 0

  /** An instant that lies ahead is as good as now: nothing more is known. */
  function knowledge (knownAt: string | undefined): Knowledge {
    const current = now().toISOString()
    if (knownAt === undefined || knownAt >= current) return { at: null, shown: current, on: danishDay(current) }
    return { at: knownAt, shown: knownAt, on: danishDay(knownAt) }
  }

  /** What is known now is shown as known when all was read: nothing that is shown was recorded after that. */
  const onceRead = (known: Knowledge): Knowledge => known.at === null ? knowledge(undefined) : known

  /** The day and the instant that a question is of. */
  const asked = ({ asOf = today(), knownAt }: StatusQuery): { asOf: string, knownAt: string } => ({ asOf, knownAt: knowledge(knownAt).shown })

  async function gather (targets: readonly TargetRecord[], { at }: Knowledge, read: { assumed?: readonly Observation[], until?: string } = {}): Promise<Evidence & { observations: readonly Observation[], assuming: readonly Observation[] }> {
    const [{ observations, assuming, indicators }, recorded] = await Promise.all([series.gather(keysOf(targets), at, read), recordedOf(targets, at)])
    // The figures of many targets take a turn to go through.
    if (targets.length > TARGETS_PER_TURN) await setImmediate()
    return { ...recorded, observations, assuming, series: indexSeries(observations), indicators }
  }

  /** As {@link gather}, of all that is known now, as far as it can from memory. */
  async function recall (targets: readonly TargetRecord[]): Promise<Evidence> {
    const [{ index, indicators }, recorded] = await Promise.all([series.recall(keysOf(targets), await memory.recall()), recordedOf(targets, null)])
    return { ...recorded, series: index, indicators }
  }

  async function recordedOf (targets: readonly TargetRecord[], at: string | null): Promise<Pick<Evidence, 'deliverables' | 'assessments' | 'areaNames'>> {
    const ids = targets.filter(target => isRecorded(target.rule)).map(target => target.id)
    const [deliverables, assessments, areas] = await Promise.all([
      ids.length === 0 ? [] : stores.followUps.deliverables(ids, at),
      ids.length === 0 ? [] : stores.followUps.assessments(ids, at),
      reference.areas()
    ])
    return { deliverables: doneByTarget(deliverables), assessments: judgedByTarget(assessments), areaNames: areas.names }
  }

  /**
   * The statuses of some targets, in their order; the number of queries does not grow with them.
   * @param query `asOf` and `knownAt`, each as in {@link statusQuery}
   */
  async function forTargets (targets: readonly TargetRecord[], { asOf = today(), knownAt }: StatusQuery = {}): Promise<TargetStatus[]> {
    const sought = knowledge(knownAt)
    // What ends later is not visible on the day, so it need not be read.
    const evidence = sought.at === null ? await recall(targets) : await gather(targets, sought, { until: asOf })
    const known = onceRead(sought)
    const began = performance.now()
    const statuses: TargetStatus[] = []
    for (const target of targets) {
      if (statuses.length % TARGETS_PER_TURN === 0 && targets.length > TARGETS_PER_TURN) await setImmediate()
      statuses.push(statusOf(target, evidence, asOf, known))
    }
    evaluations += targets.length
    onJudged?.(targets.length, performance.now() - began)
    return statuses
  }

  /** What some targets are judged by, before they are, in their order: for those who ask something else of it. */
  async function inputsOf (targets: readonly TargetRecord[], { asOf = today(), knownAt }: StatusQuery = {}): Promise<EvaluationInput[]> {
    const sought = knowledge(knownAt)
    const evidence = await gather(targets, sought)
    const known = onceRead(sought)
    return targets.map(target => inputOf(target, evidence, asOf, known))
  }

  /**
   * The status of a target, and what it would be judged by if it were as `would` and some figures were posted. Both are of one reading, so that
   * nothing but what is assumed tells them apart.
   */
  async function supposed (target: TargetRecord, would: TargetRecord, assumed: readonly Observation[], { asOf = today(), knownAt }: StatusQuery): Promise<{ actual: TargetStatus, input: EvaluationInput }> {
    const sought = knowledge(knownAt)
    const evidence = await gather([target, would], sought, { assumed })
    const known = onceRead(sought)
    evaluations += 2
    return { actual: statusOf(target, evidence, asOf, known), input: inputOf(would, { ...evidence, series: indexSeries(evidence.assuming) }, asOf, known) }
  }

  /** @throws AppError `not_found` */
  async function ofTarget (actor: Actor, id: string, query: StatusQuery): Promise<TargetStatus> {
    const [status] = await forTargets([await plans.target(actor, id)], query)
    return status as TargetStatus
  }

  /** A goal's answer, rolled up from its targets' statuses. */
  function goalStatus ({ id, plan }: Pick<GoalRecord, 'id' | 'plan'>, targets: TargetStatus[], { asOf = today(), knownAt }: StatusQuery): GoalStatus {
    return { goal: id, plan, asOf, knownAt: targets[0]?.knownAt ?? knowledge(knownAt).shown, ...rollUp(targets.map(one => one.status)), targets }
  }

  /** A plan's answer, rolled up from its targets' statuses (in the order of `targets`). */
  function planStatus (plan: string, goals: readonly GoalRecord[], targets: readonly TargetRecord[], statuses: TargetStatus[], { asOf = today(), knownAt }: StatusQuery): PlanStatusAnswer {
    const rollups = goals.map(goal => ({ goal: goal.id, ...rollUp(statuses.filter((_, i) => targets[i]?.goal === goal.id).map(one => one.status)) }))
    return { plan, asOf, knownAt: statuses[0]?.knownAt ?? knowledge(knownAt).shown, ...rollUp(statuses.map(one => one.status)), goals: rollups, targets: statuses }
  }

  /** @throws AppError `not_found` */
  async function ofGoal (actor: Actor, id: string, { asOf = today(), knownAt }: StatusQuery): Promise<GoalStatus> {
    const goal = await plans.goal(actor, id)
    const targets = await plans.findTargets(actor, { goals: [id] })
    return goalStatus(goal, await forTargets(targets, { asOf, knownAt }), { asOf, knownAt })
  }

  /** The status of a plan, or of a version of it: that version's targets, judged by what is known. @throws AppError `not_found` */
  async function ofPlan (actor: Actor, id: string, { asOf = today(), knownAt, version }: PlanStatusQuery): Promise<PlanStatusAnswer> {
    const { goals, targets } = await plans.atVersion(actor, id, version)
    return planStatus(id, goals, targets, await forTargets(targets, { asOf, knownAt }), { asOf, knownAt })
  }

  /**
   * The status at each step of a stretch of days, by what is known at one instant.
   * @throws AppError `not_found`, `invalid_request` where the days run backwards or are too many
   */
  async function history (actor: Actor, id: string, { from, to, step = 'P1M', knownAt }: HistoryQuery): Promise<StatusHistory> {
    const target = await plans.target(actor, id)
    const days = stepsOf(from ?? target.window.start, to ?? today(), step)
    const sought = knowledge(knownAt)
    const evidence = await gather([target], sought)
    const known = onceRead(sought)
    const figures = evidence.observations.reduce((total, observation) => total + sizeOf(observation), 0)
    if (days.length > 1 && days.length * figures > MAX_READINGS) throw refusedParameter('step', `goes through ${figures} figures on each of ${days.length} days, which is too much: take a longer step or a shorter stretch`)
    evaluations += days.length
    const began = performance.now()
    const items = days.map(asOf => statusOf(target, evidence, asOf, known))
    onJudged?.(days.length, performance.now() - began)
    return { target: id, knownAt: known.shown, items }
  }

  /** How many statuses of targets were computed so far. */
  const countEvaluations = (): number => evaluations

  return { asked, countEvaluations, forTargets, inputsOf, supposed, goalStatus, planStatus, ofTarget, ofGoal, ofPlan, history }
}

export type StatusService = ReturnType<typeof createStatusService>

const statusOf = (target: TargetRecord, evidence: Evidence, asOf: string, known: Knowledge): TargetStatus =>
  ({ target: target.id, asOf, knownAt: known.shown, ...judged(target, evidence, asOf, known) })

function doneByTarget (records: readonly DeliverableRecord[]): Map<string, DoneDeliverable[]> {
  const done = records.flatMap(({ target, code, doneOn }) => doneOn === null ? [] : [{ target, code, on: doneOn }])
  return Map.groupBy(done, one => one.target)
}

function judgedByTarget (records: readonly AssessmentRecord[]): Map<string, Assessed[]> {
  return Map.groupBy(records.map(({ target, on, status }) => ({ target, on, status })), one => one.target)
}

function stepsOf (from: string, to: string, step: string): string[] {
  if (from > to) throw refusedParameter('to', `lies before the first day, ${from}`)
  const first = toDay(from)
  const last = toDay(to)
  const days: number[] = []
  // Each step is counted from the first day, so that months do not drift (31 January, 28 February, 31 March).
  for (let next = first, count = 1; next <= last; next = addDuration(first, times(step, count++))) {
    if (days.length === MAX_STEPS) throw refusedParameter('step', `gives more than ${MAX_STEPS} days: take a longer step or a shorter stretch`)
    if (days.at(-1) === next) throw refusedParameter('step', 'does not move: write P1D or longer')
    days.push(next)
  }
  return days.map(dayText)
}

const times = (step: string, count: number): string => step.replace(/\d+/g, digits => String(Number(digits) * count))
