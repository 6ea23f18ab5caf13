import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../support/app.ts'
import { codeOf, pointersOf, restClient } from '../support/rest.ts'

let subject: TestApp
let rest: Awaited<ReturnType<typeof restClient>>
beforeAll(async () => {
  subject = await openTestApp({ seed: true, now: '2026-06-01T10:00:00.000Z' })
  rest = await restClient(subject)
})
afterAll(() => subject.close())

const idsOf = (body: unknown): string[] => (body as { items: { id: string }[] }).items.map(item => item.id)

describe('areas', () => {
  test('the 98 kommuner come whole, sorted as Danes do', async () => {
    const { status, body } = await rest.get('/v1/kommuner')
    expect(status).toBe(200)
    expect(body.items).toHaveLength(98)
    expect(body.nextCursor).toBeNull()
    expect(body.items.at(-1).name).toBe('Aarhus')
  })

  test('pages go on where the last one ended', async () => {
    const first = await rest.get('/v1/kommuner?limit=60&sort=id')
    const second = await rest.get(`/v1/kommuner?limit=60&sort=id&cursor=${first.body.nextCursor}`)
    expect(new Set([...idsOf(first.body), ...idsOf(second.body)]).size).toBe(98)
    expect(second.body.nextCursor).toBeNull()
  })

  test.each(['0250', '250'])('a kommune by the code %s', async code => {
    const { status, body } = await rest.get(`/v1/kommuner/${code}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ id: '0250', name: 'Frederikssund', kind: 'kommune' })
  })

  test('areas by kind and membership', async () => {
    expect(idsOf((await rest.get('/v1/areas?kind=country')).body)).toEqual(['DK'])
    const { body } = await rest.get('/v1/areas?kind=kommune&memberOf=1084&on=2024-01-01')
    expect(idsOf(body)).toContain('0250')
    expect(idsOf(body)).not.toContain('0751')
    expect((await rest.get('/v1/areas/RAR-SJ')).body).toMatchObject({ id: 'RAR-SJ', kind: 'rar' })
  })
})

describe('indicators, national goals, plans and targets', () => {
  test('indicators by unit', async () => {
    const { body } = await rest.get('/v1/indicators?unit=ratio')
    expect(body.items.length).toBeGreaterThan(0)
    expect(new Set(body.items.map((item: { unit: string }) => item.unit))).toEqual(new Set(['ratio']))
    const [id] = idsOf(body)
    expect((await rest.get(`/v1/indicators/${id}`)).body).toEqual(body.items[0])
  })

  test('national goals by year', async () => {
    const { body } = await rest.get('/v1/national-goals?year=2023')
    expect(body.items.length).toBeGreaterThan(0)
    expect(body.items.every((goal: { year: number }) => goal.year === 2023)).toBe(true)
    expect((await rest.get(`/v1/national-goals/${body.items[0].id}`)).body).toEqual(body.items[0])
  })

  test('plans of a kommune, by three digits too', async () => {
    for (const kommune of ['0250', '250']) expect(idsOf((await rest.get(`/v1/plans?kommune=${kommune}`)).body)).toEqual(['frederikssund-2024'])
    expect(idsOf((await rest.get('/v1/plans?on=2024-06-01&sort=-id')).body)).toContain('frederikssund-2024')
  })

  test('a plan holds its goals, and they their targets', async () => {
    const { body } = await rest.get('/v1/plans/frederikssund-2024')
    const targets = body.goals.flatMap((goal: { targets: { id: string }[] }) => goal.targets)
    expect(targets).toHaveLength(11)
    const goal = body.goals.find((one: { id: string }) => one.id === 'frederikssund-2024.3')
    expect((await rest.get('/v1/goals/frederikssund-2024.3')).body).toEqual(goal)
    expect((await rest.get('/v1/targets/frederikssund-2024.3a')).body).toEqual(goal.targets[0])
  })

  test('targets by plan, goal, kommune, indicator and national goal', async () => {
    expect(idsOf((await rest.get('/v1/targets?plan=frederikssund-2024&limit=500')).body)).toHaveLength(11)
    expect(idsOf((await rest.get('/v1/targets?kommune=250&goal=frederikssund-2024.3')).body)).toEqual(idsOf({ items: (await rest.get('/v1/goals/frederikssund-2024.3')).body.targets }))
    expect(idsOf((await rest.get('/v1/targets?indicator=sygedagpenge-jobafklaring-pct-arbejdsstyrke')).body)).toContain('frederikssund-2024.3a')
    expect((await rest.get('/v1/targets?nationalGoal=2023-1')).status).toBe(200)
  })
})

describe('what there is not', () => {
  test('an id longer than any is refused as such', async () => {
    expect(await rest.get(`/v1/plans/${'x'.repeat(1500)}`)).toMatchObject({ status: 400, body: { code: 'invalid_request', detail: expect.stringContaining('1000 characters') } })
  })

  test.each(['/v1/plans/%00', '/v1/kommuner/0250%00', '/v1/targets/x%00.1a/status', '/v1/measurements/%00/revisions'])('%s is refused, for no text holds U+0000', async path => {
    const response = await rest.get(path)
    expect([response.status, pointersOf(response), response.body]).toEqual([400, [path.includes('kommuner') ? '/code' : '/id'], expect.objectContaining({ code: 'invalid_request', detail: expect.stringContaining('U+0000') })])
  })

  test.each([
    '/v1/kommuner/9999', '/v1/kommuner/1084', '/v1/areas/XX', '/v1/indicators/ukendt', '/v1/national-goals/1999-1', '/v1/plans/ukendt', '/v1/plans/ukendt/document',
    '/v1/plans/ukendt/status', '/v1/goals/ukendt.1', '/v1/goals/ukendt.1/status', '/v1/targets/ukendt.1a', '/v1/targets/ukendt.1a/status', '/v1/targets/ukendt.1a/history',
    '/v1/targets/ukendt.1a/deliverables', '/v1/targets/ukendt.1a/assessments', '/v1/measurements/ukendt', '/v1/measurements/ukendt/revisions', `/v1/plans/${'x'.repeat(900)}`
  ])('%s is a 404 problem', async path => {
    const response = await rest.get(path)
    expect(response.status).toBe(404)
    expect(response.type).toBe('application/problem+json')
    expect(response.body).toMatchObject({ type: 'urn:problem:maalopfoelgning:not_found', code: 'not_found', status: 404, instance: path })
  })

  test.each([
    ['/v1/plans?kommune=9999', '?kommune', 'unknown_kommune'],
    ['/v1/plans?kommune=DK', '?kommune', 'unknown_kommune'],
    ['/v1/areas?memberOf=XX', '?memberOf', 'unknown_area'],
    ['/v1/targets?plan=ukendt', '?plan', 'unknown_plan'],
    ['/v1/targets?goal=ukendt.1', '?goal', 'unknown_goal'],
    ['/v1/targets?kommune=9999', '?kommune', 'unknown_kommune'],
    ['/v1/targets?indicator=ukendt', '?indicator', 'unknown_indicator'],
    ['/v1/targets?nationalGoal=1999-1', '?nationalGoal', 'unknown_national_goal'],
    ['/v1/measurements?indicator=ukendt', '?indicator', 'unknown_indicator'],
    ['/v1/measurements?area=XX', '?area', 'unknown_area'],
    ['/v1/measurements?segment=ukendt', '?segment', 'unknown_segment'],
    ['/v1/measurements?indicator=sygedagpenge-jobafklaring-pct-arbejdsstyrke&segment=ukendt', '?segment', 'unknown_segment'],
    ['/v1/plans?status=vedtaget', '?status', 'invalid_value'],
    ['/v1/plans?on=2024-02-30', '?on', 'invalid_value'],
    ['/v1/plans?sort=farve', '?sort', 'invalid_value'],
    ['/v1/plans?limit=0', '?limit', 'invalid_value'],
    ['/v1/plans?limit=501', '?limit', 'invalid_value'],
    ['/v1/plans?limit=mange', '?limit', 'invalid_format'],
    ['/v1/plans?limit=1e2', '?limit', 'invalid_format'],
    ['/v1/plans?limit=1&limit=2', '?limit', 'invalid_type'],
    ['/v1/plans?cursor=x', '?cursor', 'invalid_cursor'],
    ['/v1/measurements?cursor=WyJhIl0', '?cursor', 'invalid_cursor'],
    ['/v1/national-goals?year=nu', '?year', 'invalid_value'],
    ['/v1/targets/frederikssund-2024.3a/status?asOf=2024-13-01', '?asOf', 'invalid_value'],
    ['/v1/targets/frederikssund-2024.3a/status?knownAt=2024-01-01', '?knownAt', 'invalid_format'],
    ['/v1/targets/frederikssund-2024.3a/status?knownAt=9999-12-31T23:59:59-01:00', '?knownAt', 'invalid_value'],
    ['/v1/targets/frederikssund-2024.3a/status?knownAt=0000-01-01T00:00:00%2B01:00', '?knownAt', 'invalid_value'],
    ['/v1/targets/frederikssund-2024.3a/history?step=hver%20dag', '?step', 'invalid_value'],
    ['/v1/targets/frederikssund-2024.3a/history?step=P9999999999999999999999D', '?step', 'invalid_value'],
    ['/v1/targets/frederikssund-2024.3a/history?step=P1D&from=2000-01-01', '?step', 'invalid_value'],
    ['/v1/targets/frederikssund-2024.3a/history?from=2024-02-01&to=2024-01-01', '?to', 'invalid_value']
  ])('%s is a 400 problem that names %s', async (url, pointer, code) => {
    const response = await rest.get(url)
    expect(response.status).toBe(400)
    expect(response.body.errors).toEqual([{ pointer, code, detail: expect.any(String) }])
    expect(response.body.detail).toContain(pointer)
  })

  test('an unknown parameter is refused on every path, by name', async () => {
    for (const [path, operations] of Object.entries(rest.document.paths)) {
      if (operations.get === undefined) continue
      const response = await rest.get(`${path.replace(/\{\w+\}/g, 'x')}?farve=blaa`)
      expect(response.status, path).toBe(400)
      const needed = (operations.get.parameters ?? []).filter(one => one.in === 'query' && one.required).map(one => `?${one.name}`)
      expect(pointersOf(response), path).toEqual([...needed, '?farve'])
      expect(response.body.errors.at(-1).code).toBe('unknown_parameter')
    }
    expect(codeOf(await rest.get('/v1/plans?__proto__=1'))).toBe('invalid_request')
  })
})
