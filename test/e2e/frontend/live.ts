import { print } from 'graphql'
import { createClient, type ExecutionResult } from 'graphql-ws'
import { StatusChangesDocument, type StatusChangesSubscription } from './operations.ts'

export type StatusChange = StatusChangesSubscription['targetStatusChanged']
export type Listener = {
  /** A target's status became another; null where the server could not tell which. */
  changed: (change: StatusChange | null) => void
  /** The connection was made; `again`: what was read before it was lost may be old. */
  connected: (again: boolean) => void
  /** The connection was lost; it is made again. */
  lost: () => void
  /** It is not followed any more. */
  ended: (why: string) => void
}

const SHORTEST_WAIT_MS = 300
const LONGEST_WAIT_MS = 5_000

/**
 * Tells every change of status, each once and in order, however often the connection is lost.
 * @param url of the server's GraphQL, by `ws` or `wss`
 * @param place in the feed from which it begins: what happens after it is told
 */
export function follow (url: string, place: string, { changed, connected, lost, ended }: Listener): void {
  let after = place
  let isEnded = false
  const end = (why: string): void => {
    isEnded = true
    ended(why)
  }
  const client = createClient({
    url,
    retryAttempts: Infinity,
    // Not all at once, where a server that is started again has many pages to serve.
    retryWait: tries => wait(Math.min(SHORTEST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS) * (0.5 + Math.random() / 2)),
    // A server that is not there is an error to the library, after which it would not try again.
    shouldRetry: () => true,
    on: { connected: (_socket, _payload, again) => connected(again), closed: () => { if (!isEnded) lost() } }
  })
  // Written anew for each connection, so it goes on after what was told last.
  const variables = { get after () { return after } }
  client.subscribe<StatusChangesSubscription>({ query: print(StatusChangesDocument), variables }, {
    next: ({ data, extensions }: ExecutionResult<StatusChangesSubscription>) => {
      // One that could not be told still has a place.
      after = data?.targetStatusChanged.cursor ?? extensions?.cursor as string | undefined ?? after
      changed(data?.targetStatusChanged ?? null)
    },
    error: reason => end(wordsOf(reason)),
    complete: () => end('Serveren sluttede.')
  })
}

const wait = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

/** A refusal is a list of errors; a connection that is not made again ends with an event. */
function wordsOf (reason: unknown): string {
  if (Array.isArray(reason)) return reason.map(({ message }: { message: string }) => message).join(' ')
  return (reason as Partial<CloseEvent>).reason || 'Forbindelsen er afbrudt.'
}
