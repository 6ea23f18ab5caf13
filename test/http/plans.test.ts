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

const put = (id: string, change: object = {}, headers: Record<string, string> = {}, query = '') => rest.put(`/v1/plans/${id}/document${query}`, { ...planBody(), id, ...change }, headers)
const made = async (id: string, change: object = {}): Promise<string> => {
  expect((await put(id, change)).status).toBe(201)
  return id
}

describe('putting an indicator', () => {
  test('creates, then replaces', async () => {
    expect((await rest.put('/v1/indicators/ny', indicatorBody({ id: 'ny' }))).status).toBe(201)
    const replaced = await rest.put('/v1/indicators/ny', indicatorBody({ unit: 'persons' }))
    expect(replaced.status).toBe(200)
    expect(replaced.body).toMatchObject({ id: 'ny', unit: 'persons', decimals: 0, publicationLagDays: 0, breaks: [], definition: null })
    expect((await rest.get('/v1/indicators/ny')).body).toEqual(replaced.body)
  })

  test('names every place that is wrong', async () => {
    const response = await rest.put('/v1/indicators/forkert', { name: { da: 'x' }, unit: 'procent', polarity: 'neutral', frequency: 'month', farve: 1 })
    expect(response.status).toBe(400)
    expect(pointersOf(response).toSorted()).toEqual(['/farve', '/name/en', '/unit'])
    expect(pointersOf(await rest.put('/v1/indicators/en', indicatorBody({ id: 'anden' })))).toEqual(['/id'])
    expect(pointersOf(await rest.put('/v1/indicators/%C3%98L', indicatorBody()))).toEqual(['/id'])
  })

  test('keeps its frequency once there are measurements', async () => {
    await rest.put('/v1/indicators/laast', indicatorBody())
    await rest.post('/v1/measurements', { measurements: [{ indicator: 'laast', area: '0250', period: '2024-01', value: 1 }] })
    const response = await rest.put('/v1/indicators/laast', indicatorBody({ frequency: 'year' }))
    expect([response.status, codeOf(response)]).toEqual([409, 'frequency_locked'])
  })

  test('needs the scope admin', async () => {
    expect((await (await restClient(subject)).put('/v1/indicators/ny', indicatorBody())).status).toBe(401)
    expect((await rest.put('/v1/indicators/ny', indicatorBody(), await keyWith(subject, ['plans:write', 'measurements:write']))).status).toBe(403)
  })
})

describe('putting a plan', () => {
  test('creates it, and the document comes back as it was put', async () => {
    const response = await put('ny')
    expect(response.status).toBe(201)
    expect(response.headers.etag).toBe('"1"')
    expect(response.body).toMatchObject({ plan: 'ny', version: 1, created: true, changed: true, dryRun: false })
    const document = await rest.get('/v1/plans/ny/document')
    expect(document.headers.etag).toMatch(/^"1\./)
    expect(document.body).toEqual({ ...planBody(), id: 'ny' })
  })

  test('the kommune may be named by three digits', async () => {
    await made('tre-cifre', { kommune: '250' })
    expect((await rest.get('/v1/plans/tre-cifre')).body.kommune).toBe('0250')
  })

  test('replaces it on top of the current version alone', async () => {
    await made('udskiftet')
    expect(codeOf(await put('udskiftet', { title: 'Ny' }))).toBe('precondition_required')
    expect((await put('udskiftet', { title: 'Ny' })).status).toBe(428)
    const replaced = await put('udskiftet', { title: 'Ny' }, { 'if-match': '"1"' }, '?reason=Navnet%20var%20forkert')
    expect([replaced.status, replaced.headers.etag]).toEqual([200, '"2"'])
    expect(replaced.body).toMatchObject({ version: 2, created: false, changes: [{ path: '/title', op: 'replace', before: 'En plan', after: 'Ny' }] })
    for (const stale of ['"1"', 'W/"2"', '"2x"', '"1", "3"']) {
      const response = await put('udskiftet', { title: 'Nyere' }, { 'if-match': stale }, '?reason=x')
      expect([response.status, codeOf(response)], stale).toEqual([412, 'version_conflict'])
    }
    expect((await put('udskiftet', { title: 'Nyere' }, { 'if-match': '"1", "2"' }, '?reason=x')).body.version).toBe(3)
    expect((await put('udskiftet', { title: 'Nyest' }, { 'if-match': '*' }, '?reason=x')).body.version).toBe(4)
  })

  test('the same document again changes nothing', async () => {
    await made('samme')
    const response = await put('samme', {}, { 'if-match': '"1"' })
    expect([response.status, response.headers.etag]).toEqual([200, '"1"'])
    expect(response.body).toMatchObject({ version: 1, created: false, changed: false, changes: [] })
  })

  test('If-None-Match: * only makes, If-Match never does', async () => {
    expect((await put('kun-ny', {}, { 'if-none-match': '*' })).status).toBe(201)
    expect((await put('kun-ny', {}, { 'if-none-match': '*' })).status).toBe(412)
    expect((await put('findes-ikke', {}, { 'if-match': '"1"' })).status).toBe(412)
    expect((await put('findes-ikke', {}, { 'if-match': '*' })).status).toBe(412)
    for (const headers of [{ 'if-match': '1' }, { 'if-match': '' }, { 'if-none-match': '"1"' }] as Record<string, string>[]) {
      const response = await put('kun-ny', {}, headers)
      expect(response.status, JSON.stringify(headers)).toBe(400)
      expect(pointersOf(response)[0]).toMatch(/^If-(None-)?Match$/)
    }
  })

  test('an adopted plan changes only with a reason', async () => {
    await made('vedtaget')
    const response = await put('vedtaget', { title: 'Ny' }, { 'if-match': '"1"' })
    expect([response.status, codeOf(response)]).toEqual([422, 'reason_required'])
    expect(pointersOf(response)).toEqual(['?reason'])
    expect((await put('vedtaget', { title: 'Ny' }, { 'if-match': '"1"' }, '?reason=%20')).status).toBe(422)
  })

  test('a dry run tells and writes nothing', async () => {
    const response = await put('proeve', {}, {}, '?dryRun=true')
    expect(response.status).toBe(200)
    expect(response.body).toMatchObject({ version: 0, created: true, changed: true, dryRun: true })
    expect(response.headers.etag).toBeUndefined()
    expect((await rest.get('/v1/plans/proeve')).status).toBe(404)
    await made('proeve-to')
    expect((await put('proeve-to', { title: 'Ny' }, {}, '?dryRun=true')).body).toMatchObject({ version: 1, changed: true, dryRun: true })
    expect((await rest.get('/v1/plans/proeve-to')).body.title).toBe('En plan')
  })

  test('names every place that is wrong', async () => {
    const form = await put('forkert', { kind: 'plan', farve: 1, goals: [{ code: '1', kind: 'local', title: 'x', targets: [{ code: '1a', title: 'x', window: { start: '2024-12-31', deadline: '2024-01-01' }, rule: { kind: 'monitor' } }] }] })
    expect(form.status).toBe(400)
    expect(pointersOf(form).toSorted()).toEqual(['/farve', '/goals/0/targets/0/window/deadline', '/kind'])
    const content = await put('forkert', { kommune: '9999', umbrella: 'ukendt', goals: [{ code: '1', kind: 'local', title: 'x', nationalGoals: ['1999-1'], targets: [{ code: '1', title: 'x', indicator: 'ukendt', window: { start: '2024-01-01', deadline: '2024-12-31' }, rule: { kind: 'monitor' } }] }] })
    expect([content.status, codeOf(content)]).toEqual([422, 'unprocessable'])
    expect(pointersOf(content).toSorted()).toEqual(['/goals/0/nationalGoals/0', '/goals/0/targets/0/code', '/goals/0/targets/0/indicator', '/kommune', '/umbrella'])
    expect(pointersOf(await put('en', { id: 'anden' }))).toEqual(['/id'])
  })

  test('a rule of twenty thousand rules in each other is refused, not a fault', async () => {
    const rule = `${'{"kind":"all_of","rules":['.repeat(20_000)}{"kind":"monitor"}${',{"kind":"monitor"}]}'.repeat(20_000)}`
    const text = JSON.stringify(planBody({ id: 'dyb' }, { rule: 'RULE' })).replace('"RULE"', rule)
    const response = await subject.app.inject({ method: 'PUT', url: '/v1/plans/dyb/document', headers: { ...asAdmin, 'content-type': 'application/json' }, payload: text })
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([400, 'invalid_request'])
  })
})

describe('reading the document', () => {
  test('a copy that is current is not sent again', async () => {
    await made('kopi')
    const etag = (await rest.get('/v1/plans/kopi/document')).headers.etag!
    const response = await rest.get('/v1/plans/kopi/document', { 'if-none-match': etag })
    expect([response.status, response.text, response.headers.etag]).toEqual([304, '', etag])
    expect((await put('kopi', { title: 'Ny' }, { 'if-match': etag }, '?reason=x')).body.version).toBe(2)
    expect((await rest.get('/v1/plans/kopi/document', { 'if-none-match': etag })).status).toBe(200)
    expect((await put('kopi', {}, { 'if-match': etag }, '?reason=x')).status).toBe(412)
  })
})

describe('who may', () => {
  test('a draft is there only for keys that may read it', async () => {
    await made('kladde', { status: 'draft' })
    const stranger = await restClient(subject)
    for (const path of ['plans/kladde', 'plans/kladde/document', 'plans/kladde/status', 'goals/kladde.1', 'goals/kladde.1/status', 'targets/kladde.1a', 'targets/kladde.1a/status', 'targets/kladde.1a/history']) {
      expect((await stranger.get(`/v1/${path}`)).status, path).toBe(404)
      expect((await rest.get(`/v1/${path}`)).status, path).toBe(200)
    }
    expect((await stranger.get('/v1/plans?status=draft')).body.items).toEqual([])
    expect((await stranger.get('/v1/targets?limit=500')).body.items.map((one: { plan: string }) => one.plan)).not.toContain('kladde')
    expect((await stranger.get('/v1/plans?status=draft', await keyWith(subject, ['drafts:read']))).body.items).toMatchObject([{ id: 'kladde' }])
  })

  test('a key for other kommuner may not put the plan', async () => {
    const bound = await keyWith(subject, ['plans:write'], ['0265'])
    expect((await put('fremmed', {}, bound)).status).toBe(403)
    expect((await put('egen', { kommune: '0265' }, bound)).status).toBe(201)
    const kept = await made('bevaret')
    expect((await put(kept, { kommune: '0265' }, { ...bound, 'if-match': '"1"' }, '?reason=x')).status).toBe(403)
    expect((await (await restClient(subject)).put('/v1/plans/x/document', planBody({ id: 'x' }))).status).toBe(401)
  })
})
