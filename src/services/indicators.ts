import { z } from 'zod'
import { AppError, notFound } from '../domain/errors.ts'
import type { NewEvent } from '../domain/event.ts'
import { FREQUENCIES, type Indicator, POLARITIES, UNITS } from '../domain/indicator.ts'
import { mergePatch } from '../domain/plan-edit.ts'
import { type Actor, requireScope } from './actor.ts'
import { audited, auditedPut } from './audit-entries.ts'
import { calculationProblems } from './calculation-checks.ts'
import { anyOf, bilingual, day, parse, slug, summaryOf, type WriteOptions } from './input.ts'
import { closedList, holdsWords, type Page, paging, searched, sortBy } from './lists.ts'
import { diffDocuments, type DocumentChange } from './plan-diff.ts'
import { patchFields, patchOf } from './patches.ts'
import { againstReference, inUse } from './reference-changes.ts'
import type { Reference } from './reference.ts'
import type { Stores } from '../../db/stores/index.ts'

const segment = z.strictObject({ code: z.string().min(1).max(100), name: bilingual })

const part = z.strictObject({
  indicator: slug,
  segment: z.string().min(1).max(100).nullable().optional().meta({ description: 'A segment of that indicator; null is the whole; left out it is the segment that is asked for.' })
}).meta({ id: 'CalculationPart' })

/** How an indicator is calculated from others, as it is put and shown. */
export const calculationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sum'), of: z.array(part).min(2).max(20) }),
  z.strictObject({ kind: z.literal('difference'), of: z.tuple([part, part]) }).meta({ description: 'The first less the second.' }),
  z.strictObject({ kind: z.literal('ratio'), numerator: part, denominator: part, factor: z.number().positive().max(1e9).optional().meta({ description: '100 for per cent. Default 1.' }) }),
  z.strictObject({ kind: z.literal('rolling_mean'), of: part, periods: z.number().int().min(2).max(60).meta({ description: 'How many periods in a row, the last one the figure\'s own.' }) })
], { error: 'is none of sum, difference, ratio and rolling_mean' }).meta({ id: 'Calculation' })

/** What an indicator is made of when it is put; its id stands in the path. */
export const indicatorInput = z.strictObject({
  id: slug.optional().meta({ description: 'May be given; must then be the id of the path.' }),
  name: bilingual,
  definition: z.string().max(4000).nullable().optional().meta({ description: 'What is counted, in Danish.' }),
  unit: z.enum(UNITS),
  polarity: z.enum(POLARITIES),
  frequency: z.enum(FREQUENCIES),
  publicationLagDays: z.number().int().min(0).max(3650).optional().meta({ description: 'Days from the end of a period until its figure is out. Default 0.' }),
  breaks: z.array(day).max(100).optional().meta({ description: 'First days of series that are not comparable with what came before.' }),
  source: z.string().max(1000).nullable().optional(),
  decimals: z.number().int().min(0).max(4).optional().meta({ description: 'How figures are written. Default 0 for whole things, 2 for ratios, else 1.' }),
  segments: z.array(segment).max(200).refine(list => new Set(list.map(one => one.code)).size === list.length, { error: 'two segments have the same code' }).optional(),
  additive: z.boolean().optional().meta({ description: 'Whether figures of areas may be added up: that of a group is the sum of its members\'. Default false.' }),
  calculation: calculationSchema.nullable().optional().meta({ description: 'How figures that nobody posted are calculated from other indicators; a posted one goes first.' })
}).meta({ id: 'IndicatorInput' })

/** The documentation of merge patches; what comes of one is checked as an indicator that is put. */
export const indicatorPatch = patchOf(indicatorInput.shape).meta({ id: 'IndicatorPatch', description: 'Only what is given changes, inside `name` and `calculation` too; lists are replaced whole. A calculation of another kind replaces the old one whole.' })

export const indicatorQuery = z.strictObject({
  unit: anyOf(z.enum(UNITS), 'Only indicators of this unit.'),
  frequency: anyOf(z.enum(FREQUENCIES), 'Only indicators of this frequency.'),
  polarity: anyOf(z.enum(POLARITIES), 'Only indicators of this polarity.'),
  q: searched('the id, the names and the definition'),
  ...paging,
  sort: sortBy(['id', 'name', 'unit', 'frequency', 'polarity'])
})
export type IndicatorQuery = z.output<typeof indicatorQuery>

const SORT_KEYS = {
  id: (indicator: Indicator) => indicator.id,
  name: (indicator: Indicator) => indicator.name.da,
  unit: (indicator: Indicator) => indicator.unit,
  frequency: (indicator: Indicator) => indicator.frequency,
  polarity: (indicator: Indicator) => indicator.polarity
}
const WHOLE_UNITS: readonly string[] = ['persons', 'fulltime_persons', 'count', 'days', 'weeks', 'hours', 'dkk']

/** What a put of an indicator did, or would do. */
type IndicatorPut = { indicator: Indicator, created: boolean, changes: DocumentChange[] }

/** What is measured. */
export function createIndicatorService ({ stores, reference, now }: { stores: Pick<Stores, 'indicators' | 'measurements'>, reference: Reference, now: () => Date }) {
  async function list (query: IndicatorQuery): Promise<Page<Indicator>> {
    const isWanted = ({ id, name, definition, unit, frequency, polarity }: Indicator): boolean =>
      (query.unit?.includes(unit) ?? true) && (query.frequency?.includes(frequency) ?? true) && (query.polarity?.includes(polarity) ?? true) && holdsWords(query.q, [id, name.da, name.en, definition])
    return closedList((await stores.indicators.all()).filter(isWanted), SORT_KEYS, { ...query, of: 'indicators' })
  }

  /** @throws AppError `not_found` */
  async function get (id: string): Promise<Indicator> {
    const found = (await reference.indicators([id])).get(id)
    if (found === undefined) throw notFound('indicator', id)
    return found
  }

  /**
   * Creates or replaces an indicator.
   * @throws AppError `invalid_request`, `unprocessable` where it cannot be calculated so, or what is calculated from it could not be any more;
   * `frequency_locked` where it has measurements and the frequency would change
   */
  const put = async (actor: Actor, id: string, input: unknown, options: WriteOptions = {}): Promise<IndicatorPut> => await write(actor, id, () => input, options)

  /**
   * Changes of an indicator what is given (see {@link mergePatch}).
   * @throws AppError `not_found`, and as {@link put}
   */
  const update = async (actor: Actor, id: string, patch: unknown, options: WriteOptions = {}): Promise<IndicatorPut> => await write(actor, id, before => {
    if (before === undefined) throw notFound('indicator', id)
    return mergePatch(before, patchFields(patch, indicatorPatch))
  }, options)

  async function write (actor: Actor, id: string, edit: (before: Indicator | undefined) => unknown, options: WriteOptions): Promise<IndicatorPut> {
    requireScope(actor, 'admin')
    // Another indicator put meanwhile: what is written is checked against that one too.
    return await againstReference(async () => await writeOnce(actor, id, edit, options))
  }

  async function writeOnce (actor: Actor, id: string, edit: (before: Indicator | undefined) => unknown, { validateOnly = false }: WriteOptions): Promise<IndicatorPut> {
    const version = await stores.indicators.version()
    const others = new Map((await stores.indicators.all()).map(one => [one.id, one]))
    const before = others.get(id)
    const given = parse(indicatorInput, edit(before))
    parse(slug, id, '/id')
    if (given.id !== undefined && given.id !== id) {
      throw new AppError('invalid_request', '/id: is not the id of the path', [{ pointer: '/id', code: 'id_mismatch', detail: `is not the id of the path, ${id}: leave it out` }])
    }
    const locked = before === undefined ? null : lockOf(before, given)
    if (locked !== null && await stores.measurements.hasAny(id, locked.segments)) throw locked.error()
    const indicator: Indicator = {
      ...given,
      id,
      definition: given.definition ?? null,
      publicationLagDays: given.publicationLagDays ?? 0,
      breaks: [...new Set(given.breaks ?? [])].sort(),
      source: given.source ?? null,
      decimals: given.decimals ?? (WHOLE_UNITS.includes(given.unit) ? 0 : given.unit === 'ratio' ? 2 : 1),
      segments: given.segments ?? [],
      additive: given.additive ?? false,
      calculation: given.calculation ?? null
    }
    const problems = calculationProblems(indicator, others)
    if (problems.length > 0) throw new AppError('unprocessable', summaryOf(problems), problems)
    const outcome = { indicator, created: before === undefined, changes: diffDocuments(before ?? {}, indicator) }
    if (validateOnly) return outcome
    const at = now().toISOString()
    const audit = auditedPut(actor, at, { created: 'indicator.created', changed: 'indicator.changed', subjectKind: 'indicator', subject: id, before, after: indicator })
    const events = before === undefined ? [] : changeEvents(before, indicator, at)
    await stores.indicators.put(indicator, { events, audit, version, ...locked && { unmeasured: locked.segments, measured: locked.error } })
    return outcome
  }

  /**
   * Removes an indicator that nothing uses.
   * @throws AppError `not_found`, `conflict` naming what uses it
   */
  async function remove (actor: Actor, id: string, { validateOnly = false }: WriteOptions = {}): Promise<Indicator> {
    requireScope(actor, 'admin')
    return await againstReference(async () => {
      const version = await stores.indicators.version()
      const before = await get(id)
      const [uses, hasFigures] = await Promise.all([stores.indicators.usesOf(id), stores.measurements.hasAny(id)])
      if (uses.length > 0 || hasFigures) throw inUse('indicator', id, uses, hasFigures)
      if (validateOnly) return before
      const audit = audited(actor, now().toISOString(), { action: 'indicator.removed', subjectKind: 'indicator', subject: id, changes: diffDocuments(before, {}) })
      await stores.indicators.remove(id, { audit, version, used: () => inUse('indicator', id, [], false) })
      return before
    })
  }

  return { list, get, put, update, remove, byIds: reference.indicators }
}

/** What must have no figures for a change to be allowed, and how it is refused where it has: the frequency is that of all, a segment that goes its own. */
function lockOf (before: Indicator, given: z.output<typeof indicatorInput>): { segments: string[] | null, error: () => AppError } | null {
  if (before.frequency !== given.frequency) {
    const detail = `is ${before.frequency} and cannot change, for there are measurements: make a new indicator`
    return { segments: null, error: () => new AppError('frequency_locked', `/frequency: ${detail}`, [{ pointer: '/frequency', code: 'frequency_locked', detail }]) }
  }
  const gone = before.segments.map(({ code }) => code).filter(code => !(given.segments ?? []).some(segment => segment.code === code))
  const detail = `lacks ${gone.join(', ')}, and there are measurements of it: keep it, or withdraw them first`
  return gone.length === 0 ? null : { segments: gone, error: () => new AppError('conflict', `/segments: ${detail}`, [{ pointer: '/segments', code: 'segment_in_use', detail }]) }
}

/** What is told of an indicator that is put again: which of its fields are others, where any is. */
function changeEvents (before: Indicator, after: Indicator, occurredAt: string): NewEvent[] {
  const { id, name } = after
  const fields = [...new Set(diffDocuments(before, after).map(change => change.path.split('/')[1]))]
  return fields.length === 0 ? [] : [{ type: 'indicator.changed', subject: id, occurredAt, data: { indicator: id, name, fields } }]
}
