import fc, { type Arbitrary } from 'fast-check'
import { PICK } from './known.ts'

/** Texts that have broken programs. */
export const hostileText: Arbitrary<string> = fc.constantFrom(
  '', ' ', '\0', 'a\0b', '\t\r\n', '\ufeff', '\ud800', '\udfff\ud800', '\u202e', '\u2028', 'Å', 'A\u030a', 'İ', 'ß', '🏳️‍🌈', '𝟘𝟚𝟝𝟘', '٠٢٥٠',
  '__proto__', 'constructor', 'constructor.prototype', 'toString', 'hasOwnProperty', 'then', 'length',
  '.', '..', '../../etc/passwd', '%', '%00', '%2e%2e', '*', '_', '?', '#', '&', '=', ';', ',', ',,', 'a,b', 'a.b.c', '{}', '[]', '[', '"', "'", "' OR 1=1 --", '"; DROP TABLE plans', '<script>', '{{7*7}}', '=1+1',
  'null', 'undefined', 'true', 'false', 'NaN', 'Infinity', '-0', '0', '-1', '01', '1.0', '1,5', '1e400', '1e-400', '0x10', '9007199254740993', '99999999999999999999999', '1'.repeat(400),
  '2024-02-30', '2023-02-29', '0000-00-00', '0001-01-01', '9999-12-31', '+275760-09-14', '-000001-01-01', '2024-13', '2024-W53', '2024-00', '2024-06-01T24:00:00Z', '2016-12-31T23:59:60Z', '2024-01-01T00:00:00+99:99', '2024-1-1', '9999-12-31T23:59:59.999Z',
  'x'.repeat(300), 'x'.repeat(3_000), 'æ'.repeat(1_500), 'a.'.repeat(1_000), ','.repeat(1_000), '-'.repeat(1_000)
)

const deep = (levels: number, make: (inner: unknown) => unknown): unknown => Array.from({ length: levels }).reduce(make, 0)

/** An object whose own member is called as the one that all objects have. */
const withProto: object = JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}') as object

/** Values where others are expected. */
export const hostileValue: Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: hostileText },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, false, 0, -0, -1, 0.1, 1e-13, 1e15, -1e16, 1e308, 5e-324, 2 ** 31, 2 ** 53, [], {}, [null], [[]], { length: 1e9 }, { toString: 1 }, { toJSON: 1 }, { then: 1 }, withProto) },
  { weight: 1, arbitrary: fc.constantFrom(deep(60, inner => [inner]), deep(60, inner => ({ rules: [inner, inner].slice(0, 1), kind: 'all_of' })), Array.from({ length: 600 }, () => 'x'), Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`x${at}`, at]))) },
  { weight: 1, arbitrary: fc.anything({ maxDepth: 2, withNullPrototype: false }) }
)

const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'x', '', '\0', 'id', 'version', 'status', 'kind', 'errors', 'æ']
export type Mutation = { how: 'set' | 'delete' | 'add' | 'repeat' | 'pick', at: number, name: string, value: unknown }

/** Changes of a value at some place in it. */
export const mutation: Arbitrary<Mutation> = fc.record({
  how: fc.constantFrom<Mutation['how'][]>('set', 'set', 'delete', 'add', 'repeat', 'pick', 'pick'),
  at: fc.nat(),
  name: fc.constantFrom(...NAMES),
  value: hostileValue
})

type Place = { holder: Record<string, unknown>, name: string }
const MOST_PLACES = 2_000

function placesOf (value: unknown, places: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null || PICK in value) return places
  for (const name of Object.keys(value)) {
    if (places.length >= MOST_PLACES) return places
    places.push({ holder: value as Record<string, unknown>, name })
    placesOf((value as Record<string, unknown>)[name], places)
  }
  return places
}

/** A copy of a value with changes made in it, one after the other. */
export function mutated (value: unknown, mutations: readonly Mutation[]): unknown {
  const root = { value: copied(value) }
  for (const { how, at, name, value: given } of mutations) {
    const hostile = copied(given)
    const places = placesOf(root)
    const { holder, name: member } = places[at % places.length]!
    const there = holder[member]
    if (how === 'set') put(holder, member, hostile)
    else if (how === 'pick') put(holder, member, { [PICK]: member, at, otherwise: hostile })
    else if (how === 'repeat' && Array.isArray(there) && there.length > 0) there.push(there[at % there.length], ...at % 20 === 0 ? Array.from({ length: 600 }, () => there[0] as unknown) : [])
    else if (how === 'delete' && holder !== root) delete holder[member]
    else if (typeof there === 'object' && there !== null && !Array.isArray(there)) put(there as Record<string, unknown>, name, hostile)
  }
  return root.value
}

const put = (holder: Record<string, unknown>, name: string, value: unknown): void => { Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true }) }

function copied (value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied)
  if (typeof value !== 'object' || value === null || PICK in value) return value
  const copy = {}
  for (const [name, one] of Object.entries(value)) put(copy, name, copied(one))
  return copy
}
