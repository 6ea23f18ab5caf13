import { AppError } from '../domain/errors.ts'
import type { PlanPutOptions } from '../services/plans.ts'

/** The entity tag of a version. In what is read a dot and what tags other reads follow in it, see etags.ts. */
export const etagOf = (version: number): string => `"${version}"`

const TAG_LIST = /^\s*(?:W\/)?"[\x21\x23-\x7e]*"(?:\s*,\s*(?:W\/)?"[\x21\x23-\x7e]*")*\s*$/
const NEVER = -1

/**
 * What a put is made on top of, from `If-Match` and `If-None-Match` (RFC 9110).
 * @throws AppError `invalid_request` naming the header
 */
export function preconditionOf (headers: { 'if-match'?: string, 'if-none-match'?: string }): Pick<PlanPutOptions, 'expectedVersion' | 'mustBeNew'> {
  const { 'if-match': match, 'if-none-match': noneMatch } = headers
  if (noneMatch !== undefined && noneMatch.trim() !== '*') throw refused('If-None-Match', 'takes only *, for a plan that must be new')
  return { ...match !== undefined && { expectedVersion: versionsOf(match) }, ...noneMatch !== undefined && { mustBeNew: true } }
}

/** The versions that an `If-Match` names. A weak or foreign tag matches none. */
function versionsOf (header: string): number[] | 'any' {
  if (header.trim() === '*') return 'any'
  if (!TAG_LIST.test(header)) throw refused('If-Match', 'is not an ETag: send it with its quotes, as it was answered, such as "3"')
  return header.split(',').map(tag => Number(/^\s*"([1-9]\d{0,14})(?:\.[\w-]{1,100})?"\s*$/.exec(tag)?.[1] ?? NEVER))
}

function refused (header: string, detail: string): AppError {
  return new AppError('invalid_request', `${header}: ${detail}`, [{ pointer: header, code: 'invalid_value', detail }])
}
