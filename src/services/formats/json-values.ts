import { setImmediate } from 'node:timers/promises'
import { Tokenizer, TokenParser, TokenType } from '@streamparser/json'
import { AppError } from '../../domain/errors.ts'
import type { FileBody } from '../files.ts'
import { readText } from './text.ts'

/** A value of a document that was asked for, and the names and numbers on the way to it. */
export type Found = { path: readonly (string | number)[], value: unknown }

const DEEPEST = 40
/** Characters that are read before others get their turn: some milliseconds, for they may be thousands of values. */
const TURN = 8 * 1024

/**
 * The values of a JSON file at some paths (`$.rows.*`), in the order of the file and some at a time: what was not asked for is not kept.
 * @param names is given the first names of the outermost object, for those who found nothing
 * @throws AppError `invalid_request` where the file is no JSON
 */
export async function * jsonValues (file: Pick<FileBody, 'pieces' | 'charset' | 'signal'>, paths: readonly string[], names: string[] = []): AsyncGenerator<Found[]> {
  let found: Found[] = []
  const parser = new TokenParser({ paths: [...paths], keepStack: false })
  parser.onValue = ({ value, key, stack }) => {
    const path: (string | number)[] = []
    for (let at = 1; at < stack.length; at++) path.push(stack[at]!.key as string | number)
    path.push(key as string | number)
    found.push({ path, value })
  }
  parser.onError = error => { throw error }
  parser.onEnd = () => {}
  const tokenizer = new Tokenizer()
  let depth = 0
  let before: unknown
  tokenizer.onToken = token => {
    if (token.token === TokenType.LEFT_BRACE || token.token === TokenType.LEFT_BRACKET) depth++
    else if (token.token === TokenType.RIGHT_BRACE || token.token === TokenType.RIGHT_BRACKET) depth--
    else if (token.token === TokenType.COLON && depth === 1 && names.length < 10) names.push(String(before))
    if (depth > DEEPEST) throw new Error(`it is nested more than ${DEEPEST} deep`)
    before = token.value
    parser.write(token)
  }
  tokenizer.onError = error => { throw error }
  tokenizer.onEnd = () => {}

  const step = (read: () => void): Found[] => {
    try {
      read()
    } catch (error) {
      throw noJson((error as Error).message)
    }
    const values = found
    found = []
    return values
  }
  for await (const text of readText(file)) {
    for (let at = 0; at < text.length;) {
      const end = wholeCharacters(text, at + TURN)
      const part = text.slice(at, end)
      yield step(() => tokenizer.write(part))
      await setImmediate()
      at = end
    }
  }
  yield step(() => {
    tokenizer.end()
    if (!parser.isEnded) throw new Error('it ends in the middle')
  })
}

/** A place to cut a text at, after the character that it would cut in two. */
const wholeCharacters = (text: string, at: number): number => (text.codePointAt(at - 1) ?? 0) > 0xffff ? at + 1 : at

function noJson (reason: string): AppError {
  const detail = `is no JSON that can be read: ${reason.replace(/\.$/, '').slice(0, 200)}`
  return new AppError('invalid_request', `The file ${detail}. Send it as it was fetched.`, [{ pointer: '', code: 'invalid_json', detail }])
}
