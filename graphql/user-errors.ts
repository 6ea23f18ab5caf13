import { AppError, type ErrorCode, type Problem } from '../src/domain/errors.ts'
import type { Bilingual } from '../src/domain/indicator.ts'
import { bilingual } from '../src/domain/messages.ts'
import type { DocumentChange } from '../src/services/plan-diff.ts'

/** What others changed meanwhile, as the service tells it. */
type Conflict = { currentVersion: number, changesSince: number | null, changes: DocumentChange[], moreChanges: number }
/** What the sender can mend; `path` names the argument and the place in it. */
export type UserError = { path: string[], code: string, message: Bilingual, conflict: Conflict | null }

/** Whether who sends a change can mend it by sending it otherwise. The rest takes another key, another id or another moment. */
const IS_MENDABLE = {
  invalid_request: true,
  unprocessable: true,
  conflict: true,
  version_conflict: true,
  precondition_required: true,
  reason_required: true,
  frequency_locked: true,
  batch_refused: true,
  not_found: false,
  unauthenticated: false,
  forbidden: false,
  idempotency_key_reused: false,
  rate_limited: false,
  payload_too_large: false,
  unsupported_media_type: false,
  method_not_allowed: false,
  not_acceptable: false,
  unavailable: false,
  storage_full: false,
  internal: false
} as const satisfies Record<ErrorCode, boolean>

/** The arguments of a mutation whose value is the input that services tell places in. */
const INPUTS = ['input', 'document']
/** Where a refusal belongs that names no place. */
const PLACES: Partial<Record<ErrorCode, string[]>> = { version_conflict: ['expectedVersion'], precondition_required: ['expectedVersion'], reason_required: ['reason'] }

/**
 * The path of a place that a service tells: `/rule/value` is `["input", "rule", "value"]`, `?reason` is `["reason"]`.
 * @param pointer a JSON pointer into the input, or `?name`
 * @param args the mutation's arguments, by the names that services know
 */
export function pathOf (pointer: string, args: object): string[] {
  const [, mark = '', rest = ''] = /^(\?\/?|\/)?(.*)$/s.exec(pointer) ?? []
  const path = rest === '' ? [] : rest.split('/').map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (mark.startsWith('?') || (path[0] !== undefined && path[0] in args)) return path
  const input = INPUTS.find(name => name in args)
  return input === undefined ? [] : [input, ...path]
}

/**
 * What is to be mended, of a refusal.
 * @param error what a service threw
 * @throws the error itself where it is nothing that the sender can mend
 */
export function userErrorsOf (error: unknown, args: object): UserError[] {
  const refusal = error instanceof RangeError ? new AppError('invalid_request', 'The input is nested too deeply.') : error
  if (!(refusal instanceof AppError) || !IS_MENDABLE[refusal.code]) throw refusal
  const { code, message, problems, members } = refusal
  const conflict = code === 'version_conflict' && 'changes' in members ? members as Conflict : null
  const told = (problem: Pick<Problem, 'code' | 'detail'>, path: string[]): UserError => ({ path, code: problem.code, message: bilingual(problem), conflict })
  return problems.length === 0 ? [told({ code, detail: message }, PLACES[code] ?? [])] : problems.map(problem => told(problem, pathOf(problem.pointer, args)))
}
