import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { AppError, type ErrorCode } from '../domain/errors.ts'
import { mediaTypesOf } from './operation.ts'
import { OVERLOADED } from './overload.ts'
import { withPlaces } from './yaml.ts'

/** What each refusal is in HTTP, and what it is called. */
export const PROBLEMS = {
  invalid_request: { status: 400, title: 'The request is not valid' },
  not_found: { status: 404, title: 'Not found' },
  unauthenticated: { status: 401, title: 'A valid key is needed' },
  forbidden: { status: 403, title: 'The key may not do this' },
  conflict: { status: 409, title: 'Another change came first' },
  idempotency_key_reused: { status: 422, title: 'The Idempotency-Key belongs to another request' },
  version_conflict: { status: 412, title: 'The version is not the current one' },
  precondition_required: { status: 428, title: 'If-Match is needed' },
  reason_required: { status: 422, title: 'A reason is needed' },
  batch_refused: { status: 422, title: 'The batch was refused' },
  unprocessable: { status: 422, title: 'The content does not fit what is there' },
  frequency_locked: { status: 409, title: 'The frequency can no longer change' },
  rate_limited: { status: 429, title: 'Too many requests' },
  payload_too_large: { status: 413, title: 'The body is too large' },
  unsupported_media_type: { status: 415, title: 'The media type is not taken here' },
  method_not_allowed: { status: 405, title: 'The method is not allowed here' },
  not_acceptable: { status: 406, title: 'There is no such representation' },
  unavailable: { status: 503, title: 'Unavailable for a moment' },
  storage_full: { status: 507, title: 'The database is full' },
  internal: { status: 500, title: 'Something went wrong here' }
} as const satisfies Record<ErrorCode, { status: number, title: string }>

export const PROBLEM_TYPE = 'application/problem+json'
const typeOf = (code: ErrorCode): string => `urn:problem:maalopfoelgning:${code}`

/** Headers that go with a refusal. */
const HEADERS: Partial<Record<ErrorCode, Record<string, string>>> = {
  unauthenticated: { 'www-authenticate': 'Bearer' },
  unavailable: { 'retry-after': '1' },
  storage_full: { 'retry-after': '60' }
}

/** What Fastify itself refuses, in our words. */
const FRAMEWORK: Record<string, AppError> = {
  FST_ERR_CTP_INVALID_JSON_BODY: new AppError('invalid_request', 'The body is not valid JSON, or holds the key __proto__ or constructor.prototype.', [{ pointer: '', code: 'invalid_json', detail: 'is not valid JSON' }]),
  FST_ERR_CTP_EMPTY_JSON_BODY: new AppError('invalid_request', 'The body is empty, but Content-Type says application/json.', [{ pointer: '', code: 'invalid_json', detail: 'is empty' }]),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: new AppError('invalid_request', 'The body is not as long as Content-Length says.'),
  FST_ERR_BAD_URL: new AppError('invalid_request', 'The path is not a valid URL: percent-encode it as UTF-8.'),
  FST_ERR_MAX_PARAM_LENGTH: new AppError('invalid_request', 'The path names something by more than 1000 characters, and no id is as long as that.')
}
const BY_STATUS: Record<number, AppError> = {
  404: new AppError('not_found', 'There is nothing at this path.'),
  413: new AppError('payload_too_large', 'The body is larger than the server takes: send it in several parts.')
}
const INTERNAL = new AppError('internal', 'The server could not answer this. It is logged; if it happens again, tell whoever runs the server.')

/** The refusal that an error means to the caller; what nobody threw on purpose is `internal`, with a fixed text. */
function refusalOf (error: unknown, request: FastifyRequest): AppError {
  if (error instanceof AppError) return error
  const { code = '', statusCode = 500 } = (error ?? {}) as Partial<FastifyError>
  const known = FRAMEWORK[code] ?? BY_STATUS[statusCode]
  if (known !== undefined) return known
  if (statusCode === 415) return mediaTypeRefusal(request)
  return statusCode >= 400 && statusCode < 500 ? new AppError('invalid_request', 'The request cannot be read.') : INTERNAL
}

/** The refusal of a body of another media type than the operation takes, which it names. */
export function mediaTypeRefusal ({ routeOptions }: Pick<FastifyRequest, 'routeOptions'>): AppError {
  const [first, ...others] = mediaTypesOf(routeOptions.config.contract)
  const types = others.length === 0 ? `the media type ${first}` : `one of the media types ${[first, ...others].join(', ')}`
  return new AppError('unsupported_media_type', `This takes a body of ${types}: send Content-Type: ${first}${others.length === 0 ? '' : ', or the one that it is'}.`)
}

/** The problem document (RFC 9457) of a refusal. */
export function problemOf ({ code, message, problems, members }: AppError, instance: string) {
  const { status, title } = PROBLEMS[code]
  return { type: typeOf(code), title, status, detail: message, instance, code, ...problems.length > 0 && { errors: problems }, ...members }
}

/** What an error means to the caller, logged where the server is to blame. */
export function refuse (error: unknown, request: FastifyRequest): AppError {
  const { placeOf } = request
  const refusal = placeOf === undefined ? refusalOf(error, request) : withPlaces(refusalOf(error, request), placeOf)
  if (refusal.code === 'internal') request.log.error({ err: error }, 'a request failed')
  else if (refusal !== OVERLOADED && (refusal.code === 'unavailable' || refusal.code === 'storage_full')) request.log.warn({ err: error }, 'a request could not be served')
  return refusal
}

/** The reply to a refused request, with its status and headers. */
export const refusing = (reply: FastifyReply, { code }: AppError, request: FastifyRequest): FastifyReply =>
  // What is refused before any hook runs has no id yet.
  reply.code(PROBLEMS[code].status).headers({ ...HEADERS[code], 'x-request-id': request.id, 'cache-control': 'no-store' })

/** Answers an error as a problem. It is Fastify's error handler, for what is refused before any route too. */
export function answerError (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refuse(error, request)
  return refusing(reply, refusal, request).type(PROBLEM_TYPE).send(JSON.stringify(problemOf(refusal, request.url.split('?', 1)[0] ?? '')))
}

/** Answers a path that there is not. */
export const answerUnknownPath = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  answerError(new AppError('not_found', `There is nothing at ${request.url.split('?', 1)[0]}: the paths are listed in /openapi.json.`), request, reply)
