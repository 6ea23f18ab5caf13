import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import JSONstat from 'jsonstat-toolkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { codeOf, keyWith, pointersOf, restClient } from '../support/rest.ts'
import { ADMIN, indicatorBody } from '../support/services.ts'

const REAL = '/work/shared/data/jobindsats'
const json = { 'content-type': 'application/json' }

describe.skipIf(!existsSync(REAL))('real tables of Jobindsats, by the seeded mappings', () => {
  let subject: TestApp
  let rest: Awaited<ReturnType<typeof restClient>>
  beforeAll(async () => {
    subject = await openTestApp({ seed: true, now: '2026-10-01T10:00:00.000Z' })
    rest = await restClient(subject, asAdmin)
  })
  afterAll(() => subject.close())

  type File = { columns: string[], rows: (string | number | null)[][] }
  const text = (name: string): string => readFileSync(`${REAL}/${name}`, 'utf8')
  const send = async (name: string, mapping: string, query = '') => await rest.post(`/v1/imports/jobindsats?mapping=${mapping}${query}`, text(name), json)
  /** The figures of the kommuner and the country, as they are told. */
  async function figures (indicator: string): Promise<{ area: string, value: number | null, period: string }[]> {
    const { body } = await rest.get(`/v1/exports/json-stat?indicator=${indicator}&from=2021-08-01&to=2026-07-31&segment=`)
    const [areas, periods] = [body.dimension.area.category.index, body.dimension.period.category.index] as [string[], string[]]
    return (body.value as (number | null)[]).map((value, at) => ({ area: areas[Math.floor(at / periods.length)]!, period: periods[at % periods.length]!, value }))
      .filter(({ area, value }) => value !== null && /^(?:DK|0\d{3})$/.test(area))
  }

  test.each([
    ['y25i01-kommuner.json', 'jobindsats-y25i01', { 'Antal ledige fuldtidspersoner': 'bruttoledige-fuldtidspersoner', 'Ledige fuldtidspersoner i pct. af arbejdsstyrken 16-66 år': 'bruttoledige-pct-arbejdsstyrke' }, 0],
    ['y60a02-kommuner.json', 'jobindsats-y60a02', { 'Antal fuldtidspersoner': 'kontanthjaelp-fuldtidspersoner', 'Fuldtidspersoner i pct. af arbejdsstyrken 16-66 år': 'kontanthjaelp-pct-arbejdsstyrke', 'Fuldtidspersoner i pct. af befolkningen 16-66 år': 'kontanthjaelp-pct-befolkning' }, 1]
  ])('%s: 98 kommuner and the country, 60 months, every figure as in the file; again all are unchanged', async (name, mapping, indicators, ignored) => {
    const { columns, rows } = JSON.parse(text(name)) as File
    const measures = Object.entries(indicators)
    const first = await send(name, mapping)
    expect([first.status, first.body.errors]).toEqual([200, []])
    expect(rows).toHaveLength(99 * 60)
    expect(first.body).toMatchObject({ received: rows.length * measures.length, rejected: 0, skipped: rows.length * ignored, committed: true })
    expect(first.body.created + first.body.revised + first.body.unchanged).toBe(rows.length * measures.length)
    for (const [measure, indicator] of measures) {
      const column = columns.indexOf(measure)
      const found = await figures(indicator)
      expect(found, indicator).toHaveLength(rows.length)
      expect(new Set(found.map(({ area }) => area)).size).toBe(99)
      const total = (list: (number | null)[]): number => Math.round(list.reduce<number>((sum, value) => sum + Math.round((value ?? 0) * 10), 0))
      expect(total(found.map(({ value }) => value)), indicator).toBe(total(rows.map(row => row[column] as number)))
      const country = (period: string) => rows.find(row => row[0] === period && row[1] === 'Hele landet')![column]
      expect(found.find(({ area, period }) => area === 'DK' && period === '2024-05')!.value).toBe(country('2024M05'))
    }
    expect((await send(name, mapping)).body).toMatchObject({ received: rows.length * measures.length, created: 0, revised: 0, unchanged: rows.length * measures.length, import: null })
  })

  test('the CSV says what the table says', async () => {
    await send('y25i01-kommuner.json', 'jobindsats-y25i01')
    const { status, body } = await rest.post('/v1/imports/jobindsats?mapping=jobindsats-y25i01', text('y25i01-udsnit.csv'), { 'content-type': 'text/csv' })
    expect([status, body]).toEqual([200, expect.objectContaining({ received: 222, unchanged: 222, errors: [] })])
  })

  test('suppressed figures stay null, and repeated parent rows collapse with a notice', async () => {
    const name = 'v3-aktivering-tilbud-hele-landet.json'
    const { columns, rows } = JSON.parse(text(name)) as File
    const segments = [...new Set(rows.map(row => row[3] as string))].map((member, at) => ({ member, code: `t${at}` }))
    await subject.services.indicators.put(ADMIN, 'tilbud', indicatorBody({ unit: 'count', segments: segments.map(({ code, member }) => ({ code, name: { da: member, en: member } })) }))
    const series = segments.map(({ member, code }) => ({ measure: columns[5]!, members: { 'A-kasse': 'A-kasse i alt', Tilbud: member }, indicator: 'tilbud', segment: code }))
    await subject.services.mappings.put(ADMIN, 'tilbud', { id: 'tilbud', title: { da: 'Tilbud', en: 'Offers' }, table: 'y01c02', series, ignored: { measures: '*' } })
    const cells = new Map(rows.map(row => [`${row[0]} ${row[3]}`, row[5]]))
    const { status, body } = await send(name, 'tilbud')
    expect(status).toBe(200)
    expect(body).toMatchObject({ received: rows.length, created: cells.size, unchanged: rows.length - cells.size, rejected: 0 })
    expect(body.notices).toHaveLength(rows.length - cells.size)
    expect(body.notices[0]).toMatchObject({ code: 'duplicate_collapsed', pointer: expect.stringMatching(/^\/rows\/\d+\/5$/) })
    const suppressed = [...cells.values()].filter(value => value === null).length
    expect(suppressed).toBeGreaterThan(0)
    const { items } = await subject.services.measurements.list({ indicator: ['tilbud'], limit: 500 })
    expect(items.filter(({ value, flag }) => value === null && flag === 'suppressed')).toHaveLength(suppressed)
    expect(items.filter(({ value }) => value === 0)).toHaveLength([...cells.values()].filter(value => value === 0).length)
  })

  test('a table of another kind is refused by its columns', async () => {
    const response = await send('v3-sanktioner-kvartal.json', 'jobindsats-y25i01')
    expect([response.status, codeOf(response)]).toEqual([400, 'invalid_request'])
    expect(pointersOf(response)).toEqual(['/columns/3', '/columns/4', '/columns/5', '/columns/6', '/columns/7', '/columns/8', '/columns/9'])
  })
})

describe('tables over REST', () => {
  let subject: TestApp
  let rest: Awaited<ReturnType<typeof restClient>>
  beforeAll(async () => {
    subject = await openTestApp({ now: '2026-06-01T10:00:00.000Z' })
    rest = await restClient(subject, asAdmin)
    await subject.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
    await subject.services.mappings.put(ADMIN, 'm', {
      id: 'm', title: { da: 'M', en: 'M' }, table: 'y1', series: [{ measure: 'Antal', members: { Ydelse: 'I alt' }, indicator: 'ledighed' }, { measure: 'Antal', members: { Ydelse: 'Unge' }, indicator: 'ledighed', segment: 'unge' }], ignored: { measures: ['Andel'] }
    })
  })
  afterAll(() => subject.close())

  const COLUMNS = ['Periode', 'Område', 'Ydelse', 'Antal', 'Andel']
  const table = (...rows: unknown[][]) => ({ columns: COLUMNS, rows })
  const send = async (content: unknown, query = '', headers = {}) => await rest.post(`/v1/imports/jobindsats?mapping=m${query}`, JSON.stringify(content), { ...json, ...headers })

  test('a table is recorded under an import with its name, or tried', async () => {
    const content = table(['2024M05', 'Hele landet', 'I alt', 10, 1], ['2024M05', 'Holbæk', 'Unge', null, 1])
    expect((await send(content, '&dryRun=true')).body).toMatchObject({ import: null, created: 2, skipped: 2, committed: false })
    const { body } = await send(content, '&reason=Ny', { 'content-disposition': 'attachment; filename="ledige.json"' })
    expect(body).toMatchObject({ created: 2, skipped: 2, committed: true })
    expect((await rest.get(`/v1/imports/${body.import}`)).body).toMatchObject({ kind: 'jobindsats', fileName: 'ledige.json', reason: 'Ny', received: 2 })
    expect((await rest.get('/v1/measurements?area=0316')).body.items).toMatchObject([{ segment: 'unge', value: null, flag: 'suppressed', source: 'Jobindsats y1' }])
  })

  test('all or none, unless good rows are asked for; every error names its row and column', async () => {
    const content = table(['2024M06', 'DK', 'I alt', 1, 1], ['2024M06', 'Atlantis', 'I alt', 1, 1], ['2024M06', 'DK', 'Nye', 1, 1], ['2024M07', 'DK', 'I alt', 1, 1], ['2024M07', 'Hele landet', 'I alt', 2, 1], ['2024', 'DK', 'I alt', 2, 1])
    const refused = await send(content)
    expect([refused.status, codeOf(refused)]).toEqual([422, 'batch_refused'])
    expect(refused.body).toMatchObject({ received: 6, rejected: 5, committed: false })
    expect(refused.body.errors.map((error: { pointer: string, code: string }) => [error.pointer, error.code])).toEqual([
      ['/rows/1/1', 'unknown_area'], ['/rows/2/2', 'unknown_label'], ['/rows/3/3', 'duplicate_row'], ['/rows/4/3', 'duplicate_row'], ['/rows/5/0', 'frequency_mismatch']
    ])
    expect((await send(content, '&atomic=false')).body).toMatchObject({ created: 1, rejected: 5, committed: true })
  })

  test('a bound key records what it is for', async () => {
    const bound = await restClient(subject, await keyWith(subject, ['measurements:write'], ['0250']))
    const response = await bound.post('/v1/imports/jobindsats?mapping=m', JSON.stringify(table(['2024M08', 'DK', 'I alt', 1, 1])), json)
    expect([response.status, response.body.errors[0].code]).toEqual([422, 'forbidden_area'])
    const stranger = await restClient(subject)
    for (const path of ['jobindsats?mapping=m', 'json-stat', 'preview?format=jobindsats']) expect((await stranger.post(`/v1/imports/${path}`, '{}', json)).status).toBe(401)
  })

  test('the same request with the same key is answered again, and done once', async () => {
    const content = table(['2024M09', 'DK', 'I alt', 3, 1])
    const first = await send(content, '', { 'idempotency-key': 'k1' })
    const again = await send(content, '', { 'idempotency-key': 'k1' })
    expect([again.body, again.headers['idempotency-replayed']]).toEqual([first.body, 'true'])
  })

  test.each([
    ['jobindsats', '{}', json, 400, 'invalid_request', '?mapping'],
    ['jobindsats?mapping=x', '{}', json, 400, 'invalid_request', '?mapping'],
    ['jobindsats?mapping=m', '{"code":401,"cause":"Token udløbet"}', json, 400, 'invalid_request', ''],
    ['jobindsats?mapping=m', 'x', { 'content-type': 'text/plain' }, 415, 'unsupported_media_type', undefined],
    ['json-stat?mapping=m', 'a;b', { 'content-type': 'text/csv' }, 415, 'unsupported_media_type', undefined],
    ['json-stat', '{}', json, 400, 'invalid_request', ''],
    ['preview', '{}', json, 400, 'invalid_request', '?format'],
    ['preview?format=xlsx', '{}', json, 400, 'invalid_request', '?format'],
    ['preview?format=json-stat', 'a;b', { 'content-type': 'text/csv' }, 415, 'unsupported_media_type', undefined],
    ['jobindsats?mapping=m&atomisk=false', '{}', json, 400, 'invalid_request', '?atomisk']
  ])('%s with %j is refused', async (path, content, headers, status, code, pointer) => {
    const response = await rest.post(`/v1/imports/${path}`, content, headers as Record<string, string>)
    expect([response.status, codeOf(response), pointersOf(response)[0]]).toEqual([status, code, pointer])
  })

  test('whatever is sent is answered with a refusal or a summary, never with an error of ours', async () => {
    const good = JSON.stringify(table(['2024M05', 'DK', 'I alt', 10, 1]))
    const mutated = fc.tuple(fc.nat(good.length), fc.nat(30), fc.string()).map(([at, length, inserted]) => good.slice(0, at) + inserted + good.slice(at + length))
    await fc.assert(fc.asyncProperty(fc.oneof(mutated, fc.json(), fc.string({ minLength: 1 })), fc.constantFrom('jobindsats?mapping=m&dryRun=true', 'json-stat?dryRun=true', 'json-stat?mapping=m', 'preview?format=jobindsats', 'preview?format=json-stat&mapping=m'), async (content, path) => {
      expect([200, 400]).toContain((await rest.post(`/v1/imports/${path}`, content, json)).status)
    }), { numRuns: 150 })
  })

  test('a figure of CSV that may be two numbers is refused, unless the decimal mark is said', async () => {
    const send = async (path: string, headers = { 'content-type': 'text/csv' }) => await rest.post(`/v1/imports/${path}`, 'Periode;Område;Ydelse;Antal\n2023M01;DK;I alt;3.158\n', headers)
    const refused = await send('jobindsats?mapping=m')
    expect([refused.status, refused.body.errors]).toEqual([422, [expect.objectContaining({ code: 'ambiguous_number', pointer: '/2/Antal', detail: expect.stringContaining('3158 (decimal comma) or 3.158'), remedy: expect.stringContaining('decimal=comma') })]])
    expect((await send('jobindsats?mapping=m&decimal=comma')).body).toMatchObject({ created: 1, rejected: 0 })
    expect((await send('preview?format=jobindsats&mapping=m&decimal=point')).body.examples).toMatchObject([{ value: 3.158 }])
    for (const path of ['jobindsats?mapping=m&decimal=comma', 'preview?format=jobindsats&decimal=comma', 'preview?format=json-stat&decimal=comma', 'json-stat?decimal=comma']) expect(pointersOf(await send(path, json)), path).toEqual(['?decimal'])
  })

  test('of CSV the other figures tell the decimal mark, unwanted ones too; where they do not agree it is refused', async () => {
    const send = async (path: string, ...rows: string[]) => await rest.post(`/v1/imports/${path}`, `Periode;Område;Ydelse;Antal;Andel\n${rows.join('\n')}\n`, { 'content-type': 'text/csv' })
    const values = async (...rows: string[]) => (await send('preview?format=jobindsats&mapping=m', ...rows)).body.examples.map((one: { value: number }) => one.value)
    expect(await values('2023M01;DK;I alt;3.158;4,1', '2023M02;DK;I alt;12;4,2')).toContain(3158)
    expect(await values('2023M01;DK;I alt;3.158;4.1')).toContain(3.158)
    const refused = await send('jobindsats?mapping=m&dryRun=true', '2023M01;DK;I alt;3.158;4.1', '2023M02;DK;I alt;12;4,2')
    expect(refused.body.errors).toMatchObject([{ code: 'ambiguous_number', pointer: '/2/Antal', value: '3.158', detail: expect.stringContaining('the other figures have both'), remedy: expect.stringContaining('decimal=comma') }])
    const recorded = await send('jobindsats?mapping=m', '2022M01;DK;I alt;3.158;4,1')
    expect(recorded.body).toMatchObject({ rejected: 0, committed: true })
  })

  test('no body at all is refused', async () => {
    expect((await rest.post('/v1/imports/jobindsats?mapping=m')).status).toBe(400)
    expect((await rest.post('/v1/imports/json-stat')).status).toBe(400)
  })

  describe('a preview', () => {
    const content = JSON.stringify(table(['2024M05', 'DK', 'I alt', 10, 1], ['2024M05', 'Atlantis', 'Nye', null, 1], ['2024M06', 'Uoplyst område', 'Unge', 3, 1]))
    const preview = async (query: string, text = content) => (await rest.post(`/v1/imports/preview?format=${query}`, text, json)).body

    test('by a mapping tells what each label becomes, and what it does not know; nothing is written', async () => {
      const before = (await rest.get('/v1/imports')).body
      const body = await preview('jobindsats&mapping=m')
      expect(body).toMatchObject({ format: 'jobindsats', mapping: 'm', cells: 6, skipped: 3 })
      expect(body.columns.map((column: { name: string, role: string, status: string }) => [column.name, column.role, column.status])).toEqual([
        ['Periode', 'period', 'mapped'], ['Område', 'area', 'mapped'], ['Ydelse', 'hierarchy', 'mapped'], ['Antal', 'measure', 'mapped'], ['Andel', 'measure', 'ignored']
      ])
      expect(body.columns[1].labels).toEqual([{ label: 'Atlantis', status: 'unmapped', becomes: null, rows: 1 }, { label: 'DK', status: 'mapped', becomes: 'DK', rows: 1 }, { label: 'Uoplyst område', status: 'ignored', becomes: null, rows: 1 }])
      expect(body.notMapped).toEqual([{ column: 'Område', label: 'Atlantis', cells: 1 }, { column: 'Ydelse', label: 'Nye', cells: 1 }])
      expect(body.series).toEqual([{ indicator: 'ledighed', segment: null, cells: 1 }])
      expect(body.examples).toEqual([{ row: 0, indicator: 'ledighed', area: 'DK', segment: null, period: '2024-05', value: 10, flag: 'final' }])
      expect((await rest.get('/v1/imports')).body).toEqual(before)
    })

    test('by a mapping that does not know a column tells which', async () => {
      const body = await preview('jobindsats&mapping=m', JSON.stringify({ columns: [...COLUMNS, 'Alder'], rows: [['2024M05', 'DK', 'I alt', 1, 1, '16-29 år']] }))
      expect(body.notMapped).toEqual([{ column: 'Alder', label: null, cells: 1 }])
      expect(body.columns[5]).toMatchObject({ role: 'unknown', status: 'unmapped', labels: [{ label: '16-29 år' }] })
    })

    test('without a mapping tells the columns, what they look like, and their labels', async () => {
      const body = await preview('jobindsats')
      expect(body).toMatchObject({ mapping: null, series: [], examples: [], notMapped: [] })
      expect(body.columns.map((column: { role: string, distinct: number }) => [column.role, column.distinct])).toEqual([['period', 2], ['area', 3], ['hierarchy', 3], ['measure', 0], ['measure', 0]])
    })

    test('shows JSON-stat too, and lists that are bounded', async () => {
      const areas = Array.from({ length: 300 }, (_, at) => `Sted ${at}`)
      const body = await preview('json-stat', JSON.stringify({ version: '2.0', class: 'dataset', label: 'Antal', id: ['area', 'Tid'], size: [300, 1], role: { geo: ['area'], time: ['Tid'] }, dimension: { area: { category: { index: areas } }, Tid: { category: { label: { '2024K1': '2024K1' } } } }, value: areas.map(() => 1) }))
      expect(body.columns[0]).toMatchObject({ name: 'area', role: 'area', distinct: 300 })
      expect(body.columns[0].labels).toHaveLength(100)
      expect(body.cells).toBe(300)
    })
  })
})

describe('JSON-stat out and in again', () => {
  let subject: TestApp
  let rest: Awaited<ReturnType<typeof restClient>>
  beforeAll(async () => {
    subject = await openTestApp({ now: '2026-06-01T10:00:00.000Z' })
    rest = await restClient(subject, asAdmin)
    await subject.services.indicators.put(ADMIN, 'ledighed', indicatorBody({ source: 'Jobindsats' }))
    await subject.services.indicators.put(ADMIN, 'antal', indicatorBody({ unit: 'count', frequency: 'quarter', segments: [] }))
    await subject.services.measurements.record(ADMIN, {
      measurements: [
        { indicator: 'ledighed', area: 'DK', period: '2024-05', value: 3.1 }, { indicator: 'ledighed', area: 'DK', period: '2024-06', value: 0, flag: 'provisional' },
        { indicator: 'ledighed', area: '0250', period: '2024-05', value: null, flag: 'suppressed' }, { indicator: 'ledighed', area: '0250', segment: 'unge', period: '2024-06', value: null, flag: 'missing' },
        { indicator: 'antal', area: '0316', period: '2024-Q2', value: 12 }
      ]
    })
  })
  afterAll(() => subject.close())

  test('is one data set that the toolkit of the format reads, with the right values', async () => {
    const { body } = await rest.get('/v1/exports/json-stat?indicator=ledighed,antal')
    expect(body).toMatchObject({ size: [2, 2, 3, 3], source: 'Jobindsats', updated: '2026-06-01T10:00:00.000Z', role: { time: ['period'], geo: ['area'], metric: ['indicator'] } })
    const set = JSONstat(body)
    expect([set.class, set.n, set.role.geo]).toEqual(['dataset', 36, ['area']])
    const at = (indicator: string, segment: string, area: string, period: string) => set.Data({ indicator, segment, area, period })
    expect(at('ledighed', '', 'DK', '2024-05')).toEqual({ value: 3.1, status: null })
    expect(at('ledighed', '', 'DK', '2024-06')).toEqual({ value: 0, status: 'provisional' })
    expect(at('ledighed', '', '0250', '2024-05')).toEqual({ value: null, status: 'suppressed' })
    expect(at('ledighed', 'unge', '0250', '2024-06')).toEqual({ value: null, status: 'missing' })
    expect(at('antal', '', '0316', '2024-Q2')).toEqual({ value: 12, status: null })
    expect(at('antal', 'unge', '0316', '2024-Q2')).toEqual({ value: null, status: null })
    expect(set.Dimension('area').Category('0250').label).toBe('Frederikssund Kommune')
  })

  test('imports again as all unchanged, and into an empty server as the same figures', async () => {
    const { text } = await rest.get('/v1/exports/json-stat?indicator=ledighed,antal')
    const { body } = await rest.post('/v1/imports/json-stat', text, json)
    expect(body).toMatchObject({ received: 5, created: 0, revised: 0, unchanged: 5, rejected: 0, skipped: 31, import: null })
    const other = await openTestApp({ now: '2026-06-01T10:00:00.000Z' })
    for (const id of ['ledighed', 'antal']) await other.services.indicators.put(ADMIN, id, (({ id: _, ...rest }) => rest)(await subject.services.indicators.get(id)))
    const there = await restClient(other, asAdmin)
    expect((await there.post('/v1/imports/json-stat', text, json)).body).toMatchObject({ created: 5, errors: [] })
    const figures = async (client: typeof rest) => (await client.get('/v1/measurements')).body.items.map(({ import: _, source: _s, actor: _a, ...figure }: Record<string, unknown>) => figure)
    expect(await figures(there)).toEqual(await figures(rest))
    await other.close()
  })

  test('can be narrowed, and is as it was known', async () => {
    const get = async (query: string) => (await rest.get(`/v1/exports/json-stat?indicator=ledighed${query}`)).body
    expect((await get('&area=DK')).value).toEqual([3.1, 0])
    expect((await get('&segment=unge')).size).toEqual([1, 1, 1, 1])
    expect((await get('&segment=&from=2024-06-01&to=2024-06-30')).value).toEqual([0])
    const empty = await get('&knownAt=2020-01-01T00:00:00Z')
    expect(empty.value).toEqual([])
    expect((await rest.post('/v1/imports/json-stat', JSON.stringify(empty), json)).body).toMatchObject({ received: 0, committed: true })
  })

  test('more cells than are written at once are refused with a remedy, however few figures they hold', async () => {
    await subject.services.indicators.put(ADMIN, 'daglig', indicatorBody({ frequency: 'day' }))
    const areas = (await subject.services.areas.kommuner({})).items.map(({ id }) => id)
    const days = Array.from({ length: 2600 }, (_, at) => new Date(Date.UTC(2018, 0, 1 + at)).toISOString().slice(0, 10))
    await subject.services.measurements.record(ADMIN, { measurements: [...areas.map(area => ({ area, period: days[0] })), ...days.map(period => ({ area: 'DK', period }))].map(row => ({ ...row, indicator: 'daglig', value: 1 })) })
    const response = await rest.get('/v1/exports/json-stat?indicator=daglig')
    expect([response.status, response.body.errors]).toEqual([400, [expect.objectContaining({ pointer: '?indicator', code: 'too_many_cells' })]])
    expect(response.body.detail).toContain('from and to')
    expect((await rest.get('/v1/exports/json-stat?indicator=daglig&area=DK')).body.value).toHaveLength(2600)
  })

  test('more categories than are read again are refused', async () => {
    const days = Array.from({ length: 20_000 }, (_, at) => new Date(Date.UTC(1950, 0, 1 + at)).toISOString().slice(0, 10))
    await subject.services.indicators.put(ADMIN, 'daglig-laenge', indicatorBody({ frequency: 'day' }))
    const csv = ['indicator;area;period;value', ...days.map(day => `daglig-laenge;DK;${day};1`)].join('\n')
    expect((await rest.post('/v1/measurements', csv, { 'content-type': 'text/csv' })).body.created).toBe(20_000)
    const response = await rest.get('/v1/exports/json-stat?indicator=daglig-laenge')
    expect([response.status, response.body.errors]).toEqual([400, [expect.objectContaining({ pointer: '?indicator', code: 'too_many_categories' })]])
  }, 30_000)

  test.each([['', '?indicator'], ['?indicator=x', '?indicator'], ['?indicator=ledighed&area=x', '?area'], ['?indicator=ledighed&segment=x', '?segment'], ['?indicator=ledighed&from=2024-02-01&to=2024-01-01', '?to'], [`?indicator=${Array.from({ length: 51 }, (_, at) => `i-${at}`).join(',')}`, '?indicator']])(
    'the query %j is refused', async (query, pointer) => {
      const response = await rest.get(`/v1/exports/json-stat${query}`)
      expect([response.status, pointersOf(response)[0]]).toEqual([400, pointer])
    })
})
