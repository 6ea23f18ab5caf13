import { AppError } from '../domain/errors.ts'

/**
 * Work that is done so many at once; the rest waits, first come first served.
 * @param refusal what is said to those who come while `mostWaiting` wait
 */
export function createTurns (atOnce: number, mostWaiting: number, refusal: string) {
  const waiting = new Set<() => void>()
  let atWork = 0

  async function wait (signal?: AbortSignal): Promise<void> {
    if (waiting.size >= mostWaiting) throw new AppError('unavailable', refusal)
    await new Promise<void>((resolve, reject) => {
      function begin (): void {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      function leave (): void {
        waiting.delete(begin)
        reject(signal?.reason)
      }
      waiting.add(begin)
      signal?.addEventListener('abort', leave, { once: true })
    })
  }

  /** @throws AppError `unavailable` where too many wait; the signal's reason where it is given before the turn comes */
  async function take<T> (work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted()
    if (atWork < atOnce) atWork++
    else await wait(signal)
    try {
      return await work()
    } finally {
      // The turn is handed on, unless nobody waits for it.
      const [next] = waiting
      if (next === undefined) atWork--
      else {
        waiting.delete(next)
        next()
      }
    }
  }

  return { take }
}
