import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { ErrorCode } from '../domain/errors.ts'
import type { Scope } from '../domain/key.ts'
import { type Expansions, type Shape, shapeable, shapeOf } from './answer-shape.ts'
import { writeYaml, YAML } from './yaml.ts'

export const TAGS = {
  Status: 'How targets, goals and plans stand on a day, with the sum shown.',
  Plans: 'Employment plans with their goals and targets. A plan is put as one document, or written piece by piece.',
  'Follow-ups': 'What milestones and assessments are judged by: deliverables done, judgements made; and what is remarked on them.',
  Measurements: 'Figures in and out. Nothing is overwritten: a correction is a new revision.',
  Indicators: 'What is measured, and how to read it.',
  Areas: 'Kommuner, regions, RAR, regional employment councils and the country.',
  'National goals': 'The minister\'s employment goals (ministermål), by year.',
  Changes: 'What has happened, event by event.',
  Webhooks: 'Who is told of events, as Standard Webhooks say (standardwebhooks.com): signed, in order for each target, until it arrives.',
  Keys: 'Who may write: keys with scopes, bound to kommuner and indicators where that is wanted.',
  Audit: 'Who changed what, when, from what to what, and why.'
} as const

/**
 * What is sent: JSON of a schema, or by their media types files, which are read as bytes (see bodies.ts) and may be larger. Where JSON is
 * among the files, the schema only describes it. With `yaml` the same may be sent as YAML. What is `optional` may be left out whole.
 */
export type Body = { schema?: z.ZodType, example?: unknown, yaml?: boolean, optional?: boolean, files?: Record<string, { description: string, example?: string }> }

/** What a PATCH is sent as, by its own name (RFC 7396); plain JSON is read as the same. */
export const MERGE_PATCH = 'application/merge-patch+json'

/** The media types that an operation takes, the usual one first. */
export const mediaTypesOf = (contract: Contract | undefined): string[] => [...new Set([
  ...contract?.body?.files === undefined || contract.body.schema !== undefined ? ['application/json'] : [], ...contract?.method === 'PATCH' ? [MERGE_PATCH] : [], ...contract?.body?.yaml ? [YAML] : [], ...Object.keys(contract?.body?.files ?? {})
])]

/** The media types that an operation answers in, the usual one first; none where there is never anything to answer. */
export const answerTypesOf = (contract: Contract | undefined): string[] =>
  contract === undefined || Object.keys(contract.answer.statuses).every(status => status === '204') ? [] : contract.answer.files !== undefined ? Object.keys(contract.answer.files) : ['application/json', ...contract.answer.yaml ? [YAML] : []]

/** Files that an operation answers, by their media types: how each is described, with an example where it is text. */
export type AnswerFiles = Record<string, { description: string, example?: string }>

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
  /** What `expand` of a read takes: what is usually fetched together with what it answers. */
  expand?: Expansions<z.output<Answer>>
  /** Request headers that mean something here, each with its description. */
  headers?: Record<string, string>
  /** The body is documented here and checked by the service, so that no transport can skip it. */
  body?: Body
  /**
   * `shownOnce` is a member of the answer that is null when an Idempotency-Key asks for the answer again. With `yaml` it may be YAML, where
   * the handler gives that Content-Type. With `files` it is one of them, as `format` in the query says, else Accept; the schema is of the
   * one that is JSON. `write` writes the JSON where it can be done with less work than by `JSON.stringify`.
   */
  answer: { schema: Answer, write?: (answer: z.output<Answer>) => Buffer, example?: z.output<Answer>, yaml?: boolean, files?: AnswerFiles, statuses: Partial<Record<200 | 201 | 204, string>>, headers?: Record<string, string>, shownOnce?: string }
  /**
   * Of a read: what its ETag is made of. By default the version of all data; `events` where it shows the feed of what has happened;
   * `answer` where it shows what changes without an entry in the audit trail: then its text.
   */
  etag?: 'events' | 'answer'
  /** What can be refused here besides what every operation may refuse. */
  errors?: readonly ErrorCode[]
}

declare module 'fastify' {
  interface FastifyContextConfig {
    contract?: Contract
  }
  interface FastifyRequest {
    /** How the caller wants the answer of a read: see answer-shape.ts. */
    shape?: Shape
  }
}

const NOTHING = z.strictObject({})
type Nothing = typeof NOTHING

/** Answers with a status or headers of its own. */
type Respond<Body> = (status: number, body: Body | undefined, headers?: Record<string, string>) => FastifyReply

/** What it returns is answered with 200, unless it responds otherwise. */
type Handler<Params extends z.ZodObject, Query extends z.ZodObject, Body> =
  (request: FastifyRequest<{ Params: z.output<Params>, Querystring: z.output<Query>, Body: unknown }>, respond: Respond<Body>) => Promise<Body | FastifyReply>

/**
 * Adds a route by its contract. Parameters that the contract does not name are refused. Every read takes `fields` too, and `expand` where the
 * contract says of what; its handler knows of neither.
 */
export function addOperation<Answer extends z.ZodType, Params extends z.ZodObject = Nothing, Query extends z.ZodObject = Nothing> (
  app: FastifyInstance,
  given: Contract<Params, Query, Answer>,
  handler: Handler<Params, Query, z.output<Answer>>
): void {
  const contract = shapeable(given as unknown as Contract)
  app.route<{ Params: z.output<Params>, Querystring: z.output<Query>, Body: unknown }>({
    method: contract.method,
    url: contract.path,
    schema: { params: contract.params ?? NOTHING, querystring: contract.query ?? NOTHING },
    config: { contract },
    preSerialization: async ({ shape }, reply, body) => {
      if (reply.statusCode !== 200) return body
      if (shape !== undefined) return await shape.of(body as object)
      // eslint-disable-next-line @typescript-eslint/no-floating-promises -- a reply is a thenable, and this one is not sent yet
      if (contract.answer.write !== undefined) reply.serializer(contract.answer.write as (answer: unknown) => never)
      return body
    },
    handler: async (request, reply) => {
      request.shape = shapeOf(contract, request)
      // A write may take longer than a silent connection is kept; Node sets that limit anew for the next request.
      if (contract.method !== 'GET') request.raw.socket.setTimeout?.(0)
      const answer = async () => await handler(request, (status, body, headers = {}) => reply.code(status).headers(headers).send(headers['content-type'] === YAML ? writeYaml(request.shape?.pick(body) ?? body) : body))
      return await (request.load === undefined ? answer() : request.load.inTurn(answer))
    }
  })
}

/** A part of a path, which the router takes up to this length. */
export const pathText = (description: string, example: string) => z.string().meta({ description, example, maxLength: 1000 })

/** The `id` of a path. */
export const idOf = (description: string, example: string) => z.strictObject({ id: pathText(description, example) })
