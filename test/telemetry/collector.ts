import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'

type Value = { stringValue?: string, intValue?: number }
type Sent = { traceId: string, spanId: string, parentSpanId?: string, name: string, kind: number, startTimeUnixNano: string, endTimeUnixNano: string, attributes: { key: string, value: Value }[], status: { code: number, message?: string }, events: unknown[] }
export type Span = Omit<Sent, 'attributes'> & { attributes: Record<string, string | number | undefined>, resource: Record<string, string | number | undefined> }
type Body = { resourceSpans: { resource: { attributes: Sent['attributes'] }, scopeSpans: { spans: Sent[] }[] }[] }

const named = (attributes: Sent['attributes']) => Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue]))

/** A collector of OpenTelemetry, as small as can be: OTLP over HTTP with bodies of JSON. It keeps what it was sent, as text and as spans. */
export async function openCollector () {
  const bodies: string[] = []
  const paths: string[] = []
  const server = createServer((request, response) => {
    paths.push(`${request.method} ${request.url}`)
    text(request).then(body => {
      bodies.push(body)
      response.setHeader('content-type', 'application/json').end('{}')
    }, () => response.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')

  const spans = (): Span[] => bodies.flatMap(body => (JSON.parse(body) as Body).resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(scope => scope.spans.map(span => ({ ...span, attributes: named(span.attributes), resource: named(resource.attributes) })))))

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    paths,
    text: () => bodies.join('\n'),
    spans,
    /** The first span that fits, waited for. */
    span: async (fits: (span: Span) => boolean): Promise<Span> => {
      for (let tries = 0; tries < 200; tries++) {
        const found = spans().find(fits)
        if (found !== undefined) return found
        await setTimeout(50)
      }
      throw new Error(`There is no such span among: ${spans().map(span => span.name).join(', ')}`)
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    }
  }
}
