import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { APPLY } from '../../../db/migrations.ts'
import { insertRows, refusedAs } from '../../../db/statements.ts'
import { createStores } from '../../../db/stores/index.ts'
import { setTimeout } from 'node:timers/promises'
import type { Subject } from '../contract.ts'

export function describeDatabase (subject: Subject, { isShared }: { isShared: boolean }): void {
  const insert = (key: string, value = 'x') => insertRows(subject.database, subject.database.tables.meta, [{ key, value }])

  describe('the database', () => {
    test('has the schema that the code expects, and migrating again changes nothing', async () => {
      expect(await subject.database.isCurrent()).toBe(true)
      await subject.stores.meta.set('kept', 'yes')
      await subject.database.migrate()
      expect(await subject.database.isCurrent()).toBe(true)
      expect(await subject.stores.meta.get('kept')).toBe('yes')
    })

    test('with a migration that the code does not know it is not current, and is not migrated', async () => {
      await subject.database.atomically(() => [{ sql: APPLY, params: ['9999_later'] }])
      expect(await subject.database.isCurrent()).toBe(false)
      await expect(subject.database.migrate()).rejects.toThrow(/9999_later.*newer/)
      await subject.database.atomically(() => [{ sql: 'delete from applied_migrations where tag = ?', params: ['9999_later'] }])
      expect(await subject.database.isCurrent()).toBe(true)
    })

    test('answers a check', async () => {
      await expect(subject.database.check()).resolves.toBeUndefined()
    })

    test('runs a list all or nothing', async () => {
      const list = [...insert('list-1'), ...insert('list-2'), ...insert('list-1')]
      await expect(subject.database.atomically(() => list)).rejects.toThrow()
      expect(await subject.stores.meta.get('list-1')).toBeNull()
      expect(await subject.stores.meta.get('list-2')).toBeNull()
      await subject.database.atomically(() => list.slice(0, 2))
      expect(await subject.stores.meta.get('list-2')).toBe('x')
    })

    test('runs what the builder made, in the order of the list', async () => {
      const { meta } = subject.database.tables
      await subject.database.atomically(q => [
        ...insert('order', 'first'),
        q.update(meta).set({ value: 'second' }).where(eq(meta.key, 'order')),
        q.delete(meta).where(eq(meta.key, 'no such key'))
      ])
      expect(await subject.stores.meta.get('order')).toBe('second')
    })

    test('says what a broken constraint means, of the statement that broke it alone', async () => {
      await subject.database.atomically(() => insert('taken'))
      await expect(subject.database.atomically(() => refusedAs(insert('taken'), () => new Error('it is taken')))).rejects.toThrow('it is taken')
      await expect(subject.database.atomically(() => [...refusedAs(insert('free'), () => new Error('it is taken')), ...insert('taken')])).rejects.not.toThrow('it is taken')
      await expect(subject.database.atomically(() => refusedAs([{ sql: 'no sql at all', params: [] }], () => new Error('it is taken')))).rejects.not.toThrow('it is taken')
    })

    test('counts its statements, of lists and of reads', async () => {
      const before = subject.database.countStatements()
      await subject.stores.meta.get('kept')
      await subject.database.query('select ?', ['x'])
      await subject.stores.areas.all()
      expect(subject.database.countStatements() - before).toBe(3)
      await subject.database.atomically(() => [...insert('count-1'), ...insert('count-2')])
      expect(subject.database.countStatements() - before).toBe(5)
    })

    test('keeps two writers apart: what one undoes is its own only', async () => {
      const long = (name: string, last: string) => subject.database.atomically(() =>
        [...Array.from({ length: 300 }, (_, at) => insert(`${name}-${at}`)).flat(), ...insert(last)])
      await subject.database.atomically(() => insert('writers-taken'))
      const [good, bad, short] = await Promise.allSettled([long('writers-a', 'writers-free'), long('writers-b', 'writers-taken'), subject.stores.meta.set('writers-c', 'x')])
      expect([good.status, bad.status, short.status]).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      expect(await subject.stores.meta.get('writers-a-299')).toBe('x')
      expect(await subject.stores.meta.get('writers-b-0')).toBeNull()
      expect(await subject.stores.meta.get('writers-c')).toBe('x')
    })

    test('does something alone: gives its answer and its error, and is free again', async () => {
      expect(await subject.database.alone(async () => 7)).toBe(7)
      await expect(subject.database.alone(async () => { throw new Error('mine') })).rejects.toThrow('mine')
      expect(await subject.database.alone(async () => 8)).toBe(8)
    })

    test.runIf(isShared)('lets one instance at a time do something alone', async context => {
      if (subject.database.dialect === 'sqlite') context.skip()
      const others = await Promise.all([subject.open(), subject.open(), subject.open()])
      let inside = 0
      let most = 0
      await Promise.all([subject.database, ...others].map(async database => await database.alone(async () => {
        most = Math.max(most, ++inside)
        await setTimeout(30)
        inside--
      })))
      expect([most, inside]).toEqual([1, 0])
      for (const other of others) await other.close()
    })

    test.runIf(isShared)('is seen by another that opens it, and several may migrate at once', async () => {
      const others = await Promise.all([subject.open(), subject.open(), subject.open()])
      await Promise.all(others.map(async other => { await other.migrate() }))
      await subject.stores.meta.set('seen', 'by others')
      for (const other of others) {
        expect(await createStores(other).meta.get('seen')).toBe('by others')
        await other.close()
      }
    })
  })
}
