import { type GraphQLArgument, type GraphQLField, type GraphQLInputField, isInputObjectType } from 'graphql/index.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSchema } from '../../graphql/schema.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import type { Document } from '../support/rest.ts'

const schema = createSchema()

/** Where GraphQL has each list of REST: a field of Query, or of another type. What is not listed here fails the test below. */
const FIELDS: Record<string, string> = {
  '/v1/kommuner': 'kommuner',
  '/v1/areas': 'areas',
  '/v1/indicators': 'indicators',
  '/v1/national-goals': 'nationalGoals',
  '/v1/plans': 'plans',
  '/v1/targets': 'targets',
  '/v1/statuses': 'statuses',
  '/v1/compare': 'compare',
  '/v1/measurements': 'measurements',
  '/v1/imports': 'imports',
  '/v1/mappings': 'mappings',
  '/v1/freshness': 'freshness',
  '/v1/figures': 'figures',
  '/v1/api-keys': 'keys',
  '/v1/webhooks': 'webhooks',
  '/v1/webhooks/{id}/deliveries': 'Webhook.deliveries',
  '/v1/changes': 'changes',
  '/v1/audit': 'audit',
  '/v1/plans/{id}/versions': 'Plan.versions',
  '/v1/targets/{id}/comments': 'Target.comments',
  '/v1/targets/{id}/deliverables': 'Target.deliverables',
  '/v1/targets/{id}/assessments': 'Target.assessments'
}
/** Lists that GraphQL does not have, and why. */
const ONLY_REST: Record<string, string> = {
  '/v1/targets/{id}/history': 'GraphQL asks for the status on several days by aliases',
  '/v1/measurements/{id}/revisions': 'the history of one figure is for those who correct it, by its opaque id'
}
/** How answers are shaped and paged, which GraphQL does its own way; `asOf` and `knownAt` of an expanded status are arguments of `status`. */
const SHAPING = ['fields', 'expand', 'limit', 'cursor', 'sort']

function fieldOf (name: string): GraphQLField<unknown, unknown> | undefined {
  const [type, field] = name.includes('.') ? name.split('.') as [string, string] : ['Query', name]
  const found = schema.getType(type)
  return found !== undefined && 'getFields' in found ? (found.getFields() as Record<string, GraphQLField<unknown, unknown>>)[field] : undefined
}

/** What a field can be asked for: its arguments, and the fields of its filter. */
function filtersOf ({ args }: GraphQLField<unknown, unknown>): Map<string, string> {
  const filter = args.find(arg => arg.name === 'filter')?.type
  const all: (GraphQLArgument | GraphQLInputField)[] = [...args, ...isInputObjectType(filter) ? Object.values(filter.getFields()) : []]
  return new Map(all.map(({ name, type }) => [name, String(type)]))
}

describe('lists of REST and of GraphQL', () => {
  let test: TestApp
  let document: Document
  beforeAll(async () => {
    test = await openTestApp()
    document = (await test.app.inject('/openapi.json')).json<Document>()
  })
  afterAll(async () => { await test.close() })

  it('have the same filters under the same names, several values where the other takes several', () => {
    for (const [path, name] of Object.entries(FIELDS)) {
      const field = fieldOf(name)
      expect(field, `${path}: there is no ${name}`).toBeDefined()
      const filters = filtersOf(field!)
      const { parameters = [], operationId } = document.paths[path]!.get!
      const isExpanded = parameters.some(one => one.name === 'expand')
      for (const { name: parameter, in: place, schema: { type } = {} } of parameters as { name: string, in: string, schema?: { type?: string } }[]) {
        if (place !== 'query' || SHAPING.includes(parameter) || (isExpanded && ['asOf', 'knownAt'].includes(parameter) && !filters.has(parameter))) continue
        expect([...filters.keys()], `${operationId} has ${parameter}`).toContain(parameter)
        expect(filters.get(parameter)!.startsWith('['), `${operationId} ${parameter}`).toBe(type === 'array')
      }
    }
  })

  it('are all compared', () => {
    const lists = Object.entries(document.paths).filter(([, { get }]) => get?.parameters?.some(({ name }) => ['limit', 'sort'].includes(name)) ?? get?.operationId.startsWith('list')).map(([path]) => path)
    expect(lists.toSorted()).toEqual([...Object.keys(FIELDS), ...Object.keys(ONLY_REST)].filter(path => path !== '/v1/targets/{id}/history').toSorted())
  })
})
