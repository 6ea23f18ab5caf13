/** What sort of area it is. Which regions and councils exist is data with dates, never a list in code. */
export const AREA_KINDS = ['country', 'region', 'rar', 'council', 'kommune'] as const
export type AreaKind = typeof AREA_KINDS[number]

/** Belonging to another area between two days (ISO dates, inclusive); null is a day that is not known or not there yet. */
export type Membership = { area: string, validFrom: string | null, validTo: string | null }

/**
 * A kommune, region, RAR, regional employment council or the country.
 * `id` is ours and stable (`0250`, `1084`, `RAR-SJ`, `DK`); `code` is the published one, null where none is published.
 * `codes` are spellings of other sources (`statbank`, `iso3166-2`), `aliases` other names that imports meet.
 */
export type Area = {
  id: string
  code: string | null
  kind: AreaKind
  name: string
  aliases: string[]
  codes: Record<string, string>
  memberships: Membership[]
  validFrom: string | null
  validTo: string | null
  note: string | null
}
