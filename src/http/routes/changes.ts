import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { EVENT_TYPES } from '../../domain/event.ts'
import { changeQuery, type Changes, type ToldEvent } from '../../services/changes.ts'
import type { Services } from '../../services/index.ts'
import { bilingual, date, instant } from '../answers/shared.ts'
import { judged, status } from '../answers/status.ts'
import { addOperation } from '../operation.ts'

const id = z.string().meta({ description: 'evt- and the event\'s number; numbers have no gaps.' })
const timestamp = instant.meta({ description: 'When it happened.' })
const subject = z.string().meta({ description: 'What it happened to, by id: an import, a plan, a target or an indicator.' })

const statusChange = z.strictObject({
  id,
  type: z.literal('target.status_changed'),
  timestamp,
  data: z.looseObject({
    subject,
    target: z.string(),
    plan: z.string(),
    kommune: z.string(),
    before: z.strictObject({ status, asOf: date }).nullable().meta({ description: 'What was announced last; null where nothing was.' }),
    after: z.strictObject(judged),
    why: bilingual,
    because: z.strictObject({ type: z.enum([...EVENT_TYPES, 'calendar']), seq: z.number().int().nullable() }).meta({ description: 'The event that made it so, by its number; or a new day, by none.' })
  }).meta({ description: 'Other members may come later.' })
}).meta({ id: 'StatusChange', description: 'The status of a target became another.' })

const otherChange = z.strictObject({
  id,
  type: z.enum(EVENT_TYPES).exclude(['target.status_changed']),
  timestamp,
  data: z.looseObject({ subject }).meta({ description: 'What is told of it, by type; other members may come later.' })
}).meta({ id: 'OtherChange', description: 'Something else happened.' })

const change = z.discriminatedUnion('type', [statusChange, otherChange]).meta({ id: 'Change', description: 'Something that happened, told apart by its type.' }) satisfies z.ZodType<ToldEvent>

const changes = z.strictObject({
  items: z.array(change),
  nextCursor: z.string().meta({ description: 'Where to go on: send it as `after`, now or later. Always given.' }),
  hasMore: z.boolean().meta({ description: 'There is more to fetch at once, even where the filters left `items` empty.' })
}).meta({ id: 'Changes' }) satisfies z.ZodType<Changes>

const example: z.output<typeof changes> = {
  items: [{
    id: 'evt-41',
    type: 'target.status_changed',
    timestamp: '2024-07-10T06:00:01.200Z',
    data: {
      target: 'frederikssund-2024.3a',
      plan: 'frederikssund-2024',
      kommune: '0250',
      before: { status: 'no_data', asOf: '2024-07-01' },
      after: {
        status: 'at_risk', final: false, reason: null, provisional: null, current: { period: '2024-06', value: 3.9, benchmark: 3.4, measure: 0.1 }, goalLine: { comparator: 'gte', value: 0.2 }, asOf: '2024-07-10'
      },
      why: { da: 'I risiko: gabet til hele landet er mindsket med 0,1 procentpoint.', en: 'At risk: the gap to the country has narrowed by 0.1 percentage points.' },
      because: { type: 'measurements.recorded', seq: 40 },
      subject: 'frederikssund-2024.3a'
    }
  }],
  nextCursor: 'evt-41',
  hasMore: false
}

const DESCRIPTION = [
  'What has happened, in the order in which it became visible, each event once: figures recorded (`measurements.recorded`), plans adopted and changed (`plan.adopted`, `plan.changed`),',
  'deliverables, judgements and remarks (`follow_up.recorded`), changed indicators (`indicator.changed`), and targets whose status became another (`target.status_changed`: before, after, why, and whether an event or the calendar made it so).',
  'Of drafts nothing is told. Ask again with `nextCursor` as `after`; at once where `hasMore` is true. Webhooks are sent the same events.'
].join(' ')

/** The feed of what has happened. */
export function changeRoutes (app: FastifyInstance, { changes: service }: Services): void {
  addOperation(app, {
    method: 'GET',
    path: '/changes',
    operationId: 'listChanges',
    summary: 'What has happened since a place in the feed',
    description: DESCRIPTION,
    tag: 'Changes',
    query: changeQuery,
    answer: { schema: changes, example, statuses: { 200: 'The events after the place, the earliest first.' } },
    etag: 'events'
    // The data of a status change is written in one place, announcements.ts, and has this shape.
  }, async ({ query }) => await service.list(query) as z.output<typeof changes>)
}
