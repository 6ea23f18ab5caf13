import { and, desc, eq, type SQL } from 'drizzle-orm'
import type { PlanDocument, PlanKind, PlanStatus } from '../../src/domain/plan.ts'
import type { Database } from '../database.ts'
import { fromJson } from '../json.ts'
import { type PlanChange, planPut } from './plan-put.ts'
import { fillPlan, type PlanRecord } from './plan-records.ts'
import { createTargetStore } from './targets.ts'
import { type DraftsShown, visiblePlans } from './visible-plans.ts'

/** Which plans. An absent list does not narrow, an empty one matches nothing. Drafts only where they are asked for. */
export type PlanFilter = { ids?: readonly string[], kommuner?: readonly string[], kinds?: readonly PlanKind[], statuses?: readonly PlanStatus[], includeDrafts?: DraftsShown }

/** A version of a plan, and who put it when and why. */
export type PlanVersion = { version: number, recordedAt: string, actor: string, reason: string | null }

/** Plans with their goals and targets. Every version is kept; goals and targets are those of the current one. */
export function createPlanStore (database: Database) {
  const { db, tables: { plans, planVersions } } = database
  const versionColumns = { version: planVersions.version, recordedAt: planVersions.recordedAt, actor: planVersions.actor, reason: planVersions.reason }

  /** The current version of each plan that the filter lets through, by id. */
  async function find (filter: PlanFilter): Promise<PlanRecord[]> {
    const rows = await db.select({ record: plans.record, version: plans.version, recordedAt: plans.recordedAt })
      .from(plans).where(matching(filter)).orderBy(plans.id)
    return rows.map(row => fillPlan(fromJson(row.record), row.version, row.recordedAt))
  }

  function matching ({ ids, kommuner, kinds, statuses, includeDrafts }: PlanFilter): SQL | undefined {
    return and(
      visiblePlans(database, includeDrafts),
      ids && database.oneOf(plans.id, ids),
      kommuner && database.oneOf(plans.kommune, kommuner),
      kinds && database.oneOf(plans.kind, kinds),
      statuses && database.oneOf(plans.status, statuses))
  }

  /** A version of the document as it was put (drafts too), the latest unless one is named; undefined where there is none. */
  async function document (id: string, version?: number): Promise<PlanVersion & { document: PlanDocument } | undefined> {
    const [row] = await db.select({ ...versionColumns, document: planVersions.document }).from(planVersions)
      .where(and(eq(planVersions.plan, id), version === undefined ? undefined : eq(planVersions.version, version)))
      .orderBy(desc(planVersions.version)).limit(1)
    return row && { ...row, document: fromJson(row.document) }
  }

  /** Every version of a plan, the first one first; none where there is no such plan. */
  const versions = async (id: string): Promise<PlanVersion[]> =>
    await db.select(versionColumns).from(planVersions).where(eq(planVersions.plan, id)).orderBy(planVersions.version)

  /**
   * Creates or replaces a plan, as one change.
   * @returns the version that it now has
   * @throws AppError `version_conflict` where `expectedVersion` is not the current one, decided by the database itself
   */
  async function put (plan: PlanDocument, change: PlanChange): Promise<number> {
    await database.atomically(() => planPut(database, plan, change))
    return (change.expectedVersion ?? 0) + 1
  }

  return { find, document, versions, put, ...createTargetStore(database) }
}
