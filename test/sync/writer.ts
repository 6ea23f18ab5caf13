import { randomUUID } from 'node:crypto'
import type { Change, Kind, Row } from './changes.ts'
import { type Answer, type Json, Lost, type Servers, Unread } from './servers.ts'
import { goals, KOMMUNER, FIXED, plan, targets } from './world.ts'

/** What became of a change: it was made, it could not be made of what there was (or somebody was first), or nobody knows. */
export type Outcome = 'made' | 'refused' | 'lost'
/** What two who write at once may be answered, or one whose choice is gone. */
const REFUSALS = [400, 404, 409, 412, 422]
const reason = 'Prøve'

/** There is none to choose from. */
class Nothing extends Error {}

/** Makes changes, one after another; `today` is the servers' day. */
export function createWriter ({ ask, read, list }: Servers, today: () => string) {
  const admin = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
    await ask(path, { method, isAdmin: true, ...body !== undefined && { body }, headers: { ...method === 'POST' && { 'idempotency-key': randomUUID() }, ...headers } })

  /** One of some things that there are now. */
  async function one (path: string, pick: number, isWanted: (item: Json) => boolean = () => true): Promise<Json> {
    const found = (await list(path, true)).filter(isWanted)
    if (found.length === 0) throw new Nothing()
    return found[pick % found.length]
  }
  const aPlan = async (pick: number, status: string): Promise<Json> =>
    await one(`/v1/plans?status=${status}&fields=id,version`, pick, ({ id }) => id.startsWith('sync-') && id !== FIXED)
  /** The ids of a plan's goals. */
  const goalsOf = async (id: string): Promise<string[]> => (await read(`/v1/plans/${id}?fields=goals.id`, true)).goals.map((goal: Json) => goal.id)
  const aTarget = async (pick: number, query = ''): Promise<Json> =>
    await one(`/v1/targets?plan=${(await aPlan(pick, 'draft,adopted,closed')).id}${query}`, pick)
  /** Writes on top of the version that is there now. */
  async function onTop (method: string, planId: string, path: string, body?: unknown): Promise<Answer> {
    const { version } = await read(`/v1/plans/${planId}?fields=version`, true)
    return await admin(method, `${path}${path.includes('?') ? '&' : '?'}reason=${reason}`, body, { 'if-match': `"${version}"` })
  }

  async function figures (rows: Row[], by: 'json' | 'csv' | 'graphql'): Promise<Answer> {
    if (by === 'json') return await admin('POST', '/v1/measurements', { measurements: rows })
    if (by === 'csv') return await admin('POST', `/v1/measurements?reason=${reason}`, csvOf(rows), { 'content-type': 'text/csv' })
    const query = 'mutation ($rows: [MeasurementInput!]!) { recordMeasurements(input: { measurements: $rows }) { committed } }'
    const answer = await ask('/graphql', { method: 'POST', isAdmin: true, body: { query, variables: { rows: rows.map(row => ({ ...row, flag: row.flag.toUpperCase() })) } } })
    const { data, errors } = answer.json()
    return data?.recordMeasurements.committed === true ? answer : { ...answer, status: errors?.[0].extensions.code === 'conflict' ? 409 : 500 }
  }

  const doers: Record<Kind, (pick: number, value: number) => Promise<Answer>> = {
    withdrawFigure: async pick => await admin('DELETE', `/v1/measurements/${(await one('/v1/measurements?indicator=sync-antal,sync-sats,sync-aendres&area=0250,DK', pick)).id}?reason=${reason}`),
    undoImport: async pick => {
      const { items } = await read('/v1/imports?limit=20', true)
      return await admin('POST', `/v1/imports/${items[pick % items.length].id}/undo?reason=${reason}`)
    },
    editPlan: async (pick, value) => {
      const { id } = await aPlan(pick, 'draft,adopted')
      return await onTop('PATCH', id, `/v1/plans/${id}`, value % 3 === 0 ? { paceLimits: { onTrack: 0.9, atRisk: value % 80 / 100 } } : { title: `Plan ${value}` })
    },
    editTarget: async (pick, value) => {
      const { id, plan, rule } = await aTarget(pick)
      const change = value % 3 === 0 ? { title: `Succeskriterium ${value}` } : rule.kind === 'threshold' ? { rule: { ...rule, value: value % 100 } } : { window: { start: `${plan.slice(-4)}-0${1 + value % 9}-01`, deadline: `${plan.slice(-4)}-12-${10 + value % 22}` } }
      return await onTop('PATCH', plan, `/v1/targets/${id}`, change)
    },
    addTarget: async (pick, value) => {
      const { id } = await aPlan(pick, 'draft,adopted')
      const [goal] = await goalsOf(id)
      if (goal === undefined) throw new Nothing()
      const all = targets(Number(id.slice(-4)), value % 100)
      const { code: _, ...target } = all[value % all.length]
      return await onTop('POST', id, `/v1/goals/${goal}/targets`, target)
    },
    moveTarget: async (pick, value) => {
      const { id, plan } = await aTarget(pick)
      const those = await goalsOf(plan)
      return await onTop('POST', plan, `/v1/targets/${id}/move`, { goal: those[value % those.length], position: 0 })
    },
    removeTarget: async pick => {
      const { id, plan } = await aTarget(pick)
      return await onTop('DELETE', plan, `/v1/targets/${id}`)
    },
    addGoal: async (pick, value) => {
      const { id } = await aPlan(pick, 'draft,adopted')
      return await onTop('POST', id, `/v1/plans/${id}/goals`, { kind: 'local', title: `Mål ${value}`, nationalGoals: value % 2 === 0 ? ['2024-5'] : [] })
    },
    removeGoal: async (pick, value) => {
      const { id } = await aPlan(pick, 'draft,adopted')
      const those = await goalsOf(id)
      if (those.length < 2) throw new Nothing()
      return await onTop('DELETE', id, `/v1/goals/${those[value % those.length]}?withTargets=true`)
    },
    putDocument: async (pick, value) => {
      const { id, version } = await aPlan(pick, 'draft,adopted')
      const document = await read(`/v1/plans/${id}/document?version=${version}`, true)
      const changed = { ...document, title: `Plan ${value}`, goals: value % 2 === 0 ? document.goals : goals(targets(Number(id.slice(-4)), value % 100)), ...value % 5 === 0 && { status: 'adopted' } }
      return await admin('PUT', `/v1/plans/${id}/document?reason=${reason}`, changed, { 'if-match': `"${version}"` })
    },
    createDraft: async (pick, value) => {
      const [kommune, year] = [KOMMUNER[pick % KOMMUNER.length]!, 2026 + value % 2]
      const { status: _, ...draft } = plan(`sync-${randomUUID()}-${year}`, kommune, year, goals(targets(year, value % 100)))
      return await admin('POST', '/v1/plans', draft)
    },
    copyPlan: async pick => await admin('POST', `/v1/plans/${(await aPlan(pick, 'adopted')).id}/copy`, { to: 2028, id: `sync-${randomUUID()}-2028` }),
    removeDraft: async pick => {
      const { id } = await aPlan(pick, 'draft')
      return await onTop('DELETE', id, `/v1/plans/${id}`)
    },
    adopt: async pick => {
      const { id } = await aPlan(pick, 'draft')
      return await onTop('POST', id, `/v1/plans/${id}/adopt`, { adoptedBy: 'Byrådet' })
    },
    close: async pick => await end(pick, 'close'),
    withdraw: async pick => await end(pick, 'withdraw'),
    comment: async (pick, value) => await admin('POST', `/v1/targets/${value % 2 === 0 ? `${FIXED}.a` : (await aTarget(pick)).id}/comments`, { on: today(), text: `Bemærkning ${value}`, author: 'Chefen' }),
    changeComment: async (pick, value) => await admin('PATCH', `/v1/comments/${(await one(`/v1/targets/${FIXED}.a/comments`, pick)).id}`, { text: `Ændret ${value}` }),
    withdrawComment: async pick => await admin('DELETE', `/v1/comments/${(await one(`/v1/targets/${FIXED}.a/comments`, pick)).id}`),
    deliverable: async (pick, value) => {
      const { id } = await aTarget(pick, '&ruleKind=milestone')
      return await admin('POST', `/v1/targets/${id}/deliverables/D${1 + value % 2}`, { doneOn: value % 4 === 0 ? null : today(), evidence: `Punkt ${value}` })
    },
    assessment: async (pick, value) => {
      const { id } = await aTarget(pick, '&ruleKind=assessment')
      return await admin('POST', `/v1/targets/${id}/assessments`, { on: today(), status: ['on_track', 'at_risk', 'off_track'][value % 3], note: `Nr. ${value}` })
    },
    editIndicator: async (_, value) => await admin('PATCH', '/v1/indicators/sync-aendres', value % 2 === 0 ? { definition: `Nr. ${value}` } : { breaks: value % 3 === 0 ? [] : [`2026-0${1 + value % 9}-01`] }),
    createIndicator: async (_, value) => await admin('PUT', `/v1/indicators/sync-ny-${value % 20}`, { name: { da: `Ny ${value}`, en: `New ${value}` }, unit: 'count', polarity: 'neutral', frequency: 'year' }),
    removeIndicator: async (_, value) => await admin('DELETE', `/v1/indicators/sync-ny-${value % 20}`),
    nationalGoal: async (_, value) => await admin('PUT', `/v1/national-goals/2099-${1 + value % 5}`, { title: `Mål ${value}` }),
    removeNationalGoal: async (_, value) => await admin('DELETE', `/v1/national-goals/2099-${1 + value % 5}`),
    key: async (pick, value) => {
      if (value % 2 === 0) return await admin('POST', '/v1/api-keys', { name: `Nøgle ${value}`, scopes: ['drafts:read'] })
      return await admin('DELETE', `/v1/api-keys/${(await one('/v1/api-keys?active=true', pick, ({ scopes }) => !scopes.includes('admin'))).id}`)
    }
  }

  /** Only of the plans that came meanwhile, so that some remain to be changed. */
  async function end (pick: number, how: string): Promise<Answer> {
    const { id } = await one('/v1/plans?status=adopted&fields=id', pick, ({ id }) => /^sync-.{20}/.test(id))
    return await onTop('POST', id, `/v1/plans/${id}/${how}`, { reason })
  }

  /** @throws Error where it is answered as no change may be */
  return async function make (change: Change): Promise<Outcome> {
    try {
      const answer = change.kind === 'figures' ? await figures(change.rows, change.by) : await doers[change.kind](change.pick, change.value)
      if (REFUSALS.includes(answer.status)) return 'refused'
      if (answer.status >= 300) throw new Error(`${JSON.stringify(change)} was answered with ${answer.status}: ${answer.text}`)
      return 'made'
    } catch (error) {
      if (error instanceof Nothing || (error instanceof Unread && REFUSALS.includes(error.status))) return 'refused'
      if (error instanceof Lost) return 'lost'
      throw error
    }
  }
}

const COLUMNS = ['indicator', 'area', 'period', 'segment', 'flag', 'value'] as const
const csvOf = (rows: Row[]): string => [COLUMNS.join(';'), ...rows.map(row => COLUMNS.map(column => row[column] ?? '').join(';'))].join('\n')
