import { readFileSync } from 'node:fs'
import { type GraphQLSchema, parse, specifiedRules, validate, type ValidationRule } from 'graphql/index.js'
import { z } from 'zod'
import { hashOf } from './documents.ts'
import { checkShape, LIMITS } from './limits.ts'

const file = z.record(z.string(), z.string())

/**
 * Reads a list of documents: a JSON object of texts by their SHA-256, as graphql-codegen's `persistedDocuments` writes it with
 * `hashAlgorithm: 'sha256'`; `sha256:` may stand before a hash. Each is checked as a query is.
 * @returns the texts by hash
 * @throws Error that names the file, the document and what is wrong
 */
export function readDocumentList (path: string, schema: GraphQLSchema, rules: readonly ValidationRule[]): Map<string, string> {
  const list = new Map<string, string>()
  for (const [id, text] of Object.entries(readObject(path))) {
    const hash = id.replace(/^sha256:/, '').toLowerCase()
    const problem = hash === hashOf(text) ? problemOf(text, schema, rules) : `is not the SHA-256 of its text, which is ${hashOf(text)}: make the file with hashAlgorithm: 'sha256'`
    if (problem !== undefined) throw new Error(`GRAPHQL_DOCUMENTS: ${path}: the document ${JSON.stringify(id.slice(0, 80))} ${problem}`)
    list.set(hash, text)
  }
  return list
}

function readObject (path: string): Record<string, string> {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`GRAPHQL_DOCUMENTS: ${path} cannot be read as JSON: ${error instanceof Error ? error.message : 'unknown'}`)
  }
  const result = file.safeParse(value)
  if (!result.success) throw new Error(`GRAPHQL_DOCUMENTS: ${path} is not an object of texts by their SHA-256, such as {"<64 hexadecimal digits>": "query …"}`)
  return result.data
}

/** What is wrong with a document; undefined where it can be run. */
function problemOf (text: string, schema: GraphQLSchema, rules: readonly ValidationRule[]): string | undefined {
  if (text.length > LIMITS.characters) return `has ${text.length} characters, and ${LIMITS.characters} is the most`
  try {
    const document = parse(text, { maxTokens: LIMITS.tokens })
    checkShape(document)
    const [error] = validate(schema, document, [...specifiedRules, ...rules])
    return error && `cannot be run: ${error.message}`
  } catch (error) {
    return `cannot be run: ${error instanceof Error ? error.message : 'unknown'}`
  }
}
