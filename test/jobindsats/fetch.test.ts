import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createJobindsatsClient } from '../../src/jobindsats/client.ts'
import { createJobindsatsFetcher } from '../../src/jobindsats/fetch.ts'
import { OPERATOR } from '../../src/services/actor.ts'
import { ADMIN, indicatorBody, openServices, type TestServices } from '../support/services.ts'
import { answering, type Answering } from './answering.ts'

/** What the API tells of a table, in the shape that public clients of it read. */
const DESCRIPTION = {
  dimensions: [
    { dimension_id: '_omrade', hierarchies: [{ hierarchy_id: '_nykom', levels: [{ level_id: 1, values: [{ value_id: '/', value_name: 'Hele landet' }] }] }] },
    { dimension_id: '_ygrp', hierarchies: [{ hierarchy_id: '_ygrpi01', levels: [{ values: [{ value_id: '/', value_name: 'Alle grupper' }] }, { values: [{ value_id: '/1/', value_name: 'Unge' }, { value_id: '/2/', value_name: 'Andre' }] }] }] }
  ]
}
const TABLES = [{ subject_name: 'x', table_groups: [{ tables: [{ table_id: 'Y1', table_name: 'x', update_latest: '2026-09-15T08:00:00Z' }] }] }]
const options = { latest: 14, dryRun: false, ifUpdated: false }

let t: TestServices
let server: Answering
let rows: unknown[][]
beforeEach(async () => {
  t = await openServices({ now: '2026-09-01T10:00:00.000Z' })
  await t.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
  rows = [['2026M07', 'Holbæk', 'I alt', 4.1], ['2026M07', 'Hele landet', 'Unge', null], ['2026M07', 'Hele landet', 'Andre', 1]]
  server = await answering((request: IncomingMessage, response: ServerResponse) => {
    const answer = request.url!.startsWith('/v3/table/') ? DESCRIPTION : request.url!.startsWith('/v3/tables') ? TABLES : { columns: ['Periode', 'Område', 'Ydelse', 'Pct.'], rows }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
})
afterEach(() => server.close())

const members = (label: string, segment: string | null = null) => ({ measure: 'Pct.', members: { Ydelse: label }, indicator: 'ledighed', segment })
const mapping = (change: Record<string, unknown> = {}) => t.services.mappings.put(ADMIN, 'm', {
  id: 'm', title: { da: 'M', en: 'M' }, table: 'y1', series: [members('I alt'), members('Unge', 'unge')], ignored: { members: { Ydelse: ['Andre'] } }, ...change
})
const fetcher = () => createJobindsatsFetcher(createJobindsatsClient({ url: server.url, token: 'x', now: () => new Date(t.clock.now), wait: async () => {} }), t.services, OPERATOR)
const dataCalls = (): URLSearchParams[] => server.asked.filter(({ url }) => url!.includes('/data/')).map(({ url }) => new URL(url!, server.url).searchParams)

test('a table is asked for with the hierarchies whose members are mapped, and recorded under its name', async () => {
  await mapping()
  const { summary } = await fetcher().fetch('m', { ...options, reason: 'Nye tal' })
  expect(summary).toMatchObject({ received: 2, created: 2, skipped: 1, committed: true })
  expect(Object.fromEntries(dataCalls()[0]!)).toEqual({ 'mgroup.*': '*', 'period.M': 'latest:14', 'hierarchy._nykom': '*', 'hierarchy._ygrpi01': '*', format: 'json' })
  expect((await t.services.imports.list(OPERATOR, {})).items).toMatchObject([{ kind: 'jobindsats', actor: 'operator', fileName: 'y1', reason: 'Nye tal' }])
  expect((await fetcher().fetch('m', options)).summary).toMatchObject({ unchanged: 2, import: null })
})

test('a dry run writes nothing', async () => {
  await mapping()
  expect((await fetcher().fetch('m', { ...options, dryRun: true })).summary).toMatchObject({ created: 2, committed: false })
  expect((await t.services.measurements.list({})).items).toEqual([])
})

describe('what is asked for', () => {
  test('only totals where only totals are mapped', async () => {
    rows = []
    await mapping({ series: [members('I alt')], ignored: { members: { Ydelse: '*' } } })
    await fetcher().fetch('m', options)
    expect([...dataCalls()[0]!.keys()].filter(name => name.startsWith('hierarchy.'))).toEqual(['hierarchy._nykom'])
    expect(server.asked).toHaveLength(1)
  })

  test('what the mapping says, where it does', async () => {
    await mapping({ query: { periodType: 'QMAT', hierarchies: { _y: '/2/' } } })
    await fetcher().fetch('m', { ...options, latest: 3 }).catch(() => {})
    expect(Object.fromEntries(dataCalls()[0]!)).toMatchObject({ 'period.QMAT': 'latest:3', 'hierarchy._y': '/2/' })
    expect(server.asked).toHaveLength(1)
  })

  test('the hierarchy that has every member, where there is one', async () => {
    await mapping({ series: [members('Unge', 'unge'), members('Andre')], ignored: { members: { Ydelse: ['I alt'] } } })
    await fetcher().fetch('m', options)
    expect(dataCalls()[0]!.get('hierarchy._ygrpi01')).toBe('*')
  })

  test('nothing, where the table has no hierarchy with the members, or the indicators differ in frequency', async () => {
    await mapping({ series: [members('I alt'), members('Ældre', 'unge')] })
    await expect(fetcher().fetch('m', options)).rejects.toMatchObject({ code: 'unprocessable', message: expect.stringMatching(/Ældre.*query\.hierarchies/) })
    await t.services.indicators.put(ADMIN, 'kvartal', indicatorBody({ frequency: 'quarter' }))
    await mapping({ series: [members('I alt'), { ...members('Unge'), indicator: 'kvartal' }] })
    await expect(fetcher().fetch('m', options)).rejects.toMatchObject({ message: expect.stringContaining('query.periodType') })
    expect(dataCalls()).toEqual([])
  })
})

test('--if-updated asks for a table only where it is newer than its last import', async () => {
  await mapping()
  expect((await fetcher().fetch('m', { ...options, ifUpdated: true })).summary).not.toBeNull()
  rows = [['2026M08', 'Holbæk', 'I alt', 4.2]]
  expect((await fetcher().fetch('m', { ...options, ifUpdated: true })).summary).toMatchObject({ created: 1 })
  t.clock.now = '2026-09-16T10:00:00.000Z'
  rows = [['2026M09', 'Holbæk', 'I alt', 4.2]]
  expect((await fetcher().fetch('m', { ...options, ifUpdated: true })).summary).toMatchObject({ created: 1 })
  expect((await fetcher().fetch('m', { ...options, ifUpdated: true })).summary).toBeNull()
  expect(dataCalls()).toHaveLength(3)
})

test('what cannot be recorded is refused, and an unknown mapping is told', async () => {
  await mapping()
  rows = [['2026M07', 'Atlantis', 'I alt', 1]]
  await expect(fetcher().fetch('m', options)).rejects.toMatchObject({ code: 'batch_refused', members: { errors: [{ code: 'unknown_area', pointer: '/rows/0/1' }] } })
  await expect(fetcher().fetch('nothing', options)).rejects.toMatchObject({ code: 'not_found' })
})
