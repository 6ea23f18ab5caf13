import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readSeed } from '../../db/seed/index.ts'
import type { PlanDocument } from '../../src/domain/plan.ts'
import { loadSeed } from '../../src/services/seed.ts'
import { ADMIN_KEY, type TestApp } from '../support/app.ts'
import { missing, openWindow } from './browser.ts'
import { answered, build, execute, serve, shownAnswer, pasteInto, visit } from './playground-page.ts'

const PLAN = 'holbaek-2023'
const seed = readSeed()
/** What is to be written, as the seed has it. */
const measure = seed.plans.find(({ id }) => id === PLAN) as unknown as PlanDocument

/** Fields whose texts are names of enums, which GraphQL writes in capitals. */
const ENUMS = new Set(['kind', 'status', 'comparator', 'mode', 'aggregate', 'direction'])
const written = (value: unknown): string => JSON.stringify(value, (name, part: unknown) => ENUMS.has(name) && typeof part === 'string' ? part.toUpperCase() : part, 2)

/** What a document says: a field that is null says no more than one that is not there, and mutations leave it out. */
const said = (document: unknown): unknown => JSON.parse(JSON.stringify(document, (_, part: unknown) => part ?? undefined))

/** Pastes a query and its variables into the page and runs them. @returns what the server answered; nothing is refused */
async function ask (page: Page, query: string, variables: object = {}): Promise<Record<string, unknown>> {
  await pasteInto(page, '.graphiql-query-editor', query)
  await pasteInto(page, '.graphiql-editor-tool', written(variables))
  const { data = {}, errors } = await answered(page, execute(page))
  expect(errors, query).toBeUndefined()
  return data
}

/** A thing to add: the name of its type, the argument that says under what, and what it is made of. */
type Addition = { type: string, under: 'plan' | 'goal', id: string, input: object }
const all = (type: string, under: 'plan' | 'goal', id: string, inputs: readonly object[] = []): Addition[] => inputs.map(input => ({ type, under, id, input }))

/** Adds things by one mutation, each with its `add…`, in their order; none of them is refused. @returns the version that the plan then has */
async function add (page: Page, about: string, version: number, things: Addition[]): Promise<number> {
  const declared = things.map(({ type }, at) => `$input${at}: ${type}Input!`).join(', ')
  const fields = things.map(({ type, under, id }, at) => `  added${at}: add${type}(${under}: "${id}", expectedVersion: ${version + at}, input: $input${at}) { version userErrors { path code message { da } } }`)
  const answer = await ask(page, `# ${about}\nmutation (${declared}) {\n${fields.join('\n')}\n}`, Object.fromEntries(things.map(({ input }, at) => [`input${at}`, input])))
  expect(Object.values(answer), about).toEqual(things.map((_, at) => ({ version: version + at + 1, userErrors: [] })))
  return version + things.length
}

/** Runs a query, and waits until the page itself shows its answer whole. @returns what is shown */
async function look (page: Page, query: string, variables: object = {}): Promise<Record<string, unknown>> {
  const data = await ask(page, query, variables)
  await expect.poll(() => shownAnswer(page), { message: query, timeout: 10_000 }).toEqual({ data })
  return data
}

const howIs1a = (page: Page): Promise<Record<string, unknown>> =>
  look(page, `# Hvordan står 1a?\n{ target(id: "${PLAN}.1a") { status(asOf: "2023-12-31") { status current { value } explanation { da } } } }`)
const record1a = (page: Page, value: number): Promise<Record<string, unknown>> => look(page, `# Indberet et tal
mutation ($input: RecordMeasurementsInput!) {
  recordMeasurements(input: $input, reason: "Tilfredshedsmåling") { created revised errors { detail } targets { id } }
}`, { input: { measurements: [{ indicator: 'borgere-enige-indsats-tilfredsstillende-pct', area: '0316', period: '2023', value }] } })

describe.skipIf(missing !== null)(`a plan from nothing in Chromium${missing === null ? '' : ` (${missing})`}`, { timeout: 60_000 }, () => {
  let test: TestApp, origin: string, window: Awaited<ReturnType<typeof openWindow>>
  beforeAll(async () => {
    build();
    ({ test, origin } = await serve({ seed: false }))
    await loadSeed({ ...seed, mappings: [], plans: [], measurements: [] }, test.stores, test.services)
  }, 120_000)
  afterAll(async () => { await test.close() })
  // So wide that no line of an answer is broken.
  beforeEach(async () => { window = await openWindow(origin, { viewport: { width: 2400, height: 1000 } }) }, 60_000)
  afterEach(async () => { await window.close() })

  it('is written piece by piece, adopted, and judged by what is recorded, all in the playground', async () => {
    const { page, complaints } = window
    await visit(page, origin)
    await page.getByLabel('Nøgle', { exact: true }).fill(ADMIN_KEY)
    await page.getByRole('button', { name: 'New tab' }).click()
    expect(await look(page, '# Ingen planer endnu\n{ plans { id } }')).toEqual({ plans: [] })

    // The plan's own facts, with sources, relations and the SWOT analysis; the rest is added to it.
    const { goals, commitments, notes, status, ...head } = measure
    const created = await look(page, '# En ny plan\nmutation ($input: PlanInput!) {\n  createPlan(input: $input) { created version userErrors { path message { da } } }\n}', { input: head })
    expect(created).toEqual({ createPlan: { created: true, version: 1, userErrors: [] } })
    let version = 1
    for (const { objectives, initiatives, targets, ...goal } of goals) {
      const id = `${PLAN}.${goal.code}`
      version = await add(page, `Mål ${goal.code}`, version, [...all('Goal', 'plan', PLAN, [goal]), ...all('Objective', 'goal', id, objectives), ...all('Initiative', 'goal', id, initiatives), ...all('Target', 'goal', id, targets)])
    }
    version = await add(page, 'Løfter og noter', version, [...all('Commitment', 'plan', PLAN, commitments), ...all('Note', 'plan', PLAN, notes)])
    const planDocument = await ask(page, `# Hele planen\n{ planDocument(id: "${PLAN}") { document } }`)
    expect(said(planDocument)).toEqual(said({ planDocument: { document: { ...measure, status: 'draft' } } }))

    const adopted = await look(page, `# Vedtag planen\nmutation {\n  adoptPlan(id: "${PLAN}", expectedVersion: ${version}, adoptedBy: "Byrådet", adoptedOn: "2022-12-14") { plan { planStatus adoptedBy adoptedOn } userErrors { code } }\n}`)
    expect(adopted).toEqual({ adoptPlan: { plan: { planStatus: 'ADOPTED', adoptedBy: 'Byrådet', adoptedOn: '2022-12-14' }, userErrors: [] } })
    // From now on all see it, without a key too.
    expect(said((await test.app.inject(`/v1/plans/${PLAN}/document`)).json())).toEqual(said({ ...measure, status, adoptedBy: 'Byrådet', adoptedOn: '2022-12-14' }))

    expect(await howIs1a(page)).toMatchObject({ target: { status: { status: 'AWAITING_DATA', current: null } } })
    const told = { errors: [], targets: [{ id: `${PLAN}.1a` }] }
    expect(await record1a(page, 71)).toEqual({ recordMeasurements: { created: 1, revised: 0, ...told } })
    expect(await howIs1a(page)).toMatchObject({ target: { status: { status: 'MISSED', current: { value: 71 }, explanation: { da: expect.stringContaining('71 pct.') } } } })
    expect(await record1a(page, 78)).toEqual({ recordMeasurements: { created: 0, revised: 1, ...told } })
    expect(await howIs1a(page)).toMatchObject({ target: { status: { status: 'ACHIEVED', current: { value: 78 }, explanation: { da: expect.stringContaining('78 pct.') } } } })
    expect(complaints).toEqual([])
  })
})
