import type { Database } from '../database.ts'
import { createAnnouncementStore } from './announcements.ts'
import { createAreaStore } from './areas.ts'
import { createAuditStore } from './audit.ts'
import { createCommentStore } from './comments.ts'
import { createDeliveryStore } from './deliveries.ts'
import { createEventStore } from './events.ts'
import { createFollowUpStore } from './follow-ups.ts'
import { createIdempotencyStore } from './idempotency.ts'
import { createImportStore } from './imports.ts'
import { createIndicatorStore } from './indicators.ts'
import { createKeyStore } from './keys.ts'
import { createMappingStore } from './mappings.ts'
import { createMeasurementStore } from './measurements.ts'
import { createMetaStore } from './meta.ts'
import { createNationalGoalStore } from './national-goals.ts'
import { createPlanStore } from './plans.ts'
import { createRateCountStore } from './rate-counts.ts'
import { createVersionStore } from './versions.ts'
import { createWebhookStore } from './webhooks.ts'

export { type Announcement, type Progress } from './announcements.ts'
export { type AuditFilter } from './audit.ts'
export { type DeliveryFilter, type LoggedDelivery, type NewDelivery, type Settled } from './deliveries.ts'
export { type AssessmentRecord, type DeliverableRecord } from './follow-ups.ts'
export { type ImportedRevision, type ImportFilter } from './imports.ts'
export { type KeyedAnswer, type KeyedRequest, type KeyHolder } from './idempotency.ts'
export { type MeasurementFilter, type MeasurementOrder } from './measurement-filters.ts'
export { type GoalRecord, type PlanAtVersion, type PlanRecord, type TargetRecord } from './plan-records.ts'
export { type PlanChange } from './plan-put.ts'
export { type PlanFilter, type PlanVersion } from './plans.ts'
export { type RateCount } from './rate-counts.ts'
export { type GoalFilter, type TargetFilter } from './targets.ts'
export { type Use } from './uses.ts'
export { type DataVersion, type LogEnd, type Written } from './versions.ts'

export type Stores = ReturnType<typeof createStores>

/**
 * The stores of a database, migrated before they are used: domain types in, domain types out.
 * What the database cannot answer now is thrown as AppError `unavailable`.
 */
export const createStores = (database: Database) => ({
  areas: fresh(database, createAreaStore(database)),
  indicators: explained(database, createIndicatorStore(database)),
  nationalGoals: explained(database, createNationalGoalStore(database)),
  plans: explained(database, createPlanStore(database)),
  measurements: explained(database, createMeasurementStore(database)),
  imports: explained(database, createImportStore(database)),
  mappings: explained(database, createMappingStore(database)),
  followUps: explained(database, createFollowUpStore(database)),
  comments: explained(database, createCommentStore(database)),
  audit: explained(database, createAuditStore(database)),
  events: fresh(database, createEventStore(database)),
  announcements: fresh(database, createAnnouncementStore(database)),
  webhooks: fresh(database, createWebhookStore(database)),
  deliveries: fresh(database, createDeliveryStore(database)),
  keys: fresh(database, createKeyStore(database)),
  idempotency: fresh(database, createIdempotencyStore(database)),
  rateCounts: explained(database, createRateCountStore(database)),
  meta: fresh(database, createMetaStore(database)),
  versions: explained(database, createVersionStore(database))
})

type AnyStore = Record<string, (...args: never[]) => Promise<unknown>>

/** The same store, its errors turned into what they mean to a caller. The casts hold because each method keeps its arguments and answer. */
function explained<Store extends AnyStore> (database: Database, store: Store): Store {
  const wrap = (method: AnyStore[string]) => async (...args: never[]) => {
    try {
      return await method(...args)
    } catch (error) {
      throw database.explain(error)
    }
  }
  return Object.fromEntries(Object.entries(store).map(([name, method]) => [name, wrap(method)])) as Store
}

/** As {@link explained}, and never read from a replica: what must hold at once, such as a revoked key, or what no version of the data tells of, such as areas. */
function fresh<Store extends AnyStore> (database: Database, store: Store): Store {
  const asked = explained(database, store)
  const { reads } = database
  if (reads === null) return asked
  return Object.fromEntries(Object.entries(asked).map(([name, method]) => [name, async (...args: never[]) => await reads.within(() => method(...args))])) as Store
}
