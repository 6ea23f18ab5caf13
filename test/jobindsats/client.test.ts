import { afterEach, expect, test } from 'vitest'
import { createJobindsatsClient } from '../../src/jobindsats/client.ts'
import { type Answer, answering, type Answering } from './answering.ts'

const TOKEN = 'hemmeligt-token'
let server: Answering | undefined
afterEach(() => server?.close())

const table = { columns: ['Periode', 'Område', 'Antal'], rows: [['2026M07', 'Holbæk', 1]] }
const query = { 'mgroup.*': '*', 'period.M': 'latest:14', 'hierarchy._nykom': '*', 'hierarchy._y': '/2/', format: 'json' }

/** A client of a server that answers so, and how long it waited in between. */
async function clientOf (...answers: Parameters<typeof answering>) {
  server = await answering(...answers)
  const waited: number[] = []
  const client = createJobindsatsClient({ url: `${server.url}/`, token: TOKEN, now: () => new Date('2026-10-01T10:00:00Z'), wait: async milliseconds => { waited.push(milliseconds) }, timeout: 500 })
  return { client, waited, asked: server.asked }
}

test('the data call is asked as the guide writes it, with the token, and its answer is a file', async () => {
  const { client, asked } = await clientOf({ body: table })
  const file = await client.data('y25i01', query)
  expect(JSON.parse(Buffer.concat(file.pieces).toString())).toEqual(table)
  expect(file).toMatchObject({ size: JSON.stringify(table).length + 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/), charset: null })
  expect(asked[0]!.url).toBe('/v3/data/y25i01?mgroup.*=*&period.M=latest:14&hierarchy._nykom=*&hierarchy._y=/2/&format=json')
  expect(asked[0]!.headers.authorization).toBe(`Bearer ${TOKEN}`)
})

const tooMany = (headers: Record<string, string> = {}): Answer => ({ status: 429, headers, body: { code: 429, cause: 'Too many requests', request_id: 'r' } })

test.each([
  ['seconds', { 'retry-after': '7' }, 7000], ['a date', { 'retry-after': 'Thu, 01 Oct 2026 10:00:30 GMT' }, 30_000], ['a date that is past', { 'retry-after': 'Thu, 01 Oct 2026 09:00:00 GMT' }, 1000], ['nothing', {}, 1000], ['nonsense', { 'retry-after': 'soon' }, 1000]
])('429 waits as Retry-After says: %s', async (_, headers, wait) => {
  const { client, waited } = await clientOf(tooMany(headers as Record<string, string>), { body: table })
  expect((await client.data('y1', query)).size).toBeGreaterThan(0)
  expect(waited).toEqual([wait])
})

test('503 is tried five times in all, each later than the last, and then told', async () => {
  const { client, waited, asked } = await clientOf({ status: 503, body: 'Service Unavailable' })
  await expect(client.data('y1', query)).rejects.toMatchObject({ code: 'unavailable', message: expect.stringMatching(/503 Service Unavailable.*later/) })
  expect([asked.length, waited]).toEqual([5, [1000, 2000, 4000, 8000]])
})

test('a very long Retry-After is told, not waited for', async () => {
  const { client, waited } = await clientOf(tooMany({ 'retry-after': '3600' }))
  await expect(client.data('y1', query)).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining('3600 seconds') })
  expect(waited).toEqual([])
})

test.each([
  [401, { code: 401, cause: 'Unauthorized', request_id: 'r-1' }, 'forbidden', /401 Unauthorized \(request r-1\).*JOBINDSATS_TOKEN/],
  [403, { code: 403, cause: 'Forbidden' }, 'forbidden', /JOBINDSATS_TOKEN/],
  [404, 'nothing here', 'unprocessable', /404 nothing here.*table/],
  [422, { code: 422, cause: 'Unknown period type: M', request_id: 'r-2' }, 'unprocessable', /422 Unknown period type: M \(request r-2\).*mapping/],
  [302, '', 'unprocessable', /JOBINDSATS_URL/],
  [500, '', 'unavailable', /500\. Try again later/]
])('%i is told at once with its cause and a remedy, without the token', async (status, body, code, message) => {
  const { client, waited } = await clientOf({ status, body, headers: { location: 'http://127.0.0.1:1/' } })
  const error = await client.data('y1', query).catch((caught: unknown) => caught as Error)
  expect(error).toMatchObject({ code, message: expect.stringMatching(message) })
  expect(JSON.stringify(error) + String(error) + (error as Error).stack).not.toContain(TOKEN)
  expect(waited).toEqual([])
})

test('a server that does not answer, or is not there, is told after five tries', async () => {
  const silent = await clientOf(() => {})
  await expect(silent.client.tables()).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining('did not answer within 0.5 seconds') })
  const gone = createJobindsatsClient({ url: 'http://127.0.0.1:1/v3', token: TOKEN, now: () => new Date(0), wait: async () => {} })
  await expect(gone.describe('y1')).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining('/table/y1') })
})

test('an answer without end is cut off', async () => {
  server = await answering((_, response) => {
    const piece = Buffer.alloc(1 << 20, ' ')
    response.writeHead(200)
    const more = (): void => { while (response.write(piece)); response.once('drain', more) }
    more()
    response.on('error', () => {})
  })
  await expect(createJobindsatsClient({ url: server.url, token: TOKEN, now: () => new Date(0) }).data('y1', query)).rejects.toMatchObject({ code: 'payload_too_large', message: expect.stringContaining('--latest') })
})

test('what is no JSON is told where JSON is needed', async () => {
  const { client } = await clientOf({ body: '<html>' })
  await expect(client.tables()).rejects.toMatchObject({ message: expect.stringContaining('no JSON') })
})
