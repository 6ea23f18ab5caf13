import { createHash } from 'node:crypto'
import { AppError } from '../src/domain/errors.ts'
import { LIMITS } from './limits.ts'

/** What of a request says which query it means. Nothing of it is checked yet. */
export type Request = { query?: unknown, documentId?: unknown, operationName?: unknown, variables?: unknown, extensions?: unknown }
export type Documents = ReturnType<typeof createDocuments>

/** So many queries are remembered that clients sent with their hash. */
const REMEMBERED = 500
/** What clients know this refusal by: they send the query again, with its text. */
export const NOT_FOUND = 'PersistedQueryNotFound'

export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/**
 * The queries that may be asked for by the SHA-256 of their text: those of a list, and, unless the list is all there is, those that clients
 * sent once with text and hash (automatic persisted queries).
 * @param list texts by hash
 * @param only whether nothing else than the list is run
 */
export function createDocuments ({ list = new Map(), only = false }: { list?: ReadonlyMap<string, string>, only?: boolean } = {}) {
  // A Map keeps the order of insertion, so the first key is the one that was asked for longest ago.
  const remembered = new Map<string, string>()

  function recall (hash: string): string | undefined {
    const text = remembered.get(hash)
    if (text !== undefined) remember(hash, text)
    return text
  }

  function remember (hash: string, text: string): void {
    remembered.delete(hash)
    remembered.set(hash, text)
    const [oldest] = remembered.keys()
    if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest)
  }

  /**
   * The text of the query that a request means.
   * @throws AppError that names the place, or is {@link NOT_FOUND}
   */
  function textOf (request: Request): string {
    const hash = hashIn(request)
    // Clients that ask by hash may write an empty text: over a WebSocket they must.
    const text = hash !== undefined && (request.query == null || request.query === '') ? undefined : checkText(request.query)
    if (only) return allowed(hash, text)
    if (hash === undefined) return text!
    if (text === undefined) return found(hash)
    if (hashOf(text) !== hash) throw refused('/query', 'does not have the SHA-256 that was sent with it: hash exactly the text that is sent, in UTF-8')
    if (!list.has(hash)) remember(hash, text)
    return text
  }

  function found (hash: string): string {
    const text = list.get(hash) ?? recall(hash)
    if (text === undefined) throw new AppError('not_found', NOT_FOUND, [{ pointer: '', code: 'not_found', detail: 'there is no query with this hash here, or no more: send it once with its text in query' }])
    return text
  }

  function allowed (hash: string | undefined, text: string | undefined): string {
    const known = list.get(text === undefined ? hash! : hashOf(text))
    if (known === undefined) throw new AppError('forbidden', 'This server runs only the documents of its list (GRAPHQL_DOCUMENTS_ONLY), and this is none of them: ask for one of them, or have its operator add this one.')
    return known
  }

  return { textOf }
}

/** The hash that a request names, as `documentId` or in the extension `persistedQuery`, in lower case; undefined where it names none. */
function hashIn ({ documentId, extensions }: Request): string | undefined {
  const inId = documentId == null ? undefined : readHash('/documentId', documentId)
  const persisted = typeof extensions === 'object' && extensions !== null && 'persistedQuery' in extensions ? extensions.persistedQuery : undefined
  if (persisted == null) return inId
  const { version, sha256Hash } = persisted as { version?: unknown, sha256Hash?: unknown }
  if (version !== 1) throw refused('/extensions/persistedQuery/version', 'is not 1')
  const hash = readHash('/extensions/persistedQuery/sha256Hash', sha256Hash)
  if (inId !== undefined && inId !== hash) throw refused('/documentId', 'is another document than that of extensions.persistedQuery: send one of them')
  return hash
}

function readHash (pointer: string, value: unknown): string {
  const hash = typeof value === 'string' ? /^(?:sha256:)?([\da-f]{64})$/i.exec(value)?.[1] : undefined
  if (hash === undefined) throw refused(pointer, 'is not the SHA-256 of a query: 64 hexadecimal digits')
  return hash.toLowerCase()
}

function checkText (query: unknown): string {
  if (typeof query !== 'string' || query.trim() === '') throw refused('/query', 'is needed: the text of a GraphQL query')
  if (query.length > LIMITS.characters) {
    const detail = `has ${query.length} characters, and ${LIMITS.characters} is the most: send data as variables, and ask in several queries`
    throw new AppError('payload_too_large', `/query: ${detail}`, [{ pointer: '/query', code: 'query_too_large', detail }], { cost: query.length, limit: LIMITS.characters })
  }
  if (isJson(query)) throw refused('/query', 'is JSON, not the text of a GraphQL query')
  return query
}

/** How JSON may begin: hardly any GraphQL document does, so that hardly any is read as JSON in vain. */
const LIKE_JSON = /^\s*(?:["[\d-]|\{\s*["}]|(?:true|false|null)\s*$)/

/** No GraphQL document is valid JSON. */
function isJson (text: string): boolean {
  if (!LIKE_JSON.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const refused = (pointer: string, detail: string): AppError => new AppError('invalid_request', `${pointer}: ${detail}`, [{ pointer, code: 'invalid_value', detail }])
