import type { NewAuditEntry } from '../../src/domain/audit.ts'
import { AppError } from '../../src/domain/errors.ts'
import { type PlanDocument, itemId } from '../../src/domain/plan.ts'
import type { Coded } from '../../src/domain/plan-codes.ts'
import { seriesOfRule } from '../../src/domain/target.ts'
import type { NewEvent } from '../../src/domain/event.ts'
import type { Database } from '../database.ts'
import { toJson } from '../json.ts'
import { insertRows, type Planned, refusedAs, upsertRows } from '../statements.ts'
import { auditRows } from './audit.ts'
import { eventRows } from './events.ts'
import { unchangedFrom } from './reference-versions.ts'
import { statusOf } from './plan-records.ts'

/**
 * Who puts a plan, when and why, and what is told of it. `expectedVersion` is the one that is replaced; null: there must be none yet.
 * `retired` are the codes that earlier versions used and this one does not; `checkedAt` the versions of what the plan was checked against.
 */
export type PlanChange = {
  expectedVersion: number | null
  retired?: readonly Coded[]
  checkedAt?: { indicators: number, nationalGoals: number }
  actor: string
  reason: string | null
  at: string
  events?: readonly NewEvent[]
  audit?: readonly NewAuditEntry[]
}

/**
 * The statements that put a version of a plan: the plan's row and the version's, then its goals and targets in place of the old ones.
 * The version's row is the optimistic lock: a version that is there already, or that skips one, breaks its key, and the whole list fails.
 */
export function planPut (database: Database, document: PlanDocument, change: PlanChange): Planned[] {
  const { tables: t } = database
  const { goals, ...head } = document
  const plan = document.id
  const version = (change.expectedVersion ?? 0) + 1
  const written = { recordedAt: change.at, actor: change.actor, reason: change.reason }
  const rows = goalAndTargetRows(document)
  return [
    ...upsertRows(database, t.plans, [{
      id: plan,
      kommune: document.kommune,
      kind: document.kind,
      status: statusOf(document),
      paceLimits: document.paceLimits ? toJson(document.paceLimits) : null,
      version,
      recordedAt: change.at,
      record: toJson({ ...head, retired: change.retired ?? [] })
    }]),
    ...refusedAs(
      insertRows(database, t.planVersions, [{ plan, version, previous: change.expectedVersion, document: toJson(document), ...written }]),
      () => versionConflict(plan, change.expectedVersion)),
    { sql: 'delete from goals where plan = ?', params: [plan] },
    ...insertRows(database, t.goals, goals.map((goal, position) => {
      const { targets: _, ...record } = goal
      return { id: itemId(plan, goal.code), plan, position, record: toJson({ ...record, period: goal.period ?? document.period }) }
    })),
    ...insertRows(database, t.goalNationalGoals, rows.nationalGoals),
    ...insertRows(database, t.targets, rows.targets),
    ...insertRows(database, t.targetSeries, rows.series),
    ...auditRows(change.audit ?? []),
    ...change.checkedAt === undefined ? [] : [...unchangedFrom('indicators', change.checkedAt.indicators), ...unchangedFrom('national_goals', change.checkedAt.nationalGoals)],
    ...eventRows(change.events ?? [])
  ]
}

/**
 * The statements that remove a plan with all its versions. The version that would come next is the lock: where another has put it, the
 * list fails.
 */
export function planRemoval (database: Database, plan: string, change: Omit<PlanChange, 'expectedVersion' | 'retired' | 'checkedAt'> & { expectedVersion: number }): Planned[] {
  const { tables: t } = database
  const next = { plan, version: change.expectedVersion + 1, previous: change.expectedVersion, document: '{}', recordedAt: change.at, actor: change.actor, reason: change.reason }
  return [
    { sql: 'update plans set version = version where id = ?', params: [plan] },
    ...refusedAs(insertRows(database, t.planVersions, [next]), () => versionConflict(plan, change.expectedVersion)),
    ...['goals where plan', 'plan_versions where plan', 'plans where id'].map(what => ({ sql: `delete from ${what} = ?`, params: [plan] })),
    ...auditRows(change.audit ?? []),
    ...eventRows(change.events ?? [])
  ]
}

function goalAndTargetRows (document: PlanDocument) {
  const targets = document.goals.flatMap(goal => (goal.targets ?? []).map(target => ({ goal: itemId(document.id, goal.code), target })))
  return {
    nationalGoals: document.goals.flatMap(({ code, nationalGoals = [] }) =>
      [...new Set(nationalGoals)].map(nationalGoal => ({ goal: itemId(document.id, code), nationalGoal }))),
    targets: targets.map(({ goal, target }, position) => ({
      id: itemId(document.id, target.code),
      plan: document.id,
      goal,
      position,
      indicator: target.indicator ?? null,
      record: toJson(target)
    })),
    series: targets.flatMap(({ target }) => {
      const own = { indicator: target.indicator ?? null, area: document.kommune, segment: target.segment ?? null }
      const rows = seriesOfRule(target.rule, own).map(key => ({ ...key, segment: key.segment ?? '', target: itemId(document.id, target.code) }))
      return [...new Map(rows.map(row => [toJson([row.indicator, row.area, row.segment]), row])).values()]
    })
  }
}

const versionConflict = (plan: string, expected: number | null): AppError => new AppError('version_conflict', expected === null
  ? `There is already a plan with the id ${JSON.stringify(plan)}. Read it, and say which version you replace.`
  : `Version ${expected} of the plan ${JSON.stringify(plan)} is not the latest. Read the latest and make your change in that.`)
