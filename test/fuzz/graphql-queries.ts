import { getNamedType, type GraphQLArgument, type GraphQLField, type GraphQLInputType, type GraphQLNamedType, type GraphQLSchema, isCompositeType, isEnumType, isInputObjectType, isInterfaceType, isListType, isNonNullType, isObjectType } from 'graphql/index.js'

export type Query = { query: string, variables: Record<string, unknown> }

const DEEPEST = 5
const DEEPEST_VALUE = 4
const MOST_FIELDS = 4
const DAYS = ['2024-07-10', '2023-12-31', '2024-02-29', '2026-06-01', '9999-12-31', '2024-02-30', '']
const INSTANTS = ['2026-01-01T00:00:00Z', '2024-07-10T02:00:00+02:00', '1970-01-01T00:00:00Z', 'x']
const PERIODS = ['2024-06', '2024', '2024-Q2', '2024-W35', '2024M06', '2023-01-01/2023-12-31', '2024-13', '']
const TEXTS = ['x', 'Mål', 'a', '', ' ', '__proto__', 'constructor', '\u0000', '\ud800', '1.2', '../..', '\' or 1=1', 'x'.repeat(1_001), 'æ'.repeat(300)]
const NUMBERS = [1, 0, 3.5, -1, 75, 1e-13, 1e15, 1e308, -0, 0.1]
const INTEGERS = [1, 2, 10, 0, -1, 500, 501, 2024, 2025, 2_147_483_647, 2_147_483_648, 1.5]

/**
 * Writes queries and mutations of a schema with arguments, as a row of numbers chooses: each choice takes the next, and where they end
 * the first of all is chosen, so a shorter row is a smaller query.
 * @param ids what is known to be there
 */
export function createQueryWriter (schema: GraphQLSchema, ids: readonly string[]) {
  return (choices: readonly number[]): Query => {
    let next = 0
    let fields = 0
    const declared = new Map<string, { type: string, value: unknown }>()
    const choose = (among: number): number => (choices[next++] ?? 0) % among
    const pick = <One>(list: readonly One[]): One => list[choose(list.length)]!
    const isMutation = choose(4) === 3
    const root = isMutation ? schema.getMutationType()! : schema.getQueryType()!
    const body = selection(root, 0)
    const variables = Object.fromEntries([...declared].map(([name, { value }]) => [name, value]))
    const head = declared.size === 0 ? '' : ` (${[...declared].map(([name, { type }]) => `$${name}: ${type}`).join(', ')})`
    return { query: `${isMutation ? 'mutation' : 'query'} Q${head} ${body}`, variables }

    function selection (type: GraphQLNamedType, depth: number): string {
      if (!isObjectType(type) && !isInterfaceType(type)) return '{ __typename }'
      const own = Object.values(type.getFields())
      const parts = Array.from({ length: 1 + choose(MOST_FIELDS) }, () => fieldOf(pick(own), depth))
      if (choose(12) === 1) parts.push('__typename')
      if (isInterfaceType(type) && choose(2) === 1) {
        const [possible] = [pick(schema.getPossibleTypes(type))]
        parts.push(`... on ${possible.name} ${selection(possible, depth + 1)}`)
      }
      return `{ ${parts.join(' ')} }`
    }

    function fieldOf ({ name, args, type }: GraphQLField<unknown, unknown>, depth: number): string {
      const named = getNamedType(type)
      if (isCompositeType(named) && depth >= DEEPEST) return '__typename'
      const alias = depth === 0 || args.length > 0 ? `a${fields++}: ` : ''
      const given = args.filter(one => isNonNullType(one.type) || choose(3) === 1).map(one => `${one.name}: ${argument(one)}`)
      const directive = choose(20) === 1 ? ` @${pick(['skip', 'include'])}(if: ${pick(['true', 'false'])})` : ''
      return `${alias}${name}${given.length === 0 ? '' : `(${given.join(', ')})`}${directive}${isCompositeType(named) ? ` ${selection(named, depth + 1)}` : ''}`
    }

    function argument ({ name, type }: GraphQLArgument): string {
      const value = valueOf(type, name, 0)
      if (choose(3) !== 1) return literal(value, type)
      const variable = `v${declared.size}`
      declared.set(variable, { type: String(type), value })
      return `$${variable}`
    }

    function valueOf (type: GraphQLInputType, name: string, depth: number): unknown {
      if (isNonNullType(type)) return choose(120) === 119 ? null : valueOf(type.ofType, name, depth)
      if (choose(80) === 79) return pick<unknown>([null, [], {}, 'x', 1, true, { a: 1 }, [[null]]])
      if (isListType(type)) return Array.from({ length: choose(3) }, () => valueOf(type.ofType, name, depth))
      if (isEnumType(type)) return pick(type.getValues()).name
      if (!isInputObjectType(type)) return scalarOf(type.name, name)
      const members = Object.values(type.getFields()).filter(one => isNonNullType(one.type) || (depth < DEEPEST_VALUE && choose(3) === 1))
      return Object.fromEntries(members.map(one => [one.name, valueOf(one.type, one.name, depth + 1)]))
    }

    function scalarOf (type: string, name: string): unknown {
      switch (type) {
        case 'Boolean': return choose(2) === 1
        case 'Int': return name === 'expectedVersion' ? 1 + choose(3) : pick(INTEGERS)
        case 'Decimal': return pick(NUMBERS)
        case 'Date': return pick(DAYS)
        case 'DateTime': return pick(INSTANTS)
        case 'Period': return pick(PERIODS)
        case 'JSON': return pick<unknown>([{}, { id: 'p', goals: [] }, [], 'x', null, { __proto__: 1, kommune: '0250' }])
        default: return choose(3) === 2 ? pick(TEXTS) : pick(ids)
      }
    }
  }
}

/** A value as it is written in a query. */
function literal (value: unknown, type: GraphQLInputType | null): string {
  if (type !== null && isNonNullType(type)) return literal(value, type.ofType)
  if (Array.isArray(value)) return `[${value.map(one => literal(one, type !== null && isListType(type) ? type.ofType : type)).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const fields = type !== null && isInputObjectType(type) ? type.getFields() : {}
    return `{${Object.entries(value).map(([name, one]) => `${name}: ${literal(one, fields[name]?.type ?? null)}`).join(', ')}}`
  }
  if (typeof value === 'string' && type !== null && isEnumType(type)) return value
  return Object.is(value, -0) ? '-0' : JSON.stringify(value)
}
