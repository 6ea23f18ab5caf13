import { z } from 'zod'

/** A day of the calendar, in answers. */
export const date = z.string().meta({ format: 'date', description: 'YYYY-MM-DD.' })
/** An instant in UTC, in answers. */
export const instant = z.string().meta({ format: 'date-time' })
export const period = z.string().meta({ description: 'A period: 2024, 2024-H1, 2024-Q2, 2024-08, 2024-W35, 2024-08-31 or 2023-01-01/2023-12-31.' })
export const location = z.string().nullable().meta({ description: 'The place in the source.' })
export const segmentCode = z.string().nullable().meta({ description: 'The segment; null is the whole.' })
export const bilingual = z.strictObject({ da: z.string(), en: z.string() }).meta({ id: 'Bilingual', description: 'The same in Danish and in English.' })
const nextCursor = z.string().nullable().meta({ description: 'Send it as `cursor` for the next page; null on the last.' })

/** A list of things, page by page. */
export const listOf = <Item extends z.ZodType>(item: Item) => z.strictObject({ items: z.array(item), nextCursor })
/** An example of a list. */
export const listed = <Item>(...items: Item[]): { items: Item[], nextCursor: null } => ({ items, nextCursor: null })
