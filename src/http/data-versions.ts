import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from '../domain/errors.ts'
import { BEGINNING, type Position } from '../domain/position.ts'
import type { Contract } from './operation.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether it came as far as its handler, so that its answer may tell of the data. */
    isServed: boolean
  }
}

/** Where reads may come from, see db/reads.ts. */
type Reads = { within: <T>(work: () => T) => T, spread: (seen: Position) => Promise<void>, position: () => Promise<Position> }
type Done = (error?: Error) => void

const HEADER = 'Data-Version'
/** A version as it was answered, or the id of an event, as the feed and subscriptions tell it. */
const VERSION = /^(?:(\d{1,15})\.(\d{1,15})|evt-(\d{1,15}))$/

/**
 * Spreads reads over the replicas, each request over one of them. Answers tell in `Data-Version` how far the data has come that they show; who
 * sends that back is answered from data that has come as far. The first of the hooks, since everything that reads comes after it.
 * @param reads null where there are no replicas: what callers have seen is then only checked
 * @returns spreads a request that only shows in its body that it reads
 */
export function spreadReads (app: FastifyInstance, reads: Reads | null): (request: FastifyRequest, done: Done) => void {
  const choose = async (request: FastifyRequest): Promise<void> => {
    const seen = seenBy(headerOf(request))
    await reads?.spread(seen)
  }
  const within: Reads['within'] = reads?.within ?? (work => work())
  // By callback: what is called within is all that comes after.
  const spread = (request: FastifyRequest, done: Done): void => within(() => { choose(request).then(() => { done() }, done) })
  app.addHook('onRequest', (request, _reply, done) => {
    if ((reads !== null || headerOf(request) !== undefined) && mayBeSpread(request)) spread(request, done)
    else done()
  })
  if (reads !== null) tellVersions(app, reads)
  return spread
}

function tellVersions (app: FastifyInstance, reads: Reads): void {
  app.decorateRequest('isServed', false)
  app.addHook('preHandler', async request => { request.isServed = true })
  app.addHook('onSend', async (request, reply, payload) => {
    const { contract } = request.routeOptions.config
    if (!request.isServed || reply.statusCode >= 500 || (contract === undefined && !isGraphql(request)) || isStream(payload)) return payload
    const position = await reads.position().catch(() => null)
    if (position !== null) reply.raw.setHeader(HEADER, `${position.audit}.${position.events}`)
    return payload
  })
}

const headerOf = ({ headers }: FastifyRequest): string | undefined => headers[HEADER.toLowerCase()]?.toString()

/** Whether an operation may be answered by a replica: not the feed, whose readers name their place in it, nor what no version tells of. */
export const isSpread = ({ method, etag }: Contract): boolean => method === 'GET' && etag === undefined

function mayBeSpread (request: FastifyRequest): boolean {
  const { method, headers, routeOptions: { config: { contract, showsData = false } } } = request
  // Who subscribes is told of what is new.
  if ((method !== 'GET' && method !== 'HEAD') || headers.upgrade !== undefined) return false
  return contract === undefined ? showsData || isGraphql(request) : isSpread(contract)
}

const isGraphql = ({ routeOptions: { url } }: FastifyRequest): boolean => url === '/graphql'

const isStream = (payload: unknown): boolean => typeof payload === 'object' && payload !== null && 'pipe' in payload

/** What the caller has seen: the latest of what it names, with commas between. @throws AppError `invalid_request` naming the header */
function seenBy (header: string | undefined): Position {
  if (header === undefined) return BEGINNING
  return header.split(',').map(readVersion).reduce((one, other) => ({ audit: Math.max(one.audit, other.audit), events: Math.max(one.events, other.events) }), BEGINNING)
}

function readVersion (text: string): Position {
  const [, audit, events, event] = VERSION.exec(text.trim()) ?? []
  if (events === undefined && event === undefined) {
    const detail = 'is no version of the data: send what was answered as it is, such as 1041.2210, or the id of an event, such as evt-2210'
    throw new AppError('invalid_request', `${HEADER}: ${detail}`, [{ pointer: HEADER, code: 'invalid_value', detail }])
  }
  return { audit: Number(audit ?? 0), events: Number(events ?? event) }
}
