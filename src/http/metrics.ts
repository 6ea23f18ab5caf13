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
}

type MetricsOptions = {
  measured: Measured
  /** Whether anybody may read them; otherwise a key with the scope `admin` is needed. */
  isOpen: boolean
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** What the process does, as Prometheus reads it, at `/metrics`. Nothing in it names a person, a key or a text of a request. */
export async function serveMetrics (app: FastifyInstance, { measured, isOpen }: MetricsOptions): Promise<void> {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  countRequests(app, [registry])
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

/** Times every answer by its route, never by its address, so that there are not more series than routes. */
function countRequests (app: FastifyInstance, registers: Registry[]): void {
  const durations = new Histogram({ name: 'http_request_duration_seconds', help: 'How long requests took, from their first byte to the end of the answer.', labelNames: ['method', 'route', 'status'], buckets: SECONDS, registers })
  const underWay = new Gauge({ name: 'http_requests_under_way', help: 'Requests that are being answered.', registers })
  const aborted = new Counter({ name: 'http_requests_aborted_total', help: 'Requests whose sender hung up before the answer.', registers })
  app.addHook('onRequest', async () => { underWay.inc() })
  app.addHook('onRequestAbort', async _request => { aborted.inc() })
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    underWay.dec()
    durations.observe({ method, route: routeOptions.url ?? 'none', status: reply.statusCode }, reply.elapsedTime / 1000)
  })
}

function readMeasured ({ statements, evaluations, deliveries }: Measured, registers: Registry[]): void {
  const reading = (name: string, help: string, read: () => number) => new Counter({ name, help, registers, collect () { this.reset(); this.inc(read()) } })
  reading('sql_statements_total', 'SQL statements that have run.', statements)
  reading('status_evaluations_total', 'Targets whose status was computed.', evaluations)
  const oldest = new Gauge({ name: 'webhook_deliveries_oldest_seconds', help: 'How long the delivery has waited that is due the longest.', registers })
  // eslint-disable-next-line no-new -- a metric is known to its registry
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
