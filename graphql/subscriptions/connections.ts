import type { WebSocket } from '@fastify/websocket'
import type { FastifyRequest } from 'fastify'
import { CloseCode, type Server } from 'graphql-ws'
import type { SubscriptionLimits } from './limits.ts'

/** What is known of a connection: its socket, and the request that opened it. */
export type Opened = { socket: WebSocket, request: FastifyRequest }
/** Those codes beside the protocol's: try again later, and the server is going (RFC 6455 and its registry). */
export const TRY_AGAIN = 1013
export const GOING_AWAY = 1001
const LONGEST_REASON = 123

/** Ends a connection with a reason, which may have so many bytes. */
export function end (socket: WebSocket, code: number, reason: string): void {
  const bytes = Buffer.from(reason)
  socket.close(code, bytes.length <= LONGEST_REASON ? reason : `${bytes.subarray(0, LONGEST_REASON - 3).toString().replace(/\uFFFD+$/, '')}…`)
}

/** The open connections: how many there are, how much each sends, whether it still answers and reads. What they say is for the protocol's server. */
export function createConnections (server: Server<Opened>, limits: SubscriptionLimits) {
  const open = new Map<string, number>()
  let total = 0

  /** Takes on a new connection, or ends it where there are too many. */
  function accept (socket: WebSocket, request: FastifyRequest): void {
    const fromAddress = open.get(request.ip) ?? 0
    if (total >= limits.connections) return end(socket, TRY_AGAIN, 'Too many connections are open here: try again later.')
    if (fromAddress >= limits.fromAddress) return end(socket, TRY_AGAIN, `Your address has ${fromAddress} connections open, and that is the most: use one of them.`)
    total++
    open.set(request.ip, fromAddress + 1)
    const stopPinging = ping(socket)
    const mayTake = countMessages(socket)
    const closed = server.opened({
      protocol: socket.protocol,
      send: data => send(socket, data),
      close: (code = CloseCode.InternalServerError, reason = '') => end(socket, code, reason),
      onMessage: take => {
        socket.on('message', (data, isBinary) => {
          if (socket.readyState !== socket.OPEN || !mayTake()) return
          if (isBinary) return end(socket, CloseCode.BadRequest, 'Messages are JSON text.')
          take(String(data)).catch((error: unknown) => {
            request.log.error({ err: error }, 'a message of a WebSocket could not be served')
            end(socket, CloseCode.InternalServerError, 'The server could not answer this.')
          })
        })
      }
    }, { socket, request })
    socket.on('ping', mayTake)
    socket.once('close', (code, reason) => {
      stopPinging()
      leave(request.ip)
      Promise.resolve(closed(code, String(reason))).catch((error: unknown) => { request.log.error({ err: error }, 'a WebSocket could not be ended') })
    })
  }

  function leave (address: string): void {
    total--
    const left = (open.get(address) ?? 1) - 1
    if (left === 0) open.delete(address)
    else open.set(address, left)
  }

  /** Sends, and is done when it is on its way: so one who reads slowly has the next event read later. */
  function send (socket: WebSocket, data: string): Promise<void> {
    return new Promise(resolve => {
      if (socket.readyState !== socket.OPEN) return resolve()
      if (socket.bufferedAmount > limits.waiting) {
        end(socket, TRY_AGAIN, 'You read too slowly: connect again, and go on after the last cursor.')
        return resolve()
      }
      // Whatever goes wrong here closes the socket.
      socket.send(data, () => resolve())
    })
  }

  /** Counts what the client sends, and ends the connection where that is too much. */
  function countMessages (socket: WebSocket): () => boolean {
    let began = performance.now()
    let count = 0
    return () => {
      if (performance.now() - began >= limits.window) {
        began = performance.now()
        count = 0
      }
      count++
      if (count > limits.messages) end(socket, CloseCode.TooManyInitialisationRequests, `More than ${limits.messages} messages within ${limits.window / 1000} seconds: send fewer.`)
      return count <= limits.messages
    }
  }

  /** Ends a connection that does not answer. */
  function ping (socket: WebSocket): () => void {
    let isAnswered = true
    socket.on('pong', () => { isAnswered = true })
    const timer = setInterval(() => {
      if (!isAnswered) return socket.terminate()
      isAnswered = false
      socket.ping()
    }, limits.ping)
    return () => clearInterval(timer)
  }

  return { accept }
}
