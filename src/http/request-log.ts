import { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import { type Actor, ANONYMOUS } from '../services/actor.ts'

/**
 * One line for each request, when it has been answered: its id, its route, what it was answered and in how many milliseconds, and the id
 * of the key that it came with. Never its address, headers or body, for anything may stand in those. Probes are told of at `debug`.
 */
export function createRequestLog (): LogController {
  const nothing = (): void => {}
  return Object.assign(new LogController(), { incomingRequest: nothing, routeNotFound: nothing, defaultErrorLog: nothing, requestCompleted })
}

/** And one for each whose sender hung up before it was answered. */
export function logAborted (app: FastifyInstance): void {
  app.addHook('onRequestAbort', async ({ log, method, routeOptions: { url: route }, actor }) => { log.info({ method, route: route ?? null, key: keyOf(actor) }, 'the sender hung up') })
}

const keyOf = (actor?: Actor): string | null => actor === undefined || actor === ANONYMOUS ? null : actor.id

function requestCompleted (error: Error | null | undefined, { log, method, routeOptions: { url: route }, actor }: FastifyRequest, { statusCode: status, elapsedTime }: FastifyReply): void {
  const isProbe = status < 400 && route !== undefined && /^\/(?:health\/|metrics$)/.test(route)
  log[isProbe ? 'debug' : 'info']({ method, route: route ?? null, status, ms: Math.round(elapsedTime * 10) / 10, key: keyOf(actor), ...error && { err: error } }, 'answered')
}
