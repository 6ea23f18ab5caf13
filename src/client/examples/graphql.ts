/**
 * The same as rest.ts by GraphQL: the answer has exactly the type of what was asked.
 * Run it: `node src/client/examples/graphql.ts http://localhost:3000 0250 2024-07-10`
 */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { print } from 'graphql'
import { HowWeStandDocument } from './operations.ts'

/** Sends an operation and gives its data. @throws Error with what the server says is wrong */
export async function ask<Data, Variables> (baseUrl: string, operation: TypedDocumentNode<Data, Variables>, variables: Variables, key?: string): Promise<Data> {
  const response = await fetch(`${baseUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...key !== undefined && { authorization: `Bearer ${key}` } },
    body: JSON.stringify({ query: print(operation), variables })
  })
  const { data, errors } = await response.json() as { data: Data, errors?: { message: string }[] }
  if (errors !== undefined) throw new Error(errors.map(error => error.message).join('; '))
  return data
}

if (import.meta.main) {
  const [baseUrl = 'http://localhost:3000', kommune = '0250', asOf] = process.argv.slice(2)
  const { kommune: found } = await ask(baseUrl, HowWeStandDocument, { kommune, asOf })
  for (const plan of found?.plans ?? []) {
    console.log(plan.title)
    for (const { code, title, status } of plan.goals.flatMap(goal => goal.targets)) console.log(`  ${code} ${title}: ${status.status}\n    ${status.explanation.en}`)
  }
}
