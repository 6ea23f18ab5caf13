import { setImmediate } from 'node:timers/promises'

/** Lets so many pieces of work run at a time; the others wait in line, so that queries are answered in between. */
export function createGate (most: number) {
  const line: (() => void)[] = []
  let running = 0

  return async function through<T> (work: () => Promise<T>): Promise<T> {
    if (running === most) await new Promise<void>(resolve => line.push(resolve))
    else running++
    try {
      // Work that waits for nothing would otherwise follow work without a pause.
      await setImmediate()
      return await work()
    } finally {
      const next = line.shift()
      if (next === undefined) running--
      else next()
    }
  }
}
