import { partsOf } from '../domain/composition.ts'
import { danishDay, toDay } from '../domain/date.ts'
import { AppError } from '../domain/errors.ts'
import { type Event, EVENT_TYPES } from '../domain/event.ts'
import type { AnnouncementService, Cause, OnTrouble } from './announcements.ts'
import type { SeriesService } from './series.ts'
import type { Progress, Stores, TargetRecord } from '../../db/stores/index.ts'

/** Events whose targets are gathered together, and targets that are judged and announced together. */
const EVENTS_A_TURN = 20
const TARGETS_A_TURN = 50
/** So long one that was overtaken leaves the work to whoever did it, so that several instances do not judge the same targets again and again. */
const LEFT_MS = 2_000
/** What changes statuses; its own announcements do not. */
const CAUSES = EVENT_TYPES.filter(type => type !== 'target.status_changed')
const CALENDAR: Cause = { type: 'calendar', seq: null }

/** The targets that the events from one place to another touch, and how many of them are done. It is in memory alone: after a crash it is made again. */
type Task = { from: number, to: number, targets: string[], causes: Map<string, Cause>, done: number }
/** The way through every target on a new day. */
type Pass = { day: number, after?: string }

/**
 * Finds the targets whose status may have changed, after every event and at Danish midnight, and has the changes announced.
 * How far it has come is stored with what it announces. Several instances may run at once, and any of them may end at any moment:
 * the work of one that was overtaken is refused by the store, and it looks again a moment later.
 */
export function createDispatcher ({ stores, announcements, series, now }: {
  stores: Pick<Stores, 'announcements' | 'events' | 'imports' | 'indicators' | 'plans'>, announcements: AnnouncementService, series: SeriesService, now: () => Date
}) {
  let task: Task | undefined
  let pass: Pass | undefined
  let isPassNext = false
  let overtakenAt = -Infinity

  /**
   * One turn: at most fifty targets. Where nothing is new it costs one small statement.
   * @returns whether there is more to do at once
   */
  async function run (onTrouble: OnTrouble = () => {}): Promise<boolean> {
    const since = now().getTime() - overtakenAt
    if (since >= 0 && since < LEFT_MS) return false
    try {
      return await turn(onTrouble)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'conflict') throw error
      overtakenAt = now().getTime()
      return false
    }
  }

  async function turn (onTrouble: OnTrouble): Promise<boolean> {
    const progress = await stores.announcements.progress()
    const today = toDay(danishDay(now().toISOString()))
    // A day ahead is another instance's clock; more than that was a wrong one.
    if (today > progress.day || today < progress.day - 1) {
      await stores.announcements.append([], [], progress, { day: today })
      return true
    }
    const hasEvents = progress.seq < progress.last
    const hasPass = progress.passed !== progress.day
    // In turns, so that neither a new day nor a stream of events has to wait for the end of the other.
    const isPass = hasPass && (isPassNext || !hasEvents)
    isPassNext = !isPass
    if (isPass) await passOn(progress, onTrouble)
    else if (hasEvents) await workOn(progress, onTrouble)
    return hasEvents || hasPass
  }

  async function passOn (progress: Progress, onTrouble: OnTrouble): Promise<void> {
    if (pass?.day !== progress.day) pass = { day: progress.day }
    const targets = await stores.plans.targets({}, { limit: TARGETS_A_TURN, ...pass.after !== undefined && { after: pass.after } })
    const last = targets.at(-1)
    const isEnd = targets.length < TARGETS_A_TURN || last === undefined
    await announcements.announce(targets.filter(isFollowed), { from: progress, ...isEnd && { to: { passed: progress.day } }, causeOf: () => CALENDAR, onTrouble })
    pass = isEnd ? undefined : { day: progress.day, after: last.id }
  }

  async function workOn (progress: Progress, onTrouble: OnTrouble): Promise<void> {
    if (task?.from !== progress.seq) task = await taskFrom(progress)
    const { to, targets: ids, causes, done } = task
    const chunk = ids.slice(done, done + TARGETS_A_TURN)
    const isEnd = done + TARGETS_A_TURN >= ids.length
    const targets = chunk.length === 0 ? [] : await stores.plans.targets({ ids: chunk })
    await announcements.announce(targets.filter(isFollowed), { from: progress, ...isEnd && { to: { seq: to } }, causeOf: target => causes.get(target) ?? CALENDAR, onTrouble })
    task.done += TARGETS_A_TURN
    if (isEnd) task = undefined
  }

  /** The next events with what they touch; a target is announced because of the last of them that does. */
  async function taskFrom ({ seq, last }: Progress): Promise<Task> {
    const events = await stores.events.after(seq, EVENTS_A_TURN, CAUSES)
    const causes = new Map<string, Cause>()
    for (const event of events) {
      for (const target of await touchedBy(event)) causes.set(target, { type: event.type, seq: event.seq })
    }
    const reached = events.at(-1)?.seq ?? last
    return { from: seq, to: events.length < EVENTS_A_TURN ? Math.max(last, reached) : reached, targets: [...causes.keys()], causes, done: 0 }
  }

  async function touchedBy ({ type, subject, data }: Event): Promise<string[]> {
    switch (type) {
      case 'measurements.recorded': return await series.affectedTargets(await stores.imports.series(subject), false)
      case 'plan.adopted': case 'plan.changed': return idsOf(await stores.plans.targets({ plans: [subject] }))
      case 'indicator.changed': return idsOf(await stores.plans.targets({ indicators: await withReaders(subject) }))
      // A remark decides nothing.
      case 'follow_up.recorded': return data.kind === 'comment' ? [] : [subject]
      case 'target.status_changed': return []
    }
  }

  /** An indicator and all that are calculated from it. */
  async function withReaders (indicator: string): Promise<string[]> {
    const all = await stores.indicators.all()
    const found = new Set([indicator])
    for (const id of found) {
      for (const reader of all) if (partsOf(reader.calculation).some(part => part.indicator === id)) found.add(reader.id)
    }
    return [...found]
  }

  return { run }
}

export type Dispatcher = ReturnType<typeof createDispatcher>

const idsOf = (targets: readonly TargetRecord[]): string[] => targets.map(target => target.id)

/** Whether changes of its status are told: of plans that hold, or held until they ended. */
const isFollowed = ({ planStatus }: TargetRecord): boolean => planStatus === 'adopted' || planStatus === 'closed'
