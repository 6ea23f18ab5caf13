import Fastify from 'fastify'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { answerError } from '../../src/http/errors.ts'
import { shedLoad } from '../../src/http/overload.ts'

/** An application that may use so much of the memory, asked once. */
async function statusesUnder (limits: { delayMs: number, heap: number }) {
  const app = Fastify({ logger: false })
  app.setErrorHandler(answerError)
  await shedLoad(app, limits)
  for (const path of ['/v1/plans', '/health/live', '/metrics']) app.get(path, () => ({ answered: true }))
  await app.ready()
  // The process is looked at once a second.
  await setTimeout(1_500)
  const answers = await Promise.all(['/v1/plans', '/health/live', '/metrics'].map(path => app.inject(path)))
  await app.close()
  return answers
}

test('a process that cannot keep up refuses work with 503, and still tells how it is', async () => {
  const [refused, ...others] = await statusesUnder({ delayMs: 60_000, heap: 1e-9 })
  expect(refused).toMatchObject({ statusCode: 503, headers: { 'retry-after': '1', 'content-type': expect.stringContaining('problem+json') } })
  expect(refused?.json()).toMatchObject({ code: 'unavailable', detail: expect.stringContaining('more to do than it can') })
  expect(others.map(answer => answer.statusCode)).toEqual([200, 200])
})

test('one that keeps up answers all', async () => {
  expect((await statusesUnder({ delayMs: 60_000, heap: 0.99 })).map(answer => answer.statusCode)).toEqual([200, 200, 200])
})

test('the start itself, which is one long piece of work, is no reason to refuse', async () => {
  const app = Fastify({ logger: false })
  app.setErrorHandler(answerError)
  await shedLoad(app, { delayMs: 0.001, heap: 0.99 })
  app.get('/v1/plans', () => ({ answered: true }))
  await app.listen({ port: 0, host: '127.0.0.1' })
  const statusAfter = async (ms: number) => {
    await setTimeout(ms)
    return (await app.inject('/v1/plans')).statusCode
  }
  expect([await statusAfter(1_300), await statusAfter(1_500)]).toEqual([200, 503])
  await app.close()
})
