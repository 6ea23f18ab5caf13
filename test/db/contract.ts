import { afterAll, beforeAll } from 'vitest'
import type { Database } from '../../db/database.ts'
import { createStores, type Stores } from '../../db/stores/index.ts'
import { describeAnnouncements } from './contract/announcements.ts'
import { describeAudit } from './contract/audit.ts'
import { describeComments } from './contract/comments.ts'
import { describeDatabase } from './contract/database.ts'
import { describeEvents } from './contract/events.ts'
import { describeMappings } from './contract/mappings.ts'
import { describeMeasurements } from './contract/measurements.ts'
import { describeMeasurementPages } from './contract/measurement-pages.ts'
import { describeNews } from './contract/news.ts'
import { describePlans } from './contract/plans.ts'
import { describeRemovals } from './contract/removals.ts'
import { describeRequests } from './contract/requests.ts'
import { describeSmallStores } from './contract/small-stores.ts'
import { describeTargets } from './contract/targets.ts'
import { describeTrim } from './contract/trim.ts'
import { describeVersions } from './contract/versions.ts'
import { describeWebhooks } from './contract/webhooks.ts'

/** What the parts of the suite work on. Read it inside the tests: it is there once the suite has begun. */
export type Subject = { database: Database, stores: Stores, open: () => Promise<Database> }

/**
 * What every engine promises, the same tests on each. Every part uses ids of its own, since they share one database.
 * @param open opens the one empty database of this suite; more than once, where the engine lets others see it (`isShared`)
 */
export function describeContract (open: () => Promise<Database>, { isShared }: { isShared: boolean }): void {
  const subject = {} as Subject

  beforeAll(async () => {
    const database = await open()
    await database.migrate()
    Object.assign(subject, { database, stores: createStores(database), open })
  })
  afterAll(async () => { await subject.database?.close() })

  describeDatabase(subject, { isShared })
  describeSmallStores(subject)
  describePlans(subject)
  describeTargets(subject)
  describeMappings(subject)
  describeMeasurements(subject)
  describeMeasurementPages(subject)
  describeEvents(subject, { isShared })
  describeAnnouncements(subject)
  describeAudit(subject, { isShared })
  describeComments(subject)
  describeWebhooks(subject)
  describeTrim(subject)
  describeVersions(subject, { isShared })
  describeNews(subject, { isShared })
  describeRemovals(subject)
  describeRequests(subject)
}
