import type { FastifyInstance } from 'fastify'
import { type Actor, ANONYMOUS } from '../services/actor.ts'
import type { Services } from '../services/index.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sends the request. */
    actor: Actor
    /** Why the key that came with the request is none; it is thrown when the request has been counted. */
    keyRefusal: Error | null
    /** What `WWW-Authenticate` says beside `Bearer` where a token was refused. */
    challenge: string | null
  }
}

/** Lets in who sends a token instead of a key. `tokenIn` is undefined where a header holds no token; `verify` throws AppError with the reason. */
export type TokenVerifier = { tokenIn: (header: string | undefined) => string | undefined, verify: (token: string) => Promise<Actor> }

type Doors = Pick<Services, 'keys'> & { tokens?: TokenVerifier }
/** Tells who sends an `Authorization` header. It throws AppError `unauthenticated` with the reason where the key or token is none. */
export type Authenticate = (header: string | undefined) => Promise<Actor>

/** Lets in keys, and tokens where there is an issuer. */
export const createAuthentication = ({ keys, tokens }: Doors): Authenticate => async header => {
  const token = tokens?.tokenIn(header)
  return tokens !== undefined && token !== undefined ? await tokens.verify(token) : await keys.authenticate(header)
}

/** Tells each request who sends it, before its body is read. What they may do is for the services to decide. */
export function identifyCallers (app: FastifyInstance, { keys, tokens }: Doors): void {
  const authenticate = createAuthentication({ keys, tokens })
  app.decorateRequest('actor')
  app.decorateRequest('keyRefusal', null)
  app.decorateRequest('challenge', null)
  app.addHook('onRequest', async request => {
    const { authorization } = request.headers
    try {
      const actor = await authenticate(authorization)
      request.actor = actor === ANONYMOUS ? actor : { ...actor, requestId: request.id }
    } catch (error) {
      request.actor = ANONYMOUS
      request.keyRefusal = error as Error
      if (tokens?.tokenIn(authorization) !== undefined) request.challenge = 'error="invalid_token"'
    }
  })
  if (tokens === undefined) return
  // Each edge answers a 401 itself; this is beside what they say.
  app.addHook('onSend', async ({ challenge }, reply) => {
    // eslint-disable-next-line @typescript-eslint/no-floating-promises -- a reply is a thenable, and this one is sent later
    if (challenge !== null && reply.statusCode === 401) reply.header('www-authenticate', `Bearer ${challenge}`)
  })
}

/** Refuses those whose key is none. After the counting of requests, so that guessing keys is counted too. */
export function refuseUnknownKeys (app: FastifyInstance): void {
  app.addHook('onRequest', async ({ keyRefusal }) => {
    if (keyRefusal !== null) throw keyRefusal
  })
}
