import { createClient } from 'graphql-ws'
import { setTimeout } from 'node:timers/promises'
import { WebSocket } from 'ws'
import type { Json } from '../sync/servers.ts'
import { hear } from '../sync/subscriber.ts'

const FIELDS = {
  targetStatusChanged: { types: ['target.status_changed'], query: 'cursor subject after { status }' },
  measurementsRecorded: { types: ['measurements.recorded'], query: 'cursor subject' },
  planChanged: { types: ['plan.adopted', 'plan.changed'], query: 'cursor subject' }
} as const
const AGAIN_MS = 100

/** Subscriptions to one of the servers, as a frontend has them: where the connection breaks, each goes on after its last cursor. */
export function listenTo (urlOf: () => string, begin: string) {
  const told = new Map<string, Json[]>(Object.keys(FIELDS).map(field => [field, []]))
  const problems: string[] = []
  const counts = { connections: 0, told: 0 }
  const state = { isOver: false, close: async (): Promise<void> => {} }

  async function connect (): Promise<void> {
    counts.connections++
    const client = createClient({ url: `${urlOf().replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0 })
    state.close = async () => { await client.dispose() }
    await Promise.all(Object.entries(FIELDS).map(async ([field, { query }]) => { await hear(client, { field, query, begin }, { list: told.get(field)!, problems, counts }) }))
    await client.dispose()
  }

  const listening = (async () => {
    while (!state.isOver) {
      await connect()
      await setTimeout(AGAIN_MS)
    }
  })()

  /** Compares what was told with the events, all of them and in their order, once it had the time to come. */
  async function judge (events: Json[], patienceMs: number): Promise<string[]> {
    const until = Date.now() + patienceMs
    const wanted = Object.entries(FIELDS).map(([field, { types }]) => ({ ours: told.get(field)!, theirs: events.filter(({ type }) => (types as readonly string[]).includes(type)), field }))
    while (wanted.some(({ ours, theirs }) => ours.length < theirs.length) && Date.now() < until) await setTimeout(AGAIN_MS)
    state.isOver = true
    await state.close()
    await listening
    return [...problems, ...wanted.flatMap(({ ours, theirs, field }) => {
      const at = theirs.findIndex((event, place) => event.id !== ours[place]?.cursor || event.data.subject !== ours[place]?.subject)
      return at === -1 && ours.length === theirs.length ? [] : [`${field} told ${ours.length} of ${theirs.length} events, and ${ours[at]?.cursor} where ${theirs[at]?.id} is`]
    })]
  }

  return { judge, counts }
}
