import type { TestApp } from '../support/app.ts'

/** What a GraphQL request is answered with. `data` is whatever the query asked for: a test says what it expects of it. */
export type Answer = {
  status: number
  headers: Record<string, unknown>
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the shape is the query's
  data: any
  errors: { message: string, path?: (string | number)[], extensions: { code: string, errors?: { pointer: string, code: string, detail: string }[] } }[] | undefined
  body: string
}

/** Sends a query by POST, as a client does: loaders and limits work only for real requests. */
export async function ask ({ app }: Pick<TestApp, 'app'>, query: string, variables?: object, headers: Record<string, string> = {}): Promise<Answer> {
  return await post({ app }, { query, variables }, headers)
}

/** Sends any body by POST. */
export async function post ({ app }: Pick<TestApp, 'app'>, payload: object, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await app.inject({ method: 'POST', url: '/graphql', payload, headers })
  const { data, errors } = response.json()
  return { status: response.statusCode, headers: response.headers, data, errors, body: response.body }
}

/** The data of a query that must succeed. */
export async function dataOf (test: Pick<TestApp, 'app'>, query: string, variables?: object, headers?: Record<string, string>): Promise<Answer['data']> {
  const { data, errors } = await ask(test, query, variables, headers)
  if (errors !== undefined) throw new Error(`The query failed: ${JSON.stringify(errors)}`)
  return data
}

/** The codes of a query's errors; none where it succeeds. */
export const codesOf = ({ errors = [] }: Answer): string[] => errors.map(error => error.extensions.code)
