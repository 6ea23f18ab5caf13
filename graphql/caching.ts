import type { FastifyInstance, FastifyReply } from 'fastify'
import { createHash } from 'node:crypto'

/** Lets answers to GET be kept: who asks again and sends the ETag is answered 304 where the answer is still the same. */
export function tagAnswers (app: FastifyInstance): void {
  app.addHook('onSend', async ({ method, routeOptions: { url }, headers }, reply, payload) => {
    const isRead = (method === 'GET' || method === 'HEAD') && url === '/graphql'
    if (!isRead || reply.statusCode !== 200 || reply.hasHeader('cache-control') || typeof payload !== 'string') return payload
    const tag = createHash('sha256').update(payload).digest('base64url').slice(0, 22)
    set(reply, {
      'cache-control': headers.authorization === undefined ? 'no-cache' : 'private, no-cache',
      vary: [reply.getHeader('vary') ?? [], 'accept', 'accept-encoding', 'authorization'].flat().join(', '),
      etag: `W/"${tag}"`
    })
    if (!headers['if-none-match']?.split(',').some(held => held.trim().replace(/^W\//, '') === `"${tag}"`)) return payload
    // eslint-disable-next-line @typescript-eslint/no-floating-promises -- a reply is a thenable, and this one is sent later
    reply.code(304).removeHeader('content-type').removeHeader('content-length')
    return null
  })
}

function set (reply: FastifyReply, headers: Record<string, string>): void {
  // eslint-disable-next-line @typescript-eslint/no-floating-promises -- a reply is a thenable, and this one is sent later
  reply.headers(headers)
}
