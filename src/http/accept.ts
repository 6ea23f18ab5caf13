import type { FastifyInstance } from 'fastify'
import { AppError } from '../domain/errors.ts'
import { answerTypesOf } from './operation.ts'
import { YAML, YAML_NAMES } from './yaml.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The media type of the answer, of those that the operation gives. */
    answerType: string
  }
}

/** The names that a media type had before. */
const NAMES: Record<string, readonly string[]> = { [YAML]: YAML_NAMES }

/**
 * The media type, of those offered, that a caller wishes for most by their `Accept` (RFC 9110); of equal ones the one named more exactly,
 * then the first. Parameters other than `q` are not looked at. @fastify/accept-negotiator knows no ranges such as application/*.
 * @returns undefined where none is acceptable
 */
export function preferredType (accept: string | undefined, offered: readonly string[]): string | undefined {
  const ranges = rangesOf(accept ?? '')
  if (ranges.size === 0) return offered[0]
  const [best] = offered.map(type => ({ type, ...wishFor(type, ranges) })).sort((a, b) => b.quality - a.quality || b.exactness - a.exactness)
  return best !== undefined && best.quality > 0 ? best.type : undefined
}

/** The ranges of an `Accept` with the quality of each; what is no range is left out. */
function rangesOf (accept: string): Map<string, number> {
  return new Map(accept.toLowerCase().split(',').flatMap((part): [string, number][] => {
    const [range = '', ...parameters] = part.split(';').map(one => one.trim())
    if (range !== '*' && !/^[^\s/]+\/[^\s/]+$/.test(range)) return []
    const quality = Number(parameters.find(one => one.startsWith('q='))?.slice('q='.length) ?? 1)
    return [[range === '*' ? '*/*' : range, Number.isNaN(quality) ? 1 : quality]]
  }))
}

function wishFor (type: string, ranges: ReadonlyMap<string, number>): { quality: number, exactness: number } {
  const ways = [NAMES[type] ?? [type], [`${type.split('/', 1)[0]}/*`], ['*/*']].map(names => names.flatMap(name => ranges.get(name) ?? []))
  const way = ways.findIndex(found => found.length > 0)
  return { quality: Math.max(0, ...ways[way] ?? []), exactness: -way }
}

/** Chooses the media type of each answer, before anything is done; where none is acceptable, the request is refused. */
export function chooseAnswerTypes (app: FastifyInstance): void {
  app.decorateRequest('answerType', '')
  app.addHook('onRequest', async request => {
    const { contract } = request.routeOptions.config
    const offered = answerTypesOf(contract)
    // Who says the format in the address need not say it again.
    const isSaid = contract?.answer.files !== undefined && (request.query as { format?: unknown }).format !== undefined
    if (offered.length === 0 || isSaid) return
    const chosen = preferredType(request.headers.accept, offered)
    if (chosen === undefined) throw new AppError('not_acceptable', `This is answered as ${offered.join(' or ')}: send it as Accept, or send none.`)
    request.answerType = chosen
  })
}
