import { setTimeout } from 'node:timers/promises'
import { changesOf } from '../sync/changes.ts'
import { type Json, openServers } from '../sync/servers.ts'
import { prepare } from '../sync/world.ts'
import { createWriter } from '../sync/writer.ts'
import { danishDay } from '../../src/domain/date.ts'
import { EVENT_TYPES } from '../../src/domain/event.ts'
import { judgeAnnouncements } from './announced.ts'
import { judgeDeliveries } from './delivered.ts'
import { listenTo } from './listener.ts'
import { openReceivers } from './receivers.ts'

export type Run = {
  databaseUrl: string
  /** How many servers there are on the database: more than one on PostgreSQL only. */
  servers: number
  changes: number
  /** The same seed is the same list of changes; what comes of it depends on who is first. */
  seed: number
  /** Whether one server is killed and another stopped in the middle, each to be started again. */
  isDisturbed?: boolean
  writers?: number
  log?: (text: string) => void
}

/** Two minutes before a new year in Denmark, so that every status is looked at anew meanwhile. */
const BEGIN = '2026-12-31T22:58:00.000Z'
const LOOK_EVERY_MS = 250
/** Most changes are figures, which are made without reading first; of the others so many are left out between two. */
const OTHERS_LEFT_OUT = 7
const QUIET_LOOKS = 8
/** What a killed server had in hand is free after half a minute, and what failed is sent again after five seconds. */
const DRAIN_MS = 300_000

/**
 * Makes so many changes as fast as they go, through all servers in turn, while three receivers are sent every event and subscriptions to each
 * server are open. @returns what was found wrong, by what it is about, and what was done
 */
export async function replayHour ({ databaseUrl, servers: count, changes, seed, isDisturbed = true, writers = 8, log = () => {} }: Run) {
  const receivers = await openReceivers()
  const began = Date.now()
  const now = (): Date => new Date(Date.parse(BEGIN) + Date.now() - began)
  const servers = await openServers({ databaseUrl, count, clock: { start: BEGIN, speed: 1 }, environment: { WEBHOOK_TARGETS: 'any' } })
  let isStopped = false
  try {
    await prepare(servers)
    await quiet(async () => true)
    const webhooks = await Promise.all(receivers.map(async ({ url }) => {
      const answer = await servers.ask('/v1/webhooks', { method: 'POST', isAdmin: true, body: { url, types: EVENT_TYPES }, headers: { 'idempotency-key': url } })
      return (answer.json() as { webhook: { id: string } }).webhook.id
    }))
    const begin = (await servers.read('/v1/changes?after=now')).nextCursor as string
    const listeners = Array.from({ length: count }, (_, place) => listenTo(() => servers.urlOf(place), begin))

    const tally = { made: 0, refused: 0, lost: 0 }
    const wrong: string[] = []
    const ended: { signal: string, at: number }[] = []
    const make = createWriter(servers, () => danishDay(now().toISOString()))
    const list = changesOf(changes * 4, seed).filter(({ kind }, place) => kind === 'figures' || place % (OTHERS_LEFT_OUT + 1) === 0)
    const writing = Date.now()
    const work = Array.from({ length: writers }, async () => {
      while (tally.made < changes) {
        const change = list.shift()
        if (change === undefined) return
        try {
          tally[await make(change)]++
        } catch (error) {
          wrong.push(String(error))
        }
      }
    })
    const disturbing = isDisturbed ? disturb() : undefined
    await Promise.all([...work, disturbing])
    const written = Date.now()
    const lastWritten = Number((await servers.read('/v1/changes?after=now')).nextCursor.slice('evt-'.length)) - Number(begin.slice('evt-'.length))
    log(`${tally.made} changes made in ${seconds(writing, written)} s`)
    await quiet(async () => (await Promise.all(webhooks.map(async id => (await servers.read(`/v1/webhooks/${id}/deliveries?state=pending&limit=1`, true)).items.length as number))).every(left => left === 0))
    const [all, after] = await Promise.all([eventsAfter('evt-0'), eventsAfter(begin)])
    const heard = await Promise.all(listeners.map(listener => listener.judge(after, 30_000)))
    const logs = await Promise.all(webhooks.map(id => servers.list(`/v1/webhooks/${id}/deliveries`, true)))
    await servers.stop()
    isStopped = true
    const deliveries = receivers.map((receiver, place) => judgeDeliveries({ receiver, events: after, log: logs[place]!, ended, offsetMs: began - Date.parse(BEGIN) }))
    const announced = await judgeAnnouncements({ databaseUrl, events: all, now: now() })
    return {
      problems: {
        writers: wrong,
        ...Object.fromEntries(heard.map((problems, place) => [`subscriptions to server ${place + 1}`, problems])),
        ...Object.fromEntries(deliveries.map(({ problems }, place) => [`receiver that answers ${receivers[place]!.name}`, problems])),
        ...announced.problems
      } as Record<string, string[]>,
      figures: {
        ...tally,
        events: after.length,
        statusChanges: after.filter(({ type }) => type === 'target.status_changed').length,
        secondsOfWriting: seconds(writing, written),
        eventsWrittenASecond: Math.round(lastWritten / seconds(writing, written)),
        announced: announced.figures,
        receivers: Object.fromEntries(deliveries.map(({ figures }, place) => [receivers[place]!.name, {
          ...figures, eventsASecond: Math.round(after.length / seconds(writing, figures.lastAt)), secondsAfterTheWriters: seconds(written, figures.lastAt)
        }])),
        connections: listeners.map(({ counts }) => counts.connections)
      }
    }

    /** Kills one server when a third is written, and stops another when two thirds are. */
    async function disturb (): Promise<void> {
      for (const [part, signal, place] of [[1, 'SIGKILL', 0], [2, 'SIGTERM', count - 1]] as const) {
        while (tally.made < changes * part / 3 && list.length > 0) await setTimeout(20)
        ended.push({ signal, at: Date.now() })
        await servers.kill(signal, place)
        log(`server ${place + 1} ended by ${signal} and was started again, ${tally.made} changes made`)
      }
    }
  } finally {
    if (!isStopped) await servers.stop()
    for (const receiver of receivers) receiver.close()
  }

  async function eventsAfter (place: string): Promise<Json[]> {
    const events: Json[] = []
    for (let page: Json = { nextCursor: place, hasMore: true }; page.hasMore;) {
      page = await servers.read(`/v1/changes?limit=500&after=${page.nextCursor}`)
      events.push(...page.items)
    }
    return events
  }

  /** Waits until nothing more is told, and something else is so too. */
  async function quiet (isSo: () => Promise<boolean>): Promise<void> {
    const until = Date.now() + DRAIN_MS
    for (let looks = 0, before = ''; looks < QUIET_LOOKS && Date.now() < until; await setTimeout(LOOK_EVERY_MS)) {
      const { nextCursor } = await servers.read('/v1/changes?after=now') as { nextCursor: string }
      looks = nextCursor === before && await isSo() ? looks + 1 : 0
      before = nextCursor
    }
  }
}

const seconds = (from: number, to: number): number => Math.round((to - from) / 100) / 10
