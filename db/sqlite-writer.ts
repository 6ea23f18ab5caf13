import type { Database as Connection } from 'better-sqlite3'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { type Planned, type Statement, statementsOf } from './statements.ts'

const SLICE_MS = 4
const SHORT = { statements: 20, params: 2_000 }
/** From how many statements on a list leaves so much in the log that moving it would stop the program. */
const VERY_LONG = 500

type WriterOptions = {
  /** Whether others read on another connection meanwhile; if not, every list runs in one go. */
  readersElsewhere: boolean
  patienceMs: number
  run: (statement: Statement) => void
  /** Moves what is in the log into the database, without stopping the program. */
  checkpoint: () => Promise<void>
}

/**
 * Writes lists of statements on one connection, one list at a time, each all or nothing. A short list runs at once where none is under
 * way; a long one in slices of a few milliseconds, so that requests are answered in between. Others wait in a queue.
 */
export function createWriter (connection: Connection, { readersElsewhere, patienceMs, run, checkpoint }: WriterOptions) {
  let underWay = 0
  let last: Promise<void> = Promise.resolve()
  let checkpoints: Promise<void> = Promise.resolve()

  async function write (list: Planned[]): Promise<void> {
    if (underWay === 0 && isShort(list) && hasBegun()) return finish(() => { runAll(list) })
    underWay++
    const turn = last.then(async () => { await begin(); await inSlices(list) })
    last = turn.catch(() => {}).finally(() => { underWay-- })
    return await turn
  }

  function runAll (list: Planned[]): void {
    for (const statement of statementsOf(list)) run(statement)
  }

  async function inSlices (list: Planned[]): Promise<void> {
    if (!readersElsewhere || isShort(list)) return finish(() => { runAll(list) })
    let ran = 0
    try {
      let sliceEnds = performance.now() + SLICE_MS
      for (const statement of statementsOf(list)) {
        if (performance.now() > sliceEnds) {
          await setImmediate()
          sliceEnds = performance.now() + SLICE_MS
        }
        run(statement)
        ran++
      }
    } catch (error) {
      rollBack()
      throw error
    }
    if (ran < VERY_LONG) return finish(() => {})
    connection.pragma('wal_autocheckpoint = 0')
    try {
      finish(() => {})
    } finally {
      checkpoints = checkpoints.then(checkpoint).catch(() => {}).finally(() => { connection.pragma('wal_autocheckpoint = 1000') })
    }
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
    await checkpoints
  }

  return { write, idle, underWay: () => underWay }
}

function isShort (list: Planned[]): boolean {
  if (list.length > SHORT.statements || list.some(planned => typeof planned === 'function')) return false
  return [...statementsOf(list)].reduce((sum, { params }) => sum + params.length, 0) <= SHORT.params
}
