import type { Json, Servers } from './servers.ts'
import { FIXED } from './world.ts'

type List = { name: string, page: (cursor: string | null) => Promise<{ items: Json[], next: string | null }>, idOf: (item: Json) => string, planOf?: (item: Json) => string }

/** A reader that pages through lists while they change: nothing may come twice, and nothing be left out that was there all the time. */
export function createPager ({ ask, read, list }: Servers) {
  const problems: string[] = []
  const counts = { walks: 0, pages: 0, items: 0 }

  const rest = (path: string, idOf: List['idOf'] = item => item.id, planOf?: List['planOf']): List => ({
    name: path,
    page: async cursor => {
      const { items, nextCursor } = await read(`${path}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`, true)
      return { items, next: nextCursor }
    },
    idOf,
    ...planOf && { planOf }
  })
  const connection = (field: string, args: string, node: string, idOf: List['idOf'] = item => item.id, planOf?: List['planOf']): List => ({
    name: `GraphQL ${field}`,
    page: async cursor => {
      const query = `query ($after: String) { ${field}(${args}, after: $after) { edges { node { ${node} } } pageInfo { hasNextPage endCursor } } }`
      const answer = (await ask('/graphql', { method: 'POST', isAdmin: true, body: { query, variables: { after: cursor } }, headers: { 'idempotency-key': 'read' } })).json()
      if (answer.errors !== undefined) throw new Error(`${field}: ${JSON.stringify(answer.errors)}`)
      const { edges, pageInfo } = answer.data[field]
      return { items: edges.map((edge: Json) => edge.node), next: pageInfo.hasNextPage ? pageInfo.endCursor : null }
    },
    idOf,
    ...planOf && { planOf }
  })
  const planOf = (item: Json): string => item.id.split('.')[0]

  const LISTS: List[] = [
    rest('/v1/measurements?indicator=sync-sats&limit=17'), rest('/v1/measurements?indicator=sync-sats&area=0250&sort=-period&limit=5'), rest('/v1/targets?limit=13', undefined, planOf), rest('/v1/targets?limit=21&sort=-plan', undefined, planOf),
    rest('/v1/plans?limit=3', undefined, planOf), rest('/v1/imports?limit=19'), rest('/v1/imports?limit=19&sort=recordedAt'), rest('/v1/audit?limit=23'), rest('/v1/indicators?limit=7'), rest(`/v1/targets/${FIXED}.a/comments?limit=3`),
    rest('/v1/statuses?limit=20', item => item.target, item => item.target.split('.')[0]),
    connection('targets', 'first: 13', 'id', undefined, planOf), connection('measurements', 'filter: { indicator: "sync-sats" }, first: 17', 'id'), connection('imports', 'first: 29', 'id')
  ]

  async function whole ({ name, page, idOf }: List): Promise<string[]> {
    if (name.startsWith('/')) return (await list(name.replace(/limit=\d+&?/, '').replace(/[?&]$/, ''), true)).map(idOf)
    const ids: string[] = []
    for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
      const { items, next } = await page(cursor)
      ids.push(...items.map(idOf))
      cursor = next
    }
    return ids
  }

  /** Which version each plan is of. */
  const versions = async (): Promise<Map<string, number>> => new Map((await list('/v1/plans?fields=id,version', true)).map(({ id, version }) => [id, version]))

  async function walk (one: List): Promise<void> {
    counts.walks++
    const plansBefore = await versions()
    const before = new Set(await whole(one))
    const seen: string[] = []
    for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
      const { items, next } = await one.page(cursor)
      counts.pages++
      seen.push(...items.map(one.idOf))
      cursor = next
    }
    counts.items += seen.length
    const after = new Set(await whole(one))
    const plansAfter = await versions()
    const found = new Set(seen)
    if (found.size < seen.length) problems.push(`${one.name}: ${[...new Set(seen.filter((id, at) => seen.indexOf(id) !== at))].slice(0, 3).join()} came twice`)
    for (const id of before) {
      if (found.has(id) || !after.has(id)) continue
      // In a plan that was written meanwhile it may have been moved, or have gone and come again; a figure may have been withdrawn and posted again.
      const plan = one.planOf?.({ id, target: id })
      if (plan !== undefined && plansBefore.get(plan) !== plansAfter.get(plan)) continue
      if (one.name.includes('measurements') && (await list(`/v1/measurements/${id}/revisions`)).some(({ withdrawn }) => withdrawn)) continue
      problems.push(`${one.name}: ${id} was left out`)
    }
  }

  async function follow (state: { isOver: boolean }): Promise<void> {
    while (!state.isOver) {
      for (const one of LISTS) {
        await walk(one)
        if (state.isOver) return
      }
    }
  }

  return { follow, problems, counts }
}
