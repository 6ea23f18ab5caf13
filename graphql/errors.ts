import type { FastifyBaseLogger, FastifyError } from 'fastify'
import { GraphQLError, type GraphQLFormattedError } from 'graphql/index.js'
import { AppError, type ErrorCode } from '../src/domain/errors.ts'
import { LIMITS } from './limits.ts'

/** The status that a refusal has where no query was run; an error inside an answer leaves it at 200. */
export const HTTP_STATUS = {
  invalid_request: 400,
  not_found: 404,
  unauthenticated: 401,
  forbidden: 403,
  conflict: 409,
  idempotency_key_reused: 422,
  version_conflict: 412,
  precondition_required: 428,
  reason_required: 422,
  batch_refused: 422,
  unprocessable: 422,
  frequency_locked: 409,
  rate_limited: 429,
  payload_too_large: 413,
  unsupported_media_type: 415,
  method_not_allowed: 405,
  not_acceptable: 406,
  unavailable: 503,
  storage_full: 507,
  internal: 500
} as const satisfies Record<ErrorCode, number>

const LONGEST_MESSAGE = 2_000

const INTERNAL = new AppError('internal', 'The server could not answer this. It is logged; if it happens again, tell whoever runs the server.')
const UNREADABLE = new AppError('invalid_request', 'The query cannot be read: it nests too deeply.')

/** What Fastify and mercurius refuse before a query runs, by status, in our words. */
const BY_STATUS: Record<number, AppError> = {
  400: new AppError('invalid_request', 'The request cannot be read: send {"query": "…"} as valid JSON; in a GET, variables are JSON text.'),
  405: new AppError('method_not_allowed', 'A mutation is sent by POST.'),
  413: new AppError('payload_too_large', 'The body is larger than the server takes: send it in several parts.'),
  415: new AppError('unsupported_media_type', 'GraphQL takes a body of the media type application/json: send Content-Type: application/json.')
}

/** Errors of a query that could not be run: its syntax, its names, its variables. */
export const isQueryError = (error: unknown): error is { errors: unknown[] } =>
  error instanceof Error && (error as Partial<FastifyError>).code === 'MER_ERR_GQL_VALIDATION' && 'errors' in error && Array.isArray(error.errors)

/** What a refusal outside a query means to the caller; what nobody threw on purpose is `internal`, with a fixed text. */
export function refusalOf (error: unknown): AppError {
  if (error instanceof AppError) return error
  const known = BY_STATUS[(error as Partial<FastifyError> | null)?.statusCode ?? 500]
  // Outside a resolver only the reading of a query recurses.
  return known ?? (error instanceof RangeError ? UNREADABLE : INTERNAL)
}

/** The error as it is answered: the codes of REST, the places in `extensions.errors`, and nothing internal. */
export function answered (error: unknown, log: FastifyBaseLogger): GraphQLFormattedError {
  const refusal = meaningOf(error)
  if (refusal.code === 'internal') log.error({ err: error instanceof GraphQLError ? error.originalError ?? error : error }, 'a query failed')
  else if (refusal.code === 'unavailable' || refusal.code === 'storage_full') log.warn({ err: error }, 'a query could not be served')
  const { locations, path } = error instanceof GraphQLError ? error : {}
  return {
    message: shortened(refusal.message),
    ...locations && { locations },
    ...path && { path },
    extensions: { code: refusal.code, ...sizeOf(refusal), ...refusal.problems.length > 0 && { errors: refusal.problems } }
  }
}

/** A message repeats what was sent, which may be megabytes. */
const shortened = (message: string): string => message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)} …` : message

/** What a query cost and what it may, of a refusal for its size. */
function sizeOf ({ members: { cost, limit } }: AppError): { cost?: unknown, limit?: unknown } {
  return typeof cost === 'number' && typeof limit === 'number' ? { cost, limit } : {}
}

function meaningOf (error: unknown): AppError {
  if (!(error instanceof GraphQLError)) return refusalOf(error)
  const cause = causeOf(error)
  if (cause instanceof AppError) return cause
  // What the caller wrote: the query itself, or an argument that a variable left empty. The rest comes out of our own code.
  const isCallers = cause instanceof GraphQLError && (error.path === undefined || /^(Argument|Variable) /.test(error.message))
  if (isCallers && TOO_MANY_TOKENS.test(error.message)) return tooManyTokens()
  return isCallers ? new AppError('invalid_request', error.message) : INTERNAL
}

/** What graphql-js says where it stops reading; how many tokens there are it does not know then. */
const TOO_MANY_TOKENS = /Document contains more that \d+ tokens/

function tooManyTokens (): AppError {
  const detail = `has more than ${LIMITS.tokens} tokens (names, brackets, values): ask in several queries`
  return new AppError('invalid_request', `The query ${detail}.`, [{ pointer: '/query', code: 'query_too_large', detail }], { cost: LIMITS.tokens + 1, limit: LIMITS.tokens })
}

/** The error inside an error of GraphQL; that itself where there is none. */
function causeOf (error: GraphQLError): Error {
  const { originalError } = error
  return originalError instanceof GraphQLError ? causeOf(originalError) : originalError ?? error
}
