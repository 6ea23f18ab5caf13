import { AppError } from '../src/domain/errors.ts'
import { LIMITS } from './limits.ts'

/** What a request may still cost. One unit is one thing in a list of its answer; a status counts five, for it is computed, and so does a change. */
export type Budget = ReturnType<typeof createBudget>
export const STATUS_COST = 5
export const CHANGE_COST = 5

/** Up to so many fields a query may spend all of its budget; a wider one has less, so that fields times things stay bounded. */
const NARROW = 50

/** The budget of one request: what a query costs is known only as its lists are read, so that is when it is counted. */
export function createBudget (units: number = LIMITS.cost) {
  let most = units
  let spent = 0

  /** Fits the budget to a query of so many fields. */
  function fit (fields: number): void {
    most = Math.floor(units * NARROW / Math.max(NARROW, fields))
  }

  /** @throws AppError `invalid_request` where that is more than is left */
  function spend (cost: number): void {
    spent += cost
    if (spent <= most) return
    const detail = `costs more than ${most} (one for each thing in its lists, ${STATUS_COST} for each status): narrow it, or ask in several queries`
    throw new AppError('invalid_request', `The query ${detail}.`, [{ pointer: '/query', code: 'query_too_costly', detail }])
  }

  /** Counts what a field answers, and answers it. */
  function counted<T> (answer: T): T {
    if (Array.isArray(answer)) spend(answer.length)
    else if (typeof answer === 'object' && answer !== null && 'edges' in answer && Array.isArray(answer.edges)) spend(answer.edges.length)
    return answer
  }

  return { fit, spend, counted }
}
