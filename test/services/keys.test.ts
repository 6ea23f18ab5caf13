import { beforeEach, expect, test } from 'vitest'
import { ANONYMOUS, openServices, type TestServices } from '../support/services.ts'

let t: TestServices
beforeEach(async () => { t = await openServices() })

test('an empty database gets one admin key: the operator\'s, not shown, or a random one, shown once', async () => {
  const shown = await t.services.keys.bootstrap(undefined)
  expect(shown).toMatch(/^maal_[\w-]{32}$/)
  expect(await t.services.keys.bootstrap('another-key-of-the-operator')).toBeNull()
  expect(await t.services.keys.authenticate(`Bearer ${shown}`)).toMatchObject({ name: 'bootstrap', scopes: ['admin'], kommuner: null })
  await expect(t.services.keys.authenticate('Bearer another-key-of-the-operator')).rejects.toMatchObject({ code: 'unauthenticated' })
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

test('expired and revoked keys are refused, saying so', async () => {
  const key = { name: 'k', scopes: ['admin'], kommuner: null, createdAt: '2026-01-01T00:00:00.000Z', expiresAt: null, revokedAt: null }
  const { createHash } = await import('node:crypto')
  const hash = (secret: string): string => createHash('sha256').update(secret).digest('hex')
  await t.stores.keys.insert({ ...key, id: '1', hash: hash('old'), expiresAt: '2026-05-01T00:00:00.000Z' })
  await t.stores.keys.insert({ ...key, id: '2', hash: hash('gone'), revokedAt: '2026-05-01T00:00:00.000Z' })
  await t.stores.keys.insert({ ...key, id: '3', hash: hash('good'), expiresAt: '2027-05-01T00:00:00.000Z' })
  await expect(t.services.keys.authenticate('Bearer old')).rejects.toMatchObject({ message: expect.stringContaining('expired') })
  await expect(t.services.keys.authenticate('Bearer gone')).rejects.toMatchObject({ message: expect.stringContaining('revoked') })
  expect(await t.services.keys.authenticate('Bearer good')).toMatchObject({ id: '3' })
})
