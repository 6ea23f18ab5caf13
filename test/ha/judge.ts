import { setTimeout } from 'node:timers/promises'
import type { Received } from '../kill/receiver.ts'
import type { Client, Json } from './client.ts'
import type { Cluster } from './cluster.ts'
import { until } from './processes.ts'
import type { Written } from './writers.ts'
import { AREA, BATCHED, dayRow, DAYS_A_BATCH, EDITED, idOf, indicatorOf, monthOf, type Oracle, statusPath, TARGETS, valueOf } from './world.ts'

export const TOLD = ['measurements.recorded', 'target.status_changed', 'plan.adopted', 'plan.changed']
export type Findings = Record<string, string[]>

type Judged = { client: Client, cluster: Cluster, oracle: Oracle, written: Written, told: Json[], received: Received[], before: number }

/** What is there at the end, beside what was acknowledged. Nobody may write meanwhile. @returns the problems, by what they are about */
export async function judge ({ client, cluster, oracle, written, told, received, before }: Judged): Promise<Findings> {
  const events = await changes(client)
  const comments = (await client.list(`/v1/targets/${idOf(TARGETS[0].code)}/comments`)).map(({ text }) => text)
  const wanted = events.slice(before).filter(({ type }) => TOLD.includes(type))
  const places = new Map<string, number>()
  received.forEach(({ id }, at) => { if (!places.has(id)) places.set(id, at) })
  return {
    'every figure is there with its value, each write once': await figures(cluster, written),
    'every edit of the plan is there, once': await versions(client, written),
    'every remark is there, once': written.comments.filter(text => comments.filter(one => one === text).length !== 1).map(text => `${text}: ${comments.filter(one => one === text).length} times`),
    'revisions, versions, audit entries and events are numbered without gaps': await gaps(cluster),
    'every import has one audit entry and one event': await imports(cluster),
    'who followed the feed was told every event in order': told.every(({ id }, at) => id === events[at]?.id) && told.length <= events.length ? [] : ['the feed differs from what is there'],
    'every status is the one of what was acknowledged': await statuses(client, oracle, written),
    'the last announced status of each target is the one that is computed': await announcements(client, events),
    'every event reached the webhook, with a good signature': [...wanted.filter(({ id }) => !places.has(id)).map(({ id, type }) => `${id} ${type}`), ...received.filter(({ good }) => !good).map(({ id }) => `${id}: bad signature`)],
    'in the order of each subject': outOfOrder(wanted, places),
    'all three nodes hold the same': await differences(cluster)
  }
}

/** Each write of a month is a revision of it, with that write's value, and there is no other. */
async function figures ({ query }: Cluster, { places }: Written): Promise<string[]> {
  const rows = await query<{ indicator: string, period: string, revision: number, value: number }>(`select indicator, period, revision, value from measurements where area = '${AREA}' and indicator like 'ha-%' order by indicator, period, revision`)
  const found = Map.groupBy(rows, ({ indicator, period }) => `${indicator} ${period}`)
  const expected = expectedFigures(places)
  const keys = new Set([...found.keys(), ...expected.keys()])
  return [...keys].flatMap(key => {
    const [is, should] = [found.get(key)?.map(({ value }) => value) ?? [], expected.get(key) ?? []]
    return is.join() === should.join() ? [] : [`${key}: ${is.join()} instead of ${should.join()}`]
  })
}

/** The values of each series' periods, the first revision's first. */
function expectedFigures (places: Written['places']): Map<string, number[]> {
  const expected = new Map<string, number[]>()
  for (const [code, { done }] of places) {
    for (let write = 1; write <= done; write++) {
      const key = `${indicatorOf(code)} ${monthOf(write)}`
      expected.set(key, [...expected.get(key) ?? [], valueOf(write)])
      for (let place = 0; BATCHED.includes(code) && place < DAYS_A_BATCH; place++) expected.set(`ha-dag-${code} ${dayRow(code, write, place).period}`, [write])
    }
  }
  return expected
}

async function versions ({ read }: Client, { titles }: Written): Promise<string[]> {
  const problems: string[] = []
  for (const [at, title] of titles.entries()) {
    const version = at + 2
    const found: Json = await read(`/v1/plans/${EDITED}?version=${version}&fields=title`)
    if (found.title !== title) problems.push(`version ${version} is called ${found.title} instead of ${title}`)
  }
  const { version } = await read(`/v1/plans/${EDITED}?fields=version`)
  return version === titles.length + 1 ? problems : [...problems, `it has ${version} versions instead of ${titles.length + 1}`]
}

const NUMBERED = [
  ['events', 'select max(seq) - count(*) as gap, min(seq) as first from events'],
  ['audit', 'select max(seq) - count(*) as gap, min(seq) as first from audit'],
  ['measurements', 'select max(gap) as gap, max(first) as first from (select max(revision) - count(*) as gap, min(revision) as first from measurements group by indicator, area, segment, period) as each'],
  ['versions', 'select max(gap) as gap, max(first) as first from (select max(version) - count(*) as gap, min(version) as first from plan_versions group by plan) as each']
] as const

async function gaps ({ query }: Cluster): Promise<string[]> {
  const problems: string[] = []
  for (const [what, text] of NUMBERED) {
    const [row] = await query<{ gap: string, first: string }>(text)
    if (Number(row?.gap) !== 0 || Number(row?.first) !== 1) problems.push(`${what}: ${JSON.stringify(row)}`)
  }
  return problems
}

async function imports ({ query }: Cluster): Promise<string[]> {
  const rows = await query<{ id: string, entries: string, events: string }>(`select i.id,
    (select count(*) from audit a where a.subject = i.id) as entries, (select count(*) from events e where e.subject = i.id and e.type = 'measurements.recorded') as events from imports i`)
  return rows.filter(({ entries, events }) => Number(entries) !== 1 || Number(events) !== 1).map(row => JSON.stringify(row))
}

async function statuses ({ read }: Client, oracle: Oracle, { places }: Written): Promise<string[]> {
  const problems: string[] = []
  for (const [code, { done }] of places) {
    const status: Json = await read(statusPath(code))
    if (!oracle.isRight(code, status, done, done)) problems.push(JSON.stringify(status))
  }
  return problems
}

async function announcements ({ read }: Client, events: Json[]): Promise<string[]> {
  const problems: string[] = []
  for (const { code } of TARGETS) {
    const { status }: Json = await read(`/v1/targets/${idOf(code)}/status`)
    const last = events.findLast(({ type, data }) => type === 'target.status_changed' && data.target === idOf(code))?.data.after.status
    if (last !== status) problems.push(`${idOf(code)} is ${status}, announced was ${last}`)
  }
  return problems
}

function outOfOrder (wanted: Json[], places: Map<string, number>): string[] {
  return [...Map.groupBy(wanted, ({ data }) => String(data.subject))]
    .filter(([, list]) => list.some(({ id }, at) => at > 0 && (places.get(id) ?? 0) < (places.get(list[at - 1].id) ?? 0))).map(([subject]) => subject)
}

const CONTENT = `select (select count(*) || '/' || max(seq) from events) || ' events, ' || (select count(*) || '/' || max(seq) from audit) || ' entries, ' ||
  (select count(*) || '/' || sum(value * revision) from measurements) || ' figures, ' || (select count(*) from comments) || ' remarks' as content`

async function differences ({ nodes, query }: Cluster): Promise<string[]> {
  let contents: string[] = []
  const areSame = async (): Promise<boolean> => {
    contents = await Promise.all(nodes.map(async node => (await query<{ content: string }>(CONTENT, node))[0]!.content))
    return new Set(contents).size === 1
  }
  return await until('the standbys have all', areSame, { withinMs: 30_000 }).then(() => [], () => contents)
}

/** Every event, from the first one on. */
export async function changes ({ read }: Pick<Client, 'read'>): Promise<Json[]> {
  const found: Json[] = []
  for (let after = ''; ;) {
    const page: Json = await read(`/v1/changes?limit=500${after && `&after=${after}`}`)
    if (page.items.length === 0) return found
    found.push(...page.items)
    after = page.nextCursor
  }
}

/** Waits until nothing more happens and nothing more is to be delivered. */
export async function drained (client: Client, webhook: string, withinMs: number): Promise<void> {
  for (let quiet = 0, before = -1, end = Date.now() + withinMs; quiet < 5 && Date.now() < end; await setTimeout(1_000)) {
    const { items: pending } = await client.read(`/v1/webhooks/${webhook}/deliveries?state=pending&limit=1`)
    const now = (await changes(client)).length
    quiet = now === before && pending.length === 0 ? quiet + 1 : 0
    before = now
  }
}
