import { AppError } from '../domain/errors.ts'
import type { Frequency, Indicator } from '../domain/indicator.ts'
import { hierarchiesOf, type Mapping, memberIn, type PeriodType } from '../domain/mapping.ts'
import type { Actor } from '../services/actor.ts'
import type { Services } from '../services/index.ts'
import type { BatchSummary } from '../services/measurements.ts'
import type { JobindsatsClient } from './client.ts'

export type FetchOptions = { latest: number, dryRun: boolean, ifUpdated: boolean, reason?: string }
/** What came of a mapping: what was recorded, or null where its table has no news. */
export type Fetched = { mapping: string, table: string, summary: BatchSummary | null }

type Needed = Pick<Services, 'mappings' | 'fileImports' | 'imports' | 'reference'>

const PERIOD_TYPES: Partial<Record<Frequency, PeriodType>> = { month: 'M', quarter: 'Q', half: 'H', year: 'Y' }
/** The hierarchy of the kommuner with the country at its root, in every table. */
const KOMMUNER = '_nykom'
const IMPORTS_LOOKED_AT = 500

/**
 * Fetches tables of Jobindsats and records their figures by saved mappings.
 * It is assumed that each table has the hierarchy `_nykom`; that hierarchies which are not asked for are answered as their totals, without a
 * column; and that the types of periods are M, Q, QMAT, H and Y. What is wrong there is refused by the API, with its words.
 */
export function createJobindsatsFetcher (client: JobindsatsClient, { mappings, fileImports, imports, reference }: Needed, actor: Actor) {
  /** @throws AppError where there is no such mapping, Jobindsats refuses, or the figures cannot be recorded */
  async function fetch (id: string, { latest, dryRun, ifUpdated, reason }: FetchOptions): Promise<Fetched> {
    const mapping = await mappings.get(id)
    const { table } = mapping
    if (ifUpdated && !await hasNews(table)) return { mapping: id, table, summary: null }
    const indicators = await reference.indicators(mapping.series.map(({ indicator }) => indicator))
    const hierarchies = mapping.query?.hierarchies ?? hierarchiesFor(mapping, needsMembers(mapping) ? await client.describe(table) : null)
    const file = await client.data(table, {
      'mgroup.*': '*',
      [`period.${periodType(mapping, indicators.values())}`]: `latest:${latest}`,
      [`hierarchy.${KOMMUNER}`]: '*',
      ...Object.fromEntries(Object.entries(hierarchies).map(([hierarchy, asked]) => [`hierarchy.${hierarchy}`, asked])),
      format: 'json'
    })
    const summary = await fileImports.record(actor, { format: 'jobindsats', file, mediaType: 'application/json', mapping: id }, { dryRun, fileName: table, ...reason !== undefined && { reason } })
    return { mapping: id, table, summary }
  }

  /** Whether a table was updated since it last gave an import something to write; true where nobody knows. */
  async function hasNews (table: string): Promise<boolean> {
    const updated = updateOf(await client.tables(), table)
    const { items } = await imports.list(actor, { limit: IMPORTS_LOOKED_AT })
    const last = items.find(one => one.kind === 'jobindsats' && one.fileName === table)
    return updated === null || last === undefined || Date.parse(last.recordedAt) < updated
  }

  return { fetch }
}

/** Every object of a JSON value, the value itself too. */
function * objectsIn (value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield value as Record<string, unknown>
  for (const part of Object.values(value)) yield * objectsIn(part)
}

/** When a table was last updated, by `/tables`, in milliseconds; null where it does not say. */
function updateOf (tables: unknown, table: string): number | null {
  for (const { table_id: id, update_latest: latest } of objectsIn(tables)) {
    if (typeof id !== 'string' || id.toLowerCase() !== table.toLowerCase() || typeof latest !== 'string') continue
    const at = Date.parse(latest)
    return Number.isNaN(at) ? null : at
  }
  return null
}

function periodType ({ id, query }: Mapping, indicators: Iterable<Indicator>): PeriodType {
  if (query?.periodType != null) return query.periodType
  const frequencies = [...new Set([...indicators].map(({ frequency }) => frequency))]
  const type = frequencies.length === 1 ? PERIOD_TYPES[frequencies[0]!] : undefined
  if (type !== undefined) return type
  throw new AppError('unprocessable', `The mapping ${id} is of indicators that are measured by ${frequencies.join(' and ')}: say query.periodType in it.`)
}

/** The hierarchy columns of which series name more members than one: those must be asked for, or only the total comes. */
function columnsAskedFor (mapping: Mapping): { column: string, members: string[] }[] {
  return hierarchiesOf(mapping)
    .map(column => ({ column, members: [...new Set(mapping.series.map(series => memberIn(mapping, series, column) ?? ''))] }))
    .filter(({ members }) => members.length > 1)
}
const needsMembers = (mapping: Mapping): boolean => columnsAskedFor(mapping).length > 0

/** Finds the hierarchies of those columns by the names of their members, in what the API tells of the table: the total alone may lack there. */
function hierarchiesFor (mapping: Mapping, description: unknown): Record<string, string> {
  const known = [...objectsIn(description)].filter(one => typeof one.hierarchy_id === 'string')
    .map(one => ({ id: String(one.hierarchy_id), members: new Set([...objectsIn(one)].map(({ value_name: name }) => name)) }))
    .sort((a, b) => a.members.size - b.members.size)
  return Object.fromEntries(columnsAskedFor(mapping).map(({ column, members }) => {
    const lackingIn = (one: { members: Set<unknown> }): string[] => members.filter(member => !one.members.has(member))
    const found = known.find(one => lackingIn(one).length === 0) ?? known.find(one => lackingIn(one).length === 1 && /(?:^|\s)i alt$/i.test(lackingIn(one)[0]!))
    if (found !== undefined) return [found.id, '*']
    throw new AppError('unprocessable', `The mapping ${mapping.id} names ${members.join(', ')} of ${column}, and the table ${mapping.table} has no hierarchy with all of them: correct the labels, or say query.hierarchies in the mapping.`)
  }))
}
