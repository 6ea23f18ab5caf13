import { expect, test } from 'vitest'
import { gathering } from '../../src/services/gathering.ts'

test('what comes in one moment is written together, and what comes while that is written afterwards, in its order', async () => {
  const written: number[][] = []
  let finish = Promise.withResolvers<void>()
  const add = gathering<number>(async things => {
    written.push(things)
    await finish.promise
  })
  const first = [add(1), add(2)]
  await expect.poll(() => written).toEqual([[1, 2]])
  const second = [add(3), add(4), add(5)]
  await new Promise(resolve => { setTimeout(resolve, 20) })
  expect(written).toEqual([[1, 2]])
  finish.resolve()
  finish = Promise.withResolvers()
  await Promise.all(first)
  await expect.poll(() => written).toEqual([[1, 2], [3, 4, 5]])
  finish.resolve()
  await Promise.all(second)
})

test('what cannot be written is told to each that was in it, and the next is written all the same', async () => {
  let isAway = true
  const add = gathering<number>(async () => { if (isAway) throw new Error('away') })
  const both = await Promise.allSettled([add(1), add(2)])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  isAway = false
  await expect(add(3)).resolves.toBeUndefined()
})
