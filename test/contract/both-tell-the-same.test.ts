import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SEED_ACTOR } from '../../src/services/actor.ts'
import { dataOf } from '../graphql/ask.ts'
import { openTestApp, type TestApp } from '../support/app.ts'

const RULE_PARTS = `kind comparator value amount margin mode aggregate direction smoothing indicator { id } segment benchmark { area { id } indicator { id } }
  baseline { period value on benchmark lag } deliverables { code title due } reviewEvery`
const RULE = `rule { ${RULE_PARTS} rules { ${RULE_PARTS} rules { ${RULE_PARTS} } } }`
const EVALUATION = `status final reason provisional late stale met current { period value benchmark measure } baseline { period on value benchmark measure } goalLine { comparator value }
  expected pace paceLimits { onTrack atRisk } progress distance trend projection { measure met }
  evidence { indicator area segment period value flag revision source calculation { method parts { indicator area segment period value flag revision source } missing } } explanation { da en } ${RULE} window { start deadline }`
const CHILD = `indicator segment ${EVALUATION}`
const TARGET_STATUS = `target asOf knownAt ${EVALUATION} children { ${CHILD} children { ${CHILD} children { status } } }`
const ROLLUP = 'overall coverage counts { missed offTrack atRisk awaitingData noData notStarted onTrack achieved }'
const GOAL_STATUS = `goal plan asOf knownAt ${ROLLUP} targets { ...S }`
const PLAN_STATUS = `plan asOf knownAt ${ROLLUP} goals { goal ${ROLLUP} } targets { ...S }`
const TARGET = `id code title plan { id } planStatus goal { id } kommune { id } indicator { id } segment population followUp window { start deadline } ${RULE} paceLimits { onTrack atRisk } location`
const GOAL = `id code plan { id } kommune { id } kind title summary nationalGoals { id } period { from to } objectives { code text location }
  initiatives { code title summary group status location } location targets { ${TARGET} }`
const SWOT = ['strengths', 'weaknesses', 'opportunities', 'threats'].map(part => `${part} { text location }`).join(' ')
const PLAN = `id kommune { id } title kind period { from to } planStatus adoptedBy adoptedOn umbrella { id } mandatedByLaw paceLimits { onTrack atRisk } sources { title location }
  commitments { code text quantity unit per due location } swot { ${SWOT} } relations { kind title plan { id } location } notes { kind text location } version recordedAt goals { ${GOAL} }`
const AREA = 'id code kind name aliases codes { source code } memberships { area { id } validFrom validTo } validFrom validTo note'
const INDICATOR = 'id name { da en } definition unit polarity frequency publicationLagDays breaks source decimals segments { code name { da en } } additive calculation'
const MEASUREMENTS = 'query ($after: String) { measurements(first: 50, after: $after) { edges { node { id indicator area segment period value flag revision source note recordedAt actor import } } pageInfo { endCursor hasNextPage } } }'

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
type Told = { id: string, status: Json }
type ToldPlan = Told & { goals: Told[], targets: Told[] }
const isObject = (value: Json): value is { [name: string]: Json } => typeof value === 'object' && value !== null && !Array.isArray(value)
const snake = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/** The fields that hold words of the domain, which GraphQL writes in capitals. */
const WORDS = ['status', 'planStatus', 'reason', 'provisional', 'trend', 'overall', 'kind', 'comparator', 'mode', 'aggregate', 'direction', 'flag', 'method', 'unit', 'polarity', 'frequency']
/** A commitment's unit is free text. */
const isWord = (name: string, within: { [name: string]: Json }): boolean => WORDS.includes(name) && !(name === 'unit' && 'quantity' in within)

/** A GraphQL answer in the words of REST: things named by their ids, words in small letters, counts without zeros, rules without what is not said. */
function asRest (value: Json): Json {
  if (Array.isArray(value)) return value.map(asRest)
  if (!isObject(value)) return value
  if (Object.keys(value).length === 1 && 'id' in value) return value.id as Json
  return Object.fromEntries(Object.entries(value).map(([name, part]): [string, Json] => {
    if (name === 'counts' && isObject(part)) return [name, Object.fromEntries(Object.entries(part).filter(([, count]) => count !== 0).map(([status, count]) => [snake(status), count]))]
    if (name === 'codes' && Array.isArray(part)) return [name, Object.fromEntries((part as { source: string, code: string }[]).map(({ source, code }) => [source, code]))]
    if (isWord(name, value) && typeof part === 'string') return [name, part.toLowerCase()]
    if (name === 'rule') return [name, said(asRest(part))]
    return [name, asRest(part)]
  }))
}

/** What is said of a value, for REST leaves out of a rule what its plan left out. */
function said (value: Json): Json {
  if (Array.isArray(value)) return value.map(said)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null).map(([name, part]) => [name, said(part)]))
}

/** The answer of REST with its rules as {@link said}. */
function restRules (value: Json): Json {
  if (Array.isArray(value)) return value.map(restRules)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, name === 'rule' ? said(part) : restRules(part)]))
}

/** A plan's or target's `planStatus` is `status` of a plan in REST. */
const withStatus = ({ planStatus, ...plan }: { [name: string]: Json }): Json => ({ ...plan, status: planStatus as Json })

describe('REST and GraphQL tell the same', () => {
  let test: TestApp
  let plans: string[]

  async function rest (path: string, query: Record<string, string> = {}): Promise<Json> {
    const response = await test.app.inject({ method: 'GET', url: `/v1/${path}`, query })
    if (response.statusCode !== 200) throw new Error(`${path} is answered with ${response.statusCode}: ${response.body}`)
    return restRules(response.json())
  }
  const items = async (path: string): Promise<Json> => ((await rest(path)) as { items: Json }).items
  const graphql = async (query: string, variables?: object): Promise<{ [name: string]: Json }> => asRest(await dataOf(test, query, variables)) as { [name: string]: Json }

  beforeAll(async () => {
    test = await openTestApp({ seed: true, now: '2026-07-01T10:00:00Z' })
    const indicator = 'sygedagpenge-jobafklaring-pct-arbejdsstyrke'
    const rows = [['0250', '2024-05', 3.9], ['DK', '2024-05', 3.4], ['0250', '2024-06', 3.9], ['DK', '2024-06', 3.4], ['0250', '2024-07', 3.7], ['DK', '2024-07', 3.4]] as const
    await test.services.measurements.record(SEED_ACTOR, { measurements: rows.map(([area, period, value]) => ({ indicator, area, period, value })) })
    for (const [id, change] of CALCULATED) await test.services.indicators.put(SEED_ACTOR, id, { name: { da: id, en: id }, unit: 'percent', polarity: 'lower_is_better', frequency: 'month', ...change })
    const counts = [['0253', 30, 400], ['0400', 20, 900]] as const
    await test.services.measurements.record(SEED_ACTOR, { measurements: counts.flatMap(([area, persons, force]) => [['ledige', persons], ['styrke', force]].map(([indicator, value]) => ({ indicator, area, period: '2024-06', value }))) })
    await test.services.plans.putDocument(SEED_ACTOR, 'greve-2024', COMBINED)
    plans = (await test.services.plans.list(SEED_ACTOR, {})).items.map(plan => plan.id)
  })
  afterAll(async () => { await test.close() })

  it.each([
    ['2018-06-01'], ['2019-12-31'], ['2021-06-30'], ['2023-06-30'], ['2023-12-01'], ['2024-07-10'], ['2024-08-10'], ['2025-02-15'], [undefined], ['2024-07-10', '2024-01-01T00:00:00Z'], ['2027-01-01', '2026-06-30T22:30:00+02:00']
  ] as [string?, string?][])('of all statuses of all plans, asOf %s, knownAt %s', async (asOf, knownAt) => {
    const when = { ...asOf && { asOf }, ...knownAt && { knownAt } }
    const told = async (things: string): Promise<ToldPlan[]> => (await graphql(`query ($asOf: Date, $knownAt: DateTime) { plans { id ${things} } } fragment S on TargetStatus { ${TARGET_STATUS} }`, when)).plans as never
    const status = 'status(asOf: $asOf, knownAt: $knownAt)'
    const byPlan = await told(`${status} { ${PLAN_STATUS} }`)
    expect(byPlan.map(plan => plan.id)).toEqual(plans)
    for (const plan of byPlan) expect(plan.status).toEqual(await rest(`plans/${plan.id}/status`, when))
    for (const goal of (await told(`goals { id ${status} { ${GOAL_STATUS} } }`)).flatMap(plan => plan.goals)) expect(goal.status).toEqual(await rest(`goals/${goal.id}/status`, when))
    const targets = (await told(`targets { id ${status} { ...S } }`)).flatMap(plan => plan.targets)
    expect(targets.length).toBeGreaterThan(40)
    for (const target of targets) expect(target.status).toEqual(await rest(`targets/${target.id}/status`, when))
    expect(JSON.stringify(targets).includes('group_ratio')).toBe(asOf === undefined || (asOf > '2024-06-30' && knownAt === undefined))
  })

  it.each([['2024-07-10'], ['2020-06-30', '2026-01-01T00:00:00Z'], [undefined]] as [string?, string?][])('of the statuses of the country, filtered, grouped and paged, asOf %s, knownAt %s', async (asOf, knownAt) => {
    const when = { ...asOf && { asOf }, ...knownAt && { knownAt } }
    const subject = 'subject { code title segment kommune { id name } plan { id title kind planStatus period { from to } } goal { id code title nationalGoals { id } } indicator { id name { da en } unit decimals } }'
    const groups = `groups { targets ${ROLLUP} key { kommune { id name { da en } } nationalGoal { id name { da en } } status { id name { da en } } } }`
    const { statuses } = await dataOf(test, `query ($asOf: Date, $knownAt: DateTime) { statuses(asOf: $asOf, knownAt: $knownAt, filter: { kommune: ["0250", "0326", "0253", "0316"], nationalGoalNumber: [1, 2, 3] }, groupBy: [KOMMUNE, NATIONAL_GOAL, STATUS], sort: STATUS_DESC, limit: 5) {
      asOf knownAt total { targets ${ROLLUP} } ${groups} items { ...S ${subject} } nextCursor } } fragment S on TargetStatus { ${TARGET_STATUS} }`, when)
    // Subjects are named in full here, and the words of ids stand as they are.
    const told = statuses.items.map(({ subject: { plan: { planStatus, ...plan }, goal, ...about }, ...status }: { subject: { plan: { [name: string]: Json }, goal: Json } }) => ({
      ...asRest(status as Json) as object, subject: { ...asRest(about as Json) as object, plan: { ...asRest(plan as Json) as object, status: (planStatus as unknown as string).toLowerCase() }, goal: asRest(goal as Json) }
    }))
    const shown = { ...asRest({ asOf: statuses.asOf, knownAt: statuses.knownAt, total: statuses.total, groups: statuses.groups }) as object, items: told, nextCursor: statuses.nextCursor }
    expect(shown).toEqual(await rest('statuses', { ...when, kommune: '0250,0326,0253,0316', nationalGoalNumber: '1,2,3', groupBy: 'kommune,nationalGoal,status', sort: '-status', limit: '5' }))
    expect(told).toHaveLength(5)
  })

  it('of every plan with its goals and targets', async () => {
    for (const id of plans) {
      const { plan } = await graphql(`query ($id: ID!) { plan(id: $id) { ${PLAN} } }`, { id })
      expect(withStatus(plan as { [name: string]: Json })).toEqual(await rest(`plans/${id}`))
    }
  })

  it('of goals and targets by themselves, and of all targets', async () => {
    const { goal, target } = await graphql(`{ goal(id: "holbaek-2023.1") { ${GOAL} } target(id: "frederikssund-2024.3a") { ${TARGET} } }`)
    expect(goal).toEqual(await rest('goals/holbaek-2023.1'))
    expect(target).toEqual(await rest('targets/frederikssund-2024.3a'))
    const { targets } = await dataOf(test, `{ targets(first: 500) { edges { node { ${TARGET} } } } }`)
    expect(asRest(targets.edges.map((edge: { node: Json }) => edge.node))).toEqual(await items('targets?limit=500'))
  })

  it('of kommuner, areas, indicators and national goals', async () => {
    const told = await graphql(`{ kommuner { ${AREA} } areas { ${AREA} } indicators { ${INDICATOR} } nationalGoals { id year number title } }`)
    expect(told.kommuner).toEqual(await items('kommuner'))
    expect(told.areas).toEqual(await items('areas'))
    expect(told.indicators).toEqual(await items('indicators'))
    expect(told.nationalGoals).toEqual(await items('national-goals'))
  })

  it('of the measurements, page by page', async () => {
    let after: string | null = null
    let pages = 0
    do {
      const { measurements } = await dataOf(test, MEASUREMENTS, { after })
      const page = await rest('measurements', after === null ? {} : { cursor: after }) as { items: Json, nextCursor: string | null }
      expect(asRest(measurements.edges.map((edge: { node: Json }) => edge.node))).toEqual(page.items)
      expect(measurements.pageInfo.hasNextPage ? measurements.pageInfo.endCursor : null).toEqual(page.nextCursor)
      after = page.nextCursor
      pages++
    } while (after !== null)
    expect(pages).toBeGreaterThan(2)
  })

  it('of what is refused', async () => {
    for (const [path, query] of [['plans/x', '{ plan(id: "x") { id } }'], ['plans?kommune=9999', '{ plans(filter: { kommune: "9999" }) { id } }'], ['targets?indicator=x', '{ targets(filter: { indicator: "x" }) { edges { cursor } } }']] as const) {
      const { code, detail, errors } = (await test.app.inject({ method: 'GET', url: `/v1/${path}` })).json()
      const { errors: [told] } = (await test.app.inject({ method: 'POST', url: '/graphql', payload: { query } })).json()
      expect({ message: told.message, ...told.extensions }).toEqual({ message: detail, code, ...errors && { errors } })
    }
  })
})

const CALCULATED = [
  ['ledige', { additive: true }],
  ['styrke', { additive: true }],
  ['ledige-andel', { calculation: { kind: 'ratio', numerator: { indicator: 'ledige' }, denominator: { indicator: 'styrke', segment: null }, factor: 100 } }]
] as const

/** A plan with what the real ones do not have: a combination of combinations, limits of its own, a draft beside it. */
const WINDOW = { start: '2024-01-01', deadline: '2024-12-31' }
const COMBINED = {
  id: 'greve-2024',
  kommune: '0253',
  title: 'Beskæftigelsesplan',
  kind: 'annual_plan',
  status: 'adopted',
  period: { from: '2024-01-01', to: '2024-12-31' },
  paceLimits: { onTrack: 0.9, atRisk: 0.5 },
  goals: [{
    code: '1',
    kind: 'local',
    title: 'Mål',
    targets: [{
      code: '1a',
      title: 'Det hele',
      window: WINDOW,
      rule: {
        kind: 'all_of',
        rules: [
          { kind: 'threshold', indicator: 'sygedagpenge-jobafklaring-pct-arbejdsstyrke', comparator: 'lte', value: 3.5, smoothing: 2, baseline: { value: 4, on: '2023-12-31' } },
          { kind: 'any_of', rules: [{ kind: 'milestone', deliverables: [{ code: 'a', title: 'Aftale', due: '2024-06-30' }] }, { kind: 'assessment', reviewEvery: 'P6M' }] },
          { kind: 'monitor', indicator: 'klager-ankestyrelsen-antal' },
          { kind: 'benchmark_level', indicator: 'ledige-andel', comparator: 'lte', benchmark: { area: 'RAR-BOR' } }
        ]
      }
    }]
  }]
}
