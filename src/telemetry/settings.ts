import { z } from 'zod'

const address = z.string().refine(text => ['http:', 'https:'].includes(URL.parse(text)?.protocol ?? '') && !/\s/.test(text))
/** `name=value,name2=value2`, each percent-encoded where it needs to be. */
const pairs = z.string().regex(/^\s*[^=,\s]+=[^,]*(?:,\s*[^=,\s]+=[^,]*)*$/)
const number = z.string().regex(/^\d{1,9}$/)
// OTLP over HTTP with a body of JSON: any collector takes it where it takes protobuf.
const protocol = z.literal('http/json')

/**
 * The standard variables of OpenTelemetry, beside the others in config.ts. They are only checked here, so that a wrong one stops the
 * start: OpenTelemetry's own packages read them from the environment.
 */
export const tracingVariables = {
  OTEL_EXPORTER_OTLP_ENDPOINT: address.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: address.optional(),
  OTEL_EXPORTER_OTLP_HEADERS: pairs.optional(),
  OTEL_EXPORTER_OTLP_TRACES_HEADERS: pairs.optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: protocol.optional(),
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: protocol.optional(),
  OTEL_EXPORTER_OTLP_TIMEOUT: number.optional(),
  OTEL_EXPORTER_OTLP_TRACES_TIMEOUT: number.optional(),
  OTEL_EXPORTER_OTLP_COMPRESSION: z.enum(['gzip', 'none']).optional(),
  OTEL_SERVICE_NAME: z.string().regex(/^[^\s].{0,254}$/).optional(),
  OTEL_RESOURCE_ATTRIBUTES: pairs.optional(),
  OTEL_TRACES_EXPORTER: z.enum(['otlp', 'none']).optional(),
  OTEL_TRACES_SAMPLER: z.enum(['always_on', 'always_off', 'traceidratio', 'parentbased_always_on', 'parentbased_always_off', 'parentbased_traceidratio']).optional(),
  OTEL_TRACES_SAMPLER_ARG: z.string().regex(/^(?:0(?:\.\d+)?|1(?:\.0+)?)$/).optional(),
  OTEL_BSP_SCHEDULE_DELAY: number.optional(),
  OTEL_BSP_MAX_QUEUE_SIZE: number.optional(),
  OTEL_BSP_MAX_EXPORT_BATCH_SIZE: number.optional(),
  OTEL_BSP_EXPORT_TIMEOUT: number.optional(),
  OTEL_SDK_DISABLED: z.enum(['true', 'false']).optional()
}

type Variables = z.output<z.ZodObject<typeof tracingVariables>>

const ADDRESS = 'the http or https address of an OpenTelemetry collector, such as http://127.0.0.1:4318'
const PAIRS = 'name=value,name2=value2'
const PROTOCOL = 'http/json, the one way that this server sends traces'
const MILLISECONDS = 'milliseconds'

export const tracingRemedies: Record<keyof Variables, string> = {
  OTEL_EXPORTER_OTLP_ENDPOINT: ADDRESS,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${ADDRESS}/v1/traces`,
  OTEL_EXPORTER_OTLP_HEADERS: PAIRS,
  OTEL_EXPORTER_OTLP_TRACES_HEADERS: PAIRS,
  OTEL_EXPORTER_OTLP_PROTOCOL: PROTOCOL,
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: PROTOCOL,
  OTEL_EXPORTER_OTLP_TIMEOUT: MILLISECONDS,
  OTEL_EXPORTER_OTLP_TRACES_TIMEOUT: MILLISECONDS,
  OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip or none',
  OTEL_SERVICE_NAME: 'what this server is called in traces, in up to 255 characters',
  OTEL_RESOURCE_ATTRIBUTES: PAIRS,
  OTEL_TRACES_EXPORTER: 'otlp or none',
  OTEL_TRACES_SAMPLER: 'always_on, always_off, traceidratio, or one of these after parentbased_',
  OTEL_TRACES_SAMPLER_ARG: 'the share of traces to keep, from 0 to 1, such as 0.1',
  OTEL_BSP_SCHEDULE_DELAY: MILLISECONDS,
  OTEL_BSP_MAX_QUEUE_SIZE: 'a number of spans',
  OTEL_BSP_MAX_EXPORT_BATCH_SIZE: 'a number of spans',
  OTEL_BSP_EXPORT_TIMEOUT: MILLISECONDS,
  OTEL_SDK_DISABLED: 'true or false'
}

/** Whether traces are to be sent: where it is said to which collector, and nothing says not to. */
export const isTraced = (config: Readonly<Variables>): boolean =>
  (config.OTEL_EXPORTER_OTLP_ENDPOINT ?? config.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) !== undefined && config.OTEL_SDK_DISABLED !== 'true' && config.OTEL_TRACES_EXPORTER !== 'none'
