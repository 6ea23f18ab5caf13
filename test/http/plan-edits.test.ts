import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { codeOf, keyWith, pointersOf, restClient } from '../support/rest.ts'
import { indicatorBody, planBody } from '../support/services.ts'

let subject: TestApp
let rest: Awaited<ReturnType<typeof restClient>>
beforeAll(async () => {
  subject = await openTestApp({ now: '2026-06-01T10:00:00.000Z' })
  rest = await restClient(subject, asAdmin)
  await rest.put('/v1/indicators/ledighed', indicatorBody())
})
afterAll(() => subject.close())

const made = async (id: string, change: object = {}): Promise<string> => {
  expect((await rest.put(`/v1/plans/${id}/document`, { ...planBody(), status: 'draft', id, ...change })).status).toBe(201)
  return id
}
const any = { 'if-match': '*' }
const WINDOW = { start: '2024-01-01', deadline: '2024-12-31' }
const TARGET = { title: 'Nyt mål', indicator: 'ledighed', window: WINDOW, rule: { kind: 'threshold', comparator: 'lte', value: 3 } }

describe('a plan written piece by piece', () => {
  test('from nothing to a status, by versions', async () => {
    const head = { id: 'stykvis', kommune: '250', title: 'Stykvis', kind: 'annual_plan', period: { from: '2024-01-01', to: '2024-12-31' } }
    const plan = await rest.post('/v1/plans', head)
    expect([plan.status, plan.headers.etag, plan.body.item]).toEqual([201, '"1"', 'stykvis'])
    const goal = await rest.post('/v1/plans/stykvis/goals', { kind: 'local', title: 'Et mål' }, { 'if-match': plan.headers.etag! })
    expect([goal.status, goal.headers.etag, goal.body.item]).toEqual([201, '"2"', 'stykvis.1'])
    const target = await rest.post('/v1/goals/stykvis.1/targets?position=0', { ...TARGET, window: { ...WINDOW, deadline: '2025-06-30' } }, { 'if-match': goal.headers.etag! })
    expect([target.status, target.body.item, target.body.warnings.map((one: { pointer: string, code: string }) => [one.pointer, one.code])]).toEqual([201, 'stykvis.1a', [['/window', 'window_outside_period'], ['/indicator', 'no_figures']]])
    const patched = await rest.patch('/v1/targets/stykvis.1a', { window: { deadline: '2024-12-31' }, segment: null }, { 'if-match': '"3"', 'content-type': 'application/merge-patch+json' })
    expect([patched.status, patched.headers.etag, patched.body.changes.map((one: { path: string }) => one.path)]).toEqual([200, '"4"', ['/goals/1/targets/1a/window/deadline']])
    expect((await rest.patch('/v1/plans/stykvis', { commitments: [{ code: 'C1', text: 'Svar', quantity: 48, unit: 'hours' }] }, { 'if-match': '"4"' })).body.version).toBe(5)
    expect((await rest.patch('/v1/goals/stykvis.1', { objectives: [{ code: '1.O1', text: 'Før' }] }, { 'if-match': '"5"' })).body.version).toBe(6)
    const adopted = await rest.post('/v1/plans/stykvis/adopt', { adoptedBy: 'Byrådet', adoptedOn: '2023-12-13' }, { 'if-match': '"6"' })
    expect([adopted.status, adopted.body.version]).toEqual([200, 7])
    await rest.post('/v1/measurements', { measurements: [{ indicator: 'ledighed', area: '0250', period: '2024-12', value: 2.5 }] })
    const stranger = await restClient(subject)
    expect((await stranger.get('/v1/plans/stykvis/status?asOf=2025-06-01')).body.targets[0].status).toBe('achieved')
    expect((await stranger.get('/v1/plans/stykvis')).body).toMatchObject({ status: 'adopted', adoptedBy: 'Byrådet', version: 7, commitments: [{ code: 'C1' }] })
    for (const path of ['plans/stykvis', 'goals/stykvis.1', 'targets/stykvis.1a']) expect((await stranger.get(`/v1/${path}`)).headers.etag, path).toMatch(/^"7\./)
  })

  test('moves and removes', async () => {
    await made('flyt')
    expect((await rest.post('/v1/plans/flyt/goals', { kind: 'local', title: 'To' }, any)).body.item).toBe('flyt.2')
    expect((await rest.post('/v1/targets/flyt.1a/move', { goal: 'flyt.2' }, any)).status).toBe(200)
    expect((await rest.post('/v1/goals/flyt.2/move', { position: 0 }, any)).status).toBe(200)
    expect((await rest.get('/v1/plans/flyt')).body.goals.map((one: { code: string, targets: { code: string }[] }) => [one.code, one.targets.map(item => item.code)])).toEqual([['2', ['1a']], ['1', []]])
    const kept = await rest.delete('/v1/goals/flyt.2', any)
    expect([kept.status, kept.body.errors[0].code]).toEqual([422, 'goal_has_targets'])
    expect((await rest.delete('/v1/targets/flyt.1a', any)).status).toBe(200)
    expect((await rest.delete('/v1/goals/flyt.2?withTargets=true', any)).body).toMatchObject({ item: 'flyt.2', created: false, changed: true })
    expect((await rest.delete('/v1/plans/flyt', any)).body).toMatchObject({ version: 0, changed: true })
    expect((await rest.get('/v1/plans/flyt')).status).toBe(404)
  })

  test('tried, writes nothing', async () => {
    await made('proev')
    for (const write of [
      () => rest.post('/v1/plans?validateOnly=true', { id: 'proev-2', kommune: '0250', title: 'x', kind: 'annual_plan', period: { from: '2024-01-01', to: '2024-12-31' } }),
      () => rest.post('/v1/plans/proev/goals?validateOnly=true', { kind: 'local', title: 'x' }),
      () => rest.patch('/v1/targets/proev.1a?validateOnly=true', { title: 'x' }),
      () => rest.delete('/v1/plans/proev?validateOnly=true'),
      () => rest.post('/v1/plans/proev/copy?validateOnly=true', { to: 2025, id: 'proev-2025' }),
      () => rest.post('/v1/plans/proev/adopt?validateOnly=true')
    ]) expect((await write()).body).toMatchObject({ validateOnly: true, changed: true })
    expect((await rest.get('/v1/plans/proev')).body).toMatchObject({ version: 1, status: 'draft' })
    for (const id of ['proev-2', 'proev-2025']) expect((await rest.get(`/v1/plans/${id}`)).status).toBe(404)
  })

  test('is made once under one Idempotency-Key', async () => {
    const body = { id: 'en-gang', kommune: '0250', title: 'x', kind: 'annual_plan', period: { from: '2024-01-01', to: '2024-12-31' } }
    const [first, second] = [await rest.post('/v1/plans', body, { 'idempotency-key': 'k-1' }), await rest.post('/v1/plans', body, { 'idempotency-key': 'k-1' })]
    expect([first.status, second.status, second.headers['idempotency-replayed']]).toEqual([201, 201, 'true'])
    expect(second.body).toEqual(first.body)
  })
})

describe('two admins at once', () => {
  test.each([
    ['PUT', (stale: Record<string, string>) => rest.put('/v1/plans/strid-put/document?reason=x', { ...planBody(), id: 'strid-put', status: 'draft', title: 'Mit' }, stale)],
    ['PATCH', (stale: Record<string, string>) => rest.patch('/v1/targets/strid-patch.1a', { title: 'Mit' }, stale)],
    ['POST', (stale: Record<string, string>) => rest.post('/v1/plans/strid-post/goals', { kind: 'local', title: 'x' }, stale)],
    ['DELETE', (stale: Record<string, string>) => rest.delete('/v1/goals/strid-delete.1?withTargets=true', stale)]
  ] as const)('the late %s is told what changed', async (method, write) => {
    const id = await made(`strid-${method.toLowerCase()}`)
    await rest.patch(`/v1/targets/${id}.1a`, { title: 'Hendes' }, { 'if-match': '"1"' })
    const late = await write({ 'if-match': '"1"' })
    expect(late.status).toBe(412)
    expect(late.body).toMatchObject({ code: 'version_conflict', currentVersion: 2, changesSince: 1, moreChanges: 0, changes: [{ path: '/goals/1/targets/1a/title', op: 'replace', before: 'Højst 3 pct.', after: 'Hendes' }] })
    const without = await write({})
    expect([without.status, codeOf(without)]).toEqual([428, 'precondition_required'])
    expect((await rest.get(`/v1/plans/${id}`)).body.version).toBe(2)
  })
})

describe('versions', () => {
  test('are listed and read, with the status that each would have', async () => {
    await made('udgaver')
    await rest.post('/v1/plans/udgaver/adopt', {}, any)
    await rest.patch('/v1/targets/udgaver.1a?reason=H%C3%A6vet', { rule: { value: 2 } }, any)
    const { items, nextCursor } = (await rest.get('/v1/plans/udgaver/versions?limit=2')).body
    expect(items.map((one: { version: number, status: string, reason: string | null }) => [one.version, one.status, one.reason])).toEqual([[3, 'adopted', 'Hævet'], [2, 'adopted', null]])
    expect((await rest.get(`/v1/plans/udgaver/versions?cursor=${nextCursor}`)).body.items).toMatchObject([{ version: 1, status: 'draft' }])
    const value = async (version: number) => (await rest.get(`/v1/plans/udgaver?version=${version}`)).body.goals[0].targets[0].rule.value
    expect([await value(3), await value(2)]).toEqual([2, 3])
    const document = await rest.get('/v1/plans/udgaver/document?version=2')
    expect([document.headers.etag, document.body.goals[0].targets[0].rule.value]).toEqual([expect.stringMatching(/^"2\./), 3])
    const line = async (version: number) => (await rest.get(`/v1/plans/udgaver/status?version=${version}&asOf=2025-06-01`)).body.targets[0].status
    expect([await line(2), await line(3)]).toEqual(['achieved', 'missed'])
    const stranger = await restClient(subject)
    expect((await stranger.get('/v1/plans/udgaver/versions')).body.items).toHaveLength(2)
    for (const path of ['?version=1', '/document?version=1', '/status?version=1', '?version=9', '/versions?limit=0', '?version=0', '?version=x', '?version=99999999999']) {
      expect([400, 404], path).toContain((await stranger.get(`/v1/plans/udgaver${path}`)).status)
    }
  })

  test('a copy says what it continues and what it proposes', async () => {
    await made('kopi-2024', { status: 'adopted' })
    const copy = await rest.post('/v1/plans/kopi-2024/copy', { to: 2025 })
    expect([copy.status, copy.headers.etag, copy.body.item, copy.body.proposals]).toEqual([201, '"1"', 'kopi-2025', []])
    expect((await rest.get('/v1/plans/kopi-2025')).body).toMatchObject({ status: 'draft', relations: [{ kind: 'continues', plan: 'kopi-2024' }] })
    expect(pointersOf(await rest.post('/v1/plans/kopi-2024/copy', { to: 2025 }))).toEqual(['/id'])
  })
})

describe('hostile input', () => {
  test('is refused clearly', async () => {
    await made('fjende')
    const deep = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
    const sent: [string, string, unknown, Record<string, string>, number[]][] = [
      ['patch', '/v1/targets/fjende.1a', deep(50_000), { 'content-type': 'application/json' }, [400]],
      ['patch', '/v1/targets/fjende.1a', `{"rule":${deep(50_000)}}`, { 'content-type': 'application/merge-patch+json' }, [400]],
      ['patch', '/v1/targets/fjende.1a', '{"__proto__":{"a":1}}', { 'content-type': 'application/merge-patch+json' }, [400]],
      ['patch', '/v1/targets/fjende.1a', '[]', { 'content-type': 'application/json' }, [400]],
      ['patch', '/v1/targets/fjende.1a', 'null', { 'content-type': 'application/json' }, [400]],
      ['patch', '/v1/targets/fjende.1a', '', { 'content-type': 'application/merge-patch+json' }, [400]],
      ['patch', '/v1/targets/fjende.1a', 'titel=x', { 'content-type': 'application/x-www-form-urlencoded' }, [415]],
      ['patch', '/v1/targets/fjende.1a', '{}', { 'content-type': 'application/merge-patch+json', 'content-encoding': 'gzip' }, [415]],
      ['post', '/v1/plans/fjende/goals', '{}', { 'content-type': 'application/merge-patch+json' }, [415]],
      ['patch', '/v1/targets/fjende.1a', { title: 'x\0y' }, {}, [400]],
      ['patch', '/v1/targets/fjende.1a', { title: 'x'.repeat(5_000) }, {}, [400]],
      ['patch', '/v1/targets/fjende.1a', { rule: { value: 1e300 } }, {}, [400]],
      ['patch', '/v1/targets/fjende.%00', {}, {}, [400]],
      ['patch', '/v1/targets/..1a', {}, {}, [404]],
      ['patch', '/v1/goals/fjende', {}, {}, [404]],
      ['patch', '/v1/goals/fjende.1', { targets: [] }, {}, [400]],
      ['patch', '/v1/plans/fjende', { goals: [] }, {}, [400]],
      ['patch', '/v1/plans/ukendt', {}, {}, [404]],
      ['post', '/v1/plans/fjende/goals?position=-1', { kind: 'local', title: 'x' }, {}, [400]],
      ['post', '/v1/plans/fjende/goals?position=99', { kind: 'local', title: 'x' }, {}, [422]],
      ['post', '/v1/plans/fjende/goals', { kind: 'local', title: 'x', code: '../..' }, {}, [400]],
      ['post', '/v1/plans/fjende/goals', [], {}, [400]],
      ['post', '/v1/plans/fjende/goals', undefined, {}, [400]],
      ['post', '/v1/targets/fjende.1a/move', { goal: 7 }, {}, [400]],
      ['post', '/v1/plans/fjende/adopt', { adoptedOn: '2023-02-30' }, {}, [400]],
      ['post', '/v1/plans/fjende/adopt', [], {}, [400]],
      ['post', '/v1/plans/fjende/reopen', {}, {}, [404]],
      ['patch', '/v1/plans/fjende?reason=', {}, {}, [200]],
      ['delete', '/v1/plans/fjende?force=true', undefined, {}, [400]]
    ]
    for (const [method, url, body, headers, statuses] of sent) {
      const answer = await subject.app.inject({ method: method.toUpperCase() as 'PATCH', url, headers: { ...asAdmin, 'if-match': '*', ...body !== undefined && { 'content-type': 'application/json' }, ...headers }, ...body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) } })
      expect(statuses, `${method} ${url} ${JSON.stringify(body)?.slice(0, 60)}: ${answer.body.slice(0, 200)}`).toContain(answer.statusCode)
    }
    expect((await rest.get('/v1/plans/fjende')).body.version).toBe(1)
  })

  test('needs a key of the kommune, and drafts of others are not there', async () => {
    await made('egne')
    const foreign = await keyWith(subject, ['plans:write'], ['0316'])
    expect((await rest.patch('/v1/plans/egne', { title: 'x' }, { ...any, ...foreign })).status).toBe(404)
    expect((await (await restClient(subject)).patch('/v1/plans/egne', { title: 'x' }, any)).status).toBe(401)
    expect((await rest.patch('/v1/plans/egne', { title: 'x' }, { ...any, ...await keyWith(subject, ['measurements:write']) })).status).toBe(403)
    expect((await rest.patch('/v1/plans/egne', { title: 'x' }, { ...any, ...await keyWith(subject, ['plans:write'], ['0250']) })).status).toBe(200)
  })

  test('other methods are named', async () => {
    const answer = await subject.app.inject({ method: 'OPTIONS', url: '/v1/targets/x.1a' })
    expect(answer.headers.allow).toBe('GET, HEAD, PATCH, DELETE, OPTIONS')
  })
})
