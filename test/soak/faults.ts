import { setTimeout } from 'node:timers/promises'
import { until } from '../ha/processes.ts'
import type { Written } from '../ha/writers.ts'
import type { LoadClient } from './client.ts'
import { dayOf, type Step } from './days.ts'
import type { Disk } from './disk.ts'
import type { Load } from './load.ts'
import { median, residentOf, type Sample } from './samples.ts'
import type { Server } from './server.ts'
import { readSlowly } from './slow.ts'
import type { Weather } from './weather.ts'

/** So much more memory may be taken while 16 clients read slowly: less than their answers, of 4 to 15 MB each, beside what garbage comes and goes. */
const SLOW_MB = 100
/** A key is believed to be under way so long after its server was killed: a clock that goes back meanwhile makes it an hour more. */
const AFTER_KILL_MS = 45_000
const HOUR = 3_600_000

type World = { server: Server, disk: Disk | null, client: LoadClient, load: Load, written: Written, weather: Weather, samples: Sample[], say: (text: string) => void }
export type Fault = { at: number, name: string, happen: () => Promise<unknown> }

/** What happens in a run of so many minutes, in order; `at` is the share of the run that is over then. Kills are in its first quarter only, so that the rest is one life. */
export function faultsOf ({ minutes, steps }: { minutes: number, steps: Step[] }, world: World) {
  const { server, disk, client: { counts, problems }, load, written, weather, samples, say } = world
  const done = new Map<string, number>()
  const wrong: string[] = []
  let killedAt = -Infinity
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

  async function kill (): Promise<void> {
    const gap = await server.kill()
    killedAt = performance.now()
    say(`killed with -9, ready again after ${seconds(gap)}`)
  }

  async function fillDisk (forMs: number): Promise<void> {
    const [refused, read] = [counts.full, counts.readWhileFull]
    weather.begin('full')
    const began = performance.now()
    // What the database had made room for it still has: the disk is filled again until nothing goes any more.
    while (counts.full === refused && performance.now() - began < 60_000) {
      await disk!.fill()
      await setTimeout(100)
    }
    if (counts.full === refused) wrong.push('the disk is full, and no write was answered with 507 within a minute')
    for (const end = performance.now() + forMs; performance.now() < end; await setTimeout(500)) await disk!.fill()
    disk!.free()
    const freed = performance.now()
    const last = written.acknowledgedAt.length
    await until('writes are acknowledged again', () => written.acknowledgedAt.length > last, { withinMs: 60_000, everyMs: 20 })
    weather.end('full', 1_000)
    if (counts.readWhileFull === read) wrong.push('nothing was read while the disk was full')
    say(`the disk full for ${seconds(freed - began)}: ${counts.full - refused} writes answered with 507, ${counts.readWhileFull - read} reads answered; the first write again after ${seconds(performance.now() - freed)}`)
  }

  async function slowReaders (forMs: number): Promise<void> {
    const before = median(samples.slice(-6).map(({ resident }) => resident))
    const [pid, works, began] = [server.pid(), load.done.works, performance.now()]
    let most = 0
    weather.begin('slow')
    const watch = setInterval(() => { if (server.pid() === pid) most = Math.max(most, residentOf(pid)) }, 500)
    const { clients, letGo } = await readSlowly(server.base, forMs).finally(() => { clearInterval(watch) })
    weather.end('slow')
    const perSecond = (load.done.works - works) / (performance.now() - began) * 1000
    say(`${clients} slow readers for ${seconds(forMs)} (${letGo} let go by the server): ${Math.round(most - before)} MB more resident at most, ${Math.round(perSecond)} requests a second answered to others`)
    if (most - before > SLOW_MB) wrong.push(`${Math.round(most - before)} MB more than before are resident while ${clients} clients read slowly`)
  }

  async function moveClock ({ what, to, back }: Step): Promise<void> {
    if (to === undefined) {
      const wait = killedAt + AFTER_KILL_MS - performance.now()
      if (wait > 0) await setTimeout(wait)
      await server.setClock(server.now() - back)
    } else await load.withoutWrites(async () => { await server.setClock(to) })
    const [instant, problem] = [server.now(), problems.length]
    await setTimeout(10_000)
    say(`the clock: ${what}, ${new Date(instant).toISOString()} (${dayOf(instant)}, 10 s later ${dayOf(server.now())})${problems.length > problem ? ', with problems' : ''}`)
  }

  const spread = (name: string, count: number, from: number, to: number, happen: (number: number) => Promise<unknown>): Fault[] =>
    Array.from({ length: count }, (_, number) => ({ at: from + (to - from) * (number + 0.5) / count, name, happen: async () => await happen(number) }))
  const isShort = minutes < 15
  const list = [
    ...spread('kill', Math.max(1, Math.round(minutes / 10)), 0, 0.24, kill),
    ...disk === null ? [] : spread('full disk', Math.max(1, Math.round(minutes / 10)), 0.2, 0.98, async () => await fillDisk(isShort ? 5_000 : 15_000)),
    ...spread('slow readers', Math.max(1, Math.round(minutes / 10)), 0.1, 0.95, async () => await slowReaders(isShort ? 10_000 : 30_000)),
    ...spread('clock', steps.length, 0.02, 0.9, async number => await moveClock(steps[number]!))
  ].sort((a, b) => a.at - b.at)

  /** Has all happen, one after another. */
  async function run (began: number, lastsMs: number): Promise<void> {
    for (const { at, name, happen } of list) {
      await setTimeout(Math.max(0, began + at * lastsMs - performance.now()))
      await happen()
      done.set(name, (done.get(name) ?? 0) + 1)
    }
    await setTimeout(Math.max(0, began + lastsMs - performance.now()))
  }

  /** Two hours more, so that all deliveries that were to be sent again are due. */
  const passTime = async (): Promise<void> => { await server.setClock(server.now() + 2 * HOUR) }

  return { run, passTime, done, wrong }
}
