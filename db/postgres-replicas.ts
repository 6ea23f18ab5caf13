import { AsyncLocalStorage } from 'node:async_hooks'
import type pg from 'pg'
import { BEGINNING, covers, type Position } from '../src/domain/position.ts'
import { isMisplaced } from './postgres-prepared.ts'
import type { OnReplica, Reads } from './reads.ts'

/** How often it is looked how far the replicas have come; one that lacks what the primary had so long ago is left out. In milliseconds. */
const TIMES = { lookEvery: 1_000, mostBehind: 10_000 }
/** How long a server may take to say how far it has come. */
const PATIENCE_MS = 1_000
const POSITION = 'select (select max(seq) from audit), (select max(seq) from events)'

type Server = { host: string, pool: pg.Pool }
type Replica = Server & {
  position: Position
  /** When, of `performance.now`, it was last known to have all that the primary had. */
  freshAt: number
  /** What the primary had at that time, which the replica must come to. */
  goal: { position: Position, at: number }
  isUsed: boolean
  asking: Promise<Position> | undefined
}
/** Where some work reads from; null is the primary. */
type Scope = { replica: Replica | null }

/**
 * Reads spread over replicas. Work reads from one of them; what that one cannot answer is asked of the primary, which is never behind, and
 * so is all that follows. A replica that does not answer or is too far behind is left out and taken back by itself. While the primary does
 * not answer nobody can be behind it, and the replicas go on.
 */
export function createReplicas ({ primary, servers, onReplica = () => {} }: { primary: pg.Pool, servers: readonly Server[], onReplica?: OnReplica | undefined }, times = TIMES) {
  const replicas = servers.map((server): Replica => ({ ...server, position: BEGINNING, freshAt: -Infinity, goal: { position: BEGINNING, at: -Infinity }, isUsed: false, asking: undefined }))
  const scopes = new AsyncLocalStorage<Scope>()
  let next = 0
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()
  let isClosed = false

  async function query (config: pg.QueryConfig, params?: unknown[]): Promise<pg.QueryResult> {
    const scope = scopes.getStore()
    if (scope?.replica == null) return await primary.query(config, params)
    try {
      return await scope.replica.pool.query(config, params)
    } catch (error) {
      if (isMisplaced(error)) throw error
      scope.replica = null
      return await primary.query(config, params)
    }
  }

  async function spread (seen: Position): Promise<void> {
    const scope = scopes.getStore()
    if (scope === undefined) return
    const first = next++ % replicas.length
    for (const replica of [...replicas.slice(first), ...replicas.slice(0, first)].filter(({ isUsed }) => isUsed)) {
      if (!covers(replica.position, seen) && !covers(await ask(replica).catch(() => BEGINNING), seen)) continue
      scope.replica = replica
      return
    }
  }

  /** From here on the work around this reads from the primary: it has written there. */
  function stay (): void {
    const scope = scopes.getStore()
    if (scope !== undefined) scope.replica = null
  }

  /** Asks a replica how far it has come; who asks meanwhile gets the same answer. */
  async function ask (replica: Replica): Promise<Position> {
    replica.asking ??= positionOf(async config => await replica.pool.query(config)).finally(() => { replica.asking = undefined })
    replica.position = await replica.asking
    return replica.position
  }

  /** Looks how far everybody has come, the primary last: a replica of it cannot be ahead then. */
  async function look (): Promise<void> {
    const answering = await Promise.all(replicas.map(async replica => {
      try {
        await ask(replica)
        return [replica]
      } catch (error) {
        use(replica, false, `does not answer: ${error instanceof Error ? error.message : String(error)}`)
        return []
      }
    }))
    const at = performance.now()
    const whole = await positionOf(async config => await primary.query(config)).catch(() => null)
    if (whole !== null) for (const replica of answering.flat()) judge(replica, whole, at)
  }

  function judge (replica: Replica, whole: Position, at: number): void {
    const { position, goal } = replica
    if (!covers(whole, position)) return use(replica, false, 'has what the primary has not, so it is no copy of it')
    const hasAll = covers(position, whole)
    const hasComeUp = covers(position, goal.position)
    if (hasAll || hasComeUp) {
      replica.freshAt = hasAll ? at : goal.at
      replica.goal = { position: whole, at }
    }
    use(replica, at - replica.freshAt <= times.mostBehind, 'is too far behind')
  }

  function use (replica: Replica, isUsed: boolean, reason: string): void {
    if (replica.isUsed === isUsed) return
    replica.isUsed = isUsed
    onReplica({ host: replica.host, isUsed, reason: isUsed ? null : reason })
  }

  /** Looks for the first time, and then again and again. */
  async function start (): Promise<void> {
    looking = look()
    await looking
    if (!isClosed) timer = setTimeout(start, times.lookEvery).unref()
  }

  async function close (): Promise<void> {
    isClosed = true
    clearTimeout(timer)
    await looking
    await Promise.all(replicas.map(async ({ pool }) => { await pool.end() }))
  }

  const reads: Reads = { within: work => scopes.run({ replica: null }, work), spread, position: async () => await positionOf(query) }
  return { query, reads, stay, start, close }
}

async function positionOf (run: (config: pg.QueryConfig) => Promise<pg.QueryResult>): Promise<Position> {
  const { rows: [row] } = await run({ text: POSITION, rowMode: 'array', query_timeout: PATIENCE_MS } as pg.QueryConfig)
  const [audit, events] = row as unknown as [number | null, number | null]
  return { audit: audit ?? 0, events: events ?? 0 }
}
