import assert from 'node:assert/strict'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { createPostgresDatabase } from '../support/postgres.ts'
import { INDICATORS } from './steps.ts'

// Answers are compared as they come, and what is in them is asked for by name.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any
export type Answer = { status: number, body: Json }
export type Asked = { method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: unknown, headers?: Record<string, string>, isAnonymous?: boolean }
export type World = Awaited<ReturnType<typeof openWorld>>

/** What is made anew on each database: its ids. */
const MADE = /\b(imp|cmt|key)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g
const NAMED = /\b(?:imp|cmt|key)#\d+\b/g
type One = { name: string, app: TestApp, names: Map<string, string>, ids: Map<string, string> }

/**
 * The same application on each database, asked the same in step: what one answers the others must answer too, but for ids that are made anew. Those are
 * told by names (`imp#1` is the first import that anything was told of), which may be sent back.
 * @param postgresUrl a PostgreSQL server; null is SQLite alone
 * @param now where the clock begins
 */
export async function openWorld (postgresUrl: string | null, now: string) {
  const urls: [string, string | null][] = [['SQLite', 'file::memory:'], ...postgresUrl === null ? [] : [['PostgreSQL', await createPostgresDatabase(postgresUrl)] as [string, string]]]
  const all: One[] = []
  for (const [name, databaseUrl] of urls) all.push({ name, app: await openTestApp({ now, databaseUrl: databaseUrl! }), names: new Map(), ids: new Map() })
  let requests = 0

  async function askOne (one: One, { method = 'GET', url, body, headers = {}, isAnonymous = false }: Asked): Promise<Answer> {
    const sent = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
    const backed = (text: string): string => text.replace(NAMED, name => one.ids.get(name) ?? name)
    const response = await one.app.app.inject({
      method,
      url: backed(url),
      headers: { ...isAnonymous ? {} : asAdmin, 'x-request-id': `request-${requests}`, ...typeof body === 'object' && { 'content-type': 'application/json' }, ...headers },
      ...sent !== undefined && { payload: backed(sent) }
    })
    const text = response.body.replace(MADE, id => nameOf(one, id))
    return { status: response.statusCode, body: text === '' ? null : JSON.parse(text) as Json }
  }

  function nameOf (one: One, id: string): string {
    const name = one.names.get(id) ?? `${id.slice(0, 3)}#${one.names.size + 1}`
    one.names.set(id, name)
    one.ids.set(name, id)
    return name
  }

  /** Asks every application the same. @throws AssertionError where they do not answer the same */
  async function ask (asked: Asked): Promise<Answer> {
    requests++
    const answers = await Promise.all(all.map(async one => await askOne(one, asked)))
    const [first, ...others] = answers
    others.forEach((other, at) => { assert.deepEqual(other, first, `${all[at + 1]!.name} answers otherwise than ${all[0]!.name}: ${asked.method ?? 'GET'} ${asked.url} ${JSON.stringify(asked.body) ?? ''}`) })
    assert.ok(first!.status < 500, `${asked.method ?? 'GET'} ${asked.url} is answered with ${first!.status}: ${JSON.stringify(first!.body)}`)
    return first!
  }

  /** Reads what must be there. */
  async function read (url: string, asked: Partial<Asked> = {}): Promise<Json> {
    const { status, body } = await ask({ ...asked, url })
    assert.equal(status, 200, `GET ${url}: ${JSON.stringify(body)}`)
    return body
  }

  /** Asks a query that must be answered. */
  async function query (text: string, variables: object = {}): Promise<Json> {
    const { body } = await ask({ method: 'POST', url: '/graphql', body: { query: text, variables } })
    assert.equal(body.errors, undefined, `${text} ${JSON.stringify(variables)}: ${JSON.stringify(body.errors)}`)
    return body.data
  }

  function setClock (instant: string): void {
    for (const { app } of all) app.clock.now = instant
  }

  const close = async (): Promise<void> => { await Promise.all(all.map(async one => { await one.app.close() })) }

  for (const { id, ...indicator } of INDICATORS) await ask({ method: 'PUT', url: `/v1/indicators/${id}`, body: indicator })
  return { ask, read, query, setClock, close }
}
