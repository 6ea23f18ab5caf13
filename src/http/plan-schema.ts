import type { FastifyInstance } from 'fastify'
import { planDocument } from '../services/plan-document.ts'
import { createSchemaWriter, type JsonSchema } from './json-schema.ts'

const PATH = '/schemas/plan.json'

/** The JSON Schema of a plan document, by which editors complete and check it. What lies between documents the service checks. */
export function planSchema (): JsonSchema {
  const { write, components } = createSchemaWriter()
  write(planDocument, 'input')
  const { PlanDocument: { properties, ...root } = {}, ...definitions } = JSON.parse(JSON.stringify(components).replaceAll('"#/components/schemas/', '"#/$defs/')) as Record<string, JsonSchema>
  const $schema = { type: 'string', description: 'The address of this schema, for editors; it is not kept.' }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    // Relative: it is what the address of the schema is on whichever server it came from.
    $id: PATH,
    title: 'Employment plan (beskæftigelsesplan)',
    ...root,
    properties: { $schema, ...properties as JsonSchema },
    $defs: definitions
  }
}

/** Serves the schema of plan documents at `/schemas/plan.json`, to all. */
export function servePlanSchema (app: FastifyInstance): void {
  const text = JSON.stringify(planSchema())
  app.get(PATH, async (_request, reply) => await reply.headers({ 'content-type': 'application/schema+json; charset=utf-8', 'cache-control': 'no-cache' }).send(text))
}
