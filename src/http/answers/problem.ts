import { z } from 'zod'
import { AppError, ERROR_CODES, type ErrorCode } from '../../domain/errors.ts'
import { problemOf } from '../errors.ts'
import { batchSummary, refusedBatchExample } from './measurement.ts'
import { conflictExample, documentChanges } from './plan-write.ts'

const place = z.strictObject({
  pointer: z.string().meta({ description: 'A JSON pointer (RFC 6901) into the body, `?name` for a query parameter, or the name of a header.' }),
  code: z.string().meta({ description: 'What is wrong, for programs.' }),
  detail: z.string().meta({ description: 'What is wrong, for people.' })
})

const members = {
  type: z.string().meta({ description: 'A stable URI for each code: `urn:problem:maalopfoelgning:` and the code.' }),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().meta({ description: 'What happened, where, and what to do.' }),
  instance: z.string().meta({ description: 'The path that was asked.' }),
  code: z.enum(ERROR_CODES)
}

export const problemDetails = z.strictObject({ ...members, errors: z.array(place).min(1).optional().meta({ description: 'Every place that is wrong, where places can be told.' }) })
  .meta({ id: 'ProblemDetails', description: 'A refusal (RFC 9457).' })

export const batchRefusal = z.strictObject({ ...members, code: z.literal('batch_refused'), ...batchSummary.shape })
  .meta({ id: 'BatchRefusal', description: 'A refused batch: a problem with the summary of the batch; the counts say what would have happened.' })

export const versionConflict = z.strictObject({
  ...members,
  code: z.literal('version_conflict'),
  currentVersion: z.number().int().optional().meta({ description: 'The version that is there.' }),
  changesSince: z.number().int().nullable().optional().meta({ description: 'The version that the change was made on top of; null where there is no such version.' }),
  changes: documentChanges.optional().meta({ description: 'What others changed since.' }),
  moreChanges: z.number().int().optional().meta({ description: 'How many changes more there are than can be shown here.' })
}).meta({ id: 'VersionConflict', description: 'A conflict: a problem with what is different since the version that the change was made on top of.' })

/** Refusals that say more than other problems do, and an example of what more. */
export const REFUSALS: Partial<Record<ErrorCode, { schema: z.ZodType, example: Record<string, unknown> }>> = {
  batch_refused: { schema: batchRefusal, example: refusedBatchExample },
  version_conflict: { schema: versionConflict, example: conflictExample }
}

const PLACES: Partial<Record<ErrorCode, { pointer: string, code: string, detail: string }>> = {
  invalid_request: { pointer: '?limit', code: 'too_big', detail: 'Too big: expected number to be <=500' },
  unprocessable: { pointer: '/goals/0/targets/0/indicator', code: 'unknown_indicator', detail: 'there is no indicator ledighed: put it first, at /v1/indicators/ledighed' },
  reason_required: { pointer: '?reason', code: 'reason_required', detail: 'is needed to change an adopted plan' }
}

/** What a refusal looks like, for the documentation. */
export function problemExample (code: ErrorCode): object {
  const place = PLACES[code]
  const message = place === undefined ? EXPLAINED[code] : `${place.pointer}: ${place.detail}`
  return problemOf(new AppError(code, message, place === undefined ? [] : [place], REFUSALS[code]?.example ?? {}), '/v1/…')
}

/** When each refusal happens. */
export const EXPLAINED: Record<ErrorCode, string> = {
  invalid_request: 'A parameter, header or the body is not of the form asked for.',
  not_found: 'There is nothing with this id that the caller may see.',
  unauthenticated: 'There is no key where one is needed, or the key is not valid.',
  forbidden: 'The key lacks the scope, or is for other kommuner.',
  conflict: 'Another change of the same thing came first: look at it, then try again.',
  idempotency_key_reused: 'The Idempotency-Key was sent before with another request: send each request its own.',
  version_conflict: 'If-Match or If-None-Match does not hold: read the current version and put the change on top of it.',
  precondition_required: 'The thing exists: say by If-Match which version was changed.',
  reason_required: 'An adopted plan changes only with a reason.',
  batch_refused: 'Some rows cannot be recorded, so none was.',
  unprocessable: 'The content names something that does not exist, or cannot be judged.',
  frequency_locked: 'The indicator has measurements, so its frequency stays as it is.',
  rate_limited: 'Too many requests in a minute: Retry-After says how many seconds to wait.',
  payload_too_large: 'The body is larger than the server takes.',
  unsupported_media_type: 'The body is of a media type that this does not take.',
  not_acceptable: 'Accept takes none of the media types that this is answered in.',
  method_not_allowed: 'The path does not know this method: Allow names those it knows.',
  unavailable: 'The database cannot answer right now, too many files are being read, or the first request with this Idempotency-Key is still under way: try again after Retry-After seconds.',
  storage_full: 'The disk of the database is full, so nothing was written; reads are answered. Whoever runs the server must make room.',
  internal: 'Something went wrong here, and was logged.'
}
