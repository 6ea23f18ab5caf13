import { AppError } from '../domain/errors.ts'
import { createTurns } from '../services/turns.ts'

/**
 * What a request with a file takes up, until it is closed and its work has ended. `hold` says how many bytes it has in the memory by now,
 * and gives the refusal where that is too many; `inTurn` does its work when it is its turn; `signal` is for the work, to end when the
 * sender has gone.
 */
export type FileLoad = { signal: AbortSignal, hold: (bytes: number) => AppError | undefined, inTurn: <T>(work: () => Promise<T>) => Promise<T>, close: () => void }

const MOST_BYTES = 300 * 1024 * 1024
const WORKED_ON_AT_ONCE = 4
const MOST_WAITING = 100

/** Bounds what the files of a process take up: the bytes in the memory, how many are worked on at once, and how many wait for that. */
export function createFileLoads ({ mostBytes = MOST_BYTES, atOnce = WORKED_ON_AT_ONCE, mostWaiting = MOST_WAITING } = {}) {
  const turns = createTurns(atOnce, mostWaiting, `${mostWaiting} files wait to be read at this moment, and no more may: send this one again in a moment.`)
  let total = 0

  function open (): FileLoad {
    const gone = new AbortController()
    let held = 0
    let isAtWork = false

    function hold (bytes: number): AppError | undefined {
      // What comes after the end is not kept.
      const kept = gone.signal.aborted && !isAtWork ? 0 : bytes
      total += kept - held
      held = kept
      return total > mostBytes ? new AppError('unavailable', `The files that are being read at this moment have more than ${Math.floor(mostBytes / 1024 / 1024)} MB together: send this one again in a moment.`) : undefined
    }

    async function inTurn<T> (work: () => Promise<T>): Promise<T> {
      isAtWork = true
      try {
        return await turns.take(work, gone.signal)
      } finally {
        hold(0)
      }
    }

    function close (): void {
      gone.abort(new AppError('unavailable', 'The sender hung up while the file was read, so nothing was recorded.'))
      if (!isAtWork) hold(0)
    }

    return { signal: gone.signal, hold, inTurn, close }
  }

  return { open }
}
