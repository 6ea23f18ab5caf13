import type { FastifyInstance } from 'fastify'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createBudget } from '../../graphql/cost.ts'
import { SEED_ACTOR } from '../../src/services/actor.ts'
import { ADMIN, openServices, planBody, type TestServices } from '../support/services.ts'
import { ask, type Answer } from './ask.ts'
import { openGraphql } from './plugin.ts'

const LIMIT = 80

describe('the time of a query', () => {
  let t: TestServices
  let app: FastifyInstance
  beforeEach(async () => {
    t = await openServices()
    await t.services.plans.putDocument(ADMIN, 'p', planBody({ goals: [{ code: '1', kind: 'local', title: 'Et mål' }] }))
    app = await openGraphql(t, { actor: SEED_ACTOR, time: LIMIT })
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await app.close()
    await t.database.close()
  })

  const expectRefused = ({ status, errors }: Answer): void => {
    expect(status).toBe(200)
    expect(errors?.[0]).toMatchObject({ message: expect.stringContaining(`${LIMIT} ms is the most`), extensions: { code: 'invalid_request', cost: expect.any(Number), limit: LIMIT, errors: [{ code: 'query_timeout' }] } })
  }

  it('is enough for what is quick', async () => {
    expect(await ask({ app }, '{ plan(id: "p") { goals { title } } }')).toMatchObject({ data: { plan: { goals: [{ title: 'Et mål' }] } }, errors: undefined })
  })

  it('is not waited for longer, where one thing takes too long', async () => {
    for (const [query, what] of [['{ plans { id } }', 'list'], ['{ plan(id: "p") { goals { title } } }', 'findGoals']] as const) {
      const slow = vi.spyOn(t.services.plans, what).mockReturnValue(new Promise<never>(() => {}))
      const began = performance.now()
      expectRefused(await ask({ app }, query))
      expect(performance.now() - began).toBeLessThan(1_000)
      slow.mockRestore()
    }
  })

  it('ends the reading, where much takes a little', async () => {
    const read = t.services.plans.findGoals
    const slow = vi.spyOn(t.services.plans, 'findGoals').mockImplementation(async (...given) => {
      // Holds the event loop, as reckoning does.
      for (const began = performance.now(); performance.now() - began < LIMIT;);
      return await read(...given)
    })
    const next = vi.spyOn(t.services.plans, 'findTargets')
    expectRefused(await ask({ app }, '{ plan(id: "p") { goals { targets { id } } } }'))
    await setTimeout(20)
    expect([slow.mock.calls.length, next.mock.calls.length]).toEqual([1, 0])
  })

  it('does not break off a change that is under way, and begins none when it is over', async () => {
    const add = t.services.planEdits.notes.add
    vi.spyOn(t.services.planEdits.notes, 'add').mockImplementation(async (...given) => {
      const done = await add(...given)
      await setTimeout(LIMIT + 20)
      return done
    })
    const one = (name: string) => `${name}: addNote(plan: "p", input: { kind: CONTEXT, text: "${name}" }, expectedVersion: ${name === 'a' ? 1 : 2}, reason: "x") { version }`
    const answer = await ask({ app }, `mutation { ${one('a')} ${one('b')} }`)
    expectRefused(answer)
    expect(answer.data).toMatchObject({ a: { version: 2 }, b: null })
    expect((await t.services.plans.document(ADMIN, 'p')).document.notes?.map(note => note.text)).toEqual(['a'])
  })

  it('leaves no timer behind', async () => {
    const budget = createBudget({ time: 60_000 })
    const timers = (): number => process.getActiveResourcesInfo().filter(one => one === 'Timeout').length
    const before = timers()
    await Promise.all(Array.from({ length: 10 }, () => budget.within(async () => 1)))
    await expect(budget.within(async () => { throw new Error('not read') })).rejects.toThrow('not read')
    expect(timers()).toBeLessThanOrEqual(before)
  })
})
