import { html } from 'ghtml'
import { STATUS_NAMES } from '../../domain/status/phrases.ts'
import type { Status } from '../../domain/status/status.ts'
import type { Language } from '../languages.ts'
import { SIGNS, signOf } from './signs.ts'

/** About how wide a character of the font is; the texts are fitted to what is reserved for them. */
const CHARACTER = 6.4
const HEIGHT = 22

/** A small picture of a status, to embed: what it is of, and the status in words, sign and colour. */
export function badgeSvg (label: string, status: Status, language: Language): string {
  const name = STATUS_NAMES[status][language]
  const [left, words] = [Math.ceil(label.length * CHARACTER) + 14, Math.ceil(name.length * CHARACTER)]
  const width = left + words + 34
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${`${label}: ${name}`}" font-family="Verdana, DejaVu Sans, sans-serif" font-size="11" fill="#ffffff" color="#ffffff">
<title>${`${label}: ${name}`}</title>
<rect width="${width}" height="${HEIGHT}" rx="4" fill="#3b444e"/><path d="M${left} 0h${width - left - 4}a4 4 0 0 1 4 4v${HEIGHT - 8}a4 4 0 0 1-4 4h-${width - left - 4}z" fill="${SIGNS[status].colour}"/>
<text x="7" y="15" textLength="${left - 14}" lengthAdjust="spacingAndGlyphs">${label}</text>
!${signOf(status, html`x="${left + 6}" y="3"`)}<text x="${left + 27}" y="15" textLength="${words}" lengthAdjust="spacingAndGlyphs">${name}</text>
</svg>`
}
