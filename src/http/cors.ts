import cors, { type FastifyCorsOptions } from '@fastify/cors'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Which origins' pages may use the API from a browser: all, those named, or none but its own. */
export type Origins = '*' | readonly string[]

const OPTIONS = {
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowedHeaders: ['Authorization', 'Content-Type', 'Content-Disposition', 'Data-Version', 'If-Match', 'If-None-Match', 'Idempotency-Key', 'X-Request-Id'],
  exposedHeaders: ['Allow', 'Content-Disposition', 'Data-Version', 'ETag', 'Idempotency-Replayed', 'Link', 'Location', 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'WWW-Authenticate', 'X-Request-Id'],
  // Sign-in is by a header that the page itself sends, never by what the browser keeps.
  credentials: false,
  // As long as any browser keeps the answer.
  maxAge: 86_400
}

/** Lets pages of other origins use the API. An origin that may not gets no CORS headers, and no refusal: it is the browser that refuses. */
export async function allowOrigins (app: FastifyInstance, origins: Origins): Promise<void> {
  if (origins !== '*' && origins.length === 0) return
  await app.register(cors, {
    delegator: (request: FastifyRequest, callback: (error: null, options: FastifyCorsOptions) => void) => {
      const origin = origins === '*' ? '*' : origins.includes(request.headers.origin ?? '') && [...origins]
      // Other OPTIONS than a preflight are answered by the paths themselves.
      callback(null, { ...OPTIONS, origin, preflight: isPreflight(request) })
    }
  })
}

const isPreflight = ({ method, headers }: FastifyRequest): boolean =>
  method === 'OPTIONS' && headers.origin !== undefined && headers['access-control-request-method'] !== undefined
