import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'

/**
 * What is written to a socket: pieces with pauses between, and how it ends: half closed once `asked` answers are there or nothing moves,
 * half closed at once, or let go.
 */
export type Written = { pieces: Uint8Array[], pauseMs: number, end: 'answered' | 'half' | 'destroy', asked: number }
export type RawAnswer = { status: number, headers: Record<string, string>, body: string }
/** What came back; `rest` is what is no answer of HTTP, `isClosed` whether the server let go in time, `isWhole` whether nobody was cut short by us. */
export type Came = { answers: RawAnswer[], rest: string, isClosed: boolean, isWhole: boolean }

/** Who is not answered in this time mostly waits for more himself. */
const QUIET_MS = 30
const CHUNK = /^([0-9a-f]+)[^\r\n]*\r\n/i

/** Writes bytes to a server and reads what it answers until it closes. Whether an answer to HEAD has a body cannot be told: `bodiless` says so. */
export async function exchange (port: number, { pieces, pauseMs, end, asked }: Written, patienceMs: number, bodiless: boolean): Promise<Came> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true })
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => { chunks.push(chunk) }).on('error', () => {})
  const closed = Promise.race([once(socket, 'close'), once(socket, 'end')]).catch(() => {})
  await Promise.race([new Promise(resolve => { socket.once('connect', resolve) }), closed])
  for (const piece of pieces) {
    if (!socket.writable) break
    socket.write(piece)
    if (pauseMs > 0) await setTimeout(pauseMs)
  }
  if (end === 'destroy') {
    socket.destroy()
    return { answers: [], rest: '', isClosed: true, isWhole: false }
  }
  const isAnswered = (): boolean => read(Buffer.concat(chunks).toString('latin1'), bodiless).answers.length >= asked
  if (end === 'answered') {
    for (let seen = -1; seen < chunks.length && !isAnswered();) {
      seen = chunks.length
      await Promise.race([new Promise(resolve => { socket.once('data', resolve) }), closed, setTimeout(QUIET_MS, undefined, { ref: false })])
    }
  }
  const isWhole = end === 'answered' && (isAnswered() || socket.readableEnded)
  socket.end()
  const isClosed = await Promise.race([closed.then(() => true), setTimeout(patienceMs, false, { ref: false })])
  socket.destroy()
  return { ...read(Buffer.concat(chunks).toString('latin1'), bodiless), isClosed, isWhole }
}

/** Reads answers one after the other. */
function read (text: string, bodiless: boolean): Pick<Came, 'answers' | 'rest'> {
  const answers: RawAnswer[] = []
  let rest = text
  for (;;) {
    const head = /^HTTP\/1\.[01] (\d{3})[^\r\n]*\r\n((?:[^\r\n]+\r\n)*)\r\n/.exec(rest)
    if (head === null) return { answers, rest }
    const status = Number(head[1])
    const headers = Object.fromEntries(head[2]!.split('\r\n').filter(line => line !== '').map(line => [line.split(':', 1)[0]!.toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]))
    rest = rest.slice(head[0].length)
    const { body, length } = bodyOf(rest, status, headers, bodiless)
    answers.push({ status, headers, body: Buffer.from(body, 'latin1').toString() })
    rest = rest.slice(length)
  }
}

function bodyOf (rest: string, status: number, headers: Record<string, string>, bodiless: boolean): { body: string, length: number } {
  if (status < 200 || status === 204 || status === 304 || (bodiless && (rest === '' || rest.startsWith('HTTP/1.')))) return { body: '', length: 0 }
  if (headers['transfer-encoding'] !== 'chunked') {
    const length = headers['content-length'] === undefined ? rest.length : Number(headers['content-length'])
    return { body: rest.slice(0, length), length }
  }
  let [body, at] = ['', 0]
  for (;;) {
    const chunk = CHUNK.exec(rest.slice(at))
    if (chunk === null) return { body, length: at }
    const size = parseInt(chunk[1]!, 16)
    at += chunk[0].length
    body += rest.slice(at, at + size)
    at += size + 2
    if (size === 0) return { body, length: at }
  }
}
