import { readdirSync, readFileSync } from 'node:fs'
import { ADMIN_KEY } from '../ha/instances.ts'
import type { Server } from './server.ts'

/** What the process took at an instant of `performance.now()`; memory in megabytes, the delay of its event loop (since the sample before) in milliseconds. */
export type Sample = { at: number, resident: number, files: number, delayMs: number, longestMs: number }

/** The memory that a process has resident, in megabytes. */
export const residentOf = (pid: number): number => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

/** Looks at the server again and again, until told to stop; not while it is started again. */
export function createSampler (server: Server, everyMs: number) {
  const samples: Sample[] = []
  const look = async (): Promise<void> => {
    const pid = server.pid()
    const [resident, files] = [residentOf(pid), readdirSync(`/proc/${pid}/fd`).length]
    const answer = await fetch(`${server.base}/metrics`, { headers: { authorization: `Bearer ${ADMIN_KEY}` } })
    const text = await answer.text()
    const seconds = (name: string): number => Number(new RegExp(`^nodejs_eventloop_lag_${name}_seconds (\\S+)`, 'm').exec(text)?.[1])
    samples.push({ at: performance.now(), resident, files, delayMs: seconds('p99') * 1000, longestMs: seconds('max') * 1000 })
  }
  const timer = setInterval(() => { look().catch(() => {}) }, everyMs)
  return { samples, stop: () => { clearInterval(timer) } }
}

/** The number below which a share of them lie; NaN of none. */
export function quantile (numbers: number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}
export const median = (numbers: number[]): number => quantile(numbers, 0.5)

/** What fell into each quarter of a stretch of time. */
export const quarters = <T extends { at: number }> (those: T[], from: number, to: number): T[][] =>
  [0, 1, 2, 3].map(quarter => those.filter(({ at }) => at >= from + (to - from) * quarter / 4 && at < from + (to - from) * (quarter + 1) / 4))
