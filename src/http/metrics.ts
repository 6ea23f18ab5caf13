import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { requireScope } from '../services/actor.ts'
import { answerError } from './errors.ts'
import { answerOtherMethods, collectMethods } from './methods.ts'

/** What is counted elsewhere and only read here, when somebody asks. */
export type Measured = {
  /** SQL statements so far. */
  statements: () => number
  /** Targets judged so far. */
  evaluations: () => number
  /** Deliveries to webhooks that wait, and how long the one has waited that is due the longest, in seconds. */
  deliveries: () => Promise<{ waiting: number, oldestSeconds: number }>
  /** Database connections at work, and what waits for one. */
  load: () => { used: number, waiting: number }
  /** Questions that the cache of answers knew and did not know, and the bytes that it takes. */
  cache: () => { hits: number, misses: number, bytes: number }
  /** Open subscriptions. */
  subscriptions: () => number
}

type MetricsOptions = {
  measured: Measured
  /** What is timed elsewhere, from the start on. */
  timings: Timings
  /** Whether anybody may read them; otherwise a key with the scope `admin` is needed. */
  isOpen: boolean
}

/** Where statements and the engine tell how long they took. */
export type Timings = ReturnType<typeof createTimings>

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const SHORT_SECONDS = [0.0001, 0.00025, 0.0005, ...SECONDS]
const VERBS = ['select', 'insert', 'update', 'delete', 'with']

/** Times statements by their first word, and works of the engine. */
export function createTimings () {
  const registry = new Registry()
  const registers = [registry]
  const statements = new Histogram({ name: 'sql_statement_duration_seconds', help: 'How long SQL statements took, with their wait for a connection.', labelNames: ['statement'], buckets: SHORT_SECONDS, registers })
  const engine = new Histogram({ name: 'status_evaluation_duration_seconds', help: 'How long the status engine took for all targets of a question together.', buckets: SHORT_SECONDS, registers })
  const byVerb = new Map([...VERBS, 'other'].map(verb => [verb, statements.labels(verb)]))
  return {
    registry,
    onStatement: (sql: string, ms: number): void => {
      const verb = sql.slice(0, sql.search(/\W|$/)).toLowerCase()
      ;(byVerb.get(verb) ?? byVerb.get('other'))?.observe(ms / 1000)
    },
    onJudged: (_targets: number, ms: number): void => { engine.observe(ms / 1000) }
  }
}

/** What the process does, as Prometheus reads it, at `/metrics`. Nothing in it names a person, a key or a text of a request. */
export async function serveMetrics (app: FastifyInstance, { measured, timings, isOpen }: MetricsOptions): Promise<void> {
  const { registry } = timings
  collectDefaultMetrics({ register: registry })
  readMeasured(measured, [registry])

  await app.register(async scope => {
    scope.setErrorHandler(answerError)
    const methods = collectMethods(scope)
    scope.get('/metrics', async (request, reply) => {
      if (!isOpen) requireScope(request.actor, 'admin')
      return await reply.header('cache-control', 'no-store').type(registry.contentType).send(await registry.metrics())
    })
    answerOtherMethods(scope, methods)
  })
}

/** Times every answer by its route, never by its address, so that there are not more series than routes. Register it before whatever answers. */
export function countRequests (app: FastifyInstance, { registry }: Timings): void {
  const registers = [registry]
  const durations = new Histogram({ name: 'http_request_duration_seconds', help: 'How long requests took, from their first byte to the end of the answer.', labelNames: ['method', 'route', 'status'], buckets: SECONDS, registers })
  const underWay = new Gauge({ name: 'http_requests_under_way', help: 'Requests that are being answered.', registers })
  const aborted = new Counter({ name: 'http_requests_aborted_total', help: 'Requests whose sender hung up before the answer.', registers })
  // Whose sender hangs up is never answered, but closed all the same.
  app.addHook('onRequest', (_request, reply, done) => {
    underWay.inc()
    reply.raw.once('close', () => { underWay.dec() })
    done()
  })
  app.addHook('onRequestAbort', async _request => { aborted.inc() })
  app.addHook('onResponse', ({ method, routeOptions }, reply, done) => {
    durations.observe({ method, route: routeOptions.url ?? 'none', status: reply.statusCode }, reply.elapsedTime / 1000)
    done()
  })
}

/* eslint-disable no-new -- a metric is known to its registry */
function readMeasured ({ statements, evaluations, deliveries, load, cache, subscriptions }: Measured, registers: Registry[]): void {
  new Counter({ name: 'sql_statements_total', help: 'SQL statements that have run.', registers, collect () { this.reset(); this.inc(statements()) } })
  new Counter({ name: 'status_evaluations_total', help: 'Targets whose status was computed.', registers, collect () { this.reset(); this.inc(evaluations()) } })
  new Gauge({ name: 'database_connections_used', help: 'Connections of the pool at work; on SQLite, writes under way.', registers, collect () { this.set(load().used) } })
  new Gauge({ name: 'database_connections_waited_for', help: 'Pieces of work that wait for a connection; on SQLite, writes that wait their turn.', registers, collect () { this.set(load().waiting) } })
  new Counter({ name: 'answer_cache_hits_total', help: 'Requests that were answered as an earlier one was.', registers, collect () { this.reset(); this.inc(cache().hits) } })
  new Counter({ name: 'answer_cache_misses_total', help: 'Requests that might have been, and were not.', registers, collect () { this.reset(); this.inc(cache().misses) } })
  new Gauge({ name: 'answer_cache_bytes', help: 'About how much memory the kept answers take.', registers, collect () { this.set(cache().bytes) } })
  new Gauge({ name: 'subscriptions', help: 'Subscriptions that are open.', registers, collect () { this.set(subscriptions()) } })
  const oldest = new Gauge({ name: 'webhook_deliveries_oldest_seconds', help: 'How long the delivery has waited that is due the longest.', registers })
  new Gauge({
    name: 'webhook_deliveries_waiting',
    help: 'Deliveries to webhooks that are still to be made.',
    registers,
    async collect () {
      const { waiting, oldestSeconds } = await deliveries()
      this.set(waiting)
      oldest.set(oldestSeconds)
    }
  })
}
