import { z } from 'zod'
import { AppError } from '../domain/errors.ts'
import { escapePointer } from './input.ts'

/** What of a thing is given where only that changes: every field may be left out, those of an object inside too, and null clears those that need not be there. */
export const patchOf = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, field instanceof z.ZodOptional ? field.nullable() : z.optional(field instanceof z.ZodObject ? partOf(field) : field as z.ZodType)])))

/** An object whose rules are checked when the whole is there. */
const partOf = ({ shape }: z.ZodObject) => z.strictObject(shape).partial()

/**
 * The fields of a merge patch. What is cleared is not there any more when the whole is checked, so its name is looked at here.
 * @param of the schema of what changes, or of the patch
 * @param elsewhere those that have paths of their own
 * @throws AppError `invalid_request`
 */
export function patchFields (patch: unknown, { shape }: Pick<z.ZodObject, 'shape'>, elsewhere: readonly string[] = []): Record<string, unknown> {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) throw new AppError('invalid_request', 'The input: is not an object of the fields that change', [{ pointer: '', code: 'invalid_type', detail: 'is not an object of the fields that change' }])
  const unknown = Object.entries(patch).find(([name, value]) => value === null && !Object.hasOwn(shape, name) && !elsewhere.includes(name))?.[0]
  if (unknown !== undefined) throw unknownField(unknown)
  const wrong = elsewhere.find(name => name in patch)
  if (wrong === undefined) return patch as Record<string, unknown>
  const detail = `are not changed here: each of the ${wrong} is added, changed and removed by itself`
  throw new AppError('invalid_request', `/${wrong}: ${detail}`, [{ pointer: `/${wrong}`, code: 'unknown_field', detail }])
}

function unknownField (name: string): AppError {
  const [pointer, detail] = [`/${escapePointer(name)}`, 'is not a field of this object: check its spelling, or leave it out']
  return new AppError('invalid_request', `${pointer}: ${detail}`, [{ pointer, code: 'unknown_field', detail }])
}
