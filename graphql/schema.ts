// Here and everywhere the build that mercurius loads: vitest would take graphql's other one, whose classes are not the same.
import { buildSchema, type GraphQLSchema, isEnumType } from 'graphql/index.js'
import { readFileSync } from 'node:fs'

/** The contract, in SDL. */
const SDL = readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8')

/** The schema of the SDL, without resolvers. Its enum values stand for the domain's words: `ON_TRACK` for `on_track`. */
export function createSchema (): GraphQLSchema {
  const schema = buildSchema(SDL)
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isEnumType(type) || type.name.startsWith('__')) continue
    for (const value of type.getValues()) value.value = value.name.toLowerCase()
  }
  return schema
}
