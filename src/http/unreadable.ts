import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { AppError } from '../domain/errors.ts'
import { problemOf, PROBLEM_TYPE, PROBLEMS } from './errors.ts'

/** What Node's parser finds wrong before there is a request, by its code; the rest is not HTTP as it should be. */
const KNOWN: Record<string, { status?: string, error: AppError }> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: '408 Request Timeout', error: new AppError('invalid_request', 'The request did not arrive in time: send it without a pause.') },
  HPE_HEADER_OVERFLOW: { status: '431 Request Header Fields Too Large', error: new AppError('invalid_request', 'The headers are larger than the server takes.') }
}
const MALFORMED = new AppError('invalid_request', 'The request is not well-formed HTTP.')

/**
 * Answers what cannot be read as a request with a problem too, and closes the connection. It is Fastify's `clientErrorHandler`. Whole requests
 * that came before on the connection are answered first: the refusal would be read as their answer, though they are carried out.
 */
export function answerUnreadable (error: NodeJS.ErrnoException, socket: Socket & { _httpMessage?: ServerResponse | null }): void {
  const answering = socket._httpMessage
  if (answering?.req.complete === true && !socket.destroyed) {
    answering.once('close', () => { answerUnreadable(error, socket) })
    return
  }
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy()
    return
  }
  const { status, error: refusal } = KNOWN[error.code ?? ''] ?? { error: MALFORMED }
  const line = status ?? `${PROBLEMS.invalid_request.status} Bad Request`
  const body = JSON.stringify({ ...problemOf(refusal, ''), status: Number.parseInt(line, 10) })
  socket.end(`HTTP/1.1 ${line}\r\nContent-Type: ${PROBLEM_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`)
}
