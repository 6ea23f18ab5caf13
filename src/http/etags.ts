import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { requireScope } from '../services/actor.ts'
import type { Services } from '../services/index.ts'
import { keptFor, questionOf } from './answer-cache.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What tells the version of what is read, where it is known before the answer is. */
    readVersion: string | null
  }
  interface FastifyContextConfig {
    /** Of a read without a contract: that it shows data, so that its ETag is made of their version. */
    showsData?: boolean
  }
}

/** What the representation is negotiated by; lower case, as @fastify/compress looks for it. */
const VARIES_BY = ['accept', 'accept-encoding', 'authorization']

/**
 * Gives each read an ETag and answers 304 to whose copy is current. The ETag is made of the version of the data, so that a current copy is
 * known by one small statement, before anything else is read; where the contract says `etag: 'answer'`, of the answer. The ETag that a
 * handler gives, such as "3", stands before it and a dot.
 * @param options `build` names the version of this program, whose answers another may write otherwise
 */
export function tagAnswers (app: FastifyInstance, { versions, build }: Pick<Services, 'versions'> & { build: string }): void {
  app.decorateRequest('readVersion', null)

  // The length of a 304 would be that of the whole answer; Fastify says 0 for HEAD.
  app.addHook('onRoute', route => {
    if (route.method !== 'HEAD') return
    route.onSend = [route.onSend ?? [], async (_request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
      if (reply.statusCode === 304) makeNotModified(reply)
      return payload
    }].flat()
  })

  app.addHook('preHandler', async (request, reply) => {
    request.readVersion = await versionOf(request)
    const held = request.readVersion === null ? undefined : heldTag(request, request.readVersion)
    if (held === undefined) return
    await reply.code(304).header('etag', held).send()
    return reply
  })

  app.addHook('onSend', async (request, reply, payload) => {
    const { contract } = request.routeOptions.config
    if (!isRead(request)) {
      if (contract !== undefined) set(reply, { 'cache-control': 'no-store' })
      return payload
    }
    if (reply.statusCode !== 200 && reply.statusCode !== 304) return payload
    set(reply, contract === undefined
      ? { 'cache-control': reply.getHeader('cache-control')?.toString() ?? 'no-cache', vary: withVary(reply, ['accept-encoding']) }
      : { 'cache-control': request.headers.authorization === undefined ? 'no-cache' : 'private, no-cache', vary: withVary(reply, contract?.answer.files === undefined ? VARIES_BY : [...VARIES_BY, 'accept-language']) })
    const version = request.readVersion ?? (typeof payload === 'string' && (contract === undefined || contract.etag === 'answer') ? shortHash(payload) : null)
    if (reply.statusCode === 304 || version === null) return payload
    const own = reply.getHeader('etag')?.toString()
    set(reply, { etag: own === undefined ? `W/"${version}"` : `${own.slice(0, -1)}.${version}"` })
    if (heldTag(request, version) === undefined && request.headers['if-none-match']?.trim() !== '*') return payload
    makeNotModified(reply)
    // What is done for HEAD after this counts the bytes of the body, and then leaves it out.
    return request.method === 'HEAD' ? payload : null
  })

  async function versionOf (request: FastifyRequest): Promise<string | null> {
    const { actor, url, answerType, headers, routeOptions: { config: { contract, showsData = false } } } = request
    const etag = contract?.etag ?? 'data'
    if (etag === 'answer' || !isRead(request) || (contract === undefined && !showsData)) return null
    if (contract?.scope !== undefined) requireScope(actor, contract.scope)
    const current = await versions.current()
    if (request.method === 'GET' && contract !== undefined && contract.answer.files === undefined) request.keptFor = keptFor(questionOf(request.raw), current && { [etag]: current[etag] })
    // By who asks too: some reads tell a bound key of what it wrote itself.
    return current && shortHash(JSON.stringify([current[etag], build, actor.id, [...actor.scopes].sort(), actor.kommuner && [...actor.kommuner].sort(), actor.indicators && [...actor.indicators].sort(), url, answerType, contract?.answer.files && headers['accept-language']]))
  }
}

const isRead = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD'
const shortHash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22)

/** The tag of a reader's copy, of those in `If-None-Match`, that is of this version. */
const heldTag = ({ headers }: FastifyRequest, version: string): string | undefined =>
  headers['if-none-match']?.split(',').map(tag => tag.trim()).find(tag => /^(?:W\/)?"(?:[\w-]+\.)?([\w-]+)"$/.exec(tag)?.[1] === version)

/** What the answer varies by, with what others have said before. */
function withVary (reply: FastifyReply, names: readonly string[]): string {
  const before = (reply.getHeader('vary')?.toString() ?? '').split(',').map(name => name.trim()).filter(name => name !== '')
  return [...before.filter(name => !names.includes(name.toLowerCase())), ...names].join(', ')
}

function makeNotModified (reply: FastifyReply): void {
  // eslint-disable-next-line @typescript-eslint/no-floating-promises -- a reply is a thenable, and this one is sent later
  reply.code(304).removeHeader('content-type').removeHeader('content-length').removeHeader('content-encoding')
}

function set (reply: FastifyReply, headers: Record<string, string>): void {
  // eslint-disable-next-line @typescript-eslint/no-floating-promises -- a reply is a thenable, and this one is sent later
  reply.headers(headers)
}
