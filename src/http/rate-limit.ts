import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from '../domain/errors.ts'
import { ANONYMOUS } from '../services/actor.ts'

const WINDOW_S = 60
const POLICY = 'minute'

// Who has hung up already has no address any more.
const addressOf = ({ ip }: { ip?: string }): string => normalizeIP(ip ?? '')
/** Requests are counted by key, so that one integration cannot take another's share; those without a key by address. */
const callerOf = (request: FastifyRequest): string => request.actor === ANONYMOUS ? `address ${addressOf(request)}` : `key ${request.actor.id}`

/**
 * Lets each caller send so many requests a minute, and tells them in each answer how many are left (the RateLimit headers of the IETF's
 * draft). Health checks are not counted. Callers are identified before.
 */
export async function limitRates (app: FastifyInstance, limit: number): Promise<void> {
  await app.register(rateLimit, { global: false, max: limit, timeWindow: WINDOW_S * 1000, keyGenerator: callerOf })
  const count = app.createRateLimit()
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/health/')) return
    const counted = await count(request)
    if (counted.isAllowed) return
    const { remaining, ttlInSeconds, isExceeded } = counted
    // Set on the answer itself: a Fastify reply is a thenable, and a call on it by the way would look like a forgotten promise.
    reply.raw.setHeader('ratelimit-policy', `"${POLICY}";q=${limit};w=${WINDOW_S}`)
    reply.raw.setHeader('ratelimit', `"${POLICY}";r=${remaining};t=${ttlInSeconds}`)
    if (!isExceeded) return
    reply.raw.setHeader('retry-after', ttlInSeconds)
    throw new AppError('rate_limited', `${request.actor === ANONYMOUS ? 'Your address' : `The key ${request.actor.name}`} has sent more than ${limit} requests in a minute: wait ${ttlInSeconds} seconds, then go on.`)
  })
}
