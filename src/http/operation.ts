import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { ErrorCode } from '../domain/errors.ts'
import type { Scope } from '../domain/key.ts'
import { writeYaml, YAML } from './yaml.ts'

export const TAGS = {
  Areas: 'Kommuner, regions, RAR, regional employment councils and the country.',
  Indicators: 'What is measured, and how to read it.',
  'National goals': 'The minister\'s employment goals (ministermål), by year.',
  Plans: 'Employment plans with their goals and targets. A plan is put as one document, or written piece by piece.',
  'Follow-ups': 'What milestones and assessments are judged by: deliverables done, judgements made; and what is remarked on them.',
  Measurements: 'Figures in and out. Nothing is overwritten: a correction is a new revision.',
  Keys: 'Who may write: keys with scopes, bound to kommuner and indicators where that is wanted.',
  Changes: 'What has happened, event by event.',
  Webhooks: 'Who is told of events, as Standard Webhooks say (standardwebhooks.com): signed, in order for each target, until it arrives.',
  Audit: 'Who changed what, when, from what to what, and why.',
  Status: 'How targets, goals and plans stand on a day, with the sum shown.'
} as const

/**
 * What is sent: JSON of a schema, or by their media types files, which are read as bytes (see bodies.ts) and may be larger. Where JSON is
 * among the files, the schema only describes it. With `yaml` the same may be sent as YAML.
 */
export type Body = { schema?: z.ZodType, example?: unknown, yaml?: boolean, files?: Record<string, { description: string, example?: string }> }

/** What a PATCH is sent as, by its own name (RFC 7396); plain JSON is read as the same. */
export const MERGE_PATCH = 'application/merge-patch+json'

/** The media types that an operation takes, the usual one first. */
export const mediaTypesOf = (contract: Contract | undefined): string[] => [...new Set([
  ...contract?.body?.files === undefined || contract.body.schema !== undefined ? ['application/json'] : [], ...contract?.method === 'PATCH' ? [MERGE_PATCH] : [], ...contract?.body?.yaml ? [YAML] : [], ...Object.keys(contract?.body?.files ?? {})
])]

/** What an operation takes and gives: what is documented is what is checked. */
export type Contract<Params extends z.ZodObject = z.ZodObject, Query extends z.ZodObject = z.ZodObject, Answer extends z.ZodType = z.ZodType> = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** The path as Fastify writes it, without the prefix. */
  path: string
  operationId: string
  summary: string
  description?: string
  tag: keyof typeof TAGS
  /** The scope that the caller's key needs; none where reading is open to all. */
  scope?: Scope
  params?: Params
  query?: Query
  /** Request headers that mean something here, each with its description. */
  headers?: Record<string, string>
  /** The body is documented here and checked by the service, so that no transport can skip it. */
  body?: Body
  /**
   * `shownOnce` is a member of the answer that is null when an Idempotency-Key asks for the answer again. With `yaml` it may be YAML, where
   * the handler gives that Content-Type.
   */
  answer: { schema: Answer, example?: z.output<Answer>, yaml?: boolean, statuses: Partial<Record<200 | 201 | 204 | 304, string>>, headers?: Record<string, string>, shownOnce?: string }
  /** What can be refused here besides what every operation may refuse. */
  errors?: readonly ErrorCode[]
}

declare module 'fastify' {
  interface FastifyContextConfig {
    contract?: Contract
  }
}

const NOTHING = z.strictObject({})
type Nothing = typeof NOTHING

/** Answers with a status or headers of its own. */
type Respond<Body> = (status: number, body: Body | undefined, headers?: Record<string, string>) => FastifyReply

/** What it returns is answered with 200, unless it responds otherwise. */
type Handler<Params extends z.ZodObject, Query extends z.ZodObject, Body> =
  (request: FastifyRequest<{ Params: z.output<Params>, Querystring: z.output<Query>, Body: unknown }>, respond: Respond<Body>) => Promise<Body | FastifyReply>

/** Adds a route by its contract. Parameters that the contract does not name are refused. */
export function addOperation<Answer extends z.ZodType, Params extends z.ZodObject = Nothing, Query extends z.ZodObject = Nothing> (
  app: FastifyInstance,
  contract: Contract<Params, Query, Answer>,
  handler: Handler<Params, Query, z.output<Answer>>
): void {
  app.route<{ Params: z.output<Params>, Querystring: z.output<Query>, Body: unknown }>({
    method: contract.method,
    url: contract.path,
    schema: { params: contract.params ?? NOTHING, querystring: contract.query ?? NOTHING },
    config: { contract },
    handler: async (request, reply) => {
      // A write may take longer than a silent connection is kept; Node sets that limit anew for the next request.
      if (contract.method !== 'GET') request.raw.socket.setTimeout?.(0)
      const answer = async () => await handler(request, (status, body, headers = {}) => reply.code(status).headers(headers).send(headers['content-type'] === YAML ? writeYaml(body) : body))
      return await (request.load === undefined ? answer() : request.load.inTurn(answer))
    }
  })
}

/** The `id` of a path. */
export const idOf = (description: string, example: string) => z.strictObject({ id: z.string().meta({ description, example }) })
