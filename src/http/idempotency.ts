import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ANONYMOUS } from '../services/actor.ts'
import type { Services } from '../services/index.ts'
import type { Claim } from '../services/idempotency.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What tells the body from others, where the request has an Idempotency-Key or sends a file: the hash of its bytes, and how a file is to be read. */
    bodyHash: string | undefined
    /** The key that this request has claimed and whose answer is to be kept. */
    claimed: Claim['request']
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
    request.claimed = claimed
    if (before === null) return
    const type = before.status < 400 ? 'application/json; charset=utf-8' : 'application/problem+json'
    await reply.code(before.status).header('idempotency-replayed', 'true').type(type).send(before.body)
    return reply
  })

  app.addHook('onSend', async (request, reply, payload) => {
    const { claimed } = request
    if (claimed == null) return payload
    request.claimed = null
    if (!KEPT.includes(reply.statusCode)) await idempotency.release(claimed)
    else await idempotency.keep(claimed, { status: reply.statusCode, body: repeatable(request, String(payload ?? '')) })
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
