/** How far the data has come: the number of the last entry of the audit trail and of the last event. Every write counts one of them on, and none is taken back. */
export type Position = { audit: number, events: number }

/** Before anything was written: everybody has come so far. */
export const BEGINNING: Position = { audit: 0, events: 0 }

/** Whether one who has come to a position has all that another has seen. */
export const covers = (position: Position, seen: Position): boolean => position.audit >= seen.audit && position.events >= seen.events
