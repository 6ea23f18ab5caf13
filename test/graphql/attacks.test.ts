import { setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ERROR_CODES } from '../../src/domain/errors.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { dataOf } from './ask.ts'
import { type Attack, ATTACKS } from './attacks.ts'

const MOST_ANSWERED = 1_000_000
const MOST_MS = 3_000
const MOST_GROWTH = 100 * 1024 * 1024

let test: TestApp
beforeAll(async () => { test = await openTestApp({ seed: true }) })
afterAll(() => test.close())

const send = async ({ method = 'POST', url = '/graphql', headers = {}, payload }: Attack) => await test.app.inject({ method, url, headers, ...payload !== undefined && { payload } })

describe('an outsider', () => {
  it('has a long list', () => {
    expect(ATTACKS.length).toBeGreaterThanOrEqual(60)
    expect(new Set(ATTACKS.map(one => one.name)).size).toBe(ATTACKS.length)
  })

  it.each(ATTACKS)('sends $name', async attack => {
    const began = performance.now()
    const answer = await send(attack)
    expect(performance.now() - began).toBeLessThan(MOST_MS)
    expect(answer.body.length).toBeLessThan(MOST_ANSWERED)
    const { data, errors = [] } = answer.json<{ data?: unknown, errors?: { message: string, extensions: { code: string, cost?: number, limit?: number } }[] }>()
    expect([answer.statusCode, errors[0]?.extensions.code ?? null, errors[0]?.message], answer.body.slice(0, 500)).toEqual([attack.status, attack.code, errors[0]?.message])
    expect(data !== undefined || errors.length > 0).toBe(true)
    expect(errors.length).toBeLessThanOrEqual(20)
    for (const { extensions } of errors) {
      expect(ERROR_CODES).toContain(extensions.code)
      expect(extensions.code).not.toBe('internal')
    }
    if (attack.limit !== undefined) {
      const { message, extensions } = errors[0]!
      expect(extensions).toMatchObject({ limit: attack.limit, cost: expect.any(Number) })
      expect(extensions.cost).toBeGreaterThan(attack.limit)
      expect(message).toContain(String(extensions.cost))
      expect(message).toContain(String(attack.limit))
    }
  })

  it('leaves the server as it was', async () => {
    expect((await test.app.inject('/health/ready')).statusCode).toBe(200)
    expect((await dataOf(test, '{ plan(id: "frederikssund-2024") { version } }')).plan.version).toBe(1)
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  it('gains nothing by sending the worst five hundred times', async () => {
    const named = (names: string[]): Attack[] => ATTACKS.filter(one => names.includes(one.name))
    const worst = named(['fragments that double, a hundred times', 'the same fragment over overlapping fields', 'variables of a hundred thousand brackets'])
    const dearest = named(['a status under many aliases', 'circular, as deep as may be'])
    expect([worst.length, dearest.length]).toEqual([3, 2])
    const rounds = async (from: number, to: number): Promise<void> => {
      for (let at = from; at < to; at++) {
        // Each text is another, as an attacker would have it: what is kept by the text of a query must not pile up.
        const another = (one: Attack): Attack => ({ ...one, payload: String(one.payload).replace('"query":"', `"query":"#${at}\\n`) })
        for (const { statusCode } of await Promise.all([...worst, ...at % 40 === 0 ? dearest : []].map(one => send(another(one))))) expect(statusCode).toBeLessThan(500)
      }
    }
    await rounds(0, 20)
    const before = await heap()
    await rounds(20, 180)
    expect(await heap() - before).toBeLessThan(MOST_GROWTH)
  }, 60_000)
})

/** What the heap holds when all that can be is swept. */
async function heap (): Promise<number> {
  // What was refused early goes on for a moment in the background.
  await setTimeout(1_000)
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}
