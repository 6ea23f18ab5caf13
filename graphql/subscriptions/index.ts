import websocket, { type WebSocket } from '@fastify/websocket'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { GraphQLError } from 'graphql/index.js'
import { CloseCode, type Context, handleProtocols, makeServer } from 'graphql-ws'
import type { IncomingMessage } from 'node:http'
import { AppError } from '../../src/domain/errors.ts'
import type { Actor } from '../../src/services/actor.ts'
import { answered, refusalOf } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import { createConnections, end, GOING_AWAY, type Opened, TRY_AGAIN } from './connections.ts'
import type { SubscriptionLimits } from './limits.ts'
import type { Begun, createSubscriptions } from './operation.ts'

/** Tells who sends an `Authorization` header. @throws AppError `unauthenticated` with the reason */
export type Authenticate = (header: string | undefined) => Promise<Actor>
type Needs = {
  authenticate: Authenticate
  subscriptions: ReturnType<typeof createSubscriptions>
  /** Whether a page of this origin may subscribe. */
  mayUse: (origin: string, host: string | undefined) => boolean
  limits: SubscriptionLimits
}
type Payload = Record<string, unknown>

/** Whether a request wants to become a WebSocket here. All other upgrades (such as to HTTP/2, which Java offers) are answered as if they asked for none. */
export const isSubscribing = ({ method, url = '', headers: { upgrade = '' } }: IncomingMessage): boolean =>
  method === 'GET' && /^\/graphql\/?(?:\?|$)/.test(url) && upgrade.toLowerCase() === 'websocket'

/**
 * Subscriptions by WebSocket at `/graphql`, in the protocol of graphql-ws, whose server runs it: mercurius' own does not validate what is
 * subscribed to and closes without the protocol's codes. Register it before the route: it takes over those requests that become a WebSocket.
 */
export async function serveSubscriptions (app: FastifyInstance, { authenticate, subscriptions, mayUse, limits }: Needs): Promise<void> {
  const actors = new WeakMap<WebSocket, Actor>()
  const actorOf = ({ socket, request }: Opened) => (): Actor => actors.get(socket) ?? request.actor
  const server = makeServer<Payload, Opened>({
    connectionInitWaitTimeout: limits.init,
    onConnect: async context => await signIn(context),
    onSubscribe: async ({ extra, subscriptions: open }, _id, payload) => {
      if (Object.keys(open).length > limits.subscriptions) return [refusal(`${limits.subscriptions} subscriptions are open on this connection, and that is the most: end one first.`)]
      return await subscriptions.begin(payload, actorOf(extra))
    },
    subscribe: args => (args as Begun).answers,
    onNext: ({ extra }, _id, _payload, _args, { data, errors = [], extensions }) => ({ data, ...extensions && { extensions }, ...errors.length > 0 && { errors: told(errors, extra) } }),
    onError: ({ extra }, _id, _payload, errors) => told(errors, extra)
  })
  const connections = createConnections(server, limits)

  /** Finds out whose connection it is, by what `connection_init` carries, or else the request that opened it; and again from time to time. */
  async function signIn ({ connectionParams, extra: { socket, request } }: Context<Payload, Opened>): Promise<boolean> {
    const header = connectionParams?.Authorization ?? connectionParams?.authorization ?? request.headers.authorization
    try {
      if (header !== undefined && typeof header !== 'string') throw new AppError('unauthenticated', 'Authorization is not text: write Bearer <key>.')
      actors.set(socket, await authenticate(header))
    } catch (error) {
      endAs(error, socket)
      return false
    }
    if (header === undefined) return true
    const timer = setInterval(() => {
      authenticate(header).then(actor => actors.set(socket, actor), (error: unknown) => {
        if (error instanceof AppError && error.code === 'unauthenticated') endAs(error, socket)
      })
    }, limits.check)
    socket.once('close', () => clearInterval(timer))
    return true
  }

  app.addHook('onRoute', route => {
    if (route.url === '/graphql' && route.method === 'GET') route.wsHandler = open
  })
  // An upgrade that is refused leaves its socket to us.
  app.addHook('onResponse', async ({ raw }) => { if (isSubscribing(raw)) raw.socket.destroy() })
  app.addHook('preClose', async () => await sayGoodbye(app.websocketServer.clients, limits.goodbye))
  await app.register(websocket, {
    options: { maxPayload: limits.message, handleProtocols },
    // What a client sends wrongly the library answers with a code of its own, and closes.
    errorHandler: (error, _socket, request) => { request.log.info({ err: error }, 'a WebSocket broke') }
  })

  function open (socket: WebSocket, request: FastifyRequest): void {
    const { origin, host } = request.headers
    if (origin !== undefined && !mayUse(origin, host)) return end(socket, CloseCode.Forbidden, 'Pages of your origin may not use this API (CORS_ORIGINS).')
    connections.accept(socket, request)
  }
}

const refusal = (message: string) => new GraphQLError(message, { originalError: new AppError('invalid_request', message) })

/**
 * The errors as they are told. What cannot be had for a moment is not told, for the client would take it for the answer to this event: its
 * connection ends, so it connects again by itself and goes on after what it was told last.
 */
function told (errors: readonly Error[], { socket, request }: Opened) {
  const all = errors.slice(0, LIMITS.errors).map(error => answered(error, request.log))
  const passing = all.find(({ extensions }) => extensions?.code === 'unavailable')
  if (passing !== undefined) end(socket, TRY_AGAIN, passing.message)
  return all
}

function endAs (error: unknown, socket: WebSocket): void {
  const { code, message } = refusalOf(error)
  // After any other code a client of graphql-ws does not connect again.
  end(socket, code === 'unauthenticated' ? CloseCode.Forbidden : code === 'unavailable' ? TRY_AGAIN : CloseCode.InternalServerError, message)
}

/** Ends all connections, and waits a little for their answers. */
async function sayGoodbye (sockets: ReadonlySet<WebSocket>, patienceMs: number): Promise<void> {
  const left = [...sockets]
  const gone = left.map(socket => new Promise(resolve => socket.once('close', resolve)))
  for (const socket of left) end(socket, GOING_AWAY, 'The server is going: connect again, and go on after the last cursor.')
  const timer = setTimeout(() => { for (const socket of left) socket.terminate() }, patienceMs)
  await Promise.all(gone)
  clearTimeout(timer)
}
