import { describe, expect, test } from 'vitest'
import type { Mapping } from '../../../src/domain/mapping.ts'
import type { Subject } from '../contract.ts'

const mapping = (id: string, changes: Partial<Mapping> = {}): Mapping => ({
  id,
  title: { da: 'Ledighed', en: 'Unemployment' },
  table: 'y25i01',
  period: 'Periode',
  area: 'Område',
  totals: {},
  series: [{ measure: 'Antal "ledige"', members: { 'A-kasse': 'I alt' }, indicator: 'ledighed', segment: null }],
  ignored: { measures: '*', members: { 'A-kasse': ['Ingen'] } },
  query: null,
  note: null,
  ...changes
})
const by = { recordedAt: '2026-01-01T00:00:00.000Z', actor: 'test' }

export function describeMappings (subject: Subject): void {
  describe('mappings', () => {
    test('come back as they were put, by id', async () => {
      const full = mapping('m-b', { query: { periodType: 'QMAT', hierarchies: { _ygrp: '*' } }, note: 'Æble' })
      await subject.stores.mappings.put(full, by)
      await subject.stores.mappings.put(mapping('m-a'), by)
      expect(await subject.stores.mappings.all()).toEqual([mapping('m-a'), full])
      expect(await subject.stores.mappings.byId('m-b')).toEqual(full)
      expect(await subject.stores.mappings.byId('nothing')).toBeUndefined()
    })

    test('are replaced by id, and removed, the others stay', async () => {
      await subject.stores.mappings.put(mapping('m-b', { table: 'y60a02' }), { recordedAt: '2026-02-01T00:00:00.000Z', actor: 'another' })
      expect((await subject.stores.mappings.byId('m-b'))?.table).toBe('y60a02')
      await subject.stores.mappings.remove('m-b')
      await subject.stores.mappings.remove('nothing')
      expect((await subject.stores.mappings.all()).map(({ id }) => id)).toEqual(['m-a'])
    })
  })
}
