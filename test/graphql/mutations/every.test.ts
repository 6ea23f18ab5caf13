import { getNamedType, type GraphQLField, isObjectType } from 'graphql/index.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSchema } from '../../../graphql/schema.ts'
import { keyWith } from '../../support/rest.ts'
import { ask, codesOf } from '../ask.ts'
import { dump, openWorld, payloadOf, type UserError, USER_ERRORS, type World } from './world.ts'

type Args = Record<string, unknown>
/** A mutation: arguments that are good, what is then there, and arguments that are refused, with the path and the code. */
type Case = { name: string, good: (world: World) => Args, thing?: string, bad: (world: World) => Args, path: string[], code: string }

const fields = createSchema().getMutationType()?.getFields() ?? {}
const typesOf = ({ type }: GraphQLField<unknown, unknown>) => {
  const named = getNamedType(type)
  return isObjectType(named) ? named.getFields() : {}
}

/** The text of a mutation that takes some arguments as variables. */
function textOf (name: string, args: Args, thing?: string): string {
  const field = fields[name] as GraphQLField<unknown, unknown>
  const given = field.args.filter(arg => arg.name in args)
  return `mutation (${given.map(arg => `$${arg.name}: ${String(arg.type)}`).join(', ')}) {
    ${name}(${given.map(arg => `${arg.name}: $${arg.name}`).join(', ')}) { validateOnly ${USER_ERRORS} ${thing === undefined ? '' : `${thing} { __typename }`} }
  }`
}

const version = { expectedVersion: 1 }
const stale = { expectedVersion: 9 }
const reason = 'Rettet'
const name = { da: 'Klager', en: 'Complaints' }
const window = { start: '2024-01-01', deadline: '2024-12-31' }
const conflict = { path: ['expectedVersion'], code: 'version_conflict' }

/** The four mutations of one list of a plan. */
function ofList (thing: string, { under, id, input, patch, wrong }: { under: Args, id: string, input: Args, patch: Args, wrong: { input: Args, path: string[], code: string } }): Case[] {
  const called = thing.charAt(0).toUpperCase() + thing.slice(1)
  return [
    { name: `add${called}`, good: () => ({ ...under, input, position: 0, ...version }), thing, bad: () => ({ ...under, ...version, input: wrong.input }), path: ['input', ...wrong.path], code: wrong.code },
    { name: `update${called}`, good: () => ({ id, input: patch, ...version }), thing, bad: () => ({ id, input: patch }), path: ['expectedVersion'], code: 'precondition_required' },
    { name: `move${called}`, good: () => ({ id, ...'goal' in under ? { goal: 'kladde.2', position: 0 } : { position: 1 }, ...version }), thing, bad: () => ({ id, position: 99, ...version }), path: ['position'], code: 'position_out_of_range' },
    { name: `remove${called}`, good: () => ({ id, ...version, ...thing === 'goal' && { withTargets: true } }), bad: () => ({ id, ...stale, ...thing === 'goal' && { withTargets: true } }), ...conflict }
  ]
}

const CASES: Case[] = [
  { name: 'putPlanDocument', good: () => ({ id: 'ny', document: { id: 'ny', kommune: '0250', title: 'Ny', kind: 'annual_plan', period: { from: '2027-01-01', to: '2027-12-31' }, goals: [] } }), thing: 'plan', bad: () => ({ id: 'ny', document: { id: 'ny' } }), path: ['document', 'kommune'], code: 'invalid_type' },
  { name: 'createPlan', good: () => ({ input: { id: 'ny', kommune: '250', title: 'Ny', kind: 'ANNUAL_PLAN', period: { from: '2027-01-01', to: '2027-12-31' } } }), thing: 'plan', bad: () => ({ input: { id: 'p', kommune: '0250', title: 'Ny', kind: 'STRATEGY', period: { from: '2027-01-01', to: '2027-12-31' } } }), path: ['input', 'id'], code: 'id_taken' },
  { name: 'updatePlan', good: () => ({ id: 'p', input: { title: 'Anden titel' }, ...version, reason }), thing: 'plan', bad: () => ({ id: 'p', input: { title: 'Anden titel' }, ...version }), path: ['reason'], code: 'reason_required' },
  { name: 'adoptPlan', good: () => ({ id: 'kladde', adoptedBy: 'Byrådet', adoptedOn: '2024-01-01', ...version }), thing: 'plan', bad: () => ({ id: 'p', ...version, reason }), path: [], code: 'transition_not_allowed' },
  { name: 'closePlan', good: () => ({ id: 'p', ...version, reason }), thing: 'plan', bad: () => ({ id: 'kladde', ...version }), path: [], code: 'transition_not_allowed' },
  { name: 'withdrawPlan', good: () => ({ id: 'p', ...version, reason }), thing: 'plan', bad: () => ({ id: 'kladde', ...version }), path: [], code: 'transition_not_allowed' },
  { name: 'removePlan', good: () => ({ id: 'kladde', ...version }), bad: () => ({ id: 'p', ...version, reason }), path: [], code: 'not_removable' },
  { name: 'copyPlan', good: () => ({ id: 'p', to: 2025, newId: 'p-2025', title: 'Næste år' }), thing: 'plan', bad: () => ({ id: 'p', to: 2025, newId: 'kladde' }), path: ['newId'], code: 'id_taken' },
  ...ofList('goal', { under: { plan: 'kladde' }, id: 'kladde.1', input: { kind: 'LOCAL', title: 'Nyt mål' }, patch: { title: 'Andet' }, wrong: { input: { kind: 'LOCAL', title: 'Nyt', nationalGoals: ['1900-1'] }, path: ['nationalGoals', '0'], code: 'unknown_national_goal' } }),
  ...ofList('target', { under: { goal: 'kladde.1' }, id: 'kladde.1a', input: { title: 'Nyt', window, indicator: 'ledighed', rule: { kind: 'THRESHOLD', comparator: 'LTE', value: 2 } }, patch: { rule: { value: 2 } }, wrong: { input: { title: 'Nyt', window, indicator: 'ledighed', rule: { kind: 'THRESHOLD', comparator: 'LTE' } }, path: ['rule', 'value'], code: 'invalid_type' } }),
  ...ofList('objective', { under: { goal: 'kladde.1' }, id: 'kladde.O1', input: { text: 'Nyt' }, patch: { text: 'Andet' }, wrong: { input: { code: 'O1', text: 'Nyt' }, path: ['code'], code: 'duplicate_code' } }),
  ...ofList('initiative', { under: { goal: 'kladde.1' }, id: 'kladde.I1', input: { title: 'Ny' }, patch: { status: 'DONE' }, wrong: { input: { title: '' }, path: ['title'], code: 'too_small' } }),
  ...ofList('commitment', { under: { plan: 'kladde' }, id: 'kladde.C1', input: { text: 'Svar', quantity: 24, unit: 'hours' }, patch: { quantity: 24 }, wrong: { input: { text: 'Svar', quantity: 1e-13, unit: 'hours' }, path: ['quantity'], code: 'invalid_value' } }),
  ...ofList('note', { under: { plan: 'kladde' }, id: 'kladde.0', input: { kind: 'CONTEXT', text: 'Ny' }, patch: { text: 'Andet' }, wrong: { input: { kind: 'CONTEXT', text: 'x\0' }, path: ['text'], code: 'invalid_value' } }),
  { name: 'putIndicator', good: () => ({ id: 'klager', input: { name, unit: 'COUNT', polarity: 'LOWER_IS_BETTER', frequency: 'YEAR' } }), thing: 'indicator', bad: () => ({ id: 'klager', input: { name, unit: 'COUNT', polarity: 'NEUTRAL', frequency: 'YEAR', calculation: { kind: 'sum', of: [{ indicator: 'nix' }, { indicator: 'ledighed' }] } } }), path: ['input', 'calculation', 'of', '0', 'indicator'], code: 'unknown_indicator' },
  { name: 'updateIndicator', good: () => ({ id: 'ledighed', input: { name: { en: 'Out of work' }, definition: null, publicationLagDays: 60 } }), thing: 'indicator', bad: () => ({ id: 'ledighed', input: { name: { da: ' ' } } }), path: ['input', 'name', 'da'], code: 'too_small' },
  { name: 'removeIndicator', good: () => ({ id: 'ubrugt' }), bad: () => ({ id: 'ledighed' }), path: [], code: 'in_use' },
  { name: 'putNationalGoal', good: () => ({ id: '2027-1', input: { title: 'Flere i job' } }), thing: 'nationalGoal', bad: () => ({ id: '2027', input: { title: 'Flere i job' } }), path: ['id'], code: 'invalid_format' },
  { name: 'updateNationalGoal', good: () => ({ id: '2024-5', input: { title: 'Rettet' } }), thing: 'nationalGoal', bad: () => ({ id: '2024-5', input: { title: ' ' } }), path: ['input', 'title'], code: 'too_small' },
  { name: 'removeNationalGoal', good: () => ({ id: '2019-1' }), bad: () => ({ id: '2024-5' }), path: [], code: 'in_use' },
  { name: 'putMapping', good: () => ({ id: 'anden', input: { title: name, table: 'y02', series: [{ measure: 'Procent', indicator: 'ledighed', segment: 'unge' }] } }), thing: 'mapping', bad: () => ({ id: 'anden', input: { title: name, table: 'y02', series: [{ measure: 'Procent', indicator: 'nix' }] } }), path: ['input', 'series', '0', 'indicator'], code: 'unknown_indicator' },
  { name: 'removeMapping', good: () => ({ id: 'tabel' }), bad: () => ({ id: 'tabel\0' }), path: ['id'], code: 'invalid_value' },
  { name: 'recordDeliverable', good: () => ({ target: 'p.1b', code: 'a', input: { doneOn: '2024-05-01' } }), thing: 'deliverable', bad: () => ({ target: 'p.1b', code: 'a', input: { doneOn: '2099-01-01' } }), path: ['input', 'doneOn'], code: 'in_the_future' },
  { name: 'recordAssessment', good: () => ({ target: 'p.1c', input: { on: '2024-05-01', status: 'ON_TRACK' } }), thing: 'assessment', bad: () => ({ target: 'p.1a', input: { on: '2024-05-01', status: 'ON_TRACK' } }), path: [], code: 'unprocessable' },
  { name: 'recordComment', good: () => ({ target: 'p.1a', input: { on: '2024-05-01', text: 'Godt', author: 'Chefen' } }), thing: 'comment', bad: () => ({ target: 'p.1a', input: { on: '2024-05-01', text: ' ', author: 'Chefen' } }), path: ['input', 'text'], code: 'too_small' },
  { name: 'updateComment', good: ({ comment }) => ({ id: comment, input: { text: 'Andet', author: null } }), thing: 'comment', bad: ({ comment }) => ({ id: comment, input: {} }), path: ['input'], code: 'invalid_value' },
  { name: 'withdrawComment', good: ({ comment }) => ({ id: comment }), bad: () => ({ id: '\ud800' }), path: ['id'], code: 'invalid_value' },
  { name: 'createKey', good: () => ({ input: { name: 'Ny', scopes: ['MEASUREMENTS_WRITE', 'DRAFTS_READ'], kommuner: ['250'] } }), thing: 'key', bad: () => ({ input: { name: 'Ny', scopes: ['ADMIN'], kommuner: ['0250'] } }), path: ['input', 'kommuner'], code: 'admin_is_unbound' },
  { name: 'rotateKey', good: ({ key }) => ({ id: key, graceHours: 1.5 }), thing: 'key', bad: ({ key }) => ({ id: key, graceHours: -1 }), path: ['graceHours'], code: 'too_small' },
  { name: 'revokeKey', good: ({ key }) => ({ id: key }), thing: 'key', bad: () => ({ id: 'the admin' }), path: [], code: 'conflict' },
  { name: 'createWebhook', good: () => ({ input: { url: 'https://example.dk/to', types: ['PLAN_CHANGED'] } }), thing: 'webhook', bad: () => ({ input: { url: 'http://example.dk/to', types: ['PLAN_CHANGED'] } }), path: ['input', 'url'], code: 'url_not_https' },
  { name: 'rotateWebhookSecret', good: ({ webhook }) => ({ id: webhook }), thing: 'webhook', bad: ({ webhook }) => ({ id: webhook, graceHours: 1e6 }), path: ['graceHours'], code: 'too_big' },
  { name: 'resumeWebhook', good: ({ webhook }) => ({ id: webhook }), thing: 'webhook', bad: () => ({ id: '\0' }), path: ['id'], code: 'invalid_value' },
  { name: 'removeWebhook', good: ({ webhook }) => ({ id: webhook }), bad: () => ({ id: '\0' }), path: ['id'], code: 'invalid_value' },
  { name: 'replayWebhook', good: ({ webhook }) => ({ id: webhook, after: 'evt-0' }), thing: 'webhook', bad: ({ webhook }) => ({ id: webhook, after: '17' }), path: ['after'], code: 'invalid_format' },
  { name: 'replayDelivery', good: ({ webhook, delivery }) => ({ webhook, delivery }), thing: 'delivery', bad: ({ webhook }) => ({ webhook, delivery: '\0' }), path: ['delivery'], code: 'invalid_value' }
]

describe('every mutation', () => {
  let world: World
  beforeEach(async () => { world = await openWorld() })
  afterEach(async () => { await world.close() })

  const send = async ({ name, thing }: Case, args: Args): Promise<Record<string, unknown> & { validateOnly: boolean, userErrors: UserError[] }> =>
    await payloadOf(world, textOf(name, args, thing), args)
  /** The arguments of a case; a key's id that is asked for by name is the admin's. */
  const argsOf = async (args: Args): Promise<Args> => args.id === 'the admin' ? { id: (await world.stores.keys.all()).find(key => key.name === 'bootstrap')?.id } : args

  it('can be tried first, and says what the sender can mend', () => {
    const without = (has: (field: GraphQLField<unknown, unknown>) => boolean): string[] => Object.entries(fields).filter(([, field]) => !has(field)).map(([name]) => name)
    expect(without(field => field.args.some(arg => arg.name === 'validateOnly' && arg.defaultValue === false && field.args.at(-1) === arg))).toEqual([])
    // Of a refused batch every row is told of, in `errors`.
    expect(without(field => 'userErrors' in typesOf(field))).toEqual(['recordMeasurements'])
    expect(Object.keys(fields).slice(1)).toEqual(CASES.map(one => one.name))
  })

  it.each(CASES.map(one => [one.name, one] as const))('%s: refused, tried, done', async (_, one) => {
    const before = await dump(world)
    const refused = await send(one, await argsOf(one.bad(world)))
    expect(refused.userErrors[0]).toEqual({ path: one.path, code: one.code, message: { da: expect.stringMatching(/^[A-ZÆØÅ].*\.$/), en: expect.stringMatching(/\S/) }, conflict: one.code === 'version_conflict' ? expect.anything() : null })
    expect(refused.userErrors[0]?.message.da).not.toContain('se den engelske')
    if (one.thing !== undefined) expect(refused[one.thing]).toBeNull()
    expect(await dump(world), 'after a refusal').toEqual(before)

    const tried = await send(one, { ...one.good(world), validateOnly: true })
    expect(tried).toMatchObject({ validateOnly: true, userErrors: [] })
    expect(await dump(world), 'after a trial').toEqual(before)

    const done = await send(one, one.good(world))
    expect(done.userErrors).toEqual([])
    if (one.thing !== undefined) expect(done).toMatchObject({ validateOnly: false, [one.thing]: { __typename: expect.any(String) } })
    expect(await dump(world)).not.toEqual(before)
  })

  it.each(CASES.map(one => [one.name, one] as const))('%s needs a key with the right', async (_, one) => {
    const args = one.good(world)
    const reader = await keyWith(world, ['drafts:read'])
    const before = await dump(world)
    expect(codesOf(await ask(world, textOf(one.name, args), args))).toEqual(['unauthenticated'])
    expect(codesOf(await ask(world, textOf(one.name, args), args, reader))).toEqual(['forbidden'])
    expect(await dump(world)).toEqual(before)
  })
})
