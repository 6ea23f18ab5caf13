import { getIntrospectionQuery } from 'graphql/index.js'
import { asAdmin } from '../support/app.ts'

/** A request, and what it is answered with: its status, and the code of its first error (null: it is answered). */
export type Attack = { name: string, method?: 'GET' | 'POST', url?: string, headers?: Record<string, string>, payload?: string | Buffer, status: number, code: string | null, limit?: number }
type Expected = Pick<Attack, 'status' | 'code' | 'limit'>

const many = (count: number, one: (at: number) => string, between = ' '): string => Array.from({ length: count }, (_, at) => one(at)).join(between)
const around = (depth: number, open: string, inner: string, close: string): string => `${open.repeat(depth)}${inner}${close.repeat(depth)}`

const ANSWERED: Expected = { status: 200, code: null }
/** Refused by the reading or the validation of the query, which plain JSON answers with 200. */
const INVALID: Expected = { status: 200, code: 'invalid_request' }
/** Refused before the query is validated. */
const UNREAD: Expected = { status: 400, code: 'invalid_request' }
const tooLarge = (limit: number): Expected => ({ ...UNREAD, limit })
const OVERLONG: Expected = { status: 413, code: 'payload_too_large', limit: 20_000 }
const TOO_BIG: Expected = { status: 413, code: 'payload_too_large' }
const MEDIA: Expected = { status: 415, code: 'unsupported_media_type' }
const NOT_BY_GET: Expected = { status: 405, code: 'method_not_allowed' }
const NOT_FOUND: Expected = { status: 200, code: 'not_found' }

const json = (name: string, body: unknown, expected: Expected, headers: Record<string, string> = {}): Attack => raw(name, JSON.stringify(body), expected, headers)
const raw = (name: string, payload: string | Buffer, expected: Expected, headers: Record<string, string> = {}): Attack =>
  ({ name, payload, headers: { 'content-type': 'application/json', ...headers }, ...expected })
const query = (name: string, text: string, expected: Expected, variables?: unknown): Attack => json(name, { query: text, variables }, expected)
const get = (name: string, parts: string, expected: Expected, headers: Record<string, string> = {}): Attack => ({ name, method: 'GET', url: `/graphql?${parts}`, headers, ...expected })
const asText = encodeURIComponent

const circle = (depth: number): string => around(depth, 'goals { plan { ', 'id', ' } }')
/** Fragments that spread the next twice: 2^count fields. */
const doubling = (count: number): string => `{ plans { ...F0 } } ${many(count, at => `fragment F${at} on Plan { ...F${at + 1} ...F${at + 1} }`)} fragment F${count} on Plan { id }`
const rule = (depth: number): string => around(depth, '{"kind":"ALL_OF","rules":[', '{"kind":"MONITOR"}', ']}')
const ADD = 'mutation ($input: TargetInput!) { addTarget(goal: "frederikssund-2024.1", input: $input, expectedVersion: 1, reason: "x", validateOnly: true) { userErrors { code } } }'
const withRule = (text: string): string => `{"query":${JSON.stringify(ADD)},"variables":{"input":{"title":"T","window":{"start":"2024-01-01","deadline":"2024-12-31"},"rule":${text}}}}`

const OF_SHAPE: Attack[] = [
  query('deep', `{ plans { ${circle(10)} } }`, tooLarge(12)),
  query('deep, in inline fragments', `{ plans { ${around(500, '... on Plan { ', 'id', ' }')} } }`, ANSWERED),
  query('deep, in brackets', `{ plans(filter: ${'{a:'.repeat(2_000)}`, INVALID),
  query('deep, in list values', `{ figures(indicator: "x", areas: ${around(1_900, '[', '"DK"', ']')}) { items { value } } }`, INVALID),
  query('deep, in types of variables', `query ($x: ${around(1_500, '[', 'ID', ']')}) { plans { id } }`, INVALID),
  query('deep enough to end the stack of the reader', around(900, '{ a', '', '}'), tooLarge(12)),
  query('wide', `{ plans { ${many(1_200, at => `a${at}: id`)} } }`, tooLarge(1_000)),
  query('wide, the same field again and again', `{ plans { ${'id '.repeat(1_500)} } }`, tooLarge(1_000)),
  query('a thousand aliases at the root', `{ ${many(1_000, at => `a${at}: plans { id }`)} }`, INVALID),
  query('sixty aliases at the root', `{ ${many(60, at => `a${at}: plans { id }`)} }`, tooLarge(50)),
  query('fifty of the dearest lists at once', `{ ${many(50, at => `a${at}: targets(first: 500) { edges { node { id status { status } } } }`)} }`, ANSWERED),
  query('a status under many aliases', `{ plans { targets { ${many(300, at => `a${at}: status(asOf: "20${10 + at % 80}-01-${10 + at % 19}") { status }`)} } } }`, { ...INVALID, limit: 1_661 }),
  query('circular, as deep as may be', `{ plans { ${circle(5)} } }`, { ...INVALID, limit: 20_000 }),
  query('fragments in a circle of one', '{ plans { ...A } } fragment A on Plan { ...A }', INVALID),
  query('fragments in a circle of two', '{ plans { ...A } } fragment A on Plan { ...B } fragment B on Plan { ...A }', INVALID),
  query('fragments in a long circle', `{ plans { ...F0 } } ${many(200, at => `fragment F${at} on Plan { ...F${(at + 1) % 200} }`)}`, INVALID),
  query('fragments that double, ten times', doubling(10), tooLarge(1_000)),
  query('fragments that double, a hundred times', doubling(100), tooLarge(1_000)),
  query('fragments that nobody spreads', `{ plans { id } } ${many(300, at => `fragment F${at} on Plan { id }`)}`, INVALID),
  query('one fragment spread a thousand times', `{ plans { ${'...A '.repeat(900)} } } fragment A on Plan { id title }`, tooLarge(1_000)),
  query('fields that may not merge', `{ plans { ${many(600, at => `a: ${at % 2 === 0 ? 'id' : 'title'}`)} } }`, INVALID),
  query('the same fragment over overlapping fields', `{ plans { ${many(150, at => `...F${at}`)} } } ${many(150, at => `fragment F${at} on Plan { goals { id title } }`)}`, ANSWERED),
  query('directives by the thousand', `{ plans { id ${'@skip(if: false) '.repeat(300)} } }`, INVALID),
  query('directives that there are not', `{ plans { id ${'@nix '.repeat(1_500)} } }`, INVALID),
  query('empty aliases of __typename', `{ ${many(900, at => `a${at}: __typename`)} }`, tooLarge(50)),
  query('deferred and streamed', '{ plans @stream { id ... @defer { goals { id } } } }', INVALID),
  query('a subscription', 'subscription { plans { id } }', INVALID)
]

const OF_SCHEMA: Attack[] = [
  query('introspection, as the playground asks', getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true, specifiedByUrl: true, directiveIsRepeatable: true, oneOf: true }), ANSWERED),
  query('introspection in a circle', `{ __schema { types { ${around(8, 'fields { type { ', 'name', ' } }')} } } }`, tooLarge(500_000)),
  query('introspection in a circle of lists', '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }', INVALID),
  query('introspection under many aliases', `{ __schema { ${many(250, at => `a${at}: types { fields { name } }`)} } }`, tooLarge(500_000)),
  query('introspection of the largest type, again and again', `{ ${many(45, at => `a${at}: __type(name: "Mutation") { fields { args { ${many(10, one => `b${one}: name`)} type { ofType { inputFields { name description type { name kind } } } } } } }`)} }`, tooLarge(500_000)),
  query('fields that are nearly right', `{ ${many(900, at => `plan${at}`)} }`, tooLarge(50)),
  query('arguments that are nearly right', `{ plans(${many(900, at => `filte${at}: 1`)}) { id } }`, INVALID),
  query('types that are nearly right', `query (${many(500, at => `$v${at}: Pla${at}`)}) { plans { id } }`, INVALID),
  query('a schema of its own', 'type Query { a: String } schema { query: Query }', { ...INVALID }),
  query('a schema beside a query', '{ plans { id } } extend type Query { a: String }', INVALID)
]

const OF_OPERATIONS: Attack[] = [
  query('operations of one name', many(200, () => 'query A { plans { id } }'), INVALID),
  query('operations without names', many(200, () => '{ plans { id } }'), INVALID),
  json('an operation that there is not', { query: 'query A { plans { id } }', operationName: '__proto__' }, INVALID),
  json('a batch in an array', [{ query: '{ plans { id } }' }, { query: '{ plans { id } }' }], UNREAD),
  json('a thousand in an array', Array.from({ length: 1_000 }, () => ({ query: '{ plans { id } }' })), UNREAD),
  query('a hundred changes in one', `mutation { ${many(100, at => `a${at}: removeNote(id: "x.${at}") { version }`)} }`, tooLarge(50)),
  json('a persisted query without text', { extensions: { persistedQuery: { version: 1, sha256Hash: 'x'.repeat(64) } } }, UNREAD),
  json('a persisted query that nobody sent', { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }, NOT_FOUND),
  json('a persisted query by the name of every object', { documentId: '__proto__' }, UNREAD),
  json('a persisted query under the hash of another', { query: '{ plans { id } }', extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }, UNREAD),
  json('a persisted query beside text', { query: '{ plans { id } }', extensions: { persistedQuery: { version: 1, sha256Hash: '0' } } }, UNREAD),
  query('a subscription by POST', 'subscription { planChanged { cursor } }', UNREAD),
  json('a persisted query as mercurius writes it', { query: 'x'.repeat(64), persisted: true }, INVALID),
  get('a mutation by GET', `query=${asText('mutation { removeNote(id: "x.0") { version } }')}`, NOT_BY_GET, asAdmin),
  get('a mutation by GET behind a query', `query=${asText('query Q { plans { id } } mutation M { removeNote(id: "x.0") { version } }')}&operationName=M`, NOT_BY_GET, asAdmin),
  get('two queries by GET', 'query={plans{id}}&query={plans{id}}', UNREAD),
  get('a broken percent code', 'query=%E0%A4%A', INVALID),
  get('a name of the prototype', 'query={plans{id}}&variables[__proto__]=1&__proto__=1', ANSWERED),
  raw('a form from another site', 'query={plans{id}}', MEDIA, { 'content-type': 'application/x-www-form-urlencoded' }),
  raw('plain text from another site', '{"query":"{ plans { id } }"}', MEDIA, { 'content-type': 'text/plain' }),
  raw('a form of parts from another site', '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{"query":"{ plans { id } }"}\r\n--x--', MEDIA, { 'content-type': 'multipart/form-data; boundary=x' }),
  raw('JSON hidden behind another type', '{"query":"{ plans { id } }"}', MEDIA, { 'content-type': 'text/plain; application/json' })
]

const OF_VALUES: Attack[] = [
  query('variables of four megabytes', 'query ($x: ID!) { plan(id: $x) { id } }', NOT_FOUND, { x: 'x'.repeat(4_000_000) }),
  query('variables past what the server takes', 'query ($x: ID!) { plan(id: $x) { id } }', TOO_BIG, { x: 'x'.repeat(6_000_000) }),
  query('a hundred thousand variables', '{ plans { id } }', ANSWERED, Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`v${at}`, at]))),
  query('a list of two hundred thousand areas', 'query ($a: [ID!]) { figures(indicator: "x", areas: $a) { items { value } } }', INVALID, { a: Array.from({ length: 200_000 }, () => 'DK') }),
  query('a text of the query that is too long', `{ plans { id } } # ${'x'.repeat(30_000)}`, OVERLONG),
  query('comments alone', '# x\n'.repeat(4_000), INVALID),
  query('comments around a query', `${'#\n'.repeat(9_000)}{ plans { id } }`, ANSWERED),
  query('commas and blanks', `{${', '.repeat(9_000)}plans { id } }`, ANSWERED),
  query('a string without end', `{ plan(id: "${'x'.repeat(15_000)}`, INVALID),
  query('a block of quotes', `{ plan(id: """${'\\"""'.repeat(4_000)}""") { id } }`, NOT_FOUND),
  query('a string of null bytes', 'query ($x: ID!) { plan(id: $x) { id } }', INVALID, { x: '\0'.repeat(10) }),
  query('null bytes in a list of ids', '{ targets(filter: { plan: ["x\\u0000"] }) { edges { node { id } } } }', INVALID),
  query('null bytes in the query', '{ plans { id\0 } }', INVALID),
  query('half of a surrogate pair', 'query ($x: ID!) { plan(id: $x) { id } }', INVALID, { x: '\ud800' }),
  raw('malformed UTF-8', Buffer.concat([Buffer.from('{"query":"{ plan(id: \\"'), Buffer.from([0xc3, 0x28, 0xff, 0xfe]), Buffer.from('\\") { id } }"}')]), UNREAD),
  raw('UTF-16', Buffer.from('{"query":"{ plans { id } }"}', 'utf16le'), UNREAD),
  raw('malformed JSON', '{"query":"{ plans { id } }"', UNREAD),
  raw('JSON of a hundred thousand brackets', '['.repeat(100_000), UNREAD),
  raw('variables of a hundred thousand brackets', `{"query":"{ plans { id } }","variables":{"x":${around(100_000, '[', '1', ']')}}}`, ANSWERED),
  raw('__proto__ as a variable', '{"query":"query ($x: ID) { plans { id } }","variables":{"__proto__":{"x":"y"}}}', UNREAD),
  raw('constructor as a variable', '{"query":"query ($x: ID) { plans { id } }","variables":{"constructor":{"prototype":{"x":1}}}}', UNREAD),
  raw('nothing', 'null', UNREAD),
  raw('a body said to be compressed', 'x'.repeat(100), { status: 415, code: 'unsupported_media_type' }, { 'content-encoding': 'gzip' }),
  query('names of the prototype as ids', '{ a: plan(id: "__proto__") { id } b: kommune(code: "constructor") { id } c: indicator(id: "toString") { id } }', NOT_FOUND),
  query('an integer past 32 bits', '{ targets(first: 2147483648) { edges { node { id } } } }', INVALID),
  query('an integer below nothing', '{ targets(first: -1) { edges { node { id } } } }', INVALID),
  query('a number past all numbers', `{ targets(first: 1${'0'.repeat(400)}) { edges { node { id } } } }`, INVALID),
  query('a fraction where none is', 'query ($n: Int) { targets(first: $n) { edges { node { id } } } }', INVALID, { n: 1e308 }),
  query('a cursor of junk', 'query ($c: String) { targets(after: $c) { edges { node { id } } } }', INVALID, { c: 'A'.repeat(100_000) }),
  query('a date past all calendars', '{ kommuner(on: "99999-13-45") { id } }', INVALID),
  query('a flood of unknown values of an enum', 'query ($t: [EventType!]) { changes(types: $t) { items { id } } }', INVALID, { t: Array.from({ length: 20_000 }, (_, at) => `X${at}`) }),
  query('SQL in an id', '{ plan(id: "x\' or 1=1; drop table plans; --") { id } }', NOT_FOUND),
  { ...raw('rules in rules, a hundred deep', withRule(rule(100)), ANSWERED), headers: { 'content-type': 'application/json', ...asAdmin } },
  { ...raw('rules in rules, ten thousand deep', withRule(rule(10_000)), INVALID), headers: { 'content-type': 'application/json', ...asAdmin } },
  { ...raw('ten thousand rules in one', withRule(`{"kind":"ALL_OF","rules":[${many(10_000, () => '{"kind":"MONITOR"}', ',')}]}`), ANSWERED), headers: { 'content-type': 'application/json', ...asAdmin } }
]

export const ATTACKS: Attack[] = [...OF_SHAPE, ...OF_SCHEMA, ...OF_OPERATIONS, ...OF_VALUES]
