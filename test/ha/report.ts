import type { Findings } from './judge.ts'

/** Runs what is judged, prints each finding as good or BAD with its first problems, and ends the process: with 1 where anything is BAD. What still runs is ended by its number. */
export async function report (run: () => Promise<Findings>): Promise<never> {
  try {
    for (const [about, found] of Object.entries(await run())) {
      console.log(`${found.length === 0 ? 'good' : 'BAD '}  ${about}`)
      for (const problem of found.slice(0, 10)) console.log(`        ${problem.slice(0, 1_000)}`)
      if (found.length > 10) console.log(`        and ${found.length - 10} more`)
      if (found.length > 0) process.exitCode = 1
    }
  } catch (error) {
    // What the run says of itself needs no stack.
    console.error(error instanceof Error && error.constructor === Error ? error.message : error)
    process.exitCode = 1
  }
  process.exit()
}
