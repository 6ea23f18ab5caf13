import { setTimeout } from 'node:timers/promises'
import type { createReads } from './reads.ts'
import type { createWrites } from './writes.ts'

/** How often each write is chosen, beside the weights of the reads. */
const WEIGHTS: Record<string, number> = { a: 1, b: 1, c: 1, d: 3, e: 3, bigBatch: 0.25, importAndUndo: 0.5, editPlan: 0.7, remark: 0.3 }
const FOLLOW_EVERY_MS = 200

/** Requests over so many connections, as fast as they are answered or so many a second, reads and writes mixed by weight. */
export function createLoad ({ reads, writes, connections }: { reads: ReturnType<typeof createReads>, writes: ReturnType<typeof createWrites>, connections: number }) {
  const busy = new Set<string>()
  const choices: [name: string, weight: number, work: () => Promise<unknown>][] = [...reads.works, ...Object.entries(writes.works).map(([name, work]): [string, number, () => Promise<unknown>] => [name, WEIGHTS[name]!, work])]
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0)
  const done = { works: 0 }
  let rate = Infinity
  const state = { isOver: false }
  let arePaused = false

  function choose (): [string, () => Promise<unknown>] {
    let place = Math.random() * total
    for (const [name, weight, work] of choices) {
      place -= weight
      if (place < 0) return [name, work]
    }
    return choose()
  }

  /** One work after another; a writer that is at work is not disturbed, something else is done. */
  async function work (): Promise<void> {
    let due = performance.now()
    while (!state.isOver) {
      const [name, doIt] = choose()
      const isWrite = name in writes.works
      if (isWrite && (arePaused || busy.has(name))) continue
      if (isWrite) busy.add(name)
      await doIt()
      busy.delete(name)
      done.works++
      // Who was kept waiting makes up for a second of it, no more.
      due = Math.max(due + connections * 1000 / rate, performance.now() - 1_000)
      const wait = due - performance.now()
      if (wait > 1) await setTimeout(wait)
    }
  }

  async function follow (): Promise<void> {
    for (; !state.isOver; await setTimeout(FOLLOW_EVERY_MS)) await reads.follow()
  }

  const running = [...Array.from({ length: connections }, work), follow()]

  return {
    done,
    setRate: (requestsASecond: number): void => { rate = requestsASecond },
    /** Does something while no write is under way: what lies months before or after is no other write's doing. */
    withoutWrites: async (doIt: () => Promise<void>): Promise<void> => {
      arePaused = true
      while (busy.size > 0) await setTimeout(5)
      await doIt().finally(() => { arePaused = false })
    },
    stop: async (): Promise<void> => {
      state.isOver = true
      await Promise.all(running)
    }
  }
}

export type Load = ReturnType<typeof createLoad>
