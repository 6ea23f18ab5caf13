import { GraphQLError, Kind, print, type ValueNode, valueFromASTUntyped } from 'graphql/index.js'
import { z } from 'zod'
import { day, instant } from '../src/services/input.ts'

/** What a scalar of the schema does; the schema itself is SDL. */
export type ScalarFunctions = {
  serialize: (value: unknown) => unknown
  parseValue: (value: unknown) => unknown
  parseLiteral: (node: ValueNode) => unknown
}

const MOST = 1e15

function read<T> (name: string, schema: z.ZodType<T>): (value: unknown) => T {
  return value => {
    const result = schema.safeParse(value)
    if (result.success) return result.data
    const told = result.error.issues[0]?.message.replace(/^Invalid input: /, '') ?? 'is not valid'
    throw new GraphQLError(`${JSON.stringify(value)} is no ${name}: ${told}`)
  }
}

function scalar (parseValue: (value: unknown) => unknown, serialize: (value: unknown) => unknown = value => value): ScalarFunctions {
  return { serialize, parseValue, parseLiteral: node => parseValue(literal(node)) }
}

/** The value of a literal. Compiled queries know no variables inside a scalar's literal, so none are taken. */
function literal (node: ValueNode): unknown {
  if (hasVariable(node)) throw new GraphQLError(`A variable cannot stand inside this value: send the whole of it as one variable, instead of ${print(node).slice(0, 60)}`, { nodes: node })
  return valueFromASTUntyped(node)
}

function hasVariable (node: ValueNode): boolean {
  if (node.kind === Kind.VARIABLE) return true
  if (node.kind === Kind.LIST) return node.values.some(hasVariable)
  return node.kind === Kind.OBJECT && node.fields.some(field => hasVariable(field.value))
}

/** The scalars of the schema. A period is checked by the use case, so that a batch can name the row of each bad one. */
export const scalars = {
  Date: scalar(read('Date', day)),
  DateTime: scalar(read('DateTime', instant)),
  Period: scalar(read('Period', z.string().max(100))),
  Decimal: scalar(read('Decimal', z.number().min(-MOST).max(MOST))),
  JSON: scalar(value => value)
} satisfies Record<string, ScalarFunctions>
