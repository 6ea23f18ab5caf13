import type { Position } from '../src/domain/position.ts'

/** How the reads of requests are spread over a primary and its replicas. Writes always go to the primary. */
export type Reads = {
  /** Runs work with a place of its own to read from: the primary, until the work says `spread` or when it has written. */
  within<T>(work: () => T): T
  /** From here on the work around this reads from one replica that has come at least so far; where there is none, from the primary. */
  spread(seen: Position): Promise<void>
  /** How far the server has come that the work around this reads from: what it has read is of that position or an earlier one. */
  position(): Promise<Position>
}

/** Is told when a replica is left out, with the reason, and when it is used again. `host` is its address without user and password. */
export type OnReplica = (replica: { host: string, isUsed: boolean, reason: string | null }) => void
