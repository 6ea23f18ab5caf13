export type Loop = { start (): void, wake (): void, stop (): Promise<void> }

type LoopOptions = {
  /** One piece of work. @returns whether there is more to do at once */
  work: () => Promise<boolean>
  /** How long to wait where there is nothing more, in milliseconds; after failures in a row twice as long each time. */
  everyMs: number
  onError: (error: unknown) => void
}

const LONGEST_WAIT_MS = 60_000

/**
 * Does a piece of work again and again in the background, one at a time. `wake` has it look at once instead of waiting; `stop` waits
 * for the piece under way and starts no other. What the work throws goes to `onError`, and the loop goes on, slower while it fails.
 */
export function createLoop ({ work, everyMs, onError }: LoopOptions): Loop {
  let timer: NodeJS.Timeout | undefined
  let underWay: Promise<void> | undefined
  let isStopped = true
  let isWoken = false
  let failures = 0

  function schedule (afterMs: number): void {
    clearTimeout(timer)
    timer = setTimeout(run, afterMs)
    // A process that has nothing else to do may end.
    timer.unref()
  }

  function run (): void {
    isWoken = false
    underWay = piece().then(afterMs => {
      underWay = undefined
      if (!isStopped) schedule(isWoken ? 0 : afterMs)
    })
  }

  async function piece (): Promise<number> {
    try {
      const hasMore = await work()
      failures = 0
      return hasMore ? 0 : everyMs
    } catch (error) {
      failures++
      onError(error)
      return Math.min(everyMs * 2 ** Math.min(failures, 20), Math.max(LONGEST_WAIT_MS, everyMs))
    }
  }

  function start (): void {
    if (!isStopped) return
    isStopped = false
    if (underWay === undefined) schedule(0)
  }

  function wake (): void {
    isWoken = true
    if (!isStopped && underWay === undefined) schedule(0)
  }

  async function stop (): Promise<void> {
    isStopped = true
    clearTimeout(timer)
    await underWay
  }

  return { start, wake, stop }
}
