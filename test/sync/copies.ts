import { isDeepStrictEqual } from 'node:util'
import type { Answer, Json, Servers } from './servers.ts'
import { FIXED } from './world.ts'

/** So many copies are compared at once while nothing is written. */
const AT_ONCE = 8

type Copy = { etag: string | null, body: Json }
/** What shows when it was computed, and nothing else of that instant. */
const MOMENTS = new Set(['knownAt', 'updated'])
const content = (answer: Answer): Json => JSON.parse(answer.text, (name, value: unknown) => MOMENTS.has(name) ? null : value)

/** Lists that are held page by page, and what else is held; a few plans and targets besides, with all that there is about them. */
const LISTS = ['/v1/plans?limit=7', '/v1/targets?limit=40', '/v1/targets?limit=25&expand=indicator,goal,plan,status&sort=-plan', '/v1/measurements?indicator=sync-antal,sync-sats&limit=150', '/v1/changes?type=plan.changed,plan.adopted']
const ADMIN_LISTS = ['/v1/imports?limit=40']
const READS = [
  '/v1/plans', '/v1/plans?sort=-title&expand=status', '/v1/targets?indicator=sync-aendres&fields=id,title,rule', '/v1/kommuner', '/v1/indicators', '/v1/indicators/sync-aendres', '/v1/national-goals?q=mål',
  '/v1/statuses?groupBy=kommune,status&limit=50', '/v1/statuses?status=on_track,at_risk&limit=500', '/v1/compare?indicator=sync-antal&period=2026-06', '/v1/compare?indicator=sync-andel&period=2026-06&sort=area',
  '/v1/figures?indicator=sync-andel&area=0250', '/v1/figures?indicator=sync-antal&areas=0250,0316', '/v1/measurements?indicator=sync-antal&area=DK&sort=-period&limit=50', '/v1/exports/json-stat?indicator=sync-sats', '/v1/freshness?indicator=sync-sats,sync-aendres',
  '/v1/changes?limit=500', '/v1/changes?after=now', '/v1/me', `/v1/targets/${FIXED}.a/history?from=2026-01-01&to=2026-12-31&step=P1M`, `/v1/targets/${FIXED}.a/required-pace`,
  `/graphql?query=${encodeURIComponent('{ plans { id title status targets { id status { status explanation { da } } } } }')}`
]
const ADMIN_READS = ['/v1/audit?limit=30', '/v1/api-keys', '/v1/mappings', '/v1/webhooks']
/** What another write soon changes: it is looked at after everything else. */
const HOT = { everybody: '/v1/measurements?indicator=sync-antal&limit=500&fields=id,value,revision', admin: '/v1/audit?limit=5' }
const ofPlan = (id: string): string[] => [`/v1/plans/${id}`, `/v1/plans/${id}/document`, `/v1/plans/${id}/status`, `/v1/plans/${id}/versions`, `/v1/plans/${id}?version=1`]
const ofTarget = (id: string): string[] => [`/v1/targets/${id}`, `/v1/targets/${id}/status`, `/v1/targets/${id}/comments`, `/v1/targets/${id}/deliverables`, `/v1/targets/${id}/assessments`]

export type Copies = ReturnType<typeof createCopies>

/**
 * A follower that keeps what it has read, and asks again with the ETag that came with it.
 * @param by who reads: everybody, or an admin, who sees drafts too
 */
export function createCopies ({ ask }: Pick<Servers, 'ask'>, by: 'everybody' | 'admin') {
  const isAdmin = by === 'admin'
  const held = new Map<string, Copy>()
  /** The first sight of each version of a plan; every later one must be the same. */
  const versions = new Map<string, { url: string, body: Json }>()
  const problems: string[] = []
  const counts = { reads: 0, current: 0, changed: 0, compared: 0 }

  const get = async (url: string, etag: string | null = null): Promise<Answer> => {
    counts.reads++
    return await ask(url, { isAdmin, headers: etag === null ? {} : { 'if-none-match': etag } })
  }

  /** Brings a copy up to date. */
  async function look (url: string): Promise<Copy | undefined> {
    const before = held.get(url)
    const answer = await get(url, before?.etag)
    if (answer.status === 304) {
      counts.current++
      return before
    }
    held.delete(url)
    if (answer.status === 200) held.set(url, { etag: answer.etag, body: content(answer) })
    // What was removed, or is a draft again, is there no more; a cursor of a list that is shorter now is none.
    else if (answer.status !== 404) problems.push(`${url} answered ${answer.status}: ${answer.text.slice(0, 300)}`)
    const copy = held.get(url)
    if (copy !== undefined && before !== undefined) counts.changed++
    if (copy !== undefined) sight(url, copy.body)
    return copy
  }

  /** A version of a plan is read whole: as it was, whatever was written meanwhile. */
  function sight (url: string, body: Json): void {
    const [, id] = /^\/v1\/plans\/([\w-]+)$/.exec(url) ?? []
    if (id === undefined) return
    const name = `${id} ${body.version}`
    const first = versions.get(name)
    if (first === undefined) versions.set(name, { url: `${url}?version=${body.version}`, body })
    else if (!isDeepStrictEqual(first.body, body)) problems.push(`${url} showed version ${body.version} in two ways: ${differenceOf(first.body, body)}`)
  }

  /** A copy is what is answered now, or at once is called current no more. */
  async function compare (url: string, { etag, body }: Copy): Promise<void> {
    counts.compared++
    const fresh = await get(url)
    if (fresh.status !== 200 || fresh.etag !== etag || isDeepStrictEqual(content(fresh), body)) return
    // It may be newer than its ETag, where something was written while it was read; then the ETag is an old one by now.
    const again = await get(url, etag)
    if (again.status === 304) problems.push(`${url} is called current and is another: ${differenceOf(body, content(fresh))}`)
  }

  async function * urls (): AsyncGenerator<string> {
    yield * [...READS, ...isAdmin ? ADMIN_READS : []]
    for (const list of [...LISTS, ...isAdmin ? ADMIN_LISTS : []]) {
      for (let url: string | null = list, pages = 0; url !== null && pages < 40; pages++) {
        yield url
        const next: string | null = held.get(url)?.body.nextCursor ?? null
        // The feed always tells where to go on.
        url = next === null || list.startsWith('/v1/changes') ? null : `${list}&cursor=${encodeURIComponent(next)}`
      }
    }
    const ids: string[] = (held.get('/v1/plans')?.body.items ?? []).map(({ id }: Json) => id).filter((id: string) => id.startsWith('sync-'))
    for (const id of [FIXED, ...sample(ids, 6)]) yield * ofPlan(id)
    const targets = [...held].flatMap(([url, { body }]) => url.startsWith('/v1/targets?limit=40') ? body.items.map(({ id }: Json) => id as string) : [])
    for (const id of [`${FIXED}.a`, `${FIXED}.c`, `${FIXED}.k`, ...sample(targets, 5)]) yield * ofTarget(id)
  }

  /** Follows until told to stop; one in four copies, and each of what changes most, is compared at once with what is answered without an ETag. */
  async function follow (state: { isOver: boolean }): Promise<void> {
    while (!state.isOver) {
      for await (const url of urls()) {
        const copy = await look(url)
        if (copy !== undefined && Math.random() < 0.25) await compare(url, copy)
        const hot = await look(HOT[by])
        if (hot !== undefined) await compare(HOT[by], hot)
        if (state.isOver) return
      }
    }
  }

  /** While nothing is written: brings each copy up to date, and compares each with what is answered without an ETag. */
  async function settle (): Promise<void> {
    for await (const url of urls()) await look(url)
    const left = [...held.keys()]
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      for (let url: string | undefined; (url = left.pop()) !== undefined;) {
        // A new day in between is tried once more.
        const difference = await unlike(url) && await unlike(url)
        if (difference !== null) problems.push(`${url} is held otherwise than it is: ${difference}`)
      }
    }))
  }

  async function unlike (url: string): Promise<string | null> {
    const copy = await look(url)
    const fresh = await get(url)
    counts.compared++
    if (copy === undefined) return fresh.status === 404 ? null : `answered ${fresh.status}`
    const body = content(fresh)
    return isDeepStrictEqual(body, copy.body) ? null : differenceOf(copy.body, body)
  }

  /** At the end: each version of a plan that was seen is the version that can be read later. */
  async function judge (): Promise<void> {
    for (const { url, body } of versions.values()) {
      const answer = await get(url)
      if (answer.status === 200 && !isDeepStrictEqual(content(answer), body)) problems.push(`${url} is not what was shown as it: ${differenceOf(body, content(answer))}`)
    }
  }

  return { follow, settle, judge, problems, counts, held, versions }
}

const sample = <T>(items: T[], count: number): T[] => Array.from({ length: Math.min(count, items.length) }, () => items[Math.floor(Math.random() * items.length)]!)

/** Where two values first differ, in a few words. */
export function differenceOf (a: Json, b: Json, path = ''): string {
  if (typeof a === 'object' && a !== null && typeof b === 'object' && b !== null) {
    for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) if (!isDeepStrictEqual(a[name], b[name])) return differenceOf(a[name], b[name], `${path}/${name}`)
  }
  return `${path}: ${String(JSON.stringify(a)).slice(0, 200)} against ${String(JSON.stringify(b)).slice(0, 200)}`
}
