import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { AuditAction, NewAuditEntry } from '../domain/audit.ts'
import type { DocumentChange } from '../domain/document-change.ts'
import { AppError, notFound, type Problem } from '../domain/errors.ts'
import { EVENT_TYPES } from '../domain/event.ts'
import { isPublicHost, type Webhook, WEBHOOK_STATES, type WebhookSecret } from '../domain/webhook.ts'
import { type Actor, requireScope } from './actor.ts'
import { audited } from './audit-entries.ts'
import { anyOf, parse, summaryOf, type WriteOptions } from './input.ts'
import { closedList, holdsWords, type Page, paging, searched, sortBy } from './lists.ts'
import { diffDocuments } from './plan-diff.ts'
import type { Reference } from './reference.ts'
import type { Stores } from '../../db/stores/index.ts'

const PREFIX = 'whsec_'
const HOUR = 3_600_000
const DEFAULT_GRACE_HOURS = 24
const MAX_WEBHOOKS = 100
/** Each valid secret is one more signature in a header, and receivers bound those. */
const MAX_SECRETS = 5

const unique = (list: readonly string[]): boolean => new Set(list).size === list.length

/** Where webhooks may lead: to public addresses by https, or to any by http too. */
export type WebhookTargets = 'public' | 'any'

/** A new webhook. */
export const webhookInput = z.strictObject({
  url: z.string().trim().min(1).max(2000).meta({ description: 'Where events are sent to: https, at an address of the public internet, unless the operator allows others.', example: 'https://example.dk/maal' }),
  types: z.array(z.enum(EVENT_TYPES)).min(1).max(EVENT_TYPES.length).refine(unique, { error: 'names a type twice' }).meta({ description: 'The types of events that it is told of.' }),
  kommuner: z.array(z.string().min(3).max(4)).min(1).max(98).nullable().optional().meta({ description: 'Only events that concern these kommuner; null or absent for all. Events that name no kommune concern them all.' }),
  description: z.string().trim().min(1).max(500).nullable().optional().meta({ description: 'What it is for.' })
}).meta({ id: 'WebhookInput' })

export const secretRotationInput = z.strictObject({
  graceHours: z.number().min(0).max(24 * 90).optional().meta({ description: `How long the earlier secrets still sign beside the new one. Default ${DEFAULT_GRACE_HOURS}.` })
}).meta({ id: 'WebhookRotationInput' })

export const webhookQuery = z.strictObject({
  type: anyOf(z.enum(EVENT_TYPES), 'Only webhooks that are told of events of this type.'),
  kommune: anyOf(z.string().min(1).max(160), 'Only webhooks that are told of this kommune, those of all kommuner too.'),
  state: anyOf(z.enum(WEBHOOK_STATES), 'Only webhooks that stand so.'),
  q: searched('the address and the description'),
  ...paging,
  sort: sortBy(['id', 'url', 'state', 'createdAt'])
})
export type WebhookQuery = z.output<typeof webhookQuery>
const SORT_KEYS = { id: (webhook: Webhook) => webhook.id, url: (webhook: Webhook) => webhook.url, state: (webhook: Webhook) => webhook.state, createdAt: (webhook: Webhook) => webhook.createdAt }

/** A webhook with its secret, which is shown this once. `earlierUntil`: until when the secrets before it still sign; null where there were none. */
export type OpenedWebhook = { webhook: Webhook, secret: string, earlierUntil: string | null }

const webhookAudit = (actor: Actor, at: string, action: AuditAction, subject: string, changes: DocumentChange[]): NewAuditEntry[] => audited(actor, at, { action, subjectKind: 'webhook', subject, changes })

/**
 * Webhooks as Standard Webhooks say. Their secrets are stored as they are, not hashed, since deliveries are signed with them: whoever reads
 * the database could sign as this server.
 */
export function createWebhookService ({ stores, reference, now, targets }: { stores: Pick<Stores, 'webhooks'>, reference: Reference, now: () => Date, targets: WebhookTargets }) {
  const newSecret = (webhook: string, at: string): WebhookSecret =>
    ({ id: `whs-${randomUUID()}`, webhook, secret: PREFIX + randomBytes(32).toString('base64'), createdAt: at, validUntil: null })

  /**
   * Makes a webhook. With `validateOnly` it is stored nowhere, and its secret signs nothing.
   * @throws AppError `invalid_request`, `unprocessable` with the place of each problem, or `conflict` where there are too many
   */
  async function create (actor: Actor, input: unknown, { validateOnly = false }: WriteOptions = {}): Promise<OpenedWebhook> {
    requireScope(actor, 'admin')
    const { url, types, kommuner = null, description = null } = parse(webhookInput, input)
    const problem = problemOf(url, targets)
    const { resolve } = await reference.areas()
    const problems: Problem[] = problem === null ? [] : [{ pointer: '/url', ...problem }]
    const found = kommuner?.map((code, at) => {
      const area = resolve(code)
      if (area?.kind !== 'kommune') problems.push({ pointer: `/kommuner/${at}`, code: 'unknown_kommune', detail: `there is no kommune ${code}: see /v1/kommuner` })
      return area?.id ?? code
    })
    if (problems.length > 0) throw new AppError('unprocessable', summaryOf(problems), problems)
    if ((await stores.webhooks.all()).length >= MAX_WEBHOOKS) throw new AppError('conflict', `There are ${MAX_WEBHOOKS} webhooks, the most there may be: delete one first.`)
    const webhook = {
      id: `whk-${randomUUID()}`, url: new URL(url).href, description, types, kommuner: found === undefined ? null : [...new Set(found)], createdAt: now().toISOString(), createdBy: actor.id, state: 'active', endedAt: null, endedBecause: null
    } as const
    const secret = newSecret(webhook.id, webhook.createdAt)
    if (validateOnly) return { webhook: { ...webhook, types, kommuner: webhook.kommuner, seq: 0 }, secret: secret.secret, earlierUntil: null }
    await stores.webhooks.insert(webhook, secret, webhookAudit(actor, webhook.createdAt, 'webhook.created', webhook.id, diffDocuments({}, webhook)))
    return { webhook: await get(actor, webhook.id), secret: secret.secret, earlierUntil: null }
  }

  const list = async (actor: Actor, query: WebhookQuery): Promise<Page<Webhook>> => {
    requireScope(actor, 'admin')
    const { type, state, q, sort = 'createdAt' } = query
    const kommuner = await reference.kommuneIds('kommune', query.kommune)
    const isWanted = (webhook: Webhook): boolean => (type?.some(one => webhook.types.includes(one)) ?? true) && (state?.includes(webhook.state) ?? true) &&
      (kommuner?.some(one => webhook.kommuner?.includes(one) ?? true) ?? true) && holdsWords(q, [webhook.url, webhook.description])
    return closedList((await stores.webhooks.all()).filter(isWanted), SORT_KEYS, { ...query, sort, of: 'webhooks' })
  }

  /** @throws AppError `not_found` */
  async function get (actor: Actor, id: string): Promise<Webhook> {
    requireScope(actor, 'admin')
    const webhook = await stores.webhooks.byId(id)
    if (webhook === undefined) throw notFound('webhook', id)
    return webhook
  }

  /** Removes a webhook with all that is known of its deliveries. @throws AppError `not_found` */
  async function remove (actor: Actor, id: string, { validateOnly = false }: WriteOptions = {}): Promise<void> {
    const { seq: _, ...webhook } = await get(actor, id)
    if (!validateOnly) await stores.webhooks.remove(id, webhookAudit(actor, now().toISOString(), 'webhook.removed', id, diffDocuments(webhook, {})))
  }

  /**
   * Gives a webhook a new secret; the earlier ones sign beside it for a grace period.
   * @throws AppError `not_found`, or `conflict` where too many are valid
   */
  async function rotate (actor: Actor, id: string, input: unknown, { validateOnly = false }: WriteOptions = {}): Promise<OpenedWebhook> {
    requireScope(actor, 'admin')
    const { graceHours = DEFAULT_GRACE_HOURS } = parse(secretRotationInput, input ?? {})
    const webhook = await get(actor, id)
    const at = now()
    const valid = await stores.webhooks.secrets(id, at.toISOString())
    if (valid.length >= MAX_SECRETS && graceHours > 0) throw new AppError('conflict', `The webhook ${id} has ${MAX_SECRETS} valid secrets, the most there may be: wait until one stops, or send graceHours 0 to stop them all at once.`)
    const secret = newSecret(id, at.toISOString())
    const earlierUntil = new Date(at.getTime() + graceHours * HOUR).toISOString()
    if (!validateOnly) await stores.webhooks.addSecret(secret, earlierUntil, webhookAudit(actor, secret.createdAt, 'webhook.rotated', id, diffDocuments({}, { earlierUntil })))
    return { webhook, secret: secret.secret, earlierUntil }
  }

  /** Has a webhook go on with what is pending, at once: after it ended, or instead of waiting for the next attempts. @throws AppError `not_found` */
  async function resume (actor: Actor, id: string, { validateOnly = false }: WriteOptions = {}): Promise<Webhook> {
    const { state, endedAt, endedBecause } = await get(actor, id)
    const at = now().toISOString()
    const changes = diffDocuments({ state, endedAt, endedBecause }, { state: 'active' })
    if (!validateOnly) await stores.webhooks.resume(id, at, webhookAudit(actor, at, 'webhook.resumed', id, changes))
    return await get(actor, id)
  }

  return { create, list, get, remove, rotate, resume }
}

/** What is wrong with an address that events shall be sent to. A name is looked up only when something is sent, and refused then. */
function problemOf (text: string, targets: WebhookTargets): Omit<Problem, 'pointer'> | null {
  const url = URL.parse(text)
  if (url === null || !['https:', 'http:'].includes(url.protocol)) return { code: 'invalid_url', detail: 'is not an address of the web: write it whole, such as https://example.dk/maal' }
  if (url.username !== '' || url.password !== '') return { code: 'url_with_credentials', detail: 'holds a user or password: leave them out, and check the signature of what arrives instead' }
  if (url.port === '0') return { code: 'invalid_url', detail: 'has port 0, at which nothing can be reached: give another, or leave it out' }
  if (targets === 'any') return null
  const allow = 'or let the operator set WEBHOOK_TARGETS=any'
  if (url.protocol === 'http:') return { code: 'url_not_https', detail: `is not https: give an https address, ${allow}` }
  if (!isPublicHost(url.hostname)) return { code: 'private_url', detail: `leads to ${url.hostname}, which is no address of the public internet: give one that is, ${allow}` }
  return null
}
