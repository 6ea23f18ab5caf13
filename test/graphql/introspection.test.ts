import { buildSchema, getIntrospectionQuery } from 'graphql/index.js'
import { afterEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../support/app.ts'
import { ask, codesOf, dataOf } from './ask.ts'

describe('the schema', () => {
  let test: TestApp
  afterEach(async () => { await test.close() })

  it('is told, in GraphQL and as a text', async () => {
    test = await openTestApp()
    expect((await dataOf(test, '{ __type(name: "Plan") { kind } }')).__type).toEqual({ kind: 'OBJECT' })
    const { statusCode, headers, body } = await test.app.inject('/graphql/schema.graphql')
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
    expect(buildSchema(body).getQueryType()?.getFields().plans).toBeDefined()
  })

  it.each([
    getIntrospectionQuery(), '{ __schema { types { name } } }', '{ alias: __type(name: "Plan") { name } }', '{ ...F } fragment F on Query { __schema { types { name } } }',
    '{ ... on Query { __type(name: "Plan") { name } } }', '{ plans { id } __schema { types { name } } }', 'query A { plans { id } } query B { __schema { types { name } } }'
  ])('is kept where introspection is off: %s', async query => {
    test = await openTestApp({ introspection: false })
    for (let time = 1; time <= 2; time++) {
      const answer = await ask(test, query)
      expect([answer.status, codesOf(answer)[0], answer.data]).toEqual([200, 'invalid_request', undefined])
      expect(answer.errors?.[0]?.message).toMatch(/INTROSPECTION=off/)
    }
    expect((await test.app.inject('/graphql/schema.graphql')).statusCode).toBe(404)
  })

  it('does not keep queries from being answered, nor what type an answer has', async () => {
    test = await openTestApp({ introspection: false })
    expect(await dataOf(test, '{ kommune(code: "0250") { __typename name } }')).toEqual({ kommune: { __typename: 'Kommune', name: 'Frederikssund' } })
  })
})
