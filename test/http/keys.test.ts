import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { codeOf, keyWith, pointersOf, restClient } from '../support/rest.ts'

let subject: TestApp
let admin: Awaited<ReturnType<typeof restClient>>
let stranger: Awaited<ReturnType<typeof restClient>>
beforeAll(async () => {
  subject = await openTestApp({ now: '2026-06-01T10:00:00.000Z' })
  admin = await restClient(subject, asAdmin)
  stranger = await restClient(subject)
})
afterAll(() => subject.close())

describe('keys', () => {
  test('are made, used, rotated and revoked', async () => {
    const made = await admin.post('/v1/api-keys', { name: 'Natlig', scopes: ['measurements:write'], kommuner: ['250'] })
    expect(made.status).toBe(201)
    const { key, secret } = made.body
    const own = { authorization: `Bearer ${secret}` }
    expect((await stranger.get('/v1/me', own)).body).toEqual({ id: key.id, name: 'Natlig', scopes: ['measurements:write'], kommuner: ['0250'], indicators: null, expiresAt: null })
    expect((await admin.get(`/v1/api-keys/${key.id}`)).body).toEqual(key)
    const rotated = await admin.post(`/v1/api-keys/${key.id}/rotate`, { graceHours: 0 })
    expect([rotated.status, rotated.body.earlierUntil]).toEqual([200, '2026-06-01T10:00:00.000Z'])
    expect((await stranger.get('/v1/me', own)).status).toBe(401)
    const next = { authorization: `Bearer ${rotated.body.secret}` }
    expect((await stranger.get('/v1/me', next)).status).toBe(200)
    expect((await admin.delete(`/v1/api-keys/${key.id}`)).status).toBe(204)
    const refused = await stranger.get('/v1/me', next)
    expect([refused.status, refused.headers['www-authenticate'], codeOf(refused)]).toEqual([401, 'Bearer', 'unauthenticated'])
    expect((await admin.get('/v1/api-keys?sort=-createdAt')).body.items.map((one: { id: string }) => one.id)).toContain(key.id)
  })

  test('without one a caller is anonymous', async () => {
    expect((await stranger.get('/v1/me')).body).toEqual({ id: 'anonymous', name: 'anonymous', scopes: [], kommuner: null, indicators: null, expiresAt: null })
    for (const response of [await stranger.get('/v1/api-keys'), await stranger.post('/v1/api-keys', { name: 'x', scopes: ['admin'] })]) expect(response.status).toBe(401)
  })

  test('are refused with the place, and to those who are no admins', async () => {
    const bad = await admin.post('/v1/api-keys', { name: 'x', scopes: ['plans:write'], kommuner: ['9999'] })
    expect([bad.status, pointersOf(bad)]).toEqual([422, ['/kommuner/0']])
    const writer = await keyWith(subject, ['plans:write'])
    expect((await stranger.post('/v1/api-keys', { name: 'x', scopes: ['admin'] }, writer)).status).toBe(403)
    expect((await admin.get('/v1/api-keys/nothing')).status).toBe(404)
    const { body: { id } } = await admin.get('/v1/me')
    expect(codeOf(await admin.delete(`/v1/api-keys/${id}`))).toBe('conflict')
  })
})
