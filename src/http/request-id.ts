import type { FastifyInstance } from 'fastify'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const HEADER = 'x-request-id'
/** Ids as gateways write them: nothing that a log or a page could take for something else. */
const SANE = /^[\w.:@=+/-]{1,128}$/

/** The id of a request: the sender's own where it sends a sane one, so that both sides' logs name it alike, else a new one. */
export function requestIdOf ({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const sent = headers[HEADER]
  return typeof sent === 'string' && SANE.test(sent) ? sent : randomUUID()
}

/** Tells each caller the id of its request, in every answer. */
export function answerRequestIds (app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    // Set on the answer itself, for a Fastify reply is a thenable.
    reply.raw.setHeader(HEADER, request.id)
  })
}
