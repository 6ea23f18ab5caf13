import { z } from 'zod'
import { AppError } from '../domain/errors.ts'

/** What of a thing is given where only that changes: every field may be left out, and null clears those that need not be there. */
export const patchOf = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, field instanceof z.ZodOptional ? field.nullable() : z.optional(field as z.ZodType)])))

/**
 * The fields of a merge patch.
 * @param elsewhere those that have paths of their own
 * @throws AppError `invalid_request`
 */
export function patchFields (patch: unknown, elsewhere: readonly string[] = []): Record<string, unknown> {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) throw new AppError('invalid_request', 'The input: is not an object of the fields that change', [{ pointer: '', code: 'invalid_type', detail: 'is not an object of the fields that change' }])
  const wrong = elsewhere.find(name => name in patch)
  if (wrong === undefined) return patch as Record<string, unknown>
  const detail = `are not changed here: each of the ${wrong} is added, changed and removed by itself`
  throw new AppError('invalid_request', `/${wrong}: ${detail}`, [{ pointer: `/${wrong}`, code: 'unknown_field', detail }])
}
