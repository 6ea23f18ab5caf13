import { z } from 'zod'
import { seriesName, withParts } from '../domain/composition.ts'
import { decimal, rounded } from '../domain/decimal.ts'
import { AppError, type Problem } from '../domain/errors.ts'
import type { Observation } from '../domain/measurement.ts'
import { mergePatch } from '../domain/plan-edit.ts'
import { periodRange } from '../domain/period.ts'
import { evaluate } from '../domain/status/evaluate.ts'
import { type Evaluation, JUDGEMENTS, RANKED_STATUSES, type RankedStatus } from '../domain/status/status.ts'
import { ownSeries, type OwnSeriesOfTarget, type Rule, type SeriesKey, seriesOfRule, type TargetDocument } from '../domain/target.ts'
import { type Actor, SERVER_ACTOR } from './actor.ts'
import { day, parse, summaryOf } from './input.ts'
import { checkRows } from './measurement-batch.ts'
import { measurementRow } from './measurement-rows.ts'
import { targetProblems } from './plan-checks.ts'
import { itemSchemas } from './plan-document.ts'
import type { PlanService } from './plans.ts'
import type { Reference } from './reference.ts'
import type { SeriesService } from './series.ts'
import type { StatusQuery, StatusService, TargetStatus } from './status.ts'
import type { TargetRecord } from '../../db/stores/index.ts'

const { period, value, flag, segment, indicator, area } = measurementRow.shape
const assumedFigure = z.strictObject({
  indicator: indicator.optional().meta({ description: 'The indicator; that of the target if absent.' }),
  area: area.optional().meta({ description: 'The area; the kommune of the target if absent. A benchmark\'s is named, such as DK.' }),
  segment,
  period,
  value,
  flag
}).meta({ id: 'AssumedFigure' })

export const whatIfInput = z.strictObject({
  measurements: z.array(assumedFigure).max(1_000).optional().meta({ description: 'Figures that are assumed, of any series that the target reads; they take the place of what was posted.' }),
  rule: z.record(z.string().max(100), z.unknown()).optional().meta({ description: 'What the rule has otherwise: only the fields that are given, as in a PATCH of a target.', example: { amount: 0.3 } }),
  window: z.strictObject({ start: day.optional(), deadline: day.optional() }).optional().meta({ description: 'From when until when it would be judged.' }),
  deliverables: z.array(z.strictObject({ code: z.string().min(1).max(60), doneOn: day.nullable().meta({ description: 'The day it would be done; null: not done.' }) })).max(100).optional().meta({ description: 'Deliverables of a milestone.' }),
  assessment: z.strictObject({ on: day, status: z.enum(JUDGEMENTS) }).optional().meta({ description: 'A judgement, of a target that people judge.' })
}).meta({ id: 'WhatIfInput', description: 'What is assumed; nothing of it is stored.' })
export type WhatIfInput = z.output<typeof whatIfInput>

type AssumedFigure = SeriesKey & Pick<Observation, 'period' | 'value' | 'flag'>
/** One with its place in the input. */
type PlacedFigure = { row: number, figure: AssumedFigure }
/** What was assumed, as it was read: the whole rule and window where either was given. */
export type Assumed = { measurements: AssumedFigure[], rule: Rule | null, window: TargetDocument['window'] | null, deliverables: { code: string, doneOn: string | null }[], assessment: { on: string, status: typeof JUDGEMENTS[number] } | null }
/** What the assumption makes of the status: `better`, `same` or `worse` in the order in which combinations rank statuses; figures are what-if less actual. */
export type Difference = { status: 'better' | 'same' | 'worse' | null, measure: number | null, distance: number | null, pace: number | null, progress: number | null }
export type WhatIf = { target: string, hypothetical: true, asOf: string, knownAt: string, assumed: Assumed, actual: TargetStatus, whatIf: TargetStatus, difference: Difference }

type Report = (pointer: string, code: string, detail: string) => void

/** The status that a target would have. Nothing is stored. */
export function createWhatIfService ({ plans, status, series, reference }: { plans: PlanService, status: StatusService, series: SeriesService, reference: Reference }) {
  /**
   * The status under what is assumed, beside the actual one of the same day: today, or where something later is assumed, that day.
   * @throws AppError `not_found`; `invalid_request` or `unprocessable` with every place of the input that cannot be used, checked as when it is written
   */
  async function ofTarget (actor: Actor, id: string, input: unknown, query: StatusQuery = {}): Promise<WhatIf> {
    const target = await plans.target(actor, id)
    const given = parse(whatIfInput, input)
    const problems: Problem[] = []
    const report: Report = (pointer, code, detail) => { problems.push({ pointer, code, detail }) }
    const { rule, window } = await changed(target, given, problems)
    const own = { indicator: target.indicator, area: target.kommune, segment: target.segment }
    const figures = problems.length > 0 ? [] : await assumedFigures(given, rule, own, problems)
    checkFollowUps(given, rule, report)
    const asOf = dayOf(given, figures, query, status.asked({}).asOf, report)
    if (problems.length > 0) throw new AppError('unprocessable', summaryOf(problems), problems)

    const observations = figures.map(({ figure }): Observation => ({ ...figure, revision: null, source: null }))
    const { actual, input: judged } = await status.supposed(target, { ...target, rule, window }, observations, { ...query, asOf })
    const { deliverables = [], assessment } = given
    const done = judged.deliverables?.filter(one => !deliverables.some(other => other.code === one.code)) ?? []
    const would = evaluate({
      ...judged,
      deliverables: [...done, ...deliverables.flatMap(({ code, doneOn }) => doneOn === null ? [] : [{ code, on: doneOn }])],
      assessments: [...judged.assessments?.filter(one => one.on !== assessment?.on) ?? [], ...assessment === undefined ? [] : [assessment]]
    })
    const isChanged = given.rule !== undefined || given.window !== undefined
    return {
      target: id,
      hypothetical: true,
      asOf,
      knownAt: actual.knownAt,
      assumed: { measurements: figures.map(one => one.figure), rule: isChanged ? rule : null, window: isChanged ? window : null, deliverables, assessment: assessment ?? null },
      actual,
      whatIf: { target: id, asOf, knownAt: actual.knownAt, ...would },
      difference: differenceOf(actual, would)
    }
  }

  /** The rule and window of the target as they would be, checked as when a target is written. */
  async function changed (target: TargetRecord, { rule, window }: WhatIfInput, problems: Problem[]): Promise<Pick<TargetDocument, 'rule' | 'window'>> {
    if (rule === undefined && window === undefined) return target
    const { code, title, indicator, segment } = target
    const before = { code, title, indicator, segment, window: target.window, rule: target.rule }
    const would: TargetDocument = parse(itemSchemas.targets, mergePatch(before, { ...rule && { rule }, ...window && { window } }))
    const found = await targetProblems(would, target.kommune, reference)
    problems.push(...found.problems)
    return would
  }

  /** The figures that are assumed, checked as when they are recorded, and each of a series that the target reads. */
  async function assumedFigures ({ measurements = [] }: WhatIfInput, rule: Rule, own: OwnSeriesOfTarget, problems: Problem[]): Promise<PlacedFigure[]> {
    if (measurements.length === 0) return []
    const reads = seriesOfRule(rule, own)
    const readable = withParts(reads, await series.compositionOf(reads))
    const main = ownSeries(rule, own) ?? (own.indicator === null ? null : { ...own, indicator: own.indicator })
    const rows = measurements.map((one, row) => ({ row, input: { ...one, indicator: one.indicator ?? main?.indicator, area: one.area ?? own.area, segment: one.segment === undefined ? main?.segment ?? own.segment : one.segment } }))
    const pointerTo = (row: number, field?: string): string => `/measurements/${row}${field === undefined ? '' : `/${field}`}`
    const indicators = await reference.indicators(rows.map(({ input }) => input.indicator).filter(name => name !== undefined))
    const checked = await checkRows({ pointerTo, items: [rows] }, { areas: await reference.areas(), indicators, actor: SERVER_ACTOR })
    problems.push(...checked.errors.map(({ pointer, code, detail, remedy }) => ({ pointer, code, detail: remedy === null ? detail : `${detail}: ${remedy}` })))
    const names = new Set(readable.map(seriesName))
    const figures = checked.rows.toSorted((a, b) => a.row - b.row)
    for (const figure of figures) {
      if (names.has(seriesName(figure))) continue
      const reading = reads.slice(0, 5).map(one => `${one.indicator} of ${one.area}${one.segment === null ? '' : `, ${one.segment}`}`).join('; ')
      problems.push({ pointer: pointerTo(figure.row), code: 'series_not_read', detail: `is of a series that the target does not read, so that it would change nothing: it reads ${reading === '' ? 'none' : reading}` })
    }
    return figures.map(({ row, indicator, area, segment, period, value, flag }) => ({ row, figure: { indicator, area, segment, period, value, flag } }))
  }

  return { ofTarget }
}

const partsOf = (rule: Rule): Rule[] => 'rules' in rule ? [rule, ...rule.rules.flatMap(partsOf)] : [rule]

function checkFollowUps ({ deliverables = [], assessment }: WhatIfInput, rule: Rule, report: Report): void {
  const parts = partsOf(rule)
  const codes = new Set(parts.flatMap(part => part.kind === 'milestone' ? part.deliverables.map(one => one.code) : []))
  deliverables.forEach(({ code }, at) => {
    if (!codes.has(code)) report(`/deliverables/${at}/code`, 'unknown_deliverable', `there is no deliverable ${JSON.stringify(code)} in the target: ${codes.size === 0 ? 'its rule has none' : `it has ${[...codes].join(', ')}`}`)
    else if (deliverables.findIndex(other => other.code === code) < at) report(`/deliverables/${at}/code`, 'duplicate_code', `the deliverable ${code} is named before: name each once`)
  })
  if (assessment !== undefined && !parts.some(part => part.kind === 'assessment')) report('/assessment', 'not_judged_by_people', 'goes only with targets that are judged by assessment: leave it out')
}

/** The day of the question: as asked, else today or the day of the latest thing assumed. What lies after the day that is asked would not be seen. */
function dayOf ({ deliverables = [], assessment }: WhatIfInput, figures: readonly PlacedFigure[], { asOf }: StatusQuery, today: string, report: Report): string {
  const days = [
    ...figures.map(({ row, figure }) => ({ pointer: `/measurements/${row}/period`, on: periodRange(figure.period).end })),
    ...deliverables.flatMap(({ doneOn }, at) => doneOn === null ? [] : [{ pointer: `/deliverables/${at}/doneOn`, on: doneOn }]),
    ...assessment === undefined ? [] : [{ pointer: '/assessment/on', on: assessment.on }]
  ]
  for (const { pointer, on } of asOf === undefined ? [] : days) if (on > (asOf as string)) report(pointer, 'after_as_of', `is of ${on}, after the day that is asked for, ${asOf}, so that it would not be seen: leave asOf out, or name a later day`)
  return asOf ?? days.reduce((latest, { on }) => on > latest ? on : latest, today)
}

function differenceOf (actual: Evaluation, would: Evaluation): Difference {
  const less = (a: number | null | undefined, b: number | null | undefined): number | null => a == null || b == null ? null : rounded(decimal(a).sub(decimal(b)))
  const rank = ({ status }: Evaluation): number => RANKED_STATUSES.indexOf(status as RankedStatus)
  const [before, after] = [rank(actual), rank(would)]
  return {
    status: before < 0 || after < 0 ? null : after > before ? 'better' : after < before ? 'worse' : 'same',
    measure: less(would.current?.measure, actual.current?.measure),
    distance: less(would.distance, actual.distance),
    pace: less(would.pace, actual.pace),
    progress: less(would.progress, actual.progress)
  }
}
