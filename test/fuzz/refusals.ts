import { ERROR_CODES } from '../../src/domain/errors.ts'

type Place = { pointer?: unknown, code?: unknown, detail?: unknown }
type Refusal = { type?: unknown, title?: unknown, status?: unknown, detail?: unknown, code?: unknown, errors?: Place[] }

/** Words of the program's inside; a sender's own are none. */
const INTERNALS = /node_modules|\.[mc]?[jt]s:\d+|SQLITE|drizzle|postgres|ECONN|TypeError|RangeError|undefined|\[object |at async/
const POINTER = /^(\/.*)?$|^\?|^[A-Z][\w-]*$/s
const SHORTEST = 15

/** What is wrong with a refusal as a problem document that names place and remedy; undefined where nothing is. */
export function wrongInProblem (status: number, type: string, text: string, sent: string): string | undefined {
  if (status === 500) return `it is a 500: ${text.slice(0, 500)}`
  if (!type.startsWith('application/problem+json')) return `a ${status} is of the type ${type}: ${text.slice(0, 200)}`
  const problem = parsed(text) as Refusal | undefined
  if (typeof problem !== 'object' || problem === null) return `a ${status} is no JSON: ${text.slice(0, 200)}`
  const { code, detail, title, errors = [] } = problem
  if (problem.status !== status || problem.type !== `urn:problem:maalopfoelgning:${String(code)}` || typeof title !== 'string') return `the problem is not that of its ${status}: ${text.slice(0, 200)}`
  return wrongInWords(code, detail, sent) ?? wrongInPlaces(errors, sent)
}

/** What is wrong with the errors of a GraphQL answer. */
export function wrongInErrors (errors: unknown, sent: string): string | undefined {
  if (!Array.isArray(errors) || errors.length === 0) return `the errors are no list: ${JSON.stringify(errors)}`
  for (const { message, extensions } of errors as { message?: unknown, extensions?: { code?: unknown, errors?: Place[] } }[]) {
    const wrong = wrongInWords(extensions?.code, message, sent) ?? wrongInPlaces(extensions?.errors ?? [], sent)
    if (wrong !== undefined) return wrong
  }
  return undefined
}

function wrongInWords (code: unknown, text: unknown, sent: string): string | undefined {
  if (code === 'internal') return `it is an inner error: ${String(text)}`
  if (!ERROR_CODES.includes(code as never)) return `there is no code ${JSON.stringify(code)}: ${String(text)}`
  if (typeof text !== 'string' || text.length < SHORTEST) return `the refusal says too little: ${JSON.stringify(text)}`
  const [word] = INTERNALS.exec(text) ?? []
  return word !== undefined && !sent.includes(word) ? `the refusal tells of the inside (${word}): ${text.slice(0, 300)}` : undefined
}

function wrongInPlaces (places: Place[], sent: string): string | undefined {
  for (const { pointer, code, detail } of places) {
    if (typeof pointer !== 'string' || !POINTER.test(pointer)) return `${JSON.stringify(pointer)} is no place`
    if (typeof code !== 'string' || typeof detail !== 'string' || detail.length < 3) return `the place ${pointer} says too little: ${JSON.stringify({ code, detail })}`
    const [word] = INTERNALS.exec(detail) ?? []
    if (word !== undefined && !sent.includes(word)) return `the place ${pointer} tells of the inside (${word}): ${detail.slice(0, 300)}`
  }
  return undefined
}

export function parsed (text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
