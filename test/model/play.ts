import assert from 'node:assert/strict'
import type { PlanDocument, PlanStatus } from '../../src/domain/plan.ts'
import { deliverablesOf, type Rule, type TargetDocument } from '../../src/domain/target.ts'
import { become, current, dayOf, expectedOf, type Import, idOf, keep, type Model, post, put, Refused, remove, type Row, statusOf, targetsOf, undo, withdraw, write, type Writing } from './model.ts'
import { isGood, type Step } from './steps.ts'
import type { Answer, Asked, Json, World } from './world.ts'

type Doing = Step['doing']
type Doings<Name extends Doing['do']> = Extract<Doing, { do: Name }>

const pick = <One>(list: readonly One[], at: number): One | undefined => list[at % list.length]
const RULE_FIELDS = ['kind', 'comparator', 'value', 'amount', 'margin', 'mode', 'aggregate', 'direction', 'smoothing', 'benchmark', 'baseline', 'deliverables', 'reviewEvery', 'rules']

/** Does a step to the model and to the world, and compares what becomes of it: both do it, or both refuse it with the same code. */
export function createPlayer (world: World, model: Model) {
  /** What the model says to a step: what it does, or the code of its refusal. */
  function foreseen <Done> (done: () => Done): { done: Done } | { refused: string } {
    try {
      return { done: done() }
    } catch (error) {
      if (error instanceof Refused) return { refused: error.code }
      throw error
    }
  }

  /** Sends a write and compares how it ends with what the model says. Returns the answer where both did it. */
  async function both <Done> (asked: Asked, done: () => Done): Promise<{ done: Done, body: Json } | undefined> {
    const answer = await world.ask(asked)
    const expected = foreseen(done)
    const about = `${asked.method} ${asked.url} ${JSON.stringify(asked.body) ?? ''} ${JSON.stringify(asked.headers ?? {})} is answered with ${answer.status} ${JSON.stringify(answer.body)?.slice(0, 1_500)}`
    if ('refused' in expected) {
      assert.equal(codeOf(answer), expected.refused, about)
      return undefined
    }
    assert.equal(codeOf(answer), null, about)
    return { done: expected.done, body: answer.body }
  }

  const planAt = (at: number): string | undefined => pick([...model.plans.keys()], at)
  const targets = (): { id: string, plan: string, target: TargetDocument }[] => [...model.plans].flatMap(([plan, one]) => targetsOf(current(one)).map(target => ({ id: `${plan}.${target.code}`, plan, target })))
  const headersOf = (id: string, writing: Writing): Record<string, string> => {
    const expected = expectedOf(model.plans.get(id), writing)
    return expected === undefined || (expected < 1 && !model.plans.has(id)) ? {} : { 'if-match': `"${expected}"` }
  }
  /** A stale version of a plan that is not there, or a version before the first, is none. */
  const meant = (id: string, writing: Writing): Writing => headersOf(id, writing)['if-match'] === undefined ? { ...writing, version: 'none' } : writing
  const why = ({ reason }: Writing): string => reason ? 'reason=Derfor' : ''

  async function postRows ({ rows, atomic, dryRun, by }: Doings<'post'>): Promise<void> {
    const { counts, wrote } = post(model, rows, isGood, { atomic, dryRun })
    const answer = by === 'graphql' ? await postByGraphql(rows, atomic, dryRun) : await world.ask({ method: 'POST', url: `/v1/measurements?atomic=${atomic}&dryRun=${dryRun}&reason=Nu`, ...by === 'csv' ? { headers: { 'content-type': 'text/csv' }, body: csvOf(rows) } : { body: { measurements: rows } } })
    const { received, created, revised, unchanged, rejected, committed } = answer.body
    assert.deepEqual({ received, created, revised, unchanged, rejected, committed }, counts, `${JSON.stringify(rows)}: ${JSON.stringify(answer.body)}`)
    if (by !== 'graphql') assert.equal(answer.status, !dryRun && atomic && rejected > 0 ? 422 : 200)
    assert.equal(answer.body.import === null || answer.body.import === undefined, wrote.length === 0)
    keep(model, answer.body.import, wrote)
  }

  async function postByGraphql (rows: Row[], atomic: boolean, dryRun: boolean): Promise<Answer> {
    const measurements = rows.map(({ flag, ...row }) => ({ ...row, ...flag !== undefined && { flag: flag.toUpperCase() } }))
    const { recordMeasurements } = await world.query('mutation ($measurements: [MeasurementInput!]!, $atomic: Boolean, $dryRun: Boolean) { recordMeasurements(input: { measurements: $measurements }, atomic: $atomic, dryRun: $dryRun, reason: "Nu") { import received created revised unchanged rejected committed } }', { measurements, atomic, dryRun })
    return { status: 200, body: recordMeasurements }
  }

  async function withdrawOne ({ at }: Doings<'withdraw' | 'undo'>): Promise<void> {
    const key = pick([...new Set(model.revisions.map(one => one.key))], at)
    if (key === undefined) return
    const written = await both({ method: 'DELETE', url: `/v1/measurements/${idOf(key)}?reason=Fejl` }, () => withdraw(model, key))
    if (written === undefined) return
    const { items: [last] } = await world.read('/v1/imports?kind=withdrawal&limit=500&sort=-recordedAt')
    keep(model, last.id, written.done)
  }

  async function undoOne ({ at }: Doings<'withdraw' | 'undo'>): Promise<void> {
    const one = pick(model.imports, at)
    if (one === undefined) return
    const undone = await both<Import['wrote']>({ method: 'POST', url: `/v1/imports/${one.id}/undo`, body: {} }, () => undo(model, one))
    if (undone === undefined) return
    one.undone = true
    keep(model, undone.body.import, undone.done)
  }

  async function putPlan ({ document, writing }: Doings<'put'>): Promise<void> {
    const { id } = document
    await both({ method: 'PUT', url: `/v1/plans/${id}/document?dryRun=${writing.dryRun ?? false}&${why(writing)}`, headers: headersOf(id, writing), body: document }, () => write(model, id, () => document, meant(id, writing)))
  }

  async function takeOn ({ plan: at, to, writing, by }: Doings<'become'>): Promise<void> {
    const id = planAt(at)
    if (id === undefined) return
    const status = { adopt: 'adopted', close: 'closed', withdraw: 'withdrawn' }[to] as PlanStatus
    const asked: Asked = by === 'rest'
      ? { method: 'POST', url: `/v1/plans/${id}/${to}`, headers: headersOf(id, writing), body: writing.reason ? { reason: 'Derfor' } : {} }
      : { method: 'POST', url: '/graphql', body: { query: `mutation ($id: ID!, $expectedVersion: Int, $reason: String) { done: ${to}Plan(id: $id, expectedVersion: $expectedVersion, reason: $reason) { plan { version } userErrors { code } } }`, variables: { id, expectedVersion: headersOf(id, writing)['if-match'] === undefined ? null : expectedOf(model.plans.get(id), writing), reason: writing.reason ? 'Derfor' : null } } }
    await both(asked, () => become(model, id, status, meant(id, writing)))
  }

  async function removePlan ({ plan: at, writing }: Doings<'remove'>): Promise<void> {
    const id = planAt(at)
    if (id !== undefined) await both({ method: 'DELETE', url: `/v1/plans/${id}`, headers: headersOf(id, writing) }, () => { remove(model, id, meant(id, writing)) })
  }

  /** What a copy holds is asked of the API, and looked at where it must be so; from then on it is a plan like others. */
  async function copyPlan ({ plan: at }: Doings<'copy'>): Promise<void> {
    const id = planAt(at)
    if (id === undefined) return
    const year = Number(id.slice(-4)) + 1
    const next = `${id.slice(0, -4)}${year}`
    const copied = await both({ method: 'POST', url: `/v1/plans/${id}/copy`, body: { to: year } }, () => {
      if (model.plans.has(next)) throw new Refused('unprocessable')
      return current(model.plans.get(id)!)
    })
    if (copied === undefined) return
    const document: PlanDocument = await world.read(`/v1/plans/${next}/document`)
    assert.deepEqual([document.id, statusOf(document), document.title], [next, 'draft', copied.done.title.replace(String(year - 1), String(year))])
    assert.deepEqual(targetsOf(document).map(one => [one.code, one.window.start.slice(0, 4), one.rule.kind]), targetsOf(copied.done).map(one => [one.code, String(Number(one.window.start.slice(0, 4)) + 1), one.rule.kind]))
    assert.ok(document.relations?.some(one => one.kind === 'continues' && one.plan === id))
    put(model, undefined, document)
  }

  async function changeTarget ({ at, title, rule, writing }: Doings<'change'>): Promise<void> {
    const found = pick(targets(), at)
    if (found === undefined || (title === null && rule === null)) return
    const { id, plan, target } = found
    const patch = { ...title !== null && { title }, ...rule !== null && { rule: patchOf(target.rule, rule) } }
    await both({ method: 'PATCH', url: `/v1/targets/${id}?${why(writing)}`, headers: headersOf(plan, writing), body: patch }, () => write(model, plan, before => edited(before!, target.code, one => ({ ...one, ...title !== null && { title }, ...rule !== null && { rule } })), meant(plan, writing)))
  }

  async function addTarget ({ plan: at, rule, writing }: Doings<'add'>): Promise<void> {
    const id = planAt(at)
    if (id === undefined) return
    const goal = current(model.plans.get(id)!).goals[0]!
    const body = { title: 'Et nyt mål', indicator: 'andel', segment: null, window: { start: '2024-01-01', deadline: '2024-12-31' }, rule }
    const tried = await world.ask({ method: 'POST', url: `/v1/goals/${id}.${goal.code}/targets?validateOnly=true`, body })
    const code = String(tried.body.item).slice(id.length + 1)
    await both({ method: 'POST', url: `/v1/goals/${id}.${goal.code}/targets?${why(writing)}`, headers: headersOf(id, writing), body }, () => {
      const plan = model.plans.get(id)!
      return write(model, id, before => {
        assert.ok(!plan.retired.has(code) && !targetsOf(before!).some(one => one.code === code), `the code ${code} is not free`)
        return { ...before!, goals: before!.goals.map((one, place) => place === 0 ? { ...one, targets: [...one.targets ?? [], { code, ...body }] } : one) }
      }, meant(id, writing))
    })
  }

  async function dropTarget ({ at, writing }: Doings<'drop'>): Promise<void> {
    const found = pick(targets(), at)
    if (found === undefined) return
    await both({ method: 'DELETE', url: `/v1/targets/${found.id}?${why(writing)}`, headers: headersOf(found.plan, writing) }, () => write(model, found.plan, before => edited(before!, found.target.code, () => null), meant(found.plan, writing)))
  }

  /** Refuses what lies ahead and what the target does not have; tells what is not a draft's. */
  function record (plan: string, { isThere, on }: { isThere: boolean, on: string | null }, missing: string, kept: () => void): void {
    if (!isThere) throw new Refused(missing)
    if (on !== null && on > dayOf(model.now)) throw new Refused('unprocessable')
    kept()
    model.audit++
    if (statusOf(current(model.plans.get(plan)!)) !== 'draft') model.events.push('follow_up.recorded')
  }

  async function deliver ({ at, code, doneOn }: Doings<'deliver'>): Promise<void> {
    const all = targets()
    const found = pick(all.some(isDelivered) ? all.filter(isDelivered) : all, at)
    if (found === undefined) return
    const { id, plan, target: { rule } } = found
    await both({ method: 'POST', url: `/v1/targets/${id}/deliverables/${code}`, body: { doneOn } }, () => {
      record(plan, { isThere: deliverablesOf(rule).some(one => one.code === code), on: doneOn }, 'not_found', () => { model.deliverables.push({ target: id, what: code, outcome: doneOn, recordedAt: model.now }) })
    })
  }

  async function assess ({ at, on, status }: Doings<'assess'>): Promise<void> {
    const all = targets()
    const found = pick(all.some(isJudged) ? all.filter(isJudged) : all, at)
    if (found === undefined) return
    await both({ method: 'POST', url: `/v1/targets/${found.id}/assessments`, body: { on, status } }, () => {
      record(found.plan, { isThere: isJudged(found), on }, 'unprocessable', () => { model.assessments.push({ target: found.id, what: on, outcome: status, recordedAt: model.now }) })
    })
  }

  async function comment ({ at, on, text }: Doings<'comment'>): Promise<void> {
    const found = pick(targets(), at)
    if (found === undefined) return
    const written = await both({ method: 'POST', url: `/v1/targets/${found.id}/comments`, body: { on, text, author: 'Chefen' } }, () => { record(found.plan, { isThere: true, on }, 'not_found', () => {}) })
    if (written !== undefined) model.comments.push({ id: written.body.id, target: found.id, on, text })
  }

  async function retract ({ at }: Doings<'retract'>): Promise<void> {
    const found = pick(model.comments.filter(one => targets().some(({ id }) => id === one.target)), at)
    if (found === undefined) return
    const plan = found.target.split('.', 1)[0]!
    await both({ method: 'DELETE', url: `/v1/comments/${found.id}` }, () => { record(plan, { isThere: true, on: null }, 'not_found', () => { model.comments = model.comments.filter(one => one !== found) }) })
  }

  return async ({ doing }: Step): Promise<void> => {
    switch (doing.do) {
      case 'post': return await postRows(doing)
      case 'withdraw': return await withdrawOne(doing)
      case 'undo': return await undoOne(doing)
      case 'put': return await putPlan(doing)
      case 'become': return await takeOn(doing)
      case 'remove': return await removePlan(doing)
      case 'copy': return await copyPlan(doing)
      case 'change': return await changeTarget(doing)
      case 'add': return await addTarget(doing)
      case 'drop': return await dropTarget(doing)
      case 'deliver': return await deliver(doing)
      case 'assess': return await assess(doing)
      case 'comment': return await comment(doing)
      case 'retract': return await retract(doing)
    }
  }
}

/** The code that a write is refused with, by either protocol; null where it is done. */
function codeOf ({ status, body }: Answer): string | null {
  if (status >= 400) return body.code
  if (body?.errors?.length > 0 && body.data !== undefined) return body.errors[0].extensions.code
  const code = body?.data?.done?.userErrors?.[0]?.code as string | undefined
  return code === undefined ? null : USER_ERRORS[code] ?? code
}
/** What userErrors call by its place, by the code that REST refuses it with. */
const USER_ERRORS: Record<string, string> = { transition_not_allowed: 'unprocessable', not_removable: 'unprocessable' }

const partsOf = (rule: Rule): Rule[] => 'rules' in rule ? rule.rules.flatMap(partsOf) : [rule]
const isDelivered = ({ target }: { target: TargetDocument }): boolean => deliverablesOf(target.rule).length > 0
const isJudged = ({ target }: { target: TargetDocument }): boolean => partsOf(target.rule).some(one => one.kind === 'assessment')

/** A merge patch that makes one rule of another: of the same kind what the new one has not is cleared. */
function patchOf (before: Rule, after: Rule): object {
  if (before.kind !== after.kind) return after
  return Object.fromEntries([...RULE_FIELDS.filter(name => name in before && !(name in after)).map(name => [name, null]), ...Object.entries(after)])
}

const edited = (document: PlanDocument, code: string, edit: (target: TargetDocument) => TargetDocument | null): PlanDocument => ({
  ...document, goals: document.goals.map(goal => ({ ...goal, targets: (goal.targets ?? []).flatMap(one => one.code === code ? edit(one) ?? [] : [one]) }))
})

function csvOf (rows: Row[]): string {
  return ['indicator,area,period,value,flag,segment', ...rows.map(({ indicator, area, period, value, flag = '', segment }) => [indicator, area, period, value ?? '', flag, segment ?? ''].join())].join('\n')
}
