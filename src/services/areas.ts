import { z } from 'zod'
import { AREA_KINDS, type Area, type Membership } from '../domain/area.ts'
import { notFound } from '../domain/errors.ts'
import { anyOf, day } from './input.ts'
import { closedList, holdsWords, type Page, paging, searched, sortBy } from './lists.ts'
import type { Reference } from './reference.ts'

const area = z.string().min(1).max(60)
export const areaQuery = z.strictObject({
  kind: anyOf(z.enum(AREA_KINDS), 'Only areas of this kind.'),
  memberOf: anyOf(area, 'Only members of this area, such as RAR-SJ.'),
  on: day.optional().meta({ description: 'Only what is valid on this day: areas and, with memberOf, memberships. A day that is not known does not exclude.' }),
  q: searched('the name and the other names that sources use'),
  ...paging,
  sort: sortBy(['id', 'name', 'kind'])
})
export const kommuneQuery = areaQuery.omit({ kind: true })
export type AreaQuery = z.output<typeof areaQuery>

const SORT_KEYS = { id: (area: Area) => area.id, name: (area: Area) => area.name, kind: (area: Area) => area.kind }

/** Kommuner, regions, RAR, regional employment councils and the country. */
export function createAreaService ({ reference }: { reference: Reference }) {
  /** @throws AppError `invalid_request` where `memberOf` names no area */
  async function list (query: AreaQuery): Promise<Page<Area>> {
    const { kind, memberOf, on, q } = query
    const groups = await reference.areaIds('memberOf', memberOf)
    const { all } = await reference.areas()
    const belongs = (one: Area): boolean => groups === undefined || one.memberships.some(link => groups.includes(link.area) && isValid(link, on))
    const isWanted = (one: Area): boolean => (kind === undefined || kind.includes(one.kind)) && isValid(one, on) && holdsWords(q, [one.name, ...one.aliases])
    return closedList(all.filter(one => isWanted(one) && belongs(one)), SORT_KEYS, { ...query, of: 'areas' })
  }

  const kommuner = (query: Omit<AreaQuery, 'kind'>): Promise<Page<Area>> => list({ sort: 'name', ...query, kind: ['kommune'] })

  /** @throws AppError `not_found` */
  async function kommune (code: string): Promise<Area> {
    const found = (await reference.areas()).resolve(code)
    if (found?.kind !== 'kommune') throw notFound('kommune', code)
    return found
  }

  return { list, kommuner, kommune, get: reference.area }
}

const isValid = ({ validFrom, validTo }: Pick<Membership, 'validFrom' | 'validTo'>, on: string | undefined): boolean =>
  on === undefined || ((validFrom === null || validFrom <= on) && (validTo === null || on <= validTo))
