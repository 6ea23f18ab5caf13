import { z } from 'zod'
import { AppError, notFound, type Problem } from '../domain/errors.ts'
import type { Indicator } from '../domain/indicator.ts'
import { hierarchiesOf, type MappedSeries, type Mapping, memberIn, PERIOD_TYPES } from '../domain/mapping.ts'
import { type Actor, requireScope } from './actor.ts'
import { audited, auditedPut } from './audit-entries.ts'
import { labelOf } from './formats/cells.ts'
import { anyOf, bilingual, parse, slug, summaryOf, type WriteOptions } from './input.ts'
import { closedList, holdsWords, type Page, paging, searched, sortBy } from './lists.ts'
import { diffDocuments, type DocumentChange } from './plan-diff.ts'
import type { Reference } from './reference.ts'
import { againstReference } from './reference-changes.ts'
import type { Stores } from '../../db/stores/index.ts'

const label = z.string().min(1).max(500).overwrite(labelOf).refine(text => text !== '', { error: 'is empty' })
const labels = z.union([z.literal('*'), z.array(label).max(5000)], { error: 'is neither * nor a list of labels' })
const asLabel = { description: 'A label as the source writes it.' }

/** A mapping as it is put; what is left out has its default. */
export const mappingInput = z.strictObject({
  id: slug.meta({ example: 'jobindsats-y25i01' }),
  title: bilingual,
  table: z.string().trim().min(1).max(100).meta({ description: 'What the source calls the table.', example: 'y25i01' }),
  period: label.default('Periode').meta({ description: 'The column of the periods. Default Periode.' }),
  area: label.default('Område').meta({ description: 'The column of the areas. Default Område.' }),
  totals: z.record(label, label).default({}).meta({ description: 'The total of each hierarchy column: what a series means that does not name the column, and a file that does not have it.', example: { 'A-kasse': 'I alt' } }),
  series: z.array(z.strictObject({
    measure: label.meta(asLabel),
    members: z.record(label, label).default({}).meta({ description: 'The members of hierarchy columns that are no totals.' }),
    indicator: slug,
    segment: z.string().min(1).max(100).nullable().default(null).meta({ description: 'A segment that the indicator declares; null is the whole.' })
  })).min(1).max(1000).meta({ description: 'Which cells make which series.' }),
  ignored: z.strictObject({
    measures: labels.default([]).meta({ description: 'Measures that are not wanted; * is all that no series names.' }),
    members: z.record(label, labels).default({}).meta({ description: 'Members that are not wanted, by column; * is all that no series names. Areas and periods too, under the names of their columns.' })
  }).default({ measures: [], members: {} }),
  query: z.strictObject({
    periodType: z.enum(PERIOD_TYPES).nullable().default(null).meta({ description: 'The type of the periods to ask for; null is that of the indicators. QMAT is a rolling year.' }),
    hierarchies: z.record(z.string().max(60).regex(/^\w{1,60}$/, { error: 'is not the id of a hierarchy' }), z.string().min(1).max(500)).default({}).meta({ description: 'What to ask of hierarchies besides the areas, by their ids: * is all, / the total.' })
  }).nullable().default(null).meta({ description: 'How the API of Jobindsats is asked for the table; null where the indicators say enough.' }),
  note: z.string().max(2000).nullable().default(null)
}).meta({ id: 'MappingInput' })

export const mappingQuery = z.strictObject({
  table: anyOf(z.string().min(1).max(100), 'Only mappings of this table, as the source calls it.'),
  indicator: anyOf(z.string().min(1).max(120), 'Only mappings that make figures of this indicator.'),
  q: searched('the id, the table and the titles'),
  ...paging,
  sort: sortBy(['id', 'title', 'table'])
})
export type MappingQuery = z.output<typeof mappingQuery>
const SORT_KEYS = { id: (mapping: Mapping) => mapping.id, title: (mapping: Mapping) => mapping.title.da, table: (mapping: Mapping) => mapping.table }

/** What a put of a mapping did, or would do. */
type MappingPut = { mapping: Mapping, created: boolean, changes: DocumentChange[] }
export type MappingService = ReturnType<typeof createMappingService>

/** How the labels of sources' tables become series. All may read them; writing one concerns everybody who imports. */
export function createMappingService ({ stores, reference, now }: { stores: Pick<Stores, 'indicators' | 'mappings'>, reference: Reference, now: () => Date }) {
  async function list (query: MappingQuery): Promise<Page<Mapping>> {
    const { table, q } = query
    const indicators = (await reference.indicatorsNamed('indicator', query.indicator))?.map(({ id }) => id)
    const isWanted = (mapping: Mapping): boolean => (table?.includes(mapping.table) ?? true) && (indicators === undefined || mapping.series.some(({ indicator }) => indicators.includes(indicator))) &&
      holdsWords(q, [mapping.id, mapping.table, mapping.title.da, mapping.title.en])
    return closedList((await stores.mappings.all()).filter(isWanted), SORT_KEYS, { ...query, of: 'mappings' })
  }

  /** @throws AppError `not_found` */
  async function get (id: string): Promise<Mapping> {
    const found = await stores.mappings.byId(id)
    if (found === undefined) throw notFound('mapping', id)
    return found
  }

  /**
   * Creates or replaces a mapping.
   * @throws AppError `invalid_request` naming each place where it does not fit together, or names what there is not
   */
  async function put (actor: Actor, id: string, input: unknown, options: WriteOptions = {}): Promise<MappingPut> {
    requireUnbound(actor)
    return await againstReference(async () => await putOnce(actor, id, input, options))
  }

  async function putOnce (actor: Actor, id: string, input: unknown, { validateOnly = false }: WriteOptions): Promise<MappingPut> {
    const mapping = parse(mappingInput, input)
    const version = await stores.indicators.version()
    const indicators = await reference.indicators(mapping.series.map(({ indicator }) => indicator))
    const problems = [
      ...mapping.id === id ? [] : [{ pointer: '/id', code: 'id_mismatch', detail: `is not the id of the path, ${id}` }],
      ...sameLabels(input as z.input<typeof mappingInput>),
      ...columnProblems(mapping),
      ...cellProblems(mapping),
      ...mapping.series.flatMap((series, at) => seriesProblems(series, `/series/${at}`, indicators))
    ]
    if (problems.length > 0) throw new AppError('invalid_request', summaryOf(problems), problems)
    const before = await stores.mappings.byId(id)
    const outcome = { mapping, created: before === undefined, changes: diffDocuments(before ?? {}, mapping) }
    if (validateOnly) return outcome
    const recordedAt = now().toISOString()
    const audit = auditedPut(actor, recordedAt, { created: 'mapping.created', changed: 'mapping.changed', subjectKind: 'mapping', subject: id, before, after: mapping })
    await stores.mappings.put(mapping, { recordedAt, actor: actor.id }, { audit, indicators: version })
    return outcome
  }

  /** Removes a mapping; what was imported by it stays. @throws AppError `not_found` */
  async function remove (actor: Actor, id: string, { validateOnly = false }: WriteOptions = {}): Promise<void> {
    requireUnbound(actor)
    const changes = diffDocuments(await get(id), {})
    if (!validateOnly) await stores.mappings.remove(id, audited(actor, now().toISOString(), { action: 'mapping.removed', subjectKind: 'mapping', subject: id, changes }))
  }

  return { list, get, put, remove }
}

function requireUnbound (actor: Actor): void {
  requireScope(actor, 'measurements:write')
  if (actor.kommuner !== null || actor.indicators !== null) throw new AppError('forbidden', `The key ${actor.name} is bound to kommuner or indicators, and a mapping is everybody's.`)
}

/** Labels of columns that are one when they are compared: the last would win silently. */
function sameLabels ({ totals = {}, series, ignored }: z.input<typeof mappingInput>): Problem[] {
  const places: [string, object][] = [['/totals', totals], ...series.map(({ members = {} }, at): [string, object] => [`/series/${at}/members`, members]), ['/ignored/members', ignored?.members ?? {}]]
  return places.flatMap(([pointer, record]) => {
    const seen = new Map<string, string>()
    return Object.keys(record).flatMap(name => {
      const before = seen.get(labelOf(name))
      seen.set(labelOf(name), before ?? name)
      return before === undefined ? [] : [{ pointer: `${pointer}/${escaped(name)}`, code: 'duplicate', detail: `is the same column as ${JSON.stringify(before)}, for labels are compared with single spaces and composed letters: leave one out` }]
    })
  })
}

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

function seriesProblems ({ indicator: id, segment }: MappedSeries, pointer: string, indicators: ReadonlyMap<string, Indicator>): Problem[] {
  const indicator = indicators.get(id)
  if (indicator === undefined) return [{ pointer: `${pointer}/indicator`, code: 'unknown_indicator', detail: `there is no indicator ${JSON.stringify(id)}: see /v1/indicators` }]
  if (segment === null || indicator.segments.some(({ code }) => code === segment)) return []
  return [{ pointer: `${pointer}/segment`, code: 'unknown_segment', detail: `${id} declares no segment ${JSON.stringify(segment)}` }]
}

/** Every series must have a member in every hierarchy column, or a cell could be of two series; and a column has one meaning. */
function columnProblems ({ totals, series, ignored, period, area }: Mapping): Problem[] {
  const columns = hierarchiesOf({ totals, series })
  const measures = new Set(series.map(({ measure }) => measure))
  const problems: Problem[] = period === area ? [{ pointer: '/area', code: 'invalid_value', detail: 'is the column of the periods too' }] : []
  for (const [at, { measure, members }] of series.entries()) {
    for (const column of columns.filter(column => !Object.hasOwn(members, column) && !Object.hasOwn(totals, column))) {
      problems.push({ pointer: `/series/${at}/members`, code: 'ambiguous', detail: `does not name the column ${JSON.stringify(column)}, which another series names: name its member, or the total of the column in totals` })
    }
    if ([period, area].includes(measure)) problems.push({ pointer: `/series/${at}/measure`, code: 'invalid_value', detail: 'is the column of the periods or the areas' })
  }
  for (const column of columns.filter(column => [period, area].includes(column) || measures.has(column))) {
    problems.push({ pointer: '/series', code: 'invalid_value', detail: `use ${JSON.stringify(column)} as a hierarchy, and as a measure, the period or the area too` })
  }
  for (const column of Object.keys(ignored.members).filter(column => !columns.includes(column) && column !== period && column !== area)) {
    problems.push({ pointer: `/ignored/members/${escaped(column)}`, code: 'ambiguous', detail: 'is a column that neither totals nor series name: name its total in totals' })
  }
  return problems
}

function cellProblems (mapping: Mapping): Problem[] {
  const columns = hierarchiesOf(mapping).sort()
  const seen = new Map<string, number>()
  return mapping.series.flatMap((series, at) => {
    const cell = JSON.stringify([series.measure, ...columns.map(column => memberIn(mapping, series, column))])
    const before = seen.get(cell)
    seen.set(cell, before ?? at)
    return before === undefined ? [] : [{ pointer: `/series/${at}`, code: 'duplicate', detail: `claims the same cells as series ${before}` }]
  })
}
