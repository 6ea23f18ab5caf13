import type { NewAuditEntry } from '../../src/domain/audit.ts'
import type { NationalGoal } from '../../src/domain/national-goal.ts'
import type { Database } from '../database.ts'
import { type Statement, upsertRows } from '../statements.ts'
import { auditRows } from './audit.ts'
import { changedFrom, refusedWhere, versionOf } from './reference-versions.ts'
import { planVersionsNaming, type Use } from './uses.ts'

/** Who changes national goals, and the version that it was checked against. */
type Change = { audit?: readonly NewAuditEntry[], version?: number }

/** The minister's employment goals. */
export function createNationalGoalStore (database: Database) {
  const { db, tables: { nationalGoals } } = database

  /** Every goal, by year and number. */
  const all = async (): Promise<NationalGoal[]> =>
    await db.select().from(nationalGoals).orderBy(nationalGoals.year, nationalGoals.number)

  /** See {@link versionOf}. */
  const version = async (): Promise<number> => await versionOf(database, 'national_goals')

  /**
   * Adds the goals, or replaces those with the same id, as one change.
   * @throws AppError `conflict` where one was changed meanwhile
   */
  const putAll = async (goals: NationalGoal[], { audit = [], version }: Change = {}): Promise<void> =>
    await database.atomically(() => [
      ...auditRows(audit),
      ...version === undefined ? [] : changedFrom('national_goals', version),
      ...upsertRows(database, nationalGoals, goals)
    ])

  /** What refers to a national goal: the goals that adopt it, and the plans that name it in any version. By kind and id. */
  async function usesOf (id: string): Promise<Use[]> {
    const { sql, params } = usesQuery(id)
    return (await database.query<[Use['kind'], string]>(`select kind, id from (${sql}) as uses order by kind, id`, params)).map(([kind, id]) => ({ kind, id }))
  }

  /**
   * Removes a national goal that nothing uses.
   * @throws AppError `conflict` where one was changed meanwhile, `used` where something uses it
   */
  async function remove (id: string, { audit = [], version, used }: Required<Change> & { used: () => Error }): Promise<void> {
    await database.atomically(() => [
      ...auditRows(audit),
      ...changedFrom('national_goals', version),
      refusedWhere(usesQuery(id), used),
      { sql: 'delete from national_goals where id = ?', params: [id] }
    ])
  }

  return { all, version, putAll, usesOf, remove }
}

/** Everything that refers to a national goal. In the JSON of a plan it stands in a list of texts, and there are no other such lists. */
function usesQuery (id: string): Statement {
  const versions = planVersionsNaming(`%["${id}"%`, `%,"${id}"%`)
  return { sql: `select 'goal' as kind, goal as id from goal_national_goals where national_goal = ? union ${versions.sql}`, params: [id, ...versions.params] }
}
