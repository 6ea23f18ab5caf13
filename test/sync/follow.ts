import { setTimeout } from 'node:timers/promises'
import { danishDay } from '../../src/domain/date.ts'
import { type Change, changesOf } from './changes.ts'
import { createCopies } from './copies.ts'
import { createMirror } from './mirror.ts'
import { createPager } from './pager.ts'
import { openServers } from './servers.ts'
import { createSubscriber } from './subscriber.ts'
import { createWitness } from './witness.ts'
import { prepare } from './world.ts'
import { createWriter } from './writer.ts'

const WRITERS = 3
const QUIET_LOOKS = 4
const LOOK_EVERY_MS = 300
const QUIET_MS = 120_000
/** So long without a change made or refused is standing still. */
const STILL_MS = 100_000

export type Run = {
  databaseUrl: string
  /** How many changes are made. */
  changes: number
  /** The same seed is the same list of changes; what comes of it depends on who is first. */
  seed: number
  /** How many servers there are on the database: more than one on PostgreSQL only. */
  servers?: number
  kills?: number
  /** How many times all stop, so that each copy can be compared with what there is. */
  pauses?: number
  /** How many times faster the servers' clock goes. It begins half an hour before a new year. */
  speed?: number
  log?: (text: string) => void
}

/**
 * Writers make changes as fast as they can, and followers that only read keep copies of the data by ETags, by the feed, by subscriptions and by
 * cursors, while servers are killed.
 * @returns what each follower found wrong, by follower, and what was done
 */
export async function followChanges ({ databaseUrl, changes, seed, servers: count = 1, kills = 0, pauses = 1, speed = 60, log = () => {} }: Run) {
  const start = '2026-12-31T22:30:00.000Z'
  const servers = await openServers({ databaseUrl, count, clock: { start, speed } })
  const began = Date.now()
  const today = (): string => danishDay(new Date(Date.parse(start) + (Date.now() - began) * speed).toISOString())
  try {
    await prepare(servers)
    await quiet()
    const followers = {
      'copies by ETag': createCopies(servers, 'everybody'),
      'copies by ETag of an admin': createCopies(servers, 'admin'),
      'copy by the feed': createMirror(servers),
      subscriptions: createSubscriber(servers),
      'pages by cursor': createPager(servers),
      'statuses as known then': createWitness(servers, speed)
    }
    const { 'copies by ETag': copies, 'copies by ETag of an admin': adminCopies, 'copy by the feed': mirror, subscriptions: subscriber, 'pages by cursor': pager, 'statuses as known then': witness } = followers
    await Promise.all([mirror.load(), subscriber.load()])

    const state = { isOver: false }
    const following = [copies.follow(state), adminCopies.follow(state), mirror.follow(state, setTimeout), subscriber.follow(state), pager.follow(state), witness.follow(state)]
    const failed = Promise.race(following.map(async one => { await one; return await new Promise<never>(() => {}) }))
    const tally = { made: 0, refused: 0, lost: 0 }
    const wrong: string[] = []
    const kinds = new Map<string, number>()
    const list = changesOf(changes * 3, seed)
    const make = createWriter(servers, today)
    const writing = Date.now()
    const doing = new Map<number, { change: Change, since: number }>()

    const until = async (made: number): Promise<void> => {
      await Promise.all(Array.from({ length: WRITERS }, async (_, writer) => {
        for (let change: Change | undefined; tally.made < made && (change = list.shift()) !== undefined;) {
          doing.set(writer, { change, since: Date.now() })
          try {
            const outcome = await make(change)
            tally[outcome]++
            if (outcome === 'made') kinds.set(change.kind, (kinds.get(change.kind) ?? 0) + 1)
          } catch (error) {
            wrong.push(String(error))
          }
        }
        doing.delete(writer)
      }))
    }
    const still = async (): Promise<void> => {
      while (!state.isOver) {
        await setTimeout(1_000)
        const held = [...doing.values()].filter(({ since }) => Date.now() - since > STILL_MS)
        if (held.length > 0) throw new Error(`Stands still, ${tally.made} changes made. ${servers.waits()} ${JSON.stringify(held)}`)
      }
    }
    const stood = still().then(() => new Promise<never>(() => {}))
    stood.catch(() => {})
    const killing = async (): Promise<void> => {
      for (let kill = 1; kill <= kills; kill++) {
        while (tally.made < changes * kill / (kills + 1)) {
          await setTimeout(50)
          if (state.isOver) return
        }
        await servers.kill()
        log(`killed ${kill} times, ${tally.made} changes made`)
      }
    }
    const killed = killing()
    for (let pause = 1; pause <= pauses; pause++) {
      await Promise.race([until(changes * pause / pauses), failed, stood])
      const seconds = (Date.now() - writing) / 1000
      if (pause === pauses) {
        state.isOver = true
        await within(Promise.all([...following, killed]), 'the followers end')
      }
      await quiet()
      await within(Promise.all([copies.settle(), adminCopies.settle()]), 'the copies settle')
      log(`${tally.made} changes made in ${Math.round(seconds)} s, ${mirror.events.length} events`)
    }
    const seconds = (Date.now() - writing) / 1000
    await mirror.judge()
    await Promise.all([subscriber.judge(mirror.events), copies.judge(), adminCopies.judge(), witness.judge()])
    return {
      problems: { writers: wrong, ...Object.fromEntries(Object.entries(followers).map(([name, { problems }]) => [name, problems])) } as Record<string, string[]>,
      figures: {
        seconds,
        ...tally,
        kinds: Object.fromEntries([...kinds].sort()),
        events: mirror.events.length,
        statusChanges: mirror.events.filter(({ type }) => type === 'target.status_changed').length,
        held: mirror.sizes(),
        everybody: copies.counts,
        admin: adminCopies.counts,
        versionsSeen: copies.versions.size + adminCopies.versions.size,
        subscriptions: subscriber.counts,
        pages: pager.counts,
        statuses: witness.counts
      }
    }
  } finally {
    await servers.stop()
  }

  /** @throws Error where it has not come after a while, with what the servers are doing */
  async function within<T> (work: Promise<T>, what: string): Promise<T> {
    const late = new AbortController()
    const tooLate = setTimeout(STILL_MS, undefined, { signal: late.signal }).then(() => { throw new Error(`Stands still before ${what}. ${servers.waits()}`) })
    tooLate.catch(() => {})
    return await Promise.race([work, tooLate]).finally(() => { late.abort() })
  }

  /** Waits until nothing more is told: statuses are announced a moment after what changes them. */
  async function quiet (): Promise<void> {
    const until = Date.now() + QUIET_MS
    for (let looks = 0, before = ''; looks < QUIET_LOOKS && Date.now() < until; await setTimeout(LOOK_EVERY_MS)) {
      const { nextCursor } = await servers.read('/v1/changes?after=now')
      looks = nextCursor === before ? looks + 1 : 0
      before = nextCursor
    }
  }
}
