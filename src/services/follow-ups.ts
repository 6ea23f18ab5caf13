import { z } from 'zod'
import type { AuditAction, NewAuditEntry } from '../domain/audit.ts'
import { danishDay } from '../domain/date.ts'
import { AppError, notFound } from '../domain/errors.ts'
import type { NewEvent } from '../domain/event.ts'
import { JUDGEMENTS } from '../domain/status/status.ts'
import { deliverablesOf, type Rule } from '../domain/target.ts'
import { type Actor, requireScope } from './actor.ts'
import { audited } from './audit-entries.ts'
import { anyOf, day, flag, parse, type WriteOptions } from './input.ts'
import { type Page, pageBy, paging, sortBy } from './lists.ts'
import { diffDocuments } from './plan-diff.ts'
import type { PlanService } from './plans.ts'
import { refusedParameter } from './reference.ts'
import type { AssessmentRecord, DeliverableRecord, Stores, TargetRecord } from '../../db/stores/index.ts'

const evidence = z.string().max(4000).nullable().optional().meta({ description: 'What shows it: a decision, a document, a link.' })

export const deliverableInput = z.strictObject({
  doneOn: day.nullable().meta({ description: 'The day it was done; null where it was not done after all.' }),
  evidence
}).meta({ id: 'DeliverableInput' })

export const assessmentInput = z.strictObject({
  on: day.meta({ description: 'The day of the judgement.' }),
  status: z.enum(JUDGEMENTS),
  note: z.string().max(4000).nullable().optional(),
  evidence
}).meta({ id: 'AssessmentInput' })

export const deliverableQuery = z.strictObject({ done: flag('true: only what was done; false: only what was not, after all.'), ...paging, sort: sortBy(['code', 'doneOn', 'recordedAt']) })
export type DeliverableQuery = z.output<typeof deliverableQuery>
const DELIVERABLE_KEYS = { code: ({ code }: DeliverableRecord) => code, doneOn: ({ doneOn }: DeliverableRecord) => doneOn ?? '', recordedAt: ({ recordedAt }: DeliverableRecord) => recordedAt }

export const assessmentQuery = z.strictObject({
  status: anyOf(z.enum(JUDGEMENTS), 'Only these judgements.'),
  from: day.optional().meta({ description: 'Only judgements of this day or later.' }),
  to: day.optional().meta({ description: 'Only judgements of this day or earlier.' }),
  ...paging,
  sort: sortBy(['on', 'recordedAt'])
})
export type AssessmentQuery = z.output<typeof assessmentQuery>
const ASSESSMENT_KEYS = { on: ({ on }: AssessmentRecord) => on, recordedAt: ({ recordedAt }: AssessmentRecord) => recordedAt }

const done = ({ doneOn, evidence }: DeliverableRecord) => ({ doneOn, evidence })
const judged = ({ status, note, evidence }: AssessmentRecord) => ({ status, note, evidence })

const isAssessed = (rule: Rule): boolean => 'rules' in rule ? rule.rules.some(isAssessed) : rule.kind === 'assessment'

/** What is told of a record; of a draft's targets nothing is. */
export const told = ({ id, plan, kommune, planStatus }: TargetRecord, occurredAt: string, data: Record<string, unknown>): NewEvent[] =>
  planStatus === 'draft' ? [] : [{ type: 'follow_up.recorded', subject: id, occurredAt, data: { target: id, plan, kommune, ...data } }]

/** What the audit trail keeps of a record, by what it does to the target: `path` is the record's place there. */
export const auditedRecord = (actor: Actor, at: string, action: AuditAction, { id, plan, kommune }: TargetRecord, path: string, { before, after }: { before: object | undefined, after: object }): NewAuditEntry[] =>
  audited(actor, at, { action, subjectKind: 'target', subject: id, plan, kommune, changes: diffDocuments(before ?? {}, after, path) })

/** @throws AppError `unprocessable` where a day lies ahead of an instant, as days are counted in Denmark */
export function refuseLater (date: string, now: Date, pointer: string): void {
  if (date <= danishDay(now.toISOString())) return
  const detail = 'lies ahead: record it when it has happened'
  throw new AppError('unprocessable', `${pointer}: ${detail}`, [{ pointer, code: 'in_the_future', detail }])
}

/** What milestones and assessments are judged by. */
export function createFollowUpService ({ stores, plans, now }: { stores: Pick<Stores, 'followUps'>, plans: Pick<PlanService, 'target'>, now: () => Date }) {
  /** Records that a deliverable was done (or was not, after all). @throws AppError `not_found` for target or deliverable */
  async function recordDeliverable (actor: Actor, target: string, code: string, input: unknown, { validateOnly = false }: WriteOptions = {}): Promise<DeliverableRecord> {
    requireScope(actor, 'plans:write')
    const given = parse(deliverableInput, input)
    const found = await plans.target(actor, target)
    requireScope(actor, 'plans:write', found.kommune)
    if (!deliverablesOf(found.rule).some(one => one.code === code)) throw notFound('deliverable', `${target}/${code}`)
    if (given.doneOn !== null) refuseLater(given.doneOn, now(), '/doneOn')
    const record = { target, code, doneOn: given.doneOn, evidence: given.evidence ?? null, recordedAt: now().toISOString(), actor: actor.id }
    if (validateOnly) return record
    const before = (await stores.followUps.deliverables([target], null)).find(one => one.code === code)
    const audit = auditedRecord(actor, record.recordedAt, 'deliverable.recorded', found, `/deliverables/${code}`, { before: before && done(before), after: done(record) })
    await stores.followUps.recordDeliverable(record, told(found, record.recordedAt, { kind: 'deliverable', code, doneOn: given.doneOn }), audit)
    return record
  }

  /** Records a judgement of a target. @throws AppError `not_found`, or `unprocessable` where the target is not judged by people */
  async function recordAssessment (actor: Actor, target: string, input: unknown, { validateOnly = false }: WriteOptions = {}): Promise<AssessmentRecord> {
    requireScope(actor, 'plans:write')
    const given = parse(assessmentInput, input)
    const found = await plans.target(actor, target)
    requireScope(actor, 'plans:write', found.kommune)
    if (!isAssessed(found.rule)) throw new AppError('unprocessable', `The target ${target} is not judged by assessment: its rule is of kind ${found.rule.kind}.`)
    refuseLater(given.on, now(), '/on')
    const record = { target, on: given.on, status: given.status, note: given.note ?? null, evidence: given.evidence ?? null, recordedAt: now().toISOString(), actor: actor.id }
    if (validateOnly) return record
    const before = (await stores.followUps.assessments([target], null)).find(one => one.on === given.on)
    const audit = auditedRecord(actor, record.recordedAt, 'assessment.recorded', found, `/assessments/${given.on}`, { before: before && judged(before), after: judged(record) })
    await stores.followUps.recordAssessment(record, told(found, record.recordedAt, { kind: 'assessment', on: given.on, status: given.status }), audit)
    return record
  }

  /** What is recorded of a target now. @throws AppError `not_found` */
  async function deliverables (actor: Actor, target: string, query: DeliverableQuery): Promise<Page<DeliverableRecord>> {
    await plans.target(actor, target)
    const isWanted = ({ doneOn }: DeliverableRecord): boolean => query.done === undefined || query.done === (doneOn !== null)
    const found = (await stores.followUps.deliverables([target], null)).filter(isWanted)
    return pageBy(found, one => one.code, DELIVERABLE_KEYS, { ...query, of: `deliverables of ${target}` })
  }

  /** @throws AppError `not_found` */
  async function assessments (actor: Actor, target: string, query: AssessmentQuery): Promise<Page<AssessmentRecord>> {
    await plans.target(actor, target)
    const isWanted = ({ on, status }: AssessmentRecord): boolean => (query.status?.includes(status) ?? true) && (query.from === undefined || on >= query.from) && (query.to === undefined || on <= query.to)
    if (query.from !== undefined && query.to !== undefined && query.from > query.to) throw refusedParameter('to', `lies before from, ${query.from}`)
    return pageBy((await stores.followUps.assessments([target], null)).filter(isWanted), one => one.on, ASSESSMENT_KEYS, { ...query, of: `assessments of ${target}` })
  }

  /** What is recorded of some targets now, for callers that gather targets which the actor has seen. */
  const deliverablesOfTargets = (targets: readonly string[]): Promise<DeliverableRecord[]> => stores.followUps.deliverables(targets, null)
  const assessmentsOfTargets = (targets: readonly string[]): Promise<AssessmentRecord[]> => stores.followUps.assessments(targets, null)

  return { recordDeliverable, recordAssessment, deliverables, assessments, deliverablesOfTargets, assessmentsOfTargets }
}
