import { beforeEach, describe, expect, test } from 'vitest'
import { ADMIN, ANONYMOUS, indicatorBody, openServices, planBody, type TestServices } from '../support/services.ts'

let t: TestServices
beforeEach(async () => { t = await openServices() })
const who = (secret: string) => t.services.keys.authenticate(`Bearer ${secret}`)
const make = (change: Record<string, unknown> = {}) => t.services.keys.create(ADMIN, { name: 'Natlig', scopes: ['measurements:write'], ...change })

describe('letting in', () => {
  test('an empty database gets one admin key: the operator\'s, not shown, or a random one, shown once', async () => {
    const shown = await t.services.keys.bootstrap(undefined)
    expect(shown).toMatch(/^maal_[\w-]{32}$/)
    expect(await t.services.keys.bootstrap('another-key-of-the-operator')).toBeNull()
    expect(await who(shown!)).toMatchObject({ name: 'bootstrap', scopes: ['admin'], kommuner: null })
    await expect(who('another-key-of-the-operator')).rejects.toMatchObject({ code: 'unauthenticated' })
    const other = await openServices()
    expect(await other.services.keys.bootstrap('a-key-of-the-operator')).toBeNull()
    expect(await other.services.keys.authenticate('bearer a-key-of-the-operator')).toMatchObject({ name: 'bootstrap' })
  })

  test('without a header one is anonymous; with a wrong one refused', async () => {
    expect(await t.services.keys.authenticate(undefined)).toBe(ANONYMOUS)
    for (const header of ['', 'Basic abc', 'Bearer', 'Bearer a b', 'Bearer nothing']) {
      await expect(t.services.keys.authenticate(header)).rejects.toMatchObject({ code: 'unauthenticated' })
    }
  })

  test('a key says who and what, and its secret is kept nowhere', async () => {
    await t.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
    const { key, secret } = await make({ kommuner: ['250', '0250', '0316'], indicators: ['ledighed'], expiresAt: '2027-01-01T00:00:00+01:00' })
    expect(await who(secret)).toEqual({ id: key.id, name: 'Natlig', scopes: ['measurements:write'], kommuner: ['0250', '0316'], indicators: ['ledighed'], expiresAt: '2026-12-31T23:00:00.000Z' })
    expect(key).toMatchObject({ createdBy: 'admin', createdAt: '2026-06-01T10:00:00.000Z', revokedAt: null })
    expect(JSON.stringify([await t.services.keys.list(ADMIN, {}), await t.services.keys.get(ADMIN, key.id)])).not.toContain(secret)
  })

  test('not after it expired, was revoked or rotated out, and it says so', async () => {
    const { key, secret } = await make({ expiresAt: '2026-08-01T00:00:00Z' })
    const { secret: next, earlierUntil } = await t.services.keys.rotate(ADMIN, key.id, { graceHours: 2 })
    expect(earlierUntil).toBe('2026-06-01T12:00:00.000Z')
    t.clock.now = '2026-06-01T11:59:59.999Z'
    expect([(await who(secret)).id, (await who(next)).id]).toEqual([key.id, key.id])
    t.clock.now = '2026-06-01T12:00:00.000Z'
    await expect(who(secret)).rejects.toMatchObject({ message: expect.stringContaining('rotated') })
    t.clock.now = '2026-08-01T00:00:00.000Z'
    await expect(who(next)).rejects.toMatchObject({ message: expect.stringContaining('expired') })
    t.clock.now = '2026-06-02T00:00:00.000Z'
    await t.services.keys.revoke(ADMIN, key.id)
    await expect(who(next)).rejects.toMatchObject({ message: expect.stringContaining('revoked') })
  })
})

describe('making and ending', () => {
  test.each([
    [{ name: ' ' }, 'invalid_request', '/name'], [{ scopes: [] }, 'invalid_request', '/scopes'], [{ scopes: ['all'] }, 'invalid_request', '/scopes/0'],
    [{ scopes: ['admin', 'admin'] }, 'invalid_request', '/scopes'], [{ kommuner: [] }, 'invalid_request', '/kommuner'], [{ expires: '2027-01-01' }, 'invalid_request', '/expires'],
    [{ expiresAt: '2027-01-01' }, 'invalid_request', '/expiresAt'], [{ expiresAt: '2026-05-01T00:00:00Z' }, 'unprocessable', '/expiresAt'],
    [{ kommuner: ['0250', '9999'] }, 'unprocessable', '/kommuner/1'], [{ kommuner: ['1084'] }, 'unprocessable', '/kommuner/0'],
    [{ indicators: ['nothing'] }, 'unprocessable', '/indicators/0'], [{ scopes: ['admin'], kommuner: ['0250'] }, 'unprocessable', '/kommuner']
  ])('refuses %j, naming the place', async (change, code, pointer) => {
    await expect(make(change)).rejects.toMatchObject({ code, problems: expect.arrayContaining([expect.objectContaining({ pointer })]) })
    expect((await t.services.keys.list(ADMIN, {})).items).toEqual([])
  })

  test('is for admins', async () => {
    const { key } = await make()
    const { keys } = t.services
    const writer = { ...ADMIN, scopes: ['measurements:write', 'plans:write', 'drafts:read'] as const }
    for (const attempt of [() => keys.create(writer, {}), () => keys.list(writer, {}), () => keys.get(writer, key.id), () => keys.rotate(writer, key.id, {}), () => keys.revoke(writer, key.id)]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'forbidden', message: expect.stringContaining('admin') })
    }
    await expect(keys.create({ ...ADMIN, kommuner: ['0250'] }, {})).rejects.toMatchObject({ code: 'forbidden', message: expect.stringContaining('bound to kommuner') })
    await expect(keys.create(ANONYMOUS, {})).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  test('the last admin key stays, a revoked one does not rotate, an unknown one is not found', async () => {
    await t.services.keys.bootstrap('a-key-of-the-operator')
    const { id } = await who('a-key-of-the-operator')
    await make({ scopes: ['admin'], expiresAt: '2026-06-02T00:00:00Z' })
    t.clock.now = '2026-06-03T00:00:00.000Z'
    await expect(t.services.keys.revoke(ADMIN, id)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('last') })
    await make({ scopes: ['admin'] })
    await t.services.keys.revoke(ADMIN, id)
    await t.services.keys.revoke(ADMIN, id)
    await expect(t.services.keys.rotate(ADMIN, id, {})).rejects.toMatchObject({ code: 'conflict' })
    for (const method of ['get', 'revoke'] as const) await expect(t.services.keys[method](ADMIN, 'nothing')).rejects.toMatchObject({ code: 'not_found' })
    await expect(t.services.keys.rotate(ADMIN, 'nothing', undefined)).rejects.toMatchObject({ code: 'not_found' })
    await expect(t.services.keys.rotate(ADMIN, id, { graceHours: -1 })).rejects.toMatchObject({ problems: [{ pointer: '/graceHours' }] })
  })
})

describe('what a bound key may', () => {
  beforeEach(async () => {
    for (const id of ['ledighed', 'andet']) await t.services.indicators.put(ADMIN, id, indicatorBody())
  })

  test('it writes figures of its kommuner and indicators alone', async () => {
    const actor = await who((await make({ kommuner: ['0250'], indicators: ['ledighed'] })).secret)
    const row = { indicator: 'ledighed', area: '0250', period: '2024-06', value: 3 }
    const rows = [row, { ...row, area: 'DK' }, { ...row, indicator: 'andet' }]
    await expect(t.services.measurements.record(actor, { measurements: rows })).rejects.toMatchObject({
      members: { created: 1, errors: [{ row: 1, code: 'forbidden_area' }, { row: 2, code: 'forbidden_indicator' }] }
    })
    await t.services.measurements.record(ADMIN, { measurements: rows })
    for (const { id, area, indicator } of (await t.services.measurements.list({})).items) {
      const withdrawal = t.services.measurements.withdraw(actor, id)
      if (area === '0250' && indicator === 'ledighed') await withdrawal
      else await expect(withdrawal).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect((await t.services.measurements.list({})).items).toHaveLength(2)
  })

  test('it sees the drafts of its kommuner alone', async () => {
    const draft = (id: string, kommune: string) => t.services.plans.putDocument(ADMIN, id, planBody({ id, kommune, status: 'draft' }))
    await draft('own', '0250')
    await draft('other', '0316')
    const actor = await who((await make({ scopes: ['drafts:read', 'measurements:write'], kommuner: ['0250'] })).secret)
    expect((await t.services.plans.list(actor, {})).items.map(plan => plan.id)).toEqual(['own'])
    expect((await t.services.plans.targets(actor, {})).items.map(target => target.id)).toEqual(['own.1a'])
    await expect(t.services.plans.document(actor, 'other')).rejects.toMatchObject({ code: 'not_found' })
    const summary = await t.services.measurements.record(actor, { measurements: [{ indicator: 'ledighed', area: '0250', period: '2024-06', value: 3 }] })
    expect(summary.affectedTargets).toEqual(['own.1a'])
    const all = await t.services.measurements.record(ADMIN, { measurements: [{ indicator: 'ledighed', area: '0316', period: '2024-06', value: 3 }] })
    expect(all.affectedTargets).toEqual(['other.1a'])
  })
})
