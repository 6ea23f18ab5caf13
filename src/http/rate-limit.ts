import rateLimit, { type FastifyRateLimitStore, type FastifyRateLimitStoreCtor, normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from '../domain/errors.ts'
import { ANONYMOUS } from '../services/actor.ts'
import type { RateCounter } from '../services/rate-counts.ts'
import type { CountRequest } from './answer-cache.ts'

const WINDOW_S = 60
const POLICY = 'minute'

// Who has hung up already has no address any more.
const addressOf = ({ ip }: { ip?: string }): string => normalizeIP(ip ?? '')
/** Requests are counted by key, so that one integration cannot take another's share; those without a key by address. */
const callerOf = (request: FastifyRequest): string => request.actor === ANONYMOUS ? `address ${addressOf(request)}` : `key ${request.actor.id}`

/** The plugin makes its store by `new`, which gives what the function returns. */
function storeOf (rates: Pick<RateCounter, 'count'>): FastifyRateLimitStoreCtor {
  const store: FastifyRateLimitStore = {
    incr: (caller, tell) => {
      const { current, msLeft } = rates.count(caller)
      tell(null, { current, ttl: msLeft })
    },
    child: () => store
  }
  return function () { return store } as unknown as FastifyRateLimitStoreCtor
}

/**
 * Lets each caller send so many requests in each minute of the clock, and tells them in each answer how many are left (the RateLimit headers
 * of the IETF's draft). Health checks are not counted. Callers are identified before.
 * @returns counts a request that is answered before this looks at it
 */
export async function limitRates (app: FastifyInstance, limit: number, rates: Pick<RateCounter, 'count'>): Promise<CountRequest> {
  await app.register(rateLimit, { global: false, max: limit, timeWindow: WINDOW_S * 1000, keyGenerator: callerOf, store: storeOf(rates) })
  const count = app.createRateLimit()
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/health/')) return
    const counted = await count(request)
    if (counted.isAllowed) return
    const { ttlInSeconds, isExceeded } = counted
    // Set on the answer itself: a Fastify reply is a thenable, and a call on it by the way would look like a forgotten promise.
    for (const [name, value] of headersOf(counted)) reply.raw.setHeader(name, value)
    if (!isExceeded) return
    reply.raw.setHeader('retry-after', ttlInSeconds)
    throw new AppError('rate_limited', `${request.actor === ANONYMOUS ? 'Your address' : `The key ${request.actor.name}`} has sent more than ${limit} requests in a minute: wait ${ttlInSeconds} seconds, then go on.`)
  })
  const headersOf = ({ remaining, ttlInSeconds }: { remaining: number, ttlInSeconds: number }): [string, string][] => [['ratelimit-policy', `"${POLICY}";q=${limit};w=${WINDOW_S}`], ['ratelimit', `"${POLICY}";r=${remaining};t=${ttlInSeconds}`]]
  return async request => {
    const counted = await count(request)
    if (counted.isAllowed) return []
    return counted.isExceeded ? null : headersOf(counted).flat()
  }
}
