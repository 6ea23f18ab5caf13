import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '../../src/services/actor.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { dataOf } from './ask.ts'

const folder = new URL('../../graphql/examples/', import.meta.url)
const examples = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.graphql')).sort()

/** An example with the variables that its comment gives. */
function read (name: string): { query: string, variables: Record<string, unknown> } {
  const query = readFileSync(new URL(name, folder), 'utf8')
  const variables = /^# (?:Variables|Variabler): (\{.*\})$/m.exec(query)?.[1]
  if (variables === undefined) throw new Error(`${name} does not give its variables`)
  return { query, variables: JSON.parse(variables) }
}

describe('the examples', () => {
  let test: TestApp
  beforeAll(async () => { test = await openTestApp({ seed: true, now: '2026-07-01T10:00:00Z' }) })
  afterAll(async () => { await test.close() })

  it.each(examples)('%s runs on a fresh server', async name => {
    const { query, variables } = read(name)
    expect(query, 'the title of its tab in the playground').toMatch(/^# .{1,40}\n#/)
    const data = await dataOf(test, query, variables, asAdmin)
    expect(JSON.stringify(data).length).toBeGreaterThan(200)
  })

  it('tells of all kommuner, their plans and each target under national goal 5, with status and explanation', async () => {
    const { query, variables } = read('national-goal.graphql')
    const { kommuner } = await dataOf(test, query, variables)
    expect(kommuner).toHaveLength(98)
    const plans = kommuner.flatMap((kommune: { plans: unknown[] }) => kommune.plans)
    expect(plans).toHaveLength(5)
    const targets: Record<string, never>[] = plans.flatMap((plan: { targets: unknown[] }) => plan.targets)
    const adopting = await Promise.all(['2019', '2021', '2022', '2023', '2024'].map(year => test.services.plans.targets(ANONYMOUS, { nationalGoal: [`${year}-5`], limit: 500 })))
    expect(targets.map(target => target.id).sort()).toEqual([...new Set(adopting.flatMap(page => page.items.map(target => target.id)))].sort())
    expect(targets.length).toBeGreaterThan(0)
    for (const { goal, status } of targets as unknown as { goal: { nationalGoals: { id: string }[] }, status: { status: string, explanation: { da: string, en: string } } }[]) {
      expect(goal.nationalGoals.map(one => one.id.slice(-2))).toContain('-5')
      expect(status.status).toMatch(/^[A-Z_]+$/)
      expect(status.explanation.da).not.toBe('')
      expect(status.explanation.en).not.toBe('')
    }
  })

  it('has what a newcomer tries on two days', async () => {
    const { query, variables } = read('two-days.graphql')
    const { target } = await dataOf(test, query, variables)
    expect(target.then).toMatchObject({ asOf: '2023-12-01', status: 'NOT_STARTED' })
    expect(target.later).toMatchObject({ asOf: '2024-03-01', status: 'NO_DATA', reason: 'NO_MEASUREMENT_IN_WINDOW' })
  })
})
