import { isDeepStrictEqual } from 'node:util'
import { differenceOf } from './copies.ts'
import type { Json, Servers } from './servers.ts'
import { FIXED } from './world.ts'

const CODES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'k', 'l']
/** How far back a write may lie that was on its way when a status was read, where the machine is busy. */
const ON_ITS_WAY_MS = 10_000
const MOST = 400

/**
 * A reader of statuses that are computed from many figures: each must be what was known at the instant that it names, at one moment.
 * @param speed how many times faster the servers' clock goes
 */
export function createWitness ({ read, list }: Servers, speed: number) {
  const seen: Json[] = []
  const problems: string[] = []
  const counts = { reads: 0, asked: 0 }

  async function follow (state: { isOver: boolean }): Promise<void> {
    while (!state.isOver) {
      for (const code of CODES) {
        if (state.isOver) return
        const status = await read(`/v1/targets/${FIXED}.${code}/status`)
        counts.reads++
        if (Math.random() < 0.2 && seen.length < MOST) seen.push(status)
      }
    }
  }

  /** Asks again for what was known then. A write that had its instant and was not there yet is left out by asking for the moment before it. */
  async function judge (): Promise<void> {
    const instants = (await list('/v1/imports', true)).map(({ recordedAt }) => Date.parse(recordedAt)).sort((a, b) => b - a)
    for (const status of seen) {
      const known = Date.parse(status.knownAt)
      const moments = [known, ...instants.filter(at => at <= known && at > known - ON_ITS_WAY_MS * speed).map(at => at - 1)]
      let first: Json
      let isTrue = false
      for (const moment of moments) {
        counts.asked++
        const then = await read(`/v1/targets/${status.target}/status?asOf=${status.asOf}&knownAt=${new Date(moment).toISOString()}`)
        first ??= then
        isTrue = isDeepStrictEqual({ ...then, knownAt: null }, { ...status, knownAt: null })
        if (isTrue) break
      }
      if (!isTrue) problems.push(`${status.target} as known at ${status.knownAt} was never so: ${differenceOf({ ...status, knownAt: null }, { ...first, knownAt: null })}`)
    }
  }

  return { follow, judge, problems, counts }
}
