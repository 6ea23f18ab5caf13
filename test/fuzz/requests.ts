import fc, { type Arbitrary } from 'fast-check'
import { stringify } from 'yaml'
import type { Contract, Operation, Parameter, Schema } from './contract.ts'
import { hostileText, hostileValue, mutated, mutation, type Mutation } from './hostile.ts'
import { isPick, type Known, PICK, resolved, singularOf } from './known.ts'
import { createSchemaArbitraries, pickedOr } from './schema-arbitrary.ts'

/** Who sends a request: one of the keys that the run made, or somebody without one that holds. */
export const CALLERS = ['admin', 'plans', 'measurements', 'bound', 'drafts', 'revoked', 'none', 'unknown', 'malformed'] as const
export type Caller = typeof CALLERS[number]
/** What is asked after the answer, where it can be: the same by HEAD, with its ETag, with its cursor, or once more. */
export type Next = 'nothing' | 'head' | 'etag' | 'cursor' | 'again'
type Spoiling = { how: 'cut' | 'insert' | 'bytes' | 'bom' | 'empty' | 'huge' | 'deep', at: number, text: string }
type Sending = { type: string, value: unknown, mutations: Mutation[], spoiling: Spoiling | null }

/** A request as it is generated: what it picks from what is known is chosen when it is sent. */
export type Wish = { caller: Caller, method: string, path: Record<string, unknown>, query: [string, unknown][], queryEnd: string, headers: [string, unknown][], sending: Sending | null, next: Next }
/** A request as it is sent. `fits` tells whether the document lets it be sent, as far as its query and body go; null where that cannot be told. */
export type Request = { method: string, url: string, headers: Record<string, string>, body: Buffer | null, caller: Caller, fits: boolean | null, value?: unknown }

const JSON_TYPES = ['application/json', 'application/merge-patch+json']
const BODIES_ELSEWHERE = ['text/plain', 'application/xml', 'application/json; charset=utf-16', 'application/json;charset=latin1', 'application/JSON', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'application/octet-stream', 'text/csv; charset=latin1', 'text/csv', 'application/yaml', 'json', '/', ';', '']
/** Without them most requests of these operations would be refused alike. */
const USUAL = ['reason', 'mapping', 'indicator', 'period', 'area']
/** Names that nobody has, in zones that are kept for examples: nothing is ever sent there. */
const FAR_FROM_HERE = ['https://a.example.com/maal', 'https://b.example.org:8443/', 'https://ml.example.net/æ?x=1', 'http://localhost/', 'ftp://a.example.com', 'https://127.0.0.1/', '//a.example.com']

const often = <T>(usual: Arbitrary<T>, other: Arbitrary<T>, weight = 12): Arbitrary<T> => fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: other })

/** Headers that are sent beside those that an operation documents. */
const ODD: Arbitrary<[string, unknown]> = fc.oneof(...Object.entries({
  accept: ['*/*', 'application/json', 'application/yaml', 'application/problem+json', 'text/html', 'image/png', 'application/json;q=0', '', ',;,', 'application/*;q=0.5, text/*'],
  'accept-encoding': ['br', 'gzip', 'gzip;q=0, *', 'zstd', 'identity;q=0', '*;q=0', 'deflate'],
  range: ['bytes=0-10', 'bytes=5-', 'bytes=-0', 'items=1-2', 'x'],
  'if-match': ['*', '"1"', 'W/"1"', '1', '"1", "2"', '', '"9999999999999999999"', '"0"'],
  'if-none-match': ['*', '"1"', 'W/"x"', 'x', '', '"a", *', ','.repeat(500)],
  'if-modified-since': ['Mon, 01 Jan 2024 00:00:00 GMT', 'x'],
  'if-unmodified-since': ['Mon, 01 Jan 2024 00:00:00 GMT'],
  'if-range': ['"1"'],
  'idempotency-key': ['k1', 'k2', 'k3', '', 'a b', 'æ', 'x'.repeat(255), 'x'.repeat(256), '__proto__'],
  'x-request-id': ['r-1', '', 'a b', 'x'.repeat(129), '../x', '{"a":1}'],
  'content-encoding': ['gzip', 'identity', 'br', 'x'],
  'content-language': ['da'],
  'accept-language': ['da, en;q=0.5', 'x'.repeat(500)],
  'content-disposition': ['attachment; filename=x.csv', 'attachment; filename="../../æ\\".csv"', 'x; filename*=utf-8\'\'%ff%00', 'attachment; filename='],
  origin: ['https://evil.invalid', 'null', 'x'],
  'access-control-request-method': ['DELETE'],
  'x-http-method-override': ['DELETE'],
  'x-forwarded-for': ['1.2.3.4, x', '::1'],
  forwarded: ['for=x;host=evil.invalid'],
  cookie: ['__proto__=1; a'],
  connection: ['close'],
  expect: ['100-continue'],
  'accept-charset': ['latin1'],
  prefer: ['return=minimal']
}).map(([name, values]): Arbitrary<[string, unknown]> => fc.constantFrom(...values).map(value => [name, value])))

/** The arbitrary of requests for an operation. */
export function createRequestArbitraries ({ schemas }: Contract): (operation: Operation) => Arbitrary<Wish> {
  const arbitraryOf = createSchemaArbitraries(schemas)

  const parameterOf = (operation: Operation, { name, schema, in: place, example }: Parameter): Arbitrary<unknown> => {
    if (place === 'header') return name.startsWith('If-') ? fc.constantFrom<unknown>('*', { [PICK]: 'etag here', at: 0, otherwise: '"1"' }) : name === 'Data-Version' ? fc.constantFrom<unknown>('0.0', '12.34', 'evt-3', '3.1,evt-2') : fc.uuid()
    if (name === 'fields') return often(fc.uniqueArray(fc.constantFrom(...memberPathsOf(operation)), { minLength: 1, maxLength: 4 }), hostileText as Arbitrary<unknown>)
    const called = place === 'path' ? thingOf(operation.path, name) : name === 'cursor' ? `${name} ${operation.id}` : name
    const usual = place === 'path' ? pickedOr(called, pickedOr(called, fc.constant(String(example)))) : arbitraryOf(schema, called)
    return often(example === undefined ? usual : fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: fc.constant(example) }), hostileText as Arbitrary<unknown>)
  }

  const sendingOf = (operation: Operation): Arbitrary<Sending | null> => {
    const kinds = Object.entries(operation.bodies).map(([type, { schema, example }]) => fc.record({
      type: often(fc.constant(type), fc.constantFrom(...BODIES_ELSEWHERE), 40),
      value: schema.format === 'binary' ? fc.uint8Array({ maxLength: 200 }) : schema.type === 'string' ? fc.constant(example ?? '') : bodyOf(operation, schema, example),
      mutations: fc.oneof({ weight: 4, arbitrary: fc.constant<Mutation[]>([]) }, { weight: 5, arbitrary: fc.array(mutation, { minLength: 1, maxLength: 3 }) }),
      spoiling: often<Spoiling | null>(fc.constant(null), spoiling, schema.type === 'string' ? 1 : 25)
    }))
    const stray = fc.record({ type: fc.constantFrom('application/json', ...BODIES_ELSEWHERE), value: hostileValue, mutations: fc.constant<Mutation[]>([]), spoiling: fc.constant<Spoiling | null>(null) })
    return kinds.length === 0 ? often<Sending | null>(fc.constant(null), stray) : often<Sending | null>(fc.oneof(...kinds), fc.constant(null), 60)
  }

  /** The members of what is read, or of its items, and those inside them. */
  const memberPathsOf = ({ answers }: Operation): string[] => {
    const followed = (schema: Schema | undefined): Schema => schema?.$ref === undefined ? schema ?? {} : followed(schemas[String(schema.$ref).split('/').at(-1)!])
    const answer = followed(answers['200']?.content['application/json'])
    const { properties = {} } = followed(answer.properties?.items?.items ?? answer)
    return [...Object.entries(properties as Schema).flatMap(([name, one]) => [name, ...Object.keys((followed(one as Schema).properties ?? {}) as Schema).map(inner => `${name}.${inner}`)]), 'expanded']
  }

  const bodyOf = (operation: Operation, schema: Schema, example: unknown): Arbitrary<unknown> => {
    const generated = arbitraryOf(schema, '')
    const taken = fc.nat().map(at => ({ [PICK]: `body ${operation.id}`, at, otherwise: example ?? {} }))
    return fc.oneof({ weight: 2, arbitrary: generated }, { weight: 3, arbitrary: taken })
  }

  return operation => {
    const of = (place: string): Parameter[] => operation.parameters.filter(one => one.in === place)
    const pair = (one: Parameter): Arbitrary<[string, unknown]> => parameterOf(operation, one).map(value => [one.name, value])
    const some = (parameters: Parameter[], most: number) => parameters.length === 0 ? fc.constant([]) : fc.uniqueArray(fc.oneof(...parameters.map(pair)), { maxLength: most, selector: ([name]) => name })
    const usual = of('query').filter(one => one.required || USUAL.includes(one.name))
    const stray: Arbitrary<[string, unknown]> = fc.tuple(hostileText, hostileText)
    return fc.record({
      caller: often<Caller>(fc.constant('admin'), fc.constantFrom(...CALLERS), 3),
      method: often(fc.constant(operation.method), fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY'), 60),
      path: fc.record(Object.fromEntries(of('path').map(one => [one.name, parameterOf(operation, one)]))),
      query: fc.tuple(fc.tuple(...usual.map(one => fc.option(pair(one), { freq: 10 }))), some(of('query').filter(one => !usual.includes(one)), 3), often<[string, unknown] | null>(fc.constant(null), stray, 40))
        .map(([first, others, odd]) => [...first, ...others, odd].filter(one => one !== null) as [string, unknown][]),
      queryEnd: often(fc.constant(''), fc.constantFrom('&', '&=', '&%ff=%ff', '&a=%zz', '&limit', '&q[]=1', '&q[a]=b', '&__proto__=1', '&limit=1&limit=2', '&fields=', '&sort=', '&cursor=', '&reason=', ';', '?', '&a=1#b'), 40),
      headers: fc.tuple(some(of('header').filter(one => one.name !== 'If-None-Match' || operation.method !== 'GET'), 2), often<[string, unknown][]>(fc.constant([]), fc.array(ODD, { minLength: 1, maxLength: 3 }), 4)).map(all => all.flat()),
      sending: sendingOf(operation),
      next: fc.constantFrom<Next[]>('nothing', 'nothing', 'nothing', 'head', 'etag', 'cursor', 'again')
    })
  }
}

const spoiling: Arbitrary<Spoiling> = fc.record({ how: fc.oneof({ weight: 30, arbitrary: fc.constantFrom('cut', 'insert', 'bytes', 'bom', 'empty', 'deep') }, { weight: 1, arbitrary: fc.constant('huge') }) as Arbitrary<Spoiling['how']>, at: fc.nat(), text: hostileText })

/** What the parameter of a path is: its id is of the thing that stands before it. */
function thingOf (path: string, name: string): string {
  const before = path.split(`/{${name}}`, 1)[0]!.split('/').at(-1)!
  return name === 'id' || singularOf(before) === 'kommune' ? singularOf(before) : singularOf(name)
}

/** Bytes of UTF-8 in a URL; a part of a path is never empty, for that would be another path. */
const inUrl = (value: unknown): string => encodeURIComponent(textOf(value).toWellFormed())
const textOf = (value: unknown): string => Array.isArray(value) ? value.map(textOf).join(',') : typeof value === 'object' ? JSON.stringify(value) : String(value)
/** As Node lets a header be sent: bytes of UTF-8, nothing that ends a line. */
// eslint-disable-next-line no-control-regex
const inHeader = (value: unknown): string => Buffer.from(textOf(value)).toString('latin1').replace(/[\0-\x1f\x7f]/g, '')

/** The request that a wish means now. */
export function requestOf (wish: Wish, operation: Operation, { wrongIn }: Contract, known: Known, authorizations: Record<Caller, string | null>): Request {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => inUrl(resolved(wish.path[name], known)) || '%20')
  const query = wish.query.map(([name, value]): [string, unknown] => [name, resolved(value, known)])
  const search = query.map(([name, value]) => `${inUrl(name)}=${inUrl(value)}`).join('&') + wish.queryEnd
  const headers: Record<string, string> = {}
  const authorization = authorizations[wish.caller]
  if (authorization !== null) headers.authorization = authorization
  for (const [name, value] of wish.headers) headers[name.toLowerCase()] = inHeader(isPick(value) ? known.etags.get(thingPath(path)) ?? value.otherwise : value)
  const sending = wish.sending && bodyOf(wish.sending, known)
  if (sending) headers['content-type'] = wish.sending!.type
  const request = { method: wish.method, url: path + (search === '' ? '' : `?${search}`), headers, body: sending?.bytes ?? null, caller: wish.caller, ...sending && { value: sending.value } }
  return { ...request, fits: wish.method === operation.method && wish.queryEnd === '' ? queryFits() && bodyFits() : null }

  function queryFits (): boolean {
    const documented = new Map(operation.parameters.filter(one => one.in === 'query').map(one => [one.name, one]))
    return new Set(query.map(([name]) => name)).size === query.length && [...documented.values()].every(one => !one.required || query.some(([name]) => name === one.name)) &&
      query.every(([name, value]) => documented.has(name) && wrongIn(asTyped(textOf(value), documented.get(name)!.schema), documented.get(name)!.schema) === '')
  }

  function bodyFits (): boolean | null {
    const { bodies } = operation
    if (sending === null) return !operation.needsBody
    const { type, spoiling: spoilt } = wish.sending!
    const schema = bodies[type]?.schema
    // Of what is a file too the schema only says what it looks like.
    if (Object.keys(bodies).length === 0 || 'text/csv' in bodies || schema === undefined || spoilt !== null || !JSON_TYPES.includes(type)) return null
    return sending.value !== undefined && wrongIn(sending.value, schema) === ''
  }
}

/** The path of the thing that a path is about, whose ETag If-Match takes: `/v1/plans/x/adopt` is about `/v1/plans/x`. */
const thingPath = (path: string): string => path.split('/').slice(0, 4).join('/')

/** A text of a query as the type that its schema has. */
function asTyped (text: string, { type, items }: Schema): unknown {
  if (type === 'array') return text.split(',').map(one => asTyped(one, items as Schema))
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text)
  return type === 'boolean' && (text === 'true' || text === 'false') ? text === 'true' : text
}

function bodyOf ({ type, value: wished, mutations, spoiling: spoilt }: Sending, known: Known): { bytes: Buffer, value: unknown } {
  const value = resolved(mutated(elsewhere(resolved(wished, known)), mutations), known)
  const bytes = value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(textFor(type, value))
  return { bytes: spoilt === null ? bytes : spoil(bytes, spoilt), value: parsed(bytes.toString()) }
}

/** What names addresses names some that are nobody's: the server would send to them. */
function elsewhere (value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('url' in value)) return value
  return { ...value, url: FAR_FROM_HERE[String(value.url).length % FAR_FROM_HERE.length] }
}

function textFor (type: string, value: unknown): string {
  if (typeof value === 'string' && !JSON_TYPES.includes(type)) return value
  const json = JSON.stringify(value, (_, one: unknown) => typeof one === 'bigint' ? String(one) : one) ?? ''
  if (type !== 'application/yaml') return json
  return json === '' ? '' : stringify(JSON.parse(json))
}

function parsed (text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function spoil (bytes: Buffer, { how, at, text }: Spoiling): Buffer {
  const place = at % (bytes.length + 1)
  switch (how) {
    case 'empty': return Buffer.alloc(0)
    case 'bom': return Buffer.concat([Buffer.from('\ufeff'), bytes])
    case 'huge': return Buffer.concat([bytes.subarray(0, place), Buffer.alloc(5 * 1024 * 1024 + 1, 'x'), bytes.subarray(place)])
    case 'deep': return Buffer.from('['.repeat(20_000 + at % 20_000))
    case 'cut': return bytes.subarray(0, place)
    case 'bytes': return Buffer.concat([bytes.subarray(0, place), Buffer.from([0xff, 0xfe, 0x00, 0xc0, 0x80]), bytes.subarray(place)])
    case 'insert': return Buffer.concat([bytes.subarray(0, place), Buffer.from(text), bytes.subarray(place)])
  }
}
