import type { AddressInfo } from 'node:net'
import { createClient, type ExecutionResult } from 'graphql-ws'
import { type ClientOptions, WebSocket } from 'ws'
import type { TestApp } from '../support/app.ts'

/** Where a test app takes WebSockets, from now on. */
export async function listen ({ app }: Pick<TestApp, 'app'>): Promise<string> {
  if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 })
  return `ws://127.0.0.1:${(app.server.address() as AddressInfo).port}/graphql`
}

/** A client as frontends use it, which does not connect again by itself; `closed` tells why its connection ended. */
export function openClient (url: string, connectionParams: Record<string, unknown> = {}) {
  const { promise: closed, resolve } = Promise.withResolvers<{ code: number, reason: string }>()
  const { promise: ready, resolve: open } = Promise.withResolvers<WebSocket>()
  const client = createClient({
    url,
    connectionParams,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazy: false,
    onNonLazyError: () => {},
    on: { connected: socket => open(socket as WebSocket), closed: event => { const { code, reason } = event as { code: number, reason: string }; resolve({ code, reason }) } }
  })
  return { ...client, closed, ready }
}
export type Client = ReturnType<typeof openClient>

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the shape is the query's
type Told = any

/** The next answers of a subscription, so many; then it is ended. */
export async function take (client: Client, query: string, count: number, variables: Record<string, unknown> = {}): Promise<Told[]> {
  const answers: Told[] = []
  for await (const { data, errors } of client.iterate<Told>({ query, variables })) {
    if (errors !== undefined) throw new Error(`An event failed: ${JSON.stringify(errors)}`)
    answers.push(data)
    if (answers.length === count) break
  }
  return answers
}

/** What a subscription is refused for. */
export async function refusalOf (client: Client, query: string, variables: Record<string, unknown> = {}, extensions?: Record<string, unknown>): Promise<{ message: string, extensions: { code: string } }[]> {
  try {
    const { value } = await client.iterate({ query, variables, ...extensions && { extensions } }).next()
    return (value as ExecutionResult).errors as never
  } catch (error) {
    return error as never
  }
}

/** A bare WebSocket: what it was told, as JSON, and how it ended. For what no good client sends. */
export function openSocket (url: string, protocol: string | string[] = 'graphql-transport-ws', options: ClientOptions = {}) {
  const socket = new WebSocket(url, protocol, options)
  const messages: Told[] = []
  const waiting: (() => void)[] = []
  socket.on('message', data => {
    messages.push(JSON.parse(String(data)))
    waiting.splice(0).forEach(go => go())
  })
  const closed = new Promise<{ code: number, reason: string }>(resolve => { socket.once('close', (code, reason) => resolve({ code, reason: String(reason) })) })
  const opened = new Promise<void>((resolve, reject) => { socket.once('open', () => resolve()).once('error', reject) })
  opened.catch(() => undefined)
  const send = (...sent: unknown[]): void => { for (const one of sent) socket.send(typeof one === 'string' ? one : JSON.stringify(one)) }
  /** Waits until a message of a type has come. */
  const until = async (type: string): Promise<Told> => {
    for (;;) {
      const found = messages.find(message => message.type === type)
      if (found !== undefined) return found
      await new Promise<void>(resolve => waiting.push(resolve))
    }
  }
  const init = async (payload?: unknown): Promise<void> => {
    await opened
    send({ type: 'connection_init', ...payload !== undefined && { payload } })
    await until('connection_ack')
  }
  return { socket, messages, closed, opened, send, until, init }
}
