import { parse } from 'graphql/index.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isCompilable } from '../../../graphql/compiling.ts'
import { createSchema } from '../../../graphql/schema.ts'
import { pathOf, userErrorsOf } from '../../../graphql/user-errors.ts'
import { AppError, ERROR_CODES } from '../../../src/domain/errors.ts'
import { asAdmin } from '../../support/app.ts'
import { codeOf, restClient } from '../../support/rest.ts'
import { ask, codesOf, dataOf } from '../ask.ts'
import { dump, openWorld, payloadOf, USER_ERRORS, type World } from './world.ts'

describe('where a refusal belongs', () => {
  it.each([
    ['/rule/value', { input: {} }, ['input', 'rule', 'value']], ['/kommune', { id: 'x', document: {} }, ['document', 'kommune']], ['/id', { id: 'x', document: {} }, ['id']],
    ['?reason', { input: {} }, ['reason']], ['?/position', { input: {} }, ['position']], ['/status', { id: 'x' }, []], ['', { input: {} }, ['input']], ['', { id: 'x' }, []],
    ['/totals/A~1B~0C', { input: {} }, ['input', 'totals', 'A/B~C']]
  ])('%s among %j is %j', (pointer, args, path) => {
    expect(pathOf(pointer, args)).toEqual(path)
  })

  it('tells only what the sender can mend', () => {
    const told = ERROR_CODES.filter(code => {
      try {
        return userErrorsOf(new AppError(code, 'No.'), {}).length > 0
      } catch {
        return false
      }
    })
    expect(told).toEqual(['invalid_request', 'conflict', 'version_conflict', 'precondition_required', 'reason_required', 'batch_refused', 'unprocessable', 'frequency_locked'])
    expect(() => userErrorsOf(new TypeError('ours'), {})).toThrow('ours')
  })
})

describe('REST and GraphQL refuse alike', () => {
  let world: World, rest: Awaited<ReturnType<typeof restClient>>
  beforeAll(async () => {
    world = await openWorld()
    rest = await restClient(world, asAdmin)
    await rest.post('/v1/measurements', { measurements: [{ indicator: 'ledighed', area: '0250', period: '2024-05', value: 3 }] })
  })
  afterAll(() => world.close())

  const indicator = { name: { da: 'Ledighed', en: 'Unemployment' }, unit: 'percent', polarity: 'neutral', frequency: 'year' }
  it.each([
    ['frequency_locked', () => rest.put('/v1/indicators/ledighed', indicator), 'putIndicator(id: "ledighed", input: { name: { da: "Ledighed", en: "Unemployment" }, unit: PERCENT, polarity: NEUTRAL, frequency: YEAR })'],
    ['invalid_format', () => rest.put('/v1/national-goals/x', { title: 'Et mål' }), 'putNationalGoal(id: "x", input: { title: "Et mål" })'],
    ['in_the_future', () => rest.post('/v1/targets/p.1a/comments', { on: '2099-01-01', text: 'Et nyt hold', author: 'Chefen' }), 'recordComment(target: "p.1a", input: { on: "2099-01-01", text: "Et nyt hold", author: "Chefen" })'],
    ['private_url', () => rest.post('/v1/webhooks', { url: 'https://127.0.0.1/', types: ['plan.changed'] }), 'createWebhook(input: { url: "https://127.0.0.1/", types: [PLAN_CHANGED] })'],
    ['unknown_kommune', () => rest.post('/v1/api-keys', { name: 'x', scopes: ['plans:write'], kommuner: ['9999'] }), 'createKey(input: { name: "x", scopes: [PLANS_WRITE], kommuner: ["9999"] })']
  ])('%s', async (code, byRest, mutation) => {
    const { body } = await byRest()
    const { userErrors } = await payloadOf(world, `mutation { ${mutation} { ${USER_ERRORS} } }`)
    expect(userErrors.map((one: { code: string }) => one.code)).toEqual(body.errors.map((one: { code: string }) => one.code))
    expect(userErrors[0].code).toBe(code)
    expect(userErrors[0].message.en).toBe(`${body.errors[0].pointer}: ${body.errors[0].detail}`)
  })

  it.each([
    ['not_found', () => rest.delete('/v1/api-keys/x'), 'revokeKey(id: "x")'],
    ['not_found', () => rest.post('/v1/targets/p.9/comments', { on: '2024-01-01', text: 'Et nyt hold', author: 'Chefen' }), 'recordComment(target: "p.9", input: { on: "2024-01-01", text: "Et nyt hold", author: "Chefen" })'],
    ['not_found', () => rest.post('/v1/webhooks/x/resume'), 'resumeWebhook(id: "x")']
  ])('%s, as an error', async (code, byRest, mutation) => {
    expect(codeOf(await byRest())).toBe(code)
    expect(codesOf(await ask(world, `mutation { ${mutation} { ${USER_ERRORS} } }`, {}, asAdmin))).toEqual([code])
  })
})

describe('what is hostile', () => {
  let world: World
  beforeAll(async () => { world = await openWorld() })
  afterAll(() => world.close())

  const ADD = `mutation ($input: TargetInput!) { addTarget(goal: "kladde.1", input: $input, expectedVersion: 1) { version ${USER_ERRORS} } }`
  const target = { title: 'T', window: { start: '2024-01-01', deadline: '2024-12-31' } }
  const nested = (depth: number): object => depth === 0 ? { kind: 'MONITOR' } : { kind: 'ALL_OF', rules: [nested(depth - 1), { kind: 'MONITOR' }] }
  /** Stands for lists in lists, deeper than `JSON.stringify` goes. */
  const DEEP = 'DEEP'
  const send = async (query: string, variables: object) => {
    const payload = JSON.stringify({ query, variables }).replace(`"${DEEP}"`, `${'['.repeat(200_000)}${']'.repeat(200_000)}`).replace('"DEEP RULES"', `${'{"kind":"ALL_OF","rules":['.repeat(20_000)}${']}'.repeat(20_000)}`)
    const { data, errors = [] } = (await world.app.inject({ method: 'POST', url: '/graphql', payload, headers: { ...asAdmin, 'content-type': 'application/json' } })).json()
    const [answer] = Object.values(data ?? {}) as { userErrors: { code: string }[] }[]
    return [...(errors as { extensions: { code: string } }[]).map(one => one.extensions.code), ...(answer?.userErrors ?? []).map(one => one.code)]
  }

  it.each([
    ['rules in rules', ADD, { input: { ...target, rule: nested(60) } }], ['very many rules in rules', ADD, { input: { ...target, rule: 'DEEP RULES' } }],
    ['a calculation without end', 'mutation ($input: IndicatorInput!) { putIndicator(id: "x", input: $input) { userErrors { code } } }', { input: { name: { da: 'a', en: 'b' }, unit: 'COUNT', polarity: 'NEUTRAL', frequency: 'YEAR', calculation: DEEP } }],
    ['totals without end', 'mutation ($input: MappingInput!) { putMapping(id: "x", input: $input) { userErrors { code } } }', { input: { title: { da: 'a', en: 'b' }, table: 'y', totals: DEEP, series: [] } }],
    ['a document without end', 'mutation ($document: JSON!) { putPlanDocument(id: "x", document: $document) { userErrors { code } } }', { document: { id: 'x', goals: DEEP } }],
    ['prototypes', 'mutation ($input: MappingInput!) { putMapping(id: "x", input: $input) { userErrors { code } } }', { input: { title: { da: 'a', en: 'b' }, table: 'y', totals: { constructor: 'I alt', toString: 1 }, series: [] } }],
    ['half characters', ADD, { input: { ...target, title: 'x\ud800', rule: { kind: 'ASSESSMENT' } } }],
    ['an id of another kind', 'mutation { updateGoal(id: "..", input: { title: "x" }, expectedVersion: 1) { userErrors { code } } }', {}],
    ['a place that is none', 'mutation { moveNote(id: "kladde.0", position: -1, expectedVersion: 1) { userErrors { code } } }', {}],
    ['a version that is none', 'mutation { removeGoal(id: "kladde.1", expectedVersion: -2147483648) { userErrors { code } } }', {}],
    ['a target of another goal\'s plan', 'mutation { moveTarget(id: "kladde.1a", goal: "p.2", expectedVersion: 1) { userErrors { code } } }', {}]
  ])('%s: refused in words, nothing written', async (_, query, variables) => {
    const before = await dump(world)
    // As it is, and where a compiled query would be.
    for (const time of [1, 2, 3]) {
      const codes = await send(query, variables)
      expect(codes, `time ${time}`).not.toContain('internal')
      expect(codes, `time ${time}`).not.toEqual([])
    }
    expect(await dump(world)).toEqual(before)
  })

  it('refuses more changes in a request than it may have, before the first', async () => {
    const before = await dump(world)
    const many = (count: number): string => `mutation { ${Array.from({ length: count }, (_, at) => `m${at}: addNote(plan: "kladde", input: { kind: CONTEXT, text: "${at}" }, expectedVersion: ${at + 1}) { version }`).join(' ')} }`
    expect((await ask(world, many(51), {}, asAdmin)).errors?.[0]?.extensions.errors?.[0]?.code).toBe('query_too_large')
    expect(await dump(world)).toEqual(before)
    expect((await dataOf(world, many(50), {}, asAdmin)).m49).toEqual({ version: 51 })
  })

  it('counts what a change answers', async () => {
    const circle = 'mutation { updatePlan(id: "p", input: {}, validateOnly: true) { plan { goals { targets { goal { plan { goals { targets { goal { targets { id } } } } } } } } } } }'
    expect(codesOf(await ask(world, circle, {}, asAdmin))).toEqual([])
    const wide = `mutation { ${Array.from({ length: 45 }, (_, at) => `m${at}: updatePlan(id: "p", input: {}, validateOnly: true) { plan { ${Array.from({ length: 4 }, (_, one) => `g${one}: goals { targets { goal { targets { id } } } }`).join(' ')} } }`).join(' ')} }`
    expect((await ask(world, wide, {}, asAdmin)).errors?.[0]?.extensions.errors?.[0]?.code).toBe('query_too_costly')
  })
})

describe('what is compiled', () => {
  const schema = createSchema()
  it.each([
    ['{ plans { id } }', true], ['query ($id: ID!) { plan(id: $id) { id } }', true], ['mutation ($i: PlanPatch!) { updatePlan(id: "x", input: $i) { version } }', true],
    ['mutation ($i: [MeasurementInput!]!) { recordMeasurements(input: { measurements: $i }) { committed } }', true], ['mutation ($i: TargetInput!) { addTarget(goal: "x", input: $i) { version } }', false],
    ['mutation ($i: PlanInput!) { createPlan(input: $i) { version } }', false], ['mutation ($i: [RuleInput!]!) { addTarget(goal: "x", input: { rule: { rules: $i } }) { version } }', false],
    ['query A { plans { id } } query B { plans { id } }', false], ['query ($i: Nix) { plans { id } }', true]
  ])('%s: %s', (query, is) => {
    expect(isCompilable(schema, parse(query))).toBe(is)
  })
})
