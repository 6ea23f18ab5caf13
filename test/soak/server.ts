import type { ChildProcess } from 'node:child_process'
import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { START } from '../bench/program.ts'
import { ADMIN_KEY } from '../ha/instances.ts'
import { type Processes, until } from '../ha/processes.ts'
import { freePort } from '../support/free-port.ts'
import { dayOf } from './days.ts'
import type { Weather } from './weather.ts'

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const STORED = /storage_full|SQLITE_FULL|disk is full/
/** Connections of before a kill are found broken so long after it. */
const AFTER_KILL_MS = 5_000
const CLOCK_PATIENCE_MS = 10_000

export type Server = Awaited<ReturnType<typeof openServer>>

/** The server as `npm start` runs it, on one file and one port, with a clock that can be moved. @param begin what its clock shows first */
export async function openServer ({ processes, databaseUrl, begin, weather }: { processes: Processes, databaseUrl: string, begin: number, weather: Weather }) {
  const clockFile = join(processes.folder, 'clock')
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const env = { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port), BOOTSTRAP_ADMIN_KEY: ADMIN_KEY, LOG_LEVEL: 'warn', RATE_LIMIT: 'off', PLAYGROUND: 'off', WEBHOOK_TARGETS: 'any', SOAK_CLOCK: clockFile }
  const args = ['--import', pathOf('./clock.ts'), ...START.slice(0, -1), pathOf(`../../${START.at(-1)}`)]
  let child: ChildProcess
  let [offset, earlierOffset] = [0, 0]

  function keepOffset (value: number): void {
    [offset, earlierOffset] = [value, offset]
    writeFileSync(`${clockFile}.new`, String(value))
    renameSync(`${clockFile}.new`, clockFile)
  }

  async function start (): Promise<void> {
    const started = child = processes.start({ name: 'server', program: process.execPath, args, env })
    await until('the server is ready (see server.log)', async () => {
      if (started.exitCode !== null) throw new Error('ended')
      return (await fetch(`${base}/health/ready`, { signal: AbortSignal.timeout(2_000) })).ok
    }, { withinMs: 60_000, everyMs: 20 })
  }

  /** Kills it with -9 and starts it again on the same file and port. @returns how long nobody was answered, in milliseconds */
  async function kill (): Promise<number> {
    weather.begin('killed')
    const began = performance.now()
    await processes.kill(child)
    await start()
    weather.end('killed', AFTER_KILL_MS)
    return performance.now() - began
  }

  /** Sets its clock, and waits until it shows so. */
  async function setClock (instant: number): Promise<void> {
    keepOffset(instant - Date.now())
    child.kill('SIGUSR2')
    await until('the server has the new time', async () => {
      const answer = await fetch(`${base}/v1/targets/frederikssund-2024.3a/status`, { headers: { authorization: `Bearer ${ADMIN_KEY}` } })
      const { knownAt } = await answer.json() as { knownAt: string }
      return Math.abs(Date.parse(knownAt) - now()) < CLOCK_PATIENCE_MS
    }, { withinMs: CLOCK_PATIENCE_MS, everyMs: 20 })
    earlierOffset = offset
  }

  const now = (): number => Date.now() + offset
  /** The Danish days that it may be to the server at this moment: two while its clock is being set. */
  const today = (): string[] => [...new Set([offset, earlierOffset].map(one => dayOf(Date.now() + one)))]

  /** Lines of the log that are errors, but for those of a full disk. */
  const errors = (): string[] => lines().filter(({ level, text }) => level >= 50 && !STORED.test(text)).map(({ text }) => text.slice(0, 600))
  /** What it logged, with how often. */
  const said = (): Map<string, number> => {
    const counts = new Map<string, number>()
    for (const { what } of lines()) counts.set(what, (counts.get(what) ?? 0) + 1)
    return counts
  }
  const lines = (): { level: number, what: string, text: string }[] => processes.log('server').split('\n').flatMap(text => {
    if (!text.startsWith('{"level"')) return /^\s|^$|Målopfølgning/.test(text) ? [] : [{ level: 60, what: text, text }]
    const { level, msg, err } = JSON.parse(text) as { level: number, msg: string, err?: { code?: string } }
    return [{ level, what: `${msg}${err?.code === undefined ? '' : ` (${err.code})`}`, text }]
  })

  keepOffset(begin - Date.now())
  earlierOffset = offset
  await start()
  return { base, kill, setClock, now, today, errors, said, pid: () => child.pid!, hasEnded: () => child.exitCode !== null || child.signalCode !== null }
}
