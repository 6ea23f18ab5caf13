import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, codesOf } from '../graphql/ask.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { codeOf, keyWith, pointersOf, restClient } from '../support/rest.ts'
import { indicatorBody, planBody } from '../support/services.ts'

let subject: TestApp
let rest: Awaited<ReturnType<typeof restClient>>
beforeAll(async () => {
  subject = await openTestApp({ now: '2026-06-01T10:00:00.000Z' })
  rest = await restClient(subject, asAdmin)
})
afterAll(() => subject.close())

const MERGE = { 'content-type': 'application/merge-patch+json' }

describe('indicators', () => {
  test('are changed by what is given, and removed while nothing uses them', async () => {
    await rest.put('/v1/indicators/ny', indicatorBody({ source: 'Jobindsats' }))
    const changed = await rest.patch('/v1/indicators/ny', { source: null, name: { en: 'Other' } }, MERGE)
    expect([changed.status, changed.body.source, changed.body.name]).toEqual([200, null, { da: 'Ledighed', en: 'Other' }])
    expect((await rest.patch('/v1/indicators/ny', {})).body).toEqual(changed.body)
    expect((await rest.get('/v1/indicators/ny')).body).toEqual(changed.body)
    expect((await rest.delete('/v1/indicators/ny')).status).toBe(204)
    expect((await rest.get('/v1/indicators/ny')).status).toBe(404)
    for (const gone of [await rest.patch('/v1/indicators/ny', {}), await rest.delete('/v1/indicators/ny')]) expect(codeOf(gone)).toBe('not_found')
  })

  test('that are used stay, and REST and GraphQL say by what in the same words', async () => {
    await rest.put('/v1/indicators/brugt', indicatorBody())
    await rest.put('/v1/plans/plan-a/document', planBody({ id: 'plan-a' }, { indicator: 'brugt' }))
    await rest.post('/v1/measurements', { measurements: [{ indicator: 'brugt', area: '0250', period: '2024-01', value: 1 }] })
    const refused = await rest.delete('/v1/indicators/brugt')
    expect([refused.status, codeOf(refused)]).toEqual([409, 'conflict'])
    expect(refused.body.errors).toEqual([{ pointer: '', code: 'in_use', detail: expect.stringMatching(/the target plan-a\.1a; figures that were posted/) }])
    const { data } = await ask(subject, 'mutation { removeIndicator(id: "brugt") { changed userErrors { path code message { da en } } } }', {}, asAdmin)
    expect(data.removeIndicator).toEqual({ changed: false, userErrors: [{ path: [], code: 'in_use', message: { da: expect.stringContaining('kan ikke fjernes'), en: refused.body.errors[0].detail } }] })
  })

  test.each([
    [{ unit: 'kilo' }, ['/unit']], [{ frequency: null }, ['/frequency']], [[], ['']], ['"x"', ['']], [{ name: 'x' }, ['/name']], [{ id: 'andet' }, ['/id']], [{ segments: [{ code: 'a' }] }, ['/segments/0/name']],
    [{ calculation: { kind: 'sum' } }, ['/calculation/of']], ['{"__proto__": {"unit": "count"}}', undefined], [`${'{"name":'.repeat(5_000)}1${'}'.repeat(5_000)}`, undefined], [{ source: 'x\0' }, ['/source']]
  ])('a change to %j is refused, naming the place', async (patch, pointers) => {
    await rest.put('/v1/indicators/fast', indicatorBody())
    const refused = await rest.patch('/v1/indicators/fast', patch, MERGE)
    expect(refused.status).toBe(400)
    if (pointers !== undefined) expect(pointersOf(refused)).toEqual(pointers)
  })

  test('of a calculation what it could not be is refused', async () => {
    await rest.put('/v1/indicators/fast', indicatorBody())
    const refused = await rest.patch('/v1/indicators/fast', { calculation: { kind: 'rolling_mean', of: { indicator: 'fast' }, periods: 3 } })
    expect([refused.status, pointersOf(refused)]).toEqual([422, ['/calculation']])
  })
})

describe('national goals', () => {
  test('are changed by what is given, and removed while no plan names them', async () => {
    await rest.put('/v1/national-goals/2097-1', { title: 'Flere i job' })
    const changed = await rest.patch('/v1/national-goals/2097-1', { title: 'Rettet' }, MERGE)
    expect([changed.status, changed.body]).toEqual([200, { id: '2097-1', year: 2097, number: 1, title: 'Rettet' }])
    const [goal] = planBody().goals
    await rest.put('/v1/plans/plan-b/document', planBody({ id: 'plan-b', goals: [{ ...goal, targets: [], nationalGoals: ['2097-1'] }] }))
    const refused = await rest.delete('/v1/national-goals/2097-1')
    expect([refused.status, refused.body.errors]).toEqual([409, [{ pointer: '', code: 'in_use', detail: expect.stringContaining('the goal plan-b.1') }]])
    await rest.put('/v1/national-goals/2097-2', { title: 'Flere i job' })
    expect((await rest.delete('/v1/national-goals/2097-2')).status).toBe(204)
    for (const gone of [await rest.patch('/v1/national-goals/2097-2', { title: 'x' }), await rest.delete('/v1/national-goals/2097-2')]) expect(gone.status).toBe(404)
    expect((await rest.delete('/v1/national-goals/x%00')).status).toBe(400)
    expect(pointersOf(await rest.patch('/v1/national-goals/2097-1', { title: null }))).toEqual(['/title'])
    // What is cleared and was never a field is a spelling mistake, not nothing.
    for (const name of ['titel', 'constructor', 'a/b']) expect(pointersOf(await rest.patch('/v1/national-goals/2097-1', { [name]: null }))).toEqual([`/${name.replace('/', '~1')}`])
  })
})

test('only an admin changes or removes them', async () => {
  const writer = await restClient(subject, await keyWith(subject, ['plans:write', 'measurements:write']))
  const stranger = await restClient(subject)
  for (const path of ['indicators/x', 'national-goals/2024-1']) {
    for (const send of [(to: typeof rest) => to.patch(`/v1/${path}`, {}), (to: typeof rest) => to.delete(`/v1/${path}`)]) {
      expect([(await send(stranger)).status, (await send(writer)).status]).toEqual([401, 403])
    }
  }
  expect(codesOf(await ask(subject, 'mutation { removeNationalGoal(id: "2024-1") { changed } }', {}, await keyWith(subject, ['plans:write'])))).toEqual(['forbidden'])
})

test('a segment of a rule becomes null by a patch, in REST and GraphQL', async () => {
  await rest.put('/v1/indicators/delt', indicatorBody())
  for (const id of ['plan-c', 'plan-d']) await rest.put(`/v1/plans/${id}/document`, planBody({ id, status: 'draft' }, { indicator: 'delt', segment: 'unge' }))
  const patched = await rest.patch('/v1/targets/plan-c.1a', { rule: { segment: null } }, { 'if-match': '*' })
  const changes = [{ path: '/goals/1/targets/1a/rule/segment', op: 'add', before: null, after: null }]
  expect([patched.status, patched.body.changes]).toEqual([200, changes])
  const { data } = await ask(subject, 'mutation { updateTarget(id: "plan-d.1a", input: { rule: { segment: null } }, expectedVersion: 1) { version changes { path } userErrors { code } } }', {}, asAdmin)
  expect(data.updateTarget).toEqual({ version: 2, changes: [{ path: changes[0]!.path }], userErrors: [] })
  for (const id of ['plan-c', 'plan-d']) expect((await rest.get(`/v1/plans/${id}/document`)).body.goals[0].targets[0]).toMatchObject({ segment: 'unge', rule: { segment: null } })
})
