import type { FastifyInstance, FastifyRequest } from 'fastify'
import { requireScope } from '../services/actor.ts'
import { mediaTypeRefusal } from './errors.ts'
import { mediaTypesOf } from './operation.ts'
import { utf8Text } from './utf8.ts'
import { type ReadYaml, readYaml, YAML, YAML_NAMES } from './yaml.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Where what stands at a JSON pointer of the body was written, where the body is YAML. */
    placeOf: ReadYaml['placeOf'] | undefined
  }
}

/** Reads YAML where an operation takes it. It takes longer than JSON, so it is read for those alone who may send it. */
export function readYamlBodies (app: FastifyInstance): void {
  app.decorateRequest('placeOf')
  app.addContentTypeParser<Buffer>(YAML_NAMES, { parseAs: 'buffer' }, async (request: FastifyRequest, bytes: Buffer) => {
    const { contract } = request.routeOptions.config
    if (!mediaTypesOf(contract).includes(YAML)) throw mediaTypeRefusal(request)
    if (contract?.scope !== undefined) requireScope(request.actor, contract.scope)
    const { value, placeOf } = readYaml(utf8Text(bytes, 'The body'))
    request.placeOf = placeOf
    return value
  })
}
