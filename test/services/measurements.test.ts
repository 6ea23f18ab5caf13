import { beforeEach, describe, expect, test } from 'vitest'
import type { AppError } from '../../src/domain/errors.ts'
import type { BatchSummary } from '../../src/services/measurements.ts'
import { ADMIN, ANONYMOUS, indicatorBody, openServices, planBody, type TestServices } from '../support/services.ts'

let t: TestServices
beforeEach(async () => {
  t = await openServices()
  await t.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
  await t.services.indicators.put(ADMIN, 'antal', indicatorBody({ unit: 'count', polarity: 'higher_is_better' }))
  await t.services.plans.putDocument(ADMIN, 'p', planBody())
})

const row = (change: Record<string, unknown> = {}) => ({ indicator: 'ledighed', area: '0250', period: '2024-06', value: 3.9, ...change })
const record = (rows: unknown[], options = {}) => t.services.measurements.record(ADMIN, { measurements: rows }, options)
async function refused (rows: unknown[]): Promise<BatchSummary> {
  const error = await record(rows).then(() => { throw new Error('was not refused') }, error => error as AppError)
  expect(error).toMatchObject({ code: 'batch_refused' })
  return error.members as BatchSummary
}

describe('a batch', () => {
  test('is recorded, and the same again changes nothing', async () => {
    expect(await record([row(), row({ area: 'DK', value: 2.5 })])).toEqual({
      import: expect.stringMatching(/^imp-/), received: 2, created: 2, revised: 0, unchanged: 0, rejected: 0, skipped: 0, dryRun: false, committed: true, errors: [], notices: [], affectedTargets: ['p.1a']
    })
    expect(await record([row(), row({ area: 'DK', value: 2.5 })])).toMatchObject({ created: 0, revised: 0, unchanged: 2, affectedTargets: [] })
    expect(await record([row({ value: 4 })])).toMatchObject({ created: 0, revised: 1, unchanged: 0 })
    expect(await record([row({ value: 4, flag: 'provisional' })])).toMatchObject({ revised: 1 })
    const [shown] = (await t.services.measurements.list({ area: ['0250'] })).items
    expect(shown).toMatchObject({ indicator: 'ledighed', area: '0250', segment: null, period: '2024-06', value: 4, flag: 'provisional', revision: 3, actor: 'admin' })
    expect((await t.services.measurements.revisions(shown!.id, {})).items.map(one => [one.revision, one.value, one.flag])).toEqual([[1, 3.9, 'final'], [2, 4, 'final'], [3, 4, 'provisional']])
  })

  test('30,000 rows sent twice: the second time all are unchanged, and no import is made', async () => {
    await t.services.indicators.put(ADMIN, 'daglig', indicatorBody({ frequency: 'day', unit: 'count' }))
    const day = (at: number) => new Date(Date.UTC(1950, 0, 1 + at)).toISOString().slice(0, 10)
    const batches = [0, 1, 2].map(batch => Array.from({ length: 10_000 }, (_, at) => row({ indicator: 'daglig', period: day(batch * 10_000 + at), value: at % 977 })))
    const send = async () => await Promise.all(batches.map(batch => record(batch)))
    for (const summary of await send()) expect(summary).toMatchObject({ created: 10_000, revised: 0, unchanged: 0 })
    for (const summary of await send()) expect(summary).toMatchObject({ created: 0, revised: 0, unchanged: 10_000, import: null })
    expect((await t.services.imports.list(ADMIN, {})).items).toHaveLength(3)
  })

  test('takes other spellings and stores the canonical ones', async () => {
    await record([row({ area: '250', period: '2024M06' }), row({ area: '000', period: '2024M07' })])
    expect((await t.services.measurements.list({})).items.map(one => [one.area, one.period])).toEqual([['0250', '2024-06'], ['DK', '2024-07']])
  })

  test.each([
    ['an unknown indicator', { indicator: 'nothing' }, '/indicator', 'unknown_indicator'],
    ['an unknown area', { area: '9999' }, '/area', 'unknown_area'],
    ['an undeclared segment', { segment: 'gamle' }, '/segment', 'unknown_segment'],
    ['a period that is none', { period: '2024-13' }, '/period', 'invalid_value'],
    ['a year to date', { period: '2024MYTD06' }, '/period', 'invalid_value'],
    ['a period of another frequency', { period: '2024-Q2' }, '/period', 'frequency_mismatch'],
    ['a value that is text', { value: '3,9' }, '/value', 'invalid_type'],
    ['a value next to nothing', { value: 1e-300 }, '/value', 'invalid_value'],
    ['no value', { value: null }, '/value', 'value_required'],
    ['a value that is suppressed', { flag: 'suppressed' }, '/value', 'value_not_allowed'],
    ['an unknown flag', { flag: 'maybe' }, '/flag', 'invalid_value'],
    ['a field that is none', { vaerdi: 3 }, '/vaerdi', 'unknown_field'],
    ['a text that cannot be stored', { note: 'a\0b' }, '/note', 'invalid_value'],
    ['half a character', { source: '\ud800' }, '/source', 'invalid_value'],
    ['a negative count', { indicator: 'antal', value: -1 }, '/value', 'value_out_of_range']
  ])('refuses %s, naming row and place, and writes nothing', async (_, change, place, code) => {
    const summary = await refused([row({ period: '2024-05' }), row(change)])
    expect(summary).toMatchObject({ received: 2, created: 1, rejected: 1, committed: false, dryRun: false })
    expect(summary.errors).toMatchObject([{ row: 1, pointer: `/measurements/1${place}`, code }])
    expect((await t.services.measurements.list({})).items).toEqual([])
  })

  test('reports every bad row, and a row that is none', async () => {
    const summary = await refused([row({ area: 'x' }), null, 'text', row({ value: null, indicator: 'nothing' }), row()])
    expect(summary.errors.map(error => error.row)).toEqual([0, 1, 2, 3, 3])
    expect(summary).toMatchObject({ received: 5, created: 1, rejected: 4 })
  })

  test('tells the remedy of a field that has the name of a member of every object', async () => {
    const { errors } = await refused([{ ...row(), constructor: 1, toString: 1 }])
    expect(errors.map(({ pointer, code, remedy }) => [pointer, code, typeof remedy])).toEqual([['/measurements/0/constructor', 'unknown_field', 'string'], ['/measurements/0/toString', 'unknown_field', 'string']])
  })

  test('nested beyond reading is refused', async () => {
    const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`) as unknown
    await expect(record([deep])).rejects.toMatchObject({ code: expect.stringMatching(/invalid_request|batch_refused/) })
  })

  test('names only some of very many unknown fields, and says how many more', async () => {
    const { errors } = await refused([Object.fromEntries(Array.from({ length: 300_000 }, (_, i) => [`f${i}`, i]))])
    const unknown = errors.filter(error => error.code === 'unknown_field')
    expect(unknown).toHaveLength(20)
    expect(unknown.at(-1)).toMatchObject({ pointer: '/measurements/0/f19', detail: expect.stringContaining('299980 more') })
  })

  test('very many rows of one key are refused in no time, each naming ten others', async () => {
    const began = performance.now()
    const { errors } = await refused(Array.from({ length: 10_000 }, (_, value) => row({ value })))
    expect(performance.now() - began).toBeLessThan(1_200)
    expect(errors.filter(error => error.code === 'duplicate_row')).toHaveLength(10_000)
    expect(errors[3]!.detail).toContain('as row 0, 1, 2, 4, 5, 6, 7, 8, 9, 10, but')
    expect(errors[5_000]!.detail).toContain('as row 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, but')
  })

  test('without atomic the good rows are written', async () => {
    expect(await record([row(), row({ area: 'x' })], { atomic: false })).toMatchObject({ created: 1, rejected: 1, committed: true })
    expect((await t.services.measurements.list({})).items).toHaveLength(1)
  })

  test('a dry run tells the same and writes nothing', async () => {
    expect(await record([row(), row({ area: 'x' })], { dryRun: true })).toMatchObject({ created: 1, rejected: 1, dryRun: true, committed: false, affectedTargets: ['p.1a'] })
    expect((await t.services.measurements.list({})).items).toEqual([])
  })

  test('equal rows collapse with a notice, unequal ones are all refused, naming each other', async () => {
    expect(await record([row(), row({ area: '250' })])).toMatchObject({ received: 2, created: 1, unchanged: 1, notices: [{ row: 1, code: 'duplicate_collapsed' }] })
    const summary = await refused([row({ period: '2024-07' }), row({ period: '2024-07', value: 4 }), row({ period: '2024M07', value: 5 })])
    expect(summary.errors).toMatchObject([0, 1, 2].map(at => ({ row: at, code: 'duplicate_row' })))
    expect(summary.errors[1]!.detail).toContain('row 0, 2')
    expect(summary).toMatchObject({ received: 3, created: 0, rejected: 3 })
  })

  test.each([[{}], [{ measurements: [] }], [{ measurements: 'x' }], [[]], [null], [{ measurements: [row()], more: 1 }]])('refuses a body that is no batch: %j', async body => {
    await expect(t.services.measurements.record(ADMIN, body)).rejects.toMatchObject({ code: 'invalid_request' })
  })

  test('zero is a value, and minus zero is zero', async () => {
    expect(await record([row({ value: 0 })])).toMatchObject({ created: 1 })
    expect(await record([row({ value: -0 })])).toMatchObject({ unchanged: 1 })
  })

  test('needs the scope, and a bound key writes for its kommuner alone', async () => {
    await expect(t.services.measurements.record(ANONYMOUS, { measurements: [row()] })).rejects.toMatchObject({ code: 'unauthenticated' })
    const reader = { ...ADMIN, scopes: ['plans:write'] as const }
    await expect(t.services.measurements.record(reader, { measurements: [row()] })).rejects.toMatchObject({ code: 'forbidden', message: expect.stringContaining('measurements:write') })
    const bound = { ...ADMIN, scopes: ['measurements:write'] as const, kommuner: ['0250'] }
    await expect(t.services.measurements.record(bound, { measurements: [row(), row({ area: 'DK' })] })).rejects.toMatchObject({ code: 'batch_refused', members: { errors: [{ row: 1, code: 'forbidden_area' }] } })
  })

  test('concurrent writers of the same keys: every row is accounted for', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => row({ period: `20${String(20 + Math.floor(i / 12)).padStart(2, '0')}-${String(i % 12 + 1).padStart(2, '0')}` }))
    const summaries = await Promise.all([1, 2, 3].map(() => record(rows)))
    expect(summaries.reduce((sum, one) => sum + one.created, 0)).toBe(50)
    expect(summaries.reduce((sum, one) => sum + one.unchanged, 0)).toBe(100)
  })
})

describe('what is known when', () => {
  test('nothing is overwritten, and a withdrawn figure is out of sight', async () => {
    await record([row()])
    t.clock.now = '2026-06-02T10:00:00.000Z'
    await record([row({ value: 4.1 })])
    t.clock.now = '2026-06-03T10:00:00.000Z'
    const [shown] = (await t.services.measurements.list({})).items
    await t.services.measurements.withdraw(ADMIN, shown!.id)
    const at = async (knownAt: string) => (await t.services.measurements.list({ knownAt })).items.map(one => one.value)
    expect(await at('2026-05-31T00:00:00.000Z')).toEqual([])
    expect(await at('2026-06-01T12:00:00.000Z')).toEqual([3.9])
    expect(await at('2026-06-02T12:00:00.000Z')).toEqual([4.1])
    expect(await at('2026-06-03T12:00:00.000Z')).toEqual([])
    await expect(t.services.measurements.get(shown!.id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(t.services.measurements.withdraw(ADMIN, shown!.id)).rejects.toMatchObject({ code: 'not_found' })
    expect(await record([row({ value: 4.1 })])).toMatchObject({ created: 1 })
    expect((await t.services.measurements.revisions(shown!.id, {})).items.map(one => one.withdrawn)).toEqual([false, false, true, false])
    const status = await t.services.status.ofTarget(ANONYMOUS, 'p.1a', { asOf: '2024-07-10', knownAt: '2026-06-01T12:00:00.000Z' })
    expect(status).toMatchObject({ knownAt: '2026-06-01T12:00:00.000Z', current: { value: 3.9 }, evidence: [{ revision: 1 }] })
  })

  test('an instant that lies ahead is as good as now', async () => {
    await record([row({ period: '2024-12' })])
    const status = await t.services.status.ofTarget(ANONYMOUS, 'p.1a', { asOf: '2030-01-01', knownAt: '2031-01-01T00:00:00.000Z' })
    expect(status).toMatchObject({ status: 'missed', final: false, knownAt: '2026-06-01T10:00:00.000Z' })
    expect(await t.services.status.ofTarget(ANONYMOUS, 'p.1a', { asOf: '2026-06-01' })).toMatchObject({ status: 'missed', final: true })
  })
})

describe('reading', () => {
  test('pages go on where the last ended, in the order of the keys', async () => {
    await record(['2024-01', '2024-02', '2024-03', '2024-04', '2024-05'].flatMap(period => [row({ period }), row({ period, segment: 'unge' })]))
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await t.services.measurements.list({ limit: 3, ...cursor && { cursor } })
      seen.push(...page.items.map(one => `${one.segment ?? ''}${one.period}`))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(seen).toEqual([...['2024-01', '2024-02', '2024-03', '2024-04', '2024-05'], ...['unge2024-01', 'unge2024-02', 'unge2024-03', 'unge2024-04', 'unge2024-05']])
    expect((await t.services.measurements.list({ segment: [''], from: '2024-02-29', to: '2024-03-31' })).items.map(one => one.period)).toEqual(['2024-02', '2024-03'])
    expect((await t.services.measurements.list({ segment: ['unge'] })).items).toHaveLength(5)
  })

  test('days that run backwards are refused', async () => {
    await expect(t.services.measurements.list({ from: '2024-02-01', to: '2024-01-31' })).rejects.toMatchObject({ problems: [{ pointer: '?to' }] })
  })

  test.each(['nonsense', '', 'WyJhIl0', Buffer.from('[1,2,3,4]').toString('base64url')])('an id that is none is not found: %s', async id => {
    await expect(t.services.measurements.get(id)).rejects.toMatchObject({ code: 'not_found' })
  })
})
