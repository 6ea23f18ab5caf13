import { getOperationAST, parse } from 'graphql'
import { CloseCode, createClient } from 'graphql-ws/client'
import type { Answer, Question } from './ask.ts'

/** What the page shows as it comes. */
export type Told = { subscribe (sink: { next (answer: Answer): void, error (error: unknown): void, complete (): void }): { unsubscribe (): void } }

/** Whether what is to be run is a subscription. It is read here, for right after a paste GraphiQL has not read it yet. */
export function isSubscription ({ query, operationName }: Question): boolean {
  try {
    return getOperationAST(parse(query), operationName)?.operation === 'subscription'
  } catch {
    // The server says where it is wrong.
    return false
  }
}

/** Follows what happens on our own server. The connection is opened for a subscription, with the key as it is then, and closed after it. */
export function follower (key: () => string): (question: Question) => Told {
  const client = createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    connectionParams: () => key() === '' ? {} : { Authorization: `Bearer ${key()}` },
    // A lost connection is opened again; a key that was refused is refused again.
    shouldRetry: reason => (reason as Partial<CloseEvent>).code !== CloseCode.Forbidden
  })
  return ({ query, operationName = null, variables }) => ({
    subscribe: ({ next, complete }) => {
      // What is refused is shown as an answer, and so is why a connection ended.
      const error = (reason: unknown): void => {
        next({ errors: Array.isArray(reason) ? reason : [{ message: (reason as Partial<CloseEvent>).reason || 'The connection to the server was lost.' }] })
        complete()
      }
      return { unsubscribe: client.subscribe<Record<string, unknown>>({ query, operationName, variables: variables as Record<string, unknown> | null }, { next: answer => next(answer as Answer), error, complete }) }
    }
  })
}
