// Here and everywhere the build that mercurius loads: vitest would take graphql's other one, whose classes are not the same.
import { buildSchema, type GraphQLSchema, isEnumType } from 'graphql/index.js'
import { readFileSync } from 'node:fs'
import { AUDIT_ACTIONS } from '../src/domain/audit.ts'
import { EVENT_TYPES } from '../src/domain/event.ts'
import { SCOPES } from '../src/domain/key.ts'
import { IMPORT_KINDS } from '../src/domain/measurement.ts'

/** The contract, in SDL. */
export const SDL = readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8')

/** Words of the domain that hold a dot, a colon or a hyphen, which no enum value may. */
const DOTTED = new Map<string, string>([...EVENT_TYPES, ...AUDIT_ACTIONS, ...SCOPES, ...IMPORT_KINDS].map(word => [word.replaceAll(/[.:-]/g, '_'), word]))

/** The schema of the SDL, without resolvers. Its enum values stand for the domain's words: `ON_TRACK` for `on_track`. */
export function createSchema (): GraphQLSchema {
  // The tests look at it first; each start need not.
  const schema = buildSchema(SDL, { assumeValidSDL: true, noLocation: true })
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isEnumType(type) || type.name.startsWith('__')) continue
    for (const value of type.getValues()) value.value = DOTTED.get(value.name.toLowerCase()) ?? value.name.toLowerCase()
  }
  return schema
}
