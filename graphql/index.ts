import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { GraphQLSchema } from 'graphql/index.js'
import mercurius, { type MercuriusOptions } from 'mercurius'
import { AppError } from '../src/domain/errors.ts'
import type { Actor } from '../src/services/actor.ts'
import type { ChangeFeed } from '../src/services/change-watches.ts'
import type { Services } from '../src/services/index.ts'
import { tagAnswers } from './caching.ts'
import { isCompilable } from './compiling.ts'
import { type Context, createContext } from './context.ts'
import { answered } from './errors.ts'
import { createDocuments, type Documents } from './documents.ts'
import { readDocumentList } from './document-list.ts'
import { answerError, checkRequest, queryErrorStatus, refuseSubscription } from './http.ts'
import { refuseIntrospection, serveSchema } from './introspection.ts'
import { checkShape, fieldsOf, LIMITS } from './limits.ts'
import { resolvers } from './resolvers.ts'
import { scalars } from './scalars.ts'
import { createSchema } from './schema.ts'
import { type Authenticate, serveSubscriptions } from './subscriptions/index.ts'
import { SUBSCRIPTION_LIMITS, type SubscriptionLimits } from './subscriptions/limits.ts'
import { createSubscriptions } from './subscriptions/operation.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sends the request; the application tells each request before it comes here. */
    actor: Actor
  }
}

export type GraphqlOptions = {
  services: Services
  /** What happens, for subscriptions. */
  feed: ChangeFeed
  /** Tells whose a key is that comes by WebSocket. */
  authenticate: Authenticate
  /** Whether a page of this origin may subscribe. */
  mayUse?: (origin: string, host: string | undefined) => boolean
  /** Whether the server tells its schema. */
  introspection: boolean
  /** A file of documents that may be asked for by their hash; with `only` nothing else is run. */
  documents?: { file: string, only: boolean } | null
  /** How many milliseconds the reading of one request, or of one event, may take. */
  time?: number
  limits?: SubscriptionLimits
}

/** The GraphQL edge: POST, GET and WebSocket `/graphql`. */
export default async function graphqlPlugin (app: FastifyInstance, { services, feed, authenticate, mayUse = () => true, introspection, documents: given = null, time = LIMITS.time, limits = SUBSCRIPTION_LIMITS }: GraphqlOptions): Promise<void> {
  const schema = createSchema()
  const rules = introspection ? [] : [refuseIntrospection]
  const documents = createDocuments(given === null ? {} : { list: readDocumentList(given.file, schema, rules), only: given.only })
  tagAnswers(app)
  await serveSubscriptions(app, { authenticate, mayUse, limits, subscriptions: createSubscriptions({ schema, rules, services, feed, documents, time, limits }) })
  await app.register(mercurius, { ...optionsFor(schema, services, documents, time), validationRules: rules })
  if (introspection) serveSchema(app)
  app.graphql.addHook('preValidation', async (_schema, document) => checkShape(document))
  app.graphql.addHook('preExecution', async (schema, document, context) => {
    const { body } = (context as unknown as { reply: FastifyReply }).reply.request as { body?: { operationName?: string } | null }
    refuseSubscription(document, body?.operationName)
    ;(context as unknown as Context).budget.fit(fieldsOf(document))
    return isCompilable(schema, document) ? undefined : { document }
  })
  app.options('/graphql', async (_request, reply) => await reply.code(204).header('allow', 'GET, HEAD, POST, OPTIONS').send())
  app.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    onRequest: async (request, reply) => await answerError(new AppError('method_not_allowed', 'GraphQL takes GET and POST.'), request, reply),
    handler: () => undefined
  })
}

function optionsFor (schema: GraphQLSchema, services: Services, documents: Documents, time: number): MercuriusOptions {
  return {
    schema,
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
    additionalRouteOptions: { schema: { hide: true }, preValidation: checkRequest(documents) }
  }
}
