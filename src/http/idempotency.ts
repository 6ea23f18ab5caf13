import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ANONYMOUS } from '../services/actor.ts'
import type { Services } from '../services/index.ts'
import { type Claim, RENEWED_EVERY_MS } from '../services/idempotency.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What tells the body from others, where the request has an Idempotency-Key or sends a file: the hash of its bytes, and how a file is to be read. */
    bodyHash: string | undefined
    /** The key that this request has claimed and whose answer is to be kept, and what says meanwhile that it is under way. */
    claimed: { request: NonNullable<Claim['request']>, renewing: NodeJS.Timeout } | null
  }
}

const HEADER = 'idempotency-key'
/** What is answered again: the outcome, and refusals that the same request would meet again. The rest may be tried anew. */
const KEPT = [200, 201, 204, 400, 422]

export const keyOf = ({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined => headers[HEADER]?.toString()

/**
 * Answers a POST with an Idempotency-Key once: the same key and body get the first answer again, for 24 hours, whichever process is asked.
 * The answer is kept before it is sent.
 */
export function answerOnce (app: FastifyInstance, { idempotency }: Pick<Services, 'idempotency'>): void {
  app.decorateRequest('bodyHash')
  app.decorateRequest('claimed')

  app.addHook('preHandler', async (request, reply) => {
    const key = keyOf(request)
    if (request.method !== 'POST' || key === undefined || request.actor === ANONYMOUS) return
    const { request: claimed, before } = await idempotency.claim(request.actor, key, [request.method, request.url, request.bodyHash ?? ''])
    if (claimed !== null) {
      const renewing = setInterval(() => { idempotency.renew(claimed).catch(error => { request.log.warn({ err: error }, 'an Idempotency-Key cannot be renewed now: tried again') }) }, RENEWED_EVERY_MS)
      request.claimed = { request: claimed, renewing }
      request.actor = { ...request.actor, claimed }
    }
    if (before === null) return
    const type = before.status < 400 ? 'application/json; charset=utf-8' : 'application/problem+json'
    await reply.code(before.status).header('idempotency-replayed', 'true').type(type).send(before.body)
    return reply
  })

  app.addHook('onSend', async (request, reply, payload) => {
    const { claimed } = request
    if (claimed == null) return payload
    request.claimed = null
    clearInterval(claimed.renewing)
    if (!KEPT.includes(reply.statusCode)) await idempotency.release(claimed.request)
    // Where it cannot be kept, the sender is told all the same: it is done, and that it is done is noted at the key.
    else await idempotency.keep(claimed.request, { status: reply.statusCode, body: repeatable(request, String(payload ?? '')) }).catch((error: unknown) => { request.log.warn({ err: error }, 'an answer to an Idempotency-Key cannot be kept') })
    return payload
  })
}

/** The answer as it is given again: what is shown once is not. */
function repeatable (request: FastifyRequest, body: string): string {
  const member = request.routeOptions.config.contract?.answer.shownOnce
  if (member === undefined || body === '') return body
  const answer = JSON.parse(body) as Record<string, unknown>
  return JSON.stringify(member in answer ? { ...answer, [member]: null } : answer)
}
