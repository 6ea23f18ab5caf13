import type { Actor } from '../../src/services/actor.ts'
import type { ChangeFeed, MeasurementWatch, PlanWatch, StatusWatch, Watch } from '../../src/services/change-watches.ts'
import type { ToldEvent } from '../../src/services/changes.ts'
import type { Services } from '../../src/services/index.ts'
import { checkTexts } from '../filters.ts'
import { given } from '../resolvers/query.ts'

/** What a subscription is answered from: its field, and of the event what is told of it with its place, time and type. */
export type Root = Record<string, ToldEvent['data'] & { cursor: string }>
type Watched = { services: Services, actor: Actor }
type Begin = (filter: never, watched: Watched) => Promise<Watch>

/** Which events each field of Subscription tells, by its arguments. */
export const watches = {
  targetStatusChanged: (filter: StatusWatch, { services, actor }: Watched) => services.changeWatches.statuses(actor, filter),
  measurementsRecorded: (filter: MeasurementWatch, { services }: Watched) => services.changeWatches.measurements(filter),
  planChanged: (filter: PlanWatch, { services, actor }: Watched) => services.changeWatches.plans(actor, filter)
} satisfies Record<string, Begin>

/**
 * The events of a field of Subscription, one after another.
 * @param args as the query gives them, `after` among them
 * @throws AppError where a filter names what there is not, or `after` is no place in the feed
 */
export async function eventsOf (field: string, args: object, feed: ChangeFeed, watched: Watched, signal: AbortSignal): Promise<AsyncGenerator<Root, void>> {
  checkTexts(args)
  const { after, ...filter } = given(args as { after?: string })
  const watch = await (watches as Record<string, Begin>)[field]!(filter as never, watched)
  return picked(field, feed.follow(await feed.placeOf(after), signal), watch)
}

async function * picked (field: string, pages: AsyncGenerator<ToldEvent[], void>, watch: Watch): AsyncGenerator<Root, void> {
  for await (const page of pages) {
    for (const event of await watch(page)) yield { [field]: { ...event.data, cursor: event.id, timestamp: event.timestamp, type: event.type } }
  }
}
