import type { Indicator } from '../domain/indicator.ts'
import type { MeasurementRevision } from '../domain/measurement.ts'
import { GOAL_KIND_NAMES, PLAN_KIND_NAMES, PLAN_STATUS_NAMES, RULE_NAMES } from '../domain/plan-names.ts'
import { decimal } from '../domain/decimal.ts'
import { LIMITS, STATUS_NAMES } from '../domain/status/phrases.ts'
import { decimalsOf, unitName } from '../domain/status/wording.ts'
import { BESIDE, FLAG_NAMES, nameOf } from './formats/columns.ts'
import type { Written, WrittenColumn } from './formats/written.ts'
import type { StatusItem } from './statuses.ts'
import type { GoalRecord, PlanRecord, TargetRecord } from '../../db/stores/index.ts'

/** A measurement with what is told beside it. */
export type MeasurementRow = Pick<MeasurementRevision, 'indicator' | 'area' | 'segment' | 'period' | 'value' | 'flag' | 'source' | 'note'> & { of: Indicator | undefined, areaName: string | null }

/** The name of a segment; null where there is none. */
export const segmentNameOf = (code: string | null, indicator: Indicator | undefined, language: 'da' | 'en'): string | null =>
  code === null ? null : indicator?.segments.find(one => one.code === code)?.name[language] ?? null

/** Measurements: every column is read again, or read past, by the importer. */
export const MEASUREMENT_COLUMNS: readonly WrittenColumn<MeasurementRow>[] = [
  { name: nameOf('indicator'), width: 40, of: row => row.indicator },
  { name: BESIDE.indicatorName, width: 50, of: ({ of }, language) => of?.name[language] ?? null },
  { name: BESIDE.unit, width: 14, of: ({ of }, language) => of === undefined ? null : unitName(of.unit, language) },
  { name: nameOf('area'), width: 10, of: row => row.area },
  { name: BESIDE.areaName, width: 24, of: row => row.areaName },
  { name: nameOf('segment'), width: 20, of: row => row.segment },
  { name: BESIDE.segmentName, width: 30, of: ({ segment, of }, language) => segmentNameOf(segment, of, language) },
  { name: nameOf('period'), width: 12, of: row => ({ period: row.period }) },
  { name: nameOf('value'), width: 12, of: ({ value, of }) => value === null ? null : { number: value, decimals: of?.decimals ?? 0 } },
  { name: nameOf('flag'), width: 14, of: ({ flag }, language) => FLAG_NAMES[flag][language] },
  { name: nameOf('source'), width: 24, of: row => row.source },
  { name: nameOf('note'), width: 40, of: row => row.note }
]

/** National goals as `5 (2024)`, for Excel takes 2024-5 for a month. */
const nationalGoals = (ids: readonly string[]): string => ids.map(id => id.replace(/^(\d+)-(\d+)$/, '$2 ($1)')).join(', ')

const day = (text: string | null): Written => text === null ? null : { day: text }

/** A figure that was computed, with the decimals of its indicator, or its own where it has more. */
const figure = (value: number | null | undefined, usual: number): Written =>
  value == null ? null : { number: value, decimals: Math.max(usual, decimalsOf(decimal(value))) }

const ofStatus = (name: { da: string, en: string }, width: number, of: (row: StatusItem) => number | null | undefined): WrittenColumn<StatusItem> =>
  ({ name, width, of: row => figure(of(row), row.subject.indicator?.decimals ?? 0) })

/** How targets stand: a row for each. */
export const STATUS_COLUMNS: readonly WrittenColumn<StatusItem>[] = [
  { name: { da: 'dato', en: 'as of' }, width: 12, of: row => ({ day: row.asOf }) },
  { name: { da: 'kommunekode', en: 'kommune code' }, width: 15, of: ({ subject }) => subject.kommune.id },
  { name: { da: 'kommune', en: 'kommune' }, width: 20, of: ({ subject }) => subject.kommune.name },
  { name: { da: 'plan', en: 'plan' }, width: 24, of: ({ subject }) => subject.plan.id },
  { name: { da: 'plantitel', en: 'plan title' }, width: 40, of: ({ subject }) => subject.plan.title },
  { name: { da: 'målkode', en: 'goal code' }, width: 22, of: ({ subject }) => subject.goal.id },
  { name: { da: 'mål', en: 'goal' }, width: 40, of: ({ subject }) => subject.goal.title },
  { name: { da: 'ministermål', en: 'national goals' }, width: 15, of: ({ subject }) => nationalGoals(subject.goal.nationalGoals) },
  { name: { da: 'kode', en: 'target' }, width: 24, of: row => row.target },
  { name: { da: 'succeskriterium', en: 'target title' }, width: 60, of: ({ subject }) => subject.title },
  { name: { da: 'regel', en: 'rule' }, width: 24, of: ({ rule }, language) => RULE_NAMES[rule.kind][language] },
  { name: { da: 'fra', en: 'from' }, width: 12, of: ({ window }) => ({ day: window.start }) },
  { name: { da: 'frist', en: 'deadline' }, width: 12, of: ({ window }) => ({ day: window.deadline }) },
  { name: { da: 'status', en: 'status' }, width: 18, of: ({ status }, language) => STATUS_NAMES[status][language] },
  { name: { da: 'som tallene står', en: 'as the figures stand' }, width: 20, of: ({ provisional }, language) => provisional === null ? null : STATUS_NAMES[provisional][language] },
  { name: { da: 'afgjort', en: 'final' }, width: 8, of: ({ final }, language) => language === 'da' ? (final ? 'ja' : 'nej') : (final ? 'yes' : 'no') },
  { name: { da: 'indikator', en: 'indicator' }, width: 40, of: ({ subject }) => subject.indicator?.id ?? null },
  { name: { da: 'indikatornavn', en: 'indicator name' }, width: 50, of: ({ subject }, language) => subject.indicator?.name[language] ?? null },
  { name: { da: 'enhed', en: 'unit' }, width: 14, of: ({ subject }, language) => subject.indicator === null ? null : unitName(subject.indicator.unit, language) },
  { name: { da: 'målgruppe', en: 'segment' }, width: 20, of: ({ subject }) => subject.segment },
  { name: { da: 'periode', en: 'period' }, width: 12, of: ({ current }) => current === null ? null : { period: current.period } },
  ofStatus({ da: 'tal', en: 'figure' }, 12, row => row.current?.value),
  ofStatus({ da: 'sammenligning', en: 'benchmark' }, 14, row => row.current?.benchmark),
  ofStatus({ da: 'udgangspunkt', en: 'baseline' }, 14, row => row.baseline?.value),
  ofStatus({ da: 'målt', en: 'measure' }, 12, row => row.current?.measure),
  { name: { da: 'krav', en: 'limit' }, width: 12, of: ({ goalLine }, language) => goalLine === null ? null : LIMITS[goalLine.comparator][language] },
  ofStatus({ da: 'grænse', en: 'goal line' }, 12, row => row.goalLine?.value),
  ofStatus({ da: 'afstand', en: 'distance' }, 12, row => row.distance),
  { name: { da: 'tempo', en: 'pace' }, width: 10, of: ({ pace }) => figure(pace, 2) },
  { name: { da: 'forklaring', en: 'explanation' }, width: 100, of: ({ explanation }, language) => explanation[language] }
]

/** A target of a plan, or a goal that has none. */
export type PlanRow = { plan: PlanRecord, kommuneName: string, goal: GoalRecord, target: TargetRecord | null, indicator: Indicator | undefined }

/** Plans: a row for each target, and for each goal without one. */
export const PLAN_COLUMNS: readonly WrittenColumn<PlanRow>[] = [
  { name: { da: 'plan', en: 'plan' }, width: 24, of: ({ plan }) => plan.id },
  { name: { da: 'kommunekode', en: 'kommune code' }, width: 15, of: ({ plan }) => plan.kommune },
  { name: { da: 'kommune', en: 'kommune' }, width: 20, of: row => row.kommuneName },
  { name: { da: 'plantitel', en: 'plan title' }, width: 40, of: ({ plan }) => plan.title },
  { name: { da: 'plantype', en: 'plan kind' }, width: 18, of: ({ plan }, language) => PLAN_KIND_NAMES[plan.kind][language] },
  { name: { da: 'planstatus', en: 'plan status' }, width: 14, of: ({ plan }, language) => PLAN_STATUS_NAMES[plan.status][language] },
  { name: { da: 'planen fra', en: 'plan from' }, width: 12, of: ({ plan }) => ({ day: plan.period.from }) },
  { name: { da: 'planen til', en: 'plan to' }, width: 12, of: ({ plan }) => ({ day: plan.period.to }) },
  { name: { da: 'vedtaget', en: 'adopted on' }, width: 12, of: ({ plan }) => day(plan.adoptedOn) },
  { name: { da: 'målkode', en: 'goal code' }, width: 22, of: ({ goal }) => goal.id },
  { name: { da: 'måltype', en: 'goal kind' }, width: 14, of: ({ goal }, language) => GOAL_KIND_NAMES[goal.kind][language] },
  { name: { da: 'mål', en: 'goal' }, width: 40, of: ({ goal }) => goal.title },
  { name: { da: 'ministermål', en: 'national goals' }, width: 15, of: ({ goal }) => nationalGoals(goal.nationalGoals) },
  { name: { da: 'kode', en: 'target' }, width: 24, of: ({ target }) => target?.id ?? null },
  { name: { da: 'succeskriterium', en: 'target title' }, width: 60, of: ({ target }) => target?.title ?? null },
  { name: { da: 'om hvem', en: 'population' }, width: 40, of: ({ target }) => target?.population ?? null },
  { name: { da: 'opfølgning', en: 'follow-up' }, width: 30, of: ({ target }) => target?.followUp ?? null },
  { name: { da: 'indikator', en: 'indicator' }, width: 40, of: ({ target }) => target?.indicator ?? null },
  { name: { da: 'indikatornavn', en: 'indicator name' }, width: 50, of: ({ indicator }, language) => indicator?.name[language] ?? null },
  { name: { da: 'enhed', en: 'unit' }, width: 14, of: ({ indicator }, language) => indicator === undefined ? null : unitName(indicator.unit, language) },
  { name: { da: 'målgruppe', en: 'segment' }, width: 20, of: ({ target }) => target?.segment ?? null },
  { name: { da: 'fra', en: 'from' }, width: 12, of: ({ target }) => day(target?.window.start ?? null) },
  { name: { da: 'frist', en: 'deadline' }, width: 12, of: ({ target }) => day(target?.window.deadline ?? null) },
  { name: { da: 'regel', en: 'rule' }, width: 24, of: ({ target }, language) => target === null ? null : RULE_NAMES[target.rule.kind][language] },
  { name: { da: 'reglen i JSON', en: 'rule in JSON' }, width: 60, of: ({ target }) => target === null ? null : JSON.stringify(target.rule) },
  { name: { da: 'sted i planen', en: 'place in the plan' }, width: 40, of: ({ target, goal }) => (target ?? goal).location }
]
