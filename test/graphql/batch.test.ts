import { setTimeout } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { batched, createRounds, inGroups, manyById, oneById, type Rounds } from '../../graphql/batch.ts'

describe('gathering', () => {
  let rounds: Rounds
  let fetched: string[][]
  beforeEach(() => {
    rounds = createRounds()
    fetched = []
  })

  /** Doubles its texts after some time, and remembers how it was asked. */
  const doubler = (ms = 0) => batched<string, string>(rounds, text => text, async texts => {
    fetched.push(texts)
    await setTimeout(ms)
    return texts.map(text => text + text)
  })

  it('fetches what is asked for together at once, and the same thing once', async () => {
    const double = doubler()
    expect(await Promise.all(['a', 'b', 'a'].map(double))).toEqual(['aa', 'bb', 'aa'])
    expect(await double('b')).toBe('bb')
    expect(fetched).toEqual([['a', 'b']])
  })

  it('begins a round when the slowest of the one before is done', async () => {
    const [quick, slow, next] = [doubler(1), doubler(30), doubler()]
    await Promise.all([quick('q').then(next), slow('s').then(next)])
    expect(fetched).toEqual([['q'], ['s'], ['qq', 'ss']])
  })

  it('waits for other work that it is told of', async () => {
    const double = doubler()
    const late = rounds.during(setTimeout(20, 'late')).then(double)
    await Promise.all([double('early'), late])
    expect(fetched).toEqual([['early', 'late']])
  })

  it('goes on after an error, which everyone who asked is told', async () => {
    const failing = batched<string, string>(rounds, text => text, async () => { throw new Error('no') })
    const results = await Promise.allSettled([failing('a'), failing('b'), rounds.during(Promise.reject(new Error('late')))])
    expect(results.map(result => result.status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(await doubler()('c')).toBe('cc')
  })

  it('finds one thing, or many, for each id', async () => {
    const one = oneById(rounds, async ids => ids.filter(id => id !== 'x').map(id => ({ id })))
    const many = manyById(rounds, async () => [['a', 1], ['b', 2], ['a', 3], ['z', 4]] as const, ([owner]) => [owner])
    expect(await Promise.all(['b', 'x', 'a'].map(one))).toEqual([{ id: 'b' }, null, { id: 'a' }])
    expect(await Promise.all(['b', 'x', 'a'].map(many))).toEqual([[['b', 2]], [], [['a', 1], ['a', 3]]])
  })

  it('fetches in groups, in the order that was asked for', async () => {
    const groups: number[][] = []
    const fetch = inGroups<number, number>(one => String(one % 2), async ones => { groups.push(ones); return ones.map(one => one * 10) })
    expect(await fetch([1, 2, 3, 4])).toEqual([10, 20, 30, 40])
    expect(groups).toEqual([[1, 3], [2, 4]])
  })
})
