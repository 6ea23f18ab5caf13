import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { getOperationAST, type GraphQLSchema, OperationTypeNode } from 'graphql/index.js'
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
import { answerError, checkRequest, onlyReads, queryErrorStatus, questionIn, refuseSubscription } from './http.ts'
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

/** Gives answers again, where there is something that keeps them; see `repeatedly` in src/http/answer-cache.ts. `body` is what was asked in the body. */
export type Answers = { repeat: (request: FastifyRequest, reply: FastifyReply, body: string) => Promise<void>, forget: (request: FastifyRequest) => void }
const NO_ANSWERS: Answers = { repeat: async () => undefined, forget: () => undefined }

type Spread = (request: FastifyRequest, done: (error?: Error) => void) => void

export type GraphqlOptions = {
  services: Services
  answers?: Answers
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
  /** Lets a request read from a replica, where there are any; one by GET does so before. */
  spread?: Spread | undefined
  /** How many milliseconds the reading of one request, or of one event, may take. */
  time?: number
  limits?: SubscriptionLimits
}

/** The GraphQL edge: POST, GET and WebSocket `/graphql`. */
export default async function graphqlPlugin (app: FastifyInstance, { services, answers = NO_ANSWERS, feed, authenticate, mayUse = () => true, introspection, documents: given = null, spread, time = LIMITS.time, limits = SUBSCRIPTION_LIMITS }: GraphqlOptions): Promise<void> {
  const schema = createSchema()
  const rules = introspection ? [] : [refuseIntrospection]
  const documents = createDocuments(given === null ? {} : { list: readDocumentList(given.file, schema, rules), only: given.only })
  tagAnswers(app)
  await serveSubscriptions(app, { authenticate, mayUse, limits, subscriptions: createSubscriptions({ schema, rules, services, feed, documents, time, limits }) })
  await app.register(mercurius, { ...optionsFor(schema, services, { documents, answers, spread, time }), validationRules: rules })
  if (introspection) serveSchema(app)
  app.graphql.addHook('preValidation', async (_schema, document) => checkShape(document))
  app.graphql.addHook('preExecution', async (schema, document, context) => {
    const { request } = (context as unknown as { reply: FastifyReply }).reply
    const { operationName } = (request.body ?? {}) as { operationName?: string }
    refuseSubscription(document, operationName)
    if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.QUERY) answers.forget(request)
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

const spreading = (spread: Spread) => (request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void => {
  if (request.method === 'POST' && onlyReads(request)) spread(request, done)
  else done()
}

const asking = (repeat: Answers['repeat']) => async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  const question = request.ws ? null : questionIn(request)
  if (question !== null) await repeat(request, reply, question)
}

function optionsFor (schema: GraphQLSchema, services: Services, { documents, answers: { repeat, forget }, spread, time }: { documents: Documents, answers: Answers, spread: Spread | undefined, time: number }): MercuriusOptions {
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
    errorHandler: ((error, request, reply) => {
      forget(request)
      return answerError(error, request, reply)
    }) as typeof answerError as never,
    errorFormatter: ({ data, errors = [] }, context) => {
      const { reply } = context as unknown as { reply: { request: FastifyRequest } }
      forget(reply.request)
      return {
        statusCode: data === undefined ? queryErrorStatus(reply.request) : 200,
        response: { ...data !== undefined && { data }, errors: errors.slice(0, LIMITS.errors).map(error => answered(error, reply.request.log)) as never }
      }
    },
    // Without mercurius' own schema of answers, which writes places in lists as text.
    additionalRouteOptions: { schema: {}, preValidation: [checkRequest(documents), ...spread === undefined ? [] : [spreading(spread)], asking(repeat)] }
  }
}
