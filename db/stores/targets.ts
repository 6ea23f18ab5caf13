import { and, desc, eq, gte, inArray, lte, or, type SQL, sql } from 'drizzle-orm'
import type { PlanKind, PlanStatus } from '../../src/domain/plan.ts'
import type { RuleKind, SeriesKey } from '../../src/domain/target.ts'
import type { Database } from '../database.ts'
import { fromJson } from '../json.ts'
import { fillGoal, fillTarget, type GoalRecord, type TargetRecord } from './plan-records.ts'
import { type DraftsShown, visiblePlans } from './visible-plans.ts'

/** Which goals. An absent list does not narrow, an empty one matches nothing. Drafts only where they are asked for. */
export type GoalFilter = { ids?: readonly string[], plans?: readonly string[], nationalGoals?: readonly string[], includeDrafts?: DraftsShown }

/**
 * Which targets. `indicators` are their own or any that their rules read, benchmarks included; `on` is a day that their window holds. `planKinds`
 * and `planStatuses` are those of their plans.
 */
export type TargetFilter = {
  ids?: readonly string[]
  plans?: readonly string[]
  goals?: readonly string[]
  indicators?: readonly string[]
  kommuner?: readonly string[]
  nationalGoals?: readonly string[]
  ruleKinds?: readonly RuleKind[]
  planKinds?: readonly PlanKind[]
  planStatuses?: readonly PlanStatus[]
  on?: string
  includeDrafts?: DraftsShown
}

/** The part of the plan store that reads goals and targets, all of the current versions. */
export function createTargetStore (database: Database) {
  const { db, tables: { plans, goals: goalTable, goalNationalGoals, targets: targetTable, targetSeries } } = database

  /** The goals that the filter lets through, by plan and place in it. */
  async function goals (filter: GoalFilter): Promise<GoalRecord[]> {
    const rows = await db.select({ plan: goalTable.plan, kommune: plans.kommune, record: goalTable.record })
      .from(goalTable).innerJoin(plans, eq(plans.id, goalTable.plan))
      .where(and(
        visiblePlans(database, filter.includeDrafts),
        filter.ids && database.oneOf(goalTable.id, filter.ids),
        filter.plans && database.oneOf(goalTable.plan, filter.plans),
        filter.nationalGoals && inArray(goalTable.id, goalsAdopting(filter.nationalGoals))))
      .orderBy(goalTable.plan, goalTable.position)
    return rows.map(row => fillGoal(row.plan, row.kommune, fromJson(row.record)))
  }

  /**
   * The targets that the filter lets through, by plan and place in it.
   * @param page at most `limit`, those after the target `after`; where that one is gone meanwhile, from the start of its plan. `descending`: the last
   * plans first, and of each plan the last targets; where `after` is gone, those of its plan are passed over
   */
  async function targets (filter: TargetFilter, page?: { limit: number, after?: string, descending?: boolean }): Promise<TargetRecord[]> {
    const descending = page?.descending ?? false
    const query = db.select({
      plan: targetTable.plan,
      goal: targetTable.goal,
      kommune: plans.kommune,
      planStatus: plans.status,
      paceLimits: plans.paceLimits,
      record: targetTable.record
    }).from(targetTable).innerJoin(plans, eq(plans.id, targetTable.plan))
      .where(and(matching(filter), page?.after === undefined ? undefined : descending ? isBefore(page.after) : isAfter(page.after)))
      .orderBy(...descending ? [desc(targetTable.plan), desc(targetTable.position)] : [targetTable.plan, targetTable.position])
    const rows = await (page === undefined ? query : query.limit(page.limit))
    return rows.map(({ record, ...place }) => fillTarget({
      ...place,
      planStatus: place.planStatus as PlanStatus,
      paceLimits: place.paceLimits === null ? null : fromJson(place.paceLimits)
    }, fromJson(record)))
  }

  function matching (filter: TargetFilter): SQL | undefined {
    return and(
      visiblePlans(database, filter.includeDrafts),
      filter.ids && database.oneOf(targetTable.id, filter.ids),
      filter.plans && database.oneOf(targetTable.plan, filter.plans),
      filter.goals && database.oneOf(targetTable.goal, filter.goals),
      filter.kommuner && database.oneOf(plans.kommune, filter.kommuner),
      filter.nationalGoals && inArray(targetTable.goal, goalsAdopting(filter.nationalGoals)),
      filter.planKinds && database.oneOf(plans.kind, filter.planKinds),
      filter.planStatuses && database.oneOf(plans.status, filter.planStatuses),
      filter.ruleKinds && inArray(database.textIn(targetTable.record, 'rule', 'kind'), [...filter.ruleKinds]),
      filter.on === undefined ? undefined : and(lte(database.textIn(targetTable.record, 'window', 'start'), filter.on), gte(database.textIn(targetTable.record, 'window', 'deadline'), filter.on)),
      filter.indicators && or(
        database.oneOf(targetTable.indicator, filter.indicators),
        inArray(targetTable.id, db.select({ target: targetSeries.target }).from(targetSeries).where(database.oneOf(targetSeries.indicator, filter.indicators)))))
  }

  const goalsAdopting = (nationalGoals: readonly string[]) =>
    db.select({ goal: goalNationalGoals.goal }).from(goalNationalGoals).where(database.oneOf(goalNationalGoals.nationalGoal, nationalGoals))

  // A target's id begins with its plan's, which has no dot.
  const planOf = (target: string): string => target.slice(0, Math.max(target.indexOf('.'), 0))
  const placeOf = (target: string) => db.select({ position: targetTable.position }).from(targetTable).where(eq(targetTable.id, target))

  const isAfter = (target: string): SQL =>
    sql`(${targetTable.plan} > ${planOf(target)} or (${targetTable.plan} = ${planOf(target)} and ${targetTable.position} > coalesce((${placeOf(target)}), -1)))`
  const isBefore = (target: string): SQL =>
    sql`(${targetTable.plan} < ${planOf(target)} or (${targetTable.plan} = ${planOf(target)} and ${targetTable.position} < coalesce((${placeOf(target)}), -1)))`

  /** The ids of the targets that read any of the series, sorted. */
  async function affectedBy (series: readonly SeriesKey[], { includeDrafts = false }: { includeDrafts?: DraftsShown } = {}): Promise<string[]> {
    if (series.length === 0) return []
    const wanted = database.keyRows(['indicator', 'area', 'segment'], series.map(({ indicator, area, segment }) => [indicator, area, segment ?? '']))
    const rows = await database.query<[target: string, kommune: string, status: string]>(
      `select distinct s.target, p.kommune, p.status from ${wanted.sql} w
       cross join target_series s cross join targets t cross join plans p
       where s.indicator = w.indicator and s.area = w.area and s.segment = w.segment and t.id = s.target and p.id = t.plan
       order by s.target`, wanted.params)
    const isShown = (kommune: string): boolean => typeof includeDrafts === 'boolean' ? includeDrafts : includeDrafts.includes(kommune)
    return rows.filter(([, kommune, status]) => status !== 'draft' || isShown(kommune)).map(([target]) => target)
  }

  return { goals, targets, affectedBy }
}
