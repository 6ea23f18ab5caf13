import { type DestinationStream, type Logger, pino } from 'pino'

/** What a text may hold by mistake that nobody may read: passwords in URLs, keys, secrets of webhooks, tokens, what comes after Bearer. */
const SECRETS: [RegExp, string][] = [
  [/([a-z][a-z0-9+.-]*:\/\/[^\s:@/]*:)(?!password@)[^\s/]*@/gi, '$1…@'],
  [/\bmaal_[\w-]{8,}/g, 'maal_…'],
  [/\bwhsec_[\w+/=-]{8,}/g, 'whsec_…'],
  [/\bey[\w-]{8,}\.[\w-]+\.[\w-]*/g, 'ey…'],
  [/\b(bearer|basic)\s+[^\s"',]+/gi, '$1 …']
]
/** What libraries quote in their messages: a statement's values, and what could not be read. */
const QUOTED: [RegExp, string][] = [[/\nparams: [^]*$/, ''], [/: "[^]*"$/, ': "…"'], [/,? (?:\.{3})?"[^]*" is not valid JSON/, ' … is not valid JSON']]

/**
 * A logger that writes a line of JSON for each thing, without what nobody may read there.
 * @param destination where the lines go; standard output, unless given
 */
export const createLogger = (level: string, destination?: DestinationStream): Logger =>
  pino({ level, serializers: { err: described, req: () => undefined } }, destination ?? pino.destination({ dest: 1, sync: true }))

/** A text without secrets and without what it quotes. */
export const withoutSecrets = (text: string): string => [...QUOTED, ...SECRETS].reduce((left, [pattern, instead]) => left.replace(pattern, instead), text)

type Described = { type: string, code?: string, message: string, stack?: string, cause?: Described }

/** An error as it is logged: what it is, and where. Drivers put statements with their values into other members, so these are left out. */
function described (error: unknown): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutSecrets(String(error)) }
  const { code, cause, stack = '' } = error as Error & { code?: unknown }
  const places = stack.split('\n').filter(line => /^\s+at /.test(line)).join('\n')
  return {
    type: error.name === 'Error' ? error.constructor.name : error.name,
    ...typeof code === 'string' && { code },
    message: withoutSecrets(error.message),
    ...places !== '' && { stack: places },
    ...cause !== undefined && { cause: described(cause) }
  }
}
