// Lives through made-up lives of the server, on SQLite and PostgreSQL in step, and compares every answer with a small model:
//   npm run test:model -- --runs 200 --seed 7 --steps 30
//   npm run test:model -- --runs 1 --seed 7 --shrinking 600    (seconds to look for a shorter life in)
//   TEST_POSTGRES_URL=postgres://… npm run test:model     (a server to make databases on; else one is started; TEST_POSTGRES=off: SQLite alone)
// What is wrong is printed with the shortest life that shows it, and ends the run with 1.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { live } from './live.ts'
import { type Step, steps } from './steps.ts'

type Wrong = { life: readonly Step[], message: string }

const { values } = parseArgs({ options: { runs: { type: 'string', default: '20' }, seed: { type: 'string', default: String(Date.now() % 1e9) }, steps: { type: 'string', default: '25' }, shrinking: { type: 'string', default: '60' } } })
const [runs, seed, most] = [Number(values.runs), Number(values.seed), Number(values.steps)]

/** A PostgreSQL server of our own; null where there is to be none. */
async function startPostgres (): Promise<{ url: string | null, holder: ChildProcess | null }> {
  const { TEST_POSTGRES, TEST_POSTGRES_URL = null } = process.env
  if (TEST_POSTGRES === 'off' || TEST_POSTGRES_URL !== null) return { url: TEST_POSTGRES_URL, holder: null }
  const holder = fork(fileURLToPath(new URL('../support/postgres-server.ts', import.meta.url)), { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [told] = await once(holder, 'message') as [{ url?: string, missing?: string }]
  if (told.url === undefined) throw new Error(`PostgreSQL does not start: ${told.missing}. TEST_POSTGRES=off goes without.`)
  return { url: told.url, holder }
}

const { url, holder } = await startPostgres()
const done: Record<string, number> = {}
const began = Date.now()
console.log(`seed ${seed}, ${runs} lives of up to ${most} steps, on SQLite${url === null ? '' : ' and PostgreSQL'}`)
for (let run = 0; run < runs && process.exitCode === undefined; run++) {
  const [life] = fc.sample(steps(most), { seed: seed + run, numRuns: 1 }) as [Step[]]
  for (const { doing } of life) done[doing.do] = (done[doing.do] ?? 0) + 1
  const wrong = await wrongIn(life)
  if (wrong !== null) await tell(seed + run, wrong)
  if ((run + 1) % 10 === 0) console.log(`${run + 1} lives in ${Math.round((Date.now() - began) / 1000)} s: ${Object.entries(done).toSorted().map(([name, count]) => `${name} ${count}`).join(', ')}`)
}

async function wrongIn (life: readonly Step[]): Promise<Wrong | null> {
  try {
    await live(life, url)
    return null
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { life, message: error.message }
  }
}

/** Prints the shortest life that was found in time. */
async function tell (seed: number, first: Wrong): Promise<void> {
  console.log(`\nWRONG  seed ${seed}: ${first.message}`)
  let shortest = first
  const until = Date.now() + 1_000 * Number(values.shrinking)
  const property = fc.asyncProperty(steps(most), async life => {
    if (Date.now() > until) return
    const wrong = await wrongIn(life)
    if (wrong === null) return
    shortest = wrong
    throw new Error(wrong.message)
  })
  if (Number(values.shrinking) > 0) await fc.check(property, { seed, numRuns: 1 })
  console.log(`\nThe shortest life that shows it: ${shortest.message}\n${JSON.stringify(shortest.life)}`)
  process.exitCode = 1
}

if (holder !== null) {
  const ended = once(holder, 'exit')
  holder.disconnect()
  await ended
}
if (process.exitCode === undefined) console.log('Nothing is wrong.')
