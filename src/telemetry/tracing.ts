import FastifyOtel from '@fastify/otel'
import { type Attributes, context, diag, DiagLogLevel, propagation, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, NodeTracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace-node'
import type { FastifyInstance } from 'fastify'
import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Send } from '../events/send.ts'

// Loaded only where a collector is configured: without one, none of these packages is in the memory.

export type Tracing = ReturnType<typeof openTracing>

type TracingOptions = {
  /** The version of this program. */
  build: string
  dialect: 'sqlite' | 'postgres'
  /** Is told why traces cannot be sent now, at most once a minute. */
  onTrouble: (why: string) => void
}

const TELL_EVERY_MS = 60_000

/**
 * Sends traces to the collector that the standard variables of OpenTelemetry name: a span for each request, and in it one for each SQL
 * statement and each work of the status engine; one for each message to a webhook. No span holds an address, a value, a body or a key.
 */
export function openTracing ({ build, dialect, onTrouble }: TracingOptions) {
  listenToTrouble(onTrouble)
  const own = resourceFromAttributes({ 'service.name': 'maalopfoelgning', 'service.version': build, 'service.instance.id': randomUUID() })
  const resource = defaultResource().merge(own).merge(detectResources({ detectors: [envDetector] }))
  const provider = new NodeTracerProvider({ resource, spanProcessors: [withoutTexts, new BatchSpanProcessor(new OTLPTraceExporter())] })
  provider.register()
  const tracer = provider.getTracer('maalopfoelgning', build)
  const system = dialect === 'sqlite' ? 'sqlite' : 'postgresql'

  /** Notes what has just ended, inside of the request that it was done for. What no request asked for leaves no trace, nor what goes on after it was answered. */
  function note (name: string, ms: number, kind: SpanKind, attributes: Attributes): void {
    if (trace.getActiveSpan()?.isRecording() !== true) return
    const now = performance.now()
    tracer.startSpan(name, { kind, startTime: now - ms, attributes }).end(now)
  }

  return {
    traceRequests,
    onStatement: (sql: string, ms: number): void => {
      const summary = summaryOf(sql)
      note(summary, ms, SpanKind.CLIENT, { 'db.system.name': system, 'db.query.summary': summary })
    },
    onJudged: (targets: number, ms: number): void => { note('status engine', ms, SpanKind.INTERNAL, { 'status.targets': targets }) },
    /** Sends as `send` does, with the `traceparent` of the span that it makes. */
    tracedSend: (send: Send): Send => async (request, signal) => {
      // The path of a receiver may be its secret.
      const span = tracer.startSpan('POST webhook', { kind: SpanKind.CLIENT, attributes: { 'http.request.method': 'POST', 'server.address': new URL(request.url).hostname } }, ROOT_CONTEXT)
      const headers = { ...request.headers }
      propagation.inject(trace.setSpan(ROOT_CONTEXT, span), headers)
      const answer = await send({ ...request, headers }, signal)
      if (answer.status !== null) span.setAttribute('http.response.status_code', answer.status)
      if (answer.error !== null) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end()
      return answer
    },
    /** Sends what is left, and waits so long for it. */
    stop: async (patienceMs: number): Promise<void> => { await Promise.race([provider.shutdown().catch(() => {}), setTimeout(patienceMs, undefined, { ref: false })]) }
  }
}

/** Makes a span of each request but those of probes. Register it before everything else. */
async function traceRequests (app: FastifyInstance): Promise<void> {
  const { FastifyOtelInstrumentation } = FastifyOtel
  const instrumentation = new FastifyOtelInstrumentation({
    recordExceptions: false,
    instrumentHooks: false,
    instrumentHandler: false,
    ignorePaths: ({ url = '' }) => /^\/(?:health|metrics)\b/.test(url),
    requestHook: (span, { method, routeOptions: { url }, id }) => {
      span.updateName(url === undefined ? method : `${method} ${url}`)
      span.setAttributes({ 'url.path': url ?? '', 'request.id': id })
    }
  })
  await app.register(instrumentation.plugin())
  // What reads the body loses the context. What a WebSocket does all day is no part of the request that opened it.
  app.addHook('preValidation', (request, _reply, done) => {
    const { context: own } = request.opentelemetry()
    if (own === null) return done()
    context.with(request.headers.upgrade === undefined ? own : ROOT_CONTEXT, done)
  })
}

/** Takes out why something failed, which may quote what was sent; a request that was refused rightly is no failure of the server. */
const withoutTexts: SpanProcessor = {
  onStart: () => {},
  onEnding: span => {
    const isRefusal = Number(span.attributes['http.response.status_code']) < 500 && span.kind === SpanKind.SERVER
    const plain = { code: isRefusal ? SpanStatusCode.UNSET : span.status.code }
    ;(span as Span & { status: typeof plain }).status = plain
  },
  onEnd: () => {},
  forceFlush: async () => {},
  shutdown: async () => {}
}

/** The first word of a statement and the first table in it: `select measurements`. */
function summaryOf (sql: string): string {
  const [verb = ''] = /^\s*\w+/.exec(sql) ?? []
  const [, table] = /\b(?:from|into|update|join)\s+"?(\w+)\b(?!\s*\()/i.exec(sql) ?? []
  return [verb.trim().toLowerCase(), table].filter(Boolean).join(' ')
}

function listenToTrouble (onTrouble: (why: string) => void): void {
  let toldAt = -Infinity
  const tell = (why: string): void => {
    if (performance.now() - toldAt < TELL_EVERY_MS) return
    toldAt = performance.now()
    onTrouble(why)
  }
  diag.setLogger({ error: tell, warn: tell, info: () => {}, debug: () => {}, verbose: () => {} }, DiagLogLevel.WARN)
}
