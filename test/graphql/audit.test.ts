import { auditServer } from 'graphql-http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../support/app.ts'

let test: TestApp
beforeAll(async () => { test = await openTestApp() })
afterAll(() => test.close())

it('passes every audit of GraphQL over HTTP, what should and what may be too', async () => {
  const results = await auditServer({ url: `${await test.app.listen({ host: '127.0.0.1', port: 0 })}/graphql` })
  expect(results.length).toBeGreaterThanOrEqual(61)
  expect(results.filter(one => one.status !== 'ok').map(({ id, name, status }) => [id, name, status])).toEqual([])
})
