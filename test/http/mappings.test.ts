import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf } from '../graphql/ask.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { codeOf, keyWith, pointersOf, restClient } from '../support/rest.ts'

let subject: TestApp
let rest: Awaited<ReturnType<typeof restClient>>
beforeAll(async () => {
  subject = await openTestApp({ seed: true, now: '2026-06-01T10:00:00.000Z' })
  rest = await restClient(subject, asAdmin)
})
afterAll(() => subject.close())

const body = (change: Record<string, unknown> = {}) => ({
  id: 'min', title: { da: 'Min', en: 'Mine' }, table: 'y1', series: [{ measure: 'Antal', members: { Køn: 'I alt' }, indicator: 'fleksjob-personer' }], ...change
})

test('a mapping is put, read back as it is put again, and removed', async () => {
  const created = await rest.put('/v1/mappings/min', body())
  expect([created.status, created.body]).toEqual([201, { ...body(), period: 'Periode', area: 'Område', totals: {}, series: [{ ...body().series[0], segment: null }], ignored: { measures: [], members: {} }, query: null, note: null }])
  expect((await rest.put('/v1/mappings/min', created.body)).status).toBe(200)
  const stranger = await restClient(subject)
  expect((await stranger.get('/v1/mappings/min')).body).toEqual(created.body)
  expect((await rest.delete('/v1/mappings/min')).status).toBe(204)
  for (const response of [await rest.get('/v1/mappings/min'), await rest.delete('/v1/mappings/min')]) expect([response.status, codeOf(response)]).toEqual([404, 'not_found'])
})

test('what does not fit together is refused with every place', async () => {
  const response = await rest.put('/v1/mappings/min', body({ series: [{ measure: 'Antal', indicator: 'nothing' }, { measure: 'Antal', members: { Køn: 'Mænd' }, indicator: 'fleksjob-personer', segment: 'x' }] }))
  expect(response.status).toBe(400)
  expect(pointersOf(response)).toEqual(['/series/0/members', '/series/0/indicator', '/series/1/segment'])
  expect(codeOf(await rest.put('/v1/mappings/Min', body()))).toBe('invalid_request')
})

test('writing needs the scope and a key that is not bound', async () => {
  const put = async (headers: Record<string, string>) => (await (await restClient(subject, headers)).put('/v1/mappings/min', body())).status
  expect(await put({})).toBe(401)
  expect(await put(await keyWith(subject, ['plans:write']))).toBe(403)
  expect(await put(await keyWith(subject, ['measurements:write'], ['0250']))).toBe(403)
  expect(await put(await keyWith(subject, ['measurements:write']))).toBe(201)
  await rest.delete('/v1/mappings/min')
})

test('GraphQL tells the same mappings', async () => {
  const fields = 'id title { da en } table period area totals series { measure members indicator segment } ignored { measures members } query { periodType hierarchies } note'
  const { mappings, mapping } = await dataOf(subject, `{ mappings { ${fields} } mapping(id: "jobindsats-y25i01") { ${fields} } }`)
  expect(mappings).toEqual((await rest.get('/v1/mappings')).body.items)
  expect(mapping).toEqual((await rest.get('/v1/mappings/jobindsats-y25i01')).body)
})
