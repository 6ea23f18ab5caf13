import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { codeOf, keyWith, pointersOf, restClient } from '../support/rest.ts'
import { planBody } from '../support/services.ts'

let subject: TestApp
let rest: Awaited<ReturnType<typeof restClient>>
beforeAll(async () => {
  subject = await openTestApp({ now: '2024-06-01T10:00:00.000Z' })
  rest = await restClient(subject, asAdmin)
})
afterAll(() => subject.close())

const made = async (id: string, rule: object): Promise<string> => {
  expect((await rest.put(`/v1/plans/${id}/document`, planBody({ id }, { indicator: null, rule }))).status).toBe(201)
  return `/v1/targets/${id}.1a`
}
const milestone = { kind: 'milestone', deliverables: [{ code: 'strategi', title: 'Strategi' }, { code: 'plan', title: 'Plan', due: '2024-03-31' }] }
const statusOn = async (target: string, query: string): Promise<string> => (await rest.get(`${target}/status?${query}`)).body.status

describe('deliverables', () => {
  test('recorded, corrected and taken back, each known from its moment on', async () => {
    const target = await made('milepael', milestone)
    expect(await statusOn(target, 'asOf=2024-05-01')).toBe('at_risk')
    const recorded = await rest.post(`${target}/deliverables/plan`, { doneOn: '2024-03-20', evidence: 'Referat' })
    expect(recorded.status).toBe(201)
    expect(recorded.body).toEqual({ target: 'milepael.1a', code: 'plan', doneOn: '2024-03-20', evidence: 'Referat', recordedAt: '2024-06-01T10:00:00.000Z', actor: expect.any(String) })
    expect(await statusOn(target, 'asOf=2024-05-01')).toBe('on_track')
    subject.clock.now = '2024-06-02T10:00:00.000Z'
    await rest.post(`${target}/deliverables/plan`, { doneOn: null })
    expect((await rest.get(`${target}/deliverables`)).body).toMatchObject({ items: [{ code: 'plan', doneOn: null, evidence: null }], nextCursor: null })
    expect(await statusOn(target, 'asOf=2024-05-01')).toBe('at_risk')
    expect(await statusOn(target, 'asOf=2024-05-01&knownAt=2024-06-01T12:00:00Z')).toBe('on_track')
  })

  test('of an unknown code, target or day are refused', async () => {
    const target = await made('afvist', milestone)
    expect((await rest.post(`${target}/deliverables/ukendt`, { doneOn: '2024-03-20' })).status).toBe(404)
    expect((await rest.post('/v1/targets/ukendt.1a/deliverables/plan', { doneOn: '2024-03-20' })).status).toBe(404)
    const later = await rest.post(`${target}/deliverables/plan`, { doneOn: '2030-01-01' })
    expect([later.status, codeOf(later), ...pointersOf(later)]).toEqual([422, 'unprocessable', '/doneOn'])
    const form = await rest.post(`${target}/deliverables/plan`, { doneOn: 'i går', farve: 1 })
    expect([form.status, ...pointersOf(form)]).toEqual([400, '/doneOn', '/farve'])
    expect(pointersOf(await rest.post(`${target}/deliverables/plan`, {}))).toEqual(['/doneOn'])
  })
})

describe('assessments', () => {
  test('the latest judgement counts', async () => {
    const target = await made('vurdering', { kind: 'assessment' })
    expect(await statusOn(target, 'asOf=2024-05-01')).toBe('no_data')
    const recorded = await rest.post(`${target}/assessments`, { on: '2024-03-01', status: 'at_risk', note: 'Bagud' })
    expect([recorded.status, recorded.body]).toEqual([201, { target: 'vurdering.1a', on: '2024-03-01', status: 'at_risk', note: 'Bagud', evidence: null, recordedAt: expect.any(String), actor: expect.any(String) }])
    await rest.post(`${target}/assessments`, { on: '2024-04-01', status: 'on_track' })
    expect((await rest.get(`${target}/assessments`)).body.items.map((one: { on: string }) => one.on)).toEqual(['2024-03-01', '2024-04-01'])
    expect(await statusOn(target, 'asOf=2024-03-15')).toBe('at_risk')
    expect(await statusOn(target, 'asOf=2024-05-01')).toBe('on_track')
  })

  test('of a target that is judged otherwise are refused', async () => {
    const response = await rest.post(`${await made('ikke-vurderet', milestone)}/assessments`, { on: '2024-03-01', status: 'on_track' })
    expect([response.status, codeOf(response)]).toEqual([422, 'unprocessable'])
    expect(pointersOf(await rest.post(`${await made('forkert', { kind: 'assessment' })}/assessments`, { on: '2024-03-01', status: 'fin' }))).toEqual(['/status'])
  })
})

test('recording needs the scope plans:write for the kommune', async () => {
  const target = await made('adgang', { kind: 'assessment' })
  const body = { on: '2024-03-01', status: 'on_track' }
  expect((await (await restClient(subject)).post(`${target}/assessments`, body)).status).toBe(401)
  expect((await rest.post(`${target}/assessments`, body, await keyWith(subject, ['measurements:write']))).status).toBe(403)
  expect((await rest.post(`${target}/assessments`, body, await keyWith(subject, ['plans:write'], ['0265']))).status).toBe(403)
  expect((await rest.post(`${target}/assessments`, body, await keyWith(subject, ['plans:write'], ['0250']))).status).toBe(201)
})
