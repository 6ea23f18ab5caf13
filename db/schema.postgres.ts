import { check, customType, doublePrecision, foreignKey, index, integer, pgTable, primaryKey, type text, uniqueIndex } from 'drizzle-orm/pg-core'
import { defineTables } from './tables.ts'

// Ordinary text, sorted by bytes as SQLite sorts it. The cast only says that: a column of this type is a text column.
const textByBytes = customType<{ data: string }>({ dataType: () => 'text collate "C"' }) as unknown as typeof text

/** The tables as PostgreSQL has them. */
export const tables = defineTables({ table: pgTable, text: textByBytes, integer, double: doublePrecision, primaryKey, foreignKey, index, uniqueIndex, check })

export const { meta, areas, indicators, nationalGoals, plans, planVersions, goals, goalNationalGoals, targets, targetSeries, measurements, imports, mappings, deliverables, assessments, comments, keys, keySecrets, idempotencyKeys, rateCounts, eventCounter, events, audit, eventCursors, announcements, webhooks, webhookSecrets, deliveries, deliveryAttempts } = tables
