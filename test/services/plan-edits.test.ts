import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '../../src/domain/errors.ts'
import type { PlanDocument } from '../../src/domain/plan.ts'
import type { Actor } from '../../src/services/actor.ts'
import { ADMIN, ANONYMOUS, indicatorBody, openServices, planBody, type TestServices } from '../support/services.ts'

let t: TestServices
beforeEach(async () => {
  t = await openServices()
  await t.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
})
afterEach(() => t.database.close())
const edits = () => t.services.planEdits
const any = { expectedVersion: 'any' as const }
const because = { ...any, reason: 'Rettet' }
const put = (change: object = {}) => t.services.plans.putDocument(ADMIN, 'p', planBody({ ...change }))
const document = async (version?: number): Promise<PlanDocument> => (await t.services.plans.document(ADMIN, 'p', version)).document
const codes = async (): Promise<string> => (await document()).goals.map(one => `${one.code}(${one.targets?.map(item => item.code).join() ?? ''})`).join(' ')
const refusal = async (write: Promise<unknown>): Promise<{ code: string, at: string[], problems: string[], message: string, members: Record<string, unknown> }> => {
  const error = await write.then(() => { throw new Error('was not refused') }, error => error)
  if (!(error instanceof AppError)) throw error
  return { code: error.code, at: error.problems.map(one => one.pointer), problems: error.problems.map(one => one.code), message: error.message, members: error.members }
}
const target = (change: object = {}) => ({ title: 'Nyt mål', indicator: 'ledighed', window: { start: '2024-01-01', deadline: '2024-12-31' }, rule: { kind: 'threshold', comparator: 'lte', value: 3 }, ...change })
const head = { id: 'p', kommune: '0250', title: 'En plan', kind: 'annual_plan', period: { from: '2024-01-01', to: '2024-12-31' } }
const bound = (kommune: string): Actor => ({ ...ADMIN, id: 'bound', scopes: ['plans:write'], kommuner: [kommune] })

describe('a plan', () => {
  test('is made as a draft, written piece by piece, adopted, closed and withdrawn', async () => {
    expect(await edits().create(ADMIN, head)).toMatchObject({ plan: 'p', item: 'p', version: 1, created: true, changed: true, validateOnly: false })
    expect(await refusal(edits().adopt(ADMIN, 'p', {}, any))).toMatchObject({ code: 'unprocessable', problems: ['goals_missing'] })
    expect(await edits().goals.add(ADMIN, 'p', { kind: 'local', title: 'Et mål' }, any)).toMatchObject({ item: 'p.1', version: 2, created: true })
    expect(await edits().targets.add(ADMIN, 'p.1', target(), any)).toMatchObject({ item: 'p.1a', version: 3, created: true })
    await edits().objectives.add(ADMIN, 'p.1', { text: 'Før' }, any)
    await edits().initiatives.add(ADMIN, 'p.1', { title: 'Noget' }, any)
    await edits().commitments.add(ADMIN, 'p', { text: 'Svar', quantity: 48, unit: 'hours' }, any)
    expect(await edits().notes.add(ADMIN, 'p', { kind: 'context', text: 'Se her' }, any)).toMatchObject({ item: 'p.0', version: 7 })
    await expect(t.services.plans.get(ANONYMOUS, 'p')).rejects.toMatchObject({ code: 'not_found' })
    expect(await edits().adopt(ADMIN, 'p', { adoptedBy: 'Byrådet', adoptedOn: '2023-12-13' }, any)).toMatchObject({ version: 8, changes: expect.arrayContaining([{ path: '/status', op: 'replace', before: 'draft', after: 'adopted' }]) })
    expect(await t.services.plans.get(ANONYMOUS, 'p')).toMatchObject({ status: 'adopted', adoptedBy: 'Byrådet', adoptedOn: '2023-12-13' })
    expect(await document()).toEqual({
      ...head,
      status: 'adopted',
      adoptedBy: 'Byrådet',
      adoptedOn: '2023-12-13',
      goals: [{ code: '1', kind: 'local', title: 'Et mål', objectives: [{ code: '1.O1', text: 'Før' }], initiatives: [{ code: '1.I1', title: 'Noget' }], targets: [{ code: '1a', ...target() }] }],
      commitments: [{ code: 'C1', text: 'Svar', quantity: 48, unit: 'hours' }],
      notes: [{ kind: 'context', text: 'Se her' }]
    })
    expect(await refusal(edits().close(ADMIN, 'p', {}, any))).toMatchObject({ code: 'reason_required' })
    expect(await edits().close(ADMIN, 'p', { reason: 'Året er gået' }, any)).toMatchObject({ version: 9 })
    expect(await edits().withdraw(ADMIN, 'p', {}, because)).toMatchObject({ version: 10 })
    expect((await t.services.plans.versions(ADMIN, 'p', {})).items.slice(0, 3).map(one => [one.version, one.status, one.reason])).toEqual([[10, 'withdrawn', 'Rettet'], [9, 'closed', 'Året er gået'], [8, 'adopted', null]])
  })

  test('is changed by what is given alone', async () => {
    await put({ adoptedBy: 'Byrådet', paceLimits: { onTrack: 0.9, atRisk: 0.5 }, notes: [{ kind: 'context', text: 'a' }] })
    await edits().update(ADMIN, 'p', { title: 'Ny', adoptedBy: null, paceLimits: { atRisk: 0.6 }, period: { to: '2025-12-31' } }, because)
    const { adoptedBy, title, paceLimits, period, notes } = await document()
    expect({ adoptedBy, title, paceLimits, period, notes }).toEqual({ adoptedBy: undefined, title: 'Ny', paceLimits: { onTrack: 0.9, atRisk: 0.6 }, period: { from: '2024-01-01', to: '2025-12-31' }, notes: [{ kind: 'context', text: 'a' }] })
    expect(await edits().update(ADMIN, 'p', {}, any)).toMatchObject({ changed: false, version: 2, changes: [] })
  })

  test.each([
    ['a field that is none', { titel: 'x' }, 'invalid_request', '/titel'],
    ['a title that is cleared', { title: null }, 'invalid_request', '/title'],
    ['goals', { goals: [] }, 'invalid_request', '/goals'],
    ['another id', { id: 'q' }, 'invalid_request', '/id'],
    ['another kommune that is none', { kommune: '9999' }, 'unprocessable', '/kommune'],
    ['a way back to a draft', { status: 'draft' }, 'unprocessable', '/status'],
    ['a text', 'x', 'invalid_request', ''],
    ['a list', [1], 'invalid_request', ''],
    ['nothing', null, 'invalid_request', ''],
    ['an objective with half a character', { notes: [{ kind: 'context', text: '\ud800' }] }, 'invalid_request', '/notes/0/text']
  ])('refuses %s', async (_, patch, code, pointer) => {
    await put()
    expect(await refusal(edits().update(ADMIN, 'p', patch, because))).toMatchObject({ code, at: [pointer] })
    expect((await t.services.plans.get(ADMIN, 'p')).version).toBe(1)
  })

  test('takes no id that is taken, whoever sees what has it', async () => {
    await put({ status: 'draft' })
    expect(await refusal(edits().create(bound('0316'), { ...head, kommune: '0316' }))).toMatchObject({ code: 'unprocessable', problems: ['id_taken'] })
    expect(await refusal(edits().create(bound('0316'), { ...head, id: 'q' }))).toMatchObject({ code: 'forbidden' })
    expect(await refusal(edits().create(ADMIN, { ...head, id: 'q', status: 'adopted' }))).toMatchObject({ at: ['/status'] })
  })

  test('of others is not there as a draft, and not theirs to change', async () => {
    await put({ status: 'draft' })
    const stranger = bound('0316')
    for (const write of [() => edits().update(stranger, 'p', {}, any), () => edits().goals.update(stranger, 'p.1', {}, any), () => edits().remove(stranger, 'p', any), () => edits().copy(stranger, 'p', { to: 2025 })]) {
      expect(await refusal(write())).toMatchObject({ code: 'not_found' })
    }
    await edits().adopt(ADMIN, 'p', {}, any)
    expect(await refusal(edits().update(stranger, 'p', { title: 'x' }, because))).toMatchObject({ code: 'forbidden' })
    expect(await refusal(edits().update(ANONYMOUS, 'p', {}, any))).toMatchObject({ code: 'unauthenticated' })
    expect(await edits().update(bound('0250'), 'p', { title: 'x' }, because)).toMatchObject({ version: 3 })
  })

  test('is removed only as what never was more than a draft', async () => {
    await put({ status: 'draft' })
    expect(await refusal(edits().remove(ADMIN, 'p'))).toMatchObject({ code: 'precondition_required' })
    expect(await edits().remove(ADMIN, 'p', { validateOnly: true })).toMatchObject({ version: 1, validateOnly: true, changed: true })
    expect(await refusal(edits().remove(ADMIN, 'p', { expectedVersion: 7 }))).toMatchObject({ code: 'version_conflict' })
    expect(await edits().remove(ADMIN, 'p', { expectedVersion: 1 })).toMatchObject({ version: 0, changed: true })
    for (const gone of [() => edits().remove(ADMIN, 'p', any), () => edits().update(ADMIN, 'p', {}, any), () => edits().adopt(ADMIN, 'p', {}, any), () => edits().goals.add(ADMIN, 'p', {}, any)]) expect(await refusal(gone())).toMatchObject({ code: 'not_found' })
    await put()
    expect(await refusal(edits().remove(ADMIN, 'p', because))).toMatchObject({ code: 'unprocessable', problems: ['not_removable'] })
  })

  test('with something recorded is not removed', async () => {
    await t.services.plans.putDocument(ADMIN, 'p', planBody({ status: 'draft' }, { indicator: null, rule: { kind: 'assessment' } }))
    await t.services.followUps.recordAssessment(ADMIN, 'p.1a', { on: '2024-03-01', status: 'on_track' })
    expect(await refusal(edits().remove(ADMIN, 'p', any))).toMatchObject({ problems: ['not_removable'], message: expect.stringContaining('p.1a') })
  })

  test.each([
    ['draft', ['adopt']], ['adopted', ['close', 'withdraw']], ['closed', ['withdraw']], ['withdrawn', []]
  ] as const)('that is %s can only %j, by whichever way', async (status, allowed) => {
    await put({ status })
    for (const [turn, next] of [['adopt', 'adopted'], ['close', 'closed'], ['withdraw', 'withdrawn']] as const) {
      const ways = [() => edits()[turn](ADMIN, 'p', {}, { ...because, validateOnly: true }), ...status === next ? [] : [() => t.services.plans.putDocument(ADMIN, 'p', planBody({ status: next }), { ...because, dryRun: true })]]
      for (const tried of ways) {
        if ((allowed as readonly string[]).includes(turn)) expect(await tried()).toMatchObject({ changed: true })
        else expect(await refusal(tried()), turn).toMatchObject({ code: 'unprocessable', problems: ['transition_not_allowed'], message: expect.stringContaining(`a${status === 'adopted' ? 'n' : ''} ${status} plan`) })
      }
    }
  })
})

describe('an item', () => {
  beforeEach(() => put({ status: 'draft' }))

  test('is added, moved, changed and removed, as the same change by document would', async () => {
    await edits().goals.add(ADMIN, 'p', { kind: 'local', title: 'Andet mål' }, { ...any, position: 0 })
    await edits().targets.add(ADMIN, 'p.1', target(), { ...any, position: 0 })
    expect(await codes()).toBe('2() 1(1b,1a)')
    await edits().targets.move(ADMIN, 'p.1a', { goal: 'p.2' }, any)
    await edits().goals.move(ADMIN, 'p.1', { position: 0 }, any)
    expect(await codes()).toBe('1(1b) 2(1a)')
    expect(await edits().targets.update(ADMIN, 'p.1a', { title: 'Nyt', rule: { value: 2.5 }, window: { deadline: '2024-06-30' } }, any)).toMatchObject({ item: 'p.1a', created: false, changes: expect.toSatisfy((changes: unknown[]) => changes.length === 3) })
    await edits().targets.remove(ADMIN, 'p.1b', any)
    expect(await document()).toEqual(planBody({
      status: 'draft',
      goals: [{ code: '1', kind: 'local', title: 'Et mål', targets: [] }, { code: '2', kind: 'local', title: 'Andet mål', targets: [{ ...planBody().goals[0]!.targets[0], title: 'Nyt', window: { start: '2024-01-01', deadline: '2024-06-30' }, rule: { kind: 'threshold', comparator: 'lte', value: 2.5 } }] }]
    }))
    expect(await t.services.plans.putDocument(ADMIN, 'p', await document(), any)).toMatchObject({ changed: false, version: 7 })
    expect((await t.services.plans.target(ADMIN, 'p.1a')).goal).toBe('p.2')
  })

  test('of a goal and of the plan is found by its id', async () => {
    await edits().initiatives.add(ADMIN, 'p.1', { title: 'En' }, any)
    await edits().initiatives.add(ADMIN, 'p.1', { title: 'To', code: '1.I7' }, any)
    await edits().initiatives.move(ADMIN, 'p.1.I7', { position: 0 }, any)
    await edits().initiatives.update(ADMIN, 'p.1.I1', { status: 'done', summary: 'Sådan' }, any)
    await edits().notes.add(ADMIN, 'p', { kind: 'context', text: 'b' }, any)
    await edits().notes.add(ADMIN, 'p', { kind: 'context', text: 'a' }, { ...any, position: 0 })
    await edits().notes.update(ADMIN, 'p.1', { text: 'B' }, any)
    expect(await document()).toMatchObject({ goals: [{ initiatives: [{ code: '1.I7', title: 'To' }, { code: '1.I1', title: 'En', status: 'done', summary: 'Sådan' }] }], notes: [{ text: 'a' }, { text: 'B' }] })
    await edits().notes.remove(ADMIN, 'p.0', any)
    expect((await document()).notes).toEqual([{ kind: 'context', text: 'B' }])
    for (const id of ['p.1.I2', 'p.', 'p', '.', 'q.1']) expect(await refusal(edits().initiatives.update(ADMIN, id, {})), id).toMatchObject({ code: 'not_found' })
    for (const parent of ['p', 'p.1a', 'p.9', 'q.1']) expect(await refusal(edits().targets.add(ADMIN, parent, target())), parent).toMatchObject({ code: 'not_found' })
    expect(await refusal(edits().goals.add(ADMIN, 'p.1', { kind: 'local', title: 'x' }, any))).toMatchObject({ code: 'not_found' })
  })

  test.each([
    ['another code', { code: '1b' }, '/code', 'code_fixed'],
    ['a field that is none', { vindue: 1 }, '/vindue', 'unknown_field'],
    ['a window that runs backwards', { window: { start: '2025-01-01' } }, '/window/deadline', 'invalid_value'],
    ['a rule of fields that do not go together', { rule: { kind: 'direction', value: 3 } }, '/rule/value', 'unknown_field'],
    ['an indicator that is none', { indicator: 'nobody' }, '/indicator', 'unknown_indicator'],
    ['a benchmark that is none', { rule: { kind: 'benchmark_level', comparator: 'lte', benchmark: { area: 'SE' } } }, '/rule/benchmark/area', 'unknown_area']
  ])('refuses %s, told from where it was sent', async (_, patch, pointer, problem) => {
    expect(await refusal(edits().targets.update(ADMIN, 'p.1a', patch, any))).toMatchObject({ at: expect.arrayContaining([pointer]), problems: expect.arrayContaining([problem]) })
  })

  test('is not moved where there is nothing', async () => {
    expect(await refusal(edits().targets.move(ADMIN, 'p.1a', { goal: 'p.9' }, any))).toMatchObject({ at: ['/goal'], problems: ['unknown_goal'] })
    expect(await refusal(edits().targets.move(ADMIN, 'p.1a', { goal: 'frederikssund-2024.1' }, any))).toMatchObject({ problems: ['unknown_goal'] })
    expect(await refusal(edits().targets.move(ADMIN, 'p.1a', { position: 1 }, any))).toMatchObject({ problems: ['position_out_of_range'] })
    expect(await refusal(edits().goals.move(ADMIN, 'p.1', { goal: 'p.1' }, any))).toMatchObject({ problems: ['unknown_field'] })
    for (const position of [-1, 0.5, '0']) expect((await refusal(edits().goals.move(ADMIN, 'p.1', { position }, any))).code).toBe('invalid_request')
  })

  test('that is a goal with targets goes only where that is said', async () => {
    expect(await refusal(edits().goals.remove(ADMIN, 'p.1', any))).toMatchObject({ code: 'unprocessable', problems: ['goal_has_targets'], message: expect.stringContaining('1a') })
    expect(await edits().goals.remove(ADMIN, 'p.1', { ...any, withTargets: true })).toMatchObject({ changed: true })
    expect(await codes()).toBe('')
  })

  test('never gets a code that stood for something else, by edit or by document', async () => {
    await edits().targets.add(ADMIN, 'p.1', target(), any)
    await edits().targets.remove(ADMIN, 'p.1b', any)
    expect(await refusal(edits().targets.add(ADMIN, 'p.1', target({ code: '1b', title: 'Andet' }), any))).toMatchObject({ at: ['/code'], problems: ['code_reused'] })
    expect(await refusal(edits().goals.add(ADMIN, 'p', { code: '1b', kind: 'local', title: 'x' }, any))).toMatchObject({ problems: ['code_reused'] })
    expect(await edits().targets.add(ADMIN, 'p.1', target({ title: 'Andet' }), any)).toMatchObject({ item: 'p.1c' })
    const now = await document()
    const again = (title: string) => ({ ...now, goals: [{ ...now.goals[0], targets: [...now.goals[0]!.targets!, { ...target({ title }), code: '1b' }] }] })
    expect(await refusal(t.services.plans.putDocument(ADMIN, 'p', again('Andet'), any))).toMatchObject({ at: ['/goals/0/targets/2/code'] })
    expect(await t.services.plans.putDocument(ADMIN, 'p', again('Nyt mål'), any)).toMatchObject({ changed: true })
  })

  test('tried is told of with its warnings and not written', async () => {
    const tried = await edits().targets.add(ADMIN, 'p.1', target({ rule: { kind: 'threshold', comparator: 'gte', value: 120 } }), { validateOnly: true })
    expect(tried).toMatchObject({ item: 'p.1b', version: 1, created: true, changed: true, validateOnly: true })
    expect(tried.warnings.map(one => [one.pointer, one.code])).toEqual([['/indicator', 'no_figures'], ['/rule/value', 'percent_out_of_range'], ['/rule/comparator', 'against_polarity']])
    expect(await codes()).toBe('1(1a)')
  })
})

describe('a segment of a rule', () => {
  const withSegment = { segment: 'unge', rule: { kind: 'threshold', comparator: 'lte', value: 3 } }
  const rule = async () => (await document()).goals[0]!.targets![0]!.rule

  test('becomes null, the whole, by a patch, whatever that of the target', async () => {
    await t.services.plans.putDocument(ADMIN, 'p', planBody({ status: 'draft' }, withSegment))
    const said = { path: '/goals/1/targets/1a/rule/segment', op: 'add', before: null, after: null }
    expect(await edits().targets.update(ADMIN, 'p.1a', { rule: { segment: null } }, any)).toMatchObject({ changed: true, version: 2, changes: [said] })
    expect(await rule()).toEqual({ ...withSegment.rule, segment: null })
    const [read] = await t.services.plans.findTargets(ADMIN, { ids: ['p.1a'] })
    expect(read!.rule).toHaveProperty('segment', null)
    expect(await edits().targets.update(ADMIN, 'p.1a', { rule: { segment: null } }, any)).toMatchObject({ changed: false })
    expect((await edits().targets.update(ADMIN, 'p.1a', { rule: { segment: 'unge' } }, any)).changes).toMatchObject([{ op: 'add', after: 'unge' }])
  })

  test('null of the target itself is the same as none', async () => {
    await t.services.plans.putDocument(ADMIN, 'p', planBody({ status: 'draft' }))
    expect(await edits().targets.update(ADMIN, 'p.1a', { segment: null, population: null, followUp: null, location: null }, any)).toMatchObject({ changed: false, version: 1 })
  })
})

describe('the code of a deliverable', () => {
  const rule = (...deliverables: [string, string][]) => ({ kind: 'milestone', deliverables: deliverables.map(([code, title]) => ({ code, title })) })
  const body = (rule: object) => planBody({ status: 'draft' }, { indicator: null, rule })
  const done = (code: string, doneOn: string | null) => t.services.followUps.recordDeliverable(ADMIN, 'p.1a', code, { doneOn })
  const AGREED = rule(['a', 'Aftale'], ['b', 'Brev'])
  beforeEach(async () => {
    await t.services.plans.putDocument(ADMIN, 'p', body(AGREED))
    await done('a', '2024-05-01')
  })

  test.each([
    ['goes', rule(['b', 'Brev'])],
    ['is changed', rule(['c', 'Aftale'], ['b', 'Brev'])],
    ['is exchanged with another', rule(['a', 'Brev'], ['b', 'Aftale'])],
    ['goes with the kind of the rule', { kind: 'assessment' }]
  ])('on which something is recorded stays: refused where it %s', async (_, next) => {
    const refused = { code: 'unprocessable', problems: ['deliverable_recorded'] }
    expect(await refusal(t.services.plans.putDocument(ADMIN, 'p', body(next), any))).toMatchObject({ ...refused, at: ['/goals/0/targets/0/rule'] })
    expect(await refusal(edits().targets.update(ADMIN, 'p.1a', { rule: next }, { ...any, validateOnly: true }))).toMatchObject({ ...refused, at: ['/rule'], message: expect.stringContaining('a "Aftale" was recorded as done on 2024-05-01') })
  })

  test('may go where nothing is recorded, or not any more; titles may change, and the target may go', async () => {
    await edits().targets.update(ADMIN, 'p.1a', { rule: rule(['a', 'Aftale med alle'], ['c', 'Brev']) }, any)
    await done('a', null)
    await edits().targets.update(ADMIN, 'p.1a', { rule: rule(['c', 'Brev']) }, any)
    await done('c', '2024-05-01')
    expect(await edits().targets.remove(ADMIN, 'p.1a', any)).toMatchObject({ changed: true })
  })

  test('stands once in a target, in all parts of its rule', async () => {
    const twice = { kind: 'all_of', rules: [AGREED, rule(['c', 'Og'], ['a', 'Igen'])] }
    expect(await refusal(edits().targets.update(ADMIN, 'p.1a', { rule: twice }, any))).toMatchObject({ code: 'unprocessable', at: ['/rule/rules/1/deliverables/1/code'], problems: ['duplicate_code'] })
  })
})

describe('two at once', () => {
  test('one wins, and the other is told what changed', async () => {
    await put()
    await edits().targets.update(ADMIN, 'p.1a', { rule: { value: 2.5 } }, { expectedVersion: 1, reason: 'x' })
    for (const late of [
      () => edits().targets.update(ADMIN, 'p.1a', { title: 'Mit' }, { expectedVersion: 1, reason: 'y' }),
      () => edits().targets.remove(ADMIN, 'p.findes-ikke', { expectedVersion: 1, reason: 'y' }),
      () => edits().close(ADMIN, 'p', {}, { expectedVersion: 1, reason: 'y' }),
      () => t.services.plans.putDocument(ADMIN, 'p', planBody({ title: 'Mit' }), { expectedVersion: 1, reason: 'y' })
    ]) {
      expect(await refusal(late())).toMatchObject({
        code: 'version_conflict', members: { currentVersion: 2, changesSince: 1, moreChanges: 0, changes: [{ path: '/goals/1/targets/1a/rule/value', op: 'replace', before: 3, after: 2.5 }] }
      })
    }
    expect(await refusal(edits().update(ADMIN, 'p', {}, { expectedVersion: -1 }))).toMatchObject({ members: { currentVersion: 2, changesSince: null, changes: [] } })
    expect(await refusal(edits().update(ADMIN, 'p', { title: 'x' }, { reason: 'x' }))).toMatchObject({ code: 'precondition_required' })
  })

  test('at the same moment: one is written, each of the others hears of it', async () => {
    await put({ status: 'draft' })
    const writes = await Promise.allSettled(Array.from({ length: 8 }, (_, at) => edits().goals.add(ADMIN, 'p', { kind: 'local', title: `Mål ${at}` }, { expectedVersion: 1 })))
    expect(writes.filter(one => one.status === 'fulfilled')).toHaveLength(1)
    for (const one of writes) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'version_conflict', members: { currentVersion: 2, changesSince: 1, changes: [{ path: '/goals/2', op: 'add' }] } })
    expect(await codes()).toBe('1(1a) 2()')
  })

  test('what changed is told in bounds', async () => {
    await put({ status: 'draft' })
    const notes = Array.from({ length: 400 }, (_, at) => ({ kind: 'context', text: `${at} ${'x'.repeat(900)}` }))
    await edits().update(ADMIN, 'p', { notes, commitments: Array.from({ length: 90 }, (_, at) => ({ code: `C${at}`, text: 'x', quantity: 1, unit: 'x' })) }, any)
    await edits().update(ADMIN, 'p', { commitments: Array.from({ length: 90 }, (_, at) => ({ code: `C${at}`, text: 'y', quantity: 1, unit: 'x' })) }, any)
    const { members } = await refusal(edits().update(ADMIN, 'p', {}, { expectedVersion: 1 }))
    expect(JSON.stringify(members).length).toBeLessThan(40_000)
    expect(members).toMatchObject({ moreChanges: 0, changes: expect.arrayContaining([{ path: '/notes', op: 'add', before: null, after: expect.stringMatching(/^\[\{"kind":"context","text":"0 x.{5900,6000} …$/) }]) })
    expect(await refusal(edits().update(ADMIN, 'p', {}, { expectedVersion: 2 }))).toMatchObject({ members: { moreChanges: 40 } })
    await edits().update(ADMIN, 'p', { notes: notes.map(note => ({ ...note, text: `${note.text}!` })) }, any)
    const { members: last } = await refusal(edits().update(ADMIN, 'p', {}, { expectedVersion: 3 }))
    expect(JSON.stringify(last).length).toBeLessThan(40_000)
    expect(last).toMatchObject({ changes: expect.arrayContaining([expect.objectContaining({ path: '/notes/0/text', before: notes[0]!.text })]) })
    expect((last.changes as unknown[]).length + Number(last.moreChanges)).toBe(400)
  })

  test('of a long list of notes the one that changed is told', async () => {
    const notes = Array.from({ length: 400 }, (_, at) => ({ kind: 'context', text: `${at} ${'x'.repeat(900)}` }))
    await put({ status: 'draft', notes })
    await edits().notes.update(ADMIN, 'p.7', { text: 'Ny' }, any)
    expect(await refusal(edits().update(ADMIN, 'p', {}, { expectedVersion: 1 }))).toMatchObject({ members: { moreChanges: 0, changes: [{ path: '/notes/7/text', op: 'replace', before: notes[7]!.text, after: 'Ny' }] } })
  })

  test('two admins, two hundred times: no change is lost and no version skipped', async () => {
    await put({ status: 'draft' })
    const admin = async (name: string): Promise<void> => {
      for (let done = 0; done < 100;) {
        const { version, document } = await t.services.plans.document(ADMIN, 'p')
        const text = `${name} ${done}`
        const written = await edits().notes.add(ADMIN, 'p', { kind: 'context', text }, { expectedVersion: version, position: document.notes?.length ?? 0 }).catch((error: unknown) => { if (!(error instanceof AppError) || error.code !== 'version_conflict') throw error })
        if (written !== undefined) done++
      }
    }
    await Promise.all([admin('Bo'), admin('Ib')])
    const { document: last, version } = await t.services.plans.document(ADMIN, 'p')
    expect([version, new Set(last.notes!.map(one => one.text)).size]).toEqual([201, 200])
    expect((await t.services.plans.versions(ADMIN, 'p', { limit: 500 })).items.map(one => one.version)).toEqual(Array.from({ length: 201 }, (_, at) => 201 - at))
  })
})

describe('versions', () => {
  test('are read as they stood, judged by today\'s figures, and drafts among them only by those who may', async () => {
    await put({ status: 'draft' })
    await edits().adopt(ADMIN, 'p', {}, any)
    await edits().targets.update(ADMIN, 'p.1a', { rule: { value: 5 } }, because)
    await t.services.measurements.record(ADMIN, { measurements: [{ indicator: 'ledighed', area: '0250', period: '2024-12', value: 4 }] })
    const status = async (version?: number) => (await t.services.status.ofPlan(ANONYMOUS, 'p', { asOf: '2025-06-01', version })).targets.map(one => [one.status, one.goalLine?.value])
    expect([await status(), await status(3), await status(2)]).toEqual([[['achieved', 5]], [['achieved', 5]], [['missed', 3]]])
    expect((await t.services.plans.whole(ANONYMOUS, 'p', 2)).goals[0]!.targets[0]!.rule).toMatchObject({ value: 3 })
    expect((await document(1)).status).toBe('draft')
    for (const version of [1, 4]) {
      for (const read of [() => t.services.plans.whole(ANONYMOUS, 'p', version), () => t.services.plans.document(ANONYMOUS, 'p', version), () => t.services.status.ofPlan(ANONYMOUS, 'p', { version })]) await expect(read()).rejects.toMatchObject({ code: 'not_found' })
    }
    expect((await t.services.plans.versions(ANONYMOUS, 'p', {})).items.map(one => one.version)).toEqual([3, 2])
    expect((await t.services.plans.versions({ ...ANONYMOUS, scopes: ['drafts:read'], kommuner: ['0250'] }, 'p', {})).items.map(one => [one.version, one.status])).toEqual([[3, 'adopted'], [2, 'adopted'], [1, 'draft']])
    const first = await t.services.plans.versions(ADMIN, 'p', { limit: 2 })
    expect((await t.services.plans.versions(ADMIN, 'p', { limit: 2, cursor: first.nextCursor! })).items.map(one => one.version)).toEqual([1])
    await expect(t.services.plans.versions(ADMIN, 'p', { cursor: 'x' })).rejects.toMatchObject({ code: 'invalid_request' })
  })
})
