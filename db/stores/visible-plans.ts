import { ne, type SQL } from 'drizzle-orm'
import type { Database } from '../database.ts'

/** What keeps drafts out of every list of plans, goals and targets, unless they are asked for. */
export const visiblePlans = ({ tables: { plans } }: Database, includeDrafts = false): SQL | undefined =>
  includeDrafts ? undefined : ne(plans.status, 'draft')
