import { isDeepStrictEqual } from 'node:util'
import { deliverablesOf } from '../../src/domain/target.ts'
import type { Flag } from '../../src/domain/measurement.ts'
import type { PlanDocument, PlanStatus } from '../../src/domain/plan.ts'

/** A row of a batch as it is sent. */
export type Row = { indicator: string, area: string, period: string, value: number | null, flag?: Flag, segment?: string | null }
export type Revision = { key: string, row: Required<Row>, revision: number, withdrawn: boolean, recordedAt: string }
/** Figures that were written together: each with what was there before. */
export type Import = { id: string, wrote: { revision: Revision, before: Revision | undefined }[], undone: boolean }
export type Version = { document: PlanDocument, recordedAt: string }
export type Plan = { versions: Version[], retired: Map<string, string>, wasShown: boolean }
export type Record = { target: string, what: string, outcome: string | null, recordedAt: string }

/** All that the API ought to know, as plainly as it can be written. */
export type Model = {
  now: string
  revisions: Revision[]
  imports: Import[]
  plans: Map<string, Plan>
  /** Deliverables (`what` is the code, `outcome` the day) and assessments (`what` is the day, `outcome` the judgement), each time they were recorded. */
  deliverables: Record[]
  assessments: Record[]
  comments: { id: string, target: string, on: string, text: string }[]
  audit: number
  events: string[]
}
export const emptyModel = (now: string): Model => ({ now, revisions: [], imports: [], plans: new Map(), deliverables: [], assessments: [], comments: [], audit: 0, events: [] })

/** What a write is refused with, by the code of its refusal. */
export class Refused extends Error {
  readonly code: string
  constructor (code: string) {
    super(code)
    this.code = code
  }
}

const danish = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' })
/** The Danish day of an instant. */
export const dayOf = (instant: string): string => danish.format(new Date(instant))

// Figures.

export const keyOf = ({ indicator, area, period, segment = null }: Row): string => JSON.stringify([indicator, area, segment, period])
/** Its id: opaque to callers, and made here, since what is withdrawn is in no list. */
export const idOf = (key: string): string => Buffer.from(key).toString('base64url')
const whole = (row: Row): Required<Row> => ({ segment: null, flag: 'final', ...row })
/** The latest revision of a figure, as known at an instant. */
export const latestOf = ({ revisions }: Pick<Model, 'revisions'>, key: string, knownAt?: string): Revision | undefined => revisions.findLast(one => one.key === key && (knownAt === undefined || one.recordedAt <= knownAt))
/** Every figure that is seen, as known at an instant. */
export const figuresOf = (model: Model, knownAt?: string): Revision[] => [...new Set(model.revisions.map(one => one.key))].map(key => latestOf(model, key, knownAt)).filter(one => one !== undefined && !one.withdrawn) as Revision[]

type Counts = { received: number, created: number, revised: number, unchanged: number, rejected: number, committed: boolean }

/** Records a batch, or tells what would come of it. `isGood` says whether a row is right by itself. */
export function post (model: Model, rows: Row[], isGood: (row: Row) => boolean, { atomic, dryRun }: { atomic: boolean, dryRun: boolean }): { counts: Counts, wrote: Import['wrote'] } {
  const counts = { received: rows.length, created: 0, revised: 0, unchanged: 0, rejected: 0, committed: false }
  const wrote: Import['wrote'] = []
  const groups = Map.groupBy(rows.filter(isGood).map(whole), keyOf)
  counts.rejected = rows.filter(row => !isGood(row)).length
  for (const [key, [first, ...others]] of groups) {
    const row = first as Required<Row>
    if (others.some(({ value, flag }) => value !== row.value || flag !== row.flag)) {
      counts.rejected += 1 + others.length
      continue
    }
    counts.unchanged += others.length
    const before = latestOf(model, key)
    const isSeen = before !== undefined && !before.withdrawn
    if (isSeen && before.row.value === row.value && before.row.flag === row.flag) counts.unchanged++
    else {
      if (isSeen) counts.revised++
      else counts.created++
      wrote.push({ before, revision: { key, row, revision: (before?.revision ?? 0) + 1, withdrawn: false, recordedAt: model.now } })
    }
  }
  counts.committed = !dryRun && !(atomic && counts.rejected > 0)
  return { counts, wrote: counts.committed ? wrote : [] }
}

/** Takes what was written into the model, under the id of its import. */
export function keep (model: Model, id: string, wrote: Import['wrote']): void {
  if (wrote.length === 0) return
  model.revisions.push(...wrote.map(one => one.revision))
  model.imports.push({ id, wrote, undone: false })
  model.audit++
  model.events.push('measurements.recorded')
}

export function withdraw (model: Model, key: string): Import['wrote'] {
  const before = latestOf(model, key)
  if (before === undefined || before.withdrawn) throw new Refused('not_found')
  return [{ before, revision: { ...before, revision: before.revision + 1, withdrawn: true, recordedAt: model.now } }]
}

/** What undoing an import writes: what was there before, or nothing to see. */
export function undo (model: Model, { wrote, undone }: Import): Import['wrote'] {
  if (undone || wrote.some(({ revision }) => latestOf(model, revision.key) !== revision)) throw new Refused('conflict')
  return wrote.map(({ revision, before }) => ({ before: revision, revision: { ...before ?? { ...revision, withdrawn: true }, revision: revision.revision + 1, recordedAt: model.now } }))
}

// Plans.

export const current = (plan: Plan): PlanDocument => plan.versions.at(-1)!.document
export const statusOf = ({ status = 'draft' }: PlanDocument): PlanStatus => status
const NEXT: { [status in PlanStatus]: PlanStatus[] } = { draft: ['adopted'], adopted: ['closed', 'withdrawn'], closed: ['withdrawn'], withdrawn: [] }
export type Writing = { version: 'current' | 'stale' | 'none', reason: boolean, dryRun?: boolean }

/** The version that a write says it was made on top of; none where it says none. */
export const expectedOf = (plan: Plan | undefined, { version }: Writing): number | undefined => version === 'none' ? undefined : (plan?.versions.length ?? 1) - (version === 'stale' ? 1 : 0)

/** Writes a plan whole, from what it is; `edit` may refuse. Returns its version. */
export function write (model: Model, id: string, edit: (before: PlanDocument | undefined) => PlanDocument, writing: Writing, { mustExist = false } = {}): number {
  const plan = model.plans.get(id)
  const expected = expectedOf(plan, writing)
  if (plan === undefined && expected !== undefined && !mustExist) throw new Refused('version_conflict')
  if (plan !== undefined && expected !== undefined && expected !== plan.versions.length) throw new Refused('version_conflict')
  const before = plan && current(plan)
  const next = edit(before)
  if (plan !== undefined && before !== undefined) check(model, plan, before, next)
  if (plan !== undefined && expected === undefined && writing.dryRun !== true) throw new Refused('precondition_required')
  if (isDeepStrictEqual(before, next) || writing.dryRun === true) return plan?.versions.length ?? 0
  if (before !== undefined && statusOf(before) !== 'draft' && !writing.reason) throw new Refused('reason_required')
  return put(model, plan, next)
}

/** Keeps a version of a plan that may be. */
export function put (model: Model, plan: Plan | undefined, next: PlanDocument): number {
  const before = plan && current(plan)
  const kept: Plan = plan ?? { versions: [], retired: new Map(), wasShown: false }
  const [old, codes] = [codesOf(before), codesOf(next)]
  for (const [code, name] of old) if (!codes.has(code)) kept.retired.set(code, name)
  for (const code of codes.keys()) kept.retired.delete(code)
  kept.versions.push({ document: next, recordedAt: model.now })
  kept.wasShown ||= statusOf(next) !== 'draft'
  model.plans.set(next.id, kept)
  model.audit++
  if (statusOf(next) === 'adopted' && (before === undefined || statusOf(before) !== 'adopted')) model.events.push('plan.adopted')
  else if (statusOf(next) !== 'draft' || (before !== undefined && statusOf(before) !== 'draft')) model.events.push('plan.changed')
  return kept.versions.length
}

/** Goals and targets by their code, with what they are. */
const codesOf = (document: PlanDocument | undefined): Map<string, string> => new Map((document?.goals ?? []).flatMap(goal =>
  [[goal.code, `goal ${goal.title}`], ...(goal.targets ?? []).map(one => [one.code, `target ${one.title}`])] as [string, string][]))
const isOfOneList = (one: string, other: string): boolean => one.split(' ')[0] === other.split(' ')[0]

function check (model: Model, plan: Plan, before: PlanDocument, next: PlanDocument): void {
  const [from, to] = [statusOf(before), statusOf(next)]
  if (from !== to && !NEXT[from].includes(to)) throw new Refused('unprocessable')
  const standing = codesOf(before)
  for (const [code, name] of codesOf(next)) {
    const [was, gone] = [standing.get(code), plan.retired.get(code)]
    if (was !== undefined ? !isOfOneList(was, name) : gone !== undefined && gone !== name) throw new Refused('unprocessable')
  }
  const rules = new Map(targetsOf(next).map(target => [target.code, deliverablesOf(target.rule).map(one => one.code)]))
  for (const { code, rule } of targetsOf(before)) {
    const left = rules.get(code)
    for (const one of deliverablesOf(rule)) if (left !== undefined && !left.includes(one.code) && doneOn(model, `${next.id}.${code}`, one.code) != null) throw new Refused('unprocessable')
  }
}

const doneOn = (model: Model, target: string, code: string): string | null | undefined => model.deliverables.findLast(one => one.target === target && one.what === code)?.outcome
export const targetsOf = ({ goals }: PlanDocument) => goals.flatMap(goal => goal.targets ?? [])

/** Takes a plan a step on. */
export const become = (model: Model, id: string, to: PlanStatus, writing: Writing): number => write(model, id, before => {
  if (before === undefined) throw new Refused('not_found')
  if (!NEXT[statusOf(before)].includes(to)) throw new Refused('unprocessable')
  return { ...before, status: to }
}, writing, { mustExist: true })

/** Removes a draft that nobody was shown and on which nothing is recorded. */
export function remove (model: Model, id: string, writing: Writing): void {
  const plan = model.plans.get(id)
  if (plan === undefined) throw new Refused('not_found')
  const expected = expectedOf(plan, writing)
  if (expected !== undefined && expected !== plan.versions.length) throw new Refused('version_conflict')
  const targets = targetsOf(current(plan)).map(({ code }) => `${id}.${code}`)
  const isRecorded = [...model.deliverables, ...model.assessments, ...model.comments].some(one => targets.includes(one.target))
  if (plan.wasShown || isRecorded) throw new Refused('unprocessable')
  if (expected === undefined) throw new Refused('precondition_required')
  model.plans.delete(id)
  model.audit++
}
