type HeaderSchema = { type: 'string', maxLength?: number, pattern?: string }
type Header = { description: string, schema: HeaderSchema, example: string }

/** Node takes headers of so many bytes together. */
const MOST = 16_384
const ENTITY_TAGS = '^\\s*(?:\\*|(?:W/)?"[^"]*"(?:\\s*,\\s*(?:W/)?"[^"]*")*)\\s*$'
const SENT: Record<string, HeaderSchema> = {
  'Data-Version': { type: 'string', maxLength: MOST, pattern: '^\\s*(?:\\d{1,15}\\.\\d{1,15}|evt-\\d{1,15})(?:\\s*,\\s*(?:\\d{1,15}\\.\\d{1,15}|evt-\\d{1,15}))*\\s*$' },
  'Idempotency-Key': { type: 'string', maxLength: 255, pattern: '^[!-~]+$' },
  'If-Match': { type: 'string', maxLength: MOST, pattern: ENTITY_TAGS },
  'If-None-Match': { type: 'string', maxLength: MOST, pattern: ENTITY_TAGS }
}

/** The schema of a header that is sent. */
export const schemaOfHeader = (name: string): HeaderSchema => SENT[name] ?? { type: 'string', maxLength: MOST, pattern: '^[\\t -~]*$' }

/** The headers that answers may have, whichever the operation. */
export const ANSWER_HEADERS: Record<string, Header> = {
  'X-Request-Id': { description: 'The id of the request: the one that was sent, or a new one. The audit trail and the server\'s log name it.', schema: { type: 'string', maxLength: 128, pattern: '^[\\w.:@=+/-]+$' }, example: '0f3b8a52-7c1d-4f4e-9a55-2f6f3d1f0c11' },
  RateLimit: { description: 'How many requests are left (r) and in how many seconds they are counted anew (t); absent where the server does not count.', schema: { type: 'string' }, example: '"minute";r=29999;t=60' },
  'RateLimit-Policy': { description: 'How many requests (q) may be sent in how many seconds (w); absent where the server does not count.', schema: { type: 'string' }, example: '"minute";q=30000;w=60' },
  'Access-Control-Allow-Origin': { description: 'Which origin\'s pages may read the answer, as the server is configured; absent where it may be none.', schema: { type: 'string' }, example: '*' },
  'Data-Version': { description: 'How far the data has come that the answer shows, or the write that it tells of: send it back as Data-Version. Only where the server reads from replicas.', schema: { type: 'string', pattern: '^\\d{1,15}\\.\\d{1,15}$' }, example: '1041.2210' },
  ETag: { description: 'Names the version of the answer: send it back as If-None-Match. That of a plan, a goal or a target begins with the plan\'s version, which If-Match takes.', schema: { type: 'string', maxLength: 200 }, example: 'W/"m2Zc0xkQx1V7h3uXo9aB2w"' },
  'Retry-After': { description: 'How many seconds to wait before the request is sent again.', schema: { type: 'string', pattern: '^\\d+$' }, example: '12' },
  'WWW-Authenticate': { description: 'How to say who one is.', schema: { type: 'string' }, example: 'Bearer' }
}

const EVERY = ['X-Request-Id', 'RateLimit', 'RateLimit-Policy', 'Access-Control-Allow-Origin', 'Data-Version']
const ALSO: Record<string, string[]> = { 401: ['WWW-Authenticate'], 429: ['Retry-After'], 503: ['Retry-After'] }

/** What every read may be sent, and what it is answered where that holds. */
export const IF_NONE_MATCH = { name: 'If-None-Match', in: 'header', required: false, description: 'The ETag of a copy, or several with commas between: 304 where one is current. What is shown as known now is then as it was when the copy was made, for nothing was written since.', schema: SENT['If-None-Match'] }
export const DATA_VERSION = { name: 'Data-Version', in: 'header', required: false, description: 'What you have seen: the Data-Version of an answer, or the id of an event, or several with commas between. The answer is then no older. Without it a server with replicas may answer as things stood some seconds before.', schema: SENT['Data-Version'], example: '1041.2210' }
export const NOT_MODIFIED = { 304: 'A copy named by If-None-Match is current.' }

/** References to the headers of an answer with this status; of a read, those of its version too. */
export const headersOf = (status: number | string, method?: string): Record<string, { $ref: string }> =>
  Object.fromEntries([...EVERY, ...ALSO[status] ?? [], ...method === 'GET' ? ['ETag'] : []].map(name => [name, { $ref: `#/components/headers/${name}` }]))
