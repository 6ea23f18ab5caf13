import { and, asc, desc, eq, gt, lt, lte, ne, type SQL, sql } from 'drizzle-orm'
import type { PlanDocument, PlanKind, PlanStatus } from '../../src/domain/plan.ts'
import { type Coded, retiredCodes } from '../../src/domain/plan-codes.ts'
import type { Database } from '../database.ts'
import { fromJson } from '../json.ts'
import { type PlanChange, planPut, planRemoval } from './plan-put.ts'
import { fillPlan, type KeptPlan, type PlanAtVersion, type PlanRecord, recordsOf } from './plan-records.ts'
import { createTargetStore } from './targets.ts'
import { type DraftsShown, visiblePlans } from './visible-plans.ts'

/** Which plans. An absent list does not narrow, an empty one matches nothing. Drafts only where they are asked for. */
export type PlanFilter = { ids?: readonly string[], kommuner?: readonly string[], kinds?: readonly PlanKind[], statuses?: readonly PlanStatus[], includeDrafts?: DraftsShown }

/** A version of a plan, its status then, and who put it when and why. */
export type PlanVersion = { version: number, recordedAt: string, actor: string, reason: string | null, status: PlanStatus }

/** Plans with their goals and targets. Every version is kept; goals and targets are those of the current one. */
export function createPlanStore (database: Database) {
  const { db, tables: { plans, planVersions } } = database
  const status = sql<PlanStatus>`coalesce(${database.textIn(planVersions.document, 'status')}, 'draft')`
  const versionColumns = { version: planVersions.version, recordedAt: planVersions.recordedAt, actor: planVersions.actor, reason: planVersions.reason, status }

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

  /** The records of a version as it stood; undefined where there is none. */
  async function atVersion (id: string, version: number): Promise<PlanAtVersion | undefined> {
    const found = await document(id, version)
    return found && recordsOf(found.document, found.version, found.recordedAt)
  }

  /**
   * The versions of a plan, the latest first, or `ascending`; none where there is no such plan.
   * @param page at most `limit`, those beyond the version `after`
   */
  async function versions (id: string, { limit, after, ascending = false }: { limit: number, after?: number, ascending?: boolean }): Promise<PlanVersion[]> {
    return await db.select(versionColumns).from(planVersions)
      .where(and(eq(planVersions.plan, id), after === undefined ? undefined : (ascending ? gt : lt)(planVersions.version, after)))
      .orderBy((ascending ? asc : desc)(planVersions.version)).limit(limit)
  }

  /** The latest version of a plan that was recorded by an instant; undefined where there was none yet. */
  async function versionKnownAt (id: string, instant: string): Promise<number | undefined> {
    const [row] = await db.select({ version: planVersions.version }).from(planVersions)
      .where(and(eq(planVersions.plan, id), lte(planVersions.recordedAt, instant))).orderBy(desc(planVersions.version)).limit(1)
    return row?.version
  }

  /** Whether any version of a plan was more than a draft, and so seen by all. */
  const wasShown = async (id: string): Promise<boolean> =>
    (await db.select({ version: planVersions.version }).from(planVersions).where(and(eq(planVersions.plan, id), ne(status, 'draft'))).limit(1)).length > 0

  /** The codes that earlier versions of a plan used and the current one does not, each as what it last was. */
  async function retired (id: string): Promise<Coded[]> {
    const [row] = await db.select({ record: plans.record, version: plans.version }).from(plans).where(eq(plans.id, id))
    if (row === undefined) return []
    const kept = fromJson<KeptPlan>(row.record).retired
    return kept ?? await retiredUpTo(id, row.version)
  }

  /** The same for a plan that was put before codes were kept: gone through version by version. */
  async function retiredUpTo (id: string, version: number): Promise<Coded[]> {
    let codes: Coded[] = []
    let before = await document(id, 1)
    for (let at = 2; before !== undefined && at <= version; at++) {
      const next = await document(id, at)
      if (next !== undefined) codes = retiredCodes(codes, before.document, next.document)
      before = next
    }
    return codes
  }

  /**
   * Creates or replaces a plan, as one change.
   * @returns the version that it now has
   * @throws AppError `version_conflict` where `expectedVersion` is not the current one, decided by the database itself
   */
  async function put (plan: PlanDocument, change: PlanChange): Promise<number> {
    await database.atomically(() => planPut(database, plan, change))
    return (change.expectedVersion ?? 0) + 1
  }

  /**
   * Removes a plan with all its versions, as one change. Who may be removed is for the service to say.
   * @throws AppError `version_conflict` where `expectedVersion` is not the current one
   */
  const remove = async (id: string, change: Parameters<typeof planRemoval>[2]): Promise<void> =>
    await database.atomically(() => planRemoval(database, id, change))

  return { find, document, atVersion, versions, versionKnownAt, wasShown, retired, put, remove, ...createTargetStore(database) }
}
