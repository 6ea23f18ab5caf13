export type Loop = { start (): void, wake (): void, stop (): Promise<void> }

type LoopOptions = {
  /** One piece of work. @returns whether there is more to do at once */
  work: () => Promise<boolean>
  /** How long to wait where there is nothing more, in milliseconds, or what tells it then; after failures in a row twice as long each time. */
  everyMs: number | (() => number)
  /** How long after it is woken it looks, so that it sees at once what comes close together. Default 0. */
  wakeAfterMs?: number
  onError: (error: unknown) => void
}

const LONGEST_WAIT_MS = 60_000

/**
 * Does a piece of work again and again in the background, one at a time. `wake` has it look soon instead of waiting; `stop` waits
 * for the piece under way and starts no other. What the work throws goes to `onError`, and the loop goes on, slower while it fails.
 */
export function createLoop ({ work, everyMs, wakeAfterMs = 0, onError }: LoopOptions): Loop {
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
      if (!isStopped) schedule(isWoken ? wakeAfterMs : afterMs)
    })
  }

  async function piece (): Promise<number> {
    const waitMs = (): number => typeof everyMs === 'number' ? everyMs : everyMs()
    try {
      const hasMore = await work()
      failures = 0
      return hasMore ? 0 : waitMs()
    } catch (error) {
      failures++
      onError(error)
      return Math.min(waitMs() * 2 ** Math.min(failures, 20), Math.max(LONGEST_WAIT_MS, waitMs()))
    }
  }

  function start (): void {
    if (!isStopped) return
    isStopped = false
    if (underWay === undefined) schedule(0)
  }

  function wake (): void {
    // Who is woken again and again still looks.
    if (isWoken) return
    isWoken = true
    if (!isStopped && underWay === undefined) schedule(wakeAfterMs)
  }

  async function stop (): Promise<void> {
    isStopped = true
    clearTimeout(timer)
    await underWay
  }

  return { start, wake, stop }
}
