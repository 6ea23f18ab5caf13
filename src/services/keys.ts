import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { AuditAction, NewAuditEntry } from '../domain/audit.ts'
import type { DocumentChange } from '../domain/document-change.ts'
import { AppError, notFound, type Problem } from '../domain/errors.ts'
import { type ApiKey, SCOPES } from '../domain/key.ts'
import { type Actor, ANONYMOUS, requireScope, SERVER_ACTOR } from './actor.ts'
import { audited } from './audit-entries.ts'
import { anyOf, flag, instant, parse, slug, summaryOf, type WriteOptions } from './input.ts'
import { closedList, holdsWords, type Page, paging, searched, sortBy } from './lists.ts'
import { diffDocuments } from './plan-diff.ts'
import type { Reference } from './reference.ts'
import { againstReference } from './reference-changes.ts'
import type { Stores } from '../../db/stores/index.ts'

const PREFIX = 'maal_'
const HOUR = 3_600_000
const DEFAULT_GRACE_HOURS = 24

const unique = (list: readonly string[]): boolean => new Set(list).size === list.length

/** What a new key may do. */
export const keyInput = z.strictObject({
  name: z.string().trim().min(1).max(200).meta({ description: 'Who or what it is for.', example: 'Jobindsats, natlig' }),
  scopes: z.array(z.enum(SCOPES)).min(1).max(SCOPES.length).refine(unique, { error: 'names a scope twice' }).meta({ description: 'What it may do; admin includes the rest.' }),
  kommuner: z.array(z.string().min(3).max(4)).min(1).max(98).nullable().optional().meta({ description: 'The kommuner that it is bound to; null or absent for none.' }),
  indicators: z.array(slug).min(1).max(500).refine(unique, { error: 'names an indicator twice' }).nullable().optional().meta({ description: 'The indicators whose figures it may write; null or absent for all.' }),
  expiresAt: instant.nullable().optional().meta({ description: 'When it stops; null or absent for never.' })
}).meta({ id: 'KeyInput' })

export const rotationInput = z.strictObject({
  graceHours: z.number().min(0).max(24 * 90).optional().meta({ description: `How long the earlier secret still opens the key. Default ${DEFAULT_GRACE_HOURS}.` })
}).meta({ id: 'KeyRotationInput' })

export const keyQuery = z.strictObject({
  scope: anyOf(z.enum(SCOPES), 'Only keys with this scope.'),
  kommune: anyOf(z.string().min(1).max(160), 'Only keys that are bound to this kommune.'),
  active: flag('true: only keys that open something now; false: only those that were revoked or have expired.'),
  q: searched('the name'),
  ...paging,
  sort: sortBy(['id', 'name', 'createdAt', 'expiresAt'])
})
export type KeyQuery = z.output<typeof keyQuery>
const SORT_KEYS = { id: (key: ApiKey) => key.id, name: (key: ApiKey) => key.name, createdAt: (key: ApiKey) => key.createdAt, expiresAt: (key: ApiKey) => key.expiresAt ?? '' }

/** A key with its secret, which is shown this once. `earlierUntil`: until when the secret before it still works; null where there was none. */
export type OpenedKey = { key: ApiKey, secret: string, earlierUntil: string | null }

/** Whether a key opens anything at an instant. */
const isActive = ({ revokedAt, expiresAt }: ApiKey, at: string): boolean => revokedAt === null && (expiresAt === null || expiresAt > at)

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')
const newSecret = (): string => PREFIX + randomBytes(24).toString('base64url')
const isSame = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

const keyAudit = (actor: Actor, at: string, action: AuditAction, subject: string, changes: DocumentChange[]): NewAuditEntry[] => audited(actor, at, { action, subjectKind: 'key', subject, changes })

/** Keys of callers. Only hashes of their secrets are stored; a secret has 192 random bits, so one round of SHA-256 is enough. */
export function createKeyService ({ stores, reference, now }: { stores: Pick<Stores, 'indicators' | 'keys'>, reference: Reference, now: () => Date }) {
  /**
   * Who sends a request, by its `Authorization` header.
   * @throws AppError `unauthenticated` where there is a header but no valid key in it
   */
  async function authenticate (header: string | undefined): Promise<Actor> {
    if (header === undefined) return ANONYMOUS
    const secret = /^Bearer ([\x21-\x7e]{1,500})$/i.exec(header)?.[1]
    if (secret === undefined) throw new AppError('unauthenticated', 'The Authorization header is not of the form: Bearer <key>.')
    const hash = hashOf(secret)
    const found = await stores.keys.byHash(hash)
    if (found === undefined || !isSame(found.hash, hash)) throw new AppError('unauthenticated', 'The key is not known: check that it is complete.')
    const { key, validUntil } = found
    const instant = now().toISOString()
    if (key.revokedAt !== null && key.revokedAt <= instant) throw new AppError('unauthenticated', `The key ${key.name} was revoked.`)
    if (key.expiresAt !== null && key.expiresAt <= instant) throw new AppError('unauthenticated', `The key ${key.name} expired at ${key.expiresAt}.`)
    if (validUntil !== null && validUntil <= instant) throw new AppError('unauthenticated', `The key ${key.name} was rotated, and this secret stopped at ${validUntil}: use the newer one.`)
    const { id, name, scopes, kommuner, indicators, expiresAt } = key
    return { id, name, scopes, kommuner, indicators, expiresAt }
  }

  /**
   * Makes the one admin key of a database that has no key yet.
   * @param secret the key that the operator chose; a random one otherwise
   * @returns the random key, to be shown once; null where nothing was made or the operator knows it
   */
  async function bootstrap (secret: string | undefined): Promise<string | null> {
    if (await stores.keys.any()) return null
    try {
      const made = await make({ name: 'bootstrap', scopes: ['admin'], kommuner: null, indicators: null, expiresAt: null }, SERVER_ACTOR, secret)
      return secret === undefined ? made.secret : null
    } catch (error) {
      // Two instances that start on one empty database with the same key: one of them made it.
      if (!(error instanceof AppError) || error.code !== 'conflict') throw error
      return null
    }
  }

  async function make (rights: Pick<ApiKey, 'name' | 'scopes' | 'kommuner' | 'indicators' | 'expiresAt'>, actor: Actor, secret = newSecret(), { validateOnly = false, checkedAt }: WriteOptions & { checkedAt?: number } = {}): Promise<OpenedKey> {
    const key: ApiKey = { id: `key-${randomUUID()}`, ...rights, createdAt: now().toISOString(), createdBy: actor.id, revokedAt: null }
    const audit = keyAudit(actor, key.createdAt, 'key.created', key.id, diffDocuments({}, key))
    if (!validateOnly) await stores.keys.insert(key, hashOf(secret), { audit, ...checkedAt !== undefined && { indicators: checkedAt } })
    return { key, secret, earlierUntil: null }
  }

  /**
   * Makes a key. With `validateOnly` it is stored nowhere, and its secret opens nothing.
   * @throws AppError `invalid_request`, or `unprocessable` with every kommune and indicator that there is not
   */
  async function create (actor: Actor, input: unknown, options: WriteOptions = {}): Promise<OpenedKey> {
    requireScope(actor, 'admin')
    return await againstReference(async () => await createOnce(actor, input, options))
  }

  async function createOnce (actor: Actor, input: unknown, options: WriteOptions): Promise<OpenedKey> {
    const checkedAt = await stores.indicators.version()
    const { name, scopes, kommuner = null, indicators = null, expiresAt = null } = parse(keyInput, input)
    const problems: Problem[] = []
    const { resolve } = await reference.areas()
    const found = kommuner?.map((code, at) => {
      const area = resolve(code)
      if (area?.kind !== 'kommune') problems.push({ pointer: `/kommuner/${at}`, code: 'unknown_kommune', detail: `there is no kommune ${code}: see /v1/kommuner` })
      return area?.id ?? code
    }) ?? null
    const known = await reference.indicators(indicators ?? [])
    indicators?.forEach((id, at) => {
      if (!known.has(id)) problems.push({ pointer: `/indicators/${at}`, code: 'unknown_indicator', detail: `there is no indicator ${id}: see /v1/indicators` })
    })
    if (expiresAt !== null && expiresAt <= now().toISOString()) problems.push({ pointer: '/expiresAt', code: 'in_the_past', detail: 'lies in the past: the key would never work' })
    if (scopes.includes('admin') && found !== null) problems.push({ pointer: '/kommuner', code: 'admin_is_unbound', detail: 'an admin key is for the whole country: leave kommuner out, or give measurements:write, plans:write and drafts:read instead' })
    if (problems.length > 0) throw new AppError('unprocessable', summaryOf(problems), problems)
    return await make({ name, scopes, kommuner: found === null ? null : [...new Set(found)], indicators, expiresAt }, actor, newSecret(), { ...options, checkedAt })
  }

  const list = async (actor: Actor, query: KeyQuery): Promise<Page<ApiKey>> => {
    requireScope(actor, 'admin')
    const { scope, active, q, sort = 'createdAt' } = query
    const kommuner = await reference.kommuneIds('kommune', query.kommune)
    const at = now().toISOString()
    const isWanted = (key: ApiKey): boolean => (scope?.some(one => key.scopes.includes(one)) ?? true) && (kommuner?.some(one => key.kommuner?.includes(one)) ?? true) &&
      (active === undefined || active === isActive(key, at)) && holdsWords(q, [key.name])
    return closedList((await stores.keys.all()).filter(isWanted), SORT_KEYS, { ...query, sort, of: 'keys' })
  }

  /** @throws AppError `not_found` */
  async function get (actor: Actor, id: string): Promise<ApiKey> {
    requireScope(actor, 'admin')
    const key = await stores.keys.byId(id)
    if (key === undefined) throw notFound('key', id)
    return key
  }

  /**
   * Gives a key a new secret; the earlier ones go on for a grace period.
   * @throws AppError `not_found`, or `conflict` where the key was revoked
   */
  async function rotate (actor: Actor, id: string, input: unknown, { validateOnly = false }: WriteOptions = {}): Promise<OpenedKey> {
    requireScope(actor, 'admin')
    const { graceHours = DEFAULT_GRACE_HOURS } = parse(rotationInput, input ?? {})
    const key = await get(actor, id)
    if (key.revokedAt !== null) throw new AppError('conflict', `The key ${key.name} was revoked at ${key.revokedAt}: make a new one.`)
    const secret = newSecret()
    const at = now()
    const earlierUntil = new Date(at.getTime() + graceHours * HOUR).toISOString()
    const audit = keyAudit(actor, at.toISOString(), 'key.rotated', id, diffDocuments({}, { earlierUntil }))
    if (!validateOnly) await stores.keys.addSecret(id, hashOf(secret), { at: at.toISOString(), earlierUntil }, audit)
    return { key, secret, earlierUntil }
  }

  /**
   * Revokes a key at once and for good.
   * @throws AppError `not_found`, or `conflict` where it is the last key with the scope admin
   */
  async function revoke (actor: Actor, id: string, { validateOnly = false }: WriteOptions = {}): Promise<void> {
    requireScope(actor, 'admin')
    const key = await get(actor, id)
    if (key.revokedAt !== null) return
    const at = now().toISOString()
    const admins = (await stores.keys.all()).filter(one => one.scopes.includes('admin') && isActive(one, at))
    if (admins.length === 1 && admins[0]?.id === id) throw new AppError('conflict', `The key ${key.name} is the last one with the scope admin: make another first, or nobody could make keys any more.`)
    if (!validateOnly) await stores.keys.revoke(id, at, keyAudit(actor, at, 'key.revoked', id, diffDocuments(key, { ...key, revokedAt: at })))
  }

  return { authenticate, bootstrap, create, list, get, rotate, revoke }
}
