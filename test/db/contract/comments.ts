import { describe, expect, test } from 'vitest'
import type { Comment } from '../../../src/domain/comment.ts'
import type { Subject } from '../contract.ts'

const comment = (id: string, changes: Partial<Comment> = {}): Comment => ({
  id, target: 'c.1', on: '2024-06-30', text: 'Det går fremad', author: 'Chefen', revision: 1, createdAt: '2024-07-01T00:00:00.000Z', recordedAt: '2024-07-01T00:00:00.000Z', actor: 'test', ...changes
})

export function describeComments (subject: Subject): void {
  describe('comments', () => {
    test('come as they stand or stood: changed, taken back, by target and day', async () => {
      const { append, ofTargets, byId } = subject.stores.comments
      const [first, second, other] = [comment('cm-1'), comment('cm-2', { on: '2024-01-31' }), comment('cm-3', { target: 'c.0' })]
      for (const one of [first, second, other]) await append(one)
      const changed = { ...first, revision: 2, text: 'Det gik tilbage', recordedAt: '2024-08-01T00:00:00.000Z', actor: 'another' }
      await append(changed)
      await append({ ...second, revision: 2, recordedAt: '2024-09-01T00:00:00.000Z' }, { withdrawn: true })
      expect(await ofTargets(['c.1', 'c.0', 'c.1', 'nobody'], null)).toEqual([other, changed])
      expect(await ofTargets(['c.1'], '2024-08-01T00:00:00.000Z')).toEqual([second, changed])
      expect(await ofTargets(['c.1'], '2024-07-31T23:59:59.999Z')).toEqual([second, first])
      expect(await ofTargets(['c.1'], '2024-06-30T00:00:00.000Z')).toEqual([])
      expect(await ofTargets([], null)).toEqual([])
      expect([await byId('cm-1'), await byId('cm-2'), await byId('nobody')]).toEqual([changed, undefined, undefined])
    })

    test('of two who write the same revision one is refused', async () => {
      const { append, byId } = subject.stores.comments
      await append(comment('cm-race'))
      const outcomes = await Promise.allSettled(['A', 'B', 'C'].map(text => append(comment('cm-race', { revision: 2, text }))))
      expect(outcomes.filter(one => one.status === 'fulfilled')).toHaveLength(1)
      for (const one of outcomes) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'conflict' })
      expect((await byId('cm-race'))?.text).toBe(['A', 'B', 'C'][outcomes.findIndex(one => one.status === 'fulfilled')])
    })
  })
}
