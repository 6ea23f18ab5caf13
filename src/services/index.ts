import { createAreaService } from './areas.ts'
import { createFollowUpService } from './follow-ups.ts'
import { createFreshnessService } from './freshness.ts'
import { createIdempotencyService } from './idempotency.ts'
import { createImportService } from './imports.ts'
import { createIndicatorService } from './indicators.ts'
import { createKeyService } from './keys.ts'
import { createMeasurementService } from './measurements.ts'
import { createNationalGoalService } from './national-goals.ts'
import { createPlanService } from './plans.ts'
import { createReference } from './reference.ts'
import { createStatusService } from './status.ts'
import type { Stores } from '../../db/stores/index.ts'

export type Services = ReturnType<typeof createServices>

/** The use cases over some stores. `now` is the clock: nothing else in here knows the time. */
export function createServices (stores: Stores, now: () => Date) {
  const reference = createReference(stores)
  const plans = createPlanService({ stores, reference, now })
  return {
    reference,
    areas: createAreaService({ reference }),
    nationalGoals: createNationalGoalService({ stores }),
    indicators: createIndicatorService({ stores, reference }),
    plans,
    followUps: createFollowUpService({ stores, plans, now }),
    measurements: createMeasurementService({ stores, reference, now }),
    imports: createImportService({ stores, now }),
    freshness: createFreshnessService({ stores, plans, reference, now }),
    status: createStatusService({ stores, plans, reference, now }),
    idempotency: createIdempotencyService({ stores, now }),
    keys: createKeyService({ stores, reference, now })
  }
}
