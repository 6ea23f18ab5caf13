import { readdirSync, readFileSync } from 'node:fs'
import fc, { type Arbitrary } from 'fast-check'
import { buildSchema } from 'graphql/index.js'
import { ATTACKS } from '../graphql/attacks.ts'
import { type ByteChange, byteChange, changedBytes } from './bytes.ts'
import { createQueryWriter, type Query } from './graphql-queries.ts'
import { parsed, wrongInErrors, wrongInProblem } from './refusals.ts'
import { createSender } from './send.ts'
import { type Judged, shownBytes, type Subject, type Surface } from './surface.ts'

type TextChange = { how: 'insert' | 'drop' | 'repeat' | 'swap', at: number, token: string }
type Carrying = { how: 'json' | 'get' | 'batch' | 'changed' | 'utf16' | 'type' | 'extensions' | 'variables', at: number, changes: ByteChange[] }
type Source = { of: 'written', choices: number[] } | { of: 'example', at: number } | { of: 'shape', at: number, size: number }
type Input = { source: Source, texts: TextChange[], carrying: Carrying, isAdmin: boolean } | { source: { of: 'attack', at: number }, changes: ByteChange[] }
type Sent = { method: string, url: string, headers: Record<string, string>, body: Buffer | null }

const EXAMPLES_FOLDER = new URL('../../graphql/examples/', import.meta.url)
const TOKENS = ['{', '}', '(', ')', '[', ']', '...', '@skip(if: true)', '@include(if: $x)', '@defer', '@nix', 'on Plan', 'fragment F on Plan { ...F }', 'query', 'mutation', 'subscription', '$v0', '$v9: Int', '!', '=', ':', '"', '"""', '#', '\\', '\0', '&', '|', '__typename', '__schema { types { name } }', '__type(name: "Plan") { name }', 'null', 'true', '1e999', '-', '{a: {b: [1, "x"]}}', 'a: plans { id }', 'ø', '\ud800', '\ufeff', ',,,,']
const many = (count: number, one: (at: number) => string): string => Array.from({ length: count }, (_, at) => one(at)).join(' ')
/** Queries that are large in one way, by how large. */
const SHAPES: ((size: number) => Query | string)[] = [
  size => `{ plans ${many(size, () => '{ goals { plan')} ${'} }'.repeat(size)} }`,
  size => `{ plans { ${'... on Plan { '.repeat(size)} id ${'} '.repeat(size)} } }`,
  size => `{ plans { ${many(size, at => `a${at}: id`)} } }`,
  size => `{ ${many(size, at => `a${at}: plan(id: "frederikssund-2024") { status(asOf: "2024-0${1 + at % 9}-01") { overall } }`)} }`,
  size => `{ plans { ...F0 } } ${many(size, at => `fragment F${at} on Plan { ...F${(at + 1) % size} }`)}`,
  size => `{ plans { ...F0 } } ${many(size, at => `fragment F${at} on Plan { ...F${at + 1} ...F${at + 1} }`)} fragment F${size} on Plan { id }`,
  size => `{ plans { id ${'@skip(if: false) '.repeat(size)} } }`,
  size => `{ plans @include(if: true) ${'@nix '.repeat(size)} { id } }`,
  size => `{ figures(indicator: "x", areas: ${'['.repeat(size)}"DK"${']'.repeat(size)}) { items { value } } }`,
  size => `query (${many(size, at => `$v${at}: ID`)}) { plans { id } }`,
  size => `query ($x: ${'['.repeat(size)}ID${']'.repeat(size)}) { plans { id } }`,
  size => many(size, at => `query Q${at} { plans { id } }`),
  size => `{ plan(id: """${'x '.repeat(size)}""") { id } }`,
  size => `${'# x\n'.repeat(size)}{ plans { id } }`,
  size => `{ __schema { types { ${many(size, at => `a${at}: fields { name }`)} } } }`,
  size => ({ query: 'query ($x: ID!) { plan(id: $x) { id } }', variables: { x: 'x'.repeat(size * 50) } }),
  size => ({ query: '{ plans { id } }', variables: Object.fromEntries(Array.from({ length: size }, (_, at) => [`v${at}`, [at]])) }),
  size => ({ query: 'query ($a: [ID!]) { figures(indicator: "x", areas: $a) { items { value } } }', variables: { a: Array.from({ length: size }, (_, at) => `0${at}`) } }),
  size => ({ query: 'mutation ($i: TargetInput!) { addTarget(goal: "frederikssund-2024.1", input: $i, validateOnly: true) { userErrors { code } } }', variables: { i: { title: 'T', window: { start: '2024-01-01', deadline: '2024-12-31' }, rule: rules(Math.min(size, 500)) } } }),
  size => ({ query: 'mutation ($m: [MeasurementInput!]!) { recordMeasurements(input: { measurements: $m }) { committed errors { code } } }', variables: { m: Array.from({ length: size }, (_, at) => ({ indicator: 'x', area: '0250', period: '2024-06', value: at })) } })
]
const rules = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>(inner => ({ kind: 'ALL_OF', rules: [inner] }), { kind: 'MONITOR' })

const source: Arbitrary<Source> = fc.oneof(
  { weight: 12, arbitrary: fc.array(fc.nat(9_999), { maxLength: 120, size: 'max' }).map((choices): Source => ({ of: 'written', choices })) },
  { weight: 2, arbitrary: fc.nat(99).map((at): Source => ({ of: 'example', at })) },
  { weight: 2, arbitrary: fc.tuple(fc.nat(SHAPES.length - 1), fc.oneof(fc.nat(20), fc.nat(300), fc.nat(1_500))).map(([at, size]): Source => ({ of: 'shape', at, size })) }
)
const few = <One>(one: Arbitrary<One>, weight: number): Arbitrary<One[]> => fc.oneof({ weight, arbitrary: fc.constant<One[]>([]) }, { weight: 4, arbitrary: fc.array(one, { minLength: 1, maxLength: 3 }) })
const written: Arbitrary<Input> = fc.record({
  source,
  texts: few(fc.record({ how: fc.constantFrom<TextChange['how'][]>('insert', 'insert', 'drop', 'repeat', 'swap'), at: fc.nat(99_999), token: fc.constantFrom(...TOKENS) }), 10),
  carrying: fc.record({ how: fc.oneof({ weight: 8, arbitrary: fc.constant<Carrying['how']>('json') }, { weight: 3, arbitrary: fc.constantFrom<Carrying['how'][]>('get', 'batch', 'changed', 'changed', 'utf16', 'type', 'extensions', 'variables') }), at: fc.nat(999), changes: fc.array(byteChange, { minLength: 1, maxLength: 3 }) }),
  isAdmin: fc.boolean()
})
/** The list of known attacks, its giants seldom, and what is near to them. */
const LISTED = ATTACKS.filter(({ payload = '' }) => payload.length < 1_000_000)
const listed: Arbitrary<Input> = fc.oneof(
  { weight: 100, arbitrary: fc.record({ source: fc.nat(LISTED.length - 1).map(at => ({ of: 'attack' as const, at: ATTACKS.indexOf(LISTED[at]!) })), changes: few(byteChange, 2) }) },
  { weight: 1, arbitrary: fc.record({ source: fc.nat(ATTACKS.length - 1).map(at => ({ of: 'attack' as const, at })), changes: fc.constant<ByteChange[]>([]) }) }
)

/** `/graphql`: queries written from the schema and spoilt, large ones, and the list of attacks. */
export async function openGraphql ({ base, adminKey, counts }: Subject): Promise<Surface<Input>> {
  const { send, close } = createSender(base)
  const schema = buildSchema(readFileSync(new URL('../../graphql/schema.graphql', import.meta.url), 'utf8'))
  const examples = readdirSync(EXAMPLES_FOLDER).filter(name => name.endsWith('.graphql')).map(name => readFileSync(new URL(name, EXAMPLES_FOLDER), 'utf8'))
  const known = await send({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' }, body: Buffer.from('{"query":"{ kommuner { id } plans { id goals { id targets { id } } } indicators { id } }"}') })
  const ids = [...new Set([...known.text.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id!))]
  const write = createQueryWriter(schema, ['DK', ...ids])

  async function judge (input: Input): Promise<Judged> {
    const sent = requestOf(input)
    const before = counts()
    const { status, text, told } = await send(sent)
    const body = sent.body?.toString() ?? sent.url
    const type = told['content-type'] ?? ''
    if (status === 500) return { kind: '500', wrong: `it is a 500: ${text.slice(0, 500)}` }
    if (sent.method === 'HEAD') return { kind: `head ${status}`, wrong: text === '' ? undefined : 'HEAD has a body' }
    if (type.startsWith('application/problem+json')) return { kind: String(status), wrong: wrongInProblem(status, type, text, body) }
    const answer = parsed(text) as { data?: unknown, errors?: unknown } | undefined
    if (typeof answer !== 'object' || answer === null || !('data' in answer || 'errors' in answer)) return { kind: String(status), wrong: `it is no answer of GraphQL: ${status} ${text.slice(0, 200)}` }
    const kind = `${status} ${answer.data == null ? 'refused' : 'errors' in answer ? 'in part' : 'answered'}`
    if ('errors' in answer) return { kind, wrong: wrongInErrors(answer.errors, body) ?? unwritten() }
    return { kind, wrong: status === 200 ? undefined : `there are no errors in a ${status}` }

    /** What was refused before it ran has stored nothing. */
    function unwritten (): string | undefined {
      const after = counts()
      return 'data' in answer! || JSON.stringify(after) === JSON.stringify(before) ? undefined : `it is refused and yet stored: ${JSON.stringify([before, after])}`
    }
  }

  function requestOf (input: Input): Sent {
    if (!('carrying' in input)) {
      const { method = 'POST', url = '/graphql', headers = {}, payload } = ATTACKS[input.source.at]!
      return { method, url, headers, body: payload === undefined ? null : changedBytes(Buffer.from(payload), input.changes) }
    }
    const { query, variables } = queryOf(input.source)
    return carried({ query: changedText(query, input.texts), variables }, input.carrying, input.isAdmin ? { authorization: `Bearer ${adminKey}` } : {})
  }

  function queryOf (given: Source): Query {
    if (given.of === 'written') return write(given.choices)
    if (given.of === 'example') return { query: examples[given.at % examples.length]!, variables: {} }
    const shape = SHAPES[given.at]!(given.size)
    return typeof shape === 'string' ? { query: shape, variables: {} } : shape
  }

  return {
    inputs: fc.oneof({ weight: 9, arbitrary: written }, { weight: 1, arbitrary: listed }),
    judge,
    shown: input => {
      const { method, url, headers, body } = requestOf(input)
      return `${method} ${url.slice(0, 2_000)} ${JSON.stringify(headers)} ${body === null ? '' : shownBytes(body)}`
    },
    close
  }
}

const JSON_TYPE = { 'content-type': 'application/json' }
const TYPES = ['text/plain', 'application/graphql', 'application/json; charset=utf-16', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'application/graphql+json', '', 'application/json;charset=utf-8', 'application/JSON']
const EXTENSIONS: unknown[] = [null, [], 'x', {}, { persistedQuery: null }, { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } }, { persistedQuery: { version: 2 } }, { persistedQuery: { version: 1, sha256Hash: '__proto__' } }, { a: { b: {} } }]
const VARIABLES: unknown[] = [null, [], 'x', 1, '{}', { v0: { __proto__: null } }, { v0: [[[[]]]] }, { v0: 'x'.repeat(10_000) }, { v0: -0, v1: 1e308 }]

/** A query in a request, as it should be or as it should not. */
function carried ({ query, variables }: Query, { how, at, changes }: Carrying, headers: Record<string, string>): Sent {
  const json = Buffer.from(JSON.stringify({ query, variables }))
  const post = (body: Buffer, type: Record<string, string> = JSON_TYPE): Sent => ({ method: 'POST', url: '/graphql', headers: { ...headers, ...type, ...at % 3 === 1 && { accept: 'application/graphql-response+json' } }, body })
  switch (how) {
    case 'json': return post(json)
    case 'get': return { method: at % 9 === 0 ? 'HEAD' : 'GET', url: `/graphql?query=${encodeURIComponent(query.toWellFormed()).slice(0, 12_000)}&variables=${encodeURIComponent(JSON.stringify(variables).toWellFormed()).slice(0, 2_000)}`, headers, body: null }
    case 'batch': return post(Buffer.from(JSON.stringify(Array.from({ length: at % 20 }, () => ({ query, variables })))))
    case 'changed': return post(changedBytes(json, changes))
    case 'utf16': return post(Buffer.from(json.toString(), at % 2 === 0 ? 'utf16le' : 'latin1'))
    case 'type': return post(json, { 'content-type': TYPES[at % TYPES.length]! })
    case 'extensions': return post(Buffer.from(JSON.stringify({ query: at % 2 === 0 ? query : undefined, variables, operationName: at % 5 === 0 ? 'X' : null, extensions: EXTENSIONS[at % EXTENSIONS.length] })))
    case 'variables': return post(Buffer.from(JSON.stringify({ query, variables: VARIABLES[at % VARIABLES.length], operationName: at % 7 === 0 ? { toString: 1 } : undefined })))
  }
}

/** A query with changes between its words. */
function changedText (query: string, changes: readonly TextChange[]): string {
  return changes.reduce((text, { how, at, token }) => {
    const words = text.split(/(?<=[\s{}()[\]:,])/)
    const place = at % (words.length + 1)
    if (how === 'insert') words.splice(place, 0, ` ${token} `)
    else if (how === 'drop') words.splice(place, 1 + at % 3)
    else if (how === 'repeat') words.splice(place, 0, ...words.slice(place, place + 1 + at % 8))
    else words.splice(place, 2, words[place + 1] ?? '', words[place] ?? '')
    return words.join('')
  }, query)
}
