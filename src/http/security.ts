import type { FastifyInstance } from 'fastify'
import type { Actor } from '../services/actor.ts'
import type { Services } from '../services/index.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sends the request. */
    actor: Actor
  }
}

/** Tells each request who sends it, before its body is read. What they may do is for the services to decide. */
export function identifyCallers (app: FastifyInstance, { keys }: Pick<Services, 'keys'>): void {
  app.decorateRequest('actor')
  app.addHook('onRequest', async request => {
    request.actor = await keys.authenticate(request.headers.authorization)
  })
}
