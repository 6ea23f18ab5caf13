import fc, { type Arbitrary } from 'fast-check'
import { type ByteChange, byteChange, changedBytes } from './bytes.ts'
import { INDICATOR } from './file-seeds.ts'
import { hostileText } from './hostile.ts'
import { createPreparing } from './prepare.ts'
import { exchange, type RawAnswer, type Written } from './raw.ts'
import { parsed, wrongInProblem } from './refusals.ts'
import { createSender } from './send.ts'
import { type Judged, shownBytes, type Subject, type Surface } from './surface.ts'

type Framing = 'length' | 'chunked' | 'shorter' | 'longer' | 'both' | 'twice' | 'negative' | 'none' | 'nonsense' | 'extension' | 'gzip'
type Ask = { at: number, method: string | null, version: string, headers: [string, string][], framing: Framing, spoilt: ByteChange[], bodyChanges: ByteChange[], serial: number }
type Input = { asks: Ask[], changes: ByteChange[], cuts: number[], pauseMs: number, end: Written['end'] }

const PATIENCE_MS = 12_000
const few = <One>(one: Arbitrary<One>, weight: number, most: number): Arbitrary<One[]> => fc.oneof({ weight, arbitrary: fc.constant<One[]>([]) }, { weight: 4, arbitrary: fc.array(one, { minLength: 1, maxLength: most }) })
const seldom = <One>(usual: One, others: readonly One[], weight: number): Arbitrary<One> => fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) })

const HEADERS: [string, string][] = [
  ['Host', 'x'], ['Host', ''], ['Host', 'a, b'], ['Host', 'x:99999'], ['Content-Type', 'text/csv'], ['Content-Type', 'application/json; charset=utf-16'], ['Content-Type', '/'], ['Content-Type', 'application/json, text/csv'], ['Content-Type', 'x'.repeat(2_000)], ['Content-Type', 'multipart/form-data'],
  ['Expect', '100-continue'], ['Expect', 'x'], ['Connection', 'close'], ['Connection', 'keep-alive, Upgrade'], ['Connection', 'x'.repeat(500)], ['Upgrade', 'websocket'], ['Upgrade', 'h2c'], ['HTTP2-Settings', 'AAMAAABk'], ['Sec-WebSocket-Key', 'x'], ['Sec-WebSocket-Version', '99'], ['TE', 'trailers'], ['Trailer', 'Host'],
  ['Transfer-Encoding', 'gzip, chunked'], ['Transfer-Encoding', 'identity'], ['Transfer-Encoding', 'chunked, chunked'], ['Transfer-Encoding', 'xchunked'], ['Content-Length', '0'], ['Content-Length', '5 '], ['Content-Length', '+5'], ['Content-Length', '0x5'], ['Content-Length', '99999999999999999999'], ['Content-Length', '5, 5'],
  ['Content-Encoding', 'gzip'], ['Content-Encoding', 'br, gzip'], ['Content-Encoding', 'identity'], ['Accept', ',;,'], ['Accept', 'x/'.repeat(500)], ['Accept', 'image/png'], ['Accept-Encoding', 'gzip;q=0, *;q=0'], ['Accept-Encoding', ';'.repeat(800)], ['Accept-Language', 'da-'.repeat(500)], ['Range', 'bytes=0-0, 1-1, 2-2'], ['If-None-Match', '"'.repeat(500)], ['If-None-Match', ','.repeat(1_500)], ['If-Match', '*'], ['If-Modified-Since', 'x'],
  ['Authorization', ''], ['Authorization', 'Bearer'], ['Authorization', 'Bearer ' + 'a'.repeat(5_000)], ['Authorization', 'Bearer \u00ff'], ['Authorization', 'Bearer a.b.c'], ['Authorization', 'Bearer eyJhbGciOiJub25lIn0.e30.'], ['Cookie', '__proto__=1; '.repeat(200)], ['Origin', 'null'], ['Origin', 'https://evil.invalid'], ['Access-Control-Request-Method', 'DELETE'], ['Access-Control-Request-Headers', 'x,'.repeat(900)],
  ['X-Request-Id', '{"a":1}'], ['X-Request-Id', 'x'.repeat(300)], ['X-Forwarded-For', '::1, x, ' + '1.2.3.4,'.repeat(300)], ['Forwarded', 'for="[::1]"'], ['X-HTTP-Method-Override', 'DELETE'], ['Idempotency-Key', 'k1'], ['Idempotency-Key', 'æ'], ['Idempotency-Key', '\u0080'], ['Content-Disposition', 'attachment; filename*=utf-8\'\'%ff%00'], ['__proto__', 'x'], ['constructor', 'x'], ['toString', 'x'], ['X-Big', 'x'.repeat(9_000)], ['X-Big', 'x'.repeat(20_000)], [' Folded', 'x\r\n y'], ['X Space', 'x'], ['X-Tab\t', 'x'], ['', 'x'], ['X-Null', 'a\0b'], ['X-Line', 'a\rb'], ['X-Line', 'a\nb: c']
]
const METHODS = ['HEAD', 'OPTIONS', 'PATCH', 'DELETE', 'PUT', 'TRACE', 'CONNECT', 'PRI', 'get', 'G', 'BREW', 'PROPFIND', 'QUERY', 'M-SEARCH', 'x'.repeat(100), 'GET\0', '']
const VERSIONS = ['HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'HTTP/1.1 x', 'http/1.1', 'HTTP/1.', '', 'RTSP/1.0', 'HTTP/11.1']
const PATHS = [
  '/v1/plans/frederikssund-2024', '/v1/targets/frederikssund-2024.3a/status?asOf=2024-07-10', '/v1/measurements?limit=2', '/', '/kommuner/0250', '/health/live', '/openapi.json', '/graphql?query={plans{id}}', '/v1/../v1/plans', '//v1//plans', '/v1/plans/%00', '/v1/plans/%E0%A4%A', '/v1/plans/' + 'x'.repeat(1_001), '/v1/plans?' + 'q=x&'.repeat(2_000), '/v1/plans?__proto__[x]=1&constructor.prototype=1', '/v1/plans?limit=1&limit=2', '/v1/plans#x', 'http://evil.invalid/v1/plans', '*', 'v1/plans', '/v1/plans\u00e6', '/v1/plans?q=\u00ff', '/v1/plans;x=1', '/graphql', '/charts/frederikssund-2024.3a.svg', '/docs/../../package.json', '/docs/%2e%2e/%2e%2e/package.json', '/metrics'
]
const POSTS = ['/v1/measurements', '/v1/measurements', '/v1/measurements', '/v1/measurements?dryRun=true', '/v1/measurements?atomic=false', '/graphql', '/v1/targets/frederikssund-2024.3a/what-if', '/v1/plans', '/v1/imports/json-stat']

const ask: Arbitrary<Ask> = fc.record({
  at: fc.nat(9_999),
  method: seldom<string | null>(null, METHODS, 8),
  version: seldom('HTTP/1.1', VERSIONS, 20),
  headers: few(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...HEADERS) }, { weight: 1, arbitrary: fc.tuple(fc.constantFrom('X-Any', 'Accept', 'Content-Type', 'If-Match', 'Idempotency-Key', 'Authorization'), hostileText.map(text => text.replace(/[\r\n]/g, ''))) }), 4, 4),
  framing: fc.oneof({ weight: 6, arbitrary: fc.constantFrom<Framing[]>('length', 'length', 'chunked') }, { weight: 4, arbitrary: fc.constantFrom<Framing[]>('shorter', 'longer', 'both', 'twice', 'negative', 'none', 'nonsense', 'extension', 'gzip') }),
  spoilt: few(byteChange, 20, 2),
  bodyChanges: few(byteChange, 4, 3),
  serial: fc.nat(999_999)
})
const inputs: Arbitrary<Input> = fc.record({
  asks: fc.oneof({ weight: 4, arbitrary: fc.array(ask, { minLength: 1, maxLength: 1 }) }, { weight: 1, arbitrary: fc.array(ask, { minLength: 2, maxLength: 6 }) }),
  changes: few(byteChange, 20, 3),
  cuts: fc.array(fc.nat(99_999), { maxLength: 6 }),
  pauseMs: seldom(0, [1, 3, 10], 12),
  end: seldom<Written['end']>('answered', ['half', 'destroy'], 10)
})

/** HTTP itself, on raw sockets: heads, framings and bodies that are wrong, in pieces, several at once, let go in the middle. */
export async function openHttp ({ base, adminKey, counts }: Subject): Promise<Surface<Input>> {
  const port = Number(new URL(base).port)
  const { send, close } = createSender(base)
  const prepare = createPreparing(send, adminKey)
  /** A write that waits its turn behind those that nobody was told of. */
  const settle = () => prepare('PUT', '/v1/indicators/fuzz', INDICATOR)
  await settle()

  /** Whether everything that was sent before is answered: else some of it may be written only now. */
  let isSettled = true

  async function judge (input: Input): Promise<Judged> {
    const bytes = bytesOf(input, adminKey)
    if (!isSettled) await settle()
    const before = counts().measurements!
    const { answers, rest, isClosed, isWhole } = await exchange(port, { pieces: piecesOf(bytes, input.cuts), pauseMs: input.pauseMs, end: input.end, asked: input.asks.length }, PATIENCE_MS, /HEAD/.test(bytes.toString('latin1')))
    const wasSettled = isSettled
    isSettled = isWhole && answers.length >= input.asks.length
    const kind = input.end === 'destroy' ? 'let go' : answers.map(({ status }) => status).slice(0, 2).join(' ') || 'nothing'
    if (input.end === 'destroy') {
      const { status } = await send({ method: 'GET', url: '/health/live', headers: {}, body: null })
      return { kind, wrong: status === 200 ? undefined : `the server does not live: ${status}` }
    }
    if (!isClosed) return { kind, wrong: 'the connection is kept though nothing more can come on it' }
    if (rest !== '' && answers.length === 0) return { kind, wrong: `that is no HTTP: ${rest.slice(0, 200)}` }
    const wrong = answers.map(one => wrongIn(one, bytes.toString('latin1'))).find(one => one !== undefined)
    // Who goes away before he is answered is carried out perhaps, and so is what was sent behind a request that closed the connection.
    return { kind, wrong: wrong ?? (isSettled && wasSettled ? wrongInRows(answers, counts().measurements! - before) : undefined) }
  }

  return { inputs, judge, shown: input => `${input.end} ${input.pauseMs} ms, cut at ${input.cuts.join()}: ${shownBytes(bytesOf(input, '$KEY'))}`, close }
}

function wrongIn ({ status, headers, body }: RawAnswer, sent: string): string | undefined {
  if (status < 400) return undefined
  const type = headers['content-type'] ?? ''
  if (status === 500) return `it is a 500: ${body.slice(0, 300)}`
  // GraphQL and the pages for people refuse in their own words; HEAD in none.
  if (body === '' || sent.includes('/graphql') || type.startsWith('text/html') || headers['content-encoding'] !== undefined) return undefined
  return wrongInProblem(status, type, body, sent)
}

/** What was said to be written, and what was. */
function wrongInRows (answers: RawAnswer[], rows: number): string | undefined {
  const told = answers.filter(({ status }) => status === 200).map(({ body }) => parsed(body) as { created?: number, revised?: number, committed?: boolean } | undefined)
    .reduce((sum, one) => sum + (one?.committed === true ? (one.created ?? 0) + (one.revised ?? 0) : 0), 0)
  return told === rows || answers.some(({ headers }) => headers['content-encoding'] !== undefined || headers['idempotency-replayed'] !== undefined) ? undefined : `${told} figures are said to be written, and ${rows} are`
}

function piecesOf (bytes: Buffer, cuts: number[]): Buffer[] {
  const places = [0, ...cuts.map(cut => Math.floor(cut / 100_000 * bytes.length)).toSorted((a, b) => a - b), bytes.length]
  return places.slice(1).map((place, at) => bytes.subarray(places[at], place)).filter(piece => piece.length > 0)
}

const bytesOf = ({ asks, changes }: Input, key: string): Buffer => changedBytes(Buffer.concat(asks.map(one => askBytes(one, key))), changes)

function askBytes ({ at, method, version, headers, framing, spoilt, bodyChanges, serial }: Ask, key: string): Buffer {
  const isPost = at % 3 > 0
  const path = isPost ? POSTS[at % POSTS.length]! : PATHS[at % PATHS.length]!
  const body = isPost ? changedBytes(Buffer.from(bodyFor(path, serial)), bodyChanges) : Buffer.alloc(0)
  const lines = [`${method ?? (isPost ? 'POST' : 'GET')} ${path} ${version}`, 'Host: localhost', `Authorization: Bearer ${key}`, 'Accept-Encoding: identity', ...isPost ? ['Content-Type: application/json'] : [], ...headers.map(([name, value]) => `${name}: ${value}`)]
  const { more, bytes } = isPost ? framed(body, framing, serial) : { more: [], bytes: body }
  const head = Buffer.from([...lines, ...more, '', ''].join('\r\n'), 'latin1')
  return Buffer.concat([changedBytes(head, spoilt), bytes])
}

const bodyFor = (path: string, serial: number): string => {
  if (path === '/graphql') return '{"query":"{ plans { id } }"}'
  if (!path.startsWith('/v1/measurements')) return '{"id":"x","measurements":[]}'
  const period = `${1950 + serial % 100}-0${1 + serial % 9}`
  return JSON.stringify({ measurements: ['0250', '0316', 'DK'].map((area, at) => ({ indicator: 'fuzz', area, period, value: (serial + at) / 10 })) })
}

/** A body with what says how long it is, rightly or not. */
function framed (body: Buffer, framing: Framing, serial: number): { more: string[], bytes: Buffer } {
  const chunk = (piece: Buffer, said = piece.length.toString(16)): Buffer => Buffer.concat([Buffer.from(`${said}\r\n`), piece, Buffer.from('\r\n')])
  const half = Math.floor(body.length / 2)
  const chunks = Buffer.concat([chunk(body.subarray(0, half)), chunk(body.subarray(half)), Buffer.from('0\r\n\r\n')])
  const long = (length: string | number): string => `Content-Length: ${length}`
  switch (framing) {
    case 'length': return { more: [long(body.length)], bytes: body }
    case 'chunked': return { more: ['Transfer-Encoding: chunked'], bytes: chunks }
    case 'shorter': return { more: [long(Math.max(0, body.length - 1 - serial % 20))], bytes: body }
    case 'longer': return { more: [long(body.length + 1 + serial % 20)], bytes: body }
    case 'both': return { more: [long(body.length), 'Transfer-Encoding: chunked'], bytes: chunks }
    case 'twice': return { more: [long(body.length), long(serial % 2 === 0 ? body.length : 1)], bytes: body }
    case 'negative': return { more: [long(['-1', '1e3', '', 'x', '9'.repeat(30)][serial % 5]!)], bytes: body }
    case 'none': return { more: [], bytes: body }
    case 'nonsense': return { more: ['Transfer-Encoding: chunked'], bytes: Buffer.concat([chunk(body, ['zz', '-1', 'f'.repeat(20), '', '0x10', '1 1'][serial % 6]!), Buffer.from('0\r\n\r\n')]) }
    case 'extension': return { more: ['Transfer-Encoding: chunked', 'Trailer: X'], bytes: Buffer.concat([chunk(body, `${body.length.toString(16)};a="${'x'.repeat(serial % 3_000)}"`), Buffer.from('0\r\nX: y\r\nContent-Length: 5\r\n\r\n')]) }
    case 'gzip': return { more: [long(body.length), 'Content-Encoding: gzip'], bytes: body }
  }
}
