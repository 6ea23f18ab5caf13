import type { NewAuditEntry } from '../../src/domain/audit.ts'
import type { NationalGoal } from '../../src/domain/national-goal.ts'
import type { Database } from '../database.ts'
import { upsertRows } from '../statements.ts'
import { auditRows } from './audit.ts'

/** The minister's employment goals. */
export function createNationalGoalStore (database: Database) {
  const { db, tables: { nationalGoals } } = database

  /** Every goal, by year and number. */
  const all = async (): Promise<NationalGoal[]> =>
    await db.select().from(nationalGoals).orderBy(nationalGoals.year, nationalGoals.number)

  /** Adds the goals, or replaces those with the same id, as one change. @param audit who does it */
  const putAll = async (goals: NationalGoal[], audit: readonly NewAuditEntry[] = []): Promise<void> =>
    await database.atomically(() => [...upsertRows(database, nationalGoals, goals), ...auditRows(audit)])

  return { all, putAll }
}
