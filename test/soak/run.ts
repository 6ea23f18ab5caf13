// An hour at half load with faults, on SQLite, and what is left of it: kills with -9, a full disk, slow readers, and a clock that passes both
// changes of the clock and Danish midnight, and goes back. The full disk takes root, who may mount a small one.
//   npm run test:soak -- --minutes 60
//   npm run test:soak -- --minutes 4 --keep     the folder with the log stays
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createClient } from '../ha/client.ts'
import { changes, type Findings, TOLD } from '../ha/judge.ts'
import { openProcesses } from '../ha/processes.ts'
import { report } from '../ha/report.ts'
import { openOracle } from '../ha/world.ts'
import { createSubscriber } from '../sync/subscriber.ts'
import { createLoadClient } from './client.ts'
import { BEGIN, daysOf, steps } from './days.ts'
import { mountDisk } from './disk.ts'
import { faultsOf } from './faults.ts'
import { judgeCopy, judgeData, judgeGrowth } from './judge.ts'
import { createLoad } from './load.ts'
import { createReads } from './reads.ts'
import { createSoakReceiver } from './receiver.ts'
import { createSampler, median, quantile, quarters } from './samples.ts'
import { openServer } from './server.ts'
import { createWeather } from './weather.ts'
import { loadCountry, prepare } from './world.ts'
import { createWrites } from './writes.ts'

const CONNECTIONS = 16
const WARM_MS = 5_000
const MEASURED_MS = 20_000
const DRAIN_MS = 300_000

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '60' }, keep: { type: 'boolean', default: false } } })
const minutes = Number(values.minutes)
const began = Date.now()
const say = (text: string): void => { console.log(`${String(Math.round((Date.now() - began) / 1000)).padStart(6)}  ${text}`) }
const rounded = (numbers: number[], digits = 0): string => numbers.map(one => one.toFixed(digits)).join(', ')

async function run (): Promise<Findings> {
  const years = Math.max(1, Math.round(minutes / 20))
  const processes = openProcesses(values)
  const folder = processes.folderOf('disk')
  const disk = mountDisk(folder, Math.round(300 + 12 * minutes))
  if (disk === null) say('LEFT OUT: the full disk, for none can be mounted here (that takes root)')
  const file = join(folder, 'soak.sqlite')
  const databaseUrl = `file:${file}`
  const weather = createWeather()
  await loadCountry(databaseUrl, BEGIN - 86_400_000)
  const server = await openServer({ processes, databaseUrl, begin: BEGIN, weather })
  const admin = createClient(server.base)
  const clock = createClockLook(server.now)
  const receiver = await createSoakReceiver(clock)
  await prepare(admin, daysOf(years))
  const { webhook, secret } = await admin.put('/v1/webhooks', { url: receiver.url, types: TOLD }, 'POST')
  receiver.secret = secret
  const before = (await changes(admin)).length

  const oracle = await openOracle()
  const client = createLoadClient({ base: server.base, connections: CONNECTIONS, weather })
  const writes = createWrites(client, oracle)
  const reads = createReads(client, { oracle, places: writes.written.places, server })
  const subscriber = createSubscriber({ url: () => server.base, read: admin.read })
  await subscriber.load()
  const state = { isOver: false }
  const subscribing = subscriber.follow(state)
  const load = createLoad({ reads, writes, connections: CONNECTIONS })
  await setTimeout(WARM_MS)
  const worksBefore = load.done.works
  await setTimeout(MEASURED_MS)
  const most = (load.done.works - worksBefore) / MEASURED_MS * 1000
  load.setRate(most / 2)
  // What took long while all was sent that goes tells nothing of the run.
  Object.assign(client.counts, { slow: 0, slowest: { ms: 0, about: '' } })
  say(`${Math.round(most)} requests a second are borne over ${CONNECTIONS} connections; from now on half of that, for ${minutes} minutes`)

  const sampler = createSampler(server, minutes < 15 ? 2_000 : 10_000)
  const faults = faultsOf({ minutes, steps: steps(years) }, { server, disk, client, load, written: writes.written, weather, samples: sampler.samples, say })
  const [from, works] = [performance.now(), load.done.works]
  await faults.run(from, minutes * 60_000)
  const to = performance.now()
  const rate = (load.done.works - works) / (to - from) * 1000
  sampler.stop()
  await load.stop()
  state.isOver = true
  await subscribing
  await faults.passTime()
  await drained()
  await reads.followOn()
  say('all is written and delivered; now it is judged')

  /** Waits until nothing more happens and nothing more is to be delivered. */
  async function drained (): Promise<void> {
    for (let quiet = 0, place = '', end = Date.now() + DRAIN_MS; quiet < 5 && Date.now() < end; await setTimeout(1_000)) {
      const { items: pending } = await admin.read(`/v1/webhooks/${webhook.id}/deliveries?state=pending&limit=1`)
      const { nextCursor } = await admin.read('/v1/changes?after=now')
      quiet = nextCursor === place && pending.length === 0 ? quiet + 1 : 0
      place = nextCursor
    }
  }

  const { written } = writes
  const findings = await judgeData({ client: admin, oracle, written, told: reads.events, received: receiver.received, before, file })
  await subscriber.judge(await changes(admin))
  const copied = await judgeCopy({ client: admin, databaseUrl, folder: processes.folder, asOfs: ['2024-09-15', '2024-12-20', ...daysOf(years)], days: reads.days, now: server.now(), say })
  const { counts } = client
  say(`${load.done.works} requests, ${Math.round(rate)} a second; ${counts.notModified} answered with 304, ${counts.unavailable} with 503 and ${counts.full} with 507 (both with Retry-After), ${counts.broken} cut off by kills; ${counts.slowBesideSlowReaders} took over a second beside slow readers and ${counts.slow} otherwise, the slowest ${counts.slowest.ms} ms (${counts.slowest.about})`)
  for (const [why, count] of counts.kinds) say(`  503 ${count} times: ${why}`)
  say(`${written.acknowledgedAt.length} writes acknowledged, ${written.foundDone} more found done that no answer had told; ${reads.counts.statuses} statuses looked at, ${reads.counts.days} of the day of asking`)
  say(`${reads.counts.events} events followed, ${receiver.received.length} deliveries, ${subscriber.counts.told} told to ${subscriber.counts.connections} connections of subscriptions`)
  say(`faults: ${[...faults.done].map(([name, count]) => `${name} ${count}`).join(', ')}`)
  const times = quarters(client.timed, from, to).map(those => those.map(({ ms }) => ms))
  say(`a plan's status by quarter: median ${rounded(times.map(median), 1)} ms, 99th percentile ${rounded(times.map(those => quantile(those, 0.99)), 1)} ms`)
  const sampled = quarters(sampler.samples, from, to)
  say(`by quarter: resident memory ${rounded(sampled.map(those => median(those.map(({ resident }) => resident))))} MB (median), ${rounded(sampled.map(those => Math.max(...those.map(({ resident }) => resident))))} MB (most); open files ${rounded(sampled.map(those => median(those.map(({ files }) => files))))}`)
  say(`event loop by quarter: 99th percentile ${rounded(sampled.map(those => median(those.map(({ delayMs }) => delayMs))), 1)} ms (median of samples), longest ${rounded(sampled.map(those => Math.max(...those.map(({ longestMs }) => longestMs))))} ms`)
  for (const [what, count] of server.said()) say(`  logged ${count} times: ${what.slice(0, 200)}`)
  const judged = {
    ...findings,
    ...copied,
    'subscriptions told every event once and in order': subscriber.problems,
    'no status or day told meanwhile was wrong': reads.wrong,
    'every answer was 2xx, 304, or 503 or 507 where it may be': [...client.problems, ...admin.problems],
    'faults were lived through': faults.wrong,
    ...judgeGrowth(sampler.samples, { from, to, minutes }),
    'the server runs on, and logged no error but that of the full disk': [...server.hasEnded() ? ['it has ended'] : [], ...server.errors()]
  }
  receiver.close()
  client.close()
  await oracle.close()
  return judged
}

/** The server's time and those that it was a little before: a message may have been on its way when the clock was moved. */
function createClockLook (now: () => number) {
  const KEPT = 200
  const offsets: number[] = []
  const timer = setInterval(() => {
    offsets.push(now() - Date.now())
    if (offsets.length > KEPT) offsets.shift()
  }, 100)
  timer.unref()
  return { isNear: (instant: number, withinMs: number): boolean => [now() - Date.now(), ...offsets].some(offset => Math.abs(instant - Date.now() - offset) <= withinMs) }
}

await report(run)
