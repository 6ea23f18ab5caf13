import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLoop } from '../../src/events/loop.ts'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

/** A loop every 500 ms over work that takes 10 ms and answers as it is told; what it did is counted. */
function subject (answers: (boolean | Error)[] = []) {
  const seen = { begun: 0, ended: 0, atOnce: 0, most: 0, errors: [] as unknown[] }
  const loop = createLoop({
    everyMs: 500,
    onError: error => { seen.errors.push(error) },
    work: async () => {
      seen.begun++
      seen.most = Math.max(seen.most, ++seen.atOnce)
      await new Promise(resolve => { setTimeout(resolve, 10) })
      seen.atOnce--
      seen.ended++
      const answer = answers.shift() ?? false
      if (answer instanceof Error) throw answer
      return answer
    }
  })
  return { loop, seen }
}

test('works at once, again at once while there is more, otherwise after the wait', async () => {
  const { loop, seen } = subject([true, true, false])
  loop.start()
  await vi.advanceTimersByTimeAsync(40)
  expect(seen.ended).toBe(3)
  await vi.advanceTimersByTimeAsync(480)
  expect(seen.begun).toBe(3)
  await vi.advanceTimersByTimeAsync(30)
  expect(seen.begun).toBe(4)
  await loop.stop()
})

test('never works twice at the same time, however often it is started and woken', async () => {
  const { loop, seen } = subject()
  for (let round = 0; round < 5; round++) {
    loop.start()
    loop.wake()
    await vi.advanceTimersByTimeAsync(3)
  }
  expect([seen.most, seen.begun]).toEqual([1, 2])
  await vi.advanceTimersByTimeAsync(30)
  expect([seen.most, seen.begun]).toEqual([1, 3])
  await loop.stop()
})

test('woken while it waits it works at once, woken while it works once more after that', async () => {
  const { loop, seen } = subject()
  loop.start()
  await vi.advanceTimersByTimeAsync(100)
  loop.wake()
  await vi.advanceTimersByTimeAsync(5)
  expect(seen.begun).toBe(2)
  loop.wake()
  await vi.advanceTimersByTimeAsync(20)
  expect(seen.begun).toBe(3)
  await loop.stop()
})

test('goes on after an error, slower while it fails, and as before once it does not', async () => {
  const { loop, seen } = subject([new Error('one'), new Error('two'), false])
  loop.start()
  await vi.advanceTimersByTimeAsync(900)
  expect(seen.begun).toBe(1)
  await vi.advanceTimersByTimeAsync(150)
  expect(seen.begun).toBe(2)
  await vi.advanceTimersByTimeAsync(1_900)
  expect(seen.begun).toBe(2)
  await vi.advanceTimersByTimeAsync(150)
  expect([seen.begun, seen.errors.map(String)]).toEqual([3, ['Error: one', 'Error: two']])
  await vi.advanceTimersByTimeAsync(520)
  expect(seen.begun).toBe(4)
  await loop.stop()
})

test('failing for long it still looks once a minute', async () => {
  const { loop, seen } = subject(Array.from({ length: 100 }, () => new Error('down')))
  loop.start()
  await vi.advanceTimersByTimeAsync(600_000)
  const before = seen.begun
  await vi.advanceTimersByTimeAsync(130_000)
  expect(seen.begun).toBeGreaterThanOrEqual(before + 2)
  await loop.stop()
})

test('stop waits for the work under way and starts no other; it can be started again', async () => {
  const { loop, seen } = subject([true, false])
  loop.start()
  await vi.advanceTimersByTimeAsync(1)
  const stopped = loop.stop()
  expect(seen.ended).toBe(0)
  await vi.advanceTimersByTimeAsync(10)
  await stopped
  loop.wake()
  await vi.advanceTimersByTimeAsync(5_000)
  expect([seen.begun, seen.ended]).toEqual([1, 1])
  loop.start()
  await vi.advanceTimersByTimeAsync(5)
  expect(seen.begun).toBe(2)
  await vi.advanceTimersByTimeAsync(10)
  await loop.stop()
})
