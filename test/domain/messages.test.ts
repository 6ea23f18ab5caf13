import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { ERROR_CODES } from '../../src/domain/errors.ts'
import { bilingual, PROBLEM_CODES } from '../../src/domain/messages.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const lines = ['src/services', 'src/http', 'graphql'].flatMap(folder => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts') && !name.startsWith('answers/')).flatMap(name => readFileSync(join(root, folder, name), 'utf8').split('\n')))

/** The codes that problems are given: written out as such, in a call that reports one, or made of the name of a thing. */
const given = lines.filter(line => !/^\s*(import|export type|type) /.test(line)).flatMap(line => [
  ...[...line.matchAll(/code: '([a-z]\w*)'/g)].map(([, code]) => code!),
  ...[...line.matchAll(/unknownParameter\([^,]+, .+?, '(\w+)', /g)].map(([, thing]) => `unknown_${thing}`),
  ...[...line.matchAll(/(?:report|problem)\((?:'[^']*'|[^']*), '([a-z]+(?:_[a-z]+)+)'/g)].map(([, code]) => code!),
  ...[...line.matchAll(/\bcode = '(\w+)'/g)].map(([, code]) => code!),
  ...[...line.matchAll(/(?:refused|refusedParameter)\(.*'([a-z]+(?:_[a-z]+)+)'(?:, [^']*)?\)/g)].map(([, code]) => code!)
])
/** What zod calls its issues; input.ts gives three of them other codes. */
const FROM_ZOD = ['invalid_type', 'too_big', 'too_small', 'invalid_format', 'not_multiple_of', 'invalid_key', 'invalid_element', 'invalid_value']
const BY_OTHER_NAMES = ['custom']

describe('what problems are called in Danish', () => {
  const codes = [...new Set([...given, ...FROM_ZOD])].filter(code => !BY_OTHER_NAMES.includes(code))

  test('is known of every code that a problem is given', () => {
    expect(codes.length).toBeGreaterThan(70)
    expect(codes.filter(code => !(PROBLEM_CODES as readonly string[]).includes(code) && !(ERROR_CODES as readonly string[]).includes(code))).toEqual([])
  })

  test('is known of no code that nobody gives any more', () => {
    expect(PROBLEM_CODES.filter(code => !codes.includes(code))).toEqual([])
  })

  test.each([...PROBLEM_CODES, ...ERROR_CODES])('%s: a short sentence of its own, with what to do', code => {
    const { da, en } = bilingual({ pointer: '/x', code, detail: 'is wrong' })
    expect(da).toMatch(/^[A-ZÆØÅ].{15,160}\.$/)
    expect(en).toBe('/x: is wrong')
  })

  test('of a code that is not known is said in general, and nothing of the object is taken for a code', () => {
    for (const code of ['no_such_code', 'constructor', '__proto__', '']) expect(bilingual({ pointer: '', code, detail: 'is wrong' })).toEqual({ da: 'Det kan ikke bruges, som det er: se den engelske besked.', en: 'is wrong' })
  })
})
