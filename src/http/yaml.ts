import { type Alias, isAlias, isMap, isNode, isScalar, Lexer, LineCounter, parseDocument, stringify } from 'yaml'
import { AppError, type Problem } from '../domain/errors.ts'
import { summaryOf } from '../services/input.ts'

/** The media type of YAML (RFC 9512), and the names that it had before. */
export const YAML = 'application/yaml'
export const YAML_NAMES = [YAML, 'application/x-yaml', 'text/yaml']

/** What is read, and where what stands at a JSON pointer was written: `line 12, column 5`. */
export type ReadYaml = { value: unknown, placeOf: (pointer: string) => string }

// Some 14 times the largest plan of the seed; reading as many takes about a second at worst.
const MOST_TOKENS = 150_000
const MOST_REPEATED = 1024 * 1024
const DEEPEST = 100
const SAME_AS_JSON = { version: '1.2', schema: 'core', resolveKnownTags: false, merge: false, customTags: null } as const

/**
 * Reads one document of YAML 1.2, its core schema alone: what JSON can say, and nothing else. Dates stay texts.
 * @throws AppError `invalid_request` with line and column: bad syntax, tags, a name twice, aliases that repeat more than 1 MB; `payload_too_large`
 */
export function readYaml (text: string): ReadYaml {
  countTokens(text)
  const lines = new LineCounter()
  const placeAt = (offset: number): string => {
    const { line, col } = lines.linePos(offset)
    return `line ${line}, column ${col}`
  }
  const document = parsed(text, lines)
  const [worst] = [...document.errors, ...document.warnings]
  if (worst !== undefined) throw refused(wordingOf(worst), placeAt(worst.pos[0]))
  const value = createPlainReader(placeAt)(document.contents, 0)
  const offsetOf = (node: unknown): number => isNode(node) ? node.range?.[0] ?? 0 : 0
  return { value, placeOf: pointer => placeAt(offsetOf(closest(document, pointer))) }
}

/** Names are compared by what is read of them, for the library compares each with each. */
function parsed (text: string, lineCounter: LineCounter) {
  try {
    return parseDocument(text, { ...SAME_AS_JSON, lineCounter, uniqueKeys: false, stringKeys: true, prettyErrors: false, logLevel: 'error' })
  } catch (error) {
    if (error instanceof RangeError) throw refused(TOO_DEEP, 'line 1, column 1')
    throw error
  }
}

function countTokens (text: string): void {
  const tokens = new Lexer().lex(text)
  for (let count = 0; tokens.next().done !== true; count++) {
    if (count === MOST_TOKENS) throw new AppError('payload_too_large', 'The YAML has more names, values and lines than are read at once: send it as JSON.')
  }
}

/** Makes plain values of nodes. An alias is the value of its anchor; what all of them repeat is bounded, as readers count each. */
function createPlainReader (placeAt: (offset: number) => string) {
  const anchors = new Map<string, { value: unknown, size: number }>()
  let repeated = 0

  function read (node: unknown, depth: number): unknown {
    if (!isNode(node)) return null
    const [start, end] = node.range ?? [0, 0]
    if (depth > DEEPEST) throw refused(TOO_DEEP, placeAt(start))
    if (isAlias(node)) return readAlias(node, placeAt(start))
    const before = repeated
    // An alias inside of what its own anchor names would have no end.
    if (node.anchor !== undefined) anchors.delete(node.anchor)
    const value = isScalar(node) ? node.value : isMap(node) ? readMap(node.items, depth) : (node as unknown as { items: unknown[] }).items.map(item => read(item, depth + 1))
    if (node.anchor !== undefined) anchors.set(node.anchor, { value, size: end - start + repeated - before })
    return value
  }

  function readAlias ({ source }: Alias, place: string): unknown {
    const known = anchors.get(source)
    if (known === undefined) throw refused(`the alias *${source.slice(0, 60)} names no anchor that is complete before it`, place)
    repeated += known.size
    if (repeated > MOST_REPEATED) throw refused('the aliases repeat more than 1 MB together: write it out, or repeat less', place)
    return known.value
  }

  function readMap (items: readonly { key: unknown, value: unknown }[], depth: number): Record<string, unknown> {
    const fields = new Map<string, unknown>()
    for (const { key, value } of items) {
      const place = placeAt(isNode(key) ? key.range?.[0] ?? 0 : 0)
      if (!isScalar(key) || typeof key.value !== 'string') throw refused('a name must be a text', place)
      if (key.value === '__proto__') throw refused('the name __proto__ is not taken', place)
      if (fields.has(key.value)) throw refused(`the name ${JSON.stringify(key.value.slice(0, 60))} stands twice in one object`, place)
      fields.set(key.value, read(value, depth + 1))
    }
    return Object.fromEntries(fields)
  }

  return read
}

/** The node that a JSON pointer names, or the nearest around it. */
function closest (document: ReturnType<typeof parseDocument>, pointer: string): unknown {
  const path = pointer.split('/').slice(1).map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node)) return node
  }
  return document.contents
}

const TOO_DEEP = 'it is nested too deeply'
const WORDINGS: Record<string, string> = {
  MULTIPLE_DOCS: 'a second document begins: send one',
  NON_STRING_KEY: 'a name must be a text',
  TAG_RESOLVE_FAILED: 'a tag that is not known here: leave it out, and write texts in quotes'
}

const wordingOf = ({ code, message }: { code: string, message: string }): string => /call stack/.test(message) ? TOO_DEEP : WORDINGS[code] ?? message.slice(0, 200)

const refused = (detail: string, place: string): AppError =>
  new AppError('invalid_request', `The YAML cannot be read at ${place}: ${detail}.`, [{ pointer: '', code: 'invalid_yaml', detail: `${place}: ${detail}` }])

// An answer must not take long to be made.
const PLACES_TOLD = 50

/** The same refusal with line and column of what it names in YAML; a text that YAML reads as something else is told how it is written. */
export function withPlaces (refusal: AppError, placeOf: ReadYaml['placeOf']): AppError {
  const problems = refusal.problems.map((problem, at): Problem => {
    if (at >= PLACES_TOLD || (problem.pointer !== '' && !problem.pointer.startsWith('/'))) return problem
    const quoted = /expected string, received (number|boolean|null)$/.test(problem.detail) ? ': write it in quotes' : ''
    return { ...problem, detail: `${problem.detail}${quoted} (${placeOf(problem.pointer)})` }
  })
  const message = refusal.message === summaryOf(refusal.problems) ? summaryOf(problems) : refusal.message
  return new AppError(refusal.code, message, problems, refusal.members)
}

/** Writes YAML that readers of 1.1 take for the same: what either version reads as a date, number or truth value is a text in quotes. */
export const writeYaml = (value: unknown): string =>
  stringify(value, { ...SAME_AS_JSON, compat: 'yaml-1.1', lineWidth: 0, aliasDuplicateObjects: false })
