import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Services } from '../../services/index.ts'
import { type Freshness, freshnessQuery } from '../../services/freshness.ts'
import { date, instant, listed, listOf, period, segmentCode } from '../answers/shared.ts'
import { createExpansions } from '../expansions.ts'
import { addOperation } from '../operation.ts'

const awaited = z.strictObject({
  period,
  expectedOn: date.meta({ description: 'The day it ought to be out: the end of the period and the indicator\'s publication lag.' }),
  overdueDays: z.number().int().meta({ description: 'How many days ago that was; 0 where it lies ahead.' })
})
const freshness = z.strictObject({
  indicator: z.string(),
  area: z.string(),
  segment: segmentCode,
  latestPeriod: period.nullable().meta({ description: 'The latest period with a figure, a suppressed one too; null where there is none.' }),
  awaited: awaited.nullable().meta({ description: 'The next figure that a target reads; null where none does, or the indicator is irregular.' }),
  lastRecordedAt: instant.nullable(),
  lastActor: z.string().nullable().meta({ description: 'The key that last wrote to the series.' }),
  targets: z.array(z.string()).meta({ description: 'The targets that read it, or what is made of it.' })
}).meta({ id: 'Freshness' }) satisfies z.ZodType<Freshness>

const example: Freshness = {
  indicator: 'sygedagpenge-jobafklaring-pct-arbejdsstyrke',
  area: '0250',
  segment: null,
  latestPeriod: '2024-06',
  awaited: { period: '2024-07', expectedOn: '2024-09-14', overdueDays: 0 },
  lastRecordedAt: '2024-08-15T06:00:00.000Z',
  lastActor: 'key-0b5d1a3e-2f0c-4e58-9d53-1f2f3c2b7a11',
  targets: ['frederikssund-2024.3a']
}

/** Which figures have come and which are awaited. */
export function freshnessRoutes (app: FastifyInstance, services: Services): void {
  const { freshness: service } = services
  const { indicator, area } = createExpansions(services)
  addOperation(app, {
    method: 'GET',
    path: '/freshness',
    operationId: 'listFreshness',
    summary: 'Which figures have come and which are awaited',
    description: 'One item for each series that a target reads, own and benchmark; for a figure that is calculated or made of members, and never posted, those that it is made of. Whole unless a limit is given.',
    tag: 'Measurements',
    query: freshnessQuery,
    expand: { indicator, area },
    answer: { schema: listOf(freshness), example: listed(example), statuses: { 200: 'The series, by indicator, area and segment.' } }
  }, async ({ actor, query }) => await service.list(actor, query))
}
