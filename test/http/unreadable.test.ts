import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../support/app.ts'

let subject: TestApp
beforeAll(async () => {
  subject = await openTestApp()
  await subject.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => subject.close())

async function sent (text: string): Promise<{ status: number, type: string, body: Record<string, unknown> }> {
  const socket = connect((subject.app.server.address() as AddressInfo).port, '127.0.0.1')
  let answer = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => { answer += chunk }).on('error', () => {})
  socket.write(text)
  await once(socket, 'close')
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  return { status: Number(head.split(' ')[1]), type: /^content-type: (.*)$/im.exec(head)?.[1] ?? '', body: JSON.parse(body) as Record<string, unknown> }
}

test.each([
  ['a method that is none', 'BREW / HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  ['two lengths', 'POST /v1/measurements HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
  ['no HTTP', 'hello\r\n\r\n', 400],
  ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(40_000)}\r\n\r\n`, 431]
])('%s is answered by a problem', async (_, text, status) => {
  const answer = await sent(text)
  expect([answer.status, answer.type]).toEqual([status, 'application/problem+json'])
  expect(answer.body).toMatchObject({ status, code: 'invalid_request', type: 'urn:problem:maalopfoelgning:invalid_request' })
})

test('whole requests before it on the connection are answered first', async () => {
  const socket = connect((subject.app.server.address() as AddressInfo).port, '127.0.0.1')
  let answers = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => { answers += chunk })
  socket.write('GET /v1/kommuner HTTP/1.1\r\nHost: x\r\n\r\nGET /v1/kommuner/0250 HTTP/1.1\r\nHost: x\r\n\r\nBREW / HTTP/1.1\r\n\r\n')
  await once(socket, 'close')
  expect([...answers.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(['200', '200', '400'])
})
