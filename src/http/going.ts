import type { FastifyInstance, FastifyReply } from 'fastify'

/**
 * Closes each connection with its next answer while the process is about to end: who sends more connects elsewhere, and nobody is waited
 * for. Register it before whatever answers.
 */
export function closeConnections (app: FastifyInstance, isGoing: () => boolean): void {
  // Set on the answer itself, for a Fastify reply is a thenable.
  const close = ({ raw }: FastifyReply): void => {
    if (isGoing() && !raw.headersSent) raw.setHeader('connection', 'close')
  }
  app.addHook('onRequest', (_request, reply, done) => {
    close(reply)
    done()
  })
  // And those that came before.
  app.addHook('onSend', async (_request, reply) => { close(reply) })
}
