/** What a key may do; `admin` includes the rest. */
export const SCOPES = ['measurements:write', 'plans:write', 'drafts:read', 'admin'] as const
export type Scope = typeof SCOPES[number]

/** A key that lets a caller in; its secrets are stored apart, hashed. `kommuner` and `indicators` null are all of them. Instants are ISO text. */
export type ApiKey = {
  id: string
  name: string
  scopes: Scope[]
  kommuner: string[] | null
  indicators: string[] | null
  createdAt: string
  createdBy: string
  expiresAt: string | null
  revokedAt: string | null
}
