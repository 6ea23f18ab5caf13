import { buildSchema, parse, validate } from 'graphql'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from '../graphql/ask.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { keyWith, restClient, type RestClient } from '../support/rest.ts'
import { ADMIN, indicatorBody, planBody } from '../support/services.ts'
import { send, WRITES } from './writes.ts'

// Who may reach what: every operation with a key that is bound elsewhere, and every read by those who see no drafts.

let subject: TestApp
let rest: RestClient
beforeAll(async () => {
  subject = await openTestApp({ now: '2026-06-01T10:00:00.000Z' })
  rest = await restClient(subject, asAdmin)
  await subject.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
})
afterAll(() => subject.close())

describe('a key that is bound to another kommune', () => {
  const entries = async () => (await subject.services.audit.list(ADMIN, { limit: 1 })).items[0]?.seq

  test.each(Object.entries(WRITES))('%s is refused, and nothing is written', async (operation, { prepare }) => {
    const write = await prepare(subject)
    const bound = await keyWith(subject, ['measurements:write', 'plans:write', 'drafts:read'], ['0316'])
    const before = await entries()
    const { status, body } = await send(rest, operation, write, bound)
    // A draft of others is not there; a row of others is a wrong row.
    expect([403, 404, 422], JSON.stringify(body)).toContain(status)
    if (status === 422) expect(JSON.stringify(body.errors)).toMatch(/out_of_scope|forbidden/)
    expect(await entries()).toBe(before)
  })
})

describe('a draft', () => {
  const SECRET = /fortrolig/i
  const PLAN = 'udkast-2024'
  const ADOPTED = 'vedtaget-2025'
  const IDS = [PLAN, ADOPTED, `${PLAN}.1`, `${PLAN}.1a`, '0250', 'ledighed', '2024-1']
  let blind: Record<string, Record<string, string>>
  let seeing: Record<string, string>

  beforeAll(async () => {
    const { goals: [goal] } = planBody()
    const secret = { status: 'draft', title: 'Fortrolig plan', goals: [{ ...goal, title: 'Fortroligt mål', nationalGoals: ['2024-1'], targets: [{ ...goal!.targets[0], title: 'Fortroligt succeskriterium' }] }] }
    const { services } = subject
    await services.plans.putDocument(ADMIN, PLAN, planBody({ id: PLAN, ...secret }))
    await services.comments.record(ADMIN, `${PLAN}.1a`, { on: '2026-05-01', text: 'Fortrolig bemærkning', author: 'Chefen' })
    // Adopted in its second version: the first one was a draft.
    await services.plans.putDocument(ADMIN, ADOPTED, planBody({ id: ADOPTED, ...secret, period: { from: '2025-01-01', to: '2025-12-31' } }))
    await services.plans.putDocument(ADMIN, ADOPTED, planBody({ id: ADOPTED, period: { from: '2025-01-01', to: '2025-12-31' } }), { expectedVersion: 1 })
    await services.measurements.record(ADMIN, { measurements: [{ indicator: 'ledighed', area: '0250', period: '2024-06', value: 4 }] })
    await services.dispatcher.run(() => {})
    blind = {
      'nobody in particular': {},
      'a key without the scope': await keyWith(subject, ['measurements:write', 'plans:write']),
      'a key that is bound to another kommune': await keyWith(subject, ['measurements:write', 'plans:write', 'drafts:read'], ['0316'])
    }
    seeing = await keyWith(subject, ['drafts:read'], ['0250'])
  })

  /** Every read of REST, and every page: as it is, of each id, and filtered by each. */
  function reads (): string[] {
    const ways = ['', '?expand=goals', '?expand=status', '?expand=plan', '?version=1']
    const filters = ['', `?plan=${PLAN}`, `?goal=${PLAN}.1`, `?target=${PLAN}.1a`, `?subject=${PLAN}`, '?status=draft', '?planStatus=draft', '?q=fortrolig', '?indicator=ledighed', '?kommune=0250', '?nationalGoal=2024-1', '?format=ndjson', '?format=csv', '?format=ndjson&status=draft', '?format=ndjson&planStatus=draft']
    const pages = ['/', '/kommuner/{id}', '/reports/{id}', '/charts/{id}.svg', '/badges/{id}.svg']
    const paths = [...Object.keys(rest.document.paths).filter(path => rest.document.paths[path]!.get !== undefined), ...pages]
    return paths.flatMap(path => path.includes('{')
      ? IDS.flatMap(id => ways.map(way => path.replace(/\{\w+\}/g, encodeURIComponent(id)) + way))
      : filters.flatMap(filter => [path + filter, `${path}${filter}${filter === '' ? '?' : '&'}expand=status`]))
  }

  async function tellers (headers: Record<string, string>): Promise<string[]> {
    const found: string[] = []
    for (const url of reads()) {
      const { body, statusCode } = await subject.app.inject({ url, headers })
      expect(statusCode, url).toBeLessThan(500)
      // What was asked for may be named again in a refusal; a file that is packed is looked into by its own tests.
      if (SECRET.test(statusCode === 200 ? body : body.replaceAll('fortrolig', ''))) found.push(url)
    }
    return found
  }

  const QUERIES: Record<string, string> = {
    kommuner: 'kommuner { plans { title goals { title } targets { title } } }',
    kommune: 'kommune(code: "0250") { plans { title targets { title } } }',
    areas: 'areas { name }',
    area: 'area(id: "0250") { name }',
    indicators: 'indicators { id }',
    indicator: 'indicator(id: "ledighed") { id }',
    mappings: 'mappings { id }',
    mapping: 'mapping(id: "jobindsats-y25i01") { id }',
    nationalGoals: 'nationalGoals { goals { title plan { title } } targets { title } }',
    nationalGoal: 'nationalGoal(id: "2024-1") { goals { title } targets { title } }',
    plans: 'plans(filter: { status: DRAFT }) { title targets { title } }',
    plan: `a: plan(id: "${PLAN}") { title versions { edges { node { version actor } } } } b: plan(id: "${ADOPTED}", version: 1) { title goals { title } } c: plan(id: "${ADOPTED}") { title versions { edges { node { version reason } } } }`,
    planDocument: `planDocument(id: "${PLAN}") { document }`,
    goal: `goal(id: "${PLAN}.1") { title plan { title } }`,
    target: `target(id: "${PLAN}.1a") { title comments { text } status { explanation { da } } }`,
    targets: 'a: targets(filter: { planStatus: DRAFT }) { edges { node { title } } } b: targets { edges { node { title } } }',
    statuses: 'a: statuses(filter: { planStatus: DRAFT }) { items { subject { title } } } b: statuses(groupBy: [PLAN]) { groups { key { plan { id name { da } } } targets } items { subject { title } } }',
    measurements: 'measurements { edges { node { id } } }',
    imports: 'imports { edges { node { id } } }',
    import: 'import(id: "x") { id }',
    freshness: `a: freshness { targets } b: freshness(plan: "${PLAN}") { targets }`,
    figures: 'figures(indicator: "ledighed", area: "0250") { items { value } }',
    compare: 'compare(indicator: "ledighed") { items { targets { title } } }',
    whatIf: `whatIf(target: "${PLAN}.1a", input: { rule: { value: 2 } }) { actual { explanation { da } } }`,
    changes: 'changes(first: 100) { items { __typename } }',
    audit: 'audit { edges { node { changes { after } } } }',
    keys: 'keys { id }',
    key: 'key(id: "x") { id }',
    webhooks: 'webhooks { id }',
    webhook: 'webhook(id: "x") { id }'
  }

  test('every query is asked here', () => {
    const schema = buildSchema(readFileSync(new URL('../../graphql/schema.graphql', import.meta.url), 'utf8'))
    expect(Object.keys(QUERIES).toSorted()).toEqual(Object.keys(schema.getQueryType()!.getFields()).toSorted())
    expect(Object.values(QUERIES).flatMap(query => validate(schema, parse(`{ ${query} }`)).map(({ message }) => message))).toEqual([])
  })

  test.each(['nobody in particular', 'a key without the scope', 'a key that is bound to another kommune'])('is shown to %s by no read of REST and no page', async who => {
    expect(await tellers(blind[who]!)).toEqual([])
  }, 120_000)

  test.each(Object.keys(QUERIES))('is shown by %s of GraphQL to none of them', async name => {
    for (const [who, headers] of Object.entries(blind)) {
      const { body } = await ask(subject, `{ ${QUERIES[name]} }`, undefined, headers)
      expect(body, who).not.toMatch(SECRET)
    }
  })

  test('is shown to whoever may see it: a test of the tests', async () => {
    const shown = await tellers(seeing)
    expect(shown.length).toBeGreaterThan(40)
    for (const name of ['plans', 'plan', 'goal', 'target', 'targets', 'statuses']) expect((await ask(subject, `{ ${QUERIES[name]} }`, undefined, seeing)).body, name).toMatch(SECRET)
  }, 120_000)
})
