/** Everything that can be refused, in one closed list: each edge (REST, GraphQL) maps every code, so a forgotten one is a type error. */
export const ERROR_CODES = [
  'invalid_request', 'not_found', 'unauthenticated', 'forbidden', 'conflict', 'idempotency_key_reused', 'version_conflict', 'precondition_required',
  'reason_required', 'batch_refused', 'unprocessable', 'frequency_locked', 'rate_limited', 'payload_too_large',
  'unsupported_media_type', 'method_not_allowed', 'not_acceptable', 'unavailable', 'storage_full', 'internal'
] as const

export type ErrorCode = typeof ERROR_CODES[number]

/** One place in the caller's input and what is wrong there: `pointer` is a JSON pointer, or `?name` for a query parameter. */
export type Problem = { pointer: string, code: string, detail: string }

/**
 * The one error that services throw on purpose. `message` is shown to the caller: it names the place and the remedy, and nothing internal.
 * `members` are further members of the problem document (a refused batch carries its summary there).
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly problems: Problem[]
  readonly members: Record<string, unknown>

  constructor (code: ErrorCode, message: string, problems: Problem[] = [], members: Record<string, unknown> = {}) {
    super(message)
    this.name = 'AppError'
    this.code = code
    this.problems = problems
    this.members = members
  }
}

/** The refusal of an id that nothing has. Example: `notFound('target', 'x.1')`. */
export const notFound = (thing: string, id: string): AppError =>
  new AppError('not_found', `There is no ${thing} with the id ${JSON.stringify(id)}.`)
