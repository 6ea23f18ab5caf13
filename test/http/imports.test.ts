import { afterAll, beforeAll, expect, test } from 'vitest'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { codeOf, restClient } from '../support/rest.ts'
import { ADMIN, indicatorBody } from '../support/services.ts'

let subject: TestApp
let rest: Awaited<ReturnType<typeof restClient>>
beforeAll(async () => {
  subject = await openTestApp({ now: '2026-06-01T10:00:00.000Z' })
  rest = await restClient(subject, asAdmin)
  await subject.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
})
afterAll(() => subject.close())

test('a batch has an import, which can be looked at and taken back once', async () => {
  const post = async (value: number) => (await rest.post('/v1/measurements', { measurements: [{ indicator: 'ledighed', area: '0250', period: '2024-06', value }] })).body.import as string
  const first = await post(3)
  const second = await post(4)
  expect((await rest.get('/v1/imports')).body.items.map((one: { id: string }) => one.id).toSorted()).toEqual([first, second].toSorted())
  expect((await rest.get(`/v1/imports/${first}`)).body).toMatchObject({ id: first, created: 1, undoes: null })
  const blocked = await rest.post(`/v1/imports/${first}/undo`)
  expect([blocked.status, codeOf(blocked), blocked.body.errors]).toEqual([409, 'conflict', [expect.objectContaining({ code: 'later_change', detail: expect.stringContaining(second) })]])
  const undone = await rest.post(`/v1/imports/${second}/undo`)
  expect([undone.status, undone.body]).toEqual([200, { import: expect.stringMatching(/^imp-/), undoes: second, restored: 1, withdrawn: 0, affectedTargets: [] }])
  expect((await rest.get('/v1/measurements')).body.items).toMatchObject([{ value: 3, revision: 3, import: undone.body.import }])
  expect((await rest.post(`/v1/imports/${second}/undo`)).status).toBe(409)
})

test('what is not there or not allowed is refused', async () => {
  expect((await rest.get('/v1/imports/imp-nothing')).status).toBe(404)
  expect((await rest.post('/v1/imports/imp-nothing/undo')).status).toBe(404)
  const stranger = await restClient(subject)
  for (const response of [await stranger.get('/v1/imports'), await stranger.post('/v1/imports/x/undo')]) expect(response.status).toBe(401)
  expect((await rest.get('/v1/imports?cursor=x')).body.errors).toMatchObject([{ pointer: '?cursor' }])
})
