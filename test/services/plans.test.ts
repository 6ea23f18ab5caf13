import { beforeEach, describe, expect, test } from 'vitest'
import { createServices } from '../../src/services/index.ts'
import type { PlanQuery } from '../../src/services/plan-queries.ts'
import { ADMIN, ANONYMOUS, indicatorBody, openServices, planBody, type TestServices } from '../support/services.ts'

let t: TestServices
beforeEach(async () => {
  t = await openServices()
  await t.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
})
const put = (body: object, options = {}) => t.services.plans.putDocument(ADMIN, 'p', body, options)
const refused = async (body: object, options = {}): Promise<{ code: string, problems: { pointer: string, code: string }[] }> =>
  put(body, options).then(() => { throw new Error('was not refused') }, error => error)

describe('putting a plan document', () => {
  test('creates, and the same again changes nothing', async () => {
    expect(await put(planBody())).toMatchObject({ plan: 'p', version: 1, created: true, changed: true })
    expect(await put(planBody(), { expectedVersion: 1 })).toMatchObject({ version: 1, created: false, changed: false, changes: [] })
    expect((await t.services.plans.document(ANONYMOUS, 'p')).document).toEqual(planBody())
  })

  test('replacing needs the version, and the right one', async () => {
    await put(planBody())
    expect(await refused(planBody({ title: 'Ny' }))).toMatchObject({ code: 'precondition_required' })
    expect(await refused(planBody({ title: 'Ny' }), { expectedVersion: 7, reason: 'x' })).toMatchObject({ code: 'version_conflict' })
    expect(await refused(planBody({ title: 'Ny' }), { mustBeNew: true })).toMatchObject({ code: 'version_conflict' })
    expect((await t.services.plans.get(ANONYMOUS, 'p')).title).toBe('En plan')
  })

  test('an adopted plan changes only with a reason, a draft without', async () => {
    await put(planBody())
    expect(await refused(planBody({ title: 'Ny' }), { expectedVersion: 1 })).toMatchObject({ code: 'reason_required' })
    expect(await refused(planBody({ title: 'Ny' }), { expectedVersion: 1, reason: '  ' })).toMatchObject({ code: 'reason_required' })
    expect(await put(planBody({ title: 'Ny' }), { expectedVersion: 1, reason: 'Byrådet rettede titlen' })).toMatchObject({ version: 2 })
    expect((await t.stores.plans.versions('p', { limit: 9 })).map(({ version, reason }) => [version, reason])).toEqual([[2, 'Byrådet rettede titlen'], [1, null]])
    const draft = { ...planBody({ status: 'draft' }), id: 'q' }
    await t.services.plans.putDocument(ADMIN, 'q', draft)
    expect(await t.services.plans.putDocument(ADMIN, 'q', { ...draft, title: 'Kladde 2' }, { expectedVersion: 1 })).toMatchObject({ version: 2 })
  })

  test('a dry run tells what would change and changes nothing', async () => {
    await put(planBody())
    const dry = await put(planBody({}, { rule: { kind: 'threshold', comparator: 'lte', value: 2.5 } }), { dryRun: true })
    expect(dry).toEqual({ plan: 'p', version: 1, created: false, changed: true, dryRun: true, changes: [{ path: '/goals/1/targets/1a/rule/value', op: 'replace', before: 3, after: 2.5 }], warnings: [{ pointer: '/goals/0/targets/0/indicator', code: 'no_figures', message: expect.objectContaining({ da: expect.stringContaining('ledighed') }) }] })
    expect((await t.services.plans.target(ANONYMOUS, 'p.1a')).rule).toMatchObject({ value: 3 })
  })

  test('drafts are seen only by those who may', async () => {
    await put(planBody({ status: 'draft' }))
    await expect(t.services.plans.get(ANONYMOUS, 'p')).rejects.toMatchObject({ code: 'not_found' })
    await expect(t.services.plans.target(ANONYMOUS, 'p.1a')).rejects.toMatchObject({ code: 'not_found' })
    expect((await t.services.plans.list(ANONYMOUS, {})).items).toEqual([])
    expect((await t.services.plans.get({ ...ANONYMOUS, id: 'k', scopes: ['drafts:read'] }, 'p')).status).toBe('draft')
  })

  test('a key bound to a kommune puts plans of that kommune only', async () => {
    const bound = { ...ADMIN, scopes: ['plans:write'] as const, kommuner: ['0316'] }
    await expect(t.services.plans.putDocument(bound, 'p', planBody())).rejects.toMatchObject({ code: 'forbidden', message: expect.stringContaining('0250') })
    await put(planBody())
    await expect(t.services.plans.putDocument(bound, 'p', planBody({ kommune: '0316' }), { expectedVersion: 1, reason: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test.each([
    ['a field that is none', planBody({ titel: 'x' }), 'invalid_request', '/titel', 'unknown_field'],
    ['an id that is not the path\'s', planBody({ id: 'other' }), 'invalid_request', '/id', 'id_mismatch'],
    ['a day that is none', planBody({ period: { from: '2024-02-30', to: '2024-12-31' } }), 'invalid_request', '/period/from', 'invalid_value'],
    ['a window that runs backwards', planBody({}, { window: { start: '2024-12-31', deadline: '2024-01-01' } }), 'invalid_request', '/goals/0/targets/0/window/deadline', 'invalid_value'],
    ['an unknown rule kind', planBody({}, { rule: { kind: 'magic' } }), 'invalid_request', '/goals/0/targets/0/rule/kind', 'invalid_value'],
    ['a baseline\'s period that is none', planBody({}, { rule: { kind: 'change', comparator: 'gte', amount: 1, baseline: { period: '2023M13' } } }), 'invalid_request', '/goals/0/targets/0/rule/baseline/period', 'invalid_value'],
    ['a figure next to nothing', planBody({}, { rule: { kind: 'threshold', comparator: 'gte', value: 5e-324 } }), 'invalid_request', '/goals/0/targets/0/rule/value', 'invalid_value'],
    ['a rule without its value', planBody({}, { rule: { kind: 'threshold', comparator: 'gte' } }), 'invalid_request', '/goals/0/targets/0/rule/value', 'invalid_type'],
    ['a lag where the rule needs no baseline', planBody({}, { rule: { kind: 'threshold', comparator: 'gte', value: 1, baseline: { lag: 'P1Y' } } }), 'invalid_request', '/goals/0/targets/0/rule/baseline/lag', 'unknown_field'],
    ['smoothing of an aggregate', planBody({}, { rule: { kind: 'threshold', comparator: 'gte', value: 1, aggregate: 'sum', smoothing: 3 } }), 'invalid_request', '/goals/0/targets/0/rule/smoothing', 'invalid_value'],
    ['a combination of one', planBody({}, { rule: { kind: 'all_of', rules: [{ kind: 'monitor' }] } }), 'invalid_request', '/goals/0/targets/0/rule/rules', 'too_small'],
    ['a benchmark that names nothing', planBody({}, { rule: { kind: 'benchmark_level', comparator: 'gte', benchmark: {} } }), 'invalid_request', '/goals/0/targets/0/rule/benchmark', 'invalid_value'],
    ['a text that cannot be stored', planBody({ notes: [{ kind: 'context', text: 'a\0b' }] }), 'invalid_request', '/notes/0/text', 'invalid_value'],
    ['a kommune that is none', planBody({ kommune: '9999' }), 'unprocessable', '/kommune', 'unknown_kommune'],
    ['an unknown indicator', planBody({}, { indicator: 'nothing' }), 'unprocessable', '/goals/0/targets/0/indicator', 'unknown_indicator'],
    ['an unknown indicator of a part', planBody({}, { rule: { kind: 'any_of', rules: [{ kind: 'monitor' }, { kind: 'monitor', indicator: 'nothing' }] } }), 'unprocessable', '/goals/0/targets/0/rule/rules/1/indicator', 'unknown_indicator'],
    ['a numeric rule without an indicator', planBody({}, { indicator: null }), 'unprocessable', '/goals/0/targets/0/rule', 'indicator_required'],
    ['an undeclared segment', planBody({}, { segment: 'gamle' }), 'unprocessable', '/goals/0/targets/0/segment', 'unknown_segment'],
    ['an unknown benchmark area', planBody({}, { rule: { kind: 'benchmark_level', comparator: 'gte', benchmark: { area: 'SE' } } }), 'unprocessable', '/goals/0/targets/0/rule/benchmark/area', 'unknown_area'],
    ['a benchmark that is the own series', planBody({}, { rule: { kind: 'benchmark_level', comparator: 'gte', benchmark: { area: '0250' } } }), 'unprocessable', '/goals/0/targets/0/rule/benchmark', 'benchmark_is_own'],
    ['a stated baseline without its benchmark', planBody({}, { rule: { kind: 'gap_reduction', amount: 1, benchmark: { area: 'DK' }, baseline: { value: 1, on: '2023-12-31' } } }), 'unprocessable', '/goals/0/targets/0/rule/baseline/benchmark', 'benchmark_required'],
    ['an unknown national goal', planBody({ goals: [{ ...planBody().goals[0], nationalGoals: ['2024-9'] }] }), 'unprocessable', '/goals/0/nationalGoals/0', 'unknown_national_goal'],
    ['a code that is taken', planBody({ goals: [{ ...planBody().goals[0], code: '1a' }] }), 'unprocessable', '/goals/0/targets/0/code', 'duplicate_code'],
    ['an unknown umbrella', planBody({ umbrella: 'nothing' }), 'unprocessable', '/umbrella', 'unknown_plan'],
    ['more targets than any plan has', planBody({ goals: [1, 2, 3].map(goal => ({ code: String(goal), kind: 'local', title: 'Et mål', targets: Array.from({ length: 170 }, (_, at) => ({ ...planBody().goals[0]!.targets[0], code: `${goal}-${at}` })) })) }), 'unprocessable', '/goals', 'too_many_targets'],
    ['deliverables of one code', planBody({}, { indicator: null, rule: { kind: 'milestone', deliverables: [{ code: 'a', title: 'x' }, { code: 'a', title: 'y' }] } }), 'unprocessable', '/goals/0/targets/0/rule/deliverables/1/code', 'duplicate_code']
  ])('refuses %s, naming the place', async (_, body, code, pointer, problem) => {
    const error = await refused(body)
    expect(error.code).toBe(code)
    expect(error.problems).toContainEqual(expect.objectContaining({ pointer, code: problem }))
    await expect(t.services.plans.get(ADMIN, 'p')).rejects.toMatchObject({ code: 'not_found' })
  })

  test('spellings of other sources are stored in the canonical one', async () => {
    await put(planBody({ kommune: '250' }, {
      rule: {
        kind: 'all_of',
        rules: [
          { kind: 'gap_reduction', amount: 1, benchmark: { area: '260' }, baseline: { period: '2023M08' } },
          { kind: 'change', comparator: 'lte', amount: -1, baseline: { period: '2023-08' } }
        ]
      }
    }))
    const { document } = await t.services.plans.document(ADMIN, 'p')
    expect(document.kommune).toBe('0250')
    expect(document.goals[0]!.targets![0]!.rule).toMatchObject({ rules: [{ benchmark: { area: '0260' }, baseline: { period: '2023-08' } }, { baseline: { period: '2023-08' } }] })
  })

  test('a neutral indicator has no gap, an irregular one no mean, and frequencies must match', async () => {
    await t.services.indicators.put(ADMIN, 'neutral', indicatorBody({ polarity: 'neutral' }))
    await t.services.indicators.put(ADMIN, 'now-and-then', indicatorBody({ frequency: 'irregular' }))
    await t.services.indicators.put(ADMIN, 'yearly', indicatorBody({ frequency: 'year' }))
    const rule = { kind: 'gap_reduction', amount: 1, benchmark: { area: 'DK' }, baseline: { period: '2023-12' } }
    expect((await refused(planBody({}, { indicator: 'neutral', rule }))).problems).toMatchObject([{ code: 'polarity_neutral' }])
    expect((await refused(planBody({}, { indicator: 'now-and-then', rule: { kind: 'threshold', comparator: 'gte', value: 1, smoothing: 3 } }))).problems).toMatchObject([{ code: 'smoothing_irregular' }])
    expect((await refused(planBody({}, { rule: { ...rule, benchmark: { indicator: 'yearly' } } }))).problems).toMatchObject([{ code: 'frequency_mismatch' }])
  })

  test('two writers of one version: one wins, the other is told', async () => {
    await put(planBody())
    const results = await Promise.allSettled([1, 2, 3, 4].map(n => put(planBody({ title: `Titel ${n}` }), { expectedVersion: 1, reason: 'x' })))
    expect(results.filter(result => result.status === 'fulfilled')).toHaveLength(1)
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'version_conflict' })
    expect((await t.services.plans.get(ADMIN, 'p')).version).toBe(2)
  })
})

describe('lists', () => {
  test('filters that name nothing are refused, never an empty list', async () => {
    for (const [query, pointer] of [[{ kommune: ['9999'] }, '?kommune'], [{ kommune: ['0250', 'DK'] }, '?kommune'], [{ nationalGoal: ['2023-99'] }, '?nationalGoal'], [{ indicator: ['x'] }, '?indicator']] as [PlanQuery, string][]) {
      await expect(t.services.plans.list(ADMIN, query)).rejects.toMatchObject({ code: 'invalid_request', problems: [{ pointer }] })
    }
    for (const name of ['plan', 'goal', 'kommune', 'indicator', 'nationalGoal']) {
      await expect(t.services.plans.targets(ADMIN, { [name]: ['nothing'] })).rejects.toMatchObject({ code: 'invalid_request', problems: [{ pointer: `?${name}` }] })
    }
    await expect(t.services.plans.targets(ADMIN, { cursor: 'nonsense' })).rejects.toMatchObject({ problems: [{ pointer: '?cursor', code: 'invalid_cursor' }] })
  })

  test('targets come page by page, each once', async () => {
    const targets = Array.from({ length: 7 }, (_, i) => ({ ...planBody().goals[0]!.targets[0], code: `t${i}` }))
    await put(planBody({ goals: [{ code: '1', kind: 'local', title: 'Et mål', targets }] }))
    const seen: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await t.services.plans.targets(ADMIN, { limit: 3, ...cursor && { cursor } })
      seen.push(...page.items.map(target => target.id))
      cursor = page.nextCursor
    } while (cursor)
    expect(seen).toEqual(targets.map(target => `p.${target.code}`))
  })

  test('a year of which no national goals are known is refused', async () => {
    await expect(t.services.nationalGoals.list({ year: [2019, 2020] })).rejects.toMatchObject({ problems: [{ pointer: '?year', code: 'unknown_year', detail: expect.stringContaining('2019, 2021') }] })
    expect((await t.services.nationalGoals.list({ year: [2019] })).items).toHaveLength(6)
  })

  test('kommuner are sorted as Danes do, and a page goes on where the last ended', async () => {
    const first = await t.services.areas.kommuner({ limit: 97 })
    const rest = await t.services.areas.kommuner({ cursor: first.nextCursor! })
    expect(first.items[0]!.name).toBe('Albertslund')
    expect(rest).toMatchObject({ items: [{ name: 'Aarhus' }], nextCursor: null })
    const descending = await t.services.areas.kommuner({ sort: '-name', limit: 1 })
    expect(descending.items[0]!.name).toBe('Aarhus')
  })

  test('areas are valid on days', async () => {
    const regions = async (on: string) => (await t.services.areas.list({ kind: ['region'], on })).items.map(area => area.id)
    expect(await regions('2026-12-31')).toEqual(['1081', '1082', '1083', '1084', '1085'])
    expect(await regions('2027-01-01')).toEqual(['1081', '1082', '1083', 'REGION-OESTDANMARK'])
    expect((await t.services.areas.kommuner({ memberOf: ['REGION-OESTDANMARK'], on: '2027-01-01' })).items).toHaveLength(46)
  })
})

test('a plan is read as one version, also where the next is put while it is read', async () => {
  await put(planBody())
  const find: typeof t.stores.plans.find = async filter => {
    const found = await t.stores.plans.find(filter)
    await put(planBody({ title: 'Ny' }, { title: 'Nyt' }), { expectedVersion: 1, reason: 'x' })
    return found
  }
  const { plans } = createServices({ ...t.stores, plans: { ...t.stores.plans, find } }, () => new Date(t.clock.now))
  expect(await plans.whole(ANONYMOUS, 'p')).toMatchObject({ version: 1, title: 'En plan', goals: [{ targets: [{ title: 'Højst 3 pct.' }] }] })
  expect(await t.services.plans.whole(ANONYMOUS, 'p')).toMatchObject({ version: 2, title: 'Ny', goals: [{ targets: [{ title: 'Nyt' }] }] })
})
