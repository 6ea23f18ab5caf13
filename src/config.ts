import { isIP } from 'node:net'
import { z } from 'zod'
import { checkSignIn, signInRemedies, signInVariables } from './sign-in/settings.ts'
import { tracingRemedies, tracingVariables } from './telemetry/settings.ts'

const port = z.string().regex(/^\d{1,5}$/).transform(Number).refine(value => value <= 65_535)
const onOrOff = z.enum(['on', 'off']).transform(value => value === 'on')
/** Origins as browsers write them, with commas between; `*` is all of them, `off` none. */
const origins = z.string().transform((text, context): '*' | string[] => {
  if (text === '*') return '*'
  const given = text === 'off' ? [] : text.split(',').map(one => one.trim())
  if (given.some(one => !/^https?:/.test(one) || URL.parse(one)?.origin !== one)) context.addIssue({ code: 'custom' })
  return given
})
const isPostgres = (url: string): boolean => /^postgres(ql)?:\/\//.test(url)
const replicas = z.string().transform(text => text.split(',').map(part => part.trim())).refine(urls => urls.every(url => isPostgres(url) && URL.canParse(url)))
const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** An address, a network such as 10.0.0.0/8, or a name that Fastify has for one. */
function isNetwork (text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true
  const version = isIP(address)
  return version !== 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)))
}

const environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.string().min(1).default('file:data/maalopfoelgning.sqlite'),
  DATABASE_REPLICA_URLS: replicas.optional(),
  SQLITE_SYNCHRONOUS: z.enum(['full', 'normal']).default('full'),
  BOOTSTRAP_ADMIN_KEY: z.string().max(500).regex(/^[\x21-\x7e]+$/).optional(),
  LOG_LEVEL: z.enum(levels).default('info'),
  DRAIN_SECONDS: z.string().regex(/^\d{1,3}$/).transform(Number).default(0),
  JOBINDSATS_URL: z.string().regex(/^https:\/\/[^\s]+$|^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/][^\s]*)?$/).default('https://api.jobindsats.dk/v3'),
  JOBINDSATS_TOKEN: z.string().max(5000).regex(/^[\x21-\x7e]+$/).optional(),
  RATE_LIMIT: z.union([z.literal('off').transform(() => null), z.string().regex(/^[1-9]\d{0,6}$/).transform(Number)]).default(30_000),
  TRUST_PROXY: z.union([z.literal('off').transform(() => null), z.string().transform(text => text.split(',').map(part => part.trim())).refine(parts => parts.every(isNetwork))]).default(null),
  METRICS: z.enum(['key', 'open', 'off']).transform(value => value === 'off' ? null : value).default('key'),
  PLAYGROUND: onOrOff.default(true),
  INTROSPECTION: onOrOff.default(true),
  GRAPHQL_DOCUMENTS: z.string().min(1).optional(),
  GRAPHQL_DOCUMENTS_ONLY: onOrOff.default(false),
  WEBHOOK_TARGETS: z.enum(['public', 'any']).default('public'),
  CORS_ORIGINS: origins.default('*'),
  ...signInVariables,
  ...tracingVariables
}).superRefine(checkSignIn).superRefine(({ GRAPHQL_DOCUMENTS, GRAPHQL_DOCUMENTS_ONLY }, context) => {
  if (GRAPHQL_DOCUMENTS_ONLY && GRAPHQL_DOCUMENTS === undefined) context.addIssue({ code: 'custom', path: ['GRAPHQL_DOCUMENTS_ONLY'] })
}).superRefine(({ DATABASE_URL, DATABASE_REPLICA_URLS }, context) => {
  if (DATABASE_REPLICA_URLS !== undefined && !isPostgres(DATABASE_URL)) context.addIssue({ code: 'custom', path: ['DATABASE_REPLICA_URLS'] })
})

const REMEDIES: Record<keyof z.output<typeof environment>, string> = {
  PORT: 'a port number from 0 to 65535',
  HOST: 'the address to listen on, such as 127.0.0.1 or 0.0.0.0',
  DATABASE_URL: 'file:path/to/data.sqlite or postgres://user:password@host:5432/name',
  DATABASE_REPLICA_URLS: 'addresses of replicas of the PostgreSQL that DATABASE_URL names, with commas between (a comma in a password is written %2C)',
  SQLITE_SYNCHRONOUS: 'full (what is acknowledged survives a power cut) or normal (the last moments may be lost with the power, never the file)',
  BOOTSTRAP_ADMIN_KEY: 'up to 500 printable characters without spaces',
  LOG_LEVEL: levels.join(', '),
  DRAIN_SECONDS: 'seconds from 0 to 999 that a stop waits, not ready any more and still answering, for the load balancer to send requests elsewhere',
  JOBINDSATS_URL: 'the address of the API of Jobindsats, by https',
  JOBINDSATS_TOKEN: 'the token of Jobindsats, without spaces',
  RATE_LIMIT: 'off, or the requests a minute that one caller may send',
  TRUST_PROXY: 'off, or the addresses and networks of the proxies in front, with commas between, such as 10.0.0.0/8,loopback',
  METRICS: 'key (an admin\'s key reads /metrics), open (anybody does) or off',
  PLAYGROUND: 'on or off: whether there is a page to try GraphQL with at /graphiql',
  INTROSPECTION: 'on or off: whether GraphQL tells its schema',
  GRAPHQL_DOCUMENTS: 'the path of a JSON file of GraphQL documents by their SHA-256',
  GRAPHQL_DOCUMENTS_ONLY: 'on or off: whether GraphQL runs only the documents of GRAPHQL_DOCUMENTS, which is needed with it',
  WEBHOOK_TARGETS: 'public (webhooks lead to public addresses by https) or any (to private ones and by http too)',
  CORS_ORIGINS: '* (pages of all origins may use the API), off (none but its own), or origins with commas between, such as https://www.example.dk',
  ...signInRemedies,
  ...tracingRemedies
}

/** Every variable that is read. */
export const VARIABLES: readonly string[] = Object.keys(REMEDIES)

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
