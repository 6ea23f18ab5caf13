import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Answering = { url: string, asked: IncomingMessage[], close: () => Promise<void> }
export type Answer = { status?: number, headers?: Record<string, string>, body?: unknown }

/** A server on this machine that answers as it is told, request by request; the last answer is given to all that follow. */
export async function answering (...answers: (Answer | ((request: IncomingMessage, response: ServerResponse) => void))[]): Promise<Answering> {
  const asked: IncomingMessage[] = []
  const server: Server = createServer((request, response) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)] ?? {}
    asked.push(request)
    if (typeof answer === 'function') return answer(request, response)
    const { status = 200, headers = {}, body = '' } = answer
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise(resolve => { server.close(resolve) })
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v3`, asked, close }
}
