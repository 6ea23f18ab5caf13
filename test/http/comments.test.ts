import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, codesOf, dataOf } from '../graphql/ask.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { codeOf, keyWith, pointersOf, restClient } from '../support/rest.ts'
import { ADMIN, indicatorBody, planBody } from '../support/services.ts'

let subject: TestApp
let rest: Awaited<ReturnType<typeof restClient>>
let stranger: Awaited<ReturnType<typeof restClient>>
beforeAll(async () => {
  subject = await openTestApp({ now: '2026-06-01T10:00:00.000Z' })
  rest = await restClient(subject, asAdmin)
  stranger = await restClient(subject)
  await subject.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
  await rest.put('/v1/plans/p/document', planBody())
  await rest.put('/v1/plans/kladde/document', planBody({ id: 'kladde', status: 'draft' }))
})
afterAll(() => subject.close())

const COMMENTS = '/v1/targets/p.1a/comments'
const input = (change: Record<string, unknown> = {}) => ({ on: '2026-05-31', text: 'Der er ansat to mere.', author: 'Arbejdsmarkedschefen', ...change })
const made = async (change: Record<string, unknown> = {}): Promise<{ id: string }> => (await rest.post(COMMENTS, input(change))).body

describe('a remark on a target', () => {
  test('is written, changed and taken back, each known from its moment on', async () => {
    const written = await rest.post(COMMENTS, input())
    const { body: me } = await rest.get('/v1/me')
    expect([written.status, written.body]).toEqual([201, { ...input(), id: expect.stringMatching(/^cmt-/), target: 'p.1a', revision: 1, createdAt: '2026-06-01T10:00:00.000Z', recordedAt: '2026-06-01T10:00:00.000Z', actor: me.id }])
    subject.clock.now = '2026-06-02T10:00:00.000Z'
    const changed = await rest.patch(`/v1/comments/${written.body.id}`, { text: 'Der er ansat tre.' })
    expect([changed.status, changed.body]).toEqual([200, { ...written.body, text: 'Der er ansat tre.', revision: 2, recordedAt: '2026-06-02T10:00:00.000Z' }])
    expect((await rest.patch(`/v1/comments/${written.body.id}`, { text: 'Der er ansat tre.' })).body.revision).toBe(2)
    expect((await stranger.get(COMMENTS)).body).toEqual({ items: [changed.body], nextCursor: null })
    expect((await stranger.get(`${COMMENTS}?knownAt=2026-06-01T12:00:00Z`)).body.items).toEqual([written.body])
    subject.clock.now = '2026-06-03T10:00:00.000Z'
    expect((await rest.delete(`/v1/comments/${written.body.id}`)).status).toBe(204)
    expect((await stranger.get(COMMENTS)).body.items).toEqual([])
    expect((await stranger.get(`${COMMENTS}?knownAt=2026-06-02T12:00:00Z`)).body.items).toEqual([changed.body])
    for (const response of [await rest.delete(`/v1/comments/${written.body.id}`), await rest.patch(`/v1/comments/${written.body.id}`, { text: 'x' })]) expect([response.status, codeOf(response)]).toEqual([404, 'not_found'])
  })

  test('is told of as an event, and changes no status', async () => {
    const after = (await rest.get('/v1/changes?after=now')).body.nextCursor
    while (await subject.services.dispatcher.run());
    const status = (await rest.get('/v1/targets/p.1a/status?asOf=2024-07-01')).body
    const { id } = await made()
    await rest.patch(`/v1/comments/${id}`, { author: 'Direktøren' })
    await rest.delete(`/v1/comments/${id}`)
    while (await subject.services.dispatcher.run());
    const told = (await rest.get(`/v1/changes?after=${after}&type=follow_up.recorded`)).body.items.map((one: { data: unknown }) => one.data)
    const common = { subject: 'p.1a', target: 'p.1a', plan: 'p', kommune: '0250', kind: 'comment', comment: id, on: '2026-05-31' }
    expect(told).toEqual([
      { ...common, author: 'Arbejdsmarkedschefen', revision: 1, withdrawn: false },
      { ...common, author: 'Direktøren', revision: 2, withdrawn: false },
      { ...common, author: 'Direktøren', revision: 3, withdrawn: true }
    ])
    expect((await rest.get('/v1/targets/p.1a/status?asOf=2024-07-01')).body).toEqual({ ...status, knownAt: expect.any(String) })
  })

  test('is in the trail, from what to what', async () => {
    const { id } = await made()
    await rest.patch(`/v1/comments/${id}`, { text: 'Nej.' })
    await rest.delete(`/v1/comments/${id}`)
    const { body: { items } } = await rest.get('/v1/audit?subject=p.1a&limit=3')
    expect(items.map((one: { action: string, plan: string, kommune: string }) => [one.action, one.plan, one.kommune])).toEqual(['withdrawn', 'changed', 'recorded'].map(done => [`comment.${done}`, 'p', '0250']))
    expect(items[1].changes).toEqual([{ path: `/comments/${id}/text`, op: 'replace', before: input().text, after: 'Nej.' }])
    expect(items[0].changes).toContainEqual({ path: `/comments/${id}/text`, op: 'remove', before: 'Nej.', after: null })
  })

  test.each([
    [{}, ['/on', '/text', '/author']], [input({ on: '2026-13-01' }), ['/on']], [input({ text: ' ' }), ['/text']], [input({ text: 'x'.repeat(4001) }), ['/text']], [input({ author: null }), ['/author']],
    [input({ farve: 1 }), ['/farve']], [input({ text: 'a\0b' }), ['/text']], [input({ text: '\ud800' }), ['/text']], [[], ['']]
  ])('of a wrong form is refused: %j', async (body, pointers) => {
    const response = await rest.post(COMMENTS, body)
    expect([response.status, pointersOf(response)]).toEqual([400, pointers])
  })

  test('of a day that lies ahead, of a target or comment that there is not, and a change of nothing are refused', async () => {
    const ahead = await rest.post(COMMENTS, input({ on: '2027-01-01' }))
    expect([ahead.status, ...pointersOf(ahead)]).toEqual([422, '/on'])
    const { id } = await made()
    expect((await rest.patch(`/v1/comments/${id}`, { on: '2027-01-01' })).status).toBe(422)
    expect((await rest.patch(`/v1/comments/${id}`, {})).status).toBe(400)
    expect((await rest.patch(`/v1/comments/${id}`, { target: 'p.1b' })).status).toBe(400)
    expect((await rest.post('/v1/targets/p.9z/comments', input())).status).toBe(404)
    expect((await rest.get('/v1/targets/p.9z/comments')).status).toBe(404)
    for (const odd of ['cmt-x', "' or 1=1", '%00']) expect((await rest.delete(`/v1/comments/${encodeURIComponent(odd)}`)).status).toBe(404)
    expect((await rest.get(`${COMMENTS}?knownAt=nu`)).status).toBe(400)
    await rest.delete(`/v1/comments/${id}`)
  })

  test('needs plans:write for the kommune; of a draft it is read by those who see drafts', async () => {
    const { id } = await made()
    const own = await keyWith(subject, ['plans:write'], ['0250'])
    const other = await keyWith(subject, ['plans:write'], ['0253'])
    for (const [headers, status] of [[other, 403], [await keyWith(subject, ['measurements:write']), 403]] as const) {
      expect((await rest.post(COMMENTS, input(), headers)).status).toBe(status)
      expect((await rest.patch(`/v1/comments/${id}`, { text: 'x' }, headers)).status).toBe(status)
      expect((await rest.delete(`/v1/comments/${id}`, headers)).status).toBe(status)
    }
    expect((await stranger.post(COMMENTS, input())).status).toBe(401)
    expect((await rest.patch(`/v1/comments/${id}`, { text: 'x' }, own)).status).toBe(200)
    expect((await rest.post('/v1/targets/kladde.1a/comments', input())).status).toBe(201)
    expect((await stranger.get('/v1/targets/kladde.1a/comments')).status).toBe(404)
    expect((await rest.get('/v1/targets/kladde.1a/comments')).body.items).toHaveLength(1)
    await rest.delete(`/v1/comments/${id}`)
  })

  test('changed by two at once keeps both changes, or refuses one', async () => {
    const { id } = await made()
    const answers = await Promise.all([rest.patch(`/v1/comments/${id}`, { text: 'A' }), rest.patch(`/v1/comments/${id}`, { author: 'B' })])
    const { body: { items } } = await rest.get(COMMENTS)
    const written = answers.filter(one => one.status === 200)
    expect(answers.every(one => one.status === 200 || one.status === 409)).toBe(true)
    expect(items[0]).toMatchObject({ revision: 1 + written.length, ...answers[0]!.status === 200 && { text: 'A' }, ...answers[1]!.status === 200 && { author: 'B' } })
    await rest.delete(`/v1/comments/${id}`)
  })

  test('is in GraphQL too, now and as it was known', async () => {
    await made({ on: '2026-05-02' })
    const { id } = await made({ on: '2026-05-01' })
    const early = '2026-06-03T10:00:00.000Z'
    subject.clock.now = '2026-06-04T10:00:00.000Z'
    await rest.patch(`/v1/comments/${id}`, { text: 'Senere' })
    const query = `{ targets(filter: { plan: "p" }) { edges { node { now: comments { on text author revision createdAt recordedAt actor target { id } } then: comments(knownAt: "${early}") { text } } } } }`
    const { targets: { edges: [{ node }] } } = await dataOf(subject, query)
    const { body: { items } } = await rest.get(COMMENTS)
    expect(node.now).toEqual(items.map(({ id: _, target, ...one }: { id: string, target: string }) => ({ ...one, target: { id: target } })))
    expect(node.now.map((one: { text: string }) => one.text)).toEqual(['Senere', input().text])
    expect(node.then).toEqual([{ text: input().text }, { text: input().text }])
    expect(codesOf(await ask(subject, '{ target(id: "kladde.1a") { comments { text } } }'))).toEqual(['not_found'])
  })
})
