import { dayText } from '../domain/date.ts'
import { AppError } from '../domain/errors.ts'
import type { EventType, NewEvent } from '../domain/event.ts'
import type { StatusService, TargetStatus } from './status.ts'
import type { Announcement, Progress, Stores, TargetRecord } from '../../db/stores/index.ts'

/** What made a target be looked at: an event, or the calendar alone. */
export type Cause = { type: EventType | 'calendar', seq: number | null }
/** Is told of a target whose status cannot be computed; it is left out, and the rest goes on. */
export type OnTrouble = (error: unknown, target: string) => void

type Look = {
  /** The progress as it was read before anything else: the statuses are those of its day. */
  from: Progress
  to?: Partial<Pick<Progress, 'seq' | 'passed'>>
  causeOf: (target: string) => Cause
  onTrouble: OnTrouble
}

/** Tells of targets whose status is another than the one that was told last. */
export function createAnnouncementService ({ stores, status, now }: { stores: Pick<Stores, 'announcements'>, status: StatusService, now: () => Date }) {
  /**
   * Compares each target with what was last announced of it, and writes what differs, its events and the progress together. The progress goes on
   * where nothing differs too: another that has read older figures must not announce them afterwards.
   * A change of the status is announced; reason, finality and the provisional status are kept beside it, and announced with the next change.
   * @param targets some fifty at most: they are judged in one go
   * @throws AppError `conflict` where another instance has moved on meanwhile: read the progress again
   */
  async function announce (targets: readonly TargetRecord[], { from, to, causeOf, onTrouble }: Look): Promise<void> {
    const announced = new Map((await stores.announcements.latest(targets.map(target => target.id))).map(one => [one.target, one]))
    const statuses = await statusesOf(targets, dayText(from.day), onTrouble)
    const at = now().toISOString()
    const changes = targets.flatMap(target => {
      const current = statuses.get(target.id)
      const before = announced.get(target.id)
      return current === undefined || current.status === before?.status ? [] : [changeOf(target, before, current, { at, cause: causeOf(target.id) })]
    })
    await stores.announcements.append(changes.map(change => change.announcement), changes.map(change => change.event), from, to)
  }

  /** The statuses by target. Where they cannot all be computed together, each is tried alone. */
  async function statusesOf (targets: readonly TargetRecord[], asOf: string, onTrouble: OnTrouble): Promise<Map<string, TargetStatus>> {
    try {
      return new Map((await status.forTargets(targets, { asOf })).map(one => [one.target, one]))
    } catch (error) {
      // What the database cannot answer now is no trouble of a target.
      if (error instanceof AppError) throw error
      const [only] = targets
      if (only !== undefined && targets.length === 1) onTrouble(error, only.id)
      if (targets.length <= 1) return new Map()
    }
    const found = new Map<string, TargetStatus>()
    for (const target of targets) for (const [id, one] of await statusesOf([target], asOf, onTrouble)) found.set(id, one)
    return found
  }

  return { announce }
}

export type AnnouncementService = ReturnType<typeof createAnnouncementService>

function changeOf ({ id, plan, kommune }: TargetRecord, before: Announcement | undefined, after: TargetStatus, { at, cause }: { at: string, cause: Cause }): { announcement: Announcement, event: NewEvent } {
  const { status, asOf, final, reason, provisional, current, goalLine, explanation } = after
  return {
    announcement: { target: id, number: (before?.number ?? 0) + 1, status, asOf, announcedAt: at, record: { final, reason, provisional } },
    event: {
      type: 'target.status_changed',
      subject: id,
      occurredAt: at,
      data: {
        target: id,
        plan,
        kommune,
        before: before === undefined ? null : { status: before.status, asOf: before.asOf },
        after: { status, final, reason, provisional, current, goalLine, asOf },
        why: explanation,
        because: cause
      }
    }
  }
}
