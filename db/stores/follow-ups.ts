import type { NewAuditEntry } from '../../src/domain/audit.ts'
import { AppError } from '../../src/domain/errors.ts'
import type { NewEvent } from '../../src/domain/event.ts'
import type { Judgement } from '../../src/domain/status/status.ts'
import type { Database } from '../database.ts'
import type { Statement } from '../statements.ts'
import { auditRows } from './audit.ts'
import { eventRows } from './events.ts'

/** That a deliverable of a milestone was done on a day; `doneOn` null: not done after all. */
export type DeliverableRecord = { target: string, code: string, doneOn: string | null, evidence: string | null, recordedAt: string, actor: string }
/** A judgement of a target on a day. */
export type AssessmentRecord = { target: string, on: string, status: Judgement, note: string | null, evidence: string | null, recordedAt: string, actor: string }

/** What milestones and assessments are judged by. Nothing is overwritten: each record is a revision. */
export function createFollowUpStore (database: Database) {
  const wantedTargets = (targets: readonly string[]) => database.keyRows(['target'], [...new Set(targets)].map(target => [target]))

  /** @throws AppError `conflict` where another recorded the same deliverable at the same moment */
  async function recordDeliverable (record: DeliverableRecord, events: readonly NewEvent[] = [], audit: readonly NewAuditEntry[] = []): Promise<void> {
    const { target, code, doneOn, evidence, recordedAt, actor } = record
    await database.atomically(() => [{
      sql: `insert into deliverables (target, code, revision, done_on, evidence, recorded_at, actor)
        select ?, ?, coalesce(max(revision), 0) + 1, ?, ?, ?, ? from deliverables where target = ? and code = ?`,
      params: [target, code, doneOn, evidence, recordedAt, actor, target, code],
      refused: () => recordedAtOnce(target)
    } satisfies Statement, ...auditRows(audit), ...eventRows(events)])
  }

  /** The latest record of each deliverable of the targets as known at an instant (null: now), by target and code. */
  async function deliverables (targets: readonly string[], knownAt: string | null): Promise<DeliverableRecord[]> {
    if (targets.length === 0) return []
    const wanted = wantedTargets(targets)
    const rows = await database.query<[string, string, string | null, string | null, string, string]>(
      `select d.target, d.code, d.done_on, d.evidence, d.recorded_at, d.actor
       from ${wanted.sql} w cross join deliverables d
       where d.target = w.target ${knownAt === null ? '' : 'and d.recorded_at <= ?'} order by d.target, d.code, d.revision`,
      knownAt === null ? wanted.params : [...wanted.params, knownAt])
    return lastOfEach(rows).map(([target, code, doneOn, evidence, recordedAt, actor]) => ({ target, code, doneOn, evidence, recordedAt, actor }))
  }

  /** @throws AppError `conflict` where another recorded a judgement of the same day at the same moment */
  async function recordAssessment (record: AssessmentRecord, events: readonly NewEvent[] = [], audit: readonly NewAuditEntry[] = []): Promise<void> {
    const { target, on, status, note, evidence, recordedAt, actor } = record
    await database.atomically(() => [{
      sql: `insert into assessments (target, on_day, revision, status, note, evidence, recorded_at, actor)
        select ?, ?, coalesce(max(revision), 0) + 1, ?, ?, ?, ?, ? from assessments where target = ? and on_day = ?`,
      params: [target, on, status, note, evidence, recordedAt, actor, target, on],
      refused: () => recordedAtOnce(target)
    } satisfies Statement, ...auditRows(audit), ...eventRows(events)])
  }

  /** The latest judgement of each day of the targets as known at an instant (null: now), by target and day. */
  async function assessments (targets: readonly string[], knownAt: string | null): Promise<AssessmentRecord[]> {
    if (targets.length === 0) return []
    const wanted = wantedTargets(targets)
    const rows = await database.query<[string, string, Judgement, string | null, string | null, string, string]>(
      `select a.target, a.on_day, a.status, a.note, a.evidence, a.recorded_at, a.actor
       from ${wanted.sql} w cross join assessments a
       where a.target = w.target ${knownAt === null ? '' : 'and a.recorded_at <= ?'} order by a.target, a.on_day, a.revision`,
      knownAt === null ? wanted.params : [...wanted.params, knownAt])
    return lastOfEach(rows).map(([target, on, status, note, evidence, recordedAt, actor]) => ({ target, on, status, note, evidence, recordedAt, actor }))
  }

  return { recordDeliverable, deliverables, recordAssessment, assessments }
}

/** Of sorted rows the last with the same first two columns. */
const lastOfEach = <Row extends [string, string, ...unknown[]]>(rows: Row[]): Row[] =>
  rows.filter(([first, second], at) => rows[at + 1]?.[0] !== first || rows[at + 1]?.[1] !== second)

const recordedAtOnce = (target: string): AppError =>
  new AppError('conflict', `Another record of ${JSON.stringify(target)} was made at the same moment. Look at it, then record again.`)
