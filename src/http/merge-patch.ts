import type { FastifyInstance } from 'fastify'
import { mediaTypeRefusal } from './errors.ts'
import { MERGE_PATCH, mediaTypesOf } from './operation.ts'
import { readJson } from './utf8.ts'

/** Reads merge patches (RFC 7396) where an operation takes them: they are JSON under a name of their own. */
export function readMergePatches (app: FastifyInstance): void {
  readJson(app, MERGE_PATCH, request => {
    if (!mediaTypesOf(request.routeOptions.config.contract).includes(MERGE_PATCH)) throw mediaTypeRefusal(request)
  })
}
