import type { FastifyInstance } from 'fastify'
import { mediaTypeRefusal } from './errors.ts'
import { MERGE_PATCH, mediaTypesOf } from './operation.ts'

/** Reads merge patches (RFC 7396) where an operation takes them: they are JSON under a name of their own. */
export function readMergePatches (app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser<string>(MERGE_PATCH, { parseAs: 'string' }, (request, body, done) => {
    const isTaken = mediaTypesOf(request.routeOptions.config.contract).includes(MERGE_PATCH)
    if (!isTaken || (request.headers['content-encoding'] ?? 'identity') !== 'identity') return done(mediaTypeRefusal(request))
    return parseJson(request, body, done)
  })
}
