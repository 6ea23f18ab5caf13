import { and, asc, desc, eq, gt, isNull, or } from 'drizzle-orm'
import type { NewAuditEntry } from '../../src/domain/audit.ts'
import { AppError } from '../../src/domain/errors.ts'
import type { EventType } from '../../src/domain/event.ts'
import type { Webhook, WebhookSecret, WebhookState } from '../../src/domain/webhook.ts'
import type { Database } from '../database.ts'
import { fromJson, toJson } from '../json.ts'
import { insertRows } from '../statements.ts'
import { auditRows } from './audit.ts'

/** Who is told of events. */
export function createWebhookStore (database: Database) {
  const { db, tables: { webhooks, webhookSecrets } } = database

  /** Every webhook, the oldest first. */
  const all = async (): Promise<Webhook[]> => (await db.select().from(webhooks).orderBy(asc(webhooks.createdAt), asc(webhooks.id))).map(fromRow)

  async function byId (id: string): Promise<Webhook | undefined> {
    const [row] = await db.select().from(webhooks).where(eq(webhooks.id, id))
    return row && fromRow(row)
  }

  /** Stores a new webhook with its first secret; it begins after the last event that there is now. @throws AppError `conflict` where the id is taken */
  async function insert ({ id, url, description, types, kommuner, createdAt, createdBy, state, endedAt, endedBecause }: Omit<Webhook, 'seq'>, secret: WebhookSecret, audit: readonly NewAuditEntry[] = []): Promise<void> {
    await database.atomically(() => [
      {
        sql: `insert into webhooks (id, url, description, types, kommuner, created_at, created_by, state, ended_at, ended_because, seq)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce((select max(seq) from events), 0))`,
        params: [id, url, description, toJson(types), kommuner && toJson(kommuner), createdAt, createdBy, state, endedAt, endedBecause],
        refused: () => new AppError('conflict', `There is already a webhook with the id ${JSON.stringify(id)}.`)
      },
      ...insertRows(database, webhookSecrets, [secret]),
      ...auditRows(audit)
    ])
  }

  /** Removes a webhook with its secrets and deliveries. */
  async function remove (id: string, audit: readonly NewAuditEntry[] = []): Promise<void> {
    await database.atomically(() => [{ sql: 'delete from webhooks where id = ?', params: [id] }, ...auditRows(audit)])
  }

  /** The secrets of a webhook that are valid at an instant, the newest first. */
  async function secrets (webhook: string, at: string): Promise<WebhookSecret[]> {
    return await db.select().from(webhookSecrets)
      .where(and(eq(webhookSecrets.webhook, webhook), or(isNull(webhookSecrets.validUntil), gt(webhookSecrets.validUntil, at))))
      .orderBy(desc(webhookSecrets.createdAt), desc(webhookSecrets.id))
  }

  /** Gives a webhook a new secret; those it has stop at `earlierUntil`, or before, if they were to. What stopped is forgotten. */
  async function addSecret (secret: WebhookSecret, earlierUntil: string, audit: readonly NewAuditEntry[] = []): Promise<void> {
    const { webhook, createdAt } = secret
    await database.atomically(() => [
      { sql: 'update webhook_secrets set valid_until = ? where webhook = ? and (valid_until is null or valid_until > ?)', params: [earlierUntil, webhook, earlierUntil] },
      { sql: 'delete from webhook_secrets where webhook = ? and valid_until <= ?', params: [webhook, createdAt] },
      ...insertRows(database, webhookSecrets, [secret]),
      ...auditRows(audit)
    ])
  }

  /** Has a webhook go on, whether it had ended or not: what is pending is due at `at`. */
  async function resume (id: string, at: string, audit: readonly NewAuditEntry[] = []): Promise<void> {
    await database.atomically(() => [
      { sql: "update webhooks set state = 'active', ended_at = null, ended_because = null where id = ?", params: [id] },
      { sql: "update deliveries set next_attempt_at = ? where webhook = ? and state = 'pending'", params: [at, id] },
      ...auditRows(audit)
    ])
  }

  /** The active webhooks for which not every event has been looked at. */
  async function behind (): Promise<Webhook[]> {
    const rows = await database.query<[string]>("select id from webhooks where state = 'active' and seq < (select max(seq) from events)", [])
    if (rows.length === 0) return []
    return (await db.select().from(webhooks).where(database.oneOf(webhooks.id, rows.map(([id]) => id)))).map(fromRow)
  }

  return { all, byId, insert, remove, secrets, addSecret, resume, behind }
}

type Row = Omit<Webhook, 'types' | 'kommuner' | 'state'> & { types: string, kommuner: string | null, state: string }

const fromRow = ({ types, kommuner, state, ...row }: Row): Webhook => ({
  ...row, types: fromJson<EventType[]>(types), kommuner: kommuner === null ? null : fromJson(kommuner), state: state as WebhookState
})
