import type { FastifyInstance, FastifyRequest } from 'fastify'
import mercurius, { type MercuriusOptions } from 'mercurius'
import { AppError } from '../src/domain/errors.ts'
import type { Actor } from '../src/services/actor.ts'
import type { Services } from '../src/services/index.ts'
import { isCompilable } from './compiling.ts'
import { type Context, createContext } from './context.ts'
import { answered } from './errors.ts'
import { answerError, checkRequest, queryErrorStatus } from './http.ts'
import { refuseIntrospection, serveSchema } from './introspection.ts'
import { checkShape, fieldsOf, LIMITS } from './limits.ts'
import { resolvers } from './resolvers.ts'
import { scalars } from './scalars.ts'
import { createSchema } from './schema.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sends the request; the application tells each request before it comes here. */
    actor: Actor
  }
}

/**
 * The GraphQL edge: POST and GET `/graphql`.
 * @param options `introspection` is whether the server tells its schema; `time` is how many milliseconds the reading of one request may take
 */
export default async function graphqlPlugin (app: FastifyInstance, { services, introspection, time = LIMITS.time }: { services: Services, introspection: boolean, time?: number }): Promise<void> {
  await app.register(mercurius, { ...optionsFor(services, time), validationRules: introspection ? [] : [refuseIntrospection] })
  if (introspection) serveSchema(app)
  app.graphql.addHook('preValidation', async (_schema, document) => checkShape(document))
  app.graphql.addHook('preExecution', async (schema, document, context) => {
    (context as unknown as Context).budget.fit(fieldsOf(document))
    return isCompilable(schema, document) ? undefined : { document }
  })
  app.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    onRequest: async (request, reply) => await answerError(new AppError('method_not_allowed', 'GraphQL takes GET and POST.'), request, reply),
    handler: () => undefined
  })
}

function optionsFor (services: Services, time: number): MercuriusOptions {
  return {
    schema: createSchema(),
    // Mercurius takes any functions by type and field; these are typed by hand, field by field, and a test holds them against the schema.
    resolvers: { ...resolvers, ...scalars } as unknown as NonNullable<MercuriusOptions['resolvers']>,
    context: (request: FastifyRequest) => createContext(services, request.actor, time) as never,
    path: '/graphql',
    graphiql: false,
    jit: 1,
    cache: 100,
    graphql: { parseOptions: { maxTokens: LIMITS.tokens }, validateOptions: { maxErrors: 20 } },
    errorHandler: answerError as never,
    errorFormatter: ({ data, errors = [] }, context) => {
      const { reply } = context as unknown as { reply: { request: FastifyRequest } }
      return {
        statusCode: data === undefined ? queryErrorStatus(reply.request) : 200,
        response: { ...data !== undefined && { data }, errors: errors.slice(0, LIMITS.errors).map(error => answered(error, reply.request.log)) as never }
      }
    },
    additionalRouteOptions: { schema: { hide: true }, preValidation: checkRequest }
  }
}
