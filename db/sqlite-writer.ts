import type { Database as Connection } from 'better-sqlite3'
import { setImmediate, setTimeout } from 'node:timers/promises'
import type { Statement } from './statements.ts'

const SLICE_MS = 4
const SHORT = { statements: 20, params: 2_000 }

type WriterOptions = {
  /** Whether others read on another connection meanwhile; if not, every list runs in one go. */
  readersElsewhere: boolean
  patienceMs: number
  run: (statement: Statement) => void
}

/**
 * Writes lists of statements on one connection, one list at a time, each all or nothing. A short list runs at once where none is under
 * way; a long one in slices of a few milliseconds, so that requests are answered in between. Others wait in a queue.
 */
export function createWriter (connection: Connection, { readersElsewhere, patienceMs, run }: WriterOptions) {
  let underWay = 0
  let last: Promise<void> = Promise.resolve()

  async function write (statements: Statement[]): Promise<void> {
    if (underWay === 0 && isShort(statements) && hasBegun()) return finish(() => { statements.forEach(run) })
    underWay++
    const turn = last.then(async () => { await begin(); await inSlices(statements) })
    last = turn.catch(() => {}).finally(() => { underWay-- })
    return await turn
  }

  async function inSlices (statements: Statement[]): Promise<void> {
    if (!readersElsewhere || isShort(statements)) return finish(() => { statements.forEach(run) })
    try {
      let sliceEnds = performance.now() + SLICE_MS
      for (const statement of statements) {
        if (performance.now() > sliceEnds) {
          await setImmediate()
          sliceEnds = performance.now() + SLICE_MS
        }
        run(statement)
      }
    } catch (error) {
      rollBack()
      throw error
    }
    finish(() => {})
  }

  // Waiting for another process happens here, not in the driver, which would stop the program.
  async function begin (): Promise<void> {
    const until = performance.now() + patienceMs
    while (!hasBegun(performance.now() >= until)) await setTimeout(15)
  }

  function hasBegun (isLastTry = false): boolean {
    try {
      connection.exec('begin immediate')
      return true
    } catch (error) {
      if (isLastTry || !String((error as { code?: string }).code).startsWith('SQLITE_BUSY')) throw error
      return false
    }
  }

  function finish (rest: () => void): void {
    try {
      rest()
      connection.exec('commit')
    } catch (error) {
      rollBack()
      throw error
    }
  }

  function rollBack (): void {
    if (connection.inTransaction) connection.exec('rollback')
  }

  /** Resolves when no list is under way. */
  async function idle (): Promise<void> {
    for (let seen: unknown = null; seen !== last;) await (seen = last)
  }

  return { write, idle }
}

const isShort = (statements: Statement[]): boolean =>
  statements.length <= SHORT.statements && statements.reduce((sum, { params }) => sum + params.length, 0) <= SHORT.params
