import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asAdmin } from '../support/app.ts'
import { keyWith } from '../support/rest.ts'
import { ADMIN } from '../support/services.ts'
import { ask, codesOf, dataOf } from './ask.ts'
import { openWorld, payloadOf, type World } from './mutations/world.ts'

describe('what admins read', () => {
  let world: World
  beforeAll(async () => { world = await openWorld() })
  afterAll(() => world.close())

  it('keys, without their secrets', async () => {
    const { keys, key } = await dataOf(world, 'query ($id: ID!) { keys { id name scopes kommuner { name } indicators } key(id: $id) { name createdAt createdBy expiresAt revokedAt } }', { id: world.key }, asAdmin)
    // Made at one instant, so their order is that of their ids.
    expect(keys.toSorted((a: { name: string }, b: { name: string }) => a.name < b.name ? -1 : 1)).toMatchObject([{ name: 'bootstrap', scopes: ['ADMIN'], kommuner: null, indicators: null }, { id: world.key, scopes: ['PLANS_WRITE'], kommuner: [{ name: 'Greve' }] }])
    expect(key).toEqual({ name: 'til Greve', createdAt: '2026-07-01T10:00:00.000Z', createdBy: 'admin', expiresAt: null, revokedAt: null })
  })

  it('webhooks, with what was delivered', async () => {
    const query = `query ($id: ID!, $first: Int, $after: String, $state: [DeliveryState!]) { webhooks { id state } webhook(id: $id) {
      url types kommuner { id } lastEvent state deliveries(first: $first, after: $after, state: $state) { edges { cursor node { id event type subject state replay attempts { number status error } } } pageInfo { hasNextPage endCursor } }
    } }`
    const { webhook, webhooks } = await dataOf(world, query, { id: world.webhook }, asAdmin)
    expect(webhooks).toEqual([{ id: world.webhook, state: 'ACTIVE' }])
    expect(webhook).toMatchObject({ url: 'https://example.dk/maal', types: ['PLAN_ADOPTED'], kommuner: [{ id: '0250' }], state: 'ACTIVE', lastEvent: expect.stringMatching(/^evt-\d+$/) })
    expect(webhook.deliveries.edges).toMatchObject([{ node: { id: world.delivery, event: 'evt-1', type: 'PLAN_ADOPTED', subject: 'p', state: 'DELIVERED', replay: 0, attempts: [{ number: 1, status: 204, error: null }] } }])
    expect((await dataOf(world, query, { id: world.webhook, state: 'FAILED' }, asAdmin)).webhook.deliveries.edges).toEqual([])
    const again = await payloadOf(world, 'mutation ($id: ID!) { replayWebhook(id: $id, after: "evt-0") { deliveries next webhook { id } userErrors { code } } }', { id: world.webhook })
    expect(again).toEqual({ deliveries: 1, next: null, webhook: { id: world.webhook }, userErrors: [] })
    const first = await dataOf(world, query, { id: world.webhook, first: 1 }, asAdmin)
    expect(first.webhook.deliveries).toMatchObject({ edges: [{ node: { replay: 1, state: 'PENDING' } }], pageInfo: { hasNextPage: true } })
    const next = await dataOf(world, query, { id: world.webhook, first: 1, after: first.webhook.deliveries.pageInfo.endCursor }, asAdmin)
    expect(next.webhook.deliveries).toMatchObject({ edges: [{ node: { id: world.delivery } }], pageInfo: { hasNextPage: false } })
  })

  it.each(['keys { id }', 'key(id: "x") { id }', 'webhooks { id }', 'webhook(id: "x") { id }'])('%s only with the right', async field => {
    expect(codesOf(await ask(world, `{ ${field} }`))).toEqual(['unauthenticated'])
    expect(codesOf(await ask(world, `{ ${field} }`, {}, await keyWith(world, ['plans:write'])))).toEqual(['forbidden'])
  })

  it('shows a secret once, and it opens', async () => {
    const made = await payloadOf(world, 'mutation { createKey(input: { name: "ny", scopes: [PLANS_WRITE] }) { secret earlierUntil key { id } } }')
    expect(made).toMatchObject({ secret: expect.stringMatching(/^maal_/), earlierUntil: null })
    expect(codesOf(await ask(world, '{ plans { id } }', {}, { authorization: `Bearer ${made.secret}` }))).toEqual([])
    const trial = await payloadOf(world, 'mutation ($id: ID!) { rotateKey(id: $id, validateOnly: true) { secret earlierUntil key { id } } }', { id: made.key.id })
    expect(trial).toEqual({ secret: null, earlierUntil: null, key: { id: made.key.id } })
    const rotated = await payloadOf(world, 'mutation ($id: ID!) { rotateKey(id: $id, graceHours: 0) { secret earlierUntil } }', { id: made.key.id })
    expect(rotated).toEqual({ secret: expect.stringMatching(/^maal_/), earlierUntil: '2026-07-01T10:00:00.000Z' })
    expect((await ask(world, '{ plans { id } }', {}, { authorization: `Bearer ${made.secret}` })).status).toBe(401)
    const hook = await payloadOf(world, 'mutation { createWebhook(input: { url: "https://example.dk/x", types: [TARGET_STATUS_CHANGED] }) { secret webhook { types } } }')
    expect(hook).toEqual({ secret: expect.stringMatching(/^whsec_/), webhook: { types: ['TARGET_STATUS_CHANGED'] } })
  })

  it('a plan as it stood at a version, with its statuses then', async () => {
    const { services } = world
    await services.measurements.record(ADMIN, { measurements: [{ indicator: 'ledighed', area: '0250', period: '2024-05', value: 2.5 }] })
    await services.planEdits.targets.update(ADMIN, 'p.1a', { title: 'Højst 2 pct.', rule: { value: 2 } }, { expectedVersion: 1, reason: 'Skærpet' })
    await services.planEdits.goals.remove(ADMIN, 'p.2', { expectedVersion: 2, reason: 'Udgår' })
    const fields = 'version goals { code plan { version } status(asOf: "2024-07-01") { counts { onTrack offTrack } } targets { title plan { version } goal { code targets { code } } status(asOf: "2024-07-01") { met goalLine { value } } } } targets { code } status(asOf: "2024-07-01") { targets { goalLine { value } } }'
    const { now, then, versions } = await dataOf(world, `{ now: plan(id: "p") { ${fields} } then: plan(id: "p", version: 1) { ${fields} } versions: plan(id: "p") { versions(first: 2) { edges { cursor node { version planStatus actor reason } } pageInfo { hasNextPage endCursor } } } }`)
    expect([now.version, now.goals.length, now.goals[0].targets[0]]).toMatchObject([3, 1, { title: 'Højst 2 pct.', plan: { version: 3 }, status: { met: false, goalLine: { value: 2 } } }])
    expect([then.version, then.goals.length, then.goals[0].targets[0]]).toMatchObject([1, 2, { title: 'Højst 3 pct.', plan: { version: 1 }, goal: { code: '1', targets: [{ code: '1a' }, { code: '1b' }, { code: '1c' }] }, status: { met: true, goalLine: { value: 3 } } }])
    expect([now.status.targets[0].goalLine.value, then.status.targets[0].goalLine.value]).toEqual([2, 3])
    expect(versions.versions).toMatchObject({ edges: [{ node: { version: 3, planStatus: 'ADOPTED', actor: 'admin', reason: 'Udgår' } }, { node: { version: 2, reason: 'Skærpet' } }], pageInfo: { hasNextPage: true } })
    const rest = await dataOf(world, 'query ($after: String) { plan(id: "p") { versions(after: $after) { edges { node { version } } pageInfo { hasPreviousPage } } } }', { after: versions.versions.pageInfo.endCursor })
    expect(rest.plan.versions).toEqual({ edges: [{ node: { version: 1 } }], pageInfo: { hasPreviousPage: true } })
    for (const version of [0, 9, -1]) expect(codesOf(await ask(world, `{ plan(id: "p", version: ${version}) { id } }`))).toEqual(['not_found'])
    expect((await dataOf(world, '{ plan(id: "p", version: 1) { goals(nationalGoalNumber: 5) { code } targets(nationalGoalNumber: 5) { code } } }')).plan).toEqual({ goals: [{ code: '2' }], targets: [] })
  })
})
