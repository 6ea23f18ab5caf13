export const EVENT_TYPES = ['measurements.recorded', 'plan.adopted', 'plan.changed', 'follow_up.recorded', 'indicator.changed', 'target.status_changed'] as const
export type EventType = typeof EVENT_TYPES[number]

/**
 * Something that happened, as it is written beside the change. `subject` is what it happened to: an import, a plan, a target or an
 * indicator, by id; events of one subject are told in their order. `occurredAt` is an instant; `data` is what is told of it.
 */
export type NewEvent = { type: EventType, subject: string, occurredAt: string, data: Record<string, unknown> }

/** An event in its place: `seq` counts from 1 without gaps, in the order in which the changes became visible. */
export type Event = { seq: number } & NewEvent
