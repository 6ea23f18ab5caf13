// Plain JavaScript with its types beside it: Node strips no types under node_modules.
import createFetchClient from 'openapi-fetch'

const REMEMBERED = 200

/** See index.d.ts. */
export function createClient ({ key, remember = false, ...options }) {
  // Filters that take several values take them with commas between.
  const client = createFetchClient({ querySerializer: { array: { style: 'form', explode: false } }, ...options })
  if (key !== undefined) client.use(signing(key))
  if (remember) client.use(remembering())
  client.use(neverOlder())
  return client
}

const signing = key => ({
  async onRequest ({ request }) {
    const value = typeof key === 'function' ? await key() : key
    if (value) request.headers.set('authorization', `Bearer ${value}`)
    return request
  }
})

/** Sends how far the data had come that was seen last, so that a server with replicas answers nothing older. */
function neverOlder () {
  let seen = null
  return {
    onRequest ({ request }) {
      if (seen === null) return
      const own = request.headers.get('data-version')
      request.headers.set('data-version', own === null ? seen : `${own}, ${seen}`)
      return request
    },
    onResponse ({ response }) {
      seen = later(seen, response.headers.get('data-version'))
    }
  }
}

/** The later of two versions; answers may come in another order than they were asked for. */
function later (one, other) {
  if (one === null || other === null) return one ?? other
  const [a, b] = [one.split('.').map(Number), other.split('.').map(Number)]
  return a.map((number, at) => Math.max(number, b[at])).join('.')
}

/** Sends the ETag of an answer that is remembered, and gives the answer again where the server says that it still holds. */
function remembering () {
  const answers = new Map()
  const idOf = ({ url, headers }) => [url, headers.get('authorization'), headers.get('accept')].join(' ')
  return {
    onRequest ({ request }) {
      const known = answers.get(idOf(request))
      if (request.method !== 'GET' || known === undefined || request.headers.has('if-none-match')) return
      request.headers.set('if-none-match', known.headers.get('etag'))
      return request
    },
    onResponse ({ request, response }) {
      const id = idOf(request)
      const known = answers.get(id)
      if (request.method !== 'GET') return
      if (response.status === 304 && known !== undefined && request.headers.get('if-none-match') === known.headers.get('etag')) return known.clone()
      answers.delete(id)
      if (response.status === 200 && response.headers.has('etag')) answers.set(id, response.clone())
      if (answers.size > REMEMBERED) answers.delete(answers.keys().next().value)
    }
  }
}

export class ProblemError extends Error {
  constructor (problem, response) {
    super(problem.detail)
    this.name = 'ProblemError'
    this.code = problem.code
    this.status = response.status
    this.problem = problem
    this.response = response
  }
}

/** See index.d.ts. */
export async function unwrap (answer) {
  const { data, error, response } = await answer
  if (response.ok) return data
  // What stands between here and the server may refuse too, in words of its own.
  const problem = typeof error === 'object' && error !== null && 'code' in error ? error : { code: 'unknown', status: response.status, title: response.statusText, detail: `${response.url} answered ${response.status}` }
  throw new ProblemError(problem, response)
}

/** See index.d.ts. */
export async function * pages (client, path, init = {}) {
  let cursor = init.params?.query?.cursor
  do {
    const query = { ...init.params?.query, ...cursor != null && { cursor } }
    const page = await unwrap(client.GET(path, { ...init, params: { ...init.params, query } }))
    yield * page.items
    cursor = page.nextCursor
  } while (cursor !== null)
}
