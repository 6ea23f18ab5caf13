import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SEED_ACTOR } from '../../src/services/actor.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { keyWith, pointersOf, restClient } from '../support/rest.ts'

const INDICATOR = 'sygedagpenge-jobafklaring-pct-arbejdsstyrke'
let t: TestApp
let rest: Awaited<ReturnType<typeof restClient>>
let recorded: string | null

beforeAll(async () => {
  t = await openTestApp({ seed: true, now: '2026-07-01T10:00:00Z' })
  rest = await restClient(t)
  const rows = [['0250', '2024-05', 3.9], ['0250', '2024-06', 3.8], ['0250', '2024-07', 3.7], ['DK', '2024-06', 3.4]] as const
  const summary = await t.services.measurements.record(SEED_ACTOR, { measurements: rows.map(([area, period, value]) => ({ indicator: INDICATOR, area, period, value })) })
  recorded = summary.import
})
afterAll(async () => { await t.close() })

type Item = Record<string, unknown>
const items = async (url: string, headers = {}): Promise<Item[]> => {
  const { status, body } = await rest.get(url, headers)
  expect(status, JSON.stringify(body)).toBe(200)
  return (body as { items: Item[] }).items
}
const of = async (url: string, member: string, headers = {}) => (await items(url, headers)).map(one => one[member])

describe('filters', () => {
  test('take several values with commas between, any of which will do', async () => {
    expect(await of('/v1/plans?kommune=0250,316', 'id')).toEqual(['frederikssund-2024', 'holbaek-2023'])
    expect(new Set(await of('/v1/targets?plan=frederikssund-2024,holbaek-2023&limit=500', 'plan'))).toEqual(new Set(['frederikssund-2024', 'holbaek-2023']))
    expect(new Set(await of('/v1/targets?ruleKind=gap_reduction,milestone&limit=500', 'rule').then(rules => rules.map(rule => (rule as Item).kind)))).toEqual(new Set(['gap_reduction', 'milestone']))
    expect(new Set(await of('/v1/areas?kind=region,rar', 'kind'))).toEqual(new Set(['region', 'rar']))
    expect(await of(`/v1/measurements?indicator=${INDICATOR}&area=DK,0250&from=2024-06-01&to=2024-07-31`, 'area')).toEqual(['0250', '0250', 'DK'])
    expect(new Set(await of('/v1/national-goals?year=2023,2024&number=1,2', 'id'))).toEqual(new Set(['2023-1', '2023-2', '2024-1', '2024-2']))
  })

  test('go together, and narrow by what plans and targets hold', async () => {
    const adopting = await of('/v1/plans?nationalGoal=2023-5', 'id')
    expect(adopting.length).toBeGreaterThan(0)
    expect(await of(`/v1/plans?nationalGoal=2023-5&indicator=${INDICATOR}&kommune=0250`, 'id')).toEqual(adopting.filter(id => id === 'frederikssund-2024'))
    expect(await of(`/v1/plans?indicator=${INDICATOR}`, 'id')).toContain('frederikssund-2024')
    expect(await of('/v1/plans?from=2018-01-01&to=2019-01-01', 'id')).toEqual(['kalundborg-2018-2021'])
    expect(await items('/v1/targets?planStatus=withdrawn')).toEqual([])
    expect(new Set(await of('/v1/targets?on=2024-06-30&kommune=0250&limit=500', 'plan'))).toEqual(new Set(['frederikssund-2024']))
    expect(await items('/v1/targets?on=2030-01-01&plan=frederikssund-2024')).toEqual([])
  })

  test('search words as Danes write them', async () => {
    expect(await of('/v1/kommuner?q=rhus%20aa', 'name')).toEqual(['Aarhus'])
    expect(await of('/v1/kommuner?q=aarhus%20by', 'name')).toEqual([])
    expect(await of('/v1/kommuner?q=toender', 'id')).toEqual(['0550'])
    expect(await of(`/v1/plans?q=${encodeURIComponent('BESKÆFTIGELSESPLAN 2024')}`, 'id')).toEqual(['frederikssund-2024'])
    expect(await of('/v1/plans?q=beskaeftigelsesplan%202024', 'id')).toEqual(['frederikssund-2024'])
    expect(await of('/v1/kommuner?q=AARHUS', 'name')).toEqual(['Aarhus'])
    expect(await of(`/v1/kommuner?q=${encodeURIComponent('århus')}`, 'name')).toEqual(['Aarhus'])
    expect(await of(`/v1/areas?kind=rar&q=${encodeURIComponent('sjælland rar')}`, 'id')).toEqual(['RAR-SJ'])
    expect(await of('/v1/indicators?q=sygedagpenge%20arbejdsstyrke&unit=percent', 'id')).toContain(INDICATOR)
    expect(await items('/v1/indicators?q=nothing-of-the-kind')).toEqual([])
  })

  test('of keys, webhooks, imports and the audit', async () => {
    const bound = await keyWith(t, ['measurements:write'], ['0250'])
    expect(await items('/v1/api-keys?kommune=0250,0316&scope=measurements:write,plans:write&active=true', asAdmin)).toHaveLength(1)
    expect(await items('/v1/api-keys?active=false', asAdmin)).toEqual([])
    expect(await items('/v1/webhooks?type=plan.changed&state=active&kommune=0250&q=x', asAdmin)).toEqual([])
    expect(new Set(await of('/v1/imports?kind=json,csv&from=2020-01-01T00:00:00Z&limit=500', 'kind', asAdmin))).toEqual(new Set(['json']))
    expect(await items('/v1/imports?actor=seed', bound)).toEqual([])
    expect(new Set(await of('/v1/audit?action=key.created,measurements.recorded&limit=500', 'action', asAdmin))).toEqual(new Set(['key.created', 'measurements.recorded']))
    expect(await items(`/v1/measurements?import=${recorded}&area=0250,0316`)).toHaveLength(3)
  })

  test.each([
    ['plans?kommune=0250,9999', '?kommune'], ['plans?status=adopted,nothing', '?status'], ['plans?kommune=', '?kommune'], ['plans?kommune=0250,', '?kommune'], ['plans?kommune=0250&kommune=0316', '?kommune'],
    ['plans?kommune=%00', '?kommune'], [`plans?kommune=${Array.from({ length: 201 }, (_, n) => n).join(',')}`, '?kommune'], ['plans?from=2024-01-01&to=2023-01-01', '?to'], ['targets?ruleKind=x', '?ruleKind'], ['targets?plan=frederikssund-2024,x', '?plan'],
    ['targets?goal=x', '?goal'], ['targets?on=2024-02-30', '?on'], ['measurements?import=imp-x', '?import'], ['measurements?flag=gone', '?flag'], ['measurements?segment=,x', '?segment'], ['indicators?polarity=up', '?polarity'], ['indicators?q=', '?q'], ['indicators?q=%20', '?q'],
    ['national-goals?year=2023,1850', '?year'], ['national-goals?number=0', '?number'], ['areas?memberOf=__proto__', '?memberOf'], ['changes?type=plan.adopted,x', '?type'], ['freshness?plan=x', '?plan'], ['targets/frederikssund-2024.1a/assessments?status=odd', '?status'],
    ['plans?sort=swot', '?sort'], ['targets?sort=title', '?sort'], ['measurements?sort=period', '?sort'], [`measurements?sort=-period&indicator=${INDICATOR}`, '?sort'], ['imports?sort=id', '?sort', asAdmin], ['audit?sort=actor', '?sort', asAdmin]
  ])('are refused for %s, naming %s', async (url: string, pointer: string, headers: Record<string, string> = {}) => {
    const response = await rest.get(`/v1/${url}`, headers)
    expect([response.status, pointersOf(response)]).toEqual([400, expect.arrayContaining([pointer])])
  })
})

describe('sorting and paging', () => {
  test('latest figures first, for one indicator and one area', async () => {
    const url = `/v1/measurements?indicator=${INDICATOR}&area=0250&from=2024-01-01`
    expect(await of(`${url}&sort=-period`, 'period')).toEqual(['2024-07', '2024-06', '2024-05'])
    expect(await of(`${url}&sort=period`, 'period')).toEqual(['2024-05', '2024-06', '2024-07'])
  })

  test.each([
    ['plans?sort=-from'], ['plans?sort=kommune&status=adopted,closed'], ['targets?sort=-plan'], ['targets?kommune=0250,0316'], [`measurements?indicator=${INDICATOR}&area=0250&sort=-period`], ['measurements?area=0250,DK'], ['areas?sort=-name'], ['indicators?sort=unit'],
    ['national-goals?sort=-year'], ['mappings?sort=-table'], ['freshness?kommune=0250&sort=-latestPeriod'], [`figures?indicator=${INDICATOR}&area=0250&sort=-period`], ['audit?sort=at', asAdmin], ['imports?sort=recordedAt', asAdmin], ['plans/frederikssund-2024/versions?sort=version']
  ])('%s is walked page by page, each thing once', async (url: string, headers: Record<string, string> = {}) => {
    const whole = await items(`/v1/${url}&limit=500`.replace(/^([^?]*)&/, '$1?'), headers)
    const walked: Item[] = []
    let cursor: string | null = null
    for (let pages = 0; pages === 0 || cursor !== null; pages++) {
      const { body } = await rest.get(`/v1/${url}&limit=${Math.max(1, Math.ceil(whole.length / 3))}${cursor === null ? '' : `&cursor=${cursor}`}`.replace(/^([^?]*)&/, '$1?'), headers)
      walked.push(...(body as { items: Item[] }).items)
      cursor = (body as { nextCursor: string | null }).nextCursor
    }
    expect(walked).toEqual(whole)
  })

  test('a cursor is for the filters and the sort that it was made with', async () => {
    const { nextCursor } = (await rest.get('/v1/targets?kommune=0316,0250&limit=1')).body as { nextCursor: string }
    expect((await rest.get(`/v1/targets?limit=2&fields=id&cursor=${nextCursor}&kommune=0250,0316`)).status).toBe(200)
    for (const other of ['kommune=0250', 'kommune=0250,0316&sort=-plan', '']) {
      const response = await rest.get(`/v1/targets?cursor=${nextCursor}&${other}`)
      expect([response.status, (response.body as { errors: unknown[] }).errors]).toEqual([400, [{ pointer: '?cursor', code: 'invalid_cursor', detail: expect.stringContaining('another question') }]])
    }
  })

  test('and for the list that it is of', async () => {
    const { nextCursor } = (await rest.get('/v1/indicators?sort=id&limit=1')).body
    for (const other of ['areas', 'plans', 'mappings', 'national-goals', 'imports']) expect([other, pointersOf(await rest.get(`/v1/${other}?${other === 'imports' ? '' : 'sort=id&'}cursor=${nextCursor}`, asAdmin))]).toEqual([other, ['?cursor']])
  })

  test.each(['x', '', '%00', Buffer.from('["",1]').toString('base64url'), Buffer.from('["","\\u0000"]').toString('base64url'), Buffer.from('["","a","b","c"]').toString('base64url'), Buffer.from('{}').toString('base64url'), Buffer.from('[]').toString('base64url')])('a cursor %j is refused', async cursor => {
    for (const list of ['plans', 'targets', 'measurements', 'kommuner']) expect(pointersOf(await rest.get(`/v1/${list}?cursor=${cursor}`))).toContain('?cursor')
  })
})
