import { isDeepStrictEqual } from 'node:util'
import { differenceOf } from './copies.ts'
import { type Json, numberOf, type Servers } from './servers.ts'

const EVERY_MS = 100
const keyOf = ({ indicator, area, segment, period }: Json): string => [indicator, area, segment, period].join()
const KINDS = ['deliverables', 'assessments', 'comments'] as const

/** A follower of `/v1/changes`: a copy of plans, figures, indicators and what is recorded of targets, made by reading again only what events name. */
export function createMirror ({ ask, read, list }: Servers) {
  const plans = new Map<string, Json>()
  const figures = new Map<string, Json>()
  const indicators = new Map<string, Json>()
  const recorded = new Map<string, Json>()
  /** The statuses, as they were last told. */
  const statuses = new Map<string, Json>()
  const events: Json[] = []
  const problems: string[] = []
  let after = 'evt-0'

  async function load (): Promise<void> {
    // The place in the feed first: what happens while the rest is read is then read again.
    const { nextCursor } = await read('/v1/changes?after=now')
    for (const one of await list('/v1/indicators')) indicators.set(one.id, one)
    for (const one of await list('/v1/measurements')) figures.set(keyOf(one), one)
    for (const { id } of await list('/v1/plans?fields=id')) await loadPlan(id)
    // Statuses are those that were told; they alone need what is past.
    while (numberOf(after) < numberOf(nextCursor)) await take(numberOf(nextCursor))
  }

  async function loadPlan (id: string): Promise<void> {
    const before = plans.get(id)
    const answer = await ask(`/v1/plans/${id}`)
    if (answer.status === 404) plans.delete(id)
    else plans.set(id, answer.json())
    const targets = targetsOf(plans.get(id))
    for (const target of targetsOf(before)) if (!targets.includes(target)) recorded.delete(target)
    for (const target of targets) if (!recorded.has(target)) await loadRecorded(target)
  }

  async function loadIndicator (id: string): Promise<void> {
    const answer = await ask(`/v1/indicators/${id}`)
    if (answer.status === 404) indicators.delete(id)
    else indicators.set(id, answer.json())
  }

  async function loadRecorded (target: string): Promise<void> {
    const lists: Json = {}
    for (const kind of KINDS) {
      const answer = await ask(`/v1/targets/${target}/${kind}?limit=500`)
      if (answer.status === 404) {
        recorded.delete(target)
        return
      }
      lists[kind] = answer.json().items
    }
    recorded.set(target, lists)
  }

  async function loadFigures (those: { indicator: string, area: string }[]): Promise<void> {
    const byArea = Map.groupBy(those, ({ area }) => area)
    for (const [area, pairs] of byArea) {
      const names = [...new Set(pairs.map(({ indicator }) => indicator))]
      const found = await list(`/v1/measurements?area=${area}&indicator=${names.join()}`)
      for (const [key, one] of figures) if (one.area === area && names.includes(one.indicator)) figures.delete(key)
      for (const one of found) figures.set(keyOf(one), one)
    }
  }

  /** Takes the next page of events, and reads again what they name, unless all was read after them: those up to `known`. */
  async function take (known = 0): Promise<boolean> {
    const page = await read(`/v1/changes?limit=50&after=${after}`)
    const touched = { figures: [] as { indicator: string, area: string }[], plans: new Set<string>(), indicators: new Set<string>(), targets: new Set<string>() }
    for (const event of page.items) {
      events.push(event)
      const { type, data } = event
      if (type === 'target.status_changed') statuses.set(data.target, data.after)
      else if (type === 'measurements.recorded') touched.figures.push(...data.indicators.flatMap((indicator: string) => data.areas.map((area: string) => ({ indicator, area }))))
      else if (type === 'follow_up.recorded') touched.targets.add(data.subject)
      else if (type === 'indicator.changed') touched.indicators.add(data.subject)
      else touched.plans.add(data.subject)
    }
    after = page.nextCursor
    if (numberOf(after) > known) {
      await loadFigures(touched.figures)
      for (const id of touched.plans) await loadPlan(id)
      for (const id of touched.targets) await loadRecorded(id)
      for (const id of touched.indicators) await loadIndicator(id)
    }
    return page.hasMore
  }

  async function follow (state: { isOver: boolean }, wait: (ms: number) => Promise<unknown>): Promise<void> {
    while (!state.isOver) if (!await take()) await wait(EVERY_MS)
  }

  /** Compares the copy with what the server has. */
  async function judge (): Promise<void> {
    while (await take());
    const seen = events.map(({ id }) => id)
    seen.forEach((id, at) => { if (id !== `evt-${at + 1}`) problems.push(`event ${at + 1} is ${id}`) })
    same('figures', new Map((await list('/v1/measurements')).map(one => [keyOf(one), one])), figures)
    const theirs = new Map<string, Json>()
    for (const { id } of await list('/v1/plans?fields=id')) theirs.set(id, await read(`/v1/plans/${id}`))
    same('plans', theirs, plans)
    const targets = new Map<string, Json>()
    for (const plan of theirs.values()) for (const target of targetsOf(plan)) targets.set(target, Object.fromEntries(await Promise.all(KINDS.map(async kind => [kind, (await read(`/v1/targets/${target}/${kind}?limit=500`)).items]))))
    same('what is recorded of targets', targets, recorded)
    // What nobody measures by yet is made and removed without an event.
    same('indicators', new Map((await list('/v1/indicators')).filter(({ id }) => !id.startsWith('sync-ny-')).map(one => [one.id, one])), new Map([...indicators].filter(([id]) => !id.startsWith('sync-ny-'))))
    for (const { target, status, planStatus } of await list('/v1/statuses')) {
      if (planStatus !== 'withdrawn' && statuses.get(target)?.status !== status) problems.push(`${target} is ${status}, and was last told to be ${statuses.get(target)?.status}`)
    }
  }

  function same (what: string, theirs: Map<string, Json>, ours: Map<string, Json>): void {
    for (const id of new Set([...theirs.keys(), ...ours.keys()])) {
      if (!isDeepStrictEqual(theirs.get(id), ours.get(id))) problems.push(`${what}: ${id} is held otherwise than it is: ${differenceOf(ours.get(id), theirs.get(id))}`)
    }
  }

  return { load, follow, judge, problems, events, statuses, sizes: () => ({ plans: plans.size, figures: figures.size, targets: recorded.size, indicators: indicators.size }) }
}

const targetsOf = (plan: Json): string[] => (plan?.goals ?? []).flatMap((goal: Json) => goal.targets.map((target: Json) => target.id))
