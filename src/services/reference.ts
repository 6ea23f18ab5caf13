import type { Area } from '../domain/area.ts'
import { AppError, notFound } from '../domain/errors.ts'
import type { Indicator } from '../domain/indicator.ts'
import type { Stores } from '../../db/stores/index.ts'

export type Reference = ReturnType<typeof createReference>

/**
 * Areas as callers name them. They change only with a new seed, when a server starts, so each process reads them once.
 * @throws AppError `invalid_request` naming the query parameter, or `not_found` for an id in a path
 */
export function createReference (stores: Pick<Stores, 'areas' | 'indicators' | 'nationalGoals'>) {
  let reading: Promise<AreaIndex> | undefined

  /** All areas, by id and by the spellings of sources. */
  const areas = (): Promise<AreaIndex> => {
    reading ??= stores.areas.all().then(indexAreas).catch((error: unknown) => { reading = undefined; throw error })
    return reading
  }

  /** Forgets the areas, after new ones were stored. */
  const refresh = (): void => { reading = undefined }

  /** The indicators with these ids, by id; those that do not exist are not there. */
  const indicators = async (ids: Iterable<string>): Promise<Map<string, Indicator>> => {
    const wanted = [...new Set(ids)]
    return new Map((wanted.length === 0 ? [] : await stores.indicators.byIds(wanted)).map(indicator => [indicator.id, indicator]))
  }

  /** The area that a query parameter names, in any of its spellings. */
  const areaParameter = async (name: string, text: string): Promise<Area> => {
    const area = (await areas()).resolve(text)
    if (area === undefined) throw unknownParameter(name, text, 'area', 'see /v1/areas')
    return area
  }

  /** The kommune that a query parameter names. */
  const kommuneParameter = async (name: string, text: string): Promise<Area> => {
    const area = (await areas()).resolve(text)
    if (area?.kind !== 'kommune') throw unknownParameter(name, text, 'kommune', 'see /v1/kommuner')
    return area
  }

  const indicatorParameter = async (name: string, id: string): Promise<Indicator> => {
    const found = (await indicators([id])).get(id)
    if (found === undefined) throw unknownParameter(name, id, 'indicator', 'see /v1/indicators')
    return found
  }

  /** The segment that a query parameter names (empty: the whole, null), of an indicator or else of any. */
  const segmentParameter = async (name: string, code: string, indicator?: Indicator): Promise<string | null> => {
    if (code === '') return null
    const declaring = indicator === undefined ? await stores.indicators.all() : [indicator]
    if (!declaring.some(one => one.segments.some(segment => segment.code === code))) throw unknownParameter(name, code, 'segment', 'see the segments of /v1/indicators')
    return code
  }

  /** The ids of what a filter names, one value or several, each read by one of the above; undefined where the filter is not given. */
  const idsOf = async (find: (name: string, text: string) => Promise<{ id: string }>, name: string, texts: readonly string[] | undefined): Promise<string[] | undefined> =>
    texts && [...new Set((await Promise.all(texts.map(text => find(name, text)))).map(({ id }) => id))]
  const areaIds = (name: string, texts?: readonly string[]): Promise<string[] | undefined> => idsOf(areaParameter, name, texts)
  const kommuneIds = (name: string, texts?: readonly string[]): Promise<string[] | undefined> => idsOf(kommuneParameter, name, texts)

  /** The indicators that a filter names, read at once; undefined where the filter is not given. */
  const indicatorsNamed = async (name: string, ids?: readonly string[]): Promise<Indicator[] | undefined> => {
    if (ids === undefined) return undefined
    const found = await indicators(ids)
    return [...new Set(ids)].map(id => {
      const one = found.get(id)
      if (one === undefined) throw unknownParameter(name, id, 'indicator', 'see /v1/indicators')
      return one
    })
  }

  /** The segments that a filter names (empty: the whole, null), of some indicators or else of any; undefined where the filter is not given. */
  const segmentsNamed = async (name: string, codes?: readonly string[], named?: readonly Indicator[]): Promise<(string | null)[] | undefined> => {
    if (codes === undefined) return undefined
    const declaring = named ?? await stores.indicators.all()
    const known = new Set(declaring.flatMap(one => one.segments.map(({ code }) => code)))
    return [...new Set(codes)].map(code => {
      if (code !== '' && !known.has(code)) throw unknownParameter(name, code, 'segment', 'see the segments of /v1/indicators')
      return code === '' ? null : code
    })
  }

  const nationalGoalIds = async (name: string, ids?: readonly string[]): Promise<string[] | undefined> => {
    const known = ids && new Set((await stores.nationalGoals.all()).map(({ id }) => id))
    const unknown = ids?.find(id => !known?.has(id))
    if (unknown !== undefined) throw unknownParameter(name, unknown, 'national_goal', 'see /v1/national-goals')
    return ids && [...new Set(ids)]
  }

  /** The area of a path. */
  const area = async (text: string): Promise<Area> => {
    const found = (await areas()).resolve(text)
    if (found === undefined) throw notFound('area', text)
    return found
  }

  return { areas, refresh, indicators, area, areaParameter, kommuneParameter, indicatorParameter, segmentParameter, areaIds, kommuneIds, indicatorsNamed, segmentsNamed, nationalGoalIds }
}

/** The refusal of a query parameter. */
export function refusedParameter (name: string, detail: string, code = 'invalid_value'): AppError {
  return new AppError('invalid_request', `?${name}: ${detail}`, [{ pointer: `?${name}`, code, detail }])
}

/** The refusal of a filter that names something that does not exist: never an empty list. */
export function unknownParameter (name: string, value: string, thing: string, remedy: string): AppError {
  return refusedParameter(name, `there is no ${thing.replace('_', ' ')} ${JSON.stringify(value)}: ${remedy}`, `unknown_${thing}`)
}

export type AreaIndex = {
  all: readonly Area[]
  names: ReadonlyMap<string, string>
  /** The area with an id, a kommune's three-digit code or the code of a source such as StatBank's. */
  resolve: (text: string) => Area | undefined
  /** The areas that a name may mean, with or without "Kommune", whatever its case: one; none where it is unknown, several where it is ambiguous. */
  byName: (text: string) => readonly Area[]
}

function indexAreas (all: Area[]): AreaIndex {
  const byId = new Map(all.map(area => [area.id, area]))
  const bySource = new Map(all.flatMap(area => Object.values(area.codes).map(code => [code, area] as const)))
  const byName = Map.groupBy(all.flatMap(area => [...new Set([area.name, ...area.aliases].map(bareName))].map(name => ({ name, area }))), ({ name }) => name)
  return {
    all,
    names: new Map(all.map(area => [area.id, area.kind === 'kommune' ? kommuneName(area) : area.name])),
    resolve: text => byId.get(text) ?? (/^\d{3}$/.test(text) ? byId.get(`0${text}`) : undefined) ?? bySource.get(text),
    byName: text => byName.get(bareName(text))?.map(({ area }) => area) ?? []
  }
}

/** What a kommune is called in full: as one of its other names says (Bornholms Regionskommune, Københavns), or its name and the word. */
const kommuneName = ({ name, aliases }: Area): string =>
  aliases.find(alias => alias.endsWith('kommune')) ?? `${aliases.find(alias => alias === `${name}s`) ?? name} Kommune`

/** A name as names are compared: one spelling of its letters, spaces and hyphens, no case, no "Kommune". */
const bareName = (text: string): string =>
  text.normalize('NFC').toLowerCase().replace(/[\u2010-\u2015\u2212]/g, '-').replace(/\s+/g, ' ').trim().replace(/^kommune | kommune$/, '')
