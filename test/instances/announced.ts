import { openDatabase } from '../../db/database.ts'
import { createStores } from '../../db/stores/index.ts'
import { createServices } from '../../src/services/index.ts'
import { ANONYMOUS, OPERATOR } from '../../src/services/actor.ts'
import type { Json } from '../sync/servers.ts'
import { FIXED } from '../sync/world.ts'

/** Targets of which nothing but figures decides, so that their status can be asked for again as it was known at any instant. */
const BY_FIGURES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'k'].map(code => `${FIXED}.${code}`)
/** How long before an announcement the figures may have been read that it was made of, so that later ones had their instant and were not there yet. */
const ON_ITS_WAY_MS = 15_000

/**
 * Whether the changes of statuses that were announced follow from each other, were true when they were announced, and end where a single dispatcher
 * ends that begins anew with everything that has happened. The servers must be stopped; what is announced is replaced.
 */
export async function judgeAnnouncements ({ databaseUrl, events, now }: { databaseUrl: string, events: Json[], now: Date }) {
  const changes = events.filter(({ type }) => type === 'target.status_changed')
  const chains: string[] = []
  const last = new Map<string, string>()
  for (const { id, data: { target, before, after, because } } of changes) {
    if ((before?.status ?? undefined) !== last.get(target)) chains.push(`${id}: ${target} was ${last.get(target)} and is said to have been ${before?.status}`)
    if (before?.status === after.status) chains.push(`${id}: ${target} is said to have become ${after.status}, which it was`)
    if (because.seq !== null && because.seq >= Number(id.slice('evt-'.length))) chains.push(`${id}: ${target} changed because of evt-${because.seq}, which came later`)
    last.set(target, after.status)
  }
  const database = await openDatabase(databaseUrl)
  try {
    const stores = createStores(database)
    const services = createServices(stores, () => now)
    const untrue = await untrueOf(services, changes.filter(({ data: { target } }) => BY_FIGURES.includes(target)))
    await database.atomically(() => ['delete from announcements', "delete from event_cursors where name like 'dispatcher%'"].map(sql => ({ sql, params: [] })))
    while (await services.dispatcher.run((error, target) => { chains.push(`${target}: ${String(error)}`) }));
    const anew = await stores.announcements.latest()
    return {
      problems: {
        'announced changes follow from each other': chains,
        'announced changes were true': untrue,
        'announced statuses are those of a dispatcher that begins anew': anew.filter(({ target, status }) => last.get(target) !== status).map(({ target, status }) => `${target} is ${status} and was announced as ${last.get(target)}`)
      },
      figures: { changes: changes.length, targets: last.size, comparedWithANewDispatcher: anew.length, lookedAtAsKnownThen: changes.filter(({ data: { target } }) => BY_FIGURES.includes(target)).length }
    }
  } finally {
    await database.close()
  }
}

/** The changes that tell of a status that the target did not have at any moment shortly before they were announced. */
async function untrueOf ({ imports, status }: ReturnType<typeof createServices>, changes: Json[]): Promise<string[]> {
  const instants: number[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: { items: { recordedAt: string }[], nextCursor: string | null } = await imports.list(OPERATOR, { limit: 500, ...cursor != null && { cursor } })
    instants.push(...page.items.map(({ recordedAt }) => Date.parse(recordedAt)))
    cursor = page.nextCursor
  }
  instants.sort((a, b) => b - a)
  const untrue: string[] = []
  for (const { id, timestamp, data: { target, after } } of changes) {
    const told = Date.parse(timestamp)
    const moments = [told, ...instants.filter(at => at <= told && at > told - ON_ITS_WAY_MS).map(at => at - 1)]
    let isTrue = false
    for (const moment of moments) {
      const then = await status.ofTarget(ANONYMOUS, target, { asOf: after.asOf, knownAt: new Date(moment).toISOString() })
      isTrue = then.status === after.status
      if (isTrue) break
    }
    if (!isTrue) untrue.push(`${id}: ${target} was not ${after.status} at ${timestamp}`)
  }
  return untrue
}
