import { sql } from 'drizzle-orm'
import type { check, doublePrecision, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'

/**
 * The column builders that the tables are made with. PostgreSQL's types are the canonical ones; schema.sqlite.ts casts its own to them.
 * `text` sorts by bytes on both engines (PostgreSQL: collate "C"), so that lists and cursors have one order everywhere.
 */
export type Kit = {
  table: typeof pgTable
  text: typeof text
  integer: typeof integer
  double: typeof doublePrecision
  primaryKey: typeof primaryKey
  foreignKey: typeof foreignKey
  index: typeof index
  uniqueIndex: typeof uniqueIndex
  check: typeof check
}

/**
 * Every table, once. Keys are texts made by the application; dates and instants are ISO text; JSON is text, read and written by
 * json.ts alone; truths are 0 and 1. Indicators and areas are named without foreign keys: nothing deletes them, and services check
 * that they exist with a message for each row. Inside a plan everything is tied by foreign keys.
 */
export const defineTables = ({ table, text, integer, double, primaryKey, foreignKey, index, uniqueIndex, check }: Kit) => {
  const meta = table('meta', { key: text('key').primaryKey(), value: text('value').notNull() })

  const areas = table('areas', {
    id: text('id').primaryKey(),
    code: text('code'),
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    aliases: text('aliases').notNull(),
    codes: text('codes').notNull(),
    memberships: text('memberships').notNull(),
    validFrom: text('valid_from'),
    validTo: text('valid_to'),
    note: text('note')
  })

  const indicators = table('indicators', {
    id: text('id').primaryKey(),
    nameDa: text('name_da').notNull(),
    nameEn: text('name_en').notNull(),
    definition: text('definition'),
    unit: text('unit').notNull(),
    polarity: text('polarity').notNull(),
    frequency: text('frequency').notNull(),
    publicationLagDays: integer('publication_lag_days').notNull(),
    breaks: text('breaks').notNull(),
    source: text('source'),
    decimals: integer('decimals').notNull(),
    segments: text('segments').notNull(),
    additive: integer('additive').notNull().default(0),
    calculation: text('calculation')
  })

  const nationalGoals = table('national_goals', {
    id: text('id').primaryKey(),
    year: integer('year').notNull(),
    number: integer('number').notNull(),
    title: text('title').notNull()
  })

  // The current version of each plan. `record` is the document without its goals, every optional field filled.
  const plans = table('plans', {
    id: text('id').primaryKey(),
    kommune: text('kommune').notNull(),
    kind: text('kind').notNull(),
    status: text('status').notNull(),
    paceLimits: text('pace_limits'),
    version: integer('version').notNull(),
    recordedAt: text('recorded_at').notNull(),
    record: text('record').notNull()
  }, t => [index('plans_kommune').on(t.kommune)])

  // Every version ever put, append-only. The key is the optimistic lock, `previous` keeps versions without gaps.
  const planVersions = table('plan_versions', {
    plan: text('plan').notNull().references(() => plans.id),
    version: integer('version').notNull(),
    previous: integer('previous'),
    document: text('document').notNull(),
    recordedAt: text('recorded_at').notNull(),
    actor: text('actor').notNull(),
    reason: text('reason')
  }, t => [
    primaryKey({ columns: [t.plan, t.version] }),
    foreignKey({ name: 'plan_versions_previous', columns: [t.plan, t.previous], foreignColumns: [t.plan, t.version] }),
    check('plan_versions_follow', sql`${t.version} = coalesce(${t.previous}, 0) + 1`)
  ])

  const goals = table('goals', {
    id: text('id').primaryKey(),
    plan: text('plan').notNull().references(() => plans.id),
    position: integer('position').notNull(),
    record: text('record').notNull()
  }, t => [uniqueIndex('goals_plan_position').on(t.plan, t.position)])

  const goalNationalGoals = table('goal_national_goals', {
    goal: text('goal').notNull().references(() => goals.id, { onDelete: 'cascade' }),
    nationalGoal: text('national_goal').notNull()
  }, t => [primaryKey({ columns: [t.nationalGoal, t.goal] }), index('goal_national_goals_goal').on(t.goal)])

  // `position` counts through the whole plan. `record` is the target's document, every optional field filled.
  const targets = table('targets', {
    id: text('id').primaryKey(),
    plan: text('plan').notNull().references(() => plans.id),
    goal: text('goal').notNull().references(() => goals.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    indicator: text('indicator'),
    record: text('record').notNull()
  }, t => [
    uniqueIndex('targets_plan_position').on(t.plan, t.position),
    index('targets_goal').on(t.goal),
    index('targets_indicator').on(t.indicator)
  ])

  // Which targets read which series, so that a batch of measurements can name the targets it touches.
  const targetSeries = table('target_series', {
    indicator: text('indicator').notNull(),
    area: text('area').notNull(),
    segment: text('segment').notNull(),
    target: text('target').notNull().references(() => targets.id, { onDelete: 'cascade' })
  }, t => [primaryKey({ columns: [t.indicator, t.area, t.segment, t.target] }), index('target_series_target').on(t.target)])

  // Every revision of every measurement, append-only. `segment` is '' for the whole. The key makes a series one range scan
  // (SQLite: WITHOUT ROWID, written by hand in the first migration, since drizzle-kit cannot say it).
  const measurements = table('measurements', {
    indicator: text('indicator').notNull(),
    area: text('area').notNull(),
    segment: text('segment').notNull(),
    period: text('period').notNull(),
    revision: integer('revision').notNull(),
    periodStart: text('period_start').notNull(),
    periodEnd: text('period_end').notNull(),
    value: double('value'),
    flag: text('flag').notNull(),
    withdrawn: integer('withdrawn').notNull(),
    source: text('source'),
    note: text('note'),
    recordedAt: text('recorded_at').notNull(),
    actor: text('actor').notNull(),
    import: text('import')
  }, t => [
    primaryKey({ columns: [t.indicator, t.area, t.segment, t.period, t.revision] }),
    check('measurements_withdrawn', sql`${t.withdrawn} in (0, 1)`),
    check('measurements_value', sql`${t.withdrawn} = 1 or (${t.value} is null) = (${t.flag} in ('suppressed', 'missing'))`)
  ])

  // What was written together, append-only. `series` names the series that it wrote to, so that its revisions are found without an index
  // of their own; an import is undone once, which is what the unique `undoes` holds.
  const imports = table('imports', {
    id: text('id').primaryKey(),
    actor: text('actor').notNull(),
    recordedAt: text('recorded_at').notNull(),
    received: integer('received').notNull(),
    created: integer('created').notNull(),
    revised: integer('revised').notNull(),
    unchanged: integer('unchanged').notNull(),
    rejected: integer('rejected').notNull(),
    kind: text('kind').notNull().default('json'),
    fileName: text('file_name'),
    reason: text('reason'),
    hash: text('hash').notNull(),
    series: text('series').notNull(),
    undoes: text('undoes')
  }, t => [index('imports_recorded').on(t.recordedAt, t.id), uniqueIndex('imports_undoes').on(t.undoes)])

  // What milestones and assessments are judged by; append-only. Targets are named freely: what was recorded outlives a new plan version.
  const deliverables = table('deliverables', {
    target: text('target').notNull(),
    code: text('code').notNull(),
    revision: integer('revision').notNull(),
    doneOn: text('done_on'),
    evidence: text('evidence'),
    recordedAt: text('recorded_at').notNull(),
    actor: text('actor').notNull()
  }, t => [primaryKey({ columns: [t.target, t.code, t.revision] })])

  const assessments = table('assessments', {
    target: text('target').notNull(),
    on: text('on_day').notNull(),
    revision: integer('revision').notNull(),
    status: text('status').notNull(),
    note: text('note'),
    evidence: text('evidence'),
    recordedAt: text('recorded_at').notNull(),
    actor: text('actor').notNull()
  }, t => [primaryKey({ columns: [t.target, t.on, t.revision] })])

  // What people say of a target, append-only: a change is a new revision, and so is taking it back.
  const comments = table('comments', {
    id: text('id').notNull(),
    revision: integer('revision').notNull(),
    target: text('target').notNull(),
    on: text('on_day').notNull(),
    text: text('text').notNull(),
    author: text('author').notNull(),
    withdrawn: integer('withdrawn').notNull(),
    createdAt: text('created_at').notNull(),
    recordedAt: text('recorded_at').notNull(),
    actor: text('actor').notNull()
  }, t => [primaryKey({ columns: [t.id, t.revision] }), index('comments_target').on(t.target), check('comments_withdrawn', sql`${t.withdrawn} in (0, 1)`)])

  const keys = table('keys', {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    scopes: text('scopes').notNull(),
    kommuner: text('kommuner'),
    indicators: text('indicators'),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    expiresAt: text('expires_at'),
    revokedAt: text('revoked_at')
  })

  // What was answered to a caller's Idempotency-Key; `status` and `answer` are null while the first request is under way, which moves
  // `started_at` on as long as it lives. `effect` is what it wrote, in the same atomic list: '' is nothing.
  const idempotencyKeys = table('idempotency_keys', {
    actor: text('actor').notNull(),
    key: text('key').notNull(),
    token: text('token').notNull(),
    fingerprint: text('fingerprint').notNull(),
    startedAt: text('started_at').notNull(),
    effect: text('effect').notNull().default(''),
    status: integer('status'),
    answer: text('answer')
  }, t => [primaryKey({ columns: [t.actor, t.key] }), index('idempotency_keys_started').on(t.startedAt)])

  // How many requests all instances together have counted of a caller in a minute (minutes since 1970).
  const rateCounts = table('rate_counts', {
    minute: integer('minute').notNull(),
    caller: text('caller').notNull(),
    count: integer('count').notNull()
  }, t => [primaryKey({ columns: [t.minute, t.caller] })])

  // What opens a key, hashed. A rotated key has more than one: the earlier ones until `valid_until`.
  const keySecrets = table('key_secrets', {
    hash: text('hash').primaryKey(),
    key: text('key').notNull().references(() => keys.id),
    createdAt: text('created_at').notNull(),
    validUntil: text('valid_until')
  }, t => [index('key_secrets_key').on(t.key)])

  // How the labels of a source's table become series of ours.
  const mappings = table('mappings', {
    id: text('id').primaryKey(),
    record: text('record').notNull(),
    recordedAt: text('recorded_at').notNull(),
    actor: text('actor').notNull()
  })

  // What has happened, append-only, written in the same atomic list as the change. `seq` has no gaps and follows the order of the commits:
  // it is counted in a row that a writer holds until it commits.
  const eventCounter = table('event_counter', { name: text('name').primaryKey(), last: integer('last').notNull() })

  const events = table('events', {
    seq: integer('seq').primaryKey(),
    type: text('type').notNull(),
    subject: text('subject').notNull(),
    occurredAt: text('occurred_at').notNull(),
    data: text('data').notNull()
  })

  // How far those who work through the events have come; a position never goes back.
  const eventCursors = table('event_cursors', { name: text('name').primaryKey(), seq: integer('seq').notNull() })

  // Each status of a target that was announced, append-only: its key keeps two instances from announcing the same change twice.
  const announcements = table('announcements', {
    target: text('target').notNull(),
    number: integer('number').notNull(),
    status: text('status').notNull(),
    asOf: text('as_of').notNull(),
    announcedAt: text('announced_at').notNull(),
    record: text('record').notNull()
  }, t => [primaryKey({ columns: [t.target, t.number] })])

  // Who changed what, append-only: triggers, written by hand in the migration, refuse anything else. `seq` is counted as that of events.
  const audit = table('audit', {
    seq: integer('seq').primaryKey(),
    at: text('at').notNull(),
    actor: text('actor').notNull(),
    actorName: text('actor_name').notNull(),
    requestId: text('request_id'),
    action: text('action').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subject: text('subject').notNull(),
    plan: text('plan'),
    kommune: text('kommune'),
    reason: text('reason'),
    changes: text('changes').notNull()
  }, t => [
    index('audit_at').on(t.at),
    index('audit_actor').on(t.actor, t.seq),
    index('audit_plan').on(t.plan, t.seq),
    index('audit_kommune').on(t.kommune, t.seq),
    index('audit_subject').on(t.subject, t.seq)
  ])

  // Who is told of events. `seq` is the last event that was looked at for it.
  const webhooks = table('webhooks', {
    id: text('id').primaryKey(),
    url: text('url').notNull(),
    description: text('description'),
    types: text('types').notNull(),
    kommuner: text('kommuner'),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    state: text('state').notNull(),
    endedAt: text('ended_at'),
    endedBecause: text('ended_because'),
    seq: integer('seq').notNull()
  })

  // What deliveries are signed with. A rotated webhook has more than one: the earlier ones until `valid_until`.
  const webhookSecrets = table('webhook_secrets', {
    id: text('id').primaryKey(),
    webhook: text('webhook').notNull().references(() => webhooks.id, { onDelete: 'cascade' }),
    secret: text('secret').notNull(),
    createdAt: text('created_at').notNull(),
    validUntil: text('valid_until')
  }, t => [index('webhook_secrets_webhook').on(t.webhook)])

  // One event for one webhook. `lease` is who delivers it just now, until `leased_until`.
  const deliveries = table('deliveries', {
    id: text('id').primaryKey(),
    webhook: text('webhook').notNull().references(() => webhooks.id, { onDelete: 'cascade' }),
    seq: integer('seq').notNull().references(() => events.seq),
    subject: text('subject').notNull(),
    replay: integer('replay').notNull(),
    state: text('state').notNull(),
    attempts: integer('attempts').notNull(),
    nextAttemptAt: text('next_attempt_at'),
    lease: text('lease'),
    leasedUntil: text('leased_until'),
    createdAt: text('created_at').notNull(),
    settledAt: text('settled_at')
  }, t => [
    uniqueIndex('deliveries_once').on(t.webhook, t.seq, t.replay),
    index('deliveries_due').on(t.webhook, t.state, t.nextAttemptAt, t.seq),
    index('deliveries_order').on(t.webhook, t.subject, t.state, t.seq),
    index('deliveries_lease').on(t.lease)
  ])

  const deliveryAttempts = table('delivery_attempts', {
    delivery: text('delivery').notNull().references(() => deliveries.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    at: text('at').notNull(),
    durationMs: integer('duration_ms').notNull(),
    status: integer('status'),
    error: text('error')
  }, t => [primaryKey({ columns: [t.delivery, t.number] })])

  return {
    meta,
    areas,
    indicators,
    nationalGoals,
    plans,
    planVersions,
    goals,
    goalNationalGoals,
    targets,
    targetSeries,
    measurements,
    imports,
    mappings,
    deliverables,
    assessments,
    comments,
    keys,
    keySecrets,
    idempotencyKeys,
    rateCounts,
    eventCounter,
    events,
    audit,
    eventCursors,
    announcements,
    webhooks,
    webhookSecrets,
    deliveries,
    deliveryAttempts
  }
}

export type Tables = ReturnType<typeof defineTables>
