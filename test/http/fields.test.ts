import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SEED_ACTOR } from '../../src/services/actor.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { restClient } from '../support/rest.ts'
import { forget } from '../support/services.ts'

let t: TestApp
let rest: Awaited<ReturnType<typeof restClient>>
const TARGET = 'frederikssund-2024.3a'

beforeAll(async () => {
  t = await openTestApp({ seed: true, now: '2024-07-10T10:00:00Z' })
  rest = await restClient(t)
})
afterAll(async () => { await t.close() })
const body = async (url: string, headers = {}): Promise<unknown> => {
  const response = await rest.get(url, headers)
  expect(response.status, JSON.stringify(response.body)).toBe(200)
  return response.body as unknown
}

describe('fields', () => {
  test('leave only what is named, of each item of a list', async () => {
    expect(await body('/v1/plans?kommune=0250&fields=id,period.from')).toEqual({ items: [{ id: 'frederikssund-2024', period: { from: '2024-01-01' } }], nextCursor: null })
    const { items, nextCursor } = await body('/v1/targets?limit=2&fields=title') as { items: object[], nextCursor: unknown }
    expect([items.map(item => Object.keys(item)), typeof nextCursor]).toEqual([[['title'], ['title']], 'string'])
  })

  test('leave only what is named of one thing, through lists and choices', async () => {
    expect(await body(`/v1/targets/${TARGET}?fields=window.deadline,rule.amount`)).toEqual({ window: { deadline: '2024-12-31' }, rule: { amount: 0.2 } })
    const plan = await body('/v1/plans/frederikssund-2024?fields=id,goals.code,goals.targets.title') as { goals: object[] }
    expect(plan.goals.every(goal => Object.keys(goal).join() === 'code,targets')).toBe(true)
    expect(await body(`/v1/targets/${TARGET}/status?fields=status,explanation.da,evidence.calculation.parts.value`)).toEqual({ status: 'no_data', explanation: { da: expect.any(String) }, evidence: expect.any(Array) })
    expect(await body('/v1/me?fields=id')).toEqual({ id: 'anonymous' })
    expect(await body('/v1/plans/frederikssund-2024/status?fields=counts.on_track,overall')).toMatchObject({ overall: expect.any(String), counts: {} })
  })

  test('who names the whole has all of it', async () => {
    const whole = { start: '2024-01-01', deadline: '2024-12-31' }
    for (const fields of ['window,window.start', 'window.start,window']) expect(await body(`/v1/targets/${TARGET}?fields=${fields}`)).toEqual({ window: whole })
  })

  test.each(['nothing', 'id,nothing', 'id.x', 'window.nothing', '', 'id,', '.', 'window.', '__proto__', 'constructor', 'items', 'toString', 'rule.rules.rules.nothing', 'expanded.nothing', `${'a'.repeat(5_000)}`, '%00'])('refuse %j', async fields => {
    const response = await rest.get(`/v1/targets?fields=${fields}`)
    expect([response.status, (response.body as { errors: { pointer: string }[] }).errors[0]?.pointer]).toEqual([400, '?fields'])
  })

  test('go as deep as things go, at once', async () => {
    const start = performance.now()
    expect(await body(`/v1/targets/${TARGET}?fields=rule.kind,rule${'.rules'.repeat(600)}.kind`)).toEqual({ rule: { kind: 'gap_reduction' } })
    expect(performance.now() - start).toBeLessThan(1_000)
  })

  test('say what there is instead', async () => {
    const { errors } = (await rest.get('/v1/targets?fields=window.end')).body as { errors: unknown }
    expect(errors).toEqual([{ pointer: '?fields', code: 'unknown_field', detail: '"window.end": there is no member "end"; there are start, deadline' }])
  })

  test('are offered by every read that is no file, and by nothing that writes', () => {
    const isFile = (path: string): boolean => /^\/v1\/exports\/(?:measurements|statuses|plans)$|\.xlsx$/.test(path)
    for (const [path, methods] of Object.entries(rest.document.paths)) {
      for (const [method, { parameters = [] }] of Object.entries(methods)) expect(parameters.some(one => one.name === 'fields'), `${method} ${path}`).toBe(method === 'get' && !isFile(path))
    }
  })

  test('reach into YAML too', async () => {
    const { text } = await t.app.inject({ url: '/v1/plans/frederikssund-2024/document?fields=id,period.from', headers: { accept: 'application/yaml' } }).then(answer => ({ text: answer.body }))
    expect(text).toBe('id: frederikssund-2024\nperiod:\n  from: "2024-01-01"\n')
  })
})

describe('expand', () => {
  test('tells beside each thing what is usually fetched with it; ids stay ids', async () => {
    const { items } = await body('/v1/targets?plan=frederikssund-2024&expand=indicator,kommune,plan,goal,status&limit=500') as { items: { id: string, plan: string, goal: string, indicator: string | null, expanded: Record<string, { id: string, status: string, target: string } | null> }[] }
    for (const { id, plan, goal, indicator, expanded } of items) {
      expect([expanded.plan?.id, expanded.goal?.id, expanded.indicator?.id ?? null, expanded.kommune?.id]).toEqual([plan, goal, indicator, '0250'])
      expect(expanded.status).toEqual(await body(`/v1/targets/${id}/status`))
    }
  })

  test('of one thing, of plans, goals, measurements and what is awaited', async () => {
    expect(await body(`/v1/targets/${TARGET}?expand=goal&fields=id,expanded.goal.title`)).toEqual({ id: TARGET, expanded: { goal: { title: expect.any(String) } } })
    const { targets: _, ...rollup } = await body('/v1/plans/frederikssund-2024/status?asOf=2024-03-01') as { targets: unknown }
    expect(await body('/v1/plans?kommune=0250&expand=status&asOf=2024-03-01&fields=id')).toEqual({ items: [{ id: 'frederikssund-2024', expanded: { status: rollup } }], nextCursor: null })
    expect(await body('/v1/plans/frederikssund-2024?expand=status,kommune&asOf=2024-03-01&fields=expanded')).toEqual({ expanded: { status: rollup, kommune: expect.objectContaining({ id: '0250' }) } })
    expect(await body('/v1/goals/frederikssund-2024.3?expand=plan&fields=expanded.plan.id')).toEqual({ expanded: { plan: { id: 'frederikssund-2024' } } })
    expect(await body('/v1/measurements?area=0250&limit=1&expand=area,indicator&fields=expanded.area.name,expanded.indicator.id')).toMatchObject({ items: [{ expanded: { area: { name: 'Frederikssund' }, indicator: { id: expect.any(String) } } }] })
    expect(await body('/v1/freshness?kommune=0250&limit=1&expand=area&fields=expanded')).toMatchObject({ items: [{ expanded: { area: { id: '0250' } } }] })
  })

  test('takes as many statements for many things as for one', async () => {
    const count = async (url: string): Promise<number> => {
      await forget(t.services)
      const before = t.countReads()
      await body(url)
      return t.countReads() - before
    }
    for (const url of ['/v1/targets?expand=indicator,kommune,plan,goal,status', '/v1/plans?expand=kommune,status', '/v1/measurements?expand=indicator,area']) {
      const many = await count(`${url}&limit=40`)
      expect([many, many <= 14], url).toEqual([await count(`${url}&limit=25`), true])
    }
  })

  test('shows nothing of drafts to strangers', async () => {
    await t.services.plans.putDocument(SEED_ACTOR, 'greve-2024', { id: 'greve-2024', kommune: '0253', title: 'Kladde', kind: 'annual_plan', period: { from: '2024-01-01', to: '2024-12-31' }, goals: [] })
    expect(JSON.stringify(await body('/v1/plans?expand=kommune,status&limit=500'))).not.toContain('greve-2024')
    expect(JSON.stringify(await body('/v1/plans?expand=kommune,status&limit=500&fields=id', asAdmin))).toContain('greve-2024')
  })

  test.each([['targets?expand=x', '?expand'], ['targets?expand=', '?expand'], ['targets?asOf=2024-01-01', '?asOf'], ['targets?expand=plan&knownAt=2024-01-01T00:00:00Z', '?knownAt'], ['targets?expand=status&asOf=x', '?asOf'], ['areas?expand=plans', '?expand'], ['targets?expand=plan&fields=expanded.plan.x', '?fields']])('is refused for %s', async (url, pointer) => {
    const response = await rest.get(`/v1/${url}`)
    expect([response.status, (response.body as { errors: { pointer: string }[] }).errors[0]?.pointer]).toEqual([400, pointer])
  })
})
