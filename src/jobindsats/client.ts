import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { AppError } from '../domain/errors.ts'
import type { FileBody } from '../services/files.ts'

const TRIES = 5
const LONGEST_WAIT = 120_000
const MOST_BYTES = 50 * 1024 * 1024
/** What may go better a moment later. */
const PASSING = [429, 502, 503, 504]

export type JobindsatsClient = ReturnType<typeof createJobindsatsClient>
export type ClientOptions = { url: string, token: string, now: () => Date, wait?: (milliseconds: number) => Promise<unknown>, timeout?: number }

/**
 * Asks the API of Jobindsats. What is refused for the moment is asked again, as late as `Retry-After` says, at most five times in all. The
 * token is sent to that address alone, and never shown.
 * @param options `timeout` in milliseconds for each try
 */
export function createJobindsatsClient ({ url, token, now, wait = setTimeout, timeout = 120_000 }: ClientOptions) {
  const base = url.replace(/\/+$/, '')

  /** The answer to a GET, whole. @throws AppError with what Jobindsats says, and what to do about it */
  async function get (path: string): Promise<FileBody> {
    for (let attempt = 1; ; attempt++) {
      const outcome = await tryOnce(path)
      if ('body' in outcome) return outcome.body
      if (attempt === TRIES || outcome.retryIn === null) throw outcome.error
      if (outcome.retryIn > LONGEST_WAIT) throw new AppError('unavailable', `${outcome.error.message} It asks to be left alone for ${Math.ceil(outcome.retryIn / 1000)} seconds: try again then.`)
      await wait(Math.max(outcome.retryIn, 0) || 1000 * 2 ** (attempt - 1))
    }
  }

  /** One try: the answer, or why there is none and in how many milliseconds to try again (0: soon; null: never). */
  async function tryOnce (path: string): Promise<{ body: FileBody } | { error: AppError, retryIn: number | null }> {
    const place = path.split('?', 1)[0]
    try {
      const response = await fetch(base + path, { headers: { authorization: `Bearer ${token}`, accept: 'application/json' }, redirect: 'manual', signal: AbortSignal.timeout(timeout) })
      if (response.ok) return { body: await gather(response, path) }
      const isPassing = PASSING.includes(response.status)
      return { error: refusal(response.status, await explanation(response), place), retryIn: isPassing ? waitOf(response.headers.get('retry-after'), now()) : null }
    } catch (error) {
      if (error instanceof AppError) throw error
      const { name, cause, message } = error as Error
      const why = name === 'TimeoutError' ? `it did not answer within ${timeout / 1000} seconds` : cause instanceof Error ? cause.message || cause.name : message
      return { error: new AppError('unavailable', `Jobindsats cannot be reached (${base}${place}): ${why}.`), retryIn: 0 }
    }
  }

  /** The table as the data call answers it, as a file that imports take. */
  const data = (table: string, query: Record<string, string>): Promise<FileBody> =>
    get(`/data/${encodeURIComponent(table)}?${queryText(query)}`)

  /** What the API tells of a table, or of all of them. */
  const describe = async (table: string): Promise<unknown> => jsonOf(await get(`/table/${encodeURIComponent(table)}?format=json`))
  const tables = async (): Promise<unknown> => jsonOf(await get('/tables?format=json'))

  return { data, describe, tables }
}

/** The parameters as the API's guide writes them: `*`, `/`, `:` and `,` as they are. */
const queryText = (query: Record<string, string>): string =>
  new URLSearchParams(query).toString().replace(/%(2A|2F|3A|2C)/g, code => decodeURIComponent(code))

/** How long `Retry-After` says to wait, in milliseconds: it is seconds or a date. 0 where it says nothing. */
function waitOf (header: string | null, now: Date): number {
  if (header === null) return 0
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? 0 : Math.max(0, at - now.getTime())
}

async function gather (response: Response, path: string): Promise<FileBody> {
  const pieces: Uint8Array[] = []
  const hash = createHash('sha256')
  let size = 0
  for await (const piece of response.body ?? []) {
    size += piece.length
    if (size > MOST_BYTES) throw new AppError('payload_too_large', `Jobindsats answers ${path.split('?', 1)[0]} with more than ${MOST_BYTES / 1024 / 1024} MB: ask for fewer periods by --latest.`)
    pieces.push(piece)
    hash.update(piece)
  }
  return { pieces, size, hash: hash.digest('hex'), charset: null }
}

function jsonOf ({ pieces }: FileBody): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(Buffer.concat(pieces)))
  } catch {
    throw new AppError('unavailable', 'Jobindsats answers with something that is no JSON.')
  }
}

type Explanation = { cause: string, request: string | null }

/** What the body of a refusal says: `{ code, cause, request_id }`, or its first words. */
async function explanation (response: Response): Promise<Explanation> {
  const text = (await response.text()).slice(0, 2000)
  try {
    const { cause, request_id: request } = JSON.parse(text) as Record<string, unknown>
    return { cause: typeof cause === 'string' ? cause : text.slice(0, 200), request: typeof request === 'string' ? request : null }
  } catch {
    return { cause: text.replace(/\s+/g, ' ').trim().slice(0, 200), request: null }
  }
}

const REMEDIES: Record<number, string> = {
  401: 'Check JOBINDSATS_TOKEN: it is given by mail, and v3 takes no key of v2.',
  403: 'Check JOBINDSATS_TOKEN: it may not read this.',
  404: 'Check the table of the mapping.',
  422: 'Check the table and the query of the mapping (PUT /v1/mappings).'
}

function refusal (status: number, { cause, request }: Explanation, place: string | undefined): AppError {
  const remedy = REMEDIES[status] ?? (status === 429 ? 'It is asked too often: try again later.' : status >= 500 ? 'Try again later.' : status < 400 ? 'JOBINDSATS_URL leads elsewhere: write the address that it leads to.' : '')
  const code = status === 401 || status === 403 ? 'forbidden' : status === 429 || status >= 500 ? 'unavailable' : 'unprocessable'
  return new AppError(code, `Jobindsats refuses ${place}: ${status}${cause === '' ? '' : ` ${cause}`}${request === null ? '' : ` (request ${request})`}. ${remedy}`.trim())
}
