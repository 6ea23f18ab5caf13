import { html } from 'ghtml'
import type { AppError } from '../../domain/errors.ts'
import { bilingual } from '../../domain/messages.ts'
import { linkTo, page, type View } from './layout.ts'

/** A page that says what cannot be shown and why, with the parameters that are wrong by name, and the way on. */
export function problemPage ({ code, message, problems }: Pick<AppError, 'code' | 'message' | 'problems'>, view: View): string {
  const { t, language, url } = view
  const title = code === 'not_found' ? t.notFound : t.problem
  const named = problems.map(({ pointer, code: problem, detail }) => {
    const said = bilingual({ pointer: '', code: problem, detail })
    return html`<li><code>${pointer.replace(/^\?/, '')}</code>: ${said[language]}</li>`
  })
  return page(view, title, html`<h1>${title}</h1>
<p>${bilingual({ code, detail: message })[language]}</p>
!${named.length === 0 ? '' : html`<p>${t.problemNames}</p><ul>!${named}</ul>`}
<p><a href="${linkTo(url, '/')}">${t.wayOn}</a></p>`)
}
