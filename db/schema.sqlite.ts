import { check, foreignKey, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { defineTables, type Kit } from './tables.ts'

// The one cast of SQLite's builders to PostgreSQL's types. What holds it: the same contract suite runs on both engines,
// and tables.ts uses only builders and options that both have.
const kit = { table: sqliteTable, text, integer, double: real, primaryKey, foreignKey, index, uniqueIndex, check } as unknown as Kit

/** The tables as SQLite has them. */
export const tables = defineTables(kit)

export const { meta, areas, indicators, nationalGoals, plans, planVersions, goals, goalNationalGoals, targets, targetSeries, measurements, imports, mappings, deliverables, assessments, comments, keys, keySecrets, idempotencyKeys, rateCounts, eventCounter, events, audit, eventCursors, announcements, webhooks, webhookSecrets, deliveries, deliveryAttempts } = tables
