import { setImmediate } from 'node:timers/promises'
import { AppError } from '../src/domain/errors.ts'
import { LIMITS } from './limits.ts'

/** What a request may still cost. One unit is one thing in a list of its answer; a status counts five, for it is computed, and so does a change. */
export type Budget = ReturnType<typeof createBudget>
export const STATUS_COST = 5
export const CHANGE_COST = 5

/** Up to so many fields a query may spend all of its budget; a wider one has less, so that fields times things stay bounded. */
const NARROW = 50
/** About so many units are answered in one turn of the event loop. */
const UNITS_PER_TURN = 1_000

/**
 * The budget of one request: what a query costs is known only as its lists are read, so that is when it is counted. Its time runs from now.
 * @param limits `cost` in units, `time` in milliseconds
 */
export function createBudget ({ cost: units = LIMITS.cost, time = LIMITS.time }: { cost?: number, time?: number } = {}) {
  const began = performance.now()
  let most = units
  let spent = 0
  let refusal: AppError | undefined
  let sinceTurn = 0
  let turn: Promise<void> | undefined

  /** Fits the budget to a query of so many fields. */
  function fit (fields: number): void {
    most = Math.floor(units * NARROW / Math.max(NARROW, fields))
  }

  /** @throws AppError `invalid_request` where that is more than is left, or no time is left */
  function spend (cost: number): void {
    checkTime()
    // One error for all that comes after: making thousands of them takes longer than the query.
    if (refusal !== undefined) throw refusal
    spent += cost
    sinceTurn += cost
    if (spent <= most) return
    const detail = `costs ${spent} so far, and ${most} is the most for it (one for each thing in its lists, ${STATUS_COST} for each status): narrow it, or ask in several queries`
    throw refusal = new AppError('invalid_request', `The query ${detail}.`, [{ pointer: '/query', code: 'query_too_costly', detail }], { cost: spent, limit: most })
  }

  /** What to wait for before going on, where much was answered in this turn of the event loop: others are served in between. */
  function pause (): Promise<void> | undefined {
    if (sinceTurn >= UNITS_PER_TURN) {
      sinceTurn = 0
      turn = (turn ?? Promise.resolve()).then(() => setImmediate())
    }
    return turn
  }

  const elapsed = (): number => Math.round(performance.now() - began)

  function timeout (): AppError {
    const took = elapsed()
    const detail = `has taken ${took} ms, at a cost of ${spent} so far, and ${time} ms is the most: narrow it, or ask in several queries`
    return new AppError('invalid_request', `The query ${detail}.`, [{ pointer: '/query', code: 'query_timeout', detail }], { cost: took, limit: time })
  }

  /** @throws AppError `invalid_request` where no time is left */
  function checkTime (): void {
    if (elapsed() >= time) throw timeout()
  }

  /** Reads while there is time, and does not wait for longer: what is read later is dropped. Not for what writes. */
  async function within<T> (read: () => Promise<T>): Promise<T> {
    checkTime()
    const { promise: late, reject } = Promise.withResolvers<never>()
    const timer = setTimeout(() => reject(timeout()), Math.max(1, time - elapsed()))
    try {
      return await Promise.race([read(), late])
    } finally {
      clearTimeout(timer)
    }
  }

  /** Counts what a field answers, and answers it. */
  function counted<T> (answer: T): T {
    if (Array.isArray(answer)) spend(answer.length)
    else if (typeof answer === 'object' && answer !== null && 'edges' in answer && Array.isArray(answer.edges)) spend(answer.edges.length)
    return answer
  }

  return { fit, spend, pause, within, checkTime, counted }
}
