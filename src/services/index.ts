import { createAnnouncementService } from './announcements.ts'
import { createAreaService } from './areas.ts'
import { createAuditService } from './audit.ts'
import { createChangeWatchService } from './change-watches.ts'
import { createChangeService } from './changes.ts'
import { createCommentService } from './comments.ts'
import { createComparisonService } from './comparison.ts'
import { createDeliveryService } from './deliveries.ts'
import { createDeliveryLog } from './delivery-log.ts'
import { createDispatcher } from './dispatcher.ts'
import { createExpansionService } from './expansions.ts'
import { createExportService } from './exports.ts'
import { createFigureService } from './figures.ts'
import { createFileImportService } from './file-imports.ts'
import { createFollowUpService } from './follow-ups.ts'
import { createXlsxWriter } from './formats/xlsx-write.ts'
import { createFreshnessService } from './freshness.ts'
import { createIdempotencyService } from './idempotency.ts'
import { createImportService } from './imports.ts'
import { createIndicatorService } from './indicators.ts'
import { createKeyService } from './keys.ts'
import { createMappingService } from './mappings.ts'
import { createMeasurementFileService } from './measurement-files.ts'
import { createMeasurementService } from './measurements.ts'
import { createMemory } from './memory.ts'
import { createMissingFigureService } from './missing-figures.ts'
import { createNationalGoalService } from './national-goals.ts'
import { createOverviewService } from './overview.ts'
import { createPlanCopyService } from './plan-copies.ts'
import { createPlanHeadService } from './plan-heads.ts'
import { createPlanItemService } from './plan-items.ts'
import { createPlanService } from './plans.ts'
import { createPlanWriter } from './plan-writer.ts'
import { createRateCounter } from './rate-counts.ts'
import { createReference } from './reference.ts'
import { createReportService } from './reports.ts'
import { createRequiredPaceService } from './required-pace.ts'
import { createSeriesService } from './series.ts'
import { createStatusService, type OnJudged } from './status.ts'
import { createStatusesService } from './statuses.ts'
import { createVersionService } from './versions.ts'
import { createWebhookService, type WebhookTargets } from './webhooks.ts'
import { createWhatIfService } from './what-if.ts'
import type { Stores } from '../../db/stores/index.ts'

export type Services = ReturnType<typeof createServices>

/**
 * The use cases over some stores. `now` is the clock: nothing else in here knows the time.
 * @param options `webhookTargets`: where webhooks may lead; the public internet by https, unless given; `onJudged`: is told how many targets were judged in how many milliseconds
 */
export function createServices (stores: Stores, now: () => Date, { webhookTargets = 'public', onJudged }: { webhookTargets?: WebhookTargets, onJudged?: OnJudged } = {}) {
  const reference = createReference(stores)
  const series = createSeriesService({ stores, reference })
  const writer = createPlanWriter({ stores, reference, series, now })
  const memory = createMemory({ stores })
  const plans = createPlanService({ stores, reference, writer, memory })
  const heads = createPlanHeadService({ stores, writer, now })
  const status = createStatusService({ stores, plans, series, reference, memory, now, onJudged })
  const statuses = createStatusesService({ stores, plans, status, reference })
  const freshness = createFreshnessService({ stores, plans, series, reference, now })
  const xlsx = createXlsxWriter()
  const mappings = createMappingService({ stores, reference, now })
  const measurements = createMeasurementService({ stores, reference, series, now })
  const webhooks = createWebhookService({ stores, reference, now, targets: webhookTargets })
  return {
    reference,
    areas: createAreaService({ reference }),
    nationalGoals: createNationalGoalService({ stores, now }),
    indicators: createIndicatorService({ stores, reference, now }),
    plans,
    planEdits: { ...heads, ...createPlanItemService({ writer }), ...createPlanCopyService({ plans, series, writer, requireFree: heads.requireFree }) },
    series,
    figures: createFigureService({ series, reference }),
    comparison: createComparisonService({ plans, series, reference, now }),
    overview: createOverviewService({ stores, plans, status, reference }),
    reports: createReportService({ stores, plans, status, reference }),
    requiredPaces: createRequiredPaceService({ plans, status }),
    whatIf: createWhatIfService({ plans, status, series, reference }),
    followUps: createFollowUpService({ stores, plans, now }),
    comments: createCommentService({ stores, plans, now }),
    measurements,
    measurementFiles: createMeasurementFileService({ measurements, reference }),
    mappings,
    fileImports: createFileImportService({ measurements, mappings, reference }),
    expansions: createExpansionService({ plans, status, reference }),
    exports: createExportService({ stores, reference, plans, status, statuses, xlsx, now }),
    imports: createImportService({ stores, series, reference, now }),
    freshness,
    missingFigures: createMissingFigureService({ stores, plans, freshness, reference, xlsx, now }),
    status,
    statuses,
    changes: createChangeService({ stores, reference }),
    changeWatches: createChangeWatchService({ reference, plans }),
    dispatcher: createDispatcher({ stores, announcements: createAnnouncementService({ stores, status, now }), series, now }),
    webhooks: { ...webhooks, log: createDeliveryLog({ stores, webhooks, now }) },
    deliveries: createDeliveryService({ stores, now }),
    idempotency: createIdempotencyService({ stores, now }),
    rates: createRateCounter({ stores, now }),
    keys: createKeyService({ stores, reference, now }),
    audit: createAuditService({ stores, reference }),
    versions: createVersionService({ stores, reference, now })
  }
}
