import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { codegen } from '@graphql-codegen/core'
import * as typedDocumentNode from '@graphql-codegen/typed-document-node'
import * as typescriptOperations from '@graphql-codegen/typescript-operations'
import { parse } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADMIN_KEY, openTestApp, type TestApp } from '../support/app.ts'

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
const HEADING = '/* eslint-disable -- made of operations.graphql and graphql/schema.graphql by `npm run openapi` */\n'

test.each(['src/client/examples', 'test/e2e/frontend'])('the typed operations in %s are those of the schema (npm run openapi writes them)', async folder => {
  const written = await codegen({
    filename: 'operations.ts',
    schema: parse(read('graphql/schema.graphql')),
    documents: [{ location: 'operations.graphql', document: parse(read(`${folder}/operations.graphql`)) }],
    config: { enumsAsTypes: true, useTypeImports: true, skipTypename: true, scalars: { ID: 'string', Date: 'string', DateTime: 'string', Period: 'string', Decimal: 'number', JSON: 'unknown' } },
    plugins: [{ typescriptOperations: {} }, { typedDocumentNode: {} }],
    pluginMap: { typescriptOperations, typedDocumentNode }
  })
  await expect(HEADING + written).toMatchFileSnapshot(`../../${folder}/operations.ts`)
})

let subject: TestApp
let baseUrl: string
beforeAll(async () => {
  subject = await openTestApp({ seed: true, now: '2026-06-01T10:00:00.000Z' })
  await subject.app.listen({ port: 0, host: '127.0.0.1' })
  baseUrl = `http://127.0.0.1:${(subject.app.server.address() as AddressInfo).port}`
})
afterAll(() => subject.close())

test('they are answered as typed, and what is refused is thrown', async () => {
  // Not above: the test before this one must be able to write the file anew, however wrong it is.
  const [{ ask }, { HowWeStandDocument, RecordFiguresDocument }] = [await import('../../src/client/examples/graphql.ts'), await import('../../src/client/examples/operations.ts')]
  const indicator = 'sygedagpenge-jobafklaring-pct-arbejdsstyrke'
  const figures = { rows: [{ indicator, area: '0250', period: '2024-06', value: 3.9 }, { indicator, area: 'DK', period: '2024-06', value: 3.4 }] }
  await expect(ask(baseUrl, RecordFiguresDocument, figures)).rejects.toThrow('key')
  expect((await ask(baseUrl, RecordFiguresDocument, figures, ADMIN_KEY)).recordMeasurements.targets).toContainEqual({ id: 'frederikssund-2024.3a' })
  const { kommune } = await ask(baseUrl, HowWeStandDocument, { kommune: '0250', asOf: '2024-07-10' })
  const targets = kommune?.plans.flatMap(plan => plan.goals.flatMap(goal => goal.targets))
  expect(targets?.find(target => target.code === '3a')?.status).toMatchObject({ status: 'AT_RISK', explanation: { en: expect.stringContaining('0.1 percentage points') as string } })
})
