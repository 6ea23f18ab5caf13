import { z } from 'zod'
import { AREA_KINDS, type Area, type Membership } from '../domain/area.ts'
import { notFound } from '../domain/errors.ts'
import { day } from './input.ts'
import { closedList, type Page, paging, sortBy } from './lists.ts'
import type { Reference } from './reference.ts'

const area = z.string().min(1).max(60)
export const areaQuery = z.strictObject({
  kind: z.enum(AREA_KINDS).optional().meta({ description: 'Only areas of this kind.' }),
  memberOf: area.optional().meta({ description: 'Only members of this area.' }),
  on: day.optional().meta({ description: 'Only what is valid on this day: areas and, with memberOf, memberships. A day that is not known does not exclude.' }),
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
    const { kind, memberOf, on } = query
    const group = memberOf === undefined ? undefined : (await reference.areaParameter('memberOf', memberOf)).id
    const { all } = await reference.areas()
    const belongs = (one: Area): boolean => group === undefined || one.memberships.some(link => link.area === group && isValid(link, on))
    return closedList(all.filter(one => (kind === undefined || one.kind === kind) && isValid(one, on) && belongs(one)), SORT_KEYS, query)
  }

  const kommuner = (query: Omit<AreaQuery, 'kind'>): Promise<Page<Area>> => list({ sort: 'name', ...query, kind: 'kommune' })

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
