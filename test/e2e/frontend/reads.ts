import { type MaalopfoelgningClient, unwrap } from 'maalopfoelgning/client'

/** What is shown, and not drafts and what was withdrawn. */
const SHOWN: ('adopted' | 'closed')[] = ['adopted', 'closed']

export type Reads = ReturnType<typeof createReads>
export type Country = Awaited<ReturnType<Reads['country']>>
export type PlanInList = Awaited<ReturnType<Reads['plans']>>[number]
export type PlanWithStatuses = Awaited<ReturnType<Reads['plan']>>

/** What the page reads: all that is open to all, so without a key. */
export function createReads (client: MaalopfoelgningClient) {
  /** The place in the feed from which what is read from now on is followed. */
  async function place (): Promise<string> {
    return (await unwrap(client.GET('/v1/changes', { params: { query: { after: 'now', limit: 1 } } }))).nextCursor
  }

  async function kommuner (): Promise<{ id: string, name: string }[]> {
    return (await unwrap(client.GET('/v1/kommuner', { params: { query: { sort: 'name', fields: ['id', 'name'] } } }))).items
  }

  /** How the kommuner that have plans stand, and all of them together. */
  async function country () {
    return await unwrap(client.GET('/v1/statuses', { params: { query: { groupBy: ['kommune'], limit: 0 } } }))
  }

  /** The plans of a kommune with how each stands, the newest first. */
  async function plans (kommune: string) {
    return (await unwrap(client.GET('/v1/plans', { params: { query: { kommune: [kommune], status: SHOWN, sort: '-from', expand: ['status'] } } }))).items
  }

  /** A plan with its goals and targets, and the status of each target by its id. */
  async function plan (id: string) {
    const [whole, statuses] = await Promise.all([
      unwrap(client.GET('/v1/plans/{id}', { params: { path: { id } } })),
      unwrap(client.GET('/v1/statuses', { params: { query: { plan: [id], limit: 500 } } }))
    ])
    return { plan: whole, statuses: new Map(statuses.items.map(status => [status.target, status])) }
  }

  return { place, kommuner, country, plans, plan }
}
