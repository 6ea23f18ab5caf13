import { setImmediate } from 'node:timers/promises'
import { TextDecoder } from 'node:util'
import { Parser } from 'saxen'

/** What is wrong with a document, in words for the one who sent it. */
export class XmlError extends Error {}

export type XmlHandlers = {
  open?: (name: string, attribute: (name: string) => string | undefined) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

const DEEPEST = 100
const MOST_ATTRIBUTES = 100
const MOST_FAULTS = 100
const LONGEST_TOKEN = 1024 * 1024

/**
 * Reads XML (UTF-8) as it comes, and tells of its elements, without their prefixes. After each piece it yields, so that what was found can
 * be handed on; others get their turn.
 * @throws XmlError
 */
export async function * readXml (bytes: AsyncIterable<Uint8Array>, { open, text, close }: XmlHandlers): AsyncGenerator<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let depth = 0
  let untold = 0
  let faults = 0
  const told = (): void => { untold = 0 }

  const parser = new Parser()
    .on('error', error => { throw new XmlError(`it is not well-formed (${error.message})`) })
    .on('openTag', (name, attributes, decode) => {
      told()
      if (++depth > DEEPEST) throw new XmlError('it is nested too deeply')
      let values: Record<string, string> | undefined
      open?.(bare(name), wanted => {
        const value = (values ??= few(attributes()))[wanted]
        return value === undefined ? undefined : decode(value)
      })
    })
    // Attributes that are there twice, or cannot be read, are left out one by one.
    .on('warn', error => { if (++faults > MOST_FAULTS) throw new XmlError(`it is not well-formed (${error.message})`) })
    .on('closeTag', name => { told(); depth--; close?.(bare(name)) })
    .on('text', (value, decode) => { told(); text?.(decode(value)) })
    .on('cdata', value => { told(); text?.(value) })
  for (const event of ['comment', 'question', 'attention'] as const) parser.on(event, told)

  for await (const piece of bytes) {
    untold += piece.length
    if (untold > LONGEST_TOKEN) throw new XmlError('it has a text or a tag without end')
    parser.write(decoded(decoder, piece))
    yield
    await setImmediate()
  }
  parser.end()
  yield
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1)

function few (attributes: Record<string, string>): Record<string, string> {
  if (Object.keys(attributes).length > MOST_ATTRIBUTES) throw new XmlError(`it has a tag with more than ${MOST_ATTRIBUTES} attributes`)
  return attributes
}

function decoded (decoder: TextDecoder, piece: Uint8Array): string {
  try {
    return decoder.decode(piece, { stream: true })
  } catch {
    throw new XmlError('it is not UTF-8')
  }
}
