import type { Database as Connection, Statement as Prepared } from 'better-sqlite3'
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

/** A short list that waits for its turn, and what is told of it. */
type Waiting = { list: Planned[], outcome: PromiseWithResolvers<void>, error?: unknown }

/**
 * Writes lists of statements on one connection, each all or nothing. Short lists that come in one turn of the event loop share a transaction:
 * its commit waits for the disk, which takes longer than they do. A long one has a transaction of its own, in slices of a few milliseconds, so
 * that requests are answered in between.
 */
export function createWriter (connection: Connection, { readersElsewhere, patienceMs, run, checkpoint }: WriterOptions) {
  const [savepoint, release, undo] = ['savepoint list', 'release list', 'rollback to list'].map(text => connection.prepare(text)) as [Prepared, Prepared, Prepared]
  const waiting: Waiting[] = []
  let isAwaited = false
  let underWay = 0
  let last: Promise<void> = Promise.resolve()
  let checkpoints: Promise<void> = Promise.resolve()

  async function write (list: Planned[]): Promise<void> {
    if (!isShort(list)) return await inTurn(async () => { await begin(); await inSlices(list) })
    const outcome = Promise.withResolvers<void>()
    waiting.push({ list, outcome })
    awaitTurn()
    return await outcome.promise
  }

  async function inTurn (work: () => Promise<void>): Promise<void> {
    underWay++
    const turn = last.then(work)
    last = turn.catch(() => {}).finally(() => { underWay-- })
    return await turn
  }

  function awaitTurn (): void {
    if (isAwaited || waiting.length === 0) return
    isAwaited = true
    // It refuses nothing itself: whoever waits is told.
    inTurn(writeWaiting).catch(() => {})
  }

  async function writeWaiting (): Promise<void> {
    const taken: Waiting[] = []
    // Whoever asks in this turn of the event loop is with them.
    await setImmediate()
    try {
      await begin()
      finish(() => { runTogether(taken) })
      for (const { outcome, error } of taken) {
        if (error === undefined) outcome.resolve()
        else outcome.reject(error)
      }
    } catch (error) {
      if (taken.length === 0) taken.push(...waiting.splice(0))
      for (const { outcome } of taken) outcome.reject(error)
    }
    isAwaited = false
    awaitTurn()
  }

  /** Runs as many of the lists that wait as fit into a slice; what one of them did that failed is undone. */
  function runTogether (taken: Waiting[]): void {
    // What fails alone is undone with its transaction.
    if (waiting.length === 1) {
      taken.push(waiting.shift()!)
      return runAll(taken[0]!.list)
    }
    const sliceEnds = performance.now() + SLICE_MS
    do {
      const one = waiting.shift()!
      taken.push(one)
      savepoint.run()
      try {
        runAll(one.list)
      } catch (error) {
        // A full disk may have ended the transaction, and with it all others.
        if (!connection.inTransaction) throw error
        one.error = error
        undo.run()
      }
      release.run()
    } while (waiting.length > 0 && performance.now() < sliceEnds)
  }

  function runAll (list: Planned[]): void {
    for (const statement of statementsOf(list)) run(statement)
  }

  async function inSlices (list: Planned[]): Promise<void> {
    if (!readersElsewhere) return finish(() => { runAll(list) })
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

  return { write, idle, load: () => ({ used: Math.min(underWay, 1), waiting: Math.max(underWay - 1, 0) + Math.max(waiting.length - 1, 0) }) }
}

function isShort (list: Planned[]): boolean {
  if (list.length > SHORT.statements || list.some(planned => typeof planned === 'function')) return false
  return [...statementsOf(list)].reduce((sum, { params }) => sum + params.length, 0) <= SHORT.params
}
