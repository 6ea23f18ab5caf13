import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ask, codesOf } from '../graphql/ask.ts'
import { asAdmin } from '../support/app.ts'
import { type Issuer, NOW, openAppWith, openIssuer } from '../support/issuer.ts'
import { codeOf, keyWith, restClient } from '../support/rest.ts'
import { ADMIN, indicatorBody, planBody } from '../support/services.ts'

type App = Awaited<ReturnType<typeof openAppWith>>
let issuer: Issuer
let app: App
let rest: Awaited<ReturnType<typeof restClient>>
const open = async (options: Parameters<typeof openAppWith>[1] = {}): Promise<void> => {
  app = await openAppWith(issuer, options)
  rest = await restClient(app)
}
beforeEach(async () => { issuer = await openIssuer() })
afterEach(async () => {
  await app.close()
  await issuer.close()
})
const signedIn = async (claims: Record<string, unknown> = {}) => ({ authorization: `Bearer ${await issuer.token(claims)}` })
const row = (area: string) => ({ measurements: [{ indicator: 'ledighed', area, period: '2024-06', value: 3 }] })
const PLANS = '{ plans { id } }'

describe('a token', () => {
  test('lets in beside keys, at REST and GraphQL alike', async () => {
    await open()
    await app.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
    await app.services.plans.putDocument(ADMIN, 'own', planBody({ id: 'own', status: 'draft' }))
    await app.services.plans.putDocument(ADMIN, 'other', planBody({ id: 'other', kommune: '0316', status: 'draft' }))
    const planner = await signedIn({ name: 'Anna', roles: ['planner'], kommune: '250' })
    expect((await rest.get('/v1/me', planner)).body).toEqual({ id: `oidc:${new URL(issuer.url).host}:anna`, name: 'Anna', scopes: ['plans:write', 'drafts:read'], kommuner: ['0250'], indicators: null, expiresAt: '2026-06-01T10:05:00.000Z' })
    const seen = async (headers: Record<string, string>) => [(await rest.get('/v1/plans', headers)).body.items, (await ask(app, PLANS, undefined, headers)).data.plans].map((plans: { id: string }[]) => plans.map(plan => plan.id).sort())
    expect(await seen(planner)).toEqual([['own'], ['own']])
    expect(await seen(await signedIn({ roles: ['reader'] }))).toEqual([['other', 'own'], ['other', 'own']])
    expect(await seen(await signedIn({ roles: ['planner'] }))).toEqual([[], []])
    expect(await seen(await signedIn({ roles: ['figures'], kommune: '0250' }))).toEqual([[], []])
    expect(await seen(await keyWith(app, ['drafts:read'], ['0316']))).toEqual([['other'], ['other']])
    expect(await seen(asAdmin)).toEqual([['other', 'own'], ['other', 'own']])
  })

  test('writes for its kommuner alone, and what is written names it', async () => {
    await open()
    await app.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
    const writer = await signedIn({ roles: ['figures'], kommune: '0250' })
    expect((await rest.post('/v1/measurements', row('0250'), writer)).body).toMatchObject({ created: 1, committed: true })
    expect((await rest.get('/v1/imports', writer)).body.items).toMatchObject([{ actor: `oidc:${new URL(issuer.url).host}:anna` }])
    for (const area of ['0316', 'DK']) expect((await rest.post('/v1/measurements', row(area), writer)).body).toMatchObject({ status: 422, errors: [{ code: 'forbidden_area' }] })
    const nowhere = await signedIn({ roles: ['figures'] })
    for (const area of ['0250', 'DK']) expect((await rest.post('/v1/measurements', row(area), nowhere)).body).toMatchObject({ status: 422, errors: [{ code: 'forbidden_area' }] })
    for (const who of [writer, nowhere, await signedIn(), await signedIn({ roles: ['admin', 'unknown'] })]) {
      expect(codeOf(await rest.put('/v1/indicators/andet', indicatorBody(), who))).toBe('forbidden')
      expect(codeOf(await rest.put('/v1/plans/p/document', planBody(), who))).toBe('forbidden')
    }
    const mutation = 'mutation ($rows: [MeasurementInput!]!) { recordMeasurements(input: { measurements: $rows }) { committed errors { code } } }'
    const rows = (area: string) => ({ rows: row(area).measurements })
    expect((await ask(app, mutation, rows('0316'), writer)).data).toEqual({ recordMeasurements: { committed: false, errors: [{ code: 'forbidden_area' }] } })
    expect((await ask(app, mutation, rows('0250'), writer)).data).toEqual({ recordMeasurements: { committed: true, errors: [] } })
  })

  test('of an admin does what an admin key does', async () => {
    await open()
    const boss = await signedIn({ roles: ['boss'], kommune: '0250' })
    expect((await rest.put('/v1/indicators/andet', indicatorBody(), boss)).status).toBe(201)
    const made = await rest.post('/v1/api-keys', { name: 'Natlig', scopes: ['measurements:write'] }, boss)
    expect([made.status, made.body.key.createdBy]).toEqual([201, `oidc:${new URL(issuer.url).host}:anna`])
  })

  test('that does not hold is refused with the reason, for reading too, and is written nowhere', async () => {
    await open()
    const token = await issuer.token({ exp: NOW - 60, email: 'anna@example.dk' })
    const expired = { authorization: `Bearer ${token}` }
    const answer = await rest.get('/v1/plans', expired)
    expect([answer.status, codeOf(answer), answer.headers['www-authenticate'], answer.body.detail]).toEqual([401, 'unauthenticated', 'Bearer error="invalid_token"', 'The token has expired: sign in again.'])
    const graph = await ask(app, PLANS, undefined, expired)
    expect([graph.status, codesOf(graph), graph.headers['www-authenticate']]).toEqual([401, ['unauthenticated'], 'Bearer error="invalid_token"'])
    for (const part of token.split('.')) expect(answer.text + graph.body + app.log.join('')).not.toContain(part)
    expect(app.log.join('')).not.toContain('anna')
    expect(app.log.length).toBeGreaterThan(2)
  })

  test('that is a key keeps the plain challenge', async () => {
    await open()
    for (const headers of [{ authorization: 'Bearer a.b.c' }, { authorization: 'Bearer maal_unknown' }]) expect((await rest.get('/v1/plans', headers)).headers['www-authenticate']).toBe('Bearer')
    expect((await rest.post('/v1/measurements', row('0250'))).headers['www-authenticate']).toBe('Bearer')
  })

  test('whose issuer does not answer is unavailable and not wrong; keys go on', async () => {
    await open()
    issuer.state.mode = 'down'
    const headers = await signedIn()
    const answer = await rest.get('/v1/me', headers)
    expect([answer.status, codeOf(answer), answer.headers['retry-after'], answer.headers['www-authenticate']]).toEqual([503, 'unavailable', '1', undefined])
    expect((await ask(app, PLANS, undefined, headers)).status).toBe(503)
    expect((await rest.get('/v1/me', asAdmin)).status).toBe(200)
    expect((await rest.get('/v1/plans')).status).toBe(200)
    const logged = app.log.join('')
    expect(logged).toContain('no keys')
    expect(logged).not.toContain(headers.authorization.slice('Bearer '.length))
  })

  test('stops when it ends', async () => {
    await open()
    const headers = await signedIn()
    app.clock.now = new Date((NOW + 329) * 1000).toISOString()
    expect((await rest.get('/v1/me', headers)).status).toBe(200)
    app.clock.now = new Date((NOW + 330) * 1000).toISOString()
    expect((await rest.get('/v1/me', headers)).status).toBe(401)
  })

  test('is counted by whom it is of, however many tokens they have; wrong ones by address', async () => {
    await open({ rateLimit: 3 })
    const statuses = async (claims: Record<string, unknown>[]) => {
      const found: number[] = []
      for (const one of claims) found.push((await rest.get('/v1/me', await signedIn(one))).status)
      return found
    }
    expect(await statuses([{ exp: NOW + 60 }, { exp: NOW + 70 }, { exp: NOW + 80 }, { exp: NOW + 90 }])).toEqual([200, 200, 200, 429])
    expect(await statuses([{ sub: 'bo' }])).toEqual([200])
    // Fetching the document before has counted once.
    expect(await statuses([{ exp: 1 }, { exp: 2 }, { exp: 3 }])).toEqual([401, 401, 429])
  })

  test('may be as long as headers may; beyond that it is refused before us', async () => {
    await open()
    expect((await rest.get('/v1/me', await signedIn({ groups: Array.from({ length: 300 }, (_, at) => `group-number-${at}`) }))).status).toBe(200)
    await app.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.app.server.address() as AddressInfo
    const { authorization } = await signedIn({ groups: Array.from({ length: 3000 }, (_, at) => `group-number-${at}`) })
    const status = await new Promise(resolve => { request({ port, path: '/v1/me', headers: { authorization } }, response => { response.resume(); resolve(response.statusCode) }).on('error', () => resolve('closed')).end() })
    expect([431, 'closed']).toContain(status)
  })
})
