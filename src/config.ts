import { z } from 'zod'

const port = z.string().regex(/^\d{1,5}$/).transform(Number).refine(value => value <= 65_535)
const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.string().min(1).default('file:data/maalopfoelgning.sqlite'),
  BOOTSTRAP_ADMIN_KEY: z.string().max(500).regex(/^[\x21-\x7e]+$/).optional(),
  LOG_LEVEL: z.enum(levels).default('info'),
  RATE_LIMIT: z.union([z.literal('off').transform(() => null), z.string().regex(/^[1-9]\d{0,6}$/).transform(Number)]).default(30_000)
})

const REMEDIES: Record<keyof z.output<typeof environment>, string> = {
  PORT: 'a port number from 0 to 65535',
  HOST: 'the address to listen on, such as 127.0.0.1 or 0.0.0.0',
  DATABASE_URL: 'file:path/to/data.sqlite or postgres://user:password@host:5432/name',
  BOOTSTRAP_ADMIN_KEY: 'up to 500 printable characters without spaces',
  LOG_LEVEL: levels.join(', '),
  RATE_LIMIT: 'off, or the requests a minute that one caller may send'
}

/** An admin key of fewer characters can be guessed: it is taken, with a warning. */
export const SAFE_KEY_LENGTH = 16

export type Config = Readonly<z.output<typeof environment>>

/**
 * The configuration, read from the environment once and frozen. An empty variable is as good as an absent one.
 * @throws Error that names each wrong variable and what it takes
 */
export function readConfig (env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const result = environment.safeParse(given)
  if (result.success) return Object.freeze(result.data)
  const names = [...new Set(result.error.issues.map(issue => String(issue.path[0])))] as (keyof typeof REMEDIES)[]
  throw new Error(names.map(name => `${name} takes ${REMEDIES[name]}.`).join('\n'))
}
