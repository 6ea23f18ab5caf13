import type { Area } from '../../src/domain/area.ts'
import type { Indicator } from '../../src/domain/indicator.ts'
import type { MeasurementRevision } from '../../src/domain/measurement.ts'
import type { GoalDocument, PlanDocument } from '../../src/domain/plan.ts'
import type { Coded } from '../../src/domain/plan-codes.ts'
import type { TargetDocument } from '../../src/domain/target.ts'

/** What the tests of the database put in; each takes what it should differ in. */

export const area = (id: string, changes: Partial<Area> = {}): Area =>
  ({ id, code: id, kind: 'kommune', name: `Kommune ${id}`, aliases: [], codes: {}, memberships: [], validFrom: null, validTo: null, note: null, ...changes })

export const indicator = (id: string, changes: Partial<Indicator> = {}): Indicator => ({
  id,
  name: { da: `Navn på ${id}`, en: `Name of ${id}` },
  definition: null,
  unit: 'percent',
  polarity: 'lower_is_better',
  frequency: 'month',
  publicationLagDays: 45,
  breaks: [],
  source: null,
  decimals: 1,
  segments: [],
  additive: false,
  calculation: null,
  ...changes
})

export const measurement = (changes: Partial<MeasurementRevision> = {}): MeasurementRevision => ({
  indicator: 'ledighed',
  area: '0250',
  segment: null,
  period: '2024-01',
  value: 3.9,
  flag: 'final',
  revision: 1,
  source: 'Jobindsats',
  note: null,
  withdrawn: false,
  import: null,
  recordedAt: '2024-02-01T00:00:00.000Z',
  actor: 'test',
  ...changes
})

export const target = (code: string, changes: Partial<TargetDocument> = {}): TargetDocument => ({
  code,
  title: `Mål ${code}`,
  indicator: 'ledighed',
  window: { start: '2024-01-01', deadline: '2024-12-31' },
  rule: { kind: 'threshold', comparator: 'lte', value: 4 },
  ...changes
})

export const goal = (code: string, targets: TargetDocument[] = [], changes: Partial<GoalDocument> = {}): GoalDocument =>
  ({ code, kind: 'focus_area', title: `Fokus ${code}`, targets, ...changes })

export const plan = (id: string, goals: GoalDocument[] = [], changes: Partial<PlanDocument> = {}): PlanDocument =>
  ({ id, kommune: '0250', title: `Plan ${id}`, kind: 'annual_plan', period: { from: '2024-01-01', to: '2024-12-31' }, status: 'adopted', goals, ...changes })

/** The change of a put, at an instant that grows with the version. */
export const change = (expectedVersion: number | null, changes: { reason?: string | null, actor?: string, retired?: Coded[] } = {}) =>
  ({ expectedVersion, actor: 'test', reason: null, at: `2024-03-0${(expectedVersion ?? 0) + 1}T00:00:00.000Z`, ...changes })
