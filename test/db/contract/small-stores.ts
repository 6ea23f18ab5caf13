import { describe, expect, test } from 'vitest'
import type { Indicator } from '../../../src/domain/indicator.ts'
import type { ApiKey } from '../../../src/domain/key.ts'
import type { Subject } from '../contract.ts'
import { area, indicator, measurement } from '../samples.ts'

const key = (id: string, changes: Partial<ApiKey> = {}): ApiKey =>
  ({ id, name: `Nøgle ${id}`, scopes: ['measurements:write'], kommuner: ['0250'], indicators: ['ledighed'], createdAt: '2024-01-01T00:00:00.000Z', createdBy: 'test', expiresAt: null, revokedAt: null, ...changes })

export function describeSmallStores (subject: Subject): void {
  describe('areas', () => {
    const one = area('0250', { name: 'Frederikssund', aliases: ['Frederiksund'], codes: { statbank: '250' }, memberships: [{ area: '1084', validFrom: null, validTo: '2026-12-31' }], note: 'Æble' })

    test('come back as they were put, by id', async () => {
      await subject.stores.areas.putAll([area('DK', { kind: 'country', code: null }), one, area('0101')])
      expect(await subject.stores.areas.all()).toEqual([area('0101'), one, area('DK', { kind: 'country', code: null })])
    })

    test('are replaced by id, the others stay', async () => {
      await subject.stores.areas.putAll([{ ...one, validTo: '2026-12-31', note: null }])
      const all = await subject.stores.areas.all()
      expect(all.map(({ id }) => id)).toEqual(['0101', '0250', 'DK'])
      expect(all[1]).toEqual({ ...one, validTo: '2026-12-31', note: null })
    })

    test('sort by bytes, whatever the server sorts by', async () => {
      await subject.stores.areas.putAll(['Ø', 'a-b', 'B', 'aa', 'Z', 'Å', 'a.b'].map(id => area(id)))
      const ids = (await subject.stores.areas.all()).map(({ id }) => id)
      expect(ids).toEqual(['0101', '0250', 'B', 'DK', 'Z', 'a-b', 'a.b', 'aa', 'Å', 'Ø'])
    })

    test('nothing is written of a list with a bad one', async () => {
      await expect(subject.stores.areas.putAll([area('0999'), area('0998', { name: null as unknown as string })])).rejects.toThrow()
      expect((await subject.stores.areas.all()).some(({ id }) => id === '0999')).toBe(false)
    })

    test('an empty list is no change', async () => {
      await expect(subject.stores.areas.putAll([])).resolves.toBeUndefined()
    })
  })

  describe('indicators', () => {
    const full = indicator('i-full', { definition: 'Ledige i pct.', breaks: ['2024-01-01'], source: 'Jobindsats', publicationLagDays: 0, decimals: 0, segments: [{ code: 'dagpenge', name: { da: 'Dagpenge', en: 'Benefit' } }] })

    test('come back as they were put, by id', async () => {
      await subject.stores.indicators.put(full)
      await subject.stores.indicators.put(indicator('i-bare'))
      expect(await subject.stores.indicators.all()).toEqual([indicator('i-bare'), full])
    })

    test('are found by ids, unknown ones left out', async () => {
      expect(await subject.stores.indicators.byIds(['i-full', 'nobody', 'i-full'])).toEqual([full])
      expect(await subject.stores.indicators.byIds([])).toEqual([])
      const many = Array.from({ length: 70_000 }, (_, at) => `i-${at}`)
      expect(await subject.stores.indicators.byIds([...many, 'i-bare'])).toEqual([indicator('i-bare')])
    })

    test('are replaced by id', async () => {
      const changed: Indicator = { ...full, segments: [], unit: 'persons', additive: true, calculation: { kind: 'ratio', numerator: { indicator: 'i-bare', segment: null }, denominator: { indicator: 'i-other' }, factor: 100 } }
      await subject.stores.indicators.put(changed)
      expect(await subject.stores.indicators.byIds(['i-full'])).toEqual([changed])
      await subject.stores.indicators.put({ ...changed, additive: false, calculation: null })
      expect(await subject.stores.indicators.byIds(['i-full'])).toEqual([{ ...changed, additive: false, calculation: null }])
    })
  })

  describe('indicators that change while others write', () => {
    test('of two that were checked against the same version one is put', async () => {
      const { indicators } = subject.stores
      const version = await indicators.version()
      const results = await Promise.allSettled(['i-one', 'i-two', 'i-three'].map(id => indicators.put(indicator(id), { version })))
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'conflict' })
      expect(await indicators.version()).toBe(version + 1)
    })

    test('figures that were checked against an earlier version are not written', async () => {
      const { indicators, measurements } = subject.stores
      const version = await indicators.version()
      await indicators.put(indicator('i-changed', { frequency: 'year' }), { version })
      const figure = measurement({ indicator: 'i-changed' })
      await expect(measurements.append([figure], undefined, [], [], version)).rejects.toMatchObject({ code: 'conflict' })
      expect(await measurements.hasAny('i-changed')).toBe(false)
      await measurements.append([figure], undefined, [], [], version + 1)
      expect(await measurements.hasAny('i-changed')).toBe(true)
    })

    test('what must have no figures is put only where there are none', async () => {
      const { indicators, measurements } = subject.stores
      const put = async (unmeasured: string[] | null) => indicators.put(indicator('i-changed'), { version: await indicators.version(), unmeasured, measured: () => new Error('it has figures') })
      await expect(put(null)).rejects.toThrow('it has figures')
      await expect(put([''])).rejects.toThrow('it has figures')
      await put(['unge'])
      expect(await measurements.hasAny('i-changed', ['unge'])).toBe(false)
      expect(await measurements.hasAny('i-changed', ['unge', ''])).toBe(true)
    })

    test('a first figure and another frequency at once: never both', async () => {
      const { indicators, measurements } = subject.stores
      for (let round = 0; round < 10; round++) {
        const id = `i-race-${round}`
        await indicators.put(indicator(id, { frequency: 'month' }))
        const version = await indicators.version()
        const [posted, changed] = await Promise.allSettled([
          measurements.append([measurement({ indicator: id })], undefined, [], [], version),
          indicators.put(indicator(id, { frequency: 'year' }), { version, unmeasured: null, measured: () => new Error('it has figures') })
        ])
        expect([posted.status, changed.status].toSorted()).toEqual(['fulfilled', 'rejected'])
      }
    })
  })

  test('national goals come by year and number, and are replaced by id', async () => {
    const goals = [{ id: '2023-10', year: 2023, number: 10, title: 'Ti' }, { id: '2023-2', year: 2023, number: 2, title: 'To' }, { id: '2019-1', year: 2019, number: 1, title: 'Et' }]
    await subject.stores.nationalGoals.putAll(goals)
    await subject.stores.nationalGoals.putAll([{ ...goals[1]!, title: 'Nyt' }])
    expect(await subject.stores.nationalGoals.all()).toEqual([goals[2], { ...goals[1], title: 'Nyt' }, goals[0]])
  })

  describe('keys', () => {
    const until = '2030-01-01T00:00:00.000Z'

    test('are found by the hash of their secret, by id and in a list, as they were put', async () => {
      const { any, all, byId, byHash, insert } = subject.stores.keys
      expect([await any(), await all(), await byId('k1')]).toEqual([false, [], undefined])
      const bare = key('k2', { kommuner: null, indicators: null, scopes: [], createdAt: '2023-01-01T00:00:00.000Z', expiresAt: until, revokedAt: until })
      await insert(key('k1'), 'hash of k1')
      await insert(bare, 'hash of k2')
      expect([await any(), await all(), await byId('k2')]).toEqual([true, [bare, key('k1')], bare])
      expect(await byHash('hash of k1')).toEqual({ key: key('k1'), hash: 'hash of k1', validUntil: null })
      expect(await byHash('hash of nobody')).toBeUndefined()
    })

    test.each([[key('k1'), 'new'], [key('k3'), 'hash of k1']])('one that is taken is refused, and nothing is left of it: %j %s', async (taken, hash) => {
      await subject.stores.keys.insert(key('k1'), 'hash of k1').catch(() => {})
      await expect(subject.stores.keys.insert(taken, hash)).rejects.toMatchObject({ code: 'conflict' })
      expect(await subject.stores.keys.byId('k3')).toBeUndefined()
      expect(await subject.stores.keys.byHash('new')).toBeUndefined()
    })

    test('with a newer secret the earlier ones stop when they are told to, never later than before', async () => {
      const { insert, addSecret, byHash } = subject.stores.keys
      await insert(key('r'), 'first')
      await addSecret('r', 'second', { at: '2024-02-01T00:00:00.000Z', earlierUntil: '2024-02-02T00:00:00.000Z' })
      await addSecret('r', 'third', { at: '2024-02-01T12:00:00.000Z', earlierUntil: '2024-02-05T00:00:00.000Z' })
      const ends = await Promise.all(['first', 'second', 'third'].map(async hash => (await byHash(hash))?.validUntil))
      expect(ends).toEqual(['2024-02-02T00:00:00.000Z', '2024-02-05T00:00:00.000Z', null])
    })

    test('are revoked once', async () => {
      await subject.stores.keys.insert(key('gone'), 'hash of gone')
      await subject.stores.keys.revoke('gone', '2024-03-01T00:00:00.000Z')
      await subject.stores.keys.revoke('gone', '2024-04-01T00:00:00.000Z')
      expect((await subject.stores.keys.byId('gone'))?.revokedAt).toBe('2024-03-01T00:00:00.000Z')
    })
  })

  describe('requests with a key', () => {
    const request = (token: string, changes = {}) => ({ actor: 'k1', key: 'abc', token, fingerprint: 'f', startedAt: '2024-01-02T12:00:00.000Z', ...changes })
    const limits = { lostBefore: '2024-01-02T11:58:00.000Z', forgottenBefore: '2024-01-01T12:00:00.000Z' }

    test('are claimed by the first, and keep their answer', async () => {
      const { claim, keep, release } = subject.stores.idempotency
      expect(await claim(request('1'), limits)).toEqual({ ...request('1'), effect: '', answer: null })
      expect(await claim(request('2'), limits)).toEqual({ ...request('1'), effect: '', answer: null })
      expect((await claim(request('2', { actor: 'k2' }), limits)).token).toBe('2')
      await keep(request('2'), { status: 500, body: 'not mine' })
      await release(request('2'))
      await keep(request('1'), { status: 200, body: '{"a":1}' })
      expect(await claim(request('3', { startedAt: '2024-01-03T11:00:00.000Z' }), { lostBefore: '2024-01-03T10:58:00.000Z', forgottenBefore: '2024-01-02T11:00:00.000Z' })).toEqual({ ...request('1'), effect: '', answer: { status: 200, body: '{"a":1}' } })
    })

    test('are claimed anew when they were let go, lost or forgotten', async () => {
      const { claim, keep, release } = subject.stores.idempotency
      await claim(request('1', { key: 'gone' }), limits)
      await release(request('1', { key: 'gone' }))
      expect((await claim(request('2', { key: 'gone' }), limits)).token).toBe('2')
      await claim(request('1', { key: 'lost' }), limits)
      expect((await claim(request('2', { key: 'lost', fingerprint: 'g' }), { ...limits, lostBefore: '2024-01-02T12:00:00.001Z' }))).toMatchObject({ token: '2', fingerprint: 'g', answer: null })
      await claim(request('1', { key: 'old' }), limits)
      await keep(request('1', { key: 'old' }), { status: 200, body: '{}' })
      expect(await claim(request('2', { key: 'old' }), { ...limits, forgottenBefore: '2024-01-02T12:00:00.001Z' })).toMatchObject({ token: '2', answer: null })
    })

    test('only one of many at once gets the key', async () => {
      const held = await Promise.all(Array.from({ length: 20 }, (_, at) => subject.stores.idempotency.claim(request(`t${at}`, { key: 'race' }), limits)))
      expect(new Set(held.map(one => one.token)).size).toBe(1)
    })
  })

  test('meta is null before it is set, and the last that was set', async () => {
    expect(await subject.stores.meta.get('seeded')).toBeNull()
    await subject.stores.meta.set('seeded', '1')
    await subject.stores.meta.set('seeded', '2')
    expect(await subject.stores.meta.get('seeded')).toBe('2')
  })

  describe('follow-ups', () => {
    const done = { target: 'p.1', code: 'D1', doneOn: '2024-05-01', evidence: 'Referat', recordedAt: '2024-05-02T00:00:00.000Z', actor: 'test' }
    const judged = { target: 'p.1', on: '2024-06-01', status: 'on_track' as const, note: 'Går godt', evidence: null, recordedAt: '2024-06-02T00:00:00.000Z', actor: 'test' }

    test('of a deliverable the latest record known counts, also that it is not done after all', async () => {
      const { recordDeliverable, deliverables } = subject.stores.followUps
      const undone = { ...done, doneOn: null, evidence: null, recordedAt: '2024-07-01T00:00:00.000Z' }
      const second = { ...done, code: 'D2' }
      for (const record of [done, second, undone, { ...done, target: 'p.2' }]) await recordDeliverable(record)
      expect(await deliverables(['p.1'], null)).toEqual([undone, second])
      expect(await deliverables(['p.1', 'p.1', 'nobody'], '2024-06-30T00:00:00.000Z')).toEqual([done, second])
      expect(await deliverables(['p.1'], '2024-05-01T00:00:00.000Z')).toEqual([])
      expect(await deliverables([], null)).toEqual([])
    })

    test('of a judgement the latest record of its day counts, days in order', async () => {
      const { recordAssessment, assessments } = subject.stores.followUps
      const later = { ...judged, on: '2024-12-01', recordedAt: '2024-12-01T00:00:00.000Z' }
      const corrected = { ...judged, status: 'at_risk' as const, recordedAt: '2024-12-24T00:00:00.000Z' }
      for (const record of [later, judged, corrected, { ...judged, target: 'p.2' }]) await recordAssessment(record)
      expect(await assessments(['p.1'], null)).toEqual([corrected, later])
      expect(await assessments(['p.1'], '2024-12-23T00:00:00.000Z')).toEqual([judged, later])
      expect(await assessments(['p.2', 'p.1'], '2024-06-02T00:00:00.000Z')).toEqual([judged, { ...judged, target: 'p.2' }])
    })

    test('of two records at the same instant the second one counts', async () => {
      await subject.stores.followUps.recordDeliverable({ ...done, target: 'p.3' })
      await subject.stores.followUps.recordDeliverable({ ...done, target: 'p.3', doneOn: null })
      expect(await subject.stores.followUps.deliverables(['p.3'], done.recordedAt)).toEqual([{ ...done, target: 'p.3', doneOn: null }])
    })
  })
}
