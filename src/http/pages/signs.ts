import { html } from 'ghtml'
import { STATUS_NAMES } from '../../domain/status/phrases.ts'
import type { Status } from '../../domain/status/status.ts'
import type { Language } from '../languages.ts'

/** Each status by its colour, dark enough for white text on it, and by a sign of its own: the lines of a drawing of 16 by 16. */
export const SIGNS: Record<Status, { colour: string, path: string }> = {
  achieved: { colour: '#0b4f27', path: 'M1.5 8.5l3 3 6.5-7M7 11l.5.5 7-7.5' },
  on_track: { colour: '#1b7a3d', path: 'M3 8.5l3.2 3.2L13 4.8' },
  at_risk: { colour: '#8a5a00', path: 'M8 2.5v7M8 12v1.5' },
  off_track: { colour: '#b3261e', path: 'M8 2.5v10.5M3.5 8.5L8 13l4.5-4.5' },
  missed: { colour: '#6e0f14', path: 'M3.5 3.5l9 9M12.5 3.5l-9 9' },
  awaiting_data: { colour: '#1f5fa8', path: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 4.5V8l2.5 1.8' },
  no_data: { colour: '#555f6b', path: 'M3 8h10' },
  not_started: { colour: '#555f6b', path: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3' },
  monitored: { colour: '#555f6b', path: 'M1.5 8S4 4 8 4s6.5 4 6.5 4-2.5 4-6.5 4-6.5-4-6.5-4M8 6.6a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8' }
}

/** The drawing of a status, for beside its name. */
export const signOf = (status: Status, attributes = ''): string =>
  html`<svg class="sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false" !${attributes}><path d="${SIGNS[status].path}" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>`

/** A status in sign, colour and words. */
export const statusSign = (status: Status, language: Language): string =>
  html`<span class="status ${status}">!${signOf(status)}${STATUS_NAMES[status][language]}</span>`
