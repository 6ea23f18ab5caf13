import { seriesName } from '../domain/composition.ts'
import type { Indicator } from '../domain/indicator.ts'
import { DEFAULT_PACE_LIMITS } from '../domain/plan.ts'
import { evaluate, type EvaluationInput } from '../domain/status/evaluate.ts'
import type { Series, SeriesIndex } from '../domain/status/series.ts'
import type { Assessed, DoneDeliverable, Evaluation } from '../domain/status/status.ts'
import { type Rule, type SeriesKey, seriesOfRule } from '../domain/target.ts'
import type { TargetRecord } from '../../db/stores/index.ts'

/** The instant of knowledge: what is asked (null: all that is known), what is shown, and its Danish day. */
export type Knowledge = { at: string | null, shown: string, on: string }

/** Everything that some targets are judged by, gathered in a fixed number of queries. */
export type Evidence = {
  series: SeriesIndex
  indicators: ReadonlyMap<string, Indicator>
  deliverables: ReadonlyMap<string, DoneDeliverable[]>
  assessments: ReadonlyMap<string, Assessed[]>
  areaNames: ReadonlyMap<string, string>
}

/** The series that targets are judged by. */
export const keysOf = (targets: readonly TargetRecord[]): SeriesKey[] => targets.flatMap(target => seriesOfRule(target.rule, ownOf(target)))

const ownOf = ({ indicator, kommune, segment }: TargetRecord): { indicator: string | null, area: string, segment: string | null } => ({ indicator, area: kommune, segment })

/** Whether people record what the rule is judged by. */
export const isRecorded = (rule: Rule): boolean => 'rules' in rule ? rule.rules.some(isRecorded) : rule.kind === 'milestone' || rule.kind === 'assessment'

/** What a target was last found to be, and all that it was found by. */
type Judged = { asOf: string, isKnown: boolean, series: (Series | undefined)[], evaluation: Evaluation } & Pick<Evidence, 'indicators' | 'areaNames'>
const lastJudged = new WeakMap<TargetRecord, Judged>()

/** The evaluation of a target; the same as the last time where nothing that it is made of is another. */
export function judged (target: TargetRecord, evidence: Evidence, asOf: string, known: Knowledge): Evaluation {
  if (isRecorded(target.rule)) return evaluate(inputOf(target, evidence, asOf, known))
  const isKnown = asOf <= known.on
  const series = keysOf([target]).map(key => evidence.series.get(seriesName(key)))
  const last = lastJudged.get(target)
  const isSame = last !== undefined && last.asOf === asOf && last.isKnown === isKnown && last.indicators === evidence.indicators && last.areaNames === evidence.areaNames &&
    last.series.every((one, at) => one === series[at])
  if (isSame) return last.evaluation
  const evaluation = evaluate(inputOf(target, evidence, asOf, known))
  lastJudged.set(target, { asOf, isKnown, series, indicators: evidence.indicators, areaNames: evidence.areaNames, evaluation })
  return evaluation
}

/** What the engine is asked of a target on a day. */
export const inputOf = (target: TargetRecord, { series, indicators, deliverables, assessments, areaNames }: Evidence, asOf: string, known: Knowledge): EvaluationInput => ({
  rule: target.rule,
  window: target.window,
  own: ownOf(target),
  indicators,
  series,
  deliverables: deliverables.get(target.id) ?? [],
  assessments: assessments.get(target.id) ?? [],
  asOf,
  knownOn: known.on,
  paceLimits: target.paceLimits ?? DEFAULT_PACE_LIMITS,
  areaNames
})
