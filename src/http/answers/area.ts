import { z } from 'zod'
import { type Area, AREA_KINDS } from '../../domain/area.ts'
import { date } from './shared.ts'

const validFrom = date.nullable().meta({ description: 'The first day; null where it is not known.' })
const validTo = date.nullable().meta({ description: 'The last day; null where it is not known or not there yet.' })

export const area = z.strictObject({
  id: z.string().meta({ description: 'Stable: a kommune or region by four digits, else such as RAR-SJ or DK.' }),
  code: z.string().nullable().meta({ description: 'The published code; null where none is published.' }),
  kind: z.enum(AREA_KINDS),
  name: z.string(),
  aliases: z.array(z.string()).meta({ description: 'Other names that imports meet.' }),
  codes: z.record(z.string(), z.string()).meta({ description: 'Its code in other sources, by source.' }),
  memberships: z.array(z.strictObject({ area: z.string(), validFrom, validTo })).meta({ description: 'The areas it belongs to.' }),
  validFrom,
  validTo,
  note: z.string().nullable()
}).meta({ id: 'Area' }) satisfies z.ZodType<Area>

export const areaExample: z.output<typeof area> = {
  id: '0250',
  code: '0250',
  kind: 'kommune',
  name: 'Frederikssund',
  aliases: ['Frederiksund'],
  codes: { statbank: '250' },
  memberships: [{ area: '1084', validFrom: null, validTo: '2026-12-31' }, { area: 'REGION-OESTDANMARK', validFrom: '2027-01-01', validTo: null }],
  validFrom: null,
  validTo: null,
  note: null
}
