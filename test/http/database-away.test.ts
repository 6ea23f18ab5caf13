import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { AppError } from '../../src/domain/errors.ts'
import { asAdmin, openTestApp, type TestApp } from '../support/app.ts'
import { createPostgresDatabase } from '../support/postgres.ts'
import { openProxy } from '../support/proxy.ts'
import { codeOf, type RestClient, restClient } from '../support/rest.ts'
import { ADMIN, indicatorBody, planBody } from '../support/services.ts'

const server = inject('postgres').url

describe.skipIf(server === null)('while the database fails over', () => {
  let proxy: Awaited<ReturnType<typeof openProxy>>
  let subject: TestApp
  let rest: RestClient
  beforeEach(async () => {
    proxy = await openProxy(await createPostgresDatabase(server!))
    subject = await openTestApp({ databaseUrl: proxy.url, now: '2026-06-01T10:00:00.000Z' })
    rest = await restClient(subject, asAdmin)
    await subject.services.indicators.put(ADMIN, 'ledighed', indicatorBody())
    await rest.put('/v1/plans/p/document', planBody())
  })
  afterEach(async () => {
    await subject.close()
    proxy.close()
  })

  const remark = async (key: string) => await rest.post('/v1/targets/p.1a/comments', { on: '2024-06-01', text: 'En bemærkning', author: 'Chefen' }, { 'idempotency-key': key })
  const remarks = async (): Promise<unknown[]> => (await rest.get('/v1/targets/p.1a/comments')).body.items

  test('reads and writes are refused with 503 and Retry-After, it is not ready, and all works again by itself', async () => {
    await proxy.goAway()
    for (const answer of [await rest.get('/v1/plans/p'), await rest.get('/v1/targets/p.1a/status'), await remark('a'), await rest.patch('/v1/plans/p?reason=x', { title: 'Y' }, { 'if-match': '"1"' })]) {
      expect([answer.status, codeOf(answer), answer.headers['retry-after'], answer.type]).toEqual([503, 'unavailable', '1', 'application/problem+json'])
    }
    expect(await rest.page('/health/ready')).toMatchObject({ status: 503, headers: { 'retry-after': '1' } })
    expect((await rest.page('/health/live')).status).toBe(200)
    await proxy.comeBack()
    expect((await rest.page('/health/ready')).status).toBe(200)
    expect((await rest.get('/v1/plans/p')).body.version).toBe(1)
    expect((await remark('a')).status).toBe(201)
  })

  test('what was carried out and could not be told is not carried out again under the same key', async () => {
    Object.assign(proxy.state, { commits: 'lost', of: 'into "comments"' })
    expect((await remark('a')).status).toBe(503)
    proxy.state.commits = 'answered'
    expect(codeOf(await remark('a'))).toBe('unavailable')
    subject.clock.now = '2026-06-01T10:01:00.000Z'
    const told = await remark('a')
    expect([told.status, told.body.detail]).toEqual([409, expect.stringContaining('was carried out')])
    expect(await remarks()).toHaveLength(1)
  })

  test('a key whose request failed is let go once the database is back', async () => {
    const failing = vi.spyOn(subject.services.comments, 'record').mockImplementationOnce(async () => {
      await proxy.goAway()
      throw new AppError('unavailable', 'not now')
    })
    const refused = await remark('a')
    expect([refused.status, refused.type]).toEqual([503, 'application/problem+json'])
    failing.mockRestore()
    await proxy.comeBack()
    expect(codeOf(await remark('a'))).toBe('unavailable')
    await vi.waitFor(async () => { expect((await remark('a')).status).toBe(201) }, { timeout: 10_000, interval: 200 })
    expect(await remarks()).toHaveLength(1)
  })

  test('what was done is told, though nobody knows whether its answer was kept', async () => {
    Object.assign(proxy.state, { commits: 'lost', of: 'update idempotency_keys set status' })
    const first = await remark('a')
    proxy.state.commits = 'answered'
    const again = await remark('a')
    expect([first.status, again.status, again.headers['idempotency-replayed']]).toEqual([201, 201, 'true'])
    expect(again.body).toEqual(first.body)
    expect(await remarks()).toHaveLength(1)
  })
})
