import { type DocumentNode, getNamedType, type GraphQLInputObjectType, type GraphQLSchema, isInputObjectType, Kind, type TypeNode } from 'graphql/index.js'

/**
 * Whether mercurius may compile a query and keep that. It is kept by the text alone, so a text of several operations is run as it is. And
 * what is compiled writes out the types of variables, which never ends for one that holds itself, as a rule holds rules.
 */
export function isCompilable (schema: GraphQLSchema, document: DocumentNode): boolean {
  const [operation, ...more] = document.definitions.filter(one => one.kind === Kind.OPERATION_DEFINITION)
  if (operation === undefined || more.length > 0) return false
  return operation.variableDefinitions?.every(({ type }) => !isEndless(schema, nameOf(type))) ?? true
}

const nameOf = (type: TypeNode): string => type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type)

const known = new WeakMap<GraphQLSchema, Map<string, boolean>>()

/** Whether an input type holds itself, or one that does. */
function isEndless (schema: GraphQLSchema, name: string): boolean {
  const found = known.get(schema) ?? new Map<string, boolean>()
  known.set(schema, found)
  const type = schema.getType(name)
  const endless = found.get(name) ?? (isInputObjectType(type) && leadsBack(type, []))
  found.set(name, endless)
  return endless
}

function leadsBack (type: GraphQLInputObjectType, above: readonly GraphQLInputObjectType[]): boolean {
  if (above.includes(type)) return true
  return Object.values(type.getFields()).map(field => getNamedType(field.type)).some(inner => isInputObjectType(inner) && leadsBack(inner, [...above, type]))
}
