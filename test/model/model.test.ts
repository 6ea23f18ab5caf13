import fc from 'fast-check'
import { describe, expect, inject, test } from 'vitest'
import { live } from './live.ts'
import { steps } from './steps.ts'

const SEED = 20_261_123
const LIVES = 3
const STEPS = 12

// `npm run test:model` lives through more and longer ones.
describe(`made-up lives of the server go as the model says (seed ${SEED})`, () => {
  const { url, missing } = inject('postgres')
  const lives = fc.sample(steps(STEPS), { seed: SEED, numRuns: LIVES })

  test.each(lives.map((life, at) => [at + 1, life] as const))('life %i', async (_, life) => {
    await live(life, url)
    expect(life.length, missing ?? 'on both databases').toBeGreaterThan(0)
  }, 240_000)
})
