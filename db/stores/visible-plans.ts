import { ne, or, type SQL } from 'drizzle-orm'
import type { Database } from '../database.ts'

/** Whose drafts are shown: nobody's, everybody's, or those of some kommuner. */
export type DraftsShown = boolean | readonly string[]

/** What keeps drafts out of every list of plans, goals and targets, unless they are asked for. */
export function visiblePlans (database: Database, drafts: DraftsShown = false): SQL | undefined {
  const { tables: { plans } } = database
  if (drafts === true) return undefined
  const adopted = ne(plans.status, 'draft')
  return drafts === false ? adopted : or(adopted, database.oneOf(plans.kommune, drafts))
}
