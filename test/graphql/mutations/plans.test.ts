import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PlanDocument } from '../../../src/domain/plan.ts'
import type { Rule } from '../../../src/domain/target.ts'
import { asAdmin, openTestApp, type TestApp } from '../../support/app.ts'
import { keyWith, restClient } from '../../support/rest.ts'
import { ask, codesOf, dataOf } from '../ask.ts'
import { openWorld, payloadOf, USER_ERRORS, type World } from './world.ts'

const WRITTEN = `version created changed validateOnly changes { path op before after } warnings { path code message { da en } } plan { id title version planStatus } ${USER_ERRORS}`
const upper = (word: string): string => word.toUpperCase()

describe('a whole plan, written piece by piece', () => {
  let test: TestApp
  beforeAll(async () => { test = await openTestApp({ seed: true, now: '2026-07-01T10:00:00Z' }) })
  afterAll(async () => { await test.close() })

  /** A rule as GraphQL takes it. */
  const ruleOf = (rule: Rule): Record<string, unknown> =>
    Object.fromEntries(Object.entries(rule).map(([name, value]) => [name, ['kind', 'comparator', 'mode', 'aggregate', 'direction'].includes(name) ? upper(value as string) : name === 'rules' ? (value as Rule[]).map(ruleOf) : value]))

  it.each(['TARGET', 'GOAL'])('what looks wrong after a %s is removed is told with its place in the document', async what => {
    const { plans } = await dataOf(test, '{ plans { goals { id targets { id } } } }') as { plans: { goals: { id: string, targets: { id: string }[] }[] }[] }
    const ids = plans.flatMap(({ goals }) => goals.flatMap(goal => what === 'GOAL' ? goal.id : goal.targets.map(({ id }) => id)))
    const paths: string[][] = []
    for (const id of ids) {
      const { warnings } = await payloadOf(test, `mutation ($id: ID!) { payload: remove${what === 'GOAL' ? 'Goal' : 'Target'}(id: $id, validateOnly: true, reason: "Prøve") { warnings { path code } ${USER_ERRORS} } }`, { id })
      paths.push(...warnings.map(({ path }: { path: string[] }) => path))
    }
    expect(paths.length).toBeGreaterThan(0)
    expect(paths.every(([list, at]) => list === 'goals' && /^\d+$/.test(at ?? ''))).toBe(true)
  })

  it.each(['holbaek-2023', 'hvidovre-2023', 'frederikssund-2024'])('%s: everything in it, adopted and judged like the one of the seed', async seed => {
    const original = JSON.parse(readFileSync(new URL(`../../../db/seed/plans/${seed}.json`, import.meta.url), 'utf8')) as PlanDocument
    const id = `${seed}-igen`
    let version = 0
    const write = async (name: string, types: string, args: Record<string, unknown>): Promise<void> => {
      const variables: Record<string, unknown> = { ...args, ...version > 0 && { version } }
      const given = Object.keys(args).map(arg => `${arg}: $${arg}`).join(', ')
      const answer = await payloadOf(test, `mutation (${types}${version > 0 ? ', $version: Int' : ''}) { ${name}(${given}${version > 0 ? ', expectedVersion: $version' : ''}) { version ${USER_ERRORS} } }`, variables)
      expect(answer).toEqual({ version: version + 1, userErrors: [] })
      version = answer.version
    }
    const { goals, status, adoptedBy, adoptedOn, commitments = [], notes = [], kind, relations = [], ...head } = original
    await write('createPlan', '$input: PlanInput!', { input: { ...head, id, kind: upper(kind), relations: relations.map(one => ({ ...one, kind: upper(one.kind) })) } })
    for (const { targets = [], objectives = [], initiatives = [], kind: goalKind, ...goal } of goals) {
      await write('addGoal', '$plan: ID!, $input: GoalInput!', { plan: id, input: { ...goal, kind: upper(goalKind) } })
      const under = { goal: `${id}.${goal.code}` }
      for (const input of objectives) await write('addObjective', '$goal: ID!, $input: ObjectiveInput!', { ...under, input })
      for (const { status: how, ...input } of initiatives) await write('addInitiative', '$goal: ID!, $input: InitiativeInput!', { ...under, input: { ...input, ...how && { status: upper(how) } } })
      for (const { rule, ...input } of targets) await write('addTarget', '$goal: ID!, $input: TargetInput!', { ...under, input: { ...input, rule: ruleOf(rule) } })
    }
    for (const input of commitments) await write('addCommitment', '$plan: ID!, $input: CommitmentInput!', { plan: id, input })
    for (const note of notes) await write('addNote', '$plan: ID!, $input: NoteInput!', { plan: id, input: { ...note, kind: upper(note.kind) } })
    await write('adoptPlan', '$id: ID!, $adoptedBy: String, $adoptedOn: Date', { id, adoptedBy: adoptedBy ?? null, adoptedOn: adoptedOn ?? null })

    const { planDocument } = await dataOf(test, 'query ($id: ID!) { planDocument(id: $id) { document } }', { id })
    expect(status).toBe('adopted')
    // A list that is empty and one that is not there are the same, and so are null and nothing.
    const said = (value: unknown): unknown => Array.isArray(value)
      ? value.map(said)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null && !(Array.isArray(part) && part.length === 0)).map(([name, part]) => [name, said(part)]))
        : value
    expect(said(planDocument.document)).toEqual(said({ ...original, id }))
    const query = 'query ($id: ID!) { plan(id: $id) { status(asOf: "2024-03-01") { overall targets { status explanation { da } } } } }'
    expect((await dataOf(test, query, { id })).plan).toEqual((await dataOf(test, query, { id: seed })).plan)
  })
})

describe('writing plans', () => {
  let world: World
  beforeEach(async () => { world = await openWorld() })
  afterEach(async () => { await world.close() })

  const UPDATE = `mutation ($id: ID!, $input: TargetPatch!, $expectedVersion: Int, $reason: String, $validateOnly: Boolean) {
    updateTarget(id: $id, input: $input, expectedVersion: $expectedVersion, reason: $reason, validateOnly: $validateOnly) { target { id title segment rule { kind comparator value aggregate } } ${WRITTEN} }
  }`
  const UPDATE_PLAN = `mutation ($input: PlanPatch!, $expectedVersion: Int) { updatePlan(id: "kladde", input: $input, expectedVersion: $expectedVersion) { plan { title adoptedBy sources { title } period { from to } } ${USER_ERRORS} } }`

  it('changes what is given and nothing else, as it is and compiled', async () => {
    const id = 'kladde.1a'
    const change = async (input: object, expectedVersion: number) => await payloadOf(world, UPDATE, { id, input, expectedVersion })
    expect(await change({ rule: { value: 2.5 } }, 1)).toMatchObject({ target: { title: 'Højst 3 pct.', rule: { kind: 'THRESHOLD', comparator: 'LTE', value: 2.5 } }, version: 2, changes: [{ path: '/goals/1/targets/1a/rule/value', op: 'REPLACE', before: 3, after: 2.5 }] })
    expect(await change({ segment: 'unge' }, 2)).toMatchObject({ target: { segment: 'unge', rule: { value: 2.5 } }, changed: true })
    expect(await change({ segment: null }, 3)).toMatchObject({ target: { segment: null }, changed: true, version: 4 })
    expect(await change({}, 4)).toMatchObject({ changed: false, version: 4, changes: [], userErrors: [] })
    const changes: [object, object][] = [
      [{ adoptedBy: 'Byrådet', sources: [{ title: 'Planen', location: null }] }, { title: 'En plan', adoptedBy: 'Byrådet', sources: [{ title: 'Planen' }] }],
      [{ title: 'Ny' }, { title: 'Ny', adoptedBy: 'Byrådet', sources: [{ title: 'Planen' }] }],
      [{ adoptedBy: null, period: { to: '2025-12-31' } }, { title: 'Ny', adoptedBy: null, period: { from: '2024-01-01', to: '2025-12-31' } }],
      [{ sources: [] }, { title: 'Ny', sources: [] }]
    ]
    for (const [at, [input, plan]] of changes.entries()) expect(await payloadOf(world, UPDATE_PLAN, { input, expectedVersion: at + 4 })).toMatchObject({ plan, userErrors: [] })
    expect((await payloadOf(world, UPDATE_PLAN, { input: { title: null }, expectedVersion: 8 })).userErrors).toEqual([expect.objectContaining({ path: ['input', 'title'], code: 'invalid_type' })])
  })

  it('takes the next free code, and tells what looks wrong beside the result', async () => {
    const input = { title: 'Nyt', indicator: 'ledighed', window: { start: '2024-01-01', deadline: '2025-12-31' }, rule: { kind: 'ALL_OF', rules: [{ kind: 'THRESHOLD', comparator: 'GTE', value: 101, smoothing: null }, { kind: 'DIRECTION', direction: 'DECREASE', baseline: { lag: 'P1Y' } }] } }
    const query = `mutation ($input: TargetInput!, $at: Int) { addTarget(goal: "kladde.1", input: $input, position: $at, expectedVersion: 1) { target { id rule { rules { kind value baseline { lag } } } } ${WRITTEN} } }`
    const { target, warnings, plan, ...rest } = await payloadOf(world, query, { input, at: 0 })
    expect(target).toEqual({ id: 'kladde.1d', rule: { rules: [{ kind: 'THRESHOLD', value: 101, baseline: null }, { kind: 'DIRECTION', value: null, baseline: { lag: 'P1Y' } }] } })
    expect([plan.version, rest]).toMatchObject([2, { version: 2, created: true, changed: true }])
    expect(warnings).toEqual(expect.arrayContaining([
      { path: ['input', 'window'], code: 'WINDOW_OUTSIDE_PERIOD', message: { da: expect.any(String), en: expect.any(String) } },
      { path: ['input', 'rule', 'rules', '0', 'value'], code: 'PERCENT_OUT_OF_RANGE', message: { da: expect.any(String), en: expect.any(String) } },
      { path: ['input', 'rule', 'rules', '0', 'comparator'], code: 'AGAINST_POLARITY', message: { da: expect.any(String), en: expect.any(String) } }
    ]))
    const { plan: read } = await dataOf(world, '{ plan(id: "kladde") { targets { id } } }', {}, asAdmin)
    expect(read.targets[0].id).toBe('kladde.1d')
  })

  it('shows one of two admins what the other changed', async () => {
    const change = async (input: object) => await payloadOf(world, UPDATE, { id: 'p.1a', input, expectedVersion: 1, reason: 'Rettet' })
    expect((await change({ title: 'Den første' })).version).toBe(2)
    const late = await change({ title: 'Den anden' })
    expect(late).toMatchObject({ target: null, plan: null, version: null, changed: false, changes: [] })
    expect(late.userErrors).toEqual([{
      path: ['expectedVersion'],
      code: 'version_conflict',
      message: { da: expect.stringContaining('ændret af en anden'), en: expect.stringContaining('at version 2') },
      conflict: { currentVersion: 2, changesSince: 1, moreChanges: 0, changes: [{ path: '/goals/1/targets/1a/title', op: 'REPLACE', before: 'Højst 3 pct.', after: 'Den første' }] }
    }])
  })

  it('lets several mutations of one request see each other, and tells of each by itself', async () => {
    const { data, errors } = await ask(world, `mutation {
      first: updateGoal(id: "kladde.1", input: { title: "Et" }, expectedVersion: 1) { version goal { title } }
      missing: updateGoal(id: "kladde.9", input: { title: "To" }, expectedVersion: 2) { version }
      refused: updateGoal(id: "kladde.1", input: { title: "Tre" }, expectedVersion: 1) { version ${USER_ERRORS} }
      last: moveNote(id: "kladde.0", position: 1, expectedVersion: 2) { version note { id text } plan { version notes { text } } }
    }`, undefined, asAdmin)
    expect(data).toMatchObject({ first: { version: 2, goal: { title: 'Et' } }, missing: null, refused: { version: null, userErrors: [{ code: 'version_conflict' }] }, last: { version: 3, note: { id: 'kladde.1', text: 'Første' }, plan: { version: 3, notes: [{ text: 'Anden' }, { text: 'Første' }] } } })
    expect(errors).toMatchObject([{ path: ['missing'], extensions: { code: 'not_found' } }])
  })

  it('keeps keys to their kommuner, and drafts to those who may read them', async () => {
    const [own, other, writer] = [await keyWith(world, ['plans:write', 'drafts:read'], ['0250']), await keyWith(world, ['plans:write', 'drafts:read'], ['0253']), await keyWith(world, ['plans:write'], ['0250'])]
    const change = (id: string, headers: Record<string, string>, expectedVersion: number) => ask(world, UPDATE, { id, input: { title: `Version ${expectedVersion}` }, expectedVersion, reason: 'Rettet' }, headers)
    expect(codesOf(await change('p.1a', other, 1))).toEqual(['forbidden'])
    expect(codesOf(await change('kladde.1a', other, 1))).toEqual(['not_found'])
    expect((await change('kladde.1a', own, 1)).data.updateTarget).toMatchObject({ version: 2, plan: { planStatus: 'DRAFT' }, target: { title: 'Version 1' } })
    // Who writes a draft of their own sees what they wrote only with drafts:read.
    expect((await change('kladde.1a', writer, 2)).data.updateTarget).toMatchObject({ version: 3, plan: null, target: null, userErrors: [] })
    expect((await ask(world, 'mutation { adoptPlan(id: "kladde", expectedVersion: 3) { plan { planStatus } userErrors { code } } }', {}, own)).data.adoptPlan).toEqual({ plan: { planStatus: 'ADOPTED' }, userErrors: [] })
    expect((await dataOf(world, '{ plan(id: "kladde") { planStatus } }')).plan).toEqual({ planStatus: 'ADOPTED' })
    expect(codesOf(await ask(world, 'mutation { createPlan(input: { id: "x", kommune: "0250", title: "X", kind: STRATEGY, period: { from: "2024-01-01", to: "2024-12-31" } }) { version } }', {}, other))).toEqual(['forbidden'])
  })

  it.each([
    [{ kind: 'GAP_REDUCTION', amount: 1, benchmark: { area: 'DK' }, baseline: { value: 1, on: '2024-01-01' } }, ['baseline', 'benchmark'], 'benchmark_required'],
    [{ kind: 'THRESHOLD', comparator: 'LTE', value: 3, amount: 1 }, ['amount'], 'unknown_field'],
    [{ kind: 'BENCHMARK_LEVEL', comparator: 'LTE', benchmark: { area: '0250' } }, ['benchmark'], 'benchmark_is_own'],
    [{ kind: 'BENCHMARK_LEVEL', comparator: 'LTE', benchmark: { area: 'XX' } }, ['benchmark', 'area'], 'unknown_area'],
    [{ kind: 'MILESTONE', deliverables: [] }, ['deliverables'], 'too_small'],
    [{ kind: 'ALL_OF', rules: [{ kind: 'MONITOR' }] }, ['rules'], 'too_small']
  ])('refuses the rule %j as REST does', async (rule, place, code) => {
    const rest = await restClient(world, asAdmin)
    const small = JSON.parse(JSON.stringify(rule), (name, value: unknown) => ['kind', 'comparator'].includes(name) ? String(value).toLowerCase() : value) as object
    const told = await rest.put('/v1/plans/kladde/document', { ...(await rest.get('/v1/plans/kladde/document')).body, goals: [{ code: '1', kind: 'local', title: 'Et', targets: [{ code: '1a', title: 'T', indicator: 'ledighed', window: { start: '2024-01-01', deadline: '2024-12-31' }, rule: small }] }] }, { 'if-match': '"1"' })
    expect(told.body.errors).toMatchObject([{ pointer: `/goals/0/targets/0/rule/${place.join('/')}`, code }])
    // Three times: as it is, and where a compiled query would be.
    for (const time of [1, 2, 3]) {
      const { userErrors } = await payloadOf(world, UPDATE, { id: 'kladde.1a', input: { rule }, expectedVersion: 1 })
      expect(userErrors, `time ${time}`).toMatchObject([{ path: ['input', 'rule', ...place], code, message: { da: expect.stringMatching(/\.$/) } }])
    }
  })
})
