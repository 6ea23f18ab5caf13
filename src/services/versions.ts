import { createHash } from 'node:crypto'
import { danishDay } from '../domain/date.ts'
import type { AreaIndex, Reference } from './reference.ts'
import type { LogEnd, Stores } from '../../db/stores/index.ts'

/** What an answer stays the same with: `data` for what is read of plans, figures and all else, `events` for the feed of what has happened. */
export type Versions = { data: string, events: string }

/** Which version of the data is read, so that a reader's copy can be known to be current without reading anything else. */
export function createVersionService ({ stores, reference, now }: { stores: Pick<Stores, 'versions'>, reference: Pick<Reference, 'areas'>, now: () => Date }) {
  let known: { areas: AreaIndex, hash: string } | undefined

  /** Areas change only with a seed, which the audit trail does not tell of. */
  async function areasHash (): Promise<string> {
    const areas = await reference.areas()
    if (known?.areas !== areas) known = { areas, hash: createHash('sha256').update(JSON.stringify(areas.all)).digest('base64url') }
    return known.hash
  }

  /**
   * The versions now, read in one small statement. Ask before what is to be versioned is read: it may then be newer than its version, never older.
   * The Danish day is part of them, for statuses turn at midnight.
   * @returns null where something was written ahead of this clock: what is known by now is then not all that there is, and changes without a write
   */
  async function current (): Promise<Versions | null> {
    const instant = now().toISOString()
    const areas = await areasHash()
    const { audit, events, latestAt } = await stores.versions.current()
    if (latestAt !== null && latestAt > instant) return null
    return { data: [endOf(audit), danishDay(instant), areas].join(' '), events: [endOf(events), areas].join(' ') }
  }

  return { current }
}

export type VersionService = ReturnType<typeof createVersionService>

/** With the instant, so that a restored backup does not count through the same versions again. */
const endOf = ({ seq, at }: LogEnd): string => `${seq}@${at ?? ''}`
