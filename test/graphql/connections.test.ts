import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../support/app.ts'
import { ask, codesOf, dataOf } from './ask.ts'

type Connection = { edges: { cursor: string, node: { id: string } }[], pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }
const PAGE = 'edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }'
const queryOf = (field: string, filter = ''): string => `query ($first: Int, $after: String) { ${field}(first: $first, after: $after${filter}) { ${PAGE} } }`

describe.each([['targets', ''], ['measurements', ''], ['measurements', ', filter: { area: "0250" }']])('the connection %s%s', (field, filter) => {
  let test: TestApp
  beforeAll(async () => { test = await openTestApp({ seed: true }) })
  afterAll(async () => { await test.close() })

  const page = async (first?: number | null, after?: string): Promise<Connection> => (await dataOf(test, queryOf(field, filter), { first, after }))[field]
  const idsOf = ({ edges }: Connection): string[] => edges.map(edge => edge.node.id)

  it('is read whole, page by page, each thing once', async () => {
    const whole = idsOf(await page(500))
    const pages: string[] = []
    let after: string | undefined
    for (let more = true; more;) {
      const { edges, pageInfo } = await page(7, after)
      pages.push(...edges.map(edge => edge.node.id))
      expect(pageInfo.hasPreviousPage).toBe(after !== undefined)
      more = pageInfo.hasNextPage
      after = pageInfo.endCursor ?? undefined
    }
    expect(pages).toEqual(whole)
    expect(new Set(pages).size).toBe(pages.length)
    expect(pages.length).toBeGreaterThan(14)
  })

  it('goes on from the cursor of any edge', async () => {
    const first = await page(10)
    const ids = idsOf(first)
    for (const at of [0, 3, 9]) {
      const next = await page(10 - at, first.edges[at]?.cursor)
      expect(idsOf(next).slice(0, 9 - at)).toEqual(ids.slice(at + 1))
    }
    expect(first.pageInfo).toMatchObject({ startCursor: first.edges[0]?.cursor, endCursor: first.edges[9]?.cursor })
  })

  it('ends with its last thing', async () => {
    const whole = await page(500)
    expect(whole.pageInfo.hasNextPage).toBe(false)
    expect(await page(5, whole.pageInfo.endCursor ?? '')).toEqual({ edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null } })
    expect(idsOf(await page(null))).toEqual(idsOf(whole).slice(0, 50))
  })

  it.each([[0, undefined], [-1, undefined], [501, undefined], [1, 'x'], [1, Buffer.from('["a","b"]').toString('base64url')]])('refuses first %s after %s', async (first, after) => {
    const answer = await ask(test, queryOf(field, filter), { first, after })
    expect(codesOf(answer)).toEqual(['invalid_request'])
    expect(answer.errors?.[0]?.extensions.errors?.[0]?.pointer).toBe(after === undefined ? '?first' : '?after')
  })
})
