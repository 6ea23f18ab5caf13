import { METHODS } from 'node:http'
import type { FastifyInstance, HTTPMethods } from 'fastify'
import { AppError } from '../domain/errors.ts'
import { answerError } from './errors.ts'

/** The methods of every path, as routes are added. */
export function collectMethods (app: FastifyInstance): Map<string, Set<string>> {
  const byPath = new Map<string, Set<string>>()
  app.addHook('onRoute', ({ url, method }) => {
    const methods = byPath.get(url) ?? new Set<string>()
    for (const one of [method].flat()) methods.add(one)
    byPath.set(url, methods)
  })
  return byPath
}

/** Answers the other methods of the known paths: OPTIONS with what is allowed, the rest with 405. Bodies are not read. */
export function answerOtherMethods (app: FastifyInstance, byPath: ReadonlyMap<string, ReadonlySet<string>>): void {
  // Those that Fastify does not know would be told that there is nothing at the path.
  for (const method of METHODS) if (method !== 'CONNECT' && !app.supportedMethods.includes(method)) app.addHttpMethod(method)
  for (const [url, known] of [...byPath]) {
    const allow = [...known, 'OPTIONS'].join(', ')
    const others = app.supportedMethods.filter(method => !known.has(method) && method !== 'OPTIONS') as HTTPMethods[]
    app.route({ method: 'OPTIONS', url, onRequest: async (_request, reply) => await reply.code(204).header('allow', allow).send(), handler: () => undefined })
    app.route({
      method: others,
      url,
      onRequest: async (request, reply) => {
        const refusal = new AppError('method_not_allowed', `${request.method} is not allowed here; ${allow} are.`)
        return await answerError(refusal, request, reply.header('allow', allow))
      },
      handler: () => undefined
    })
  }
}
