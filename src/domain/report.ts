import { dayNumber, dayText } from './date.ts'
import type { Evaluation, Status } from './status/status.ts'

/** What is new of a target since a day: the status then, whether it is another now, and whether newer figures, judgements, deliverables or remarks are in. */
export type Change = { before: Status, isOther: boolean, hasNewFigure: boolean, hasNewRecord: boolean, hasNewComment: boolean }

/**
 * What is new of a target.
 * @param before how it stood on the day `since` (ISO), `after` how it stands
 * @param days those of what people recorded and remarked
 */
export const changeBetween = (before: Evaluation, after: Evaluation, since: string, days: { recorded: readonly string[], remarked: readonly string[] }): Change => ({
  before: before.status,
  isOther: before.status !== after.status,
  hasNewFigure: figuresOf(after).some(figure => !figuresOf(before).includes(figure)),
  hasNewRecord: days.recorded.some(day => day > since),
  hasNewComment: days.remarked.some(day => day > since)
})

/** Whether anything is new. */
export const isChanged = ({ isOther, hasNewFigure, hasNewRecord, hasNewComment }: Change): boolean => isOther || hasNewFigure || hasNewRecord || hasNewComment

/** The figures that are judged, each with its period, of all parts. */
const figuresOf = ({ current, children }: Evaluation): string[] =>
  [...current === null ? [] : [JSON.stringify([current.period, current.value, current.benchmark, current.measure])], ...(children ?? []).flatMap((child, at) => figuresOf(child).map(figure => `${at} ${figure}`))]

/** The day (ISO) three months earlier, or the last of that month where it has no such day; never before the year 0. */
export function quarterBefore (day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = dayNumber(year, month - 2, 0)
  return dayText(Math.max(Math.min(dayNumber(year, month - 3, date), last), dayNumber(0, 1, 1)))
}
