import type { Json } from '../sync/servers.ts'
import type { Acknowledged, Receiver } from './receivers.ts'

type Told = {
  receiver: Receiver
  /** The events that it was to be told. */
  events: Json[]
  /** What the servers noted of each delivery. */
  log: Json[]
  /** When servers were ended (our clock, in milliseconds). */
  ended: { signal: string, at: number }[]
  /** What is to be added to a time of the servers to have one of ours. */
  offsetMs: number
}

/** A server that is killed cannot note what was acknowledged so shortly before; one that is stopped waits for answers at most so long. */
const IN_HAND_MS = 5_500
/** How long a killed server's deliveries are left to it. */
const LEASE_MS = 30_000

/** Whether a receiver acknowledged each event once, those of one subject in their order; what came twice because a server ended is counted alone. */
export function judgeDeliveries ({ receiver: { acknowledged, counts }, events, log, ended, offsetMs }: Told) {
  const problems: string[] = []
  const byId = Map.groupBy(acknowledged, one => one.id)
  let explained = 0
  for (const { id, type } of events) {
    const times = byId.get(id) ?? []
    if (times.length === 0) problems.push(`${id} (${type}) never came`)
    if (times.length > 1) {
      if (times.slice(1).every((again, place) => isExplained(times[place]!, again))) explained++
      else problems.push(`${id} (${type}) was acknowledged ${times.length} times: ${times.map(({ at }) => new Date(at).toISOString()).join(', ')}; ends: ${ended.map(({ signal, at }) => `${signal} ${new Date(at).toISOString()}`).join(', ')}`)
    }
  }
  const known = new Set(events.map(({ id }) => id))
  for (const id of byId.keys()) if (!known.has(id)) problems.push(`${id} is no event that it was to be told`)

  // The first time that each came: a later one is a repetition, which receivers tell by the id.
  const latest = new Map<string, Acknowledged>()
  for (const one of [...byId.values()].map(([first]) => first!).sort((a, b) => acknowledged.indexOf(a) - acknowledged.indexOf(b))) {
    const before = latest.get(one.subject)
    if (before !== undefined && numberOf(before.id) > numberOf(one.id)) problems.push(`${one.id} of ${one.subject} came after ${before.id}`)
    latest.set(one.subject, one)
  }
  const open = log.filter(({ state }) => state !== 'delivered')
  if (open.length > 0) problems.push(`${open.length} deliveries are not noted as delivered, such as ${JSON.stringify(open[0])}`)
  if (log.length !== events.length) problems.push(`${log.length} deliveries of ${events.length} events are noted`)

  const waits = events.flatMap(({ id, timestamp }) => byId.has(id) ? [byId.get(id)![0]!.at - Date.parse(timestamp) - offsetMs] : []).sort((a, b) => a - b)
  const at = (share: number): number => waits[Math.floor((waits.length - 1) * share)] ?? 0
  return { problems, figures: { ...counts, acknowledged: acknowledged.length, twiceBecauseAServerEnded: explained, lastAt: Math.max(...acknowledged.map(one => one.at)), waitMs: { p50: at(0.5), p99: at(0.99), most: at(1) } } }

  function isExplained (first: Acknowledged, again: Acknowledged): boolean {
    return ended.some(({ signal, at }) => first.at > at - IN_HAND_MS && first.at < at + IN_HAND_MS && (signal !== 'SIGKILL' || again.at > at + LEASE_MS - IN_HAND_MS))
  }
}

const numberOf = (id: string): number => Number(id.slice('evt-'.length))
