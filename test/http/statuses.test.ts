import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openTestApp, type TestApp } from '../support/app.ts'
import { codeOf, keyWith, pointersOf, restClient } from '../support/rest.ts'

let subject: TestApp
let rest: Awaited<ReturnType<typeof restClient>>
beforeAll(async () => {
  subject = await openTestApp({ seed: true, now: '2026-06-01T10:00:00.000Z' })
  rest = await restClient(subject)
})
afterAll(() => subject.close())

type Group = { key: Record<string, { id: string, name: { da: string } } | null>, targets: number, counts: Record<string, number> }

describe('GET /v1/statuses', () => {
  test('answers with the five plans, the total being of them all and the items a page', async () => {
    const { status, body } = await rest.get('/v1/statuses?asOf=2024-07-10')
    const { body: targets } = await rest.get('/v1/targets?limit=500')
    expect(status).toBe(200)
    expect(body).toMatchObject({ asOf: '2024-07-10', knownAt: '2026-06-01T10:00:00.000Z', groups: null, total: { targets: targets.items.length } })
    expect(body.items).toHaveLength(Math.min(50, targets.items.length))
  })

  test('draws a map: one group a kommune, no items', async () => {
    const { body } = await rest.get('/v1/statuses?asOf=2024-07-10&groupBy=kommune&limit=0')
    expect(body.items).toEqual([])
    expect(body.groups.map((group: Group) => group.key.kommune?.name.da)).toEqual(['Frederikssund', 'Hedensted', 'Holbæk', 'Hvidovre', 'Kalundborg'])
    for (const { targets, counts, ...rollup } of body.groups as Group[]) {
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(targets)
      const { body: plan } = await rest.get(`/v1/plans/${PLANS[(rollup.key.kommune as { id: string }).id]}/status?asOf=2024-07-10`)
      expect({ overall: plan.overall, counts: plan.counts, coverage: plan.coverage }).toEqual({ overall: (rollup as unknown as { overall: string }).overall, counts, coverage: (rollup as unknown as { coverage: number }).coverage })
    }
  })

  test('tells the same of two unknown names, however long each takes to look up', async () => {
    const { find } = subject.stores.plans
    const slow = vi.spyOn(subject.stores.plans, 'find').mockImplementationOnce(async filter => { await setTimeout(100); return await find(filter) })
    expect(pointersOf(await rest.get('/v1/statuses?plan=ukendt-1&indicator=ukendt-2'))).toEqual(['?plan'])
    expect(slow).toHaveBeenCalledOnce()
    slow.mockRestore()
  })

  test('follows one national goal across the country', async () => {
    const { body } = await rest.get('/v1/statuses?asOf=2024-07-10&nationalGoalNumber=5&groupBy=kommune,status')
    expect(body.total.targets).toBeGreaterThan(0)
    for (const item of body.items) expect(item.subject.goal.nationalGoals.join()).toMatch(/-5\b/)
    expect(body.groups.reduce((sum: number, group: Group) => sum + group.targets, 0)).toBe(body.total.targets)
  })

  test('finds the plans of any year, or those in force on a day', async () => {
    const plansOf = async (query: string): Promise<string[]> => (await rest.get(`/v1/statuses?groupBy=plan&limit=0&${query}`)).body.groups.map((group: Group) => group.key.plan?.id)
    expect(await plansOf('')).toContain('kalundborg-2018-2021')
    expect(await plansOf('inForceOn=2019-06-01')).toEqual(['kalundborg-2018-2021'])
    expect(await plansOf('inForceOn=2024-07-10')).toEqual(['frederikssund-2024'])
  })

  test('tells of drafts only with drafts:read, of the kommuner that the key is bound to', async () => {
    const document = (await rest.get('/v1/plans/hvidovre-2023/document')).body
    const admin = { authorization: `Bearer ${subject.adminKey}` }
    expect((await rest.put('/v1/plans/hvidovre-2031/document', { ...document, id: 'hvidovre-2031', status: 'draft' }, admin)).status).toBe(201)
    const seen = async (headers?: { authorization: string }): Promise<number> => (await rest.get('/v1/statuses?planStatus=draft&limit=0', headers)).body.total.targets
    expect(await seen()).toBe(0)
    expect(await seen(await keyWith(subject, ['drafts:read'], ['0250']))).toBe(0)
    expect(await seen(await keyWith(subject, ['drafts:read'], ['0167']))).toBeGreaterThan(0)
  })

  test.each([
    ['kommune=9999', '?kommune'], ['kommune=0250,', '?kommune'], ['kommune=', '?kommune'], ['plan=%00', '?plan'], ['target=%F0%9F%92%A9', '?target'], ['groupBy=constructor', '?groupBy'], ['groupBy=kommune&groupBy=plan', '?groupBy'],
    ['limit=1e3', '?limit'], ['limit=2001', '?limit'], ['cursor=W10', '?cursor'], ['cursor=eyJhIjoxfQ', '?cursor'], ['sort=-', '?sort'], ['asOf=2024-13-01', '?asOf'], ['knownAt=yesterday', '?knownAt'], ['status=on_track;drop', '?status'], ['final=yes', '?final'],
    ['inForce=true', '?inForce'], [`goal=${Array.from({ length: 201 }, (_, at) => `g${at}`).join()}`, '?goal'], [`plan=${'x'.repeat(161)}`, '?plan'], ['nationalGoalNumber=-5', '?nationalGoalNumber'], ['__proto__=1', '?__proto__']
  ])('refuses %s, naming the place', async (query, pointer) => {
    const response = await rest.get(`/v1/statuses?${query}`)
    expect([response.status, codeOf(response)]).toEqual([400, 'invalid_request'])
    expect(pointersOf(response)).toContain(pointer)
  })
})

const PLANS: Record<string, string> = { '0250': 'frederikssund-2024', '0766': 'hedensted-2021', '0316': 'holbaek-2023', '0167': 'hvidovre-2023', '0326': 'kalundborg-2018-2021' }
