// Proves that nothing is lost when the database fails over: PostgreSQL under Patroni (three nodes, strictly synchronous), four of our servers behind
// HAProxy, writers and readers, and the primary killed with -9 again and again. Needs Debian's packages; says which, where they are missing.
//   npm run test:ha                                 ten kills, and two primaries that hang
//   npm run test:ha -- --kills 3 --hangs 0 --keep   three kills, and the folder with all logs stays
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createReceiver } from '../kill/receiver.ts'
import { createClient } from './client.ts'
import { type Failure, openCluster } from './cluster.ts'
import { openInstances } from './instances.ts'
import { changes, drained, type Findings, judge, TOLD } from './judge.ts'
import { freePorts, openProcesses, until } from './processes.ts'
import { findPrograms } from './programs.ts'
import { createReaders } from './readers.ts'
import { report } from './report.ts'
import { openOracle, prepare } from './world.ts'
import { createWriters } from './writers.ts'

const INSTANCES = 4
/** Where Patroni is gone too, the others learn of it only when its lease runs out. */
const HOW: [Failure, string][] = [['server', 'the server killed'], ['machine', 'the server and its Patroni killed'], ['hang', 'the machine hanging, then reset']]
/** How long all goes on as usual between two kills. */
const CALM_MS = [3_000, 6_000] as const
const RECOVERY_MS = 120_000
const DRAIN_MS = 300_000

const { values } = parseArgs({ options: { kills: { type: 'string', default: '10' }, hangs: { type: 'string', default: '2' }, keep: { type: 'boolean', default: false } } })
const say = (text: string): void => { console.log(`        ${text}`) }
const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

function medianOf (numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2
}

async function run (): Promise<Findings> {
  const programs = findPrograms()
  const processes = openProcesses(values)
  const [apiPort, ...ports] = await freePorts(INSTANCES + 1) as [number, ...number[]]
  const cluster = await openCluster({ programs, processes, instances: ports, apiPort })
  const instances = await openInstances({ processes, databaseUrl: cluster.url, ports })
  const client = createClient(`http://127.0.0.1:${apiPort}`)
  const receiver = await createReceiver()
  await until('HAProxy has our servers', async () => (await fetch(`http://127.0.0.1:${apiPort}/health/ready`)).ok)
  await prepare(client)
  const { webhook, secret } = await client.put('/v1/webhooks', { url: receiver.url, types: TOLD }, 'POST')
  receiver.secret = secret
  const before = (await changes(client)).length
  say(`three nodes of PostgreSQL and four servers are up, in ${processes.folder}`)

  const oracle = await openOracle()
  const writers = createWriters(client, oracle)
  const { written } = writers
  const readers = createReaders(client, oracle, written)
  const gaps = new Map<Failure, number[]>(HOW.map(([how]) => [how, []]))
  for (let kill = 1; kill <= Number(values.kills); kill++) await failOnce(`kill ${kill}`, kill % 2 === 0 ? 'machine' : 'server')
  for (let hang = 1; hang <= Number(values.hangs); hang++) await failOnce(`hang ${hang}`, 'hang')

  /** Has the primary fail, waits until all works again, and brings it back. */
  async function failOnce (about: string, how: Failure): Promise<void> {
    await until('the cluster is whole again', cluster.isWhole, { withinMs: RECOVERY_MS })
    await setTimeout(CALM_MS[0] + Math.random() * (CALM_MS[1] - CALM_MS[0]))
    const { node, comeBack } = await cluster.failPrimary(how)
    const at = performance.now()
    await until('another is the primary', async () => ![undefined, node.name].includes((await cluster.primary())?.name), { withinMs: RECOVERY_MS })
    const promotedMs = performance.now() - at
    const last = written.acknowledgedAt.length
    await until('writes are acknowledged again', () => written.acknowledgedAt.length > last + 20, { withinMs: RECOVERY_MS })
    comeBack()
    const around = [at, ...written.acknowledgedAt.filter(instant => instant >= at)]
    const gap = Math.max(...around.slice(1).map((instant, place) => instant - around[place]!))
    gaps.get(how)!.push(gap)
    say(`${about}: ${node.name}${how === 'machine' ? ' with its Patroni' : ''}, a new primary after ${inSeconds(promotedMs)}, no write acknowledged for ${inSeconds(gap)}`)
  }

  await until('the cluster is whole at the end', cluster.isWhole, { withinMs: RECOVERY_MS })
  await setTimeout(CALM_MS[0])
  await Promise.all([writers.stop(), readers.stop()])
  await drained(client, webhook.id, DRAIN_MS)
  const findings = await judge({ client, cluster, oracle, written, told: readers.events, received: receiver.received, before })
  const { counts, problems } = client
  for (const [how, words] of HOW) {
    const those = gaps.get(how)!
    if (those.length > 0) say(`${words}, ${those.length} times: no write acknowledged for ${inSeconds(medianOf(those))} (median), ${inSeconds(Math.max(...those))} (longest)`)
  }
  say(`${written.acknowledgedAt.length} writes acknowledged, ${written.foundDone} more found done that no answer had told`)
  say(`${counts.answered} requests answered, ${counts.unavailable} with 503 and Retry-After, ${counts.carriedOut} with 409 (carried out before, and the answer lost); the slowest took ${inSeconds(counts.slowestMs)}`)
  for (const [why, count] of counts.kinds) say(`  503 ${count} times: ${why}`)
  say(`${readers.counts.statuses} statuses looked at (${readers.counts.notModified} by 304), ${readers.counts.events} events followed, ${receiver.received.length} deliveries`)
  const judged = {
    ...findings,
    'no status told meanwhile was wrong': readers.wrong,
    'errors were only 503 with Retry-After, and nobody waited for more than 40 s': problems,
    'our servers run on, and all are ready': (await instances.areReady()).every(Boolean) && instances.alive() === INSTANCES ? [] : [`${instances.alive()} of ${INSTANCES} run`],
    'they logged no error but that the database was away': instances.errors()
  }
  receiver.close()
  await oracle.close()
  return judged
}

await report(run)
