import { z } from 'zod'
import { type ApiKey, SCOPES } from '../../domain/key.ts'
import { instant } from './shared.ts'

const bound = (what: string) => z.array(z.string()).nullable().meta({ description: `The ${what} that it is bound to; null for none.` })
const rights = {
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  kommuner: bound('kommuner'),
  indicators: bound('indicators'),
  expiresAt: instant.nullable().meta({ description: 'When it stops; null for never.' })
}

/** Who a caller is and what it may do. */
export const me = z.strictObject(rights).meta({ id: 'Me' })

export const key = z.strictObject({
  ...rights, createdAt: instant, createdBy: z.string().meta({ description: 'The id of the key that made it.' }), revokedAt: instant.nullable()
}).meta({ id: 'Key' }) satisfies z.ZodType<ApiKey>

export const openedKey = z.strictObject({
  key,
  secret: z.string().nullable().meta({ description: 'What to send as `Authorization: Bearer`. It is shown this once; null when an Idempotency-Key asks again.' }),
  earlierUntil: instant.nullable().meta({ description: 'Until when the secret before it still works; null where there was none.' })
}).meta({ id: 'OpenedKey' })

export const keyExample: z.output<typeof key> = {
  id: 'key-0b5d1a3e-2f0c-4e58-9d53-1f2f3c2b7a11',
  name: 'Jobindsats, natlig',
  scopes: ['measurements:write'],
  kommuner: ['0250'],
  indicators: null,
  expiresAt: '2027-12-31T23:00:00.000Z',
  createdAt: '2026-11-23T08:00:00.000Z',
  createdBy: 'key-6c1f5f54-8a27-4b8e-9d0a-7f5a3d1c0e42',
  revokedAt: null
}
const { createdAt: _, createdBy: __, revokedAt: ___, ...ofMe } = keyExample
export const meExample: z.output<typeof me> = ofMe
export const openedKeyExample: z.output<typeof openedKey> = { key: keyExample, secret: 'maal_…', earlierUntil: null }
