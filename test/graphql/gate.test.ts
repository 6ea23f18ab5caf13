import { expect, it } from 'vitest'
import { createGate } from '../../graphql/subscriptions/gate.ts'

it('lets others get their turn between pieces of work that wait for nothing', async () => {
  const through = createGate(1)
  const order: string[] = []
  const work = ['a', 'b', 'c'].map(name => through(async () => {
    order.push(name)
    setImmediate(() => order.push(`after ${name}`))
  }))
  await Promise.all([...work, new Promise(resolve => setTimeout(resolve, 20))])
  expect(order).toEqual(['a', 'after a', 'b', 'after b', 'c', 'after c'])
})

it('runs so many at a time, and goes on after one that fails', async () => {
  const through = createGate(2)
  let [running, most] = [0, 0]
  const done = await Promise.allSettled(Array.from({ length: 6 }, (_, i) => through(async () => {
    most = Math.max(most, ++running)
    await new Promise(resolve => setTimeout(resolve, 2))
    running--
    if (i === 1) throw new Error('no')
    return i
  })))
  expect([most, done.map(one => one.status === 'fulfilled' ? one.value : null)]).toEqual([2, [0, null, 2, 3, 4, 5]])
})
