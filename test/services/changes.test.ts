import { beforeEach, describe, expect, test } from 'vitest'
import { eventRows } from '../../db/stores/events.ts'
import { EVENT_TYPES } from '../../src/domain/event.ts'
import type { PlanDocument } from '../../src/domain/plan.ts'
import type { ChangeQuery, ToldEvent } from '../../src/services/changes.ts'
import { planEvents } from '../../src/services/plan-events.ts'
import { ADMIN, indicatorBody, openServices, planBody, type TestServices } from '../support/services.ts'

let t: TestServices
beforeEach(async () => {
  t = await openServices()
  await t.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
})

const feed = async (query: ChangeQuery = {}): Promise<ToldEvent[]> => (await t.services.changes.list({ limit: 500, ...query })).items
/** What a step adds to the feed. */
async function toldBy (step: () => Promise<unknown>): Promise<ToldEvent[]> {
  const { nextCursor } = await t.services.changes.list({ after: 'now' })
  await step()
  return await feed({ after: nextCursor })
}
const record = (value: number | null, period = '2024-01', area = '0250') =>
  t.services.measurements.record(ADMIN, { measurements: [{ indicator: 'ledighed', area, period, value, ...value === null && { flag: 'missing' } }] })
const put = (change: Record<string, unknown> = {}, target: Record<string, unknown> = {}, options = {}) =>
  t.services.plans.putDocument(ADMIN, 'p', planBody(change, target), { expectedVersion: 'any', reason: 'Rettet', ...options })
const create = (change: Record<string, unknown> = {}) => t.services.plans.putDocument(ADMIN, 'p', planBody(change))

describe('a plan', () => {
  test('that is new and adopted is told of with its targets', async () => {
    const [event, ...others] = await toldBy(() => create())
    expect(others).toEqual([])
    expect(event).toEqual({
      id: expect.stringMatching(/^evt-\d+$/),
      type: 'plan.adopted',
      timestamp: '2026-06-01T10:00:00.000Z',
      data: {
        plan: 'p', kommune: '0250', version: 1, status: { before: null, after: 'adopted' }, title: 'En plan', reason: null, targets: { added: ['p.1a'], removed: [], changed: [], more: 0 }, subject: 'p'
      }
    })
  })

  test('that changes is told of with why and which targets', async () => {
    await create()
    const two = { goals: [{ ...planBody().goals[0], targets: [{ ...planBody().goals[0]!.targets[0], title: 'Andet' }, { ...planBody().goals[0]!.targets[0], code: '1b' }] }] }
    expect(await toldBy(() => put(two))).toMatchObject([{ type: 'plan.changed', data: { version: 2, status: { before: 'adopted', after: 'adopted' }, reason: 'Rettet', targets: { added: ['p.1b'], removed: [], changed: ['p.1a'] } } }])
    expect(await toldBy(() => put({ title: 'Nyt navn' }))).toMatchObject([{ data: { title: 'Nyt navn', targets: { added: [], removed: ['p.1b'], changed: ['p.1a'] } } }])
    expect(await toldBy(() => put({ title: 'Nyt navn' }))).toEqual([])
    expect(await toldBy(() => put({ status: 'closed' }))).toMatchObject([{ type: 'plan.changed', data: { status: { before: 'adopted', after: 'closed' } } }])
    expect(await toldBy(() => put({ status: 'withdrawn' }))).toMatchObject([{ type: 'plan.changed', data: { status: { before: 'closed', after: 'withdrawn' } } }])
  })

  test('that is a draft is nobody\'s business: not new, not changed, not what it says when an adopted one becomes it', async () => {
    expect(await toldBy(() => create({ status: 'draft' }))).toEqual([])
    expect(await toldBy(() => put({ status: 'draft', title: 'Hemmeligt' }))).toEqual([])
    expect(await toldBy(() => put())).toMatchObject([{ type: 'plan.adopted', data: { version: 3, status: { before: 'draft', after: 'adopted' }, targets: { added: ['p.1a'] } } }])
    const [event, ...others] = planEvents(planBody() as PlanDocument, planBody({ status: 'draft', title: 'Hemmeligt' }, { code: 'hemmeligt' }) as PlanDocument, { version: 4, at: '2026-06-01T10:00:00.000Z', reason: null })
    expect(others).toEqual([])
    expect(event).toMatchObject({ type: 'plan.changed', data: { status: { before: 'adopted', after: 'draft' }, title: 'En plan', targets: { added: [], removed: ['p.1a'], changed: [] } } })
    expect(JSON.stringify(event)).not.toContain('Hemmeligt')
  })

  test('with five hundred new targets is told of in bounds', async () => {
    const [model] = planBody().goals[0]!.targets
    const goals = Array.from({ length: 5 }, (_, goal) => ({ ...planBody().goals[0], code: `g${goal}`, targets: Array.from({ length: 100 }, (_, at) => ({ ...model, code: `t${goal}-${at}` })) }))
    const [event] = await toldBy(() => create({ goals }))
    const { added, more } = event!.data.targets as { added: string[], more: number }
    expect([added.length, more]).toEqual([100, 400])
  })

  test('that is refused, or only tried, is not told of', async () => {
    await create()
    expect(await toldBy(async () => {
      await expect(put({ title: 'x' }, {}, { expectedVersion: 7 })).rejects.toMatchObject({ code: 'version_conflict' })
      await expect(put({ title: 'x' }, {}, { reason: '' })).rejects.toMatchObject({ code: 'reason_required' })
      await expect(put({}, { indicator: 'nobody' })).rejects.toThrow()
      await put({ title: 'x' }, {}, { dryRun: true })
    })).toEqual([])
  })
})

describe('figures, records and indicators', () => {
  test('are told of when they change, with their import, and not when they do not', async () => {
    expect(await toldBy(() => record(3))).toMatchObject([{ type: 'measurements.recorded', data: { created: 1, revised: 0, withdrawn: 0, indicators: ['ledighed'], areas: ['0250'] } }])
    expect(await toldBy(() => record(3))).toEqual([])
    expect(await toldBy(async () => { await expect(record(-1e20)).rejects.toThrow() })).toEqual([])
    const [measurement] = (await t.services.measurements.list({})).items
    const [event] = await toldBy(() => t.services.measurements.withdraw(ADMIN, measurement!.id))
    expect(event).toMatchObject({ type: 'measurements.recorded', data: { kind: 'withdrawal', withdrawn: 1 } })
    expect(await toldBy(() => t.services.imports.undo(ADMIN, event!.data.subject))).toMatchObject([{ data: { kind: 'undo', undoes: event!.data.import, revised: 1 } }])
  })

  test('a judgement and a deliverable are told of, those of a draft are not', async () => {
    const rule = { kind: 'all_of', rules: [{ kind: 'assessment' }, { kind: 'milestone', deliverables: [{ code: 'd', title: 'D' }] }] }
    await t.services.plans.putDocument(ADMIN, 'p', planBody({}, { rule, indicator: null }))
    const both = async (): Promise<void> => {
      await t.services.followUps.recordAssessment(ADMIN, 'p.1a', { on: '2024-03-01', status: 'on_track', note: 'Fortroligt' })
      await t.services.followUps.recordDeliverable(ADMIN, 'p.1a', 'd', { doneOn: '2024-03-02' })
    }
    expect((await toldBy(both)).map(({ type, data }) => [type, data])).toEqual([
      ['follow_up.recorded', { target: 'p.1a', plan: 'p', kommune: '0250', kind: 'assessment', on: '2024-03-01', status: 'on_track', subject: 'p.1a' }],
      ['follow_up.recorded', { target: 'p.1a', plan: 'p', kommune: '0250', kind: 'deliverable', code: 'd', doneOn: '2024-03-02', subject: 'p.1a' }]
    ])
    expect(await toldBy(async () => { await expect(t.services.followUps.recordDeliverable(ADMIN, 'p.1a', 'x', { doneOn: null })).rejects.toThrow() })).toEqual([])
    await t.services.plans.putDocument(ADMIN, 'q', { ...planBody({ status: 'draft' }, { rule, indicator: null }), id: 'q' })
    expect(await toldBy(() => t.services.followUps.recordAssessment(ADMIN, 'q.1a', { on: '2024-03-01', status: 'on_track' }))).toEqual([])
    expect(await toldBy(() => t.services.followUps.recordDeliverable(ADMIN, 'q.1a', 'd', { doneOn: '2024-03-02' }))).toEqual([])
  })

  test('an indicator is told of when it is put again and differs', async () => {
    expect(await toldBy(() => t.services.indicators.put(ADMIN, 'ny', indicatorBody()))).toEqual([])
    expect(await toldBy(() => t.services.indicators.put(ADMIN, 'ny', indicatorBody()))).toEqual([])
    expect(await toldBy(() => t.services.indicators.put(ADMIN, 'ny', indicatorBody({ breaks: ['2024-05-01'], decimals: 2 })))).toMatchObject([
      { type: 'indicator.changed', data: { indicator: 'ny', name: { da: 'Ledighed' }, fields: expect.toSatisfy((fields: string[]) => fields.toSorted().join() === 'breaks,decimals'), subject: 'ny' } }
    ])
  })
})

describe('the feed', () => {
  const write = (count: number, data: Record<string, unknown> = {}) => t.database.atomically(() =>
    eventRows(Array.from({ length: count }, () => ({ type: 'plan.changed' as const, subject: 'p', occurredAt: '2026-01-01T00:00:00.000Z', data }))))

  test('is gone through page by page, each event once, and the place to go on from is always given', async () => {
    expect(await t.services.changes.list({})).toEqual({ items: [], nextCursor: 'evt-0', hasMore: false })
    await write(23)
    const seen: string[] = []
    let after: string | undefined
    for (let asked = 0; asked < 6; asked++) {
      const page = await t.services.changes.list({ limit: 5, ...after !== undefined && { after } })
      seen.push(...page.items.map(item => item.id))
      expect([page.nextCursor, page.hasMore]).toEqual([`evt-${seen.length}`, seen.length < 23])
      after = page.nextCursor
    }
    expect(seen).toEqual(Array.from({ length: 23 }, (_, at) => `evt-${at + 1}`))
    await write(1)
    expect((await t.services.changes.list({ after: after! })).items.map(item => item.id)).toEqual(['evt-24'])
    expect(await t.services.changes.list({ after: 'now' })).toEqual({ items: [], nextCursor: 'evt-24', hasMore: false })
  })

  test('with filters goes on past what they leave out, a bounded stretch at a time', async () => {
    await write(1_300, { kommune: ['0316'] })
    await write(1, { kommune: ['0250'] })
    await write(30, { kommune: ['0316'] })
    const before = t.database.countStatements()
    const first = await t.services.changes.list({ kommune: ['250'] })
    expect(t.database.countStatements() - before).toBeLessThanOrEqual(6)
    expect(first).toEqual({ items: [], nextCursor: 'evt-1000', hasMore: true })
    const second = await t.services.changes.list({ kommune: ['250'], after: first.nextCursor })
    expect([second.items.map(item => item.id), second.nextCursor, second.hasMore]).toEqual([['evt-1301'], 'evt-1331', false])
    expect(await t.services.changes.list({ type: ['plan.adopted'], after: second.nextCursor })).toEqual({ items: [], nextCursor: 'evt-1331', hasMore: false })
    expect((await t.services.changes.list({ kommune: ['0316'], limit: 1, after: first.nextCursor })).nextCursor).toBe('evt-1001')
  })

  test('is narrowed to types and to what concerns a kommune', async () => {
    await create()
    await record(3)
    await record(4, '2024-02', '0316')
    await t.services.indicators.put(ADMIN, 'ledighed', indicatorBody({ decimals: 3 }))
    const types = async (query: ChangeQuery) => (await feed(query)).map(item => item.type)
    expect(await types({})).toEqual(['plan.adopted', 'measurements.recorded', 'measurements.recorded', 'indicator.changed'])
    expect(await types({ kommune: ['0250'] })).toEqual(['plan.adopted', 'measurements.recorded', 'indicator.changed'])
    expect(await types({ kommune: ['0316'] })).toEqual(['measurements.recorded', 'indicator.changed'])
    expect(await types({ type: ['plan.adopted', 'plan.changed'] })).toEqual(['plan.adopted'])
    expect(await types({ type: [...EVENT_TYPES], kommune: ['0101'] })).toEqual(['indicator.changed'])
  })

  test('refuses a place that is none, or lies ahead, and a kommune that is none', async () => {
    for (const after of ['', 'evt-', 'evt--1', 'evt-1.5', '7', 'evt-1x', 'evt-9999999999999999', 'NOW', 'evt-1']) {
      await expect(t.services.changes.list({ after }), after).rejects.toMatchObject({ code: 'invalid_request', problems: [{ pointer: '?after', code: 'invalid_cursor' }] })
    }
    await expect(t.services.changes.list({ kommune: ['DK'] })).rejects.toMatchObject({ problems: [{ pointer: '?kommune' }] })
  })
})
