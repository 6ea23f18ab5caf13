import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { keyWith, restClient } from '../support/rest.ts'
import { ADMIN, indicatorBody } from '../support/services.ts'
import { figure, ONLY_TELLS, send, type Write, WRITES } from './writes.ts'

let subject: TestApp
let rest: Awaited<ReturnType<typeof restClient>>
beforeAll(async () => {
  subject = await openTestApp({ now: '2026-06-01T10:00:00.000Z' })
  rest = await restClient(subject, asAdmin)
  await subject.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
})
afterAll(() => subject.close())

const operations = (): string[] => Object.entries(rest.document.paths).flatMap(([path, methods]) => Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`))
const entries = async () => (await subject.services.audit.list(ADMIN, { limit: 500 })).items

/** Sends a write, and tells what came of it and what it added to the trail. */
async function sent (operation: string, write: Write, own: Record<string, string> = {}) {
  const before = (await entries())[0]?.seq ?? 0
  const response = await send(rest, operation, write, own)
  return { response, added: (await entries()).filter(entry => entry.seq > before) }
}

describe('every operation that writes', () => {
  test('is walked through here', () => {
    expect(Object.keys(WRITES).toSorted()).toEqual(operations().filter(one => !one.startsWith('GET ') && !ONLY_TELLS.includes(one)).toSorted())
  })

  test.each(Object.entries(WRITES))('%s leaves one entry, with who did it in which request', async (operation, { action, prepare }) => {
    const write = await prepare(subject)
    const { response, added } = await sent(operation, write, { 'x-request-id': `test-${operation.replace(/\W+/g, '-')}` })
    expect(response.status, JSON.stringify(response.body)).toBeLessThan(300)
    expect(response.headers['x-request-id']).toBe(`test-${operation.replace(/\W+/g, '-')}`)
    const { body: me } = await rest.get('/v1/me')
    expect(added).toMatchObject([{ action, actor: me.id, actorName: me.name, requestId: response.headers['x-request-id'], at: subject.clock.now }])
  })

  test.each(Object.entries(WRITES))('%s leaves none where it is refused or only tried', async (operation, { prepare }) => {
    const write = await prepare(subject)
    const refused = await sent(operation, write, await keyWith(subject, ['drafts:read']))
    // Making the key is an entry of its own, before.
    expect([refused.response.status, refused.added]).toEqual([403, []])
    const wrong = await sent(operation, { ...write, query: '?ukendt=1' })
    expect([wrong.response.status, wrong.added]).toEqual([400, []])
    const { parameters = [] } = rest.contract.operationFor(operation.split(' ')[0]!, operation.split(' ')[1]!) ?? {}
    const trial = parameters.find(one => ['dryRun', 'validateOnly'].includes(one.name))
    if (trial === undefined) return
    const tried = await sent(operation, { ...write, query: `${write.query ?? ''}${write.query === undefined ? '?' : '&'}${trial.name}=true` })
    expect([tried.response.status < 300, tried.added]).toEqual([true, []])
  })

  test('leaves one where it is sent twice with an Idempotency-Key', async () => {
    const write = { body: { measurements: [figure()] }, headers: { 'idempotency-key': 'once' } }
    expect((await sent('POST /v1/measurements', write)).added).toHaveLength(1)
    expect((await sent('POST /v1/measurements', write)).added).toEqual([])
  })

  test('has no other way to the trail: it is only read', () => {
    expect(operations().filter(one => one.includes('/audit'))).toEqual(['GET /v1/audit'])
  })
})
