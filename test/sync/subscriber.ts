import { type Client, createClient } from 'graphql-ws'
import { setTimeout as wait } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { type Json, numberOf, type Servers } from './servers.ts'

const FIELDS = {
  targetStatusChanged: { types: ['target.status_changed'], query: 'cursor timestamp subject before { status asOf } after { status final reason provisional asOf } why { da en } target { id status { status } }' },
  measurementsRecorded: { types: ['measurements.recorded'], query: 'cursor timestamp subject created revised withdrawn indicators { id } areas { id }' },
  planChanged: { types: ['plan.adopted', 'plan.changed'], query: 'cursor timestamp subject version title plan { id version }' }
} as const

const MOST_TRIES = 60

/** What one subscription tells, after the last cursor of the list (else from `begin`), until its connection ends. */
export async function hear (client: Client, { field, query, begin }: { field: string, query: string, begin: string }, { list, problems, counts }: { list: Json[], problems: string[], counts: { told: number } }): Promise<void> {
  try {
    const answers = client.iterate<Json>({ query: `subscription ($after: String) { ${field}(after: $after) { ${query} } }`, variables: { after: list.at(-1)?.cursor ?? begin } })
    for await (const { data, errors } of answers) {
      if (errors !== undefined) problems.push(`${field}: ${JSON.stringify(errors)}`)
      else list.push(data![field])
      counts.told++
    }
  } catch (error) {
    // What the server refuses is a list of errors; a connection that ends is not.
    if (Array.isArray(error)) problems.push(`${field} was refused: ${JSON.stringify(error)}`)
  }
}

/** Subscriptions whose connection breaks again and again, each going on after the last cursor. */
export function createSubscriber ({ url, read }: Pick<Servers, 'url' | 'read'>) {
  const told = new Map<string, Json[]>(Object.keys(FIELDS).map(field => [field, []]))
  const problems: string[] = []
  const counts = { connections: 0, told: 0 }
  let begin = ''

  async function load (): Promise<void> {
    begin = (await read('/v1/changes?after=now')).nextCursor
  }

  /** One connection, until it breaks: by itself, as servers are killed, or because we tear it. */
  async function connect (state: { isOver: boolean }): Promise<void> {
    counts.connections++
    const tear = (socket: WebSocket): void => { setTimeout(() => { socket.terminate() }, 100 + Math.random() * 2_000) }
    const client = createClient({ url: `${url().replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0, on: { connected: socket => tear(socket as WebSocket) } })
    await Promise.all(Object.entries(FIELDS).map(async ([field, { query }]) => { await hear(client, { field, query, begin }, { list: told.get(field)!, problems, counts }) }))
    await client.dispose()
    if (!state.isOver) await wait(Math.random() * 200)
  }

  async function follow (state: { isOver: boolean }): Promise<void> {
    while (!state.isOver) await connect(state)
  }

  /** Goes on until everything is told, and compares that with the events. */
  async function judge (events: Json[]): Promise<void> {
    const first = numberOf(begin)
    const wanted = (types: readonly string[]): Json[] => events.filter(({ id, type }) => types.includes(type) && numberOf(id) > first)
    for (let tries = 0; tries < MOST_TRIES && Object.entries(FIELDS).some(([field, { types }]) => told.get(field)!.length < wanted(types).length); tries++) await connect({ isOver: true })
    for (const [field, { types }] of Object.entries(FIELDS)) {
      const [ours, theirs] = [told.get(field)!, wanted(types)]
      if (ours.length !== theirs.length) problems.push(`${field} told ${ours.length} of ${theirs.length} events`)
      const at = theirs.findIndex((event, place) => event.id !== ours[place]?.cursor || event.data.subject !== ours[place].subject || event.timestamp !== ours[place].timestamp)
      if (at !== -1) problems.push(`${field} told ${ours[at]?.cursor} where ${theirs[at].id} is`)
      for (const [place, event] of theirs.entries()) {
        if (field === 'targetStatusChanged' && event.data.after.status.toUpperCase() !== ours[place]?.after.status) problems.push(`${field} told of ${event.id} that it became ${ours[place]?.after.status}, not ${event.data.after.status}`)
        if (field === 'measurementsRecorded' && event.data.created !== ours[place]?.created) problems.push(`${field} told of ${event.id} that ${ours[place]?.created} were new, not ${event.data.created}`)
        if (field === 'planChanged' && event.data.version !== ours[place]?.version) problems.push(`${field} told of ${event.id} that it is version ${ours[place]?.version}, not ${event.data.version}`)
      }
    }
  }

  return { load, follow, judge, problems, counts, told }
}
