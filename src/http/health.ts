import type { FastifyInstance } from 'fastify'
import { answerError } from './errors.ts'
import { answerOtherMethods, collectMethods } from './methods.ts'

type Checks = { check: () => Promise<void>, isCurrent: () => Promise<boolean> }
/** `isGoing` tells whether the process is about to end, and should be sent no more requests. */
type HealthOptions = { database: Checks, isGoing?: () => boolean }

/** Tells the orchestrator whether the process lives and whether it can serve, at `/health/live` and `/health/ready`. */
export default async function healthPlugin (app: FastifyInstance, { database, isGoing = () => false }: HealthOptions): Promise<void> {
  app.setErrorHandler(answerError)
  const methods = collectMethods(app)
  app.addHook('onRequest', async (_request, reply) => {
    reply.raw.setHeader('cache-control', 'no-store')
  })
  app.get('/health/live', () => ({ status: 'ok' }))
  app.get('/health/ready', async (_request, reply) => {
    const hindrance = isGoing() ? 'The server is going.' : await hindranceOf(database)
    if (hindrance === null) return { status: 'ok' }
    return await reply.code(503).header('retry-after', '1').send({ status: 'unavailable', detail: hindrance })
  })
  answerOtherMethods(app, methods)
}

/** Why nothing can be served from the database now; null where it can. */
async function hindranceOf ({ check, isCurrent }: Checks): Promise<string | null> {
  try {
    await check()
    return await isCurrent() ? null : 'The database has another schema than this version expects: run npm run db:migrate.'
  } catch {
    return 'The database does not answer.'
  }
}
