import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { openDatabase } from '../../db/database.ts'
import { createStores } from '../../db/stores/index.ts'
import { createServices } from '../../src/services/index.ts'
import { ADMIN_KEY, openTestApp, type TestApp } from '../support/app.ts'
import { createPostgresDatabase } from '../support/postgres.ts'
import { keyWith } from '../support/rest.ts'
import { ADMIN, indicatorBody, planBody } from '../support/services.ts'
import { codesOf, post } from './ask.ts'
import { type Client, listen, openClient, openSocket, refusalOf, take } from './subscribing.ts'

const STATUS = 'subscription S ($plan: [ID!], $kommune: [ID!], $target: [ID!], $indicator: [ID!], $nationalGoal: [ID!], $after: String) { targetStatusChanged(plan: $plan, kommune: $kommune, target: $target, indicator: $indicator, nationalGoal: $nationalGoal, after: $after) { cursor subject } }'
const FIGURES = 'subscription ($indicator: [ID!], $area: [ID!], $after: String) { measurementsRecorded(indicator: $indicator, area: $area, after: $after) { cursor } }'
const PLANS = 'subscription ($kommune: [ID!], $plan: [ID!], $after: String) { planChanged(kommune: $kommune, plan: $plan, after: $after) { cursor subject version } }'

let t: TestApp
let url: string
const clients: Client[] = []
beforeEach(async () => {
  t = await openTestApp({ now: '2024-06-01T10:00:00.000Z' })
  for (const id of ['ledighed', 'andet']) await t.services.indicators.put(ADMIN, id, indicatorBody())
  await t.services.plans.putDocument(ADMIN, 'p', planBody())
  await t.services.plans.putDocument(ADMIN, 'q', planBody({ id: 'q', kommune: '0316', goals: [{ code: '1', kind: 'local', title: 'Et mål', nationalGoals: ['2024-1'], targets: [{ ...planBody().goals[0]!.targets[0], indicator: 'andet' }] }] }))
  await settle()
  url = await listen(t)
})
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose()
  await t.close()
})

const client = (params: Record<string, unknown> = {}): Client => {
  const one = openClient(url, params)
  clients.push(one)
  return one
}
async function settle (): Promise<void> { while (await t.services.dispatcher.run()); }
const record = (value: number, period = '2024-01', indicator = 'ledighed', area = '0250') => t.services.measurements.record(ADMIN, { measurements: [{ indicator, area, period, value }] })
const cursorNow = async (): Promise<string> => (await t.services.changes.list({ after: 'now' })).nextCursor
const numberOf = (cursor: string): number => Number(cursor.slice(4))

describe('a subscription', () => {
  it('tells a change of status with before, after and why, and leads on to what it concerns', async () => {
    const query = `subscription { targetStatusChanged(target: "p.1a") {
      cursor timestamp subject target { title plan { id } indicator { id } status { status } } plan { title } kommune { name }
      before { status asOf } after { status final reason provisional asOf current { period value measure } goalLine { comparator value } } why { da en } because { type cursor } } }`
    const after = await cursorNow()
    const coming = take(client(), query.replace('"p.1a")', `"p.1a", after: "${after}")`), 1)
    await record(9)
    await settle()
    const [event] = (await t.services.changes.list({ after, type: ['target.status_changed'] })).items
    expect(await coming).toEqual([{
      targetStatusChanged: {
        cursor: event!.id,
        timestamp: '2024-06-01T10:00:00.000Z',
        subject: 'p.1a',
        target: { title: 'Højst 3 pct.', plan: { id: 'p' }, indicator: { id: 'ledighed' }, status: { status: 'AT_RISK' } },
        plan: { title: 'En plan' },
        kommune: { name: 'Frederikssund' },
        before: { status: 'NO_DATA', asOf: '2024-06-01' },
        after: { status: 'AT_RISK', final: false, reason: 'PACE_UNKNOWN', provisional: null, asOf: '2024-06-01', current: { period: '2024-01', value: 9, measure: 9 }, goalLine: { comparator: 'LTE', value: 3 } },
        why: (event!.data as { why?: unknown }).why,
        because: { type: 'MEASUREMENTS_RECORDED', cursor: `evt-${numberOf(event!.id) - 1}` }
      }
    }])
  })

  it('tells what was recorded, and of whom', async () => {
    const coming = take(client(), `subscription { measurementsRecorded(after: "${await cursorNow()}") { subject kind undoes created revised withdrawn indicators { id } areas { id ... on Kommune { plans { id } } } } }`, 2)
    const { import: first } = await record(4)
    await record(5)
    const [one, two] = await coming
    expect(one).toEqual({ measurementsRecorded: { subject: first, kind: 'JSON', undoes: null, created: 1, revised: 0, withdrawn: 0, indicators: [{ id: 'ledighed' }], areas: [{ id: '0250', plans: [{ id: 'p' }] }] } })
    expect(two).toMatchObject({ measurementsRecorded: { created: 0, revised: 1 } })
  })

  it('tells a plan that changes, and which targets', async () => {
    const coming = take(client(), 'subscription { planChanged(plan: "p", after: "evt-0") { type subject version title before after reason plan { title } kommune { id } targets { added removed changed more } } }', 2)
    await t.services.plans.putDocument(ADMIN, 'p', planBody({ title: 'Ny titel', status: 'closed' }), { expectedVersion: 1, reason: 'Slut' })
    const kommune = { id: '0250' }
    expect(await coming).toEqual([
      { planChanged: { type: 'PLAN_ADOPTED', subject: 'p', version: 1, title: 'En plan', before: null, after: 'ADOPTED', reason: null, plan: expect.anything(), kommune, targets: { added: ['p.1a'], removed: [], changed: [], more: 0 } } },
      { planChanged: { type: 'PLAN_CHANGED', subject: 'p', version: 2, title: 'Ny titel', before: 'ADOPTED', after: 'CLOSED', reason: 'Slut', plan: { title: 'Ny titel' }, kommune, targets: { added: [], removed: [], changed: [], more: 0 } } }
    ])
  })

  it('of a target that is gone tells what was, and null for what is not there', async () => {
    await record(9)
    await settle()
    await t.services.plans.putDocument(ADMIN, 'p', planBody({}, { code: '1b' }), { expectedVersion: 1, reason: 'Andet mål' })
    const [told] = await take(client(), 'subscription { targetStatusChanged(plan: "p", after: "evt-0") { subject target { title } plan { id } } }', 1)
    expect(told.targetStatusChanged).toEqual({ subject: 'p.1a', target: null, plan: { id: 'p' } })
  })

  it.each([
    [STATUS, {}, ['p.1a', 'q.1a']], [STATUS, { plan: ['p'] }, ['p.1a']], [STATUS, { plan: ['p', 'q'] }, ['p.1a', 'q.1a']], [STATUS, { kommune: '0316' }, ['q.1a']], [STATUS, { kommune: ['316'] }, ['q.1a']],
    [STATUS, { target: ['q.1a'] }, ['q.1a']], [STATUS, { indicator: ['andet'] }, ['q.1a']], [STATUS, { indicator: ['ledighed', 'andet'] }, ['p.1a', 'q.1a']], [STATUS, { nationalGoal: ['2024-1'] }, ['q.1a']],
    [STATUS, { nationalGoal: ['2024-1'], plan: ['p', 'q'], indicator: ['andet'] }, ['q.1a']], [PLANS, {}, ['p', 'q']], [PLANS, { kommune: ['0316'] }, ['q']], [PLANS, { plan: ['p'], kommune: ['0250'] }, ['p']]
  ])('is filtered: %.40s %j', async (query, variables, subjects) => {
    const field = query === PLANS ? 'planChanged' : 'targetStatusChanged'
    const told = await take(client(), query, subjects.length, { after: 'evt-0', ...variables })
    expect(told.map(one => one[field].subject).sort()).toEqual(subjects)
    // Nothing else lies between the beginning and the last that was told.
    const last = numberOf(told.at(-1)[field].cursor)
    const all = (await t.services.changes.list({ after: 'evt-0', limit: 500 })).items.filter(({ id, type }) => numberOf(id) <= last && (field === 'planChanged' ? /^plan/ : /^target/).test(type))
    expect(all.filter(({ data }) => subjects.includes(data.subject))).toHaveLength(subjects.length)
  })

  it('of figures is filtered by what is among them', async () => {
    const after = await cursorNow()
    await record(1, '2024-01', 'ledighed', '0250')
    await record(1, '2024-01', 'andet', '0250')
    await record(1, '2024-01', 'andet', 'DK')
    const first = numberOf(after) + 1
    for (const [variables, cursors] of [[{ indicator: 'ledighed' }, [first]], [{ indicator: ['andet'] }, [first + 1, first + 2]], [{ area: ['DK'] }, [first + 2]], [{ indicator: ['andet'], area: ['0250'] }, [first + 1]]] as const) {
      const told = await take(client(), FIGURES, cursors.length, { after, ...variables })
      expect(told.map(one => numberOf(one.measurementsRecorded.cursor))).toEqual(cursors)
    }
  })

  it.each([
    [STATUS, { plan: ['nix'] }, 'no plan "nix"'], [STATUS, { kommune: ['9999'] }, 'no kommune'], [STATUS, { target: ['p.1a', 'p.9'] }, 'no target "p.9"'], [STATUS, { indicator: ['nix'] }, 'no indicator'],
    [STATUS, { nationalGoal: ['nix'] }, 'no national goal'], [FIGURES, { area: ['nix'] }, 'no area'], [PLANS, { after: 'x' }, 'no place in this feed'], [PLANS, { after: 'evt-99999' }, 'lies after the last event'],
    [STATUS, { plan: Array.from({ length: 201 }, () => 'p') }, 'at most 200'], [STATUS, { plan: [1.5] }, 'plan'], [STATUS, { after: 7 }, 'after'], [STATUS, { plan: [null] }, 'null']
  ])('is refused for what there is not: %.40s %j', async (query, variables, told) => {
    const [error] = await refusalOf(client(), query, variables)
    expect(error).toMatchObject({ message: expect.stringContaining(told), extensions: { code: 'invalid_request' } })
  })

  it.each([
    ['{ plans { id } }', 'subscriptions only'], ['mutation { revokeKey(id: "x") { userErrors { code } } }', 'subscriptions only'], ['subscription { nix }', 'Cannot query field'], ['subscription {', 'Syntax'], ['', 'is needed'],
    ['subscription { planChanged @skip(if: true) { cursor } }', 'one field'], ['subscription ($x: Boolean!) { ...F } fragment F on Subscription { planChanged @include(if: $x) { cursor } }', 'one field'],
    ['subscription { planChanged { cursor } measurementsRecorded { cursor } }', 'one'], ['subscription { __typename }', 'introspection'], ['fragment F on Plan { id }', 'operation'],
    ['subscription A { planChanged { cursor } } subscription B { planChanged { cursor } }', 'operation'], ['{"kind":"Document"}', 'JSON'],
    [`subscription { planChanged { ${'plan { goals { '.repeat(8)} id ${'} }'.repeat(8)} } }`, 'deep'], [`subscription { planChanged { ${'a: cursor '.repeat(1001)} } }`, 'fields'], [`subscription { planChanged { cursor } } #${'x'.repeat(20_000)}`, 'characters']
  ])('is checked as a query is: %.60s', async (query, told) => {
    const subscriber = client()
    const [error] = await refusalOf(subscriber, query)
    expect(error).toMatchObject({ message: expect.stringContaining(told), extensions: { code: expect.stringMatching(/^(invalid_request|payload_too_large)$/) } })
    // The connection goes on.
    expect(await take(subscriber, PLANS, 1, { after: 'evt-0' })).toHaveLength(1)
  })

  it('runs the operation that is named', async () => {
    const query = 'subscription A { planChanged(after: "evt-0") { a: cursor } } subscription B { planChanged(after: "evt-0") { b: cursor } }'
    const { value } = await client().iterate<{ planChanged: object }>({ query, operationName: 'B' }).next()
    expect(Object.keys(value!.data!.planChanged)).toEqual(['b'])
  })

  it('is refused over HTTP, with the way to go', async () => {
    const query = 'query Q { plans { id } } subscription S { planChanged { cursor } }'
    const answer = await post(t, { query, operationName: 'S' })
    expect([answer.status, codesOf(answer), answer.errors?.[0]?.message]).toEqual([400, ['invalid_request'], expect.stringContaining('graphql-transport-ws')])
    const got = await t.app.inject({ method: 'GET', url: '/graphql', query: { query, operationName: 'S' } })
    expect([got.statusCode, got.json().errors[0].message]).toEqual([400, expect.stringContaining('graphql-transport-ws')])
    expect((await post(t, { query, operationName: 'Q' })).data.plans).toHaveLength(2)
  })

  it('hears what another instance writes', async () => {
    const other = createServices(t.stores, () => new Date(t.clock.now))
    const subscriber = client()
    const coming = take(subscriber, FIGURES, 3)
    await subscriber.ready
    // From now on means from when it began, which only the first event shows.
    const told = coming.then(() => true)
    for (let value = 1; !await Promise.race([told, Promise.resolve(false)]); value++) {
      await other.measurements.record(ADMIN, { measurements: [{ indicator: 'ledighed', area: '0250', period: '2024-02', value }] })
      await new Promise(resolve => setTimeout(resolve, 20))
    }
    expect((await coming).map((one, _, all) => numberOf(one.measurementsRecorded.cursor) - numberOf(all[0].measurementsRecorded.cursor))).toEqual([0, 1, 2])
  })
})

describe('a connection that is lost in a storm of writes', () => {
  it('is taken up again after the last cursor: every event once, in order', { timeout: 60_000 }, async () => {
    const begin = await cursorNow()
    const COUNT = 1_500
    const storm = (async () => {
      for (let value = 1; value <= COUNT; value++) await record(value, '2024-03', value % 3 === 0 ? 'andet' : 'ledighed')
    })()
    const seen: number[] = []
    let kills = 0
    let after = begin
    while (seen.length < COUNT) {
      const subscriber = client()
      const socket = await subscriber.ready
      // Sometimes at once, sometimes after a while; the first it tears down, later ones it lets live longer.
      const patience = [1, 40, 7, 333, 90][kills % 5]!
      let told = 0
      try {
        for await (const { data } of subscriber.iterate<{ measurementsRecorded: { cursor: string } }>({ query: FIGURES, variables: { after } })) {
          after = data!.measurementsRecorded.cursor
          seen.push(numberOf(after))
          if (seen.length === COUNT) break
          if (++told < patience) continue
          socket.terminate()
          kills++
          // What had come and was not looked at yet is lost, as when a page is closed.
          break
        }
      } catch {}
    }
    await storm
    expect(kills).toBeGreaterThan(5)
    const first = numberOf(begin) + 1
    expect(seen).toEqual(Array.from({ length: COUNT }, (_, at) => first + at))
  })

  it('reaches many who follow at once, some from the beginning', { timeout: 60_000 }, async () => {
    const COUNT = 400
    const begin = await cursorNow()
    for (let value = 1; value <= COUNT / 2; value++) await record(value)
    const all = Promise.all(Array.from({ length: 30 }, (_, at) => take(client(), FIGURES, COUNT - at, { after: `evt-${numberOf(begin) + at}` })))
    for (let value = COUNT / 2 + 1; value <= COUNT; value++) await record(value)
    for (const [at, told] of (await all).entries()) expect(told.map(one => numberOf(one.measurementsRecorded.cursor))).toEqual(Array.from({ length: COUNT - at }, (_, place) => numberOf(begin) + at + place + 1))
  })
})

const postgres = inject('postgres')
describe.skipIf(postgres.url === null)('several instances on PostgreSQL', () => {
  it('write at once, and who follows any of them is told every event once, in one order', { timeout: 60_000 }, async () => {
    const databaseUrl = await createPostgresDatabase(postgres.url!)
    const [here, COUNT] = [await openTestApp({ databaseUrl }), 150]
    await here.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
    const elsewhere = await openDatabase(databaseUrl)
    const services = [here.services, createServices(createStores(elsewhere), () => new Date()), createServices(createStores(elsewhere), () => new Date())]
    const from = numberOf((await here.services.changes.list({ after: 'now' })).nextCursor)
    const follower = openClient(await listen(here))
    const [early, late] = [take(follower, FIGURES, COUNT * 3, { after: `evt-${from}` }), take(follower, FIGURES, COUNT * 3 - 40, { after: `evt-${from}` })]
    await Promise.all(services.map(async ({ measurements }, instance) => {
      for (let value = 1; value <= COUNT; value++) await measurements.record(ADMIN, { measurements: [{ indicator: 'ledighed', area: '0250', period: `2024-0${instance + 1}`, value }] })
    }))
    for (const told of [await early, await late]) expect(told.map(one => numberOf(one.measurementsRecorded.cursor))).toEqual(told.map((_, at) => from + 1 + at))
    await follower.dispose()
    await elsewhere.close()
    await here.close()
  })
})

describe('who subscribes', () => {
  const DRAFT = planBody({ id: 'udkast', status: 'draft', title: 'Hemmeligt' })

  it('is told nothing of drafts, whatever the key; what is a draft again is shown to those who may', async () => {
    const after = await cursorNow()
    await t.services.plans.putDocument(ADMIN, 'udkast', DRAFT)
    await t.services.plans.putDocument(ADMIN, 'p', planBody({ title: 'Sidst' }), { expectedVersion: 1, reason: 'x' })
    const { authorization } = await keyWith(t, ['drafts:read'])
    for (const params of [{}, { authorization }, { Authorization: `Bearer ${ADMIN_KEY}` }]) {
      const [told] = await take(client(params), PLANS, 1, { after })
      expect(told.planChanged.subject).toBe('p')
    }
    expect(await refusalOf(client(), PLANS, { plan: ['udkast'] })).toMatchObject([{ message: expect.stringContaining('no plan "udkast"') }])
  })

  it('has the rights of its key in what an event leads on to', async () => {
    const query = 'subscription { planChanged(plan: "p", after: "evt-0") { plan { kommune { plans { id } } } } }'
    await t.services.plans.putDocument(ADMIN, 'udkast', DRAFT)
    const ids = async (params?: Record<string, unknown>) => (await take(client(params), query, 1))[0].planChanged.plan.kommune.plans.map((plan: { id: string }) => plan.id)
    expect(await ids()).toEqual(['p'])
    expect(await ids({ Authorization: (await keyWith(t, ['drafts:read'])).authorization })).toEqual(['p', 'udkast'])
    expect(await ids({ Authorization: (await keyWith(t, ['drafts:read'], ['0316'])).authorization })).toEqual(['p'])
  })

  it('may send the key with the request that opens the connection', async () => {
    const { socket, init, send, until } = openSocket(url, undefined, { headers: { authorization: `Bearer ${ADMIN_KEY}` } })
    await init()
    send({ id: '1', type: 'subscribe', payload: { query: PLANS, variables: { after: 'evt-0' } } })
    expect((await until('next')).payload.data.planChanged.cursor).toBeDefined()
    socket.terminate()
    await expect(openSocket(url, undefined, { headers: { authorization: 'Bearer nobody' } }).opened).rejects.toThrow('401')
  })

  it.each([['Bearer nobody', 'not known'], ['Basic eDp5', 'Bearer <key>'], [7, 'not text'], [{ a: 1 }, 'not text'], [`Bearer ${'æ'.repeat(300)}`, 'Bearer <key>'], ['', 'Bearer <key>']])('is refused with %j', async (authorization, told) => {
    for (const name of ['Authorization', 'authorization']) {
      const { code, reason } = await client({ [name]: authorization }).closed
      expect([code, reason]).toEqual([4403, expect.stringContaining(told)])
    }
  })
})
