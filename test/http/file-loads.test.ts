import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createFileLoads } from '../../src/http/file-loads.ts'

/** Work that ends when it is told to. */
function work () {
  const { promise, resolve } = Promise.withResolvers<void>()
  const one = {
    isBegun: false,
    end: resolve,
    run: async () => {
      one.isBegun = true
      await promise
    }
  }
  return one
}

describe('bytes', () => {
  const MB = 1024 * 1024

  test('are bounded for all together, and free again when a request is closed', () => {
    const loads = createFileLoads({ mostBytes: 10 * MB })
    const [first, second] = [loads.open(), loads.open()]
    expect([first.hold(5 * MB), first.hold(6 * MB), second.hold(4 * MB)]).toEqual([undefined, undefined, undefined])
    expect(second.hold(5 * MB)).toMatchObject({ code: 'unavailable', message: expect.stringContaining('more than 10 MB') })
    second.close()
    expect(second.hold(9 * MB)).toBeUndefined()
    expect(loads.open().hold(4 * MB)).toBeUndefined()
  })

  test('are held as long as the work goes on, however it ends', async () => {
    const loads = createFileLoads({ mostBytes: 10 })
    const load = loads.open()
    const slow = work()
    load.hold(10)
    const done = load.inTurn(slow.run)
    load.close()
    const other = loads.open()
    expect(other.hold(1)).toBeDefined()
    slow.end()
    await done
    expect(other.hold(10)).toBeUndefined()
    await expect(other.inTurn(async () => await Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(loads.open().hold(10)).toBeUndefined()
  })
})

describe('turns', () => {
  test('come in order, so many at once', async () => {
    const loads = createFileLoads({ atOnce: 2 })
    const works = Array.from({ length: 4 }, work)
    const all = works.map(one => loads.open().inTurn(one.run))
    await setImmediate()
    expect(works.map(one => one.isBegun)).toEqual([true, true, false, false])
    works[1]!.end()
    await setImmediate()
    expect(works.map(one => one.isBegun)).toEqual([true, true, true, false])
    for (const one of works) one.end()
    await Promise.all(all)
    expect(works.every(one => one.isBegun)).toBe(true)
  })

  test('are given up by who hangs up, and refused where too many wait', async () => {
    const loads = createFileLoads({ atOnce: 1, mostWaiting: 1 })
    const [first, second, third, fourth] = [work(), work(), work(), work()]
    const done = loads.open().inTurn(first.run)
    const waiting = loads.open()
    const given = expect(waiting.inTurn(second.run)).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining('hung up') })
    await expect(loads.open().inTurn(third.run)).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining('1 files wait') })
    waiting.close()
    await given
    const last = loads.open().inTurn(fourth.run)
    first.end()
    fourth.end()
    await Promise.all([done, last])
    expect([second, third, fourth].map(one => one.isBegun)).toEqual([false, false, true])
    const gone = loads.open()
    gone.close()
    await expect(gone.inTurn(second.run)).rejects.toMatchObject({ code: 'unavailable' })
  })
})
