import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { AppError } from '../domain/errors.ts'
import { type Actor, ANONYMOUS, type Scope } from './actor.ts'
import type { Stores } from '../../db/stores/index.ts'

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')
const PREFIX = 'maal_'

/** Keys of callers. Only their hashes are stored, and a key is looked up by its hash, so no comparison leaks its text. */
export function createKeyService ({ stores, now }: { stores: Pick<Stores, 'keys'>, now: () => Date }) {
  /**
   * Who sends a request, by its `Authorization` header.
   * @throws AppError `unauthenticated` where there is a header but no valid key in it
   */
  async function authenticate (header: string | undefined): Promise<Actor> {
    if (header === undefined) return ANONYMOUS
    const secret = /^Bearer ([\x21-\x7e]{1,500})$/i.exec(header)?.[1]
    if (secret === undefined) throw new AppError('unauthenticated', 'The Authorization header is not of the form: Bearer <key>.')
    const key = await stores.keys.byHash(hashOf(secret))
    const instant = now().toISOString()
    if (key === undefined) throw new AppError('unauthenticated', 'The key is not known: check that it is complete.')
    if (key.revokedAt !== null && key.revokedAt <= instant) throw new AppError('unauthenticated', `The key ${key.name} was revoked.`)
    if (key.expiresAt !== null && key.expiresAt <= instant) throw new AppError('unauthenticated', `The key ${key.name} expired at ${key.expiresAt}.`)
    return { id: key.id, name: key.name, scopes: key.scopes as Scope[], kommuner: key.kommuner }
  }

  /**
   * Makes the one admin key of a database that has no key yet.
   * @param secret the key that the operator chose; a random one otherwise
   * @returns the random key, to be shown once; null where nothing was made or the operator knows it
   */
  async function bootstrap (secret: string | undefined): Promise<string | null> {
    if (await stores.keys.any()) return null
    const key = secret ?? PREFIX + randomBytes(24).toString('base64url')
    try {
      await stores.keys.insert({ id: `key-${randomUUID()}`, name: 'bootstrap', hash: hashOf(key), scopes: ['admin'], kommuner: null, createdAt: now().toISOString(), expiresAt: null, revokedAt: null })
    } catch (error) {
      // Two instances that start on one empty database with the same key: one of them made it.
      if (!(error instanceof AppError) || error.code !== 'conflict') throw error
      return null
    }
    return secret === undefined ? key : null
  }

  return { authenticate, bootstrap }
}
